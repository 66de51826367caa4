"""Gallery: every screen of the self check-in in every state, with invented people."""

from __future__ import annotations

import math
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from kiosk.domain.arrival import Needs
from kiosk.domain.errors import KioskError
from kiosk.domain.event import Direction, Event, QuestionKind
from kiosk.domain.found import BadgeState, Cards
from kiosk.domain.pin import PinCheck
from kiosk.domain.registration import Registration
from kiosk.domain.request import RequestState
from kiosk.domain.settings import DeskSide
from kiosk.domain.signature import Point, Signature
from kiosk.domain.verdict import Outcome, Reason, Verdict
from kiosk.ui.check_in_desk import CheckInDesk
from kiosk.ui.self_check_in.acts import TAKE_ALL, Act
from kiosk.ui.self_check_in.deck import Help
from kiosk.ui.self_check_in.desk_words import Cause
from kiosk.ui.self_check_in.flow import State
from kiosk.ui.self_check_in.modes import Access
from kiosk.ui.self_check_in.sample_desk import (
    CARDS,
    DOORS_AT,
    LONG_GUEST,
    MANY_CONSENTS,
    NOW,
    QUESTIONS,
    SAMPLE_COURSE,
    SAMPLE_EVENT,
    SAMPLE_GUEST,
    SAMPLE_SESSION,
    SampleDesk,
)
from kiosk.ui.self_check_in.window import SelfCheckInWindow

_Setting = Callable[[SelfCheckInWindow, SampleDesk], None]


class _Clock:
    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        self.now += 1e-9
        return self.now

    def pass_lock(self) -> None:
        self.now += 1.0


@contextmanager
def staged(state: Stage, size: QSize, access: Access) -> Iterator[SelfCheckInWindow]:
    """Give a window that shows a state; it is laid out, never seen, and closed in the end."""
    desk = SampleDesk(event=state.event)
    clock = _Clock()
    window = SelfCheckInWindow(cast(CheckInDesk, desk), clock=clock)
    # Shown, so that everything is laid out, and yet never seen.
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    try:
        window.resize(size)
        window.show()
        window.set_access(access)
        state.setting(window, desk)
        clock.now += 2.7
        window.tick()
        yield window
    finally:
        window.close()
        window.deleteLater()


def screens(
    size: QSize, access: Access, *, only: str = ""
) -> Generator[tuple[str, str, QWidget], None, None]:
    """Yield the screen's name, the state's name and the window, one state at a time.

    The window is closed once the next is asked for.
    """
    for state in STAGES:
        if only in state.screen:
            with staged(state, size, access) as window:
                yield state.screen, state.name, window


def _clock_of(window: SelfCheckInWindow) -> _Clock:
    return cast(_Clock, window.guide.flow.clock)


def _press(window: SelfCheckInWindow, *acts: Act | tuple[Act, object]) -> None:
    for one in acts:
        act, value = one if isinstance(one, tuple) else (one, None)
        _clock_of(window).pass_lock()
        window.guide.act(act, value)


def _verdict(
    outcome: Outcome, reason: Reason, person: Registration = SAMPLE_GUEST, badge: str = ""
) -> Verdict:
    first_at = NOW - timedelta(minutes=30) if reason is Reason.ALREADY_IN else None
    return Verdict(
        outcome,
        reason,
        registration=person,
        session=SAMPLE_SESSION,
        first_at=first_at,
        entry="sample",
        badge_job=badge,
        opens_at=DOORS_AT if reason is Reason.NOT_YET_OPEN else None,
    )


def _answer(verdict: Verdict) -> _Setting:
    return lambda _window, desk: desk.answered.emit(verdict)


def _admit(person: Registration = SAMPLE_GUEST, badge: str = "sample") -> _Setting:
    return _answer(_verdict(Outcome.ADMIT, Reason.OK, person, badge))


def _leave(_window: SelfCheckInWindow, desk: SampleDesk) -> None:
    desk.answered.emit(_verdict(Outcome.ADMIT, Reason.OK)._replace(direction=Direction.OUT))


