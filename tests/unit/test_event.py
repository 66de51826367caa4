"""Events: which session a desk serves, and which answers a question takes."""

from __future__ import annotations

import pytest
from fakes import DAY, Raw, at, made_event, session_text

from kiosk.domain.event import Question, QuestionKind, Words


def sitting(session_id: str, starts: str, ends: str, **keys: object) -> str:
    return session_text(
        session_id, starts_at=Raw(f"{DAY}T{starts}:00"), ends_at=Raw(f"{DAY}T{ends}:00"), **keys
    )


@pytest.mark.parametrize(
    ("clock", "session"),
    [
        ("08:00", "first"),  # nothing is open: the next to open
        ("09:30", "first"),  # doors of the first
        ("10:00", "first"),
        ("11:30", "first"),  # the second's doors are open too, but it has not begun
        ("12:00", "second"),  # begun at the moment the first ends
        ("13:30", "second"),
        ("15:00", "third"),  # between the second and the third
        ("23:00", "third"),  # all over: the last
    ],
)
def test_a_desk_serves_the_session_that_runs_or_comes(clock: str, session: str) -> None:
    event = made_event(
        sitting("second", "12:00", "14:00"),
        sitting("first", "10:00", "12:00"),
        sitting("third", "17:00", "18:00"),
    )
    assert event.session_at(at(clock)).id == session


def test_of_two_open_sessions_that_have_not_begun_the_earlier_is_served() -> None:
    event = made_event(sitting("late", "10:30", "12:00"), sitting("early", "10:00", "12:00"))
    assert event.session_at(at("09:45")).id == "early"


def test_a_session_is_found_by_its_id() -> None:
    event = made_event()
    assert event.session("main") is event.sessions[0]
    assert event.session("MAIN") is None


def test_words_fall_back_to_the_other_language() -> None:
    assert Words(ko="행사").text("en") == "행사"
    assert Words(en="Event").text("ko") == "Event"
    assert Words("행사", "Event").text("en") == "Event"


GOOD: dict[QuestionKind, list[object]] = {
    QuestionKind.YES_NO: [True, False, "yes", "no"],
    QuestionKind.TEXT: ["비건", "0"],
    QuestionKind.NUMBER: [0, -1, 2.5, "95", "1e3"],
    QuestionKind.CHOICE: ["S", "L"],
    QuestionKind.CHOICES: [["S"], ["S", "L"]],
    QuestionKind.DATE: ["2026-03-26"],
}
BAD: dict[QuestionKind, list[object]] = {
    QuestionKind.YES_NO: ["maybe", 1.5, [], {}],
    QuestionKind.TEXT: ["  ", 5, ["비건"], True, "\ud800", "가" * 2_001],
    QuestionKind.NUMBER: [True, "many", "nan", float("inf"), [1], 10**400],
    QuestionKind.CHOICE: ["M", ["S"], 1],
    QuestionKind.CHOICES: ["S", ["M"], [1], [["S"]], []],
    QuestionKind.DATE: ["26.3.", "2026-02-30", 20260326],
}


@pytest.mark.parametrize("kind", QuestionKind)
def test_a_question_takes_answers_of_its_kind_only(kind: QuestionKind) -> None:
    question = Question("q", Words("질문"), kind, choices=("S", "L"))
    for answer in GOOD[kind]:
        assert question.accepts(answer), answer
    for answer in [*BAD[kind], None, ""]:
        assert not question.accepts(answer), answer
