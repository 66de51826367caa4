"""The whole way through the real windows: frames, keys, names and touches, badges and exports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from both_faces import Hall
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kiosk.domain.hangul import initials
from kiosk.domain.registration import Registration
from kiosk.domain.verdict import Reason
from kiosk.services import events, tickets
from kiosk.services.exports.export import export
from kiosk.services.open_desk import open_desk, open_store, serve
from kiosk.services.roster_import import import_roster
from kiosk.storage import roster, settings
from kiosk.ui.self_check_in.flow import State

# The keys of a Latin keyboard under the initials ㄱ to ㅊ.
KEYS = dict(zip("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅎ", "rsefaqtdwcg", strict=True))


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
    hall.welcome_next()
    hall.touch_words("이름으로 찾기")
    for letter in initials(guest.name):
        hall.touch_button(hall.screen(State.LETTERS).consonants.buttons[letter])
    for digit in guest.phone[-4:]:
        hall.touch_button(hall.screen(State.DIGITS).keys.buttons[digit])
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
    hall.let_echoes_fade()
    hall.scan_by_hand(hall.touch, by_camera[0].ticket)
    hall.until(lambda: (by_camera[0].id, Reason.ALREADY_IN) in hall.alreadys.seen)
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
