"""The welcome: what event it is, and the sun into which a code is held."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from kiosk.domain.event import Event, Session
from kiosk.ui import theme
from kiosk.ui.self_check_in import wording
from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.self_check_in.centre_piece import CentrePieceScreen
from kiosk.ui.self_check_in.screen import CENTRE, Scene, translate
from kiosk.ui.widgets.blocks import Block, Leaf, Stack
from kiosk.ui.widgets.camera_view import CameraView, Sight
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.lettering import Lettering
from kiosk.ui.widgets.rows import Flow
from kiosk.ui.widgets.touch_button import Kind

_SUN_PER_CAMERA = 430 / 600


class WelcomeScreen(CentrePieceScreen):
    """The resting screen: a code needs no touch, a name and a registration one."""

    piece_units = (340.0, 600.0)
    large_least = 520.0

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(dress, Scene((1262, 564)), parent)
        self._event: Event | None = None
        self._session: Session | None = None
        self.takes_walk_ins = True
        self.when = self.text(weight=theme.BOLD, ink="ink2")
        self.title = self.text(px=132, weight=theme.EXTRABOLD, leading=1.14, most=4)
        self.other_title = self.text(weight=theme.SEMIBOLD, ink="ink2", most=3)
        self.lowered = self.text(weight=theme.BOLD, ink="lowered_ink", align=CENTRE, middle=True)
        self.piece = self.camera = CameraView(dress, self)
        self.ask = self.text(px=72, weight=theme.EXTRABOLD, ink="ask_ink", align=CENTRE)
        self.ask_hint = self.text(ink="on_sea2", align=CENTRE)
        self.find_name = self.button(
            Act.FIND, Kind.SUN, px=66, icon="magnifying-glass-bold", tall=138
        )
        self.register = self.button(Act.REGISTER, px=60, icon="user-plus-bold", tall=138)

    def words(self) -> Sequence[Block]:
        """Return the event; in a low view also what has happened to the screen."""
        told = [
            Leaf(self.when, rank=3),
            Leaf(self.title, rank=2),
            Leaf(self.other_title, rank=4),
        ]
        if self.dress.is_low:
            told.append(Leaf(self.lowered, rank=1, stretch=1.0))
        return told

    def ways(self) -> Sequence[Block]:
        """Return the invitation and the two ways for who has no code."""
        ways = [self.find_name, self.register] if self.takes_walk_ins else [self.find_name]
        buttons = Flow([Leaf(one) for one in ways], self.dress.gap)
        invitation = Stack([Leaf(self.ask), Leaf(self.ask_hint, rank=1)], 0)
        return [invitation, buttons]

    def asking(self) -> Sequence[Lettering]:
        """Return the invitation."""
        return (self.ask, self.ask_hint)

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
        self.ask.setText(checked if fault else code)
        self.ask_hint.setText(still if fault else hint)
        self.camera.setAccessibleName(checked if fault else code)
        self.find_name.say(translate("SelfCheckIn", "Find my name"))
        self.register.say(translate("SelfCheckIn", "Register"))
        self.lowered.setText(
            translate("SelfCheckIn", "The screen is lowered.\nEverything is within reach below.")
        )
        self._say_event()

    def _say_event(self) -> None:
        event, session = self._event, self._session
        if event is None or session is None:
            return
        self.when.setText(wording.when_and_where(event, session.starts_at, self.language))
        title = event.title.text(self.language)
        other = event.title.text("en" if self.language == "ko" else "ko")
        self.title.setText(title)
        self.other_title.setText(other if other != title else "")

    def clear(self) -> None:
        """Forget the last picture: somebody may be in it."""
        self.camera.clear()

    def paint_scene(self, painter: QPainter) -> None:
        """Paint the sun that rises behind the camera, or behind the words of a low view."""
        if self.dress.is_low:
            if self.lowered.isVisible():
                box = self.lowered.geometry()
                radius = min(self.width() * 0.46, self.horizon - box.top() + self.dress.px(90))
                self.paint_sun(painter, box.center().x(), radius)
            return
        box = self.camera.geometry()
        told = (self.when, self.title, self.other_title)
        lowest = max((one.geometry().bottom() for one in told if one.isVisible()), default=0)
        room = self.horizon - lowest - self.dress.px(14)
        if self._is_whole():
            room = self.horizon
        radius = min(box.width() * _SUN_PER_CAMERA, room)
        self.paint_sun(painter, box.center().x(), radius)
