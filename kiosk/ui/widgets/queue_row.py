"""QueueRow: a printer or a badge in the desk's print queue, pressed as a whole."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.ui import theme
from kiosk.ui.theme import LIGHT
from kiosk.ui.widgets.desk_canvas import RIGHT, Canvas, Type

HEIGHT = 46.0
_PAD = 12.0


@dataclass(frozen=True, slots=True)
class QueueLine:
    """What a row tells; ``asks`` says that it waits for somebody."""

    id: str
    title: str
    state: str
    note: str
    icon: str
    asks: bool = False


class QueueRow(QAbstractButton):
    """Paint a line; it never takes the focus from the search field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.scale = 1.0
        self.is_chosen = False
        self.line = QueueLine("", "", "", "", "")

    def show_line(self, line: QueueLine, *, is_chosen: bool) -> None:
        """Show another one; a press that began on the one before is no press on this one."""
        if line.id != self.line.id:
            self.setDown(False)
        self.line, self.is_chosen = line, is_chosen
        told = (line.title, line.state, line.note)
        self.setAccessibleName(", ".join(part for part in told if part))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the field, the icon, the title and the state below it."""
        painter = QPainter(self)
        canvas = Canvas(painter, self.scale)
        area = QRectF(0, 0, self.width() / self.scale, self.height() / self.scale)
        field = LIGHT.sun_soft if self.line.asks else LIGHT.sky
        edge = LIGHT.ink if self.is_chosen else field
        canvas.box(area, field, 12, edge=edge, edge_width=2)
        middle = area.center().y()
        canvas.icon(QRectF(_PAD, middle - 11, 22, 22), self.line.icon, LIGHT.ink)
        inner = area.adjusted(_PAD + 32, 0, -_PAD, 0)
        first = QRectF(inner.left(), middle - 20, inner.width(), 21)
        canvas.line(first, self.line.title, Type(15, theme.BOLD), least=13)
        second = QRectF(inner.left(), middle + 1, inner.width(), 19)
        taken = canvas.line(second, self.line.state, Type(14, theme.SEMIBOLD), least=12)
        rest = second.adjusted(taken + 8, 0, 0, 0)
        canvas.line(rest, self.line.note, Type(14, theme.MEDIUM, LIGHT.ink2), RIGHT, least=12)
        painter.end()
