"""KeyLegend: the keys that do something, along the window's lower edge."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtWidgets import QWidget

from kiosk.ui import theme
from kiosk.ui.theme import LIGHT
from kiosk.ui.widgets.desk_canvas import Canvas, Type
from kiosk.ui.widgets.desk_panel import DeskPanel


class KeyLegend(DeskPanel):
    """Name every key of this window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.describe()

    def keys(self) -> list[tuple[str, str]]:
        """Return each key with what it does."""
        return [
            ("Enter", self.tr("Check in")),
            ("1–9  ↑ ↓", self.tr("Choose")),
            ("F6", self.tr("Badge")),
            ("F8", self.tr("Kiosk requests")),
            ("F9", self.tr("Session")),
            ("F10", self.tr("Print queue")),
            ("Ctrl+Z", self.tr("Undo")),
            ("Esc", self.tr("Clear")),
        ]

    def describe(self) -> None:
        """Tell all keys."""
        self.setAccessibleName(", ".join(f"{key} {does}" for key, does in self.keys()))

    def draw(self, canvas: Canvas, size: QSizeF) -> None:
        """Paint caps and words in one row."""
        left, middle = 18.0, size.height() / 2
        style = Type(14, theme.SEMIBOLD, LIGHT.ink2)
        for key, does in self.keys():
            left += canvas.keycap(QPointF(left, middle - 12), key, LIGHT.ink, LIGHT.paper) + 7
            room = style.width(does) + 2
            canvas.line(QRectF(left, 0, room, size.height()), does, style)
            left += room + 18
