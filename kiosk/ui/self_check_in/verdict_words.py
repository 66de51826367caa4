"""What the verdicts say of a person and of what comes next."""

from __future__ import annotations

from kiosk.domain.event import Direction, Event
from kiosk.domain.registration import Category, Registration
from kiosk.domain.verdict import Verdict
from kiosk.ui.self_check_in import wording
from kiosk.ui.self_check_in.screen import translate


def named(person: Registration, language: str) -> str:
    """Return a guest's own name as a verdict says it."""
    said = translate("SelfCheckIn", "{name}", "a guest's own name on a verdict")
    return said.format(name=wording.name_of(person, language))


def head(event: Event, direction: Direction) -> str:
    """Return what has been done, in two lines."""
    if direction is Direction.OUT:
        return translate("SelfCheckIn", "You are out")
    if event.course is not None:
        return translate("SelfCheckIn", "You are in")
    return translate("SelfCheckIn", "You are\nchecked in")


def greeting(event: Event, direction: Direction) -> str:
    """Return the friendly word after a name."""
    if direction is not Direction.OUT:
        return translate("SelfCheckIn", "Welcome")
    if event.course is not None:
        return translate("SelfCheckIn", "Well done today")
    return translate("SelfCheckIn", "Thank you")


def role(person: Registration) -> str:
    """Return where a guest comes from and what they come as."""
    roles = {
        Category.SPEAKER: translate("SelfCheckIn", "Speaker"),
        Category.VIP: translate("SelfCheckIn", "Guest of honour"),
        Category.STAFF: translate("SelfCheckIn", "Staff"),
        Category.PRESS: translate("SelfCheckIn", "Press"),
    }
    who = " ".join(part for part in (person.organisation, person.job_title) if part)
    return " · ".join(part for part in (who, roles.get(person.category, "")) if part)


def what_is_next(verdict: Verdict, event: Event, language: str) -> str:
    """Return when and where the session begins."""
    if verdict.session is None or verdict.direction is Direction.OUT:
        return ""
    at = verdict.session.starts_at.astimezone(event.zone)
    begins = translate("SelfCheckIn", "Starts at {time}").format(time=wording.hour(at, language))
    venue = event.venue.text(language)
    return f"{begins} · {venue}" if venue else begins
