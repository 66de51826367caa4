"""Rows become drafts; a bad one names its line, field and reason, and the others go in."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from kiosk.domain.errors import KioskError
from kiosk.domain.event import Event, Privacy, Session, Words
from kiosk.domain.registration import Category, Status
from kiosk.services.roster_columns import find_columns
from kiosk.services.roster_rows import Draft, read_rows
from kiosk.services.roster_shape import RowError, Table

SEOUL = ZoneInfo("Asia/Seoul")
NOON = datetime(2026, 3, 26, 12, tzinfo=SEOUL)


def sitting(session_id: str, title: str) -> Session:
    return Session(session_id, Words(title), NOON, NOON, NOON, NOON)


EVENT = Event(
    id="sample",
    title=Words("표본"),
    venue=Words("시민홀"),
    hosts=(),
    zone=SEOUL,
    starts_at=NOON,
    ends_at=NOON,
    privacy=Privacy("consent", Words("참석 확인"), ("name",), 90, Words("거부할 수 있습니다")),
    sessions=(sitting("am", "오전/기술"), sitting("pm", "오후")),
)


def table_of(*rows: str) -> Table:
    cells = [(line, row.split(",")) for line, row in enumerate(rows, 1)]
    return Table("utf-8", ",", [(line, row) for line, row in cells if any(row)], [])


def read(*rows: str) -> tuple[list[Draft], list[RowError]]:
    table = table_of(*rows)
    return read_rows(table, find_columns(table.rows, {}), EVENT)


def one(heading: str, cell: str) -> Draft:
    drafts, errors = read(f"이름,{heading}", f"김하늘,{cell}")
    assert not errors
    return drafts[0]


def fault(heading: str, cell: str) -> RowError:
    drafts, errors = read(f"이름,{heading}", f"김하늘,{cell}", "이바다,")
    assert [draft.name for draft in drafts] == ["이바다"]
    assert [error.line for error in errors] == [2]
    return errors[0]


def named(cell: str) -> str:
    drafts, errors = read("이름,소속", f"{cell},시청")
    return drafts[0].name if drafts else errors[0].code


def test_a_full_row_is_read_whole() -> None:
    fields = "성명,영문명,소속,직위,연락처,이메일,구분,상태,유효시작,유효종료,회차"
    fields += ",티켓번호,좌석,비고,사번"
    row = (
        "김하늘,Kim Haneul,㈜한빛,과장,1012345678,kim@example.org,연사,결제완료,2026-03-26,"
        "2026-03-27,am;pm,T-1,가12,휠체어,E7"
    )
    drafts, errors = read(fields, row)
    assert not errors
    assert drafts == [
        Draft(
            2,
            "김하늘",
            "Kim Haneul",
            "㈜한빛",
            "과장",
            "010-1234-5678",
            "kim@example.org",
            Category.SPEAKER,
            Status.CONFIRMED,
            datetime(2026, 3, 26, tzinfo=SEOUL),
            datetime(2026, 3, 27, 23, 59, 59, 999_000, tzinfo=SEOUL),
            ("am", "pm"),
            "T-1",
            "가12",
            "휠체어",
            "E7",
        )
    ]


def test_fields_without_a_column_are_not_given() -> None:
    drafts, _ = read("이름", "김하늘")
    assert drafts == [Draft(2, "김하늘")]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("  김  하늘 ", "김 하늘"),
        ("\u200b김하늘\ufeff", "김하늘"),
        ("\u1100\u1175\u11b7", "김"),
        ("<b>김</b>", "<b>김</b>"),
        ("=1+1", "=1+1"),
        ("NULL", "NULL"),
        ("0", "0"),
        ("이\x1b[2J", "이 [2J"),
        ("ｋｉｍ", "ｋｉｍ"),
        ("가" * 80, "가" * 80),
        ("가" * 81, "NAME_TOO_LONG"),
        ("", "NAME_MISSING"),
        ("   ", "NAME_MISSING"),
        (".", "NAME_UNUSABLE"),
        ("_", "NAME_UNUSABLE"),
        ("\u200b", "NAME_UNUSABLE"),
        ("900101-1234567", "RRN_IN_CELL"),
    ],
)
def test_names_are_cleaned_and_never_altered(cell: str, shown: str) -> None:
    assert named(cell) == shown


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("01012345678", "010-1234-5678"),
        ("1012345678.0", "010-1234-5678"),
        ("+82 10-1234-5678", "010-1234-5678"),
        ("010.1234.5678", "010-1234-5678"),
        ("061 797 2114", "061-797-2114"),
        ("+49 30 1234567", "+49301234567"),
        ("010", ""),
        ("010-", ""),
        ("-", ""),
        ("", ""),
    ],
)
def test_numbers_come_to_one_spelling(cell: str, number: str) -> None:
    assert one("연락처", cell).phone == number


@pytest.mark.parametrize("cell", ["1.01235E+09", "전화 없음", "12", "010-1234-56"])
def test_a_wrong_number_is_said_and_not_repeated(cell: str) -> None:
    assert fault("연락처", cell) == RowError(2, "phone", "PHONE_WRONG", {})


@pytest.mark.parametrize(
    "cell", ["a@b.c", "first.last+tag@sub.example-site.org", "", "한글@예시.한국"]
)
def test_addresses_pass(cell: str) -> None:
    assert one("이메일", cell).email == cell


@pytest.mark.parametrize("cell", ["a@b", "a b@c.org", "@c.org", "none", "a@b@c.org", "a@.org."])
def test_a_wrong_address_is_said(cell: str) -> None:
    assert fault("이메일", cell) == RowError(2, "email", "EMAIL_WRONG", {})


@pytest.mark.parametrize(
    ("cell", "category"),
    [
        ("참석자", Category.ATTENDEE),
        ("일반", Category.ATTENDEE),
        ("", None),
        ("기업", Category.ATTENDEE),
        ("기자재업체", Category.ATTENDEE),
        ("연 사", Category.SPEAKER),
        ("Speaker", Category.SPEAKER),
        ("내빈", Category.VIP),
        ("VIP", Category.VIP),
        ("스태프", Category.STAFF),
        ("운영", Category.STAFF),
        ("기자", Category.PRESS),
    ],
)
def test_categories_are_known_by_many_words(cell: str, category: Category | None) -> None:
    assert one("구분", cell).category is category


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("", None),
        ("신청완료", Status.CONFIRMED),
        ("결제 완료", Status.CONFIRMED),
        ("등록완료", Status.CONFIRMED),
        ("승인", Status.CONFIRMED),
        ("Confirmed", Status.CONFIRMED),
        ("참석예정", Status.CONFIRMED),
        ("미정", Status.PENDING),
        ("취소됨", Status.CANCELLED),
        ("대기", Status.PENDING),
        ("입금대기", Status.PENDING),
        ("결제대기", Status.PENDING),
        ("미승인", Status.UNAPPROVED),
        ("심사중", Status.UNAPPROVED),
        ("차단", Status.BLOCKED),
        ("취소", Status.CANCELLED),
        ("canceled", Status.CANCELLED),
    ],
)
def test_states_are_known_by_many_words(cell: str, status: Status | None) -> None:
    assert one("신청상태", cell).status is status


def test_an_unknown_state_is_an_error_that_names_it() -> None:
    assert fault("상태", "아마도") == RowError(2, "status", "STATUS_UNKNOWN", {"value": "아마도"})


@pytest.mark.parametrize(
    ("cell", "moment"),
    [
        ("2026-03-26T14:00", datetime(2026, 3, 26, 14, tzinfo=SEOUL)),
        ("2026-03-26 14:00:30", datetime(2026, 3, 26, 14, 0, 30, tzinfo=SEOUL)),
        ("2026-03-26T05:00:00Z", datetime(2026, 3, 26, 14, tzinfo=SEOUL)),
        ("2026. 3. 26. 14:00", datetime(2026, 3, 26, 14, tzinfo=SEOUL)),
        ("2026. 3. 26 오후 2:05:00", datetime(2026, 3, 26, 14, 5, tzinfo=SEOUL)),
        ("2026. 3. 26 오전 12:30", datetime(2026, 3, 26, 0, 30, tzinfo=SEOUL)),
        ("2026/3/26 2:05 PM", datetime(2026, 3, 26, 14, 5, tzinfo=SEOUL)),
        ("2026년 3월 26일 14시 30분", datetime(2026, 3, 26, 14, 30, tzinfo=SEOUL)),
        ("2026년 3월 26일", datetime(2026, 3, 26, 23, 59, 59, 999_000, tzinfo=SEOUL)),
        ("2026-03-26", datetime(2026, 3, 26, 23, 59, 59, 999_000, tzinfo=SEOUL)),
        ("2026. 3. 26.", datetime(2026, 3, 26, 23, 59, 59, 999_000, tzinfo=SEOUL)),
        ("", None),
        ("-", None),
    ],
)
def test_moments_are_read_in_the_event_s_zone(cell: str, moment: datetime | None) -> None:
    assert one("유효종료", cell).valid_until == moment


def test_a_day_begins_where_a_ticket_begins() -> None:
    assert one("유효시작", "2026.3.26").valid_from == datetime(2026, 3, 26, tzinfo=SEOUL)


@pytest.mark.parametrize(
    "cell", ["2026-02-30", "내일", "26.3.26", "2026-03-26 25:00", "오후 13:00"]
)
def test_a_wrong_moment_is_an_error(cell: str) -> None:
    assert fault("유효종료", cell).code == "DATE_WRONG"


def test_a_half_day_has_twelve_hours() -> None:
    assert fault("유효종료", "2026-03-26 오후 13:00").code == "DATE_WRONG"


def test_validity_that_ends_before_it_begins_is_an_error() -> None:
    drafts, errors = read(
        "이름,유효시작,유효종료", "김하늘,2026-03-27,2026-03-26", "이바다,,2026-03-26"
    )
    assert [draft.name for draft in drafts] == ["이바다"]
    assert errors == [RowError(2, "valid_until", "VALIDITY_REVERSED", {})]


@pytest.mark.parametrize(
    ("cell", "sessions"),
    [
        ("am", ("am",)),
        ("pm; am", ("pm", "am")),
        ("am/pm|am", ("am", "pm")),
        ("오전/기술", ("am",)),
        ("오후;am", ("pm", "am")),
        ("", ()),
    ],
)
def test_sessions_are_named_by_id_or_title(cell: str, sessions: tuple[str, ...]) -> None:
    assert one("회차", cell).sessions == sessions


def test_an_unknown_session_is_an_error_that_names_it() -> None:
    error = fault("회차", "am;evening")
    assert error == RowError(2, "sessions", "SESSION_UNKNOWN", {"value": "evening"})


@pytest.mark.parametrize(
    "cell", ["E9798678493-0000", "https://t.example/?q=A b", "t" * 512, "１２"]
)
def test_a_ticket_made_elsewhere_stays_as_it_is(cell: str) -> None:
    assert one("티켓번호", cell).ticket == cell


@pytest.mark.parametrize(
    ("heading", "cell", "code"),
    [
        ("티켓번호", "1.23457E+25", "TICKET_MANGLED"),
        ("티켓번호", "1e+20", "TICKET_MANGLED"),
        ("티켓번호", "T\udc80", "TICKET_MANGLED"),
        ("티켓번호", "t" * 513, "TICKET_TOO_LONG"),
        ("사번", "2.02603E+12", "TICKET_MANGLED"),
        ("비고", "가" * 201, "FIELD_TOO_LONG"),
        ("이메일", "a" * 200 + "@b.org", "FIELD_TOO_LONG"),
        ("비고", "주민번호 900101-1234567", "RRN_IN_CELL"),
        ("연락처", "010101-3123456", "RRN_IN_CELL"),
        ("이메일", "900101-1234567@b.org", "RRN_IN_CELL"),
        ("티켓번호", "900101-1234567", "RRN_IN_CELL"),
    ],
)
def test_what_cannot_be_kept_is_refused(heading: str, cell: str, code: str) -> None:
    error = fault(heading, cell)
    assert error.code == code
    assert cell not in repr(error)


def test_a_column_of_resident_numbers_is_refused_once_and_never_read() -> None:
    drafts, errors = read(
        "이름,주민등록번호,연락처", "김하늘,900101-1234567,", "이바다,800101-2234567,"
    )
    assert [draft.name for draft in drafts] == ["김하늘", "이바다"]
    assert errors == [RowError(1, "", "RRN_COLUMN", {"heading": "주민등록번호"})]


def test_one_row_has_one_error_the_first_field_s() -> None:
    _, errors = read("연락처,이메일,이름", "틀림,틀림,", "틀림,틀림,이바다")
    assert [(error.line, error.code) for error in errors] == [
        (2, "NAME_MISSING"),
        (3, "PHONE_WRONG"),
    ]


def test_the_title_of_a_group_is_an_error_and_no_person() -> None:
    drafts, errors = read("연번,소속,이름", "광양시청 소속,,", "1,시청,김하늘")
    assert [draft.name for draft in drafts] == ["김하늘"]
    assert errors == [RowError(2, "name", "NAME_MISSING", {})]


@pytest.mark.parametrize("rows", [("이름,소속",), ("이름,소속", "합계,0"), ("이름,소속", ",")])
def test_headings_alone_are_no_roster(rows: tuple[str, ...]) -> None:
    with pytest.raises(KioskError) as caught:
        read(*rows)
    assert caught.value.code == "NO_ROWS"


def test_a_file_of_broken_rows_only_tells_of_the_rows() -> None:
    table = replace(table_of("이름,소속"), errors=[RowError(2, "", "BYTES_BROKEN", {})])
    assert read_rows(table, find_columns(table.rows, {}), EVENT) == ([], [])


def test_marked_cells_reject_their_rows() -> None:
    table = replace(
        table_of("연번,이름,소속,잡동사니", "1,0,시청,x", "2,,시청,x", "3,이바다,,x", "4,김하늘,,"),
        marks={
            (2, 1): "FORMULA",
            (3, 1): "CELL_ERROR",
            (4, 2): "CELL_ERROR",
            (5, 0): "FORMULA",
            (5, 2): "FORMULA",
            (5, 3): "CELL_ERROR",
        },
    )
    drafts, errors = read_rows(table, find_columns(table.rows, {}), EVENT)
    assert [draft.name for draft in drafts] == ["김하늘"]
    assert errors == [
        RowError(2, "name", "FORMULA", {}),
        RowError(3, "name", "CELL_ERROR", {}),
        RowError(4, "organisation", "CELL_ERROR", {}),
    ]


def test_an_error_for_a_name_is_no_blank_row() -> None:
    table = replace(table_of("연번,이름", "1,"), marks={(2, 1): "CELL_ERROR"})
    _, errors = read_rows(table, find_columns(table.rows, {}), EVENT)
    assert errors == [RowError(2, "name", "CELL_ERROR", {})]


def test_a_counted_total_is_nobody() -> None:
    table = replace(table_of("연번,이름", "1,김하늘", "합계,1"), marks={(3, 1): "FORMULA"})
    drafts, errors = read_rows(table, find_columns(table.rows, {}), EVENT)
    assert (len(drafts), errors) == (1, [])


@pytest.mark.parametrize("count", [3, 4_000])
def test_long_columns_are_read_as_short_ones(count: int) -> None:
    rows = [f"이름 {n},조직{n % 7} ,{'0' if n % 2 else ''}10{n:08d},T{n}" for n in range(count)]
    drafts, errors = read("이름,소속,연락처,티켓", *rows, "나쁨,조직,123,T")
    assert [error.line for error in errors] == [count + 2]
    assert [(d.name, d.organisation, d.phone, d.ticket) for d in drafts] == [
        (f"이름 {n}", f"조직{n % 7}", f"010-{n // 10_000:04d}-{n % 10_000:04d}", f"T{n}")
        for n in range(count)
    ]
