"""The tables behind the exports: headings and rows of text, one table a kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from kiosk.domain.deed import DeedKind
from kiosk.domain.event import Event
from kiosk.domain.journal import Entry, Kind, Presence, fold
from kiosk.domain.registration import Registration, Status
from kiosk.services.badges import ROLES
from kiosk.storage import deeds, journal, roster

if TYPE_CHECKING:
    from kiosk.services.open_desk import OpenDesk

_STATUSES = {
    Status.CONFIRMED: "확정",
    Status.PENDING: "대기",
    Status.UNAPPROVED: "미승인",
    Status.BLOCKED: "제한",
    Status.CANCELLED: "취소",
}
_PRESENCES = {"expected": "미입장", "in": "입장", "out": "퇴장"}
_KINDS = {Kind.IN: "입장", Kind.OUT: "퇴장", Kind.VOID: "취소", Kind.NOTE: "메모"}

# Rules that staff let somebody past, and the reasons they choose from; their own words stand as
# they are.
_RULES = {
    "WRONG_CATEGORY": "대상 아닌 구분",
    "NOT_BOOKED": "신청하지 않은 회차",
    "PENDING": "확정 전 신청",
    "NOT_YET_OPEN": "입장 시작 전",
    "CLOSED": "입장 마감",
    "FULL": "정원 초과",
    "ENTRY_LIMIT": "입장 횟수 초과",
    "TOO_SOON": "재입장 간격",
    "ALREADY_IN": "퇴장 뒤 재입장",
}
_REASONS = {
    "wrong-person": "다른 사람을 처리함",
    "by-mistake": "잘못 누름",
    "wrong-session": "다른 회차로 처리함",
    "organiser-agreed": "주최 측 승인",
    "list-wrong": "명단이 틀림",
    "guest-of-honour": "내빈·초청 인사",
}


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: its title, headings, widths in characters, and rows of as many texts."""

    title: str
    headings: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    persons: int


def _person(one: Registration) -> tuple[str, ...]:
    return (
        one.organisation,
        one.job_title,
        one.name,
        ROLES[one.category],
        one.phone,
        one.email,
        _STATUSES[one.status],
    )


_PERSON_HEADINGS = ("소속", "직위", "성명", "구분", "연락처", "이메일", "신청 상태")
_PERSON_WIDTHS = (28, 14, 16, 8, 16, 26, 10)


def _local(event: Event, moment: datetime | None) -> str:
    """Return a moment on the event's own clock, to the second."""
    return "" if moment is None else moment.astimezone(event.zone).strftime("%Y-%m-%d %H:%M:%S")


def _presences(desk: OpenDesk) -> dict[tuple[str, str], Presence]:
    entries: dict[tuple[str, str], list[Entry]] = {}
    for entry in journal.everything(desk.store.connection, desk.event_number):
        entries.setdefault((entry.registration, entry.session), []).append(entry)
    return {key: fold(held) for key, held in entries.items()}


def attendance(desk: OpenDesk) -> Table:
    """Return everybody once, with their times in and out of each session."""
    event, presences = desk.event, _presences(desk)
    titles = [one.title.text("ko") for one in event.sessions]
    headings = ["연번", *_PERSON_HEADINGS, "출석"]
    for title in titles:
        headings += [f"{title} 입장", f"{title} 퇴장", f"{title} 입장 횟수"]
    rows = []
    for number, one in enumerate(roster.everyone(desk.store.connection, desk.event_number), 1):
        held = [presences.get((one.id, session.id), Presence()) for session in event.sessions]
        times: list[str] = []
        for presence in held:
            times += [
                _local(event, presence.first_at),
                _local(event, presence.left_at),
                str(len(presence.entries)),
            ]
        rows.append((str(number), *_person(one), _overall(held), *times, one.id))
    widths = (6, *_PERSON_WIDTHS, 8, *((20, 20, 12) * len(titles)), 24)
    return Table("출석", (*headings, "등록 번호"), widths, tuple(rows), len(rows))


def _overall(held: list[Presence]) -> str:
    states = [presence.state for presence in held]
    known = next((state for state in ("in", "out") if state in states), "expected")
    return _PRESENCES[known]


def absentees(desk: OpenDesk) -> Table:
    """Return those who were expected and came to no session; the cancelled were not expected."""
    presences = _presences(desk)
    come = {person for (person, _), presence in presences.items() if presence.has_come}
    absent = [
        one
        for one in roster.everyone(desk.store.connection, desk.event_number)
        if one.id not in come and one.status is not Status.CANCELLED
    ]
    rows = tuple((str(number), *_person(one), one.id) for number, one in enumerate(absent, 1))
    headings = ("연번", *_PERSON_HEADINGS, "등록 번호")
    return Table("미입장", headings, (6, *_PERSON_WIDTHS, 24), rows, len(rows))


def journal_table(desk: OpenDesk) -> Table:
    """Return every entry as it was written, voids and what they undo included."""
    connection, event = desk.store.connection, desk.event
    people = {one.id: one for one in roster.everyone(connection, desk.event_number)}
    remarks = journal.remarks(connection)
    passed = {
        one.about: ", ".join(_RULES.get(rule, rule) for rule in one.facts)
        for one in deeds.of_kind(connection, desk.event_number, DeedKind.OVERRIDE)
    }

    def rows() -> Iterator[tuple[str, ...]]:
        for number, entry in enumerate(journal.everything(connection, desk.event_number), 1):
            one = people.get(entry.registration)
            session = event.session(entry.session)
            why = remarks.get(entry.id, "")
            yield (
                str(number),
                _local(event, entry.scanned_at),
                _local(event, entry.written_at),
                _KINDS[entry.kind],
                session.title.text("ko") if session else entry.session,
                one.organisation if one else "",
                one.name if one else "",
                entry.registration,
                entry.id,
                entry.voids,
                _REASONS.get(why, why),
                entry.stamp.desk,
                passed.get(entry.id, ""),
            )

    headings = (
        "연번", "찍은 시각", "기록 시각", "종류", "회차", "소속", "성명", "등록 번호", "기록 번호",
        "취소한 기록", "까닭", "기기", "허용한 예외",
    )  # fmt: skip
    made = tuple(rows())
    widths = (6, 20, 20, 8, 22, 28, 16, 24, 34, 34, 24, 12, 20)
    return Table("기록", headings, widths, made, len({row[7] for row in made}))


TABLES: dict[str, Callable[[OpenDesk], Table]] = {
    "attendance": attendance,
    "absentees": absentees,
    "journal": journal_table,
}
