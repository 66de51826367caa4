"""The journal: entries that are only ever added, and what their fold says of a person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What an entry records."""

    IN = "in"
    OUT = "out"
    VOID = "void"
    NOTE = "note"


class Stamp(NamedTuple):
    """A hybrid logical clock's reading: milliseconds, a counter within them, and the desk.

    Source: Kulkarni et al., Logical Physical Clocks (2014). It never runs backwards on a desk even
    when the wall clock does, and two desks never draw the same one.
    """

    ms: int
    counter: int
    desk: str


def next_reading(last_ms: int, last_counter: int, now_ms: int) -> tuple[int, int]:
    """Return milliseconds and counter of a clock's next stamp, at ``now_ms`` of the wall clock."""
    if now_ms > last_ms:
        return now_ms, 0
    return last_ms, last_counter + 1


class Entry(NamedTuple):
    """One line of the journal: who (by id), which session, when scanned, when written.

    ``scanned_at`` is what the person did, ``written_at`` what the desk did about it; both aware.
    ``voids`` is the id of the entry that a ``void`` undoes, else "".
    """

    id: str
    session: str
    registration: str
    kind: Kind
    scanned_at: datetime
    written_at: datetime
    stamp: Stamp
    voids: str = ""


class Presence(NamedTuple):
    """What the fold of one person's entries in one session says.

    ``entries`` are the valid times in, in stamp order; ``inside`` is whether the last word was in.
    """

    entries: tuple[datetime, ...] = ()
    inside: bool = False
    left_at: datetime | None = None

    @property
    def has_come(self) -> bool:
        """Tell whether the person counts as having attended."""
        return bool(self.entries)

    @property
    def first_at(self) -> datetime | None:
        """Return the earliest valid time in, which is the one that counts."""
        return min(self.entries, default=None)

    @property
    def state(self) -> str:
        """Return ``expected``, ``in`` or ``out``."""
        if not self.entries:
            return "expected"
        return "in" if self.inside else "out"


def standing(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries that hold, in stamp order: each once, without voids and what they undo."""
    unique = {entry.id: entry for entry in entries}
    undone = {entry.voids for entry in unique.values() if entry.kind is Kind.VOID}
    held = [e for e in unique.values() if e.kind is not Kind.VOID and e.id not in undone]
    return sorted(held, key=lambda entry: (entry.stamp, entry.id))


def fold(entries: Sequence[Entry]) -> Presence:
    """Return the presence of one person in one session; the order and repeats do not matter."""
    if not entries:
        return Presence()
    times: list[datetime] = []
    inside, left_at = False, None
    for entry in standing(entries):
        if entry.kind is Kind.IN:
            times.append(entry.scanned_at)
            inside, left_at = True, None
        elif entry.kind is Kind.OUT:
            inside, left_at = False, entry.scanned_at
    return Presence(tuple(times), inside, left_at)
