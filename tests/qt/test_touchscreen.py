"""The touchscreen that fills its screen: who leaves it, and how it is taken back."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from touchscreens import Kiosk

from kiosk.domain.errors import KioskError
from kiosk.domain.pin import PinCheck
from kiosk.touchscreen import PIN_NOTE, Touchscreen, tell_pin
from kiosk.ui.check_in_desk import CheckInDesk
from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.self_check_in.flow import State

OPEN = PinCheck(ok=True, tries_left=5)


class Locked(Kiosk):
    """A window that fills its screen."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(qtbot)
        self.owner = QObject()
        desk = cast(CheckInDesk, self.desk)
        self.touchscreen = Touchscreen(self.window, desk, is_kiosk=True, parent=self.owner)
        self.touchscreen.show()

    def close(self) -> None:
        self.owner.deleteLater()
        super().close()

    def administer(self, act: Act | None = None) -> None:
        self.desk.pin = OPEN
        self.window.guide.unlock()
        self.rest()
        for digit in "271828":
            self.window._act(Act.PIN_KEY, digit)
            self.rest()
        assert self.state is State.ADMINISTRATION
        if act is not None:
            self.window._act(act, None)


@pytest.fixture
def locked(qtbot: QtBot) -> Iterator[Locked]:
    made = Locked(qtbot)
    yield made
    made.close()


def test_it_fills_the_screen_and_cannot_be_closed_or_made_small(locked: Locked) -> None:
    window = locked.window
    assert window.isFullScreen()
    assert not window.close()
    for shrink in (window.showMinimized, window.showNormal, window.showMaximized):
        shrink()
        assert window.isFullScreen()
        assert not window.isMinimized()
    for key in (Qt.Key.Key_F11, Qt.Key.Key_F4, Qt.Key.Key_Q):
        QTest.keyClick(window, key, Qt.KeyboardModifier.AltModifier)
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(window, key)
    QTest.mouseClick(window, Qt.MouseButton.RightButton, pos=QPoint(5, 5))
    assert window.isVisible()
    assert window.isFullScreen()


def test_staff_leave_it_and_going_home_takes_it_back(locked: Locked) -> None:
    locked.administer(Act.LEAVE_KIOSK)
    assert not locked.window.isFullScreen()
    assert not locked.window.is_locked
    locked.rest()
    locked.window._act(Act.HOME, None)
    assert locked.state is State.WELCOME
    assert locked.window.isFullScreen()
    assert not locked.window.close()


def test_staff_who_walk_away_leave_no_open_window_behind(locked: Locked) -> None:
    locked.administer(Act.LEAVE_KIOSK)
    locked.rest(600)
    assert locked.window.isFullScreen()
    assert not locked.window.close()


def test_a_broken_record_leaves_no_open_window_behind_either(locked: Locked) -> None:
    locked.desk.can_write = False
    locked.window.take_scan("TICKET")
    locked.desk.failed.emit(KioskError("STORE_FULL"))
    locked.administer(Act.LEAVE_KIOSK)
    locked.rest()
    locked.window._act(Act.HOME, None)
    assert locked.state is State.OUT_OF_SERVICE
    assert locked.window.isFullScreen()
    assert not locked.window.close()


def test_staff_end_the_program(locked: Locked) -> None:
    locked.administer(Act.CLOSE_PROGRAM)
    assert not locked.window.isVisible()


@pytest.mark.parametrize("is_kiosk", [True, False])
def test_a_pin_is_drawn_however_large_the_window_is(
    qtbot: QtBot, tmp_path: Path, is_kiosk: bool
) -> None:
    made = Kiosk(qtbot)
    asked: list[object] = []
    made.desk.draw_pin = asked.append  # type: ignore[attr-defined]
    owner = QObject()
    desk = cast(CheckInDesk, made.desk)
    Touchscreen(made.window, desk, is_kiosk=is_kiosk, parent=owner).prepare(tmp_path)
    assert len(asked) == 1
    owner.deleteLater()
    made.close()


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_drawn_pin_is_told_at_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    tell_pin("394058", tmp_path)
    assert "394058" in terminal.getvalue()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("stream", [None, io.StringIO()], ids=["double click", "service"])
def test_without_a_terminal_it_is_left_in_a_file_for_the_owner_alone(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    stream: io.StringIO | None,
) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    note = tmp_path / PIN_NOTE
    note.write_text("an older one, open to everybody")
    tell_pin("394058", tmp_path)
    assert "394058" in note.read_text(encoding="utf-8")
    assert note.stat().st_mode & 0o077 == 0 or os.name == "nt"
    assert str(note) in caplog.text
    assert "394058" not in caplog.text


def test_where_no_file_can_be_written_the_way_to_a_new_one_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    tell_pin("394058", tmp_path / "gone")
    assert "kiosk pin" in caplog.text
    assert "394058" not in caplog.text


def test_no_pin_is_told_where_one_was_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    tell_pin(None, tmp_path)
    assert list(tmp_path.iterdir()) == []
