"""A camera that reads QR codes: frames in, scans out, and always an honest state.

Decoding runs on the lane "decode", one frame at a time; a newer frame replaces the one that waits.
QtMultimedia is imported when a camera is made, because without libpulse the import itself fails.
"""

from __future__ import annotations

import logging
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from kiosk.devices.camera_watch import CameraState, CameraWatch, Order, says_in_use
from kiosk.devices.decoder import Repeats, Sighting
from kiosk.devices.hard_frames import HardFrames
from kiosk.devices.hints import Hint, HintWatch
from kiosk.lanes import Lanes

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame, QVideoSink

    from kiosk.devices.camera_port import CameraPort

__all__ = ["Camera", "CameraState", "Hint"]

log = logging.getLogger(__name__)

LANE = "decode"
TICK_MS = 1000
PREVIEW_S = 1 / 15
"""Seconds between two preview pictures; people see themselves move, and the GUI thread rests."""

MARK_S = 1.0
"""Seconds between two pictures that are compared bit for bit; one costs 0.3 ms."""


@dataclass(frozen=True, slots=True)
class _Reading:
    seen: Sighting
    is_dark: bool
    mark: int | None


def _read(frame: QVideoFrame, hard: HardFrames, *, marks: bool) -> _Reading | None:
    """Decode one frame, on the lane; None where the frame cannot be mapped."""
    from kiosk.devices.frames import is_dark, luma  # noqa: PLC0415 - imports QtMultimedia

    with luma(frame) as plane:
        if plane is None:
            return None
        mark = zlib.crc32(plane.data) if marks else None
        return _Reading(hard.look(plane), is_dark(plane), mark)


def _port(parent: QObject) -> CameraPort | None:
    """Return this machine's camera port, or None where QtMultimedia cannot be loaded."""
    try:
        from kiosk.devices.camera_port import CameraPort  # noqa: PLC0415 - may lack libpulse
    except ImportError as error:
        log.warning("no camera on this machine: %s", error)
        return None
    return CameraPort(parent)


