"""KeyLegend: the keys that do something, along the window's lower edge."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtWidgets import QWidget

from kiosk.ui import theme
from kiosk.ui.theme import LIGHT
from kiosk.ui.widgets.desk_canvas import Canvas, Type, keycap_width
from kiosk.ui.widgets.desk_panel import DeskPanel

_SIDE, _GAP = 18.0, 14.0
_WORDS = Type(14, theme.SEMIBOLD, LIGHT.ink2)


class KeyLegend(DeskPanel):
    """Name every key of this window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.describe()

    def keys(self) -> list[tuple[str, str]]:
        """Return each key with what it does."""
        return [
            ("F1", self.tr("Help")),
            ("F2", self.tr("Edit")),
            ("F3", self.tr("Walk-in")),
            ("F4", self.tr("Search")),
            ("F5", self.tr("Notes")),
            ("F6", self.tr("Badge")),
            ("F7", self.tr("Signature")),
            ("F8", self.tr("Kiosk requests")),
            ("F9", self.tr("Session")),
            ("F10", self.tr("Group")),
            ("F11", self.tr("Dark")),
            ("Ctrl+Z", self.tr("Undo")),
            ("Esc", self.tr("Clear")),
        ]

    def describe(self) -> None:
        """Tell all keys."""
        self.setAccessibleName(", ".join(f"{key} {does}" for key, does in self.keys()))

    def wide(self) -> float:
        """Return how wide the whole row is, in design pixels."""
        words = sum(keycap_width(key) + 7 + _WORDS.width(does) + 2 for key, does in self.keys())
        return 2 * _SIDE + words + _GAP * (len(self.keys()) - 1)

    def draw(self, canvas: Canvas, size: QSizeF) -> None:
        """Paint caps and words in one row."""
        left, middle = _SIDE, size.height() / 2
        for key, does in self.keys():
            left += canvas.keycap(QPointF(left, middle - 12), key, LIGHT.ink, LIGHT.paper) + 7
            room = _WORDS.width(does) + 2
            canvas.line(QRectF(left, 0, room, size.height()), does, _WORDS)
            left += room + _GAP
