"""Hand scanners: keyboards and serial ports as the settings have them, one way for a scan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from kiosk.devices.echoes import Echoes
from kiosk.devices.serial_scanner import (
    LANE,
    LineSettings,
    SerialReport,
    SerialScanners,
    SerialState,
    plugged_in,
)
from kiosk.devices.wedge import WedgeFilter
from kiosk.domain.scanner import read_choices
from kiosk.domain.scanner_check import TEST_CODE
from kiosk.domain.settings import DeskSettings
from kiosk.lanes import Lanes

if TYPE_CHECKING:
    from kiosk.ui.check_in_desk import CheckInDesk
    from kiosk.ui.front_desk.scanner_wizard import ScannerWizard
    from kiosk.ui.front_desk.window import FrontDeskWindow

# What the desk's chip calls a serial scanner's state.
_STATES = {
    SerialState.READY: "ready",
    SerialState.SEARCHING: "ready",
    SerialState.GARBLED: "garbled",
    SerialState.ABSENT: "missing",
    SerialState.LOST: "missing",
    SerialState.IN_USE: "in-use",
    SerialState.DENIED: "denied",
    SerialState.NO_LIBRARY: "no-library",
}


def _drawn_code() -> QImage:
    """Draw the test code, on a lane: its library takes a fifth of a second to load."""
    from kiosk.services.qr_image import qr_image  # noqa: PLC0415 - only for whoever sets one up

    dots = qr_image(TEST_CODE, 8, border=2).convert("L")
    wide, tall = dots.size
    return QImage(dots.tobytes(), wide, tall, wide, QImage.Format.Format_Grayscale8).copy()


class HandScanners(QObject):
    """Gather what all hand scanners read; ``scanned`` carries a code, once for all devices.

    ``reported`` carries a SerialReport whenever something is to be said of serial scanners.
    """

    scanned = Signal(str)
    reported = Signal(object)

    def __init__(self, lanes: Lanes, wedge: WedgeFilter, parent: QObject) -> None:
        super().__init__(parent)
        self._lanes, self._wedge = lanes, wedge
        self._echoes = Echoes()
        self._told: tuple[object, ...] = ()
        self.serial: SerialScanners | None = None
        wedge.scanned.connect(lambda text: self.take("keyboard", text))

    def take(self, device: str, text: str) -> None:
        """Take a code from a device, unless another has just read the same."""
        if not self._echoes.is_echo(device, text):
            self.scanned.emit(text)

    def adopt(self, settings: DeskSettings) -> None:
        """Listen to what the settings name; what did not change is left alone."""
        self._wedge.allow_gap(settings.scanner_gap_ms)
        told = (settings.scanner, settings.scanner_baud, settings.scanner_suffix)
        if told == self._told:
            return
        self._told = told
        self.stop()
        line = LineSettings(settings.scanner_baud, settings.scanner_suffix)
        made = SerialScanners(self._lanes, read_choices(settings.scanner), line, parent=self)
        made.scanned.connect(self.take)
        made.state_changed.connect(self.reported)
        self.serial = made
        made.start()
        self.reported.emit(made.report)

    def stop(self) -> None:
        """Let go of every port."""
        if self.serial is not None:
            self.serial.stop()
            self.serial.deleteLater()
            self.serial = None

    def wire(self, window: FrontDeskWindow, desk: CheckInDesk) -> None:
        """Tell a desk's window of its scanners, and follow the settings that are changed there."""
        self.reported.connect(lambda report: _tell(window, report))
        desk.settings_changed.connect(lambda: self.adopt(desk.settings))
        wizard = window.wizard
        self._wedge.recorded.connect(wizard.take_reading)
        wizard.opened.connect(self._wedge.record)
        wizard.ports_wanted.connect(lambda: self._list(wizard))

    def _list(self, wizard: ScannerWizard) -> None:
        """Fetch what the set-up shows: the test code, and the ports there are."""
        self._lanes.run("draw", _drawn_code, done=wizard.show_code, owner=wizard)
        self._lanes.run(
            LANE, plugged_in, done=lambda ports: wizard.show_ports(ports or []), owner=wizard
        )


def _tell(window: FrontDeskWindow, report: SerialReport) -> None:
    window.set_scanner_state(_STATES[report.state], port=report.port, group=report.group)
