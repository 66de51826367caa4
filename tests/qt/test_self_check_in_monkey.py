"""Guests with no patience: whatever is pressed, scanned or answered, the screen is right."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from typing import cast

import pytest
from guests import Clock
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from kiosk.domain.arrival import Needs
from kiosk.domain.errors import KioskError
from kiosk.domain.event import Direction
from kiosk.domain.found import BadgeState, Card, Cards
from kiosk.domain.pin import PinCheck
from kiosk.domain.request import RequestState
from kiosk.domain.settings import DeskSettings
from kiosk.domain.verdict import Outcome, Reason, Verdict
from kiosk.ui import theme
from kiosk.ui.check_in_desk import CheckInDesk
from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.self_check_in.deck import Help
from kiosk.ui.self_check_in.flow import State
from kiosk.ui.self_check_in.sample_desk import (
    MANY_CONSENTS,
    QUESTIONS,
    SAMPLE_COURSE,
    SAMPLE_EVENT,
    SAMPLE_GUEST,
    SAMPLE_SESSION,
    SampleDesk,
)
from kiosk.ui.self_check_in.verdict_desk import DeskScreen
from kiosk.ui.self_check_in.window import SelfCheckInWindow
from kiosk.ui.theme import HIGH_CONTRAST, LIGHT, Colours
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.lettering import Type, fitted

SEEDS, STEPS = 3, 350
WALK_IN: list[tuple[Act, object]] = [
    (Act.REGISTER, None),
    (Act.AGREE, True),
    *((Act.KEY, key) for key in "ㅇㅣㅅㅗㄹ"),
    (Act.NEXT, None),
    (Act.SKIP, None),
    *((Act.KEY, key) for key in "00000427"),
    (Act.NEXT, None),
]
EVERYTHING = replace(
    SAMPLE_COURSE,
    questions=tuple(QUESTIONS.values()),
    sessions=(replace(SAMPLE_SESSION, sign=True),),
)


class Monkey:
    """Press, scan and answer by chance, the same chance for the same seed."""

    def __init__(
        self, window: SelfCheckInWindow, desk: SampleDesk, clock: Clock, seed: int
    ) -> None:
        self.window, self.desk, self.clock = window, desk, clock
        self.chance = random.Random(seed)
        self.tricks: list[Callable[[], None]] = [
            *[self.press] * 40,
            *[self.wait] * 3,
            *[self.stroll] * 2,
            *[self.find] * 2,
            *[self.arrive] * 3,
            self.scan,
            *[self.answer] * 3,
            self.fail,
            self.turn,
            self.help,
            self.unlock,
            self.move_request,
            *[self.print_badge] * 2,
            self.break_store,
            self.change_desk,
            self.resize,
        ]

    def press(self) -> None:
        self.clock.now += self.chance.choice((0.05, 0.5, 0.5))
        buttons = self.window._buttons()
        if buttons:
            self.desk.found = self.people()
            self.desk.matching = [one.registration for one in self.desk.found.cards[:2]]
            self.chance.choice(buttons).click()

    def people(self) -> Cards:
        total = self.chance.choice((0, 1, 2, 3, 12))
        cards = [Card(f"r{one}", "홍*동", "", has_phone=one != 1) for one in range(total)]
        return Cards(total, tuple(cards) if total <= 3 else ())

    def wait(self) -> None:
        self.clock.now += self.chance.choice((0.05, 0.5, 1, 7, 31))
        self.window.tick()

    def scan(self) -> None:
        self.window.take_scan("SAMPLE")

    def arrive(self) -> None:
        self.change_desk()
        self.scan()

    def go_home(self) -> None:
        """Let time pass until nobody is there."""
        for _ in range(8):
            self.clock.now += 100
            self.window.tick()

    def stroll(self) -> None:
        """Register from the welcome, and stop anywhere on the way."""
        self.go_home()
        self.desk.event_served = self.chance.choice((SAMPLE_EVENT, MANY_CONSENTS))
        for act, value in WALK_IN[: self.chance.randrange(len(WALK_IN) + 1)]:
            self.clock.now += 0.5
            self.window.guide.act(act, value)

    def find(self) -> None:
        """Look for a name from the welcome, up to a card that is touched."""
        self.go_home()
        self.desk.found = self.people()
        for act, value in ((Act.FIND, None), *((Act.LETTER, "ㄱ"),) * 2, (Act.CARD, "r0")):
            self.clock.now += 0.5
            self.window.guide.act(act, value)

    def answer(self) -> None:
        reason = self.chance.choice([*Reason, *[Reason.OK] * 10])
        outcome = Outcome.ADMIT if reason is Reason.OK else Outcome.REFUSE
        job = self.chance.choice(("", "", "j1"))
        direction = self.chance.choice((Direction.IN, Direction.OUT))
        self.desk.answered.emit(
            Verdict(outcome, reason, direction, SAMPLE_GUEST, session=SAMPLE_SESSION, badge_job=job)
        )
        for _ in range(self.chance.choice((0, 2, 4, 4))):
            self.clock.now += 4
            self.window.tick()

    def fail(self) -> None:
        self.desk.failed.emit(KioskError("STORE_BUSY"))

    def help(self) -> None:
        self.window.press_help(self.chance.choice(list(Help)))

    def unlock(self) -> None:
        if self.chance.random() < 0.5:
            self.desk.pin = PinCheck(ok=self.chance.random() < 0.5, tries_left=3)
            self.go_home()
            self.window.guide.unlock()
            for _ in range(self.chance.choice((3, 6, 6))):
                self.clock.now += 0.5
                self.window.guide.act(Act.PIN_KEY, "1")

    def move_request(self) -> None:
        if self.desk.request is not None:
            state = self.chance.choice(list(RequestState))
            self.desk.request = self.desk.request._replace(state=state)
            self.desk.requests_changed.emit()

    def print_badge(self) -> None:
        self.desk.badge = self.chance.choice([*BadgeState, *[BadgeState.PRINTED] * 5])
        self.desk.badge_changed.emit(SAMPLE_GUEST.id)

    def break_store(self) -> None:
        self.desk.can_write = self.chance.random() < 0.9
        if not self.desk.can_write:
            self.desk.failed.emit(KioskError("STORE_FULL"))

    def change_desk(self) -> None:
        """Let another event be served, another answer be needed and another person come."""
        self.desk.event_served = self.chance.choice((SAMPLE_EVENT, MANY_CONSENTS, EVERYTHING))
        questions = self.chance.sample([one.id for one in QUESTIONS.values()], 2)
        half, asks = self.chance.random() < 0.5, self.chance.random() < 0.5
        required, optional = tuple(questions[:1]), tuple(questions[1:])
        self.desk.needs = Needs(half, True, required, optional) if asks else Needs(signature=half)
        self.desk.direction = self.chance.choice((Direction.IN, Direction.OUT))
        self.desk.was_known = half

    def turn(self) -> None:
        self.window.set_language(self.chance.choice(("ko", "en")))
        self.window.press_help(Help.CONTRAST)

    def resize(self) -> None:
        self.window.resize(*self.chance.choice(((270, 480), (480, 270), (400, 400))))

    def step(self) -> None:
        self.chance.choice(self.tricks)()


FINDING = {State.LETTERS, State.DIGITS, State.TWINS, State.STILL_THERE, State.CALLED, State.VOICE}
# What chance alone may miss: two with the same digits, a silence among them, a broken store.
SEEN_BY_CHANCE = set(State) - {
    State.TWINS,
    State.STILL_THERE,
    State.PRINT_FAULT,
    State.OUT_OF_SERVICE,
    State.LEAVING,
}
NOBODY = {State.WELCOME, State.OUT_OF_SERVICE}


def check(window: SelfCheckInWindow) -> None:
    """See that the screen on show is the state's own, and holds what it is about."""
    state, guide = window.guide.state, window.guide
    made = window.screens._held
    assert [one for one, screen in made.items() if screen.isVisible()] == [state]
    if state not in FINDING:
        assert guide.finder.typed == guide.finder.digits == ""
    if state in (State.OK, State.LEFT, State.PRINT_FAULT, State.ALREADY):
        assert guide.verdict is not None
    if state is State.TO_DESK:
        assert cast(DeskScreen, window.screens[state]).reason.text()
    if state is State.QUESTION:
        assert guide.door.question is not None
    if state in NOBODY and not guide.steps.is_waiting:
        assert guide.verdict is guide.door.person is guide.door.question is None
        assert guide.registering.name.text == guide.lock.digits == ""
        assert guide.consenting.ticked == set()


