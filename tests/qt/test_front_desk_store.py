"""The desk's window over a real store: what it shows as done is on disk."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.devices.wedge import WedgeFilter
from kiosk.domain.hangul import from_keys
from kiosk.domain.registration import Category, Registration, Status
from kiosk.lanes import Lanes
from kiosk.services import demo_event
from kiosk.services.open_desk import open_desk
from kiosk.storage import journal, roster
from kiosk.ui.check_in_desk import CheckInDesk
from kiosk.ui.front_desk.scene import Stage
from kiosk.ui.front_desk.window import FrontDeskWindow

PEOPLE = 40


def now() -> datetime:
    return datetime.now(ZoneInfo("Asia/Seoul"))


# The offscreen platform has no window manager to tell sizes to.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)


@dataclass
class Place:
    folder: Path
    desk: CheckInDesk
    window: FrontDeskWindow

    def entries(self) -> list[str]:
        """Return what the file itself holds, read by another connection."""
        other = open_desk(self.folder)
        try:
            held = journal.everything(other.store.connection, other.event_number)
            return [f"{one.kind} {one.registration}" for one in held]
        finally:
            other.close()


@pytest.fixture
def place(tmp_path: Path, qtbot) -> Iterator[Place]:
    demo_event.make_demo(tmp_path, PEOPLE, 1, with_tickets=True)
    lanes, opened = Lanes(), []
    lanes.run("desk", open_desk, tmp_path, done=opened.append)
    qtbot.waitUntil(lambda: len(opened) == 1)
    desk = CheckInDesk(lanes, opened[0])
    window = FrontDeskWindow(desk, clock=now)
    qtbot.addWidget(window)
    window.set_language("en")
    window.resize(1366, 768)
    window.show()
    yield Place(tmp_path, desk, window)
    lanes.close(last={"desk": opened[0].close, "draw": lambda: None})


def guest(place: Place) -> Registration:
    """Return somebody whom nothing forbids to enter."""
    other = open_desk(place.folder)
    try:
        rows = other.store.connection.execute("SELECT id FROM registration ORDER BY id")
        found = (roster.find(other.store.connection, row[0]) for row in rows)
        return next(
            one[0]
            for one in found
            if one and one[0].status is Status.CONFIRMED and one[0].category is Category.ATTENDEE
        )
    finally:
        other.close()


def stage(place: Place) -> Stage:
    return place.window.reception.scene.stage


def find(place: Place, text: str, qtbot) -> None:
    place.window.column.field.insert(text)
    qtbot.waitUntil(lambda: place.window.reception.candidates.query == text)


def test_a_scanned_ticket_is_on_disk_when_it_is_green(place: Place, qtbot) -> None:
    someone = guest(place)
    place.window.take_scan(someone.ticket)
    qtbot.waitUntil(lambda: place.window.banner.banner.head == "Checked in")
    assert place.entries() == [f"in {someone.id}"]
    place.window.take_scan(someone.ticket)
    qtbot.waitUntil(lambda: place.window.banner.banner.head == "Already checked in")
    assert len(place.entries()) == 1


def test_somebody_found_by_name_is_checked_in_and_undone(place: Place, qtbot) -> None:
    someone = guest(place)
    find(place, someone.name, qtbot)
    hits = place.window.reception.candidates.hits
    at = next(n for n, hit in enumerate(hits) if hit.registration.id == someone.id)
    place.window.reception.choose(at)
    QTest.keyClick(place.window.column.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stage(place) is Stage.ANSWERED)
    assert place.entries() == [f"in {someone.id}"]
    qtbot.waitUntil(lambda: place.window.counts.counts.come == 1)
    QTest.keyClick(place.window.column.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: stage(place) is Stage.UNDONE)
    assert len(place.entries()) == 2
    qtbot.waitUntil(lambda: place.window.counts.counts.come == 0)


def test_the_badge_is_drawn_beside_the_verdict(place: Place, qtbot) -> None:
    place.window.take_scan(guest(place).ticket)
    qtbot.waitUntil(lambda: place.window.card._picture is not None, timeout=10_000)
    assert place.window.card._picture.width() > place.window.card._picture.height() > 300


def test_an_unknown_code_is_stopped_and_the_next_scan_works(place: Place, qtbot) -> None:
    place.window.take_scan("https://example.com/pay?x=1")
    qtbot.waitUntil(lambda: place.window.banner.banner.head == "QR code not on the list")
    assert place.entries() == []
    place.window.take_scan(guest(place).ticket)
    qtbot.waitUntil(lambda: place.window.banner.banner.head == "Checked in")


def test_a_scan_in_letters_of_the_hangul_keyboard_finds_its_ticket(place: Place, qtbot) -> None:
    someone = guest(place)
    place.window.column.field.setText(from_keys(someone.ticket.lower()))
    QTest.keyClick(place.window.column.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: place.window.banner.banner.head == "Checked in")
    assert place.entries() == [f"in {someone.id}"]


def test_a_wedge_scanner_is_read_while_a_name_is_typed(place: Place, qtbot) -> None:
    someone = guest(place)
    every_five_ms = count(5000.0, 5.0)
    wedge = WedgeFilter(place.window, stamp=lambda _: next(every_five_ms))
    wedge.scanned.connect(place.window.take_scan)
    wedge.start()
    find(place, "ㄱ", qtbot)
    for key in [*someone.ticket, Qt.Key.Key_Return]:
        QTest.keyClick(place.window.windowHandle(), key)
    qtbot.waitUntil(lambda: place.window.banner.banner.head == "Checked in")
    wedge.stop()
    assert place.entries() == [f"in {someone.id}"]
    assert place.window.column.field.text() == ""
