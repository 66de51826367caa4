"""Hands with no patience and bad intentions: whatever a screen in a hall can be made to feel."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QCursor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QInputMethodEvent,
    QWheelEvent,
    QWindow,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.ui.self_check_in.window import SelfCheckInWindow

_MODIFIERS = [
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
]
_NONE = Qt.KeyboardModifier.NoModifier

# What leaves a program, a window or a field, where something hears it.
_WAYS_OUT = [
    (Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier),
    (Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_F11, _NONE),
    (Qt.Key.Key_Escape, _NONE),
    (Qt.Key.Key_Tab, Qt.KeyboardModifier.AltModifier),
    (Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_Space, Qt.KeyboardModifier.AltModifier),
    (Qt.Key.Key_D, Qt.KeyboardModifier.MetaModifier),
    (Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_Menu, _NONE),
    (Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier),
    (Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier),
    (Qt.Key.Key_Print, _NONE),
]
# The micro sign's key has an older name, which PySide warns of whenever the key is sent.
_KEYS = [one for one in Qt.Key if one not in (Qt.Key.Key_unknown, Qt.Key.Key_micro)]
_BUTTONS = [Qt.MouseButton.LeftButton] * 6 + [
    Qt.MouseButton.RightButton,
    Qt.MouseButton.MiddleButton,
    Qt.MouseButton.BackButton,
]
_PAUSES_S = [*[0.02] * 6, *[0.35] * 6, 1.0, 3.2, 8.0, 31.0]
"""Seconds between two acts; most are shorter than the screen's own patience."""


PAINT_EVERY = 16


