"""CorrectionDialog: what is wrong about somebody's registration, put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF, Signal
from PySide6.QtWidgets import QWidget

from kiosk.domain.correction import changed
from kiosk.domain.errors import KioskError
from kiosk.domain.registration import Registration
from kiosk.ui.front_desk import deed_words
from kiosk.ui.front_desk.person_form import PersonForm
from kiosk.ui.widgets.desk_dialog import DeskDialog, Tone

if TYPE_CHECKING:
    from kiosk.ui.desk_deeds import DeskDeeds

_ROWS = (
    ("name", "name_latin"),
    ("organisation",),
    ("job_title", "seat"),
    ("phone", "email"),
)


class CorrectionDialog(DeskDialog):
    """Change a person's fields; ``corrected`` carries who was shown and who is wanted."""

    corrected = Signal(object, object)
    card_size = QSizeF(820, 650)
    go_key = "Ctrl+Enter"

    def __init__(self, person: Registration, deeds: DeskDeeds, parent: QWidget) -> None:
        super().__init__(parent)
        self._person = person
        self.form = PersonForm(_ROWS, frozenset({"name"}), self)
        self.form.complete_organisations(deeds)
        self.form.fill(person)
        self.form.edited.connect(self._edited)
        self.stops = self.form.stops
        self.renew()

    def title(self) -> str:
        """Return the heading."""
        return self.tr("Correct the registration")

    def go_words(self) -> str:
        """Return what Ctrl+Enter does."""
        return self.tr("Save")

    def place_body(self, body: QRectF) -> None:
        """Give the form the body."""
        self.form.setGeometry(self.on_screen(body))
        self.form.set_scale(self.scale)

    def _edited(self) -> None:
        fields = changed(self._person, self.form.filled(self._person))
        told = ", ".join(deed_words.field(one) for one in fields)
        line = self.tr("Changed: {fields}").format(fields=told) if fields else ""
        if not self.is_busy:
            self.say(line, Tone.GOOD)

    def submit(self) -> None:
        """Save what was changed, or close where nothing was."""
        wanted = self.form.filled(self._person)
        if self.form.lacks():
            return
        if not changed(self._person, wanted):
            self.closed.emit()
            return
        self.set_busy(is_busy=True)
        self.corrected.emit(self._person, wanted)

    def refuse(self, error: KioskError) -> None:
        """Say what was typed wrong, or why nothing was saved; everything typed stays."""
        self.set_busy(is_busy=False)
        if not self.form.blame(error):
            self.say(deed_words.problem(error))
