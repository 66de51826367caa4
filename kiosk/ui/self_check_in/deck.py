"""HelpDeck: what helps a guest to use the touchscreen, at the bottom of every screen that asks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.touch_button import Kind, TouchButton

translate = QCoreApplication.translate

BOX = ((60.0, 1696.0, 960.0, 160.0), (72.0, 916.0, 1776.0, 136.0))
_GAP_PX = 16.0
_ENGLISH, _KOREAN = "English", "한국어"
"""Each language in its own words, so that whoever needs it can read it; never translated."""


class HelpDeck(QWidget):
    """The cells for high contrast and for the other language."""

    contrast_pressed = Signal()
    language_pressed = Signal()

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dress = dress
        self.contrast = TouchButton(dress, Kind.DECK, icon="circle-half-fill", parent=self)
        self.language = TouchButton(dress, Kind.DECK, icon="translate-bold", parent=self)
        self.contrast.clicked.connect(self.contrast_pressed)
        self.language.clicked.connect(self.language_pressed)

    def speak(self, language: str) -> None:
        """Show every word in a language, and offer the other."""
        on = self._dress.is_high_contrast
        name = translate("SelfCheckIn", "Contrast")
        state = (
            translate("SelfCheckIn", "{item}, on")
            if on
            else translate("SelfCheckIn", "{item}, off")
        )
        self.contrast.dress_as(
            Kind.DECK_ON if on else Kind.DECK, "check-circle-fill" if on else "circle-half-fill"
        )
        self.contrast.say(name, state.format(item=name))
        self.language.say(_ENGLISH if language == "ko" else _KOREAN)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Share the width among the cells."""
        cells = (self.contrast, self.language)
        gap = self._dress.px(_GAP_PX)
        wide = (self.width() - gap * (len(cells) - 1)) / len(cells)
        for place, cell in enumerate(cells):
            cell.setGeometry(round(place * (wide + gap)), 0, round(wide), self.height())
