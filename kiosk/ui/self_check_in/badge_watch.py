"""BadgeWatch: whether the badge of the verdict on show comes out, or waits at the desk."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from kiosk.domain.found import BadgeState, Sheet
from kiosk.domain.request import RequestKind
from kiosk.domain.verdict import Verdict
from kiosk.ui.self_check_in.flow import State
from kiosk.ui.self_check_in.requests import Requests
from kiosk.ui.self_check_in.steps import Steps
from kiosk.ui.self_check_in.verdict_ok import BadgeWay

PATIENCE_S = 8.0
"""After how long without a word from the printer the desk takes over (flows, the badge)."""

TAKE_S = 4.0
"""How long the verdict stays once the badge is out (tokens.json, verdict_ok_after_print)."""

_NOT_PRINTED = frozenset({BadgeState.FAILED, BadgeState.UNSURE, BadgeState.NO_PRINTER})


class BadgeWatch(QObject):
    """Hold the verdict until its badge is out; ``missed`` says that it waits at the desk."""

    drawn = Signal(QImage)
    missed = Signal()

    def __init__(self, steps: Steps, requests: Requests) -> None:
        super().__init__(steps)
        self._steps, self._requests = steps, requests
        self._verdict: Verdict | None = None
        self._missed_job = ""

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
        if self._steps.state is not State.OK or verdict.registration is None:
            return
        if self.way is BadgeWay.DESK:
            self._ask_desk()
        if self.way is not BadgeWay.SLOT:
            return
        self._steps.flow.is_held = True

        def drawn(badge: QImage) -> None:
            if self._verdict is verdict and self._steps.state is State.OK:
                self.drawn.emit(badge)

        self._steps.desk.preview(verdict.registration, drawn)

    def forget(self) -> None:
        """Forget the verdict."""
        self._verdict, self._missed_job = None, ""

    def tick(self) -> None:
        """Wait no longer for a printer that says nothing, unless the next guest waits already."""
        flow = self._steps.flow
        if self._steps.is_waiting:
            return
        if flow.state is State.OK and flow.is_held and flow.elapsed_s > PATIENCE_S:
            self._miss()

    def look(self, registration_id: str) -> None:
        """See what has become of the badge: its job has moved on."""
        verdict = self._verdict
        shown = verdict.registration if verdict else None
        if self._steps.state is not State.OK or shown is None or shown.id != registration_id:
            return

        def seen(sheet: Sheet) -> None:
            if self._verdict is not verdict or self._steps.state is not State.OK:
                return
            if sheet.badge in _NOT_PRINTED:
                self._miss()
            elif sheet.badge is BadgeState.PRINTED and self._steps.flow.is_held:
                self._steps.flow.is_held = False
                self._steps.flow.last_at_least(TAKE_S)

        if self.way is BadgeWay.SLOT:
            self._steps.desk.show(registration_id, seen)

    def _miss(self) -> None:
        self._missed_job = self._verdict.badge_job if self._verdict else ""
        self._ask_desk()
        if not self._steps.is_waiting:  # else the next guest has scanned, and is answered now
            self.missed.emit()

    def _ask_desk(self) -> None:
        person = self._verdict.registration if self._verdict else None
        self._requests.raise_request(RequestKind.BADGE, "BADGE", person.id if person else "")
