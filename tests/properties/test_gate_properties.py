"""Any bytes at a gate: a verdict or a worded error, and no entry unless somebody is admitted."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

import pytest
from fakes import (
    DAY,
    count,
    event_text,
    open_test_desk,
    person,
    question_text,
    session_text,
    token,
)
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.answers import as_json, error_document
from kiosk.domain.errors import KioskError
from kiosk.services.gate import Gate
from kiosk.services.open_desk import OpenDesk


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenDesk]:
    text = event_text(
        session_text("first", entry="unlimited"),
        session_text("second", entry="re-entry"),
        question_text("meal", categories=["vip"]),
        question_text("age", "number", required=False),
    )
    people = [person(n) for n in range(1, 4)] + [person(4, category="vip")]
    made = open_test_desk(tmp_path_factory.mktemp("gate"), people, text)
    yield made
    made.close()


scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(exclude_categories=()), max_size=20)
)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=6,
)
texts = st.sampled_from([token(1), token(2).lower(), token(4), "NOBODY", ""]) | values
moments = st.sampled_from([f"{DAY}T14:00:00", f"{DAY}T15:00:00+09:00", "0001-01-01"]) | values
told_answers = st.dictionaries(st.sampled_from(["meal", "age"]), values) | values
keys = st.fixed_dictionaries(
    {"text": texts},
    optional={
        "session": st.sampled_from(["first", "second", "third"]) | values,
        "at": moments,
        "direction": st.sampled_from(["in", "out", "auto"]) | values,
        "confirm": st.booleans() | values,
        "answers": told_answers,
    },
)
objects = keys.map(lambda one: json.dumps(one).encode())
lines = st.binary(max_size=300) | st.text(max_size=600).map(str.encode) | objects | objects


@given(lines)
@example(b'{"text": "' + b"a" * 100_000 + b'"}')
@example(b'{"text": "a", "at": "' + b"9" * 5_000 + b'"}')
@example(b'{"text": "a", "answers": {"age": ' + b"9" * 400 + b"}}")
@example(b"[" * 100_000)
@example(b'{"text": ' * 5_000)
def test_any_line_has_an_answer(desk: OpenDesk, raw: bytes) -> None:
    gate, before = Gate(desk), count(desk, "entry")
    told = answer(gate, raw)
    admitted = told.get("outcome") == "admit"
    assert count(desk, "entry") == before + admitted
    assert bool(told.get("entry")) is admitted
    assert told.get("error") in (None, "SCAN_LINE_WRONG", "SESSION_UNKNOWN")
    assert not desk.store.connection.in_transaction
    assert "\n" not in as_json(told)
    assert gate.line(told)


def answer(gate: Gate, raw: bytes) -> Mapping[str, object]:
    try:
        return gate.answer(raw)
    except KioskError as error:
        return error_document(error)
