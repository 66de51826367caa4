"""Text on paper: how large it fits, where it breaks, where it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil

from PIL import ImageDraw

from kiosk.domain.badge import Align, TextBox, Weight, to_px
from kiosk.services.badge_fonts import font, glyph, in_order, is_plain, runs

_ELLIPSIS = "…"
PENS = {Weight.REGULAR: 0.0, Weight.SEMIBOLD: 0.009, Weight.BOLD: 0.0225}
"""Pens in em by which a letter grows on each side; there is one weight of the Korean font to be
sure of, and a line of twice that width along its edge looks like the true heavier ones."""

# Em above the baseline at which a Hangul syllable has its middle; Latin capitals nearly so.
_MIDDLE = 0.375
_LEADING = 1.12
_GAP = 0.03
# What a line may need besides its letters' advances where it is cut: j and f hang over.
_OVERHANG = 0.1
# A letter drawn small is up to a dot wider and higher than its large outline says.
_SPARE_PX = 2


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines of text that fit their box: size and pen in dots, one baseline a line from its top.

    ``is_cut`` tells that the end was lost, ``height_px`` what the lines take up.
    """

    lines: tuple[str, ...]
    size_px: int
    pen_px: float
    baselines_px: tuple[int, ...]
    height_px: float
    is_cut: bool = False


def _em_width(text: str) -> float:
    return sum(glyph(char).advance for char in text)


def _ink_width(line: str) -> float:
    """Return a line's width with what its first and last letter hang over (j, f)."""
    shown = in_order(line)
    return max(0.0, glyph(shown[0]).before) + _em_width(shown) + glyph(shown[-1]).after


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines in em: each baseline's distance from the first one's, ink above, below and across."""

    pitches: tuple[float, ...]
    above: float
    below: float
    widths: tuple[float, ...]

    @property
    def high(self) -> float:
        """Return the height from the first line's ink to the last one's."""
        return self.above + self.pitches[-1] + self.below


def _block(lines: tuple[str, ...], pen: float) -> _Block:
    above, below = [_above(line) for line in lines], [_below(line) for line in lines]
    pitches = [0.0]
    for at in range(1, len(lines)):
        ink = below[at - 1] + above[at] + 2 * pen + _GAP
        pitches.append(pitches[-1] + max(_LEADING, ink))
    widths = tuple(_ink_width(line) for line in lines)
    return _Block(tuple(pitches), above[0], below[-1], widths)


@dataclass(frozen=True, slots=True)
class _Room:
    """A box in dots and the pen in em: how large given lines can be in it."""

    width_px: int
    height_px: int
    pen: float

    def size_px(self, lines: tuple[str, ...], block: _Block) -> float:
        """Return the largest em at which the lines fit, each advance rounded up to whole dots.

        Two dots are kept, since the left end and the letters' edges stand on whole dots too.
        """
        wide = min(
            (self.width_px - _SPARE_PX - len(line) / 2) / max(width + 2 * self.pen, 0.1)
            for line, width in zip(lines, block.widths, strict=True)
        )
        return min(wide, (self.height_px - 1 - _SPARE_PX) / max(block.high + 2 * self.pen, 0.1))

    def fitted(self, lines: tuple[str, ...], block: _Block, size_px: int) -> Fitted:
        """Place lines around the box's middle, and move them where ink would leave the box."""
        mixed = [line for line in lines if not is_plain(line)]
        while size_px > 1 and any(
            _taken_px(line, size_px, self.pen) > self.width_px for line in mixed
        ):
            size_px -= 1
        last = block.pitches[-1]
        first = round(self.height_px / 2 + (_MIDDLE - last / 2) * size_px)
        lowest = int(self.height_px - _SPARE_PX / 2 - (last + block.below + self.pen) * size_px)
        highest = ceil(_SPARE_PX / 2 + (block.above + self.pen) * size_px)
        first = max(highest, min(lowest, first))
        baselines = tuple(int(first + pitch * size_px) for pitch in block.pitches)
        high = min(self.height_px, max(block.high + 2 * self.pen, last + 1) * size_px)
        return Fitted(lines, size_px, self.pen * size_px, baselines, high)


def _taken_px(line: str, size_px: int, pen: float) -> float:
    """Return how wide a line of several fonts comes out; each rounds its letters its own way."""
    shown = in_order(line)
    hangs = max(0.0, glyph(shown[0]).before) + glyph(shown[-1]).after + 2 * pen
    return _length(shown, size_px) + hangs * size_px + _SPARE_PX


def _above(line: str) -> float:
    return max([glyph(char).above for char in line], default=0.0)


def _below(line: str) -> float:
    return max([glyph(char).below for char in line], default=0.0)


