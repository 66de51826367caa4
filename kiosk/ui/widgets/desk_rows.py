"""DeskRows: a list of people or sessions in the desk's left column, chosen by number or click."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.ui import theme
from kiosk.ui.theme import LIGHT
from kiosk.ui.widgets.desk_canvas import CENTRE, RIGHT, Canvas, Pill, Type
from kiosk.ui.widgets.desk_panel import DeskPanel

MOST_ROWS = 9
"""As many as there are digits to choose by."""

_HEADING_HEIGHT = 46.0
_ROW_HEIGHT = 68.0
_MARGIN = 8.0
_LEAST_TAG = 60.0


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list: a title with a tag, a second line, and a state or a note at the right.

    ``number`` is the digit that chooses it, 0 for none.
    """

    title: str
    second: str = ""
    number: int = 0
    tag: Pill | None = None
    state: Pill | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class RowList:
    """A heading with its hint, the rows, the chosen one (-1 for none), and words for no rows."""

    heading: str
    hint: str = ""
    rows: tuple[Row, ...] = ()
    chosen: int = -1
    nothing: str = ""
    nothing_hint: str = ""


class _RowButton(QAbstractButton):
    """One row, painted; its accessible name reads the whole line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.row, self.is_chosen, self.scale = Row(""), False, 1.0

    def show_row(self, row: Row, *, chosen: bool) -> None:
        self.row, self.is_chosen = row, chosen
        parts = (row.title, row.tag and row.tag.text, row.second, row.note)
        state = row.state.text if row.state else ""
        self.setAccessibleName(", ".join(part for part in (*parts, state) if part))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        canvas = Canvas(painter, self.scale)
        area = QRectF(0, 0, self.width() / self.scale, self.height() / self.scale)
        if self.is_chosen:
            canvas.box(area, LIGHT.sun_pale, 12, edge=LIGHT.ink, edge_width=2)
        inner = area.adjusted(16, 0, -14, 0)
        if self.row.number:
            self._paint_number(canvas, inner)
            inner.setLeft(inner.left() + 40)
        inner.setRight(inner.right() - self._paint_end(canvas, inner))
        self._paint_words(canvas, inner)
        painter.end()

    def _paint_number(self, canvas: Canvas, area: QRectF) -> None:
        cap = QRectF(area.left(), area.center().y() - 14, 28, 28)
        field, edge, ink = (
            (LIGHT.ink, LIGHT.ink, LIGHT.paper)
            if self.is_chosen
            else (LIGHT.paper, LIGHT.edge, LIGHT.ink)
        )
        canvas.box(cap, field, 7, edge=edge, edge_width=1.5)
        canvas.line(cap, str(self.row.number), Type(15, theme.BOLD, ink), CENTRE)

    def _paint_end(self, canvas: Canvas, area: QRectF) -> float:
        """Paint the state or the note at the right; return the room it takes."""
        state = self.row.state
        if state is not None:
            room = min(state.width, area.width() * 0.5)
            top = area.center().y() - state.height / 2
            canvas.pill(QPointF(area.right() - room, top), state, room=room)
            return room + 10
        if self.row.note:
            style = Type(14, theme.SEMIBOLD, LIGHT.ink2)
            room = min(style.width(self.row.note) + 1, area.width() * 0.42)
            place = QRectF(area.right() - room, area.top(), room, area.height())
            canvas.line(place, self.row.note, style, RIGHT)
            return room + 10
        return 0

    def _paint_words(self, canvas: Canvas, area: QRectF) -> None:
        tag = self.row.tag
        first = QRectF(area.left(), area.center().y() - 26, area.width(), 28)
        if not self.row.second:
            first.moveTop(area.center().y() - 14)
        style = Type(21, theme.EXTRABOLD)
        # The name has the first claim on the room: a tag's colour tells even where it is cut.
        tag_room = tag_room_beside(tag, style.at(17).width(self.row.title), first.width())
        title = first.adjusted(0, 0, -tag_room - 8 if tag else 0, 0)
        wide = canvas.line(title, self.row.title, style, least=15)
        if tag:
            top = first.center().y() - tag.height / 2
            canvas.pill(QPointF(area.left() + wide + 8, top), tag, room=tag_room)
        second = QRectF(area.left(), area.center().y() + 3, area.width(), 22)
        style = Type(15, theme.MEDIUM, LIGHT.ink2)
        canvas.line(second, self.row.second, style, least=14)


def tag_room_beside(tag: Pill | None, name_width: float, room: float) -> float:
    """Return how wide a tag may be beside a name of a width, never under 60 design pixels."""
    return min(tag.width, max(_LEAST_TAG, room - name_width - 10)) if tag else 0.0


class DeskRows(DeskPanel):
    """Show a RowList on a card; ``clicked`` tells the index of the row that was pressed."""

    clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = RowList("")
        self._buttons: list[_RowButton] = []
        for index in range(MOST_ROWS):
            button = _RowButton(self)
            button.clicked.connect(lambda _=False, at=index: self.clicked.emit(at))
            self._buttons.append(button)

    def show_list(self, shown: RowList) -> None:
        """Show another list, of which the first nine rows have room."""
        self.shown = shown
        for index, button in enumerate(self._buttons):
            row = shown.rows[index] if index < len(shown.rows) else Row("")
            button.show_row(row, chosen=index == shown.chosen)
        self.renew()

    def rows_visible(self) -> int:
        """Return how many rows have room and are shown."""
        room = self.design_size.height() - _HEADING_HEIGHT - _MARGIN
        return max(0, min(len(self.shown.rows), MOST_ROWS, int(room // 54)))

    def place(self) -> None:
        """Stack the rows under the heading, a little closer where there are many."""
        count, size = self.rows_visible(), self.design_size
        room = size.height() - _HEADING_HEIGHT - _MARGIN
        step = min(_ROW_HEIGHT, room / count) if count else _ROW_HEIGHT
        for index, button in enumerate(self._buttons):
            top = _HEADING_HEIGHT + index * step
            button.scale = self.scale
            button.setGeometry(
                self.on_screen(QRectF(_MARGIN, top, size.width() - 2 * _MARGIN, step))
            )
            button.setVisible(index < count)

    def describe(self) -> None:
        """Tell the heading, or that nothing was found."""
        shown = self.shown
        words = shown.heading if shown.rows else f"{shown.heading} {shown.nothing}".strip()
        self.setAccessibleName(words)

    def draw(self, canvas: Canvas, size: QSizeF) -> None:
        """Paint the card, the heading and the words for an empty list."""
        canvas.box(QRectF(0, 0, size.width(), size.height()), LIGHT.paper, 16)
        head = QRectF(22, 10, size.width() - 44, 28)
        style, small = Type(16, theme.EXTRABOLD), Type(14, theme.MEDIUM, LIGHT.ink2)
        wide = canvas.line(head, self.shown.heading, style)
        rest = head.adjusted(wide + 12, 0, 0, 0)
        canvas.line(rest, self.shown.hint, small, RIGHT, least=12)
        if self.shown.rows:
            return
        top = _HEADING_HEIGHT + 8 if self.shown.heading else 16
        room = QRectF(22, top, size.width() - 44, 200)
        tall = canvas.paragraph(room, self.shown.nothing, Type(21, theme.EXTRABOLD))
        hint = Type(16, theme.MEDIUM, LIGHT.ink2)
        canvas.paragraph(room.translated(0, tall + 6), self.shown.nothing_hint, hint, most=4)
