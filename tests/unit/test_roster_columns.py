"""Headings as offices write them, and the columns they make."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from kiosk.domain.errors import KioskError
from kiosk.domain.registration import ROSTER_FIELDS
from kiosk.services.roster_columns import Columns, find_columns
from kiosk.services.roster_headings import field_of


def columns_of(*rows: str, **mapping: str) -> Columns:
    cells = [(line, row.split(",")) for line, row in enumerate(rows, 1)]
    return find_columns(cells, mapping)


def refusal(*rows: str, **mapping: str) -> KioskError:
    with pytest.raises(KioskError) as caught:
        columns_of(*rows, **mapping)
    return caught.value


@pytest.mark.parametrize(
    ("field", "headings"),
    [
        (
            "name",
            "성명 이름 성함 참가자명 참석자 참가자 Name Full_Name 성함을|입력해|주세요 성명(한글)",
        ),
        ("name_latin", "영문명 영문성명 성명(영문) 이름|(영문) English|Name name_latin"),
        (
            "organisation",
            "소속 기관 회사명 단체 Organisation Company 소속|기관/회사명 소속을|적어|주세요",
        ),
        ("job_title", "직위 직급 직책 부서/직책 Job|Title Position"),
        (
            "phone",
            "연락처 휴대전화 휴대폰 전화번호 휴대전화|번호 Phone 연락|가능한|휴대폰을|적어주세요",
        ),
        ("email", "이메일 메일 전자우편 E-mail 이메일|주소 Email|Address"),
        ("category", "구분 참가구분 티켓종류 Category"),
        ("status", "상태 신청상태 Status"),
        ("valid_from", "유효시작 valid_from"),
        ("valid_until", "유효종료 valid_until"),
        ("sessions", "회차 세션 Sessions"),
        ("ticket", "QR 티켓 티켓번호 token Ticket|Code"),
        ("seat", "좌석 자리 Seat"),
        ("flag", "비고 메모 Flag Remarks"),
        ("person_id", "아이디 사번 회원번호 person_id ID"),
    ],
)
def test_a_field_is_known_by_its_headings(field: str, headings: str) -> None:
    for heading in headings.split():
        found = field_of(heading.replace("|", " "))
        assert found is not None, heading
        assert found[0] == field, heading


@pytest.mark.parametrize("field", ROSTER_FIELDS)
def test_every_field_is_known_by_its_own_word(field: str) -> None:
    found = field_of(field)
    assert found
    assert found[0] == field


@pytest.mark.parametrize(
    "heading",
    [
        "연번",
        "번호",
        "주문번호",
        "타임스탬프",
        "주차 여부",
        "개인정보 수집·이용에 동의하십니까?",
        "이메일 수신 동의",
        "보호자 연락처",
        "입금자명",
        "담당자 이메일",
        "비상연락처",
        "결제금액",
        "회사이름",
    ],
)
def test_other_columns_are_left_alone(heading: str) -> None:
    assert field_of(heading) is None


def test_headings_are_found_below_a_title_block() -> None:
    found = columns_of("이차전지 세미나 참석자 명단,,", ",,", "연번,소속,성 명", "1,시청,김하늘")
    assert found == Columns(
        3, {"name": 2, "organisation": 1}, {"name": "성 명", "organisation": "소속"}, {}
    )


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("연번,참석자,,연락처", ",성명,소속,"),
        ("연번,성명,소속,연락처,", ",,,휴대폰,이메일"),
        ("연번,인적사항,,비고", ",이름,회사,"),
    ],
)
def test_headings_of_two_rows_are_read_together(upper: str, lower: str) -> None:
    columns = columns_of("명단", upper, lower, "1,김하늘,시청,010-0000-1234")
    assert (columns.heading_line, columns.index["name"], columns.index["organisation"]) == (3, 1, 2)
    assert len(columns.index) >= 3


def test_a_person_under_the_headings_does_not_complete_them() -> None:
    columns = columns_of("성명,소속,연락처,비고", "김하늘,,,", ",,,")
    assert (columns.heading_line, len(columns.index)) == (1, 4)


def test_a_title_above_gives_no_heading() -> None:
    columns = columns_of("명단,,문의 연락처: 061-000-0000,", "성명,소속,,비고", "김하늘,시청,3,")
    assert list(columns.index) == ["name", "organisation", "flag"]


def test_a_row_of_people_is_no_heading() -> None:
    assert refusal("1,시청,김하늘,참석자", "2,대학,이바다,참석자").code == "NO_NAME_COLUMN"


def test_the_better_of_two_headings_is_taken() -> None:
    found = columns_of("이름,전화번호,휴대폰,참가자", "김하늘,1,2,3")
    assert found.index == {"name": 0, "phone": 2}


def test_the_mapping_wins_over_what_is_known() -> None:
    found = columns_of("이름,부르는 이름,소속", "a,b,c", name="부르는이름", organisation="소속")
    assert found.index == {"name": 1, "organisation": 2}
    assert found.headings["name"] == "부르는 이름"


def test_a_mapping_names_what_nobody_could_know() -> None:
    found = columns_of(
        "제목,,", "who,where,연락처", "김하늘,시청,1", name="WHO", organisation="where"
    )
    assert (found.heading_line, found.index) == (2, {"name": 0, "organisation": 1, "phone": 2})


def test_a_mapped_column_is_no_other_field_too() -> None:
    assert columns_of("이름,비고", "a,b", seat="비고").index == {"name": 0, "seat": 1}


@pytest.mark.parametrize(
    ("mapping", "code"),
    [
        ({"nickname": "이름"}, "MAP_UNKNOWN_FIELD"),
        ({"phone": "팩스"}, "MAP_UNKNOWN_HEADING"),
        ({"person_id": "주민등록번호"}, "RRN_COLUMN"),
    ],
)
def test_a_mapping_that_cannot_be_is_refused(mapping: Mapping[str, str], code: str) -> None:
    assert refusal("이름,주민등록번호", "a,b", **mapping).code == code


def test_resident_numbers_are_refused_and_the_rest_is_kept() -> None:
    found = columns_of("이름,주민등록번호,연락처", "a,b,c")
    assert (found.index, found.refused) == ({"name": 0, "phone": 2}, {1: "주민등록번호"})


@pytest.mark.parametrize("headings", ["이름,이름,연락처", "이름,비고,비고", "이름,연락처,연 락 처"])
def test_a_heading_twice_is_refused(headings: str) -> None:
    assert refusal(headings, "a,b,c").code == "HEADING_TWICE"


def test_a_strange_heading_twice_harms_nobody() -> None:
    assert columns_of("이름,칸,칸,,", "a,b,c,,").index == {"name": 0}


def test_no_name_and_no_rows_are_said() -> None:
    assert refusal("소속,연락처", "a,b").code == "NO_NAME_COLUMN"
    assert refusal().code == "NO_NAME_COLUMN"


def test_too_many_columns_are_refused() -> None:
    assert refusal("이름," + ",".join(f"c{n}" for n in range(201))).code == "TOO_MANY_COLUMNS"


def test_the_title_word_for_people_alone_is_no_heading() -> None:
    assert refusal("참석자", "김하늘").code == "NO_NAME_COLUMN"
