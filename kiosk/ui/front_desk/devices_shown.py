"""What the window tells about the desk's devices: only what was really reported."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from kiosk.ui.widgets.desk_chip import Chip, Mood


class ScannerState(StrEnum):
    """Whether scans of a hand scanner arrive; a wedge scanner is a keyboard and always may."""

    READY = "ready"
    MISSING = "missing"


class CameraState(StrEnum):
    """Whether the desk's camera sees; OFF where the desk has none."""

    OFF = "off"
    READY = "ready"
    MISSING = "missing"


def scanner_chip(state: ScannerState) -> Chip:
    """Return the scanner's chip."""
    if state is ScannerState.READY:
        return Chip(QCoreApplication.translate("Devices", "Scanner ready"), "barcode")
    return Chip(QCoreApplication.translate("Devices", "No scanner"), "barcode", Mood.WARN)


def camera_chip(state: CameraState) -> Chip | None:
    """Return the camera's chip, or None where the desk has no camera."""
    if state is CameraState.OFF:
        return None
    if state is CameraState.READY:
        return Chip(QCoreApplication.translate("Devices", "Camera ready"), "camera-bold")
    return Chip(QCoreApplication.translate("Devices", "No camera"), "camera-slash-bold", Mood.WARN)


def scan_hint(scanner: ScannerState, camera: CameraState) -> tuple[str, bool]:
    """Return the line under the search field, and whether a scan can come at all."""
    if scanner is ScannerState.READY:
        return (
            QCoreApplication.translate("Devices", "Scanner ready · a scan checks in at once"),
            True,
        )
    if camera is CameraState.READY:
        return QCoreApplication.translate("Devices", "Camera ready · show it the code"), True
    return QCoreApplication.translate("Devices", "No scanner · check in by name"), False
