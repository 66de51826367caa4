"""Layout: where top bar, screen, help deck and notice stand, for the guest's choices of now."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from kiosk.domain.settings import DeskSettings
from kiosk.ui.self_check_in.deck import HelpDeck
from kiosk.ui.self_check_in.modes import Access
from kiosk.ui.self_check_in.screen import Frame, Screen
from kiosk.ui.self_check_in.top_bar import TopBar
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.notice import Notice

_BAR_TOP, _BAR_BELOW, _NO_BAR_TOP, _DECK_PAD = 36.0, 26.0, 30.0, 22.0
_NOTICE_TOP, _NOTICE_TALL, _NOTICE_PAD = 20.0, 96.0, 24.0


class Layout:
    """Place a window's parts; they belong to the window."""

    def __init__(
        self, window: QWidget, dress: Dress, top: TopBar, deck: HelpDeck, notice: Notice
    ) -> None:
        self._window, self._dress = window, dress
        self._top, self._deck, self._notice = top, deck, notice

    def measure(self, told: DeskSettings) -> None:
        """Learn the panel's millimetres: screens lie about theirs."""
        screen = self._window.screen()
        size = screen.size() if screen is not None else self._window.size()
        self._dress.calibrate(told.panel_inch, (size.width(), size.height()))
        self._dress.mount_mm = told.mount_mm

    def arrange(self, shown: Screen, access: Access) -> None:
        """Give everything its place around the screen on show."""
        dress, window = self._dress, self._window
        dress.is_low = access.is_low
        dress.fit(window.width(), window.height())
        self._arrange(shown, access)
        while shown.is_short_of_room and dress.shrink():
            self._arrange(shown, access)
        self.place_notice()

    def _arrange(self, shown: Screen, access: Access) -> None:
        dress, window = self._dress, self._window
        dress.is_tight, dress.text_scale = False, access.scale
        foot = dress.reach[1] if dress.is_low and dress.mount_mm else float(window.height())
        deck, deck_top = self._deck_box(shown, foot)
        shown.setGeometry(window.rect())
        shown.arrange(Frame(self._place_top(shown, access), deck_top, foot))
        if shown.scene.has_deck:
            self._deck.place(deck)
        else:
            self._deck.hide()

    def _place_top(self, shown: Screen, access: Access) -> float:
        """Place the top bar and return where the sky begins below it."""
        dress = self._dress
        has_bar = access.has_voice or dress.is_portrait or not dress.is_large
        self._top.setVisible(has_bar)
        wide = self._window.width() - 2 * dress.margin
        if shown.is_beside:
            wide = self._window.width() * shown.panel - 2 * dress.margin
        top, tall = dress.px(_BAR_TOP), self._top.least_height()
        self._top.setGeometry(QRectF(dress.margin, top, wide, tall).toRect())
        return top + tall + dress.px(_BAR_BELOW) if has_bar else dress.px(_NO_BAR_TOP)

    def _deck_box(self, shown: Screen, foot: float) -> tuple[QRectF, float]:
        """Return where the deck stands and where its ground begins."""
        dress = self._dress
        pad = dress.px(_DECK_PAD)
        if not shown.scene.has_deck:
            return QRectF(), foot - pad
        wide = self._window.width() - 2 * dress.margin
        self._deck.take_ways(shown.deck_ways())
        tall = self._deck.least_height(wide)
        return QRectF(dress.margin, foot - tall - pad, wide, tall), foot - tall - 2 * pad

    def place_notice(self) -> None:
        """Place the notice over the screen's upper end."""
        px, notice = self._dress.px, self._notice
        wide = self._window.width() * (0.92 if self._dress.is_portrait else 0.6)
        tall = max(px(_NOTICE_TALL), notice.least_height(wide * 0.9) + px(_NOTICE_PAD))
        left = (self._window.width() - wide) / 2
        notice.setGeometry(QRectF(left, px(_NOTICE_TOP), wide, tall).toRect())
