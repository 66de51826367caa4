"""Words: plain text of any weight, wrapped where words end."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kiosk.ui import theme

_SMALLEST_SHARE = 0.6
_ELLIPSIS = "…"


class Words(QLabel):
    """A label that paints its own plain text, at any weight, and never as markup.

    Lines break at ``\\n`` and, with ``wrap``, between words; Hangul words are kept whole. A line
    that is still too wide is set smaller, down to 0.6 of its size, and then ends in an ellipsis.
    """

    def __init__(  # noqa: PLR0913 - what text looks like
        self,
        text: str = "",
        *,
        px: float = 16,
        weight: int = theme.REGULAR,
        colour: str = theme.LIGHT.ink,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        wrap: bool = False,
        leading: float = 1.25,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._px, self._weight, self._colour = px, weight, colour
        self._align, self._wrap, self._leading = align, wrap, leading
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Set the text; its size follows."""
        super().setText(text)
        self.setAccessibleName(text.replace("\n", " "))
        self.updateGeometry()
        self.update()

    def restyle(
        self, *, px: float | None = None, colour: str | None = None, weight: int | None = None
    ) -> None:
        """Change size in pixels, colour or weight."""
        self._px = self._px if px is None else px
        self._colour = self._colour if colour is None else colour
        self._weight = self._weight if weight is None else weight
        self.updateGeometry()
        self.update()

    @property
    def px(self) -> float:
        """Return the size asked for, in pixels."""
        return self._px

    def lines(self, width: float, px: float | None = None) -> list[str]:
        """Return the text's lines as they break at a width in pixels."""
        size = self._px if px is None else px
        made: list[str] = []
        for line in self.text().split("\n"):
            made.extend(self._wrapped(line, width, size) if self._wrap else [line])
        return made

    def _wrapped(self, line: str, width: float, px: float) -> list[str]:
        made, current = [], ""
        for word in line.split(" "):
            longer = f"{current} {word}" if current else word
            if current and theme.text_width(longer, px, self._weight) > width:
                made.append(current)
                current = word
            else:
                current = longer
        return [*made, current]

    def _fitting_px(self, width: float) -> float:
        """Return the size at which the widest word or line fits."""
        widest = max(
            (theme.text_width(line, self._px, self._weight) for line in self.lines(width)),
            default=0.0,
        )
        if widest <= width or widest <= 0:
            return self._px
        return max(self._px * _SMALLEST_SHARE, self._px * width / widest * 0.995)

    def _line_height(self, px: float) -> float:
        return px * self._leading

    def sizeHint(self) -> QSize:
        """Return the size of the text on as few lines as it asks for."""
        rows = self.text().split("\n")
        width = max((theme.text_width(row, self._px, self._weight) for row in rows), default=0.0)
        return QSize(round(width + 2), round(len(rows) * self._line_height(self._px) + 1))

    def minimumSizeHint(self) -> QSize:
        """Return the least room: one line, as narrow as the layout wants."""
        return QSize(1, round(self._line_height(self._px)))

    def hasHeightForWidth(self) -> bool:
        """Tell whether the height follows the width."""
        return self._wrap

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped text at a width in pixels."""
        return round(len(self.lines(width)) * self._line_height(self._px) + 1)

    def _shown(self, line: str, px: float, width: float) -> str:
        if theme.text_width(line, px, self._weight) <= width:
            return line
        while line and theme.text_width(line + _ELLIPSIS, px, self._weight) > width:
            line = line[:-1]
        return line + _ELLIPSIS

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint each line where its alignment puts it."""
        painter = QPainter(self)
        area = self.contentsRect()
        width = float(area.width())
        px = self._fitting_px(width)
        lines = self.lines(width, px)
        step = self._line_height(px)
        metrics = QFontMetricsF(theme.text_font(px, self._weight))
        top = area.top() + (area.height() - step * len(lines)) / 2
        drop = (step + metrics.capHeight()) / 2
        for row, line in enumerate(lines):
            shown = self._shown(line, px, width)
            room = width - theme.text_width(shown, px, self._weight)
            left = area.left() + self._indent(room)
            baseline = QPointF(left, top + row * step + drop)
            theme.paint_personal_line(
                painter, baseline, shown, px, self._weight, theme.shade(self._colour)
            )

    def _indent(self, room: float) -> float:
        if self._align & Qt.AlignmentFlag.AlignHCenter:
            return room / 2
        return room if self._align & Qt.AlignmentFlag.AlignRight else 0.0
