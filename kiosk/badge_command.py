"""What ``kiosk badge`` does: draw people's badges into a file, or bring them to paper."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import pre_flight
from kiosk.devices.printers import open_printer, put_pages
from kiosk.domain.errors import KioskError
from kiosk.services import badge_drawing, badge_files, badges
from kiosk.storage.outbox import Job

FOLDER = "folder:"
_application: object = None

if TYPE_CHECKING:
    from PIL.Image import Image

    from kiosk.services.open_desk import OpenDesk


def draw(
    desk: OpenDesk,
    registrations: Sequence[str],
    file: Path,
    template: str | None,
    dpi: int,
    start: int = 1,
) -> Path:
    """Draw badges into one PDF, or into a PNG a page (several are numbered); return the first file.

    A template of a sheet fills sheets from the place ``start`` on. Raises KioskError:
    REGISTRATION_UNKNOWN, TEMPLATE_UNKNOWN, TEMPLATE_WRONG, BADGE_FORMAT, SHEET_START,
    FILE_NOT_WRITTEN.
    """
    loaded = badge_drawing.load_template(template or desk.settings.badge_template, desk.folder)
    people = [badges.person(desk, one) for one in registrations]
    texts = (badges.text_of(desk.event, one) for one in people)
    match file.suffix.lower():
        case ".pdf":
            sides = (badge_drawing.cards(text, loaded, dpi) for text in texts)
            badge_files.write_pdf(sides, file, loaded, start)
        case ".png":
            pages = (page for text in texts for page in badge_drawing.pages(text, loaded, dpi))
            return badge_files.write_png(pages, file)[0]
        case other:
            raise KioskError("BADGE_FORMAT", suffix=other)
    return file


def _start_qt() -> None:
    """Start Qt without a window: a system's queue is reached through it, and only through it."""
    missing = pre_flight.missing_packages(window=False)
    if missing:
        raise KioskError("QT_LIBRARIES_MISSING", remedy=pre_flight.remedy(missing))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - only a system's queue needs Qt

    global _application  # noqa: PLW0603 - Qt's application must outlive every printer
    _application = QGuiApplication.instance() or QGuiApplication([])


def put_on_paper(desk: OpenDesk, registrations: Sequence[str], printer: str | None) -> int:
    """Queue people's badges and print what waits; return how many came out.

    Raises KioskError: PRINTER_NONE where none is set, and those of the printer; a badge that it
    never took waits.
    """
    if printer:
        desk.settings = replace(desk.settings, printer=printer)
    if desk.settings.printer and not desk.settings.printer.startswith(FOLDER):
        _start_qt()
    opened = open_printer(desk.settings.printer)
    if opened is None:
        raise KioskError("PRINTER_NONE")

    def paper(pages: list[Image], job: Job) -> None:
        put_pages(opened, pages, job.id)

    for one in registrations:
        badges.person(desk, one)  # everybody is known, or nobody's badge is queued
    badges.recover(desk)
    for one in registrations:
        badges.queue_again(desk, one)
    printed, problem = badges.print_waiting(desk, paper, opened.dpi)
    if problem is not None:
        raise problem
    return printed
