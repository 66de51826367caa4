"""DevicePanel: what to do about a device, below its chip."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSizeF, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui import theme
from kiosk.ui.theme import LIGHT
from kiosk.ui.widgets.desk_button import Caption, DeskButton
from kiosk.ui.widgets.desk_canvas import Canvas, Type
from kiosk.ui.widgets.desk_chip import Chip
from kiosk.ui.widgets.desk_panel import DeskPanel

WIDTH = 380.0
_EDGE, _HEAD, _BUTTON = 18.0, 30.0, 44.0
_WORDS = Type(15, theme.MEDIUM)
_LINES_MOST = 7


class DevicePanel(DeskPanel):
    """Show one chip's remedy; a scanner's also offers to check it with a test code."""

    check_wanted = Signal()
    _chip: Chip | None

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window, self._chip = parent, None
        self._is_pinned = self._offers_check = False
        self.check = DeskButton(Caption(""), px=15, parent=self)
        self.check.clicked.connect(self.check_wanted)
        self.hide()

    @property
    def is_pinned(self) -> bool:
        """Tell whether it stays when the mouse goes."""
        return self._is_pinned

    def show_remedy(self, chip: Chip, under: QRect, *, pinned: bool, offers_check: bool) -> None:
        """Appear under a chip; ``under`` is the chip in the window's own pixels."""
        if not chip.remedy:
            self.leave()
            return
        self._chip, self._is_pinned, self._offers_check = chip, pinned, offers_check
        self.renew()
        wide, tall = round(WIDTH * self.scale), round(self._height() * self.scale)
        right = self._window.width() - round(12 * self.scale)
        left = min(under.center().x() - wide // 2, right - wide)
        self.setGeometry(max(0, left), under.bottom() + round(8 * self.scale), wide, tall)
        self.show()
        self.raise_()

    def leave(self) -> None:
        """Go, pinned or not."""
        self._is_pinned = False
        self._chip = None
        self.hide()

    def _lines(self) -> list[str]:
        told = self._chip.remedy if self._chip else ""
        return _WORDS.wrapped(told, WIDTH - 2 * _EDGE, _LINES_MOST)

    def _height(self) -> float:
        words = len(self._lines()) * _WORDS.px * 1.4
        return _EDGE + _HEAD + words + (_BUTTON + 12 if self._offers_check else 0) + _EDGE

    def describe(self) -> None:
        """Tell the remedy."""
        words = (self._chip.text, self._chip.remedy) if self._chip else ()
        self.setAccessibleName(". ".join(words))
        self.check.setVisible(self._offers_check)
        caption = Caption(self.tr("Check a scanner"), "F12", "barcode")
        self.check.show_caption(caption)

    def place(self) -> None:
        """Put the button below the words."""
        size = self.design_size
        self.check.set_scale(self.scale)
        top = size.height() - _EDGE - _BUTTON
        area = QRectF(_EDGE, top, min(self.check.design_width(), size.width() - 2 * _EDGE), _BUTTON)
        self.check.setGeometry(self.on_screen(area))

    def draw(self, canvas: Canvas, size: QSizeF) -> None:
        """Paint a card with the chip's words and the remedy."""
        if self._chip is None:
            return
        area = QRectF(0, 0, size.width(), size.height())
        canvas.box(area, LIGHT.paper, 14, edge=LIGHT.edge, edge_width=2)
        inner = area.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        canvas.icon(QRectF(inner.left(), inner.top(), 22, 22), self._chip.icon, LIGHT.ink)
        head = QRectF(inner.left() + 30, inner.top(), inner.width() - 30, 22)
        canvas.line(head, self._chip.text, Type(17, theme.BOLD))
        words = QRectF(inner.left(), inner.top() + _HEAD, inner.width(), inner.height())
        canvas.lines(words, self._lines(), _WORDS, 1.4)
