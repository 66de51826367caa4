"""A company's guests at once: who they are, and checking in those who have come.

Each is a transaction of their own: what befalls one, a disk that fills up included, takes nothing
from those before, and each has a verdict of their own by the rules of that moment.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from kiosk.domain import hangul
from kiosk.domain.errors import KioskError
from kiosk.domain.event import Session
from kiosk.domain.registration import Registration
from kiosk.domain.text import clean, squeeze_organisation
from kiosk.domain.verdict import Scan, Verdict
from kiosk.services import check_in
from kiosk.storage import journal, search
from kiosk.storage.search import Space
from kiosk.storage.store import Connection

if TYPE_CHECKING:
    from kiosk.services.open_desk import OpenDesk

MOST = 200
"""More people than any company sends; a larger one is checked in by scanning."""


class Guest(NamedTuple):
    """One of a company, and what they would be answered now; nothing of it is on disk."""

    registration: Registration
    forecast: Verdict


class GroupDone(NamedTuple):
    """What came of a group: a verdict for each in the order asked, as far as it went.

    ``problem`` is what ended it early, and ``left`` are the ids that nothing was recorded for.
    """

    verdicts: tuple[Verdict, ...]
    left: tuple[str, ...] = ()
    problem: KioskError | None = None


def guests(desk: OpenDesk, session: Session, organisation: str, seen: Scan) -> tuple[Guest, ...]:
    """Return the people of an organisation, in whichever spelling of it, by name."""
    bare = squeeze_organisation(clean(organisation))
    if not bare:
        return ()

    def work(connection: Connection) -> tuple[Guest, ...]:
        key = hangul.jamo(bare)
        near = search.people(connection, desk.event_number, Space.ORGANISATION, key, 2 * MOST)
        same = [one for one in near if squeeze_organisation(one.organisation) == bare]
        same.sort(key=lambda one: one.name)
        return tuple(_guest(desk, connection, session, one, seen) for one in same[:MOST])

    return desk.store.read(work)


def _guest(
    desk: OpenDesk, connection: Connection, session: Session, person: Registration, seen: Scan
) -> Guest:
    history = journal.history(connection, person.id)
    verdict = check_in.decide_within(desk, connection, session, person, history, seen)
    return Guest(person, verdict)


def check_in_all(
    desk: OpenDesk, session: Session, registration_ids: Sequence[str], seen: Scan
) -> GroupDone:
    """Check people in one by one; each is on disk before the next is looked at.

    A store that cannot be written ends it, and the rest is told as left.
    """
    verdicts: list[Verdict] = []
    for at, one in enumerate(registration_ids):
        try:
            verdicts.append(check_in.check_in(desk, session, one, seen))
        except KioskError as problem:
            return GroupDone(tuple(verdicts), tuple(registration_ids[at:]), problem)
    return GroupDone(tuple(verdicts))
