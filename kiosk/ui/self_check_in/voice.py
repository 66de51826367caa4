"""Voice: guidance has just been switched on, and this is how it is used."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.ui import theme
from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.self_check_in.deck import Help
from kiosk.ui.self_check_in.screen import Parts, Scene, Screen, translate
from kiosk.ui.widgets.blocks import Gap, Leaf, Stack
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.frames import Pane
from kiosk.ui.widgets.ground import Ground
from kiosk.ui.widgets.rows import Flow
from kiosk.ui.widgets.touch_button import Kind, TouchButton


class VoiceScreen(Screen):
    """What is said stands written too; ``helped`` carries the Help that was pressed."""

    helped = Signal(object)

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(dress, Scene((870, 420)), parent)
        self._is_absent = False
        self.title = self.text(px=72, weight=theme.EXTRABOLD)
        self.hint = self.text(ink="ink2")
        self._ground = Ground(dress, "paper", parent=self)
        self.how = self.text(weight=theme.SEMIBOLD)
        self.aids: dict[Help, TouchButton] = {}
        icons = {
            Help.SOFTER: "minus-bold",
            Help.LOUDER: "plus-bold",
            Help.SLOWER: "minus-bold",
            Help.FASTER: "plus-bold",
        }
        for aid, icon in icons.items():
            button = TouchButton(dress, Kind.KEY, icon=icon, tall=124, parent=self)
            button.clicked.connect(lambda _=False, aid=aid: self.helped.emit(aid))
            self.aids[aid] = button
        self.home = self.home_button()
        self.go_on = self.button(Act.BACK, Kind.SUN, px=60, icon="check-bold", tall=138)

    def parts(self) -> Parts:
        """Put the words in the sky and the ways in the sea."""
        px, gap = self.dress.px, self.dress.gap
        sky = Stack([Leaf(self.title), Leaf(self.hint, rank=1), Gap(px(300), rank=2)], gap)
        how = Pane(self._ground, Stack([Leaf(self.how)], 0), (px(36), px(20)), rank=3)
        aids = Flow([Leaf(one) for one in self.aids.values()], gap, rank=2)
        nav = Flow([Leaf(self.home), Leaf(self.go_on)], gap)
        return Parts(sky, Stack([how, aids, Gap(rank=5, stretch=1), nav], gap))

    def show_absence(self, *, is_absent: bool) -> None:
        """Say that there is no voice on this machine, and that the words stand written."""
        self._is_absent = is_absent
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew."""
        on = translate("SelfCheckIn", "Voice guidance is on")
        absent = translate("SelfCheckIn", "Text guidance only for now")
        self.title.setText(absent if self._is_absent else on)
        ear = translate("SelfCheckIn", "Plug in earphones to listen privately")
        self.hint.setText("" if self._is_absent else ear)
        self.how.setText(translate("SelfCheckIn", "Arrow keys move, the middle key chooses."))
        self.aids[Help.SOFTER].say(translate("SelfCheckIn", "Softer"))
        self.aids[Help.LOUDER].say(translate("SelfCheckIn", "Louder"))
        self.aids[Help.SLOWER].say(translate("SelfCheckIn", "Slower"))
        self.aids[Help.FASTER].say(translate("SelfCheckIn", "Faster"))
        self.home.say(translate("SelfCheckIn", "Home"))
        self.go_on.say(translate("SelfCheckIn", "Keep going"))

    def paint_scene(self, painter: QPainter) -> None:
        """Paint the sun with a loudspeaker, where there is room between words and sea."""
        words = self.hint if self.hint.isVisible() else self.title
        room = self.horizon - words.geometry().bottom()
        radius = min(self.dress.px(370), room - self.dress.px(30), self.width() * 0.4)
        if radius < self.dress.px(120):
            return
        middle = self.width() / 2
        self.paint_sun(painter, middle, radius)
        side = radius * 0.62
        ink = self.dress.colour("ink" if self.dress.is_high_contrast else "on_sun")
        painter.setPen(Qt.PenStyle.NoPen)
        spot = QPointF(middle - side / 2, self.horizon - radius * 0.42 - side / 2)
        box = QRectF(spot.x(), spot.y(), side, side)
        theme.paint_icon(painter, box, "speaker-high-fill", ink)
