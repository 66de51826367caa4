"""Which rows mean a person: titles, totals, notes and cut rows do not."""

from __future__ import annotations

import pytest

from kiosk.services.roster_body import people_rows
from kiosk.services.roster_columns import find_columns
from kiosk.services.roster_shape import RowError, Table


def read(*rows: str, **mapping: str) -> tuple[list[tuple[int, str]], list[RowError]]:
    """Return the people of some rows as (line, name), and the errors of the others."""
    table = Table("utf-8", ",", [(at, row.split(",")) for at, row in enumerate(rows, 1)], [])
    columns = find_columns(table.rows, mapping)
    body = people_rows(table, columns)
    names = [cells[columns.index["name"]] for cells in body.cells]
    return list(zip(body.lines, names, strict=True)), body.errors


def test_titles_totals_notes_and_blank_numbers_are_nobody() -> None:
    people, errors = read(
        "2026 세미나 참석자 명단,,",
        "연번,소속,성명",
        "1,시청,김하늘",
        "연번,소속,성명",
        "소계,,1",
        "2,대학,이상",
        "3,,",
        ",,",
        "합계: 2명,,",
        "합 계,,2명",
        "총 2명,,",
        "※ 주차는 지하 2층입니다,,",
        "- 이 상 -,,",
        "끝.",
    )
    assert people == [(3, "김하늘"), (6, "이상")]
    assert errors == []


@pytest.mark.parametrize("heading", ["이름", "성명", "참석자명", "Name", "총괄"])
def test_the_headings_again_are_nobody_whatever_they_begin_with(heading: str) -> None:
    rows = (f"{heading},소속", "김하늘,시청", f"{heading},소속", "이바다,대학")
    people, errors = read(*rows, name=heading)
    assert people == [(2, "김하늘"), (4, "이바다")]
    assert errors == []


def test_a_person_s_name_that_could_end_a_list_is_a_person() -> None:
    people, errors = read("성명,사번,소속", "이상,7,", "Sum,8,", "계인원,9,시청", "총명,10,")
    assert [name for _, name in people] == ["이상", "Sum", "계인원", "총명"]
    assert errors == []


def test_totals_under_the_names_are_nobody_too() -> None:
    people, errors = read("성명,소속", "김하늘,시청", "이상,대학", "합계,1", "총 2명,", "이상,")
    assert [name for _, name in people] == ["김하늘", "이상"]
    assert errors == []


def test_rows_of_too_few_and_too_many_cells_are_errors() -> None:
    people, errors = read(
        "이름,소속,연락처", "김하늘,시청,", "짧은줄", "이바다,대학", "박,산,,넷", "최,강,,,"
    )
    assert [name for _, name in people] == ["김하늘", "이바다", "최"]
    assert errors == [
        RowError(3, "", "CELLS_TOO_FEW", {"cells": 1, "headings": 3}),
        RowError(5, "", "CELLS_TOO_MANY", {"cells": 4, "headings": 3}),
    ]


def test_a_row_cut_before_its_state_is_an_error() -> None:
    people, errors = read("이름,소속,상태,비고", "김하늘,시청", "이바다,시청,취소")
    assert [name for _, name in people] == ["이바다"]
    assert [(error.line, error.code) for error in errors] == [(2, "CELLS_TOO_FEW")]


def test_a_short_row_is_as_wide_as_the_headings_afterwards() -> None:
    table = Table("utf-8", ",", [(1, ["이름", "소속", "비고"]), (2, ["김하늘", "시청"])], [])
    body = people_rows(table, find_columns(table.rows, {}))
    assert body.cells == [["김하늘", "시청", ""]]


def test_one_column_of_names_is_a_roster() -> None:
    people, errors = read("이름", "김하늘", "이바다", "12", "이상")
    assert [name for _, name in people] == ["김하늘", "이바다", "12", "이상"]
    assert errors == []
