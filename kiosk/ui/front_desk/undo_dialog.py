"""UndoDialog: the entries that may be undone, of which one is chosen by digit, arrow or click."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.event import Event
from kiosk.domain.found import LogLine
from kiosk.domain.journal import Kind
from kiosk.ui.front_desk.verdict_words import Tongue
from kiosk.ui.widgets.desk_dialog import DeskDialog
from kiosk.ui.widgets.desk_rows import DeskRows, Row, RowList


class UndoDialog(DeskDialog):
    """Offer entries, the newest chosen; ``line_chosen`` carries the LogLine that Enter takes."""

    line_chosen = Signal(object)
    card_size = QSizeF(640, 700)

    def __init__(self, event: Event, tongue: Tongue, parent: QWidget) -> None:
        super().__init__(parent)
        self._event, self._tongue = event, tongue
        self._lines: tuple[LogLine, ...] = ()
        self._at = 0
        self.rows = DeskRows(self)
        self.rows.clicked.connect(self._take)
        self.renew()

    def title(self) -> str:
        """Return the heading."""
        return self.tr("Undo an entry")

    def go_words(self) -> str:
        """Return what Enter does, nothing without entries."""
        return self.tr("Choose") if self._lines else ""

    def show_lines(self, lines: tuple[LogLine, ...]) -> None:
        """Offer entries, the newest first."""
        self._lines, self._at = lines, 0
        self.renew()

    def describe(self) -> None:
        """Tell the entries as rows."""
        super().describe()
        lines = self._lines
        rows = tuple(self._row(number, line) for number, line in enumerate(lines, 1))
        self.rows.show_list(
            RowList(
                self.tr("Latest entries"),
                self.tr("Number or ↑ ↓, then Enter") if rows else "",
                rows,
                self._at if rows else -1,
                self.tr("Nothing to undo"),
                self.tr("Every entry of this person has been undone."),
            )
        )

    def _row(self, number: int, line: LogLine) -> Row:
        session = self._tongue.title(self._event.session(line.session))
        told = {
            Kind.IN: self.tr("in"),
            Kind.OUT: self.tr("out"),
            Kind.NOTE: self.tr("note"),
        }.get(line.kind, "")
        when = self._tongue.clock(line.at, "%H:%M:%S")
        second = " · ".join(part for part in (when, told, session) if part)
        return Row(line.name or self.tr("(erased)"), second, number, note=line.desk)

    def place_body(self, body: QRectF) -> None:
        """Give the rows the body."""
        self.rows.setGeometry(self.on_screen(body.adjusted(-14, 0, 14, 0)))
        self.rows.set_scale(self.scale)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the choice, or take the entry of a digit."""
        key, text = event.key(), event.text()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            by = -1 if key == Qt.Key.Key_Up else 1
            self._at = max(0, min(len(self._lines) - 1, self._at + by))
            self.renew()
        elif text.isascii() and text.isdecimal() and 0 < int(text) <= len(self._lines):
            self._take(int(text) - 1)
        else:
            super().keyPressEvent(event)

    def submit(self) -> None:
        """Take the chosen entry."""
        self._take(self._at)

    def _take(self, at: int) -> None:
        if at < len(self._lines):
            self.line_chosen.emit(self._lines[at])
