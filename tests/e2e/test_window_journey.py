"""The whole way through the real windows: frames, keys, names and touches, badges and exports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.app import Program
from kiosk.domain.hangul import initials
from kiosk.domain.registration import Registration
from kiosk.domain.verdict import Reason
from kiosk.services import events, tickets
from kiosk.services.exports.export import export
from kiosk.services.open_desk import open_desk, open_store, serve
from kiosk.services.roster_import import import_roster
from kiosk.storage import roster, settings
from kiosk.ui.front_desk.scene import Stage
from kiosk.ui.front_desk.window import FrontDeskWindow
from kiosk.ui.self_check_in.flow import State
from kiosk.ui.self_check_in.window import SelfCheckInWindow

FRAME = QSize(640, 480)
SCANNER_GAP_MS, PERSON_GAP_MS = 5.0, 300.0
PATIENCE_MS = 20_000
# The keys of a Latin keyboard under the initials ㄱ to ㅊ.
KEYS = dict(zip("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅎ", "rsefaqtdwcg", strict=True))


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
        for key in [*text, Qt.Key.Key_Return]:
            QTest.keyClick(window.windowHandle(), key)

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

    def touch_button(self, button: QAbstractButton) -> None:
        """Touch a button once it counts."""
        self.until(lambda: self.touch.guide.steps.takes_touches and button.isVisible())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def house(tmp_path: Path, event_file: Path, roster_file: Path) -> Path:
    """Make the event, the roster and the ticket pictures, and set a folder for the printer."""
    data, printer = tmp_path / "data", tmp_path / "printed"
    printer.mkdir()
    store = open_store(data, create=True)
    events.apply(store, event_file)
    desk = serve(store)
    import_roster(desk, roster_file)
    tickets.write(desk, tmp_path / "tickets", "png")
    told = replace(desk.settings, printer=f"folder:{printer}")
    store.write(lambda connection: settings.save(connection, told))
    store.close()
    return data


@pytest.fixture
def guests(house: Path) -> list[Registration]:
    """Return everybody on the roster, in its order."""
    desk = open_desk(house)
    found = list(roster.everyone(desk.store.connection, desk.event_number))
    desk.close()
    return found


@pytest.fixture
def hall(house: Path, guests: list[Registration], qtbot: QtBot) -> Iterator[Hall]:
    made = Hall(house, qtbot)
    yield made
    for window in made.program.windows:
        window.close()
    made.program.close()


def picture_of(house: Path, guest: Registration) -> Path:
    return house.parent / "tickets" / f"{guest.id}.png"


def check_in_by_camera(hall: Hall, house: Path, guest: Registration) -> None:
    hall.hold_to_camera(picture_of(house, guest))
    hall.until(lambda: (guest.id, Reason.OK) in hall.greens.seen)


def check_in_by_scanner(hall: Hall, guest: Registration) -> None:
    hall.scan_by_hand(hall.desk, guest.ticket)
    hall.until(lambda: (guest.id, Reason.OK) in hall.banners.seen)


def check_in_by_name(hall: Hall, guest: Registration) -> None:
    """Type the initials on the desk, go down to the person, and press Enter."""
    hall.type_on_desk(Qt.Key.Key_Escape, *(KEYS[one] for one in initials(guest.name)))
    reception = hall.desk.reception
    hall.until(lambda: len(reception.candidates.query) == len(guest.name))
    hits = [one.registration.id for one in reception.candidates.hits]
    hall.type_on_desk(*[Qt.Key.Key_Down] * hits.index(guest.id))
    assert reception.scene.person is not None
    assert reception.scene.person.id == guest.id
    hall.type_on_desk(Qt.Key.Key_Return)
    hall.until(lambda: (guest.id, Reason.OK) in hall.banners.seen)


def check_in_by_touch(hall: Hall, guest: Registration) -> None:
    """Touch the initials, then the last four digits; they tell namesakes apart."""
    touch, guide = hall.touch, hall.touch.guide
    hall.welcome_next()
    hall.touch_button(touch.welcome.find_name)
    for letter in initials(guest.name):
        hall.touch_button(touch.screens[State.LETTERS].consonants.buttons[letter])
    hall.until(lambda: guide.state is State.DIGITS)
    for digit in guest.phone[-4:]:
        hall.touch_button(touch.screens[State.DIGITS].keys.buttons[digit])
    hall.until(lambda: (guest.id, Reason.OK) in hall.greens.seen)


def test_everybody_comes_through_the_windows_once(
    hall: Hall, house: Path, guests: list[Registration], tmp_path: Path
) -> None:
    names = Counter(one.name for one in guests)
    doubles = sorted((one for one in guests if names[one.name] > 1), key=lambda one: one.name)
    absent, *others = (one for one in guests if one not in doubles and len(one.name) == 3)
    by_touch, by_name = [*doubles[:2], others[0]], [*doubles[2:], others[1]]
    left = [one for one in guests if one not in (absent, *by_touch, *by_name)]
    by_camera, by_scanner = left[::2], left[1::2]
    hall.face(hall.touch)
    for guest in by_touch:
        check_in_by_touch(hall, guest)
    for guest in by_camera:
        check_in_by_camera(hall, house, guest)
    hall.scan_by_hand(hall.touch, by_camera[0].ticket)
    hall.until(lambda: (by_camera[0].id, Reason.ALREADY_IN) in hall.alreadys.seen)
    hall.welcome_next()
    hall.face(hall.desk)
    for guest in by_scanner:
        check_in_by_scanner(hall, guest)
    hall.scan_by_hand(hall.desk, by_scanner[0].ticket)
    hall.until(lambda: (by_scanner[0].id, Reason.ALREADY_IN) in hall.banners.seen)
    for guest in by_name:
        check_in_by_name(hall, guest)
    coming = [one for one in guests if one is not absent]
    printed = tmp_path / "printed"
    hall.until(lambda: len(list(printed.glob("*.pdf"))) == len(coming))
    hall.until(lambda: hall.desk.counts.counts.come == len(coming))
    check_export(house, coming, absent)


def check_export(house: Path, coming: list[Registration], absent: Registration) -> None:
    """Find everybody exactly once, by a connection of its own, while the program still runs."""
    file = house.parent / "attendance.xlsx"
    desk = open_desk(house)
    export(desk, "attendance", "xlsx", file, purpose="test")
    desk.close()
    headings, *rows = openpyxl.load_workbook(file).worksheets[0].iter_rows(values_only=True)
    who, state = headings.index("등록 번호"), headings.index("출석")
    assert len(rows) == len(coming) + 1
    told = {row[who]: row[state] for row in rows}
    assert told == {**{one.id: "입장" for one in coming}, absent.id: "미입장"}
