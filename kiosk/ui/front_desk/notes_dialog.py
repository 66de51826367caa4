"""NotesDialog: what staff must see of somebody (the flag), and what they noted about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF, Signal
from PySide6.QtWidgets import QWidget

from kiosk.domain.registration import Registration
from kiosk.ui import theme
from kiosk.ui.front_desk.verdict_words import Tongue
from kiosk.ui.theme import LIGHT
from kiosk.ui.widgets.desk_canvas import Canvas, Type
from kiosk.ui.widgets.desk_dialog import DeskDialog
from kiosk.ui.widgets.desk_field import FIELD_HEIGHT, DeskField

if TYPE_CHECKING:
    from kiosk.services.notes import Note

_NOTE_LINES = 2
_TEXT = Type(15, theme.MEDIUM)
_TIME = Type(14, theme.MEDIUM, LIGHT.ink2)


class NotesDialog(DeskDialog):
    """Change the flag and add a note; ``kept`` carries the flag and the note as they are typed."""

    kept = Signal(str, str)
    card_size = QSizeF(700, 600)

    def __init__(self, person: Registration, tongue: Tongue, parent: QWidget) -> None:
        super().__init__(parent)
        self._person, self._tongue = person, tongue
        self._notes: tuple[Note, ...] = ()
        self.flag, self.note = DeskField(self), DeskField(self)
        self.flag.line.setText(person.flag)
        self.stops = [self.note, self.flag]
        self.renew()

    def title(self) -> str:
        """Return the heading."""
        return self.tr("Flag and notes")

    def go_words(self) -> str:
        """Return what Enter does."""
        return self.tr("Keep")

    def show_notes(self, notes: tuple[Note, ...]) -> None:
        """Show what was noted before, the newest first."""
        self._notes = notes
        self.renew()

    def describe(self) -> None:
        """Word the fields, and read the notes."""
        super().describe()
        self.flag.say(self.tr("Flag: shown before Enter"), "", self.tr("None"))
        self.note.say(self.tr("A new note"), "", self.tr("Optional"))
        told = [f"{self._tongue.clock(one.at)} {one.words}" for one in self._notes]
        self.setAccessibleDescription("; ".join([self._person.name, *told, self.line]))

    def place_body(self, body: QRectF) -> None:
        """Put the new note first, then the flag; the earlier notes follow."""
        for at, child in enumerate((self.note, self.flag)):
            top = body.top() + 30 + at * (FIELD_HEIGHT + 12)
            child.setGeometry(self.on_screen(QRectF(body.left(), top, body.width(), FIELD_HEIGHT)))
            child.set_scale(self.scale)

    def draw_body(self, canvas: Canvas, body: QRectF) -> None:
        """Paint whom it is about, and as many of the notes as have room."""
        row = QRectF(body.left(), body.top() - 4, body.width(), 26)
        canvas.line(row, self._person.name, Type(17, theme.SEMIBOLD, LIGHT.ink2), least=14)
        top = body.top() + 30 + 2 * (FIELD_HEIGHT + 12) + 4
        for note in self._notes:
            lines = _TEXT.wrapped(note.words, body.width() - 64, _NOTE_LINES)
            tall = len(lines) * 20.0
            if top + tall > body.bottom():
                break
            canvas.line(QRectF(body.left(), top, 60, 20), self._tongue.clock(note.at), _TIME)
            words = QRectF(body.left() + 64, top, body.width() - 64, tall)
            canvas.lines(words, lines, _TEXT, leading=1.33)
            top += tall + 8

    def submit(self) -> None:
        """Keep what was typed, or close where nothing was."""
        flag, note = self.flag.text().strip(), self.note.text().strip()
        if not note and flag == self._person.flag:
            self.closed.emit()
        else:
            self.set_busy(is_busy=True)
            self.kept.emit(flag, note)
