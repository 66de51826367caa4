"""The painted field: text, its caret, its end in sight; nothing of the system's text fields."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QContextMenuEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.composer import Composer, keystrokes
from kiosk.ui import theme
from kiosk.ui.theme import HIGH_CONTRAST, LIGHT
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.text_field import PaintedField

LONG = "광양만권경제자유구역이차전지소재부품장비혁신융합센터"
HOSTILE = [
    "<b>굵게</b>",
    "R&D",
    "%1 {name}",
    "\u202e거꾸로",
    "🙂",
    "a\x00b",
    "W" * 500,
    "가" * 500,
    "   ",
]


@pytest.fixture
def dress() -> Dress:
    return Dress()


@pytest.fixture
def field(qtbot: QtBot, dress: Dress) -> PaintedField:
    made = PaintedField(dress)
    qtbot.addWidget(made)
    made.resize(960, 116)
    return made


def picture(field: QWidget) -> QImage:
    return field.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def columns(image: QImage, colour: str) -> list[int]:
    """Return the columns inside the edge and its round corners in which a colour stands."""
    wanted = QColor(colour).rgb()
    rows = range(20, image.height() - 20)
    return [
        x for x in range(26, image.width() - 26) if any(image.pixel(x, y) == wanted for y in rows)
    ]


def luminance(colour: QColor) -> float:
    shares = [
        share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4
        for share in colour.getRgbF()[:3]
    ]
    return 0.2126 * shares[0] + 0.7152 * shares[1] + 0.0722 * shares[2]


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_typed_text_is_seen_with_the_caret_after_it(field: PaintedField) -> None:
    ends = []
    composer = Composer()
    for key in "".join(map(keystrokes, "표본")):
        composer.type(key)
        field.show_text(composer.text)
        image = picture(field)
        text, caret = columns(image, LIGHT.ink), columns(image, LIGHT.focus)
        assert text
        assert text[-1] < caret[0] <= text[-1] + 30
        assert len(caret) == 6
        ends.append(caret[0])
    assert field.text == "표본"
    # A letter alone is set larger than a syllable, for the same height of ink: it stands apart.
    whole = ends[1:]
    assert whole == sorted(whole)
    assert whole[-1] > whole[0] + 40


def test_a_blank_moves_the_caret(field: PaintedField) -> None:
    field.show_text("표본")
    before = field.caret().left()
    field.show_text("표본 ")
    assert field.caret().left() > before + 5


def test_without_text_there_are_caret_and_placeholder(field: PaintedField) -> None:
    field.say("소속", "예: 표본연구원")
    empty = picture(field)
    assert columns(empty, LIGHT.focus)[0] < columns(empty, LIGHT.ink2)[0]
    assert not columns(empty, LIGHT.ink)
    field.show_text("표")
    typed = picture(field)
    assert columns(typed, LIGHT.ink)
    assert not columns(typed, LIGHT.ink2)


def test_the_caret_is_steady(field: PaintedField, qtbot: QtBot) -> None:
    field.show()
    qtbot.waitExposed(field)
    before = picture(field)
    qtbot.wait(700)
    assert picture(field) == before


def test_the_end_of_a_long_text_is_in_sight(field: PaintedField) -> None:
    field.show_text(LONG)
    whole = theme.text_width(LONG, 64, theme.BOLD)
    assert whole > field.width()
    assert field.shown_from() > 0
    assert field.rect().contains(field.caret().toAlignedRect())
    image = picture(field)
    assert columns(image, LIGHT.focus)[-1] < 960 - 30
    assert columns(image, LIGHT.ink)[0] >= 36 - 1, "what is hidden does not run into the edge"
    field.show_text(LONG[:-1] + "힣")
    assert picture(field) != image
    field.show_text("힣" + LONG[1:])
    assert picture(field) == image, "the beginning is out of sight"


@pytest.mark.parametrize("size", [(1, 1), (40, 20), (300, 60), (960, 116), (2000, 400)])
@pytest.mark.parametrize("text", ["", "표", LONG, *HOSTILE])
def test_any_text_is_shown_at_any_size_with_its_caret(
    field: PaintedField, text: str, size: tuple[int, int]
) -> None:
    field.resize(*size)
    field.show_text(text)
    assert not picture(field).isNull()
    assert field.text == text
    assert size == (1, 1) or field.rect().contains(field.caret().toAlignedRect().center())


def test_text_is_plain(field: PaintedField) -> None:
    field.show_text("<b>A</b>")
    tagged = columns(picture(field), LIGHT.ink)
    field.show_text("A")
    assert len(tagged) > 3 * len(columns(picture(field), LIGHT.ink))


def test_nothing_is_left_after_clearing(field: PaintedField) -> None:
    field.say("성함")
    before = picture(field)
    field.show_text("이솔")
    field.clear()
    assert field.text == ""
    assert picture(field) == before
    told = QAccessible.queryAccessibleInterface(field)
    assert "이솔" not in "".join(told.text(kind) for kind in QAccessible.Text)
    assert "이솔" not in repr(vars(field))


def test_label_and_text_are_told_apart(field: PaintedField) -> None:
    field.say("소속", "예: 표본연구원")
    field.show_text("포스코")
    told = QAccessible.queryAccessibleInterface(field)
    assert told.text(QAccessible.Text.Name) == "소속"
    assert told.text(QAccessible.Text.Description) == "포스코"
    assert field.placeholder == "예: 표본연구원"


def test_no_key_no_input_method_and_no_menu_reaches_it(field: PaintedField, qtbot: QtBot) -> None:
    field.show()
    qtbot.waitExposed(field)
    QGuiApplication.clipboard().setText("붙임")
    field.setFocus()
    assert not field.hasFocus() or field.focusPolicy() is Qt.FocusPolicy.NoFocus
    QTest.keyClicks(field, "abc")
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.text == ""
    assert not field.inputMethodQuery(Qt.InputMethodQuery.ImEnabled)
    assert not field.acceptDrops()
    spot = QPoint(20, 20)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, field.mapToGlobal(spot))
    QApplication.sendEvent(field, event)
    assert QApplication.activePopupWidget() is None


def test_an_inactive_field_has_no_caret_and_another_edge(field: PaintedField) -> None:
    field.show_text("표본")
    active = picture(field)
    field.set_active(active=False)
    quiet = picture(field)
    assert not columns(quiet, LIGHT.focus)
    assert columns(quiet, LIGHT.ink) == columns(active, LIGHT.ink)
    assert active.pixelColor(480, 3).name() == LIGHT.focus.lower()
    assert quiet.pixelColor(480, 1).name() == LIGHT.edge.lower()


@pytest.mark.parametrize(("colours", "least"), [(LIGHT, 4.5), (HIGH_CONTRAST, 7.0)])
def test_text_placeholder_and_caret_stand_out(
    field: PaintedField, dress: Dress, colours: theme.Colours, least: float
) -> None:
    dress.colours = colours
    field.say("성함", "예: 홍길동")
    paper = QColor(colours.paper)
    for text, role in (("", "ink2"), ("표본", "ink"), ("", "focus")):
        field.show_text(text)
        image = picture(field)
        assert columns(image, getattr(colours, role))
        assert image.pixelColor(900, 20) == paper
        assert contrast(QColor(getattr(colours, role)), paper) >= least


def test_its_height_grows_with_text_and_dress(field: PaintedField, dress: Dress) -> None:
    assert field.least_height(960) == 116
    field.set_px(128)
    assert field.least_height(300) == 232
    dress.unit = 0.5
    assert field.least_height(960) == 116
    field.resize(960, field.least_height(960))
    field.show_text("뷁gy")
    image = picture(field)
    rows = [
        y
        for y in range(116)
        if any(image.pixelColor(x, y).lightness() < 90 for x in range(20, 300))
    ]
    inside = [y for y in rows if 8 < y < 108]
    assert inside[0] > 12
    assert inside[-1] < 104


def test_a_placeholder_too_long_shrinks(field: PaintedField) -> None:
    field.resize(400, 116)
    field.say("소속", "예: 표본이차전지연구원")
    assert columns(picture(field), LIGHT.ink2)[-1] < 400 - 36
