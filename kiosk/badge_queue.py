"""Bringing the queue of badges to paper: claimed on the desk's lane, printed on its own."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.devices.printers import open_printer, put_pages
from kiosk.domain.errors import KioskError
from kiosk.domain.registration import Registration
from kiosk.lanes import Lanes
from kiosk.services import badges
from kiosk.services.open_desk import OpenDesk
from kiosk.storage import outbox
from kiosk.storage.outbox import Job

if TYPE_CHECKING:
    from kiosk.devices.printers.folder import FolderPrinter
    from kiosk.devices.printers.system import SystemPrinter

log = logging.getLogger(__name__)

_LOOK_AGAIN_MS = 5_000
"""How soon a badge that another program queued, or that a printer refused, is looked at again."""


@dataclass(slots=True)
class _Errand:
    """One badge on its way; the lanes note here how far it has come.

    ``problem`` is "" once it is on paper, a code once it failed, and None as long as nobody knows.
    """

    job: Job
    person: Registration
    is_begun: bool = False
    problem: str | None = None


class BadgeQueue(QObject):
    """Print what waits, one badge at a time, and never hold up a scan.

    A job is marked as under way before the first byte leaves, so it comes out at most once.
    ``moved`` carries the registration whose badge came out or failed, ``troubled`` a KioskError or
    None when the printer is well again.
    """

    moved = Signal(str)
    troubled = Signal(object)

    def __init__(self, lanes: Lanes, desk: OpenDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes, self._desk = lanes, desk
        self._is_busy = self._is_held = False
        self._errand: _Errand | None = None
        self._printer: SystemPrinter | FolderPrinter | None = None
        self._timer = QTimer(self, interval=_LOOK_AGAIN_MS)
        self._timer.timeout.connect(self._try_again)

    def start(self) -> None:
        """Set aside what a crash left half-way, then print what waits."""
        self._on_desk(lambda: badges.recover(self._desk), lambda _: self.look())
        self._timer.start()

    def _try_again(self) -> None:
        self._is_held = False
        self.look()

    def look(self) -> None:
        """Print the oldest waiting badge, if there is one and nothing is in its way."""
        if self._is_busy or self._is_held or not self._desk.settings.printer:
            return
        self._is_busy = True
        self._on_desk(self._claim, self._print)

    def settle(self) -> None:
        """Record what came of the badge on its way; the last work of all on the lane "desk".

        One that no printer has begun waits again, one that a printer still holds stays under way.
        Raises KioskError, those of the store.
        """
        errand = self._errand
        if errand is None:
            return
        if not errand.is_begun:
            job_id = errand.job.id
            self._desk.store.write(lambda connection: outbox.release(connection, job_id))
        elif errand.problem is not None:
            badges.finish(self._desk, errand.job, errand.problem)
        self._errand = None

    def _claim(self) -> _Errand | None:
        # An end that could not be written, on a full disk perhaps, is written first.
        self.settle()
        claimed = badges.take_next(self._desk)
        self._errand = _Errand(*claimed) if claimed else None
        return self._errand

    def _print(self, errand: _Errand | None) -> None:
        if errand is None:
            self._is_busy = False
            return
        self._lanes.run(
            "print",
            self._put_on_paper,
            errand,
            done=lambda _: self._finish(errand, None),
            failed=lambda error: self._finish(errand, error),
            owner=self,
        )

    def _put_on_paper(self, errand: _Errand) -> None:
        """Draw and print one badge, on the lane "print"."""
        errand.is_begun = True
        try:
            self._send(errand.job, errand.person)
        except KioskError as error:
            errand.problem = error.code
            raise
        errand.problem = ""

    def _send(self, job: Job, person: Registration) -> None:
        settings = self._desk.settings
        if self._printer is None:
            self._printer = open_printer(settings.printer)
        if self._printer is None:
            raise KioskError("PRINTER_NONE")
        pages = badges.pages(self._desk, person, self._printer.dpi)
        put_pages(self._printer, pages, job.id)

    def _finish(self, errand: _Errand, error: Exception | None) -> None:
        told: KioskError | None = None
        if error is not None:
            told = _worded(error)
            errand.problem = told.code
            self._printer = None
            log.warning("badge %s: %s", errand.job.id, told.code)
        self.troubled.emit(told)
        self._on_desk(self.settle, lambda _: self._go_on(errand.job, errand.problem or ""))

    def _go_on(self, job: Job, problem: str) -> None:
        self._is_busy = False
        # What ails the printer would meet the next badge too: the queue holds until it is tried.
        self._is_held = problem in badges.NEVER_SENT
        self.moved.emit(job.registration)
        self.look()

    def _on_desk(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._lanes.run("desk", work, done=done, failed=self._rest, owner=self)

    def _rest(self, error: Exception) -> None:
        log.warning("the badge queue could not be read: %s", error)
        self._is_busy = False


def _worded(error: Exception) -> KioskError:
    if isinstance(error, KioskError):
        return error
    log.error("a badge could not be printed", exc_info=error)
    return KioskError("UNEXPECTED", kind=type(error).__name__)
