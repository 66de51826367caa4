"""The signature pad: every point of one finger, at the cost of one curve each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QImage,
    QInputDevice,
    QMouseEvent,
    QPaintEvent,
    QPointingDevice,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from strokes import signed

from kiosk.domain.signature import MOST_POINTS, Signature, is_enough
from kiosk.domain.signature_code import decode, encode
from kiosk.ui.theme import HIGH_CONTRAST, LIGHT
from kiosk.ui.widgets import ink_layer
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.signature_pad import PEN_MM, SignaturePad

WIDTH, HEIGHT = 960, 600
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dress() -> Dress:
    return Dress()


@pytest.fixture
def pad(qtbot: QtBot, dress: Dress) -> SignaturePad:
    made = SignaturePad(dress)
    qtbot.addWidget(made)
    made.resize(WIDTH, HEIGHT)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture(scope="module")
def screen_touch(qapp: QApplication) -> QPointingDevice:
    return QTest.createTouchDevice()


class Touch:
    """Fingers on a pad; each call is one event of the screen."""

    def __init__(self, pad: QWidget, device: QPointingDevice) -> None:
        self._pad, self._device = pad, device

    def __call__(self, **fingers: tuple[int, int]) -> None:
        """Tell each finger's place, named ``press1``, ``move1``, ``release1``, ``stay1``."""
        told = QTest.touchEvent(self._pad, self._device, False)
        for name, spot in fingers.items():
            verb, number = name[:-1], int(name[-1])
            if verb == "stay":
                told.stationary(number)
            else:
                getattr(told, verb)(number, QPoint(*spot), self._pad)
        told.commit()


@pytest.fixture
def touch(pad: SignaturePad, screen_touch: QPointingDevice) -> Iterator[Touch]:
    made = Touch(pad, screen_touch)
    yield made
    made(release1=(0, 0), release2=(0, 0))


def picture(pad: SignaturePad) -> QImage:
    return pad.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def ink_pixels(image: QImage, colour: str) -> int:
    wanted = QColor(colour).rgb()
    return sum(
        image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height())
    )


def shape(pad: SignaturePad) -> list[int]:
    return [len(stroke) for stroke in pad.signature().strokes]


def spot(at: int) -> tuple[int, int]:
    """Return the place of a finger's event: a wave that never stands still."""
    return 60 + at * 2 % 840, 100 + at * 37 % 400


def run(steps: Iterator[None]) -> None:
    """Take one step at each turn of the event loop until there are none left."""
    loop, timer = QEventLoop(), QTimer()

    def turn() -> None:
        if next(steps, "over") == "over":
            loop.quit()

    timer.timeout.connect(turn)
    timer.start(0)
    loop.exec()
    timer.stop()


@pytest.fixture
def painted(pad: SignaturePad, monkeypatch: pytest.MonkeyPatch) -> list[QRect]:
    """Collect what each paint event covers."""
    seen: list[QRect] = []
    paint = SignaturePad.paintEvent

    def watch(self: SignaturePad, event: QPaintEvent) -> None:
        seen.append(event.rect())
        paint(self, event)

    monkeypatch.setattr(SignaturePad, "paintEvent", watch)
    return seen


