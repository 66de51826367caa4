"""The welcome: what event it is, and the sun into which a code is held."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from kiosk.domain.event import Event, Session
from kiosk.ui import theme
from kiosk.ui.self_check_in import wording
from kiosk.ui.self_check_in.screen import CENTRE, Scene, Screen, translate
from kiosk.ui.widgets.camera_view import CameraView, Sight
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.lettering import Lettering
from kiosk.ui.widgets.touch_button import Kind, TouchButton

_SUN = ((540.0, 1030.0, 430.0), (1452.0, 564.0, 408.0))
"""The middle and the radius of the sun behind the camera, standing and lying."""


class WelcomeScreen(Screen):
    """The resting screen; ``find_pressed`` says that a guest has no code."""

    find_pressed = Signal()

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(dress, Scene((1030, 564)), parent)
        self._event: Event | None = None
        self._session: Session | None = None
        self._build_sky()
        self._build_sea()

    def _build_sky(self) -> None:
        self.when = Lettering(self.dress, px=57, weight=theme.BOLD, ink="ink2")
        self.title = Lettering(self.dress, px=132, weight=theme.EXTRABOLD, leading=1.14)
        self.other_title = Lettering(self.dress, px=38, weight=theme.SEMIBOLD, ink="ink2")
        self.put(self.when, (60, 134, 960, 76), (72, 110, 950, 76))
        self.put(self.title, (56, 208, 968, 304), (68, 186, 960, 304), px=(132, 132))
        self.put(self.other_title, (60, 520, 960, 52), (72, 492, 950, 52))

    def _build_sea(self) -> None:
        dress = self.dress
        self.camera = CameraView(dress)
        self.fault = Lettering(
            dress, px=60, weight=theme.BOLD, ink="camera_ink", align=CENTRE, middle=True
        )
        self.fault_hint = Lettering(dress, px=57, ink="camera_ink", align=CENTRE, middle=True)
        self.ask = Lettering(dress, px=72, weight=theme.EXTRABOLD, ink="ask_ink", align=CENTRE)
        self.ask_hint = Lettering(dress, px=57, ink="on_sea2", align=CENTRE)
        self.find_button = TouchButton(dress, Kind.SUN, px=68, icon="magnifying-glass-bold")
        self.find_button.clicked.connect(self.find_pressed)
        self.put(self.camera, (240, 650, 600, 600), (1152, 140, 600, 600))
        self.put(self.fault, (262, 900, 556, 160), (1174, 390, 556, 160))
        self.put(self.fault_hint, (262, 1064, 556, 150), (1174, 554, 556, 150))
        self.put(self.ask, (40, 1272, 1000, 96), (72, 580, 1040, 92))
        self.put(self.ask_hint, (40, 1366, 1000, 80), (72, 668, 1040, 80))
        self.put(self.find_button, (60, 1462, 960, 138), (72, 766, 960, 110))

    def arrange(self) -> None:
        """Stand the invitation in the middle, or, lying, at the left beside the camera."""
        side = CENTRE if self.dress.is_portrait else Qt.AlignmentFlag.AlignLeft
        self.ask.set_align(side)
        self.ask_hint.set_align(side)
        super().arrange()

    def show_event(self, event: Event, session: Session) -> None:
        """Say which event and which session this is."""
        self._event, self._session = event, session
        self.retranslate()

    def show_frame(self, frame: QImage) -> None:
        """Show a picture of the camera."""
        self.camera.show_frame(frame)

    def set_sight(self, sight: Sight) -> None:
        """Show what the camera can do now."""
        self.camera.set_sight(sight)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew."""
        fault = self.camera.sight.is_fault
        code = translate("SelfCheckIn", "Show your QR code")
        hint = translate("SelfCheckIn", "On a phone or on paper")
        checked = translate("SelfCheckIn", "The camera is being checked")
        still = translate("SelfCheckIn", "You can still find your name")
        self.ask.setText("" if fault else code)
        self.ask_hint.setText("" if fault else hint)
        self.fault.setText(checked if fault else "")
        self.fault_hint.setText(still if fault else "")
        self.camera.setAccessibleName(checked if fault else code)
        self.find_button.say(translate("SelfCheckIn", "Find my name"))
        self._say_event()

    def _say_event(self) -> None:
        if self._event is None or self._session is None:
            return
        event = self._event
        self.when.setText(wording.when_and_where(event, self._session.starts_at, self.language))
        title = event.title.text(self.language)
        other = event.title.text("en" if self.language == "ko" else "ko")
        self.title.setText(title)
        self.other_title.setText(other if other != title else "")

    def clear(self) -> None:
        """Forget the last picture: somebody may be in it."""
        self.camera.clear()

    def paint_scene(self, painter: QPainter, horizon: float) -> None:
        """Paint the sun that rises behind the camera's frame."""
        if self.dress.is_high_contrast:
            return
        x, y, radius = _SUN[0 if self.dress.is_portrait else 1]
        middle = QPointF(self.dress.left + self.dress.px(x), self.dress.top + self.dress.px(y))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(QRectF(0, 0, self.width(), horizon))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.dress.colour("sun"))
        painter.drawEllipse(middle, self.dress.px(radius), self.dress.px(radius))
        painter.setClipping(False)
