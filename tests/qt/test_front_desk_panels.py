"""The panels of the desk's window one by one: what they tell, take and leave room for."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.domain.event import Question, QuestionKind, Words
from kiosk.domain.found import BadgeState, LogLine, Sheet
from kiosk.domain.journal import Kind, Presence
from kiosk.domain.registration import Category, Registration, Status
from kiosk.domain.verdict import Outcome, Reason, Verdict
from kiosk.ui.front_desk.answer_form import AnswerForm
from kiosk.ui.front_desk.answer_inputs import ChoiceInput, LineInput
from kiosk.ui.front_desk.devices_shown import (
    CameraState,
    ScannerState,
    camera_chip,
    scan_hint,
    scanner_chip,
)
from kiosk.ui.front_desk.key_legend import KeyLegend
from kiosk.ui.front_desk.log_panel import LogPanel
from kiosk.ui.front_desk.person_card import PersonCard
from kiosk.ui.front_desk.sample_desk import EVENT, NOW, ZONE
from kiosk.ui.front_desk.scene import Scene, Stage
from kiosk.ui.front_desk.search_field import SearchField
from kiosk.ui.front_desk.top_bar import TopBar
from kiosk.ui.front_desk.verdict_words import Tongue
from kiosk.ui.widgets.desk_button import Caption, DeskButton
from kiosk.ui.widgets.desk_chip import Chip
from kiosk.ui.widgets.desk_rows import DeskRows, Row, RowList

TONGUE = Tongue("en", ZONE, "데스크 A")
GUEST = Registration(
    "r1", "김견본", phone="010-1234-5678", email="someone@sample.example", sessions=("seminar",)
)


def line(kind: Kind, name: str = "김견본", *, undone: bool = False) -> LogLine:
    return LogLine(NOW, kind, name, "e1", undone, "데스크 A")


# The log


def test_the_log_tells_each_kind_apart(qtbot) -> None:
    log = LogPanel()
    qtbot.addWidget(log)
    told = set()
    for kind in Kind:
        log.show_lines((line(kind),), TONGUE)
        told.add(log.accessibleDescription())
    assert len(told) == len(Kind)
    assert all(text.startswith("13:42 김견본 ") for text in told)


def test_the_log_shows_times_in_the_events_zone(qtbot) -> None:
    log = LogPanel()
    qtbot.addWidget(log)
    utc = NOW.astimezone(tz=None) + timedelta(minutes=1)
    log.show_lines((LogLine(utc, Kind.IN, "김견본", "e1", undone=False, desk=""),), TONGUE)
    assert "13:43" in log.accessibleDescription()


def test_undone_and_erased_lines_look_different(qtbot) -> None:
    log = LogPanel()
    qtbot.addWidget(log)
    log.resize(312, 300)
    drawn = []
    for shown in (line(Kind.IN), line(Kind.IN, undone=True), line(Kind.IN, "")):
        log.show_lines((shown,), TONGUE)
        drawn.append(bytes(log.grab().toImage().constBits()))
    assert len(set(drawn)) == 3


# The top bar


@pytest.mark.parametrize("title", ["세미나", "Lithium Secondary Battery Technology Seminar " * 3])
@pytest.mark.parametrize("session", ["14:00", "A session with a very long title indeed 14:00" * 2])
@pytest.mark.parametrize("width", [1024, 1366, 1920])
def test_long_titles_leave_the_chips_their_room(
    qtbot, title: str, session: str, width: int
) -> None:
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.resize(width, 56)
    chips = tuple(Chip(text, "barcode") for text in ("Check the printer", "No scanner", "Camera"))
    bar.show_chips(chips)
    bar.show_event(title, session, "데스크 A")
    button = bar.session.geometry()
    assert button.width() > 60
    assert button.right() < bar._right_end(bar.design_size)


# Devices


def test_every_state_of_a_device_has_its_own_words(qapp) -> None:
    assert scanner_chip(ScannerState.READY) != scanner_chip(ScannerState.MISSING)
    assert camera_chip(CameraState.OFF) is None
    assert camera_chip(CameraState.READY) != camera_chip(CameraState.MISSING)


@pytest.mark.parametrize(
    ("scanner", "camera", "scans"),
    [
        (ScannerState.READY, CameraState.OFF, True),
        (ScannerState.MISSING, CameraState.READY, True),
        (ScannerState.MISSING, CameraState.OFF, False),
        (ScannerState.MISSING, CameraState.MISSING, False),
    ],
)
def test_the_hint_promises_a_scan_only_where_one_can_come(
    qapp, scanner: ScannerState, camera: CameraState, scans: bool
) -> None:
    assert scan_hint(scanner, camera)[1] is scans


# Keys


def test_the_legend_names_only_keys_that_do_something(qapp) -> None:
    legend = KeyLegend()
    told = legend.keys()
    named = [key for key, _ in told]
    assert named == [*(f"F{number}" for number in range(1, 12)), "Ctrl+Z", "Esc"]
    legend.deleteLater()


def pressed(field: SearchField) -> list[str]:
    told: list[str] = []
    for name in ("confirmed", "cleared", "undone"):
        getattr(field, name).connect(lambda name=name: told.append(name))
    field.moved.connect(lambda by: told.append(f"moved {by}"))
    return told


def test_the_field_turns_keys_into_what_staff_mean(qtbot) -> None:
    field = SearchField()
    qtbot.addWidget(field)
    told = pressed(field)
    for key in (Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down):
        QTest.keyClick(field, key)
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Z)
    assert told == ["confirmed", "cleared", "moved -1", "moved 1", "undone"]
    assert field.text() == "z"


# Rows


def rows(count: int) -> RowList:
    return RowList("Heading", rows=tuple(Row(f"Name {n}", number=n) for n in range(1, count + 1)))


@pytest.mark.parametrize("count", [0, 1, 9])
def test_nine_rows_have_room_in_the_smallest_window_of_the_design(qtbot, count: int) -> None:
    shown = DeskRows()
    qtbot.addWidget(shown)
    shown.resize(376, 554)
    shown.show_list(rows(count))
    assert shown.rows_visible() == count
    visible = [one for one in shown._buttons if not one.isHidden()]
    assert [one.row.title for one in visible] == [f"Name {n}" for n in range(1, count + 1)]
    assert all(shown.rect().contains(one.geometry()) for one in visible)


def test_a_shorter_list_forgets_the_names_of_the_longer_one(qtbot) -> None:
    shown = DeskRows()
    qtbot.addWidget(shown)
    shown.show_list(rows(9))
    shown.show_list(rows(1))
    assert [one.accessibleName() for one in shown._buttons] == ["Name 1"] + [""] * 8


# Buttons


def test_a_button_reads_an_ampersand_as_it_is(qtbot) -> None:
    button = DeskButton(Caption("R&D팀", "F6"))
    qtbot.addWidget(button)
    assert button.shortcut().isEmpty()
    assert button.accessibleName() == "R&D팀"
    assert button.design_width() > DeskButton(Caption("R&D팀")).design_width()


# Questions


def ask(qtbot, kind: QuestionKind, *choices: str) -> tuple[AnswerForm, list[object]]:
    form = AnswerForm()
    qtbot.addWidget(form)
    sent: list[object] = []
    form.submitted.connect(sent.append)
    form.ask([Question("q", Words("질문", "Question"), kind, True, choices=choices)], "en")
    return form, sent


@pytest.mark.parametrize(
    ("kind", "typed", "answer"),
    [
        (QuestionKind.TEXT, "  12-3456 ", "12-3456"),
        (QuestionKind.NUMBER, "3", "3"),
        (QuestionKind.DATE, "2026-03-26", "2026-03-26"),
        (QuestionKind.CHOICE, "tea", "tea"),
        (QuestionKind.CHOICES, "tea, ,milk", ["tea", "milk"]),
    ],
)
def test_typed_answers_are_of_their_questions_kind(
    qtbot, kind: QuestionKind, typed: str, answer: object
) -> None:
    form, sent = ask(qtbot, kind)
    entry = form._inputs[0]
    assert isinstance(entry, LineInput)
    entry.setText(typed)
    form.submit()
    assert sent == [{"q": answer}]


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (QuestionKind.TEXT, "   "),
        (QuestionKind.NUMBER, "three"),
        (QuestionKind.NUMBER, "nan"),
        (QuestionKind.DATE, "26.3.2026"),
        (QuestionKind.CHOICES, " , "),
    ],
)
def test_answers_of_another_kind_are_not_sent(qtbot, kind: QuestionKind, typed: str) -> None:
    form, sent = ask(qtbot, kind)
    form._inputs[0].setText(typed)
    form.submit()
    assert sent == []
    assert form._warnings[0].text()


def choose(entry: ChoiceInput, *at: int) -> None:
    for index in at:
        entry.buttons[index].click()


@pytest.mark.parametrize(
    ("kind", "pressed_at", "answer"),
    [
        (QuestionKind.CHOICE, (0, 2), "c"),
        (QuestionKind.CHOICE, (1, 1), None),
        (QuestionKind.CHOICES, (2, 0), ["a", "c"]),
        (QuestionKind.CHOICES, (), None),
        (QuestionKind.YES_NO, (1,), "no"),
    ],
)
def test_one_or_several_can_be_chosen(
    qtbot, kind: QuestionKind, pressed_at: tuple[int, ...], answer: object
) -> None:
    form, _ = ask(qtbot, kind, "a", "b", "c")
    entry = form._inputs[0]
    assert isinstance(entry, ChoiceInput)
    choose(entry, *pressed_at)
    assert entry.answer() == answer
    ticked = [one.caption.icon == "check-bold" for one in entry.buttons]
    assert ticked == [one.isChecked() for one in entry.buttons]


def test_asking_the_same_again_keeps_what_was_typed(qtbot) -> None:
    form, _ = ask(qtbot, QuestionKind.TEXT)
    form._inputs[0].setText("half an ans")
    form.ask(form._questions, "en")
    assert form._inputs[0].text() == "half an ans"
    form.ask([], "en")
    assert form._inputs == []


# The card


@pytest.fixture
def card(qtbot) -> Callable[[Scene], PersonCard]:
    def made(scene: Scene) -> PersonCard:
        shown = PersonCard(EVENT)
        qtbot.addWidget(shown)
        shown.resize(622, 516)
        shown.show_scene(scene, TONGUE, offers_badge=False)
        return shown

    return made


def scene_of(person: Registration, reason: Reason = Reason.OK) -> Scene:
    verdict = Verdict(Outcome.ADMIT, reason, registration=person, session=EVENT.sessions[0])
    came = {"seminar": Presence((NOW,), inside=True)}
    return Scene(Stage.ANSWERED, verdict, Sheet(person, came, BadgeState.PRINTED), at=NOW)


def test_the_card_never_tells_a_telephone_number_or_an_address(card) -> None:
    shown = card(scene_of(GUEST))
    told = shown.accessibleName() + shown.accessibleDescription()
    assert "1234" not in told
    assert "someone@" not in told


def test_the_card_tells_flag_and_seat(card) -> None:
    flagged = GUEST._replace(flag="앞줄로 안내", seat="A-3", category=Category.VIP)
    told = card(scene_of(flagged)).accessibleName()
    assert told == "김견본, Guest of honour, 앞줄로 안내 · Seat A-3"


def test_no_badge_is_promised_where_none_is_made(card) -> None:
    pictures = []
    for status in (Status.CONFIRMED, Status.CANCELLED):
        shown = card(scene_of(GUEST._replace(status=status)))
        pictures.append(shown._makes_no_badge)
    assert pictures == [False, True]


def test_many_sessions_show_the_served_one_and_its_neighbours(card, monkeypatch) -> None:
    first = EVENT.sessions[0]
    many = tuple(
        replace(first, id=f"day-{n}", starts_at=first.starts_at + timedelta(days=n))
        for n in range(20)
    )
    shown = card(scene_of(GUEST))
    shown._event = replace(EVENT, sessions=many)
    shown._scene = Scene(
        Stage.ANSWERED,
        Verdict(Outcome.ADMIT, Reason.OK, registration=GUEST, session=many[9]),
        at=NOW,
    )
    assert [one.id for one in shown._sessions(3)] == ["day-8", "day-9", "day-10"]
