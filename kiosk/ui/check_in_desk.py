"""The desk behind both faces: it asks the lane that owns the store, and tells what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from kiosk.domain.errors import KioskError
from kiosk.domain.event import Direction, Event, Session
from kiosk.domain.registration import Registration
from kiosk.domain.settings import DeskSettings
from kiosk.domain.verdict import Scan, Verdict
from kiosk.lanes import Lanes
from kiosk.services import attendance, badges, check_in, lookup

if TYPE_CHECKING:
    from kiosk.services.open_desk import OpenDesk

T = TypeVar("T")
_OVERVIEW_EVERY_MS = 10_000
"""How long the counts may lag behind what other programs write into the same file."""


class CheckInDesk(QObject):
    """Check people in and look them up on the lane "desk"; every answer arrives as a signal.

    ``answered`` carries a Verdict, and a verdict that admits is on disk by then. ``failed`` carries
    a KioskError: nothing was recorded. ``overview_changed`` carries attendance.Overview,
    ``badge_changed`` the registration id whose badge job moved on.
    """

    answered = Signal(object)
    failed = Signal(object)
    overview_changed = Signal(object)
    badge_changed = Signal(str)
    session_changed = Signal(object)
    asked = Signal()

    def __init__(
        self,
        lanes: Lanes,
        desk: OpenDesk,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._lanes, self._desk, self.now = lanes, desk, now
        self._session: Session = desk.event.session_at(now())
        self._timer = QTimer(self, interval=_OVERVIEW_EVERY_MS)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()

    @property
    def event_served(self) -> Event:
        """Return the event that this desk serves."""
        return self._desk.event

    @property
    def session(self) -> Session:
        """Return the session that scans are for."""
        return self._session

    @property
    def settings(self) -> DeskSettings:
        """Return this machine's settings."""
        return self._desk.settings

    def choose_session(self, session_id: str) -> None:
        """Serve another session from the next scan on; an unknown id changes nothing."""
        chosen = self.event_served.session(session_id)
        if chosen is not None and chosen != self._session:
            self._session = chosen
            self.session_changed.emit(chosen)
            self.refresh()

    def take_scan(self, text: str) -> None:
        """Answer the text of a code, whichever device read it."""
        self._record(check_in.scan, text, self._scan())

    def check_in(
        self,
        registration_id: str,
        *,
        confirm: bool = False,
        answers: Mapping[str, object] | None = None,
    ) -> None:
        """Check in a person who was found by name; ``confirm`` admits a pending one."""
        scan = replace(self._scan(), confirm=confirm, answers=dict(answers or {}))
        self._record(check_in.check_in, registration_id, scan)

    def _scan(self) -> Scan:
        return Scan(self.now(), Direction.AUTO)

    def _record(self, service: Callable[..., Verdict], what: str, scan: Scan) -> None:
        self.asked.emit()
        session = self._session
        self._ask(lambda: service(self._desk, session, what, scan), self._answer)

    def _answer(self, verdict: Verdict) -> None:
        self.answered.emit(verdict)
        if verdict.entry:
            self.refresh()
        if verdict.badge_job and verdict.registration:
            self.badge_changed.emit(verdict.registration.id)

    def undo(self, entry_id: str, done: Callable[[], None]) -> None:
        """Undo an entry that this desk has just made, with the reason that says so."""

        def undone(_: object) -> None:
            done()
            self.refresh()

        self._ask(lambda: check_in.void(self._desk, entry_id, "undone at the desk"), undone)

    def find(self, text: str, done: Callable[[list[lookup.Hit]], None]) -> None:
        """Find people for staff, best first, with their presence in the session."""
        session = self._session
        self._ask(lambda: lookup.find(self._desk, text, session=session), done)

    def find_cards(self, typed: str, done: Callable[[lookup.Cards], None]) -> None:
        """Find masked candidates for a guest who typed initials or Latin letters."""
        self._ask(lambda: lookup.find_cards(self._desk, typed), done)

    def match_digits(
        self, registration_ids: list[str], digits: str, done: Callable[[list[str]], None]
    ) -> None:
        """Return which of the candidates have these last four digits."""
        self._ask(lambda: lookup.match_digits(self._desk, registration_ids, digits), done)

    def show(self, registration_id: str, done: Callable[[lookup.Sheet], None]) -> None:
        """Fetch everything staff see of one person."""
        self._ask(lambda: lookup.sheet(self._desk, registration_id), done)

    def refresh(self) -> None:
        """Fetch counts, the latest entries and the guests still to come."""
        session = self._session
        self._ask(
            lambda: attendance.overview(self._desk, session, self.now()),
            self.overview_changed.emit,
        )

    def print_again(self, registration_id: str) -> None:
        """Queue one more badge of a person; ``badge_changed`` follows."""
        self._ask(
            lambda: badges.queue_again(self._desk, registration_id),
            lambda _: self.badge_changed.emit(registration_id),
        )

    def preview(self, registration: Registration, done: Callable[[QImage], None]) -> None:
        """Draw a person's badge for the screen, off this thread."""
        drawing = partial(badges.drawn, self.event_served, registration, self.settings.badge_template)

        def drawn() -> QImage:
            picture = drawing().convert("RGB")
            size = picture.size
            return QImage(picture.tobytes(), *size, size[0] * 3, QImage.Format.Format_RGB888).copy()

        self._lanes.run("draw", drawn, done=done, failed=self._fail, owner=self)

    def _ask(self, service: Callable[[], T], done: Callable[[T], Any]) -> None:
        self._lanes.run("desk", service, done=done, failed=self._fail, owner=self)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, KioskError):
            error = KioskError("UNEXPECTED", kind=type(error).__name__)
        self.failed.emit(error)
