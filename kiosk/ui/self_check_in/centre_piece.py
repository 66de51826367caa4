"""CentrePiece: a screen with one round thing on the horizon: the camera's sun, or the time left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from kiosk.ui.self_check_in.screen import CENTRE, LEFT, NOTHING, Frame, Parts, Scene, Screen
from kiosk.ui.widgets.blocks import Block, Gap, Stack
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.frames import Centred
from kiosk.ui.widgets.lettering import Lettering
from kiosk.ui.widgets.rows import Cell, Row

_EDGE = 26.0


class CentrePieceScreen(Screen):
    """Words above the piece and ways on below it; lying, words and ways stand at its left.

    ``piece_units`` are the least and the most of the piece's height, ``large_least`` the least with
    large words; ``share`` is how far down the
    piece the horizon runs.
    """

    piece_units = (280.0, 600.0)
    share = 0.63
    large_least = 0.0

    def __init__(self, dress: Dress, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(dress, scene, parent)
        self.piece: QWidget = QWidget(self)

    def words(self) -> Sequence[Block]:
        """Return what is read above the piece."""
        return ()

    def ways(self) -> Sequence[Block]:
        """Return what stands below the horizon, the words that ask first."""
        return ()

    def asking(self) -> Sequence[Lettering]:
        """Return the words among the ways, which stand in the middle where the piece does."""
        return ()

    def _is_whole(self) -> bool:
        return not self.dress.is_portrait and not self.dress.is_low

    def _centred(self, *, stretch: float = 1.0) -> Centred:
        px = self.dress.px
        least, most = self.piece_units
        if self.dress.is_large:
            # The picture says more than the event's name does.
            least = max(least, self.large_least)
        return Centred(self.piece, (px(least), px(most)), stretch=stretch)

    def parts(self) -> Parts:
        """Put the words, the piece and the ways together."""
        gap = self.dress.gap
        for asked in self.asking():
            beside = self._is_whole() or self.dress.is_low
            asked.set_align(LEFT if beside else CENTRE)
        if self.dress.is_low:
            return self._low_parts()
        if self.dress.is_portrait:
            sky = Stack([*self.words(), self._centred()], gap)
            return Parts(sky, Stack(self.ways(), gap))
        left = Stack([*self.words(), Gap(self.dress.px(8), stretch=1.0), *self.ways()], gap)
        wide = min(self.dress.px(self.piece_units[1]), self.dress.width * 0.36)
        return Parts(Row([left, Cell(self._centred(), width=wide)], self.dress.px(56)), NOTHING)

    def _low_parts(self) -> Parts:
        gap, px = self.dress.gap, self.dress.px
        ways = Stack(self.ways(), gap)
        least = px(180)
        piece = Centred(self.piece, (least, px(self.piece_units[1])))
        wide = self.dress.width * (0.4 if self.dress.is_portrait else 0.24)
        if self.dress.is_large:
            wide = self.dress.width * 0.2
        return Parts(Stack(self.words(), gap), Row([Cell(piece, width=wide), ways], px(30)))

    def _boxes(self, parts: Parts) -> tuple[QRectF, QRectF]:
        if not self._is_whole():
            return super()._boxes(parts)
        margin, top = self.dress.margin, self.frame.top
        deck = self.frame.deck_top - self.dress.px(_EDGE * 0.8)
        sky = QRectF(margin, top, self.dress.width - 2 * margin, max(0.0, deck - top))
        return sky, QRectF(margin, deck, sky.width(), 0)

    def arrange(self, frame: Frame | None = None) -> None:
        """Put everything in its place, and the horizon where the piece or the words want it."""
        super().arrange(frame)
        if self.dress.is_low:
            return
        piece = self.piece.geometry()
        self.horizon = piece.top() + piece.height() * self.share
        if self._is_whole():
            shown = [
                one for block in self.ways() for one in block.widgets() if one.isVisibleTo(self)
            ]
            tops = [one.geometry().top() for one in shown]
            self.horizon = min(tops, default=piece.center().y()) - self.dress.px(16)
