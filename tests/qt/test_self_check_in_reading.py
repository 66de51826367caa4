"""Voice guidance reads every screen, says what changes on it, and repeats it when asked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from touchscreens import ALREADY, CARDS, Kiosk

from kiosk.domain.found import Cards
from kiosk.domain.request import RequestState
from kiosk.domain.verdict import Outcome, Reason, Verdict
from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.self_check_in.deck import Help
from kiosk.ui.self_check_in.flow import State

REFUSED = Verdict(Outcome.REFUSE, Reason.UNKNOWN)


class Heard(Kiosk):
    """A touchscreen with voice guidance on, and what it said, each with its language."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(qtbot)
        self.said: list[tuple[str, str]] = []
        self.window.said.connect(lambda text, language: self.said.append((text, language)))
        self.window.press_help(Help.VOICE)
        self.rest()
        self.window.guide.act(Act.BACK)
        self.rest(5)
        self.said.clear()

    def told(self) -> str:
        told = " ".join(text for text, _ in self.said)
        self.said.clear()
        return told


@pytest.fixture
def heard(qtbot: QtBot) -> Iterator[Heard]:
    made = Heard(qtbot)
    yield made
    made.close()


def test_a_wrong_number_is_said_and_what_had_been_said_is_not_said_again(heard: Heard) -> None:
    heard.desk.matching = []
    heard.type_name()
    heard.rest(5)
    title = heard.screen().title.accessibleName()
    heard.said.clear()
    heard.type_digits("0000")
    told = heard.told()
    assert "두 번 더" in told
    assert title not in told
    assert heard.state is State.DIGITS


@pytest.mark.parametrize("found", [Cards(0), Cards(9)])
def test_what_letters_lead_to_is_said(heard: Heard, found: Cards) -> None:
    heard.press(heard.screen().find_name)
    heard.rest(5)
    heard.said.clear()
    heard.desk.found = found
    heard.press(heard.screen().consonants.buttons["ㅎ"])
    assert heard.told()


def test_the_reference_is_said_when_it_comes_and_the_reason_with_it(heard: Heard) -> None:
    heard.desk.answered.emit(REFUSED)
    assert heard.state is State.TO_DESK
    last = heard.said[-1][0]
    assert heard.window.guide.requests.reference in last
    assert "오늘 명단에" in last.replace("\n", " ") or "QR" in last


def test_that_staff_come_is_said(heard: Heard) -> None:
    heard.window.press_help(Help.STAFF)
    heard.rest(5)
    heard.said.clear()
    assert heard.desk.request is not None
    heard.desk.request = heard.desk.request._replace(state=RequestState.ACCEPTED)
    heard.desk.requests_changed.emit()
    assert heard.screen().title.accessibleName() in heard.told()


def test_what_is_typed_is_not_said(heard: Heard) -> None:
    heard.desk.found = Cards(len(CARDS), CARDS)
    heard.window.guide.act(Act.REGISTER)
    heard.rest(1)
    heard.window.guide.act(Act.AGREE, True)
    heard.rest(5)
    assert heard.state is State.NAME
    heard.said.clear()
    for key in "ㅎㅗㅇㄱㅣㄹ":
        heard.window.guide.act(Act.KEY, key)
    assert heard.told() == ""


def test_again_reads_the_screen_and_not_its_own_name(heard: Heard, qtbot: QtBot) -> None:
    heard.desk.answered.emit(ALREADY)
    whole = heard.said[-1]
    cell = heard.window.deck.cells[Help.REPLAY]
    while not cell.isVisible():
        heard.window.deck.turn_page()
    heard.window.activateWindow()
    cell.setFocus(Qt.FocusReason.TabFocusReason)
    heard.said.clear()
    qtbot.keyClick(cell, Qt.Key.Key_Return)
    assert heard.said == [whole]


def test_another_language_reads_the_screen_in_it(heard: Heard) -> None:
    heard.window.press_help(Help.LANGUAGE)
    assert [language for _, language in heard.said] == ["en"]
    assert "Show your QR code" in heard.told()


def test_silence_without_voice_guidance(heard: Heard) -> None:
    heard.window.press_help(Help.VOICE)
    heard.rest()
    heard.said.clear()
    heard.desk.answered.emit(REFUSED)
    heard.rest()
    assert heard.told() == ""


def test_no_digit_is_said_while_the_arrows_steer_over_them(heard: Heard) -> None:
    heard.type_name()
    heard.rest(5)
    heard.said.clear()
    for _ in range(30):
        heard.window.focusNextPrevChild(True)
    told = [text for text, _ in heard.said]
    assert told
    assert not [one for one in told if one.isdecimal()]


@pytest.mark.parametrize(("act", "stays"), [(Act.HOME, False), (Act.SCAN_AGAIN, True)])
def test_who_leaves_for_the_desk_takes_the_choices_along(
    heard: Heard, act: Act, stays: bool
) -> None:
    heard.desk.answered.emit(REFUSED)
    heard.rest(5)
    heard.window.guide.act(act)
    assert heard.state is State.WELCOME
    assert heard.window.access.has_voice is stays
