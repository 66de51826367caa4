"""BadgeWatch: whether the badge of the verdict on show comes out, or waits at the desk."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from kiosk.domain.found import BadgeState, Sheet
from kiosk.domain.registration import Registration
from kiosk.domain.request import RequestKind
from kiosk.domain.verdict import Verdict
from kiosk.ui.self_check_in.flow import State
from kiosk.ui.self_check_in.requests import Requests
from kiosk.ui.self_check_in.steps import Steps
from kiosk.ui.self_check_in.verdict_ok import BadgeWay

PATIENCE_S = 8.0
"""After how long without progress of the printer the desk takes over (flows, the badge)."""

TAKE_S = 4.0
"""How long the verdict stays once the badge is out (tokens.json, verdict_ok_after_print)."""

_AT_WORK = frozenset({BadgeState.PRINTING, BadgeState.PRINTED})
"""What tells that the printer gets on, be it with the badge of somebody before."""

_WATCHED = frozenset({State.OK, State.PRINT_FAULT})

_NOT_PRINTED = frozenset({BadgeState.FAILED, BadgeState.UNSURE, BadgeState.NO_PRINTER})


class BadgeWatch(QObject):
    """Hold the verdict until its badge is out.

    ``missed`` says that it waits at the desk, ``came`` that it has come out after all.
    """

    drawn = Signal(QImage)
    missed = Signal()
    came = Signal()

    def __init__(self, steps: Steps, requests: Requests) -> None:
        super().__init__(steps)
        self._steps, self._requests = steps, requests
        self._verdict: Verdict | None = None
        self._missed_job = ""
        self._moved_at = steps.clock()

    @property
    def way(self) -> BadgeWay:
        """Return where the badge of the verdict comes from."""
        verdict = self._verdict
        if verdict is None or not verdict.badge_job:
            return BadgeWay.NONE
        comes = self._steps.desk.settings.printer and verdict.badge_job != self._missed_job
        return BadgeWay.SLOT if comes else BadgeWay.DESK

    def way_of(self, verdict: Verdict) -> BadgeWay:
        """Return where a verdict's badge comes from, before it is watched."""
        self._verdict = verdict
        return self.way

    def begin(self, verdict: Verdict) -> None:
        """Watch over a verdict's badge, and draw it."""
        self._verdict, self._missed_job = verdict, ""
        self._moved_at = self._steps.clock()
        if self._steps.state is not State.OK or verdict.registration is None:
            return
        if self.way is BadgeWay.DESK:
            self._ask_desk()
        if self.way is BadgeWay.SLOT:
            self._steps.flow.is_held = True
            self._draw(verdict, verdict.registration)

    def _draw(self, verdict: Verdict, person: Registration) -> None:
        def drawn(badge: QImage) -> None:
            if self._verdict is verdict and self._steps.state is State.OK:
                self.drawn.emit(badge)

        self._steps.desk.preview(person, drawn)

    def forget(self) -> None:
        """Forget the verdict."""
        self._verdict, self._missed_job = None, ""

    def tick(self) -> None:
        """Wait no longer for a printer that says nothing, unless the next guest waits already."""
        flow = self._steps.flow
        if self._steps.is_waiting:
            return
        idle_s = self._steps.clock() - self._moved_at
        if flow.state is State.OK and flow.is_held and idle_s > PATIENCE_S:
            self._miss()

    def look(self, registration_id: str) -> None:
        """See what has become of a badge whose job has moved on: the guest's, or one before it."""
        verdict = self._verdict
        person = verdict.registration if verdict else None
        if verdict is None or person is None or not self._is_watched:
            return

        def seen(sheet: Sheet) -> None:
            if self._verdict is not verdict or not self._is_watched:
                return
            if sheet.badge in _AT_WORK:
                self._moved_at = self._steps.clock()
            if person.id == registration_id:
                self._take(sheet.badge, verdict, person)

        self._steps.desk.show(registration_id, seen, is_asked=False)

    @property
    def _is_watched(self) -> bool:
        verdict = self._verdict
        prints = verdict is not None and verdict.badge_job and self._steps.desk.settings.printer
        return bool(prints) and self._steps.state in _WATCHED

    def _take(self, badge: BadgeState, verdict: Verdict, person: Registration) -> None:
        is_missed = self._missed_job == verdict.badge_job
        if badge in _NOT_PRINTED and not is_missed:
            self._miss()
        elif badge is BadgeState.PRINTED and is_missed:
            self._come(verdict, person)
        elif badge is BadgeState.PRINTED and self._steps.flow.is_held:
            self._let_go()

    def _come(self, verdict: Verdict, person: Registration) -> None:
        """Send the guest to the slot after all, while they still stand here."""
        if self._steps.is_waiting:
            return
        self._missed_job = ""
        self._requests.withdraw()
        self.came.emit()
        self._draw(verdict, person)
        self._let_go()

    def _let_go(self) -> None:
        self._steps.flow.is_held = False
        self._steps.flow.last_at_least(TAKE_S)

    def _miss(self) -> None:
        self._missed_job = self._verdict.badge_job if self._verdict else ""
        self._ask_desk()
        if not self._steps.is_waiting:  # else the next guest has scanned, and is answered now
            self.missed.emit()

    def _ask_desk(self) -> None:
        person = self._verdict.registration if self._verdict else None
        self._requests.raise_request(RequestKind.BADGE, "BADGE", person.id if person else "")
