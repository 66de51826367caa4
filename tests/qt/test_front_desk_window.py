"""The desk's window as staff use it: keys, clicks, languages, sizes and what is left behind."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.domain.event import Direction
from kiosk.domain.found import Counts, Hit, Overview
from kiosk.domain.journal import Presence
from kiosk.domain.printer import PrinterState
from kiosk.domain.verdict import Outcome, Reason, Verdict
from kiosk.ui.front_desk import gallery
from kiosk.ui.front_desk.answer_inputs import ChoiceInput, LineInput
from kiosk.ui.front_desk.device_states import CameraState, ScannerState
from kiosk.ui.front_desk.sample_desk import NOW, SampleDesk
from kiosk.ui.front_desk.sample_printers import two_printers
from kiosk.ui.front_desk.scene import Stage
from kiosk.ui.front_desk.window import FrontDeskWindow
from kiosk.ui.widgets.desk_button import DeskButton


class BusyDesk(SampleDesk):
    """Answers a check-in with OK, and notes what it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.scans: list[str] = []
        self.checked: list[tuple[str, bool, Mapping[str, object] | None]] = []
        self.queries: list[str] = []

    def take_scan(self, text: str) -> None:
        self.scans.append(text)

    def check_in(
        self,
        registration_id: str,
        *,
        confirm: bool = False,
        answers: Mapping[str, object] | None = None,
    ) -> None:
        self.checked.append((registration_id, confirm, answers))
        person = next(one for one in self.people if one.id == registration_id)
        self.presences[person.id] = Presence((NOW,), inside=True)
        self.answered.emit(
            Verdict(Outcome.ADMIT, Reason.OK, Direction.IN, person, self.session, entry="entry-1")
        )

    def find(self, text: str, done: Callable[[list[Hit]], None]) -> None:
        self.queries.append(text)
        super().find(text, done)


@pytest.fixture
def desk(qapp: QApplication) -> BusyDesk:
    return BusyDesk()


@pytest.fixture
def window(desk: BusyDesk, qtbot) -> Iterator[FrontDeskWindow]:
    made = FrontDeskWindow(desk, clock=lambda: NOW)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    made.set_language("en")
    yield made
    made.set_language("en")


def compose(window: FrontDeskWindow, preedit: str, commit: str = "") -> None:
    """Do what a Korean input method does."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(window.column.field, event)


def found(window: FrontDeskWindow, text: str) -> None:
    """Type and wait for the answer."""
    QTest.keyClicks(window.column.field, text)
    window.reception.finish_waiting()


def rest(window: FrontDeskWindow) -> None:
    """Let the hand rest longer than a scanner's key takes."""
    window.column.field._changed_ms -= 1000


def test_initials_are_found_while_they_are_still_composed(window, desk) -> None:
    compose(window, "ㄱ")
    compose(window, "ㅎ", "ㄱ")
    compose(window, "ㅈ", "ㅎ")
    window.reception.finish_waiting()
    assert desk.queries == ["ㄱㅎㅈ"]
    assert window.column.field.text() == "ㄱㅎ"
    assert window.reception.scene.stage is Stage.BEFORE


def test_committing_what_was_searched_already_asks_nothing_new(window, desk) -> None:
    compose(window, "김")
    window.reception.finish_waiting()
    compose(window, "", "김")
    window.reception.finish_waiting()
    assert desk.queries == ["김"]


@pytest.mark.parametrize("letters", ["ㄱㅎㅈ", "김"])
def test_one_enter_checks_in_whom_an_input_method_still_composes(
    window, desk, letters: str
) -> None:
    compose(window, letters[-1], letters[:-1])
    window.reception.finish_waiting()
    for preedit, commit in (("", ""), ("", letters[-1]), ("", "")):  # as ibus ends a syllable
        compose(window, preedit, commit)
    QTest.keyClick(window.column.field, Qt.Key.Key_Return)
    assert desk.queries == [letters]
    assert desk.checked == [("sample-1", False, None)]


