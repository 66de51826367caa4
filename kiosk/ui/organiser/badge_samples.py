"""Invented people for whom a badge is drawn while it is designed: usual, shortest, longest."""

from __future__ import annotations

from dataclasses import replace

from kiosk.domain.badge import BadgeText
from kiosk.domain.registration import Category

USUAL = BadgeText(
    event="이차전지 기술 세미나",
    name="김형진",
    name_latin="KIM Hyeongjin",
    organisation="포스코HY클린메탈",
    job_title="책임",
    role="참가자",
    category=Category.ATTENDEE,
    ticket="K7QWERTYUIOPASDFGHJKLZXCVB",
    seat="A-12",
    number="17",
    venue="시민홀",
    date="2026-03-26",
    session="기술 세미나",
)
EXTREMES = (
    replace(USUAL, name="이솔", name_latin="LEE Sol", organisation="KTR", job_title="", seat=""),
    replace(
        USUAL,
        name="남궁다빈누리",
        name_latin="NAMKOONG Dabinnuri",
        organisation="한국과학기술연구원 이차전지소재실증평가팀",
        job_title="선임연구위원 겸 국제협력 담당",
    ),
    replace(
        USUAL,
        name="Wolfeschlegelsteinhausen Hubert",
        name_latin="",
        organisation="Korea Institute of Secondary Battery Technology",
        job_title="Principal Research Engineer",
    ),
)
"""The shortest name, a long one in Korean, a long one in Latin letters."""

ROLES = {
    Category.ATTENDEE: "참가자",
    Category.SPEAKER: "연사",
    Category.VIP: "내빈",
    Category.STAFF: "운영",
}


def of_event(one: BadgeText, title: str, venue: str) -> BadgeText:
    """Return a sample person as a guest of an event."""
    return replace(one, event=title, venue=venue)


def of_category(one: BadgeText, category: Category) -> BadgeText:
    """Return a sample person in another role."""
    return replace(one, category=category, role=ROLES[category])
