"""SigningSheet: what a guest sees and signs, on the desk's own screen or on one turned to them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.signature import Signature, is_enough
from kiosk.ui import theme
from kiosk.ui.theme import LIGHT
from kiosk.ui.widgets.desk_button import Caption, DeskButton, Look
from kiosk.ui.widgets.desk_canvas import CENTRE, Canvas, Type
from kiosk.ui.widgets.desk_panel import DeskPanel
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.signature_pad import SignaturePad

_PEN_MM = 0.9
_HEAD, _FOOT, _EDGE = 76.0, 64.0, 12.0
_DESIGN_WIDTH = 700.0


class SigningSheet(DeskPanel):
    """A pad with the guest's name over it; ``accepted`` tells that there is ink enough.

    It takes no key and shows nothing but the name: on a second screen it stands before the guest.
    """

    accepted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._is_short = name, False
        self._dress = Dress()
        self.pad = SignaturePad(self._dress, self, pen_mm=_PEN_MM * 2)
        self.pad.changed.connect(self._inked)
        self.clear_button = DeskButton(Caption(""), px=18, parent=self)
        self.clear_button.clicked.connect(self.pad.clear)
        self.done = DeskButton(Caption(""), Look.PRIMARY, px=18, parent=self)
        self.done.clicked.connect(self.finish)
        self.setAutoFillBackground(True)
        self.setPalette(theme.palette(LIGHT))
        self.renew()

    def signature(self) -> Signature:
        """Return what is drawn."""
        return self.pad.signature()

    def finish(self) -> None:
        """Take the ink, or ask for more of it."""
        if is_enough(self.pad.signature()):
            self.accepted.emit()
        else:
            self._is_short = True
            self.renew()

    def _inked(self) -> None:
        self._is_short = False
        self.renew()

    def title(self) -> str:
        """Return what the guest is asked."""
        if self._is_short:
            return self.tr("Please sign a little larger")
        return self.tr("Please sign here")

    def describe(self) -> None:
        """Word pad and buttons."""
        self.setAccessibleName(self.title())
        self.pad.say(self.title(), self._name)
        self.clear_button.show_caption(Caption(self.tr("Clear"), icon="eraser-bold"))
        self.done.show_caption(Caption(self.tr("Done"), icon="check-bold"))

    def fill(self) -> None:
        """Take the scale from the sheet's own size, on a screen of its own."""
        self.set_scale(max(0.6, self.width() / _DESIGN_WIDTH))

    def place(self) -> None:
        """Put the pad between the words and the buttons."""
        size = self.design_size
        self._dress.unit = 0.5 * self.scale
        pad = QRectF(0, _HEAD, size.width(), size.height() - _HEAD - _FOOT - _EDGE)
        self.pad.setGeometry(self.on_screen(pad.adjusted(_EDGE, 0, -_EDGE, 0)))
        half = (size.width() - 3 * _EDGE) / 2
        top = size.height() - _FOOT
        for at, button in enumerate((self.clear_button, self.done)):
            area = QRectF(_EDGE + at * (half + _EDGE), top, half, _FOOT - _EDGE)
            button.set_scale(self.scale)
            button.setGeometry(self.on_screen(area))

    def draw(self, canvas: Canvas, size: QSizeF) -> None:
        """Paint the sky under the pad's paper, the words and the name."""
        canvas.box(QRectF(0, 0, size.width(), size.height()), LIGHT.sand, 14)
        row = QRectF(_EDGE, 8, size.width() - 2 * _EDGE, 32)
        canvas.line(row, self.title(), Type(24, theme.EXTRABOLD), CENTRE, least=16)
        name = row.translated(0, 33)
        canvas.line(name, self._name, Type(18, theme.SEMIBOLD, LIGHT.ink2), CENTRE, least=13)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave keys to staff."""
        event.ignore()


def guest_window(sheet: SigningSheet) -> SigningSheet:
    """Make a window of a sheet: no frame, no task bar's entry, nothing to close it by."""
    sheet.setWindowFlags(
        Qt.WindowType.Window
        | Qt.WindowType.FramelessWindowHint
        | Qt.WindowType.WindowDoesNotAcceptFocus
        | Qt.WindowType.WindowStaysOnTopHint
    )
    sheet.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    # The desk's window alone decides when the program ends.
    sheet.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
    sheet.setWindowTitle(QCoreApplication.translate("SigningSheet", "Please sign here"))
    return sheet