def test_what_is_deleted_while_it_is_composed_is_searched_for_no_more(window, desk, qtbot) -> None:
    compose(window, "ㄱ")
    window.reception.finish_waiting()
    compose(window, "")
    qtbot.waitUntil(lambda: window.reception.candidates.query == "")


def test_three_letters_and_enter_check_a_person_in(window, desk, qtbot) -> None:
    found(window, "rgw")
    QTest.keyClick(window.column.field, Qt.Key.Key_Return)
    assert desk.checked == [("sample-1", False, None)]
    assert window.banner.banner.head == "Checked in"
    assert window.column.field.text() == ""
    assert window.focusWidget() is window.column.field


def test_a_digit_picks_beside_letters(window) -> None:
    found(window, "rgw")
    rest(window)
    QTest.keyClick(window.column.field, Qt.Key.Key_2)
    assert window.reception.candidates.chosen == 1
    assert window.column.field.text() == "rgw"


@pytest.mark.parametrize("typed", ["", "010-0000-"])
def test_a_digit_beside_digits_is_of_a_telephone_number(window, typed: str) -> None:
    found(window, typed)
    rest(window)
    QTest.keyClick(window.column.field, Qt.Key.Key_2)
    assert window.column.field.text() == typed + "2"


def test_a_digit_that_no_row_has_is_typing(window) -> None:
    found(window, "gs")
    rest(window)
    QTest.keyClick(window.column.field, Qt.Key.Key_9)
    assert window.column.field.text() == "gs9"


def test_a_digit_faster_than_a_hand_is_typing(window) -> None:
    found(window, "rgw")
    window.column.field._clock_ms = lambda: window.column.field._changed_ms + 50
    QTest.keyClick(window.column.field, Qt.Key.Key_2)
    assert window.column.field.text() == "rgw2"


def test_arrows_move_the_choice(window) -> None:
    found(window, "rgw")
    QTest.keyClick(window.column.field, Qt.Key.Key_Down)
    assert window.reception.candidates.chosen == 1
    QTest.keyClick(window.column.field, Qt.Key.Key_Up)
    assert window.reception.candidates.chosen == 0


def test_a_click_on_a_row_chooses_and_keeps_the_focus(window, qtbot) -> None:
    found(window, "rgw")
    qtbot.mouseClick(window.column.rows._buttons[3], Qt.MouseButton.LeftButton)
    assert window.reception.candidates.chosen == 3
    assert window.focusWidget() is window.column.field


def test_a_click_on_a_guest_still_to_come_opens_that_person(window, desk, qtbot) -> None:
    qtbot.mouseClick(window.column.rows._buttons[1], Qt.MouseButton.LeftButton)
    assert window.reception.scene.person == desk.people[1]


def test_escape_leaves_nothing_of_the_person(window, desk) -> None:
    found(window, "rgw")
    QTest.keyClick(window.column.field, Qt.Key.Key_Escape)
    assert window.ready.isVisible()
    assert not window.card.isVisible()
    assert window.column.field.text() == ""
    names = [one.name for one in desk.people if one.name not in ("김견본", "남궁다빈")]
    told = [w.accessibleName() for w in window.findChildren(QWidget)]
    assert not [name for name in names for text in told if name in text]
    assert window.card._picture is None


def test_letters_typed_anywhere_go_to_the_search_field(window) -> None:
    window.setFocus()
    QTest.keyClick(window, Qt.Key.Key_K)
    assert window.column.field.text() == "k"
    assert window.focusWidget() is window.column.field


def test_a_click_on_nothing_gives_the_focus_back(window, qtbot) -> None:
    window.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.setFocus()
    qtbot.mouseClick(window.legend, Qt.MouseButton.LeftButton)
    assert window.focusWidget() is window.column.field


