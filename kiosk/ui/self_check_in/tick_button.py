"""TickButton: a choice that is on or off; the tick tells it, not the colour."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.touch_button import Kind, TouchButton

translate = QCoreApplication.translate


class TickButton(TouchButton):
    """Words beside a box that is empty or ticked."""

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(dress, Kind.LINE, icon="square-bold", tall=110, left=True, parent=parent)
        self.is_on = False

    def show_tick(self, words: str, *, is_on: bool) -> None:
        """Show words, ticked or not."""
        self.is_on = is_on
        self.dress_as(
            Kind.PAPER if is_on else Kind.LINE, "check-square-fill" if is_on else "square-bold"
        )
        state = (
            translate("SelfCheckIn", "{item}, on")
            if is_on
            else translate("SelfCheckIn", "{item}, off")
        )
        self.say(words, state.format(item=words))
