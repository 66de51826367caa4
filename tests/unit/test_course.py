"""A trainee's day at the screen: what counts of it, what is late or early, and what is to come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from fakes import Raw, at, event_text, made_event, open_test_desk, person, scan, session_text, token

from kiosk.domain.course import CourseDay, DayState, day_of, sessions_of
from kiosk.domain.errors import KioskError
from kiosk.domain.event import CourseRule, Direction, Event, Session
from kiosk.domain.journal import Entry, Kind, Stamp
from kiosk.domain.registration import Category
from kiosk.services import check_in, course, event_file
from kiosk.services.open_desk import OpenDesk

DAYS = ("2026-03-23", "2026-03-24", "2026-03-25")
MONDAY, TUESDAY, WEDNESDAY = map(date.fromisoformat, DAYS)


def sitting(session_id: str, day: str, start: str, end: str, closes: str = "18:00") -> str:
    return session_text(
        session_id, entry="re-entry", starts_at=Raw(f"{day}T{start}:00"),
        ends_at=Raw(f"{day}T{end}:00"), closes_at=Raw(f"{day}T{closes}:00"),
    )  # fmt: skip


def course_text(rule: str = "") -> str:
    """Return three days of two sittings each: 09:00 to 12:00 and 13:00 to 17:00."""
    sittings = [
        sitting(f"{half}{number}", day, start, end)
        for number, day in enumerate(DAYS, 1)
        for half, start, end in (("am", "09:00", "12:00"), ("pm", "13:00", "17:00"))
    ]
    span = {"starts_at": Raw(f"{DAYS[0]}T09:00:00"), "ends_at": Raw(f"{DAYS[-1]}T17:00:00")}
    return event_text(*sittings, f"[course]\n{rule}\n", event=span)


def rule_and_event(rule: str = "") -> tuple[CourseRule, Event]:
    event = event_file.parse(course_text(rule).encode())
    assert event.course is not None
    return event.course, event


class Trainee:
    """A person's entries, written as they are scanned unless told otherwise."""

    def __init__(self, rule: str = "") -> None:
        self.rule, self.event = rule_and_event(rule)
        self.entries: list[Entry] = []

    def scans(self, session: str, kind: str, clock: str, *, written: int | None = None) -> Trainee:
        day = DAYS[int(session[-1]) - 1]
        number = len(self.entries)
        moment = at(clock, day)
        stamp = Stamp(number if written is None else written, 0, "d")
        entry = Entry(f"e{number}", session, "r1", Kind(kind), moment, moment, stamp)
        self.entries.append(entry)
        return self

    def stays(self, session: str, come: str, leave: str) -> Trainee:
        return self.scans(session, "in", come).scans(session, "out", leave)

    def voids(self, number: int) -> Trainee:
        moment = at("17:30", DAYS[0])
        stamp = Stamp(1_000, 0, "d")
        void = Entry("v", "am1", "r1", Kind.VOID, moment, moment, stamp, f"e{number}")
        self.entries.append(void)
        return self

    def day(self, clock: str, day: str = DAYS[0]) -> CourseDay:
        sessions = self.event.sessions
        return day_of(self.rule, self.event.zone, sessions, self.entries, at(clock, day))


