"""Exports: what stands in each table, and how a spreadsheet reads it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from fakes import (
    add_people,
    at,
    count,
    event_text,
    open_test_desk,
    person,
    scan,
    session_text,
    token,
)

from kiosk.domain.errors import KioskError
from kiosk.domain.event import Direction
from kiosk.domain.registration import Category, Status
from kiosk.services import check_in
from kiosk.services.exports.export import FORMATS, KINDS, export
from kiosk.services.exports.tables import absentees, attendance, journal_table
from kiosk.services.open_desk import OpenDesk
from kiosk.services.whole_file import sha256_of

HOSTILE = [
    "=1+1",
    "+82",
    "-5",
    "@SUM(A1)",
    "＝1",
    "'=1+1",
    "0012",
    "1e5",
    "<b>가</b>",
    'a"b,c',
    "가 나",
]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    people = [
        person(1, phone="010-0000-1234", category=Category.VIP),
        person(2),
        person(3, status=Status.CANCELLED),
    ]
    text = event_text(session_text("one", entry="re-entry"), session_text("two"))
    made = open_test_desk(tmp_path, people, text)
    yield made
    made.close()


def exported(desk: OpenDesk, kind: str, form: str) -> Path:
    path = desk.store.path.parent / f"out.{form}"
    export(desk, kind, form, path)
    return path


def rows_of_csv(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def rows_of_xlsx(path: Path) -> list[list[object]]:
    book = openpyxl.load_workbook(path)
    held = [[cell.value for cell in row] for row in book.active.iter_rows()]
    book.close()
    return held


def test_attendance_has_everybody_once_with_their_times(desk: OpenDesk) -> None:
    scan(desk, token(1), "14:00")
    scan(desk, token(1), "14:30", direction=Direction.OUT)
    table = attendance(desk)
    rows = [dict(zip(table.headings, row, strict=True)) for row in table.rows]
    assert [row["성명"] for row in rows] == ["가상인1", "가상인2", "가상인3"]
    assert rows[0]["연락처"] == "010-0000-1234"
    assert rows[0]["구분"] == "내빈"
    assert [row["출석"] for row in rows] == ["퇴장", "미입장", "미입장"]
    assert rows[0]["본 행사 입장"] == ""  # the second session, of the same title
    assert "2026-03-26 14:00:00" in table.rows[0]
    assert "2026-03-26 14:30:00" in table.rows[0]
    assert table.persons == 3


def test_absentees_are_those_expected_who_never_came(desk: OpenDesk) -> None:
    first = scan(desk, token(1))
    assert [row[3] for row in absentees(desk).rows] == ["가상인2"]
    check_in.void(desk, first.entry, "잘못")
    assert [row[3] for row in absentees(desk).rows] == ["가상인1", "가상인2"]
    scan(desk, token(2), session=desk.event.sessions[1])
    assert [row[3] for row in absentees(desk).rows] == ["가상인1"]


def test_the_journal_keeps_what_was_undone_and_why(desk: OpenDesk) -> None:
    first = scan(desk, token(1))
    undone = check_in.void(desk, first.entry, "동명이인")
    table = journal_table(desk)
    rows = [dict(zip(table.headings, row, strict=True)) for row in table.rows]
    assert [row["종류"] for row in rows] == ["입장", "취소"]
    assert rows[0]["기록 번호"] == first.entry
    assert (rows[1]["기록 번호"], rows[1]["취소한 기록"]) == (undone, first.entry)
    assert rows[1]["까닭"] == "동명이인"
    assert rows[0]["찍은 시각"] == "2026-03-26 14:00:00"


def test_every_row_is_as_wide_as_its_headings(desk: OpenDesk) -> None:
    scan(desk, token(1))
    for table in (attendance(desk), absentees(desk), journal_table(desk)):
        assert len(table.headings) == len(table.widths)
        assert {len(row) for row in table.rows} == {len(table.headings)}


def test_a_csv_opens_in_korean_excel(desk: OpenDesk) -> None:
    path = exported(desk, "attendance", "csv")
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\n") == raw.count(b"\r\n") == 4


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_comes_back_letter_by_letter_and_never_as_a_formula(
    desk: OpenDesk, name: str
) -> None:
    add_people(desk, [person(9, name=name, organisation="", ticket="T9")])
    (cell,) = [row[3] for row in rows_of_csv(exported(desk, "attendance", "csv"))[4:]]
    assert cell == (f"'{name}" if name[0] in "=+-@＝" else name)
    book = openpyxl.load_workbook(exported(desk, "attendance", "xlsx"))
    held = book.active.cell(5, 4)
    assert (held.value, held.data_type) == (name, "s")
    assert held.hyperlink is None
    book.close()


def test_a_workbook_is_the_same_table_as_text(desk: OpenDesk) -> None:
    scan(desk, token(1))
    table = attendance(desk)
    rows = rows_of_xlsx(exported(desk, "attendance", "xlsx"))
    assert tuple(rows[0]) == table.headings
    for held, row in zip(rows[1:], table.rows, strict=True):
        assert [cell or "" for cell in held] == list(row)
    assert all(cell is None or isinstance(cell, str) for row in rows for cell in row)


def test_a_workbook_s_headings_stay_in_sight(desk: OpenDesk) -> None:
    book = openpyxl.load_workbook(exported(desk, "attendance", "xlsx"))
    assert book.active.freeze_panes == "A2"
    assert book.active.auto_filter.ref is not None
    assert book.active.column_dimensions["A"].width < book.active.column_dimensions["B"].width
    book.close()


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_in_every_form_is_counted_hashed_and_logged(
    desk: OpenDesk, kind: str, form: str
) -> None:
    scan(desk, token(1))
    path = desk.store.path.parent / "out"
    done = export(desk, kind, form, path, purpose="결과 보고")
    assert done.sha256 == sha256_of(path)
    ((action, purpose, digest),) = desk.store.connection.execute(
        "SELECT action, purpose, sha256 FROM access"
    )
    assert (action, purpose, digest) == (f"export {kind} {form}", "결과 보고", done.sha256)


@pytest.mark.parametrize(
    ("kind", "form", "code"),
    [("people", "csv", "EXPORT_UNKNOWN"), ("journal", "pdf", "FORMAT_UNKNOWN")],
)
def test_what_there_is_not_is_refused(desk: OpenDesk, kind: str, form: str, code: str) -> None:
    path = desk.store.path.parent / "out"
    with pytest.raises(KioskError, match=code):
        export(desk, kind, form, path)
    assert not path.exists()
    assert count(desk, "access") == 0


def test_an_event_without_people_still_has_its_headings(tmp_path: Path) -> None:
    desk = open_test_desk(tmp_path)
    for kind in KINDS:
        assert len(rows_of_csv(exported(desk, kind, "csv"))) == 1
        assert len(rows_of_xlsx(exported(desk, kind, "xlsx"))) == 1
    desk.close()


def test_times_are_on_the_event_s_own_clock(tmp_path: Path) -> None:
    desk = open_test_desk(
        tmp_path,
        [person(1)],
        event_text(session_text(starts_at="2026-03-26T00:00:00Z"), event={"timezone": "UTC"}),
    )
    scan(desk, token(1), "14:00")
    assert at("14:00").utcoffset() is not None
    assert "2026-03-26 05:00:00" in attendance(desk).rows[0]
    desk.close()
