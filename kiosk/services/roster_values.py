"""One cell at a time: what a roster's text means in a field, or why it means nothing."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from kiosk.domain.event import Event
from kiosk.domain.phone import normalise
from kiosk.domain.registration import Category, Status
from kiosk.domain.text import FIELD_LENGTH, NAME_LENGTH, clean, is_visible, squeeze
from kiosk.domain.ticket import MAX_LENGTH


class Problem(NamedTuple):
    """Why a cell cannot be taken: the code of a row error and its facts."""

    code: str
    facts: dict[str, Any]


_CATEGORIES = {
    Category.ATTENDEE: (
        "참석자 참가자 일반 일반참석자 일반참가자 참석 참가 청중 교육생 수강생 attendee"
        " participant general guest regular"
    ),
    Category.SPEAKER: (
        "연사 발표자 강사 강연자 연설자 발제자 토론자 좌장 패널 패널리스트 초청연사 speaker"
        " presenter lecturer instructor panelist panellist moderator"
    ),
    Category.VIP: "내빈 귀빈 주요내빈 초청내빈 vip vvip 초청귀빈 guestofhonour guestofhonor",
    Category.STAFF: (
        "운영 운영진 운영요원 운영위원 진행 진행요원 스태프 스텝 스탭 직원 관계자 staff"
        " organiser organizer crew operator volunteer 자원봉사자"
    ),
    Category.PRESS: "기자 언론 언론사 언론인 취재 취재진 보도 press media journalist reporter",
}
_STATUSES = {
    Status.CONFIRMED: (
        "확정 확인 신청완료 결제완료 등록완료 접수완료 예약완료 예약확정 참가확정 등록확정"
        " 입금완료 승인 승인완료 완료 정상 유효 참석 참가 참석예정 참석확정 등록"
        " confirmed approved paid complete completed registered active accepted going attending"
    ),
    Status.PENDING: (
        "대기 입금대기 결제대기 신청대기 예약대기 대기중 대기자 보류 미정 미결제 미입금 pending"
        " waiting waitlist waitlisted onhold unpaid tentative"
    ),
    Status.UNAPPROVED: (
        "미승인 승인대기 승인전 심사중 심사대기 검토중 반려 거절 탈락 unapproved rejected"
        " declined inreview underreview"
    ),
    Status.BLOCKED: "차단 입장불가 출입금지 참가불가 블랙리스트 blocked banned barred",
    Status.CANCELLED: (
        "취소 취소완료 신청취소 결제취소 등록취소 참가취소 예약취소 환불 환불완료 불참 철회"
        " 취소됨 취소처리 cancelled canceled refunded withdrawn void"
    ),
}
_CATEGORY_OF = {word: one for one, words in _CATEGORIES.items() for word in words.split()}
_STATUS_OF = {word: one for one, words in _STATUSES.items() for word in words.split()}

# The usual spellings of a Korean mobile number, the zero that a spreadsheet ate included.
_MOBILE = re.compile(r"(?:\+82[ -]?)?0?10([-. ]?)([0-9]{4})\1([0-9]{4})").fullmatch
# A form that begins each number for its guests leaves this where nobody typed one.
_PREFIX_ONLY = frozenset({"010", "010-", "010--"})
# One @ between parts without blanks, a dot in the last: what mail servers refuse is theirs to say.
_EMAIL = re.compile(r"[^\s@<>(),;:\"]+@[^\s@<>(),;:\"]+\.[^\s@<>(),;:\".]+").fullmatch
# How spreadsheets show an integer that is too long for them.
_SHORTENED = re.compile(r"[0-9](?:[.,][0-9]+)?[eE]\+[0-9]{1,3}").fullmatch
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_MOMENT = re.compile(
    r"(\d{4})\s*[-./년]\s*(\d{1,2})\s*[-./월]\s*(\d{1,2})\s*[.일]?"
    r"(?:\s*[T,]?\s*(오전|오후|AM|PM)?\s*(\d{1,2})\s*[:시]\s*(\d{1,2})?"
    r"(?:\s*[:분]\s*(\d{1,2})?(?:\.\d+)?)?\s*초?\s*(AM|PM)?)?",
    re.ASCII | re.IGNORECASE,
).fullmatch
_AFTERNOON = frozenset({"오후", "PM"})
# The last moment that the store, which counts in milliseconds, can tell from the next day.
_END_OF_DAY = time(23, 59, 59, 999_000)
_SHOWN_LENGTH = 40


def name(cell: str) -> str | Problem:
    """Return a person's name as it is shown, which must hold something to call by."""
    if not cell.strip():
        return Problem("NAME_MISSING", {})
    shown = clean(cell)
    if len(shown) > NAME_LENGTH:
        return Problem("NAME_TOO_LONG", {"length": len(shown), "limit": NAME_LENGTH})
    return shown if is_visible(shown) else Problem("NAME_UNUSABLE", {})


