"""Ten thousand touches and keys on the locked touchscreen: it stays whole, alone and at work."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import TracebackType

import pytest
from hands import Clock, Hands
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.app import Program
from kiosk.domain.registration import Category, Registration, Status
from kiosk.services import demo_event
from kiosk.services.open_desk import OpenDesk, open_desk
from kiosk.storage import journal, roster, settings
from kiosk.ui.self_check_in.flow import State
from kiosk.ui.self_check_in.window import SelfCheckInWindow

EVENTS = int(os.environ.get("KIOSK_HANDS_EVENTS", "10000"))
SEED = int(os.environ.get("KIOSK_HANDS_SEED", "20260326"))
LOOK_EVERY = 50
PATIENCE_MS = 20_000
COPIED = "what somebody copied before"


class Hall:
    """The program on a real store, full screen and locked, with a clock of the test's own."""

    def __init__(self, folder: Path, qtbot: QtBot, clock: Clock) -> None:
        self.folder, self.qtbot, self.clock = folder, qtbot, clock
        self.before = set(map(id, QApplication.topLevelWidgets()))
        self.program = Program(folder, None, ["self"], full_screen=True)
        with qtbot.waitSignal(self.program.opened, timeout=PATIENCE_MS):
            self.program.start()
        qtbot.waitUntil(lambda: self.program.camera is not None, timeout=PATIENCE_MS)
        (window,) = self.program.windows
        assert isinstance(window, SelfCheckInWindow)
        window.is_locked = True
        self.window = window
        # Keys are struck when the test's clock says so: a person's, not a scanner's.
        self.program.wedge._stamp = lambda _: self.clock.now * 1000

    def check(self) -> None:
        """Hold that the window fills the screen, alone."""
        assert self.window.isVisible()
        assert self.window.isFullScreen()
        assert not self.window.isMinimized()
        assert self.window.isActiveWindow()
        assert self.window.geometry() == self.window.screen().geometry()
        assert QApplication.activeModalWidget() is None
        assert QApplication.activePopupWidget() is None
        shown = [one for one in QGuiApplication.topLevelWindows() if one.isVisible()]
        assert shown == [self.window.windowHandle()]
        ours = [one for one in QApplication.topLevelWidgets() if id(one) not in self.before]
        assert [type(one).__name__ for one in ours] == ["SelfCheckInWindow"]
        screens = [state for state, one in self.window.screens._held.items() if one.isVisible()]
        assert screens == [self.window.guide.state]

    def read(self) -> tuple[list[Registration], set[str]]:
        """Return whom nothing keeps out, and the ids of those who are in."""
        other: OpenDesk = open_desk(self.folder)
        try:
            connection = other.store.connection
            people = list(roster.everyone(connection, other.event_number))
            inside = {
                one.registration for one in journal.everything(connection, other.event_number)
            }
        finally:
            other.close()
        welcome = (Status.CONFIRMED, Category.ATTENDEE)
        return [one for one in people if (one.status, one.category) == welcome], inside


@pytest.fixture
def failures(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    """Return what any slot or handler raises, whoever would otherwise have hidden it."""
    raised: list[BaseException] = []

    def take(
        _kind: type[BaseException], failure: BaseException, _trace: TracebackType | None
    ) -> None:
        raised.append(failure)

    monkeypatch.setattr(sys, "excepthook", take)
    return raised


@pytest.fixture
def hall(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, failures: object
) -> Iterator[Hall]:
    clock = Clock()
    monkeypatch.setitem(SelfCheckInWindow.__init__.__kwdefaults__, "clock", clock)
    demo_event.make_demo(tmp_path, 90, 1, with_tickets=False)
    prepared = open_desk(tmp_path)
    without_printer = replace(prepared.settings, printer="")
    prepared.store.write(lambda connection: settings.save(connection, without_printer))
    prepared.close()
    made = Hall(tmp_path, qtbot, clock)
    yield made
    made.window.is_locked = False
    made.program.close()


REACHED = {
    State.LETTERS, State.CONSENT, State.CONSENT_TEXT, State.NAME, State.OK,
    State.ALREADY, State.TO_DESK, State.GOODBYE, State.CALLED, State.VOICE, State.STILL_THERE,
    State.PIN,
}  # fmt: skip
"""The table's states that hands alone can reach here; the rest need another event."""


@pytest.mark.qt_log_ignore("No drag target set", extend=True)
def test_ten_thousand_touches_and_keys_change_nothing_about_the_window(
    hall: Hall, qtbot: QtBot, failures: list[BaseException]
) -> None:
    QGuiApplication.clipboard().setText(COPIED)
    copied: list[None] = []
    QGuiApplication.clipboard().dataChanged.connect(lambda: copied.append(None))
    guests, _ = hall.read()
    codes = [one.ticket for one in guests[:60]] + ["https://example.org/pay", "UNKNOWN-CODE"]
    hands = Hands(hall.window, hall.clock, SEED, codes)
    seen: set[State] = set()
    hall.window.guide.moved.connect(seen.add)
    # How soon the lanes answer is the machine's: a slow one needs more acts to come everywhere.
    while hands.sent < EVENTS or (not seen >= REACHED and hands.sent < 3 * EVENTS):
        hands.act()  # seed and number of acts tell how to meet it again
        if hands.did.total() % LOOK_EVERY == 0:
            hall.check()
    hall.check()
    assert failures == []
    assert copied == []
    assert QGuiApplication.clipboard().text() == COPIED
    assert len(hands.did) == len(set(hands._acts))
    assert seen >= REACHED
    check_that_a_scan_still_works(hall)


def check_that_a_scan_still_works(hall: Hall) -> None:
    window, clock = hall.window, hall.clock
    while window.guide.state is not State.WELCOME:
        clock.now += 10
        window.tick()
        hall.qtbot.wait(1)
    guests, inside = hall.read()
    guest = next(one for one in guests if one.id not in inside)
    window.take_scan(guest.ticket)
    hall.qtbot.waitUntil(lambda: window.guide.state is State.OK, timeout=PATIENCE_MS)
    assert guest.id in hall.read()[1]