def test_control_z_and_the_button_undo(window, qtbot) -> None:
    for undo in (
        lambda: QTest.keyClick(
            window.column.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
        ),
        lambda: qtbot.mouseClick(window.banner.undo, Qt.MouseButton.LeftButton),
    ):
        found(window, "rgw")
        window.reception.open(window.reception.candidates.hits[1].registration)
        window.reception.confirm()
        assert window.banner.undo.isVisible()
        undo()
        assert window.banner.banner.head == "Undone"
        assert not window.banner.undo.isVisible()
        window.reception.clear()


def test_the_seconds_to_undo_run_out(desk, qtbot) -> None:
    moment = [NOW]

    def clock() -> datetime:
        return moment[0]

    window = FrontDeskWindow(desk, clock=clock)
    qtbot.addWidget(window)
    desk.check_in("sample-1")
    moment[0] = datetime.fromtimestamp(NOW.timestamp() + 31, tz=NOW.tzinfo)
    window.tick()
    assert window.banner.undo.isHidden()
    assert window.top._time == "13:42"
    window.set_language("en")


def test_f6_prints_again_only_for_somebody_who_came(window, desk) -> None:
    asked: list[str] = []
    desk.print_again = asked.append
    desk.presences["sample-4"] = Presence((NOW,), inside=True)
    found(window, "rgw")
    QTest.keyClick(window.column.field, Qt.Key.Key_F6)
    assert asked == []
    assert not window.card.badge.isVisible()
    window.reception.choose(3)
    assert window.card.badge.isVisible()
    QTest.keyClick(window.column.field, Qt.Key.Key_F6)
    assert asked == ["sample-4"]


def test_f9_and_a_digit_serve_another_session(window, desk) -> None:
    QTest.keyClick(window.column.field, Qt.Key.Key_F9)
    QTest.keyClick(window.column.field, Qt.Key.Key_2)
    assert desk.session.id == "council"
    assert not window.column.offers_sessions
    assert "Industry council" in window.top.session.accessibleName()


def test_sessions_are_left_by_escape_by_typing_and_by_a_scan(window, desk) -> None:
    for leave in (
        lambda: QTest.keyClick(window.column.field, Qt.Key.Key_Escape),
        lambda: QTest.keyClicks(window.column.field, "k"),
        lambda: window.take_scan("TOKEN"),
    ):
        window.offer_sessions()
        assert window.column.offers_sessions
        leave()
        assert not window.column.offers_sessions
    assert desk.session.id == "seminar"


def test_enter_on_the_pointed_session_serves_it(window, desk) -> None:
    window.offer_sessions()
    QTest.keyClick(window.column.field, Qt.Key.Key_Down)
    QTest.keyClick(window.column.field, Qt.Key.Key_Return)
    assert desk.session.id == "council"
    assert desk.checked == []


def test_a_course_of_many_sessions_is_turned_page_by_page(desk, qtbot, monkeypatch) -> None:
    first = desk.event_served.sessions[0]
    many = tuple(replace(first, id=f"day-{n}") for n in range(12))
    course = replace(desk.event_served, sessions=many)
    monkeypatch.setattr(BusyDesk, "event_served", property(lambda _: course))
    desk.choose_session("day-8")
    window = FrontDeskWindow(desk, clock=lambda: NOW)
    qtbot.addWidget(window)
    window.offer_sessions()
    assert len(window.column.rows.shown.rows) == 9
    QTest.keyClick(window.column.field, Qt.Key.Key_Down)
    assert len(window.column.rows.shown.rows) == 3
    QTest.keyClick(window.column.field, Qt.Key.Key_3)
    assert desk.session.id == "day-11"
    window.set_language("en")


def test_nothing_is_told_of_a_printer_that_said_nothing(window) -> None:
    assert [chip.text for chip in window.top.chips] == ["Scanner ready"]
    window.show_printers(two_printers())
    assert [chip.text for chip in window.top.chips] == ["Printer ready", "Scanner ready"]


def questions(window: FrontDeskWindow, desk: BusyDesk) -> list[LineInput | ChoiceInput]:
    desk.answered.emit(gallery.verdict_for(Reason.NEEDS_ANSWERS))
    return window.card.form._inputs


