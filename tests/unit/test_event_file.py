"""Event files: what is left out has its default, what is wrong is named by line and key."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fakes import (
    DAY,
    EVENT_ID,
    Raw,
    at,
    consent_text,
    event_text,
    made_event,
    question_text,
    session_text,
)

from kiosk.domain.errors import KioskError
from kiosk.domain.event import BadgePolicy, ConsentAsk, EntryPolicy, MissingOut, QuestionKind
from kiosk.domain.registration import Category
from kiosk.services import event_file


def refusal(text: str) -> KioskError:
    with pytest.raises(KioskError) as caught:
        event_file.parse(text.encode())
    return caught.value


def line_of(text: str, beginning: str) -> int:
    lines = text.splitlines()
    return next(n for n, line in enumerate(lines, 1) if line.startswith(beginning))


def test_a_session_has_sensible_defaults() -> None:
    session = made_event().sessions[0]
    assert (session.starts_at, session.ends_at) == (at("14:00"), at("16:00"))
    assert (session.doors_at, session.closes_at) == (at("13:00"), at("16:00"))
    assert session.entry is EntryPolicy.ONCE
    assert session.print_badge is BadgePolicy.ONCE
    assert session.categories == frozenset()
    limits = (session.max_entries, session.max_entries_per_day, session.capacity)
    assert limits == (0, 0, 0)
    assert {session.booking_required, session.admits_pending, session.sign} == {False}


def test_every_key_of_a_session_is_read() -> None:
    event = made_event(
        session_text(
            doors_at=Raw(f"{DAY}T12:30:00"),
            closes_at=Raw(f"{DAY}T17:00:00"),
            entry="re-entry",
            max_entries=3,
            max_entries_per_day=2,
            min_minutes_between_entries=5,
            categories=["vip", "press"],
            booking_required=True,
            admit_pending="confirm",
            capacity=40,
            print_badge="always",
            sign=True,
        )
    )
    session = event.sessions[0]
    assert (session.doors_at, session.closes_at) == (at("12:30"), at("17:00"))
    assert session.entry is EntryPolicy.RE_ENTRY
    assert (session.max_entries, session.max_entries_per_day) == (3, 2)
    assert (session.min_minutes_between_entries, session.capacity) == (5, 40)
    assert session.categories == {Category.VIP, Category.PRESS}
    assert session.booking_required
    assert session.admits_pending
    assert session.print_badge is BadgePolicy.ALWAYS
    assert session.sign


def test_an_event_is_read_whole() -> None:
    event = made_event(
        session_text(),
        '[course]\nbasis = "days"\nrequired_ratio = 0.9\n',
        question_text("meal", "choice", choices=["가", "나"], categories=["vip"]),
    )
    assert (event.id, event.title.en, event.hosts) == (EVENT_ID, "Spring seminar", ("예시시",))
    assert (event.privacy.retention_days, event.privacy.items) == (90, ("name", "phone"))
    assert event.course is not None
    assert (event.course.basis, event.course.required_ratio) == ("days", 0.9)
    assert (event.course.late_after_minutes, event.course.lates_per_absence) == (10, 3)
    assert event.course.missing_out is MissingOut.NOTHING
    question = event.questions[0]
    assert (question.kind, question.choices) == (QuestionKind.CHOICE, ("가", "나"))
    assert question.categories == {Category.VIP}


def test_a_moment_with_an_offset_keeps_it() -> None:
    event = made_event(session_text(starts_at=Raw(f"{DAY}T05:00:00Z")))
    assert event.sessions[0].starts_at == at("14:00")


def test_doors_open_an_hour_before_even_where_clocks_change() -> None:
    """Where clocks go forward at 02:00, an hour before 03:00 is 01:00."""
    event = made_event(
        session_text(starts_at=Raw("2026-03-08T03:00:00"), ends_at=Raw("2026-03-08T05:00:00")),
        event={
            "timezone": "America/New_York",
            "starts_at": Raw("2026-03-08T03:00:00"),
            "ends_at": Raw("2026-03-08T05:00:00"),
        },
    )
    session = event.sessions[0]
    assert session.starts_at.astimezone(UTC) == datetime(2026, 3, 8, 7, tzinfo=UTC)
    waited = session.starts_at.astimezone(UTC) - session.doors_at.astimezone(UTC)
    assert waited == timedelta(hours=1)


def test_a_stored_document_gives_the_same_event_again() -> None:
    event = made_event(
        session_text(categories=["vip"]), "[course]\n", question_text("meal", categories=["vip"])
    )
    document = event_file.to_json(event)
    again = event_file.from_json(document)
    assert again == event
    assert event_file.to_json(again) == document


WRONG_SESSION: list[tuple[str, object, str]] = [
    ("id", "a b", "letters"),
    ("id", "", "must be a text"),
    ("id", 5, "must be a text"),
    ("id", "a" * 65, "at most 64"),
    ("title", "", "is empty"),
    ("title", {"fr": "Séance"}, "must be a text"),
    ("title", {"ko": 5}, "must hold texts"),
    ("starts_at", "tomorrow", "date and time"),
    ("starts_at", Raw("2026-03-26"), "date and time"),
    ("starts_at", Raw("14:00:00"), "date and time"),
    ("starts_at", Raw("0001-01-01T00:00:00"), "year"),
    ("ends_at", Raw("9999-12-31T23:59:59"), "year"),
    ("ends_at", Raw(f"{DAY}T14:00:00"), "after starts_at"),
    ("doors_at", Raw(f"{DAY}T16:00:01"), "closes before"),
    ("closes_at", Raw(f"{DAY}T12:59:59"), "closes before"),
    ("entry", "twice", '"once", "re-entry", "unlimited"'),
    ("entry", 1, "must be one of"),
    ("max_entries", -1, "whole number"),
    ("max_entries", 1.5, "whole number"),
    ("max_entries", True, "whole number"),
    ("max_entries", 10**9, "whole number"),
    ("max_entries_per_day", "2", "whole number"),
    ("min_minutes_between_entries", -5, "whole number"),
    ("categories", "vip", "list of texts"),
    ("categories", ["king"], "must be one of"),
    ("categories", [1], "list of texts"),
    ("booking_required", "yes", "true or false"),
    ("admit_pending", "always", '"never" or "confirm"'),
    ("capacity", Raw("nan"), "whole number"),
    ("print_badge", True, "must be one of"),
    ("sign", 0, "true or false"),
    ("capasity", 5, "check its spelling"),
]


@pytest.mark.parametrize(("key", "value", "problem"), WRONG_SESSION)
def test_a_wrong_key_of_a_session_is_named_with_its_line(
    key: str, value: object, problem: str
) -> None:
    text = event_text(session_text("first"), session_text(**{key: value} if key != "id" else {}))
    if key == "id":
        text = event_text(session_text("first"), session_text(id=value))
    error = refusal(text)
    assert error.code == "EVENT_FILE_WRONG"
    assert error.facts["key"] == f"session[1].{key}"
    assert problem in str(error.facts["problem"])
    lines = text.splitlines()
    second = [n for n, line in enumerate(lines, 1) if line == "[[session]]"][1]
    assert str(lines[int(str(error.facts["line"])) - 1]).startswith(f"{key} =")
    assert int(str(error.facts["line"])) > second


@pytest.mark.parametrize(
    ("table", "changes", "key", "problem"),
    [
        ("event", {"id": "봄"}, "event.id", "letters"),
        ("event", {"timezone": "Mars/Base"}, "event.timezone", "time zone"),
        ("event", {"timezone": "../etc"}, "event.timezone", "time zone"),
        ("event", {"hosts": [1]}, "event.hosts", "list of texts"),
        ("event", {"ends_at": Raw(f"{DAY}T13:00:00")}, "event.ends_at", "after starts_at"),
        ("event", {"venu": "회관"}, "event.venu", "check its spelling"),
        ("privacy", {"basis": "curiosity"}, "privacy.basis", "consent"),
        ("privacy", {"items": []}, "privacy.items", "is empty"),
        ("privacy", {"retention_days": -1}, "privacy.retention_days", "whole number"),
        ("privacy", {"retention_days": 99_999}, "privacy.retention_days", "whole number"),
        ("privacy", {"keep": True}, "privacy.keep", "check its spelling"),
        ("privacy", {"controller": " "}, "privacy.controller", "must be a text"),
        ("privacy", {"controller": 5}, "privacy.controller", "must be a text"),
        ("privacy", {"ask": "nobody"}, "privacy.ask", '"walk-ins", "everyone"'),
    ],
)
def test_a_wrong_key_of_the_head_is_named_with_its_line(
    table: str, changes: Mapping[str, object], key: str, problem: str
) -> None:
    text = event_text(**{table: changes})
    error = refusal(text)
    assert (error.code, error.facts["key"]) == ("EVENT_FILE_WRONG", key)
    assert problem in str(error.facts["problem"])
    line = text.splitlines()[int(str(error.facts["line"])) - 1]
    assert line.startswith(f"{key.partition('.')[2]} =")


@pytest.mark.parametrize(
    ("table", "key"),
    [
        *[("event", key) for key in ("id", "title", "venue", "hosts", "timezone", "starts_at")],
        *[("privacy", key) for key in ("basis", "purpose", "items", "retention_days", "refusal")],
    ],
)
def test_a_key_left_out_is_named_with_its_table_s_line(table: str, key: str) -> None:
    text = event_text(**{table: {key: None}})
    error = refusal(text)
    assert error.facts["key"] == f"{table}.{key}"
    assert "is missing" in str(error.facts["problem"])
    assert error.facts["line"] == line_of(text, f"[{table}]")


@pytest.mark.parametrize(
    ("tables", "key", "problem"),
    [
        (["[session]\n"], "session", "is written [[session]]"),
        (['title = "x"\n'], "session", "is missing"),
        ([session_text(), session_text()], "session[1].id", "stands twice"),
        ([session_text(), question_text("q"), question_text("q")], "question[1].id", "twice"),
        ([session_text(), question_text("q", "essay")], "question[0].kind", "must be one of"),
        ([session_text(), question_text("q", "choice")], "question[0].choices", "offers some"),
        ([session_text(), question_text("q", "choices", choices=[])], "question[0].choices", "is"),
        ([session_text(), question_text("q", choices=["가", " "])], "question[0].choices", "empty"),
        ([session_text(), consent_text("main")], "consent[0].id", "the notice itself"),
        ([session_text(), consent_text("a b")], "consent[0].id", "letters"),
        ([session_text(), consent_text("a"), consent_text("a")], "consent[1].id", "twice"),
        ([session_text(), consent_text("a", text=None)], "consent[0].text", "is missing"),
        ([session_text(), consent_text("a", detail={"ko": 5})], "consent[0].detail", "texts"),
        ([session_text(), consent_text("a", ticked=True)], "consent[0].ticked", "spelling"),
        ([session_text(), "[consent]\n"], "consent", "is written [[consent]]"),
        ([session_text(), *map(consent_text, "abcdef")], "consent", "more than 5"),
        ([session_text(), '[course]\nbasis = "luck"\n'], "course.basis", '"hours" or "days"'),
        ([session_text(), "[course]\nrequired_ratio = 1.5\n"], "course.required_ratio", "0 to 1"),
        ([session_text(), "[course]\nrequired_ratio = nan\n"], "course.required_ratio", "0 to 1"),
        ([session_text(), "[course]\nlates_per_absence = 0\n"], "course.lates_per_absence", "1"),
        ([session_text(), '[course]\nmissing_out = "all"\n'], "course.missing_out", "until-end"),
        ([session_text(), "[curse]\n"], "curse", "check its spelling"),
    ],
)
def test_wrong_tables_are_named(tables: list[str], key: str, problem: str) -> None:
    error = refusal(event_text(*tables))
    if key == "session" and problem == "is missing":
        # A stray key falls to the table above it.
        assert error.facts["key"] in ("privacy.title", "session")
        return
    assert (error.code, error.facts["key"]) == ("EVENT_FILE_WRONG", key)
    assert problem in str(error.facts["problem"])
    assert error.facts["line"] != 0


def test_an_event_without_a_notice_is_refused() -> None:
    text = event_text().replace("[privacy]", "[privacies]")
    error = refusal(text)
    assert (error.code, error.facts["key"]) == ("EVENT_FILE_WRONG", "privacy")


def test_an_event_without_a_session_is_refused() -> None:
    text = event_text().split("[[session]]")[0]
    assert refusal(text).facts["key"] == "session"


def test_who_answers_for_the_data_is_the_first_host_unless_it_is_said() -> None:
    assert made_event(event={"hosts": ["예시시", "예시대학교"]}).privacy.controller == "예시시"
    assert made_event(event={"hosts": []}).privacy.controller == ""
    told = made_event(privacy={"controller": "예시진흥원", "ask": "everyone"}).privacy
    assert (told.controller, told.ask) == ("예시진흥원", ConsentAsk.EVERYONE)
    assert made_event().privacy.ask is ConsentAsk.WALK_INS


def test_optional_consents_are_read_in_their_order() -> None:
    event = made_event(
        session_text(), consent_text("news", detail={"en": "By e-mail"}), consent_text("photo")
    )
    assert [one.id for one in event.consents] == ["news", "photo"]
    assert event.consents[0].detail.text("ko") == "By e-mail"
    assert event.consents[1].detail.text("ko") == ""
    assert made_event().consents == ()
    assert event_file.from_json(event_file.to_json(event)) == event


def test_a_stored_event_opens_though_a_newer_rule_would_refuse_its_file() -> None:
    """Choices without a list were let in before; a desk must open with them all the same."""
    document = json.loads(event_file.to_json(made_event(session_text(), question_text("q"))))
    document["question"][0]["kind"] = "choice"
    assert event_file.from_json(json.dumps(document)).questions[0].choices == ()


def test_a_public_task_is_named() -> None:
    assert refusal(event_text(privacy={"basis": "public-task"})).facts["key"] == "privacy.task"
    event = made_event(privacy={"basis": "public-task", "task": "지역 산업 진흥"})
    assert event.privacy.task == "지역 산업 진흥"


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (b'[event]\nid = "a\n', 2),
        (b"[event]\n\n\nid = = 1\n", 4),
        (b"[event]\nid = 1\nid = 2\n", 3),
        ("[event]\nid = 1\ntitle = '봄'\n".encode("cp949"), 3),
        (b"\x00\x01\x02", 1),
        (b"[event", 1),
        (b"PK\x03\x04", 1),
        (b"a = " + b"[" * 50_000, 1),
        (b"#" * 1_000_001, 1),
    ],
)
def test_what_is_no_toml_is_refused_by_its_line(raw: bytes, line: int) -> None:
    with pytest.raises(KioskError) as caught:
        event_file.parse(raw, "spring.toml")
    assert caught.value.code == "EVENT_FILE_SYNTAX"
    assert caught.value.facts["file"] == "spring.toml"
    assert caught.value.facts["line"] == line


def test_an_empty_file_says_what_is_missing() -> None:
    error = refusal("")
    assert (error.code, error.facts["key"]) == ("EVENT_FILE_WRONG", "event")
    assert error.facts["line"] == 1


def test_a_byte_order_mark_and_windows_lines_are_read() -> None:
    raw = "\ufeff" + event_text().replace("\n", "\r\n")
    assert event_file.parse(raw.encode()).id == EVENT_ID


def test_a_file_that_is_not_there_or_no_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(KioskError) as missing:
        event_file.read(tmp_path / "none.toml")
    assert missing.value.code == "FILE_MISSING"
    with pytest.raises(KioskError) as folder:
        event_file.read(tmp_path)
    assert folder.value.code == "FILE_UNREADABLE"


def test_too_many_sessions_are_refused() -> None:
    error = refusal(event_text(*[session_text(f"s{n}") for n in range(501)]))
    assert error.facts["key"] == "session"
    assert "500" in str(error.facts["problem"])