def fit(text: str, box: TextBox, dpi: float, pen: float = 0.0) -> Fitted:
    """Return drawable text, not "", as large as its box allows: shrunk, then wrapped, then cut.

    A wrapped text breaks at a blank where both lines then fit, else between any two letters.
    """
    room = _Room(round(to_px(box.width_mm, dpi)), round(to_px(box.height_mm, dpi)), pen)
    largest, small, least = (
        max(1, int(to_px(size_mm, dpi))) for size_mm in (box.size_mm, box.small_mm, box.least_mm)
    )
    one = (text,)
    block = _block(one, pen)
    size = room.size_px(one, block)
    if size >= small or (box.lines == 1 and size >= least):
        return room.fitted(one, block, int(min(size, largest)))
    for count in range(2, box.lines + 1):
        for at_blanks in (True, False):
            if lines := _broken(text, count, at_blanks=at_blanks):
                block = _block(lines, pen)
                if (size := room.size_px(lines, block)) >= least:
                    return room.fitted(lines, block, int(min(size, small)))
    lines = _cut(text, room.width_px, least, box.lines, pen)
    block = _block(lines, pen)
    size_px = max(1, min(least, int(room.size_px(lines, block))))
    return replace(room.fitted(lines, block, size_px), is_cut=lines[-1].endswith(_ELLIPSIS))


def _broken(text: str, count: int, *, at_blanks: bool) -> tuple[str, ...]:
    """Return text as so many lines, alike in width, () where it has no such breaks."""
    if count == 2:
        return _halved(text, at_blanks=at_blanks)
    most, step = _em_width(text) / count, _em_width(text) / 20
    for _ in range(20):
        lines = _filled(text, most, at_blanks=at_blanks)
        if len(lines) <= count:
            return lines if len(lines) == count else ()
        most += step
    return ()


def _filled(text: str, most: float, *, at_blanks: bool) -> tuple[str, ...]:
    """Return text as lines of at most ``most`` em where a break is allowed."""
    lines, line = [], ""
    for piece in text.split(" ") if at_blanks else text:
        longer = f"{line} {piece}".strip() if at_blanks else line + piece
        if line.strip() and _em_width(longer) > most:
            lines.append(line.strip())
            longer = piece
        line = longer
    return (*lines, line.strip()) if line.strip() else tuple(lines)


def _halved(text: str, *, at_blanks: bool) -> tuple[str, ...]:
    """Return text as the two lines that are most alike in width, () where it has no such break."""
    whole, first = _em_width(text), 0.0
    best, narrowest = 0, whole
    for at, char in enumerate(text):
        if at and (char == " " or not at_blanks) and max(first, whole - first) < narrowest:
            best, narrowest = at, max(first, whole - first)
        first += glyph(char).advance
    return (text[:best].rstrip(), text[best:].lstrip()) if best else ()


def _cut(text: str, width_px: float, size_px: int, lines: int, pen: float) -> tuple[str, ...]:
    """Return as many lines as allowed, each as full as it goes, the last one with an ellipsis.

    There is none where only the height was too small: then nothing is lost.
    """
    most = width_px / size_px - 2 * pen - _OVERHANG
    filled = []
    for _ in range(lines - 1):
        count = _count_within(text, most, size_px)
        filled.append(text[:count].rstrip())
        text = text[count:].lstrip()
        if not text:
            return tuple(filled)
    if _count_within(text, most, size_px) == len(text):
        return (*filled, text)
    rest = text[: _count_within(text, most - glyph(_ELLIPSIS).advance - 0.5 / size_px, size_px)]
    return (*filled, rest.rstrip() + _ELLIPSIS)


def _count_within(text: str, most: float, size_px: int) -> int:
    """Return how many characters, at least one, fit ``most`` em when advances round to dots."""
    used = 0.0
    for count, char in enumerate(text):
        used += glyph(char).advance + 0.5 / size_px
        if used > most:
            return max(1, count)
    return len(text)


def paint(
    canvas: ImageDraw.ImageDraw,
    fitted: Fitted,
    at_px: tuple[int, int],
    width_px: int,
    ink: str | int,
    align: Align = Align.LEFT,
) -> None:
    """Paint fitted lines from the top left corner of their box, which is ``width_px`` wide."""
    for line, baseline in zip(fitted.lines, fitted.baselines_px, strict=True):
        shown = in_order(line)
        left = _left_px(fitted, shown)
        if align is not Align.LEFT:
            right = 1 + fitted.pen_px + glyph(shown[-1]).after * fitted.size_px
            spare = width_px - left - right - _length(shown, fitted.size_px)
            left += max(0.0, spare if align is Align.RIGHT else spare / 2)
        for number, run in runs(shown):
            face = font(fitted.size_px, number)
            canvas.text(
                (at_px[0] + round(left), at_px[1] + baseline),
                run,
                fill=ink,
                font=face,
                anchor="ls",
                stroke_width=fitted.pen_px,
            )
            if len(run) < len(shown):
                left += face.getlength(run)


def _left_px(fitted: Fitted, shown: str) -> float:
    """Return where a line begins so that its first letter's ink and pen stay inside."""
    before_px = glyph(shown[0]).before * fitted.size_px
    return max(fitted.pen_px + max(0.0, before_px), ceil(fitted.pen_px + before_px + 1))


def _length(shown: str, size_px: int) -> float:
    return sum(font(size_px, number).getlength(run) for number, run in runs(shown))
