"""Bringing the queue of badges to paper: a station for each printer, and what the desk is told."""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.badge_station import BadgeStation
from kiosk.domain.printer import Printer, PrinterState, PrinterTold
from kiosk.lanes import Lanes
from kiosk.services import badge_jobs, badges
from kiosk.services.badge_jobs import Load
from kiosk.services.open_desk import OpenDesk
from kiosk.storage.clock import now_ms
from kiosk.storage.outbox import Job

log = logging.getLogger(__name__)

LOOK_AGAIN_MS = 5_000
"""How soon a badge that another program queued, or that a printer refused, is looked at again."""


class BadgeQueue(QObject):
    """Print what waits, on each printer one badge at a time, and never hold up a scan.

    ``moved`` carries the registration whose badge was begun, came out or failed, ``told`` a tuple
    of PrinterTold whenever a printer's state, or what waits for it, is another.
    """

    moved = Signal(str)
    told = Signal(object)

    def __init__(
        self,
        lanes: Lanes,
        desk: OpenDesk,
        parent: QObject | None = None,
        *,
        clock_s: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._lanes, self._desk, self._clock_s = lanes, desk, clock_s
        self.stations: dict[str, BadgeStation] = {}
        self._names: list[str] = []
        self._load = Load((), Counter(), Counter())
        self._said: tuple[PrinterTold, ...] | None = None
        self._is_looking = self._is_outdated = False
        self._timer = QTimer(self, interval=LOOK_AGAIN_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def is_busy(self) -> bool:
        """Tell whether anything is under way."""
        return self._is_looking or any(one.is_busy for one in self.stations.values())

    def start(self) -> None:
        """Ask after what a crash left half-way, then print what waits."""
        self._is_looking = True
        self._on_desk(self._left_over, self._begin)
        self._timer.start()

    def look(self) -> None:
        """Print what waits wherever nothing is in its way."""
        if self._is_looking:
            self._is_outdated = True
            return
        self._is_looking, self._is_outdated = True, False
        self._on_desk(lambda: badge_jobs.load(self._desk), self._see)

    def tick(self) -> None:
        """See how each printer is, and look again at what waits."""
        for station in self.stations.values():
            station.tick()
        self.look()

    def give_up(self, job_id: str) -> None:
        """Take back a badge that is under way at a printer."""
        for station in self.stations.values():
            if station.give_up(job_id):
                return

    def settle(self) -> None:
        """Record what came of the badges on their way; the last work of all on the lane "desk".

        Raises KioskError, those of the store.
        """
        for station in self.stations.values():
            station.settle()

    def _left_over(self) -> tuple[tuple[Printer, ...], list[Job]]:
        """Set aside what nobody can be asked about, and return the rest; on the lane "desk"."""
        fleet = badge_jobs.load(self._desk).fleet
        names = {one.name for one in fleet}
        # A printer has one errand at a time: of more, from several programs, one can be asked for.
        asked = {one.printer: one for one in badges.under_way(self._desk) if one.printer in names}
        badges.recover(self._desk, frozenset(one.id for one in asked.values()))
        return fleet, list(asked.values())

    def _begin(self, told: tuple[tuple[Printer, ...], list[Job]]) -> None:
        fleet, jobs = told
        self._is_looking = False
        self._staff(fleet)
        for job in jobs:
            age_s = max(0, now_ms() - job.changed_ms) / 1000
            self.stations[job.printer].adopt(job, age_s)
        self.tick()

    def _see(self, load: Load) -> None:
        self._is_looking = False
        self._load = load
        for made in self._staff(load.fleet):
            made.tick()
        self._tell()
        for name, station in self.stations.items():
            if load.waiting[name]:
                station.look()
        if self._is_outdated:
            self.look()

    def _staff(self, fleet: tuple[Printer, ...]) -> list[BadgeStation]:
        """Have a station for each printer, and return the new ones.

        One whose printer is gone ends with its badge.
        """
        new: list[BadgeStation] = []
        for at, printer in enumerate(fleet):
            if printer.name in self.stations:
                self.stations[printer.name].use(printer)
                continue
            # A lane each: a printer that is slow to answer keeps no other one waiting.
            lane = "print" if at == 0 else f"print {printer.name}"
            made = BadgeStation(self._lanes, self._desk, printer, lane, self._clock_s, self)
            made.moved.connect(self._moved)
            made.changed.connect(self._tell)
            self.stations[printer.name] = made
            new.append(made)
        self._names = [one.name for one in fleet]
        for name in [one for one in self.stations if one not in self._names]:
            if not self.stations[name].is_busy:
                self.stations.pop(name).deleteLater()
        return new

    def _moved(self, registration: str) -> None:
        self.moved.emit(registration)
        self.look()

    def _tell(self) -> None:
        told = tuple(
            PrinterTold(
                one.printer, _shown(one), self._load.waiting[name], self._load.unsettled[name]
            )
            for name, one in ((name, self.stations[name]) for name in self._names)
            if one.state is not None or one.printer.is_held
        )
        if told != self._said and (told or not self._names):
            self._said = told
            self.told.emit(told)

    def _on_desk(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._lanes.run("desk", work, done=done, failed=self._rest, owner=self)

    def _rest(self, error: Exception) -> None:
        log.warning("the badge queue could not be read: %s", error)
        self._is_looking = False


def _shown(station: BadgeStation) -> PrinterState:
    """Return what the desk is told: what staff set, and a roll that ends, stand over "ready"."""
    state = station.state or PrinterState.READY
    if state.is_well and station.printer.is_held:
        return PrinterState.HELD
    if state in (PrinterState.READY, PrinterState.BUSY) and station.printer.is_running_low:
        return PrinterState.LOW
    return state
