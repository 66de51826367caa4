"""The desk's deeds over a real store, by keys alone: what is shown as done is on disk."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from fakes import at, event_text, open_test_desk, person, session_text, token
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.devices.wedge import WedgeFilter
from kiosk.domain.deed import DeedKind
from kiosk.domain.errors import KioskError
from kiosk.domain.verdict import Reason
from kiosk.lanes import Lanes
from kiosk.services import audit, check_in, correction, lookup
from kiosk.services.open_desk import OpenDesk, open_desk
from kiosk.storage import journal, roster
from kiosk.ui.check_in_desk import CheckInDesk
from kiosk.ui.front_desk.correction_dialog import CorrectionDialog
from kiosk.ui.front_desk.group_dialog import GroupDialog
from kiosk.ui.front_desk.scene import Stage
from kiosk.ui.front_desk.walk_in_dialog import WalkInDialog
from kiosk.ui.front_desk.window import FrontDeskWindow

CTRL = Qt.KeyboardModifier.ControlModifier
NOBODY = Qt.KeyboardModifier.NoModifier
PEOPLE = [
    person(1, name="김견본", organisation="견본소재", phone="010-1234-5678"),
    person(2, name="이견본", organisation="견본소재"),
    person(3, name="박견본", organisation="견본소재"),
]

# The offscreen platform has no window manager to tell sizes to.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)


class Place:
    """A window over a real store at 14:00 of the sample event, and a second look at its file."""

    def __init__(self, folder: Path, qtbot, *, clock: str = "14:00", **session: object) -> None:
        self.folder, self.qtbot, self.clock = folder / "data", qtbot, clock
        open_test_desk(folder, PEOPLE, event_text(session_text(**session))).close()
        self.lanes, opened = Lanes(), []
        self.lanes.run("desk", open_desk, self.folder, done=opened.append)
        qtbot.waitUntil(lambda: bool(opened))
        self.open: OpenDesk = opened[0]
        self.desk = CheckInDesk(self.lanes, self.open, now=lambda: at(self.clock))
        self.window = FrontDeskWindow(self.desk, clock=lambda: at(self.clock))
        qtbot.addWidget(self.window)
        self.window.set_language("en")
        self.window.resize(1366, 768)
        self.window.show()
        self.window.activateWindow()

    def close(self) -> None:
        self.lanes.close(last={"desk": self.open.close, "draw": lambda: None})

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NOBODY) -> None:
        QTest.keyClick(self.window.focusWidget() or self.window, key, modifiers)

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(self.window.focusWidget(), letter)

    def find(self, text: str) -> None:
        self.window.column.field.setText(text)
        self.qtbot.waitUntil(lambda: bool(self.window.reception.candidates.hits))
        self.qtbot.waitUntil(lambda: self.window.reception.scene.sheet is not None)

    def head(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: self.window.banner.banner.head == words)

    def closed(self) -> None:
        self.qtbot.waitUntil(lambda: self.window.deeds.dialogs.shown is None)
        assert self.window.focusWidget() is self.window.column.field

    def other(self) -> OpenDesk:
        """Return another program's view of the same file."""
        return open_desk(self.folder)


@pytest.fixture
def place(tmp_path: Path, qtbot) -> Iterator[Place]:
    made = Place(tmp_path, qtbot)
    yield made
    made.close()


def test_a_walk_in_is_in_and_found_by_every_desk(place: Place) -> None:
    place.press(Qt.Key.Key_F3)
    for text in ("Choe Minjun", "01022223333", "Sample Works"):
        place.type(text)
        place.press(Qt.Key.Key_Return)
    dialog = place.window.deeds.dialogs.shown
    assert isinstance(dialog, WalkInDialog)
    dialog.tick.setChecked(True)
    place.press(Qt.Key.Key_Return, CTRL)
    place.head("Checked in")
    place.closed()
    other = place.other()
    (hit,) = lookup.find(other, "choe", other.event.sessions[0])
    assert hit.presence.inside
    assert (hit.registration.phone, hit.registration.source) == ("010-2222-3333", "walk-in")
    kinds = [one.kind for one in audit.of_person(other, hit.registration.id)]
    assert kinds == [DeedKind.WALK_IN]
    other.close()
    place.qtbot.waitUntil(lambda: place.window.counts.counts.walk_ins == 1)