@pytest.fixture
def curves(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Collect how many curves each drawing draws."""
    drawn: list[int] = []
    draw = ink_layer.Hand.draw

    def watch(self: ink_layer.Hand, painter: object, given: object) -> None:
        kept = list(given)  # type: ignore[call-overload]
        drawn.append(len(kept))
        draw(self, painter, kept)  # type: ignore[arg-type]

    monkeypatch.setattr(ink_layer.Hand, "draw", watch)
    return drawn


def test_every_point_of_three_seconds_at_120_a_second_is_kept(
    pad: SignaturePad, touch: Touch
) -> None:
    def sign() -> Iterator[None]:
        touch(press1=spot(0))
        for at in range(1, 360):
            touch(move1=spot(at))
            yield

    run(sign())
    touch(release1=spot(359))
    points = pad.signature().strokes[0]
    assert [(round(x * WIDTH), round(y * WIDTH)) for x, y, _ in points] == [
        spot(at) for at in range(360)
    ]
    assert is_enough(pad.signature())
    assert decode(encode(pad.signature())) == pad.signature()


def test_a_second_finger_and_a_palm_draw_nothing(pad: SignaturePad, touch: Touch) -> None:
    touch(press1=(100, 100))
    touch(move1=(150, 120), press2=(700, 500))
    touch(move1=(200, 140), move2=(720, 480))
    touch(release1=(210, 140), stay2=(0, 0))
    assert shape(pad) == [4]
    touch(move2=(600, 300))
    assert shape(pad) == [4], "a palm that was there before is no new stroke"
    touch(press1=(300, 300), stay2=(0, 0))
    touch(move1=(340, 300), stay2=(0, 0))
    touch(release1=(350, 300), release2=(600, 300))
    assert shape(pad) == [4, 3]
    assert all(x < 0.4 for stroke in pad.signature().strokes for x, _, _ in stroke)


def test_a_touch_makes_no_mouse(pad: SignaturePad, touch: Touch) -> None:
    touch(press1=(100, 100))
    touch(release1=(100, 100))
    assert shape(pad) == [1]
    device = pad_device(QInputDevice.DeviceType.TouchScreen)
    made_of_touch = QMouseEvent(
        QEvent.Type.MouseButtonPress, QPointF(5, 5), QPointF(5, 5), LEFT, LEFT,
        Qt.KeyboardModifier.NoModifier, device,
    )  # fmt: skip
    QCoreApplication.sendEvent(pad, made_of_touch)
    assert shape(pad) == [1]


def pad_device(kind: QInputDevice.DeviceType) -> QPointingDevice:
    return QPointingDevice(
        "sample",
        1,
        kind,
        QPointingDevice.PointerType.Finger,
        QInputDevice.Capability.Position,
        1,
        1,
    )


def test_a_mouse_signs_with_its_left_button(pad: SignaturePad, qtbot: QtBot) -> None:
    QTest.mouseMove(pad, QPoint(50, 50))
    assert pad.is_empty
    QTest.mousePress(pad, Qt.MouseButton.RightButton, pos=QPoint(60, 60))
    QTest.mouseRelease(pad, Qt.MouseButton.RightButton, pos=QPoint(60, 60))
    assert pad.is_empty
    QTest.mousePress(pad, LEFT, pos=QPoint(100, 100))
    for at in range(1, 6):
        QTest.mouseMove(pad, QPoint(100 + 20 * at, 100))
    QTest.mouseRelease(pad, LEFT, pos=QPoint(220, 100))
    assert shape(pad) == [7]
    QTest.mouseDClick(pad, LEFT, pos=QPoint(400, 400))
    assert all(len(stroke) == 1 for stroke in pad.signature().strokes[1:])


def test_a_pen_signs_and_hovering_does_not(pad: SignaturePad) -> None:
    pen = QPointingDevice(
        "sample pen", 2, QInputDevice.DeviceType.Stylus, QPointingDevice.PointerType.Pen,
        QInputDevice.Capability.Position | QInputDevice.Capability.Pressure, 1, 1,
    )  # fmt: skip

    def tell(kind: QEvent.Type, x: int, button: Qt.MouseButton = LEFT) -> bool:
        event = QTabletEvent(
            kind, pen, QPointF(x, 200), QPointF(x, 200), 0.5, 0, 0, 0, 0, 0,
            Qt.KeyboardModifier.NoModifier, button, button,
        )  # fmt: skip
        QCoreApplication.sendEvent(pad, event)
        return event.isAccepted()

    assert tell(QEvent.Type.TabletMove, 90)
    assert pad.is_empty
    for kind, x in (
        ("Press", 100),
        *(("Move", 100 + 5 * at) for at in range(1, 60)),
        ("Release", 395),
    ):
        assert tell(QEvent.Type[f"Tablet{kind}"], x)
    assert shape(pad) == [60]


def test_changed_is_sent_when_a_stroke_begins_and_ends_and_when_ink_goes(
    pad: SignaturePad, touch: Touch
) -> None:
    sent: list[bool] = []
    pad.changed.connect(lambda: sent.append(pad.is_empty))
    pad.clear()
    assert sent == []
    touch(press1=(100, 100))
    assert sent == [False]
    for at in range(20):
        touch(move1=(110 + at, 100))
    assert sent == [False]
    touch(release1=(140, 100))
    pad.clear()
    assert sent == [False, False, True]


def test_clearing_forgets_strokes_and_pixels(pad: SignaturePad, touch: Touch) -> None:
    before = picture(pad)
    touch(press1=(100, 100))
    touch(move1=(500, 300))
    layer = pad._layer
    assert layer is not None
    touch(release1=(700, 100))
    assert ink_pixels(layer.image, LIGHT.ink) > 0
    assert picture(pad) != before
    pad.clear()
    assert ink_pixels(layer.image, LIGHT.ink) == 0, "the old picture was overwritten, too"
    assert pad.signature() == Signature(height=HEIGHT / WIDTH)
    assert picture(pad) == before


def test_a_finger_that_is_down_while_the_ink_goes_draws_no_more(
    pad: SignaturePad, touch: Touch
) -> None:
    touch(press1=(100, 100))
    pad.clear()
    touch(move1=(400, 200))
    touch(release1=(500, 200))
    assert pad.is_empty


def test_a_stroke_that_the_system_takes_away_is_forgotten(
    pad: SignaturePad, touch: Touch, screen_touch: QPointingDevice
) -> None:
    touch(press1=(100, 100))
    touch(release1=(300, 100))
    kept = picture(pad)
    touch(press1=(400, 400))
    touch(move1=(500, 300))
    QCoreApplication.sendEvent(pad, QTouchEvent(QEvent.Type.TouchCancel, screen_touch))
    assert shape(pad) == [2]
    assert picture(pad) == kept


def test_a_hidden_pad_ends_its_stroke(pad: SignaturePad, touch: Touch) -> None:
    touch(press1=(100, 100))
    touch(move1=(300, 100))
    pad.hide()
    pad.show()
    touch(press2=(400, 400))
    touch(release2=(420, 400))
    assert shape(pad) == [2, 2]


def test_a_pad_that_is_switched_off_takes_nothing(pad: SignaturePad, touch: Touch) -> None:
    pad.setEnabled(False)
    touch(press1=(100, 100))
    assert pad.is_empty


def test_one_more_point_costs_the_same_however_many_there_are(
    pad: SignaturePad, touch: Touch, painted: list[QRect], curves: list[int]
) -> None:
    def cost(first: int, last: int) -> tuple[int, int]:
        QApplication.processEvents()
        painted.clear()
        curves.clear()
        for at in range(first, last):
            touch(move1=(100 + at % 700, 200 + at % 5))
            QApplication.processEvents()
        assert painted
        return sum(curves), max(one.width() * one.height() for one in painted)

    touch(press1=(100, 200))
    pad.repaint()
    few = cost(1, 50)
    for at in range(50, 2_000):
        touch(move1=(100 + at % 700, 200 + at % 5))
    many = cost(2_000, 2_049)
    assert shape(pad) == [2_049]
    # One curve dries at each point, and at most one wet one is painted over it.
    assert few[0] <= 2 * 49
    assert many[0] <= 2 * 49
    assert max(few[1], many[1]) < WIDTH * HEIGHT / 100


def test_only_what_changed_is_painted(
    pad: SignaturePad, touch: Touch, painted: list[QRect]
) -> None:
    touch(press1=(100, 100))
    for x in (110, 120, 130):
        touch(move1=(x, 100))
    QApplication.processEvents()
    painted.clear()
    touch(move1=(140, 104))
    QApplication.processEvents()
    assert painted
    for rect in painted:
        assert QRect(100, 85, 60, 40).contains(rect)


def test_ink_dried_bit_by_bit_looks_as_if_drawn_at_once(pad: SignaturePad, touch: Touch) -> None:
    touch(press1=spot(0))
    for at in range(1, 40):
        touch(move1=(100 + at * 15, 300 + (at * at) % 90))
        QApplication.processEvents()
    touch(release1=(720, 300))
    grown = picture(pad)
    kept = pad.signature()
    pad.clear()
    pad.show_signature(kept)
    assert picture(pad) == grown
    assert pad.signature() == kept


def test_the_line_goes_through_the_points_and_is_as_wide_as_a_felt_pen(
    pad: SignaturePad, touch: Touch
) -> None:
    touch(press1=(100, 100))
    touch(move1=(500, 100))
    touch(release1=(900, 100))
    image = picture(pad)
    column = [y for y in range(60, 140) if image.pixelColor(500, y).lightness() < 200]
    assert 3 <= len(column) <= 5, "0.9 mm at 4.034 px a millimetre is 3.6 px"
    assert 100 in column
    assert image.pixelColor(101, 100).name() == LIGHT.ink.lower()
    assert image.pixelColor(960 - 20, 100).name() == LIGHT.paper.lower()


def test_a_dot_is_seen(pad: SignaturePad, touch: Touch) -> None:
    touch(press1=(200, 200))
    wet = picture(pad)
    touch(release1=(200, 200))
    assert wet.pixelColor(200, 200).name() == LIGHT.ink.lower()
    assert picture(pad) == wet


@pytest.mark.parametrize(("scale", "pen_mm"), [(2.0, PEN_MM), (1.0, 2 * PEN_MM)])
def test_ink_is_as_wide_as_the_pen_and_the_dress_are(
    qtbot: QtBot, scale: float, pen_mm: float
) -> None:
    counts = []
    for pad in (SignaturePad(Dress()), SignaturePad(Dress(unit=scale), pen_mm=pen_mm)):
        qtbot.addWidget(pad)
        pad.resize(WIDTH, HEIGHT)
        pad.show_signature(signed(2))
        counts.append(ink_pixels(picture(pad), LIGHT.ink))
    assert counts[1] > 1.7 * counts[0] > 0


def test_high_contrast_is_white_ink_on_black(pad: SignaturePad, touch: Touch, dress: Dress) -> None:
    touch(press1=(100, 100))
    touch(release1=(800, 100))
    dress.colours = HIGH_CONTRAST
    image = picture(pad)
    assert image.pixelColor(400, 100).name() == "#ffffff"
    assert image.pixelColor(400, 200).name() == "#000000"
    assert image.pixelColor(WIDTH // 2, 1).name() == "#ffffff", "its edge is seen on a black sea"
    touch(press1=(100, 300))
    touch(release1=(800, 300))
    assert picture(pad).pixelColor(400, 300).name() == "#ffffff"


def test_the_base_line_and_its_cross_are_where_the_design_has_them(pad: SignaturePad) -> None:
    image = picture(pad)
    assert image.pixelColor(480, 476).name() == LIGHT.line.lower()
    assert image.pixelColor(30, 476).name() == LIGHT.paper.lower()
    cross = [
        (x, y)
        for x in range(60, 124)
        for y in range(396, 466)
        if image.pixelColor(x, y).lightness() < 160
    ]
    assert len(cross) > 100
    assert image.pixelColor(480, 300).name() == LIGHT.paper.lower()


@pytest.mark.parametrize("size", [(1228, 538), (480, 300), (300, 900), (80, 20), (1, 1), (0, 0)])
def test_the_same_ink_is_shown_at_any_size(
    pad: SignaturePad, touch: Touch, size: tuple[int, int]
) -> None:
    touch(press1=(100, 100))
    touch(move1=(500, 500))
    touch(release1=(860, 100))
    kept = pad.signature()
    pad.resize(*size)
    assert pad.signature() == kept
    image = pad.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    if min(size) > 100:
        scale = min(size[0], size[1] / kept.height)
        left = (size[0] - scale) / 2
        for x, y, _ in kept.strokes[0]:
            place = QPoint(round(left + x * scale), round(y * scale))
            near = [QPoint(place.x() + dx, place.y()) for dx in (-2, -1, 0, 1, 2)]
            assert any(image.pixelColor(one).lightness() < 100 for one in near)


def test_points_after_a_resize_lie_where_the_finger_is(pad: SignaturePad, touch: Touch) -> None:
    touch(press1=(480, 300))
    touch(release1=(500, 300))
    pad.resize(WIDTH * 2, HEIGHT)
    touch(press1=(960, 300))
    touch(release1=(980, 300))
    first, second = pad.signature().strokes
    assert first[0][:2] == second[0][:2] == (0.5, 0.3125)


def test_a_full_pad_still_works(pad: SignaturePad, touch: Touch) -> None:
    stroke = signed(MOST_POINTS).strokes[0]
    pad.show_signature(Signature((stroke,), 0.625))
    full = picture(pad)
    touch(press1=(50, 50))
    touch(move1=(90, 90))
    touch(release1=(99, 90))
    assert shape(pad) == [len(stroke)]
    assert picture(pad) == full
    pad.clear()
    touch(press1=(50, 50))
    assert shape(pad) == [1]


def test_a_screen_reader_is_told_what_it_is(pad: SignaturePad) -> None:
    pad.say("서명란", "서명이 어려우면 아래 단추를 누르세요")
    told = QAccessible.queryAccessibleInterface(pad)
    assert told.text(QAccessible.Text.Name) == "서명란"
    assert told.text(QAccessible.Text.Description).startswith("서명이")
    assert pad.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_what_the_pad_shows_is_no_signature_of_nothing(pad: SignaturePad) -> None:
    pad.show_signature(Signature())
    assert pad.is_empty
    assert pad.signature().height == pytest.approx(HEIGHT / WIDTH)
    assert pad.signature().strokes == ()
