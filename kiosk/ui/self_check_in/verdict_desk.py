"""To the desk: not a refusal but a service, with an arrow to where it is and a reference."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from kiosk.domain.settings import DeskSide
from kiosk.ui import theme
from kiosk.ui.self_check_in import wording
from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.self_check_in.desk_words import ARROWS, NAME_MAY_HELP, Why, reason_words, side_words
from kiosk.ui.self_check_in.reference_card import ReferenceCard
from kiosk.ui.self_check_in.screen import Parts, Scene, Screen, translate
from kiosk.ui.widgets.blocks import Block, Gap, Leaf, Stack
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.rows import Cell, Flow, Row
from kiosk.ui.widgets.touch_button import Kind
from kiosk.ui.widgets.verdict_marks import Mark, VerdictMark


class DeskScreen(Screen):
    """Yellow field, arrow, and the reason in words; never a name and never a red thing."""

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        scene = Scene((1026, 590), "desk_field", ink="desk_ink", dot="desk_ink", large_panel=0.57)
        super().__init__(dress, scene, parent)
        self._why: Why | None = None
        self._side = DeskSide.LEFT
        self._opens_at: datetime | None = None
        self.takes_walk_ins = True
        self.mark = VerdictMark(dress, Mark.ARROW, self)
        self.side = self.text(px=110, weight=theme.EXTRABOLD, ink="desk_ink", leading=1.1)
        self.come = self.text(px=72, weight=theme.EXTRABOLD, ink="desk_ink", leading=1.16)
        self.reason = self.text(px=84, weight=theme.EXTRABOLD, ink="desk_ink", leading=1.18)
        self.help = self.text(px=60, weight=theme.BOLD, ink="desk_ink")
        self.reference = ReferenceCard(self)
        self.find_name = self.button(
            Act.FIND, Kind.SUN, px=60, icon="magnifying-glass-bold", tall=116
        )
        self.register = self.button(Act.REGISTER, px=60, icon="user-plus-bold", tall=116)
        self.home = self.home_button()
        self.again = self.button(Act.SCAN_AGAIN, icon="qr-code-bold")

    def parts(self) -> Parts:
        """Put the arrow and the reason into the field, the reference and the ways into the sea."""
        px, gap = self.dress.px, self.dress.gap
        side = px(190 if self.dress.is_large else 250 if not self.dress.is_roomy else 400)
        mark = Cell(Leaf(self.mark, least=side, wish=side), width=side)
        # The arrow and the side say it; the sentence goes first where large words need the room.
        where = [Leaf(self.side), Leaf(self.come, rank=2 if self.dress.is_large else 0)]
        why: list[Block] = [Leaf(self.reason), Leaf(self.help, rank=1)]
        if self.dress.is_portrait or self.is_beside:
            head = Row([mark, Stack(where, 0, align=0.5)], px(36), middle=True)
            return Parts(Stack([head, Gap(px(10), stretch=0.3, rank=2), *why], gap), self._sea())
        side = min(side, px(380))
        words = Stack([*where, Gap(px(8), rank=3), *why], px(8), align=0.5)
        return Parts(Row([mark, words], px(56), middle=True), self._sea())

    def _sea(self) -> Block:
        gap = self.dress.gap
        ways = [Leaf(self.find_name), Leaf(self.register)]
        if not self.takes_walk_ins:
            ways.pop()
        if self._why not in NAME_MAY_HELP:
            ways = []
        nav = self.nav()
        cards: list[Block] = [self.reference.block()] if self.reference.text else []
        if self.dress.is_portrait or self.dress.is_large:
            rows = [Flow(ways, gap)] if ways else []
            return Stack([*cards, *rows, *self.nav_rows()], gap)
        stack = Stack([*ways[:1], Flow([*nav[:1], *(ways[1:] or nav[1:])], gap)], gap)
        if not cards:
            return stack
        return Row([Cell(cards[0], share=0.52), Cell(stack, share=0.48)], gap * 1.6)

    def nav(self) -> Sequence[Cell | Block]:
        """Return the ways out."""
        return [Leaf(self.home), Cell(Leaf(self.again), share=2)]

    def show_reason(self, why: Why, side: DeskSide, opens_at: datetime | None = None) -> None:
        """Ask to the desk on a side; ``opens_at`` (in the event's zone) is said where it helps."""
        self._why, self._side, self._opens_at = why, side, opens_at
        self.retranslate()

    def show_reference(self, reference: str) -> None:
        """Show the number that has appeared at the desk too; "" where it has not yet."""
        self.reference.show(reference)

    def retranslate(self) -> None:
        """Say everything anew."""
        where, come = side_words(self._side)
        self.mark.point(ARROWS[self._side])
        self.mark.setAccessibleName(where)
        self.side.setText(where)
        self.come.setText(come)
        self.find_name.say(translate("SelfCheckIn", "Find my name"))
        self.register.say(translate("SelfCheckIn", "Register"))
        self.home.say(translate("SelfCheckIn", "Home"))
        self.again.say(translate("SelfCheckIn", "Scan again"))
        self.reference.say(
            translate("SelfCheckIn", "Reference"), translate("SelfCheckIn", "Show it to the staff")
        )
        self.help.setText(self._help())
        if self._why is not None:
            self.reason.setText(reason_words(self._why))

    def _help(self) -> str:
        if self._opens_at is None:
            return translate("SelfCheckIn", "Staff will help you right away.")
        said = translate("SelfCheckIn", "It opens at {time}.")
        return said.format(time=wording.hour(self._opens_at, self.language))

    def clear(self) -> None:
        """Forget why."""
        self._why, self._opens_at = None, None
        self.reason.setText("")
        self.reference.show("")
