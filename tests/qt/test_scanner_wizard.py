"""Setting a scanner up at the desk: F12, a scan of the test code, what is said, what is kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from two_set import TwoSet

from kiosk.devices.wedge import WedgeFilter
from kiosk.domain.printer import PrinterState
from kiosk.domain.scanner import Port
from kiosk.domain.scanner_check import TEST_CODE, End, Finding, Found, Reading
from kiosk.ui.front_desk import gallery
from kiosk.ui.front_desk.device_states import CameraState, ScannerState
from kiosk.ui.front_desk.sample_desk import NOW, SampleDesk
from kiosk.ui.front_desk.sample_printers import two_printers
from kiosk.ui.front_desk.scanner_wizard import Page, ScannerWizard
from kiosk.ui.front_desk.window import FrontDeskWindow

Key = Qt.Key


class NotingDesk(SampleDesk):
    """Notes what it is asked to keep and to answer."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[dict[str, object]] = []
        self.scans: list[str] = []

    def change_settings(self, **changes: object) -> None:
        self.kept.append(changes)

    def take_scan(self, text: str) -> None:
        self.scans.append(text)


class Bench:
    """A desk's window behind a wedge filter, and keys at whatever pace."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot, self.desk, self.now_ms = qtbot, NotingDesk(), 9_000.0
        self.window = FrontDeskWindow(self.desk, clock=lambda: NOW)
        qtbot.addWidget(self.window)
        self.window.resize(1366, 768)
        self.window.set_language("en")
        self.window.show_printers(two_printers(PrinterState.READY)[:1])
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.wedge = WedgeFilter(self.window, stamp=lambda _: self.now_ms, now=lambda: self.now_ms)
        self.wedge.scanned.connect(self.window.take_scan)
        self.wedge.recorded.connect(self.wizard.take_reading)
        self.wizard.opened.connect(self.wedge.record)
        self.wedge.start()

    @property
    def wizard(self) -> ScannerWizard:
        return self.window.wizard

    def press(self, key: Any, gap_ms: float = 500) -> None:
        self.now_ms += gap_ms
        QTest.keyClick(self.window.windowHandle(), key)

    def open(self) -> None:
        self.press(Key.Key_F12)
        self.wedge.settle()
        assert self.wizard.isVisible()

    def scan(self, *keys: Any, gap_ms: float = 5) -> None:
        self.now_ms += 1_000
        for key in keys:
            self.press(key, gap_ms)
        self.wedge.settle()

    def found(self) -> list[Finding]:
        assert self.wizard.found is not None
        return [one.finding for one in self.wizard.found]


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    made = Bench(qtbot)
    yield made
    made.wedge.stop()
    made.window.set_language("en")


class TestKeyboards:
    def test_a_scanner_that_is_well_is_told_so_and_counts_for_nobody(self, bench: Bench) -> None:
        bench.open()
        bench.scan(*TEST_CODE, Key.Key_Return)
        assert bench.found() == []
        assert "Reads as it should" in bench.wizard.accessibleName()
        assert (bench.desk.scans, bench.desk.kept) == ([], [])
        assert bench.window.column.field.text() == ""

    def test_a_slow_one_is_read_whole_and_allowed_for(self, bench: Bench) -> None:
        bench.open()
        bench.scan(*TEST_CODE, Key.Key_Tab, gap_ms=60)
        assert bench.found() == [Finding.PACED, Finding.TAB]
        assert bench.desk.kept == [{"scanner_gap_ms": 66}]

    def test_one_that_is_too_slow_is_told_by_how_much(self, bench: Bench) -> None:
        bench.open()
        bench.scan(*TEST_CODE, Key.Key_Return, gap_ms=140)
        assert bench.wizard.found == (Found(Finding.SLOW, "140"),)
        assert bench.desk.kept == []
        assert "140 ms" in bench.wizard.accessibleName()

    @pytest.mark.parametrize("mends_order", [False, True])
    def test_a_korean_input_method_is_noticed(self, bench: Bench, mends_order: bool) -> None:
        bench.open()
        korean = TwoSet(bench.press, mends_order=mends_order)
        bench.now_ms += 1_000
        for char in TEST_CODE:
            bench.now_ms += 5
            korean.press(char) if char.isalpha() else bench.press(char, 0)
        korean.preedit = ""
        bench.press(Key.Key_Return, 5)
        bench.wedge.settle()
        assert bench.found() == [Finding.INPUT_METHOD]

    def test_chords_press_nothing_and_are_told(self, bench: Bench) -> None:
        bench.open()
        bench.now_ms += 1_000
        handle = bench.window.windowHandle()
        QTest.keyClick(handle, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        for key in (*TEST_CODE, Key.Key_Escape, Key.Key_Return):
            bench.press(key, 5)
        bench.wedge.settle()
        assert bench.wizard.isVisible()
        assert Finding.CONTROL in bench.found()

    @pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_Return])
    def test_one_key_of_a_person_leaves(self, bench: Bench, key: Key) -> None:
        bench.open()
        bench.press(key)
        bench.wedge.settle()
        assert not bench.wizard.isVisible()
        assert bench.window.focusWidget() is bench.window.column.field
        bench.scan(*"K7QF3W5ZJ4XM", Key.Key_Return)
        assert bench.desk.scans == ["K7QF3W5ZJ4XM"], "scans count again"

    def test_a_record_ends_by_itself(self, bench: Bench) -> None:
        bench.open()
        bench.now_ms += 1_000
        for key in (*"kim",):
            bench.press(key, 200)
        bench.qtbot.waitUntil(lambda: bench.wizard.found == (Found(Finding.OTHER),))

    def test_without_any_key_it_says_that_nothing_was_seen(self, bench: Bench) -> None:
        bench.open()
        bench.wizard._waiting.setInterval(1)
        bench.wizard._waiting.start()
        bench.qtbot.waitUntil(lambda: bench.wizard.found == (Found(Finding.NOTHING),))

    def test_opened_twice_it_is_open_once(self, bench: Bench) -> None:
        bench.open()
        told: list[bool] = []
        bench.wizard.opened.connect(told.append)
        bench.window.check_scanner()
        bench.wizard.leave()
        bench.wizard.leave()
        assert told == [False]

    def test_a_reading_that_comes_too_late_changes_nothing(self, bench: Bench) -> None:
        bench.wizard.take_reading(Reading(TEST_CODE, End.ENTER, 60))
        assert (bench.wizard.found, bench.desk.kept) == (None, [])

    def test_presses_do_not_reach_the_window_below(self, bench: Bench) -> None:
        bench.open()
        session = bench.window.top.session
        middle = session.mapTo(bench.window, session.rect().center())
        QTest.mouseClick(bench.window.childAt(middle), Qt.MouseButton.LeftButton)
        assert not bench.window.column.offers_sessions
        assert bench.window.focusWidget() is bench.wizard

    def test_an_answer_below_leaves_the_focus_here(self, bench: Bench) -> None:
        bench.open()
        bench.desk.answered.emit(gallery.verdict_for(gallery.Reason.OK))
        assert bench.window.focusWidget() is bench.wizard


class TestSerial:
    def test_the_test_code_of_a_serial_scanner_is_its_own(self, bench: Bench) -> None:
        bench.window.take_scan(TEST_CODE)
        bench.open()
        bench.window.take_scan("SOMEBODY-S-TICKET")
        assert bench.wizard.isHidden()
        bench.open()
        bench.window.take_scan(f"##{TEST_CODE}")
        assert bench.found() == [Finding.PREFIX]
        assert bench.desk.scans == [TEST_CODE, "SOMEBODY-S-TICKET"]

    def test_a_port_is_chosen_and_kept(self, bench: Bench) -> None:
        bench.open()
        asked: list[None] = []
        bench.wizard.ports_wanted.connect(lambda: asked.append(None))
        bench.wizard.turn.click()
        assert (bench.wizard.page, asked) == (Page.SERIAL, [None])
        board, usb = Port("COM1", "COM1"), Port("COM7", "COM7", "1eab:1d06", "SN1")
        bench.wizard.show_ports([board, usb, *(Port(f"COM{n}", "") for n in range(20, 30))])
        for button in bench.wizard.ports.buttons[:4]:
            button.click()
        chosen = ["keyboard", "auto", "serial:1eab:1d06:SN1", "serial:COM1"]
        assert [one["scanner"] for one in bench.desk.kept] == chosen
        chip = bench.window.top.chips[1]
        for number, choice in enumerate(chosen):
            bench.wizard.show_scanner(chip, choice)
            checked = [one.isChecked() for one in bench.wizard.ports.buttons[:4]]
            assert checked == [place == number for place in range(4)]
        bench.wizard.turn.click()
        assert bench.wizard.page is Page.KEYBOARD
        assert not bench.wizard.ports.isVisible()

    def test_no_port_is_said_in_words(self, bench: Bench) -> None:
        bench.open()
        bench.wizard.turn.click()
        bench.wizard.show_ports([])
        assert "Plug the scanner in" in bench.wizard.ports.accessibleName()


class TestChips:
    def point(self, bench: Bench, place: int) -> None:
        at = QPointF(3, 3)
        QApplication.sendEvent(bench.window.top.chip_buttons[place], QEnterEvent(at, at, at))

    def leave(self, bench: Bench, place: int) -> None:
        QApplication.sendEvent(bench.window.top.chip_buttons[place], QEvent(QEvent.Type.Leave))

    @pytest.mark.parametrize("state", list(ScannerState))
    def test_each_state_of_a_scanner_says_what_to_do(
        self, bench: Bench, state: ScannerState
    ) -> None:
        bench.window.set_scanner_state(state, port="ttyACM3", group="uucp")
        self.point(bench, 1)
        panel = bench.window.remedies.panel
        assert panel.isVisible()
        chip = bench.window.top.chips[1]
        assert panel.accessibleName() == f"{chip.text}. {chip.remedy}"
        names_port = state not in (ScannerState.READY, ScannerState.NO_LIBRARY)
        assert ("ttyACM3" in chip.remedy) is names_port
        assert ("uucp" in chip.remedy) is (state is ScannerState.DENIED)
        assert panel.check.isVisible()
        assert bench.window.rect().contains(panel.geometry())
        self.leave(bench, 1)
        assert not panel.isVisible()

    @pytest.mark.parametrize("state", [one for one in CameraState if one is not CameraState.OFF])
    def test_each_state_of_a_camera_says_what_to_do(self, bench: Bench, state: CameraState) -> None:
        bench.window.set_camera_state(state)
        self.point(bench, 2)
        panel = bench.window.remedies.panel
        assert bench.window.top.chips[2].remedy in panel.accessibleName()
        assert not panel.check.isVisible()

    def test_a_press_keeps_it_until_it_is_pressed_again(self, bench: Bench) -> None:
        panel, button = bench.window.remedies.panel, bench.window.top.chip_buttons[1]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.leave(bench, 1)
        assert panel.isVisible()
        bench.window.set_scanner_state(ScannerState.MISSING, port="COM4")
        assert "COM4" in panel.accessibleName(), "what it says is what is so"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert not panel.isVisible()

    @pytest.mark.parametrize("way", ["esc", "elsewhere"])
    def test_it_goes_with_esc_and_a_press_elsewhere(self, bench: Bench, way: str) -> None:
        QTest.mouseClick(bench.window.top.chip_buttons[1], Qt.MouseButton.LeftButton)
        if way == "esc":
            bench.press(Key.Key_Escape)
            bench.wedge.settle()
        else:
            QTest.mouseClick(bench.window, Qt.MouseButton.LeftButton, pos=QPoint(700, 400))
        assert not bench.window.remedies.panel.isVisible()

    def test_the_focus_shows_it_and_its_button_opens_the_set_up(self, bench: Bench) -> None:
        button = bench.window.top.chip_buttons[1]
        button.setFocus(Qt.FocusReason.TabFocusReason)
        panel = bench.window.remedies.panel
        assert panel.isVisible()
        panel.check.click()
        assert bench.wizard.isVisible()
        assert not panel.isVisible()

    def test_a_chip_without_a_remedy_shows_none(self, bench: Bench) -> None:
        self.point(bench, 0)
        shown = bool(bench.window.top.chips[0].remedy)
        assert bench.window.remedies.panel.isVisible() is shown

    def test_it_stays_with_its_device_when_another_s_chip_goes(self, bench: Bench) -> None:
        bench.window.set_camera_state(CameraState.READY)
        QTest.mouseClick(bench.window.top.chip_buttons[2], Qt.MouseButton.LeftButton)
        bench.window._printer = None
        bench.window.set_camera_state(CameraState.FROZEN)
        assert bench.window.remedies.panel.accessibleName().startswith("Camera frozen. ")

    def test_a_chip_that_went_takes_its_panel_along(self, bench: Bench) -> None:
        bench.window.set_camera_state(CameraState.DARK)
        QTest.mouseClick(bench.window.top.chip_buttons[2], Qt.MouseButton.LeftButton)
        bench.window.set_camera_state(CameraState.OFF)
        assert not bench.window.remedies.panel.isVisible()
