"""RequestsPanel: what touchscreens ask, beside the person at the desk, only while something is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF, Signal
from PySide6.QtWidgets import QWidget

from kiosk.domain.found import Asked
from kiosk.domain.request import RequestState
from kiosk.ui import theme
from kiosk.ui.front_desk.request_words import request_words
from kiosk.ui.front_desk.verdict_words import Tongue
from kiosk.ui.theme import LIGHT
from kiosk.ui.widgets.desk_canvas import RIGHT, Canvas, Type
from kiosk.ui.widgets.desk_panel import DeskPanel
from kiosk.ui.widgets.request_row import RequestLine, RequestRow

MOST_ROWS = 6
"""More are told by the heading's number alone: nobody can serve more at once."""

_HEADING = 38.0
_PAD = 12.0
_GAP = 6.0


class RequestsPanel(DeskPanel):
    """Show requests in the order given; ``pressed`` tells the id of the one that was clicked."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked: tuple[Asked, ...] = ()
        self._in_hand = ""
        self._tongue: Tongue | None = None
        self.rows = [RequestRow(self) for _ in range(MOST_ROWS)]
        for row in self.rows:
            row.clicked.connect(lambda _=False, row=row: self.pressed.emit(row.line.id))

    def show_requests(self, asked: tuple[Asked, ...], in_hand: str, tongue: Tongue) -> None:
        """Show other requests, with times as the event's clock shows them."""
        self._asked, self._in_hand, self._tongue = asked, in_hand, tongue
        self.renew()

    def tall_within(self, room: float) -> float:
        """Return its height for as many rows as a room has place for, 0 for none; design pixels."""
        rows = self._fitting(room)
        return self._tall(rows) if rows else 0.0

    def _tall(self, rows: list[RequestLine]) -> float:
        return _HEADING + sum(one.height + _GAP for one in rows) - _GAP + _PAD

    def _fitting(self, room: float) -> list[RequestLine]:
        """Return the first lines that have place in a room."""
        lines = self.lines()
        while lines and self._tall(lines) > room:
            lines.pop()
        return lines

    def lines(self) -> list[RequestLine]:
        """Return what the rows tell, at most six."""
        return [self._line(one) for one in self._asked[:MOST_ROWS]]

    def _line(self, one: Asked) -> RequestLine:
        request = one.request
        taken = request.state is RequestState.ACCEPTED
        time = self._tongue.clock(request.raised_at) if self._tongue else ""
        by = self.tr("{desk} has it").format(desk=request.accepted_by) if taken else ""
        return RequestLine(
            request.id,
            request.reference,
            request_words(request),
            " · ".join(part for part in (request.kiosk, time) if part),
            " · ".join(part for part in (one.name, by) if part),
            self.tr("Done") if taken else self.tr("Open"),
            taken,
            request.id == self._in_hand,
        )

    def _count(self) -> str:
        return self.tr("{n} · F8").format(n=len(self._asked))

    def describe(self) -> None:
        """Tell the heading; the rows tell themselves."""
        heading = f"{self.tr('Kiosk requests')} {self._count()}" if self._asked else ""
        self.setAccessibleName(heading)
        lines = self.lines()
        for at, row in enumerate(self.rows):
            row.show_line(lines[at] if at < len(lines) else RequestLine("", "", "", ""))

    def place(self) -> None:
        """Stack as many rows as have place under the heading."""
        size = self.design_size
        # What is laid out in whole pixels may lack part of one.
        shown, top = len(self._fitting(size.height() + 2)), _HEADING
        for at, row in enumerate(self.rows):
            row.scale = self.scale
            row.setVisible(at < shown)
            tall = row.line.height
            row.setGeometry(self.on_screen(QRectF(_PAD, top, size.width() - 2 * _PAD, tall)))
            top += tall + _GAP

    def draw(self, canvas: Canvas, size: QSizeF) -> None:
        """Paint the card and the heading."""
        canvas.box(QRectF(0, 0, size.width(), size.height()), LIGHT.paper, 16)
        head = QRectF(16, 9, size.width() - 32, 26)
        wide = canvas.line(head, self.tr("Kiosk requests"), Type(16, theme.EXTRABOLD))
        small = Type(14, theme.MEDIUM, LIGHT.ink2)
        canvas.line(head.adjusted(wide + 12, 0, 0, 0), self._count(), small, RIGHT)
