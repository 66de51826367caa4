"""The printer is in trouble: the attendance is safe, and the badge is at the desk."""

from __future__ import annotations

import math

from PySide6.QtWidgets import QWidget

from kiosk.domain.settings import DeskSide
from kiosk.domain.verdict import Verdict
from kiosk.ui import theme
from kiosk.ui.self_check_in import verdict_words
from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.self_check_in.desk_words import ARROWS
from kiosk.ui.self_check_in.reference_card import ReferenceCard
from kiosk.ui.self_check_in.screen import TWO_PLACES, Parts, Scene, Screen, translate
from kiosk.ui.widgets.blocks import Block, Gap, Leaf, Stack
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.rows import Cell, Row
from kiosk.ui.widgets.touch_button import Kind
from kiosk.ui.widgets.verdict_marks import Mark, VerdictMark


class PrintFaultScreen(Screen):
    """Green field above, yellow field below, with the reference to show at the desk."""

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        scene = Scene((800, 9000), "ok", "desk_field", "on_ok", "on_ok", False, 0.46)
        super().__init__(dress, scene, parent)
        self._verdict: Verdict | None = None
        self._side = DeskSide.LEFT
        self._seconds = TWO_PLACES
        self.mark = VerdictMark(dress, Mark.OK, self)
        self.head = self.text(px=72, weight=theme.EXTRABOLD, ink="on_ok", middle=True)
        self.name = self.text(
            px=150, weight=theme.EXTRABOLD, ink="on_ok", most=3, personal=True, leading=1.15
        )
        self.safe = self.text(px=60, weight=theme.BOLD, ink="on_ok2")
        self.arrow = VerdictMark(dress, Mark.ARROW, self)
        self.where = self.text(px=90, weight=theme.EXTRABOLD, ink="desk_ink", leading=1.18)
        self.why = self.text(ink="desk_ink", weight=theme.SEMIBOLD)
        self.reference = ReferenceCard(self)
        self.got_it = self.button(Act.FINISH, Kind.QUIET, px=60, icon="check-bold", tall=132)

    def parts(self) -> Parts:
        """Put the person into the field and the way to the desk below it."""
        px, gap = self.dress.px, self.dress.gap
        side = px(170 if self.dress.is_large else 220)
        head = Row(
            [Cell(Leaf(self.mark, least=side), width=side), Leaf(self.head)], px(30), middle=True
        )
        sky = Stack([head, Leaf(self.name, rank=1), Leaf(self.safe, rank=2)], gap)
        arrow = px(200 if not self.dress.is_roomy else 300)
        way = Row(
            [Cell(Leaf(self.arrow, least=arrow, wish=arrow), width=arrow), Leaf(self.where)],
            px(36), middle=True,
        )  # fmt: skip
        rest: list[Block] = [Leaf(self.why, rank=1)]
        if self.reference.text:
            rest.append(self.reference.block())
        blocks = [way, *rest, Gap(stretch=1, rank=5), Leaf(self.got_it)]
        return Parts(sky, Stack(blocks, gap))

    def show_verdict(self, verdict: Verdict, side: DeskSide, reference: str) -> None:
        """Say whose badge waits at the desk, and under which reference."""
        self._verdict, self._side = verdict, side
        self.reference.show(reference)
        self.retranslate()

    def show_time(self, left_s: float, _whole_s: float) -> None:
        """Count down on the button."""
        if math.ceil(left_s) != self._seconds:
            self._seconds = math.ceil(left_s)
            self._say_got_it()

    def _say_got_it(self) -> None:
        words = translate("SelfCheckIn", "Got it · {n} s").format(n=self._seconds)
        self.got_it.say(words, translate("SelfCheckIn", "Got it"))

    def retranslate(self) -> None:
        """Say everything anew."""
        self.head.setText(translate("SelfCheckIn", "You are\nchecked in"))
        self.safe.setText(translate("SelfCheckIn", "Your attendance is safely recorded."))
        self.where.setText(translate("SelfCheckIn", "Your badge is at the desk"))
        self.why.setText(
            translate("SelfCheckIn", "The printer is not responding.\nStaff have been told.")
        )
        self.reference.say(
            translate("SelfCheckIn", "Reference"), translate("SelfCheckIn", "Show it at the desk")
        )
        self.arrow.point(ARROWS[self._side])
        self._say_got_it()
        if self._verdict is not None and self._verdict.registration is not None:
            self.name.setText(verdict_words.named(self._verdict.registration, self.language))

    def clear(self) -> None:
        """Forget the guest."""
        self._seconds = TWO_PLACES
        self._verdict = None
        self.name.setText("")
        self.reference.show("")
