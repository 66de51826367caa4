"""The desk behind both faces: it asks the lane that owns the store, and tells what came of it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from kiosk.domain.errors import KioskError
from kiosk.domain.event import Direction, Event, Session
from kiosk.domain.registration import Registration
from kiosk.domain.settings import DeskSettings
from kiosk.domain.signing import Signing
from kiosk.domain.verdict import Scan, Verdict
from kiosk.lanes import Lanes
from kiosk.ui.desk_deeds import DeskDeeds
from kiosk.ui.lane_calls import call, worded

if TYPE_CHECKING:
    from kiosk.domain.arrival import Arrival
    from kiosk.domain.course import CourseDay
    from kiosk.domain.found import Asked, Cards, Hit, Overview, Sheet
    from kiosk.domain.pin import PinCheck
    from kiosk.domain.request import DeskRequest, RequestKind
    from kiosk.domain.walk_in import Registered, WalkInForm
    from kiosk.services.open_desk import OpenDesk

log = logging.getLogger(__name__)

_OVERVIEW_EVERY_MS = 10_000
"""How long the counts may lag behind what other programs write into the same file."""

_REQUESTS_EVERY_MS = 500
"""How long a guest's request may take to appear at a desk that is another program."""

_PAINTED_MS = 40
"""How long what can wait does wait for a verdict's paint: lanes and paint share one interpreter."""


def _drawn(event: Event, registration: Registration, template: str, data: Path) -> QImage:
    """Draw a badge as a picture for the screen, on a lane."""
    from kiosk.services import badges  # noqa: PLC0415 - with Pillow, after the first paint

    picture = badges.drawn(event, registration, template, data=data).convert("RGB")
    width, height = picture.size
    row_bytes = 3 * width
    form = QImage.Format.Format_RGB888
    return QImage(picture.tobytes(), width, height, row_bytes, form).copy()


