"""The touchscreen at work for a benchmark: its camera is given frames, and its paint is timed."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer, Signal
from PySide6.QtMultimedia import QVideoFrame, QVideoSink

from kiosk.application import application
from kiosk.devices.camera import Camera
from kiosk.lanes import Lanes
from kiosk.services.open_desk import OpenDesk, open_desk
from kiosk.ui.check_in_desk import CheckInDesk
from kiosk.ui.self_check_in.flow import State
from kiosk.ui.self_check_in.window import SelfCheckInWindow

if TYPE_CHECKING:
    from kiosk.devices.camera_port import CameraPort

_WIDTH, _HEIGHT = 1080, 1920
_LATE = 1


class _Port(QObject):
    """A camera without a driver: frames are put into its sink."""

    failed = Signal(str)
    plugged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sink = QVideoSink(self)

    def is_present(self) -> bool:
        return True

    def is_ours_gone(self) -> bool:
        return False

    def open(self) -> None:
        """Have nothing to open."""

    def close(self) -> None:
        """Have nothing to close."""


class VerdictStage(QObject):
    """The real window, desk, lanes, store and camera; only the driver and the clock are ours."""

    def __init__(self, folder: Path, patience_ms: int) -> None:
        self._app = application()
        super().__init__()
        self._loop, self._seconds, self._is_awaited = QEventLoop(), 0.0, False
        self._late = QTimer(self, interval=patience_ms, singleShot=True)
        self._late.timeout.connect(self._give_up)
        self._lanes = Lanes()
        self._lanes.run("desk", open_desk, folder, done=self._open, owner=self)
        self._wait("the store")

    def _open(self, desk: OpenDesk) -> None:
        self._desk = desk
        self._counter = CheckInDesk(self._lanes, desk)
        self._window = SelfCheckInWindow(self._counter, clock=lambda: self._seconds)
        self._window.resize(_WIDTH, _HEIGHT)
        self._window.show()
        while self._window.prepare_next():
            pass
        self._screen = self._window.screens[State.OK]
        self._screen.installEventFilter(self)
        self._port = _Port()
        self._camera = Camera(self._lanes, port=cast("CameraPort", self._port))
        self._camera.scanned.connect(self._window.take_scan)
        self._camera.frame_shown.connect(self._window.show_frame)
        self._camera.start()
        self._lanes.run("desk", desk.store.grow_log, done=lambda _: self._loop.quit())

    def _give_up(self) -> None:
        self._loop.exit(_LATE)

    def _wait(self, awaited: str) -> None:
        self._late.start()
        is_late = self._loop.exec() == _LATE
        self._late.stop()
        if is_late:
            raise RuntimeError(f"the benchmark waited in vain for {awaited}")

    def welcome(self) -> None:
        """Let the guest before go."""
        guide = self._window.guide
        for _ in range(1_000):
            if guide.state is State.WELCOME:
                break
            self._seconds += 20
            self._window.tick()
        self._app.processEvents()

    def show(self, frame: QVideoFrame) -> float:
        """Hold a frame before the camera; return the milliseconds until the verdict is painted."""
        self._is_awaited = True
        begun = time.perf_counter()
        self._port.sink.setVideoFrame(frame)
        self._wait("a verdict")
        taken_ms = (time.perf_counter() - begun) * 1000
        if self._window.guide.state is not State.OK:
            raise RuntimeError(f"the benchmark measured {self._window.guide.state} instead of OK")
        return taken_ms

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """End the wait once the verdict's paint, and that of everything on it, is over."""
        if self._is_awaited and event.type() is QEvent.Type.Paint:
            self._is_awaited = False
            QTimer.singleShot(0, self._loop.quit)
        return False

    def close(self) -> None:
        """Stop the camera, the lanes and the store, and take the window away."""
        self._camera.stop()
        self._window.close()
        self._lanes.close(last={"desk": self._desk.close})
        for one in (self._camera, self._window, self._counter, self._lanes, self._port):
            one.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
