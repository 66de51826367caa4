"""Signature: a finger on paper; what is drawn is kept as strokes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kiosk.domain.signature import is_enough
from kiosk.domain.signature_code import encode
from kiosk.ui import theme
from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.self_check_in.screen import Parts, Scene, Screen, translate
from kiosk.ui.widgets.blocks import Block, Leaf, Stack
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.rows import Cell, Flow, Row
from kiosk.ui.widgets.signature_pad import SignaturePad
from kiosk.ui.widgets.touch_button import Kind, TouchButton

_PEN_MM = 3.0
"""As wide as the mocks draw it: a finger is no pen."""


class SignatureScreen(Screen):
    """The pad, and three ways on: done, once more, or staff confirm it."""

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(dress, Scene((560, 306), large_panel=0.4), parent)
        self._is_short = False
        self.title = self.text(px=84, weight=theme.EXTRABOLD)
        self.who = self.text(px=60, weight=theme.BOLD, ink="ink2", personal=True, most=2)
        self.why = self.text(ink="ink2")
        self.pad = SignaturePad(dress, self, pen_mm=_PEN_MM)
        self.pad.changed.connect(self._ink)
        self.clear_button = TouchButton(dress, Kind.LINE, icon="eraser-bold", parent=self)
        self.clear_button.clicked.connect(self.pad.clear)
        self.done = TouchButton(dress, Kind.SUN, px=60, icon="check-bold", tall=120, parent=self)
        self.done.clicked.connect(self._sign)
        self.cannot = self.button(Act.CANNOT_SIGN, Kind.QUIET, icon="hand-palm-bold")
        self.home = self.home_button()

    def _sign(self) -> None:
        signature = self.pad.signature()
        if is_enough(signature):
            self.acted.emit(Act.SIGN, encode(signature))
        else:
            self._is_short = True
            self.retranslate()
            self.arrange()

    def _ink(self) -> None:
        if self._is_short:
            self._is_short = False
            self.retranslate()

    def parts(self) -> Parts:
        """Put the words in the sky and the pad in the sea."""
        gap, px = self.dress.gap, self.dress.px
        pad = Leaf(self.pad, least=px(230 if self.dress.is_tight else 300), wish=px(600), stretch=1)
        sky = Stack([Leaf(self.title), Leaf(self.who, rank=1), Leaf(self.why, rank=2)], gap * 0.4)
        if self.dress.is_portrait and self.dress.is_roomy:
            pair = Row([Leaf(self.clear_button), Cell(Leaf(self.done), share=2)], gap, natural=True)
            return Parts(sky, Stack([pad, pair, Leaf(self.cannot), Leaf(self.home)], gap))
        first = Flow([Leaf(self.clear_button), Cell(Leaf(self.done), share=2.2)], gap)
        if self.dress.is_portrait or self.dress.is_large:
            return Parts(sky, Stack([pad, first, *self.nav_rows()], gap))
        column = Stack(
            [
                Leaf(self.done, stretch=1),
                Leaf(self.clear_button),
                Leaf(self.cannot),
                Leaf(self.home),
            ],
            gap,
        )
        if self.dress.is_roomy:
            return Parts(sky, Row([Cell(pad, share=0.7), Cell(column, share=0.3)], gap * 1.4))
        two = Flow(
            [Leaf(one) for one in (self.done, self.clear_button, self.cannot, self.home)], gap
        )
        return Parts(sky, Row([Cell(pad, share=0.5), Cell(two, share=0.5)], gap * 1.4))

    def nav(self) -> Sequence[Cell | Block]:
        """Return the ways out."""
        return [Leaf(self.home), Cell(Leaf(self.cannot), share=2)]

    def show_person(self, name: str, organisation: str) -> None:
        """Say whose signature it is."""
        self.who.setText(" · ".join(one for one in (name, organisation) if one))
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew."""
        ask = translate("SelfCheckIn", "Sign with your finger")
        larger = translate("SelfCheckIn", "Please sign a little larger")
        brief = translate("SelfCheckIn", "Sign here")
        self.title.setText(larger if self._is_short else self.either(ask, brief))
        self.why.setText(translate("SelfCheckIn", "It is kept on the sign-in sheet"))
        self.pad.setAccessibleName(ask)
        self.clear_button.say(translate("SelfCheckIn", "Clear"))
        self.done.say(translate("SelfCheckIn", "Done"))
        self.cannot.say(translate("SelfCheckIn", "I cannot sign"))
        self.home.say(translate("SelfCheckIn", "Home"))

    def clear(self) -> None:
        """Forget the ink and whose it was."""
        self._is_short = False
        self.pad.clear()
        self.who.setText("")