class Camera(QObject):
    """Read QR codes from the machine's camera, whatever is plugged in, pulled out or frozen.

    ``scanned`` carries the text of a code, once while it is held out. ``several_seen`` says that
    two different codes were in one frame and none was taken. ``hinted`` carries a Hint for whoever
    holds out a code that cannot be read, NONE when it is over. ``state_changed`` carries a
    CameraState, ``frame_shown`` a QImage for the preview, at most fifteen a second.
    """

    scanned = Signal(str)
    several_seen = Signal()
    hinted = Signal(object)
    state_changed = Signal(object)
    frame_shown = Signal(QImage)

    def __init__(
        self,
        lanes: Lanes,
        *,
        port: CameraPort | None = None,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        """Take the lanes to decode on; tests bring their own ``port`` and ``clock`` (seconds)."""
        super().__init__(parent)
        self._lanes = lanes
        self._clock = clock
        self._port = port or _port(self)
        self._watch = CameraWatch()
        self._repeats = Repeats(clock)
        self._hints = HintWatch()
        self._hard = HardFrames()
        self._told, self._told_hint = self._watch.state, Hint.NONE
        self._is_on = self._is_reading = False
        self._waiting: QVideoFrame | None = None
        self._read_frame: QVideoFrame | None = None
        self._shown_at = self._marked_at = -MARK_S
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.check)
        if self._port is not None:
            self._port.failed.connect(self._fail)
            self._port.plugged.connect(self._replug)
            self._port.sink.videoFrameChanged.connect(self._take_frame)

    @property
    def state(self) -> CameraState:
        """What to tell people about the camera now."""
        return self._watch.state

    @property
    def sink(self) -> QVideoSink | None:
        """Where frames come in, real or injected; None on a machine without QtMultimedia."""
        return self._port.sink if self._port else None

    def start(self) -> None:
        """Open the camera, or wait for one to be plugged in."""
        if self._is_on:
            return
        self._is_on = True
        self._timer.start()
        self._obey(self._watch.started(self._clock(), is_present=self._is_present()))

    def stop(self) -> None:
        """Close the camera and drop what it still delivers."""
        self._is_on = False
        self._timer.stop()
        self._waiting = self._read_frame = None
        self._hints.forget()
        self._tell_hint()
        if self._port is not None:
            self._port.close()

    def check(self) -> None:
        """Look after the camera: notice a frozen one, reopen a lost one; runs every second."""
        if self._is_on:
            self._obey(self._watch.ticked(self._clock(), is_present=self._is_present()))

    def _is_present(self) -> bool:
        return self._port is not None and self._port.is_present()

    def _fail(self, words: str) -> None:
        if self._is_on:
            log.warning("camera failed: %s", words)
            self._obey(self._watch.failed(self._clock(), is_in_use=says_in_use(words)))

    def _replug(self) -> None:
        if self._is_on and self._port is not None:
            present, gone = self._port.is_present(), self._port.is_ours_gone()
            now = self._clock()
            self._obey(self._watch.plugged(now, is_present=present, is_ours_gone=gone))

    def _obey(self, order: Order) -> None:
        if self._port is not None and order is Order.OPEN:
            self._port.open()
        elif self._port is not None and order is Order.CLOSE:
            self._port.close()
        self._tell_state()

    def _tell_state(self) -> None:
        if self._told is not self._watch.state:
            self._told = self._watch.state
            self.state_changed.emit(self._told)
            if self._told is not CameraState.LIVE:
                self._hints.forget()
                self._tell_hint()

    def _tell_hint(self) -> None:
        if self._told_hint is not self._hints.hint:
            self._told_hint = self._hints.hint
            self.hinted.emit(self._told_hint)

    def _take_frame(self, frame: QVideoFrame) -> None:
        if not self._is_on or not frame.isValid():
            return
        self._watch.frame_came(self._clock())
        self._tell_state()
        self._waiting = frame
        self._read_next()

    def _read_next(self) -> None:
        if self._is_reading or self._waiting is None:
            return
        frame, self._waiting = self._waiting, None
        self._is_reading = True
        self._read_frame = frame
        marks = self._clock() - self._marked_at >= MARK_S
        if marks:
            self._marked_at = self._clock()
        read = partial(_read, frame, self._hard, marks=marks)
        self._lanes.run(LANE, read, done=self._take, failed=self._skip, owner=self)

    def _take(self, reading: _Reading | None) -> None:
        frame, self._read_frame = self._read_frame, None
        self._is_reading = False
        has_scanned = self._is_on and reading is not None and self._heed(reading)
        # A preview costs this thread as much as decoding does: never before a scan has been told.
        if self._is_on and frame is not None and not has_scanned:
            self._show(frame)
        self._read_next()

    def _heed(self, reading: _Reading) -> bool:
        """Tell what one frame showed; return whether it was a scan."""
        now = self._clock()
        has_scanned = self._announce(reading.seen.texts)
        if not self._is_on:  # stopped by whoever took the scan
            return has_scanned
        self._hints.looked(now, is_read=bool(reading.seen.texts), is_unread=reading.seen.has_unread)
        self._tell_hint()
        self._watch.light_told(now, is_dark=reading.is_dark)
        if reading.mark is not None:
            self._obey(self._watch.picture_marked(now, reading.mark))
        self._tell_state()
        return has_scanned

    def _announce(self, texts: list[str]) -> bool:
        taken = self._repeats.take(texts)
        if taken.several:
            self.several_seen.emit()
        if taken.text is not None:
            self.scanned.emit(taken.text)
        return taken.text is not None

    def _show(self, frame: QVideoFrame) -> None:
        if self._clock() - self._shown_at >= PREVIEW_S:
            self._shown_at = self._clock()
            self.frame_shown.emit(frame.toImage())

    def _skip(self, error: Exception) -> None:
        log.error("a camera frame could not be read", exc_info=error)
        self._is_reading, self._read_frame = False, None
        self._read_next()
