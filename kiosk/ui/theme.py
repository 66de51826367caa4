"""The look in numbers: colours, fonts and icons of the design tokens."""

from __future__ import annotations

import importlib.util
import json
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

import pylopdf_fonts_ko
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QPainter,
    QPalette,
)

from kiosk.ui.drawn_glyphs import DrawnGlyphs, Ink

REGULAR, MEDIUM, SEMIBOLD, BOLD, EXTRABOLD = 400, 500, 600, 700, 800

# Measured on Noto Sans KR Regular: pens that make its outlines look like the true weights.
_PEN_PER_SIZE = {MEDIUM: 0.008, SEMIBOLD: 0.022, BOLD: 0.036, EXTRABOLD: 0.045}
_PREFERRED_FAMILIES = ("Pretendard GOV", "Pretendard")


_glyphs = DrawnGlyphs()


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme's colours by the tokens' names, as ``#rrggbb``."""

    sky: str = "#F8F4EA"
    paper: str = "#FFFFFF"
    sand: str = "#EFE8D8"
    line: str = "#DBD3C1"
    edge: str = "#77818E"
    ink: str = "#0C2038"
    ink2: str = "#3F5068"
    ink3: str = "#586779"
    sea: str = "#0C2038"
    field: str = "#0C2038"
    """A banner's ground before anything has been decided."""
    sea_key: str = "#1D3857"
    sea_edge: str = "#6F8BAA"
    deep: str = "#061324"
    deep_edge: str = "#3E5876"
    on_sea: str = "#FFFFFF"
    on_sea2: str = "#C8D6E6"
    sun: str = "#FFB81C"
    sun_soft: str = "#FFE3A3"
    sun_pale: str = "#FFF4D8"
    on_sun: str = "#0C2038"
    sun_ink: str = "#7A4B00"
    ok: str = "#0A6B45"
    ok_soft: str = "#DDF1E6"
    ok_ink: str = "#07512F"
    on_ok: str = "#FFFFFF"
    on_ok2: str = "#D6F0E2"
    info: str = "#1D4FA3"
    info_soft: str = "#E2EBFA"
    info_ink: str = "#163F85"
    on_info: str = "#FFFFFF"
    on_info2: str = "#D9E5F9"
    stop: str = "#B3261E"
    stop_soft: str = "#FBE4E1"
    stop_ink: str = "#8F1C16"
    on_stop: str = "#FFFFFF"
    focus: str = "#0B5CFF"

    def as_style(self) -> dict[str, str]:
        """Return the colours by name, for filling a style sheet's ``$names``."""
        return {field.name: str(getattr(self, field.name)) for field in fields(self)}


class Dye(str):
    """A colour that knows its token's name, so that another theme can be worn in its place."""

    __slots__ = ("role",)

    role: str

    def __new__(cls, colour: str, role: str) -> Dye:
        """Make a colour of ``#rrggbb`` that is a token's."""
        made = super().__new__(cls, colour)
        made.role = role
        return made

    def __reduce__(self) -> tuple[type[Dye], tuple[str, str]]:
        """Return what a copy is made of."""
        return Dye, (str(self), self.role)


def _dyed(colours: Colours) -> Colours:
    roles = [field.name for field in fields(colours)]
    return Colours(**{role: Dye(getattr(colours, role), role) for role in roles})


