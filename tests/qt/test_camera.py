"""A camera that yields, errors, freezes, goes dark, goes away and comes back."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

import pytest
from camera_scenes import SIZE, grey_frame, scene
from PIL import Image
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoSink
from pytestqt.qtbot import QtBot

from kiosk.devices import camera as camera_module
from kiosk.devices.camera import Camera, CameraState
from kiosk.devices.camera_watch import DARK_S, FROZEN_S, RETRY_S
from kiosk.devices.decoder import REPEAT_MUTE_S
from kiosk.lanes import Lanes

TICKET = "PQ3RN2QWERTYASDFGHZXCVB567"
OTHER = "ZZ3RN2QWERTYASDFGHZXCVB234"

# Qt tells of video acceleration that this machine lacks; frames are converted all the same.
pytestmark = pytest.mark.qt_log_ignore("Couldn't (load|resolve)", "No RHI backend", extend=True)


class Clock:
    """Seconds that pass only when a test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class FakePort(QObject):
    """A camera port whose hardware is the test's."""

    failed = Signal(str)
    plugged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sink = QVideoSink(self)
        self.present = True
        self.gone = False
        self.did: list[str] = []

    def is_present(self) -> bool:
        return self.present

    def is_ours_gone(self) -> bool:
        return self.gone

    def open(self) -> None:
        self.did.append("open")

    def close(self) -> None:
        self.did.append("close")

    def plug(self, present: bool, gone: bool = False) -> None:
        self.present, self.gone = present, gone
        self.plugged.emit()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def port(qapp: object) -> FakePort:
    return FakePort()


@pytest.fixture
def lanes(qapp: object) -> Iterator[Lanes]:
    made = Lanes()
    yield made
    made.close()


@pytest.fixture
def camera(lanes: Lanes, port: FakePort, clock: Clock) -> Iterator[Camera]:
    made = Camera(lanes, port=port, clock=clock)  # type: ignore[arg-type]
    made.start()
    yield made
    made.stop()


@pytest.fixture
def heard(camera: Camera) -> list[str]:
    texts: list[str] = []
    camera.scanned.connect(texts.append)
    return texts


@pytest.fixture
def show(
    qtbot: QtBot, camera: Camera, port: FakePort, clock: Clock
) -> Callable[[QVideoFrame], None]:
    """Return a function that shows a frame to the camera and waits until it has been read."""

    def show_frame(frame: QVideoFrame) -> None:
        clock.now += 1 / 30
        port.sink.setVideoFrame(frame)
        qtbot.waitUntil(lambda: not camera._is_reading and camera._waiting is None)

    return show_frame


Show = Callable[[QVideoFrame], None]


