"""Consent: what is collected, why, how long, and the right to refuse; two equal answers."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QWidget

from kiosk.domain.consent import ConsentNotice
from kiosk.ui import theme
from kiosk.ui.self_check_in import consent_words
from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.self_check_in.fact_card import FactCard
from kiosk.ui.self_check_in.paged_screen import PagedScreen
from kiosk.ui.self_check_in.screen import Parts, Scene, translate
from kiosk.ui.self_check_in.tick_button import TickButton
from kiosk.ui.widgets.blocks import Block, Gap, Leaf, Stack
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.rows import Cell, Flow, Row
from kiosk.ui.widgets.touch_button import Kind, TouchButton

_ICONS = ("info-fill", "identification-card-bold", "calendar-blank-bold", "hand-palm-bold")


class ConsentScreen(PagedScreen):
    """Four facts, on as many pages as they need; neither answer is the yellow one."""

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(dress, Scene((1214, 738), large_panel=0.56), parent)
        self._notice: ConsentNotice | None = None
        self._ticked: frozenset[str] = frozenset()
        self.title = self.text(px=72, weight=theme.EXTRABOLD)
        self.law = self.text(ink="ink2", weight=theme.SEMIBOLD)
        self.facts = [FactCard(self, icon) for icon in _ICONS]
        self.option = TickButton(dress, self)
        self.option.clicked.connect(self._tick)
        self.option.hide()
        self.no = self.button(Act.REFUSE, Kind.PAPER, px=60, icon="x-bold", tall=122)
        self.yes = TouchButton(dress, Kind.PAPER, px=60, icon="check-bold", tall=122, parent=self)
        self.yes.clicked.connect(lambda: self.acted.emit(Act.AGREE, self._shows_option))
        self.home = self.home_button()
        self.full = self.button(Act.READ_ON, icon="list-bullets-bold")

    @property
    def _shows_option(self) -> bool:
        one = self._notice is not None and len(self._notice.optional) == 1
        return one and self.dress.is_roomy and self.dress.is_portrait

    def _tick(self) -> None:
        if self._notice is not None and self._notice.optional:
            self.acted.emit(Act.OPTION, self._notice.optional[0].id)

    def parts(self) -> Parts:
        """Put the facts in the sky and the answers in the sea."""
        gap, sea = self.dress.gap, self._sea()
        whole = Stack([Leaf(self.title), *self._fact_rows(), Leaf(self.law, rank=1)], gap)
        wide = self.dress.width - 2 * self.dress.margin
        if not self.is_beside and whole.least(wide) <= self.room_above(sea):
            self.in_pages([])
            return Parts(whole, sea)
        facts = self.in_pages(self._fact_rows())
        return Parts(Stack([Leaf(self.title, rank=2), facts, Leaf(self.law, rank=1)], gap), sea)

    def _fact_rows(self) -> list[Block]:
        blocks = [one.block() for one in self.facts]
        if self.dress.is_portrait or self.dress.is_large:
            return blocks
        gap = self.dress.gap
        return [Row(blocks[:2], gap), Row(blocks[2:], gap)]

    def _sea(self) -> Block:
        gap = self.dress.gap
        pair = [Leaf(self.no), Leaf(self.yes)]
        answers = Flow(pair, gap) if self.dress.is_large else Row(pair, gap)
        if not self.dress.is_portrait and self.dress.is_roomy:
            return Row([Cell(Row(self.nav(), gap), share=0.42), Cell(answers, share=0.58)], gap)
        rows: list[Block] = [Leaf(self.option)] if self._shows_option else []
        if self.dress.is_large:
            turner = [Flow(self.turner(), gap)] if self.turner() else []
            return Stack([*rows, *turner, Gap(stretch=1, rank=9), answers], gap)
        return Stack([*rows, answers, *self.nav_rows()], gap)

    def nav(self) -> Sequence[Cell | Block]:
        """Return the ways out, and the next page where the sea has no row for it."""
        turner = [] if self.dress.is_large else self.turner()
        return [Leaf(self.home), *turner, Leaf(self.full)]

    def show_notice(self, notice: ConsentNotice, ticked: Collection[str]) -> None:
        """Show what the guest is asked, and what they have ticked."""
        self._notice, self._ticked = notice, frozenset(ticked)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew."""
        self.title.setText(
            self.either(
                translate("SelfCheckIn", "Consent to use your personal data"),
                translate("SelfCheckIn", "Consent"),
            )
        )
        self.no.say(translate("SelfCheckIn", "I do not agree"))
        self.yes.say(translate("SelfCheckIn", "I agree"))
        self.home.say(translate("SelfCheckIn", "Home"))
        self.full.say(translate("SelfCheckIn", "Full text"))
        super().retranslate()
        notice = self._notice
        if notice is None:
            return
        for card, (heading, words) in zip(
            self.facts, consent_words.facts(notice, self.language), strict=True
        ):
            card.say(heading, words)
        self.law.setText(consent_words.law(notice))
        if notice.optional:
            one = notice.optional[0]
            named = translate("SelfCheckIn", "{text} (optional)")
            words = named.format(text=one.text.text(self.language))
            self.option.show_tick(words, is_on=one.id in self._ticked)

    def clear(self) -> None:
        """Begin at the first page for the next guest."""
        super().clear()
        self._ticked = frozenset()
