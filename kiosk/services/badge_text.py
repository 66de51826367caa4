"""Text on paper: what the font can draw, how large it fits, where it breaks, where it stands."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import pylopdf_fonts_ko
from PIL import ImageDraw, ImageFont

from kiosk.domain.badge import TextBox, to_px

PLACEHOLDER = "□"
"""Stands for each character that the font lacks, so that nobody's name silently shrinks."""

_ELLIPSIS = "…"
BOLD = 0.0225
SEMIBOLD = 0.009
"""Pens in em by which a letter grows on each side; there is one weight of the Korean font to be
sure of, and a line of twice that width along its edge looks like the true heavier ones."""

# Em above the baseline at which a Hangul syllable has its middle; Latin capitals nearly so.
_MIDDLE = 0.375
_LEADING = 1.12
_GAP = 0.03
# What a line may need besides its letters' advances where it is cut: j and f hang over.
_OVERHANG = 0.1
_REFERENCE_PX = 256
_MISSING = "\U0010fffd"
_JOINER = "\u200d"
_FILLERS = "\u115f\u1160\u3164\uffa0"


@dataclass(frozen=True, slots=True)
class _Glyph:
    """In em: a character's advance, its ink outside of that, above and below the baseline."""

    advance: float
    before: float
    after: float
    above: float
    below: float


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines of text that fit their box: size and pen in dots, one baseline a line from its top."""

    lines: tuple[str, ...]
    size_px: int
    pen_px: float
    baselines_px: tuple[float, ...]


@lru_cache(maxsize=128)
def font(size_px: int) -> ImageFont.FreeTypeFont:
    """Return the Korean font at an em of ``size_px``; layout never depends on the machine."""
    return ImageFont.truetype(
        str(pylopdf_fonts_ko.sans_path()), size_px, layout_engine=ImageFont.Layout.BASIC
    )


@lru_cache(maxsize=16384)
def _glyph(char: str) -> _Glyph:
    face = font(_REFERENCE_PX)
    left, top, right, bottom = face.getbbox(char, anchor="ls")
    advance = face.getlength(char)
    return _Glyph(
        advance / _REFERENCE_PX,
        max(0.0, -left / _REFERENCE_PX),
        max(0.0, (right - advance) / _REFERENCE_PX),
        max(0.0, -top / _REFERENCE_PX),
        max(0.0, bottom / _REFERENCE_PX),
    )


@lru_cache(maxsize=1)
def _missing_glyph() -> bytes:
    return bytes(font(_REFERENCE_PX // 4).getmask(_MISSING))


@lru_cache(maxsize=16384)
def _drawn_as(char: str) -> str:
    """Return what stands for one character: itself, its parts, its base letter, or a box.

    Characters that only steer others (joiners, variation selectors, skin tones) and blank fillers
    are left out.
    """
    if char.isascii() or "가" <= char <= "힣":
        return char
    kind = unicodedata.category(char)
    if kind in ("Cf", "Cc", "Mn", "Me") or kind == "Sk" or char in _FILLERS:
        return ""
    if bytes(font(_REFERENCE_PX // 4).getmask(char)) != _missing_glyph():
        return char
    base = unicodedata.normalize("NFD", char)[0]
    return PLACEHOLDER if base == char else _drawn_as(base)


def drawable(text: str) -> str:
    """Return text as the font can draw it: one box for a joined emoji, single blanks."""
    if text.isascii():
        return text
    shown: list[str] = []
    joined = False
    for char in text:
        drawn = _drawn_as(char)
        if not (joined and drawn == PLACEHOLDER):
            shown.append(drawn)
        joined = char == _JOINER or (joined and not drawn)
    return " ".join("".join(shown).split())


def is_legible(text: str) -> bool:
    """Tell whether drawable text holds more than placeholders."""
    return any(char.isalnum() for char in text)


def _em_width(text: str) -> float:
    return sum(_glyph(char).advance for char in text)


def _ink_width(line: str) -> float:
    """Return a line's width with what its first and last letter hang over (j, f)."""
    return _glyph(line[0]).before + _em_width(line) + _glyph(line[-1]).after


