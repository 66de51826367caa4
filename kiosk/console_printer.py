"""Printers for a command without a window: Qt is started only for a queue that needs it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from kiosk import pre_flight
from kiosk.devices.printers import needs_qt, open_printer
from kiosk.devices.printers.cups import cups_queue
from kiosk.domain.errors import KioskError

if TYPE_CHECKING:
    from kiosk.devices.printers.printer import BadgePrinter

_application: object = None


def open_here(address: str) -> BadgePrinter:
    """Return the printer of an address; raises those of ``open_printer``, and PRINTER_NONE."""
    if needs_qt(address):
        if (queue := cups_queue(address)) is not None:
            return queue
        _start_qt()
    made = open_printer(address)
    if made is None:
        raise KioskError("PRINTER_NONE")
    return made


def _start_qt() -> None:
    """Start Qt without a window: a queue that CUPS does not serve is reached through it alone."""
    missing = pre_flight.missing_packages(window=False)
    if missing:
        raise KioskError("QT_LIBRARIES_MISSING", remedy=pre_flight.remedy(missing))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - only a system's queue needs Qt

    global _application  # noqa: PLW0603 - Qt's application must outlive every printer
    _application = QGuiApplication.instance() or QGuiApplication([])
