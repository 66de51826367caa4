"""A course day by day: a pure fold of one person's entries into counted minutes.

Counted is the time a person was inside during that day's sessions, in whole minutes a day. Time in
and out is taken by when it was scanned, not by when it was written: a scan out that staff add later
closes the stretch it was forgotten for. Moments are reckoned in UTC, days in the event's zone.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple
from zoneinfo import ZoneInfo

from kiosk.domain.event import CourseRule, Event, MissingOut, Session
from kiosk.domain.journal import Entry, Kind, standing
from kiosk.domain.registration import Registration

Span = tuple[datetime, datetime]
_MINUTE = timedelta(minutes=1)


class DayState(StrEnum):
    """How a day of the course stands."""

    DONE = "done"  # past, and enough of it counted for the day to count
    PART = "part"  # past, and something counted, but too little
    ABSENT = "absent"  # past, and nothing counted
    TODAY = "today"
    TO_COME = "to-come"


class CourseDay(NamedTuple):
    """One person's day at a moment, and their course so far; moments are aware, in UTC.

    ``in_at`` is today's first time in, ``out_at`` the last time out, None while inside.
    ``required_minutes`` is the share of ``course_minutes`` that completes the course.
    ``number_of_day`` counts from 1, 0 on a day without a session. ``late_minutes`` is 0 within the
    course's tolerance, which leaving early has too. ``minutes_if_left_now`` is what today would
    count if the person scanned out at this moment.
    """

    in_at: datetime | None
    out_at: datetime | None
    counted_minutes_today: int
    counted_minutes: int
    course_minutes: int
    required_minutes: int
    days: tuple[tuple[date, DayState], ...]
    number_of_day: int
    next_starts_at: datetime | None
    late_minutes: int
    leaves_early: bool
    minutes_if_left_now: int


def sessions_of(event: Event, person: Registration) -> tuple[Session, ...]:
    """Return the sessions that are meant for a person: of their category, and booked if need be."""
    return tuple(
        one
        for one in event.sessions
        if (not one.categories or person.category in one.categories)
        and (not one.booking_required or one.id in person.sessions)
    )


def day_of(
    rule: CourseRule,
    zone: ZoneInfo,
    sessions: Sequence[Session],
    entries: Iterable[Entry],
    at: datetime,
) -> CourseDay:
    """Return a person's day at a moment; the order of the entries and repeats do not matter."""
    days = _by_day(sessions, zone)
    now = at.astimezone(UTC)
    today = at.astimezone(zone).date()
    held = standing(entries)
    counted = {day: _minutes(rule, held, ones, now) for day, ones in days.items() if day <= today}
    course = sum(_whole_minutes(_sittings(ones)) for ones in days.values())
    ones = days.get(today, [])
    in_at, out_at = _in_and_out(held, ones, now)
    return CourseDay(
        in_at,
        out_at,
        counted.get(today, 0),
        sum(counted.values()),
        course,
        math.ceil(round(course * rule.required_ratio, 6)),
        tuple((day, _state(rule, day, today, days[day], counted)) for day in days),
        list(days).index(today) + 1 if ones else 0,
        _next_start(days, today),
        _late_minutes(rule, ones, in_at),
        in_at is not None and _is_early(rule, ones, out_at or now),
        _minutes(rule, held, ones, now, leaves=True),
    )


def _by_day(sessions: Sequence[Session], zone: ZoneInfo) -> dict[date, list[Session]]:
    """Return the days of a course in order; a session past midnight is of the day it began."""
    days: dict[date, list[Session]] = {}
    for one in sorted(sessions, key=lambda session: session.starts_at.astimezone(UTC)):
        days.setdefault(one.starts_at.astimezone(zone).date(), []).append(one)
    return days


def _sittings(sessions: Iterable[Session]) -> list[Span]:
    return _union((one.starts_at.astimezone(UTC), one.ends_at.astimezone(UTC)) for one in sessions)


def _minutes(
    rule: CourseRule,
    entries: Sequence[Entry],
    sessions: Sequence[Session],
    now: datetime,
    *,
    leaves: bool = False,
) -> int:
    """Return the whole minutes of one day's sessions during which a person was inside."""
    inside: list[Span] = []
    for session in sessions:
        inside += _stretches(rule, entries, session, now, leaves=leaves)
    return _whole_minutes(_both(_union(inside), _sittings(sessions)))