def test_a_duplicate_is_recognised_while_it_is_typed(place: Place) -> None:
    place.press(Qt.Key.Key_F3)
    dialog = place.window.deeds.dialogs.shown
    assert isinstance(dialog, WalkInDialog)
    dialog.form.fields["name"].line.setText("김견본")
    dialog.form.fields["phone"].line.setText("01012345678")
    place.qtbot.waitUntil(lambda: "Enter to open that person" in dialog.line)
    place.press(Qt.Key.Key_Return)
    place.closed()
    place.qtbot.waitUntil(lambda: place.window.reception.scene.person is not None)
    assert place.window.reception.scene.person.id == "r1"


def test_an_organisation_of_the_roster_is_completed(place: Place) -> None:
    place.press(Qt.Key.Key_F3)
    dialog = place.window.deeds.dialogs.shown
    assert isinstance(dialog, WalkInDialog)
    line = dialog.form.fields["organisation"].line
    line.setFocus()
    line.setText("견본")
    line.textEdited.emit("견본")
    place.qtbot.waitUntil(lambda: line.rest() == "소재")
    place.press(Qt.Key.Key_Tab)
    assert line.text() == "견본소재"


def test_two_desks_correct_one_person_and_the_slower_is_told(place: Place) -> None:
    place.find("김견본")
    place.press(Qt.Key.Key_F2)
    dialog = place.window.deeds.dialogs.shown
    assert isinstance(dialog, CorrectionDialog)
    other = place.other()
    seen = PEOPLE[0]
    correction.correct(other, seen, seen._replace(name="김가상"))
    dialog.form.fields["name"].line.setText("김모형")
    place.press(Qt.Key.Key_Return, CTRL)
    place.qtbot.waitUntil(lambda: "Somebody else" in dialog.line)
    assert roster.find(other.store.connection, "r1")[0].name == "김가상"
    other.close()


def test_a_correction_is_found_under_its_new_name(place: Place) -> None:
    place.find("김견본")
    place.press(Qt.Key.Key_F2)
    dialog = place.window.deeds.dialogs.shown
    assert isinstance(dialog, CorrectionDialog)
    dialog.form.fields["name"].line.setText("남궁다빈")
    place.press(Qt.Key.Key_Return, CTRL)
    place.closed()
    place.find("ㄴㄱㄷㅂ")
    assert place.window.reception.scene.person.name == "남궁다빈"


def test_an_entry_of_the_log_is_undone_with_a_reason_and_checked_in_again(place: Place) -> None:
    place.window.take_scan(token(1))
    place.head("Checked in")
    place.clock = "14:05"
    place.press(Qt.Key.Key_Z, CTRL)
    place.qtbot.waitUntil(lambda: place.window.deeds.dialogs.shown is not None)
    place.press(Qt.Key.Key_Return)
    place.type("1")
    place.press(Qt.Key.Key_Return)
    place.closed()
    place.head("Undone")
    place.press(Qt.Key.Key_Y, CTRL)
    place.head("Checked in")
    other = place.other()
    kinds = [one.kind for one in journal.everything(other.store.connection, other.event_number)]
    assert kinds == ["in", "void", "in"]
    assert [one.reason for one in audit.of_person(other, "r1")] == ["wrong-person"]
    other.close()


def test_what_another_desk_undid_first_is_said(place: Place) -> None:
    place.window.take_scan(token(1))
    place.head("Checked in")
    other = place.other()
    entry = journal.history(other.store.connection, "r1")[0].id
    check_in.void(other, entry, "elsewhere")
    other.close()
    place.press(Qt.Key.Key_Z, CTRL)
    place.head("Could not be undone")
    assert "Somebody else has undone it" in place.window.banner.banner.advice


