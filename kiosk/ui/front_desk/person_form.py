"""PersonForm: who somebody is, as fields in rows; organisations of the roster are completed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QWidget

from kiosk.domain.errors import KioskError
from kiosk.domain.registration import Category, Registration
from kiosk.domain.walk_in import WalkInForm
from kiosk.ui.front_desk import deed_words, people
from kiosk.ui.widgets.desk_choices import ROW, DeskChoices
from kiosk.ui.widgets.desk_field import FIELD_HEIGHT, DeskField
from kiosk.ui.widgets.desk_panel import DeskPanel

if TYPE_CHECKING:
    from kiosk.ui.desk_deeds import DeskDeeds

_STEP = FIELD_HEIGHT + 14
_BETWEEN = 18.0
_INSET = 5.0
"""The choices stand this much further in than their own edge; see DeskChoices."""
_FIELD_OF = {
    "NAME_SHORT": "name",
    "NAME_LONG": "name",
    "PHONE_WRONG": "phone",
    "EMAIL_WRONG": "email",
}


class PersonForm(DeskPanel):
    """Rows of one field or two, and the role below; ``edited`` comes as anything is changed."""

    edited = Signal()

    def __init__(
        self, rows: Sequence[Sequence[str]], required: frozenset[str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._rows, self._required = rows, required
        self.fields = {name: DeskField(self) for row in rows for name in row}
        self.roles = DeskChoices(self)
        self.roles.chosen.connect(lambda _: self.edited.emit())
        for one in self.fields.values():
            one.edited.connect(self.edited)
        self._asked = ""
        self.renew()
        self.roles.choose(Category.ATTENDEE.value)

    @property
    def stops(self) -> list[QWidget]:
        """Return what the Tab key walks through."""
        return [*self.fields.values(), self.roles]

    def complete_organisations(self, deeds: DeskDeeds) -> None:
        """Offer organisations of the roster while one is typed."""
        line = self.fields["organisation"].line
        line.textEdited.connect(lambda _: self._ask_organisations(deeds))

    def _ask_organisations(self, deeds: DeskDeeds) -> None:
        line = self.fields["organisation"].line
        typed = self._asked = line.query()
        line.offer("")
        if typed.strip():
            deeds.find_organisations(typed, self.while_alive(self._answer_to(typed)))

    def _answer_to(self, typed: str) -> Callable[[list[str]], None]:
        def answer(found: list[str]) -> None:
            line = self.fields["organisation"].line
            # What is an organisation already needs no longer one in its place.
            if typed == self._asked == line.query() and typed not in found:
                line.offer(found[0] if found else "")

        return answer

    # What is typed

    def value(self, name: str) -> str:
        """Return what is typed into a field, "" where there is none of the name."""
        return self.fields[name].text().strip() if name in self.fields else ""

    def walk_in(self) -> WalkInForm:
        """Return what is typed as the form of somebody at the door."""
        return WalkInForm(*(self.value(name) for name in WalkInForm._fields))

    def fill(self, person: Registration) -> None:
        """Show a person's own values."""
        for name, one in self.fields.items():
            one.line.setText(str(getattr(person, name)))
        self.roles.choose(person.category.value)

    def filled(self, person: Registration) -> Registration:
        """Return a person with what the fields hold."""
        typed: dict[str, Any] = {name: self.value(name) for name in self.fields}
        return person._replace(**typed, category=Category(self.roles.value))

    # What is wrong

    def lacks(self) -> bool:
        """Say at the first required field that is empty that it is, and tell whether one was."""
        for name in self.fields:
            if name in self._required and not self.value(name):
                self._complain(name, self._missing(name))
                return True
        return False

    def blame(self, error: KioskError) -> bool:
        """Say at its field what was typed wrong, and tell whether the error is about one."""
        name = _FIELD_OF.get(error.code, str(error.facts.get("field", "")))
        if name not in self.fields:
            return False
        self._complain(name, self._wrong(error))
        return True

    def _complain(self, name: str, words: str) -> None:
        self.fields[name].complain(words)
        self.fields[name].setFocus()

    def _missing(self, name: str) -> str:
        match name:
            case "name":
                return self.tr("Enter a name")
            case "organisation":
                return self.tr("Enter an organisation, or “Individual”")
            case _:
                return self.tr("Enter a number")

    def _wrong(self, error: KioskError) -> str:
        match error.code:
            case "PHONE_WRONG":
                return self.tr("A number has 10 or 11 digits")
            case "EMAIL_WRONG":
                return self.tr("No e-mail address")
            case "NAME_SHORT":
                return self.tr("Enter the whole name")
            case "RRN_IN_TEXT":
                return self.tr("No resident numbers here")
            case _:
                return self.tr("Too long")

    # How it is shown

    def describe(self) -> None:
        """Word labels and roles."""
        for name, one in self.fields.items():
            is_required = name in self._required
            mark = self.tr("Required") if is_required else ""
            hint = "" if is_required else self.tr("Optional")
            one.say(deed_words.field(name), mark, hint)
        self.fields["organisation"].line.hint = self.tr("Tab to fill in")
        options = [(one.value, people.role(one).text) for one in Category]
        self.roles.offer(self.tr("Role"), options)

    def place(self) -> None:
        """Put the rows below each other, and the role under them."""
        wide = self.design_size.width()
        for at, row in enumerate(self._rows):
            share = (wide - _BETWEEN * (len(row) - 1)) / len(row)
            for column, name in enumerate(row):
                left = column * (share + _BETWEEN)
                area = QRectF(left, at * _STEP, share, FIELD_HEIGHT)
                self.fields[name].setGeometry(self.on_screen(area))
                self.fields[name].set_scale(self.scale)
        top = len(self._rows) * _STEP - _INSET
        self.roles.setGeometry(self.on_screen(QRectF(0, top, wide, ROW + 2 * _INSET)))
        self.roles.set_scale(self.scale)

    @property
    def tall(self) -> float:
        """Return how tall it is, in design pixels."""
        return len(self._rows) * _STEP + ROW + _INSET
