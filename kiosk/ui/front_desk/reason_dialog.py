"""ReasonDialog: why something is done, from a short list or in words of one's own."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF, Signal
from PySide6.QtWidgets import QWidget

from kiosk.domain.deed import OTHER, REASON_LENGTH, DeedKind, Why
from kiosk.ui import theme
from kiosk.ui.front_desk import deed_words
from kiosk.ui.theme import LIGHT
from kiosk.ui.widgets.desk_canvas import Canvas, Type
from kiosk.ui.widgets.desk_choices import DeskChoices
from kiosk.ui.widgets.desk_dialog import DeskDialog
from kiosk.ui.widgets.desk_field import FIELD_HEIGHT, DeskField

_ABOUT = 34.0


class ReasonDialog(DeskDialog):
    """Ask for a reason; ``given`` carries it. A digit and Enter are enough."""

    given = Signal(object)
    card_size = QSizeF(600, 520)

    def __init__(self, kind: DeedKind, about: str, parent: QWidget) -> None:
        self._kind, self._about = kind, about
        super().__init__(parent)
        self.choices = DeskChoices(self, is_column=True)
        self.choices.chosen.connect(self._chosen)
        self.words = DeskField(self)
        self.words.line.setMaxLength(REASON_LENGTH)
        self.stops = [self.choices, self.words]
        self.renew()

    def title(self) -> str:
        """Return what is done."""
        match self._kind:
            case DeedKind.OVERRIDE:
                return self.tr("Let in all the same")
            case DeedKind.REPRINT:
                return self.tr("Print the badge again")
            case _:
                return self.tr("Undo an entry")

    def go_words(self) -> str:
        """Return what Enter does."""
        match self._kind:
            case DeedKind.OVERRIDE:
                return self.tr("Let in")
            case DeedKind.REPRINT:
                return self.tr("Print")
            case _:
                return self.tr("Undo")

    def describe(self) -> None:
        """Word the reasons and the field."""
        super().describe()
        self.setAccessibleDescription(" ".join(one for one in (self._about, self.line) if one))
        self.choices.offer(self.tr("Reason"), deed_words.reasons(self._kind))
        needed = self.tr("Required") if self.choices.value == OTHER else ""
        self.words.say(self.tr("In your own words"), needed, self.tr("Optional"))

    def propose(self, code: str) -> None:
        """Choose a reason beforehand."""
        self.choices.choose(code)

    def place_body(self, body: QRectF) -> None:
        """Put the list under what it is about, and the field under the list."""
        top = body.top() + _ABOUT
        tall = self.choices.height_wanted()
        area = QRectF(body.left() - 5, top, body.width() + 10, tall)
        field = QRectF(body.left(), top + tall + 8, body.width(), FIELD_HEIGHT)
        for child, place in ((self.choices, area), (self.words, field)):
            child.setGeometry(self.on_screen(place))
            child.set_scale(self.scale)

    def draw_body(self, canvas: Canvas, body: QRectF) -> None:
        """Paint what it is about."""
        row = QRectF(body.left(), body.top(), body.width(), 26)
        canvas.line(row, self._about, Type(17, theme.SEMIBOLD, LIGHT.ink2), least=14)

    def _chosen(self, code: str) -> None:
        self.renew()
        if code == OTHER:
            self.words.setFocus()

    def submit(self) -> None:
        """Give the reason, or say what it lacks."""
        code, words = self.choices.value, self.words.text().strip()
        if not code and words:
            code = OTHER  # what is written down needs no choice beside it
        if not code:
            self.say(self.tr("Choose a reason first."))
            self.choices.setFocus()
        elif code == OTHER and not words:
            self.words.complain(self.tr("Write it in a few words"))
            self.words.setFocus()
        else:
            self.set_busy(is_busy=True)
            self.given.emit(Why(code, words))