def test_the_screen_on_show_is_always_the_states_own(qtbot: QtBot) -> None:
    seen: set[State] = set()
    for seed in range(SEEDS):
        desk, clock = SampleDesk(DeskSettings(printer="sample")), Clock()
        window = SelfCheckInWindow(cast(CheckInDesk, desk), clock=clock)
        qtbot.addWidget(window)
        window.resize(270, 480)
        window.show()
        monkey = Monkey(window, desk, clock, seed)
        for _ in range(STEPS):
            monkey.step()
            seen.add(window.guide.state)
            check(window)
        desk.can_write = True
        for _ in range(30):
            clock.now += 100
            window.tick()
        assert window.guide.state is State.WELCOME
        window.close()
    assert seen >= SEEN_BY_CHANCE


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    text=st.text(min_size=1, max_size=90),
    width=st.integers(60, 900),
    height=st.integers(40, 400),
    most=st.integers(1, 9),
)
def test_any_text_at_all_fits_any_box(
    qapp: object, text: str, width: int, height: int, most: int
) -> None:
    made = Type(96, 64, 32, theme.BOLD, 1.2)
    px, lines, is_cut = fitted(text, width, height, made, most)
    assert 32 <= px <= 96
    assert 1 <= len(lines) <= most
    for line in lines:
        alone = len(line.rstrip("…")) <= 1
        assert alone or theme.text_width(line, px, theme.BOLD) <= width + 0.5
    assert len(lines) == 1 or len(lines) * px * 1.2 <= height + 2
    assert is_cut or "".join("".join(lines).split()) == "".join(text.split())


