"""The whole text of the consent notice, page by page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kiosk.domain.consent import ConsentNotice
from kiosk.ui import theme
from kiosk.ui.self_check_in import consent_words
from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.self_check_in.paged_screen import PagedScreen
from kiosk.ui.self_check_in.screen import Parts, Scene, translate
from kiosk.ui.widgets.blocks import Block, Leaf, Stack
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.lettering import Lettering, broken
from kiosk.ui.widgets.rows import Cell, Flow
from kiosk.ui.widgets.touch_button import Kind

_PX = 66.0
"""Units: lines of either script are as tall as Latin ones must be."""


class ConsentTextScreen(PagedScreen):
    """Lines of text, as many a page as there is room for."""

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(dress, Scene((1420, 738)), parent, turns=Kind.SUN)
        self._text = ""
        self._lines: list[Lettering] = []
        self._notice: ConsentNotice | None = None
        self.title = self.text(px=72, weight=theme.EXTRABOLD)
        self.home = self.home_button()
        self.back = self.button(Act.BACK, icon="arrow-left-bold")

    def parts(self) -> Parts:
        """Put the lines in the sky and the ways in the sea."""
        gap = self.dress.gap
        texts = self._broken()
        while len(self._lines) < len(texts):
            self._lines.append(self.text(px=_PX, leading=1.3, most=1))
        for place, one in enumerate(self._lines):
            one.setText(texts[place] if place < len(texts) else "")
        used = self._lines[: len(texts)]
        lines = self.in_pages([Leaf(one) for one in used], gap=0)
        sky = Stack([Leaf(self.title, rank=1), lines], gap)
        return Parts(sky, Stack(self._rows(), gap))

    def _rows(self) -> list[Block]:
        if self.dress.is_large:
            return [Flow(self.turner(), self.dress.gap)] if self.turner() else []
        return [Flow([*self.nav(), *self.turner()], self.dress.gap)]

    def nav(self) -> Sequence[Cell | Block]:
        """Return the ways out."""
        return [Leaf(self.home), Leaf(self.back)]

    def _broken(self) -> list[str]:
        _, wish = self.dress.text_units(_PX, "한")
        wide, px = self.dress.width - 2 * self.dress.margin - 4, self.dress.px(wish)
        return broken(self._text, wide, px, theme.MEDIUM)

    def show_notice(self, notice: ConsentNotice) -> None:
        """Show the text of a notice."""
        self._notice = notice
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew."""
        self.title.setText(
            self.either(
                translate("SelfCheckIn", "Consent to use your personal data"),
                translate("SelfCheckIn", "Consent"),
            )
        )
        self.home.say(translate("SelfCheckIn", "Home"))
        self.back.say(translate("SelfCheckIn", "Back"))
        super().retranslate()
        if self._notice is not None:
            self._text = consent_words.whole_text(self._notice, self.language)

    def clear(self) -> None:
        """Begin at the first page for the next guest."""
        super().clear()