class Clock:
    """Seconds that pass only when somebody says so."""

    def __init__(self, now: float = 1_000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


class Hands:
    """Do one thing after another by chance, the same for the same seed, through Qt's own events.

    ``codes`` are scanned now and then, so that screens come up which no touch leads to. ``did``
    counts what was done, ``sent`` the presses, moves and releases of fingers, mouse and keys.
    """

    def __init__(
        self, window: SelfCheckInWindow, clock: Clock, seed: int, codes: list[str]
    ) -> None:
        self._window, self._clock, self._codes = window, clock, codes
        self._chance = random.Random(seed)
        self._finger = QTest.createTouchDevice()
        self.did: Counter[str] = Counter()
        self.sent = 0
        self._acts: list[Callable[[], None]] = [
            *[self.touch] * 24, *[self.click] * 10, *[self.press_long] * 3, *[self.drag] * 4,
            *[self.double_click] * 3, *[self.two_fingers] * 2, *[self.key] * 10,
            *[self.chord] * 5, *[self.way_out] * 4, self.menu, self.drop, self.close,
            self.change_state, self.scroll, self.compose, *[self.scan] * 2, self.cancel,
        ]  # fmt: skip

    @property
    def _handle(self) -> QWindow:
        return self._window.windowHandle()

    def act(self) -> None:
        """Do one thing, then let some time pass."""
        act = self._chance.choice(self._acts)
        self.did[act.__name__] += 1
        act()
        self._clock.now += self._chance.choice(_PAUSES_S)
        self._window.tick()
        # Painting costs most of the time: every so many acts is often enough to meet its faults.
        self._window.setUpdatesEnabled(self.did.total() % PAINT_EVERY == 0)
        QApplication.processEvents()

    def _spot(self) -> QPoint:
        """Return a place in the window: as often as not one where something can be pressed."""
        buttons, rect = self._window._buttons(), self._window.rect()
        if buttons and self._chance.random() < 0.7:
            one = self._chance.choice(buttons)
            middle = one.mapTo(self._window, one.rect().center())
            if rect.contains(middle):
                return middle
        return QPoint(
            self._chance.randrange(max(1, rect.width())),
            self._chance.randrange(max(1, rect.height())),
        )

    def touch(self) -> None:
        spot = self._spot()
        self.sent += 2
        QTest.touchEvent(self._handle, self._finger).press(0, spot).commit()
        QTest.touchEvent(self._handle, self._finger).release(0, spot).commit()

    def two_fingers(self) -> None:
        """Press two places at once, now and then the two corners of the hidden gesture."""
        self.sent += 4
        one, other = self._spot(), self._spot()
        if self._chance.random() < 0.5:
            one, other = QPoint(4, 4), QPoint(self._window.width() - 4, 4)
        QTest.touchEvent(self._handle, self._finger).press(0, one).press(1, other).commit()
        self._clock.now += self._chance.choice((0.1, 3.2))
        self._window.tick()
        QTest.touchEvent(self._handle, self._finger).release(0, one).release(1, other).commit()

    def cancel(self) -> None:
        """Let the system take a touch away half-way."""
        spot = self._spot()
        QTest.touchEvent(self._handle, self._finger).press(0, spot).commit()
        QApplication.sendEvent(self._handle, QEvent(QEvent.Type.Leave))
        QApplication.sendEvent(self._window, QEvent(QEvent.Type.UngrabMouse))
        QTest.touchEvent(self._handle, self._finger).release(0, spot).commit()

    def click(self) -> None:
        self.sent += 2
        QTest.mouseClick(self._handle, self._chance.choice(_BUTTONS), self._chord(), self._spot())

    def press_long(self) -> None:
        self.sent += 2
        spot = self._spot()
        QTest.mousePress(self._handle, Qt.MouseButton.LeftButton, _NONE, spot)
        self._clock.now += self._chance.choice((0.8, 3.5))
        self._window.tick()
        QTest.mouseRelease(self._handle, Qt.MouseButton.LeftButton, _NONE, spot)

    def drag(self) -> None:
        button, moves = self._chance.choice(_BUTTONS), self._chance.randrange(1, 5)
        self.sent += 2 + moves
        QTest.mousePress(self._handle, button, _NONE, self._spot())
        for _ in range(moves):
            QTest.mouseMove(self._handle, self._spot())
        QTest.mouseRelease(self._handle, button, _NONE, self._spot())

    def double_click(self) -> None:
        self.sent += 4
        QTest.mouseDClick(self._handle, self._chance.choice(_BUTTONS), _NONE, self._spot())

    def _chord(self) -> Qt.KeyboardModifier:
        pressed = _NONE
        for one in _MODIFIERS:
            if self._chance.random() < 0.25:
                pressed |= one
        return pressed

    def _strike(self, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        self.sent += 2
        text = chr(key.value) if 0x20 <= key.value < 0x7F else ""
        for action in (QTest.KeyAction.Press, QTest.KeyAction.Release):
            QTest.sendKeyEvent(action, self._handle, key, text, held)

    def key(self) -> None:
        self._strike(self._chance.choice(_KEYS), _NONE)

    def chord(self) -> None:
        self._strike(self._chance.choice(_KEYS), self._chord())

    def way_out(self) -> None:
        self._strike(*self._chance.choice(_WAYS_OUT))

    def _under(self, spot: QPoint) -> QWidget:
        return self._window.childAt(spot) or self._window

    def menu(self) -> None:
        spot = self._spot()
        reason = self._chance.choice(list(QContextMenuEvent.Reason))
        event = QContextMenuEvent(reason, spot, self._window.mapToGlobal(spot), self._chord())
        QApplication.sendEvent(self._under(spot), event)

    def drop(self) -> None:
        """Drag a file, a link and a text in, and let go of them."""
        data = QMimeData()
        data.setUrls([QUrl("file:///etc/hostname"), QUrl("https://example.org")])
        data.setText("DROPPED")
        spot = self._spot()
        told = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, _NONE)
        for target in (self._handle, self._under(spot)):
            enter = QDragEnterEvent(spot, *told)
            QApplication.sendEvent(target, enter)
            QApplication.sendEvent(target, QDragMoveEvent(spot, *told))
            drop = QDropEvent(QPointF(spot), *told)
            QApplication.sendEvent(target, drop)

    def close(self) -> None:
        """Close it as a window manager, another program and a script would."""
        ways: list[Callable[[], object]] = [
            self._window.close,
            self._handle.close,
            lambda: QApplication.sendEvent(self._handle, QCloseEvent()),
            QApplication.closeAllWindows,
        ]
        self._chance.choice(ways)()

    def change_state(self) -> None:
        """Minimise, restore or maximise it as a window manager would."""
        ways = [
            self._handle.showMinimized, self._handle.showNormal, self._handle.showMaximized,
            self._window.showMinimized, self._window.showNormal,
        ]  # fmt: skip
        self._chance.choice(ways)()

    def scroll(self) -> None:
        spot = QPointF(self._spot())
        QApplication.sendEvent(
            self._handle,
            QWheelEvent(
                spot, QPointF(QCursor.pos()), QPoint(), QPoint(0, self._chance.choice((120, -120))),
                Qt.MouseButton.NoButton, self._chord(), Qt.ScrollPhase.NoScrollPhase, False,
            ),
        )  # fmt: skip

    def compose(self) -> None:
        """Send what an input method commits, to whoever takes it."""
        event = QInputMethodEvent("ㅎ", [])
        event.setCommitString("훔친 글")
        target = QApplication.focusWidget() or self._window
        QApplication.sendEvent(target, event)

    def scan(self) -> None:
        self._window.take_scan(self._chance.choice(self._codes))
