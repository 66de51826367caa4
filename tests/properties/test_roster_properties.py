"""Whatever a file holds, it is read or refused; whatever is written is read again."""

from __future__ import annotations

import csv
import io
import tempfile
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.errors import KioskError
from kiosk.domain.event import Event, Privacy, Session, Words
from kiosk.domain.phone import normalise
from kiosk.domain.registration import ROSTER_FIELDS
from kiosk.domain.text import NAME_LENGTH, clean, holds_resident_number, is_visible
from kiosk.services import roster_values as values
from kiosk.services.roster_columns import find_columns
from kiosk.services.roster_csv import SEPARATORS
from kiosk.services.roster_rows import Draft, read_rows
from kiosk.services.roster_shape import RowError, Table
from kiosk.services.roster_table import read_table

SEOUL = ZoneInfo("Asia/Seoul")
NOON = datetime(2026, 3, 26, 12, tzinfo=SEOUL)
EVENT = Event(
    id="sample",
    title=Words("표본"),
    venue=Words("시민홀"),
    hosts=(),
    zone=SEOUL,
    starts_at=NOON,
    ends_at=NOON,
    privacy=Privacy("consent", Words("참석 확인"), ("name",), 90, Words("거부할 수 있습니다")),
    sessions=(Session("am", Words("오전"), NOON, NOON, NOON, NOON),),
)

syllables = st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3)
names = st.text(syllables, min_size=2, max_size=5)
words = st.text(st.one_of(syllables, st.sampled_from("abcXYZ019 ,;|\t\"'\n().&")), max_size=12)
people = st.lists(st.tuples(names, words, words), min_size=1, max_size=8)
cells = st.one_of(
    st.text(max_size=20),
    names,
    st.from_regex(r"\+?[0-9 .-]{0,16}", fullmatch=True),
    st.from_regex(r"[A-Za-z0-9._%+-]{1,9}@[a-z0-9-]{1,9}\.[a-z]{1,4}", fullmatch=True),
    st.from_regex(r"\d{6} ?[-–] ?[1-8]\d{6}", fullmatch=True),
    st.sampled_from(["합계", "이상", "총 3명", "010", "1.2E+10", "\x00", "\u3164", "\udc80"]),
)


def table_in(data: bytes, name: str = "roster.csv") -> Table:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        return read_table(path)


def read(table: Table) -> tuple[list[Draft], list[RowError]]:
    return read_rows(table, find_columns(table.rows, {}), EVENT)


@given(
    people,
    st.sampled_from(SEPARATORS),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_a_written_roster_is_read_again(
    rows: list[tuple[str, str, str]], separator: str, encoding: str, end: str
) -> None:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=separator, lineterminator=end, quoting=csv.QUOTE_ALL)
    writer.writerows([("이름", "소속", "비고"), *rows])
    table = table_in(stream.getvalue().encode(encoding))
    assert table.separator == separator
    assert [tuple(cells) for _, cells in table.rows[1:]] == rows
    drafts, errors = read(table)
    kept = [row for row in rows if row[0] != "이상" or any(map(clean, row[1:]))]
    assert not errors
    assert [(d.name, d.organisation, d.flag) for d in drafts] == [
        (name, clean(organisation), clean(flag)) for name, organisation, flag in kept
    ]


@given(st.binary(max_size=400), st.sampled_from(["a.csv", "a.xlsx", "a.txt"]))
def test_any_bytes_are_read_or_refused_in_words(data: bytes, name: str) -> None:
    with suppress(KioskError):
        read(table_in(data, name))


@given(people, st.data())
def test_a_cut_file_is_read_up_to_the_cut(
    rows: list[tuple[str, str, str]], data: st.DataObject
) -> None:
    text = "이름,연락처\n" + "".join(f"{name},\n" for name, _, _ in rows)
    whole = text.encode()
    kept = data.draw(st.integers(min_value=17, max_value=len(whole)))
    table = table_in(whole[:kept])
    complete = whole[:kept].count(b"\n")
    assert [cells for _, cells in table.rows[:complete]] == [
        line.split(",") for line in text.splitlines()[:complete]
    ]


@settings(max_examples=200)
@given(st.lists(st.lists(cells, min_size=15, max_size=15), min_size=1, max_size=6))
def test_every_row_is_a_clean_draft_or_an_error(rows: list[list[str]]) -> None:
    table = Table("utf-8", ",", [(1, list(ROSTER_FIELDS)), *enumerate([*rows, ["김하늘"]], 2)], [])
    drafts, errors = read(table)
    lines = [draft.line for draft in drafts] + [error.line for error in errors]
    assert len(lines) == len(set(lines))
    for draft in drafts:
        texts = [value for value in draft if isinstance(value, str)]
        assert not any(map(holds_resident_number, texts))
        assert all(text == clean(text) for text in texts if text != draft.ticket)
        assert is_visible(draft.name)
        assert len(draft.name) <= NAME_LENGTH
        assert normalise(draft.phone) == draft.phone
        draft.ticket.encode()


@given(st.lists(cells, min_size=1, max_size=40), st.sampled_from(ROSTER_FIELDS))
def test_a_long_column_is_read_as_cell_by_cell(column: list[str], field: str) -> None:
    if field == "name":
        return
    together = _each([[f"사람{at}", cell] for at, cell in enumerate(column)], field)
    apart = [_each([[f"사람{at}", cell]], field)[0] for at, cell in enumerate(column)]
    assert together == apart


def _each(rows: list[list[str]], field: str) -> list[object]:
    table = Table("utf-8", ",", [(1, ["name", field]), *enumerate(rows, 2)], [])
    drafts, errors = read(table)
    found: dict[int, object] = {draft.line: getattr(draft, field) for draft in drafts}
    found.update({error.line: (error.code, error.facts) for error in errors})
    return [found[line] for line in range(2, len(rows) + 2)]


@given(st.from_regex(r"(\+82[ -]?)?0?10[-. ]?[0-9]{4}[-. ]?[0-9]{4}", fullmatch=True))
def test_the_quick_way_of_mobile_numbers_is_the_long_way(cell: str) -> None:
    number = values.phone(cell)
    assert (None if isinstance(number, values.Problem) else number) == normalise(cell)
