"""Drawn bold: glyphs whose weight a pen adds, kept as pictures so that each is drawn once.

Stroking an outline costs Qt some half a millisecond a syllable; a verdict has sixty of them and may
be late by one picture of the display at most. What tells of a guest is drawn anew each time: of it
nothing is kept, not even its syllables.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPaintEngine,
    QPainter,
    QPainterPath,
    QPen,
    QRawFont,
    QTextLayout,
    QTransform,
)

_MOST_BYTES = 24 * 1024 * 1024
_LEAST_PX = 20.0
"""Smaller glyphs are drawn as fast as they are looked up."""

_PHASES = 4
"""Places between two pixels at which a glyph is drawn apart, as in Qt's own cache."""

_WIDEST_PX = 1e6
_RASTER = QPaintEngine.Type.Raster
_SHIFTS = (QTransform.TransformationType.TxNone, QTransform.TransformationType.TxTranslate)


class Ink(NamedTuple):
    """What a line is drawn with: the font, the pen that makes it bold (pixels), the colour."""

    font: QFont
    pen_px: float
    colour: QColor


class _Glyph(NamedTuple):
    picture: QImage
    corner: QPointF


class DrawnGlyphs:
    """Draw lines of text from glyphs drawn before, up to so many bytes of them."""

    def __init__(self, most_bytes: int = _MOST_BYTES) -> None:
        self._most_bytes, self._bytes = most_bytes, 0
        self._held: OrderedDict[tuple[object, ...], _Glyph] = OrderedDict()

    @property
    def held_bytes(self) -> int:
        """Return how much is kept."""
        return self._bytes

    def paint(
        self, painter: QPainter, baseline: QPointF, text: str, ink: Ink, *, keeps: bool = True
    ) -> None:
        """Paint a line from its baseline's left end; without ``keeps`` no glyph of it stays."""
        if not _is_plain(painter, text, ink):
            paint_outline(painter, baseline, text, ink)
            return
        shift, ratio = painter.transform(), round(painter.device().devicePixelRatioF())
        left, top = baseline.x() + ink.pen_px / 2 + shift.dx(), baseline.y() + shift.dy()
        for font, number, at in _placed(text, ink.font):
            # Glyphs lie on whole pixels, at the nearest of a few places between them.
            x, y = (left + at.x()) * ratio, (top + at.y()) * ratio
            phase = int((x - math.floor(x)) * _PHASES)
            glyph = self._glyph(font, (number, phase, ratio), ink, keeps=keeps)
            corner = QPointF(math.floor(x), round(y)) + glyph.corner
            painter.drawImage(corner / ratio - QPointF(shift.dx(), shift.dy()), glyph.picture)

    def _glyph(
        self, font: QRawFont, which: tuple[int, int, int], ink: Ink, *, keeps: bool
    ) -> _Glyph:
        face = (font.familyName(), font.styleName(), font.pixelSize())
        key = (*which, *face, ink.pen_px, ink.colour.rgba())
        found = self._held.get(key)
        if found is None:
            found = _drawn(font, which, ink)
            if keeps:
                self._keep(key, found)
        elif keeps:
            self._held.move_to_end(key)
        return found

    def _keep(self, key: tuple[object, ...], made: _Glyph) -> None:
        self._held[key] = made
        self._bytes += made.picture.sizeInBytes()
        while self._bytes > self._most_bytes and len(self._held) > 1:
            _, old = self._held.popitem(last=False)
            self._bytes -= old.picture.sizeInBytes()


def _is_plain(painter: QPainter, text: str, ink: Ink) -> bool:
    if ink.font.pixelSize() < _LEAST_PX or painter.paintEngine().type() is not _RASTER:
        return False
    is_whole = float(painter.device().devicePixelRatioF()).is_integer()
    return bool(text) and is_whole and painter.transform().type() in _SHIFTS


def _placed(text: str, font: QFont) -> Iterator[tuple[QRawFont, int, QPointF]]:
    """Yield each glyph of a line by its font and number, and where it stands from the baseline."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(_WIDEST_PX)
    layout.endLayout()
    down = QPointF(0, line.ascent())
    for run in layout.glyphRuns():
        face = run.rawFont()
        for number, at in zip(run.glyphIndexes(), run.positions(), strict=True):
            yield face, number, at - down


def _drawn(font: QRawFont, which: tuple[int, int, int], ink: Ink) -> _Glyph:
    number, phase, ratio = which
    path = font.pathForGlyph(number)
    edge = ink.pen_px / 2 + 1
    bounds = path.boundingRect().adjusted(-edge, -edge, edge, edge)
    inside = QRectF(bounds.topLeft() * ratio, bounds.size() * ratio).toAlignedRect()
    box = inside.adjusted(0, 0, 1, 0)
    form = QImage.Format.Format_ARGB32_Premultiplied
    picture = QImage(max(1, box.width()), max(1, box.height()), form)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.translate(phase / _PHASES - box.x(), -box.y())
    painter.scale(ratio, ratio)
    _stroke(painter, path, ink)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return _Glyph(picture, QPointF(box.topLeft()))


def paint_outline(painter: QPainter, baseline: QPointF, text: str, ink: Ink) -> None:
    """Paint a line as one outline, whatever its characters make of one another."""
    path = QPainterPath()
    path.addText(baseline + QPointF(ink.pen_px / 2, 0), ink.font, text)
    painter.save()
    _stroke(painter, path, ink)
    painter.restore()


def _stroke(painter: QPainter, path: QPainterPath, ink: Ink) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    join, cap = Qt.PenJoinStyle.RoundJoin, Qt.PenCapStyle.RoundCap
    painter.setPen(QPen(ink.colour, ink.pen_px, Qt.PenStyle.SolidLine, cap, join))
    painter.setBrush(ink.colour)
    painter.drawPath(path)
