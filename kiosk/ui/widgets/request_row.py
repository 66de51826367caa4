"""RequestRow: one request of a touchscreen in the desk's right column, pressed as a whole."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.ui import theme
from kiosk.ui.theme import LIGHT
from kiosk.ui.widgets.desk_canvas import CENTRE, Canvas, Type

_HEIGHT = 54.0
_WITH_THIRD = 76.0
_PAD = 12.0
_REFERENCE = Type(20, theme.EXTRABOLD)
_BUTTON = Type(15, theme.BOLD)


@dataclass(frozen=True, slots=True)
class RequestLine:
    """What a row tells: the reference, why, whence and when, and for whom or by whom if known.

    ``does`` is what pressing it does; ``is_taken`` and ``is_in_hand`` tell how far the desk is.
    """

    id: str
    reference: str
    why: str
    whence: str
    who: str = ""
    does: str = ""
    is_taken: bool = False
    is_in_hand: bool = False

    @property
    def height(self) -> float:
        """Return its height in design pixels: the mocks' 54, and more where a name is told."""
        return _WITH_THIRD if self.who else _HEIGHT


class RequestRow(QAbstractButton):
    """Paint a line; it never takes the focus from the search field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.scale = 1.0
        self.line = RequestLine("", "", "", "")

    def show_line(self, line: RequestLine) -> None:
        """Show another request; a press that began on the one before is no press on this one."""
        if line.id != self.line.id:
            self.setDown(False)
        self.line = line
        told = (line.reference, line.why, line.whence, line.who, line.does)
        self.setAccessibleName(", ".join(part for part in told if part))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the field, the reference, the words beside it and what pressing does."""
        painter = QPainter(self)
        canvas = Canvas(painter, self.scale)
        area = QRectF(0, 0, self.width() / self.scale, self.height() / self.scale)
        field = LIGHT.sand if self.line.is_taken else LIGHT.sun_soft
        edge = LIGHT.ink if self.line.is_in_hand else field
        canvas.box(area, field, 12, edge=edge, edge_width=2)
        head = QRectF(area.left() + _PAD, 0, area.width() - 2 * _PAD, _HEIGHT)
        head.setRight(head.right() - self._paint_button(canvas, head) - 10)
        self._paint_words(canvas, head)
        self._paint_who(canvas, area)
        painter.end()

    def _paint_button(self, canvas: Canvas, head: QRectF) -> float:
        """Paint what looks like a button, as wide as its word; return its width."""
        wide = _BUTTON.width(self.line.does) + 22
        area = QRectF(head.right() - wide, head.center().y() - 18, wide, 36)
        field = LIGHT.sand if self.isDown() else LIGHT.paper
        canvas.box(area, field, 12, edge=LIGHT.edge, edge_width=2)
        canvas.line(area, self.line.does, _BUTTON, CENTRE)
        return wide

    def _paint_words(self, canvas: Canvas, head: QRectF) -> None:
        taken = canvas.line(head, self.line.reference, _REFERENCE)
        words = head.adjusted(taken + 10, 0, 0, 0)
        middle = head.center().y()
        first = QRectF(words.left(), middle - 21, words.width(), 21)
        canvas.line(first, self.line.why, Type(15, theme.BOLD), least=12)
        second = QRectF(words.left(), middle, words.width(), 20)
        canvas.line(second, self.line.whence, Type(14, theme.MEDIUM), least=12)

    def _paint_who(self, canvas: Canvas, area: QRectF) -> None:
        if not self.line.who:
            return
        row = QRectF(area.left() + _PAD, _HEIGHT - 5, area.width() - 2 * _PAD, 20)
        icon = "check-circle-fill" if self.line.is_taken else "user-bold"
        ink = LIGHT.ok_ink if self.line.is_taken else LIGHT.ink
        canvas.icon(QRectF(row.left(), row.center().y() - 9, 18, 18), icon, ink)
        words = row.adjusted(25, 0, 0, 0)
        canvas.line(words, self.line.who, Type(15, theme.SEMIBOLD), least=13)