LIGHT = _dyed(Colours())
DARK = Colours(
    sky="#0F1A28", paper="#172536", sand="#203044", line="#2E4157", edge="#7F93AA",
    ink="#F3F6FA", ink2="#C3CFDC", ink3="#A3B2C3",
    sea="#0A131E", sea_key="#1D3857", sea_edge="#6F8BAA", deep="#050B13", deep_edge="#3E5876",
    field="#1D3857", on_sea="#FFFFFF", on_sea2="#C8D6E6",
    sun="#FFB81C", sun_soft="#5A430B", sun_pale="#3A2E12", on_sun="#0C2038", sun_ink="#FFD77A",
    ok="#0C734B", ok_soft="#12382A", ok_ink="#7FE0B3", on_ok="#FFFFFF", on_ok2="#D6F0E2",
    info="#2A62C4", info_soft="#182F55", info_ink="#A9C7FF", on_info="#FFFFFF", on_info2="#D9E5F9",
    stop="#C2352C", stop_soft="#47201F", stop_ink="#FFB4AC", on_stop="#FFFFFF", focus="#7FB0FF",
)  # fmt: skip
"""The desk's window in a dark hall (tokens.json, darkDesk)."""
_BLACK, _WHITE, _YELLOW = "#000000", "#FFFFFF", "#FFE100"
HIGH_CONTRAST = Colours(
    sky=_BLACK, paper=_BLACK, sand=_BLACK, line=_WHITE, edge=_WHITE,
    ink=_WHITE, ink2=_WHITE, ink3=_WHITE,
    sea=_BLACK, field=_BLACK, sea_key=_BLACK, sea_edge=_WHITE, deep=_BLACK, deep_edge=_WHITE,
    on_sea=_WHITE, on_sea2=_WHITE,
    sun=_YELLOW, sun_soft=_BLACK, sun_pale=_BLACK, on_sun=_BLACK, sun_ink=_YELLOW,
    ok=_YELLOW, ok_soft=_BLACK, ok_ink=_WHITE, on_ok=_BLACK, on_ok2=_BLACK,
    info=_WHITE, info_soft=_BLACK, info_ink=_WHITE, on_info=_BLACK, on_info2=_BLACK,
    stop=_BLACK, stop_soft=_BLACK, stop_ink=_WHITE, on_stop=_WHITE, focus="#00E5FF",
)  # fmt: skip

_worn: list[Colours] = [LIGHT]


def wear(colours: Colours) -> None:
    """Let the staff's desk wear a theme from now on; a touchscreen dresses itself."""
    _worn[0] = colours


def worn() -> Colours:
    """Return the theme that the staff's desk wears."""
    return _worn[0]


def shade(colour: str) -> str:
    """Return what a colour of the light theme is in the theme that is worn."""
    # A plain text always: Qt makes a colour of no subclass.
    return str(getattr(_worn[0], colour.role)) if isinstance(colour, Dye) else colour


@dataclass(frozen=True, slots=True)
class Faces:
    """The font families in use; ``has_weights`` is False where bold must be drawn."""

    text: str
    icons: str
    has_weights: bool


@lru_cache(maxsize=1)
def faces() -> Faces:
    """Load the program's fonts once and return their families; needs a QGuiApplication.

    Pretendard GOV is used where the machine has it. The packaged Noto Sans KR is always there.
    """
    installed = set(QFontDatabase.families())
    preferred = next((name for name in _PREFERRED_FAMILIES if name in installed), None)
    icons = _load(_icon_file())
    if preferred:
        return Faces(preferred, icons, has_weights=True)
    return Faces(_load(Path(pylopdf_fonts_ko.sans_path())), icons, has_weights=False)


def _load(path: Path) -> str:
    # By its path: Qt maps the file, which takes a tenth of the time of handing over its bytes.
    number = QFontDatabase.addApplicationFont(str(path))
    return QFontDatabase.applicationFontFamilies(number)[0]


def _icon_folder() -> Path:
    # Found without importing qtawesome, which would install its fonts and cost start-up time.
    spec = importlib.util.find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise FileNotFoundError(
            "The icon font (QtAwesome) is not installed. Reinstall the program."
        )
    return Path(spec.origin).parent / "fonts"


def _icon_file() -> Path:
    return next(_icon_folder().glob("phosphor-*.ttf"))


@lru_cache(maxsize=1)
def _icon_codes() -> dict[str, str]:
    found = next(_icon_folder().glob("phosphor-charmap-*.json"))
    codes: dict[str, str] = json.loads(found.read_text("utf-8"))
    return codes


def icon(name: str) -> str:
    """Return the character of a Phosphor icon (``check-bold``) in the icon font.

    Raises KeyError for a name the font does not have.
    """
    return chr(int(_icon_codes()[name], 16))


def icon_font(px: float) -> QFont:
    """Return the icon font at a height in pixels."""
    font = QFont(faces().icons)
    font.setPixelSize(max(1, round(px)))
    return font


def text_font(px: float, weight: int = REGULAR) -> QFont:
    """Return the text font at a size in pixels; ask for the weight only where the family has it."""
    return _text_font(max(1, round(px)), weight)


