"""Times and names as a guest reads them."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from kiosk.domain.event import Event, Privacy, Session, Words
from kiosk.domain.registration import Registration
from kiosk.ui.self_check_in.wording import day, hour, name_of, when_and_where

AT = datetime(2026, 5, 3, 4, 30, tzinfo=UTC)


def event(venue: Words) -> Event:
    session = Session("one", Words("회차"), AT, AT, AT, AT)
    return Event(
        id="sample",
        title=Words("표본 행사", "Sample event"),
        venue=venue,
        hosts=(),
        zone=ZoneInfo("Asia/Seoul"),
        starts_at=AT,
        ends_at=AT,
        privacy=Privacy("consent", Words("참석"), ("name",), 1, Words("거부")),
        sessions=(session,),
    )


@pytest.mark.parametrize(
    ("hours", "minutes", "korean", "english"),
    [
        (0, 0, "오전 12시", "12 AM"),
        (9, 5, "오전 9시 5분", "9:05 AM"),
        (12, 0, "오후 12시", "12 PM"),
        (14, 0, "오후 2시", "2 PM"),
        (23, 59, "오후 11시 59분", "11:59 PM"),
    ],
)
def test_an_hour_is_said_as_people_say_it(
    hours: int, minutes: int, korean: str, english: str
) -> None:
    at = datetime(2026, 1, 1, hours, minutes, tzinfo=UTC)
    assert hour(at, "ko") == korean
    assert hour(at, "en") == english


def test_a_day_names_its_weekday() -> None:
    assert day(AT, "ko") == "5월 3일(일)"
    assert day(AT, "en") == "Sun 3 May"


def test_the_welcome_counts_time_in_the_events_zone() -> None:
    made = event(Words("표본홀", "Sample Hall"))
    assert when_and_where(made, AT, "ko") == "5월 3일(일) 오후 1시 30분 · 표본홀"
    assert when_and_where(made, AT, "en") == "Sun 3 May, 1:30 PM · Sample Hall"


def test_no_venue_leaves_no_dot_behind() -> None:
    assert when_and_where(event(Words()), AT, "en") == "Sun 3 May, 1:30 PM"


@pytest.mark.parametrize(
    ("latin", "language", "expected"),
    [
        ("HONG Gildong", "en", "HONG Gildong"),
        ("HONG Gildong", "ko", "홍길동"),
        ("", "en", "홍길동"),
    ],
)
def test_a_name_is_read_in_the_guests_letters(latin: str, language: str, expected: str) -> None:
    assert name_of(Registration("r", "홍길동", name_latin=latin), language) == expected