def _luminance(colour: str) -> float:
    """Return a colour's relative luminance (WCAG 2.2)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


# What stands on what on the touchscreen's screens, by the roles the screens use.
_PAIRS = [
    ("ink", "sky"), ("ink2", "sky"), ("on_sea", "sea"), ("on_sea2", "sea"), ("on_sun", "sun"),
    ("on_sea", "sea_key"), ("on_sea", "deep"), ("ink", "paper"), ("ink2", "paper"),
    ("ink", "sand"), ("ink2", "sand"), ("on_ok", "ok"), ("on_ok2", "ok"), ("on_info", "info"),
    ("on_info2", "info"), ("desk_ink", "desk_field"), ("desk_arrow", "desk_square"),
    ("sign_ink", "sign_field"), ("ask_ink", "sea"),
]  # fmt: skip


@pytest.mark.parametrize(("colours", "least"), [(LIGHT, 4.5), (HIGH_CONTRAST, 12.0)])
@pytest.mark.parametrize(("ink", "ground"), _PAIRS)
def test_every_word_stands_out_from_its_ground(
    colours: Colours, least: float, ink: str, ground: str
) -> None:
    dress = Dress(colours=colours)
    light, dark = sorted(
        (_luminance(dress.colour(one).name()) for one in (ink, ground)), reverse=True
    )
    assert (light + 0.05) / (dark + 0.05) >= least
