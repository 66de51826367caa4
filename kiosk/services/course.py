"""The course as the touchscreen tells it to a person who comes or leaves."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from kiosk.domain import course
from kiosk.domain.course import CourseDay
from kiosk.domain.event import CourseRule
from kiosk.services import badges
from kiosk.storage import journal

if TYPE_CHECKING:
    from kiosk.services.open_desk import OpenDesk


def day_of(desk: OpenDesk, registration_id: str, at: datetime) -> CourseDay:
    """Return a person's day at a moment (aware), and their course so far.

    An event that is no course is told by the usual rule. Raises KioskError REGISTRATION_UNKNOWN.
    """
    person = badges.person(desk, registration_id)
    history = journal.history(desk.store.connection, registration_id)
    rule = desk.event.course or CourseRule()
    sessions = course.sessions_of(desk.event, person)
    return course.day_of(rule, desk.event.zone, sessions, history, at)