class TestScans:
    def test_a_ticket_held_out_is_one_scan(
        self, show: Show, heard: list[str], camera: Camera
    ) -> None:
        image = scene(TICKET)
        for _ in range(100):
            show(grey_frame(image))
        assert heard == [TICKET]
        assert camera.state is CameraState.LIVE

    def test_the_same_ticket_counts_again_after_a_pause(
        self, show: Show, heard: list[str], clock: Clock
    ) -> None:
        show(grey_frame(scene(TICKET)))
        clock.now += REPEAT_MUTE_S
        show(grey_frame(scene(TICKET)))
        assert heard == [TICKET, TICKET]

    def test_two_tickets_at_once_are_none(
        self, show: Show, heard: list[str], camera: Camera
    ) -> None:
        told: list[bool] = []
        camera.several_seen.connect(lambda: told.append(True))
        for _ in range(5):
            show(grey_frame(scene(TICKET, OTHER)))
        assert (heard, told) == ([], [True])

    def test_nothing_is_read_before_start_and_after_stop(
        self, camera: Camera, port: FakePort, heard: list[str], qtbot: QtBot
    ) -> None:
        camera.stop()
        port.sink.setVideoFrame(grey_frame(scene(TICKET)))
        assert not camera._is_reading
        camera.start()
        port.sink.setVideoFrame(grey_frame(scene(TICKET)))
        camera.stop()  # while the lane is reading
        qtbot.waitUntil(lambda: not camera._is_reading)
        assert heard == []

    def test_the_latest_frame_wins_while_one_is_being_read(
        self,
        camera: Camera,
        port: FakePort,
        heard: list[str],
        qtbot: QtBot,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        read: list[int] = []
        plain = camera_module._read
        monkeypatch.setattr(
            camera_module, "_read", lambda frame, hard: read.append(1) or plain(frame, hard)
        )
        for text in ("SKIPPED-1", "SKIPPED-2", "SKIPPED-3", TICKET):
            port.sink.setVideoFrame(grey_frame(scene(text)))
        qtbot.waitUntil(lambda: not camera._is_reading)
        assert heard == ["SKIPPED-1", TICKET]
        assert len(read) == 2

    @pytest.mark.logs_errors
    def test_a_frame_that_cannot_be_read_is_skipped(
        self,
        show: Show,
        heard: list[str],
        monkeypatch: pytest.MonkeyPatch,
        caplog: pytest.LogCaptureFixture,
    ) -> None:
        def broken(*_: object) -> None:
            raise ValueError("the driver lied about its lines")

        with monkeypatch.context() as patch:
            patch.setattr(camera_module, "_read", broken)
            show(grey_frame(scene(TICKET)))
        assert "could not be read" in caplog.text
        show(grey_frame(scene(TICKET)))
        assert heard == [TICKET]

    def test_an_answer_after_the_camera_is_gone_is_dropped(
        self, lanes: Lanes, port: FakePort, clock: Clock, qtbot: QtBot
    ) -> None:
        made = Camera(lanes, port=port, clock=clock)  # type: ignore[arg-type]
        made.start()
        port.sink.setVideoFrame(grey_frame(scene(TICKET)))
        made.deleteLater()
        passed: list[object] = []
        lanes.run("decode", lambda: 1, done=passed.append)
        qtbot.waitUntil(lambda: passed == [1])


class TestPreview:
    def test_shows_pictures_no_faster_than_the_screen_needs(
        self, show: Show, camera: Camera
    ) -> None:
        shown: list[QImage] = []
        camera.frame_shown.connect(shown.append)
        for _ in range(30):  # one second of frames
            show(grey_frame(scene()))
        assert 10 <= len(shown) <= 15
        assert (shown[0].width(), shown[0].height()) == SIZE


class TestStates:
    def test_tells_each_state_once(
        self, show: Show, camera: Camera, port: FakePort, clock: Clock
    ) -> None:
        told: list[CameraState] = []
        camera.state_changed.connect(told.append)
        show(grey_frame(scene()))
        show(grey_frame(scene()))
        port.failed.emit("device busy")
        clock.now += RETRY_S
        camera.check()
        show(grey_frame(scene()))
        assert told == [CameraState.LIVE, CameraState.LOST, CameraState.LIVE]
        assert port.did == ["open", "close", "open"]

    def test_a_minute_under_a_lens_cap_is_told(
        self, show: Show, camera: Camera, clock: Clock
    ) -> None:
        dark = Image.new("L", SIZE, 16)
        show(grey_frame(dark))
        clock.now += DARK_S
        show(grey_frame(dark))
        assert camera.state is CameraState.DARK
        show(grey_frame(scene()))
        assert camera.state is CameraState.LIVE

    @pytest.mark.parametrize("moment", ["searching", "live", "reading", "lost", "dark", "absent"])
    @pytest.mark.parametrize("mishap", ["error", "freeze", "unplug", "swap", "stop"])
    def test_comes_back_from_every_mishap_at_every_moment(
        self,
        moment: str,
        mishap: str,
        show: Show,
        camera: Camera,
        port: FakePort,
        clock: Clock,
        heard: list[str],
        qtbot: QtBot,
    ) -> None:
        self._reach(moment, show, camera, port, clock)
        if mishap == "error":
            port.failed.emit("cable")
        elif mishap == "freeze":
            clock.now += FROZEN_S
            camera.check()
        elif mishap == "unplug":
            port.plug(present=False, gone=True)
            camera.check()
            assert camera.state is CameraState.ABSENT
        elif mishap == "swap":
            port.plug(present=True, gone=True)
        else:
            camera.stop()
        qtbot.waitUntil(lambda: not camera._is_reading)
        heard.clear()
        camera.start()
        port.plug(present=True)
        clock.now += max(RETRY_S, REPEAT_MUTE_S)
        camera.check()
        clock.now += RETRY_S
        camera.check()
        assert port.did[-1] == "open" or camera.state is CameraState.LOST
        show(grey_frame(scene(OTHER)))
        assert heard == [OTHER]
        assert camera.state is CameraState.LIVE

    @staticmethod
    def _reach(moment: str, show: Show, camera: Camera, port: FakePort, clock: Clock) -> None:
        if moment == "live":
            show(grey_frame(scene(TICKET)))
        elif moment == "reading":
            port.sink.setVideoFrame(grey_frame(scene(TICKET)))
            assert camera._is_reading
        elif moment == "lost":
            port.failed.emit("bus reset")
            assert camera.state is CameraState.LOST
        elif moment == "dark":
            show(grey_frame(Image.new("L", SIZE, 0)))
            clock.now += DARK_S
            show(grey_frame(Image.new("L", SIZE, 0)))
            assert camera.state is CameraState.DARK
        elif moment == "absent":
            port.plug(present=False, gone=True)
            assert camera.state is CameraState.ABSENT

    def test_the_watchdog_runs_by_itself(self, camera: Camera, clock: Clock, qtbot: QtBot) -> None:
        clock.now += FROZEN_S
        with qtbot.waitSignal(camera.state_changed, timeout=5000):
            pass
        assert camera.state is CameraState.LOST

    def test_without_qtmultimedia_there_is_just_no_camera(
        self, lanes: Lanes, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        monkeypatch.setitem(sys.modules, "kiosk.devices.camera_port", None)
        made = Camera(lanes)
        made.start()
        made.check()
        assert (made.state, made.sink) == (CameraState.ABSENT, None)
        assert "no camera" in caplog.text
        made.stop()

    def test_this_machine_s_own_port_takes_injected_frames(
        self, lanes: Lanes, qtbot: QtBot
    ) -> None:
        made = Camera(lanes)
        made.start()
        assert made.sink is not None
        with qtbot.waitSignal(made.scanned, timeout=10_000) as scan:
            made.sink.setVideoFrame(grey_frame(scene(TICKET)))
        assert scan.args == [TICKET]
        made.stop()