def _warn(window: SelfCheckInWindow, desk: SampleDesk) -> None:
    desk.direction = Direction.OUT
    window.take_scan("SAMPLE")


def _type(letters: str, found: Cards) -> _Setting:
    def setting(window: SelfCheckInWindow, desk: SampleDesk) -> None:
        _press(window, Act.FIND)
        desk.found = found
        if letters.isascii() and letters:
            _press(window, (Act.LETTER, "switch"))
        _press(window, *((Act.LETTER, letter) for letter in letters))

    return setting


def _digits(digits: str, matching: Sequence[str] = ()) -> _Setting:
    def setting(window: SelfCheckInWindow, desk: SampleDesk) -> None:
        _type("ㅎㄱㄷ", Cards(3, CARDS))(window, desk)
        desk.matching = list(matching)
        _press(window, *((Act.DIGIT, digit) for digit in digits))

    return setting


def _to_desk(cause: Cause, side: DeskSide = DeskSide.LEFT) -> _Setting:
    def setting(window: SelfCheckInWindow, desk: SampleDesk) -> None:
        desk.settings = replace(desk.settings, desk_side=side)
        window.guide.steps.refuse(cause)

    return setting


def _wait_until(state: State, first: _Setting) -> _Setting:
    def setting(window: SelfCheckInWindow, desk: SampleDesk) -> None:
        desk.badge = BadgeState.PRINTED
        first(window, desk)
        desk.badge_changed.emit(SAMPLE_GUEST.id)
        while window.guide.state is not state:
            _clock_of(window).now += 1
            window.tick()

    return setting


def _camera(state: str) -> _Setting:
    return lambda window, _desk: window.set_camera_state(state)


def _see(window: SelfCheckInWindow, _desk: SampleDesk) -> None:
    frame = QImage(64, 48, QImage.Format.Format_RGB32)
    for x in range(64):
        for y in range(48):
            frame.setPixelColor(x, y, 0xFF203040 + 0x10101 * ((x * 3 + y * 2) % 96))
    window.set_camera_state("live")
    window.show_frame(frame)


def _hint(hint: str) -> _Setting:
    def setting(window: SelfCheckInWindow, _desk: SampleDesk) -> None:
        window.hint(hint)

    return setting


def _without_printer(window: SelfCheckInWindow, desk: SampleDesk) -> None:
    desk.settings = replace(desk.settings, printer="")
    _admit()(window, desk)


def _printer_fault(window: SelfCheckInWindow, desk: SampleDesk) -> None:
    desk.badge = BadgeState.FAILED
    _admit()(window, desk)
    desk.badge_changed.emit(SAMPLE_GUEST.id)


def _fail(window: SelfCheckInWindow, desk: SampleDesk) -> None:
    window.take_scan("SAMPLE")
    desk.failed.emit(KioskError("STORE_LOCKED", path="kiosk.db"))


def _break(window: SelfCheckInWindow, desk: SampleDesk) -> None:
    window.take_scan("SAMPLE")
    desk.failed.emit(KioskError("STORE_FULL", path="kiosk.db"))
    desk.can_write = False
    _press(window, Act.HOME)


def _register(*acts: Act | tuple[Act, object]) -> _Setting:
    return lambda window, _desk: _press(window, Act.REGISTER, *acts)


_NAMED: tuple[Act | tuple[Act, object], ...] = (
    (Act.AGREE, True),
    *((Act.KEY, letter) for letter in "ㅎㅗㅇㄱㅣㄹㄷㅗㅇ"),
)
_AT_ORGANISATION: tuple[Act | tuple[Act, object], ...] = (*_NAMED, Act.NEXT)


def _organisation(window: SelfCheckInWindow, desk: SampleDesk) -> None:
    _register(*_AT_ORGANISATION)(window, desk)
    desk.organisations = ["포스코퓨처엠", "포스코필바라리튬솔루션", "포스코HY클린메탈"]
    _press(window, *((Act.KEY, letter) for letter in "ㅍㅗㅅㅡㅋㅗ"))


