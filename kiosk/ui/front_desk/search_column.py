"""SearchColumn: the search field, and below it what it found, the guests to come, or sessions."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF, Signal
from PySide6.QtWidgets import QWidget

from kiosk.domain.event import Event, Session
from kiosk.domain.registration import Registration
from kiosk.ui import theme
from kiosk.ui.front_desk import people
from kiosk.ui.front_desk.scene import Candidates
from kiosk.ui.front_desk.search_field import SearchBox
from kiosk.ui.front_desk.verdict_words import Tongue
from kiosk.ui.theme import LIGHT
from kiosk.ui.widgets.desk_canvas import Canvas, Type
from kiosk.ui.widgets.desk_panel import DeskPanel
from kiosk.ui.widgets.desk_rows import DeskRows, RowList

_BOX = 64.0
_HINT = 34.0


class SearchColumn(DeskPanel):
    """Take typing and choosing; signals say what was meant, never which list it came from."""

    typed = Signal(str)
    candidate_chosen = Signal(int)
    moved = Signal(int)
    guest_opened = Signal(object)
    session_chosen = Signal(str)
    confirmed = Signal()
    cleared = Signal()
    undone = Signal()

    def __init__(self, event: Event, tongue: Tongue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._event, self._tongue = event, tongue
        self._candidates = Candidates()
        self._guests: tuple[Registration, ...] = ()
        self._served: Session = event.sessions[0]
        self._pointed = -1
        self._hint, self._scans = "", True
        self.box, self.rows = SearchBox(self), DeskRows(self)
        self.field = self.box.field
        self._connect()

    def _connect(self) -> None:
        self.field.typed.connect(self._typed)
        self.field.picked.connect(self._picked)
        self.field.moved.connect(self._moved)
        self.field.confirmed.connect(self._confirmed)
        self.field.cleared.connect(self._cleared)
        self.field.undone.connect(self.undone)
        self.rows.clicked.connect(self._picked)

    @property
    def offers_sessions(self) -> bool:
        """Tell whether the sessions are being offered."""
        return self._pointed >= 0

    # What is shown

    def show_candidates(self, candidates: Candidates) -> None:
        """Show what a search found; an empty query shows the guests still to come."""
        self._candidates = candidates
        self.show_rows()

    def show_guests(self, guests: tuple[Registration, ...]) -> None:
        """Keep the guests of honour and speakers still to come."""
        self._guests = guests
        self.show_rows()

    def speak(self, tongue: Tongue) -> None:
        """Tell everything in another language."""
        self._tongue = tongue
        self.show_rows()

    def show_hint(self, hint: str, *, scans: bool) -> None:
        """Show how a code can be scanned, or that none can."""
        self._hint, self._scans = hint, scans
        self.setAccessibleName(hint)
        self.update()

    def offer_sessions(self, served: Session) -> None:
        """Offer the event's sessions, or take the offer back."""
        self._served = served
        ids = [one.id for one in self._event.sessions]
        self._point(-1 if self.offers_sessions else ids.index(served.id) if served.id in ids else 0)

    def begin(self) -> None:
        """Have what is typed next take the place of what stands there."""
        self.withdraw_sessions()
        self.field.setFocus()
        self.field.selectAll()

    def withdraw_sessions(self) -> None:
        """Show people again."""
        if self.offers_sessions:
            self._point(-1)

    def _point(self, index: int) -> None:
        self._pointed = index
        self.field.digits_pick = self.offers_sessions
        self.show_rows()

    def show_rows(self) -> None:
        """Fill the list with what it is for now."""
        if self.offers_sessions:
            offered = self._event.sessions
            shown = people.session_rows(offered, self._served, self._pointed, self._tongue)
        elif self._candidates.query:
            shown = people.candidate_rows(self._candidates, self._tongue)
        else:
            shown = people.guest_rows(self._guests)
        self.field.choices = len(shown.rows) if shown.rows and shown.rows[0].number else 0
        self.rows.show_list(shown)
        self.field.setAccessibleDescription(self._told(shown))

    @staticmethod
    def _told(shown: RowList) -> str:
        """Return what a screen reader says of the list: the one that Enter is for, or none."""
        if not 0 <= shown.chosen < len(shown.rows):
            return "" if shown.rows else shown.nothing
        row = shown.rows[shown.chosen]
        return f"{shown.chosen + 1}/{len(shown.rows)}: {row.title}, {row.second}"

    # What is pressed

    def _typed(self, query: str) -> None:
        if query:
            self.withdraw_sessions()
        self.typed.emit(query)

    def _picked(self, index: int) -> None:
        """Take a row of the page that is shown."""
        if self.offers_sessions:
            self._choose_session(people.first_of_page(self._pointed) + index)
        elif self._candidates.query:
            self.candidate_chosen.emit(people.first_of_page(self._candidates.chosen) + index)
        elif index < len(self._guests):
            self.guest_opened.emit(self._guests[index])

    def _choose_session(self, index: int) -> None:
        offered = self._event.sessions
        if index < len(offered):
            self.withdraw_sessions()
            self.session_chosen.emit(offered[index].id)

    def _moved(self, by: int) -> None:
        if self.offers_sessions:
            last = len(self._event.sessions) - 1
            self._point(max(0, min(last, self._pointed + by)))
        else:
            self.moved.emit(by)

    def _confirmed(self) -> None:
        if self.offers_sessions:
            self._choose_session(self._pointed)
        else:
            self.confirmed.emit()

    def _cleared(self) -> None:
        if self.offers_sessions:
            self.withdraw_sessions()
        else:
            self.cleared.emit()

    # How it is painted

    def place(self) -> None:
        """Put field and list below each other, with the hint between."""
        size = self.design_size
        self.box.setGeometry(self.on_screen(QRectF(0, 0, size.width(), _BOX)))
        top = _BOX + _HINT
        self.rows.setGeometry(
            self.on_screen(QRectF(0, top, size.width(), max(0.0, size.height() - top)))
        )
        self.box.set_scale(self.scale)
        self.rows.set_scale(self.scale)

    def draw(self, canvas: Canvas, size: QSizeF) -> None:
        """Paint the hint."""
        icon, ink = (
            ("check-circle-fill", LIGHT.ok_ink)
            if self._scans
            else ("warning-circle-bold", LIGHT.sun_ink)
        )
        canvas.icon(QRectF(4, _BOX + 8, 18, 18), icon, ink)
        words = QRectF(30, _BOX + 5, size.width() - 34, 24)
        canvas.line(words, self._hint, Type(14, theme.SEMIBOLD, ink), least=11)
