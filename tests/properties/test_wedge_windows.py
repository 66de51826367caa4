"""Random keys through a real window: bursts become scans, typing reaches the field, no more."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from two_set import TwoSet

from kiosk.devices.burst import GAP_MS, SILENCE_MS
from kiosk.devices.wedge import WedgeFilter
from kiosk.domain import ticket
from kiosk.domain.hangul import to_keys
from kiosk.domain.scanner_check import Reading

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-"
NONE, CTRL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
COMMANDS = [
    *[(key, CTRL) for key in (Qt.Key.Key_P, Qt.Key.Key_Q, Qt.Key.Key_A, Qt.Key.Key_X)],
    (Qt.Key.Key_D, ALT),
    *[(key, NONE) for key in (Qt.Key.Key_Escape, Qt.Key.Key_F2, Qt.Key.Key_F12)],
]
turns = st.lists(
    st.one_of(
        st.tuples(
            st.just("typed"),
            st.text(ALPHABET, min_size=1, max_size=9),
            st.integers(GAP_MS + 1, 300),
        ),
        st.tuples(
            st.just("scanned"), st.text(ALPHABET, min_size=6, max_size=30), st.integers(0, GAP_MS)
        ),
    ),
    max_size=5,
)
storm = st.lists(st.one_of(st.sampled_from(ALPHABET), st.sampled_from(COMMANDS)), max_size=25)
each_in_one_window = settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


class Bench:
    """One window for all examples, with a clock of its own."""

    def __init__(self, qtbot: QtBot) -> None:
        self.now_ms = 1000.0
        self.pressed: list[str] = []
        self.scans: list[str] = []
        self.window = QWidget()
        self.field, self.button = QLineEdit(), QPushButton("Void")
        layout = QVBoxLayout(self.window)
        layout.addWidget(self.field)
        layout.addWidget(self.button)
        self.button.clicked.connect(lambda: self.pressed.append("button"))
        for keys in ("Ctrl+P", "Ctrl+Q", "Ctrl+A", "Ctrl+X", "Alt+D", "Esc", "F2", "F12", "A"):
            shortcut = QShortcut(QKeySequence(keys), self.window)
            shortcut.activated.connect(lambda keys=keys: self.pressed.append(keys))
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.wedge = WedgeFilter(
            self.window, stamp=lambda _event: self.now_ms, now=lambda: self.now_ms
        )
        self.wedge.scanned.connect(self.scans.append)
        self.wedge.start()

    def begin(self, focus: QWidget) -> None:
        self.now_ms += 1000
        self.wedge.settle()
        self.field.clear()
        self.pressed.clear()
        self.scans.clear()
        focus.setFocus()

    def press(self, key: str | Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        handle = self.window.windowHandle()
        assert handle is not None
        QTest.keyClick(handle, key, modifiers)


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    made = Bench(qtbot)
    yield made
    made.wedge.stop()


@each_in_one_window
@given(turns=turns, has_enter=st.booleans())
def test_typing_reaches_the_field_and_scans_do_not(
    bench: Bench, turns: list[tuple[str, str, int]], has_enter: bool
) -> None:
    bench.begin(bench.field)
    expected: dict[str, list[str]] = {"typed": [], "scanned": []}
    for where, text, gap_ms in turns:
        bench.now_ms += SILENCE_MS + 1
        for char in text:
            bench.press(char)
            bench.now_ms += gap_ms
        if where == "scanned" and has_enter:
            bench.press(Qt.Key.Key_Return)
        expected[where].append(text)
    bench.wedge.settle()
    assert bench.field.text() == "".join(expected["typed"])
    assert bench.scans == expected["scanned"]
    assert bench.pressed == []


@each_in_one_window
@given(keys=storm, gap_ms=st.integers(0, GAP_MS), is_on_button=st.booleans())
def test_no_storm_inside_a_burst_presses_anything(
    bench: Bench,
    keys: list[str | tuple[Qt.Key, Qt.KeyboardModifier]],
    gap_ms: int,
    is_on_button: bool,
) -> None:
    bench.begin(bench.button if is_on_button else bench.field)
    for char in "TICKET":
        bench.press(char)
        bench.now_ms += gap_ms
    for key in keys:
        bench.press(*key) if isinstance(key, tuple) else bench.press(key)
        bench.now_ms += gap_ms
    bench.press(Qt.Key.Key_Return)
    assert bench.pressed == []
    assert bench.field.text() == ""
    assert len(bench.scans) == 1
    assert len(bench.scans[0]) == 6 + len(keys)


SUFFIXES = {
    "none": (),
    "enter": (Qt.Key.Key_Return,),
    "keypad": (Qt.Key.Key_Enter,),
    "tab": (Qt.Key.Key_Tab,),
    "crlf": (Qt.Key.Key_Return, Qt.Key.Key_Enter),
}
PREFIXES = ("", "]Q1", "\\000026")
hands = st.one_of(
    st.tuples(
        st.just("types"),
        st.text("rkskefaqtdwkoi", min_size=1, max_size=8),
        st.integers(GAP_MS + 1, 300),
    ),
    st.tuples(st.just("presses"), st.sampled_from(COMMANDS), st.integers(SILENCE_MS + 1, 300)),
    st.tuples(
        st.sampled_from(PREFIXES), st.text(ALPHABET[:36], min_size=6, max_size=30),
        st.integers(0, GAP_MS),
    ),
)  # fmt: skip


@each_in_one_window
@given(
    turns=st.lists(hands, max_size=8),
    suffix=st.sampled_from(sorted(SUFFIXES)),
    is_korean=st.booleans(),
    mends_order=st.booleans(),
    has_caps_lock=st.booleans(),
)
def test_a_desk_s_day_puts_every_key_where_it_belongs(
    bench: Bench,
    turns: list[tuple[str, str | tuple[Qt.Key, Qt.KeyboardModifier], int]],
    suffix: str,
    is_korean: bool,
    mends_order: bool,
    has_caps_lock: bool,
) -> None:
    bench.window.activateWindow()
    bench.begin(bench.field)
    korean = TwoSet(bench.press, mends_order=mends_order)
    strike = korean.press if is_korean else bench.press
    typed, scanned, pressed = "", [], []
    for what, how, gap_ms in turns:
        bench.now_ms += SILENCE_MS + 1
        bench.wedge.settle()
        if isinstance(how, tuple):
            korean.finish()
            bench.press(*how)
            bench.wedge.settle()
            names = {Qt.Key.Key_Escape: "Esc", Qt.Key.Key_F2: "F2", Qt.Key.Key_F12: "F12"}
            names |= {Qt.Key.Key_P: "Ctrl+P", Qt.Key.Key_Q: "Ctrl+Q", Qt.Key.Key_D: "Alt+D"}
            # Ctrl+A and Ctrl+X are the field's own.
            pressed += [names[how[0]]] if how[0] in names else []
            bench.field.deselect()
            continue
        is_typed = what == "types"
        if not is_typed:
            # A syllable that is still composed would lend its last consonant to the code's first
            # vowel, in the input method itself: that letter is lost to the field, not to the scan.
            korean.finish()
            bench.wedge.settle()
        for char in how if is_typed else what + (how.swapcase() if has_caps_lock else how):
            strike(char)
            bench.now_ms += gap_ms
        if is_typed:
            typed += how
            continue
        if suffix != "none":
            korean.finish()
        for key in SUFFIXES[suffix]:
            bench.press(key)
            bench.now_ms += 1
        scanned.append(how)
        bench.now_ms += SILENCE_MS + 1
        bench.wedge.settle()
        korean.preedit = ""  # the input method was told to forget what it made of the scan
    korean.finish()
    bench.wedge.settle()
    assert [ticket.fold(scan) for scan in bench.scans] == scanned
    # An input method that mends the order does so for a person, too.
    as_typed = sorted if mends_order else str
    assert as_typed(to_keys(bench.field.text())) == as_typed(typed)
    assert bench.pressed == pressed


@each_in_one_window
@given(
    keys=st.lists(
        st.tuples(
            st.one_of(st.sampled_from(ALPHABET), st.sampled_from(COMMANDS)), st.integers(0, 500)
        ),
        min_size=2,
        max_size=40,
    ),
    is_on_button=st.booleans(),
)
def test_whatever_is_recorded_reaches_nothing_and_is_told_whole(
    bench: Bench,
    keys: list[tuple[str | tuple[Qt.Key, Qt.KeyboardModifier], int]],
    is_on_button: bool,
) -> None:
    bench.begin(bench.button if is_on_button else bench.field)
    told: list[Reading] = []
    bench.wedge.record(True)
    bench.wedge.recorded.connect(told.append)
    for key, gap_ms in keys:
        bench.now_ms += gap_ms
        bench.press(*key) if isinstance(key, tuple) else bench.press(key)
    bench.wedge.record(False)
    bench.wedge.recorded.disconnect(told.append)
    assert (bench.pressed, bench.field.text(), bench.scans) == ([], "", [])
    (reading,) = told
    assert len(reading.text) == len(keys)
    assert reading.gap_ms == max(gap_ms for _, gap_ms in keys[1:])
    assert [char for char, (key, _) in zip(reading.text, keys, strict=True) if char == key] == [
        key for key, _ in keys if isinstance(key, str)
    ]
