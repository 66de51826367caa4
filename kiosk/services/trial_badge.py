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


def drawn_test(
    printer: str, template: str, dpi: int, *, colour: bool
) -> tuple[Image, tuple[float, float], str]:
    """Return the picture, its size in millimetres, and a job of its own.

    Raises KioskError TEMPLATE_UNKNOWN.
    """
    card = badge_drawing.load_template(template)
    time = f"{datetime.now().astimezone():%H:%M}"
    text = BadgeText(
        event="해맞이 Haemaji", name="시험 인쇄", name_latin="Test print", organisation=printer,
        job_title=time, role=ROLES[Category.STAFF], category=Category.STAFF,
        ticket="HAEMAJI-TEST", seat="",
    )  # fmt: skip
    picture = badge_drawing.draw(text, card, dpi, colour=colour)
    return picture, (card.width_mm, card.height_mm), f"test-{journal.new_entry_id()}"
