"""Undoing with a reason: any entry, once, with who and why on record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes import at, open_test_desk, person, scan, token

from kiosk.domain.deed import REASON_LENGTH, REASONS, DeedKind, Why
from kiosk.domain.errors import KioskError
from kiosk.domain.journal import Kind, fold
from kiosk.domain.verdict import Reason
from kiosk.services import audit, check_in, undo
from kiosk.services.open_desk import OpenDesk, open_desk
from kiosk.storage import journal


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    made = open_test_desk(tmp_path, [person(n) for n in range(1, 21)])
    yield made
    made.close()


def refused(desk: OpenDesk, entry: str, why: Why) -> str:
    with pytest.raises(KioskError) as caught:
        undo.undo(desk, entry, why)
    return caught.value.code


def test_an_entry_is_undone_with_reason_desk_and_words_on_record(desk: OpenDesk) -> None:
    entry = scan(desk, token(1)).entry
    made = undo.undo(desk, entry, Why("wrong-person", "  옆  분을 눌렀음 "))
    (deed,) = audit.of_person(desk, "r1")
    assert (deed.kind, deed.about, deed.reason) == (DeedKind.UNDO, made, "wrong-person")
    assert deed.by == desk.settings.desk_name
    assert journal.remarks(desk.store.connection)[made] == "옆 분을 눌렀음"
    assert not fold(journal.history(desk.store.connection, "r1")).has_come


def test_without_words_the_reasons_code_stands_with_the_entry(desk: OpenDesk) -> None:
    made = undo.undo(desk, scan(desk, token(1)).entry, Why("by-mistake"))
    assert journal.remarks(desk.store.connection)[made] == "by-mistake"


def test_a_second_undo_is_refused_and_so_is_an_undo_of_an_undo(desk: OpenDesk) -> None:
    entry = scan(desk, token(1)).entry
    made = undo.undo(desk, entry, Why("by-mistake"))
    assert refused(desk, entry, Why("by-mistake")) == "ALREADY_VOID"
    assert refused(desk, made, Why("by-mistake")) == "ENTRY_IS_VOID"
    assert len(audit.of_person(desk, "r1")) == 1


def test_whoever_was_undone_is_checked_in_again_like_anybody(desk: OpenDesk) -> None:
    undo.undo(desk, scan(desk, token(1)).entry, Why("by-mistake"))
    again = scan(desk, token(1), "14:10")
    assert (again.reason, again.first_at) == (Reason.OK, at("14:10"))


@pytest.mark.parametrize(
    ("why", "code"),
    [
        (Why(""), "REASON_MISSING"),
        (Why("no-such-reason", "words"), "REASON_MISSING"),
        (Why("other", " \u200b "), "REASON_MISSING"),
        (Why("lost"), "REASON_MISSING"),
        (Why("other", "가" * (REASON_LENGTH + 1)), "REASON_LONG"),
        (Why("other", "900101-1234567"), "RRN_IN_TEXT"),
    ],
)
def test_a_reason_that_is_none_changes_nothing(desk: OpenDesk, why: Why, code: str) -> None:
    entry = scan(desk, token(1)).entry
    assert refused(desk, entry, why) == code
    assert len(journal.history(desk.store.connection, "r1")) == 1
    assert audit.of_person(desk, "r1") == []


def test_another_desks_entry_is_undone_like_an_own_one(desk: OpenDesk, tmp_path: Path) -> None:
    other = open_desk(tmp_path / "data")
    entry = scan(other, token(2)).entry
    undo.undo(desk, entry, Why("wrong-session"))
    with pytest.raises(KioskError, match="ALREADY_VOID"):
        undo.undo(other, entry, Why("wrong-session"))
    other.close()


def test_what_can_be_undone_is_the_persons_own_newest_first(desk: OpenDesk) -> None:
    first = scan(desk, token(1)).entry
    scan(desk, token(2))
    undo.undo(desk, first, Why("by-mistake"))
    second = scan(desk, token(1), "14:05").entry
    lines = undo.undoable(desk, "r1")
    assert [(one.entry, one.kind, one.name) for one in lines] == [(second, Kind.IN, "가상인1")]


def test_somebody_without_entries_is_offered_the_events_newest(desk: OpenDesk) -> None:
    entries = [scan(desk, token(n)).entry for n in range(1, 15)]
    undo.undo(desk, entries[-1], Why("by-mistake"))
    for who in ("", "r20"):
        lines = undo.undoable(desk, who)
        assert [one.entry for one in lines] == entries[-2 : -2 - undo.LINES : -1]


def test_the_command_lines_undo_is_audited_too(desk: OpenDesk) -> None:
    check_in.void(desk, scan(desk, token(1)).entry, "wrong person")
    assert [one.reason for one in audit.of_person(desk, "r1")] == ["other"]


def test_every_deed_with_reasons_offers_words_of_ones_own_last() -> None:
    assert all(reasons[-1] == "other" for reasons in REASONS.values())
    assert all(len(set(reasons)) == len(reasons) <= 9 for reasons in REASONS.values())
