"""Guide: it leads one guest after another through the flow, and asks the desk on their behalf."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from kiosk.domain.errors import KioskError
from kiosk.domain.found import BadgeState, Cards, Sheet
from kiosk.domain.verdict import Outcome, Reason, Verdict
from kiosk.ui.check_in_desk import CheckInDesk
from kiosk.ui.self_check_in.desk_words import Cause, Why
from kiosk.ui.self_check_in.finder import Check, Finder, Finding, Script
from kiosk.ui.self_check_in.flow import Flow, State, Trigger
from kiosk.ui.self_check_in.verdict_ok import BadgeWay
from kiosk.ui.widgets.keypad import BACK, CLEAR, SWITCH

DEBOUNCE_S = 0.3
SWAP_LOCK_S = 0.4
"""How long nothing is taken after the keys under a finger have changed (tokens.json, durations)."""

SLOW_S = 0.4
"""After how long an answer that is under way is worth a word."""

GIVE_UP_S = 10.0
"""After how long without any answer the desk takes over; an answer that still comes is shown."""

_VERDICTS = frozenset({State.OK, State.ALREADY, State.TO_DESK})
_NOT_PRINTED = frozenset({BadgeState.FAILED, BadgeState.UNSURE, BadgeState.NO_PRINTER})


class Guide(QObject):
    """Take scans and touches, and tell what to show.

    ``moved`` carries the State entered, ``changed`` says that the same state shows something else,
    ``ended`` that a guest has gone. ``badge_drawn`` carries the QImage of the badge of the verdict
    on show, and ``badge_missed`` says that no printer brought it. The clock gives seconds.
    """

    moved = Signal(object)
    changed = Signal()
    ended = Signal()
    badge_drawn = Signal(QImage)
    badge_missed = Signal()

    def __init__(
        self, desk: CheckInDesk, clock: Callable[[], float], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._clock = desk, clock
        self.flow, self.finder = Flow(clock), Finder(clock)
        self.finding, self.was_wrong = Finding.NOTHING_TYPED, False
        self.verdict: Verdict | None = None
        self.why: Why | None = None
        self._errand = 0
        self._locked_until = 0.0
        self._waiting_since: float | None = None
        self._feared = Cause.NOT_SAVED
        desk.answered.connect(self._take_verdict)
        desk.failed.connect(self._take_failure)
        desk.badge_changed.connect(self._look_after_badge)

    @property
    def state(self) -> State:
        """Return what is to be shown."""
        return self.flow.state

    @property
    def badge_way(self) -> BadgeWay:
        """Return where the badge of the verdict on show comes from."""
        if self.verdict is None or not self.verdict.badge_job:
            return BadgeWay.NONE
        comes = self._desk.settings.printer and self.verdict.badge_job != self._missed_job
        return BadgeWay.SLOT if comes else BadgeWay.DESK

    @property
    def is_slow(self) -> bool:
        """Tell whether an answer has been under way for long enough to say so."""
        since = self._waiting_since
        return since is not None and self._clock() - since > SLOW_S

    @property
    def takes_touches(self) -> bool:
        """Tell whether a touch counts now: no answer under way, no screen that has just changed."""
        return self._waiting_since is None and self._clock() >= self._locked_until

    def tick(self) -> None:
        """Move on where a time is up, also that of an answer."""
        since = self._waiting_since
        if since is not None and self._clock() - since >= GIVE_UP_S:
            self._give_up()
        before = self.state
        if self.flow.tick():
            self._enter()
            if self.state is State.WELCOME and before is not State.WELCOME:
                self.ended.emit()

    def take_scan(self, text: str) -> None:
        """Ask what a code's text means; scans are never dropped, whatever the screen shows."""
        self._wait(Cause.NOT_SAVED)
        self._desk.take_scan(text)

    def find(self) -> None:
        """Begin to look for a name."""
        if self._touched():
            self.finder.use(self.finder.script)
            self.finding = Finding.NOTHING_TYPED
            self._fire(Trigger.FIND)

    def go_home(self) -> None:
        """Return to the welcome, and forget what was typed."""
        if self._touched():
            is_over = self.state in (State.ALREADY, State.GOODBYE)
            if self._fire(Trigger.HOME) and is_over:
                self.ended.emit()

    def keep_going(self) -> None:
        """Go on where the guest was."""
        if self._touched():
            self._fire(Trigger.KEEP_GOING)

    def go_to_desk(self, why: Why) -> None:
        """Ask to the desk because the guest said so."""
        if self._touched():
            self._refuse(why)

    def begin_with(self, script: Script) -> None:
        """Offer these letters to the next guest."""
        self.finder.use(script)

    def type_letter(self, sent: str) -> None:
        """Take a key of the letter keypads; letters may be typed ahead of the answers."""
        if self.state is not State.LETTERS or self._clock() < self._locked_until:
            return
        self.flow.touch()
        if sent == SWITCH:
            latin = self.finder.script is Script.LATIN
            self.finder.use(Script.HANGUL if latin else Script.LATIN)
        elif sent == BACK:
            self.finder.delete_letter()
        else:
            self.finder.type_letter(sent)
        self._search()

    def _search(self) -> None:
        errand = self._next_errand()
        if not self.finder.typed:
            self._waiting_since = None
            self._take_cards(errand, Cards(0))
            return
        self.changed.emit()
        self._wait(Cause.NO_ANSWER)
        self._desk.find_cards(self.finder.typed, lambda found: self._take_cards(errand, found))

    def _take_cards(self, errand: int, found: Cards) -> None:
        if errand != self._errand or self.state is not State.LETTERS:
            return
        self._waiting_since = None
        self.finding = self.finder.take(found)
        if self.finding is Finding.CROWD:
            self._refuse(Cause.CROWD)
        elif self.finding is Finding.ENOUGH:
            self._ask_digits()
        else:
            self.changed.emit()

    def choose_card(self, registration_id: str) -> None:
        """Take the card that was touched: on to the digits, or, among twins, straight in."""
        if not self._touched():
            return
        if self.state is State.TWINS:
            self._check_in(registration_id)
            return
        self.finder.choose(registration_id)
        if self.state is State.LETTERS:
            self._ask_digits()
        elif self.finder.begin_digits() is Check.NO_NUMBER:
            self._refuse(Cause.NO_NUMBER)
        else:
            self.changed.emit()

    def _ask_digits(self) -> None:
        check = self.finder.begin_digits()
        self.was_wrong = False
        self._missed_job = ""
        if check is Check.ASK:
            self._fire(Trigger.FEW)
        else:
            self._refuse(Cause.NO_NUMBER if check is Check.NO_NUMBER else Cause.CLOSED_NAME)

    def type_digit(self, sent: str) -> None:
        """Take a key of the digit keypad; nothing typed and taken back means: the letters again."""
        if self.state is not State.DIGITS or not self._touched():
            return
        self.was_wrong = self.was_wrong and sent in (BACK, CLEAR)
        if sent in (BACK, CLEAR):
            self._take_back(sent)
        elif self.finder.type_digit(sent):
            self.changed.emit()
            self._match()
        else:
            self.changed.emit()

    def _take_back(self, sent: str) -> None:
        if not self.finder.delete_digit():
            self.finding = Finding.FEW
            self._fire(Trigger.RETYPE)
            return
        if sent == CLEAR:
            self.finder.digits = ""
        self.changed.emit()

    def _match(self) -> None:
        errand = self._next_errand()
        self._wait(Cause.NO_ANSWER)
        self._desk.match_digits(
            self.finder.askable, self.finder.digits, lambda found: self._take_matches(errand, found)
        )

    def _take_matches(self, errand: int, found: Sequence[str]) -> None:
        if errand != self._errand or self.state is not State.DIGITS:
            return
        self._waiting_since = None
        check = self.finder.check(list(found))
        if check is Check.ONE:
            self._check_in(found[0])
        elif check is Check.SEVERAL:
            self._fire(Trigger.SAME_DIGITS)
        elif check is Check.TOO_OFTEN:
            self._refuse(Cause.TOO_OFTEN)
        else:
            self.was_wrong = True
            self.changed.emit()

    def _check_in(self, registration_id: str) -> None:
        self._next_errand()
        self._wait(Cause.NOT_SAVED)
        self._desk.check_in(registration_id)

    def _take_verdict(self, verdict: Verdict) -> None:
        self._waiting_since = None
        self.verdict, self.why = verdict, None
        self._missed_job = ""
        if verdict.outcome is Outcome.ADMIT:
            self._fire(Trigger.ADMITTED)
            self._draw_badge(verdict)
        elif verdict.reason is Reason.ALREADY_IN:
            self._fire(Trigger.KNOWN)
        else:
            self.why = verdict.reason
            self._fire(Trigger.REFUSED)

    def _take_failure(self, _error: KioskError) -> None:
        # Only what was asked for a guest concerns the guest; the desk's own look-ups fail unseen.
        if self._waiting_since is not None:
            self._give_up()

    def _give_up(self) -> None:
        self._waiting_since = None
        self._refuse(self._feared)

    def _draw_badge(self, verdict: Verdict) -> None:
        if self.badge_way is not BadgeWay.SLOT or verdict.registration is None:
            return

        def drawn(badge: QImage) -> None:
            if self.verdict is verdict and self.state is State.OK:
                self.badge_drawn.emit(badge)

        self._desk.preview(verdict.registration, drawn)

    def _look_after_badge(self, registration_id: str) -> None:
        verdict = self.verdict
        shown = verdict.registration if verdict else None
        if self.state is not State.OK or shown is None or shown.id != registration_id:
            return

        def seen(sheet: Sheet) -> None:
            if self.verdict is verdict and self.state is State.OK and sheet.badge in _NOT_PRINTED:
                self._missed_job = verdict.badge_job if verdict else ""
                self.badge_missed.emit()

        if self.badge_way is BadgeWay.SLOT:
            self._desk.show(registration_id, seen)

    def _refuse(self, why: Why) -> None:
        self.verdict, self.why = None, why
        self._fire(Trigger.REFUSED)

    def _fire(self, trigger: Trigger) -> bool:
        if not self.flow.fire(trigger):
            return False
        self._enter()
        return True

    def _enter(self) -> None:
        self._next_errand()
        lock = SWAP_LOCK_S if self.state is State.DIGITS else DEBOUNCE_S
        self._locked_until = self._clock() + lock
        if self.state in _VERDICTS or self.state is State.WELCOME:
            self.finder.forget()
            self.was_wrong = False
        if self.state is State.WELCOME:
            self.verdict, self.why = None, None
        self.moved.emit(self.state)

    def _touched(self) -> bool:
        self.flow.touch()
        return self.takes_touches

    def _wait(self, feared: Cause) -> None:
        """Wait for an answer; ``feared`` is what a guest is told if none comes."""
        if self._waiting_since is None:
            self._waiting_since = self._clock()
        self._feared = feared

    def _next_errand(self) -> int:
        self._errand += 1
        return self._errand
