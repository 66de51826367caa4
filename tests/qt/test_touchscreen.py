"""The touchscreen that fills its screen: who leaves it, and how it is taken back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from touchscreens import Kiosk

from kiosk.domain.errors import KioskError
from kiosk.domain.pin import PinCheck
from kiosk.touchscreen import Touchscreen
from kiosk.ui.check_in_desk import CheckInDesk
from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.self_check_in.flow import State

OPEN = PinCheck(ok=True, tries_left=5)


class Locked(Kiosk):
    """A window that fills its screen."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(qtbot)
        self.owner = QObject()
        self.desk.draw_pin = lambda done: done(None)  # type: ignore[attr-defined]
        desk = cast(CheckInDesk, self.desk)
        self.touchscreen = Touchscreen(self.window, desk, is_kiosk=True, parent=self.owner)
        self.touchscreen.show()

    def close(self) -> None:
        self.owner.deleteLater()
        super().close()

    def administer(self, act: Act | None = None) -> None:
        self.desk.pin = OPEN
        self.window.guide.unlock()
        self.rest()
        for digit in "271828":
            self.window._act(Act.PIN_KEY, digit)
            self.rest()
        assert self.state is State.ADMINISTRATION
        if act is not None:
            self.window._act(act, None)


@pytest.fixture
def locked(qtbot: QtBot) -> Iterator[Locked]:
    made = Locked(qtbot)
    yield made
    made.close()


def test_it_fills_the_screen_and_cannot_be_closed_or_made_small(locked: Locked) -> None:
    window = locked.window
    assert window.isFullScreen()
    assert not window.close()
    for shrink in (window.showMinimized, window.showNormal, window.showMaximized):
        shrink()
        assert window.isFullScreen()
        assert not window.isMinimized()
    for key in (Qt.Key.Key_F11, Qt.Key.Key_F4, Qt.Key.Key_Q):
        QTest.keyClick(window, key, Qt.KeyboardModifier.AltModifier)
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(window, key)
    QTest.mouseClick(window, Qt.MouseButton.RightButton, pos=QPoint(5, 5))
    assert window.isVisible()
    assert window.isFullScreen()


def test_staff_leave_it_and_going_home_takes_it_back(locked: Locked) -> None:
    locked.administer(Act.LEAVE_KIOSK)
    assert not locked.window.isFullScreen()
    assert not locked.window.is_locked
    locked.rest()
    locked.window._act(Act.HOME, None)
    assert locked.state is State.WELCOME
    assert locked.window.isFullScreen()
    assert not locked.window.close()


def test_staff_who_walk_away_leave_no_open_window_behind(locked: Locked) -> None:
    locked.administer(Act.LEAVE_KIOSK)
    locked.rest(600)
    assert locked.window.isFullScreen()
    assert not locked.window.close()


def test_a_broken_record_leaves_no_open_window_behind_either(locked: Locked) -> None:
    locked.desk.can_write = False
    locked.window.take_scan("TICKET")
    locked.desk.failed.emit(KioskError("STORE_FULL"))
    locked.administer(Act.LEAVE_KIOSK)
    locked.rest()
    locked.window._act(Act.HOME, None)
    assert locked.state is State.OUT_OF_SERVICE
    assert locked.window.isFullScreen()
    assert not locked.window.close()


def test_staff_end_the_program(locked: Locked) -> None:
    locked.administer(Act.CLOSE_PROGRAM)
    assert not locked.window.isVisible()
