"""Already: checked in before, so there is nothing to do but to go in."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kiosk.domain.event import Event
from kiosk.domain.verdict import Verdict
from kiosk.ui import theme
from kiosk.ui.self_check_in import verdict_words, wording
from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.self_check_in.screen import TWO_PLACES, Parts, Scene, Screen, translate
from kiosk.ui.widgets.blocks import Block, Gap, Leaf, Stack
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.rows import Cell, Flow, Row
from kiosk.ui.widgets.touch_button import Kind
from kiosk.ui.widgets.verdict_marks import Mark, VerdictMark

_MARK, _MARK_LARGE = 220.0, 170.0


class AlreadyScreen(Screen):
    """Blue field, ring with two arrows, and what else a guest may want."""

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        scene = Scene((1070, 612), "info", ink="on_info", dot="on_info", large_panel=0.5)
        super().__init__(dress, scene, parent)
        self._verdict: Verdict | None = None
        self._event: Event | None = None
        self._seconds = TWO_PLACES
        self.mark = VerdictMark(dress, Mark.AGAIN, self)
        self.head = self.text(px=72, weight=theme.EXTRABOLD, ink="on_info", middle=True)
        self.name = self.text(
            px=176, weight=theme.EXTRABOLD, ink="on_info", most=3, personal=True, leading=1.15
        )
        self.when = self.text(px=60, weight=theme.BOLD, ink="on_info", most=3)
        self.go = self.text(ink="on_info2")
        self.help = self.text(px=60, weight=theme.BOLD, ink="on_sea")
        self.reprint = self.button(
            Act.REPRINT, Kind.PAPER, icon="identification-badge-fill", tall=116, shrinks=True
        )
        self.not_me = self.button(Act.NOT_ME, icon="warning-circle-fill", tall=116, shrinks=True)
        self.home = self.home_button()
        self.enter = self.button(Act.FINISH, Kind.SUN, px=60, icon="check-bold")
        self.retranslate()

    def parts(self) -> Parts:
        """Put the person into the field and the ways on into the sea."""
        px, gap = self.dress.px, self.dress.gap
        side = px(_MARK_LARGE if self.dress.is_large else _MARK)
        head = Row(
            [Cell(Leaf(self.mark, least=side), width=side), Leaf(self.head)], px(30), middle=True
        )
        who: list[Block] = [head, Gap(px(16), stretch=0.5, rank=6), Leaf(self.name, rank=1)]
        told: list[Block] = [Leaf(self.when, rank=2), Leaf(self.go, rank=3)]
        if self.dress.is_portrait or self.is_beside:
            return Parts(Stack([*who, *told], gap), self._sea(gap))
        sky = Row(
            [Cell(Stack(who, gap), share=0.55), Cell(Stack(told, gap, align=0.5), share=0.45)],
            px(48),
        )
        return Parts(sky, self._sea(gap))

    def _sea(self, gap: float) -> Block:
        home, enter = Leaf(self.home), Cell(Leaf(self.enter), share=2.2)
        if self.dress.is_large:
            more = [Leaf(self.reprint), Leaf(self.not_me)]
            return Stack([Leaf(self.help, rank=1), Leaf(self.enter), *more], gap)
        if self.dress.is_portrait:
            row = Flow([home, enter], gap)
            more = [Leaf(self.reprint), Leaf(self.not_me)]
            return Stack([Leaf(self.help, rank=1), *more, row], gap)
        row = Flow(
            [home, Cell(Leaf(self.reprint), share=2.8), Cell(Leaf(self.not_me), share=2)], gap
        )
        return Stack([Leaf(self.enter), row], gap)

    def nav(self) -> Sequence[Cell | Block]:
        """Return the way out."""
        return [Leaf(self.home)]

    def show_verdict(self, verdict: Verdict, event: Event) -> None:
        """Say when the person of a verdict was checked in."""
        self._verdict, self._event = verdict, event
        self.retranslate()

    def show_time(self, left_s: float, _whole_s: float) -> None:
        """Count down on the button."""
        if math.ceil(left_s) != self._seconds:
            self._seconds = math.ceil(left_s)
            self._say_enter()

    def _say_enter(self) -> None:
        words = translate("SelfCheckIn", "Go in · {n} s").format(n=self._seconds)
        self.enter.say(words, translate("SelfCheckIn", "Go in"))

    def retranslate(self) -> None:
        """Say everything anew."""
        self.head.setText(translate("SelfCheckIn", "Already\nchecked in"))
        self.go.setText(translate("SelfCheckIn", "No need to do it again.\nPlease go in."))
        self.help.setText(translate("SelfCheckIn", "Need anything else?"))
        self.reprint.say(translate("SelfCheckIn", "I need my badge again"))
        self.not_me.say(translate("SelfCheckIn", "This is not me"))
        self.home.say(translate("SelfCheckIn", "Home"))
        self._say_enter()
        if self._verdict is None or self._event is None or self._verdict.registration is None:
            return
        self.name.setText(verdict_words.named(self._verdict.registration, self.language))
        self.when.setText(self._when(self._verdict, self._event))

    def _when(self, verdict: Verdict, event: Event) -> str:
        if verdict.first_at is None:
            return ""
        at = verdict.first_at.astimezone(event.zone)
        time = wording.hour(at, self.language)
        if verdict.session and verdict.session.starts_at.astimezone(event.zone).date() != at.date():
            time = f"{wording.day(at, self.language)} {time}"
        return translate("SelfCheckIn", "You checked in\nat {time}.").format(time=time)

    def clear(self) -> None:
        """Forget the guest."""
        self._seconds = TWO_PLACES
        self._verdict = None
        self.name.setText("")
        self.when.setText("")
