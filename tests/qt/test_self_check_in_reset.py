"""What stays and what goes: nothing of a guest outlives the visit, and nobody steers alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from touchscreens import ALREADY, OK, Kiosk

from kiosk.domain.arrival import Needs
from kiosk.domain.settings import DeskSettings
from kiosk.domain.verdict import Outcome, Reason, Verdict
from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.self_check_in.deck import Help
from kiosk.ui.self_check_in.flow import State
from kiosk.ui.self_check_in.gallery import STAGES
from kiosk.ui.self_check_in.sample_desk import QUESTIONS

ASKING = next(one.event for one in STAGES if one.screen == "question")


@pytest.fixture
def kiosk(qtbot: QtBot) -> Iterator[Kiosk]:
    made = Kiosk(qtbot)
    yield made
    made.close()


def test_a_code_needs_no_touch_and_a_name_eight(kiosk: Kiosk) -> None:
    kiosk.window.take_scan("TICKET")
    kiosk.desk.answered.emit(OK)
    assert (kiosk.state, kiosk.presses) == (State.OK, 0)
    while kiosk.state is not State.WELCOME:
        kiosk.rest(2)
    kiosk.rest()
    kiosk.desk.matching = ["sample-2"]
    kiosk.type_name("ㄴㄱㄷ")
    assert "홍*동, 표본연구원" in kiosk.words()
    assert "남**빈, 개인" in kiosk.words()
    kiosk.type_digits("0427")
    assert kiosk.desk.calls[-1] == ("check_in", "sample-2", {}, None)
    kiosk.desk.answered.emit(OK)
    assert (kiosk.state, kiosk.presses) == (State.OK, 8)


def walk_in(kiosk: Kiosk) -> None:
    kiosk.desk.organisations = ["표본연구원"]
    acts: list[tuple[Act, object]] = [(Act.REGISTER, None), (Act.AGREE, True)]
    acts += [(Act.KEY, key) for key in "ㅎㅗㅇㄱㅣㄹㄷㅗㅇ"]
    acts += [(Act.NEXT, None), (Act.KEY, "ㅍ"), (Act.PICK, "표본연구원"), (Act.KEY, "7")]
    for act, value in acts:
        kiosk.window.guide.act(act, value)
        kiosk.rest()
    assert kiosk.state is State.PHONE


def ask(kiosk: Kiosk) -> None:
    kiosk.desk.event_served = ASKING
    kiosk.desk.needs = Needs(required=("car",))
    kiosk.window.take_scan("TICKET")
    kiosk.rest()
    for key in "홍길동":
        kiosk.window.guide.act(Act.KEY, key)
    assert kiosk.state is State.QUESTION


def sign(kiosk: Kiosk) -> None:
    kiosk.desk.event_served = ASKING
    kiosk.desk.needs = Needs(signature=True)
    kiosk.window.take_scan("TICKET")
    assert kiosk.state is State.SIGNATURE


@pytest.mark.parametrize(
    "lead",
    [
        lambda kiosk: kiosk.desk.answered.emit(OK._replace(badge_job="j1")),
        lambda kiosk: kiosk.desk.answered.emit(ALREADY),
        lambda kiosk: kiosk.type_name(),
        lambda kiosk: (kiosk.type_name(), kiosk.type_digits("042")),
        walk_in,
        ask,
        sign,
    ],
    ids=["ok", "already", "letters", "digits", "walk-in", "question", "signature"],
)
def test_nothing_personal_stays_one_second_after_going_home(
    kiosk: Kiosk, lead: Callable[[Kiosk], None]
) -> None:
    QApplication.clipboard().clear()
    lead(kiosk)
    assert "홍" in kiosk.held() or "42" in kiosk.held() or kiosk.state is State.PHONE
    while kiosk.state is not State.WELCOME:
        kiosk.rest(5)
    kiosk.rest(1)
    left = kiosk.held().replace("예) 홍길동 → ㅎㄱㄷ", "")
    assert [
        secret
        for secret in ("홍", "HONG", "표본연구원", "남**빈", "042", "ㅎㄱㄷ", "0107", "010-7")
        if secret in left
    ] == []
    assert kiosk.screen(State.OK).slot.badge.isNull()
    guide = kiosk.window.guide
    assert (guide.finder.cards, guide.door.person, guide.verdict) == ((), None, None)
    assert (
        guide.registering.name.text == guide.registering.phone.text == guide.door.typed.text == ""
    )
    assert QApplication.clipboard().text() == ""


def test_silence_asks_first_and_then_goes_home(kiosk: Kiosk) -> None:
    kiosk.type_name("ㅎ")
    kiosk.rest(30)
    assert kiosk.state is State.STILL_THERE
    assert "20초 동안 누르지 않으시면" in kiosk.words()
    kiosk.rest(1.5)
    assert kiosk.screen().sun.seconds == 19
    kiosk.press(kiosk.screen().go)
    assert kiosk.state is State.LETTERS
    assert kiosk.screen().discs.typed == "ㅎ"


def test_what_was_typed_is_there_again_after_a_warning(kiosk: Kiosk) -> None:
    walk_in(kiosk)
    kiosk.rest(30)
    assert kiosk.state is State.STILL_THERE
    assert "010-7" not in kiosk.held()
    kiosk.rest()
    kiosk.press(kiosk.screen().go)
    assert kiosk.state is State.PHONE
    assert kiosk.screen().field.text == "010-7"


@pytest.mark.parametrize(
    "cells", [(Help.CONTRAST,), (Help.BIG,), (Help.BIG, Help.BIG), (Help.LOW,), (Help.LANGUAGE,)]
)
def test_the_next_guest_finds_the_desks_own_language_words_and_colours(
    kiosk: Kiosk, cells: tuple[Help, ...]
) -> None:
    usual = kiosk.window.access
    for cell in cells:
        kiosk.window.press_help(cell)
        kiosk.rest()
    assert kiosk.window.access != usual
    kiosk.desk.answered.emit(OK)
    for _ in range(8):
        kiosk.rest(5)
    assert kiosk.state is State.WELCOME
    assert kiosk.window.access == usual
    assert kiosk.window.language == "ko"
    assert not kiosk.window._dress.is_high_contrast
    assert kiosk.window._dress.text_scale == 1
    assert not kiosk.window._dress.is_low
    assert kiosk.window.guide.flow.patience == 1


def test_a_desk_that_is_always_low_or_english_stays_so(qtbot: QtBot) -> None:
    kiosk = Kiosk(qtbot, DeskSettings(language="en", low_view=True))
    kiosk.window.press_help(Help.LOW)
    kiosk.window.press_help(Help.LANGUAGE)
    assert (kiosk.window.access.is_low, kiosk.window.language) == (False, "ko")
    kiosk.rest(41)
    assert (kiosk.window.access.is_low, kiosk.window.language) == (True, "en")
    kiosk.close()


def test_a_guest_who_walks_off_from_the_welcome_leaves_no_modes(kiosk: Kiosk) -> None:
    kiosk.press(kiosk.window.deck.cells[Help.LANGUAGE])
    kiosk.rest(30)
    assert kiosk.window.language == "en"
    kiosk.rest(10)
    assert kiosk.window.language == "ko"


@pytest.mark.parametrize("cell", [Help.CONTRAST, Help.BIG, Help.LOW, Help.VOICE])
def test_whatever_helps_doubles_the_times_and_the_language_does_not(
    kiosk: Kiosk, cell: Help
) -> None:
    assert kiosk.window.deck.cells[cell].accessibleName().endswith("꺼짐")
    kiosk.window.press_help(Help.LANGUAGE)
    kiosk.window.press_help(Help.LANGUAGE)
    assert kiosk.window.guide.flow.patience == 1
    kiosk.window.press_help(cell)
    assert kiosk.window.deck.cells[cell].accessibleName().endswith("켜짐")
    kiosk.desk.answered.emit(ALREADY)
    kiosk.rest(15.9)
    assert kiosk.state is State.ALREADY
    kiosk.rest(0.2)
    assert kiosk.state is State.WELCOME


def test_turning_voice_guidance_off_leaves_the_guest_where_they_are(kiosk: Kiosk) -> None:
    kiosk.window.press_help(Help.VOICE)
    assert kiosk.state is State.VOICE
    kiosk.rest()
    for act, value in [
        (Act.REGISTER, None),
        (Act.AGREE, True),
        *((Act.KEY, key) for key in "ㅇㅣㅅㅗㄹ"),
        (Act.NEXT, None),
    ]:
        kiosk.window.guide.act(act, value)
        kiosk.rest()
    assert kiosk.state is State.ORGANISATION
    kiosk.window.press_help(Help.VOICE)
    assert not kiosk.window.access.has_voice
    assert kiosk.state is State.ORGANISATION


def test_turning_voice_guidance_on_and_off_returns_to_the_guests_screen(kiosk: Kiosk) -> None:
    kiosk.type_name("ㅎ")
    kiosk.window.press_help(Help.VOICE)
    kiosk.rest()
    kiosk.window.press_help(Help.VOICE)
    assert kiosk.state is State.LETTERS


def test_voice_guidance_turned_on_and_off_at_once_leaves_nobody_behind(kiosk: Kiosk) -> None:
    kiosk.type_name("ㅎ")
    kiosk.window.press_help(Help.VOICE)
    kiosk.window.press_help(Help.VOICE)
    kiosk.rest()
    assert (kiosk.state is State.VOICE) is kiosk.window.access.has_voice


def test_nothing_personal_is_said_aloud(kiosk: Kiosk) -> None:
    said: list[str] = []
    kiosk.window.said.connect(lambda text, _language: said.append(text))
    kiosk.window.press_help(Help.VOICE)
    kiosk.rest()
    kiosk.window.guide.act(Act.BACK)
    kiosk.rest()
    kiosk.type_name()
    kiosk.type_digits("042")
    kiosk.desk.answered.emit(OK)
    kiosk.desk.answered.emit(ALREADY)
    assert said
    told = " ".join(said).replace("예) 홍길동 → ㅎㄱㄷ", "")
    secrets = ("홍길동", "홍*동", "남**빈", "표본연구원", "042", "ㅎㄱㄷ")
    assert [one for one in secrets if one in told] == []


def test_the_keyboard_reaches_every_key_and_presses_it(kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.press(kiosk.screen().find_name)
    kiosk.window.activateWindow()
    expected = {*kiosk.buttons(), *kiosk.window.deck.buttons()}
    assert {kiosk.window.deck.cells[one] for one in (Help.CONTRAST, Help.STAFF)} <= expected
    reached: list[QWidget | None] = []
    for _ in expected:
        qtbot.keyClick(QApplication.focusWidget() or kiosk.window, Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert set(reached) == expected
    kiosk.screen().consonants.buttons["ㅎ"].setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert kiosk.window.guide.finder.typed == "ㅎ"


def test_the_focus_is_ringed_and_arrows_move_it(kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.press(kiosk.screen().find_name)
    kiosk.window.activateWindow()
    keys = kiosk.screen().consonants.buttons
    keys["ㄱ"].setFocus()
    assert kiosk.window.ring.isVisible()
    qtbot.keyClick(keys["ㄱ"], Qt.Key.Key_Right)
    assert QApplication.focusWidget() is keys["ㄴ"]
    qtbot.keyClick(keys["ㄴ"], Qt.Key.Key_Down)
    assert QApplication.focusWidget() is keys["ㅂ"]


def test_escape_goes_back_where_there_is_a_way_back_and_else_home(
    kiosk: Kiosk, qtbot: QtBot
) -> None:
    kiosk.press(kiosk.screen().register)
    kiosk.window.guide.act(Act.READ_ON)
    kiosk.rest()
    for state in (State.CONSENT, State.WELCOME):
        qtbot.keyClick(kiosk.window, Qt.Key.Key_Escape)
        assert kiosk.state is state
        kiosk.rest()


def test_escape_from_a_call_takes_the_call_back(kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.press(kiosk.window.deck.cells[Help.STAFF])
    assert kiosk.state is State.CALLED
    qtbot.keyClick(kiosk.window, Qt.Key.Key_Escape)
    assert kiosk.state is State.WELCOME
    assert kiosk.desk.calls[-1] == ("withdraw_request", "sample")


def test_no_widget_takes_text_and_the_window_holds_the_focus(kiosk: Kiosk) -> None:
    kiosk.window.activateWindow()
    while kiosk.window.prepare_next():
        pass
    kiosk.desk.answered.emit(OK)
    assert kiosk.window.findChildren(QLineEdit) == []
    assert QApplication.focusWidget() is kiosk.window
    takes = Qt.WidgetAttribute.WA_InputMethodEnabled
    assert not any(one.testAttribute(takes) for one in kiosk.window.findChildren(QWidget))


def test_f11_fills_the_screen_and_leaves_it_unless_locked(kiosk: Kiosk, qtbot: QtBot) -> None:
    for is_full in (True, False):
        qtbot.keyClick(kiosk.window, Qt.Key.Key_F11)
        assert kiosk.window.isFullScreen() is is_full
    kiosk.window.is_locked = True
    qtbot.keyClick(kiosk.window, Qt.Key.Key_F11)
    assert not kiosk.window.isFullScreen()
    assert not kiosk.window.close()
    assert kiosk.window.isVisible()


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080), (768, 1366), (1280, 800)])
def test_every_target_is_large_enough_and_inside_the_window(
    kiosk: Kiosk, size: tuple[int, int]
) -> None:
    kiosk.window.resize(*size)
    kiosk.type_name("ㅎㄱ")
    least = kiosk.window._dress.target
    for button in [*kiosk.buttons(), *kiosk.window.deck.buttons()]:
        corner = button.mapTo(kiosk.window, button.rect().topLeft())
        assert kiosk.window.rect().contains(button.rect().translated(corner))
        assert min(button.width(), button.height()) >= least - 1
        read = QAccessible.queryAccessibleInterface(button)
        assert read.text(QAccessible.Text.Name)
        assert read.role() == QAccessible.Role.Button


def test_closing_takes_its_words_out_of_the_program(kiosk: Kiosk) -> None:
    app = QApplication.instance()
    assert app is not None
    assert app.translate("SelfCheckIn", "Home") == "처음으로"
    assert kiosk.window.close()
    assert app.translate("SelfCheckIn", "Home") == "Home"


def test_only_the_administration_leaves_the_kiosk_or_changes_the_desk(kiosk: Kiosk) -> None:
    asked: list[str] = []
    kiosk.window.left_kiosk.connect(lambda: asked.append("left"))
    kiosk.window.closing.connect(lambda: asked.append("closing"))
    acts = [(Act.LEAVE_KIOSK, None), (Act.CLOSE_PROGRAM, None), (Act.ADJUST, ("volume", 40))]
    for act, value in acts:
        kiosk.window._act(act, value)
    assert asked == []
    assert kiosk.desk.settings.volume != 40
    kiosk.desk.pin = kiosk.desk.pin._replace(ok=True)
    kiosk.window.guide.unlock()
    for digit in "271828":
        kiosk.rest()
        kiosk.window._act(Act.PIN_KEY, digit)
    assert kiosk.state is State.ADMINISTRATION
    for act, value in acts:
        kiosk.window._act(act, value)
    assert asked == ["left", "closing"]
    assert kiosk.desk.settings.volume == 40


def test_a_refused_guest_who_calls_and_takes_it_back_still_has_a_reason(kiosk: Kiosk) -> None:
    kiosk.desk.answered.emit(Verdict(Outcome.REFUSE, Reason.FULL))
    kiosk.rest()
    kiosk.press(kiosk.window.deck.cells[Help.STAFF])
    kiosk.press(kiosk.window.deck.cells[Help.STAFF])
    assert kiosk.state is State.TO_DESK
    assert "정원이 찼습니다." in kiosk.words()


def test_every_question_kind_is_a_screen_with_its_own_keys(qtbot: QtBot) -> None:
    kiosk = Kiosk(qtbot, event=ASKING)
    for question in QUESTIONS.values():
        kiosk.desk.needs = Needs(required=(question.id,))
        kiosk.window.take_scan("TICKET")
        assert kiosk.screen().title.text() == question.text.text("ko")
        assert len(kiosk.buttons()) > 2
    kiosk.close()


@pytest.mark.parametrize("over", [State.OK, State.GOODBYE])
@pytest.mark.parametrize("cell", [Help.LANGUAGE, Help.BIG, Help.CONTRAST, Help.VOICE])
def test_who_scans_right_after_somebody_finds_nothing_of_their_choices(
    kiosk: Kiosk, cell: Help, over: State
) -> None:
    usual = kiosk.window.access
    kiosk.window.press_help(cell)
    kiosk.rest()
    kiosk.desk.answered.emit(OK)
    while kiosk.state is not over:
        kiosk.rest(1)
    assert kiosk.window.access != usual
    voiced: list[object] = []
    kiosk.window.voiced.connect(voiced.append)
    kiosk.window.take_scan("NEXT")
    kiosk.desk.answered.emit(OK._replace(registration=OK.registration))
    assert kiosk.state is State.OK
    assert kiosk.window.access == usual
    assert (None in voiced) is (cell is Help.VOICE)


def test_who_is_refused_keeps_their_choices_for_the_next_try(kiosk: Kiosk) -> None:
    kiosk.window.press_help(Help.LANGUAGE)
    kiosk.desk.answered.emit(Verdict(Outcome.REFUSE, Reason.UNKNOWN))
    kiosk.window.take_scan("ANOTHER")
    assert kiosk.window.language == "en"