def _phone(digits: Sequence[str]) -> _Setting:
    def setting(window: SelfCheckInWindow, desk: SampleDesk) -> None:
        _organisation(window, desk)
        _press(window, (Act.PICK, "포스코퓨처엠"), *((Act.KEY, digit) for digit in digits))
        if len(digits) == 2:
            _press(window, Act.NEXT)

    return setting


def _ask(kind: QuestionKind, *acts: Act | tuple[Act, object]) -> _Setting:
    question = QUESTIONS[kind]

    def setting(window: SelfCheckInWindow, desk: SampleDesk) -> None:
        needed = (question.id,)
        desk.needs = Needs(required=needed) if question.required else Needs(optional=needed)
        window.take_scan("SAMPLE")
        _press(window, *acts)

    return setting


def _sign(*strokes: Sequence[tuple[float, float]]) -> _Setting:
    def setting(window: SelfCheckInWindow, desk: SampleDesk) -> None:
        desk.needs = Needs(signature=True)
        window.take_scan("SAMPLE")
        screen = cast(Any, window.screens[State.SIGNATURE])
        made = tuple(
            tuple(Point(x, y, place * 8) for place, (x, y) in enumerate(stroke))
            for stroke in strokes
        )
        screen.pad.show_signature(Signature(made, 0.6))
        if strokes and len(strokes[0]) < 4:
            screen.done.click()

    return setting


_WAVE = tuple((0.15 + t / 60, 0.3 + 0.14 * math.sin(t / 3) * math.cos(t / 9)) for t in range(42))


def _call(window: SelfCheckInWindow, _desk: SampleDesk) -> None:
    _press(window, Act.CALL)


def _call_accepted(window: SelfCheckInWindow, desk: SampleDesk) -> None:
    _press(window, Act.CALL)
    if desk.request is not None:
        desk.request = desk.request._replace(state=RequestState.ACCEPTED)
        desk.requests_changed.emit()


def _listen(window: SelfCheckInWindow, _desk: SampleDesk) -> None:
    _clock_of(window).pass_lock()
    if not window.access.has_voice:
        window.press_help(Help.VOICE)


def _pin(digits: str) -> _Setting:
    def setting(window: SelfCheckInWindow, _desk: SampleDesk) -> None:
        window.guide.unlock()
        _press(window, *((Act.PIN_KEY, digit) for digit in digits))

    return setting


def _pin_locked(window: SelfCheckInWindow, desk: SampleDesk) -> None:
    desk.pin = PinCheck(ok=False, tries_left=0, locked_until=NOW + timedelta(seconds=15))
    _pin("271828")(window, desk)


def _administer(window: SelfCheckInWindow, desk: SampleDesk) -> None:
    desk.pin = PinCheck(ok=True, tries_left=5)
    _pin("271828")(window, desk)


@dataclass(frozen=True, slots=True)
class Stage:
    """A screen in one of its states; ``setting`` brings a fresh window there."""

    screen: str
    name: str
    setting: _Setting
    event: Event = SAMPLE_EVENT


_ASKING = replace(SAMPLE_EVENT, questions=tuple(QUESTIONS.values()))
_SIGNING = replace(SAMPLE_EVENT, sessions=(replace(SAMPLE_SESSION, sign=True),))