def test_a_closed_door_is_passed_with_a_reason(tmp_path: Path, qtbot) -> None:
    place = Place(tmp_path, qtbot, clock="18:00")
    place.window.take_scan(token(2))
    place.head("Check-in is closed")
    place.press(Qt.Key.Key_Return, CTRL)
    place.type("1")
    place.press(Qt.Key.Key_Return)
    place.head("Checked in")
    place.closed()
    other = place.other()
    (deed,) = audit.of_person(other, "r2")
    assert (deed.kind, deed.facts) == (DeedKind.OVERRIDE, (Reason.CLOSED.value,))
    other.close()
    place.close()


def test_a_company_comes_in_at_once(place: Place) -> None:
    place.find("김견본")
    place.press(Qt.Key.Key_F10)
    dialog = place.window.deeds.dialogs.shown
    assert isinstance(dialog, GroupDialog)
    place.qtbot.waitUntil(lambda: len(dialog.ticks.ticked) == 3)
    place.press(Qt.Key.Key_Return)
    place.qtbot.waitUntil(lambda: dialog.line == "3 of 3 are in. Esc closes.")
    place.press(Qt.Key.Key_Escape)
    place.qtbot.waitUntil(lambda: place.window.counts.counts.come == 3)


def test_leaving_and_coming_back_is_two_keys(tmp_path: Path, qtbot) -> None:
    place = Place(tmp_path, qtbot, entry="re-entry")
    place.window.take_scan(token(1))
    place.head("Checked in")
    place.qtbot.waitUntil(lambda: place.window.reception.scene.sheet is not None)
    place.press(Qt.Key.Key_E, CTRL)
    place.head("Checked out")
    place.find("김견본")
    place.press(Qt.Key.Key_Return)
    place.head("Checked in")
    place.close()


def test_a_scanner_fires_into_an_open_dialog_and_nothing_is_typed(place: Place) -> None:
    every_five_ms = count(5000.0, 5.0)
    wedge = WedgeFilter(place.window, stamp=lambda _: next(every_five_ms))
    wedge.scanned.connect(place.window.take_scan)
    place.press(Qt.Key.Key_F3)
    dialog = place.window.deeds.dialogs.shown
    assert isinstance(dialog, WalkInDialog)
    place.type("Choe")
    wedge.start()
    for key in [*token(3), Qt.Key.Key_Return]:
        QTest.keyClick(place.window.windowHandle(), key)
    place.qtbot.waitUntil(lambda: place.window.deeds.dialogs.waiting == 1)
    assert [dialog.form.value(name) for name in dialog.form.fields] == ["Choe", "", "", "", ""]
    assert place.window.deeds.dialogs.shown is dialog
    assert dialog.form.fields["name"].problem == ""
    wedge.stop()
    place.press(Qt.Key.Key_Escape)
    place.head("Checked in")
    assert place.window.reception.scene.person.id == "r3"


def test_a_deed_that_cannot_be_written_says_so_and_the_next_scan_works(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.find("김견본")
    place.press(Qt.Key.Key_F2)
    dialog = place.window.deeds.dialogs.shown
    assert isinstance(dialog, CorrectionDialog)
    dialog.form.fields["seat"].line.setText("B-2")
    real = place.open.store.write

    def full(_: object) -> None:
        raise KioskError("STORE_FULL", path="kiosk.db")

    monkeypatch.setattr(place.open.store, "write", full)
    place.press(Qt.Key.Key_Return, CTRL)
    place.qtbot.waitUntil(lambda: "No space is left" in dialog.line)
    assert dialog.form.value("seat") == "B-2"
    place.window.take_scan(token(2))
    monkeypatch.setattr(place.open.store, "write", real)
    place.press(Qt.Key.Key_Escape)
    place.head("Checked in")
    assert place.window.reception.scene.stage is Stage.ANSWERED


def test_opening_the_fields_to_correct_them_is_in_the_access_log(place: Place) -> None:
    place.find("김견본")
    place.press(Qt.Key.Key_F2)

    def told() -> list[tuple[str, str]]:
        other = place.other()
        rows = other.store.connection.execute("SELECT purpose, registration FROM access")
        found = [(str(row[0]), str(row[1])) for row in rows]
        other.close()
        return found

    place.qtbot.waitUntil(lambda: [row[0] for row in told()] == ["correction"])
    place.press(Qt.Key.Key_Escape)