def text(cell: str) -> str | Problem:
    """Return a text of at most ``FIELD_LENGTH`` characters."""
    shown = clean(cell)
    if len(shown) > FIELD_LENGTH:
        return Problem("FIELD_TOO_LONG", {"length": len(shown), "limit": FIELD_LENGTH})
    return shown


def phone(cell: str) -> str | Problem:
    """Return a telephone number in its one spelling; a bare ``010`` is a form nobody filled in."""
    mobile = _MOBILE(cell)
    if mobile:
        return f"010-{mobile[2]}-{mobile[3]}"
    shown = clean(cell)
    if shown in _PREFIX_ONLY:
        return ""
    number = normalise(shown)
    return Problem("PHONE_WRONG", {}) if number is None else number


def email(cell: str) -> str | Problem:
    """Return an address; a dash stands for none."""
    shown = text(cell)
    if isinstance(shown, Problem) or shown in ("", "-"):
        return "" if shown == "-" else shown
    return shown if _EMAIL(shown) else Problem("EMAIL_WRONG", {})


def category(cell: str) -> Category | None:
    """Return what a person comes as; a word of the organiser's own (기업, 학계) is an attendee."""
    shown = clean(cell)
    return _CATEGORY_OF.get(squeeze(shown), Category.ATTENDEE) if shown else None


def status(cell: str) -> Status | Problem | None:
    """Return how far a registration has come; none said is confirmed, but a door never guesses."""
    shown = clean(cell)
    if shown in ("", "-"):
        return None
    found = _STATUS_OF.get(squeeze(shown))
    return found or Problem("STATUS_UNKNOWN", {"value": shown[:_SHOWN_LENGTH]})


def ticket(cell: str) -> str | Problem:
    """Return the text of a QR code made elsewhere, as it is: so will a scan bring it."""
    shown = cell.strip()
    if len(shown) > MAX_LENGTH:
        return Problem("TICKET_TOO_LONG", {"length": len(shown), "limit": MAX_LENGTH})
    is_mangled = _SHORTENED(shown) or _HALF_CHARACTER.search(shown)
    return Problem("TICKET_MANGLED", {}) if is_mangled else shown


def person_id(cell: str) -> str | Problem:
    """Return the organiser's key; a shortened number would make many people one."""
    shown = text(cell)
    if isinstance(shown, Problem):
        return shown
    return Problem("TICKET_MANGLED", {}) if _SHORTENED(shown) else shown


class EventValues:
    """The fields whose meaning depends on the event: its time zone and its sessions."""

    def __init__(self, event: Event) -> None:
        self._zone: ZoneInfo = event.zone
        self._sessions = {
            squeeze(word): session.id
            for session in reversed(event.sessions)
            for word in (session.title.en, session.title.ko, session.id)
            if word
        }

    def valid_from(self, cell: str) -> datetime | Problem | None:
        """Return the first moment a ticket holds, aware; a date alone is its beginning."""
        return self._moment(cell, time.min)

    def valid_until(self, cell: str) -> datetime | Problem | None:
        """Return the last moment a ticket holds, aware; a date alone is its end."""
        return self._moment(cell, _END_OF_DAY)

    def sessions(self, cell: str) -> tuple[str, ...] | Problem:
        """Return the ids of the sessions in a cell, which names them by id or by title."""
        whole = self._sessions.get(squeeze(clean(cell)))
        if whole:
            return (whole,)
        found = []
        for part in filter(None, map(clean, re.split(r"[;,/|\n]", cell))):
            known = self._sessions.get(squeeze(part))
            if known is None:
                return Problem("SESSION_UNKNOWN", {"value": part[:_SHOWN_LENGTH]})
            found.append(known)
        return tuple(dict.fromkeys(found))

    def _moment(self, cell: str, of_day: time) -> datetime | Problem | None:
        shown = clean(cell)
        if shown in ("", "-"):
            return None
        try:
            moment = _read_moment(shown, of_day)
        except ValueError:
            return Problem("DATE_WRONG", {"value": shown[:_SHOWN_LENGTH]})
        return moment if moment.tzinfo else moment.replace(tzinfo=self._zone)


def _read_moment(shown: str, of_day: time) -> datetime:
    """Return the moment in ISO 8601 or as Koreans write it; ValueError where it is neither."""
    try:
        return datetime.combine(date.fromisoformat(shown), of_day)
    except ValueError:
        pass
    found = _MOMENT(shown)
    if not found:
        return datetime.fromisoformat(shown)
    year, month, day, half, hour, minute, second, late_half = found.groups()
    on = date(int(year), int(month), int(day))
    if hour is None:
        return datetime.combine(on, of_day)
    hours = _hour_of_day(int(hour), (half or late_half or "").upper())
    return datetime.combine(on, time(hours, int(minute or 0), int(second or 0)))


def _hour_of_day(hour: int, half: str) -> int:
    """Return an hour of 0 to 23 from one of a half day (오전 12시 is midnight), or as it is."""
    if not half:
        return hour
    if not 1 <= hour <= 12:
        raise ValueError(hour)
    return hour % 12 + (12 if half in _AFTERNOON else 0)
