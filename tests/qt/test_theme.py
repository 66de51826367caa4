"""The look: colours that can be told apart, fonts that have every letter, text that fits."""

from __future__ import annotations

import copy
import re
from dataclasses import asdict

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPalette, QRawFont
from PySide6.QtWidgets import QApplication

from kiosk.ui import theme
from kiosk.ui.theme import DARK, HIGH_CONTRAST, LIGHT, Colours
from kiosk.ui.widgets.keyboards import SPLIT, WHOLE

# Text and its ground: WCAG 2.1 asks 4.5 of small text, 7 of the enhanced level.
PAIRS = [
    ("ink", "sky"), ("ink", "paper"), ("ink2", "paper"), ("ink3", "paper"), ("ink2", "sky"),
    ("on_sea", "sea"), ("on_sea2", "sea"), ("on_sun", "sun"), ("sun_ink", "sun_pale"),
    ("on_ok", "ok"), ("ok_ink", "ok_soft"), ("on_info", "info"), ("info_ink", "info_soft"),
    ("on_stop", "stop"), ("stop_ink", "stop_soft"),
]  # fmt: skip
LETTERS = "가힣뷁꽑ㄱㅎㅏㅣABCxyz0189·…’（）"


def luminance(colour: str) -> float:
    """Return relative luminance as WCAG 2.1 defines it."""
    shares = [
        share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4
        for share in QColor(colour).getRgbF()[:3]
    ]
    return 0.2126 * shares[0] + 0.7152 * shares[1] + 0.0722 * shares[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def inked(px: float, weight: int, text: str = "가나다") -> int:
    """Return how many pixels a line of text darkens."""
    image = QImage(int(px * 4), int(px * 2), QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    theme.paint_line(painter, QPointF(px / 4, px * 1.3), text, px, weight, "#000000")
    painter.end()
    return sum(255 - value for value in bytes(image.constBits())) // 255


@pytest.mark.parametrize(
    "colours", [LIGHT, HIGH_CONTRAST, DARK], ids=["light", "high contrast", "dark"]
)
class TestColours:
    def test_every_colour_is_one(self, colours: Colours) -> None:
        for name, value in asdict(colours).items():
            assert re.fullmatch("#[0-9A-F]{6}", value), name

    def test_text_stands_out_from_its_ground(self, colours: Colours) -> None:
        least = 7.0 if colours is HIGH_CONTRAST else 4.5
        for ink, ground in PAIRS:
            told = contrast(getattr(colours, ink), getattr(colours, ground))
            assert told >= least, f"{ink} on {ground}: {told:.2f}"

    def test_the_palette_is_made_of_them(self, colours: Colours) -> None:
        palette = theme.palette(colours)
        assert palette.color(QPalette.ColorRole.Window) == QColor(colours.sky)
        assert palette.color(QPalette.ColorRole.Text) == QColor(colours.ink)
        assert palette.color(QPalette.ColorRole.Highlight) == QColor(colours.focus)

    def test_a_style_sheet_can_be_filled_with_them(self, colours: Colours) -> None:
        assert colours.as_style() == asdict(colours)


@pytest.mark.usefixtures("qapp")
class TestFonts:
    def test_the_packaged_fonts_are_loaded_once(self) -> None:
        faces = theme.faces()
        assert faces is theme.faces()
        assert faces.text != faces.icons

    @pytest.mark.parametrize("letter", LETTERS)
    def test_every_letter_has_its_shape(self, letter: str) -> None:
        raw = QRawFont.fromFont(theme.text_font(20))
        assert raw.supportsCharacter(ord(letter))

    @pytest.mark.parametrize("px", [-5, 0, 0.4, 1, 2_000])
    def test_no_size_is_too_odd(self, px: float) -> None:
        assert theme.text_font(px).pixelSize() >= 1
        assert theme.icon_font(px).pixelSize() >= 1

    def test_a_width_is_what_is_painted(self) -> None:
        font = theme.text_font(32)
        assert theme.text_width("가나다", 32) == QFontMetricsF(font).horizontalAdvance("가나다")
        assert theme.text_width("가나다", 32, theme.BOLD) >= theme.text_width("가나다", 32)
        assert theme.text_width("", 32) == 0

    @pytest.mark.parametrize("px", [14, 32, 64, 96, 160])
    def test_heavier_is_darker_at_every_size(self, px: int) -> None:
        """Qt's own synthetic bold vanishes at 64 px and above."""
        weights = (theme.REGULAR, theme.SEMIBOLD, theme.BOLD, theme.EXTRABOLD)
        ink = [inked(px, weight) for weight in weights]
        assert ink == sorted(ink)
        assert ink[-1] > ink[0] * 1.1 > 0

    def test_text_is_painted_as_it_stands(self) -> None:
        """No mark-up, no mnemonic: ``&`` and ``<b>`` take room of their own."""
        assert theme.text_width("<b>R&D</b>", 20) > theme.text_width("R&D", 20)
        assert theme.text_width("R&D", 20) > theme.text_width("RD", 20)

    def test_the_painter_is_left_as_it_was(self) -> None:
        image = QImage(100, 100, QImage.Format.Format_RGB32)
        image.fill(0)
        painter = QPainter(image)
        brush = painter.brush()
        theme.paint_line(painter, QPointF(5, 50), "가", 30, theme.BOLD, LIGHT.ink)
        assert painter.brush() == brush
        painter.end()


class TestIcons:
    def test_an_icon_is_painted_in_its_box(self, qapp: QApplication) -> None:
        image = QImage(100, 100, QImage.Format.Format_Grayscale8)
        image.fill(255)
        painter = QPainter(image)
        theme.paint_icon(painter, QRectF(40, 40, 20, 20), "check-bold", "#000000")
        painter.end()
        dark = [
            (x, y) for y in range(100) for x in range(100) if image.pixelColor(x, y).value() < 128
        ]
        assert dark
        assert all(35 <= x <= 65 and 35 <= y <= 65 for x, y in dark)

    def test_an_icon_that_is_not_there_is_named(self) -> None:
        with pytest.raises(KeyError, match="no-such-icon"):
            theme.icon("no-such-icon")


def test_every_icon_of_the_touch_keyboards_is_in_the_font() -> None:
    icons = {
        key.icon for board in (WHOLE, SPLIT) for layout in board.values() for key in layout.keys
    }
    assert len(icons) == 4
    assert all(len(theme.icon(name)) == 1 for name in icons if name)


def test_the_desk_wears_a_theme_and_a_touchscreen_is_not_asked() -> None:
    assert theme.shade(LIGHT.ink) == LIGHT.ink == theme.shade("#0C2038")
    theme.wear(DARK)
    try:
        # One colour in the light theme, three in the dark.
        assert LIGHT.ink == LIGHT.sea == LIGHT.on_sun
        told = {theme.shade(one) for one in (LIGHT.ink, LIGHT.sea, LIGHT.field)}
        assert told == {DARK.ink, DARK.sea, DARK.field}
        assert theme.shade("#0C2038") == "#0C2038"
        assert {type(theme.shade(one)) for one in (LIGHT.sky, "#0C2038")} == {str}
    finally:
        theme.wear(LIGHT)
    assert LIGHT.ink == "#0C2038"


def test_a_colour_that_knows_its_token_is_copied_as_one() -> None:
    copied = copy.deepcopy(LIGHT.ink)
    assert (copied, copied.role) == (LIGHT.ink, "ink")  # type: ignore[attr-defined]
