"""The touchscreen over a real store: what it shows as done is on disk, and by name as by code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain import hangul
from kiosk.domain.errors import KioskError
from kiosk.domain.registration import Category, Registration, Status
from kiosk.lanes import Lanes
from kiosk.services import demo_event
from kiosk.services.open_desk import OpenDesk, open_desk
from kiosk.storage import journal, roster
from kiosk.storage.store import Store
from kiosk.ui.check_in_desk import CheckInDesk
from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.self_check_in.desk_words import Cause
from kiosk.ui.self_check_in.finder import SEARCHES_WITHIN_S
from kiosk.ui.self_check_in.flow import State
from kiosk.ui.self_check_in.window import SelfCheckInWindow
from kiosk.ui.widgets.lettering import Lettering

PEOPLE = 30
_READ = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)


class Clock:
    def __init__(self) -> None:
        self.now = 1.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Place:
    folder: Path
    desk: CheckInDesk
    window: SelfCheckInWindow
    clock: Clock
    until: Callable[[Callable[[], bool]], None]

    def read(self, work: Callable[[OpenDesk], object]) -> object:
        """Return what another connection reads from the file."""
        other = open_desk(self.folder)
        try:
            return work(other)
        finally:
            other.close()

    def entries(self) -> list[str]:
        def work(other: OpenDesk) -> list[str]:
            held = journal.everything(other.store.connection, other.event_number)
            return [f"{one.kind} {one.registration}" for one in held]

        found = self.read(work)
        assert isinstance(found, list)
        return found

    def guests(self) -> list[Registration]:
        """Return everybody whom nothing forbids to enter and who left a number."""

        def work(other: OpenDesk) -> list[Registration]:
            rows = other.store.connection.execute("SELECT id FROM registration ORDER BY id")
            people = [roster.find(other.store.connection, row[0]) for row in rows]
            return [
                one[0]
                for one in people
                if one
                and one[0].status is Status.CONFIRMED
                and one[0].category is Category.ATTENDEE
                and one[0].phone
                and hangul.is_syllable(one[0].name[0])
            ]

        found = self.read(work)
        assert isinstance(found, list)
        return found

    def screen(self, state: State) -> Any:
        return self.window.screens[state]

    def shows(self, state: State) -> None:
        self.until(lambda: self.window.guide.state is state)

    def rest(self) -> None:
        self.clock.now += 1
        self.window.tick()


@pytest.fixture
def place(tmp_path: Path, qtbot: QtBot) -> Iterator[Place]:
    demo_event.make_demo(tmp_path, PEOPLE, 1, with_tickets=True)
    lanes, opened, clock = Lanes(), list[OpenDesk](), Clock()
    lanes.run("desk", open_desk, tmp_path, done=opened.append)
    qtbot.waitUntil(lambda: len(opened) == 1)
    desk = CheckInDesk(lanes, opened[0])
    window = SelfCheckInWindow(desk, clock=clock)
    qtbot.addWidget(window)
    window.resize(540, 960)
    window.show()
    yield Place(tmp_path, desk, window, clock, qtbot.waitUntil)
    window.close()
    lanes.close(last={"desk": opened[0].close})


def test_a_code_is_on_disk_before_it_is_green(place: Place) -> None:
    guest = place.guests()[0]
    place.window.take_scan(guest.ticket)
    place.shows(State.OK)
    assert place.entries() == [f"in {guest.id}"]
    assert guest.name in place.screen(State.OK).name.text()


def test_the_second_scan_says_already_and_writes_nothing(place: Place) -> None:
    guest = place.guests()[0]
    place.window.take_scan(guest.ticket)
    place.shows(State.OK)
    place.window.take_scan(guest.ticket)
    place.shows(State.ALREADY)
    assert place.entries() == [f"in {guest.id}"]


def test_a_strangers_code_leads_to_the_desk(place: Place) -> None:
    place.window.take_scan("https://example.org/pay")
    place.shows(State.TO_DESK)
    assert place.entries() == []


def type_until_digits(place: Place, guest: Registration) -> None:
    place.rest()
    place.screen(State.WELCOME).find_name.click()
    place.rest()
    guide = place.window.guide
    for letter in hangul.plain_initials(guest.name)[:3]:
        place.screen(State.LETTERS).consonants.buttons[letter].click()
        place.until(lambda: guide.steps.takes_touches or guide.state is not State.LETTERS)
    if guide.state is State.LETTERS:
        place.screen(State.LETTERS).candidates.places[0].click()
    place.shows(State.DIGITS)
    place.rest()


def test_initials_and_four_digits_check_in(place: Place) -> None:
    guest = place.guests()[0]
    type_until_digits(place, guest)
    for digit in guest.phone[-4:]:
        place.screen(State.DIGITS).keys.buttons[digit].click()
    place.shows(State.OK)
    assert place.entries() == [f"in {guest.id}"]


def test_wrong_numbers_check_nobody_in(place: Place) -> None:
    guest = place.guests()[0]
    wrong = f"{(int(guest.phone[-4:]) + 1) % 10_000:04d}"
    type_until_digits(place, guest)
    for _ in range(3):
        for digit in wrong:
            place.screen(State.DIGITS).keys.buttons[digit].click()
        place.until(lambda: place.window.guide.steps.takes_touches or not _asks(place))
    place.shows(State.TO_DESK)
    assert place.window.guide.why is Cause.TOO_OFTEN
    assert place.entries() == []


def _asks(place: Place) -> bool:
    return place.window.guide.state is State.DIGITS


def shown_or_said(window: SelfCheckInWindow) -> str:
    """Return every text and every accessible name that any widget holds, seen or not."""
    told = []
    for widget in window.findChildren(QWidget):
        read = QAccessible.queryAccessibleInterface(widget)
        told += [read.text(one) for one in _READ]
        told += [widget.text() if isinstance(widget, Lettering) else "", widget.toolTip()]
    return "\n".join(filter(None, told))


def test_whoever_looks_for_everybody_reads_and_hears_no_name(place: Place) -> None:
    guests, guide = place.guests(), place.window.guide
    seen = 0
    for guest in guests:
        place.clock.now += SEARCHES_WITHIN_S
        place.screen(State.WELCOME).find_name.click()
        place.rest()
        for letter in hangul.plain_initials(guest.name)[:3]:
            place.screen(State.LETTERS).consonants.buttons[letter].click()
            place.until(lambda: guide.steps.takes_touches or guide.state is not State.LETTERS)
        seen += len(guide.finder.cards)
        told = shown_or_said(place.window)
        assert [one.name for one in guests if one.name in told] == []
        assert [one.phone for one in guests if one.phone[-4:] in told] == []
        place.rest()
        guide.act(Act.HOME)
        place.rest()
        assert guide.state is State.WELCOME
    assert seen >= len(guests) // 2


def test_what_the_disk_refuses_is_never_green(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_store: Store, _work: object) -> object:
        raise KioskError("STORE_FULL")

    monkeypatch.setattr(Store, "write", refuse)
    place.window.take_scan(place.guests()[0].ticket)
    place.shows(State.TO_DESK)
    assert place.window.guide.why is Cause.NOT_SAVED
    assert place.entries() == []


def test_staff_leave_a_touchscreen_whose_disk_is_full(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str | None] = []
    place.window.guide.steps.desk.draw_pin(drawn.append)
    place.until(lambda: bool(drawn))
    pin = drawn[0]
    assert pin is not None

    def refuse(_store: Store, _work: object) -> object:
        raise KioskError("STORE_FULL")

    monkeypatch.setattr(Store, "write", refuse)
    place.window.take_scan(place.guests()[0].ticket)
    place.shows(State.TO_DESK)
    place.window.guide.unlock()
    place.rest()
    for digit in pin:
        place.window.guide.act(Act.PIN_KEY, digit)
    place.shows(State.ADMINISTRATION)
