"""Attendance as it stands: counts, the log, the guests to come, and what was recounted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from fakes import at, event_text, open_test_desk, person, scan, session_text, token

from kiosk.domain.event import Direction
from kiosk.domain.found import Counts
from kiosk.domain.registration import Category, Source, Status
from kiosk.services import attendance, check_in
from kiosk.services.open_desk import OpenDesk, open_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    people = [
        person(1),
        person(2),
        person(3, status=Status.CANCELLED),
        person(4, source=Source.WALK_IN),
        person(5, category=Category.VIP, seat="A-2"),
        person(6, category=Category.SPEAKER, seat="A-1"),
    ]
    made = open_test_desk(tmp_path, people, event_text(session_text(entry="re-entry")))
    yield made
    made.close()


def overview(desk: OpenDesk, now: datetime) -> attendance.Overview:
    return attendance.overview(desk, desk.event.sessions[0], now)


def test_before_anybody_came(desk: OpenDesk) -> None:
    seen = overview(desk, at("14:00"))
    assert seen.counts == Counts(registered=5)
    assert seen.recent == ()
    assert [guest.id for guest in seen.guests_to_come] == ["r6", "r5"]


def test_people_are_counted_once_whatever_they_do(desk: OpenDesk) -> None:
    scan(desk, token(1), "14:00")
    scan(desk, token(1), "14:05", direction=Direction.OUT)
    scan(desk, token(1), "14:06")
    scan(desk, token(2), "14:07")
    scan(desk, token(2), "14:08", direction=Direction.OUT)
    scan(desk, token(4), "14:09")
    counts = overview(desk, at("14:10")).counts
    assert (counts.come, counts.inside, counts.walk_ins) == (3, 2, 1)


@pytest.mark.parametrize(
    ("clock", "lately"),
    [("14:00", 1), ("14:09:59", 1), ("14:10", 0), ("13:59:59", 0)],
)
def test_the_last_ten_minutes(desk: OpenDesk, clock: str, lately: int) -> None:
    scan(desk, token(1), "14:00")
    assert overview(desk, at(clock)).counts.last_ten_minutes == lately


def test_the_counts_follow_each_entry_and_each_undoing(desk: OpenDesk) -> None:
    now = at("14:30")
    first = scan(desk, token(1), "14:25")
    assert overview(desk, now).counts.come == 1
    check_in.void(desk, first.entry, "잘못")
    counts = overview(desk, now).counts
    assert (counts.come, counts.inside, counts.last_ten_minutes) == (0, 0, 0)
    scan(desk, token(1), "14:26")
    assert overview(desk, now).counts.come == 1


def test_what_another_program_wrote_is_seen(desk: OpenDesk) -> None:
    scan(desk, token(1))
    assert overview(desk, at("14:10")).counts.come == 1
    other = open_desk(desk.store.path.parent)
    scan(other, token(2))
    other.close()
    assert overview(desk, at("14:10")).counts.come == 2
    scan(desk, token(4))
    assert overview(desk, at("14:10")).counts.come == 3


def test_running_numbers_are_those_of_a_recount(desk: OpenDesk) -> None:
    session = desk.event.sessions[0]
    entries = []
    for step, number in enumerate([1, 2, 1, 4, 5, 2, 1, 4]):
        clock = (at("14:00") + timedelta(minutes=step)).strftime("%H:%M")
        verdict = scan(desk, token(number), clock, direction=Direction.AUTO)
        entries.append(verdict.entry)
        if step % 3 == 2:
            check_in.void(desk, entries[step - 1], "잘못")
        now = at("14:12")
        running = attendance.overview(desk, session, now)
        desk.memory.clear()
        assert attendance.overview(desk, session, now) == running


def test_a_guest_who_came_is_no_longer_awaited(desk: OpenDesk) -> None:
    scan(desk, token(5))
    assert [guest.id for guest in overview(desk, at("14:10")).guests_to_come] == ["r6"]


def test_the_log_shows_the_newest_first_and_what_was_undone(desk: OpenDesk) -> None:
    first = scan(desk, token(1), "14:00")
    scan(desk, token(2), "14:01")
    check_in.void(desk, first.entry, "잘못")
    recent = overview(desk, at("14:10")).recent
    assert [line.kind for line in recent] == ["void", "in", "in"]
    assert [line.name for line in recent] == ["가상인1", "가상인2", "가상인1"]
    assert [line.undone for line in recent] == [False, False, True]
    assert recent[0].desk == desk.settings.desk_name


def test_the_log_has_an_end(desk: OpenDesk) -> None:
    for step in range(2 * attendance.RECENT):
        clock = (at("14:00") + timedelta(seconds=step)).strftime("%H:%M:%S")
        scan(desk, token(1), clock, direction=Direction.AUTO)
    recent = overview(desk, at("14:10")).recent
    assert len(recent) == attendance.RECENT
    assert recent[0].at == at("14:00") + timedelta(seconds=2 * attendance.RECENT - 1)
