"""The whole way without a window: roster, tickets, pictures, scans, exports, in real processes."""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

GIVEN_ROSTER = Path(__file__).parents[3] / "shared" / "rosters" / "seminar_cp949.csv"
"""A larger roster beside the repository, where the machine that tests it has one."""


def rows_of(sheet: list[list[Any]]) -> list[dict[str, str]]:
    """Return a sheet's rows by its headings, as text."""
    headings = [str(cell) for cell in sheet[0]]
    return [
        {key: "" if cell is None else str(cell) for key, cell in zip(headings, row, strict=True)}
        for row in sheet[1:]
    ]


def by_openpyxl(path: Path) -> list[dict[str, str]]:
    book = openpyxl.load_workbook(path)
    return rows_of([list(row) for row in book.worksheets[0].iter_rows(values_only=True)])


def by_calamine(path: Path) -> list[dict[str, str]]:
    return rows_of(CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python())


def by_csv(path: Path) -> list[dict[str, str]]:
    assert path.read_bytes().startswith(b"\xef\xbb\xbf"), "Korean Excel needs the mark"
    with path.open(encoding="utf-8-sig", newline="") as file:
        return rows_of(list(csv.reader(file)))


def issue_tickets(kiosk, folder: Path) -> dict[str, str]:
    """Write everybody's code and read it back from its picture; return texts by registration."""
    written = kiosk.ask("tickets", "--out", folder, "--format", "png")
    index = by_csv(Path(written["index"]))
    pictures = [folder / row["file"] for row in index]
    read = kiosk.ask("read-qr", *pictures)
    assert [one["codes"] for one in read] == [[row["ticket"]] for row in index]
    assert written["written"] == len({row["ticket"] for row in index}) == len(index)
    return {row["registration"]: one["codes"][0] for row, one in zip(index, read, strict=True)}


def scan_all(kiosk, texts: list[str]) -> list[dict[str, Any]]:
    """Feed texts to one gate, each only once the one before it was answered."""
    with kiosk.scanning() as gate:
        answers = []
        for text in texts:
            gate.stdin.write(f"{text}\n")
            gate.stdin.flush()
            answers.append(json.loads(gate.stdout.readline()))
        gate.stdin.close()
        assert gate.wait(timeout=30) == 0
    return answers


def journey(kiosk, event_file: Path, roster: Path, out: Path) -> tuple[Any, dict[str, str]]:
    """Take everybody in but the last, the first one twice; return the import and the tickets."""
    kiosk.ask("event", "apply", event_file)
    imported = kiosk.ask("roster", "import", roster)
    tickets = issue_tickets(kiosk, out / "tickets")
    *coming, absent = tickets
    answers = scan_all(kiosk, [*(tickets[one] for one in coming), tickets[coming[0]], "NOBODY"])
    admitted = answers[: len(coming)]
    assert [one["registration"] for one in admitted] == coming
    assert {(one["outcome"], one["reason"]) for one in admitted} == {("admit", "OK")}
    again, stranger = answers[len(coming) :]
    assert (again["outcome"], again["reason"]) == ("ask", "ALREADY_IN")
    assert (again["first_at"], again["entry"]) == (admitted[0]["first_at"], None)
    assert (stranger["outcome"], stranger["reason"]) == ("refuse", "UNKNOWN")
    check_exports(kiosk, out, coming, absent)
    return imported, tickets


def check_exports(kiosk, out: Path, coming: list[str], absent: str) -> None:
    """Find everybody exactly once in each table, by two readers of XLSX and one of CSV."""
    for form in ("xlsx", "csv"):
        for kind in ("attendance", "absentees", "journal"):
            file = out / f"{kind}.{form}"
            assert kiosk.ask("export", kind, "--format", form, "--out", file)["rows"] > 0
    attendance = by_openpyxl(out / "attendance.xlsx")
    assert by_calamine(out / "attendance.xlsx") == attendance == by_csv(out / "attendance.csv")
    states = {row["등록 번호"]: row["출석"] for row in attendance}
    assert len(attendance) == len(states) == len(coming) + 1
    assert states == {**dict.fromkeys(coming, "입장"), absent: "미입장"}
    for name, read in (("absentees.xlsx", by_openpyxl), ("absentees.csv", by_csv)):
        assert [row["등록 번호"] for row in read(out / name)] == [absent]
    for name, read in (("journal.xlsx", by_openpyxl), ("journal.csv", by_csv)):
        entries = read(out / name)
        # A refused second scan leaves no entry: one line each, in the order of the scans.
        assert [row["등록 번호"] for row in entries] == coming
        assert {row["종류"] for row in entries} == {"입장"}


def test_a_roster_becomes_tickets_scans_and_exports(
    kiosk, event_file: Path, roster_file: Path, people, tmp_path: Path
) -> None:
    imported, tickets = journey(kiosk, event_file, roster_file, tmp_path)
    counted = (imported["read"], imported["added"], imported["rejected"])
    assert counted == (len(people), len(people), 0)
    assert imported["encoding"].lower() in ("cp949", "euc-kr")
    kept = Counter(
        (row["성명"], row["소속"], row["연락처"])
        for row in by_openpyxl(tmp_path / "attendance.xlsx")
    )
    assert kept == Counter((one.name, one.organisation, one.phone) for one in people)
    namesakes = kiosk.ask("find", people[0].name)
    assert [one["name"] for one in namesakes] == [people[0].name] * 2
    assert {one["registration"] for one in namesakes} <= set(tickets)


@pytest.mark.skipif(not GIVEN_ROSTER.exists(), reason="no roster lies beside the repository")
def test_the_roster_beside_the_repository_makes_the_same_journey(
    kiosk, event_file: Path, tmp_path: Path
) -> None:
    imported, tickets = journey(kiosk, event_file, GIVEN_ROSTER, tmp_path)
    lines = GIVEN_ROSTER.read_bytes().decode("cp949").splitlines()
    numbered = [line for line in csv.reader(lines) if line and line[0].isdecimal()]
    assert imported["added"] == len(tickets) == len(numbered)
    kept = Counter(row["성명"] for row in by_calamine(tmp_path / "attendance.xlsx"))
    assert kept == Counter(" ".join(line[3].split()) for line in numbered)


def test_a_second_import_and_a_second_gate_change_nothing(
    kiosk, event_file: Path, roster_file: Path, people, tmp_path: Path
) -> None:
    kiosk.ask("event", "apply", event_file)
    kiosk.ask("roster", "import", roster_file)
    tickets = issue_tickets(kiosk, tmp_path / "tickets")
    first = scan_all(kiosk, list(tickets.values())[:5])
    again = kiosk.ask("roster", "import", roster_file)
    assert (again["added"], again["unchanged"]) == (0, len(people))
    assert issue_tickets(kiosk, tmp_path / "again") == tickets
    second = scan_all(kiosk, list(tickets.values())[:5])
    assert {one["reason"] for one in second} == {"ALREADY_IN"}
    assert [one["first_at"] for one in second] == [one["first_at"] for one in first]
