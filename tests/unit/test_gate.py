"""A gate without a screen: lines in, verdicts out, and no line that stops it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes import (
    DAY,
    at,
    count,
    event_text,
    open_test_desk,
    person,
    question_text,
    session_text,
    token,
)

from kiosk.domain.errors import KioskError
from kiosk.services.gate import Gate
from kiosk.services.open_desk import OpenDesk

KEYS = [
    "outcome", "reason", "direction", "registration", "name", "organisation", "session",
    "first_at", "entry",
]  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    text = event_text(session_text("first"), session_text("second", entry="re-entry"))
    made = open_test_desk(tmp_path, [person(1), person(2)], text)
    yield made
    made.close()


def line(**keys: object) -> bytes:
    return json.dumps({"text": token(1), "at": f"{DAY}T14:00:00", **keys}).encode() + b"\n"


def wrong(gate: Gate, raw: bytes) -> KioskError:
    with pytest.raises(KioskError) as caught:
        gate.answer(raw)
    return caught.value


def test_an_answer_has_the_keys_of_the_contract(desk: OpenDesk) -> None:
    told = Gate(desk).answer(line(session="first"))
    assert list(told) == KEYS
    assert (told["outcome"], told["reason"], told["direction"]) == ("admit", "OK", "in")
    assert (told["registration"], told["name"], told["session"]) == ("r1", "가상인1", "first")
    assert told["first_at"] == at("14:00")
    assert count(desk, "entry") == 1


def test_who_leads_to_nobody_has_no_name(desk: OpenDesk) -> None:
    told = Gate(desk).answer(line(text="NOBODY"))
    assert (told["outcome"], told["reason"]) == ("refuse", "UNKNOWN")
    assert [told[key] for key in ("registration", "name", "organisation", "entry")] == [None] * 4


def test_a_line_names_its_session_else_the_gate_does_else_the_time(desk: OpenDesk) -> None:
    assert Gate(desk, "first").answer(line(session="second"))["session"] == "second"
    assert Gate(desk, "second").answer(line())["session"] == "second"
    assert Gate(desk).answer(line())["session"] in ("first", "second")
    with pytest.raises(KioskError, match="SESSION_UNKNOWN"):
        Gate(desk, "third")
    assert wrong(Gate(desk), line(session="third")).code == "SESSION_UNKNOWN"


def test_plain_text_is_a_scan_at_this_moment(desk: OpenDesk) -> None:
    told = Gate(desk).answer(token(1).encode() + b"\r\n")
    assert told["registration"] == "r1"
    assert told["reason"] in ("CLOSED", "NOT_YET_OPEN")


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\n",
        b"\r\n",
        b"\xff\xfe\n",
        b"   \n",
        b"A" * 600 + b"\n",
        b"\x00\n",
        bytes(range(256)),
    ],
)
def test_what_is_no_text_is_unreadable(desk: OpenDesk, raw: bytes) -> None:
    assert Gate(desk).answer(raw)["reason"] == "UNREADABLE"


@pytest.mark.parametrize(
    "raw",
    [b'{"text": ', b'{"other": 1}', b"{}", b"{" * 400, b"[1, 2]", b'{"text"}', b"{\x00}"],
)
def test_what_only_looks_like_json_is_a_text(desk: OpenDesk, raw: bytes) -> None:
    assert Gate(desk).answer(raw)["reason"] == "UNKNOWN"


@pytest.mark.parametrize(
    ("keys", "key"),
    [
        ({"text": 5}, "text"),
        ({"text": None}, "text"),
        ({"text": ["a"]}, "text"),
        ({"confirm": "yes"}, "confirm"),
        ({"confirm": 1}, "confirm"),
        ({"answers": [1]}, "answers"),
        ({"answers": "yes"}, "answers"),
        ({"direction": "up"}, "direction"),
        ({"direction": ["in"]}, "direction"),
        ({"direction": {"in": 1}}, "direction"),
        ({"at": "yesterday"}, "at"),
        ({"at": 5}, "at"),
        ({"at": "0001-01-01T00:00:00"}, "at"),
        ({"at": "9999-12-31T23:59:59-12:00"}, "at"),
        ({"sesion": "first"}, "sesion"),
    ],
)
def test_a_line_of_the_wrong_kind_is_refused_by_its_key(
    desk: OpenDesk, keys: dict[str, object], key: str
) -> None:
    error = wrong(Gate(desk), line(**keys))
    assert (error.code, error.facts["key"]) == ("SCAN_LINE_WRONG", key)
    assert count(desk, "entry") == 0


def test_a_time_without_an_offset_is_the_event_s(desk: OpenDesk) -> None:
    told = Gate(desk).answer(line(at=f"{DAY}T05:00:00+00:00", session="first"))
    assert told["first_at"] == at("14:00")
    other = Gate(desk).answer(line(text=token(2), session="first"))
    assert other["first_at"] == at("14:00")


def test_what_a_line_leaves_open_with_null_is_the_usual(desk: OpenDesk) -> None:
    unset = dict.fromkeys(["session", "direction", "confirm", "answers"])
    assert Gate(desk, "first").answer(line(**unset))["reason"] == "OK"


@pytest.mark.parametrize("text", ["nobody's", ""])
def test_nobody_goes_out_by_auto(desk: OpenDesk, text: str) -> None:
    assert Gate(desk).answer(line(text=text, direction="auto"))["direction"] == "in"
    assert Gate(desk).answer(line(text=text, direction="out"))["direction"] == "out"


def test_open_questions_are_named(tmp_path: Path) -> None:
    desk = open_test_desk(tmp_path, [person(1)], event_text(session_text(), question_text("meal")))
    gate = Gate(desk)
    assert gate.answer(line())["questions"] == ["meal"]
    assert gate.answer(line(answers={"meal": "비건"}))["outcome"] == "admit"
    desk.close()


@pytest.mark.parametrize("answer", ["\ud800", 10**400, {"deep": [[[]]]}, "가" * 100_000])
def test_no_answer_whatever_stops_the_gate(tmp_path: Path, answer: object) -> None:
    tables = (session_text(), question_text("a"), question_text("b", "number", required=False))
    desk = open_test_desk(tmp_path, [person(1)], event_text(*tables))
    told = Gate(desk).answer(line(answers={"a": answer, "b": answer}))
    assert told["reason"] in ("OK", "NEEDS_ANSWERS")
    desk.close()


def test_lines_for_people(desk: OpenDesk) -> None:
    gate = Gate(desk)
    admitted = gate.line(gate.answer(line(session="first")))
    assert admitted.split() == ["admit", "OK", "가상인1", "예시연구소"]
    assert gate.line(gate.answer(line(text="NOBODY"))).split() == ["refuse", "UNKNOWN"]
    assert gate.line({"error": "X", "message": "Say it."}).split() == ["error", "Say", "it."]


def test_a_byte_order_mark_before_a_piped_line_is_not_the_tickets(desk: OpenDesk) -> None:
    assert Gate(desk).answer(b"\xef\xbb\xbf" + line())["reason"] == "OK"
