"""What to do about a device, in words for the desk: never what is broken alone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kiosk.ui.front_desk.device_states import CameraState, ScannerState


def scanner_remedy(state: ScannerState, port: str = "", group: str = "") -> str:
    """Return what to do about the scanner, naming its port and who may open that."""
    match state:
        case ScannerState.READY:
            words = QCoreApplication.translate(
                "Devices",
                "Scan at any time, whatever is shown. If a scan does nothing, check the scanner"
                " with the test code.",
            )
        case ScannerState.MISSING:
            words = QCoreApplication.translate(
                "Devices",
                "The serial scanner is not plugged in ({port}). Plug it in: it is found by itself."
                " Names and other scanners work meanwhile.",
            )
        case ScannerState.GARBLED:
            words = QCoreApplication.translate(
                "Devices",
                "What comes from {port} is no text. Set scanner and desk to the same baud rate, 8"
                " data bits, no parity, 1 stop bit.",
            )
        case ScannerState.IN_USE:
            words = QCoreApplication.translate(
                "Devices",
                "Another program holds {port}. Close it (a second kiosk, a terminal, the scanner's"
                " own software): the port is tried again by itself.",
            )
        case ScannerState.DENIED:
            words = QCoreApplication.translate(
                "Devices",
                "This user may not open {port}. Add the user to the group {group}, then log in"
                " again.",
            )
        case ScannerState.NO_LIBRARY:
            words = QCoreApplication.translate(
                "Devices",
                "This installation cannot reach serial ports. Install the program again, or set the"
                " scanner to work as a keyboard.",
            )
    return words.format(port=port or "?", group=group or "dialout")


def camera_remedy(state: CameraState) -> str:
    """Return what to do about the camera."""
    match state:
        case CameraState.READY:
            return QCoreApplication.translate(
                "Devices", "Hold a code 10 to 25 cm before the camera, one at a time."
            )
        case CameraState.DARK:
            return QCoreApplication.translate(
                "Devices",
                "The camera has seen nothing for a minute. Open its cover, wipe the lens, or put on"
                " a light.",
            )
        case CameraState.IN_USE:
            return QCoreApplication.translate(
                "Devices",
                "Another program holds the camera. Close it (a video call, a browser): the camera"
                " is tried again by itself.",
            )
        case CameraState.FROZEN:
            return QCoreApplication.translate(
                "Devices",
                "The camera shows the same picture again and again. Pull its plug out and put it"
                " back.",
            )
        case CameraState.MISSING:
            return QCoreApplication.translate(
                "Devices",
                "The camera stopped. Check its plug; it is tried again every 5 seconds. Scanners"
                " and names work meanwhile.",
            )
        case _:
            return QCoreApplication.translate("Devices", "The camera is being looked for.")
