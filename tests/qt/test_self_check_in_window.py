"""The touchscreen's window: what each screen says, in both languages, and what it offers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot
from touchscreens import ALREADY, OK, Kiosk

from kiosk.domain.event import CourseRule, Direction
from kiosk.domain.found import BadgeState, Cards
from kiosk.domain.settings import DeskSettings, DeskSide
from kiosk.domain.verdict import Outcome, Reason, Verdict
from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.self_check_in.deck import Help
from kiosk.ui.self_check_in.flow import State
from kiosk.ui.self_check_in.sample_desk import SAMPLE_EVENT, SAMPLE_GUEST, SAMPLE_SESSION


@pytest.fixture
def kiosk(qtbot: QtBot) -> Iterator[Kiosk]:
    made = Kiosk(qtbot)
    yield made
    made.close()


def test_the_welcome_says_what_when_and_where(kiosk: Kiosk) -> None:
    assert kiosk.window.welcome.title.text() == "이차전지 기술 세미나"
    assert kiosk.window.welcome.when.text() == "3월 26일(목) 오후 2시 · 시민홀"
    assert "QR 코드를 보여 주세요" in kiosk.words()


def test_the_language_turns_at_run_time_on_every_screen(kiosk: Kiosk) -> None:
    kiosk.press(kiosk.window.deck.cells[Help.LANGUAGE])
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
    scans = [call for call in kiosk.desk.calls if call[0] == "take_scan"]
    assert scans == [("take_scan", "A"), ("take_scan", "B")]


def test_ok_greets_by_name_and_lets_the_badge_out(kiosk: Kiosk) -> None:
    kiosk.desk.answered.emit(OK._replace(badge_job="j1"))
    assert kiosk.state is State.OK
    assert "환영합니다" in kiosk.words()
    assert "이름표를 인쇄하고 있습니다" in kiosk.words()
    assert not kiosk.screen().slot.badge.isNull()
    assert not kiosk.window.deck.is_shown
    assert not any(cell.isVisible() for cell in kiosk.window.deck.cells.values())


def test_a_badge_that_failed_is_at_the_desk_with_its_number(kiosk: Kiosk) -> None:
    kiosk.desk.answered.emit(OK._replace(badge_job="j1"))
    kiosk.desk.badge = BadgeState.FAILED
    kiosk.desk.badge_changed.emit(SAMPLE_GUEST.id)
    assert kiosk.state is State.PRINT_FAULT
    assert "안내데스크에서 드립니다" in kiosk.words()
    assert "출석 기록은 안전하게 남았습니다." in kiosk.words()
    assert "B-17" in kiosk.held()
    assert kiosk.screen(State.OK).slot.badge.isNull()


def test_without_a_badge_nobody_waits_for_one(kiosk: Kiosk) -> None:
    kiosk.desk.answered.emit(OK)
    assert "이름표 없이 입장하시면 됩니다" in kiosk.words()
    assert not kiosk.screen().slot.isVisible()


def test_who_had_signed_up_already_is_told(kiosk: Kiosk) -> None:
    kiosk.desk.was_known = True
    acts: list[tuple[Act, object]] = [(Act.REGISTER, None), (Act.AGREE, True)]
    acts += [(Act.KEY, key) for key in "ㄱㅏㅅㅏㅇ"]
    acts += [(Act.NEXT, None), (Act.SKIP, None)]
    acts += [(Act.KEY, key) for key in "00000427"]
    for act, value in [*acts, (Act.NEXT, None)]:
        kiosk.window.guide.act(act, value)
        kiosk.rest()
    kiosk.desk.answered.emit(OK)
    assert "이미 신청하셨습니다" in kiosk.words()


@pytest.mark.parametrize(
    ("is_course", "direction", "state", "said"),
    [
        (True, Direction.IN, State.OK, ["입실이 확인되었습니다", "환영합니다"]),
        (True, Direction.OUT, State.LEFT, ["퇴실이 확인되었습니다"]),
        (False, Direction.OUT, State.LEFT, ["퇴실이 확인되었습니다", "감사합니다"]),
    ],
)
def test_in_and_out_are_told_apart(
    kiosk: Kiosk, is_course: bool, direction: Direction, state: State, said: list[str]
) -> None:
    kiosk.desk.event_served = replace(SAMPLE_EVENT, course=CourseRule() if is_course else None)
    kiosk.desk.answered.emit(OK._replace(direction=direction))
    assert kiosk.state is state
    assert all(one in kiosk.words() for one in said)


@pytest.mark.parametrize(("printer", "job"), [("lp", "j1"), ("lp", ""), ("", "j1")])
def test_goodbye_reminds_of_the_badge_that_this_printer_brought(
    kiosk: Kiosk, printer: str, job: str
) -> None:
    kiosk.desk.settings = DeskSettings(printer=printer)
    kiosk.desk.answered.emit(OK._replace(badge_job=job))
    kiosk.desk.badge = BadgeState.PRINTED
    kiosk.desk.badge_changed.emit(SAMPLE_GUEST.id)
    kiosk.rest(6)
    assert kiosk.state is State.GOODBYE
    assert "좋은 시간 보내세요" in kiosk.words()
    assert ("이름표를 꼭 챙겨 주세요" in kiosk.words()) is bool(printer and job)
    assert "10초 뒤 처음 화면으로 돌아갑니다" in kiosk.words()


def test_already_says_when_and_counts_down(kiosk: Kiosk) -> None:
    kiosk.desk.answered.emit(ALREADY)
    assert "오후 1시 12분에 출석이 확인되었습니다." in kiosk.words()
    kiosk.rest(2.5)
    assert kiosk.screen().enter.words == "입장하기 · 6초"
    kiosk.press(kiosk.screen().enter)
    assert kiosk.state is State.WELCOME


@pytest.mark.parametrize(
    ("name", "said"),
    [("reprint", "이름표를 다시 드리겠습니다."), ("not_me", "본인 확인이 필요합니다.")],
)
def test_already_offers_a_badge_and_a_way_for_somebody_else(
    kiosk: Kiosk, name: str, said: str
) -> None:
    kiosk.desk.answered.emit(ALREADY)
    kiosk.rest()
    kiosk.press(getattr(kiosk.screen(), name))
    assert kiosk.state is State.TO_DESK
    assert said in kiosk.words()
    assert "A-17" in kiosk.held()


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_desk_verdict_words_every_reason_and_gives_nothing_away(
    kiosk: Kiosk, language: str
) -> None:
    kiosk.window.set_language(language)
    red = QColor(kiosk.window._dress.colours.stop)
    for reason in set(Reason) - {Reason.OK, Reason.ALREADY_IN}:
        kiosk.desk.answered.emit(OK._replace(outcome=Outcome.REFUSE, reason=reason))
        told = kiosk.words()
        assert kiosk.screen().reason.text(), reason
        secrets = (SAMPLE_GUEST.name, SAMPLE_GUEST.organisation, "HONG", reason.value)
        assert not [one for one in (*secrets, "취소", "차단") if one in told], reason
        assert not {"cancel", "block"} & set(told.lower().split()), reason
        image = kiosk.window.grab().toImage()
        reds = [
            (x, y)
            for x in range(0, image.width(), 5)
            for y in range(0, image.height(), 5)
            if image.pixelColor(x, y) == red
        ]
        assert not reds, reason


@pytest.mark.parametrize(
    ("side", "word"),
    [(DeskSide.LEFT, "왼쪽"), (DeskSide.RIGHT, "오른쪽"), (DeskSide.BEHIND, "뒤쪽")],
)
def test_the_arrow_points_to_the_real_desk(kiosk: Kiosk, side: DeskSide, word: str) -> None:
    kiosk.desk.settings = DeskSettings(desk_side=side)
    kiosk.desk.answered.emit(Verdict(Outcome.REFUSE, Reason.UNKNOWN))
    assert kiosk.screen().side.text() == word


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
    assert kiosk.screen().find_name.isVisible() is offered
    assert kiosk.screen().register.isVisible() is offered
    assert [one.accessibleName() for one in kiosk.buttons()].count("처음으로") == 1


def test_a_wrong_number_says_how_many_tries_are_left(kiosk: Kiosk) -> None:
    kiosk.type_name()
    kiosk.type_digits("1111")
    assert "맞는 분이 없습니다" in kiosk.words()
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
    second = next(one for one in kiosk.buttons() if "남**빈" in one.accessibleName())
    kiosk.press(second)
    assert kiosk.desk.calls[-1] == ("check_in", "sample-2", {}, None)


@pytest.mark.parametrize(
    ("found", "said"),
    [(Cards(12), "12 분이 있습니다 하나 더 눌러 주세요"), (Cards(0), "맞는 분이 없습니다")],
)
def test_many_and_nobody_are_told(kiosk: Kiosk, found: Cards, said: str) -> None:
    kiosk.press(kiosk.screen().find_name)
    kiosk.desk.found = found
    kiosk.press(kiosk.screen().consonants.buttons["ㅎ"])
    assert said in kiosk.words()


def test_too_many_looks_are_asked_to_wait(kiosk: Kiosk) -> None:
    for letter in "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋ":
        kiosk.type_name("ㅎ" + letter)
        words = kiosk.words()
        kiosk.press(kiosk.screen().home)
    assert "잠시 기다린 뒤 다시 눌러 주세요" in words
    assert "홍*동" not in words


def test_latin_keys_take_the_place_of_the_consonants(kiosk: Kiosk) -> None:
    kiosk.press(kiosk.screen().find_name)
    kiosk.press(kiosk.screen().consonants.buttons["switch"])
    assert kiosk.screen().latin.isVisible()
    assert not kiosk.screen().consonants.isVisible()
    kiosk.press(kiosk.screen().latin.buttons["K"])
    assert kiosk.desk.calls[-1] == ("find_cards", "K")


def test_an_english_guest_is_offered_latin_keys_first(kiosk: Kiosk) -> None:
    kiosk.press(kiosk.window.deck.cells[Help.LANGUAGE])
    kiosk.press(kiosk.screen().find_name)
    assert kiosk.screen().latin.isVisible()


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


@pytest.mark.parametrize(
    ("hint", "said"),
    [
        ("further", "조금만 멀리 들어 주세요"),
        ("brighter", "화면 밝기를 높여 주세요"),
        ("name", "이름으로도 찾을 수 있습니다"),
    ],
)
def test_how_to_hold_a_code_is_said_on_the_welcome_alone(
    kiosk: Kiosk, hint: str, said: str
) -> None:
    kiosk.window.hint(hint)
    assert kiosk.window.notice.text() == said
    kiosk.window.hint("")
    assert not kiosk.window.notice.isVisible()
    kiosk.desk.answered.emit(OK)
    kiosk.window.hint(hint)
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
    assert kiosk.window.welcome.find_name.isVisible()
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