def test_open_questions_are_asked_and_sent_with_enter(window, desk) -> None:
    meal, drink, car = questions(window, desk)
    assert window.focusWidget() is meal.buttons[0]
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    drink.buttons[1].click()
    drink.buttons[0].click()
    car.setFocus()
    QTest.keyClicks(car, "12-3456")
    QTest.keyClick(car, Qt.Key.Key_Return)
    answers = {"meal": "yes", "drink": "커피", "car": "12-3456"}
    assert desk.checked == [("sample-4", False, answers)]
    assert window.focusWidget() is window.column.field


def test_a_missing_answer_is_said_at_its_question(window, desk) -> None:
    meal, drink, _ = questions(window, desk)
    meal.buttons[1].click()
    QTest.keyClick(meal.buttons[1], Qt.Key.Key_Return)
    assert desk.checked == []
    assert [one.isVisible() for one in window.card.form._warnings] == [False, True, True]
    assert window.focusWidget() is drink.buttons[0]


def test_escape_from_a_question_drops_what_was_answered(window, desk) -> None:
    *_, car = questions(window, desk)
    car.setText("12-3456")
    QTest.keyClick(car, Qt.Key.Key_Escape)
    assert window.reception.scene.stage is Stage.READY
    assert window.card.form._inputs == []
    assert window.focusWidget() is window.column.field


def test_an_ampersand_in_somebodys_words_makes_no_shortcut(window, desk) -> None:
    _, drink, _ = questions(window, desk)
    assert drink.buttons[1].caption.text == "홍차 & 우유"
    assert drink.buttons[1].shortcut().isEmpty()


def test_the_chips_tell_the_devices_as_they_are(window) -> None:
    window.set_scanner_state(ScannerState.MISSING)
    window.set_camera_state(CameraState.READY)
    window.show_printers(two_printers(PrinterState.JAM)[:1])
    assert [chip.text for chip in window.top.chips] == ["Paper jam", "No scanner", "Camera ready"]
    window.set_camera_state(CameraState.OFF)
    assert [chip.text for chip in window.top.chips] == ["Paper jam", "No scanner"]


def test_counts_are_told_and_never_below_nothing(window, desk) -> None:
    desk.overview_changed.emit(Overview(Counts(registered=2, come=3, walk_ins=1)))
    assert window.counts.share == 1
    assert window.counts.accessibleName() == "3 / 2, In 100 %, Not in 0, Walk-ins 1, Last 10 min 0"
    desk.overview_changed.emit(Overview(Counts()))
    assert window.counts.share == 0


def test_the_language_changes_while_a_verdict_is_shown(window, desk) -> None:
    desk.answered.emit(gallery.verdict_for(Reason.ALREADY_IN))
    assert window.banner.banner.head == "Already checked in"
    window.set_language("ko")
    QApplication.processEvents()
    assert window.banner.banner.head == "이미 확인됨"
    assert window.column.field.placeholderText() == "이름·초성·소속·전화 뒤 4자리"
    assert window.card.next.caption.text == "다음 분"


def test_everything_that_takes_the_focus_has_a_name(window, desk) -> None:
    questions(window, desk)
    takers = [
        one
        for one in window.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible()
    ]
    assert len(takers) >= 6
    assert [one for one in takers if not one.accessibleName()] == []


def test_every_button_has_a_name(window) -> None:
    found(window, "rgw")
    assert all(one.accessibleName() for one in window.findChildren(DeskButton) if one.isVisible())


@pytest.mark.parametrize("size", [(1024, 600), (1366, 768), (1920, 1080), (2560, 1080)])
def test_panels_stay_inside_and_apart_at_any_size(window, desk, size: tuple[int, int]) -> None:
    desk.check_in("sample-7")
    window.resize(QSize(*size))
    shown = [window.top, window.column, window.banner, window.card]
    shown += [window.counts, window.log, window.legend]
    areas = [one.geometry() for one in shown]
    assert all(window.rect().contains(area) for area in areas)
    assert not [1 for a in areas for b in areas if a is not b and a.intersects(b)]
