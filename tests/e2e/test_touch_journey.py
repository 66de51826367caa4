"""Guests whom nobody expects: from the consent to the badge by touch, or to the desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from both_faces import Hall
from fakes import consent_text, event_text, question_text, session_text
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain import signature_code
from kiosk.domain.request import DeskRequest, RequestKind, RequestState
from kiosk.domain.signature import is_enough
from kiosk.domain.verdict import Reason
from kiosk.services import desk_requests, events
from kiosk.services.open_desk import open_desk, open_store, serve
from kiosk.storage import consent, journal, roster, settings, signature
from kiosk.ui.self_check_in.flow import State
from kiosk.ui.widgets.lettering import Lettering

NAME_KEYS, NAME = "ㄱㅏㅂㅗㄹㅏ", "가보라"
PHONE_KEYS, PHONE = "00001234", "010-0000-1234"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Make an event that asks for consent, for an answer and for a signature, open at all times."""
    day = {"starts_at": "2020-01-01T00:00:00", "ends_at": "2099-01-01T00:00:00"}
    file = tmp_path / "event.toml"
    tables = (
        session_text(sign=True, print_badge="once", **day),
        question_text("meal", "yes-no"),
        consent_text("news"),
    )
    file.write_text(
        event_text(*tables, event=day, privacy={"items": ["name", "organisation", "phone"]}),
        encoding="utf-8",
    )
    data, printer = tmp_path / "data", tmp_path / "printed"
    printer.mkdir()
    store = open_store(data, create=True)
    events.apply(store, file)
    told = replace(serve(store).settings, printer=f"folder:{printer}")
    store.write(lambda connection: settings.save(connection, told))
    store.close()
    return data


@pytest.fixture
def hall(house: Path, qtbot: QtBot) -> Iterator[Hall]:
    made = Hall(house, qtbot)
    made.face(made.touch)
    yield made
    for window in made.program.windows:
        window.close()
    made.program.close()


def type_keys(hall: Hall, state: State, keys: str) -> None:
    for key in keys:
        hall.touch_button(hall.screen(state).keyboard.buttons[key])


def sign(hall: Hall) -> None:
    pad = hall.screen(State.SIGNATURE).pad
    wide, tall = pad.width(), pad.height()
    spots = [
        QPoint(round(wide * (0.15 + place / 60)), round(tall * (0.3 + 0.4 * (place % 8) / 8)))
        for place in range(42)
    ]
    hall.draw(pad, spots)


def test_a_walk_in_agrees_answers_signs_and_gets_a_badge(hall: Hall, house: Path) -> None:
    hall.touch_words("현장 등록")
    hall.screen(State.CONSENT)
    hall.touch_words("동의합니다")
    if hall.touch.guide.state is State.OPTIONS:
        hall.touch_words("다음")
    type_keys(hall, State.NAME, NAME_KEYS)
    hall.touch_words("다음")
    hall.screen(State.ORGANISATION)
    hall.touch_words("소속이 없습니다")
    for digit in PHONE_KEYS:
        hall.touch_button(hall.screen(State.PHONE).keys.buttons[digit])
    hall.touch_words("다음")
    hall.screen(State.QUESTION)
    hall.touch_words("예")
    sign(hall)
    hall.touch_words("서명 완료")
    hall.until(lambda: any(seen and seen[1] is Reason.OK for seen in hall.greens.seen))
    assert NAME in hall.touch.screens[State.OK].name.text()
    hall.until(lambda: len(list((house.parent / "printed").glob("*.pdf"))) == 1)
    hall.until(lambda: hall.desk.counts.counts.come == 1)
    check_records(house)


def check_records(house: Path) -> None:
    """Find the person, what they agreed to, said and signed, by a connection of its own."""
    desk = open_desk(house)
    try:
        connection = desk.store.connection
        (who,) = roster.everyone(connection, desk.event_number)
        assert (who.name, who.phone, who.organisation) == (NAME, PHONE, "")
        (entry,) = journal.everything(connection, desk.event_number)
        assert entry.registration == who.id
        answers = {one.consent: one.granted for one in consent.of_person(connection, who.id)}
        assert answers == {"main": True, "news": False}
        assert journal.answered(connection, who.id) == {"meal"}
        (signed,) = signature.of_person(connection, who.id)
        assert signed.entry == entry.id
        assert is_enough(signature_code.decode(signed.signature.strokes))
    finally:
        desk.close()


def shown_at_desk(hall: Hall) -> list[DeskRequest]:
    """Return the requests that the front desk's window shows."""
    return [one.request for one in hall.desk.requests.shown]


def read_at_desk(hall: Hall) -> str:
    """Return what the desk's panel of requests says."""
    return " ".join(map(str, hall.desk.asked.lines()))


def texts_of(screen: QWidget) -> list[str]:
    return [one.text() for one in screen.findChildren(Lettering) if one.isVisible()]


def test_a_reference_on_the_touchscreen_is_at_the_desk_at_once(hall: Hall) -> None:
    hall.touch.take_scan("https://example.org/pay")
    screen = hall.screen(State.TO_DESK)
    hall.until(lambda: any("A-01" in text for text in texts_of(screen)))
    hall.until(lambda: len(shown_at_desk(hall)) == 1)
    (asked,) = shown_at_desk(hall)
    assert (asked.reference, asked.kind, asked.why) == ("A-01", RequestKind.HELP, "UNKNOWN")
    assert "A-01" in read_at_desk(hall)


def test_whoever_calls_staff_is_told_that_they_come(hall: Hall, house: Path) -> None:
    hall.touch_words("직원 호출")
    screen = hall.screen(State.CALLED)
    hall.until(lambda: len(shown_at_desk(hall)) == 1)
    (asked,) = shown_at_desk(hall)
    assert (asked.reference, asked.state) == ("C-01", RequestState.WAITING)
    before = texts_of(screen)
    hall.face(hall.desk)
    hall.type_on_desk(Qt.Key.Key_F8)
    hall.until(lambda: hall.touch.guide.requests.is_accepted)
    hall.until(lambda: texts_of(screen) != before)
    hall.face(hall.touch)
    hall.touch_words("호출 취소")
    hall.screen(State.WELCOME)
    hall.until(lambda: shown_at_desk(hall) == [])
    desk = open_desk(house)
    assert desk_requests.find(desk, asked.id).state is RequestState.WITHDRAWN
    desk.close()