@dataclass(frozen=True, slots=True)
class _Room:
    """A box in dots and the pen in em: how large given lines can be in it."""

    width_px: float
    height_px: float
    pen: float

    def pitches(self, lines: tuple[str, ...]) -> list[float]:
        """Return the distance in em of each line's baseline from the first one's."""
        at = [0.0]
        for upper, lower in pairwise(lines):
            ink = _below(upper) + _above(lower) + 2 * self.pen + _GAP
            at.append(at[-1] + max(_LEADING, ink))
        return at

    def size_px(self, lines: tuple[str, ...]) -> float:
        """Return the largest em at which the lines fit, each advance rounded up to whole dots."""
        wide = min(
            (self.width_px - len(line) / 2) / max(_ink_width(line) + 2 * self.pen, 0.1)
            for line in lines
        )
        high = _above(lines[0]) + self.pitches(lines)[-1] + _below(lines[-1]) + 2 * self.pen
        return min(wide, self.height_px / max(high, 0.1))

    def fitted(self, lines: tuple[str, ...], size_px: int) -> Fitted:
        """Place lines around the box's middle, and move them where ink would leave the box."""
        pitches = self.pitches(lines)
        first = self.height_px / 2 + (_MIDDLE - pitches[-1] / 2) * size_px
        lowest = self.height_px - (pitches[-1] + _below(lines[-1]) + self.pen) * size_px
        highest = (_above(lines[0]) + self.pen) * size_px
        first = max(highest, min(lowest, first))
        baselines = tuple(first + pitch * size_px for pitch in pitches)
        return Fitted(lines, size_px, self.pen * size_px, baselines)


def _above(line: str) -> float:
    return max((_glyph(char).above for char in line), default=0.0)


def _below(line: str) -> float:
    return max((_glyph(char).below for char in line), default=0.0)


def fit(text: str, box: TextBox, dpi: float, pen: float = 0.0) -> Fitted:
    """Return drawable text, not "", as large as its box allows: shrunk, then wrapped, then cut.

    A wrapped text breaks at a blank where both lines then fit, else between any two letters.
    """
    room = _Room(to_px(box.width_mm, dpi), to_px(box.height_mm, dpi), pen)
    largest, small, least = (
        max(1, int(to_px(size_mm, dpi))) for size_mm in (box.size_mm, box.small_mm, box.least_mm)
    )
    one = (text,)
    size = room.size_px(one)
    if size >= small or (box.lines == 1 and size >= least):
        return room.fitted(one, int(min(size, largest)))
    if box.lines > 1:
        for lines in (_halved(text, at_blanks=True), _halved(text, at_blanks=False)):
            if lines and (size := room.size_px(lines)) >= least:
                return room.fitted(lines, int(min(size, small)))
    lines = _cut(text, room.width_px, least, box.lines, room.pen)
    return room.fitted(lines, max(1, min(least, int(room.size_px(lines)))))


def _halved(text: str, *, at_blanks: bool) -> tuple[str, ...]:
    """Return text as the two lines that are most alike in width, () where it has no such break."""
    whole, first = _em_width(text), 0.0
    best, narrowest = 0, whole
    for at, char in enumerate(text):
        if at and (char == " " or not at_blanks) and max(first, whole - first) < narrowest:
            best, narrowest = at, max(first, whole - first)
        first += _glyph(char).advance
    return (text[:best].rstrip(), text[best:].lstrip()) if best else ()


def _cut(text: str, width_px: float, size_px: int, lines: int, pen: float) -> tuple[str, ...]:
    """Return as many lines as allowed, each as full as it goes, the last one with an ellipsis."""
    most = width_px / size_px - 2 * pen - _OVERHANG
    filled = []
    for _ in range(lines - 1):
        count = _count_within(text, most, size_px)
        filled.append(text[:count].rstrip())
        text = text[count:].lstrip()
    rest = text[: _count_within(text, most - _glyph(_ELLIPSIS).advance - 0.5 / size_px, size_px)]
    return (*filled, rest.rstrip() + _ELLIPSIS)


def _count_within(text: str, most: float, size_px: int) -> int:
    """Return how many characters, at least one, fit ``most`` em when advances round to dots."""
    used = 0.0
    for count, char in enumerate(text):
        used += _glyph(char).advance + 0.5 / size_px
        if used > most:
            return max(1, count)
    return len(text)


def paint(
    canvas: ImageDraw.ImageDraw,
    fitted: Fitted,
    at_px: tuple[int, int],
    ink: str | int,
    *,
    centred_in_px: float = 0.0,
) -> None:
    """Paint fitted lines from a box's top left corner, or each in the middle of a width."""
    left_px, top_px = at_px
    face = font(fitted.size_px)
    for line, baseline in zip(fitted.lines, fitted.baselines_px, strict=True):
        left = left_px + fitted.pen_px + _glyph(line[0]).before * fitted.size_px
        if centred_in_px:
            left = left_px + (centred_in_px - face.getlength(line)) / 2
        canvas.text(
            (round(left), round(top_px + baseline)),
            line,
            fill=ink,
            font=face,
            anchor="ls",
            stroke_width=fitted.pen_px,
        )
