"""Times and names as a guest reads them, in Korean and in English."""

from __future__ import annotations

from datetime import date, datetime

from kiosk.domain.event import Event
from kiosk.domain.registration import Registration

_DAYS_KO = "월화수목금토일"
_DAYS_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS_EN = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def hour(at: datetime, language: str) -> str:
    """Return a time of day: 오후 2시, 오후 2시 5분; 2 PM, 2:05 PM."""
    twelve = at.hour % 12 or 12
    if language == "ko":
        half = "오후" if at.hour >= 12 else "오전"
        return f"{half} {twelve}시" + (f" {at.minute}분" if at.minute else "")
    half = "PM" if at.hour >= 12 else "AM"
    return f"{twelve}:{at.minute:02d} {half}" if at.minute else f"{twelve} {half}"


def day(at: datetime, language: str) -> str:
    """Return a day: 3월 26일(목); Thu 26 March."""
    if language == "ko":
        return f"{at.month}월 {at.day}일({_DAYS_KO[at.weekday()]})"
    return f"{_DAYS_EN[at.weekday()]} {at.day} {_MONTHS_EN[at.month - 1]}"


def when_and_where(event: Event, starts_at: datetime, language: str) -> str:
    """Return the welcome's first line: the day, the hour and the venue."""
    at = starts_at.astimezone(event.zone)
    between = ", " if language == "en" else " "
    when = f"{day(at, language)}{between}{hour(at, language)}"
    venue = event.venue.text(language)
    return f"{when} · {venue}" if venue else when


def name_of(person: Registration, language: str) -> str:
    """Return the name a guest reads: in English the Latin spelling, where there is one."""
    return person.name_latin if language == "en" and person.name_latin else person.name


def weekday(at: date, language: str) -> str:
    """Return the short name of a day of the week: 월; Mon."""
    return (_DAYS_KO if language == "ko" else _DAYS_EN)[at.weekday()]


def duration(minutes: int, language: str) -> str:
    """Return a length of time: 8시간, 1시간 30분, 45분; 8 h, 1 h 30 min, 45 min."""
    hours, rest = divmod(max(0, minutes), 60)
    units = ("시간", "분") if language == "ko" else (" h", " min")
    parts = [f"{hours}{units[0]}"] if hours else []
    if rest or not hours:
        parts.append(f"{rest}{units[1]}")
    return " ".join(parts)