class CheckInDesk(QObject):
    """Check people in and look them up on the lane "desk"; every answer arrives as a signal.

    ``answered`` carries a Verdict, and a verdict that admits is on disk by then. ``failed`` carries
    a KioskError: nothing was recorded. ``overview_changed`` carries Overview,
    ``badge_changed`` the registration id whose badge job moved on. ``requests_changed`` says that
    what touchscreens ask of the desk may have moved on.
    """

    answered = Signal(object)
    failed = Signal(object)
    overview_changed = Signal(object)
    badge_changed = Signal(str)
    session_changed = Signal(object)
    requests_changed = Signal()
    settings_changed = Signal()
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
        self._is_chosen = self._is_counting = self._is_outdated = False
        self.deeds = DeskDeeds(lanes, desk, now, self)
        self.deeds.answered.connect(self._answer)
        self.deeds.changed.connect(self.refresh)
        self.deeds.badge_changed.connect(self.badge_changed)
        self._timer = QTimer(self, interval=_OVERVIEW_EVERY_MS)
        self._timer.timeout.connect(self.look_around)
        self._timer.start()
        self._is_watching = False
        self._seen = -1
        self._watch = QTimer(self, interval=_REQUESTS_EVERY_MS)
        self._watch.timeout.connect(self._look_for_changes)
        self._watch.start()

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
        if chosen is not None:
            self._is_chosen = True
            self._serve(chosen)

    def look_around(self) -> None:
        """Serve the session that is due, and fetch what other programs wrote; every ten seconds.

        A session that somebody chose is served until it closes.
        """
        now = self.now()
        if not self._is_chosen or now > self._session.closes_at:
            self._is_chosen = False
            self._serve(self.event_served.session_at(now))
        self.refresh()

    def _serve(self, session: Session) -> None:
        if session != self._session:
            self._session = session
            self.session_changed.emit(session)
            self.refresh()

    def take_scan(self, text: str) -> None:
        """Answer the text of a code, whichever device read it."""
        self._record("scan", text, self._scan())

    def check_in(
        self,
        registration_id: str,
        *,
        confirm: bool = False,
        answers: Mapping[str, object] | None = None,
        signing: Signing | None = None,
    ) -> None:
        """Check in a person who was found by name; ``confirm`` admits a pending one."""
        scan = self._scan()._replace(confirm=confirm, answers=dict(answers or {}))
        more = () if signing is None else (signing,)
        self._record("check_in", registration_id, scan, *more)

    def look(self, text: str, done: Callable[[Arrival], None]) -> None:
        """Ask what a scan would come to and what is to be asked first; writes nothing."""
        self._ask("check_in", "look", done, self._session, text, self._scan())

    def look_at(self, registration_id: str, done: Callable[[Arrival], None]) -> None:
        """Ask the same of a person who was found by name."""
        self._ask("check_in", "look_at", done, self._session, registration_id, self._scan())

    def _scan(self) -> Scan:
        return Scan(self.now(), Direction.AUTO)

    def _record(self, service: str, what: str, scan: Scan, *more: object) -> None:
        self.asked.emit()
        self._ask("check_in", service, self._answer, self._session, what, scan, *more)

    def _answer(self, verdict: Verdict) -> None:
        self.answered.emit(verdict)
        QTimer.singleShot(_PAINTED_MS, self, partial(self._follow, verdict))

    def _follow(self, verdict: Verdict) -> None:
        """See to what a verdict brings with it, once it is painted."""
        if verdict.entry:
            self.refresh()
        if verdict.badge_job and verdict.registration:
            self.badge_changed.emit(verdict.registration.id)

    def undo(self, entry_id: str, done: Callable[[], None]) -> None:
        """Undo an entry that this desk has just made, with the reason that says so."""

        def undone(_: object) -> None:
            done()
            self.refresh()

        self._ask("check_in", "void", undone, entry_id, "undone at the desk")

    def find(self, text: str, done: Callable[[list[Hit]], None]) -> None:
        """Find people for staff, best first, with their presence in the session."""
        self._ask("lookup", "find", done, text, self._session)

    def find_cards(self, typed: str, done: Callable[[Cards], None]) -> None:
        """Find masked candidates for a guest who typed initials or Latin letters."""
        self._ask("lookup", "find_cards", done, typed)

    def match_digits(
        self, registration_ids: list[str], digits: str, done: Callable[[list[str]], None]
    ) -> None:
        """Return which of the candidates have these last four digits."""
        self._ask("lookup", "match_digits", done, registration_ids, digits)

    def show(
        self, registration_id: str, done: Callable[[Sheet], None], *, is_asked: bool = True
    ) -> None:
        """Fetch everything staff see of one person; where nobody asked, a failure is logged."""
        fetch = self._ask if is_asked else self._quietly
        fetch("lookup", "sheet", done, registration_id)

    def keep_consent(
        self, registration_id: str, answers: Mapping[str, bool], done: Callable[[object], None]
    ) -> None:
        """Keep what a person agreed to, or refused."""
        self._ask("consent", "keep", done, registration_id, dict(answers))

    def register(
        self,
        form: WalkInForm,
        consents: Mapping[str, bool],
        done: Callable[[Registered], None],
        failed: Callable[[KioskError], None],
    ) -> None:
        """Put a walk-in on the roster; ``failed`` hears what was typed wrong."""
        self._lanes.run(
            "desk", call, "walk_in", "register", self._desk, form, dict(consents),
            done=done, failed=lambda error: failed(worded(error)), owner=self,
        )  # fmt: skip

    def find_organisations(self, typed: str, done: Callable[[list[str]], None]) -> None:
        """Find organisations of the roster for what is typed of one; a failure is logged."""
        self._quietly("walk_in", "organisations", done, typed)

    def course_day(
        self, registration_id: str, done: Callable[[CourseDay], None], *, is_asked: bool = True
    ) -> None:
        """Fetch a trainee's hours of today and so far."""
        fetch = self._ask if is_asked else self._quietly
        fetch("course", "day_of", done, registration_id, self.now())

    def raise_request(
        self,
        kind: RequestKind,
        why: str,
        registration_id: str,
        done: Callable[[DeskRequest], None],
    ) -> None:
        """Ask the desk for something; a failure is logged, for the guest walks there anyway."""

        def raised(request: DeskRequest) -> None:
            done(request)
            self.requests_changed.emit()

        self._quietly("desk_requests", "raise_request", raised, kind, why, registration_id)

    def find_request(self, request_id: str, done: Callable[[DeskRequest], None]) -> None:
        """Fetch a request as it stands."""
        self._quietly("desk_requests", "find", done, request_id)

    def list_requests(self, done: Callable[[list[Asked]], None]) -> None:
        """Fetch what is open with the names of the people it is for, the oldest first."""
        self._quietly("desk_requests", "asked", done, self.now())

    def accept_request(self, request_id: str, by: str) -> None:
        """Say at the desk who comes."""
        self._move_request("accept", request_id, by)

    def close_request(self, request_id: str) -> None:
        """End a request at the desk."""
        self._move_request("close", request_id)

    def withdraw_request(self, request_id: str) -> None:
        """Take a request back at the touchscreen."""
        self._move_request("withdraw", request_id)

    def _move_request(self, service: str, *arguments: object) -> None:
        moved = self.requests_changed.emit
        self._quietly("desk_requests", service, lambda _: moved(), *arguments)

    def check_pin(self, pin: str, done: Callable[[PinCheck], None]) -> None:
        """Ask whether this is the administration's PIN; the tries are counted on the disk."""
        lane_call = ("pin", "check", self._desk, pin, self.now())
        self._lanes.run("desk", call, *lane_call, done=done, failed=self._fail, owner=self)

    def draw_pin(self, done: Callable[[str | None], None]) -> None:
        """Set a PIN where there is none; ``done`` is told it this once, else None."""
        self._quietly("pin", "draw", done)

    def change_settings(self, **changes: object) -> None:
        """Keep changed settings of this desk; ``settings_changed`` follows."""

        def changed(settings: DeskSettings) -> None:
            self._desk.settings = settings
            self.settings_changed.emit()

        self._ask("desk_settings", "keep", changed, changes)

    def probe(self, done: Callable[[object], None]) -> None:
        """Try whether the store can be written; ``done`` is called only where it can."""
        self._quietly("desk_settings", "probe", done)

    def _look_for_changes(self) -> None:
        """See whether anybody wrote into the file: another program, or this one's other face."""
        if self._is_watching:
            return
        self._is_watching = True
        self._lanes.run(
            "desk", self._desk.store.changes,
            done=self._see_changes, failed=self._see_nothing, owner=self,
        )  # fmt: skip

    def _see_changes(self, number: int) -> None:
        self._is_watching = False
        # The first number counts as news too: what was written before it, nobody has been told of.
        if number != self._seen:
            self._seen = number
            self.requests_changed.emit()

    def _see_nothing(self, error: Exception) -> None:
        self._is_watching = False
        log.warning("the file could not be watched: %s", error)

    def refresh(self) -> None:
        """Fetch counts, the latest entries and the guests still to come.

        While they are under way they are asked for only once more: a queue of scans goes first.
        """
        if self._is_counting:
            self._is_outdated = True
            return
        self._is_counting, self._is_outdated = True, False
        self._lanes.run(
            "desk", call, "attendance", "overview", self._desk, self._session, self.now(),
            done=self._count, failed=self._miss_counts, owner=self,
        )  # fmt: skip

    def _count(self, overview: Overview) -> None:
        self._is_counting = False
        self.overview_changed.emit(overview)
        if self._is_outdated:
            self.refresh()

    def _miss_counts(self, error: Exception) -> None:
        # Nobody asked for them, and the next look comes by itself: staff are not told of a failure.
        self._is_counting = False
        log.warning("the counts could not be read: %s", error)

    def print_again(self, registration_id: str) -> None:
        """Queue one more badge of a person; ``badge_changed`` follows."""
        moved = partial(self.badge_changed.emit, registration_id)
        self._ask("badges", "queue_again", lambda _: moved(), registration_id)

    def steer_badges(self, act: str, done: Callable[[Any], None], *arguments: object) -> None:
        """Do one act of ``services.badge_jobs``; a failure is logged, and the queue read anew."""
        self._quietly("badge_jobs", act, done, *arguments)

    def preview(self, registration: Registration, done: Callable[[QImage], None]) -> None:
        """Draw a person's badge for the screen, off this thread."""
        QTimer.singleShot(_PAINTED_MS, self, partial(self._draw, registration, done))

    def _draw(self, registration: Registration, done: Callable[[QImage], None]) -> None:
        event, template = self.event_served, self.settings.badge_template
        self._lanes.run(
            "draw", _drawn, event, registration, template, self._desk.folder,
            done=done, failed=partial(_log, "a badge's preview"), owner=self,
        )  # fmt: skip

    def _ask(
        self, module: str, service: str, done: Callable[[Any], None], *arguments: object
    ) -> None:
        """Run a service on the desk's lane, and there import it too: the windows do not wait."""
        self._lanes.run(
            "desk", call, module, service, self._desk, *arguments,
            done=done, failed=self._fail, owner=self,
        )  # fmt: skip

    def _quietly(
        self, module: str, service: str, done: Callable[[Any], None], *arguments: object
    ) -> None:
        """Run a service whose failure nobody who waits for an answer needs to hear of."""
        failed = partial(_log, f"{module}.{service}")
        self._lanes.run(
            "desk", call, module, service, self._desk, *arguments,
            done=done, failed=failed, owner=self,
        )  # fmt: skip

    def _fail(self, error: Exception) -> None:
        self.failed.emit(worded(error))


def _log(what: str, error: Exception) -> None:
    log.warning("%s failed: %s", what, worded(error))
