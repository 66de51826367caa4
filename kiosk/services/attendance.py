"""Attendance as it stands: counts, the latest entries, and who is still to come."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from kiosk.domain.found import Counts, LogLine, Overview
from kiosk.domain.journal import Entry, Kind, Presence, fold
from kiosk.domain.registration import Category
from kiosk.storage import journal, roster
from kiosk.storage.clock import to_ms

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
        tuple(guest for guest in tally.guests if not tally.has_come(guest.id, session.id)),
    )


class _Door:
    """One session's running numbers; of a person it keeps no more than when they came."""

    def __init__(self) -> None:
        self.inside = 0
        self.walk_ins = 0
        self._arrivals = array("q")

    def move(self, before: Presence, after: Presence, *, walked_in: bool) -> None:
        """Count a person's presence as it is now in place of what it was before."""
        self._count(before, -1, walked_in=walked_in)
        self._count(after, 1, walked_in=walked_in)

    def _count(self, presence: Presence, step: int, *, walked_in: bool) -> None:
        if presence.first_at is None:
            return
        self.inside += step * presence.inside
        self.walk_ins += step * walked_in
        came_ms = to_ms(presence.first_at)
        at = bisect_left(self._arrivals, came_ms)
        if step > 0:
            self._arrivals.insert(at, came_ms)
        else:
            del self._arrivals[at]

    def counts(self, registered: int, now: datetime) -> Counts:
        until = bisect_right(self._arrivals, to_ms(now))
        lately = until - bisect_right(self._arrivals, to_ms(now - _LATELY))
        return Counts(registered, len(self._arrivals), self.inside, self.walk_ins, lately)


class Tally:
    """Presence of everybody, folded once and then person by person.

    A check-in costs its own person's fold and no recount of the event. Neither entries nor
    presences stay in memory, where they would grow by a kilobyte with each guest: what a person's
    presence was before is folded anew, from the entries that are not new.
    """

    def __init__(self, desk: OpenDesk) -> None:
        connection, event = desk.store.connection, desk.event_number
        self.registered = roster.count_expected(connection, event)
        self.guests = roster.of_category(connection, event, _GUESTS)
        self.last_number = 0
        self._honoured = {guest.id for guest in self.guests}
        self._come: set[tuple[str, str]] = set()
        self._walk_ins = set(roster.walk_ins(connection, event))
        self._doors: dict[str, _Door] = {}
        for key, entries in _by_person(journal.everything(connection, event)).items():
            self._move(key, [], entries)
        self.last_number = journal.last_number(connection, desk.store.identity)

    def add(self, desk: OpenDesk, entries: Iterable[Entry]) -> None:
        """Take new entries in, with everything that the journal holds of the same people."""
        fresh = {entry.id: (entry.registration, entry.session) for entry in entries}
        if not fresh:
            return
        touched = set(fresh.values())
        known = journal.histories(desk.store.connection, {person for person, _ in touched})
        for key in touched:
            before = [entry for entry in known[key] if entry.id not in fresh]
            self._move(key, before, known[key])

    def _move(self, key: tuple[str, str], before: Sequence[Entry], after: Sequence[Entry]) -> None:
        person, session = key
        now = fold(after)
        door = self._doors.setdefault(session, _Door())
        door.move(fold(before), now, walked_in=person in self._walk_ins)
        if person in self._honoured:
            (self._come.add if now.has_come else self._come.discard)(key)

    def add_walk_in(self, registration: str) -> None:
        """Expect somebody more, who registered at the door and has not come in yet."""
        self.registered += 1
        self._walk_ins.add(registration)

    def has_come(self, guest: str, session: str) -> bool:
        """Tell whether a guest of honour has come to a session."""
        return (guest, session) in self._come

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