class TestCounted:
    def test_a_whole_day_counts_its_sittings_and_not_its_lunch(self) -> None:
        told = Trainee().stays("am1", "08:50", "12:10").stays("pm1", "12:55", "17:20").day("17:30")
        assert told.counted_minutes_today == told.counted_minutes == 7 * 60
        assert (told.in_at, told.out_at) == (at("08:50", DAYS[0]), at("17:20", DAYS[0]))
        assert told.course_minutes == 3 * 7 * 60
        assert told.required_minutes == 1_008

    def test_going_out_and_in_again_counts_what_was_inside(self) -> None:
        trainee = Trainee().stays("am1", "09:00", "10:00").stays("am1", "10:30", "12:00")
        assert trainee.day("12:00").counted_minutes_today == 150

    def test_one_way_in_and_out_over_both_sittings_counts_both(self) -> None:
        """A desk that serves the morning all day: lunch lies between, and counts nothing."""
        assert Trainee().stays("am1", "09:00", "17:00").day("17:30").counted_minutes_today == 420

    def test_two_sittings_at_once_count_once(self) -> None:
        trainee = Trainee().stays("am1", "09:00", "12:00").stays("pm1", "10:00", "12:00")
        assert trainee.day("12:30").counted_minutes_today == 180

    def test_seconds_are_not_minutes(self) -> None:
        trainee = Trainee().stays("am1", "09:00:00", "09:10:59")
        assert trainee.day("10:00").counted_minutes_today == 10

    def test_what_was_undone_counts_nothing(self) -> None:
        trainee = Trainee().stays("am1", "09:00", "12:00").voids(0)
        told = trainee.day("12:30")
        assert (told.counted_minutes_today, told.in_at) == (0, None)

    def test_a_clock_that_ran_backwards_counts_nothing_and_takes_nothing(self) -> None:
        trainee = Trainee().stays("am1", "09:00", "10:00")
        trainee.scans("am1", "in", "11:00", written=50).scans("am1", "out", "10:30", written=51)
        assert trainee.day("11:30").counted_minutes_today == 60 + 30

    def test_a_scan_out_that_staff_add_later_ends_the_stretch_it_was_forgotten_for(self) -> None:
        trainee = Trainee().scans("am1", "in", "09:00").stays("am1", "10:30", "12:00")
        trainee.scans("am1", "out", "10:00", written=99)
        assert trainee.day("12:30").counted_minutes_today == 60 + 90

    def test_what_has_not_happened_yet_counts_nothing(self) -> None:
        trainee = Trainee().stays("am1", "09:00", "12:00")
        assert trainee.day("10:00").counted_minutes_today == 60
        assert trainee.day("08:00").in_at is None


class TestMissingOut:
    def test_inside_it_counts_so_far(self) -> None:
        told = Trainee().scans("am1", "in", "09:00").day("10:30")
        assert (told.counted_minutes_today, told.out_at) == (90, None)
        assert told.minutes_if_left_now == 90

    def test_once_the_sitting_takes_no_more_scans_it_counts_nothing(self) -> None:
        trainee = Trainee().scans("am1", "in", "09:00")
        assert trainee.day("18:00").counted_minutes_today == 180
        told = trainee.day("18:01")
        assert (told.counted_minutes_today, told.minutes_if_left_now) == (0, 420)
        assert trainee.day("09:00", DAYS[1]).days[0] == (MONDAY, DayState.ABSENT)

    def test_the_course_may_count_it_to_the_sitting_s_end_and_no_further(self) -> None:
        trainee = Trainee('missing_out = "until-end"').scans("am1", "in", "10:00")
        assert trainee.day("18:01").counted_minutes_today == 120
        assert trainee.day("09:00", DAYS[1]).counted_minutes == 120


class TestLateAndEarly:
    @pytest.mark.parametrize(
        ("come", "late"),
        [("08:30", 0), ("09:00", 0), ("09:10", 0), ("09:10:01", 10), ("09:25", 25)],
    )
    def test_late_is_beyond_the_tolerance(self, come: str, late: int) -> None:
        assert Trainee().scans("am1", "in", come).day("10:00").late_minutes == late

    @pytest.mark.parametrize(
        ("leave", "early"),
        [("09:30", True), ("11:49", True), ("11:50", False), ("12:05", False), ("16:49", True)],
    )
    def test_early_is_before_the_end_of_a_sitting_that_has_begun(
        self, leave: str, early: bool
    ) -> None:
        assert Trainee().scans("am1", "in", "09:00").day(leave).leaves_early is early

    def test_who_has_left_stays_as_they_left(self) -> None:
        trainee = Trainee().stays("am1", "09:00", "12:00")
        assert not trainee.day("14:00").leaves_early
        assert Trainee().stays("am1", "09:00", "11:00").day("14:00").leaves_early

    def test_who_has_not_come_is_neither(self) -> None:
        told = Trainee().day("11:00")
        assert (told.late_minutes, told.leaves_early, told.minutes_if_left_now) == (0, False, 0)


