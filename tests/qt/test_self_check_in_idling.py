"""The welcome once nobody is there: it dims after ten minutes, and wakes for whoever comes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from touchscreens import OK, Kiosk

from kiosk.ui.self_check_in.flow import State

ALONE_S = 600


@pytest.fixture
def kiosk(qtbot: QtBot) -> Iterator[Kiosk]:
    made = Kiosk(qtbot)
    yield made
    made.close()


def light(kiosk: Kiosk) -> float:
    """Return the mean lightness of what is painted, 0 to 255."""
    picture = kiosk.window.grab().toImage().scaled(64, 64)
    greys = [picture.pixelColor(x, y).lightness() for x in range(64) for y in range(64)]
    return sum(greys) / len(greys)


def frame(grey: int, *, stripe: int | None = None) -> QImage:
    picture = QImage(320, 180, QImage.Format.Format_RGB32)
    picture.fill(QColor(grey, grey, grey))
    if stripe is not None:
        for x in range(stripe, stripe + 80):
            for y in range(180):
                picture.setPixelColor(x, y, QColor(240, 240, 240))
    return picture


def test_it_dims_to_sixty_per_cent_and_a_touch_wakes_it(kiosk: Kiosk) -> None:
    bright = light(kiosk)
    kiosk.rest(ALONE_S - 10)
    assert light(kiosk) == pytest.approx(bright, abs=2)
    kiosk.rest(11)
    assert light(kiosk) == pytest.approx(0.6 * bright, rel=0.03)
    QTest.mouseClick(kiosk.window, Qt.MouseButton.LeftButton, pos=QPoint(5, 400))
    kiosk.rest(1)
    assert light(kiosk) == pytest.approx(bright, abs=2)


def test_a_touch_reaches_what_lies_below_the_shade(kiosk: Kiosk) -> None:
    kiosk.rest(ALONE_S + 1)
    find = kiosk.window.welcome.find_name
    middle = find.mapTo(kiosk.window, find.rect().center())
    assert kiosk.window.childAt(middle) is find
    find.click()
    assert kiosk.state is State.LETTERS
    kiosk.rest(1)
    assert kiosk.window.idling.isHidden()


def test_a_code_wakes_it(kiosk: Kiosk) -> None:
    kiosk.rest(ALONE_S + 1)
    kiosk.window.take_scan("TICKET")
    kiosk.desk.answered.emit(OK)
    kiosk.rest(1)
    assert kiosk.state is State.OK
    assert kiosk.window.idling.isHidden()


@pytest.mark.parametrize(
    ("then", "is_dim"),
    [(frame(82), True), (frame(83), True), (frame(80, stripe=120), False)],
    ids=["the same", "noise", "somebody"],
)
def test_whoever_moves_before_the_camera_wakes_it(kiosk: Kiosk, then: QImage, is_dim: bool) -> None:
    kiosk.rest(ALONE_S + 1)
    kiosk.window.show_frame(frame(80))
    kiosk.rest(0.1)
    assert not kiosk.window.idling.isHidden()
    kiosk.window.show_frame(then)
    kiosk.rest(0.1)
    assert kiosk.window.idling.isHidden() is not is_dim


def test_a_window_of_another_size_is_dim_to_its_edges(kiosk: Kiosk) -> None:
    kiosk.rest(ALONE_S + 1)
    kiosk.window.resize(700, 900)
    kiosk.rest(0.1)
    assert kiosk.window.idling.geometry() == kiosk.window.rect()


def test_nothing_dims_while_somebody_is_answered(kiosk: Kiosk) -> None:
    kiosk.rest(ALONE_S - 1)
    kiosk.window.take_scan("TICKET")
    kiosk.desk.answered.emit(OK)
    kiosk.rest(2)
    assert kiosk.window.idling.isHidden()
