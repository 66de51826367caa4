"""StepLine: how far a guest has come among a few steps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui import theme
from kiosk.ui.widgets.dress import BODY, Dress
from kiosk.ui.widgets.touch_button import baseline

_DISC, _GAP, _DASH = 56.0, 14.0, 34.0


class StepLine(QWidget):
    """Done steps ticked, the present one full; names are left out where they find no room.

    The discs bear no numbers: in a line's height they would be lower than 12 mm.
    """

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dress = dress
        self._steps: tuple[str, ...] = ()
        self._at = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_steps(self, steps: Sequence[str], at: int) -> None:
        """Show these steps, the one numbered ``at`` (from 0) being the present one."""
        self._steps, self._at = tuple(steps), at
        self.setAccessibleName(f"{at + 1}/{len(steps)} {steps[at]}")
        self.update()

    def _px(self) -> float:
        text = "".join(self._steps)
        return self._dress.px(BODY * theme.ink_growth(text) * self._dress.text_scale)

    def least_height(self, _width: float) -> float:
        """Return the height of a line."""
        return self._px() * 1.3

    def wished_height(self, width: float) -> float:
        """Return the height of a line."""
        return self.least_height(width)

    def least_width(self) -> float:
        """Return the width of the discs and the present step's name."""
        return self._width_of(self._present())

    def _present(self) -> list[str]:
        return [one if at == self._at else "" for at, one in enumerate(self._steps)]

    def _names(self, width: float) -> list[str]:
        """Return the names that have room: all of them, else the present one alone."""
        shown = list(self._steps)
        if self._width_of(shown) > width:
            shown = self._present()
        return shown

    def _width_of(self, names: Sequence[str]) -> float:
        px = self._dress.px
        disc = self._px() * _DISC / BODY
        words = sum(
            theme.text_width(one, self._px(), theme.BOLD) + px(_GAP) for one in names if one
        )
        return words + len(names) * disc + (len(names) - 1) * px(_DASH + 2 * _GAP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint discs, names and the dashes between them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dress, size = self._dress, self._px()
        gap, disc, x = dress.px(_GAP), size * _DISC / BODY, 0.0
        for at, name in enumerate(self._names(self.width())):
            if at:
                dash = QRectF(x, self.height() / 2 - dress.px(2), dress.px(_DASH), dress.px(4))
                painter.fillRect(dash, dress.colour("edge"))
                x += dress.px(_DASH) + gap
            box = QRectF(x, (self.height() - disc) / 2, disc, disc)
            self._paint_disc(painter, box, at)
            x += disc + gap
            if name:
                ink = dress.colour("ink" if at == self._at else "ink2")
                spot = QPointF(x, baseline(self.height(), size, theme.BOLD))
                theme.paint_line(painter, spot, name, size, theme.BOLD, ink)
                x += theme.text_width(name, size, theme.BOLD) + gap
        painter.end()

    def _paint_disc(self, painter: QPainter, box: QRectF, at: int) -> None:
        dress = self._dress
        if at < self._at:
            theme.paint_icon(painter, box, "check-circle-fill", dress.colour("ok_ink"))
            return
        is_now = at == self._at
        painter.setPen(Qt.PenStyle.NoPen if is_now else dress.colour("edge"))
        painter.setBrush(dress.colour("ink") if is_now else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
