"""A camera that yields, errors, freezes, goes dark, goes away and comes back."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

import pytest
from camera_scenes import SIZE, grey_frame, scene, spoilt
from PIL import Image
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoSink
from pytestqt.qtbot import QtBot

from kiosk.devices import camera as camera_module
from kiosk.devices.camera import MARK_S, Camera, CameraState, Hint
from kiosk.devices.camera_watch import DARK_S, FROZEN_S, RETRY_S
from kiosk.devices.decoder import REPEAT_MUTE_S
from kiosk.devices.hints import GONE_S
from kiosk.lanes import Lanes

TICKET = "PQ3RN2QWERTYASDFGHZXCVB567"
OTHER = "ZZ3RN2QWERTYASDFGHZXCVB234"
MOMENTS = ["searching", "live", "reading", "lost", "dark", "absent", "in use", "frozen"]
MISHAPS = ["error", "in use", "freeze", "unplug", "swap", "stop"]

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
            camera_module, "_read", lambda *frame, **marks: read.append(1) or plain(*frame, **marks)
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
        def broken(*_: object, **__: object) -> None:
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


class TestHints:
    @pytest.fixture
    def told(self, camera: Camera) -> list[Hint]:
        hints: list[Hint] = []
        camera.hinted.connect(hints.append)
        return hints

    @pytest.fixture
    def hold(self, show: Show, clock: Clock) -> Callable[[float], None]:
        """Return a function that holds out an unreadable code for so many seconds."""

        def hold_out(seconds: float) -> None:
            image = spoilt(TICKET)
            for quarter in range(round(4 * seconds)):
                clock.now += 0.25
                image.putpixel((0, 0), quarter)  # or it would be a frozen camera's
                show(grey_frame(image))

        return hold_out

    def test_a_code_that_cannot_be_read_is_hinted_at_and_never_a_scan(
        self, hold: Callable[[float], None], told: list[Hint], heard: list[str]
    ) -> None:
        hold(10)
        assert told == [Hint.FURTHER, Hint.BRIGHTER, Hint.NAME]
        assert heard == []

    def test_reading_it_ends_the_hint(
        self, hold: Callable[[float], None], show: Show, told: list[Hint], heard: list[str]
    ) -> None:
        hold(2)
        show(grey_frame(scene(TICKET)))
        assert told == [Hint.FURTHER, Hint.NONE]
        assert heard == [TICKET]

    def test_taking_it_away_ends_the_hint_after_a_second(
        self, hold: Callable[[float], None], show: Show, clock: Clock, told: list[Hint]
    ) -> None:
        hold(2)
        show(grey_frame(scene()))
        assert told == [Hint.FURTHER]
        clock.now += GONE_S
        show(grey_frame(scene()))
        assert told == [Hint.FURTHER, Hint.NONE]

    @pytest.mark.parametrize("end", ["lost", "stopped"])
    def test_a_camera_that_sees_nothing_hints_at_nothing(
        self,
        end: str,
        hold: Callable[[float], None],
        camera: Camera,
        port: FakePort,
        told: list[Hint],
    ) -> None:
        hold(2)
        if end == "lost":
            port.failed.emit("bus reset")
        else:
            camera.stop()
        assert told == [Hint.FURTHER, Hint.NONE]

    def test_a_hall_without_codes_is_told_nothing(
        self, show: Show, clock: Clock, told: list[Hint]
    ) -> None:
        for _ in range(20):
            clock.now += 0.5
            show(grey_frame(scene()))
        assert told == []


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

    def test_a_scan_is_told_before_any_picture_is_made_of_its_frame(
        self, show: Show, camera: Camera
    ) -> None:
        order: list[str] = []
        camera.scanned.connect(lambda _: order.append("scanned"))
        camera.frame_shown.connect(lambda _: order.append("shown"))
        show(grey_frame(scene(TICKET)))
        assert order == ["scanned"]
        show(grey_frame(scene(TICKET)))
        assert order == ["scanned", "shown"]

    def test_no_picture_is_kept(self, show: Show, camera: Camera) -> None:
        show(grey_frame(scene(TICKET)))
        assert (camera._waiting, camera._read_frame) == (None, None)

    def test_no_picture_is_shown_after_the_stop(
        self, camera: Camera, port: FakePort, qtbot: QtBot
    ) -> None:
        shown: list[QImage] = []
        camera.frame_shown.connect(shown.append)
        port.sink.setVideoFrame(grey_frame(scene()))
        camera.stop()
        qtbot.waitUntil(lambda: not camera._is_reading)
        assert shown == []

    def test_a_scan_waits_for_no_clock(
        self, camera: Camera, port: FakePort, heard: list[str], qtbot: QtBot
    ) -> None:
        """With its timer stopped a frame still becomes a scan, and so does the one after it."""
        camera._timer.stop()
        for text in (TICKET, OTHER):
            port.sink.setVideoFrame(grey_frame(scene(text)))
            qtbot.waitUntil(lambda text=text: heard[-1:] == [text])


class TestStates:
    def test_tells_each_state_once(
        self, show: Show, camera: Camera, port: FakePort, clock: Clock
    ) -> None:
        told: list[CameraState] = []
        camera.state_changed.connect(told.append)
        show(grey_frame(scene()))
        show(grey_frame(scene()))
        port.failed.emit("bus reset")
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

    def test_a_camera_that_another_program_holds_is_tried_again(
        self, show: Show, camera: Camera, port: FakePort, clock: Clock
    ) -> None:
        told: list[CameraState] = []
        camera.state_changed.connect(told.append)
        port.failed.emit("Camera is in use")
        for _ in range(2):
            clock.now += RETRY_S
            camera.check()
            port.failed.emit("Camera is in use")
        clock.now += RETRY_S
        camera.check()
        show(grey_frame(scene()))
        assert told == [CameraState.IN_USE, CameraState.LIVE]
        assert port.did == ["open"] + ["close", "open"] * 3

    def test_a_frozen_camera_is_told_though_its_frames_come(
        self, show: Show, camera: Camera, port: FakePort, clock: Clock, heard: list[str]
    ) -> None:
        told: list[CameraState] = []
        camera.state_changed.connect(told.append)
        while clock.now < 1000 + FROZEN_S + 2:
            clock.now += MARK_S / 2
            show(grey_frame(scene(TICKET)))
        assert told == [CameraState.LIVE, CameraState.FROZEN]
        assert port.did[-1] == "close"
        clock.now += RETRY_S
        camera.check()
        assert port.did[-1] == "open"
        show(grey_frame(scene(OTHER)))
        assert camera.state is CameraState.LIVE
        assert heard == [TICKET, OTHER]

    def test_one_pixel_that_changes_is_life(self, show: Show, camera: Camera, clock: Clock) -> None:
        image = scene()
        for second in range(int(FROZEN_S) * 4):
            clock.now += MARK_S
            image.putpixel((5, 5), second)
            show(grey_frame(image))
            assert camera.state is CameraState.LIVE

    @pytest.mark.parametrize("moment", MOMENTS)
    @pytest.mark.parametrize("mishap", MISHAPS)
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
        if mishap in ("error", "in use"):
            port.failed.emit(mishap)
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
        elif moment == "in use":
            port.failed.emit("Camera is in use")
            assert camera.state is CameraState.IN_USE
        elif moment == "frozen":
            for _ in range(int(FROZEN_S) + 3):
                clock.now += MARK_S
                show(grey_frame(scene(TICKET)))
            assert camera.state is CameraState.FROZEN
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
