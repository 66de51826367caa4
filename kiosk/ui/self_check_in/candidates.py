"""Candidates: the three people at most whom the letters found, as cards or as lines to read."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.domain.found import CARDS, Card
from kiosk.ui import theme
from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.self_check_in.screen import Screen, translate
from kiosk.ui.widgets.blocks import Block, Leaf, Stack
from kiosk.ui.widgets.candidate_card import CandidateCard


class Candidates:
    """Fill and clear the places of a screen together; touching a card is Act.CARD."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._ids: list[str] = []
        self.places = tuple(CandidateCard(screen.dress, screen) for _ in range(CARDS))
        self._lines = tuple(
            screen.text(weight=theme.SEMIBOLD, most=2, personal=True) for _ in range(CARDS)
        )
        for place, card in enumerate(self.places):
            card.clicked.connect(lambda _=False, place=place: self._choose(place))
            card.hide()

    def _choose(self, place: int) -> None:
        if place < len(self._ids):
            self._screen.acted.emit(Act.CARD, self._ids[place])

    def cards(self, *, stretch: float = 0.0) -> Block:
        """Return the cards of those who match, below one another."""
        used = self.places[: len(self._ids)]
        return Stack([Leaf(one, stretch=stretch) for one in used], self._screen.dress.gap)

    def lines(self, *, rank: int) -> Sequence[Block]:
        """Return them as lines to read, where no card has room."""
        used = self._lines[: len(self._ids)]
        return [Leaf(one, rank=rank + place) for place, one in enumerate(used)]

    def show_people(self, people: Sequence[Card]) -> None:
        """Show these people and empty the places left over."""
        self._ids = [one.registration for one in people]
        for place, (card, line) in enumerate(zip(self.places, self._lines, strict=True)):
            if place < len(people):
                one = people[place]
                organisation = one.organisation or translate("SelfCheckIn", "Individual")
                card.show_person(one.masked_name, organisation)
                line.setText(f"{one.masked_name} · {organisation}")
            else:
                card.show_person("", "")
                line.setText("")

    def clear(self) -> None:
        """Forget everybody."""
        self.show_people(())
