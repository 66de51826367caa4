"""What a search and a look at the door give back: values for the screens."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from kiosk.domain.journal import Kind, Presence
from kiosk.domain.registration import Registration
from kiosk.domain.request import DeskRequest

CARDS = 3
"""How many masked candidates a guest is shown; with more, one more letter is asked for."""


class BadgeState(StrEnum):
    """Where a person's newest badge is."""

    NONE = "none"
    WAITING = "waiting"
    PRINTING = "printing"
    PRINTED = "printed"
    FAILED = "failed"
    UNSURE = "unsure"
    NO_PRINTER = "no-printer"


class Hit(NamedTuple):
    """A person found, and their presence in the session that was asked about."""

    registration: Registration
    presence: Presence


class Card(NamedTuple):
    """A candidate as a guest may see it."""

    registration: str
    masked_name: str
    organisation: str
    has_phone: bool


class Cards(NamedTuple):
    """How many people match, and their cards once there are three or fewer."""

    total: int
    cards: tuple[Card, ...] = ()


class Sheet(NamedTuple):
    """Everything staff see of one person; presences are by session id."""

    registration: Registration
    presences: dict[str, Presence]
    badge: BadgeState


class Asked(NamedTuple):
    """A touchscreen's request as staff see it; ``name`` is "" where nobody is known."""

    request: DeskRequest
    name: str = ""


class Counts(NamedTuple):
    """Numbers of distinct people in one session."""

    registered: int = 0
    come: int = 0
    inside: int = 0
    walk_ins: int = 0
    last_ten_minutes: int = 0


class LogLine(NamedTuple):
    """One entry as the desk's log shows it; ``name`` is "" once the personal data is destroyed.

    ``session`` and ``registration`` are ids.
    """

    at: datetime
    kind: Kind
    name: str
    entry: str
    undone: bool
    desk: str
    session: str = ""
    registration: str = ""

    @property
    def can_be_undone(self) -> bool:
        """Tell whether staff may take it back: no void, and not taken back before."""
        return self.kind is not Kind.VOID and not self.undone


class Overview(NamedTuple):
    """What the desk shows beside the person at hand."""

    counts: Counts
    recent: tuple[LogLine, ...] = ()
    guests_to_come: tuple[Registration, ...] = ()
