"""The touchscreen's window: what is shown, said, erased and reached, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any, cast

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.event import CourseRule, Direction
from kiosk.domain.found import Card, Cards
from kiosk.domain.settings import DeskSettings, DeskSide
from kiosk.domain.verdict import Outcome, Reason, Verdict
from kiosk.ui.check_in_desk import CheckInDesk
from kiosk.ui.self_check_in.flow import State
from kiosk.ui.self_check_in.gallery import (
    SAMPLE_EVENT,
    SAMPLE_GUEST,
    SAMPLE_SESSION,
    SampleDesk,
)
from kiosk.ui.self_check_in.window import SelfCheckInWindow
from kiosk.ui.widgets.lettering import Lettering

OK = Verdict(
    Outcome.ADMIT, Reason.OK, registration=SAMPLE_GUEST, session=SAMPLE_SESSION, entry="e1"
)
ALREADY = OK._replace(
    outcome=Outcome.ASK,
    reason=Reason.ALREADY_IN,
    first_at=SAMPLE_SESSION.starts_at - timedelta(minutes=48),
)
CARDS = (
    Card("sample-1", "홍*동", "표본연구원", has_phone=True),
    Card("sample-2", "남**빈", "", has_phone=True),
)


class Clock:
    def __init__(self) -> None:
        self.now = 10.0

    def __call__(self) -> float:
        return self.now


class Kiosk:
    """A window, its desk and its clock."""

    def __init__(self, qtbot: QtBot, settings: DeskSettings | None = None) -> None:
        self.desk, self.clock = SampleDesk(settings), Clock()
        self.window = SelfCheckInWindow(cast(CheckInDesk, self.desk), clock=self.clock)
        qtbot.addWidget(self.window)
        self.window.resize(540, 960)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.rest()

    def rest(self, seconds: float = 1.0) -> None:
        self.clock.now += seconds
        self.window.tick()

    def press(self, *buttons: QAbstractButton) -> None:
        for button in buttons:
            button.click()
            self.rest()

    def type_name(self, letters: str = "ㅎㄱㄷ") -> None:
        self.desk.found = Cards(len(CARDS), CARDS)
        self.press(self.window.welcome.find_button)
        self.press(*(self.window.letters.consonants.buttons[one] for one in letters))

    def type_digits(self, digits: str) -> None:
        self.press(*(self.window.digits.keys.buttons[one] for one in digits))

    @property
    def state(self) -> State:
        return self.window.guide.state

    def words(self) -> str:
        """Return everything that stands on the screen on show."""
        screen = self.window.screens[self.state]
        told = [one.text() for one in screen.findChildren(Lettering) if one.isVisibleTo(screen)]
        told += [
            one.accessibleName() for one in screen.findChildren(QAbstractButton) if one.isVisible()
        ]
        return "\n".join(filter(None, told)).replace("\n", " ")


@pytest.fixture
def kiosk(qtbot: QtBot) -> Iterator[Kiosk]:
    made = Kiosk(qtbot)
    yield made
    made.window.close()


def test_the_welcome_says_what_when_and_where(kiosk: Kiosk) -> None:
    assert kiosk.window.welcome.title.text() == "이차전지 기술 세미나"
    assert kiosk.window.welcome.when.text() == "3월 26일(목) 오후 2시 · 시민홀"
    assert "QR 코드를 보여 주세요" in kiosk.words()


def test_the_language_turns_at_run_time_on_every_screen(kiosk: Kiosk) -> None:
    kiosk.press(kiosk.window.deck.language)
    assert kiosk.window.language == "en"
    assert "Show your QR code" in kiosk.words()
    assert kiosk.window.welcome.title.text().startswith("Lithium")
    kiosk.desk.answered.emit(OK)
    assert "You are checked in" in kiosk.words()
    assert "HONG Gildong" in kiosk.words()
    kiosk.window.set_language("ko")
    assert "출석이 확인되었습니다" in kiosk.words()
    assert "홍길동 님" in kiosk.words()


def test_a_scan_reaches_the_desk_from_every_screen(kiosk: Kiosk) -> None:
    kiosk.window.take_scan("A")
    kiosk.desk.answered.emit(ALREADY)
    kiosk.window.take_scan("B")
    assert [call for call in kiosk.desk.calls if call[0] == "take_scan"] == [
        ("take_scan", "A"),
        ("take_scan", "B"),
    ]


def test_ok_greets_by_name_and_lets_the_badge_out(kiosk: Kiosk) -> None:
    kiosk.desk.settings = DeskSettings(printer="lp")
    kiosk.desk.answered.emit(OK._replace(badge_job="j1"))
    assert kiosk.state is State.OK
    assert "환영합니다" in kiosk.words()
    assert "이름표를 인쇄하고 있습니다" in kiosk.words()
    assert not kiosk.window.ok.slot.badge.isNull()
    assert not kiosk.window.deck.isVisible()


def test_a_badge_that_failed_is_at_the_desk(kiosk: Kiosk) -> None:
    kiosk.desk.settings = DeskSettings(printer="lp")
    kiosk.desk.answered.emit(OK._replace(badge_job="j1"))
    kiosk.window.guide.badge_missed.emit()
    assert "안내데스크에서 드립니다" in kiosk.words()
    assert kiosk.window.ok.slot.badge.isNull()


def test_without_a_badge_nobody_waits_for_one(kiosk: Kiosk) -> None:
    kiosk.desk.answered.emit(OK)
    assert "이름표 없이 입장하시면 됩니다" in kiosk.words()
    assert not kiosk.window.ok.slot.isVisible()


@pytest.mark.parametrize(
    ("is_course", "direction", "said"),
    [
        (True, Direction.IN, ["입실이 확인되었습니다"]),
        (True, Direction.OUT, ["퇴실이 확인되었습니다", "오늘도 수고하셨습니다"]),
        (False, Direction.OUT, ["퇴실이 확인되었습니다", "감사합니다"]),
    ],
)
def test_in_and_out_are_told_apart(
    kiosk: Kiosk, is_course: bool, direction: Direction, said: list[str]
) -> None:
    kiosk.desk.event_served = replace(SAMPLE_EVENT, course=CourseRule() if is_course else None)
    kiosk.desk.answered.emit(OK._replace(direction=direction))
    assert all(one in kiosk.words() for one in said)


@pytest.mark.parametrize(
    ("direction", "job", "said"),
    [
        (Direction.IN, "j1", ["좋은 시간 보내세요", "이름표를 꼭 챙겨 주세요"]),
        (Direction.IN, "", ["좋은 시간 보내세요"]),
        (Direction.OUT, "", ["안녕히 가십시오"]),
    ],
)
def test_goodbye_is_said_to_who_goes_and_reminds_of_the_badge(
    kiosk: Kiosk, direction: Direction, job: str, said: list[str]
) -> None:
    kiosk.desk.settings = DeskSettings(printer="folder:badges")
    kiosk.desk.answered.emit(OK._replace(direction=direction, badge_job=job))
    kiosk.rest(6)
    assert kiosk.state is State.GOODBYE
    assert all(one in kiosk.words() for one in said)
    assert ("이름표" in kiosk.words()) is bool(job)
    assert "10초 뒤 처음 화면으로 돌아갑니다" in kiosk.words()


def test_goodbye_reminds_of_no_badge_that_this_printer_did_not_bring(kiosk: Kiosk) -> None:
    kiosk.desk.settings = DeskSettings(printer="")
    kiosk.desk.answered.emit(OK._replace(badge_job="j1"))
    kiosk.rest(6)
    assert kiosk.state is State.GOODBYE
    assert "이름표" not in kiosk.words()


def test_already_says_when_and_counts_down(kiosk: Kiosk) -> None:
    kiosk.desk.answered.emit(ALREADY)
    assert "오후 1시 12분에 출석이 확인되었습니다." in kiosk.words()
    kiosk.rest(2.5)
    assert kiosk.window.already.enter.words == "입장하기 · 6초"
    kiosk.press(kiosk.window.already.enter)
    assert kiosk.state is State.WELCOME


@pytest.mark.parametrize("reason", [r for r in Reason if r not in (Reason.OK, Reason.ALREADY_IN)])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_desk_verdict_words_every_reason_and_gives_nothing_away(
    kiosk: Kiosk, reason: Reason, language: str
) -> None:
    kiosk.window.set_language(language)
    kiosk.desk.answered.emit(OK._replace(outcome=Outcome.REFUSE, reason=reason))
    told = kiosk.words()
    assert kiosk.window.to_desk.reason.text()
    for secret in (
        SAMPLE_GUEST.name,
        SAMPLE_GUEST.organisation,
        "HONG",
        reason.value,
        "취소",
        "차단",
    ):
        assert secret not in told
    assert "cancel" not in told.lower()
    assert "block" not in told.lower()
    red = QColor(kiosk.window._dress.colours.stop)
    image = kiosk.window.grab().toImage()
    assert all(
        image.pixelColor(x, y) != red
        for x in range(0, image.width(), 5)
        for y in range(0, image.height(), 5)
    )


@pytest.mark.parametrize(
    ("side", "word"),
    [(DeskSide.LEFT, "왼쪽"), (DeskSide.RIGHT, "오른쪽"), (DeskSide.BEHIND, "뒤쪽")],
)
def test_the_arrow_points_to_the_real_desk(qtbot: QtBot, side: DeskSide, word: str) -> None:
    kiosk = Kiosk(qtbot, DeskSettings(desk_side=side))
    kiosk.desk.answered.emit(Verdict(Outcome.REFUSE, Reason.UNKNOWN))
    assert kiosk.window.to_desk.side.text() == word
    kiosk.window.close()


def test_before_the_doors_open_the_desk_verdict_says_when(kiosk: Kiosk) -> None:
    opens_at = SAMPLE_SESSION.doors_at
    verdict = Verdict(Outcome.REFUSE, Reason.NOT_YET_OPEN, opens_at=opens_at)
    kiosk.desk.answered.emit(verdict)
    assert "오후 1시에 시작합니다." in kiosk.words()


@pytest.mark.parametrize(
    ("reason", "offered"), [(Reason.UNKNOWN, True), (Reason.BLOCKED, False), (Reason.FULL, False)]
)
def test_the_name_finder_is_offered_only_where_it_can_help(
    kiosk: Kiosk, reason: Reason, offered: bool
) -> None:
    kiosk.desk.answered.emit(Verdict(Outcome.REFUSE, reason))
    assert kiosk.window.to_desk.find_button.isVisible() is offered
    assert sum("처음으로" in one.words for one in _shown_buttons(kiosk)) == 1


def _shown_buttons(kiosk: Kiosk) -> list[Any]:
    return list(kiosk.window.screens[kiosk.state].buttons())


def test_by_name_from_the_welcome_to_the_check_in(kiosk: Kiosk) -> None:
    kiosk.type_name()
    assert kiosk.state is State.DIGITS
    assert "홍*동, 표본연구원" in kiosk.words()
    assert "남**빈, 개인" in kiosk.words()
    kiosk.desk.matching = ["sample-2"]
    kiosk.type_digits("0427")
    assert kiosk.desk.calls[-1] == ("check_in", "sample-2")


def test_a_wrong_number_says_how_many_tries_are_left(kiosk: Kiosk) -> None:
    kiosk.type_name()
    kiosk.type_digits("1111")
    assert "번호가 맞지 않습니다" in kiosk.words()
    assert "두 번 더 누르실 수 있습니다" in kiosk.words()
    kiosk.type_digits("2222")
    assert "한 번 더 누르실 수 있습니다" in kiosk.words()
    kiosk.type_digits("3")
    assert "뒤 4자리를 눌러 주세요" in kiosk.words()


def test_two_people_with_the_same_digits_are_shown_alone(kiosk: Kiosk) -> None:
    kiosk.type_name()
    kiosk.desk.matching = ["sample-1", "sample-2"]
    kiosk.type_digits("0427")
    assert kiosk.state is State.TWINS
    assert "두 분 중 한 분을 골라 주세요" in kiosk.words()
    kiosk.press(kiosk.window.twins.cards.cards[1])
    assert kiosk.desk.calls[-1] == ("check_in", "sample-2")


@pytest.mark.parametrize(
    ("found", "said"),
    [(Cards(12), "12 분이 있습니다 하나 더 눌러 주세요"), (Cards(0), "맞는 분이 없습니다")],
)
def test_many_and_nobody_are_told(kiosk: Kiosk, found: Cards, said: str) -> None:
    kiosk.press(kiosk.window.welcome.find_button)
    kiosk.desk.found = found
    kiosk.press(kiosk.window.letters.consonants.buttons["ㅎ"])
    assert said in kiosk.words()


def test_latin_keys_take_the_place_of_the_consonants(kiosk: Kiosk) -> None:
    kiosk.press(kiosk.window.welcome.find_button)
    kiosk.press(kiosk.window.letters.consonants.buttons["switch"])
    assert kiosk.window.letters.latin.isVisible()
    assert not kiosk.window.letters.consonants.isVisible()
    kiosk.press(kiosk.window.letters.latin.buttons["K"])
    assert kiosk.desk.calls[-1] == ("find_cards", "K")


def test_an_english_guest_is_offered_latin_keys_first(kiosk: Kiosk) -> None:
    kiosk.press(kiosk.window.deck.language, kiosk.window.welcome.find_button)
    assert kiosk.window.letters.latin.isVisible()


def personal(kiosk: Kiosk) -> str:
    """Return every text that any widget of the window holds, shown or not."""
    held = []
    for widget in kiosk.window.findChildren(QWidget):
        held.append(widget.accessibleName())
        text = getattr(widget, "text", None)
        held.append(str(text()) if callable(text) else "")
        held.append(str(getattr(widget, "typed", "")))
    return "\n".join(held)


@pytest.mark.parametrize(
    "lead",
    [
        lambda kiosk: kiosk.desk.answered.emit(OK._replace(badge_job="j1")),
        lambda kiosk: kiosk.desk.answered.emit(ALREADY),
        lambda kiosk: kiosk.type_name(),
        lambda kiosk: (kiosk.type_name(), kiosk.type_digits("042")),
    ],
)
def test_nothing_personal_stays_once_a_screen_is_left(
    kiosk: Kiosk, lead: Callable[[Kiosk], None]
) -> None:
    lead(kiosk)
    assert "홍" in personal(kiosk)
    for _ in range(4):
        kiosk.rest(41)
    assert kiosk.state is State.WELCOME
    kiosk.desk.answered.emit(Verdict(Outcome.REFUSE, Reason.UNKNOWN))
    left = personal(kiosk).replace("예) 홍길동 → ㅎㄱㄷ", "")
    for secret in ("홍", "HONG", "표본연구원", "남**빈", "042", "ㅎㄱㄷ"):
        assert secret not in left
    assert kiosk.window.ok.slot.badge.isNull()
    assert kiosk.window.guide.finder.cards == ()


def test_silence_asks_first_and_then_goes_home(kiosk: Kiosk) -> None:
    kiosk.type_name("ㅎ")
    kiosk.rest(30)
    assert kiosk.state is State.STILL_THERE
    kiosk.rest(1.5)
    assert kiosk.window.still_there.sun.seconds == 9
    kiosk.press(kiosk.window.still_there.go)
    assert kiosk.state is State.LETTERS
    assert kiosk.window.letters.discs.typed == "ㅎ"


def test_the_next_guest_finds_the_events_language_and_colours(kiosk: Kiosk) -> None:
    kiosk.press(kiosk.window.deck.language, kiosk.window.deck.contrast)
    kiosk.desk.answered.emit(OK)
    for _ in range(4):
        kiosk.rest(20)
    assert kiosk.state is State.WELCOME
    assert kiosk.window.language == "ko"
    assert not kiosk.window._dress.is_high_contrast
    assert kiosk.window.guide.flow.patience == 1


def test_a_guest_who_walks_off_from_the_welcome_leaves_no_modes(kiosk: Kiosk) -> None:
    kiosk.press(kiosk.window.deck.language)
    kiosk.rest(30)
    assert kiosk.window.language == "en"
    kiosk.rest(10)
    assert kiosk.window.language == "ko"


def test_high_contrast_doubles_the_times_and_is_told(kiosk: Kiosk) -> None:
    kiosk.press(kiosk.window.deck.contrast)
    assert kiosk.window.deck.contrast.accessibleName() == "고대비, 켜짐"
    kiosk.desk.answered.emit(ALREADY)
    kiosk.rest(15.9)
    assert kiosk.state is State.ALREADY
    kiosk.rest(0.2)
    assert kiosk.state is State.WELCOME


def test_a_slow_answer_is_told(kiosk: Kiosk) -> None:
    kiosk.window.take_scan("A")
    kiosk.rest(0.3)
    assert not kiosk.window.notice.isVisible()
    kiosk.rest(0.2)
    assert kiosk.window.notice.text() == "확인하고 있습니다"
    kiosk.desk.answered.emit(OK)
    assert not kiosk.window.notice.isVisible()


def test_two_codes_are_asked_for_one_by_one(kiosk: Kiosk) -> None:
    kiosk.window.say_several()
    assert kiosk.window.notice.text() == "한 분씩 보여 주세요"
    kiosk.rest(3.1)
    assert not kiosk.window.notice.isVisible()


def test_the_camera_is_shown_on_the_welcome_only(kiosk: Kiosk) -> None:
    frame = QImage(8, 8, QImage.Format.Format_RGB32)
    kiosk.window.set_camera_state("live")
    kiosk.window.show_frame(frame)
    assert not kiosk.window.welcome.camera.frame.isNull()
    kiosk.desk.answered.emit(OK)
    kiosk.window.show_frame(frame)
    assert kiosk.window.welcome.camera.frame.isNull()


@pytest.mark.parametrize("state", ["lost", "dark"])
def test_a_camera_fault_is_worded_and_leaves_the_name(kiosk: Kiosk, state: str) -> None:
    kiosk.window.set_camera_state(state)
    assert "카메라를 점검하고 있습니다" in kiosk.words()
    assert kiosk.window.welcome.find_button.isVisible()
    kiosk.window.set_camera_state("live")
    assert "QR 코드를 보여 주세요" in kiosk.words()


def test_no_camera_at_all_is_no_fault(kiosk: Kiosk) -> None:
    kiosk.window.set_camera_state("absent")
    assert "QR 코드를 보여 주세요" in kiosk.words()


def test_another_session_is_said_on_the_welcome(kiosk: Kiosk) -> None:
    later = replace(SAMPLE_SESSION, starts_at=SAMPLE_SESSION.starts_at + timedelta(hours=2))
    kiosk.desk.session = later
    kiosk.desk.session_changed.emit(later)
    assert "오후 4시" in kiosk.window.welcome.when.text()


def test_the_keyboard_reaches_every_key_and_presses_it(kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.press(kiosk.window.welcome.find_button)
    kiosk.window.activateWindow()
    expected = {*_shown_buttons(kiosk), kiosk.window.deck.contrast, kiosk.window.deck.language}
    reached = []
    for _ in expected:
        qtbot.keyClick(QApplication.focusWidget() or kiosk.window, Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert set(reached) == expected
    assert reached[-1] is kiosk.window.deck.language
    first = reached[0]
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    kiosk.window.letters.consonants.buttons["ㅎ"].setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert kiosk.window.guide.finder.typed == "ㅎ"


def test_the_focus_is_ringed_and_arrows_move_it(kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.press(kiosk.window.welcome.find_button)
    kiosk.window.activateWindow()
    keys = kiosk.window.letters.consonants.buttons
    keys["ㄱ"].setFocus()
    assert kiosk.window.ring.isVisible()
    qtbot.keyClick(keys["ㄱ"], Qt.Key.Key_Right)
    assert QApplication.focusWidget() is keys["ㄴ"]
    qtbot.keyClick(keys["ㄴ"], Qt.Key.Key_Down)
    assert QApplication.focusWidget() is keys["ㅂ"]


def test_no_widget_takes_text_and_the_window_holds_the_focus(kiosk: Kiosk) -> None:
    kiosk.window.activateWindow()
    kiosk.desk.answered.emit(OK)
    assert kiosk.window.findChildren(QLineEdit) == []
    assert QApplication.focusWidget() is kiosk.window
    takes = Qt.WidgetAttribute.WA_InputMethodEnabled
    assert not any(one.testAttribute(takes) for one in kiosk.window.findChildren(QWidget))


def test_f11_fills_the_screen_and_leaves_it(kiosk: Kiosk, qtbot: QtBot) -> None:
    qtbot.keyClick(kiosk.window, Qt.Key.Key_F11)
    assert kiosk.window.isFullScreen()
    qtbot.keyClick(kiosk.window, Qt.Key.Key_F11)
    assert not kiosk.window.isFullScreen()


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080), (768, 1366), (1280, 800)])
def test_every_target_is_large_enough_and_inside_the_window(
    kiosk: Kiosk, size: tuple[int, int]
) -> None:
    kiosk.window.resize(*size)
    kiosk.type_name("ㅎㄱ")
    scale = kiosk.window._dress.scale
    for button in [*_shown_buttons(kiosk), kiosk.window.deck.contrast]:
        corner = button.mapTo(kiosk.window, button.rect().topLeft())
        assert kiosk.window.rect().contains(button.rect().translated(corner))
        assert min(button.width(), button.height()) >= 81 * scale - 1
        read = QAccessible.queryAccessibleInterface(button)
        assert read.text(QAccessible.Text.Name)
        assert read.role() == QAccessible.Role.Button


def test_closing_takes_its_words_out_of_the_program(kiosk: Kiosk) -> None:
    app = QApplication.instance()
    assert app is not None
    assert app.translate("SelfCheckIn", "Home") == "처음으로"
    kiosk.window.close()
    assert app.translate("SelfCheckIn", "Home") == "Home"


def test_a_close_is_a_normal_close(kiosk: Kiosk) -> None:
    asked = QEvent(QEvent.Type.Close)
    assert asked.isAccepted()
    assert kiosk.window.close()
