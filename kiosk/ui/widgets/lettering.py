"""Lettering: plain text that fits its box: balanced lines first, then smaller, then shortened."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.ui import theme
from kiosk.ui.widgets.dress import BODY, Dress
from kiosk.ui.widgets.measured import Measured, kept

_STEP = 0.96
_ROUNDING = 1.6
"""Window pixels that a box may lose when it is set to whole ones."""
_ELLIPSIS = "…"


class Type(NamedTuple):
    """What words are set in: the wished and the least size in window pixels, weight and leading."""

    wish: float
    least: float
    floor: float
    weight: int
    leading: float


class Fit(NamedTuple):
    """How words fit a box: their size in window pixels, their lines, and whether some are lost."""

    px: float
    lines: list[str]
    is_cut: bool = False


def broken(text: str, width: float, px: float, weight: int) -> list[str]:
    """Return the lines of a text, broken at ``\\n`` and between words, as even as they can be."""
    made: list[str] = []
    for line in text.split("\n"):
        greedy = _greedy(line, width, px, weight)
        made.extend(_even(line, greedy, width, px, weight) if len(greedy) > 1 else greedy)
    return made


def _greedy(line: str, width: float, px: float, weight: int) -> list[str]:
    made, current = [], ""
    for word in line.split(" "):
        longer = f"{current} {word}" if current else word
        if current and theme.text_width(longer, px, weight) > width:
            made.append(current)
            current = word
        else:
            current = longer
    return [*made, current]


def _even(line: str, lines: list[str], width: float, px: float, weight: int) -> list[str]:
    low, high, best = width / 3, width, lines
    for _ in range(7):
        middle = (low + high) / 2
        tried = _greedy(line, middle, px, weight)
        fits = len(tried) == len(lines)
        fits = fits and all(theme.text_width(one, px, weight) <= middle for one in tried)
        low, high = (low, middle) if fits else (middle, high)
        best = tried if fits else best
    return best


def _cut_words(text: str, width: float, px: float, weight: int) -> Iterator[str]:
    """Yield lines; only a word that no line holds is cut, as an 80-letter name without a blank."""
    line = ""
    for word in text.replace("\n", " ").split(" "):
        longer = f"{line} {word}" if line else word
        if line and theme.text_width(longer, px, weight) > width:
            yield line
            longer = word
        *whole, line = _pieces(longer, width, px, weight)
        yield from whole
    yield line


def _pieces(line: str, width: float, px: float, weight: int) -> list[str]:
    made = [""]
    for char in line:
        if made[-1] and theme.text_width(made[-1] + char, px, weight) > width:
            made.append("")
        made[-1] += char
    return made


def fitted(text: str, width: float, height: float, made: Type, most: int = 9) -> Fit:
    """Return the largest size at which a text fits a box of at most ``most`` lines.

    From the wish down to the least, then, where a single word asks for it, down to the floor; what
    does not fit even then is cut and ends in an ellipsis.
    """
    size = made.wish
    while size > made.floor:
        fit = _at(text, width, height, made, size, most)
        if fit:
            return fit
        size = max(made.floor, size * _STEP)
    fit = _at(text, width, height, made, made.floor, most)
    if fit:
        return fit
    rows = min(most, max(1, int(height / (made.floor * made.leading))))
    return Fit(made.floor, *_shortened(text, width, rows, made.floor, made.weight))


def _at(
    text: str, width: float, height: float, made: Type, size: float, most: int
) -> Fit | None:  # fmt: skip
    lines = broken(text, width, size, made.weight)
    if len(lines) > most or len(lines) * size * made.leading > height + _ROUNDING:
        return None
    fits = all(theme.text_width(one, size, made.weight) <= width for one in lines)
    return Fit(size, lines) if fits else None


def least_fit(text: str, width: float, made: Type, most: int = 9) -> Fit:
    """Return the text at its least size, smaller only where a single word is wider than the box."""
    size = made.least
    while size > made.floor:
        lines = broken(text, width, size, made.weight)
        if all(theme.text_width(one, size, made.weight) <= width for one in lines):
            return Fit(size, lines[:most])
        size = max(made.floor, size * _STEP)
    return Fit(size, broken(text, width, size, made.weight)[:most])


def _shortened(
    text: str, width: float, most: int, px: float, weight: int
) -> tuple[list[str], bool]:
    lines = list(_cut_words(text, width, px, weight))
    if len(lines) <= most:
        return lines, False
    last = lines[most - 1]
    while last and theme.text_width(last + _ELLIPSIS, px, weight) > width:
        last = last[:-1]
    return [*lines[: most - 1], last + _ELLIPSIS], True


def overhang(line: str, px: float, weight: int, baseline: float, height: float) -> float:
    """Return how far a last line's ink would reach below a height, as the tail of a g or a y.

    Lines stand closer than such tails are long, since Hangul has none; so they move up by it.
    """
    tail = theme.text_metrics(px, weight).tightBoundingRect(line).bottom()
    pen = theme.text_width("", px, weight) / 2
    return max(0.0, baseline + tail + pen - height)


class Lettering(Measured, QLabel):
    """Plain text of a size in units, painted as large as its box lets it be.

    ``most`` is how many lines it may have. Words that are ``personal`` are never said aloud, and
    may be shortened; ours never are.
    """

    def __init__(  # noqa: PLR0913 - what text looks like
        self,
        dress: Dress,
        parent: QWidget | None = None,
        *,
        px: float = BODY,
        weight: int = theme.MEDIUM,
        ink: str = "ink",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        middle: bool = False,
        leading: float = 1.22,
        most: int = 9,
        personal: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._dress, self._px, self._weight, self._ink = dress, px, weight, ink
        self._align, self._middle, self._leading = align, middle, leading
        self._most, self.is_personal = most, personal
        self._kept: tuple[tuple[object, ...], Fit] | None = None
        self.forget_measures()

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Set the text, which is also what a screen reader says."""
        if text == self.text():
            return
        super().setText(text)
        self.setAccessibleName(text.replace("\n", " "))
        self._kept = None
        self.forget_measures()
        self.update()

    def dress_stamp(self) -> tuple[object, ...]:
        """Return the dress's."""
        return self._dress.stamp

    def set_align(self, align: Qt.AlignmentFlag, *, middle: bool | None = None) -> None:
        """Stand at another side of the box."""
        self._align = align
        self._middle = self._middle if middle is None else middle
        self.update()

    def set_ink(self, ink: str) -> None:
        """Take another colour."""
        self._ink = ink
        self.update()

    @property
    def type(self) -> Type:
        """Return what it is set in now."""
        least, wish = self._dress.text_units(self._px, self.text())
        px = self._dress.px
        floor = least / self._dress.text_scale
        return Type(px(wish), px(least), px(floor), self._weight, self._leading)

    @kept
    def least_height(self, width: float) -> float:
        """Return the height of its lines at the least size; 0 where it says nothing."""
        if not self.text():
            return 0.0
        fit = least_fit(self.text(), width, self.type, self._most)
        return fit.px * self._leading * len(fit.lines) + 1

    @kept
    def wished_height(self, width: float) -> float:
        """Return the height of its lines at the wished size."""
        if not self.text():
            return 0.0
        made = self.type
        fit = fitted(self.text(), width, 1e6, made, self._most)
        return max(fit.px * self._leading * len(fit.lines) + 1, self.least_height(width))

    def taken_height(self, width: float, height: float) -> float:
        """Return how much of a height its lines take at the size that fits it."""
        if not self.text():
            return 0.0
        fit = fitted(self.text(), width, height, self.type, self._most)
        return fit.px * self._leading * len(fit.lines) + 1

    @kept
    def least_width(self) -> float:
        """Return the width of its longest word at the floor."""
        made = self.type
        words = self.text().replace("\n", " ").split(" ")
        if self.is_personal:
            return made.floor * 3
        return max((theme.text_width(one, made.floor, self._weight) for one in words), default=1.0)

    @kept
    def natural_width(self) -> float:
        """Return the width of its longest line, unbroken, at the wished size."""
        made = self.type
        lines = self.text().split("\n")
        return max((theme.text_width(one, made.wish, self._weight) for one in lines), default=1.0)

    def fit(self) -> Fit:
        """Return the size in window pixels and the lines that are painted."""
        made = self.type
        key = (self.text(), self.width(), self.height(), made)
        if self._kept is None or self._kept[0] != key:
            made_fit = fitted(self.text(), self.width(), self.height(), made, self._most)
            self._kept = (key, made_fit)
        return self._kept[1]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines from the box's top, or in its middle."""
        if not self.text():
            return
        fit = self.fit()
        px, lines = fit.px, fit.lines
        step = px * self._leading
        top = (self.height() - step * len(lines)) / 2 if self._middle else 0.0
        cap = theme.text_metrics(px, self._weight).capHeight()
        last = top + (len(lines) - 1) * step + (step + cap) / 2
        top -= overhang(lines[-1], px, self._weight, last, self.height())
        colour = self._dress.colour(self._ink)
        paint = theme.paint_personal_line if self.is_personal else theme.paint_line
        painter = QPainter(self)
        for row, line in enumerate(lines):
            room = self.width() - theme.text_width(line, px, self._weight)
            spot = QPointF(self._indent(room), top + row * step + (step + cap) / 2)
            paint(painter, spot, line, px, self._weight, colour)
        painter.end()

    def _indent(self, room: float) -> float:
        if self._align & Qt.AlignmentFlag.AlignHCenter:
            return room / 2
        return room if self._align & Qt.AlignmentFlag.AlignRight else 0.0
