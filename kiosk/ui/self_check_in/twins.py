"""Two people with the same four digits: one more touch tells which of them it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kiosk.domain.found import Card
from kiosk.ui import theme
from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.self_check_in.candidates import Candidates
from kiosk.ui.self_check_in.screen import Parts, Scene, Screen, translate
from kiosk.ui.widgets.blocks import Block, Gap, Leaf, Stack
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.rows import Cell


class TwinsScreen(Screen):
    """The cards alone."""

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(dress, Scene((560, 372), large_panel=0.36), parent)
        self._people: tuple[Card, ...] = ()
        self.title = self.text(px=84, weight=theme.EXTRABOLD)
        self.candidates = Candidates(self)
        self.home = self.home_button()
        self.neither = self.button(Act.NOT_LISTED, icon="question-bold")

    def parts(self) -> Parts:
        """Put the question in the sky and the cards in the sea."""
        gap = self.dress.gap
        cards = self.candidates.cards()
        return Parts(
            Stack([Leaf(self.title)], gap), Stack([cards, Gap(stretch=1), *self.nav_rows()], gap)
        )

    def nav(self) -> Sequence[Cell | Block]:
        """Return the ways out."""
        return [Leaf(self.home), Cell(Leaf(self.neither), share=2.2)]

    def show_people(self, people: tuple[Card, ...]) -> None:
        """Show who shares the digits."""
        self._people = people
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew."""
        self.title.setText(
            translate("SelfCheckIn", "Please choose one")
            if len(self._people) > 2
            else translate("SelfCheckIn", "Please choose one of the two")
        )
        self.home.say(translate("SelfCheckIn", "Home"))
        self.neither.say(translate("SelfCheckIn", "Not on the list"))
        self.candidates.show_people(self._people)

    def clear(self) -> None:
        """Forget both."""
        self._people = ()
        self.candidates.clear()
