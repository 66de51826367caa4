"""What only staff may do, and a record that cannot be written: nobody is let through by mistake."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from guests import OK, THREE, Visit

from kiosk.domain.errors import KioskError
from kiosk.domain.found import Cards
from kiosk.domain.pin import PinCheck
from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.self_check_in.desk_words import Cause
from kiosk.ui.self_check_in.flow import State
from kiosk.ui.self_check_in.guide import PROBE_S
from kiosk.ui.self_check_in.sample_desk import NOW

BROKEN = ["STORE_FULL", "STORE_NOT_WRITABLE", "STORE_DAMAGED", "STORE_NOT_DURABLE"]


@pytest.fixture
def visit(qapp: object) -> Iterator[Visit]:
    made = Visit()
    yield made
    made.close()


def unlock(visit: Visit, pin: str = "") -> None:
    visit.guide.unlock()
    visit.rest()
    visit.type(Act.PIN_KEY, pin)


def test_the_right_pin_opens_the_administration(visit: Visit) -> None:
    visit.desk.pin = PinCheck(ok=True, tries_left=5)
    unlock(visit, "27182")
    assert visit.desk.calls_of("check_pin") == []
    visit.type(Act.PIN_KEY, "8")
    assert visit.desk.calls_of("check_pin") == [("271828",)]
    assert visit.state is State.ADMINISTRATION
    assert visit.guide.lock.digits == ""


def test_a_wrong_pin_says_how_many_tries_are_left(visit: Visit) -> None:
    unlock(visit, "271828")
    assert visit.state is State.PIN
    assert (visit.guide.lock.tries_left, visit.guide.lock.wait_s) == (4, 0)
    assert visit.guide.lock.digits == ""
    visit.type(Act.PIN_KEY, "3")
    assert visit.guide.lock.digits == "3"


def test_after_too_many_no_key_is_taken_until_the_lock_is_over(visit: Visit) -> None:
    visit.desk.pin = PinCheck(ok=False, tries_left=0, locked_until=NOW + timedelta(seconds=20))
    unlock(visit, "271828")
    changed: list[bool] = []
    visit.guide.changed.connect(lambda: changed.append(True))
    assert visit.guide.lock.wait_s == 18
    visit.wait(1)
    assert (visit.guide.lock.wait_s, changed) == (17, [True])
    visit.type(Act.PIN_KEY, "271828")
    assert visit.guide.lock.digits == ""
    assert len(visit.desk.calls_of("check_pin")) == 1
    visit.wait(17)
    assert visit.guide.lock.wait_s == 0
    visit.type(Act.PIN_KEY, "2")
    assert visit.guide.lock.digits == "2"


@pytest.mark.parametrize("hours", [-24, 24])
def test_a_clock_that_is_set_moves_no_lock(visit: Visit, hours: int) -> None:
    visit.desk.pin = PinCheck(ok=False, tries_left=0, locked_until=NOW + timedelta(seconds=30))
    unlock(visit, "271828")
    before = visit.guide.lock.wait_s
    visit.desk.passed += timedelta(hours=hours)
    assert visit.guide.lock.wait_s == before
    visit.rest(before)
    assert visit.guide.lock.wait_s == 0


def test_going_away_and_coming_back_does_not_lift_the_lock(visit: Visit) -> None:
    visit.desk.pin = PinCheck(ok=False, tries_left=0, locked_until=NOW + timedelta(seconds=20))
    unlock(visit, "271828")
    visit.press(Act.HOME)
    unlock(visit, "271828")
    assert visit.guide.lock.wait_s > 0
    assert len(visit.desk.calls_of("check_pin")) == 1


def test_keys_pressed_while_a_pin_is_checked_are_not_taken(visit: Visit) -> None:
    visit.desk.slow.add("check_pin")
    unlock(visit, "2718281")
    assert visit.guide.lock.digits == ""
    visit.desk.kept[-1](PinCheck(ok=False, tries_left=4))
    visit.type(Act.PIN_KEY, "1")
    assert visit.guide.lock.digits == "1"


def test_a_pin_answered_after_the_time_was_up_opens_nothing(visit: Visit) -> None:
    visit.desk.slow.add("check_pin")
    unlock(visit, "271828")
    visit.wait(30)
    assert visit.state is State.WELCOME
    visit.desk.kept[-1](PinCheck(ok=True, tries_left=5))
    assert visit.state is State.WELCOME


def test_digits_are_taken_back_and_forgotten(visit: Visit) -> None:
    unlock(visit, "271")
    visit.press((Act.PIN_KEY, "back"))
    assert visit.guide.lock.digits == "27"
    visit.press((Act.PIN_KEY, "clear"))
    assert visit.guide.lock.digits == ""
    visit.type(Act.PIN_KEY, "12")
    visit.wait(30)
    assert (visit.state, visit.guide.lock.digits) == (State.WELCOME, "")


@pytest.mark.parametrize("state", [State.PIN, State.ADMINISTRATION])
def test_a_scan_is_not_taken_where_staff_are_at_work(visit: Visit, state: State) -> None:
    visit.desk.pin = PinCheck(ok=True, tries_left=5)
    unlock(visit, "271828" if state is State.ADMINISTRATION else "")
    assert visit.state is state
    assert not visit.guide.take_scan("TICKET")
    assert visit.desk.calls_of("take_scan") == []


def test_the_gesture_forgets_what_a_guest_had_typed(visit: Visit) -> None:
    visit.type_name("ㅎㄱ", Cards(3, THREE))
    unlock(visit)
    assert (visit.guide.finder.typed, visit.guide.finder.cards) == ("", ())


def break_store(visit: Visit, code: str = "STORE_FULL") -> None:
    visit.desk.can_write = False
    visit.guide.take_scan("TICKET")
    visit.desk.failed.emit(KioskError(code))
    visit.rest()


@pytest.mark.parametrize("code", BROKEN)
def test_a_record_that_cannot_be_written_takes_the_touchscreen_out_of_service(
    visit: Visit, code: str
) -> None:
    break_store(visit, code)
    assert (visit.state, visit.why) == (State.TO_DESK, Cause.NOT_SAVED)
    visit.press(Act.HOME)
    assert visit.state is State.OUT_OF_SERVICE
    assert not visit.guide.take_scan("TICKET")
    visit.press(Act.FIND)
    assert visit.state is State.OUT_OF_SERVICE


def test_what_a_second_try_may_mend_takes_nothing_out_of_service(visit: Visit) -> None:
    break_store(visit, "STORE_LOCKED")
    visit.press(Act.HOME)
    assert visit.state is State.WELCOME


def test_the_touchscreen_returns_once_the_record_can_be_written(visit: Visit) -> None:
    break_store(visit)
    visit.press(Act.HOME)
    visit.wait(PROBE_S - 2.1)
    assert visit.desk.calls_of("probe") == []
    for tries in (1, 2, 3):
        visit.wait(PROBE_S)
        visit.wait(0.1)
        assert visit.desk.calls_of("probe") == [()] * tries
        assert visit.state is State.OUT_OF_SERVICE
    visit.desk.can_write = True
    visit.wait(PROBE_S)
    assert visit.state is State.WELCOME
    visit.wait(3 * PROBE_S)
    assert len(visit.desk.calls_of("probe")) == 4
    visit.guide.take_scan("TICKET")
    visit.desk.answered.emit(OK)
    assert visit.state is State.OK


def test_a_record_mended_before_the_guest_has_gone_never_shows_the_fault(visit: Visit) -> None:
    break_store(visit)
    visit.desk.can_write = True
    visit.wait(PROBE_S)
    visit.press(Act.HOME)
    assert visit.state is State.WELCOME


def test_staff_reach_the_administration_of_a_broken_touchscreen_and_it_stays_broken(
    visit: Visit,
) -> None:
    visit.desk.pin = PinCheck(ok=True, tries_left=5)
    break_store(visit)
    visit.press(Act.HOME)
    unlock(visit, "271828")
    assert visit.state is State.ADMINISTRATION
    visit.rest()
    visit.press(Act.HOME)
    assert visit.state is State.OUT_OF_SERVICE


def test_the_choices_of_the_guest_who_saw_it_break_are_over_too(visit: Visit) -> None:
    break_store(visit)
    visit.wait(20)
    assert (visit.state, visit.ended) == (State.OUT_OF_SERVICE, [True])


@pytest.mark.parametrize("code", [*BROKEN, "PIN_NOT_SET", "STORE_LOCKED"])
def test_a_pin_that_cannot_be_checked_says_so_and_asks_nobody_to_the_desk(
    visit: Visit, code: str
) -> None:
    visit.desk.slow.add("check_pin")
    visit.desk.can_write = False
    unlock(visit, "271828")
    changed: list[bool] = []
    visit.guide.changed.connect(lambda: changed.append(True))
    visit.desk.failed.emit(KioskError(code))
    assert (visit.state, visit.guide.lock.has_failed, changed) == (State.PIN, True, [True])
    assert visit.desk.calls_of("raise_request") == []
    visit.type(Act.PIN_KEY, "1")
    assert (visit.guide.lock.digits, visit.guide.lock.has_failed) == ("1", False)
    visit.wait(30)
    out = State.OUT_OF_SERVICE if code in BROKEN else State.WELCOME
    assert visit.state is out
