"""Remedies: what to do about a device, shown while its chip is pointed at or until it is left."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.front_desk.device_panel import DevicePanel
from kiosk.ui.front_desk.top_bar import TopBar
from kiosk.ui.widgets.desk_chip import Chip

SCANNER = "barcode"


def _device(chip: Chip) -> str:
    """Return which device a chip is of: its icon's name without how it looks in this state."""
    return chip.icon.partition("-")[0]


class Remedies(QObject):
    """Show the panel under the chip that is meant; ``check_wanted`` asks for the set-up."""

    check_wanted = Signal()

    def __init__(self, top: TopBar, window: QWidget) -> None:
        super().__init__(window)
        self._top, self._window, self._place = top, window, -1
        self._device = ""
        self.panel = DevicePanel(window)
        self.panel.check_wanted.connect(self.check_wanted)
        top.chip_pointed.connect(self._point)
        top.chip_pressed.connect(self._press)

    def leave(self) -> None:
        """Take the panel away."""
        self._place = -1
        self.panel.leave()

    def refresh(self) -> None:
        """Show what the chip says now; devices change while one reads."""
        if not self.panel.isHidden():
            devices = [_device(chip) for chip in self._top.chips]
            place = devices.index(self._device) if self._device in devices else -1
            self._show(place, pinned=self.panel.is_pinned)

    def _point(self, place: int) -> None:
        if not self.panel.is_pinned:
            self._show(place, pinned=False)

    def _press(self, place: int) -> None:
        if self.panel.is_pinned and place == self._place:
            self.leave()
        else:
            self._show(place, pinned=True)

    def _show(self, place: int, *, pinned: bool) -> None:
        if not 0 <= place < len(self._top.chips):
            self.leave()
            return
        self._place = place
        self._device = _device(self._top.chips[place])
        chip, button = self._top.chips[place], self._top.chip_buttons[place]
        corner = button.mapTo(self._window, button.rect().topLeft())
        under = QRect(corner, button.size())
        self.panel.set_scale(self._top.scale)
        offers_check = self._device == SCANNER
        self.panel.show_remedy(chip, under, pinned=pinned, offers_check=offers_check)
