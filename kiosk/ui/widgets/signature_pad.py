"""SignaturePad: the paper on which a finger, a pen or a mouse signs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QEventPoint,
    QHideEvent,
    QInputDevice,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QWidget

from kiosk.domain.curves import Curve, Pair
from kiosk.domain.signature import TALLEST, Signature
from kiosk.domain.stroke_recorder import StrokeRecorder
from kiosk.ui.widgets.dress import MM_PER_UNIT, Dress
from kiosk.ui.widgets.ink_layer import Hand, InkLayer
from kiosk.ui.widgets.signature_paper import paper

PEN_MM = 0.9
"""The line of a felt pen; the mocks draw one three times as wide."""

# Who draws, where it is no finger with a number of its own.
_MOUSE, _PEN = -1, -2


class SignaturePad(QWidget):
    """Strokes in widths of a box, whatever the pad's size in pixels.

    The box has the pad's shape at the first point; a pad that is resized shows the same ink as
    large as it fits. One finger draws; another, or a palm beside it, does not. Every point that Qt
    delivers is taken (``take_every_point``). The keypad does not stop here, since it cannot
    sign: the screen offers another way.
    """

    changed = Signal()
    """A stroke began or ended, or the ink went; not sent for each point."""

    def __init__(
        self, dress: Dress, parent: QWidget | None = None, *, pen_mm: float = PEN_MM
    ) -> None:
        super().__init__(parent)
        self._dress, self._pen_mm = dress, pen_mm
        self._recorder = StrokeRecorder()
        self._box_height = 0.0
        self._down: set[int] = set()
        self._layer: InkLayer | None = None
        self._paper = QPixmap()
        self._look: tuple[object, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def say(self, name: str, description: str = "") -> None:
        """Set what a screen reader says it is, and what to do instead."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)

    @property
    def is_empty(self) -> bool:
        """Tell whether there is no ink."""
        return self._recorder.is_empty

    def signature(self) -> Signature:
        """Return the strokes so far."""
        return self._recorder.signature(self._height())

    def show_signature(self, signature: Signature) -> None:
        """Show strokes that were drawn before."""
        self._wipe()
        self._recorder.load(signature)
        self._box_height = signature.height
        self.changed.emit()

    def clear(self) -> None:
        """Forget the strokes and overwrite their picture; a finger still down draws no more."""
        had_ink = not self.is_empty
        self._wipe()
        if had_ink:
            self.changed.emit()

    def _wipe(self) -> None:
        self._recorder.clear()
        if self._layer is not None:
            self._layer.wipe()
        self._layer = None
        self.update()

    def event(self, event: QEvent) -> bool:
        """Take touches before QWidget makes a mouse of them."""
        if not isinstance(event, QTouchEvent) or not self.isEnabled():
            return super().event(event)
        event.accept()
        if event.type() in (QEvent.Type.TouchBegin, QEvent.Type.TouchCancel):
            self._down.clear()
        if event.type() == QEvent.Type.TouchCancel:
            self._drop()
            return True
        for point in event.points():
            self._take_touch(point, event.timestamp())
        return True

    def _take_touch(self, point: QEventPoint, at_ms: int) -> None:
        match point.state():
            # A palm that rests may be told as pressed again, once the finger beside it has left.
            case QEventPoint.State.Pressed if point.id() not in self._down:
                self._down.add(point.id())
                self._begin(point.id(), point.position(), at_ms)
            case QEventPoint.State.Updated:
                self._go_on(point.id(), point.position(), at_ms)
            case QEventPoint.State.Released:
                self._down.discard(point.id())
                self._end(point.id(), point.position(), at_ms)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin with the left button."""
        if _is_mouse(event) and event.button() is Qt.MouseButton.LeftButton:
            self._begin(_MOUSE, event.position(), event.timestamp())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on while the button is down."""
        self._go_on(_MOUSE, event.position(), event.timestamp())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End with the left button."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._end(_MOUSE, event.position(), event.timestamp())

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Draw with a pen's tip; accepted, so that no mouse is made of it."""
        event.accept()
        match event.type():
            case QEvent.Type.TabletPress:
                self._begin(_PEN, event.position(), event.timestamp())
            case QEvent.Type.TabletMove:
                self._go_on(_PEN, event.position(), event.timestamp())
            case QEvent.Type.TabletRelease:
                self._end(_PEN, event.position(), event.timestamp())

    def hideEvent(self, event: QHideEvent) -> None:
        """End a stroke under way: nobody tells a hidden pad that its finger left."""
        super().hideEvent(event)
        self._dry()

    def _begin(self, drawer: int, spot: QPointF, at_ms: int) -> None:
        if self.is_empty:
            self._box_height = self._own_height()
        if self._recorder.begin(drawer, self._placed(spot), at_ms):
            self._repaint_wet(None)
            self.changed.emit()

    def _go_on(self, drawer: int, spot: QPointF, at_ms: int) -> None:
        was = self._recorder.wet()
        if self._recorder.go_on(drawer, self._placed(spot), at_ms):
            self._settle(self._recorder.dried())
            self._repaint_wet(was)

    def _end(self, drawer: int, spot: QPointF, at_ms: int) -> None:
        self._go_on(drawer, spot, at_ms)
        if drawer == self._recorder.drawer:
            self._dry()

    def _dry(self) -> None:
        last, drawer = self._recorder.wet(), self._recorder.drawer
        if drawer is not None and self._recorder.end(drawer):
            self._settle(last)
            self.changed.emit()

    def _drop(self) -> None:
        """Forget the stroke that the system took away, as when it makes a gesture of it."""
        if self._recorder.drop():
            self._layer = None
            self.update()
            self.changed.emit()

    def _settle(self, curve: Curve | None) -> None:
        """Draw a curve that no point will change into the layer."""
        if curve is not None and self._layer is not None and self._look == self._new_look():
            hand = self._hand()
            self._layer.add(hand, [curve])
            self.update(hand.bounds(curve))
        elif curve is not None:
            self.update()

    def _repaint_wet(self, was: Curve | None) -> None:
        hand, now = self._hand(), self._recorder.wet()
        for curve in (was, now):
            if curve is not None:
                self.update(hand.bounds(curve))

    def _own_height(self) -> float:
        return min(TALLEST, max(self.height(), 1) / max(self.width(), 1))

    def _height(self) -> float:
        return self._own_height() if self.is_empty else self._box_height

    def _scale(self) -> float:
        """Return how many pixels a width is."""
        return max(1.0, min(self.width(), self.height() / self._height()))

    def _left(self) -> float:
        return max(0.0, (self.width() - self._scale()) / 2)

    def _placed(self, spot: QPointF) -> Pair:
        return (spot.x() - self._left()) / self._scale(), spot.y() / self._scale()

    def _hand(self) -> Hand:
        pen_px = self._dress.px(self._pen_mm / MM_PER_UNIT)
        return Hand(self._scale(), self._left(), pen_px, self._dress.colour("ink"))

    def _new_look(self) -> tuple[object, ...]:
        """Return everything that the pictures depend on, the ink aside."""
        return (
            self.size(),
            self.devicePixelRatioF(),
            self._dress.unit,
            self._dress.colours,
            self._height(),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint paper, dry ink and the wet curve, only where something changed."""
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        layer = self._current_layer()
        painter.drawPixmap(0, 0, self._paper)
        layer.show(painter)
        wet = self._recorder.wet()
        if wet is not None:
            self._hand().draw(painter, [wet])
        painter.end()

    def _current_layer(self) -> InkLayer:
        look = self._new_look()
        if self._look != look:
            self._look, self._layer = look, None
            self._paper = paper(self._dress, self.size(), self.devicePixelRatioF())
        if self._layer is None:
            self._layer = InkLayer(self.size(), self.devicePixelRatioF())
            self._layer.add(self._hand(), self._recorder.dry())
        return self._layer


def _is_mouse(event: QMouseEvent) -> bool:
    """Tell a mouse's events from those that the system makes of a touch or a pen."""
    made_of = (QInputDevice.DeviceType.TouchScreen, QInputDevice.DeviceType.Stylus)
    return event.deviceType() not in made_of
