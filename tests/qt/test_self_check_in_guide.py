"""The guide: scans, touches and answers, with a desk that answers when the test says so."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from guests import ASKING, GUEST, KNOWN, OK, STRANGER, THREE, Visit
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kiosk.domain.arrival import Arrival, Needs
from kiosk.domain.errors import KioskError
from kiosk.domain.event import Direction, Question
from kiosk.domain.found import Cards
from kiosk.domain.verdict import Outcome, Reason, Verdict
from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.self_check_in.desk_words import Cause
from kiosk.ui.self_check_in.finder import Finding, Script
from kiosk.ui.self_check_in.flow import State
from kiosk.ui.self_check_in.sample_desk import QUESTIONS

THE_NEXT = GUEST._replace(id="the-next")


@pytest.fixture
def visit(qapp: object) -> Iterator[Visit]:
    made = Visit()
    yield made
    made.close()


def test_a_scan_is_asked_and_its_verdict_shown(visit: Visit) -> None:
    assert visit.guide.take_scan("TICKET")
    assert visit.desk.calls == [("take_scan", "TICKET")]
    assert visit.state is State.WELCOME
    visit.desk.answered.emit(OK)
    assert visit.state is State.OK
    assert visit.guide.verdict is OK


@pytest.mark.parametrize("reason", [one for one in Reason if one is not Reason.OK])
@pytest.mark.parametrize("outcome", [Outcome.ASK, Outcome.REFUSE])
def test_whatever_does_not_admit_leads_to_the_desk_unless_already_in(
    visit: Visit, reason: Reason, outcome: Outcome
) -> None:
    visit.desk.answered.emit(Verdict(outcome, reason, registration=GUEST))
    known = reason is Reason.ALREADY_IN
    assert visit.state is (State.ALREADY if known else State.TO_DESK)
    assert visit.why is (None if known else reason)


def test_a_scan_out_is_its_own_verdict(visit: Visit) -> None:
    visit.desk.answered.emit(OK._replace(direction=Direction.OUT))
    assert visit.state is State.LEFT
    visit.wait(8)
    assert (visit.state, visit.ended) == (State.WELCOME, [True])


def test_a_new_scan_replaces_the_verdict_on_show(visit: Visit) -> None:
    visit.desk.answered.emit(OK)
    visit.guide.take_scan("NEXT")
    visit.desk.answered.emit(STRANGER)
    assert visit.state is State.TO_DESK
    assert visit.guide.verdict is STRANGER


def test_what_could_not_be_written_is_never_ok(visit: Visit) -> None:
    visit.guide.take_scan("TICKET")
    visit.desk.failed.emit(KioskError("STORE_LOCKED"))
    assert (visit.state, visit.why) == (State.TO_DESK, Cause.NOT_SAVED)


def test_a_look_up_that_fails_leads_to_the_desk(visit: Visit) -> None:
    visit.type_name("ㅎㄱㄷ", Cards(3, THREE))
    visit.type(Act.DIGIT, "0427")
    visit.desk.failed.emit(KioskError("STORE_BUSY"))
    assert (visit.state, visit.why) == (State.TO_DESK, Cause.NO_ANSWER)


def test_no_answer_for_ten_seconds_leads_to_the_desk_and_a_late_one_counts(visit: Visit) -> None:
    visit.guide.take_scan("TICKET")
    visit.wait(9.9)
    assert visit.state is State.WELCOME
    visit.wait(0.2)
    assert (visit.state, visit.why) == (State.TO_DESK, Cause.NOT_SAVED)
    visit.desk.answered.emit(OK)
    assert visit.state is State.OK


def test_a_failure_nobody_waits_for_is_not_shown(visit: Visit) -> None:
    visit.desk.answered.emit(OK)
    visit.desk.failed.emit(KioskError("TEMPLATE_UNKNOWN"))
    assert visit.state is State.OK


def test_a_slow_answer_is_worth_a_word_after_400_ms(visit: Visit) -> None:
    visit.guide.take_scan("TICKET")
    visit.rest(0.39)
    assert not visit.guide.steps.is_slow
    visit.rest(0.02)
    assert visit.guide.steps.is_slow
    visit.desk.answered.emit(OK)
    assert not visit.guide.steps.is_slow


@pytest.mark.parametrize(
    "act", [Act.FIND, Act.REGISTER, Act.CALL, Act.HOME, Act.NOT_LISTED, Act.BACK]
)
def test_touches_wait_while_an_answer_is_under_way(visit: Visit, act: Act) -> None:
    visit.guide.take_scan("TICKET")
    assert not visit.guide.act(act)
    assert visit.state is State.WELCOME
    assert visit.desk.calls == [("take_scan", "TICKET")]


def test_letters_are_typed_ahead_of_an_answer_and_digits_are_not(visit: Visit) -> None:
    visit.press(Act.FIND)
    visit.type(Act.LETTER, "ㅎㄱㄷ")
    assert [typed for (typed,) in visit.desk.calls_of("find_cards")] == ["ㅎ", "ㅎㄱ", "ㅎㄱㄷ"]
    visit.desk.kept[-1](Cards(3, THREE))
    visit.rest()
    visit.type(Act.DIGIT, "04271")
    assert visit.guide.finder.digits == "0427"


def test_a_second_touch_within_300_ms_is_not_taken(visit: Visit) -> None:
    visit.guide.act(Act.CALL)
    visit.rest(0.29)
    assert not visit.guide.act(Act.HOME)
    assert visit.state is State.CALLED
    visit.rest(0.02)
    assert visit.guide.act(Act.HOME)
    assert visit.state is State.WELCOME


def test_digits_are_locked_for_400_ms_after_the_keys_changed(visit: Visit) -> None:
    visit.press(Act.FIND)
    visit.type(Act.LETTER, "ㅎㄱㄷ")
    visit.desk.kept[-1](Cards(3, THREE))
    visit.rest(0.39)
    visit.type(Act.DIGIT, "1")
    assert visit.guide.finder.digits == ""
    visit.rest(0.02)
    visit.type(Act.DIGIT, "1")
    assert visit.guide.finder.digits == "1"


def test_three_letters_and_four_digits_check_in(visit: Visit) -> None:
    visit.type_name("ㅎㄱㄷ", Cards(3, THREE))
    assert visit.state is State.DIGITS
    visit.type_digits("0427", "r2")
    assert visit.desk.calls_of("match_digits") == [(("r1", "r2", "r3"), "0427")]
    assert visit.desk.calls[-1] == ("check_in", "r2", {}, None)
    visit.desk.answered.emit(OK)
    assert visit.state is State.OK
    assert (visit.guide.finder.cards, visit.guide.finder.digits) == ((), "")


def test_only_the_latest_letters_are_answered(visit: Visit) -> None:
    visit.press(Act.FIND)
    visit.type(Act.LETTER, "ㅎㄱ")
    early, late = visit.desk.kept
    late(Cards(2, THREE[:2]))
    early(Cards(40))
    assert visit.guide.search.finding is Finding.FEW
    assert len(visit.guide.finder.cards) == 2


def test_an_answer_to_a_guest_who_has_gone_changes_nothing(visit: Visit) -> None:
    visit.type_name("ㅎㄱㄷ", Cards(3, THREE))
    visit.type(Act.DIGIT, "0427")
    matches = visit.desk.kept[-1]
    visit.guide.take_scan("TICKET")
    visit.desk.answered.emit(OK)
    matches(["r1"])
    assert visit.desk.calls_of("check_in") == []
    assert visit.state is State.OK


def test_letters_answered_after_the_guest_went_home_show_nobody(visit: Visit) -> None:
    visit.press(Act.FIND)
    visit.type(Act.LETTER, "ㅎㄱ")
    visit.wait(10)
    assert visit.state is State.TO_DESK
    visit.press(Act.HOME, Act.FIND)
    visit.desk.kept[-1](Cards(3, THREE))
    assert visit.state is State.LETTERS
    assert visit.guide.finder.cards == ()


def test_what_a_scan_needs_is_not_asked_of_the_next_guest(qapp: object) -> None:
    visit = Visit(event=ASKING)
    visit.desk.slow.add("look")
    visit.guide.take_scan("FIRST")
    visit.guide.take_scan("SECOND")
    visit.desk.kept[-1](Arrival(OK, Needs(signature=True)))
    assert visit.desk.calls_of("look") == [("FIRST",), ("SECOND",)]
    visit.desk.kept[-1](Arrival(OK._replace(registration=THE_NEXT), Needs()))
    assert visit.desk.calls_of("check_in") == [(THE_NEXT.id, {}, None)]
    visit.close()


def test_a_code_shown_while_another_one_is_looked_up_has_its_turn_after_it(qapp: object) -> None:
    visit = Visit(event=ASKING)
    visit.desk.slow.add("look")
    visit.guide.take_scan("FIRST")
    visit.guide.take_scan("SECOND")
    visit.desk.kept[-1](Arrival(STRANGER, Needs()))
    assert (visit.state, visit.guide.verdict) == (State.TO_DESK, STRANGER)
    assert len(visit.desk.calls_of("raise_request")) == 1
    visit.desk.kept[-1](Arrival(STRANGER, Needs()))
    assert len(visit.desk.calls_of("raise_request")) == 2
    visit.close()


def test_a_code_shown_during_another_guests_record_has_its_turn_after_it(qapp: object) -> None:
    visit = Visit(event=ASKING)
    visit.desk.slow.add("look")
    visit.guide.take_scan("FIRST")
    visit.desk.kept[-1](Arrival(OK, Needs()))
    assert len(visit.desk.calls_of("check_in")) == 1
    assert visit.guide.take_scan("SECOND")
    assert visit.desk.calls_of("look") == [("FIRST",)]
    visit.desk.answered.emit(OK)
    assert (visit.state, visit.guide.verdict) == (State.OK, OK)
    assert visit.desk.calls_of("look") == [("FIRST",), ("SECOND",)]
    visit.desk.kept[-1](
        Arrival(OK._replace(outcome=Outcome.REFUSE, reason=Reason.BLOCKED), Needs())
    )
    assert visit.state is State.TO_DESK
    visit.close()


def test_it_has_its_turn_too_where_that_record_failed(qapp: object) -> None:
    visit = Visit(event=ASKING)
    visit.desk.slow.add("look")
    visit.guide.take_scan("FIRST")
    visit.desk.kept[-1](Arrival(OK, Needs()))
    visit.guide.take_scan("SECOND")
    visit.desk.failed.emit(KioskError("STORE_LOCKED"))
    assert (visit.state, visit.why) == (State.TO_DESK, Cause.NOT_SAVED)
    assert visit.desk.calls_of("look") == [("FIRST",), ("SECOND",)]
    visit.close()


def test_it_has_none_once_staff_have_taken_over(qapp: object) -> None:
    visit = Visit(event=ASKING)
    visit.desk.slow.add("look")
    visit.guide.take_scan("FIRST")
    visit.desk.kept[-1](Arrival(OK, Needs()))
    visit.guide.take_scan("SECOND")
    visit.guide.unlock()
    visit.desk.answered.emit(OK)
    visit.rest()
    visit.press(Act.HOME)
    assert visit.desk.calls_of("look") == [("FIRST",)]
    visit.close()


def test_three_wrong_numbers_lead_to_the_desk(visit: Visit) -> None:
    visit.type_name("ㅎㄱㄷ", Cards(3, THREE))
    visit.type_digits("1111")
    assert visit.guide.search.was_wrong
    assert visit.guide.finder.tries_left == 2
    visit.type_digits("2222")
    assert visit.state is State.DIGITS
    visit.type_digits("3333")
    assert (visit.state, visit.why) == (State.TO_DESK, Cause.TOO_OFTEN)


def test_a_closed_name_leads_to_the_desk_at_once(visit: Visit) -> None:
    visit.type_name("ㅎㄱㄷ", Cards(3, THREE))
    for digits in ("1111", "2222", "3333"):
        visit.type_digits(digits)
    visit.press(Act.HOME)
    visit.type_name("ㅎㄱㄷ", Cards(3, THREE))
    assert (visit.state, visit.why) == (State.TO_DESK, Cause.CLOSED_NAME)


def test_who_left_no_number_gets_the_same_answers_as_who_types_wrong_ones(visit: Visit) -> None:
    nobody = tuple(one._replace(has_phone=False) for one in THREE)
    seen: list[list[object]] = []
    for people in (THREE, tuple(one._replace(registration=f"n{one[0]}") for one in nobody)):
        visit.press(Act.HOME)
        visit.type_name("ㅎㄱㄷ", Cards(3, people))
        told: list[object] = [visit.state]
        for digits in ("1111", "2222", "3333"):
            visit.type_digits(digits)
            told += [visit.state, visit.why, visit.guide.search.was_wrong]
        seen.append(told)
    assert seen[0] == seen[1]


def test_two_people_with_the_same_digits_choose(visit: Visit) -> None:
    visit.type_name("ㅎㄱㄷ", Cards(3, THREE))
    visit.type_digits("0427", "r1", "r3")
    assert visit.state is State.TWINS
    visit.press((Act.CARD, "r3"))
    assert visit.desk.calls[-1] == ("check_in", "r3", {}, None)


def test_a_touched_card_is_asked_for_its_own_number(visit: Visit) -> None:
    visit.type_name("ㅎㄱ", Cards(3, THREE))
    assert visit.state is State.LETTERS
    visit.press((Act.CARD, "r2"))
    assert visit.state is State.DIGITS
    visit.type_digits("0427", "r2")
    assert visit.desk.calls_of("match_digits") == [(("r2",), "0427")]


def test_a_card_touched_among_the_digits_narrows_the_choice(visit: Visit) -> None:
    visit.type_name("ㅎㄱㄷ", Cards(3, THREE))
    visit.type(Act.DIGIT, "04")
    visit.press((Act.CARD, "r3"))
    assert (visit.state, visit.guide.finder.digits) == (State.DIGITS, "")
    visit.type_digits("0427", "r3")
    assert visit.desk.calls_of("match_digits") == [(("r3",), "0427")]


def test_four_letters_and_still_a_crowd_lead_to_the_desk(visit: Visit) -> None:
    visit.type_name("ㅎㄱㄷ", Cards(20))
    assert visit.guide.search.finding is Finding.MANY
    visit.type(Act.LETTER, "ㅎ")
    visit.desk.kept[-1](Cards(12))
    assert (visit.state, visit.why) == (State.TO_DESK, Cause.CROWD)


def test_taking_back_from_no_digits_returns_to_the_letters(visit: Visit) -> None:
    visit.type_name("ㅎㄱㄷ", Cards(3, THREE))
    visit.press((Act.DIGIT, "1"), (Act.DIGIT, "back"))
    assert visit.state is State.DIGITS
    visit.press((Act.DIGIT, "back"))
    assert visit.state is State.LETTERS
    assert visit.guide.finder.typed == "ㅎㄱㄷ"


def test_clearing_empties_the_digits_first_and_then_returns_to_the_letters(visit: Visit) -> None:
    visit.type_name("ㅎㄱㄷ", Cards(3, THREE))
    visit.press((Act.DIGIT, "1"), (Act.DIGIT, "2"), (Act.DIGIT, "clear"))
    assert (visit.state, visit.guide.finder.digits) == (State.DIGITS, "")
    visit.press((Act.DIGIT, "clear"))
    assert visit.state is State.LETTERS


def test_the_other_letters_start_anew(visit: Visit) -> None:
    visit.type_name("ㅎㄱ", Cards(3, THREE))
    visit.press((Act.LETTER, "switch"))
    assert visit.guide.finder.script is Script.LATIN
    assert (visit.guide.finder.typed, visit.guide.finder.cards) == ("", ())


def test_deleting_every_letter_asks_the_desk_nothing(visit: Visit) -> None:
    visit.type_name("ㅎ", Cards(9))
    asked = len(visit.desk.calls)
    visit.press((Act.LETTER, "back"))
    assert len(visit.desk.calls) == asked
    assert visit.guide.search.finding is Finding.NOTHING_TYPED


def test_more_looks_than_ten_a_minute_show_nobody(visit: Visit) -> None:
    visit.desk.slow.clear()
    visit.desk.found = Cards(3, THREE)
    for place, letter in enumerate("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋ"):
        visit.press(Act.FIND)
        visit.type(Act.LETTER, "ㅎ" + letter)
        assert (visit.guide.finder.cards == ()) is (place == 10)
        visit.press(Act.HOME)
    assert visit.state is State.WELCOME


@pytest.mark.parametrize(
    ("act", "cause"),
    [(Act.NUMBER_UNKNOWN, Cause.NUMBER_UNKNOWN), (Act.NOT_LISTED, Cause.NOT_LISTED)],
)
def test_a_guest_who_does_not_get_on_goes_to_the_desk(visit: Visit, act: Act, cause: Cause) -> None:
    visit.type_name("ㅎㄱㄷ", Cards(3, THREE))
    visit.press(act)
    assert (visit.state, visit.why) == (State.TO_DESK, cause)
    assert visit.guide.finder.cards == ()


def test_a_visit_ends_by_itself(visit: Visit) -> None:
    visit.desk.answered.emit(OK._replace(badge_job=""))
    visit.wait(6)
    assert (visit.state, visit.ended) == (State.GOODBYE, [])
    visit.wait(10)
    assert (visit.state, visit.ended) == (State.WELCOME, [True])
    assert visit.guide.verdict is None
    visit.wait()
    assert visit.ended == [True]


@pytest.mark.parametrize("act", [Act.FINISH, Act.HOME])
def test_going_in_ends_an_already_verdict_and_the_visit(visit: Visit, act: Act) -> None:
    visit.desk.answered.emit(KNOWN)
    visit.rest()
    visit.press(act)
    assert (visit.state, visit.ended) == (State.WELCOME, [True])


def test_going_on_keeps_what_was_typed_and_silence_erases_it(visit: Visit) -> None:
    visit.type_name("ㅎㄱ", Cards(3, THREE))
    visit.wait(30)
    assert visit.state is State.STILL_THERE
    visit.rest()
    visit.press(Act.KEEP_GOING)
    assert visit.state is State.LETTERS
    assert visit.guide.finder.typed == "ㅎㄱ"
    visit.wait(30)
    visit.wait(19.9)
    assert visit.state is State.STILL_THERE
    visit.wait(0.1)
    assert (visit.state, visit.ended) == (State.WELCOME, [True])
    assert (visit.guide.finder.typed, visit.guide.finder.cards) == ("", ())


def test_erasing_at_the_warning_erases(visit: Visit) -> None:
    visit.type_name("ㅎㄱ", Cards(3, THREE))
    visit.wait(30)
    visit.rest()
    visit.press(Act.HOME)
    assert visit.state is State.WELCOME
    assert visit.guide.finder.typed == ""


def test_the_badge_is_drawn_for_the_guest_on_show_only(visit: Visit, qtbot: QtBot) -> None:
    drawn: list[QImage] = []
    visit.guide.badge_drawn.connect(drawn.append)
    picture = QImage(4, 4, QImage.Format.Format_RGB32)
    visit.desk.answered.emit(OK)
    visit.desk.answered.emit(STRANGER)
    visit.desk.kept[0](picture)
    assert drawn == []
    visit.desk.answered.emit(OK)
    visit.desk.kept[1](picture)
    assert len(drawn) == 1


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=lambda one: one.kind.value)
def test_whatever_is_being_asked_a_scan_goes_before(qapp: object, question: Question) -> None:
    visit = Visit(event=ASKING)
    visit.scan(required=(question.id,))
    assert visit.state is State.QUESTION
    visit.scan()
    assert visit.desk.calls[-1] == ("check_in", GUEST.id, {}, None)
    visit.close()
