"""The program as a whole: how it opens, who gets a scan, how it ends, and what hostile use does."""

from __future__ import annotations

import csv
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fakes import Raw, count, event_text, open_test_desk, person, session_text, token
from PIL import Image
from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk import app as app_module
from kiosk.app import Program, open_windows
from kiosk.application import take_every_point
from kiosk.devices.camera_watch import CameraState
from kiosk.domain.errors import KioskError
from kiosk.domain.verdict import Outcome, Verdict
from kiosk.services import check_in, events
from kiosk.services.open_desk import open_desk, open_store
from kiosk.services.qr_image import qr_image
from kiosk.services.roster_import import import_roster
from kiosk.storage import journal
from kiosk.ui.check_in_desk import CheckInDesk

PEOPLE = 40
STORM = 500
TURNS = 50
OPEN_ALL_DAY = {"starts_at": Raw("2020-01-01T00:00:00"), "ends_at": Raw("2099-01-01T00:00:00")}
PATIENCE_MS = 30_000
OpenProgram = Callable[..., Program]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Make a data folder with an event that is open whenever the tests run."""
    text = event_text(session_text(**OPEN_ALL_DAY), event=OPEN_ALL_DAY)
    open_test_desk(tmp_path, [person(n) for n in range(1, PEOPLE + 1)], text).close()
    return tmp_path / "data"


@pytest.fixture
def start(data: Path, qtbot: QtBot) -> Iterator[OpenProgram]:
    """Return a function that opens the program on the folder, devices and all."""
    made: list[Program] = []

    def opened(*faces: str, folder: Path = data) -> Program:
        program = Program(folder, None, faces or ("desk",))
        made.append(program)
        with qtbot.waitSignal(program.opened, timeout=PATIENCE_MS):
            program.start()
        qtbot.waitUntil(lambda: program.camera is not None)
        return program

    yield opened
    for program in made:
        for window in program.windows:
            window.close()
        program.close()


def entries(data: Path) -> list[str]:
    desk = open_desk(data)
    held = [
        one.registration for one in journal.everything(desk.store.connection, desk.event_number)
    ]
    assert desk.store.quick_check()
    desk.close()
    return held


def verdicts(program: Program) -> list[Verdict]:
    """Return a list that every verdict of the program is put on."""
    told: list[Verdict] = []
    for counter in program.findChildren(CheckInDesk):
        counter.answered.connect(told.append)
    return told


def face(window: QWidget, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)


class TestOpening:
    def test_the_faces_asked_for_are_shown(self, start: OpenProgram) -> None:
        program = start("desk", "self")
        names = [type(one).__name__ for one in program.windows]
        assert names == ["FrontDeskWindow", "SelfCheckInWindow"]
        assert all(one.isVisible() for one in program.windows)
        screen = program.windows[0].screen().availableSize()
        for window in program.windows:
            assert not window.windowIcon().isNull()
            assert window.width() <= max(screen.width(), window.minimumWidth())

    def test_without_data_it_refuses_in_words(self, tmp_path: Path, qtbot: QtBot) -> None:
        program = Program(tmp_path / "nothing", None, ["desk"])
        with qtbot.waitSignal(program.refused) as refusal:
            program.start()
        program.close()
        assert refusal.args[0].code == "STORE_MISSING"
        assert (program.windows, list(tmp_path.iterdir())) == ([], [])

    def test_an_event_that_is_not_there_is_refused(self, data: Path, qtbot: QtBot) -> None:
        program = Program(data, "no-such-event", ["desk"])
        with qtbot.waitSignal(program.refused) as refusal:
            program.start()
        program.close()
        assert refusal.args[0].code == "EVENT_UNKNOWN"

    @pytest.mark.logs_errors
    def test_an_installation_that_lacks_its_files_does_not_stay_open_without_a_window(
        self, data: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def lost(*_: object) -> QWidget:
            raise FileNotFoundError("front_desk_ko.qm")

        monkeypatch.setattr(Program, "_window", lost)
        program = Program(data, None, ["desk"])
        with qtbot.waitSignal(program.refused) as refusal:
            program.start()
        program.close()
        assert refusal.args[0].code == "UNEXPECTED"

    def test_a_refusal_ends_the_program_with_its_sentence(
        self, tmp_path: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
    ) -> None:
        status = open_windows(tmp_path / "nothing", None, ["desk"], full_screen=False)
        assert status == 1
        told = capsys.readouterr().err
        assert told.count("\n") == 1
        assert "There is no event data at" in told

    def test_a_speech_engine_that_hangs_does_not_outlive_the_program(
        self, start: OpenProgram, qtbot: QtBot
    ) -> None:
        program = start("desk")
        port = program.speech._port
        port._command = lambda: [sys.executable, "-c", "import threading; threading.Event().wait()"]
        program.speech.say("하나", "ko")
        ends: list[object] = []
        port._process.finished.connect(lambda *_: ends.append(1))
        program.close()
        assert ends == [1]

    def test_a_program_closed_at_once_starts_no_devices(self, data: Path, qtbot: QtBot) -> None:
        program = Program(data, None, ["desk"])
        program.opened.connect(program.close)
        with qtbot.waitSignal(program.opened):
            program.start()
        turned: list[bool] = []
        QTimer.singleShot(0, lambda: turned.append(True))
        qtbot.waitUntil(lambda: bool(turned))
        devices = (program.camera, program.queue, program.sounds, program.speech)
        assert devices == (None,) * 4
        for window in program.windows:
            window.close()


class TestScans:
    def test_the_window_in_front_gets_the_scan(self, start: OpenProgram, qtbot: QtBot) -> None:
        program = start("desk", "self")
        desk, touch = program.windows
        for number, (window, other) in enumerate([(touch, desk), (desk, touch)], 1):
            face(window, qtbot)
            told: list[str] = []
            counter, silent = (one._desk for one in (window, other))
            counter.answered.connect(lambda verdict, told=told: told.append(verdict.outcome))
            silent.answered.connect(lambda _, told=told: told.append("the wrong window"))
            program.wedge.scanned.emit(token(number))
            qtbot.waitUntil(lambda told=told: bool(told))
            assert told == [Outcome.ADMIT]
            counter.answered.disconnect()
            silent.answered.disconnect()

    def test_a_window_that_was_closed_gets_none(
        self, start: OpenProgram, data: Path, qtbot: QtBot
    ) -> None:
        program = start("desk", "self")
        desk, touch = program.windows
        desk.close()
        shown: list[Verdict] = []
        touch._desk.answered.connect(shown.append)
        program.wedge.scanned.emit(token(1))
        qtbot.waitUntil(lambda: bool(shown))
        assert entries(data) == ["r1"]
        touch.close()
        program.wedge.scanned.emit(token(2))
        assert entries(data) == ["r1"]

    def test_a_storm_of_scans_is_answered_whole(
        self, start: OpenProgram, data: Path, qtbot: QtBot
    ) -> None:
        program = start("desk", "self")
        told = verdicts(program)
        for number in range(STORM):
            program.windows[number % 2].take_scan(token(1 + number % PEOPLE))
        qtbot.waitUntil(lambda: len(told) == STORM, timeout=PATIENCE_MS)
        assert sum(one.outcome is Outcome.ADMIT for one in told) == PEOPLE
        assert sorted(entries(data)) == sorted(f"r{n}" for n in range(1, PEOPLE + 1))

    def test_frames_of_garbage_are_no_scans_and_the_next_ticket_counts(
        self, start: OpenProgram, qtbot: QtBot
    ) -> None:
        program = start("self")
        camera = program.camera
        assert camera is not None
        told = verdicts(program)
        forms = QVideoFrameFormat.PixelFormat
        for form in forms:
            frame = QVideoFrame(QVideoFrameFormat(QSize(64, 48), form))
            if frame.map(QVideoFrame.MapMode.WriteOnly):
                for plane in range(frame.planeCount()):
                    bits = memoryview(frame.bits(plane))
                    bits[:] = os.urandom(len(bits))
                frame.unmap()
            camera.sink.setVideoFrame(frame)
            qtbot.waitUntil(lambda: not camera._is_reading and camera._waiting is None)
        for size in ((1, 1), (3, 2_000), (2_000, 3)):
            picture = QImage(*size, QImage.Format.Format_Grayscale8)
            picture.fill(7)
            camera.sink.setVideoFrame(QVideoFrame(picture))
            qtbot.waitUntil(lambda: not camera._is_reading and camera._waiting is None)
        assert told == []
        camera.sink.setVideoFrame(QVideoFrame(_ticket_picture(token(1))))
        qtbot.waitUntil(lambda: len(told) == 1)
        assert told[0].outcome is Outcome.ADMIT

    def test_every_state_of_the_camera_is_told_to_both_faces(self, start: OpenProgram) -> None:
        program = start("desk", "self")
        for state in CameraState:
            program.camera.state_changed.emit(state)
            assert program.windows[1].welcome.findChildren(QWidget)
        assert set(app_module._CAMERA_WORDS) == {one.name for one in CameraState}

    def test_keys_of_a_scanner_go_to_no_field(self, start: OpenProgram, qtbot: QtBot) -> None:
        program = start("desk")
        window = program.windows[0]
        told = verdicts(program)
        at_ms = iter(range(5_000, 6_000, 5))
        program.wedge._stamp = lambda _: float(next(at_ms))
        for key in [*token(3), Qt.Key.Key_Return]:
            QTest.keyClick(window.windowHandle(), key)
        qtbot.waitUntil(lambda: len(told) == 1)
        assert told[0].registration is not None
        assert told[0].registration.id == "r3"
        assert window.column.field.text() == ""


def _ticket_picture(text: str) -> QImage:
    code = Image.new("L", (640, 480), 255)
    code.paste(qr_image(text, 8).convert("L"), (120, 80))
    return QImage(code.tobytes(), 640, 480, 640, QImage.Format.Format_Grayscale8).copy()


class TestTheGuiTurnsOn:
    def turns_while(self, qtbot: QtBot, is_over: Callable[[], bool]) -> int:
        """Return how often the event loop turned before something was over."""
        turned: list[bool] = []
        beat = QTimer(interval=0)
        beat.timeout.connect(lambda: turned.append(is_over()))
        beat.start()
        qtbot.waitUntil(lambda: len(turned) >= TURNS or any(turned), timeout=PATIENCE_MS)
        beat.stop()
        return len(turned) - sum(turned)

    def test_while_the_printer_hangs(self, start: OpenProgram, data: Path, qtbot: QtBot) -> None:
        program = start("desk", "self")
        gate, printed = threading.Event(), []
        program.lanes.run("print", gate.wait, 60, done=printed.append)
        told = verdicts(program)
        for number in range(1, 6):
            program.windows[number % 2].take_scan(token(number))
        qtbot.waitUntil(lambda: len(told) == 5)
        assert self.turns_while(qtbot, lambda: bool(printed)) >= TURNS
        assert len(entries(data)) == 5
        gate.set()
        qtbot.waitUntil(lambda: bool(printed))

    def test_while_five_thousand_people_are_imported(
        self, start: OpenProgram, data: Path, qtbot: QtBot
    ) -> None:
        file = data.parent / "roster.csv"
        with file.open("w", encoding="utf-8", newline="") as opened:
            csv.writer(opened).writerows(
                [("성명", "소속"), *((f"새사람{n}", f"기관{n % 50}") for n in range(5_000))]
            )

        def bring_in() -> int:
            desk = open_desk(data)
            try:
                return import_roster(desk, file).added
            finally:
                desk.close()

        program = start("desk", "self")
        imported: list[int] = []
        program.lanes.run("office", bring_in, done=imported.append)
        assert self.turns_while(qtbot, lambda: bool(imported)) > 0
        program.windows[0].take_scan(token(1))
        told = verdicts(program)
        qtbot.waitUntil(lambda: bool(imported) and bool(told), timeout=PATIENCE_MS)
        assert imported == [5_000]
        assert entries(data) == ["r1"]

    def test_while_the_desks_own_lane_is_blocked(self, start: OpenProgram, qtbot: QtBot) -> None:
        program = start("desk", "self")
        gate, let_go = threading.Event(), []
        program.lanes.run("desk", gate.wait, 60, done=let_go.append)
        told = verdicts(program)
        program.windows[1].take_scan(token(1))
        assert self.turns_while(qtbot, lambda: bool(let_go)) >= TURNS
        assert told == []
        gate.set()
        qtbot.waitUntil(lambda: len(told) == 1)


class TestTheEnd:
    def test_scans_that_were_taken_are_recorded_though_the_window_is_closed(
        self, data: Path, qtbot: QtBot
    ) -> None:
        program = Program(data, None, ["desk", "self"])
        with qtbot.waitSignal(program.opened):
            program.start()
        for number in range(1, PEOPLE + 1):
            program.windows[number % 2].take_scan(token(number))
        for window in program.windows:
            window.close()
        program.close()
        assert sorted(entries(data)) == sorted(f"r{n}" for n in range(1, PEOPLE + 1))
        assert not (data / "kiosk.db-wal").exists(), "the last to close folds the log"

    def test_a_lane_that_never_ends_does_not_keep_the_store_open(
        self, data: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        program = Program(data, None, ["desk"])
        with qtbot.waitSignal(program.opened):
            program.start()
        gate, hanging = threading.Event(), []

        def hang() -> None:
            hanging.append(threading.current_thread())
            gate.wait(60)

        program.lanes.run("print", hang)
        close = program.lanes.close
        monkeypatch.setattr(program.lanes, "close", lambda **held: close(**held, wait_s=0.05))
        program.windows[0].close()
        program.close()
        gate.set()
        hanging[0].join()
        assert not (data / "kiosk.db-wal").exists()

    def test_a_badge_whose_end_cannot_be_written_does_not_stop_the_end(
        self, start: OpenProgram, data: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        program = start("desk")

        def full() -> None:
            raise KioskError("STORE_FULL", path="kiosk.db")

        monkeypatch.setattr(program.queue, "settle", full)
        program.close()
        assert not (data / "kiosk.db-wal").exists()

    @pytest.mark.parametrize("face", ["desk", "self"])
    @pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
    def test_a_signal_closes_the_windows_in_good_order_also_a_locked_one(
        self, data: Path, told: signal.Signals, face: str
    ) -> None:
        program = (
            "import sys; from pathlib import Path; from kiosk.app import Program, open_windows\n"
            "show = Program._show\n"
            "def shown(program, window):\n"
            "    show(program, window)\n"
            "    print('open', flush=True)\n"
            "Program._show = shown\n"
            "is_kiosk = sys.argv[2] == 'self'\n"
            "sys.exit(open_windows(Path(sys.argv[1]), None, [sys.argv[2]], full_screen=is_kiosk))\n"
        )
        with subprocess.Popen(
            [sys.executable, "-c", program, str(data), face],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == "open\n"
            child.send_signal(told)
            output, errors = child.communicate(timeout=60)
        assert (child.returncode, output) == (0, "")
        assert "Traceback" not in errors
        assert not (data / "kiosk.db-wal").exists()

    @pytest.mark.logs_errors
    def test_what_a_slot_raises_is_logged_and_the_program_goes_on(
        self, qapp: QApplication, caplog: pytest.LogCaptureFixture
    ) -> None:
        before = sys.excepthook
        with app_module._asked_to_end(qapp):
            QTimer.singleShot(0, lambda: {}["in a slot"])
            QTimer.singleShot(0, qapp.quit)
            qapp.exec()
        assert sys.excepthook is before
        assert "KeyError" in caplog.text


class TestOthersAtTheSameTime:
    def test_two_programs_on_one_folder_admit_everybody_once(
        self, start: OpenProgram, data: Path, qtbot: QtBot
    ) -> None:
        first, second = start("desk"), start("self")
        told = [verdicts(first), verdicts(second)]
        for number in range(1, PEOPLE + 1):
            for program in (first, second):
                program.windows[0].take_scan(token(number))
        qtbot.waitUntil(lambda: all(len(one) == PEOPLE for one in told), timeout=PATIENCE_MS)
        admitted = [one for both in told for one in both if one.outcome is Outcome.ADMIT]
        assert len(admitted) == PEOPLE
        assert sorted(entries(data)) == sorted(f"r{n}" for n in range(1, PEOPLE + 1))

    def test_an_event_changed_and_another_added_leave_the_desk_at_work(
        self, start: OpenProgram, data: Path, tmp_path: Path, qtbot: QtBot
    ) -> None:
        program = start("desk", "self")
        store = open_store(data)
        title = {"title": "다른 이름"}
        for change in (title, {"id": "another-event"}):
            file = tmp_path / "changed.toml"
            text = event_text(session_text(**OPEN_ALL_DAY), event={**OPEN_ALL_DAY, **change})
            file.write_text(text, encoding="utf-8")
            events.apply(store, file)
        store.close()
        told = verdicts(program)
        program.windows[0].take_scan(token(1))
        program.windows[1].take_scan(token(1))
        qtbot.waitUntil(lambda: len(told) == 2)
        assert [one.outcome for one in told].count(Outcome.ADMIT) == 1

    def test_a_store_that_turns_read_only_refuses_in_words_and_recovers(
        self, start: OpenProgram, data: Path, qtbot: QtBot
    ) -> None:
        program = start("desk", "self")
        desk = program.desk
        assert desk is not None
        failures: list[KioskError] = []
        for counter in program.findChildren(CheckInDesk):
            counter.failed.connect(failures.append)
        told = verdicts(program)
        connection = desk.store.connection
        program.lanes.run("desk", connection.execute, "PRAGMA query_only = ON")
        program.windows[0].take_scan(token(1))
        program.windows[1].take_scan(token(2))
        qtbot.waitUntil(lambda: len(failures) == 2, timeout=PATIENCE_MS)
        assert {one.code for one in failures} == {"STORE_NOT_WRITABLE"}
        assert (told, entries(data)) == ([], [])
        program.lanes.run("desk", connection.execute, "PRAGMA query_only = OFF")
        program.windows[0].take_scan(token(1))
        program.windows[1].take_scan(token(2))
        qtbot.waitUntil(lambda: len(told) == 2)
        assert sorted(entries(data)) == ["r1", "r2"]

    def test_an_undo_by_another_program_is_seen_by_the_next_scan(
        self, start: OpenProgram, data: Path, qtbot: QtBot
    ) -> None:
        program = start("desk")
        told = verdicts(program)
        program.windows[0].take_scan(token(1))
        qtbot.waitUntil(lambda: len(told) == 1)
        other = open_desk(data)
        check_in.void(other, told[0].entry, "a test")
        assert count(other, "entry") == 2
        other.close()
        program.windows[0].take_scan(token(1))
        qtbot.waitUntil(lambda: len(told) == 2)
        assert told[1].outcome is Outcome.ADMIT


def test_every_point_of_a_finger_is_asked_for(qapp: QApplication) -> None:
    wanted = (
        Qt.ApplicationAttribute.AA_CompressHighFrequencyEvents,
        Qt.ApplicationAttribute.AA_CompressTabletEvents,
    )
    for attribute in wanted:
        QCoreApplication.setAttribute(attribute, True)
    take_every_point()
    assert not any(map(QCoreApplication.testAttribute, wanted))
