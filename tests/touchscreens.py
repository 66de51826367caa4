"""The touchscreen's window, its sample desk and its clock, for tests that look at screens."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, cast

from guests import Clock
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.event import Event
from kiosk.domain.found import Card, Cards
from kiosk.domain.settings import DeskSettings
from kiosk.domain.verdict import Outcome, Reason, Verdict
from kiosk.ui.check_in_desk import CheckInDesk
from kiosk.ui.self_check_in.flow import State
from kiosk.ui.self_check_in.sample_desk import (
    SAMPLE_EVENT,
    SAMPLE_GUEST,
    SAMPLE_SESSION,
    SampleDesk,
)
from kiosk.ui.self_check_in.window import SelfCheckInWindow
from kiosk.ui.widgets.lettering import Lettering

OK = Verdict(
    Outcome.ADMIT, Reason.OK, registration=SAMPLE_GUEST, session=SAMPLE_SESSION, entry="e1"
)
ALREADY = OK._replace(
    outcome=Outcome.ASK,
    reason=Reason.ALREADY_IN,
    first_at=SAMPLE_SESSION.starts_at - timedelta(minutes=48),
)
CARDS = (
    Card("sample-1", "홍*동", "표본연구원", has_phone=True),
    Card("sample-2", "남**빈", "", has_phone=True),
)
UPRIGHT = QSize(540, 960)


class Kiosk:
    """A window, its desk and its clock; ``presses`` counts what a finger pressed."""

    def __init__(
        self,
        qtbot: QtBot,
        settings: DeskSettings | None = None,
        event: Event = SAMPLE_EVENT,
        size: QSize = UPRIGHT,
    ) -> None:
        self.desk, self.clock, self.presses = SampleDesk(settings, event), Clock(), 0
        self.window = SelfCheckInWindow(cast(CheckInDesk, self.desk), clock=self.clock)
        qtbot.addWidget(self.window)
        self.window.resize(size)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.rest()

    def close(self) -> None:
        self.window.is_locked = False
        self.window.close()

    def rest(self, seconds: float = 1.0) -> None:
        self.clock.now += seconds
        self.window.tick()

    def press(self, *buttons: QAbstractButton) -> None:
        for button in buttons:
            assert button.isVisible()
            button.click()
            self.presses += 1
            self.rest()

    @property
    def state(self) -> State:
        return self.window.guide.state

    def screen(self, state: State | None = None) -> Any:
        """Return the screen on show, or another."""
        return self.window.screens[state or self.state]

    def type_name(self, letters: str = "ㅎㄱㄷ") -> None:
        self.desk.found = Cards(len(CARDS), CARDS)
        self.press(self.screen().find_name)
        for letter in letters:
            self.press(self.screen().consonants.buttons[letter])

    def type_digits(self, digits: str) -> None:
        for digit in digits:
            self.press(self.screen().keys.buttons[digit])

    def buttons(self) -> list[QAbstractButton]:
        return list(self.screen().buttons())

    def words(self) -> str:
        """Return everything that stands on the screen on show."""
        screen = self.screen()
        told = [one.text() for one in screen.findChildren(Lettering) if one.isVisibleTo(screen)]
        told += [one.accessibleName() for one in self.buttons()]
        return "\n".join(filter(None, told)).replace("\n", " ")

    def held(self) -> str:
        """Return every text that any widget of the window holds, shown or not."""
        found = []
        for widget in self.window.findChildren(QWidget):
            found += [widget.accessibleName(), widget.accessibleDescription()]
            for name in ("text", "typed", "words", "caption"):
                told = getattr(widget, name, "")
                told = told() if name == "text" and callable(told) else told
                found.append(told if isinstance(told, str) else "")
        return "\n".join(filter(None, found))
