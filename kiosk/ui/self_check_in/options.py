"""Optional consents, each by itself and none of them ticked beforehand."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QWidget

from kiosk.domain.event import OptionalConsent
from kiosk.ui import theme
from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.self_check_in.paged_screen import PagedScreen
from kiosk.ui.self_check_in.screen import Parts, Scene, translate
from kiosk.ui.self_check_in.tick_button import TickButton
from kiosk.ui.widgets.blocks import Block, Leaf, Stack
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.rows import Cell, Flow
from kiosk.ui.widgets.touch_button import Kind


class OptionsScreen(PagedScreen):
    """One tick a consent; going on without a tick is the usual way."""

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(dress, Scene((700, 400), large_panel=0.4), parent)
        self._options: tuple[OptionalConsent, ...] = ()
        self._ticked: frozenset[str] = frozenset()
        self._ticks: list[TickButton] = []
        self.title = self.text(px=72, weight=theme.EXTRABOLD)
        self.hint = self.text(ink="ink2")
        self.home = self.home_button()
        self.back = self.button(Act.BACK, icon="arrow-left-bold", short=True)
        self.next = self.button(Act.NEXT, Kind.SUN, px=60, icon="check-bold")

    def parts(self) -> Parts:
        """Put the explanation in the sky and the ticks in the sea."""
        gap = self.dress.gap
        ticks = self.in_pages([Leaf(one) for one in self._ticks[: len(self._options)]])
        sky = Stack([Leaf(self.title), Leaf(self.hint, rank=1)], gap)
        return Parts(sky, Stack([ticks, *self._rows()], gap))

    def _rows(self) -> list[Block]:
        gap, on = self.dress.gap, [*self.turner(), Cell(Leaf(self.next), share=2)]
        return [Flow(on if self.dress.is_large else [*self.nav(), *on], gap)]

    def nav(self) -> Sequence[Cell | Block]:
        """Return the ways out."""
        return [Leaf(self.home), Leaf(self.back)]

    def show_options(self, options: tuple[OptionalConsent, ...], ticked: Collection[str]) -> None:
        """Show what may be ticked, and what is."""
        self._options, self._ticked = options, frozenset(ticked)
        while len(self._ticks) < len(options):
            place = len(self._ticks)
            tick = TickButton(self.dress, self)
            tick.clicked.connect(lambda _=False, place=place: self._tick(place))
            self._ticks.append(tick)
        self.retranslate()

    def _tick(self, place: int) -> None:
        if place < len(self._options):
            self.acted.emit(Act.OPTION, self._options[place].id)

    def retranslate(self) -> None:
        """Say everything anew."""
        self.title.setText(translate("SelfCheckIn", "Also, if you like"))
        self.hint.setText(
            translate("SelfCheckIn", "You need not tick anything. You get in just the same.")
        )
        self.home.say(translate("SelfCheckIn", "Home"))
        self.back.say(translate("SelfCheckIn", "Back"))
        super().retranslate()
        self.next.say(translate("SelfCheckIn", "Next"))
        for tick, one in zip(self._ticks, self._options, strict=False):
            tick.show_tick(one.text.text(self.language), is_on=one.id in self._ticked)

    def clear(self) -> None:
        """Forget the ticks."""
        super().clear()
        self._ticked = frozenset()
