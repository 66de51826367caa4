"""What staff do by keys alone: each key's dialog, what it sends, and where the keys are then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.domain.consent import Means
from kiosk.domain.deed import Why
from kiosk.domain.errors import KioskError
from kiosk.domain.journal import Presence
from kiosk.domain.registration import Category
from kiosk.domain.request import RequestKind
from kiosk.domain.settings import DeskTheme
from kiosk.domain.verdict import Reason
from kiosk.services.desk_walk_in import DeskForm
from kiosk.services.group import GroupDone
from kiosk.ui import theme
from kiosk.ui.desk_deeds import Failed
from kiosk.ui.front_desk import deed_gallery, dialogs, gallery
from kiosk.ui.front_desk.correction_dialog import CorrectionDialog
from kiosk.ui.front_desk.group_dialog import GroupDialog
from kiosk.ui.front_desk.help_dialog import HelpDialog
from kiosk.ui.front_desk.notes_dialog import NotesDialog
from kiosk.ui.front_desk.reason_dialog import ReasonDialog
from kiosk.ui.front_desk.sample_deeds import SampleDeeds
from kiosk.ui.front_desk.sample_desk import NOW, SampleDesk, request
from kiosk.ui.front_desk.scene import Stage
from kiosk.ui.front_desk.signing_dialog import SigningDialog
from kiosk.ui.front_desk.undo_dialog import UndoDialog
from kiosk.ui.front_desk.walk_in_dialog import WalkInDialog
from kiosk.ui.front_desk.window import FrontDeskWindow
from kiosk.ui.widgets.desk_dialog import DeskDialog

CTRL = Qt.KeyboardModifier.ControlModifier


class HeardDeeds(SampleDeeds):
    """Notes every deed by its name and arguments, and refuses them when it is told to."""

    def __init__(self, desk: SampleDesk) -> None:
        super().__init__(desk, NOW)
        self.heard: list[tuple[Any, ...]] = []
        self.refusal: KioskError | None = None

    def _hear(self, failed: Failed, *told: Any) -> bool:
        self.heard.append(told)
        if self.refusal is not None:
            failed(self.refusal)
        return self.refusal is None

    def undo(self, entry_id: str, why: Why, done: Any, failed: Failed) -> None:
        if self._hear(failed, "undo", entry_id, why):
            super().undo(entry_id, why, done, failed)

    def register(self, session: Any, typed: DeskForm, done: Any, failed: Failed) -> None:
        if self._hear(failed, "register", typed):
            super().register(session, typed, done, failed)

    def correct(self, seen: Any, wanted: Any, done: Any, failed: Failed) -> None:
        if self._hear(failed, "correct", seen.id, wanted):
            super().correct(seen, wanted, done, failed)

    def override(self, session: Any, who: str, passed: Any, done: Any, failed: Failed) -> None:
        if self._hear(failed, "override", who, passed):
            super().override(session, who, passed, done, failed)

    def check_out(self, session: Any, who: str, done: Any, failed: Failed) -> None:
        if self._hear(failed, "check-out", who):
            super().check_out(session, who, done, failed)

    def check_in_group(self, session: Any, ids: Any, done: Any, failed: Failed) -> None:
        if self._hear(failed, "group", tuple(ids)):
            super().check_in_group(session, ids, done, failed)

    def reprint(self, who: str, why: Why, done: Any, failed: Failed) -> None:
        if self._hear(failed, "reprint", who, why):
            super().reprint(who, why, done, failed)

    def add_note(self, session: Any, who: str, words: str, done: Any, failed: Failed) -> None:
        if self._hear(failed, "note", who, words):
            super().add_note(session, who, words, done, failed)

    def sign(self, session: Any, who: str, signing: Any, done: Any, failed: Failed) -> None:
        if self._hear(failed, "sign", who, signing.means):
            super().sign(session, who, signing, done, failed)

    def reveal(self, who: str, done: Any, failed: Failed) -> None:
        if self._hear(failed, "reveal", who):
            super().reveal(who, done, failed)


class HeardDesk(SampleDesk):
    def __init__(self) -> None:
        super().__init__()
        self.deeds = self.heard = HeardDeeds(self)
        self.scans: list[str] = []

    def take_scan(self, text: str) -> None:
        self.scans.append(text)


@pytest.fixture
def desk(qapp: QApplication) -> HeardDesk:
    return HeardDesk()


@pytest.fixture
def window(desk: HeardDesk, qtbot) -> Iterator[FrontDeskWindow]:
    made = FrontDeskWindow(desk, clock=lambda: NOW)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    made.set_language("en")
    yield made
    made.set_language("en")


def press(window: FrontDeskWindow, key: Qt.Key, modifiers: Any = None) -> None:
    """Press a key where the focus is."""
    where = window.focusWidget() or window
    QTest.keyClick(where, key, modifiers or Qt.KeyboardModifier.NoModifier)


def type_(window: FrontDeskWindow, text: str) -> None:
    for letter in text:
        where = window.focusWidget()
        assert where is not None
        QTest.keyClicks(where, letter)


def find(window: FrontDeskWindow, at: int = 0) -> None:
    window.column.field.setText("ㄱㅎㅈ")
    window.reception.finish_waiting()
    window.reception.choose(at)


def shown(window: FrontDeskWindow) -> DeskDialog:
    dialog = window.deeds.dialogs.shown
    assert dialog is not None
    return dialog


def is_back(window: FrontDeskWindow) -> bool:
    """Tell whether nothing is open and typing goes to the search."""
    field = window.column.field
    return window.deeds.dialogs.shown is None and window.focusWidget() is field


# Opening and closing


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (Qt.Key.Key_F1, HelpDialog),
        (Qt.Key.Key_F3, WalkInDialog),
        (Qt.Key.Key_F5, NotesDialog),
        (Qt.Key.Key_F7, SigningDialog),
        (Qt.Key.Key_F10, GroupDialog),
    ],
)
def test_each_key_opens_its_dialog_and_escape_gives_the_search_back(
    window, key: Qt.Key, kind: type[DeskDialog]
) -> None:
    find(window)
    press(window, key)
    dialog = shown(window)
    assert isinstance(dialog, kind)
    assert dialog.geometry() == window.rect()
    assert dialog.isAncestorOf(window.focusWidget()) or window.focusWidget() is dialog
    press(window, Qt.Key.Key_Escape)
    assert is_back(window)


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F7])
def test_keys_about_a_person_do_nothing_while_nobody_is_shown(window, desk, key) -> None:
    press(window, key)
    assert is_back(window)
    assert desk.heard.heard == []


def test_no_key_and_no_click_reaches_the_window_below(window, desk) -> None:
    find(window)
    press(window, Qt.Key.Key_F1)
    before = window.reception.scene
    for key in (Qt.Key.Key_F3, Qt.Key.Key_F9, Qt.Key.Key_A, Qt.Key.Key_F6, Qt.Key.Key_Z):
        press(window, key)
    QTest.mouseClick(shown(window), Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    assert isinstance(shown(window), HelpDialog)
    assert (window.reception.scene, window.column.field.text()) == (before, "ㄱㅎㅈ")
    assert not window.column.offers_sessions


def test_tab_never_leaves_a_dialog(window) -> None:
    press(window, Qt.Key.Key_F3)
    dialog, visited = shown(window), set()
    for _ in range(12):
        press(window, Qt.Key.Key_Tab)
        held = window.focusWidget()
        assert held is not None
        assert dialog.isAncestorOf(held)
        visited.add(held)
    assert len(visited) == 7
    press(window, Qt.Key.Key_Backtab)
    assert dialog.isAncestorOf(window.focusWidget())


def test_what_happens_behind_a_dialog_leaves_it_the_keys(window, desk) -> None:
    press(window, Qt.Key.Key_F3)
    held = window.focusWidget()
    desk.answered.emit(gallery.verdict_for(Reason.OK))
    desk.choose_session("council")
    desk.ask(request(RequestKind.CALL, 3, "CALL"))
    assert window.focusWidget() is held


def test_a_window_that_grows_takes_its_dialog_along(window) -> None:
    press(window, Qt.Key.Key_F3)
    window.resize(1920, 1080)
    assert shown(window).geometry() == window.rect()
    assert shown(window).scale == pytest.approx(1.2, abs=0.01)


def test_f4_goes_back_to_the_search_and_marks_what_is_typed(window) -> None:
    find(window)
    press(window, Qt.Key.Key_F4)
    assert window.column.field.selectedText() == "ㄱㅎㅈ"


def test_a_held_key_opens_once_and_a_closed_dialog_is_gone(window, qtbot) -> None:
    press(window, Qt.Key.Key_F3)
    dialog = shown(window)
    press(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


# Scans while a dialog is open


def test_a_scan_waits_and_the_dialog_keeps_what_was_typed(window, desk, qtbot) -> None:
    press(window, Qt.Key.Key_F3)
    type_(window, "Choe")
    with qtbot.waitSignal(window.scan_kept):
        window.take_scan("CODE-1")
    window.take_scan("CODE-2")
    window.take_scan("CODE-1")
    dialog = shown(window)
    assert isinstance(dialog, WalkInDialog)
    assert dialog.form.value("name") == "Choe"
    assert (desk.scans, window.deeds.dialogs.waiting) == ([], 2)
    press(window, Qt.Key.Key_Escape)
    assert (desk.scans, window.deeds.dialogs.waiting) == (["CODE-1"], 1)
    desk.answered.emit(gallery.verdict_for(Reason.OK))
    qtbot.waitUntil(lambda: desk.scans == ["CODE-1", "CODE-2"])
    assert window.deeds.dialogs.waiting == 0
    window.take_scan("CODE-3")
    assert desk.scans[-1] == "CODE-3"


@pytest.mark.parametrize("reason", [Reason.BLOCKED, Reason.UNKNOWN])
def test_a_refusal_is_seen_before_the_next_scan_that_waited(
    window, desk, monkeypatch: pytest.MonkeyPatch, reason: Reason
) -> None:
    monkeypatch.setattr(dialogs, "SEEN_MS", 0)
    press(window, Qt.Key.Key_F1)
    window.take_scan("CODE-1")
    window.take_scan("CODE-2")
    press(window, Qt.Key.Key_Escape)
    desk.answered.emit(gallery.verdict_for(reason))
    QApplication.processEvents()
    assert desk.scans == ["CODE-1"]
    press(window, Qt.Key.Key_Escape)
    assert desk.scans == ["CODE-1", "CODE-2"]


def test_a_scanner_left_on_a_code_does_not_fill_the_queue(window, desk) -> None:
    press(window, Qt.Key.Key_F1)
    for number in range(60):
        window.take_scan(f"CODE-{number}")
    assert window.deeds.dialogs.waiting == 20


# Walk-ins


def fill(window: FrontDeskWindow, *, ticked: bool = True) -> WalkInDialog:
    dialog = shown(window)
    assert isinstance(dialog, WalkInDialog)
    for name, text in {"name": "Choe", "phone": "01022223333", "organisation": "Sample"}.items():
        dialog.form.fields[name].line.setText(text)
    dialog.tick.setChecked(ticked)
    return dialog


def test_a_walk_in_is_typed_by_keys_alone(window, desk) -> None:
    press(window, Qt.Key.Key_F3)
    for text in ("Choe", "01022223333", "Sample Corp", "", ""):
        type_(window, text)
        press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Right)
    press(window, Qt.Key.Key_Tab)
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_Tab)
    press(window, Qt.Key.Key_Right)
    press(window, Qt.Key.Key_Return, CTRL)
    (told,) = desk.heard.heard
    assert told[0] == "register"
    assert told[1].form == ("Choe", "01022223333", "Sample Corp", "", "")
    assert (told[1].category, told[1].consent) == (Category.SPEAKER, Means.PAPER)
    assert is_back(window)
    assert window.banner.banner.head == "Checked in"


@pytest.mark.parametrize(
    ("typed", "name", "phone"),
    [
        ("최견본", "최견본", ""),
        ("010-2222-3333", "", "010-2222-3333"),
        ("", "", ""),
        ("1234", "", ""),
    ],
)
def test_what_was_typed_into_the_search_is_not_typed_again(
    window, typed: str, name: str, phone: str
) -> None:
    window.column.field.setText(typed)
    press(window, Qt.Key.Key_F3)
    dialog = shown(window)
    assert isinstance(dialog, WalkInDialog)
    assert (dialog.form.value("name"), dialog.form.value("phone")) == (name, phone)
    first = "phone" if name else "name"
    assert window.focusWidget() is dialog.form.fields[first].line
    press(window, Qt.Key.Key_Escape)
    assert window.column.field.text() == typed


@pytest.mark.parametrize("missing", ["name", "phone", "organisation"])
def test_what_is_required_is_asked_for_where_it_is_missing(window, desk, missing: str) -> None:
    press(window, Qt.Key.Key_F3)
    dialog = fill(window)
    dialog.form.fields[missing].line.setText(" ")
    press(window, Qt.Key.Key_Return, CTRL)
    assert desk.heard.heard == []
    assert dialog.form.fields[missing].problem
    assert window.focusWidget() is dialog.form.fields[missing].line
    type_(window, "x")
    assert dialog.form.fields[missing].problem == ""


def test_an_individual_has_no_organisation(window, desk) -> None:
    press(window, Qt.Key.Key_F3)
    fill(window).form.fields["organisation"].line.setText("개인")
    press(window, Qt.Key.Key_Return, CTRL)
    assert desk.heard.heard[0][1].form.organisation == ""


def test_without_the_tick_a_head_is_counted_whatever_is_typed(window, desk) -> None:
    press(window, Qt.Key.Key_F3)
    dialog = shown(window)
    assert dialog.go.caption.text == "Count without a name"
    press(window, Qt.Key.Key_Return, CTRL)
    assert desk.heard.heard[0][1].consent is None
    assert is_back(window)


@pytest.mark.parametrize(
    ("error", "field"),
    [
        (KioskError("PHONE_WRONG"), "phone"),
        (KioskError("NAME_SHORT", least=2), "name"),
        (KioskError("EMAIL_WRONG"), "email"),
        (KioskError("RRN_IN_TEXT", field="job_title"), "job_title"),
        (KioskError("FIELD_LONG", field="organisation", limit=200), "organisation"),
    ],
)
def test_what_the_desk_refuses_is_said_at_its_field_and_all_of_it_stays(
    window, desk, error: KioskError, field: str
) -> None:
    press(window, Qt.Key.Key_F3)
    dialog = fill(window)
    desk.heard.refusal = error
    press(window, Qt.Key.Key_Return, CTRL)
    assert shown(window) is dialog
    assert dialog.form.fields[field].problem
    assert dialog.form.value("name") == "Choe"
    desk.heard.refusal = None
    press(window, Qt.Key.Key_Return, CTRL)
    assert is_back(window)


def test_an_error_is_told_in_korean_where_the_desk_speaks_it(window, desk) -> None:
    window.set_language("ko")
    press(window, Qt.Key.Key_F3)
    fill(window)
    desk.heard.refusal = KioskError("OVERRIDE_FORBIDDEN", rules=["CLOSED"])
    press(window, Qt.Key.Key_Return, CTRL)
    assert "예외를 둘 수 없습니다" in shown(window).line


def test_a_store_that_cannot_be_written_is_said_in_the_dialog(window, desk) -> None:
    press(window, Qt.Key.Key_F3)
    dialog = fill(window)
    desk.heard.refusal = KioskError("STORE_FULL", path="/data/kiosk.db")
    press(window, Qt.Key.Key_Return, CTRL)
    assert "No space is left" in dialog.line
    assert not dialog.is_busy


def test_a_registered_person_is_recognised_and_enter_opens_them(window, desk) -> None:
    press(window, Qt.Key.Key_F3)
    dialog = fill(window)
    known = desk.people[3]
    dialog.form.fields["name"].line.setText(known.name)
    dialog.form.fields["phone"].line.setText(known.phone)
    dialog.look()
    assert "Enter to open that person" in dialog.line
    press(window, Qt.Key.Key_Return)
    assert is_back(window)
    assert window.reception.scene.person == known
    assert desk.heard.heard == []


def test_a_namesake_of_the_organisation_is_a_warning_only(window, desk) -> None:
    press(window, Qt.Key.Key_F3)
    dialog = fill(window)
    dialog.form.fields["name"].line.setText(desk.people[3].name)
    dialog.look()
    assert desk.people[3].organisation in dialog.line
    press(window, Qt.Key.Key_Return)
    assert shown(window) is dialog
    press(window, Qt.Key.Key_O, CTRL)
    assert window.reception.scene.person == desk.people[3]


def test_an_organisation_is_completed_by_tab(window) -> None:
    press(window, Qt.Key.Key_F3)
    dialog = shown(window)
    assert isinstance(dialog, WalkInDialog)
    line = dialog.form.fields["organisation"].line
    line.setFocus()
    line.setText("포스코")
    line.textEdited.emit("포스코")
    assert line.rest() == "필바라리튬솔루션"
    press(window, Qt.Key.Key_Tab)
    assert line.text() == "포스코필바라리튬솔루션"
    assert window.focusWidget() is line
    press(window, Qt.Key.Key_Tab)
    assert window.focusWidget() is dialog.form.fields["job_title"].line


def test_f7_registers_and_then_takes_the_signature(window, desk) -> None:
    press(window, Qt.Key.Key_F3)
    fill(window)
    press(window, Qt.Key.Key_F7)
    assert isinstance(shown(window), SigningDialog)
    press(window, Qt.Key.Key_F4)
    assert [told[:2] for told in desk.heard.heard][1:] == [("sign", "walk-in")]
    assert is_back(window)


def test_enter_registers_the_stranger_whose_request_is_in_hand(window, desk) -> None:
    desk.ask(request(RequestKind.HELP, 17, "UNKNOWN"))
    press(window, Qt.Key.Key_F8)
    press(window, Qt.Key.Key_Return)
    fill(window)
    press(window, Qt.Key.Key_Return, CTRL)
    assert [one for one in desk.held if one.request.state.is_open] == []


def test_enter_without_a_strangers_request_opens_nothing(window, desk) -> None:
    desk.ask(request(RequestKind.CALL, 3, "CALL"))
    press(window, Qt.Key.Key_F8)
    press(window, Qt.Key.Key_Return)
    assert is_back(window)


# Correcting, and looking


def test_a_short_press_of_f2_corrects_and_only_what_changed_is_sent(window, desk) -> None:
    find(window)
    press(window, Qt.Key.Key_F2)
    dialog = shown(window)
    assert isinstance(dialog, CorrectionDialog)
    dialog.form.fields["seat"].line.setText("B-12")
    assert dialog.line == "Changed: Seat"
    press(window, Qt.Key.Key_Return, CTRL)
    told = desk.heard.heard[0]
    assert (told[:2], told[2].seat) == (("correct", "sample-1"), "B-12")
    assert is_back(window)
    assert window.reception.scene.person.seat == "B-12"


def test_nothing_changed_is_closed_without_a_word(window, desk) -> None:
    find(window)
    press(window, Qt.Key.Key_F2)
    press(window, Qt.Key.Key_Return, CTRL)
    assert is_back(window)
    assert desk.heard.heard == []


def test_whoever_was_slower_is_told_and_keeps_what_was_typed(window, desk) -> None:
    find(window)
    press(window, Qt.Key.Key_F2)
    dialog = shown(window)
    assert isinstance(dialog, CorrectionDialog)
    dialog.form.fields["name"].line.setText("박견본")
    desk.heard.refusal = KioskError("CHANGED_MEANWHILE", fields=["name", "job_title"])
    press(window, Qt.Key.Key_Return, CTRL)
    assert "(Name, Title)" in dialog.line
    assert dialog.form.value("name") == "박견본"


def test_a_wrong_badge_is_offered_anew_with_its_reason(window, desk) -> None:
    find(window)
    press(window, Qt.Key.Key_F2)
    dialog = shown(window)
    assert isinstance(dialog, CorrectionDialog)
    dialog.form.fields["name"].line.setText("박견본")
    press(window, Qt.Key.Key_Return, CTRL)
    assert isinstance(shown(window), ReasonDialog)
    press(window, Qt.Key.Key_Return)
    assert desk.heard.heard[-1] == ("reprint", "sample-1", Why("wrong-details", ""))
    assert is_back(window)


def test_f2_held_down_shows_what_is_masked_and_letting_go_covers_it(window, desk, qtbot) -> None:
    find(window)
    field = window.column.field
    QTest.keyPress(field, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: window.card._contact is not None)
    assert window.card._contact == (desk.people[0].phone, desk.people[0].email)
    QTest.keyRelease(field, Qt.Key.Key_F2)
    assert window.card._contact is None
    assert desk.heard.heard == [("reveal", "sample-1")]
    assert is_back(window)


def test_nothing_is_shown_that_could_not_be_logged(window, desk, qtbot) -> None:
    find(window)
    desk.heard.refusal = KioskError("STORE_FULL", path="/data/kiosk.db")
    QTest.keyPress(window.column.field, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: window.card._contact is not None)
    assert not any(desk.people[0].phone in told for told in window.card._contact)
    QTest.keyRelease(window.column.field, Qt.Key.Key_F2)


def test_another_person_is_never_shown_by_a_key_held_for_the_first(window, qtbot) -> None:
    find(window)
    QTest.keyPress(window.column.field, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: window.card._contact is not None)
    window.reception.choose(1)
    assert window.card._contact is None
    QTest.keyRelease(window.column.field, Qt.Key.Key_F2)


# The badge


def test_one_more_badge_needs_a_reason_by_digit_and_enter(window, desk) -> None:
    find(window, 2)
    press(window, Qt.Key.Key_F6)
    type_(window, "2")
    press(window, Qt.Key.Key_Return)
    assert desk.heard.heard == [("reprint", "sample-3", Why("misprint", ""))]
    assert is_back(window)


def test_a_reason_is_not_left_out(window, desk) -> None:
    find(window, 2)
    press(window, Qt.Key.Key_F6)
    dialog = shown(window)
    press(window, Qt.Key.Key_Return)
    assert dialog.line == "Choose a reason first."
    type_(window, "4")
    press(window, Qt.Key.Key_Return)
    assert desk.heard.heard == []
    type_(window, "torn")
    press(window, Qt.Key.Key_Return)
    assert desk.heard.heard == [("reprint", "sample-3", Why("other", "torn"))]


# Undoing


def test_after_its_seconds_ctrl_z_offers_the_entries(window, desk) -> None:
    press(window, Qt.Key.Key_Z, CTRL)
    assert isinstance(shown(window), UndoDialog)
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Return)
    assert isinstance(shown(window), ReasonDialog)
    type_(window, "1")
    press(window, Qt.Key.Key_Return)
    assert desk.heard.heard == [("undo", "entry-2", Why("wrong-person", ""))]
    assert window.reception.scene.stage is Stage.UNDONE
    assert "is not checked out" in window.banner.banner.advice
    assert is_back(window)


def test_a_digit_takes_the_entry_at_once(window) -> None:
    press(window, Qt.Key.Key_Z, CTRL)
    type_(window, "3")
    assert isinstance(shown(window), ReasonDialog)


def test_within_its_seconds_no_reason_is_asked(window, desk) -> None:
    desk.answered.emit(gallery.verdict_for(Reason.OK))
    press(window, Qt.Key.Key_Z, CTRL)
    assert is_back(window)
    assert window.reception.scene.stage is Stage.UNDONE


def test_a_line_of_the_log_is_undone_by_a_click(window, desk) -> None:
    log = window.log
    QTest.mouseClick(log, Qt.MouseButton.LeftButton, pos=QPoint(100, 42 + 26 + 13))
    dialog = shown(window)
    assert "이견윤" in dialog.accessibleDescription()


@pytest.mark.parametrize("row", [2, 20])
def test_what_is_undone_already_or_no_line_offers_nothing(window, row: int) -> None:
    QTest.mouseClick(window.log, Qt.MouseButton.LeftButton, pos=QPoint(100, 42 + 26 * row + 13))
    assert is_back(window)


def test_a_second_undo_is_refused_with_words(window, desk) -> None:
    press(window, Qt.Key.Key_Z, CTRL)
    type_(window, "11")
    dialog = shown(window)
    desk.heard.refusal = KioskError("ALREADY_VOID", entry="entry-1")
    press(window, Qt.Key.Key_Return)
    assert "was undone before" in dialog.line
    press(window, Qt.Key.Key_Escape)
    assert is_back(window)


def test_ctrl_y_checks_in_again_whoever_was_undone(window, desk) -> None:
    asked: list[str] = []
    desk.check_in = lambda who, **_: asked.append(who)
    press(window, Qt.Key.Key_Y, CTRL)
    assert asked == []
    desk.answered.emit(gallery.verdict_for(Reason.OK))
    press(window, Qt.Key.Key_Z, CTRL)
    press(window, Qt.Key.Key_Y, CTRL)
    assert asked == ["sample-1"]


# Past a rule, and out


@pytest.mark.parametrize("reason", [Reason.CLOSED, Reason.FULL, Reason.NOT_BOOKED])
def test_ctrl_enter_lets_somebody_past_the_rule_in_the_way(window, desk, reason: Reason) -> None:
    desk.answered.emit(gallery.verdict_for(reason))
    assert window.card.pass_on.isVisible()
    press(window, Qt.Key.Key_Return, CTRL)
    type_(window, "1")
    press(window, Qt.Key.Key_Return)
    told = desk.heard.heard[0]
    assert told[:2] == ("override", "sample-4")
    assert told[2].rules == frozenset({reason})
    assert told[2].why == Why("organiser-agreed", "")
    assert window.banner.banner.head == "Checked in"


@pytest.mark.parametrize(
    "reason", [Reason.BLOCKED, Reason.CANCELLED, Reason.UNKNOWN, Reason.EXPIRED, Reason.OK]
)
def test_other_answers_cannot_be_passed(window, desk, reason: Reason) -> None:
    desk.answered.emit(gallery.verdict_for(reason))
    assert not window.card.pass_on.isVisible()
    press(window, Qt.Key.Key_Return, CTRL)
    assert is_back(window)


def test_somebody_inside_is_not_let_in_once_more_but_somebody_who_left_is(window, desk) -> None:
    desk.answered.emit(gallery.verdict_for(Reason.ALREADY_IN))
    assert not window.card.pass_on.isVisible()
    desk.presences["sample-3"] = Presence((NOW,), inside=False, left_at=NOW)
    desk.answered.emit(gallery.verdict_for(Reason.ALREADY_IN))
    assert window.card.pass_on.isVisible()


def test_a_second_rule_behind_the_first_is_passed_with_it(window, desk) -> None:
    full = gallery.verdict_for(Reason.FULL)

    def still_full(session: Any, who: str, passed: Any, done: Any, failed: Any) -> None:
        desk.heard.heard.append(("override", who, passed))
        done(full)
        desk.answered.emit(full)

    desk.heard.override = still_full
    desk.answered.emit(gallery.verdict_for(Reason.CLOSED))
    for _ in range(2):
        press(window, Qt.Key.Key_Return, CTRL)
        type_(window, "1")
        press(window, Qt.Key.Key_Return)
    rules = [told[2].rules for told in desk.heard.heard]
    assert rules == [{Reason.CLOSED}, {Reason.CLOSED, Reason.FULL}]


def test_ctrl_e_checks_out_only_whoever_is_inside(window, desk) -> None:
    find(window)
    press(window, Qt.Key.Key_E, CTRL)
    assert desk.heard.heard == []
    window.reception.choose(2)
    press(window, Qt.Key.Key_E, CTRL)
    assert desk.heard.heard == [("check-out", "sample-3")]
    assert window.banner.banner.head == "Checked out"


def test_a_check_out_that_failed_is_told(window, desk) -> None:
    find(window, 2)
    desk.heard.refusal = KioskError("STORE_FULL", path="x")
    press(window, Qt.Key.Key_E, CTRL)
    assert window.reception.scene.stage is Stage.FAILED


# A group


def test_a_group_is_ticked_and_checked_in_by_keys(window, desk) -> None:
    find(window)
    press(window, Qt.Key.Key_F10)
    dialog = shown(window)
    assert isinstance(dialog, GroupDialog)
    assert dialog.ticks.ticked == {0, 2, 4}
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Space)
    assert dialog.ticks.ticked == {2, 4}
    press(window, Qt.Key.Key_Return)
    assert desk.heard.heard == [("group", ("sample-3", "sample-5"))]
    assert dialog.line == "1 of 2 are in. Esc closes."
    press(window, Qt.Key.Key_Return)
    assert is_back(window)


def test_ctrl_a_ticks_all_who_may_come_or_nobody(window) -> None:
    find(window)
    press(window, Qt.Key.Key_F10)
    ticks = shown(window).ticks  # type: ignore[attr-defined]
    press(window, Qt.Key.Key_A, CTRL)
    assert ticks.ticked == set()
    press(window, Qt.Key.Key_A, CTRL)
    assert ticks.ticked == {0, 2, 4}


def test_a_group_that_broke_off_says_who_is_left(window, desk) -> None:
    find(window)
    press(window, Qt.Key.Key_F10)
    dialog = shown(window)
    assert isinstance(dialog, GroupDialog)
    people = desk.people
    came = gallery.verdict_for(Reason.OK, people[0])
    problem = KioskError("STORE_FULL", path="/data/kiosk.db")
    dialog.show_done(GroupDone((came,), ("sample-3", "sample-5"), problem))
    states = [row.state.text for row in dialog.ticks._rows]
    assert states == ["Checked in", "Not recorded", "Not recorded"]
    assert "No space is left" in dialog.line


def test_nobody_of_a_company_is_said(window, desk) -> None:
    desk.heard.list_guests = lambda session, typed, done, failed: done(())
    press(window, Qt.Key.Key_F10)
    type_(window, "nobody")
    press(window, Qt.Key.Key_Return)
    assert shown(window).line == "Nobody of this organisation is on the list"


# Notes and signatures


def test_a_flag_and_a_note_are_kept_together(window, desk) -> None:
    find(window)
    press(window, Qt.Key.Key_F5)
    type_(window, "parking")
    press(window, Qt.Key.Key_Tab)
    type_(window, "VIP")
    press(window, Qt.Key.Key_Return)
    first, second = desk.heard.heard
    assert (first[:2], first[2].flag) == (("correct", "sample-1"), "VIP")
    assert second == ("note", "sample-1", "parking")
    assert is_back(window)


def test_notes_from_before_are_read(window) -> None:
    find(window)
    press(window, Qt.Key.Key_F5)
    assert "보청기" in shown(window).accessibleDescription()


def test_a_note_that_was_not_kept_stays_typed(window, desk) -> None:
    find(window)
    press(window, Qt.Key.Key_F5)
    dialog = shown(window)
    assert isinstance(dialog, NotesDialog)
    type_(window, "parking")
    desk.heard.refusal = KioskError("RRN_IN_TEXT", field="reason")
    press(window, Qt.Key.Key_Return)
    assert (dialog.note.text(), "resident registration number" in dialog.line) == ("parking", True)


def draw(pad: QWidget) -> None:
    """Sign with the mouse, as large as a name is."""
    wide, tall = pad.width(), pad.height()
    spots = [QPoint(wide * (2 + n) // 12, tall // 2 + (tall // 4) * (n % 2)) for n in range(8)]
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=spots[0])
    for spot in spots[1:]:
        QTest.mouseMove(pad, spot)
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=spots[-1])


def test_a_signature_is_taken_on_the_desks_own_screen_where_it_has_one(window, desk) -> None:
    find(window, 2)
    press(window, Qt.Key.Key_F7)
    dialog = shown(window)
    assert isinstance(dialog, SigningDialog)
    assert not dialog.is_elsewhere
    press(window, Qt.Key.Key_Return)
    assert "no signature yet" in dialog.line
    draw(dialog.sheet.pad)
    press(window, Qt.Key.Key_Return)
    assert desk.heard.heard == [("sign", "sample-3", "finger")]
    assert is_back(window)


def test_a_guest_with_a_screen_of_their_own_signs_and_says_done_there(window, desk, qtbot) -> None:
    person = desk.people[2]
    dialog = SigningDialog(person, window, window.screen())
    window.deeds.dialogs.open(dialog)
    signed: list[object] = []
    dialog.signed.connect(signed.append)
    sheet = dialog.sheet
    assert sheet.isWindow()
    assert sheet.isVisible()
    assert sheet.geometry() == window.screen().geometry()
    assert not sheet.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
    sheet.done.click()
    assert sheet.title() == "Please sign a little larger"
    draw(sheet.pad)
    sheet.done.click()
    assert len(signed) == 1
    window.deeds.dialogs.close()
    qtbot.waitUntil(lambda: not shiboken6.isValid(sheet))


def test_somebody_not_in_yet_signs_with_their_check_in_where_the_session_asks(window, desk) -> None:
    came: list[tuple[str, object]] = []
    desk.check_in = lambda who, signing=None, **_: came.append((who, signing.means))
    desk._session = replace(desk.session, sign=True)
    find(window)
    press(window, Qt.Key.Key_F7)
    press(window, Qt.Key.Key_F4)
    assert came == [("sample-1", "staff")]
    assert desk.heard.heard == []


def test_ink_does_not_outlive_its_dialog(window) -> None:
    find(window, 2)
    press(window, Qt.Key.Key_F7)
    dialog = shown(window)
    assert isinstance(dialog, SigningDialog)
    draw(dialog.sheet.pad)
    assert not dialog.sheet.pad.is_empty
    press(window, Qt.Key.Key_Escape)
    assert dialog.sheet.pad.is_empty


# In a dark hall


def ground(window: FrontDeskWindow) -> str:
    """Return the colour between the panels."""
    return window.grab().toImage().pixelColor(4, window.height() // 2).name().upper()


def test_f11_turns_the_window_dark_and_light_again(window, desk) -> None:
    find(window)
    light = window.grab().toImage()
    assert ground(window) == theme.LIGHT.sky
    press(window, Qt.Key.Key_F11)
    assert ground(window) == theme.DARK.sky
    assert desk.settings.theme is DeskTheme.DARK
    press(window, Qt.Key.Key_F11)
    assert window.grab().toImage() == light


def test_a_desk_told_to_be_dark_begins_dark(desk, qtbot) -> None:
    desk.worn = DeskTheme.DARK
    made = FrontDeskWindow(desk, clock=lambda: NOW)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    try:
        assert ground(made) == theme.DARK.sky
        # Everything that was painted for the light stands out from the dark as well.
        picture = made.top.grab().toImage()
        assert picture.pixelColor(500, 4).name().upper() == theme.DARK.sea
    finally:
        theme.wear(theme.LIGHT)


# A step under way


def test_while_a_step_is_under_way_its_key_and_escape_do_nothing(window, desk) -> None:
    find(window, 2)
    press(window, Qt.Key.Key_F6)
    dialog = shown(window)
    desk.heard.reprint = lambda *told: desk.heard.heard.append(told[:2])
    type_(window, "1")
    press(window, Qt.Key.Key_Return)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        press(window, key)
    assert shown(window) is dialog
    assert len(desk.heard.heard) == 1
    dialog.say("it failed")
    press(window, Qt.Key.Key_Escape)
    assert is_back(window)


def test_an_answer_that_comes_after_its_dialog_is_dropped(window, desk, qtbot) -> None:
    kept: list[Any] = []
    desk.heard.list_guests = lambda session, typed, done, failed: kept.append((done, failed))
    desk.heard.find_alike = lambda form, done: kept.append((done, done))
    find(window)
    press(window, Qt.Key.Key_F10)
    dialog = shown(window)
    press(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    for done, failed in kept:
        done(())
        failed(KioskError("STORE_FULL", path="x"))
    assert is_back(window)


@pytest.mark.parametrize("state", [one for one in deed_gallery.states() if "dialog" in one])
def test_every_dialog_of_the_gallery_names_itself_and_what_it_holds(
    window, desk, state: str
) -> None:
    deed_gallery.states()[state](window, desk)
    dialog = deed_gallery.shown(window)
    assert dialog.accessibleName()
    for stop in dialog.stops:
        proxy = stop.focusProxy() or stop
        assert proxy.accessibleName(), stop
