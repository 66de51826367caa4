"""Guide: it leads one guest after another through the flow, and asks the desk on their behalf."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from kiosk.domain.course import CourseDay
from kiosk.domain.errors import KioskError
from kiosk.domain.event import Direction
from kiosk.domain.request import RequestKind
from kiosk.domain.signing import CONFIRMED_BY_STAFF, Signing
from kiosk.domain.verdict import Outcome, Reason, Verdict
from kiosk.domain.walk_in import Registered
from kiosk.ui.check_in_desk import CheckInDesk
from kiosk.ui.self_check_in.acts import TAKE_ALL, TAKE_BACK, Act
from kiosk.ui.self_check_in.badge_watch import BadgeWatch
from kiosk.ui.self_check_in.consenting import Consenting
from kiosk.ui.self_check_in.desk_words import Cause, Why
from kiosk.ui.self_check_in.door import Door
from kiosk.ui.self_check_in.finder import Script
from kiosk.ui.self_check_in.flow import (
    ASKED_AT_THE_DOOR,
    FINDING,
    KEPT_OUT_OF,
    LET_IN,
    TYPED,
    VERDICTS,
    State,
    Trigger,
    takes_scans,
)
from kiosk.ui.self_check_in.lock import Lock
from kiosk.ui.self_check_in.name_search import NameSearch
from kiosk.ui.self_check_in.registering import Registering
from kiosk.ui.self_check_in.requests import Requests
from kiosk.ui.self_check_in.steps import Steps

_BROKEN = frozenset({"STORE_FULL", "STORE_NOT_WRITABLE", "STORE_DAMAGED", "STORE_NOT_DURABLE"})
"""What no second try mends: nobody can be checked in here until somebody has seen to it."""

PROBE_S = 5.0
"""How often it is tried whether the record can be written again."""

_TYPES_AHEAD = frozenset({Act.LETTER, Act.KEY, Act.DIGIT, Act.PIN_KEY})


class Guide(QObject):
    """Take scans and presses, and tell what to show.

    ``moved`` carries the State entered, ``changed`` says that the same state shows something else,
    ``ended`` that a guest has gone. ``badge_drawn`` carries the QImage of the badge of the verdict
    on show. The clock gives seconds.
    """

    moved = Signal(object)
    changed = Signal()
    ended = Signal()
    badge_drawn = Signal(QImage)

    def __init__(
        self, desk: CheckInDesk, clock: Callable[[], float], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._clock = desk, clock
        self.steps = Steps(desk, clock, self)
        self.flow = self.steps.flow
        self.search = NameSearch(self.steps, self._find_ended)
        self.finder = self.search.finder
        self.door = Door(self.steps, self._show_verdict)
        self.consenting = Consenting(self.steps, self.door)
        self.registering = Registering(self.steps, self._take_registered)
        self.consenting.registering = self.registering
        self.requests = Requests(self.steps)
        self.badge = BadgeWatch(self.steps, self.requests)
        self.lock = Lock(self.steps)
        self.verdict: Verdict | None = None
        self.why: Why | None = None
        self.day: CourseDay | None = None
        self.was_known = False
        self.is_broken = False
        self._held_code = ""
        self._probed_at = clock()
        self._connect()
        self._handlers = self._acts()

    def _connect(self) -> None:
        self.steps.moved.connect(self._enter)
        self.steps.changed.connect(self.changed)
        self.steps.refused.connect(self._refuse)
        self.badge.drawn.connect(self.badge_drawn)
        self.badge.missed.connect(lambda: self.steps.fire(Trigger.BADGE_MISSED))
        self.badge.came.connect(lambda: self.steps.fire(Trigger.BADGE_CAME))
        self._desk.answered.connect(self._take_verdict)
        self._desk.failed.connect(self._take_failure)
        self._desk.badge_changed.connect(self.badge.look)
        self._desk.requests_changed.connect(self.requests.look)

    def _acts(self) -> dict[Act, Callable[[Any], object]]:
        steps, door = self.steps, self.door
        return {
            Act.FIND: lambda _: self.search.begin(),
            Act.REGISTER: lambda _: self._register(),
            Act.HOME: lambda _: self._go_home(),
            Act.FINISH: lambda _: self._go_home(),
            Act.SCAN_AGAIN: lambda _: steps.fire(Trigger.HOME),
            Act.BACK: lambda _: self._go_back(),
            Act.KEEP_GOING: lambda _: steps.fire(Trigger.KEEP_GOING),
            Act.CALL: lambda _: self._call(),
            Act.CANCEL_CALL: lambda _: self._cancel_call(),
            Act.LETTER: self.search.type_letter,
            Act.DIGIT: self.search.type_digit,
            Act.CARD: self.search.choose_card,
            Act.NOT_LISTED: lambda _: self._refuse(Cause.NOT_LISTED),
            Act.NUMBER_UNKNOWN: lambda _: self._refuse(Cause.NUMBER_UNKNOWN),
            Act.REPRINT: lambda _: self._refuse(Cause.BADGE_AGAIN),
            Act.NOT_ME: lambda _: self._refuse(Cause.NOT_ME),
            Act.NO_BADGE: lambda _: self._refuse(Cause.NO_BADGE),
            Act.READ_ON: lambda _: steps.fire(Trigger.READ_ON),
            Act.OPTION: self.consenting.tick,
            Act.AGREE: self.consenting.agree,
            Act.REFUSE: lambda _: self.consenting.refuse(),
            Act.NEXT: lambda _: self._next(),
            Act.KEY: self._type,
            Act.PICK: self._pick,
            Act.SKIP: lambda _: self._skip(),
            Act.ANSWER: self._answer,
            Act.SIGN: lambda strokes: door.take_signing(Signing(strokes)),
            Act.CANNOT_SIGN: lambda _: door.take_signing(CONFIRMED_BY_STAFF),
            Act.STAY: lambda _: self._go_home(),
            Act.LEAVE: lambda _: door.leave(),
            Act.PIN_KEY: self.lock.type,
        }

    @property
    def state(self) -> State:
        """Return what is to be shown."""
        return self.flow.state

    def act(self, act: Act, value: object = None) -> bool:
        """Do what a guest pressed; while an answer is under way only typing ahead is taken."""
        handler = self._handlers.get(act)
        if handler is None:
            return False
        self.flow.touch()
        is_typing = act in _TYPES_AHEAD and not self.steps.is_locked
        waits_for_typing = self.state in (State.DIGITS, State.PIN) and self.steps.is_waiting
        if not self.steps.takes_touches and (not is_typing or waits_for_typing):
            return False
        handler(value)
        return True

    def tick(self) -> None:
        """Move on where a time is up, also that of an answer: until it is there, no other is."""
        if self.steps.is_hopeless:
            self._give_up()
        self.badge.tick()
        self.lock.tick()
        self._probe()
        if not self.steps.is_waiting and self.flow.tick():
            self.steps.enter()
            if self.state in (State.WELCOME, State.OUT_OF_SERVICE):
                self.ended.emit()

    def _probe(self) -> None:
        if not self.is_broken or self._clock() - self._probed_at < PROBE_S:
            return
        self._probed_at = self._clock()
        self._desk.probe(self._mend)

    def _mend(self, _: object = None) -> None:
        self.is_broken = False
        self.steps.fire(Trigger.MENDED)

    def take_scan(self, text: str) -> bool:
        """Ask what a code's text means; tell whether the state on show takes scans."""
        if not takes_scans(self.state):
            return False
        if self.door.is_answering:
            self._held_code = text  # its turn comes once the guest before it is answered
            return True
        if self.state in VERDICTS:
            self.requests.expect_another()
        if self.state in LET_IN:
            self.ended.emit()
        self._begin_errand()
        self.door.arrive_with_code(text)
        return True

    def _take_held_code(self) -> None:
        """Take the code that was shown while another guest's answer was under way."""
        text, self._held_code = self._held_code, ""
        if text:
            self.take_scan(text)

    def _begin_errand(self) -> None:
        self.registering.forget()
        self.consenting.begin()
        self.was_known = False

    def _register(self) -> None:
        self.consenting.begin()
        self.registering.begin()

    def unlock(self) -> None:
        """Ask for the PIN: somebody made the hidden gesture."""
        # The pad would wait for what was asked on behalf of a guest, who is not told any more.
        self.steps.answered()
        self.lock.begin()
        self.steps.fire(Trigger.UNLOCK)

    def listen(self) -> bool:
        """Show how voice guidance works, which has just been switched on; False where it cannot.

        It cannot while an answer is under way, which would not be for what is on show then.
        """
        return not self.steps.is_waiting and self.steps.fire(Trigger.LISTEN)

    def stop_listening(self) -> None:
        """Return from how it works to where the guest was; elsewhere nothing moves."""
        if self.state is State.VOICE and not self.steps.is_waiting:
            self.steps.fire(Trigger.BACK)

    def begin_with(self, script: Script) -> None:
        """Offer these letters to the next guest."""
        self.finder.use(script)

    def _go_home(self) -> None:
        is_over = self.state in VERDICTS | {State.GOODBYE, State.LEAVING}
        if self.steps.fire(Trigger.HOME) and is_over:
            self.ended.emit()

    def _go_back(self) -> None:
        if self.state is State.CALLED:
            self._cancel_call()
        else:
            self.steps.fire(Trigger.BACK)

    def _find_ended(self, registration_id: str) -> None:
        self._begin_errand()
        self.door.arrive_by_name(registration_id)

    def _next(self) -> None:
        if self.state is State.OPTIONS:
            self.consenting.finish()
        elif self.state is State.QUESTION:
            if not self.door.answer_typed():
                self.changed.emit()
        else:
            self.registering.next()

    def _type(self, sent: str) -> None:
        if self.state is State.QUESTION:
            self.door.type(sent)
        elif self.state not in TYPED:
            return
        elif sent == TAKE_BACK:
            self.registering.delete()
        elif sent == TAKE_ALL:
            self.registering.clear()
        else:
            self.registering.type(sent)

    def _pick(self, choice: str) -> None:
        if self.state is State.QUESTION:
            self.door.pick(choice)
        else:
            self.registering.pick(choice)

    def _skip(self) -> None:
        if self.state is State.QUESTION:
            self.door.skip_question()
        else:
            self.registering.skip()

    def _answer(self, answer: object) -> None:
        if self.state is State.QUESTION and not self.door.take_answer(answer):
            self.changed.emit()

    def _take_registered(self, who: Registered) -> None:
        # What is still to be asked is asked at the door, of whoever it turned out to be.
        self.registering.is_begun = False
        self.was_known = who.was_known
        self.door.arrive_by_name(who.registration_id)

    def _call(self) -> None:
        if self.state is State.CALLED:
            self._cancel_call()
        elif self.steps.fire(Trigger.CALL):
            self.requests.raise_request(RequestKind.CALL, "CALL")

    def _cancel_call(self) -> None:
        self.requests.withdraw()
        self.steps.fire(Trigger.BACK)

    def _take_verdict(self, verdict: Verdict) -> None:
        self.steps.answered()
        if takes_scans(self.state):
            self._show_verdict(verdict)

    def _show_verdict(self, verdict: Verdict) -> None:
        self.steps.answered()
        self.verdict, self.why = verdict, None
        person = verdict.registration.id if verdict.registration else ""
        if verdict.outcome is Outcome.ADMIT:
            self.requests.settle(person)
            goes = verdict.direction is Direction.OUT
            self.day = None
            self.steps.fire(Trigger.WENT_OUT if goes else Trigger.ADMITTED)
            if goes:
                self._fetch_day(verdict)
            else:
                self.badge.begin(verdict)
        elif verdict.reason is Reason.ALREADY_IN:
            self.requests.settle(person)
            self.steps.fire(Trigger.KNOWN)
        else:
            self.why = verdict.reason
            self._ask_desk(verdict)
            self.steps.fire(Trigger.REFUSED)
        self._take_held_code()

    def _fetch_day(self, verdict: Verdict) -> None:
        if verdict.registration is None or self._desk.event_served.course is None:
            return

        def seen(day: CourseDay) -> None:
            if self.verdict is verdict:
                self.day = day
                self.changed.emit()

        self._desk.course_day(verdict.registration.id, seen, is_asked=False)

    def _take_failure(self, error: KioskError) -> None:
        # Only what was asked for a guest concerns the guest; the desk's own look-ups fail unseen.
        if not self.steps.is_waiting:
            return
        if error.code in _BROKEN:
            self.is_broken, self._probed_at = True, self._clock()
        self._give_up()

    def _give_up(self) -> None:
        self.steps.answered()
        if self.state is State.PIN:
            self.lock.fail()
        else:
            self._refuse(self.steps.feared)

    def _refuse(self, why: Why) -> None:
        about = self.verdict if self.state in (State.ALREADY, State.GOODBYE) else None
        person = about.registration.id if about and about.registration else ""
        if not person and self.door.person is not None:
            person = self.door.person.id
        self.verdict, self.why = None, why
        self.requests.clear()
        if why is not Cause.NOT_SAVED:
            self.requests.raise_request(RequestKind.HELP, str(why.value), person)
        self.steps.fire(Trigger.REFUSED)
        self._take_held_code()

    def _ask_desk(self, verdict: Verdict) -> None:
        person = verdict.registration.id if verdict.registration else ""
        self.requests.clear()
        self.requests.raise_request(RequestKind.HELP, verdict.reason.value, person)

    def _enter(self, state: State) -> None:
        if state not in FINDING:
            self.search.forget()
        if state in KEPT_OUT_OF:
            self.door.forget()
            self.consenting.begin()
        if state in (State.WELCOME, State.PIN):
            self.registering.forget()
            self.consenting.begin()
            self._held_code = ""
        if state is State.WELCOME:
            self.requests.clear()
            self.verdict, self.why, self.day, self.was_known = None, None, None, False
            self.badge.forget()
            self.lock.forget()
            if self.is_broken and self.flow.fire(Trigger.BROKE):
                self.steps.enter()
                return
        self.moved.emit(state)
        if state in ASKED_AT_THE_DOOR and not self.steps.is_waiting:
            self._take_held_code()
