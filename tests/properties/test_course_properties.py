"""Counted minutes against a count on the fingers: minute by minute, and whatever was scanned."""

from __future__ import annotations

from datetime import UTC, timedelta

from fakes import DAY, ZONE, Raw, at, made_event, session_text
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.course import CourseDay, DayState, day_of
from kiosk.domain.event import CourseRule, MissingOut
from kiosk.domain.journal import Entry, Kind, Stamp

MIDNIGHT = at("00:00")
SITTINGS = (("one", 9, 12), ("two", 11, 13), ("three", 14, 17))
EVENT = made_event(
    *[
        session_text(
            name,
            starts_at=Raw(f"{DAY}T{start:02d}:00:00"),
            ends_at=Raw(f"{DAY}T{end:02d}:00:00"),
            closes_at=Raw(f"{DAY}T{end + 1:02d}:00:00"),
        )
        for name, start, end in SITTINGS
    ],
    event={"starts_at": Raw(f"{DAY}T09:00:00")},
)
CLOSES = {name: 60 * (end + 1) for name, _, end in SITTINGS}
ENDS = {name: 60 * end for name, _, end in SITTINGS}
SITTING_MINUTES = {minute for _, start, end in SITTINGS for minute in range(60 * start, 60 * end)}

minutes = st.integers(8 * 60, 19 * 60)
scans = st.lists(
    st.tuples(st.sampled_from(list(CLOSES)), st.sampled_from([Kind.IN, Kind.OUT]), minutes),
    max_size=9,
)
rules = st.builds(CourseRule, missing_out=st.sampled_from(MissingOut))


def entries_of(told: list[tuple[str, Kind, int]]) -> list[Entry]:
    made = []
    for number, (session, kind, minute) in enumerate(told):
        moment = MIDNIGHT + timedelta(minutes=minute)
        stamp = Stamp(number, 0, "d")
        made.append(Entry(f"e{number}", session, "r1", kind, moment, moment, stamp))
    return made


def told_at(rule: CourseRule, entries: list[Entry], minute: int) -> CourseDay:
    now = MIDNIGHT + timedelta(minutes=minute)
    return day_of(rule, ZONE, EVENT.sessions, entries, now)


def on_the_fingers(rule: CourseRule, told: list[tuple[str, Kind, int]], now: int) -> int:
    """Walk through the day with a light a session that goes on and off; count lit minutes."""
    lit: set[int] = set()
    for session, closes in CLOSES.items():
        steps = [(minute, kind) for name, kind, minute in told if name == session and minute <= now]
        steps.sort(key=lambda step: step[0])
        on_since = None
        for minute, kind in steps:
            if kind is Kind.IN and on_since is None:
                on_since = minute
            elif kind is Kind.OUT and on_since is not None:
                lit |= set(range(on_since, minute))
                on_since = None
        is_counted = now <= closes or rule.missing_out is MissingOut.UNTIL_END
        if on_since is not None and is_counted:
            lit |= set(range(on_since, min(now, ENDS[session])))
    return len(lit & SITTING_MINUTES)


@settings(max_examples=300)
@given(rules, scans, minutes)
def test_the_minutes_are_those_counted_on_the_fingers(
    rule: CourseRule, told: list[tuple[str, Kind, int]], now: int
) -> None:
    day = told_at(rule, entries_of(told), now)
    assert day.counted_minutes_today == day.counted_minutes == on_the_fingers(rule, told, now)
    assert day.course_minutes == len(SITTING_MINUTES)


@given(rules, scans, minutes, st.randoms(use_true_random=False))
def test_neither_order_nor_repeats_nor_the_clock_s_zone_matter(
    rule: CourseRule, told: list[tuple[str, Kind, int]], now: int, draw: object
) -> None:
    entries = entries_of(told)
    mixed = entries + entries[::2]
    draw.shuffle(mixed)  # type: ignore[attr-defined]
    abroad = [entry._replace(scanned_at=entry.scanned_at.astimezone(UTC)) for entry in mixed]
    assert told_at(rule, abroad, now) == told_at(rule, entries, now)


@given(rules, scans, minutes)
def test_no_more_is_counted_than_there_was(
    rule: CourseRule, told: list[tuple[str, Kind, int]], now: int
) -> None:
    day = told_at(rule, entries_of(told), now)
    passed = len([minute for minute in SITTING_MINUTES if minute < now])
    assert 0 <= day.counted_minutes_today <= day.minutes_if_left_now <= passed
    assert day.days == ((MIDNIGHT.date(), DayState.TODAY),)
    assert (day.in_at is None) <= (day.counted_minutes_today == 0)
    assert day.required_minutes <= day.course_minutes


@given(rules, scans)
def test_scanning_out_now_counts_what_was_promised(
    rule: CourseRule, told: list[tuple[str, Kind, int]]
) -> None:
    """Whoever is inside one session and leaves it gets the minutes the screen told them."""
    now = 19 * 60
    entries = entries_of(told)
    promised = told_at(rule, entries, now).minutes_if_left_now
    outs = [(session.id, Kind.OUT, now) for session in EVENT.sessions]
    assert told_at(rule, entries_of([*told, *outs]), now).counted_minutes_today == promised
