"""HelpDialog: every key of the desk, and what it does."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtWidgets import QWidget

from kiosk.ui import theme
from kiosk.ui.theme import LIGHT
from kiosk.ui.widgets.desk_canvas import Canvas, Type, keycap_width
from kiosk.ui.widgets.desk_dialog import DeskDialog

_ROW = 36.0


class HelpDialog(DeskDialog):
    """Tell the keys in two columns; any of them may also be pressed right away after Esc."""

    card_size = QSizeF(1000, 560)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.renew()

    def title(self) -> str:
        """Return the heading."""
        return self.tr("Keys")

    def keys(self) -> list[tuple[str, str]]:
        """Return each key with what it does, the commonest first."""
        return [
            ("Enter", self.tr("Check in the person shown")),
            ("1–9  ↑ ↓", self.tr("Choose another match")),
            ("Esc", self.tr("Clear, ready for the next guest")),
            ("Ctrl+Enter", self.tr("Let in past a rule, with a reason")),
            ("Ctrl+Z", self.tr("Undo: at once within 30 seconds, else with a reason")),
            ("Ctrl+Y", self.tr("Check in again after an undo")),
            ("Ctrl+E", self.tr("Check out the person shown")),
            ("Ctrl+P", self.tr("Print queue")),
            ("F1", self.tr("These keys")),
            ("F2", self.tr("Correct; held down: show number and e-mail")),
            ("F3", self.tr("Register a walk-in")),
            ("F4", self.tr("Back to the search")),
            ("F5", self.tr("Flag and notes")),
            ("F6", self.tr("Print the badge again, with a reason")),
            ("F7", self.tr("Take a signature")),
            ("F8", self.tr("Take or end a kiosk request")),
            ("F9", self.tr("Choose the session")),
            ("F10", self.tr("Check in a group")),
            ("F11", self.tr("Dark or light")),
            ("F12", self.tr("Set up a scanner")),
        ]

    def describe(self) -> None:
        """Read every key."""
        super().describe()
        self.setAccessibleDescription("; ".join(f"{key}: {does}" for key, does in self.keys()))

    def draw_body(self, canvas: Canvas, body: QRectF) -> None:
        """Paint the keys in two columns, and below them what a scan does."""
        keys = self.keys()
        rows = -(-len(keys) // 2)
        half = (body.width() - 24) / 2
        for at, (key, does) in enumerate(keys):
            left = body.left() + at // rows * (half + 24)
            top = body.top() + at % rows * _ROW
            canvas.keycap(QPointF(left, top + 5), key, LIGHT.ink, LIGHT.paper)
            beside = max(96.0, keycap_width(key) + 12)
            words = QRectF(left + beside, top, half - beside, _ROW)
            canvas.line(words, does, Type(15, theme.SEMIBOLD), least=12)
        last = QRectF(body.left(), body.top() + rows * _ROW + 10, body.width(), 30)
        told = self.tr("A scan works at any time; before an open dialog it waits.")
        canvas.line(last, told, Type(15, theme.MEDIUM, LIGHT.ink2), least=12)
