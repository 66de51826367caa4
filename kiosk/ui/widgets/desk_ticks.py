"""DeskTicks: a long list of people, of whom some are ticked; the keys walk and tick."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui import theme
from kiosk.ui.theme import LIGHT
from kiosk.ui.widgets.desk_canvas import Canvas, Pill, Type
from kiosk.ui.widgets.desk_panel import DeskPanel

_ROW = 44.0
_BOX = 24.0


@dataclass(frozen=True, slots=True)
class TickRow:
    """One line: who, what they are, and a state; one that cannot be ticked has no box."""

    title: str
    second: str
    state: Pill | None = None
    can_tick: bool = True


class DeskTicks(DeskPanel):
    """Show rows; ``ticked`` are the indices that are. Space ticks one, Ctrl+A all or none."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[TickRow, ...] = ()
        self.ticked: set[int] = set()
        self._at = self._first = 0
        self._label = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_rows(self, label: str, rows: tuple[TickRow, ...], ticked: set[int]) -> None:
        """Show other rows, some ticked already."""
        self._label, self._rows = label, rows
        self.ticked = {at for at in ticked if rows[at].can_tick}
        self._at = self._first = 0
        self.renew()
        self.changed.emit()

    def describe(self) -> None:
        """Tell the label, and the row that the keys are for."""
        self.setAccessibleName(self._label)
        told = ""
        if self._at < len(self._rows):
            row = self._rows[self._at]
            state = row.state.text if row.state else ""
            mark = "✓" if self._at in self.ticked else ""
            parts = (mark, row.title, row.second, state)
            told = f"{self._at + 1}/{len(self._rows)}: " + ", ".join(one for one in parts if one)
        self.setAccessibleDescription(told)

    def toggle(self, at: int) -> None:
        """Tick a row, or take its tick back."""
        if at < len(self._rows) and self._rows[at].can_tick:
            self.ticked ^= {at}
            self.renew()
            self.changed.emit()

    def toggle_all(self) -> None:
        """Tick everybody who can be, or nobody where all are."""
        able = {at for at, row in enumerate(self._rows) if row.can_tick}
        self.ticked = set() if self.ticked == able else able
        self.renew()
        self.changed.emit()

    def _visible(self) -> int:
        return max(1, int(self.design_size.height() // _ROW))

    def _move(self, to: int) -> None:
        self._at = max(0, min(len(self._rows) - 1, to))
        most = max(0, len(self._rows) - self._visible())
        low, high = self._at - self._visible() + 1, self._at
        self._first = max(0, min(most, max(low, min(high, self._first))))
        self.renew()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, and tick."""
        chord = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -self._visible(),
            Qt.Key.Key_PageDown: self._visible(),
        }
        if event.key() in steps:
            self._move(self._at + steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Space:
            self.toggle(self._at)
        elif chord and event.key() == Qt.Key.Key_A:
            self.toggle_all()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick the row that is pressed."""
        self.setFocus()
        at = self._first + int(event.position().y() / self.scale // _ROW)
        if at < len(self._rows):
            self._move(at)
            self.toggle(at)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Walk by the wheel."""
        self._move(self._at + (1 if event.angleDelta().y() < 0 else -1))
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the row that the keys are for."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that they are for another place."""
        super().focusOutEvent(event)
        self.update()

    def draw(self, canvas: Canvas, size: QSizeF) -> None:
        """Paint the rows that have room."""
        shown = self._rows[self._first : self._first + self._visible()]
        for at, row in enumerate(shown, self._first):
            top = (at - self._first) * _ROW
            self._draw_row(canvas, QRectF(0, top, size.width(), _ROW), at, row)

    def _draw_row(self, canvas: Canvas, area: QRectF, at: int, row: TickRow) -> None:
        if at == self._at:
            edge = LIGHT.focus if self.hasFocus() else LIGHT.line
            canvas.box(area.adjusted(1, 1, -1, -1), LIGHT.sun_pale, 10, edge=edge, edge_width=2)
        inner = area.adjusted(12, 0, -12, 0)
        if row.can_tick:
            self._draw_box(canvas, inner, is_ticked=at in self.ticked)
        inner.setLeft(inner.left() + _BOX + 12)
        if row.state is not None:
            room = min(row.state.width, inner.width() * 0.45)
            corner = QPointF(inner.right() - room, area.center().y() - row.state.height / 2)
            canvas.pill(corner, row.state, room=room)
            inner.setRight(inner.right() - room - 10)
        ink = LIGHT.ink if row.can_tick else LIGHT.ink2
        style = Type(18, theme.BOLD, ink)
        room = min(style.width(row.title) + 1, inner.width() * 0.6)
        name = QRectF(inner.left(), inner.top(), room, inner.height())
        wide = canvas.line(name, row.title, style, least=14)
        small = Type(14, theme.MEDIUM, LIGHT.ink2)
        canvas.line(inner.adjusted(wide + 12, 0, 0, 0), row.second, small)

    def _draw_box(self, canvas: Canvas, area: QRectF, *, is_ticked: bool) -> None:
        box = QRectF(area.left(), area.center().y() - _BOX / 2, _BOX, _BOX)
        canvas.box(box, LIGHT.ink if is_ticked else LIGHT.paper, 6, edge=LIGHT.ink, edge_width=2)
        if is_ticked:
            canvas.icon(box.adjusted(4, 4, -4, -4), "check-bold", LIGHT.paper)
