"""Reprints, notes, signatures and openings: each kept once, with who did it, and told back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes import at, count, open_test_desk, person, scan, token

from kiosk.domain.deed import DeedKind, Why
from kiosk.domain.errors import KioskError
from kiosk.domain.signing import STROKES_BYTES, SignedBy, Signing
from kiosk.services import audit, notes, reprint, reveal, signing, undo
from kiosk.services.open_desk import OpenDesk
from kiosk.storage import signature

INK = Signing(b"strokes")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    anna = person(1, phone="010-1234-5678", email="anna@sample.example")
    made = open_test_desk(tmp_path, [anna, person(2)])
    yield made
    made.close()


def code_of(call: object) -> str:
    with pytest.raises(KioskError) as caught:
        call()  # type: ignore[operator]
    return caught.value.code


# Reprints


def test_reprints_are_counted_person_by_person(desk: OpenDesk) -> None:
    assert reprint.reprint(desk, "r1", Why("lost")) == 1
    assert reprint.reprint(desk, "r1", Why("other", "끈이 끊어짐")) == 2
    assert reprint.reprint(desk, "r2", Why("misprint")) == 1
    told = [(one.kind, one.reason) for one in audit.of_person(desk, "r1")]
    assert told == [(DeedKind.REPRINT, "lost"), (DeedKind.REPRINT, "other")]
    assert count(desk, "outbox") == 3


def test_a_reprint_names_its_job(desk: OpenDesk) -> None:
    reprint.reprint(desk, "r1", Why("lost"))
    job = desk.store.connection.execute("SELECT id, registration, kind FROM outbox").fetchone()
    assert job == (audit.of_person(desk, "r1")[0].about, "r1", "badge")


def test_no_badge_comes_out_without_a_reason(desk: OpenDesk) -> None:
    assert code_of(lambda: reprint.reprint(desk, "r1", Why("by-mistake"))) == "REASON_MISSING"
    assert code_of(lambda: reprint.reprint(desk, "r9", Why("lost"))) == "REGISTRATION_UNKNOWN"
    assert (count(desk, "outbox"), count(desk, "deed")) == (0, 0)


# Notes


def told(desk: OpenDesk, who: str = "r1") -> list[str]:
    return [one.words for one in notes.of_person(desk, who)]


def test_notes_are_told_newest_first_and_the_journal_holds_no_word_of_them(desk: OpenDesk) -> None:
    session = desk.event.sessions[0]
    notes.add(desk, session, "r1", " 보청기를  쓰심 ")
    notes.add(desk, session, "r1", "주차권 드림")
    assert told(desk) == ["주차권 드림", "보청기를 쓰심"]
    assert told(desk, "r2") == []
    entries = str(desk.store.connection.execute("SELECT * FROM entry").fetchall())
    assert "보청기" not in entries


def test_a_note_changes_nobodys_presence_and_can_be_undone(desk: OpenDesk) -> None:
    entry = notes.add(desk, desk.event.sessions[0], "r1", "주차권 드림")
    assert scan(desk, token(1)).reason == "OK"
    undo.undo(desk, entry, Why("by-mistake"))
    assert told(desk) == []
    assert scan(desk, token(1)).reason == "ALREADY_IN"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("", "NOTE_EMPTY"),
        (" \u200b\t", "NOTE_EMPTY"),
        ("가" * 501, "REASON_LONG"),
        ("번호 900101-1234567", "RRN_IN_TEXT"),
    ],
)
def test_a_note_that_is_none_is_refused(desk: OpenDesk, words: str, code: str) -> None:
    session = desk.event.sessions[0]
    assert code_of(lambda: notes.add(desk, session, "r1", words)) == code
    assert count(desk, "entry") == 0


# Signatures


def test_a_signature_belongs_to_the_last_time_in_that_stands(desk: OpenDesk) -> None:
    session = desk.event.sessions[0]
    first = scan(desk, token(1), "14:00").entry
    assert signing.sign(desk, session, "r1", INK) == first
    undo.undo(desk, first, Why("by-mistake"))
    second = scan(desk, token(1), "14:10").entry
    assert signing.sign(desk, session, "r1", Signing(means=SignedBy.STAFF)) == second
    held = signature.of_person(desk.store.connection, "r1")
    assert [(one.entry, one.signature.means) for one in held] == [
        (first, SignedBy.FINGER),
        (second, SignedBy.STAFF),
    ]
    facts = [one.facts for one in audit.of_person(desk, "r1") if one.kind is DeedKind.SIGN]
    assert facts == [("finger",), ("staff",)]


def test_nobody_signs_who_has_not_come(desk: OpenDesk) -> None:
    session = desk.event.sessions[0]
    assert code_of(lambda: signing.sign(desk, session, "r1", INK)) == "NOT_IN"
    undo.undo(desk, scan(desk, token(1)).entry, Why("by-mistake"))
    assert code_of(lambda: signing.sign(desk, session, "r1", INK)) == "NOT_IN"
    assert count(desk, "signature") == 0


@pytest.mark.parametrize(
    ("ink", "code"),
    [(Signing(), "SIGNATURE_EMPTY"), (Signing(b"x" * (STROKES_BYTES + 1)), "SIGNATURE_LARGE")],
)
def test_what_is_no_signature_is_not_kept(desk: OpenDesk, ink: Signing, code: str) -> None:
    session = desk.event.sessions[0]
    scan(desk, token(1))
    assert code_of(lambda: signing.sign(desk, session, "r1", ink)) == code
    assert count(desk, "signature") == 0


# Openings


def test_who_was_looked_at_and_what_for_is_written_before_it_is_shown(desk: OpenDesk) -> None:
    shown = reveal.reveal(desk, "r1")
    assert (shown.phone, shown.email) == ("010-1234-5678", "anna@sample.example")
    reveal.reveal(desk, "r1")
    rows = desk.store.connection.execute(
        "SELECT action, purpose, persons, registration, desk FROM access"
    ).fetchall()
    assert rows == [("reveal", "identity-check", 1, "r1", desk.store.identity.desk)] * 2


def test_somebody_who_is_not_there_is_not_looked_at(desk: OpenDesk) -> None:
    assert code_of(lambda: reveal.reveal(desk, "r9")) == "REGISTRATION_UNKNOWN"
    assert count(desk, "access") == 0


def test_the_log_is_told_in_the_events_time(desk: OpenDesk) -> None:
    scan(desk, token(1), "14:00")
    (line,) = undo.undoable(desk)
    assert line.at == at("14:00")