def text_metrics(px: float, weight: int = REGULAR) -> QFontMetricsF:
    """Return the measures of the text font at a size in pixels."""
    return _text_metrics(max(1, round(px)), weight)


_INK_PER_EM = 48.45 / 57
"""12 mm of ink in 14.1 mm of type: what a Hangul syllable has (tokens.json, kiosk_floor)."""


def ink_growth(text: str) -> float:
    """Return how much larger than the floor a text is set, so that its ink is 12 mm high.

    Measured by the syllable 한, the letter ㅎ or the capital H, whichever the text is made of.
    """
    if any("\uac00" <= char <= "\ud7a3" for char in text):
        return _ink_growth("한")
    return _ink_growth("ㅎ" if any("\u3131" <= char <= "\u318e" for char in text) else "H")


@lru_cache(maxsize=4)
def _ink_growth(letter: str) -> float:
    font = QFont(text_font(1000))
    if letter == "H":
        ink = QFontMetricsF(font).capHeight()
    else:
        ink = QFontMetricsF(font).tightBoundingRect(letter).height()
    return max(1.0, _INK_PER_EM / (ink / 1000))


# Fonts and their measures hold no text, so nothing of a guest is kept here.
@lru_cache(maxsize=512)
def _text_metrics(px: int, weight: int) -> QFontMetricsF:
    return QFontMetricsF(_text_font(px, weight))


@lru_cache(maxsize=512)
def _text_font(px: int, weight: int) -> QFont:
    font = QFont(faces().text)
    font.setPixelSize(px)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if faces().has_weights:
        font.setWeight(QFont.Weight(weight))
    return font


def text_width(text: str, px: float, weight: int = REGULAR) -> float:
    """Return how wide a line of text is painted, in pixels."""
    pen = 0.0 if faces().has_weights else _PEN_PER_SIZE.get(weight, 0.0) * px
    return text_metrics(px, weight).horizontalAdvance(text) + pen


def paint_line(
    painter: QPainter,
    baseline: QPointF,
    text: str,
    px: float,
    weight: int,
    colour: str | QColor,
) -> None:
    """Paint one line of plain text from its baseline's left end.

    Bold is the glyphs' outline with a pen: Qt's synthetic bold vanishes at 64 px and above.
    """
    _paint(painter, baseline, text, _ink(px, weight, colour), keeps=True)


def paint_personal_line(
    painter: QPainter,
    baseline: QPointF,
    text: str,
    px: float,
    weight: int,
    colour: str | QColor,
) -> None:
    """Paint one line that tells of a guest: the same, and no glyph of it is kept."""
    _paint(painter, baseline, text, _ink(px, weight, colour), keeps=False)


def _ink(px: float, weight: int, colour: str | QColor) -> Ink:
    pen = 0.0 if faces().has_weights else _PEN_PER_SIZE.get(weight, 0.0) * px
    return Ink(text_font(px, weight), pen, QColor(colour))


def _paint(painter: QPainter, baseline: QPointF, text: str, ink: Ink, *, keeps: bool) -> None:
    if ink.pen_px <= 0:
        painter.setFont(ink.font)
        painter.setPen(ink.colour)
        painter.drawText(baseline, text)
    else:
        _glyphs.paint(painter, baseline, text, ink, keeps=keeps)


def paint_icon(painter: QPainter, box: QRectF, name: str, colour: str | QColor) -> None:
    """Paint an icon as large as a box, centred in it."""
    painter.setFont(icon_font(min(box.width(), box.height())))
    painter.setPen(QColor(colour))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, icon(name))


def palette(colours: Colours) -> QPalette:
    """Return the Fusion palette of a theme."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.sky,
        QPalette.ColorRole.WindowText: colours.ink,
        QPalette.ColorRole.Base: colours.paper,
        QPalette.ColorRole.AlternateBase: colours.sand,
        QPalette.ColorRole.Text: colours.ink,
        QPalette.ColorRole.PlaceholderText: colours.ink2,
        QPalette.ColorRole.Button: colours.paper,
        QPalette.ColorRole.ButtonText: colours.ink,
        QPalette.ColorRole.Highlight: colours.focus,
        QPalette.ColorRole.HighlightedText: colours.on_sea,
        QPalette.ColorRole.ToolTipBase: colours.sea,
        QPalette.ColorRole.ToolTipText: colours.on_sea,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    return made
