"""What a touchscreen asks of the desk, and the reference that the guest takes there."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

_LAST = 99


class RequestKind(StrEnum):
    """What is asked; its letter begins the reference."""

    HELP = "help"  # A: the guest walks to the desk, where the case is open already
    BADGE = "badge"  # B: a badge waits at the desk to be handed over
    CALL = "call"  # C: somebody is to come to the touchscreen

    @property
    def letter(self) -> str:
        """Return the letter of its references."""
        return _LETTERS[self]


_LETTERS = {RequestKind.HELP: "A", RequestKind.BADGE: "B", RequestKind.CALL: "C"}


class RequestState(StrEnum):
    """How far the desk has come with it."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"

    @property
    def is_open(self) -> bool:
        """Tell whether somebody still has to do something."""
        return self in (RequestState.WAITING, RequestState.ACCEPTED)


class DeskRequest(NamedTuple):
    """One request; ``number`` counts from 1 in its event and kind.

    ``why`` is a code and never a name; ``registration`` is "" where nobody is known; ``kiosk`` is
    the name of the touchscreen. Moments are aware; ``accepted_by`` is who said they would come.
    """

    id: str
    kind: RequestKind
    number: int
    why: str
    registration: str
    kiosk: str
    state: RequestState
    raised_at: datetime
    accepted_at: datetime | None = None
    accepted_by: str = ""
    ended_at: datetime | None = None

    @property
    def reference(self) -> str:
        """Return what the guest reads and says: A-01 … A-99, then AA-01 (flows, section 5)."""
        rounds, last = divmod(self.number - 1, _LAST)
        return f"{self.kind.letter * (rounds + 1)}-{last + 1:02d}"
