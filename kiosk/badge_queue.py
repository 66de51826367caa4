"""Bringing the queue of badges to paper: claimed on the desk's lane, printed on its own."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.devices.printers import open_printer
from kiosk.domain.errors import KioskError
from kiosk.domain.registration import Registration
from kiosk.lanes import Lanes
from kiosk.services import badge_drawing, badges
from kiosk.services.open_desk import OpenDesk
from kiosk.storage.outbox import Job

if TYPE_CHECKING:
    from kiosk.devices.printers.folder import FolderPrinter
    from kiosk.devices.printers.system import SystemPrinter

log = logging.getLogger(__name__)

_LOOK_AGAIN_MS = 5_000
"""How soon a badge that another program queued, or that a printer refused, is looked at again."""

_Claimed = tuple[Job, Registration] | None


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
        self._on_desk(lambda: badges.take_next(self._desk), self._print)

    def _print(self, claimed: _Claimed) -> None:
        if claimed is None:
            self._is_busy = False
            return
        job, person = claimed
        self._lanes.run(
            "print",
            self._put_on_paper,
            job,
            person,
            done=lambda _: self._finish(job, None),
            failed=lambda error: self._finish(job, error),
            owner=self,
        )

    def _put_on_paper(self, job: Job, person: Registration) -> None:
        """Draw and print one badge, on the lane "print"."""
        settings = self._desk.settings
        if self._printer is None:
            self._printer = open_printer(settings.printer)
        if self._printer is None:
            raise KioskError("PRINTER_NONE")
        template = badge_drawing.load_template(settings.badge_template)
        image = badges.drawn(self._desk.event, person, settings.badge_template, self._printer.dpi)
        self._printer.print_badge(image, template.width_mm, template.height_mm, job.id)

    def _finish(self, job: Job, error: Exception | None) -> None:
        problem = ""
        if error is not None:
            known = isinstance(error, KioskError)
            problem = error.code if isinstance(error, KioskError) else "UNEXPECTED"
            self._printer = None
            log.log(logging.WARNING if known else logging.ERROR, "badge %s: %s", job.id, problem)
        self.troubled.emit(error if isinstance(error, KioskError) else None)
        self._on_desk(
            lambda: badges.finish(self._desk, job, problem), lambda _: self._go_on(job, problem)
        )

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
