"""VerdictBanner: field, shape and words of a verdict, and the button that takes it back."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.ui import theme
from kiosk.ui.front_desk.verdict_words import BEFORE, Banner
from kiosk.ui.theme import LIGHT
from kiosk.ui.widgets.desk_canvas import CENTRE, Canvas, Type
from kiosk.ui.widgets.desk_marks import paint_mark
from kiosk.ui.widgets.desk_panel import DeskPanel

_PAD = 22.0
_MARK = 76.0


class UndoButton(QAbstractButton):
    """Take the check-in back while its seconds count down."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.scale, self._seconds = 1.0, 0

    def count(self, seconds: int) -> None:
        """Show how many seconds are left."""
        self._seconds = seconds
        self.setAccessibleName(self.tr("Undo"))
        self.update()

    def design_width(self) -> float:
        """Return the width its words need, in design pixels."""
        words = Type(17, theme.BOLD).width(self.tr("Undo")) + 31
        return max(words, Type(14, theme.SEMIBOLD).width(self._time(30))) + 36

    def _time(self, seconds: int) -> str:
        return self.tr("Ctrl+Z · {n} s").format(n=seconds)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a white outline with two lines of words."""
        painter = QPainter(self)
        canvas = Canvas(painter, self.scale)
        area = QRectF(0, 0, self.width() / self.scale, self.height() / self.scale)
        field = "#07512F" if self.isDown() else None
        canvas.box(area, field, 12, edge=LIGHT.on_ok, edge_width=2)
        bold = Type(17, theme.BOLD, LIGHT.on_ok)
        wide = bold.width(self.tr("Undo")) + 31
        left, middle = (area.width() - wide) / 2, area.center().y() - 13
        canvas.icon(QRectF(left, middle - 11, 22, 22), "arrow-u-up-left-bold", LIGHT.on_ok)
        canvas.line(QRectF(left + 31, middle - 14, wide, 28), self.tr("Undo"), bold)
        small = Type(14, theme.SEMIBOLD, LIGHT.on_ok)
        row = QRectF(0, area.center().y() + 3, area.width(), 22)
        canvas.line(row, self._time(self._seconds), small, CENTRE)
        painter.end()


class VerdictBanner(DeskPanel):
    """Show a banner; ``undo.clicked`` tells that staff take the last check-in back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.banner = Banner(BEFORE, "", "")
        self.undo = UndoButton(self)
        self.undo.hide()

    def show_banner(self, banner: Banner, undo_seconds: int = 0) -> None:
        """Show another banner; with seconds left, the button to undo counts them down."""
        self.banner = banner
        self.undo.setVisible(undo_seconds > 0)
        self.undo.count(undo_seconds)
        self.renew()

    def describe(self) -> None:
        """Tell head and advice."""
        self.setAccessibleName(f"{self.banner.head}. {self.banner.advice}")

    def place(self) -> None:
        """Put the button at the right."""
        size, wide = self.design_size, self.undo.design_width()
        self.undo.scale = self.scale
        left = size.width() - _PAD - wide
        self.undo.setGeometry(self.on_screen(QRectF(left, (size.height() - 76) / 2, wide, 76)))

    def draw(self, canvas: Canvas, size: QSizeF) -> None:
        """Paint the field, the mark and the words: one line of head, up to two of advice."""
        field = self.banner.field
        canvas.box(QRectF(0, 0, size.width(), size.height()), field.colour, 16)
        mark = QRectF(_PAD, (size.height() - _MARK) / 2, _MARK, _MARK)
        paint_mark(canvas.painter, mark, field.mark)
        left = mark.right() + 20
        taken = self.undo.design_width() + 14 if not self.undo.isHidden() else 0
        room = size.width() - left - _PAD - taken
        head = Type(42, theme.EXTRABOLD, field.ink)
        advice = Type(16, theme.SEMIBOLD, field.ink)
        lines = advice.wrapped(self.banner.advice, room, 2) if self.banner.advice else []
        tall = 50 + len(lines) * 21
        top = (size.height() - tall) / 2
        canvas.line(QRectF(left, top, room, 50), self.banner.head, head, least=26)
        canvas.lines(QRectF(left, top + 52, room, 42), lines, advice, leading=1.3)
