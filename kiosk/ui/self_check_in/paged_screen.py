"""PagedScreen: a screen whose blocks stand on as many pages as they need."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kiosk.ui.self_check_in.screen import Frame, Scene, Screen, translate
from kiosk.ui.widgets.blocks import Block, Leaf
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.frames import Paged
from kiosk.ui.widgets.rows import Cell
from kiosk.ui.widgets.touch_button import Kind, TouchButton


class PagedScreen(Screen):
    """Hold the page, and the button that turns it, which is there only where there are several."""

    def __init__(
        self, dress: Dress, scene: Scene, parent: QWidget | None = None, *, turns: Kind = Kind.LINE
    ) -> None:
        super().__init__(dress, scene, parent)
        self.page, self.pages = 0, 1
        self.paged = Paged([], 0, 0)
        self.turn = TouchButton(dress, turns, icon="caret-right-bold", parent=self)
        self.turn.clicked.connect(self.turn_page)
        self.turn.hide()

    def turn_page(self) -> None:
        """Show the next page, and after the last the first."""
        self.page = (self.page + 1) % max(1, self.pages)
        self._say_page()
        self.arrange()

    def in_pages(self, blocks: Sequence[Block], *, gap: float | None = None) -> Paged:
        """Return the blocks as pages, for a place among the parts."""
        between = self.dress.gap if gap is None else gap
        self.paged = Paged(blocks, between, self.page, stretch=1.0)
        return self.paged

    def turner(self) -> list[Block | Cell]:
        """Return the button that turns the page, where there are several."""
        return [Cell(Leaf(self.turn), share=1.2)] if self.pages > 1 else []

    def arrange(self, frame: Frame | None = None) -> None:
        """Put everything in its place; how many pages there are is known only then."""
        super().arrange(frame)
        for _ in range(2):
            if self.paged.count == self.pages:
                return
            self.pages = self.paged.count
            self.page = min(self.page, self.pages - 1)
            self._say_page()
            super().arrange(frame)
        self.pages = max(self.pages, self.paged.count)

    def _say_page(self) -> None:
        more = translate("SelfCheckIn", "More")
        self.turn.say(f"{more} {self.page + 1}/{self.pages}", more)

    def retranslate(self) -> None:
        """Say the page; each screen says the rest."""
        self._say_page()

    def clear(self) -> None:
        """Begin at the first page."""
        self.page = 0
