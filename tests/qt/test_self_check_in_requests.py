"""What the touchscreen asks of the desk: calls, references, and badges that did not come."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from guests import GUEST, KNOWN, OK, STRANGER, THREE, Visit

from kiosk.domain.errors import KioskError
from kiosk.domain.found import BadgeState, Cards
from kiosk.domain.request import RequestKind, RequestState
from kiosk.domain.settings import DeskSettings
from kiosk.domain.verdict import Outcome, Reason
from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.self_check_in.desk_words import Cause
from kiosk.ui.self_check_in.flow import State
from kiosk.ui.self_check_in.verdict_ok import BadgeWay


@pytest.fixture
def visit(qapp: object) -> Iterator[Visit]:
    made = Visit()
    yield made
    made.close()


def raised(visit: Visit) -> list[tuple[object, ...]]:
    return visit.desk.calls_of("raise_request")


def accept(visit: Visit) -> None:
    assert visit.desk.request is not None
    visit.desk.request = visit.desk.request._replace(state=RequestState.ACCEPTED)
    visit.desk.requests_changed.emit()


def test_staff_are_called_and_say_that_they_come(visit: Visit) -> None:
    changed: list[bool] = []
    visit.guide.changed.connect(lambda: changed.append(True))
    visit.press(Act.CALL)
    assert visit.state is State.CALLED
    assert raised(visit) == [(RequestKind.CALL, "CALL", "")]
    assert not visit.guide.requests.is_accepted
    changed.clear()
    accept(visit)
    assert visit.guide.requests.is_accepted
    assert changed == [True]
    visit.desk.requests_changed.emit()
    assert changed == [True]


@pytest.mark.parametrize("act", [Act.CANCEL_CALL, Act.CALL, Act.BACK])
def test_a_call_is_taken_back_where_it_was_made(visit: Visit, act: Act) -> None:
    visit.type_name("ㅎㄱ", Cards(3, THREE))
    visit.press(Act.CALL, act)
    assert visit.state is State.LETTERS
    assert visit.guide.finder.typed == "ㅎㄱ"
    assert visit.desk.calls_of("withdraw_request") == [("sample",)]
    assert visit.guide.requests.reference == ""


def test_a_call_nobody_answers_ends_and_stays_open_at_the_desk(visit: Visit) -> None:
    visit.press(Act.CALL)
    visit.wait(118)
    assert visit.state is State.CALLED
    visit.wait(1)
    assert visit.state is State.WELCOME
    assert visit.desk.calls_of("withdraw_request") == []
    assert visit.guide.requests.reference == ""


def test_a_call_answered_after_the_guest_has_gone_shows_nobody_anything(visit: Visit) -> None:
    visit.desk.slow.add("raise_request")
    visit.press(Act.CALL)
    answer = visit.desk.kept[-1]
    visit.press(Act.CANCEL_CALL)
    visit.desk.slow.clear()
    visit.desk.raise_request(RequestKind.CALL, "CALL", "", answer)
    assert visit.guide.requests.reference == ""


def test_a_refusal_has_a_reference_once_the_desk_has_it(visit: Visit) -> None:
    visit.desk.slow.add("raise_request")
    visit.desk.answered.emit(OK._replace(outcome=Outcome.REFUSE, reason=Reason.BLOCKED))
    assert visit.state is State.TO_DESK
    assert visit.guide.requests.reference == ""
    assert raised(visit) == [(RequestKind.HELP, "BLOCKED", GUEST.id)]
    visit.desk.slow.clear()
    visit.desk.raise_request(RequestKind.HELP, "BLOCKED", GUEST.id, visit.desk.kept[-1])
    assert visit.guide.requests.reference == "A-17"


def test_a_strangers_code_is_asked_about_without_a_person(visit: Visit) -> None:
    visit.desk.answered.emit(STRANGER)
    assert raised(visit) == [(RequestKind.HELP, "UNKNOWN", "")]


def test_what_could_not_be_written_raises_nothing_that_could_not_be_written_either(
    visit: Visit,
) -> None:
    visit.guide.take_scan("TICKET")
    visit.desk.failed.emit(KioskError("STORE_BUSY"))
    assert visit.why is Cause.NOT_SAVED
    assert raised(visit) == []


def test_a_request_is_withdrawn_when_the_guest_is_admitted_after_all(visit: Visit) -> None:
    visit.desk.answered.emit(STRANGER)
    assert visit.guide.requests.reference == "A-17"
    visit.rest()
    visit.type_name("ㅎㄱㄷ", Cards(3, THREE))
    visit.type_digits("0427", "r1")
    visit.desk.answered.emit(OK._replace(badge_job=""))
    assert visit.desk.calls_of("withdraw_request") == [("sample",)]
    assert visit.guide.requests.reference == ""


def test_a_guest_who_goes_to_the_desk_leaves_the_request_there(visit: Visit) -> None:
    visit.desk.answered.emit(STRANGER)
    visit.rest()
    visit.press(Act.HOME)
    assert visit.desk.calls_of("withdraw_request") == []
    visit.desk.answered.emit(OK._replace(badge_job=""))
    assert visit.desk.calls_of("withdraw_request") == []


@pytest.mark.parametrize(
    ("act", "cause"), [(Act.REPRINT, Cause.BADGE_AGAIN), (Act.NOT_ME, Cause.NOT_ME)]
)
def test_what_else_somebody_checked_in_already_may_want(
    visit: Visit, act: Act, cause: Cause
) -> None:
    visit.desk.answered.emit(KNOWN)
    visit.rest()
    visit.press(act)
    assert (visit.state, visit.why) == (State.TO_DESK, cause)
    assert raised(visit) == [(RequestKind.HELP, cause.value, GUEST.id)]
    assert visit.guide.requests.reference == "A-17"


def test_a_badge_that_the_guest_did_not_find_is_asked_for_at_the_desk(visit: Visit) -> None:
    visit.desk.answered.emit(OK._replace(badge_job=""))
    visit.wait(6)
    visit.rest()
    visit.press(Act.NO_BADGE)
    assert (visit.state, visit.why) == (State.TO_DESK, Cause.NO_BADGE)
    assert raised(visit) == [(RequestKind.HELP, "no-badge", GUEST.id)]


@pytest.mark.parametrize(
    ("printer", "job", "way"),
    [("lp", "j1", BadgeWay.SLOT), ("", "j1", BadgeWay.DESK), ("lp", "", BadgeWay.NONE)],
)
def test_where_the_badge_comes_from(qapp: object, printer: str, job: str, way: BadgeWay) -> None:
    visit = Visit(DeskSettings(printer=printer))
    visit.desk.answered.emit(OK._replace(badge_job=job))
    assert visit.guide.badge.way is way
    assert (visit.desk.calls_of("preview") == [(GUEST.id,)]) is (way is BadgeWay.SLOT)
    wanted = [(RequestKind.BADGE, "BADGE", GUEST.id)] if way is BadgeWay.DESK else []
    assert raised(visit) == wanted
    visit.close()


def report(visit: Visit, badge: BadgeState, who: str = GUEST.id) -> None:
    visit.desk.badge = badge
    visit.desk.badge_changed.emit(who)


@pytest.mark.parametrize(
    "badge",
    [BadgeState.FAILED, BadgeState.UNSURE, BadgeState.NO_PRINTER],
    ids=lambda one: one.value,
)
def test_a_badge_that_did_not_come_waits_at_the_desk(visit: Visit, badge: BadgeState) -> None:
    report(visit, badge)
    visit.desk.answered.emit(OK)
    report(visit, badge, "somebody-else")
    assert visit.state is State.OK
    report(visit, badge)
    assert visit.state is State.PRINT_FAULT
    assert raised(visit) == [(RequestKind.BADGE, "BADGE", GUEST.id)]
    assert visit.guide.requests.reference == "B-17"
    assert visit.guide.verdict is OK
    visit.rest()
    visit.press(Act.FINISH)
    assert (visit.state, visit.ended) == (State.WELCOME, [True])


@pytest.mark.parametrize("badge", [BadgeState.WAITING, BadgeState.NONE])
def test_a_printer_that_does_not_get_on_is_given_8_seconds(visit: Visit, badge: BadgeState) -> None:
    visit.desk.answered.emit(OK)
    visit.wait(4)
    report(visit, badge)
    visit.wait(4)
    assert visit.state is State.OK
    visit.wait(0.1)
    assert visit.state is State.PRINT_FAULT
    assert visit.guide.requests.reference == "B-17"


@pytest.mark.parametrize(
    ("badge", "who"),
    [
        (BadgeState.PRINTING, GUEST.id),
        (BadgeState.PRINTED, "before"),
        (BadgeState.PRINTING, "before"),
    ],
    ids=str,
)
def test_a_printer_that_gets_on_is_given_8_more(visit: Visit, badge: BadgeState, who: str) -> None:
    visit.desk.answered.emit(OK)
    visit.wait(7)
    report(visit, badge, who)
    visit.wait(8)
    assert visit.state is State.OK
    visit.wait(0.1)
    assert visit.state is State.PRINT_FAULT


@pytest.mark.parametrize("badge", [BadgeState.FAILED, BadgeState.WAITING])
def test_somebody_elses_badge_that_fails_gives_nobody_more(visit: Visit, badge: BadgeState) -> None:
    visit.desk.answered.emit(OK)
    visit.wait(7)
    report(visit, badge, "before")
    assert visit.state is State.OK
    visit.wait(1.1)
    assert visit.state is State.PRINT_FAULT


@pytest.mark.parametrize(("printed_s", "ends_s"), [(1, 6), (2, 6), (3, 7), (5, 9), (7.5, 11.5)])
def test_a_printed_badge_may_be_taken_for_four_seconds_and_six_in_all(
    visit: Visit, printed_s: float, ends_s: float
) -> None:
    visit.desk.answered.emit(OK)
    visit.wait(printed_s)
    report(visit, BadgeState.PRINTED)
    visit.wait(ends_s - printed_s - 0.1)
    assert visit.state is State.OK
    visit.wait(0.2)
    assert visit.state is State.GOODBYE
    assert raised(visit) == []


def test_a_badge_that_comes_after_all_is_taken_at_the_slot(visit: Visit) -> None:
    visit.desk.answered.emit(OK)
    visit.wait(8.1)
    assert visit.state is State.PRINT_FAULT
    report(visit, BadgeState.PRINTED, "before")
    assert visit.state is State.PRINT_FAULT
    report(visit, BadgeState.PRINTED)
    assert (visit.state, visit.guide.badge.way) == (State.OK, BadgeWay.SLOT)
    assert visit.desk.calls_of("withdraw_request") == [("sample",)]
    assert len(visit.desk.calls_of("preview")) == 2
    visit.wait(5.9)
    assert visit.state is State.OK
    visit.wait(0.2)
    assert visit.state is State.GOODBYE


def test_a_badge_that_comes_once_its_owner_has_gone_stays_the_desks(visit: Visit) -> None:
    visit.desk.answered.emit(OK)
    visit.wait(8.1)
    visit.rest()
    visit.press(Act.FINISH)
    report(visit, BadgeState.PRINTED)
    assert visit.state is State.WELCOME
    assert visit.desk.calls_of("withdraw_request") == []


def test_a_badge_that_comes_while_the_next_one_is_answered_moves_nothing(visit: Visit) -> None:
    visit.desk.answered.emit(OK)
    visit.wait(8.1)
    visit.guide.take_scan("NEXT")
    report(visit, BadgeState.PRINTED)
    assert visit.state is State.PRINT_FAULT


def test_the_next_guest_is_not_told_of_the_last_ones_badge(visit: Visit) -> None:
    visit.desk.answered.emit(OK)
    other = OK._replace(registration=GUEST._replace(id="other"))
    visit.desk.answered.emit(other._replace(badge_job="j2"))
    visit.wait(4)
    assert visit.state is State.OK
    assert visit.guide.flow.is_held


def test_the_next_ones_code_takes_no_request_from_who_walks_to_the_desk(visit: Visit) -> None:
    visit.desk.answered.emit(OK._replace(outcome=Outcome.REFUSE, reason=Reason.BLOCKED))
    assert visit.guide.requests.reference == "A-17"
    visit.guide.take_scan("NEXT")
    visit.desk.answered.emit(OK._replace(registration=GUEST._replace(id="other"), badge_job=""))
    assert visit.state is State.OK
    assert visit.desk.calls_of("withdraw_request") == []
    assert visit.guide.requests.reference == ""


def test_whose_second_code_is_admitted_needs_the_desk_no_more(visit: Visit) -> None:
    visit.desk.answered.emit(OK._replace(outcome=Outcome.REFUSE, reason=Reason.NOT_YET_OPEN))
    visit.guide.take_scan("TICKET")
    visit.desk.answered.emit(OK._replace(badge_job=""))
    assert visit.desk.calls_of("withdraw_request") == [("sample",)]


@pytest.mark.parametrize("who", [GUEST, GUEST._replace(id="other")], ids=["same", "next"])
def test_a_badge_at_the_desk_waits_there_whoever_scans_next(visit: Visit, who: Any) -> None:
    visit.desk.answered.emit(OK)
    report(visit, BadgeState.FAILED)
    assert visit.guide.requests.reference == "B-17"
    visit.guide.take_scan("AGAIN")
    visit.desk.answered.emit(KNOWN._replace(registration=who))
    assert visit.state is State.ALREADY
    assert visit.desk.calls_of("withdraw_request") == []


def test_a_call_taken_back_before_the_desk_had_it_is_withdrawn_once_it_has(visit: Visit) -> None:
    visit.desk.slow.add("raise_request")
    visit.press(Act.CALL, Act.CANCEL_CALL)
    assert visit.desk.calls_of("withdraw_request") == []
    assert visit.desk.request is None
    visit.desk.slow.clear()
    visit.desk.raise_request(RequestKind.CALL, "CALL", "", visit.desk.kept[-1])
    assert visit.desk.calls_of("withdraw_request") == [("sample",)]


def test_a_second_call_is_not_withdrawn_with_the_first(visit: Visit) -> None:
    visit.desk.slow.add("raise_request")
    visit.press(Act.CALL, Act.CANCEL_CALL, Act.CALL)
    first, second = visit.desk.kept[-2:]
    visit.desk.slow.clear()
    for answer in (first, second):
        visit.desk.raise_request(RequestKind.CALL, "CALL", "", answer)
    assert visit.desk.calls_of("withdraw_request") == []
    assert visit.guide.requests.reference == "C-17"
