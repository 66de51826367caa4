"""SigningDialog: a signature, taken on the guest's own screen where there is one, else here."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QWidget

from kiosk.domain.registration import Registration
from kiosk.domain.signature import is_enough
from kiosk.domain.signature_code import encode
from kiosk.domain.signing import SignedBy, Signing
from kiosk.ui import theme
from kiosk.ui.front_desk.signing_sheet import SigningSheet, guest_window
from kiosk.ui.theme import LIGHT
from kiosk.ui.widgets.desk_button import Caption, DeskButton
from kiosk.ui.widgets.desk_canvas import CENTRE, Canvas, Type
from kiosk.ui.widgets.desk_dialog import DeskDialog


def second_screen(window: QWidget) -> QScreen | None:
    """Return a screen other than the one a window is on, or None."""
    own = window.screen()
    return next((one for one in QGuiApplication.screens() if one is not own), None)


class SigningDialog(DeskDialog):
    """Show whose signature it is; ``signed`` carries a Signing: ink, or "cannot sign"."""

    signed = Signal(object)
    card_size = QSizeF(760, 600)

    def __init__(
        self, person: Registration, parent: QWidget, screen: QScreen | None = None
    ) -> None:
        super().__init__(parent)
        self._person, self._screen = person, screen
        self.sheet = SigningSheet(person.name, None if screen else self)
        self.sheet.accepted.connect(self.submit)
        self.cannot = DeskButton(Caption(""), px=16, parent=self)
        self.cannot.clicked.connect(self._confirm_instead)
        self.renew()
        if screen is not None:
            self._show_on(screen)

    def _show_on(self, screen: QScreen) -> None:
        guest_window(self.sheet)
        self.sheet.setGeometry(screen.geometry())
        self.sheet.fill()
        self.sheet.show()

    @property
    def is_elsewhere(self) -> bool:
        """Tell whether the guest has a screen of their own."""
        return self._screen is not None

    def leave(self) -> None:
        """Wipe the ink and take the guest's window away."""
        self.sheet.pad.clear()
        self.sheet.close()
        if self.is_elsewhere:
            self.sheet.deleteLater()

    def title(self) -> str:
        """Return the heading."""
        return self.tr("Take a signature")

    def go_words(self) -> str:
        """Return what Enter does."""
        return self.tr("Accept")

    def others(self) -> list[DeskButton]:
        """Return the way for who cannot sign."""
        return [self.cannot]

    def describe(self) -> None:
        """Word the button for who cannot sign."""
        super().describe()
        self.cannot.show_caption(Caption(self.tr("Cannot sign: staff confirm"), "F4"))

    def place_body(self, body: QRectF) -> None:
        """Give the sheet the body, unless it is elsewhere."""
        if not self.is_elsewhere:
            self.sheet.setGeometry(self.on_screen(body.adjusted(0, -4, 0, 4)))
            self.sheet.set_scale(self.scale)

    def draw_body(self, canvas: Canvas, body: QRectF) -> None:
        """Say where the guest signs."""
        if not self.is_elsewhere:
            return
        middle = body.center().y()
        icon = QRectF(body.center().x() - 40, middle - 110, 80, 80)
        canvas.icon(icon, "note-pencil", LIGHT.edge)
        row = QRectF(body.left(), middle - 14, body.width(), 36)
        canvas.line(row, self._person.name, Type(26, theme.EXTRABOLD), CENTRE, least=16)
        words = self.tr("The guest signs on the other screen.")
        small = Type(17, theme.MEDIUM, LIGHT.ink2)
        canvas.line(row.translated(0, 40), words, small, CENTRE, least=13)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Know F4 besides."""
        if event.key() == Qt.Key.Key_F4 and not event.isAutoRepeat():
            self._confirm_instead()
        else:
            super().keyPressEvent(event)

    def submit(self) -> None:
        """Take the ink, or ask the guest for more."""
        signature = self.sheet.signature()
        if not is_enough(signature):
            self.sheet.finish()
            self.say(self.tr("There is no signature yet, or it is too small."))
        elif not self.is_busy:
            self._give(Signing(encode(signature)))

    def _confirm_instead(self) -> None:
        if not self.is_busy:
            self._give(Signing(means=SignedBy.STAFF))

    def _give(self, signing: Signing) -> None:
        self.set_busy(is_busy=True)
        self.signed.emit(signing)
