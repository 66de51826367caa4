"""What Qt sees of this machine, asked in a process of its own: a Qt that aborts takes no more."""

from __future__ import annotations

import os

from kiosk import pre_flight


def seen_by_qt() -> dict[str, object]:
    """Return Qt's version, the screens, cameras and printers, each "" or empty where unseen."""
    if not pre_flight.has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import qVersion  # noqa: PLC0415 - only once the platform is chosen
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415

    application = QGuiApplication.instance() or QGuiApplication([])
    seen: dict[str, object] = {"qt": qVersion(), "platform": QGuiApplication.platformName()}
    seen["screens"] = [
        f"{one.size().width()}x{one.size().height()}" for one in QGuiApplication.screens()
    ]
    seen["cameras"] = _cameras()
    seen["printers"] = _printers()
    del application
    return seen


def _cameras() -> list[str] | None:
    try:
        from PySide6.QtMultimedia import QMediaDevices  # noqa: PLC0415 - raises without libpulse
    except ImportError:
        return None
    return [one.description() for one in QMediaDevices.videoInputs()]


def _printers() -> list[str] | None:
    try:
        from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415 - raises without libcups
    except ImportError:
        return None
    return list(QPrinterInfo.availablePrinterNames())
