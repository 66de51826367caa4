"""Keys through real windows: scans out, typing in, and no button or shortcut pressed by a code."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QShortcut, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from two_set import TwoSet

from kiosk.devices.keystrokes import event_ms
from kiosk.devices.wedge import WedgeFilter
from kiosk.domain import ticket

Key = Qt.Key
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
# The offscreen platform has no window manager to tell sizes to.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)

TICKET = "K7QF3W5ZJ4XM2T5V6BNA4CDGHR"


class Field(QLineEdit):
    """A field that tells what an input method shows in it."""

    composed = ""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composed = event.preeditString()
        super().inputMethodEvent(event)


@dataclass
class Desk:
    """A window with a field, a default-looking button and shortcuts, and what happened to them."""

    qtbot: QtBot
    now_ms: float = 5000.0
    scans: list[str] = field(default_factory=list)
    pressed: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.window = QWidget()
        self.field = Field()
        self.button = QPushButton("Void")
        layout = QVBoxLayout(self.window)
        layout.addWidget(self.field)
        layout.addWidget(self.button)
        self.button.clicked.connect(lambda: self.pressed.append("button"))
        for keys in ("Ctrl+P", "Ctrl+Q", "Ctrl+A", "F2", "Esc", "Alt+D", "K", "7", "Return"):
            shortcut = QShortcut(QKeySequence(keys), self.window)
            shortcut.activated.connect(lambda keys=keys: self.pressed.append(keys))
        self.qtbot.addWidget(self.window)
        self.window.show()
        self.qtbot.waitExposed(self.window)
        self.wedge = WedgeFilter(
            self.window, stamp=lambda _event: self.now_ms, now=lambda: self.now_ms
        )
        self.wedge.scanned.connect(self.scans.append)
        self.wedge.start()
        self.field.setFocus()

    @property
    def handle(self) -> QWindow:
        handle = self.window.windowHandle()
        assert handle is not None
        return handle

    def press(
        self, key: Key | str, modifiers: Qt.KeyboardModifier = NONE, *, gap_ms: float = 5
    ) -> None:
        self.now_ms += gap_ms
        QTest.keyClick(self.handle, key, modifiers)

    def type(self, text: str, *, gap_ms: float) -> None:
        for char in text:
            self.press(char, gap_ms=gap_ms)

    def scan(self, text: str = TICKET, end: Key | None = Key.Key_Return) -> None:
        self.now_ms += 500
        self.wedge.settle()
        self.type(text, gap_ms=5)
        if end is not None:
            self.press(end)


def given_to_focus(desk: Desk, key: Key | str, gap_ms: float) -> None:
    """Send a key past the window, as ibus does with what it did not use."""
    desk.now_ms += gap_ms
    code, text = (0, key) if isinstance(key, str) else (key, {Key.Key_Tab: "\t"}.get(key, "\r"))
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(desk.field, QKeyEvent(kind, code, NONE, text))


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(qtbot)
    yield made
    made.wedge.stop()


class TestScans:
    @pytest.mark.parametrize("end", [Key.Key_Return, Key.Key_Enter, Key.Key_Tab])
    @pytest.mark.parametrize("focus", ["field", "button", "nothing"])
    def test_a_burst_is_a_scan_and_nothing_else_on_any_focus(
        self, desk: Desk, end: Key, focus: str
    ) -> None:
        target = {"field": desk.field, "button": desk.button}.get(focus)
        if target is None:
            desk.field.clearFocus()
        else:
            target.setFocus()
        before = desk.window.focusWidget()
        desk.scan(end=end)
        assert desk.scans == [TICKET]
        assert (desk.field.text(), desk.pressed) == ("", [])
        assert desk.window.focusWidget() is before
        assert not desk.button.isDown()

    def test_silence_ends_a_burst_by_itself(self, desk: Desk) -> None:
        with desk.qtbot.waitSignal(desk.wedge.scanned) as scan:
            desk.scan(end=None)
        assert scan.args == [TICKET]
        assert desk.field.text() == ""

    def test_scans_in_a_row_stay_apart(self, desk: Desk) -> None:
        for text in ("TICKET-1", "TICKET-2", "TICKET-3"):
            desk.scan(text)
        assert desk.scans == ["TICKET-1", "TICKET-2", "TICKET-3"]

    def test_blanks_inside_a_code_click_no_button(self, desk: Desk) -> None:
        desk.button.setFocus()
        desk.scan("AB CD EF GH")
        assert (desk.scans, desk.pressed) == (["AB CD EF GH"], [])

    def test_hangul_letters_of_an_input_method_are_part_of_the_scan(self, desk: Desk) -> None:
        for char in "ㅏ7ㅂㄹ3ㅈ5":
            desk.now_ms += 5
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, Key.Key_unknown, NONE, char)
                QCoreApplication.sendEvent(desk.handle, event)
        desk.press(Key.Key_Return)
        assert (desk.field.text(), len(desk.scans)) == ("", 1)
        assert ticket.fold(desk.scans[0]) == "K7QF3W5"

    def test_a_second_window_is_filtered_when_it_gets_the_focus(self, desk: Desk) -> None:
        other = QLineEdit()
        desk.qtbot.addWidget(other)
        other.show()
        desk.qtbot.waitExposed(other)
        other.activateWindow()
        handle = other.windowHandle()
        desk.qtbot.waitUntil(handle.isActive)
        for char in TICKET:
            desk.now_ms += 5
            QTest.keyClick(handle, char)
        QTest.keyClick(handle, Key.Key_Return)
        assert (desk.scans, other.text()) == ([TICKET], "")

    def test_a_window_gone_before_its_keys_are_sent_on_is_no_harm(self, desk: Desk) -> None:
        other = QLineEdit()
        other.show()
        desk.qtbot.waitExposed(other)
        handle = other.windowHandle()
        desk.wedge.watch(handle)
        QTest.keyClick(handle, "a")
        other.close()
        other.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        desk.wedge.settle()
        desk.type("b", gap_ms=500)
        desk.wedge.settle()
        assert desk.field.text() == "b"


class TestTyping:
    def test_a_sentence_reaches_the_field(self, desk: Desk) -> None:
        desk.type("Hello, world 42!", gap_ms=60)
        desk.wedge.settle()
        assert (desk.field.text(), desk.scans) == ("Hello, world 42!", [])

    def test_the_last_key_is_sent_on_without_another(self, desk: Desk) -> None:
        desk.type("x", gap_ms=60)
        assert desk.field.text() == "", "held until it is known whose it is"
        desk.qtbot.waitUntil(lambda: desk.field.text() == "x")

    def test_rolling_fingers_are_no_scanner(self, desk: Desk) -> None:
        for word in ("the", "quick", "brown"):
            desk.type(word, gap_ms=20)
            desk.now_ms += 200
        desk.wedge.settle()
        assert (desk.field.text(), desk.scans) == ("thequickbrown", [])

    def test_enter_and_space_press_a_button_for_a_person(self, desk: Desk) -> None:
        desk.button.setFocus()
        desk.press(Key.Key_Space, gap_ms=500)
        desk.wedge.settle()
        assert desk.pressed == ["button"]
        assert not desk.button.isDown()

    def test_editing_keys_work(self, desk: Desk) -> None:
        desk.type("abcd", gap_ms=80)
        desk.press(Key.Key_Left, gap_ms=80)
        desk.press(Key.Key_Backspace, gap_ms=80)
        desk.press(Key.Key_Home, gap_ms=80)
        desk.press(Key.Key_Delete, gap_ms=80)
        desk.wedge.settle()
        assert desk.field.text() == "bd"

    @pytest.mark.parametrize(
        ("key", "modifiers", "name"),
        [(Key.Key_P, CTRL, "Ctrl+P"), (Key.Key_F2, NONE, "F2"), (Key.Key_Escape, NONE, "Esc")],
    )
    def test_a_person_s_shortcuts_work(
        self, desk: Desk, key: Key, modifiers: Qt.KeyboardModifier, name: str
    ) -> None:
        desk.type("ab", gap_ms=80)
        desk.press(key, modifiers, gap_ms=80)
        assert desk.pressed == [], "held until it is known whose it is"
        desk.wedge.settle()
        assert desk.pressed == [name]
        assert desk.field.text() == "ab"

    def test_a_finger_that_stays_on_a_key_is_no_scanner(self, desk: Desk) -> None:
        desk.type("a", gap_ms=500)
        for _ in range(20):
            desk.now_ms += 30
            event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_A, NONE, "a", True)
            QCoreApplication.sendEvent(desk.handle, event)
        assert (desk.field.text(), desk.scans) == ("a" * 21, [])

    def test_mouse_presses_pass(self, desk: Desk) -> None:
        QTest.mouseClick(desk.button, Qt.MouseButton.LeftButton, NONE, QPoint(5, 5))
        assert desk.pressed == ["button"]

    def test_typing_right_after_a_scan_is_typed(self, desk: Desk) -> None:
        desk.scan()
        desk.type("kim", gap_ms=120)
        desk.wedge.settle()
        assert (desk.scans, desk.field.text()) == ([TICKET], "kim")

    def test_the_same_key_works_after_a_scan_that_held_it(self, desk: Desk) -> None:
        desk.scan("7777777")
        desk.button.setFocus()
        desk.scan("A B C D")
        desk.press(Key.Key_Space, gap_ms=500)
        desk.wedge.settle()
        assert desk.pressed == ["button"]


class TestHostileCodes:
    @pytest.mark.parametrize(
        ("key", "modifiers"),
        [
            (Key.Key_P, CTRL),
            (Key.Key_Q, CTRL),
            (Key.Key_A, CTRL),
            (Key.Key_D, Qt.KeyboardModifier.AltModifier),
            (Key.Key_F2, NONE),
            (Key.Key_Escape, NONE),
        ],
    )
    @pytest.mark.parametrize("focus", ["field", "button"])
    def test_no_command_in_a_code_is_obeyed(
        self, desk: Desk, key: Key, modifiers: Qt.KeyboardModifier, focus: str
    ) -> None:
        (desk.field if focus == "field" else desk.button).setFocus()
        desk.now_ms += 500
        for char in "AB7":
            desk.press(char)
        desk.press(key, modifiers)
        for char in "K9D":
            desk.press(char)
        desk.press(Key.Key_Return)
        assert (desk.pressed, desk.field.text()) == ([], "")
        assert len(desk.scans) == 1
        assert desk.scans[0] != "AB7K9D", "a spoilt code is no other person's ticket"

    def test_of_a_storm_of_chords_none_is_obeyed(self, desk: Desk) -> None:
        desk.now_ms += 500
        for key in (Key.Key_P, Key.Key_Q, Key.Key_A, Key.Key_P, Key.Key_P, Key.Key_Q, Key.Key_Q):
            desk.press(key, CTRL)
        for key in (Key.Key_Escape, Key.Key_F2, Key.Key_Escape):
            desk.press(key)
        desk.wedge.settle()
        assert desk.pressed == []
        assert len(desk.scans) == 1

    @pytest.mark.parametrize("code", ["\x10", "\x10AB", "\x10ABCDEFG", "AB\x10"])
    def test_a_code_that_begins_or_ends_with_a_chord_presses_nothing(
        self, desk: Desk, code: str
    ) -> None:
        desk.now_ms += 500
        for char in code:
            desk.press(Key.Key_P, CTRL) if char == "\x10" else desk.press(char)
        desk.press(Key.Key_Return)
        desk.wedge.settle()
        assert desk.pressed == []

    def test_a_code_that_begins_with_enter_presses_no_button(self, desk: Desk) -> None:
        desk.button.setFocus()
        desk.now_ms += 500
        for key in (Key.Key_Return, Key.Key_Space, *TICKET, Key.Key_Return):
            desk.press(key)
        desk.wedge.settle()
        assert (desk.pressed, desk.scans) == ([], [f"\r {TICKET}"])
        assert ticket.fold(desk.scans[0]) == TICKET

    def test_a_line_feed_by_any_other_key_ends_a_scan(self, desk: Desk) -> None:
        desk.scan(end=None)
        event = QKeyEvent(QEvent.Type.KeyPress, 10, NONE, "\n")
        QCoreApplication.sendEvent(desk.handle, event)
        assert desk.scans == [TICKET]

    @pytest.mark.parametrize("key", [Key.Key_J, Key.Key_M, Key.Key_I])
    def test_control_keys_that_end_a_line_end_a_scan(self, desk: Desk, key: Key) -> None:
        desk.scan(end=None)
        desk.press(key, CTRL)
        desk.press(Key.Key_Down)
        assert (desk.scans, desk.pressed) == ([TICKET], [])

    def test_backspaces_in_a_code_delete_nothing(self, desk: Desk) -> None:
        desk.field.setText("kept")
        desk.now_ms += 500
        desk.type("ABCDEF", gap_ms=5)
        for _ in range(20):
            desk.press(Key.Key_Backspace)
        desk.press(Key.Key_Return)
        assert desk.field.text() == "kept"

    def test_a_carriage_return_and_line_feed_press_nothing(self, desk: Desk) -> None:
        desk.button.setFocus()
        desk.scan()
        desk.press(Key.Key_Enter)
        assert (desk.scans, desk.pressed) == ([TICKET], [])


class TestInputMethods:
    """What a Korean input method makes of keys never passes the window: it goes to the field."""

    @pytest.fixture(params=["window", "focus"])
    def korean(self, request: pytest.FixtureRequest, desk: Desk) -> TwoSet:
        """Return an input method; what it has no use for, ibus gives to the focus itself."""
        desk.window.activateWindow()
        desk.qtbot.waitUntil(desk.field.hasFocus)
        to_focus = request.param == "focus"
        if to_focus:
            desk.press = lambda key, *_, gap_ms=5: given_to_focus(desk, key, gap_ms)
        return TwoSet(lambda char: desk.press(char, gap_ms=0))

    def type(self, desk: Desk, korean: TwoSet, text: str, gap_ms: float) -> None:
        for char in text:
            desk.now_ms += gap_ms
            korean.press(char)

    @pytest.mark.parametrize("mends_order", [False, True])
    @pytest.mark.parametrize("end", [Key.Key_Return, Key.Key_Tab, None])
    @pytest.mark.parametrize(
        "text", [TICKET, "KRKRKRKRKK", "HKHLNJNPNLML-RTSWSGFRFAFQFT", "AAAAAA"]
    )
    def test_a_scan_is_turned_back_letter_by_letter(
        self, desk: Desk, korean: TwoSet, text: str, end: Key | None, mends_order: bool
    ) -> None:
        korean._mends_order = mends_order
        self.type(desk, korean, text, 5)
        if end is not None:
            korean.finish()
            desk.press(end)
        desk.wedge.settle()
        assert [ticket.fold(one) for one in desk.scans] == [text]
        assert (desk.field.text(), desk.field.composed, desk.pressed) == ("", "", [])

    def test_a_person_s_composing_reaches_the_field(self, desk: Desk, korean: TwoSet) -> None:
        self.type(desk, korean, "rlagudwls rkd", 60)
        desk.wedge.settle()
        korean.finish()
        assert (desk.field.text(), desk.scans) == ("김형진 강", [])

    def test_each_letter_is_shown_while_it_is_composed(self, desk: Desk, korean: TwoSet) -> None:
        shown = []
        for char in "rgw":
            self.type(desk, korean, char, 90)
            desk.wedge.settle()
            shown.append(desk.field.text() + desk.field.composed)
        assert shown == ["ㄱ", "ㄱㅎ", "ㄱㅎㅈ"]

    def test_a_scan_while_a_syllable_is_open_leaves_the_syllable(
        self, desk: Desk, korean: TwoSet
    ) -> None:
        self.type(desk, korean, "rla", 90)
        desk.now_ms += 300
        desk.wedge.settle()
        self.type(desk, korean, "SEM26-A7QWERTY", 5)
        korean.finish()
        desk.press(Key.Key_Return)
        assert ([ticket.fold(one) for one in desk.scans]) == ["SEM26-A7QWERTY"]
        assert (desk.field.text(), desk.field.composed) == ("김", "")

    def test_what_is_held_goes_to_the_field_that_had_the_focus(
        self, desk: Desk, korean: TwoSet
    ) -> None:
        self.type(desk, korean, "rk", 20)
        korean.finish()
        desk.button.setFocus()
        assert desk.field.text() == "가"

    def test_a_finger_that_stays_on_a_key_given_to_the_focus_is_typed(
        self, desk: Desk, korean: TwoSet
    ) -> None:
        for number in range(20):
            desk.now_ms += 30
            event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_7, NONE, "7", number > 0)
            QCoreApplication.sendEvent(desk.field, event)
        assert (desk.field.text(), desk.scans) == ("7" * 20, [])

    def test_a_clock_that_begins_anew_is_followed(self, desk: Desk, korean: TwoSet) -> None:
        desk.scan("7777777")
        desk.wedge._now = lambda: desk.now_ms + 1_000_000
        desk.scan("7777777")
        self.type(desk, korean, "SEM26-A7", 5)
        desk.press(Key.Key_Return)
        assert [ticket.fold(one) for one in desk.scans[2:]] == ["SEM26-A7"]


class TestShortcuts:
    """What was held meets the shortcuts when it is sent on, as Qt would have had it."""

    def fired(self, desk: Desk, context: Qt.ShortcutContext, parent: QWidget) -> bool:
        shortcut = QShortcut(QKeySequence("Ctrl+K"), parent, context=context)
        told: list[None] = []
        shortcut.activated.connect(lambda: told.append(None))
        desk.press(Key.Key_K, CTRL, gap_ms=500)
        desk.wedge.settle()
        shortcut.setEnabled(False)
        desk.press(Key.Key_K, CTRL, gap_ms=500)
        desk.wedge.settle()
        shortcut.setParent(None)
        return bool(told)

    def test_each_counts_where_its_context_says(self, desk: Desk) -> None:
        context = Qt.ShortcutContext
        desk.window.activateWindow()
        desk.qtbot.waitUntil(desk.field.hasFocus)
        assert self.fired(desk, context.WindowShortcut, desk.button)
        assert self.fired(desk, context.WidgetShortcut, desk.field)
        assert not self.fired(desk, context.WidgetShortcut, desk.button)
        assert self.fired(desk, context.WidgetWithChildrenShortcut, desk.window)
        assert not self.fired(desk, context.WidgetWithChildrenShortcut, desk.button)

    def test_a_field_takes_its_own_chords_before_any_shortcut(self, desk: Desk) -> None:
        desk.field.setText("kim")
        desk.press(Key.Key_A, CTRL, gap_ms=500)
        desk.wedge.settle()
        assert (desk.field.selectedText(), desk.pressed) == ("kim", [])


def test_a_desk_that_allows_longer_gaps_reads_a_slow_scanner(desk: Desk) -> None:
    desk.wedge.allow_gap(80)
    desk.type(TICKET, gap_ms=75)
    desk.press(Key.Key_Return, gap_ms=75)
    assert (desk.scans, desk.field.text()) == ([TICKET], "")
    desk.wedge.allow_gap(0)
    desk.type("kimkimkimkimkim", gap_ms=75)
    desk.wedge.settle()
    assert desk.field.text() == "kimkimkimkimkim"


def test_a_stopped_filter_lets_every_key_pass(desk: Desk) -> None:
    desk.type("ab", gap_ms=5)
    desk.wedge.stop()
    desk.type("cdefgh", gap_ms=5)
    desk.press(Key.Key_F2)
    assert (desk.field.text(), desk.scans, desk.pressed) == ("abcdefgh", [], ["F2"])
    desk.wedge.start()
    desk.scan()
    assert desk.scans == [TICKET]


def test_a_key_s_own_stamp_counts_before_the_clock() -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_A, NONE, "a")
    assert event_ms(event) > 0
    event.setTimestamp(1234)
    assert event_ms(event) == 1234


def test_a_program_that_was_busy_in_a_scan_takes_the_keys_that_waited(desk: Desk) -> None:
    desk.wedge._margin.setInterval(5_000)
    desk.type(TICKET[:13], gap_ms=5)
    time.sleep(0.1)  # longer than silence lasts, as when a board is painted for the first time
    QCoreApplication.processEvents()
    desk.type(TICKET[13:], gap_ms=5)
    desk.press(Key.Key_Return)
    assert desk.scans == [TICKET]
    assert desk.field.text() == ""
