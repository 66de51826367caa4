"""One open serial port: codes out, and one word when it is gone.

Importing this imports QtSerialPort; `serial_scanner` does so only where a serial scanner is set.
"""

from __future__ import annotations

import logging

from PySide6.QtCore import QIODevice, QObject, QTimer, Signal
from PySide6.QtSerialPort import QSerialPort, QSerialPortInfo

from kiosk.devices.serial_text import SerialText, is_garbled
from kiosk.domain.scanner import Port, Suffix

log = logging.getLogger(__name__)

SILENCE_MS = 100
"""Silence that ends a code; within one, a USB bridge delivers every 16 ms at the latest."""

_Error = QSerialPort.SerialPortError
_GONE = (_Error.ResourceError, _Error.DeviceNotFoundError, _Error.ReadError)


def plugged_in() -> list[Port]:
    """Return the machine's serial ports, those on USB with what is plugged into them."""
    return [
        Port(one.portName(), one.systemLocation(), _usb(one), one.serialNumber())
        for one in QSerialPortInfo.availablePorts()
    ]


def _usb(info: QSerialPortInfo) -> str:
    if not info.hasVendorIdentifier():
        return ""
    return f"{info.vendorIdentifier():04x}:{info.productIdentifier():04x}"


class SerialLink(QObject):
    """Read one scanner at 8 data bits, no parity, one stop bit.

    ``scanned`` carries a code, ``garbled`` says that what came was none, ``lost`` that the port is
    gone: Qt keeps calling it open, so it has to be closed and opened anew.
    """

    scanned = Signal(str)
    garbled = Signal()
    lost = Signal()

    def __init__(self, port: Port, baud: int, suffix: Suffix, parent: QObject) -> None:
        super().__init__(parent)
        self.port = port
        self._text = SerialText(suffix)
        self._silence = QTimer(self, interval=SILENCE_MS, singleShot=True)
        self._silence.timeout.connect(self._end)
        self._device = device = QSerialPort(self)
        device.setPortName(port.location or port.name)
        device.setBaudRate(baud)
        device.setDataBits(QSerialPort.DataBits.Data8)
        device.setParity(QSerialPort.Parity.NoParity)
        device.setStopBits(QSerialPort.StopBits.OneStop)
        device.setFlowControl(QSerialPort.FlowControl.NoFlowControl)
        device.readyRead.connect(self._read)
        device.errorOccurred.connect(self._hear)

    def open(self) -> bool:
        """Open the port, and tell whether it is."""
        if not self._device.open(QIODevice.OpenModeFlag.ReadOnly):
            log.info("serial port %s: %s", self.port.name, self._device.errorString())
            return False
        # Many scanners on USB send only while somebody is said to listen; a pipe has no such line.
        self._device.setDataTerminalReady(True)
        return True

    @property
    def was_refused(self) -> bool:
        """Tell whether the system refused to open it: no permission, or somebody else has it."""
        return self._device.error() is _Error.PermissionError

    def close(self) -> None:
        """Let go of the port; half a code is dropped."""
        self._silence.stop()
        self._device.readyRead.disconnect(self._read)
        self._device.errorOccurred.disconnect(self._hear)
        self._device.close()
        self.deleteLater()

    def _read(self) -> None:
        for text in self._text.feed(bytes(self._device.readAll().data())):
            self._tell(text)
        self._silence.start() if self._text.is_waiting else self._silence.stop()

    def _end(self) -> None:
        text = self._text.silence()
        if text:
            self._tell(text)

    def _tell(self, text: str) -> None:
        self.garbled.emit() if is_garbled(text) else self.scanned.emit(text)

    def _hear(self, error: _Error) -> None:
        if self._device.isOpen() and error in _GONE:
            log.warning("serial port %s is gone: %s", self.port.name, self._device.errorString())
            self.lost.emit()
