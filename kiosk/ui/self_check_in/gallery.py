"""Gallery: every screen of the self check-in in every state, with invented people."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, cast
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from kiosk.domain.errors import KioskError
from kiosk.domain.event import Direction, Event, Privacy, Session, Words
from kiosk.domain.found import BadgeState, Card, Cards, Sheet
from kiosk.domain.registration import Category, Registration
from kiosk.domain.settings import DeskSettings, DeskSide
from kiosk.domain.verdict import Outcome, Reason, Verdict
from kiosk.ui.check_in_desk import CheckInDesk
from kiosk.ui.self_check_in.desk_words import Cause
from kiosk.ui.self_check_in.flow import State
from kiosk.ui.self_check_in.window import SelfCheckInWindow

_STARTS_AT = datetime(2026, 3, 26, 5, 0, tzinfo=UTC)
_DOORS_AT = _STARTS_AT - timedelta(hours=1)
_NOW = _STARTS_AT - timedelta(minutes=18)

SAMPLE_SESSION = Session(
    "sample",
    Words("기술 세미나", "Technical seminar"),
    _STARTS_AT,
    _STARTS_AT + timedelta(hours=2),
    _DOORS_AT,
    _STARTS_AT + timedelta(hours=2),
)
SAMPLE_EVENT = Event(
    id="sample",
    title=Words("이차전지 기술 세미나", "Lithium Secondary Battery Technology Seminar"),
    venue=Words("시민홀", "Citizen Hall"),
    hosts=("광양시", "GIST"),
    zone=ZoneInfo("Asia/Seoul"),
    starts_at=_STARTS_AT,
    ends_at=_STARTS_AT + timedelta(hours=2),
    privacy=Privacy("consent", Words("참석 확인"), ("name",), 90, Words("거부할 수 있습니다")),
    sessions=(SAMPLE_SESSION,),
)
SAMPLE_GUEST = Registration(
    "sample-1",
    "홍길동",
    name_latin="HONG Gildong",
    organisation="표본연구원",
    job_title="수석연구원",
    ticket="SAMPLE00000000000000000000",
    category=Category.SPEAKER,
)
LONG_GUEST = Registration(
    "sample-2",
    "남궁다빈" * 20,
    name_latin="Wolfeschlegelsteinhausenbergerdorff Hubert " + "Blaine " * 5,
    organisation="포스코필바라리튬솔루션 이차전지소재 기술연구개발본부",
    job_title="책임연구원 겸 공정기술혁신그룹장",
)
_CARDS = (
    Card("sample-1", "홍*동", "표본연구원", has_phone=True),
    Card("sample-2", "남**빈", "포스코필바라리튬솔루션 기술연구개발본부", has_phone=True),
    Card("sample-3", "Kim H*****", "Sample Battery Materials International", has_phone=True),
)


class SampleDesk(QObject):
    """Answer as a CheckInDesk does, at once and from nothing, and keep what was asked.

    ``found`` and ``matching`` are what look-ups answer.
    """

    answered = Signal(object)
    failed = Signal(object)
    overview_changed = Signal(object)
    badge_changed = Signal(str)
    session_changed = Signal(object)
    asked = Signal()

    def __init__(self, settings: DeskSettings | None = None, event: Event = SAMPLE_EVENT) -> None:
        super().__init__()
        self.settings = settings or DeskSettings(printer="sample")
        self.event_served, self.session = event, event.sessions[0]
        self.found, self.matching = Cards(0), list[str]()
        self.badge = BadgeState.WAITING
        self.calls: list[tuple[Any, ...]] = []

    def now(self) -> datetime:
        """Return the sample's moment, 18 minutes before it starts."""
        return _NOW

    def take_scan(self, text: str) -> None:
        """Keep what was scanned."""
        self.calls.append(("take_scan", text))

    def check_in(self, registration_id: str) -> None:
        """Keep who was checked in."""
        self.calls.append(("check_in", registration_id))

    def find_cards(self, typed: str, done: Callable[[Cards], None]) -> None:
        """Answer what ``found`` says."""
        self.calls.append(("find_cards", typed))
        done(self.found)

    def match_digits(
        self, registrations: Sequence[str], digits: str, done: Callable[[list[str]], None]
    ) -> None:
        """Answer what ``matching`` says."""
        self.calls.append(("match_digits", tuple(registrations), digits))
        done(self.matching)

    def show(self, registration_id: str, done: Callable[[Sheet], None]) -> None:
        """Answer with the badge's state."""
        self.calls.append(("show", registration_id))
        done(Sheet(SAMPLE_GUEST, {}, self.badge))

    def preview(self, registration: Registration, done: Callable[[QImage], None]) -> None:
        """Draw the badge of the sample settings' template."""
        self.calls.append(("preview", registration.id))
        from kiosk.services import badges  # noqa: PLC0415 - Pillow belongs after the first paint

        picture = badges.drawn(self.event_served, registration, self.settings.badge_template)
        drawn = picture.convert("RGB")
        image = QImage(drawn.tobytes(), *drawn.size, drawn.size[0] * 3, QImage.Format.Format_RGB888)
        done(image.copy())


_Setting = Callable[[SelfCheckInWindow, SampleDesk], None]


def screens(
    size: QSize, *, language: str = "ko", high_contrast: bool = False
) -> Generator[tuple[str, str, QWidget], None, None]:
    """Yield the screen's name, the state's name and the window, one state at a time.

    The window is closed once the next is asked for.
    """
    for screen, state, setting in _STATES:
        desk = SampleDesk()
        clock = _Clock()
        window = SelfCheckInWindow(cast(CheckInDesk, desk), clock=clock)
        # Shown, so that everything is laid out, and yet never seen.
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        try:
            window.resize(size)
            window.show()
            window.set_language(language)
            if high_contrast:
                window.toggle_contrast()
            setting(window, desk)
            clock.now += 2.7
            window.tick()
            yield screen, state, window
        finally:
            window.close()
            window.deleteLater()


