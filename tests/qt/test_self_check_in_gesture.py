"""The hidden gesture: both upper corners for three seconds, by fingers as Qt delivers them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from hands import Clock
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.ui.check_in_desk import CheckInDesk
from kiosk.ui.self_check_in.flow import State
from kiosk.ui.self_check_in.sample_desk import SampleDesk
from kiosk.ui.self_check_in.window import SelfCheckInWindow

LEFT, MIDDLE, RIGHT = QPoint(5, 5), QPoint(300, 500), QPoint(535, 5)


class Panel:
    """A window under fingers."""

    def __init__(self, qtbot: QtBot) -> None:
        self.clock = Clock()
        self.window = SelfCheckInWindow(cast(CheckInDesk, SampleDesk()), clock=self.clock)
        qtbot.addWidget(self.window)
        self.window.resize(540, 960)
        self.window.show()
        qtbot.waitExposed(self.window)
        self._finger = QTest.createTouchDevice()

    def press(self, *spots: QPoint) -> None:
        touch = QTest.touchEvent(self.window.windowHandle(), self._finger)
        for number, spot in enumerate(spots):
            touch.press(number, spot)
        touch.commit()

    def lift(self, *spots: QPoint) -> None:
        touch = QTest.touchEvent(self.window.windowHandle(), self._finger)
        for number, spot in enumerate(spots):
            touch.release(number, spot)
        touch.commit()

    def hold(self, seconds: float, *spots: QPoint) -> None:
        self.press(*spots)
        self.wait(seconds)
        self.lift(*spots)

    def wait(self, seconds: float) -> None:
        self.clock.now += seconds
        self.window.tick()

    @property
    def is_asking(self) -> bool:
        return self.window.guide.state is State.PIN


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[Panel]:
    made = Panel(qtbot)
    yield made
    made.window.close()


def test_two_fingers_in_both_corners_ask_for_the_pin(panel: Panel) -> None:
    panel.press(LEFT, RIGHT)
    panel.wait(2.9)
    assert not panel.is_asking
    panel.wait(0.2)
    assert panel.is_asking
    panel.lift(LEFT, RIGHT)


def test_one_finger_holds_one_corner_and_then_the_other(panel: Panel) -> None:
    panel.hold(3.1, LEFT)
    assert not panel.is_asking
    panel.wait(1)
    panel.press(RIGHT)
    panel.wait(3.1)
    assert panel.is_asking


def test_a_mouse_does_as_one_finger(panel: Panel) -> None:
    for corner in (LEFT, RIGHT):
        QTest.mousePress(panel.window.windowHandle(), Qt.MouseButton.LeftButton, pos=corner)
        panel.wait(3.1)
        QTest.mouseRelease(panel.window.windowHandle(), Qt.MouseButton.LeftButton, pos=corner)
    assert panel.is_asking


@pytest.mark.parametrize(
    "spots",
    [(LEFT,), (RIGHT,), (LEFT, MIDDLE), (MIDDLE, RIGHT), (LEFT, LEFT)],
    ids=["left", "right", "left and middle", "middle and right", "left twice"],
)
def test_less_than_both_corners_does_nothing(panel: Panel, spots: tuple[QPoint, ...]) -> None:
    for _ in range(3):
        panel.hold(4.0, *spots)
        assert not panel.is_asking


def test_fingers_that_leave_and_come_back_begin_anew(panel: Panel) -> None:
    for _ in range(4):
        panel.hold(2.0, LEFT, RIGHT)
        assert not panel.is_asking
