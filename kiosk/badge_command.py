"""What ``kiosk badge`` does: draw people's badges into a file, or bring them to paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.console_printer import open_here
from kiosk.devices.printers.finishing import print_to_end
from kiosk.domain.errors import KioskError
from kiosk.domain.printer import Printer, printer_for
from kiosk.services import badge_drawing, badge_files, badges, printers
from kiosk.storage.outbox import Job

if TYPE_CHECKING:
    from kiosk.devices.printers.printer import BadgePrinter
    from kiosk.domain.registration import Registration
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


class _Printers:
    """This desk's printers, each opened once for the call."""

    def __init__(self, fleet: tuple[Printer, ...], desk: OpenDesk) -> None:
        self._fleet, self._desk = fleet, desk
        self._opened: dict[str, BadgePrinter] = {}

    def put_on_paper(self, job: Job, one: Registration) -> None:
        """Print a badge to its end on the printer that it is for; raises those of printers."""
        name = printer_for(self._fleet, job.printer, one.category)
        printer = self._open(name)
        pages = badges.pages(self._desk, one, printer.dpi, colour=printer.has_colour)
        print_to_end(printer, pages, job.id)

    def _open(self, name: str) -> BadgePrinter:
        if name not in self._opened:
            address = next((one.address for one in self._fleet if one.name == name), "")
            self._opened[name] = open_here(address)
        return self._opened[name]


def put_on_paper(desk: OpenDesk, registrations: Sequence[str], printer: str | None) -> int:
    """Queue people's badges and print what waits; return how many came out.

    A printer that is named prints all of them. Raises KioskError: PRINTER_NONE where none is set,
    and those of the printer; a badge that it never took waits.
    """
    if printer:
        desk.settings = replace(desk.settings, printer=printer)
    opened = _Printers(printers.fleet(desk)[:1] if printer else printers.fleet(desk), desk)
    if not printers.fleet(desk):
        raise KioskError("PRINTER_NONE")
    for one in registrations:
        badges.person(desk, one)  # everybody is known, or nobody's badge is queued
    badges.recover(desk)
    for one in registrations:
        badges.queue_again(desk, one)
    onto = printers.fleet(desk)[0].name if printer else ""
    printed, problem = badges.print_waiting(desk, opened.put_on_paper, onto=onto)
    if problem is not None:
        raise problem
    return printed
