"""Guests with no patience: whatever is pressed, scanned or answered, the screen is right."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from kiosk.domain.errors import KioskError
from kiosk.domain.found import Card, Cards
from kiosk.domain.settings import DeskSettings
from kiosk.domain.verdict import Outcome, Reason, Verdict
from kiosk.ui import theme
from kiosk.ui.check_in_desk import CheckInDesk
from kiosk.ui.self_check_in.flow import State
from kiosk.ui.self_check_in.sample_desk import SAMPLE_GUEST, SAMPLE_SESSION, SampleDesk
from kiosk.ui.self_check_in.window import SelfCheckInWindow
from kiosk.ui.theme import HIGH_CONTRAST, LIGHT, Colours
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.lettering import fitted

STEPS = 400


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Monkey:
    """Press, scan and answer by chance, the same chance for the same seed."""

    def __init__(
        self, window: SelfCheckInWindow, desk: SampleDesk, clock: Clock, seed: int
    ) -> None:
        self.window, self.desk, self.clock = window, desk, clock
        self.chance = random.Random(seed)
        self.tricks: list[Callable[[], None]] = [
            *[self.press] * 8,
            *[self.wait] * 4,
            self.scan,
            self.answer,
            self.fail,
            self.turn,
            self.resize,
        ]

    def press(self) -> None:
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

    def answer(self) -> None:
        reason = self.chance.choice([*Reason, *[Reason.OK] * 10])
        outcome = Outcome.ADMIT if reason is Reason.OK else Outcome.REFUSE
        self.desk.answered.emit(
            Verdict(outcome, reason, registration=SAMPLE_GUEST, session=SAMPLE_SESSION)
        )

    def fail(self) -> None:
        self.desk.failed.emit(KioskError("STORE_BUSY"))

    def turn(self) -> None:
        self.window.set_language(self.chance.choice(("ko", "en")))
        self.window.toggle_contrast()

    def resize(self) -> None:
        self.window.resize(*self.chance.choice(((270, 480), (480, 270), (400, 400))))

    def step(self) -> None:
        self.chance.choice(self.tricks)()


@pytest.mark.parametrize("seed", range(4))
def test_the_screen_on_show_is_always_the_states_own(qtbot: QtBot, seed: int) -> None:
    desk, clock = SampleDesk(DeskSettings(printer="")), Clock()
    window = SelfCheckInWindow(cast(CheckInDesk, desk), clock=clock)
    qtbot.addWidget(window)
    window.resize(270, 480)
    window.show()
    monkey = Monkey(window, desk, clock, seed)
    seen = set()
    for _ in range(STEPS):
        monkey.step()
        state = window.guide.state
        seen.add(state)
        assert [one for one, screen in window.screens.items() if screen.isVisible()] == [state]
        if state not in (State.LETTERS, State.DIGITS, State.TWINS, State.STILL_THERE):
            assert window.guide.finder.typed == window.guide.finder.digits == ""
        assert (state is not State.OK) or window.guide.verdict is not None
        assert (state is not State.TO_DESK) or window.to_desk.reason.text()
    assert {State.WELCOME, State.LETTERS, State.OK, State.TO_DESK} <= seen
    for _ in range(8):
        clock.now += 100
        window.tick()
    assert window.guide.state is State.WELCOME
    window.close()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    text=st.text(min_size=1, max_size=90),
    width=st.integers(60, 900),
    height=st.integers(40, 400),
)
def test_any_text_at_all_fits_any_box(qapp: object, text: str, width: int, height: int) -> None:
    px, lines = fitted(text, width, height, px=96, weight=theme.BOLD, leading=1.2)
    assert px <= 96
    for line in lines:
        alone = len(line.rstrip("…")) <= 1
        assert alone or theme.text_width(line, px, theme.BOLD) <= width + 0.5
    assert len(lines) == 1 or len(lines) * px * 1.2 <= height + 0.5


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
