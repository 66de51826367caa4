"""Headings as Korean offices, web forms and ticketing sites write them, and what each means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kiosk.domain.text import clean, squeeze
from kiosk.services.roster_shape import COLUMN_LIMIT

HEADING_ROWS = 50
"""Rows searched for the headings; title blocks are a few lines tall."""

# The headings of each field, the better one first: where a file has several, the first is taken.
_HEADINGS: dict[str, str] = {
    "name": (
        "성명 이름 성함 참가자명 참석자명 참가자성명 참석자성명 참가자이름 참석자이름 교육생명"
        " 교육생성명 수강생명 신청자명 신청자성명 신청자이름 회원명 이름성명 성명이름 성명국문"
        " 이름국문 국문성명 국문이름 한글성명 한글이름 name fullname attendeename"
        " participantname guestname personname displayname koreanname namekorean"
    ),
    "name_latin": (
        "영문성명 영문이름 영문명 성명영문 이름영문 영어이름 영문성함 namelatin latinname"
        " englishname nameenglish nameinenglish nameen romanizedname romanisedname"
    ),
    "organisation": (
        "소속 소속기관 소속기관명 소속회사 소속기관회사명 소속명 기관 기관명 회사 회사명 단체"
        " 단체명 업체 업체명 기업 기업명 직장 직장명 학교 학교명 organisation organization"
        " affiliation company companyname institution institute employer org"
    ),
    "job_title": (
        "직위 직급 직책 직함 직위직급 직급직위 직위직책 직책직위 직급직책 부서직책 부서직위"
        " 부서직급 jobtitle position jobposition jobrole title"
    ),
    "phone": (
        "휴대전화 휴대폰 휴대전화번호 휴대폰번호 핸드폰 핸드폰번호 연락처 전화번호 전화 모바일"
        " phone phonenumber mobile mobilenumber mobilephone cellphone cell telephone tel"
        " contactnumber"
    ),
    "email": (
        "이메일 이메일주소 메일 메일주소 전자우편 전자우편주소 전자메일 email emailaddress mail"
    ),
    "category": (
        "구분 참가구분 참석구분 참가자구분 참석자구분 등록구분 신청구분 참가유형 참석유형"
        " 등록유형 티켓종류 티켓유형 유형 category attendeetype participanttype tickettype type"
        " role"
    ),
    "status": (
        "신청상태 등록상태 참가상태 참석상태 승인상태 상태 결제상태 status registrationstatus"
        " approvalstatus orderstatus paymentstatus state"
    ),
    "valid_from": "유효시작 유효시작일 유효시작일시 유효시작시각 validfrom validstart",
    "valid_until": (
        "유효종료 유효종료일 유효종료일시 유효종료시각 유효기한 만료일 만료일시 validuntil"
        " validto validend expires expiresat expiry expirydate"
    ),
    "sessions": (
        "회차 세션 신청회차 신청세션 참가회차 참가세션 참석세션 sessions session sessionid"
        " sessionids"
    ),
    "ticket": (
        "티켓번호 티켓코드 티켓 입장권번호 입장권 큐알코드 큐알 qr코드 qr 바코드 ticket"
        " ticketnumber ticketcode ticketid qrcode token barcode"
    ),
    "seat": "좌석 좌석번호 자리 자리번호 지정좌석 seat seatnumber seatno",
    "flag": (
        "비고 메모 특이사항 참고사항 유의사항 flag note notes remark remarks memo comment comments"
    ),
    "person_id": (
        "아이디 회원번호 회원아이디 사번 학번 교육생번호 수강생번호 참가자번호 personid"
        " memberid memberno membernumber employeeid employeenumber studentid attendeeid"
        " participantid userid id"
    ),
}
_FIELD_OF = {
    heading: (field, rank)
    for field, headings in _HEADINGS.items()
    for rank, heading in enumerate(headings.split())
}
_LEAST_RANK = 1000

# Words that name a column of people only beside another known heading: they also head categories.
_WEAK_NAMES = frozenset(
    {"참석자", "참가자", "교육생", "수강생", "신청자", "신청인", "attendee", "participant", "guest"}
)

# Questions of web forms, where a field's word stands in a sentence; the first that fits is taken.
_QUESTIONS = (
    ("name_latin", re.compile("영문.*(성명|이름|성함)|(성명|이름|성함).*영문|englishname")),
    ("name", re.compile("성함|성명|이름|fullname|yourname")),
    ("phone", re.compile("휴대전화|휴대폰|핸드폰|연락처|전화번호|phonenumber|mobilenumber")),
    ("email", re.compile("이메일|메일주소|전자우편|emailaddress")),
    ("job_title", re.compile("직위|직급|직책|직함|jobtitle")),
    ("organisation", re.compile("소속|회사명|기관명|단체명|직장명|organi[sz]ation|companyname")),
)
# Columns of other things and of other people, whatever field's word they contain.
_NOT_OURS = re.compile(
    "동의|수신|타임스탬프|timestamp|consent|agree|보호자|담당자|추천인|입금자|예금주|결제자|주문자|구매자|동반|비상|긴급"
    "|회사이름|기관이름|행사이름|과정이름|강좌이름|파일이름|emergency|guardian"
)
# PIPA article 24-2: not even a consent lets an organiser hold these.
_RESIDENT_NUMBER = re.compile(
    "주민등록번호|주민번호|주민등록|외국인등록번호|^rrn$|residentregistrationnumber|residentnumber"
)
_ASIDE = re.compile(r"\([^)]*\)|\[[^]]*\]|（[^）]*）|【[^】]*】")


@lru_cache(maxsize=1024)
def field_of(heading: str) -> tuple[str, int] | None:
    """Return the field that a heading names and its rank (0 is best), or None."""
    whole, bare = squeeze(clean(heading)), squeeze(clean(_ASIDE.sub("", heading)))
    found = _FIELD_OF.get(whole) or _FIELD_OF.get(bare)
    if found:
        return found
    if whole in _WEAK_NAMES or bare in _WEAK_NAMES:
        return "name", _LEAST_RANK
    if _NOT_OURS.search(whole):
        return None
    field = next((field for field, pattern in _QUESTIONS if pattern.search(whole)), None)
    return (field, _LEAST_RANK) if field else None


def is_certain(heading: str) -> bool:
    """Tell whether a heading is a field's own word, and no sentence that only holds one."""
    found = field_of(heading) if heading else None
    return found is not None and found[1] < _LEAST_RANK


def known_fields(cells: Sequence[str]) -> dict[str, int]:
    """Return the fields that one row names as headings, each with its best column.

    Empty where the row names no person's name, since such a row heads no roster.
    """
    best: dict[str, tuple[int, int]] = {}
    for column, cell in enumerate(cells[:COLUMN_LIMIT]):
        found = field_of(cell) if cell and not is_refused(cell) else None
        if found and (found[0] not in best or found[1] < best[found[0]][0]):
            best[found[0]] = (found[1], column)
    index = {field: column for field, (_, column) in best.items()}
    if "name" not in index:
        return {}
    is_weak = squeeze(clean(cells[index["name"]])) in _WEAK_NAMES
    return {} if is_weak and len(index) == 1 else index


def is_refused(heading: str) -> bool:
    """Tell whether a heading stands over resident registration numbers."""
    return bool(_RESIDENT_NUMBER.search(squeeze(heading)))
