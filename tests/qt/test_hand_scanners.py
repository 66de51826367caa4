"""The program with hand scanners of every kind: one code, one check-in, whatever read it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals to play a scanner with", allow_module_level=True)

from fakes import Raw, event_text, open_test_desk, person, session_text, token
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.app import Program
from kiosk.domain.scanner_check import TEST_CODE, Finding
from kiosk.domain.settings import SCANNER_GAP_MS
from kiosk.services import desk_settings
from kiosk.services.open_desk import open_desk
from kiosk.storage import journal
from kiosk.ui.check_in_desk import CheckInDesk
from kiosk.ui.front_desk.device_states import ScannerState
from kiosk.ui.front_desk.window import FrontDeskWindow

OPEN_ALL_DAY = {"starts_at": Raw("2020-01-01T00:00:00"), "ends_at": Raw("2099-01-01T00:00:00")}
PATIENCE_MS = 30_000


class Hall:
    """The program with both faces, a serial scanner at ``end``, and its store."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.folder, self.qtbot = folder, qtbot
        self.end, self._port = os.openpty()
        location = os.ttyname(self._port)
        desk_settings.change(folder, {"scanner": f"serial:{location}", "printer": ""})
        self.program = Program(folder, None, ["desk", "self"])
        with qtbot.waitSignal(self.program.opened, timeout=PATIENCE_MS):
            self.program.start()
        (desk, self.touch) = self.program.windows
        assert isinstance(desk, FrontDeskWindow)
        self.desk: FrontDeskWindow = desk
        self.verdicts: list[str] = []
        for counter in self.program.findChildren(CheckInDesk):
            counter.answered.connect(lambda verdict: self.verdicts.append(verdict.reason))
        self.until(lambda: desk._scanner is ScannerState.READY and self._reads())

    def _reads(self) -> bool:
        serial = self.program.scanners.serial
        return serial is not None and bool(serial._links)

    def until(self, met) -> None:
        self.qtbot.waitUntil(met, timeout=PATIENCE_MS)

    def face(self, window) -> None:
        window.activateWindow()
        self.until(lambda: QApplication.activeWindow() is window)

    def send(self, text: str) -> None:
        os.write(self.end, text.encode() + b"\r\n")

    def pull_out(self) -> None:
        for one in (self.end, self._port):
            if one >= 0:
                os.close(one)
        self.end = self._port = -1

    def entries(self) -> int:
        desk = open_desk(self.folder)
        try:
            return len(list(journal.everything(desk.store.connection, desk.event_number)))
        finally:
            desk.close()


@pytest.fixture
def hall(tmp_path: Path, qtbot: QtBot) -> Iterator[Hall]:
    text = event_text(session_text(**OPEN_ALL_DAY), event=OPEN_ALL_DAY)
    open_test_desk(tmp_path, [person(n) for n in range(1, 9)], text).close()
    made = Hall(tmp_path / "data", qtbot)
    yield made
    for window in made.program.windows:
        window.close()
    made.program.close()
    made.pull_out()


def test_both_faces_take_a_serial_scan_and_echoes_count_once(hall: Hall) -> None:
    for number, window in enumerate((hall.desk, hall.touch), 1):
        hall.face(window)
        hall.send(token(number))
        hall.until(lambda number=number: len(hall.verdicts) == number)
    hall.program.wedge.scanned.emit(token(1).lower())
    hall.program.camera.scanned.emit(token(2))
    hall.send(token(3))
    hall.until(lambda: len(hall.verdicts) == 3)
    assert hall.verdicts == ["OK"] * 3
    assert hall.entries() == 3


def test_the_second_pull_of_one_trigger_is_answered(hall: Hall) -> None:
    hall.send(token(1))
    hall.send(token(1))
    hall.until(lambda: len(hall.verdicts) == 2)
    assert hall.verdicts == ["OK", "ALREADY_IN"]


def test_unplugged_the_chip_says_so_and_keyboards_go_on(hall: Hall) -> None:
    hall.pull_out()
    hall.until(lambda: hall.desk._scanner is ScannerState.MISSING)
    chip = hall.desk.top.chips[1]
    assert "/dev/pts/" in chip.remedy
    hall.program.wedge.scanned.emit(token(1))
    hall.until(lambda: hall.verdicts == ["OK"])


def test_the_set_up_records_lists_ports_and_keeps_what_is_chosen(hall: Hall) -> None:
    hall.face(hall.desk)
    wizard = hall.desk.wizard
    hall.desk.check_scanner()
    hall.until(lambda: not wizard._code.isNull())
    for char in TEST_CODE:
        QTest.keyClick(hall.desk.windowHandle(), char)
    QTest.keyClick(hall.desk.windowHandle(), Qt.Key.Key_Return)
    hall.until(lambda: wizard.found is not None)
    hall.send(f"//{TEST_CODE}")
    hall.until(lambda: bool(wizard.found) and wizard.found[0].finding is Finding.PREFIX)
    wizard.turn.click()
    wizard.ports.chosen.emit("keyboard")
    hall.until(lambda: hall.desk._desk.settings.scanner == "keyboard")
    hall.until(lambda: not hall._reads())
    wizard.leave()
    assert hall.verdicts == []
    least, most = SCANNER_GAP_MS
    assert least <= open_desk_settings(hall.folder).scanner_gap_ms <= most


def open_desk_settings(folder: Path):
    desk = open_desk(folder)
    try:
        return desk.settings
    finally:
        desk.close()


def test_settings_that_did_not_change_leave_the_port_open(hall: Hall) -> None:
    before = hall.program.scanners.serial
    hall.program.scanners.adopt(hall.desk._desk.settings)
    assert hall.program.scanners.serial is before
    hall.program.scanners.adopt(replace(hall.desk._desk.settings, scanner_baud=115200))
    assert hall.program.scanners.serial is not before
    hall.until(hall._reads)
    hall.send(token(4))
    hall.until(lambda: hall.verdicts == ["OK"])
