"""CardRow: the places of the three candidates at most, filled and cleared together."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kiosk.domain.found import CARDS, Card
from kiosk.ui.self_check_in.screen import Screen, translate
from kiosk.ui.widgets.candidate_card import CandidateCard
from kiosk.ui.widgets.dress import Box, Dress


class CardRow:
    """Three cards on a screen; ``chosen`` is called with a registration's id."""

    def __init__(self, dress: Dress, chosen: Callable[[str], None]) -> None:
        self.cards = tuple(CandidateCard(dress) for _ in range(CARDS))
        self._ids: list[str] = []
        for place, card in enumerate(self.cards):
            card.clicked.connect(lambda _=False, place=place: chosen(self._ids[place]))
            card.hide()

    def put_on(
        self, screen: Screen, portrait: Box, landscape: Box, steps: tuple[float, float]
    ) -> None:
        """Place the first card at two boxes and the others so many pixels below it."""
        for place, card in enumerate(self.cards):
            down = [
                box[1] + place * step
                for box, step in zip((portrait, landscape), steps, strict=True)
            ]
            screen.put(
                card,
                (portrait[0], down[0], portrait[2], portrait[3]),
                (landscape[0], down[1], landscape[2], landscape[3]),
            )

    def show_people(self, people: Sequence[Card]) -> None:
        """Show these people and hide the places left over."""
        self._ids = [one.registration for one in people]
        for place, card in enumerate(self.cards):
            is_used = place < len(people)
            if is_used:
                one = people[place]
                organisation = one.organisation or translate("SelfCheckIn", "Individual")
                card.show_person(one.masked_name, organisation)
            else:
                card.show_person("", "")
            card.setVisible(is_used)

    def clear(self) -> None:
        """Forget everybody."""
        self.show_people(())
