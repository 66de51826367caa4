"""One printer at work: its badges claimed on the desk's lane, printed and followed on its own."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.devices.printers import open_printer, put_pages
from kiosk.devices.printers.printer import Progress
from kiosk.domain.errors import KioskError
from kiosk.domain.patience import Patience
from kiosk.domain.printer import Fate, Printer, PrinterState, state_of
from kiosk.domain.registration import Registration
from kiosk.lanes import Lanes
from kiosk.services import badges
from kiosk.services.open_desk import OpenDesk
from kiosk.storage import outbox
from kiosk.storage.outbox import Job

if TYPE_CHECKING:
    from kiosk.devices.printers.printer import BadgePrinter

log = logging.getLogger(__name__)

FOLLOW_MS = 400
"""How often a badge under way is asked after."""
ARRIVES_S = 30.0
"""By then all that left for a printer has arrived: before, "there is no such job" may be too early.

Three calls of five seconds, the drawing, and as much again for another program that sends it.
"""
_TOLD_BY_BADGES = (PrinterState.WRONG_PAPER, PrinterState.FAULT)


@dataclass(slots=True)
class Errand:
    """One badge on its way; the lanes note here how far it has come.

    ``problem`` is "" once it is on paper, a code once it is known why not, and None as long as
    nobody knows. ``is_lost`` says that its line broke, or a program before this one sent it: then
    it is asked for by its name. ``since_s`` is when it was claimed, by ``clock_s``.
    """

    job: Job
    person: Registration | None
    since_s: float
    patience: Patience
    is_begun: bool = False
    is_lost: bool = False
    is_unwanted: bool = False
    problem: str | None = None
    is_sure: bool = True


class BadgeStation(QObject):
    """Print what waits for one printer, one badge at a time.

    A job is marked as under way before the first byte leaves, so it comes out at most once.
    ``moved`` carries the registration whose badge was begun, came out or failed; ``changed`` tells
    that ``state`` is another.
    """

    moved = Signal(str)
    changed = Signal()

    def __init__(
        self,
        lanes: Lanes,
        desk: OpenDesk,
        printer: Printer,
        lane: str,
        clock_s: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._lanes, self._desk, self._lane, self._clock_s = lanes, desk, lane, clock_s
        self.printer = printer
        self.state: PrinterState | None = None
        self.errand: Errand | None = None
        self.is_busy = self._is_stopped = False
        self._opened: BadgePrinter | None = None
        self._following = QTimer(self, interval=FOLLOW_MS, singleShot=True)
        self._following.timeout.connect(self._ask)

    # What the queue and staff do

    def use(self, printer: Printer) -> None:
        """Take in what is set on the printer now."""
        if printer.address != self.printer.address:
            self._opened = None
        self.printer = printer

    def look(self) -> None:
        """Print the oldest badge that waits, if there is one and nothing is in its way."""
        ill = self.state is not None and not self.state.is_well
        if self.is_busy or self._is_stopped or ill or self.printer.is_held:
            return
        self.is_busy = True
        self._on_desk(self._claim, self._print)

    def tick(self) -> None:
        """See how the printer is, and try again what was in its way; nothing while it prints."""
        if self.is_busy:
            return
        self.is_busy = True
        self._on_printer(self._look, self._seen, lambda error: self._seen(_worded(error)))

    def adopt(self, job: Job, age_s: float) -> None:
        """Find out what became of a badge that was under way when an earlier run ended."""
        since_s = self._clock_s() - age_s
        self.errand = Errand(job, None, since_s, Patience(self._clock_s), True, True)
        self.is_busy = True
        self._ask()

    def give_up(self, job_id: str) -> bool:
        """Take back a badge that is under way here; False where it is another, or none."""
        errand = self.errand
        if errand is None or errand.job.id != job_id or not self._following.isActive():
            return False
        errand.is_unwanted = True
        self._following.stop()
        self._ask()
        return True

    def settle(self) -> None:
        """Record what came of the badge on its way; on the lane "desk", at the end its last work.

        One that no printer has begun waits again, one that a printer still holds stays under way.
        Raises KioskError, those of the store.
        """
        errand = self.errand
        if errand is None:
            return
        if not errand.is_begun:
            job_id = errand.job.id
            self._desk.store.write(lambda connection: outbox.release(connection, job_id))
        elif errand.problem is not None:
            badges.finish(self._desk, errand.job, errand.problem, is_sure=errand.is_sure)
        else:
            return
        self.errand = None

    # How a badge comes to paper

    def _claim(self) -> Errand | None:
        # An end that could not be written, on a full disk perhaps, is written first.
        self.settle()
        claimed = badges.take_next(self._desk, self.printer.name)
        if claimed is not None:
            self.errand = Errand(*claimed, self._clock_s(), Patience(self._clock_s))
            return self.errand
        return None

    def _print(self, errand: Errand | None) -> None:
        if errand is None:
            self.is_busy = False
            return
        self.moved.emit(errand.job.registration)
        self._on_printer(
            partial(self._put_on_paper, errand),
            partial(self._follow, errand),
            partial(self._fail, errand),
        )

    def _put_on_paper(self, errand: Errand) -> Progress:
        """Draw and hand over one badge, on the printer's lane."""
        errand.is_begun = True
        try:
            told = self._send(errand)
        except KioskError as error:
            if error.code != "PRINTER_CUT":
                errand.problem = error.code
            raise
        if told.fate is Fate.DONE:
            errand.problem = ""
        return told

    def _send(self, errand: Errand) -> Progress:
        printer = self._open()
        assert errand.person is not None  # noqa: S101 - it was claimed here, not adopted
        pages = badges.pages(self._desk, errand.person, printer.dpi, colour=printer.has_colour)
        return put_pages(printer, pages, errand.job.id)

    def _open(self) -> BadgePrinter:
        if self._opened is None:
            self._opened = open_printer(self.printer.address)
        if self._opened is None:
            raise KioskError("PRINTER_NONE")
        return self._opened

    def _fail(self, errand: Errand, error: Exception) -> None:
        told = _worded(error)
        self._opened = None
        log.warning("badge %s: %s", errand.job.id, told.code)
        if told.code == "PRINTER_CUT":
            errand.is_lost = True
            self._set(PrinterState.OFFLINE)
            self._following.start()
            return
        errand.problem = told.code
        # What ails the printer would meet the next badge too: it rests until it is tried again.
        self._is_stopped = told.code in badges.NEVER_SENT
        self._set(state_of(told.code) if self._is_stopped else self.state)
        self._end(errand)

    # How it is followed to its end

    def _ask(self) -> None:
        errand = self.errand
        if errand is not None:
            self._on_printer(
                partial(self._told_of, errand),
                partial(self._follow, errand),
                partial(self._miss, errand),
            )

    def _told_of(self, errand: Errand) -> Progress:
        """Ask after a badge, or take it back, on the printer's lane."""
        printer, job_id = self._open(), errand.job.id
        if errand.is_unwanted or errand.patience.is_over:
            fate = printer.give_up(job_id)
            return Progress(Fate.UNSURE if fate is Fate.PRINTING else fate)
        if not errand.is_lost:
            return printer.follow(job_id)
        age_s = self._clock_s() - errand.since_s
        fate = printer.find(job_id, age_s)
        if fate is Fate.NEVER and age_s < ARRIVES_S:
            return Progress(Fate.PRINTING)
        errand.is_lost = fate is not Fate.PRINTING
        return Progress(fate)

    def _miss(self, errand: Errand, error: Exception) -> None:
        """Go on asking a printer that does not answer, until patience ends."""
        self._opened = None if errand.is_lost else self._opened
        state = state_of(_worded(error).code)
        ended = Fate.UNSURE if errand.is_unwanted or errand.patience.is_over else Fate.PRINTING
        self._follow(errand, Progress(ended, state))

    def _follow(self, errand: Errand, told: Progress) -> None:
        errand.patience.note(told.state)
        if told.fate is Fate.PRINTING:
            slow = told.state.is_well and errand.patience.is_slow
            well = PrinterState.SLOW if slow else PrinterState.BUSY
            self._set(well if told.state.is_well else told.state)
            self._following.start()
            return
        errand.problem = self._problem(errand, told.fate)
        errand.is_sure = told.fate is not Fate.UNSURE
        self._is_stopped = not told.state.is_well
        self._set(PrinterState.READY if told.state is PrinterState.BUSY else told.state)
        self._end(errand)

    def _problem(self, errand: Errand, fate: Fate) -> str:
        if fate is Fate.DONE:
            return ""
        if fate is Fate.NEVER:
            return "PRINTER_OFFLINE"  # it was never there: the badge waits again
        if fate is Fate.FAILED:
            return badges.CANCELLED if errand.is_unwanted else "PRINTER_GAVE_UP"
        return "PRINTER_STUCK"

    def _end(self, errand: Errand) -> None:
        self._on_desk(self.settle, lambda _: self._go_on(errand))

    def _go_on(self, errand: Errand) -> None:
        self.is_busy = False
        self.moved.emit(errand.job.registration)
        self.look()

    # How the printer is

    def _look(self) -> PrinterState:
        return self._open().look()

    def _seen(self, told: PrinterState | KioskError) -> None:
        self.is_busy = False
        if isinstance(told, KioskError):
            self._opened = None
        state = told if isinstance(told, PrinterState) else state_of(told.code)
        was_stopped, self._is_stopped = self._is_stopped, not state.is_well
        if was_stopped and state.is_well and self.state in _TOLD_BY_BADGES:
            # It calls itself well and refused the last badge: the next one tells, and until then
            # the desk keeps reading what to do.
            self.is_busy = True
            self._on_desk(self._claim, partial(self._try, state))
            return
        self._set(state)
        self.look()

    def _try(self, state: PrinterState, errand: Errand | None) -> None:
        if errand is None:
            self._set(state)
        self._print(errand)

    def _set(self, state: PrinterState | None) -> None:
        if state is not self.state:
            self.state = state
            self.changed.emit()

    def _on_printer(
        self,
        work: Callable[[], object],
        done: Callable[..., None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._lanes.run(self._lane, work, done=done, failed=failed, owner=self)

    def _on_desk(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._lanes.run("desk", work, done=done, failed=self._rest, owner=self)

    def _rest(self, error: Exception) -> None:
        log.warning("the badge queue could not be read: %s", error)
        self.is_busy = False


def _worded(error: Exception) -> KioskError:
    if isinstance(error, KioskError):
        return error
    log.error("a badge could not be printed", exc_info=error)
    return KioskError("UNEXPECTED", kind=type(error).__name__)
