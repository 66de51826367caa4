"""CameraView: what the camera sees, or the drawing of what to do, or that it is being checked."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.ui import theme
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.phone_drawing import DESIGN_PX, GROUND, paint_phone

_RADIUS_PX, _FRAME_PX = 44.0, 10.0
_CORNER_INSET_PX, _CORNER_PX, _CORNER_PEN_PX, _CORNER_RADIUS_PX = 51.0, 96.0, 14.0, 24.0


class Sight(StrEnum):
    """What the camera can do now; the names are those of the camera's states."""

    SEARCHING = "searching"
    LIVE = "live"
    ABSENT = "absent"
    LOST = "lost"
    DARK = "dark"

    @property
    def is_fault(self) -> bool:
        """Tell whether there is a camera that does not see."""
        return self in (Sight.LOST, Sight.DARK)


class CameraView(QWidget):
    """The frame in the sun; a live picture is mirrored, as people expect of themselves."""

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dress, self._sight = dress, Sight.ABSENT
        self._frame = QImage()

    @property
    def sight(self) -> Sight:
        """Return what the camera can do now."""
        return self._sight

    @property
    def frame(self) -> QImage:
        """Return the picture shown, null where there is none."""
        return self._frame

    def set_sight(self, sight: Sight) -> None:
        """Show what the camera can do; a picture of before is forgotten unless it is live."""
        self._sight = sight
        if sight is not Sight.LIVE:
            self._frame = QImage()
        self.update()

    def show_frame(self, frame: QImage) -> None:
        """Show one picture, unless the camera has just been lost."""
        if self._sight in (Sight.LIVE, Sight.SEARCHING) and not frame.isNull():
            self._frame = frame
            self.update()

    def clear(self) -> None:
        """Forget the picture."""
        self._frame = QImage()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture inside its frame, and the corners that say: hold it here."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        pen = self._dress.px(_FRAME_PX)
        box = QRectF(self.rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2)
        radius = self._dress.px(_RADIUS_PX)
        outline = QPainterPath()
        outline.addRoundedRect(box, radius, radius)
        painter.save()
        painter.setClipPath(outline)
        self._paint_inside(painter, box)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._dress.colour("frame"), pen))
        painter.drawPath(outline)
        painter.end()

    def _paint_inside(self, painter: QPainter, box: QRectF) -> None:
        painter.fillRect(box, GROUND)
        if self._sight.is_fault:
            side = min(box.width() * 0.3, self._dress.px(130))
            spot = QRectF(box.center().x() - side / 2, box.top() + box.height() * 0.2, side, side)
            theme.paint_icon(painter, spot, "camera-slash", "#FFFFFF")
            return
        if self._frame.isNull():
            side = max(box.width(), box.height())
            painter.translate(box.center().x() - side / 2, box.center().y() - side / 2)
            paint_phone(painter, side)
            painter.translate(side / 2 - box.center().x(), side / 2 - box.center().y())
        else:
            self._paint_frame(painter, box)
        self._paint_corners(painter, box)

    def _paint_frame(self, painter: QPainter, box: QRectF) -> None:
        grown = self._frame.size().scaled(
            box.size().toSize(), Qt.AspectRatioMode.KeepAspectRatioByExpanding
        )
        painter.save()
        painter.translate(box.center())
        painter.scale(-1, 1)
        wide, tall = grown.width(), grown.height()
        painter.drawImage(QRectF(-wide / 2, -tall / 2, wide, tall), self._frame)
        painter.restore()

    def _paint_corners(self, painter: QPainter, box: QRectF) -> None:
        unit = min(box.width(), box.height()) / DESIGN_PX
        pen = QPen(self._dress.colour("sun"), _CORNER_PEN_PX * unit)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset, arm, radius = (
            one * unit for one in (_CORNER_INSET_PX, _CORNER_PX, _CORNER_RADIUS_PX)
        )
        inner = box.adjusted(inset, inset, -inset, -inset)
        for turns in range(4):
            painter.save()
            painter.translate(box.center())
            painter.rotate(90 * turns)
            upright = turns % 2 == 0
            half_width = (inner.width() if upright else inner.height()) / 2
            half_height = (inner.height() if upright else inner.width()) / 2
            path = QPainterPath()
            path.moveTo(-half_width, -half_height + arm)
            path.lineTo(-half_width, -half_height + radius)
            path.quadTo(-half_width, -half_height, -half_width + radius, -half_height)
            path.lineTo(-half_width + arm, -half_height)
            painter.drawPath(path)
            painter.restore()
