"""Out of service: nothing can be recorded here, so nobody is asked to try."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.domain.settings import DeskSide
from kiosk.ui import theme
from kiosk.ui.self_check_in.desk_words import ARROWS, side_words
from kiosk.ui.self_check_in.screen import Parts, Scene, Screen, translate
from kiosk.ui.widgets.blocks import Leaf, Stack
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.rows import Cell, Row
from kiosk.ui.widgets.verdict_marks import Mark, VerdictMark


class OutOfServiceScreen(Screen):
    """The way to the desk, and that it is not the guest's fault."""

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        scene = Scene((1100, 640), "desk_field", ink="desk_ink", dot="desk_ink", has_deck=False)
        super().__init__(dress, scene, parent)
        self._side = DeskSide.LEFT
        self.mark = VerdictMark(dress, Mark.ARROW, self)
        self.side = self.text(px=110, weight=theme.EXTRABOLD, ink="desk_ink", leading=1.1)
        self.come = self.text(px=72, weight=theme.EXTRABOLD, ink="desk_ink", leading=1.16)
        self.title = self.text(px=84, weight=theme.EXTRABOLD, ink="on_sea")
        self.body = self.text(px=60, weight=theme.BOLD, ink="on_sea2")

    def parts(self) -> Parts:
        """Put the arrow into the field and the reason below it."""
        px, gap = self.dress.px, self.dress.gap
        side = px(260 if not self.dress.is_roomy else 400)
        where = Stack([Leaf(self.side), Leaf(self.come)], 0, align=0.5)
        mark = Cell(Leaf(self.mark, least=side, wish=side), width=side)
        words = Stack([Leaf(self.title), Leaf(self.body, rank=1)], gap * 2)
        return Parts(Row([mark, where], px(40), middle=True), words)

    def show_side(self, side: DeskSide) -> None:
        """Point to where the desk is."""
        self._side = side
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew."""
        where, come = side_words(self._side)
        self.mark.point(ARROWS[self._side])
        self.mark.setAccessibleName(where)
        self.side.setText(where)
        self.come.setText(come)
        self.title.setText(translate("SelfCheckIn", "This screen is out of service"))
        self.body.setText(
            translate("SelfCheckIn", "It cannot record anything right now.\nStaff are told.")
        )