STAGES: tuple[Stage, ...] = (
    Stage("welcome", "phone", lambda _window, _desk: None),
    Stage("welcome", "live", _see),
    Stage("welcome", "camera-lost", _camera("lost")),
    Stage("welcome", "several", _hint("several")),
    Stage("welcome", "further", _hint("further")),
    Stage("welcome", "brighter", _hint("brighter")),
    Stage("welcome", "checking", lambda window, _desk: window.take_scan("SAMPLE")),
    Stage("letters", "empty", _type("", Cards(0))),
    Stage("letters", "few", _type("ㅎㄱ", Cards(3, CARDS))),
    Stage("letters", "many", _type("ㅎㄱㄷ", Cards(12))),
    Stage("letters", "nobody", _type("ㅋㅋ", Cards(0))),
    Stage("letters", "latin", _type("KIMH", Cards(3, CARDS))),
    Stage("digits", "typing", _digits("27")),
    Stage("digits", "wrong", _digits("2700")),
    Stage("twins", "two", _digits("2700", ("sample-1", "sample-2"))),
    Stage("consent", "notice", _register()),
    Stage("consent", "many-options", _register(), MANY_CONSENTS),
    Stage("consent-text", "text", _register(Act.READ_ON)),
    Stage("options", "many", _register((Act.AGREE, False)), MANY_CONSENTS),
    Stage("name", "typing", _register(*_NAMED)),
    Stage("name", "short", _register((Act.AGREE, True), Act.NEXT)),
    Stage("organisation", "typing", _organisation),
    Stage("phone", "typing", _phone("27182818")),
    Stage("phone", "wrong", _phone("27")),
    Stage("phone", "none", _phone([TAKE_ALL])),
    Stage("question", "yes-no", _ask(QuestionKind.YES_NO), _ASKING),
    Stage("question", "text", _ask(QuestionKind.TEXT), _ASKING),
    Stage("question", "number", _ask(QuestionKind.NUMBER, (Act.KEY, "3")), _ASKING),
    Stage("question", "choice", _ask(QuestionKind.CHOICE), _ASKING),
    Stage("question", "choices", _ask(QuestionKind.CHOICES, (Act.PICK, "전해질")), _ASKING),
    Stage("question", "date", _ask(QuestionKind.DATE, (Act.KEY, "2026")), _ASKING),
    Stage("signature", "empty", _sign(), _SIGNING),
    Stage("signature", "signed", _sign(_WAVE), _SIGNING),
    Stage("signature", "short", _sign(((0.4, 0.3), (0.42, 0.3))), _SIGNING),
    Stage("leaving", "early", _warn, SAMPLE_COURSE),
    Stage("ok", "badge", _admit()),
    Stage("ok", "long-name", _admit(LONG_GUEST)),
    Stage("ok", "no-badge", _admit(badge="")),
    Stage("ok", "badge-at-desk", _without_printer),
    Stage("left", "seminar", _leave),
    Stage("left", "course", _leave, SAMPLE_COURSE),
    Stage("print-fault", "offline", _printer_fault),
    Stage("already", "sample", _answer(_verdict(Outcome.ASK, Reason.ALREADY_IN))),
    Stage("already", "long-name", _answer(_verdict(Outcome.ASK, Reason.ALREADY_IN, LONG_GUEST))),
    *(
        Stage("desk", reason.lower().replace("_", "-"), _answer(_verdict(Outcome.REFUSE, reason)))
        for reason in Reason
        if reason not in (Reason.OK, Reason.ALREADY_IN)
    ),
    *(
        Stage("desk", cause.value, _to_desk(cause))
        for cause in Cause
        if cause is not Cause.NOT_SAVED
    ),
    Stage("desk", "not-saved", _fail),
    Stage("desk", "right", _to_desk(Cause.NOT_LISTED, DeskSide.RIGHT)),
    Stage("desk", "behind", _to_desk(Cause.NOT_LISTED, DeskSide.BEHIND)),
    Stage("goodbye", "badge", _wait_until(State.GOODBYE, _admit())),
    Stage("goodbye", "no-badge", _wait_until(State.GOODBYE, _admit(badge=""))),
    Stage("still-there", "asking", _wait_until(State.STILL_THERE, _digits("2"))),
    Stage("called", "waiting", _call),
    Stage("called", "accepted", _call_accepted),
    Stage("voice", "on", _listen),
    Stage("pin", "empty", _pin("")),
    Stage("pin", "typing", _pin("271")),
    Stage("pin", "wrong", _pin("271828")),
    Stage("pin", "locked", _pin_locked),
    Stage("administration", "settings", _administer),
    Stage("out-of-service", "broken", _break),
)
