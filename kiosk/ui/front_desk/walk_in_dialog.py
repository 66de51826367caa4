"""WalkInDialog: somebody who did not sign up, from typing to the badge by keys alone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.consent import Means
from kiosk.domain.errors import KioskError
from kiosk.domain.registration import Category
from kiosk.domain.walk_in import WalkInForm
from kiosk.services.desk_walk_in import DeskForm
from kiosk.ui.front_desk import deed_words
from kiosk.ui.front_desk.person_form import PersonForm
from kiosk.ui.widgets.desk_button import Caption, DeskButton
from kiosk.ui.widgets.desk_choices import ROW, DeskChoices
from kiosk.ui.widgets.desk_dialog import DeskDialog, Tone
from kiosk.ui.widgets.desk_tick import DeskTick

if TYPE_CHECKING:
    from kiosk.services.desk_walk_in import Alike
    from kiosk.ui.desk_deeds import DeskDeeds

_ROWS = (("name", "phone"), ("organisation",), ("job_title", "email"))
_REQUIRED = frozenset({"name", "phone", "organisation"})
_INDIVIDUAL = frozenset({"개인", "individual"})
"""What staff type for somebody without an organisation."""
_LOOK_AFTER_MS = 120
_TICK = 74.0
_MEANS = 236.0


class WalkInDialog(DeskDialog):
    """Take a walk-in; ``typed`` carries a DeskForm and whether a signature follows.

    ``known_wanted`` carries the id of somebody on the roster who is opened instead. Who does not
    consent is counted without a name, and then nothing needs to be typed.
    """

    typed = Signal(object, bool)
    known_wanted = Signal(str)
    card_size = QSizeF(820, 650)
    go_key = "Ctrl+Enter"

    def __init__(self, deeds: DeskDeeds, parent: QWidget, *, asks: bool) -> None:
        super().__init__(parent)
        self._deeds, self._asks = deeds, asks
        self._alike: tuple[Alike, ...] = ()
        self._asked: WalkInForm | None = None
        self.form = PersonForm(_ROWS, _REQUIRED, self)
        self.form.complete_organisations(deeds)
        self.tick, self.means = DeskTick(self), DeskChoices(self)
        self.sign = DeskButton(Caption(""), px=17, parent=self)
        self.open_known = DeskButton(Caption(""), px=16, parent=self)
        self.open_known.hide()
        self.tick.setVisible(asks)
        self.means.setVisible(asks)
        self.stops = [*self.form.stops, self.tick, self.means]
        self._looking = QTimer(self, interval=_LOOK_AFTER_MS, singleShot=True)
        self._connect()
        self.renew()
        self.means.choose(Means.SCREEN.value)

    def _connect(self) -> None:
        self.form.edited.connect(self._edited)
        self.tick.toggled.connect(lambda _: self.renew())
        self.sign.clicked.connect(lambda: self._submit(is_signed=True))
        self.open_known.clicked.connect(self._open_known)
        self._looking.timeout.connect(self.look)

    def begin(self, name: str, phone: str) -> None:
        """Take over what was typed into the search, and type on where something is missing."""
        self.form.fields["name"].line.setText(name)
        self.form.fields["phone"].line.setText(phone)
        first = "phone" if name else "name"
        self.form.fields[first].setFocus()

    # What is said

    def title(self) -> str:
        """Return the heading."""
        return self.tr("Walk-in")

    def go_words(self) -> str:
        """Return what Ctrl+Enter does."""
        if self.is_nameless:
            return self.tr("Count without a name")
        return self.tr("Register and print badge")

    @property
    def is_nameless(self) -> bool:
        """Tell whether the person has not consented to be registered."""
        return self._asks and not self.tick.isChecked()

    def others(self) -> list[DeskButton]:
        """Return the buttons beside it."""
        return [one for one in (self.sign, self.open_known) if not one.isHidden()]

    def describe(self) -> None:
        """Word the consent and the buttons."""
        super().describe()
        self.tick.say(
            self.tr(
                "I explained purpose, items, period and the right to refuse, and the guest agreed."
            ),
            self.tr("Without consent only the headcount is recorded, no badge."),
        )
        options = [
            (Means.SCREEN.value, self.tr("On screen")),
            (Means.PAPER.value, self.tr("On paper")),
        ]
        self.means.offer("", options)
        self.means.setEnabled(self.tick.isChecked())
        self.sign.show_caption(Caption(self.tr("Get signature"), "F7", "note-pencil"))
        self.open_known.show_caption(Caption(self.tr("Open that person"), "Ctrl+O"))
        self.sign.setVisible(self.open_known.isHidden() and not self.is_nameless)

    def place_body(self, body: QRectF) -> None:
        """Put the fields, and the consent under them."""
        form = QRectF(body.left(), body.top(), body.width(), self.form.tall)
        self.form.setGeometry(self.on_screen(form))
        self.form.set_scale(self.scale)
        top = form.bottom() + 14
        tick = QRectF(body.left(), top, body.width() - _MEANS - 10, _TICK)
        self.tick.scale = self.scale
        self.tick.setGeometry(self.on_screen(tick))
        beside = QRectF(tick.right() + 10, top + (_TICK - ROW) / 2 - 5, _MEANS, ROW + 10)
        self.means.setGeometry(self.on_screen(beside))
        self.means.set_scale(self.scale)

    # What happens while it is typed

    def _edited(self) -> None:
        self._looking.start()

    def look(self) -> None:
        """Ask whether somebody of this name is there already; what was typed since counts."""
        form = self._asked = self.form.walk_in()
        seen = self.while_alive(partial(self._see, form))
        self._deeds.find_alike(form, seen)

    def _see(self, form: WalkInForm, found: tuple[Alike, ...]) -> None:
        if form is not self._asked or self.is_busy:
            return
        self._alike = found
        self.open_known.setVisible(bool(found))
        if not found:
            whole = self.form.value("name") and self.form.value("phone")
            line = self.tr("No registration with this name and number") if whole else ""
            self.say(line, Tone.GOOD)
        elif found[0].same_phone:
            line = self.tr("Same name and number on the list · Enter to open that person")
            self.say(line, Tone.WARN)
        else:
            line = self.tr("Somebody of this name is registered for {organisation}")
            told = line.format(organisation=found[0].registration.organisation)
            self.say(told, Tone.WARN)

    def _open_known(self) -> None:
        if self._alike and not self.is_busy:
            self.known_wanted.emit(self._alike[0].registration.id)

    # What is pressed

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Know F7 and Ctrl+O besides."""
        chord = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_F7 and not self.sign.isHidden() and not self.is_busy:
            self._submit(is_signed=True)
        elif chord and event.key() == Qt.Key.Key_O:
            self._open_known()
        else:
            super().keyPressEvent(event)

    def enter(self, event: QKeyEvent) -> None:
        """Open whoever is there by name and number; else go on, or register with Ctrl."""
        chord = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not chord and self._alike and self._alike[0].same_phone:
            self._open_known()
        else:
            super().enter(event)

    def submit(self) -> None:
        """Register, or count without a name."""
        self._submit(is_signed=False)

    def _submit(self, *, is_signed: bool) -> None:
        if not self.is_nameless and self.form.lacks():
            return
        form = self.form.walk_in()
        if form.organisation.casefold() in _INDIVIDUAL:
            form = form._replace(organisation="")
        means = None if self.is_nameless or not self._asks else Means(self.means.value)
        self.set_busy(is_busy=True)
        self.typed.emit(DeskForm(form, Category(self.form.roles.value), consent=means), is_signed)

    def refuse(self, error: KioskError) -> None:
        """Say what was typed wrong, or why nothing was written; everything typed stays."""
        self.set_busy(is_busy=False)
        if not self.form.blame(error):
            self.say(deed_words.problem(error))
