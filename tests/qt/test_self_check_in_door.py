"""At the door: questions of every kind, the signature, and leaving before a course is over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from guests import ASKING, GUEST, KNOWN, OK, SIGNING, STRANGER, Visit

from kiosk.domain.arrival import Arrival, Needs
from kiosk.domain.event import Direction, QuestionKind
from kiosk.domain.found import BadgeState
from kiosk.domain.signing import CONFIRMED_BY_STAFF, Signing
from kiosk.domain.verdict import Outcome, Reason
from kiosk.ui.self_check_in.acts import TAKE_ALL, TAKE_BACK, Act
from kiosk.ui.self_check_in.flow import State
from kiosk.ui.self_check_in.sample_desk import QUESTIONS, SAMPLE_COURSE, SAMPLE_DAY

Press = Act | tuple[Act, object]


def keys(text: str) -> list[Press]:
    return [(Act.KEY, key) for key in text]


@pytest.fixture
def asking(qapp: object) -> Iterator[Visit]:
    made = Visit(event=ASKING)
    yield made
    made.close()


@pytest.fixture
def signing(qapp: object) -> Iterator[Visit]:
    made = Visit(event=SIGNING)
    yield made
    made.close()


@pytest.fixture
def course(qapp: object) -> Iterator[Visit]:
    made = Visit(event=SAMPLE_COURSE)
    made.desk.direction = Direction.OUT
    yield made
    made.close()


@pytest.mark.parametrize(
    ("kind", "acts", "answer"),
    [
        (QuestionKind.YES_NO, [(Act.ANSWER, True)], True),
        (QuestionKind.YES_NO, [(Act.ANSWER, False)], False),
        (QuestionKind.TEXT, [*keys("12ㄱㅏ34"), Act.NEXT], "12가34"),
        (QuestionKind.NUMBER, [*keys("3"), Act.NEXT], "3"),
        (QuestionKind.NUMBER, [*keys("12"), (Act.KEY, TAKE_BACK), Act.NEXT], "1"),
        (QuestionKind.NUMBER, [*keys("12"), (Act.KEY, TAKE_ALL), *keys("4"), Act.NEXT], "4"),
        (QuestionKind.CHOICE, [(Act.PICK, "가운데"), Act.NEXT], "가운데"),
        (QuestionKind.CHOICE, [(Act.PICK, "가운데"), (Act.PICK, "앞쪽"), Act.NEXT], "앞쪽"),
        (
            QuestionKind.CHOICES,
            [(Act.PICK, "전해질"), (Act.PICK, "분리막"), Act.NEXT],
            ["전해질", "분리막"],
        ),
        (
            QuestionKind.CHOICES,
            [(Act.PICK, "전해질"), (Act.PICK, "분리막"), (Act.PICK, "전해질"), Act.NEXT],
            ["분리막"],
        ),
        (QuestionKind.DATE, [*keys("20260326"), Act.NEXT], "2026-03-26"),
    ],
)
def test_a_question_of_every_kind_is_answered(
    asking: Visit, kind: QuestionKind, acts: list[Press], answer: object
) -> None:
    question = QUESTIONS[kind]
    asking.scan(required=(question.id,))
    assert (asking.state, asking.guide.door.question) == (State.QUESTION, question)
    asking.press(*acts)
    assert asking.desk.calls_of("check_in") == [(GUEST.id, {question.id: answer}, None)]
    assert question.accepts(answer)


@pytest.mark.parametrize(
    ("kind", "acts"),
    [
        (QuestionKind.YES_NO, [Act.NEXT]),
        (QuestionKind.YES_NO, [(Act.ANSWER, "perhaps")]),
        (QuestionKind.TEXT, [Act.NEXT]),
        (QuestionKind.TEXT, [*keys("   "), Act.NEXT]),
        (QuestionKind.NUMBER, [Act.NEXT]),
        (QuestionKind.NUMBER, [*keys("ㅎ"), Act.NEXT]),
        (QuestionKind.CHOICE, [Act.NEXT]),
        (QuestionKind.CHOICE, [(Act.PICK, "지붕 위"), Act.NEXT]),
        (QuestionKind.CHOICES, [Act.NEXT]),
        (QuestionKind.CHOICES, [(Act.PICK, "전해질"), (Act.PICK, "전해질"), Act.NEXT]),
        (QuestionKind.DATE, [*keys("2026"), Act.NEXT]),
        (QuestionKind.DATE, [*keys("20261301"), Act.NEXT]),
        (QuestionKind.DATE, [*keys("20260230"), Act.NEXT]),
    ],
)
def test_what_is_no_answer_leaves_the_question_on_show(
    asking: Visit, kind: QuestionKind, acts: list[Press]
) -> None:
    asking.scan(required=(QUESTIONS[kind].id,))
    asking.press(*acts)
    assert asking.state is State.QUESTION
    assert asking.desk.calls_of("check_in") == []
    assert asking.guide.steps.takes_touches


def test_questions_come_in_the_events_order_and_start_empty(asking: Visit) -> None:
    asking.scan(required=("guests", "seat"), optional=("car", "talks"))
    seen = []
    acts: list[list[Press]] = [
        [Act.SKIP],
        [*keys("2"), Act.NEXT],
        [(Act.PICK, "앞쪽"), Act.NEXT],
        [(Act.PICK, "분리막"), Act.NEXT],
    ]
    for one in acts:
        door = asking.guide.door
        assert door.question is not None
        assert (door.typed.text, door.picked) == ("", ())
        seen.append(door.question.id)
        asking.press(*one)
    assert seen == ["car", "guests", "seat", "talks"]
    answers = {"guests": "2", "seat": "앞쪽", "talks": ["분리막"]}
    assert asking.desk.calls_of("check_in") == [(GUEST.id, answers, None)]


def test_what_must_be_answered_cannot_be_skipped(asking: Visit) -> None:
    asking.scan(required=("guests",))
    asking.press(Act.SKIP)
    assert asking.state is State.QUESTION
    assert asking.guide.door.question == QUESTIONS[QuestionKind.NUMBER]


def test_the_answers_of_a_guest_who_walked_off_are_gone(asking: Visit) -> None:
    asking.scan(required=("guests", "seat"))
    asking.press(*keys("7"), Act.NEXT, (Act.PICK, "앞쪽"))
    asking.wait(30)
    asking.wait(20)
    assert asking.state is State.WELCOME
    door = asking.guide.door
    assert (door.person, door.question, door.picked, door.typed.text) == (None, None, (), "")
    asking.scan(required=("seat",))
    asking.press((Act.PICK, "가운데"), Act.NEXT)
    assert asking.desk.calls_of("check_in") == [(GUEST.id, {"seat": "가운데"}, None)]


def test_answers_survive_a_warning_and_a_call(asking: Visit) -> None:
    asking.scan(required=("guests",))
    asking.press(*keys("7"))
    asking.wait(30)
    asking.rest()
    asking.press(Act.KEEP_GOING, Act.CALL, Act.CANCEL_CALL, Act.NEXT)
    assert asking.desk.calls_of("check_in") == [(GUEST.id, {"guests": "7"}, None)]


@pytest.mark.parametrize(
    ("verdict", "state"), [(KNOWN, State.ALREADY), (STRANGER, State.TO_DESK)], ids=["in", "unknown"]
)
def test_nobody_is_asked_anything_whom_the_door_would_not_let_in(
    asking: Visit, verdict: object, state: State
) -> None:
    asking.desk.slow.add("look")
    asking.guide.take_scan("TICKET")
    asking.desk.kept[-1](Arrival(verdict))  # type: ignore[arg-type]
    assert asking.state is state
    assert asking.desk.calls_of("check_in") == []


def test_a_refusal_at_the_record_is_shown_though_the_look_would_admit(asking: Visit) -> None:
    asking.scan()
    asking.desk.answered.emit(OK._replace(outcome=Outcome.REFUSE, reason=Reason.FULL))
    assert (asking.state, asking.why) == (State.TO_DESK, Reason.FULL)


def test_a_signature_goes_with_the_check_in(signing: Visit) -> None:
    signing.scan(signature=True)
    assert signing.state is State.SIGNATURE
    assert signing.guide.door.person == GUEST
    signing.press((Act.SIGN, b"strokes"))
    assert signing.desk.calls_of("check_in") == [(GUEST.id, {}, Signing(b"strokes"))]


def test_who_cannot_sign_is_confirmed_by_staff(signing: Visit) -> None:
    signing.scan(signature=True)
    signing.press(Act.CANNOT_SIGN)
    assert signing.desk.calls_of("check_in") == [(GUEST.id, {}, CONFIRMED_BY_STAFF)]


def test_a_signature_of_who_walked_off_is_not_the_next_ones(signing: Visit) -> None:
    signing.scan(signature=True)
    signing.press(Act.HOME)
    signing.scan()
    assert signing.desk.calls_of("check_in") == [(GUEST.id, {}, None)]


def test_questions_come_before_the_signature(qapp: object) -> None:
    visit = Visit(event=replace(ASKING, sessions=SIGNING.sessions))
    visit.scan(required=("meal",), signature=True)
    visit.press((Act.ANSWER, True))
    assert visit.state is State.SIGNATURE
    visit.press((Act.SIGN, b"strokes"))
    assert visit.desk.calls_of("check_in") == [(GUEST.id, {"meal": True}, Signing(b"strokes"))]
    visit.close()


def test_leaving_a_course_early_is_asked_and_may_be_thought_better_of(course: Visit) -> None:
    course.scan()
    assert course.state is State.LEAVING
    assert course.guide.door.day == SAMPLE_DAY
    course.press(Act.STAY)
    assert course.state is State.WELCOME
    assert course.desk.calls_of("check_in") == []


def test_leaving_a_course_early_all_the_same(course: Visit) -> None:
    course.scan()
    course.press(Act.LEAVE)
    assert course.desk.calls_of("check_in") == [(GUEST.id, {}, None)]
    course.desk.answered.emit(OK._replace(direction=Direction.OUT, badge_job=""))
    assert (course.state, course.guide.day) == (State.LEFT, SAMPLE_DAY)


def test_who_stayed_to_the_end_is_not_asked(course: Visit) -> None:
    course.desk.day = SAMPLE_DAY._replace(leaves_early=False)
    course.scan()
    assert course.state is State.WELCOME
    assert course.desk.calls_of("check_in") == [(GUEST.id, {}, None)]


def test_coming_to_a_course_is_not_leaving_it(course: Visit) -> None:
    course.desk.direction = Direction.IN
    course.scan()
    assert course.desk.calls_of("check_in") == [(GUEST.id, {}, None)]


@pytest.mark.parametrize("over", [State.OK, State.GOODBYE, State.ALREADY, State.CALLED])
def test_no_time_is_up_for_who_scanned_while_the_last_one_was_told(
    asking: Visit, over: State
) -> None:
    """A verdict's time ends between the scan and its answer: the answer is still for the guest."""
    if over is State.CALLED:
        asking.press(Act.CALL)
    else:
        asking.desk.answered.emit(KNOWN if over is State.ALREADY else OK._replace(badge_job=""))
        asking.wait(6 if over is State.GOODBYE else 0)
    assert asking.state is over
    asking.desk.slow.add("look")
    left = asking.guide.flow.left_s
    assert left is not None
    asking.wait(left - 1)
    assert asking.guide.take_scan("NEXT")
    asking.wait(2)
    assert asking.state is over
    asking.desk.kept[-1](Arrival(OK, Needs(required=("meal",))))
    assert asking.state is State.QUESTION
    assert not asking.guide.steps.is_waiting


