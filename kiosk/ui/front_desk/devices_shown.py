"""What the window tells about the desk's devices: only what was really reported."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kiosk.ui.front_desk.device_remedies import camera_remedy, scanner_remedy
from kiosk.ui.front_desk.device_states import CameraState, ScannerState
from kiosk.ui.widgets.desk_chip import Chip, Mood


def scanner_chip(state: ScannerState, port: str = "", group: str = "") -> Chip:
    """Return the scanner's chip; ``port`` and ``group`` are for its remedy."""
    words = {
        ScannerState.READY: QCoreApplication.translate("Devices", "Scanner ready"),
        ScannerState.MISSING: QCoreApplication.translate("Devices", "No scanner"),
        ScannerState.GARBLED: QCoreApplication.translate("Devices", "Scanner unreadable"),
        ScannerState.IN_USE: QCoreApplication.translate("Devices", "Scanner in use"),
        ScannerState.DENIED: QCoreApplication.translate("Devices", "Scanner locked"),
        ScannerState.NO_LIBRARY: QCoreApplication.translate("Devices", "No serial ports"),
    }
    mood = Mood.CALM if state is ScannerState.READY else Mood.WARN
    return Chip(words[state], "barcode", mood, scanner_remedy(state, port, group))


def camera_chip(state: CameraState) -> Chip | None:
    """Return the camera's chip, or None where the desk has no camera."""
    if state is CameraState.OFF:
        return None
    words = {
        CameraState.SEARCHING: QCoreApplication.translate("Devices", "Camera starting"),
        CameraState.READY: QCoreApplication.translate("Devices", "Camera ready"),
        CameraState.MISSING: QCoreApplication.translate("Devices", "No camera"),
        CameraState.DARK: QCoreApplication.translate("Devices", "Camera dark"),
        CameraState.IN_USE: QCoreApplication.translate("Devices", "Camera in use"),
        CameraState.FROZEN: QCoreApplication.translate("Devices", "Camera frozen"),
    }
    calm = state in (CameraState.READY, CameraState.SEARCHING)
    icon, mood = ("camera-bold", Mood.CALM) if calm else ("camera-slash-bold", Mood.WARN)
    return Chip(words[state], icon, mood, camera_remedy(state))


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
