"""BadgeStage: the badge at its size, its rulers, and the element in hand."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.domain.badge import Box
from kiosk.ui import theme
from kiosk.ui.theme import LIGHT

RULER_PX = 40
_EDGE_PX = 20
_HANDLE_PX = 11
_STEP_MM, _FINE_MM = 1.0, 0.1

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class BadgeStage(QWidget):
    """Show a side of a badge in millimetres; mouse and arrow keys move what is selected.

    Arrows move by a millimetre, with Ctrl by a tenth, with Shift they stretch; Page Up and Page
    Down choose the next element. ``moved`` and ``stretched`` carry millimetres and the name of the
    gesture they belong to, ``picked`` a point of the card, ``stepped`` 1 or -1.
    """

    picked = Signal(float, float)
    moved = Signal(float, float, str)
    stretched = Signal(float, float, str)
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(False)
        self._picture: QImage | None = None
        self._size_mm, self._px_per_mm = (100.0, 70.0), 4.0
        self._box: Box | None = None
        self._label = ""
        self._held: QPointF | None = None
        self._stretches = False
        self._gestures = 0

    def show_card(self, size_mm: tuple[float, float], px_per_mm: float) -> None:
        """Show a card of another size, at so many pixels a millimetre."""
        self._size_mm, self._px_per_mm = size_mm, px_per_mm
        self.setMinimumSize(self.sizeHint())
        self.resize(self.sizeHint().expandedTo(self.size()))
        self.updateGeometry()
        self.update()

    def show_picture(self, picture: QImage) -> None:
        """Show another picture of the card."""
        self._picture = picture
        self.update()

    def show_selected(self, box: Box | None, label: str) -> None:
        """Frame an element and say what it is; None for none."""
        self._box, self._label = box, label
        self.setAccessibleDescription(label)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of card and rulers."""
        width, height = (round(one * self._px_per_mm) for one in self._size_mm)
        return QSize(width + RULER_PX + _EDGE_PX, height + RULER_PX + _EDGE_PX)

    @property
    def card_rect(self) -> QRectF:
        """Return where the card lies among the widget's pixels: in the middle."""
        width, height = (one * self._px_per_mm for one in self._size_mm)
        left = max(RULER_PX, (self.width() - width) / 2)
        top = max(RULER_PX, (self.height() - height) / 2)
        return QRectF(round(left), round(top), width, height)

    def rect_of(self, box: Box) -> QRectF:
        """Return where an element lies among the widget's pixels."""
        card, px = self.card_rect, self._px_per_mm
        return QRectF(
            card.x() + box.left_mm * px,
            card.y() + box.top_mm * px,
            box.width_mm * px,
            box.height_mm * px,
        )

    # What is painted

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint rulers, card, safe margin and the frame of the element in hand."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        card = self.card_rect
        self._paint_rulers(painter, card)
        painter.fillRect(card, QColor(LIGHT.paper))
        if self._picture is not None:
            painter.drawImage(card, self._picture)
        painter.setPen(QPen(QColor(LIGHT.focus if self.hasFocus() else LIGHT.ink), 2))
        painter.drawRect(card.adjusted(-1, -1, 1, 1))
        if self._box is not None:
            self._paint_frame(painter, self.rect_of(self._box))
        painter.end()

    def _paint_rulers(self, painter: QPainter, card: QRectF) -> None:
        painter.setPen(QPen(QColor(LIGHT.ink2), 1))
        painter.setFont(theme.text_font(13))
        wide, high = (int(one) for one in self._size_mm)
        for mm in range(wide + 1):
            x = round(card.x() + mm * self._px_per_mm)
            long = 12 if mm % 10 == 0 else 7 if mm % 5 == 0 else 4
            painter.drawLine(x, int(card.y()) - 8 - long, x, int(card.y()) - 8)
            if mm % 10 == 0:
                painter.drawText(QRectF(x - 20, card.y() - 38, 40, 18), _MIDDLE, str(mm))
        for mm in range(high + 1):
            y = round(card.y() + mm * self._px_per_mm)
            long = 12 if mm % 10 == 0 else 7 if mm % 5 == 0 else 4
            painter.drawLine(int(card.x()) - 8 - long, y, int(card.x()) - 8, y)
            if mm % 10 == 0 and mm:
                painter.drawText(QRectF(card.x() - 46, y - 9, 24, 18), _RIGHT, str(mm))

    def _paint_frame(self, painter: QPainter, frame: QRectF) -> None:
        blue = QColor(LIGHT.focus)
        painter.setPen(QPen(blue, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame)
        for corner in (frame.topLeft(), frame.topRight(), frame.bottomLeft(), frame.bottomRight()):
            half = _HANDLE_PX / 2
            painter.fillRect(
                QRectF(corner.x() - half, corner.y() - half, _HANDLE_PX, _HANDLE_PX),
                QColor(LIGHT.paper),
            )
            painter.drawRect(QRectF(corner.x() - half, corner.y() - half, _HANDLE_PX, _HANDLE_PX))
        wide = theme.text_width(self._label, 14, theme.BOLD) + 20
        top = frame.y() - 32 if frame.y() - 32 > 0 else frame.bottom() + 8
        tag = QRectF(max(2.0, frame.right() - wide - 30), top, wide, 25)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(blue)
        painter.drawRoundedRect(tag, 5, 5)
        at = QPointF(tag.x() + 10, tag.bottom() - 7)
        theme.paint_line(painter, at, self._label, 14, theme.BOLD, LIGHT.paper)

    # Mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the frame's lower right handle, or of what lies here."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._gestures += 1
        self._held = at = event.position()
        self._stretches = self._box is not None and self._is_handle(at)
        if not self._stretches:
            card = self.card_rect
            self.picked.emit(
                (at.x() - card.x()) / self._px_per_mm, (at.y() - card.y()) / self._px_per_mm
            )

    def _is_handle(self, at: QPointF) -> bool:
        if self._box is None:
            return False
        off = at - self.rect_of(self._box).bottomRight()
        return max(abs(off.x()), abs(off.y())) <= _HANDLE_PX

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move or stretch what is held; what is less than a step waits for the next move."""
        if self._held is None:
            return
        off = event.position() - self._held
        dx, dy = (int(one / self._px_per_mm / _FINE_MM) * _FINE_MM for one in (off.x(), off.y()))
        if not dx and not dy:
            return
        self._held += QPointF(dx * self._px_per_mm, dy * self._px_per_mm)
        gesture = f"drag {self._gestures}"
        (self.stretched if self._stretches else self.moved).emit(dx, dy, gesture)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._held = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, stretch, or choose another element."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.stepped.emit(1 if key is Qt.Key.Key_PageDown else -1)
        elif key in _ARROWS:
            step = _FINE_MM if modifiers & Qt.KeyboardModifier.ControlModifier else _STEP_MM
            dx, dy = (step * one for one in _ARROWS[key])
            if not event.isAutoRepeat():
                self._gestures += 1
            gesture = f"keys {self._gestures}"
            shifts = modifiers & Qt.KeyboardModifier.ShiftModifier
            (self.stretched if shifts else self.moved).emit(dx, dy, gesture)
        else:
            super().keyPressEvent(event)


_MIDDLE = int(Qt.AlignmentFlag.AlignCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