def test_an_answer_that_never_comes_lets_the_time_go_on(asking: Visit) -> None:
    asking.desk.answered.emit(KNOWN)
    asking.desk.slow.add("look")
    asking.guide.take_scan("NEXT")
    asking.wait(10)
    assert asking.state is State.TO_DESK
    asking.wait(20)
    assert asking.state is State.WELCOME


@pytest.mark.parametrize("badge", [BadgeState.FAILED, BadgeState.WAITING])
def test_the_last_ones_badge_takes_no_answer_from_who_has_just_scanned(
    asking: Visit, badge: BadgeState
) -> None:
    asking.desk.answered.emit(OK)
    asking.rest(7.9)
    asking.desk.slow.add("look")
    asking.guide.take_scan("NEXT")
    asking.desk.badge = badge
    asking.desk.badge_changed.emit(GUEST.id)
    asking.wait(0.2)
    assert asking.state is State.OK
    wanted = [("badge", "BADGE", GUEST.id)] if badge is BadgeState.FAILED else []
    assert asking.desk.calls_of("raise_request") == wanted
    asking.desk.kept[-1](Arrival(OK, Needs(required=("meal",))))
    assert asking.state is State.QUESTION


def test_voice_takes_no_answer_from_who_has_just_scanned(asking: Visit) -> None:
    asking.desk.slow.add("look")
    asking.guide.take_scan("TICKET")
    assert not asking.guide.listen()
    asking.desk.kept[-1](Arrival(OK, Needs(required=("meal",))))
    assert asking.state is State.QUESTION


def test_the_pin_pad_does_not_wait_for_what_a_guest_asked(asking: Visit) -> None:
    asking.desk.slow.add("look")
    asking.guide.take_scan("TICKET")
    asking.guide.unlock()
    asking.rest()
    asking.type(Act.PIN_KEY, "27")
    assert asking.guide.lock.digits == "27"
    asking.desk.kept[-1](Arrival(OK))
    asking.wait(12)
    assert asking.state is State.PIN
    assert asking.desk.calls_of("raise_request") == []
