"""A badge for trying a printer: no person's, with a code to scan and the time."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from kiosk.domain.badge import BadgeText
from kiosk.domain.registration import Category
from kiosk.services import badge_drawing
from kiosk.services.badges import ROLES
from kiosk.storage import journal

if TYPE_CHECKING:
    from PIL.Image import Image

    from kiosk.domain.badge import BadgeTemplate


def drawn_test(
    printer: str, template: BadgeTemplate, dpi: int, *, colour: bool
) -> tuple[list[Image], str]:
    """Return the pages, each of the size that its ``info`` tells, and a job of their own."""
    time = f"{datetime.now().astimezone():%H:%M}"
    text = BadgeText(
        event="해맞이 Haemaji", name="시험 인쇄", name_latin="Test print", organisation=printer,
        job_title=time, role=ROLES[Category.STAFF], category=Category.STAFF,
        ticket="HAEMAJI-TEST", seat="",
    )  # fmt: skip
    pages = badge_drawing.pages(text, template, dpi, colour=colour)
    return pages, f"test-{journal.new_entry_id()}"
