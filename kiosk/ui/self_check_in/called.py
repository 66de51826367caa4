"""Called: staff are on their way; one may go on meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from kiosk.ui import theme
from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.self_check_in.screen import Parts, Scene, Screen, translate
from kiosk.ui.widgets.blocks import Block, Leaf, Stack
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.ground import IconDisc
from kiosk.ui.widgets.rows import Cell, Flow, Row
from kiosk.ui.widgets.touch_button import Kind


class CalledScreen(Screen):
    """Pale sun, a bell, and the ways that stay open."""

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(dress, Scene((830, 500), "sun_pale", large_panel=0.56), parent)
        self._at: datetime | None = None
        self._kiosk = ""
        self._is_coming = False
        self.takes_walk_ins = True
        self.bell = IconDisc(dress, "bell-ringing-fill", field="bell_field", ink="sun", parent=self)
        self.title = self.text(px=90, weight=theme.EXTRABOLD)
        self.body = self.text(px=60, weight=theme.BOLD)
        self.meta = self.text(ink="ink2", most=2)
        self.meanwhile = self.text(px=60, weight=theme.BOLD, ink="on_sea")
        self.find_name = self.button(
            Act.FIND, Kind.SUN, px=66, icon="magnifying-glass-bold", tall=180
        )
        self.register = self.button(Act.REGISTER, px=60, icon="user-plus-bold", tall=180)
        self.home = self.home_button()
        self.cancel = self.button(Act.CANCEL_CALL, icon="x-bold")

    def parts(self) -> Parts:
        """Put the promise in the sky and the ways in the sea."""
        px, gap = self.dress.px, self.dress.gap
        side = px(150 if self.dress.is_large else 230)
        head = Row(
            [Cell(Leaf(self.bell, least=side, wish=side), width=side), Leaf(self.title)],
            px(36), middle=True,
        )  # fmt: skip
        sky = Stack([head, Leaf(self.body, rank=1), Leaf(self.meta, rank=2)], gap * 1.6)
        ways = (
            [Leaf(self.find_name), Leaf(self.register)]
            if self.takes_walk_ins
            else [Leaf(self.find_name)]
        )
        rows: list[Block] = [Leaf(self.meanwhile, rank=1)]
        rows += ways if self.dress.is_portrait and self.dress.is_roomy else [Flow(ways, gap)]
        return Parts(sky, Stack([*rows, *self.nav_rows()], gap))

    def nav(self) -> Sequence[Cell | Block]:
        """Return the ways out."""
        return [Leaf(self.home), Cell(Leaf(self.cancel), share=2)]

    def show_call(self, at: datetime, kiosk: str, *, is_coming: bool) -> None:
        """Say when staff were called (in the event's zone), and whether somebody is coming."""
        self._at, self._kiosk, self._is_coming = at, kiosk, is_coming
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew."""
        coming = translate("SelfCheckIn", "Staff are on the way")
        called = translate("SelfCheckIn", "Staff have been called")
        self.title.setText(coming if self._is_coming else called)
        self.body.setText(
            translate("SelfCheckIn", "Someone will come from the desk.\nPlease wait here.")
        )
        self.meanwhile.setText(translate("SelfCheckIn", "You can go on while you wait"))
        self.find_name.say(translate("SelfCheckIn", "Find my name"))
        self.register.say(translate("SelfCheckIn", "Register"))
        self.home.say(translate("SelfCheckIn", "Home"))
        self.cancel.say(translate("SelfCheckIn", "Cancel the call"))
        if self._at is not None:
            said = translate("SelfCheckIn", "Called {time} · {kiosk}")
            self.meta.setText(said.format(time=f"{self._at:%H:%M}", kiosk=self._kiosk))
