"""What Qt sees of this machine, asked in processes of their own: a Qt that aborts takes no more."""

from __future__ import annotations

import os

from kiosk import pre_flight

Seen = dict[str, object]


def seen_by_qt() -> Seen:
    """Return Qt's version, screens, cameras, printers, serial ports; "" or empty where unseen."""
    if not pre_flight.has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import qVersion  # noqa: PLC0415 - only once the platform is chosen
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415

    application = QGuiApplication.instance() or QGuiApplication([])
    seen: Seen = {"qt": qVersion(), "platform": QGuiApplication.platformName()}
    seen["screens"] = [
        f"{one.size().width()}x{one.size().height()}" for one in QGuiApplication.screens()
    ]
    seen["cameras"] = _cameras()
    seen["printers"] = _printers()
    seen["serial_ports"] = _serial_ports()
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


def _serial_ports() -> list[list[str]] | None:
    """Return the location and the USB ids of each serial port; None where Qt lacks its part."""
    from kiosk.devices.serial_scanner import plugged_in  # noqa: PLC0415 - Qt's part may be missing

    ports = plugged_in()
    return None if ports is None else [[port.location, port.usb] for port in ports]


def heard_by_qt() -> Seen:
    """Return the names of the sound outputs; it takes for ever where the sound server hangs."""
    from PySide6.QtCore import QCoreApplication  # noqa: PLC0415

    application = QCoreApplication.instance() or QCoreApplication([])
    try:
        from PySide6.QtMultimedia import QMediaDevices  # noqa: PLC0415 - raises without libpulse
    except ImportError:
        return {"found": None}
    found = [one.description() for one in QMediaDevices.audioOutputs()]
    del application
    return {"found": found}


def spoken_by_qt() -> Seen:
    """Return the languages with a voice; it takes for ever where the speech server hangs."""
    from PySide6.QtCore import QCoreApplication  # noqa: PLC0415

    application = QCoreApplication.instance() or QCoreApplication([])
    try:
        from kiosk.devices.voices import Voices, engine_names  # noqa: PLC0415 - likewise
    except ImportError:
        return {"found": None}
    found = Voices(engine_names()).languages
    del application
    return {"found": found}


PARTS = {"machine": seen_by_qt, "sound": heard_by_qt, "speech": spoken_by_qt}
"""What can be asked, each in a process of its own: servers of sound and speech can hang."""