class TestDays:
    def test_each_day_has_its_state(self) -> None:
        trainee = Trainee().stays("am1", "09:00", "12:00").stays("pm1", "13:00", "14:00")
        trainee.stays("am2", "09:00", "10:00")
        told = trainee.day("10:00", DAYS[2])
        assert told.days == (
            (MONDAY, DayState.DONE),
            (TUESDAY, DayState.PART),
            (WEDNESDAY, DayState.TODAY),
        )
        assert told.number_of_day == 3
        assert (told.counted_minutes, told.counted_minutes_today) == (300, 0)

    def test_half_of_a_day_is_enough_and_less_is_not(self) -> None:
        """``day_counts_from`` is 0.5: 210 of 420 minutes."""
        enough = Trainee().stays("am1", "09:00", "12:00").stays("pm1", "13:00", "13:30")
        assert enough.day("09:00", DAYS[1]).days[0][1] is DayState.DONE
        less = Trainee().stays("am1", "09:00", "12:00").stays("pm1", "13:00", "13:29")
        assert less.day("09:00", DAYS[1]).days[0][1] is DayState.PART

    def test_before_between_and_after_the_course(self) -> None:
        before, after = "2026-03-22", "2026-03-28"
        first = Trainee().day("12:00", before)
        assert {state for _, state in first.days} == {DayState.TO_COME}
        assert (first.number_of_day, first.next_starts_at) == (0, at("09:00", DAYS[0]))
        last = Trainee().day("12:00", after)
        assert {state for _, state in last.days} == {DayState.ABSENT}
        assert (last.number_of_day, last.next_starts_at) == (0, None)

    def test_tomorrow_s_beginning_is_told_also_before_today_s_end(self) -> None:
        assert Trainee().day("10:00").next_starts_at == at("09:00", DAYS[1])

    def test_a_day_is_the_event_s_and_not_utc_s(self) -> None:
        """Half past eight in Seoul is still yesterday in UTC."""
        trainee = Trainee().stays("am2", "08:30", "12:00")
        utc = at("08:45", DAYS[1]).astimezone(UTC)
        told = day_of(
            trainee.rule, trainee.event.zone, trainee.event.sessions, trainee.entries, utc
        )
        assert told.number_of_day == 2

    def test_an_hour_is_an_hour_where_clocks_change(self) -> None:
        zone = "America/New_York"
        span = {"starts_at": Raw("2026-03-08T01:00:00"), "ends_at": Raw("2026-03-08T04:00:00")}
        event = made_event(session_text(**span), event={"timezone": zone, **span})
        told = day_of(
            CourseRule(), event.zone, event.sessions, [],
            datetime(2026, 3, 8, 12, tzinfo=UTC),
        )  # fmt: skip
        assert told.course_minutes == 120


def test_a_trainee_s_sessions_are_those_meant_for_them() -> None:
    event = made_event(
        session_text("all"), session_text("booked", booking_required=True),
        session_text("vips", categories=["vip"]),
    )  # fmt: skip

    def ids(sessions: tuple[Session, ...]) -> list[str]:
        return [one.id for one in sessions]

    assert ids(sessions_of(event, person(1))) == ["all"]
    assert ids(sessions_of(event, person(1, sessions=("booked",)))) == ["all", "booked"]
    assert ids(sessions_of(event, person(1, category=Category.VIP))) == ["all", "vips"]


class TestService:
    @pytest.fixture
    def desk(self, tmp_path: Path) -> Iterator[OpenDesk]:
        made = open_test_desk(tmp_path, [person(1), person(2)], course_text())
        yield made
        made.close()

    def test_it_tells_of_the_journal_what_the_screen_shows(self, desk: OpenDesk) -> None:
        session = desk.event.sessions[0]
        start = at("09:00", DAYS[0])
        for minutes, direction in ((0, Direction.AUTO), (90, Direction.AUTO)):
            seen = check_in.Scan(start + timedelta(minutes=minutes), direction)
            assert check_in.scan(desk, session, token(1), seen).entry
        told = course.day_of(desk, "r1", at("11:00", DAYS[0]))
        assert (told.counted_minutes_today, told.out_at) == (90, at("10:30", DAYS[0]))
        assert course.day_of(desk, "r2", at("11:00", DAYS[0])).counted_minutes == 0
        with pytest.raises(KioskError, match="REGISTRATION_UNKNOWN"):
            course.day_of(desk, "nobody", start)

    def test_an_event_that_is_no_course_is_told_all_the_same(self, tmp_path: Path) -> None:
        desk = open_test_desk(tmp_path, [person(1)])
        scan(desk, token(1), "14:00")
        told = course.day_of(desk, "r1", at("15:00"))
        assert (told.counted_minutes_today, told.course_minutes) == (60, 120)
        desk.close()
