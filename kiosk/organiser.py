"""Office: the organiser's window wired to a desk's data, its lanes and its printers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QIcon

from kiosk.devices.printers import open_printer, printer_names, put_pages
from kiosk.domain.badge import MM_PER_INCH, BadgeTemplate, BadgeText
from kiosk.domain.errors import KioskError
from kiosk.lanes import Lanes
from kiosk.ui.organiser.badge_editor import BadgeEditor
from kiosk.ui.organiser.badge_shelf import BadgeShelf
from kiosk.ui.organiser.window import OrganiserWindow

if TYPE_CHECKING:
    from kiosk.services.open_desk import OpenDesk

_PRINTING = "print"
_TEST_JOB = "test-badge"
_WANTED = QSize(1600, 900)


class Office(QObject):
    """Hold the organiser's window and what its pages ask of the machine."""

    def __init__(self, lanes: Lanes, desk: OpenDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes, self._own_printer = lanes, desk.settings.printer
        editor = BadgeEditor(
            lanes, BadgeShelf(lanes, desk.folder, self), px_per_mm(desk.settings.panel_inch)
        )
        self.window = OrganiserWindow(editor, desk.settings.language)
        language = desk.settings.language
        self.window.show_event(desk.event.title.text(language), desk.event.venue.text(language))
        editor.print_wanted.connect(self._print)
        # The system may take its time to name its printers: the window does not wait for it.
        QTimer.singleShot(0, self._look_for_printers)

    def show(self, icon: QIcon) -> None:
        """Put the window on the screen, no larger than nine tenths of it."""
        self.window.setWindowIcon(icon)
        self.window.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
        self.window.resize(_WANTED.boundedTo(self.window.screen().availableSize() * 0.9))
        self.window.show()

    def close(self) -> None:
        """Close the window and let it go; its translations go with it."""
        self.window.close()
        self.window.deleteLater()

    def _look_for_printers(self) -> None:
        self._lanes.run(
            _PRINTING, printer_names, done=self._show_printers,
            failed=lambda _: self._show_printers([]), owner=self,
        )  # fmt: skip

    def _show_printers(self, names: list[str]) -> None:
        own = [self._own_printer] if self._own_printer else []
        self.window.badges.show_printers([*own, *(one for one in names if one not in own)])

    def _print(self, printer: str, template: BadgeTemplate, person: BadgeText) -> None:
        """Print one sample; whether it came out is told on the page, and nothing is queued."""
        tell = self.window.badges.tell_printed
        self._lanes.run(
            _PRINTING, print_sample, printer, template, person,
            done=lambda _: tell(None), failed=lambda error: tell(_worded(error)), owner=self,
        )  # fmt: skip


def print_sample(printer: str, template: BadgeTemplate, person: BadgeText) -> None:
    """Draw and print a sample badge, on a lane; raises KioskError, those of the printer."""
    from kiosk.services import badge_drawing  # noqa: PLC0415 - Pillow, when needed

    opened = open_printer(printer)
    if opened is None:
        raise KioskError("PRINTER_NONE")
    put_pages(opened, badge_drawing.pages(person, template, opened.dpi), _TEST_JOB)


def _worded(error: Exception) -> KioskError:
    if isinstance(error, KioskError):
        return error
    return KioskError("UNEXPECTED", kind=type(error).__name__)


def px_per_mm(panel_inch: float) -> float:
    """Return a screen's pixels a millimetre: by its measured diagonal, else by what it claims."""
    screen = QGuiApplication.primaryScreen()
    if panel_inch:
        size = screen.size()
        return math.hypot(size.width(), size.height()) / (panel_inch * MM_PER_INCH)
    return screen.logicalDotsPerInch() / MM_PER_INCH
