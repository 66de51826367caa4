"""Attendance as it stands: counts, the latest entries, and who is still to come."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from kiosk.domain.found import Counts, LogLine, Overview
from kiosk.domain.journal import Entry, Kind, Presence, fold
from kiosk.domain.registration import Category
from kiosk.storage import journal, roster

if TYPE_CHECKING:
    from kiosk.domain.event import Session
    from kiosk.services.open_desk import OpenDesk

RECENT = 14
_LATELY = timedelta(minutes=10)
_GUESTS = (Category.VIP, Category.SPEAKER)


def overview(desk: OpenDesk, session: Session, now: datetime) -> Overview:
    """Return the counts of a session, the latest entries and the guests of honour to come."""
    tally = _tally(desk)
    return Overview(
        tally.counts(session.id, now),
        _recent(desk),
        tuple(guest for guest in tally.guests if not tally.presence(guest.id, session.id).has_come),
    )


class _Door:
    """One session's running numbers."""

    def __init__(self) -> None:
        self.presences: dict[str, Presence] = {}
        self.inside = 0
        self.walk_ins = 0
        self._arrivals: list[datetime] = []

    def put(self, person: str, presence: Presence, *, walked_in: bool) -> None:
        """Replace one person's presence and keep the numbers right."""
        self._count(self.presences.get(person, Presence()), -1, walked_in=walked_in)
        self.presences[person] = presence
        self._count(presence, 1, walked_in=walked_in)

    def _count(self, presence: Presence, step: int, *, walked_in: bool) -> None:
        if presence.first_at is None:
            return
        self.inside += step * presence.inside
        self.walk_ins += step * walked_in
        at = bisect_left(self._arrivals, presence.first_at)
        if step > 0:
            self._arrivals.insert(at, presence.first_at)
        else:
            del self._arrivals[at]

    def counts(self, registered: int, now: datetime) -> Counts:
        lately = bisect_right(self._arrivals, now) - bisect_right(self._arrivals, now - _LATELY)
        return Counts(registered, len(self._arrivals), self.inside, self.walk_ins, lately)


class Tally:
    """Presence of everybody, folded once and then person by person.

    A check-in costs its own person's fold and no recount of the event. The entries themselves stay
    in the journal: kept here, they would grow by a kilobyte with each guest.
    """

    def __init__(self, desk: OpenDesk) -> None:
        connection, event = desk.store.connection, desk.event_number
        self.registered = roster.count_expected(connection, event)
        self.guests = roster.of_category(connection, event, _GUESTS)
        self.last_number = 0
        self._walk_ins = roster.walk_ins(connection, event)
        self._doors: dict[str, _Door] = {}
        self._put(_by_person(journal.everything(connection, event)))
        self.last_number = journal.last_number(connection, desk.store.identity)

    def add(self, desk: OpenDesk, entries: Iterable[Entry]) -> None:
        """Take new entries in, with everything that the journal holds of the same people."""
        touched = {(entry.registration, entry.session) for entry in entries}
        if touched:
            known = journal.histories(desk.store.connection, {person for person, _ in touched})
            self._put({key: known[key] for key in touched})

    def _put(self, histories: Mapping[tuple[str, str], list[Entry]]) -> None:
        for (person, session), entries in histories.items():
            door = self._doors.setdefault(session, _Door())
            door.put(person, fold(entries), walked_in=person in self._walk_ins)

    def add_walk_in(self, registration: str) -> None:
        """Expect somebody more, who registered at the door and has not come in yet."""
        self.registered += 1
        self._walk_ins |= {registration}

    def presence(self, registration: str, session: str) -> Presence:
        """Return one person's presence in one session."""
        door = self._doors.get(session)
        return door.presences.get(registration, Presence()) if door else Presence()

    def counts(self, session: str, now: datetime) -> Counts:
        """Return the numbers of one session."""
        return self._doors.get(session, _Door()).counts(self.registered, now)


def _by_person(entries: Iterable[Entry]) -> dict[tuple[str, str], list[Entry]]:
    found: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        found.setdefault((entry.registration, entry.session), []).append(entry)
    return found


def _tally(desk: OpenDesk) -> Tally:
    """Return the tally in memory, made anew only where another program wrote into the file."""
    connection = desk.store.connection
    version = desk.store.foreign_changes()
    held = desk.memory.get("tally")
    if isinstance(held, tuple) and held[0] == version:
        tally: Tally = held[1]
        fresh = journal.since(connection, desk.store.identity, tally.last_number)
        tally.add(desk, fresh)
        tally.last_number += len(fresh)
        return tally
    tally = Tally(desk)
    desk.memory["tally"] = (version, tally)
    return tally


def count_walk_in(desk: OpenDesk, registration: str) -> None:
    """Take a person whom this desk has just registered into the tally, without a recount."""
    held = desk.memory.get("tally")
    if isinstance(held, tuple):
        held[1].add_walk_in(registration)


def forget(desk: OpenDesk) -> None:
    """Count everybody anew at the next look: somebody's category or name is another now."""
    desk.memory.pop("tally", None)


def _recent(desk: OpenDesk) -> tuple[LogLine, ...]:
    entries = journal.latest(desk.store.connection, desk.event_number, 2 * RECENT)
    return log_lines(desk, entries)[:RECENT]


def log_lines(desk: OpenDesk, entries: Sequence[Entry]) -> tuple[LogLine, ...]:
    """Return entries as the log shows them, in their order; those undone by others among them."""
    undone = {entry.voids for entry in entries if entry.kind is Kind.VOID}
    names = roster.names(desk.store.connection, {entry.registration for entry in entries})
    own = desk.store.identity.desk
    return tuple(
        LogLine(
            entry.scanned_at,
            entry.kind,
            names.get(entry.registration, ""),
            entry.id,
            entry.id in undone,
            desk.settings.desk_name if entry.stamp.desk == own else "",
            entry.session,
            entry.registration,
        )
        for entry in entries
    )
