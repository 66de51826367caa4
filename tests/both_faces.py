"""The program at work with both faces, and the hands, codes and frames that the journeys bring."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PIL import Image
from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.app import Program
from kiosk.devices.echoes import Echoes
from kiosk.ui.front_desk.scene import Stage
from kiosk.ui.front_desk.window import FrontDeskWindow
from kiosk.ui.self_check_in.flow import State
from kiosk.ui.self_check_in.window import SelfCheckInWindow
from kiosk.ui.widgets.touch_button import TouchButton

FRAME = QSize(640, 480)
SCANNER_GAP_MS, PERSON_GAP_MS = 5.0, 300.0
PATIENCE_MS = 20_000


def nv12(picture: Path) -> QVideoFrame:
    """Return a new camera frame that shows a picture on grey, as a webcam would send it."""
    ground = Image.new("L", (FRAME.width(), FRAME.height()), 180)
    with Image.open(picture) as code:
        ground.paste(code.convert("L"), (120, 40))
    frame = QVideoFrame(QVideoFrameFormat(FRAME, QVideoFrameFormat.PixelFormat.Format_NV12))
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    line, luma, colour = frame.bytesPerLine(0), memoryview(frame.bits(0)), frame.bits(1)
    dots = ground.tobytes()
    for y in range(FRAME.height()):
        luma[y * line : y * line + FRAME.width()] = dots[y * FRAME.width() :][: FRAME.width()]
    memoryview(colour)[:] = b"\x80" * len(memoryview(colour))
    frame.unmap()
    return frame


class Painted(QObject):
    """Note what a widget had to show at each of its paint events."""

    def __init__(self, widget: QWidget, shown: Callable[[], object]) -> None:
        super().__init__(widget)
        self.seen: list[object] = []
        self._shown = shown
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.seen.append(self._shown())
        return False


class Hall:
    """The program at work with both faces, and the hands that use it."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.program = Program(folder, None, ["desk", "self"])
        with qtbot.waitSignal(self.program.opened, timeout=PATIENCE_MS):
            self.program.start()
        qtbot.waitUntil(lambda: self.program.camera is not None)
        desk, touch = self.program.windows
        assert isinstance(desk, FrontDeskWindow)
        assert isinstance(touch, SelfCheckInWindow)
        self.desk, self.touch = desk, touch
        self._now_ms, self._gap_ms = 5_000.0, SCANNER_GAP_MS
        self.program.wedge._stamp = lambda _: self._struck()
        self.banners = Painted(desk.banner, self._desk_shows)
        self._finger = QTest.createTouchDevice()
        self.greens = Painted(touch.screens[State.OK], self._touch_shows)
        self.alreadys = Painted(touch.screens[State.ALREADY], self._touch_shows)

    def _struck(self) -> float:
        """Return when the key was struck: a scanner's rhythm, or a person's."""
        self._now_ms += self._gap_ms
        return self._now_ms

    def _desk_shows(self) -> object:
        scene = self.desk.reception.scene
        who = scene.person.id if scene.person else ""
        return (who, scene.verdict.reason) if scene.stage is Stage.ANSWERED else None

    def _touch_shows(self) -> object:
        verdict = self.touch.guide.verdict
        return verdict and (verdict.registration.id, verdict.reason)

    def until(self, met: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(met, timeout=PATIENCE_MS)

    def face(self, window: QWidget) -> None:
        """Bring a window to the front."""
        window.activateWindow()
        self.until(lambda: QApplication.activeWindow() is window)

    def hold_to_camera(self, picture: Path) -> None:
        sink = self.program.camera.sink
        sink.setVideoFrame(nv12(picture))

    def scan_by_hand(self, window: QWidget, text: str) -> None:
        """Send a hand scanner's keys to a window."""
        self._gap_ms = SCANNER_GAP_MS
        self._now_ms += 1_000
        # The rhythm is this clock's: a busy machine's own silence must not end the burst.
        self.program.wedge._timer.blockSignals(True)
        for key in [*text, Qt.Key.Key_Return]:
            QTest.keyClick(window.windowHandle(), key)
        self.program.wedge._timer.blockSignals(False)

    def let_echoes_fade(self) -> None:
        """Let the three seconds pass in which another device's reading is the same one."""
        self.program.scanners._echoes = Echoes()

    def type_on_desk(self, *keys: str | Qt.Key) -> None:
        """Type at a person's pace; each key is let through before the next is struck."""
        self._gap_ms = PERSON_GAP_MS
        for key in keys:
            QTest.keyClick(self.desk.windowHandle(), key)
            self.program.wedge.settle()

    def welcome_next(self) -> None:
        """Let the guest before go: time passes as if nobody stood there."""
        self.touch.guide.flow.patience = 0.0
        self.until(lambda: self.touch.guide.state is State.WELCOME)
        self.touch.guide.flow.patience = 1.0

    def screen(self, state: State) -> Any:
        """Return a screen once it is the one on show."""
        self.until(lambda: self.touch.guide.state is state)
        return self.touch.screens[state]

    def touch_button(self, button: QAbstractButton) -> None:
        """Touch a button with a finger, once touches count."""
        steps = self.touch.guide.steps
        self.until(lambda: steps.takes_touches and button.isVisible())
        middle = button.mapTo(self.touch, button.rect().center())
        self._touched().press(0, middle).commit()
        self._touched().release(0, middle).commit()

    def touch_words(self, words: str) -> None:
        """Touch the button that says so."""

        def found() -> list[TouchButton]:
            shown = self.touch.findChildren(TouchButton)
            return [one for one in shown if one.isVisible() and one.words == words]

        self.until(lambda: len(found()) == 1)
        self.touch_button(found()[0])

    def draw(self, pad: QWidget, spots: list[QPoint]) -> None:
        """Draw over a pad with a finger, from spot to spot of its own pixels."""
        self.until(lambda: self.touch.guide.steps.takes_touches and pad.isVisible())
        first, *others = [pad.mapTo(self.touch, one) for one in spots]
        self._touched().press(0, first).commit()
        for one in others:
            self._touched().move(0, one).commit()
        self._touched().release(0, others[-1]).commit()

    def _touched(self) -> QTest.QTouchEventSequence:
        return QTest.touchEvent(self.touch.windowHandle(), self._finger)
