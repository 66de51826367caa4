"""Bytes become a table, or one worded refusal."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.errors import KioskError
from kiosk.services import roster_table
from kiosk.services.roster_table import read_table

PEOPLE = "이름,소속,연락처\r\n김하늘,광양시청,010-1111-2222\r\n이바다,순천대학교,010-3333-4444\r\n"
CELLS = [
    (1, ["이름", "소속", "연락처"]),
    (2, ["김하늘", "광양시청", "010-1111-2222"]),
    (3, ["이바다", "순천대학교", "010-3333-4444"]),
]


def written(folder: Path, data: bytes | str, name: str = "roster.csv") -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def refusal(path: Path) -> KioskError:
    with pytest.raises(KioskError) as caught:
        read_table(path)
    return caught.value


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("cp949", "cp949"),
    ],
)
def test_every_usual_encoding_gives_the_same_rows(tmp_path: Path, encoding: str, told: str) -> None:
    table = read_table(written(tmp_path, PEOPLE.encode(encoding)))
    assert (table.encoding, table.rows, table.errors) == (told, CELLS, [])


def test_ascii_in_utf16_without_a_mark_is_not_taken_for_utf8(tmp_path: Path) -> None:
    table = read_table(written(tmp_path, "name,phone\nMina Park,01011112222\n".encode("utf-16-le")))
    assert table.rows[1] == (2, ["Mina Park", "01011112222"])


@pytest.mark.parametrize("separator", [",", "\t", ";", "|"])
def test_the_separator_is_the_one_that_makes_headings(tmp_path: Path, separator: str) -> None:
    title = "세미나; 2026, 봄 | 명단\n"
    table = read_table(written(tmp_path, title + PEOPLE.replace(",", separator)))
    assert table.separator == separator
    assert table.rows[1][1] == CELLS[0][1]


def test_unknown_headings_leave_the_evenest_separator(tmp_path: Path) -> None:
    table = read_table(written(tmp_path, "갑;을;병\nA, B;1;2\nC, D;3;4\nE;5;6\n"))
    assert (table.separator, table.rows[1][1]) == (";", ["A, B", "1", "2"])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_is_known(tmp_path: Path, end: str) -> None:
    assert read_table(written(tmp_path, PEOPLE.replace("\r\n", end))).rows == CELLS


def test_blank_rows_are_dropped_and_lines_stay_true(tmp_path: Path) -> None:
    table = read_table(written(tmp_path, "이름,소속\n\n,,\n김하늘,시청\n\n"))
    assert [line for line, _ in table.rows] == [1, 4]


def test_a_cell_over_two_lines_keeps_the_later_lines_true(tmp_path: Path) -> None:
    table = read_table(written(tmp_path, '이름,소속\n김하늘,"시청\n총무과"\n이바다,대학\n'))
    assert table.rows[1:] == [(2, ["김하늘", "시청\n총무과"]), (4, ["이바다", "대학"])]


def test_one_line_in_another_encoding_costs_only_itself(tmp_path: Path) -> None:
    table = read_table(written(tmp_path, PEOPLE.encode() + "박산,시청,1\r\n".encode("cp949")))
    assert table.rows == CELLS
    assert [(e.line, e.code) for e in table.errors] == [(4, "BYTES_BROKEN")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_file_cut_inside_a_character_loses_its_last_row(tmp_path: Path, encoding: str) -> None:
    table = read_table(written(tmp_path, (PEOPLE + "박산").encode(encoding)[:-1]))
    assert table.rows == CELLS
    assert [(e.line, e.code) for e in table.errors] == [(4, "BYTES_BROKEN")]


def test_half_characters_of_careless_programs_stay_text(tmp_path: Path) -> None:
    data = "이름,소속\n김\udc80하늘,시청\n".encode("utf-8", "surrogatepass")
    table = read_table(written(tmp_path, data))
    assert not table.errors
    assert len(table.rows) == 2


def test_an_open_quote_swallows_nobody(tmp_path: Path) -> None:
    later = "".join(f"사람{n},시청,\r\n" for n in range(60))
    table = read_table(written(tmp_path, PEOPLE + '"열린 따옴표,a,b\r\n' + later))
    assert table.rows == CELLS
    assert [(e.line, e.code) for e in table.errors] == [(4, "QUOTE_OPEN")]


def test_an_open_quote_that_a_far_one_closes_is_still_open(tmp_path: Path) -> None:
    later = "".join(f"사람{n},시청,\r\n" for n in range(60))
    table = read_table(written(tmp_path, PEOPLE + '"열린,a,b\r\n' + later + '"\r\n'))
    assert table.rows == CELLS
    assert [(e.line, e.code) for e in table.errors] == [(4, "QUOTE_OPEN")]


def test_a_stray_quote_costs_its_row_and_no_other(tmp_path: Path) -> None:
    table = read_table(written(tmp_path, '이름,소속\n"김"하늘,시청\n이바다,대학\n'))
    assert table.rows == [(1, ["이름", "소속"]), (3, ["이바다", "대학"])]
    assert [(e.line, e.code) for e in table.errors] == [(2, "QUOTE_STRAY")]


def test_a_cell_beyond_all_measure_costs_its_row(tmp_path: Path) -> None:
    table = read_table(written(tmp_path, f"이름,소속\n김하늘,{'가' * 140_000}\n이바다,대학\n"))
    assert [line for line, _ in table.rows] == [1, 3]
    assert [(e.line, e.code) for e in table.errors] == [(2, "FIELD_TOO_LONG")]


def test_a_zero_byte_is_no_sign_of_utf16(tmp_path: Path) -> None:
    assert read_table(written(tmp_path, '이름\n"a\0b"\n')).encoding == "utf-8"


@pytest.mark.parametrize(
    "data", [b"", b"\xef\xbb\xbf", b"\r\n \r\n\t\r\n", "\ufeff".encode("utf-16-le")]
)
def test_nothing_in_a_file_is_said(tmp_path: Path, data: bytes) -> None:
    assert refusal(written(tmp_path, data)).code == "FILE_EMPTY"


def test_a_missing_file_and_a_folder_are_said(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.csv").code == "FILE_MISSING"
    assert refusal(tmp_path).code == "FILE_UNREADABLE"


def test_a_name_no_file_can_have_is_said() -> None:
    assert refusal(Path("a\0b.csv")).code == "FILE_UNREADABLE"


def test_a_huge_file_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(roster_table, "FILE_LIMIT_BYTES", 10)
    error = refusal(written(tmp_path, PEOPLE))
    assert (error.code, error.facts["limit"]) == ("FILE_TOO_LARGE", 10)


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"<html><table>", "markup"),
        (b"\xef\xbb\xbf \n<!DOCTYPE html>", "markup"),
        (b"<?xml version='1.0'?>", "markup"),
        (b"SQLite format 3\0" + bytes(80), "database"),
        (b"L\0\0\0\1\x14\2\0" + bytes(40), "shortcut"),
        (b"%PDF-1.7\n", "pdf"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (bytes(range(1, 9)) * 100 + b"\n", "binary"),
    ],
)
def test_what_is_no_roster_is_refused(tmp_path: Path, head: bytes, kind: str) -> None:
    error = refusal(written(tmp_path, head))
    assert (error.code, error.facts["kind"]) == ("NOT_A_ROSTER", kind)


def test_random_bytes_are_no_roster(tmp_path: Path) -> None:
    data = bytes((n * 167 + n // 7 * 91) % 256 for n in range(5_000))
    assert refusal(written(tmp_path, data)).code == "NOT_A_ROSTER"


@pytest.mark.parametrize("name", ["a.xlsm", "a.xls", "a.ods", "A.XLSB"])
def test_other_spreadsheets_are_named(tmp_path: Path, name: str) -> None:
    error = refusal(written(tmp_path, PEOPLE, name))
    assert (error.code, error.facts["kind"]) == ("FILE_KIND", Path(name).suffix.lower())


def test_an_encrypted_workbook_is_told_from_an_old_one(tmp_path: Path) -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64)
    assert refusal(written(tmp_path, ole, "a.xlsx")).code == "FILE_ENCRYPTED"
    old = ole + "Workbook".encode("utf-16-le")
    assert refusal(written(tmp_path, old, "a.xlsx")).code == "FILE_KIND"


def test_a_line_of_countless_cells_is_refused(tmp_path: Path) -> None:
    wide = "이름," + ",".join(f"c{n}" for n in range(5_000)) + "\n"
    error = refusal(written(tmp_path, wide + "김하늘\n"))
    assert (error.code, error.facts["columns"]) == ("TOO_MANY_COLUMNS", 5_001)


def test_a_file_of_countless_rows_is_refused(tmp_path: Path) -> None:
    assert refusal(written(tmp_path, "이름\n" + "김하늘\n" * 200_001)).code == "FILE_TOO_LARGE"