def _stretches(
    rule: CourseRule, entries: Sequence[Entry], session: Session, now: datetime, *, leaves: bool
) -> Iterator[Span]:
    """Yield when a person was inside by one session's entries."""
    came: datetime | None = None
    for entry in _passed(entries, [session], now):
        if entry.kind is Kind.IN:
            came = came or entry.scanned_at.astimezone(UTC)
        elif came is not None:
            yield came, entry.scanned_at.astimezone(UTC)
            came = None
    if came is not None:
        yield came, max(came, _open_end(rule, session, now, leaves=leaves))


def _open_end(rule: CourseRule, session: Session, now: datetime, *, leaves: bool) -> datetime:
    """Return until when a stretch counts that nobody ended.

    While the session takes scans it counts so far; afterwards the scan out is missing, and the
    course's rule says whether it counts or, until staff add it, not at all. Nothing but a scan out
    shows that anybody stayed beyond the session's end.
    """
    if leaves:
        return now
    if now <= session.closes_at or rule.missing_out is MissingOut.UNTIL_END:
        return min(now, session.ends_at.astimezone(UTC))
    return datetime.min.replace(tzinfo=UTC)


def _passed(entries: Sequence[Entry], sessions: Sequence[Session], now: datetime) -> list[Entry]:
    """Return the times in and out of some sessions up to a moment, as they were scanned."""
    ids = {one.id for one in sessions}
    ways = (Kind.IN, Kind.OUT)
    held = [e for e in entries if e.session in ids and e.kind in ways and e.scanned_at <= now]
    # Sorted by stamp already: of two at one moment the first written stays first.
    return sorted(held, key=lambda entry: entry.scanned_at)


def _in_and_out(
    entries: Sequence[Entry], sessions: Sequence[Session], now: datetime
) -> tuple[datetime | None, datetime | None]:
    passed = _passed(entries, sessions, now)
    came = next((e.scanned_at for e in passed if e.kind is Kind.IN), None)
    if came is None:
        return None, None
    left = passed[-1].scanned_at.astimezone(UTC) if passed[-1].kind is Kind.OUT else None
    return came.astimezone(UTC), left


def _state(
    rule: CourseRule,
    day: date,
    today: date,
    sessions: Sequence[Session],
    counted: dict[date, int],
) -> DayState:
    if day >= today:
        return DayState.TODAY if day == today else DayState.TO_COME
    whole = _whole_minutes(_sittings(sessions))
    if not counted[day]:
        return DayState.ABSENT
    return DayState.DONE if counted[day] >= whole * rule.day_counts_from else DayState.PART


def _next_start(days: dict[date, list[Session]], today: date) -> datetime | None:
    """Return when the next day of the course begins."""
    later = [ones[0].starts_at for day, ones in days.items() if day > today]
    return later[0].astimezone(UTC) if later else None


def _late_minutes(rule: CourseRule, sessions: Sequence[Session], in_at: datetime | None) -> int:
    """Return by how much a person missed the beginning of the day, beyond the tolerance."""
    if in_at is None or not sessions:
        return 0
    late = in_at - sessions[0].starts_at.astimezone(UTC)
    return late // _MINUTE if late > rule.late_after_minutes * _MINUTE else 0


def _is_early(rule: CourseRule, sessions: Sequence[Session], left: datetime) -> bool:
    """Tell whether a session that has begun goes on for longer than the tolerance."""
    spared = rule.late_after_minutes * _MINUTE
    return any(
        one.starts_at <= left and left + spared < one.ends_at.astimezone(UTC) for one in sessions
    )


def _union(spans: Iterable[Span]) -> list[Span]:
    """Return spans joined where they touch or overlap, in order."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if end <= start:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _both(some: Sequence[Span], others: Sequence[Span]) -> list[Span]:
    """Return the spans that lie in both."""
    pairs = ((max(a[0], b[0]), min(a[1], b[1])) for a in some for b in others)
    return [(start, end) for start, end in pairs if start < end]


def _whole_minutes(spans: Iterable[Span]) -> int:
    return sum((end - start for start, end in spans), timedelta()) // _MINUTE
