"""Hand scanners on serial ports: found, opened, lost and found again, whatever port they are on.

QtSerialPort is imported when the first port is looked for: no desk without a serial scanner pays
for it, and one whose installation lacks it says so instead of not starting. Ports are listed on the
lane "ports", which takes 30 ms without libudev.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.domain.scanner import Port, PortChoice, Suffix
from kiosk.lanes import Lanes

if TYPE_CHECKING:
    from kiosk.devices.serial_link import SerialLink

log = logging.getLogger(__name__)

LANE = "ports"
LOOK_EVERY_MS = 1_000
RETRY_S, RETRY_S_MOST = 1.0, 8.0
"""Seconds until a port that could not be opened is tried again; they double up to the longest."""


class SerialState(IntEnum):
    """What to say about the serial scanners; of several, the highest is said."""

    READY = 0
    SEARCHING = 1  # nothing was looked for yet
    GARBLED = 2  # what came last was no text: the baud rate differs
    ABSENT = 3  # none is plugged in
    LOST = 4  # one was there and is not any more
    IN_USE = 5  # another program holds it
    DENIED = 6  # this user may not open it
    NO_LIBRARY = 7  # this installation cannot reach serial ports


@dataclass(frozen=True, slots=True)
class SerialReport:
    """A state, the port that it is about, and the group whose members may open that."""

    state: SerialState
    port: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class LineSettings:
    """How a scanner sends: at 8 data bits, no parity, one stop bit, which all of them know."""

    baud: int = 9600
    suffix: Suffix = Suffix.ANY


def owning_group(location: str) -> str:
    """Return the group that a device file belongs to, "" where there is none to know."""
    try:
        import grp  # noqa: PLC0415 - not on Windows

        return grp.getgrgid(os.stat(location).st_gid).gr_name  # noqa: PTH116 - may be no path
    except (ImportError, OSError, KeyError):
        return ""


def plugged_in() -> list[Port] | None:
    """Return what is plugged in, on the lane; None where QtSerialPort cannot be loaded."""
    try:
        from kiosk.devices.serial_link import plugged_in as found  # noqa: PLC0415
    except ImportError as error:
        log.warning("serial ports cannot be reached: %s", error)
        return None
    return found()


class SerialScanners(QObject):
    """Keep every chosen port open; ``scanned`` carries a port's name and a code.

    ``state_changed`` carries a SerialReport. Ports are looked for every second, so that a scanner
    that is plugged in again, on whichever port, reads at once. ``list_ports`` tells what is plugged
    in, None where nothing can be known.
    """

    scanned = Signal(str, str)
    state_changed = Signal(object)

    def __init__(
        self,
        lanes: Lanes,
        choices: Sequence[PortChoice],
        line: LineSettings = LineSettings(),
        *,
        list_ports: Callable[[], list[Port] | None] = plugged_in,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._lanes, self._choices, self._line = lanes, tuple(choices), line
        self._list_ports = list_ports
        self._ports: list[Port] = []
        self._is_looking = False
        self._links: dict[str, SerialLink] = {}
        self._refusals: dict[str, SerialReport] = {}
        self._retries: dict[str, tuple[float, float]] = {}
        self._seen: set[PortChoice] = set()
        self._garbled: set[str] = set()
        self._has_library = True
        self.report = SerialReport(SerialState.SEARCHING)
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Open what is plugged in, and look again every second."""
        if self._choices:
            self._timer.start()
            self.look()

    def stop(self) -> None:
        """Close every port."""
        self._timer.stop()
        for location in list(self._links):
            self._close(location)

    def look(self) -> None:
        """Look for what came and what went; the ports follow."""
        if not self._is_looking:
            self._is_looking = True
            self._lanes.run(LANE, self._list_ports, done=self._see, failed=self._miss, owner=self)

    def _miss(self, error: Exception) -> None:
        self._is_looking = False
        log.error("serial ports could not be listed", exc_info=error)

    def _see(self, ports: list[Port] | None) -> None:
        """Open what came, close what went."""
        self._is_looking = False
        if not self._timer.isActive():  # stopped meanwhile
            return
        self._has_library = ports is not None
        self._ports = [] if ports is None else ports + self._files_among(ports)
        there = {port.location for port in self._ports}
        for location in [one for one in self._links if one not in there]:
            self._close(location)
        self._refusals = {at: one for at, one in self._refusals.items() if at in there}
        self._retries = {at: one for at, one in self._retries.items() if at in there}
        for choice in self._choices:
            for port in choice.among(self._ports):
                self._open(port)
        self._tell()

    def _files_among(self, ports: list[Port]) -> list[Port]:
        """Return chosen device files that no list has: a pipe, or a port that udev renamed."""
        known = {name for port in ports for name in (port.name, port.location)}
        files = {one.name for one in self._choices if one.name and one.name not in known}
        return [Port(one, one) for one in sorted(files) if os.path.exists(one)]  # noqa: PTH110

    def _open(self, port: Port) -> None:
        location = port.location
        due, wait_s = self._retries.get(location, (0.0, RETRY_S))
        if location in self._links or time.monotonic() < due:
            return
        from kiosk.devices.serial_link import SerialLink  # noqa: PLC0415 - may lack a library

        link = SerialLink(port, self._line.baud, self._line.suffix, self)
        if link.open():
            self._take(link)
            return
        self._retries[location] = time.monotonic() + wait_s, min(2 * wait_s, RETRY_S_MOST)
        self._refusals[location] = _refusal(port, was_refused=link.was_refused)
        link.close()

    def _take(self, link: SerialLink) -> None:
        location = link.port.location
        self._links[location] = link
        self._refusals.pop(location, None)
        self._retries.pop(location, None)
        link.scanned.connect(lambda text: self._hear(location, text))
        link.garbled.connect(lambda: self._hear_noise(location))
        link.lost.connect(lambda: self._lose(location))

    def _hear(self, location: str, text: str) -> None:
        self._garbled.discard(location)
        self.scanned.emit(location, text)

    def _hear_noise(self, location: str) -> None:
        self._garbled.add(location)
        self._tell()

    def _lose(self, location: str) -> None:
        self._close(location)
        self._retries[location] = time.monotonic() + RETRY_S, RETRY_S
        self._tell()

    def _close(self, location: str) -> None:
        self._garbled.discard(location)
        self._links.pop(location).close()

    def _tell(self) -> None:
        report = max((self._report(one) for one in self._choices), key=lambda one: one.state)
        if report != self.report:
            self.report = report
            self.state_changed.emit(report)

    def _report(self, choice: PortChoice) -> SerialReport:
        """Return what to say of one choice; any of its ports that reads is enough."""
        if not self._has_library:
            return SerialReport(SerialState.NO_LIBRARY)
        open_ones = choice.among(link.port for link in self._links.values())
        if open_ones:
            self._seen.add(choice)
            state = (
                SerialState.GARBLED
                if all(one.location in self._garbled for one in open_ones)
                else SerialState.READY
            )
            return SerialReport(state, open_ones[0].name)
        refused = [
            self._refusals[one.location]
            for one in choice.among(self._ports)
            if one.location in self._refusals
        ]
        if refused:
            return max(refused, key=lambda one: one.state)
        was_there = choice in self._seen
        return SerialReport(SerialState.LOST if was_there else SerialState.ABSENT, str(choice))


def _refusal(port: Port, *, was_refused: bool) -> SerialReport:
    """Return why a port did not open, as far as the system tells."""
    if not was_refused:
        return SerialReport(SerialState.LOST, port.name)
    if os.path.exists(port.location) and not os.access(port.location, os.R_OK | os.W_OK):  # noqa: PTH110
        return SerialReport(SerialState.DENIED, port.name, owning_group(port.location))
    return SerialReport(SerialState.IN_USE, port.name)
