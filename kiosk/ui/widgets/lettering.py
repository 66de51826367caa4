"""Lettering: plain text that fits its box: balanced lines first, then smaller, then shortened."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.ui import theme
from kiosk.ui.widgets.dress import Dress

_STEP = 0.94
_LEAST_SHARE = 0.42
_ELLIPSIS = "…"

Fit = tuple[float, list[str]]


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


def fitted(  # noqa: PLR0913 - a text, its box and its type
    text: str,
    width: float,
    height: float,
    *,
    px: float,
    weight: int,
    leading: float,
    most: int = 9,
    least: float = _LEAST_SHARE,
) -> Fit:
    """Return the largest size up to ``px`` at which a text fits a box, and its lines then.

    ``most`` is how many lines it may have, ``least`` the share of ``px`` below which it is cut.
    """
    size = px
    while size >= px * least:
        lines = broken(text, width, size, weight)
        fits = len(lines) <= most and len(lines) * size * leading <= height
        if fits and all(theme.text_width(one, size, weight) <= width for one in lines):
            return size, lines
        size *= _STEP
    size = px * least
    rows = min(most, max(1, int(height / (size * leading))))
    return size, _shortened(text, width, rows, size, weight)


def _shortened(text: str, width: float, most: int, px: float, weight: int) -> list[str]:
    lines = list(_cut_words(text, width, px, weight))
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and theme.text_width(last + _ELLIPSIS, px, weight) > width:
        last = last[:-1]
    return [*lines[: most - 1], last + _ELLIPSIS]


class Lettering(QLabel):
    """Plain text of a size in design pixels, painted as large as its box lets it be."""

    def __init__(  # noqa: PLR0913 - what text looks like
        self,
        dress: Dress,
        parent: QWidget | None = None,
        *,
        px: float = 57,
        weight: int = theme.MEDIUM,
        ink: str = "ink",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        middle: bool = False,
        leading: float = 1.22,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._dress, self._px, self._weight, self._ink = dress, px, weight, ink
        self._align, self._middle, self._leading = align, middle, leading
        self._kept: tuple[tuple[object, ...], Fit] | None = None

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Set the text, which is also what a screen reader says."""
        super().setText(text)
        self.setAccessibleName(text.replace("\n", " "))
        self._kept = None
        self.update()

    def set_px(self, px: float) -> None:
        """Ask for another size, in design pixels."""
        self._px = px
        self.update()

    def set_align(self, align: Qt.AlignmentFlag) -> None:
        """Stand at another side of the box."""
        self._align = align
        self.update()

    def fit(self) -> Fit:
        """Return the size in window pixels and the lines that are painted."""
        px = self._dress.px(self._px)
        key = (self.text(), self.width(), self.height(), px)
        if self._kept is None or self._kept[0] != key:
            made = fitted(
                self.text(),
                self.width(),
                self.height(),
                px=px,
                weight=self._weight,
                leading=self._leading,
            )
            self._kept = (key, made)
        return self._kept[1]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines from the box's top, or in its middle."""
        if not self.text():
            return
        px, lines = self.fit()
        step = px * self._leading
        top = (self.height() - step * len(lines)) / 2 if self._middle else 0.0
        cap = QFontMetricsF(theme.text_font(px, self._weight)).capHeight()
        colour = self._dress.colour(self._ink)
        painter = QPainter(self)
        for row, line in enumerate(lines):
            room = self.width() - theme.text_width(line, px, self._weight)
            spot = QPointF(self._indent(room), top + row * step + (step + cap) / 2)
            theme.paint_line(painter, spot, line, px, self._weight, colour)
        painter.end()

    def _indent(self, room: float) -> float:
        if self._align & Qt.AlignmentFlag.AlignHCenter:
            return room / 2
        return room if self._align & Qt.AlignmentFlag.AlignRight else 0.0
