"""What the touchscreen asks of the desk: its reference, who sees it and how it ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from fakes import ZONE, count, event_text, open_test_desk, person

from kiosk.domain.errors import KioskError
from kiosk.domain.request import DeskRequest, RequestKind, RequestState
from kiosk.services import desk_requests, events
from kiosk.services.open_desk import OpenDesk, open_desk, serve
from kiosk.storage import requests


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    made = open_test_desk(tmp_path, [person(1), person(2)])
    yield made
    made.close()


def ask(desk: OpenDesk, kind: str = "help", why: str = "UNKNOWN", who: str = "") -> DeskRequest:
    return desk_requests.raise_request(desk, kind, why, who)


def raised(desk: OpenDesk, moment: datetime, number: int = 500) -> DeskRequest:
    """Put a request of another time into the store."""
    one = DeskRequest(
        f"q{number}", RequestKind.HELP, number, "UNKNOWN", "", "데스크 A", RequestState.WAITING,
        moment,
    )  # fmt: skip
    desk.store.write(lambda connection: requests.add(connection, desk.event_number, one))
    return one


def test_references_count_in_their_event_and_letter(desk: OpenDesk) -> None:
    told = [ask(desk).reference, ask(desk, "badge", "PRINTER_REFUSED", "r1").reference]
    told += [ask(desk).reference, ask(desk, "call", "CALLED").reference]
    assert told == ["A-01", "B-01", "A-02", "C-01"]


def test_another_event_begins_anew(desk: OpenDesk, tmp_path: Path) -> None:
    ask(desk)
    file = tmp_path / "second.toml"
    file.write_text(event_text(event={"id": "second"}), encoding="utf-8")
    events.apply(desk.store, file)
    second = serve(desk.store, "second")
    mine = ask(second)
    assert mine.reference == "A-01"
    assert desk_requests.waiting(second) == [mine]
    assert mine not in desk_requests.waiting(desk)
    with pytest.raises(KioskError, match="REQUEST_UNKNOWN"):
        desk_requests.find(desk, mine.id)


def test_a_request_is_seen_at_once_by_a_desk_of_its_own(desk: OpenDesk) -> None:
    first, second = ask(desk, who="r1", why="THREE_WRONG_NUMBERS"), ask(desk, "call", "CALLED")
    other = open_desk(desk.store.path.parent)
    assert desk_requests.waiting(other) == [first, second]
    assert desk_requests.find(other, first.id) == first
    assert (first.registration, first.why) == ("r1", "THREE_WRONG_NUMBERS")
    assert (first.kiosk, first.state) == ("데스크 A", RequestState.WAITING)
    other.close()


def test_staff_see_for_whom_it_is(desk: OpenDesk) -> None:
    ask(desk)
    ask(desk, who="r2")
    told = desk_requests.asked(desk)
    assert [(one.request.reference, one.name) for one in told] == [
        ("A-01", ""),
        ("A-02", "가상인2"),
    ]
    assert [one.request for one in told] == desk_requests.waiting(desk)


def test_somebody_whose_data_is_gone_is_nobody(desk: OpenDesk) -> None:
    ask(desk, who="r2")
    desk.store.connection.execute("PRAGMA foreign_keys = OFF")
    desk.store.connection.execute("DELETE FROM registration WHERE id = 'r2'")
    assert [one.name for one in desk_requests.asked(desk)] == [""]


def test_touching_twice_asks_once(desk: OpenDesk) -> None:
    assert ask(desk, who="r1") == ask(desk, who="r1")
    assert ask(desk, "call", "CALLED") == ask(desk, "call", "WELCOME")
    assert count(desk, "request") == 2


def test_two_strangers_two_reasons_and_two_kiosks_are_two_requests(desk: OpenDesk) -> None:
    made = [ask(desk), ask(desk), ask(desk, who="r1"), ask(desk, who="r1", why="PENDING")]
    made += [ask(desk, who="r2"), ask(desk, "badge", who="r1"), ask(desk, "call", "CALLED")]
    desk.settings = replace(desk.settings, desk_name="키오스크 2")
    made += [ask(desk, "call", "CALLED"), ask(desk, who="r1")]
    assert len({one.id for one in made}) == len(made) == count(desk, "request")


def test_what_has_ended_is_asked_anew(desk: OpenDesk) -> None:
    first = ask(desk, who="r1")
    desk_requests.close(desk, first.id)
    again = ask(desk, who="r1")
    assert (first.reference, again.reference) == ("A-01", "A-02")


def test_the_first_to_accept_is_the_one_who_comes(desk: OpenDesk) -> None:
    one = ask(desk, "call", "CALLED")
    taken = desk_requests.accept(desk, one.id, "예시 직원 1")
    assert (taken.state, taken.accepted_by) == (RequestState.ACCEPTED, "예시 직원 1")
    assert taken.accepted_at is not None
    assert desk_requests.accept(desk, one.id, "예시 직원 2") == taken
    assert desk_requests.waiting(desk) == [taken], "it is open until somebody has come"


@pytest.mark.parametrize("end", [desk_requests.close, desk_requests.withdraw])
@pytest.mark.parametrize("accepted", [True, False])
def test_what_has_ended_is_open_no_more_and_stays_as_it_ended(
    desk: OpenDesk, end: object, accepted: bool
) -> None:
    one = ask(desk, "call", "CALLED")
    if accepted:
        desk_requests.accept(desk, one.id, "예시 직원")
    ended = end(desk, one.id)  # type: ignore[operator]
    assert not ended.state.is_open
    assert ended.ended_at is not None
    assert desk_requests.waiting(desk) == []
    assert desk_requests.close(desk, one.id) == ended
    assert desk_requests.withdraw(desk, one.id) == ended
    assert desk_requests.accept(desk, one.id, "예시 직원") == ended
    assert desk_requests.find(desk, one.id) == ended


def test_whoever_is_nobody_here_is_told(desk: OpenDesk) -> None:
    with pytest.raises(KioskError, match="REGISTRATION_UNKNOWN"):
        ask(desk, who="nobody")
    for move in (desk_requests.close, desk_requests.withdraw, desk_requests.find):
        with pytest.raises(KioskError, match="REQUEST_UNKNOWN"):
            move(desk, "nothing")
    with pytest.raises(KioskError, match="REQUEST_UNKNOWN"):
        desk_requests.accept(desk, "nothing", "예시 직원")
    with pytest.raises(ValueError, match="shout"):
        ask(desk, "shout")
    assert count(desk, "request") == 0


class TestDays:
    def test_what_an_earlier_day_left_open_is_over(self, desk: OpenDesk) -> None:
        """The day ends at midnight in Seoul, which is in the afternoon of UTC."""
        midnight = datetime(2026, 3, 27, tzinfo=ZONE)
        raised(desk, midnight - timedelta(seconds=1), 501)
        today = raised(desk, midnight, 502)
        shown = desk_requests.waiting(desk, midnight + timedelta(hours=23))
        assert [one.id for one in shown] == [today.id]
        assert len(desk_requests.waiting(desk, midnight - timedelta(hours=1))) == 2

    def test_a_clock_set_back_hides_nothing(self, desk: OpenDesk) -> None:
        one = ask(desk)
        yesterday = one.raised_at - timedelta(days=1)
        assert desk_requests.waiting(desk, yesterday) == [one]

    def test_an_old_one_does_not_swallow_a_new_one(self, desk: OpenDesk) -> None:
        one = ask(desk, "call", "CALLED")
        desk.store.connection.execute("UPDATE request SET raised_ms = raised_ms - 172800000")
        assert ask(desk, "call", "CALLED").id != one.id


def test_the_numbers_go_on_after_ninety_nine(desk: OpenDesk) -> None:
    raised(desk, datetime(2026, 3, 26, tzinfo=ZONE), 99)
    assert ask(desk).reference == "AA-01"