class _Clock:
    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        self.now += 1e-9
        return self.now

    def pass_lock(self) -> None:
        self.now += 1.0


def _clock_of(window: SelfCheckInWindow) -> _Clock:
    return cast(_Clock, window.guide.flow.clock)


def _verdict(
    outcome: Outcome, reason: Reason, person: Registration = SAMPLE_GUEST, badge: str = ""
) -> Verdict:
    first_at = _NOW - timedelta(minutes=30) if reason is Reason.ALREADY_IN else None
    return Verdict(
        outcome,
        reason,
        registration=person,
        session=SAMPLE_SESSION,
        first_at=first_at,
        entry="sample",
        badge_job=badge,
        opens_at=_DOORS_AT if reason is Reason.NOT_YET_OPEN else None,
    )


def _answer(verdict: Verdict) -> _Setting:
    return lambda _window, desk: desk.answered.emit(verdict)


def _admit(person: Registration = SAMPLE_GUEST, badge: str = "sample") -> _Setting:
    return _answer(_verdict(Outcome.ADMIT, Reason.OK, person, badge))


def _leave(_window: SelfCheckInWindow, desk: SampleDesk) -> None:
    desk.answered.emit(_verdict(Outcome.ADMIT, Reason.OK)._replace(direction=Direction.OUT))


def _type(letters: str, found: Cards) -> _Setting:
    def setting(window: SelfCheckInWindow, desk: SampleDesk) -> None:
        clock, guide = _clock_of(window), window.guide
        clock.pass_lock()
        guide.find()
        clock.pass_lock()
        desk.found = found
        if letters.isascii() and letters:
            guide.type_letter("switch")
        for letter in letters:
            guide.type_letter(letter)

    return setting


def _digits(digits: str, matching: Sequence[str] = ()) -> _Setting:
    def setting(window: SelfCheckInWindow, desk: SampleDesk) -> None:
        _type("ㅎㄱㄷ", Cards(3, _CARDS))(window, desk)
        desk.matching = list(matching)
        _clock_of(window).pass_lock()
        for digit in digits:
            window.guide.type_digit(digit)

    return setting


def _to_desk(cause: Cause, side: DeskSide = DeskSide.LEFT) -> _Setting:
    def setting(window: SelfCheckInWindow, desk: SampleDesk) -> None:
        desk.settings = replace(desk.settings, desk_side=side)
        _clock_of(window).pass_lock()
        window.guide.go_to_desk(cause)

    return setting


def _wait_until(state: State, first: _Setting) -> _Setting:
    def setting(window: SelfCheckInWindow, desk: SampleDesk) -> None:
        first(window, desk)
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


def _see_several(window: SelfCheckInWindow, _desk: SampleDesk) -> None:
    window.say_several()


def _wait(window: SelfCheckInWindow, _desk: SampleDesk) -> None:
    window.take_scan("SAMPLE")


def _without_printer(window: SelfCheckInWindow, desk: SampleDesk) -> None:
    desk.settings = replace(desk.settings, printer="")
    _admit()(window, desk)


def _fail(window: SelfCheckInWindow, desk: SampleDesk) -> None:
    window.take_scan("SAMPLE")
    desk.failed.emit(KioskError("STORE_LOCKED", path="kiosk.db"))


_STATES: tuple[tuple[str, str, _Setting], ...] = (
    ("welcome", "phone", lambda _window, _desk: None),
    ("welcome", "live", _see),
    ("welcome", "camera-lost", _camera("lost")),
    ("welcome", "several", _see_several),
    ("welcome", "checking", _wait),
    ("letters", "empty", _type("", Cards(0))),
    ("letters", "few", _type("ㅎㄱ", Cards(3, _CARDS))),
    ("letters", "many", _type("ㅎㄱㄷ", Cards(12))),
    ("letters", "nobody", _type("ㅋㅋ", Cards(0))),
    ("letters", "latin", _type("KIMH", Cards(3, _CARDS))),
    ("digits", "typing", _digits("27")),
    ("digits", "wrong", _digits("2700")),
    ("twins", "two", _digits("2700", ("sample-1", "sample-2"))),
    ("ok", "badge", _admit()),
    ("ok", "long-name", _admit(LONG_GUEST)),
    ("ok", "no-badge", _admit(badge="")),
    ("ok", "badge-at-desk", _without_printer),
    ("ok", "out", _leave),
    ("already", "sample", _answer(_verdict(Outcome.ASK, Reason.ALREADY_IN))),
    ("already", "long-name", _answer(_verdict(Outcome.ASK, Reason.ALREADY_IN, LONG_GUEST))),
    *(
        ("desk", reason.lower().replace("_", "-"), _answer(_verdict(Outcome.REFUSE, reason)))
        for reason in Reason
        if reason not in (Reason.OK, Reason.ALREADY_IN)
    ),
    *(("desk", cause.value, _to_desk(cause)) for cause in Cause if cause is not Cause.NOT_SAVED),
    ("desk", "not-saved", _fail),
    ("desk", "right", _to_desk(Cause.NOT_LISTED, DeskSide.RIGHT)),
    ("desk", "behind", _to_desk(Cause.NOT_LISTED, DeskSide.BEHIND)),
    ("goodbye", "badge", _wait_until(State.GOODBYE, _admit())),
    ("goodbye", "no-badge", _wait_until(State.GOODBYE, _admit(badge=""))),
    ("goodbye", "out", _wait_until(State.GOODBYE, _leave)),
    ("still-there", "asking", _wait_until(State.STILL_THERE, _digits("2"))),
)
