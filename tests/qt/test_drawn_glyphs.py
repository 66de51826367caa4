"""Glyphs drawn once: the same line as one outline would be, and nothing of it kept as a word."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.ui import theme
from kiosk.ui.drawn_glyphs import DrawnGlyphs, Ink, paint_outline
from kiosk.ui.theme import BOLD, EXTRABOLD
from kiosk.ui.widgets.candidate_card import CandidateCard
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.lettering import Lettering
from kiosk.ui.widgets.text_field import PaintedField

WIDTH, HEIGHT = 700, 260
BASELINE = QPointF(20.3, 180.6)


def ink(px: int, pen: float = 0.045) -> Ink:
    return Ink(theme.text_font(px, EXTRABOLD), pen * px, QColor("#0b6b45"))


def picture(
    paint: object, text: str, made: Ink, *, ratio: float = 1.0, turn: float = 0.0
) -> QImage:
    image = QImage(round(WIDTH * ratio), round(HEIGHT * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.translate(7.25, -3.5)
    painter.rotate(turn)
    paint(painter, BASELINE, text, made)  # type: ignore[operator]
    painter.end()
    return image


def darkness(image: QImage) -> list[list[int]]:
    """Return how much ink lies in each field of eight by eight pixels."""
    step = 8
    return [
        [
            sum(
                255 - image.pixelColor(x + dx, y + dy).lightness()
                for dx in range(1, step, 4)
                for dy in range(1, step, 4)
            )
            for x in range(0, image.width() - step, step)
        ]
        for y in range(0, image.height() - step, step)
    ]


def largest_difference(one: QImage, other: QImage) -> int:
    rows = zip(darkness(one), darkness(other), strict=True)
    return max(abs(a - b) for left, right in rows for a, b in zip(left, right, strict=True))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    "text", ["홍길동 님", "AVATAR, To.", "출석이 ㅎㄱ", "R&D · 7,5 → …", "\u1112\u1169\u11bc é ñ ש"]
)
@pytest.mark.parametrize("px", [24, 110])
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_a_line_of_glyphs_is_the_line_in_one_outline(text: str, px: int, ratio: float) -> None:
    made = ink(px)
    glyphs = picture(DrawnGlyphs().paint, text, made, ratio=ratio)
    outline = picture(paint_outline, text, made, ratio=ratio)
    # A quarter of a pixel beside it at most: of a field's four readings none is another.
    assert largest_difference(glyphs, outline) < 255
    assert largest_difference(outline, picture(paint_outline, "", made, ratio=ratio)) > 2 * 255


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("text", "turn", "ratio"),
    [("홍길동", 30.0, 1.0), ("홍길동", 0.0, 1.5)],
)
def test_what_glyphs_alone_cannot_show_is_one_outline(text: str, turn: float, ratio: float) -> None:
    glyphs, made = DrawnGlyphs(), ink(57)
    drawn = picture(glyphs.paint, text, made, ratio=ratio, turn=turn)
    assert drawn == picture(paint_outline, text, made, ratio=ratio, turn=turn)
    assert glyphs.held_bytes == 0


@pytest.mark.usefixtures("qapp")
def test_no_more_is_kept_than_allowed_and_the_oldest_goes_first() -> None:
    glyphs, made = DrawnGlyphs(most_bytes=200_000), ink(110)
    for place in range(60):
        picture(glyphs.paint, chr(0xAC00 + place * 7), made)
        assert glyphs.held_bytes <= 200_000
    assert not any("가" in str(key) for key in glyphs._held)
    again = picture(glyphs.paint, "가", made)
    assert again == picture(DrawnGlyphs().paint, "가", made)


@pytest.mark.usefixtures("qapp")
def test_another_colour_and_another_weight_are_other_glyphs() -> None:
    glyphs, made = DrawnGlyphs(), ink(57)
    green = picture(glyphs.paint, "가", made)
    red = picture(glyphs.paint, "가", made._replace(colour=QColor("#a00000")))
    thin = picture(glyphs.paint, "가", made._replace(pen_px=1.0, font=theme.text_font(57, BOLD)))
    assert (
        len({green.constBits().tobytes(), red.constBits().tobytes(), thin.constBits().tobytes()})
        == 3
    )


@pytest.mark.usefixtures("qapp")
def test_of_a_guest_no_glyph_is_kept() -> None:
    glyphs, made = DrawnGlyphs(), ink(57)

    def personal(painter: QPainter, at: QPointF, text: str, with_ink: Ink) -> None:
        glyphs.paint(painter, at, text, with_ink, keeps=False)

    drawn = picture(personal, "홍길동", made)
    assert glyphs.held_bytes == 0
    assert drawn == picture(glyphs.paint, "홍길동", made)
    kept = glyphs.held_bytes
    picture(personal, "홍길순", made)
    assert glyphs.held_bytes == kept > 0


@pytest.mark.usefixtures("qapp")
def test_what_is_personal_on_a_screen_keeps_no_glyph(monkeypatch: pytest.MonkeyPatch) -> None:
    glyphs = DrawnGlyphs()
    monkeypatch.setattr(theme, "_glyphs", glyphs)
    dress = Dress()
    name, words = (
        Lettering(dress, px=96, weight=BOLD, personal=True),
        Lettering(dress, px=96, weight=BOLD),
    )
    card, field = CandidateCard(dress), PaintedField(dress)
    card.show_person("홍*동", "")
    field.show_text("홍길동")
    name.setText("홍길동")
    words.setText("환영")
    for widget in (name, card, field, words):
        widget.resize(600, 130)
        assert glyphs.held_bytes == 0
        widget.grab()
    assert glyphs.held_bytes > 0
