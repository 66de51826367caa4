"""What is wrong with a screen, by what was painted and where, not by what was meant to be."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ink_watch import ROUNDING_PX, Box, Ink, box_of, ink_height, ink_of
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.ui import theme
from kiosk.ui.self_check_in.administration import AdministrationScreen
from kiosk.ui.self_check_in.pin import PinScreen
from kiosk.ui.self_check_in.top_bar import TopBar
from kiosk.ui.self_check_in.window import SelfCheckInWindow
from kiosk.ui.widgets.badge_slot import BadgeSlot, ProgressLine
from kiosk.ui.widgets.camera_view import CameraView
from kiosk.ui.widgets.day_bars import DayBars
from kiosk.ui.widgets.dress import BODY
from kiosk.ui.widgets.ground import IconDisc
from kiosk.ui.widgets.lettering import Lettering
from kiosk.ui.widgets.notice import Notice
from kiosk.ui.widgets.signature_pad import SignaturePad
from kiosk.ui.widgets.signpost import Signpost
from kiosk.ui.widgets.sun_ring import SunRing
from kiosk.ui.widgets.text_field import PaintedField
from kiosk.ui.widgets.touch_button import Kind, TouchButton
from kiosk.ui.widgets.verdict_marks import VerdictMark

LEAST_MM, WANTED_MM, GAP_MM, INK_MM = 12.0, 20.0, 2.5, 12.0
"""Sides of what is touched, always and where there is room; between two of them; a letter's ink."""

_PIECES = (
    QAbstractButton, PaintedField, CameraView, SunRing, SignaturePad, BadgeSlot, ProgressLine,
    VerdictMark, IconDisc, DayBars, Signpost,
)  # fmt: skip
"""Widgets that cover what lies below them; all other ink counts by itself."""


_DOT = "•"
"""A digit that nobody is to read is no text."""


class View:
    """A window as it is now: its ink, its controls and its pieces, and what is wrong with them."""

    def __init__(self, window: SelfCheckInWindow) -> None:
        self.window, self.screen = window, window._shown
        self.dress = self.screen.dress
        self.ink = ink_of(window)
        self.whole = Box(0, 0, window.width(), window.height())
        self.buttons = [(one, box_of(one, window)) for one in window._buttons()]
        self.mm = self.dress.mm(1.0)

    def faults(self) -> Iterator[str]:
        """Yield everything that is wrong, each as a line to read."""
        if self.screen.is_short_of_room:
            yield "short of room"
        yield from self.cut()
        yield from self.outside()
        yield from self.overlaps()
        yield from self.small_controls()
        yield from self.narrow_gaps()
        yield from self.small_ink()
        yield from self.out_of_reach()

    def words(self) -> Iterator[Ink]:
        """Yield the lines of text; digits in discs and rings are words as well."""
        return (one for one in self.ink if not one.is_icon)

    def cut(self) -> Iterator[str]:
        """Yield texts that lose a word, or whose ink reaches over its widget's edge."""
        for one in self.words():
            if one.text.endswith("…") and not _may_be_shortened(one.owner):
                yield f"shortened: {one.text!r}"
            # A field's text moves on under its edge as one types; its ground is cut, not its box.
            if isinstance(one.owner, PaintedField):
                continue
            over = box_of(one.owner, self.window).over(one.box)
            if over > ROUNDING_PX:
                yield f"cut by {over:.1f} px: {one.text!r} of {name_of(one.owner)}"

    def outside(self) -> Iterator[str]:
        """Yield what lies outside the window, or on the other side of the help deck's edge."""
        for button, box in self.buttons:
            if not self.whole.holds(box):
                yield f"outside the window: {name_of(button)}"
        for one in self.words():
            if not isinstance(one.owner, PaintedField) and not self.whole.holds(one.box):
                yield f"outside the window: {one.text!r}"
        if not self.screen.scene.has_deck:
            return
        edge = self.screen.frame.deck_top
        deck = set(self.window.deck.buttons())
        for button, box in self.buttons:
            if box.bottom > edge + ROUNDING_PX and button not in deck:
                yield f"over the help deck: {name_of(button)}"
        for one in self.words():
            if one.box.bottom > edge + ROUNDING_PX and one.owner not in deck:
                yield f"over the help deck: {one.text!r}"

    def pieces(self) -> list[tuple[QWidget, Box, str]]:
        """Return what may not share a pixel: whole widgets that cover, and others' ink."""
        made: list[tuple[QWidget, Box, str]] = []
        for kind in _PIECES:
            shown = [one for one in self.window.findChildren(kind) if one.isVisible()]
            made += [(one, box_of(one, self.window), name_of(one)) for one in shown]
        joined: dict[QWidget, Box] = {}
        for ink in self.ink:
            if isinstance(ink.owner, _PIECES) or ink.owner is self.screen:
                continue
            held = joined.get(ink.owner)
            joined[ink.owner] = held.joined(ink.box) if held else ink.box
        made += [(owner, box, name_of(owner)) for owner, box in joined.items()]
        return [one for one in made if not isinstance(one[0], Notice)]

    def overlaps(self) -> Iterator[str]:
        """Yield pairs that share pixels; the notice lies over others on purpose."""
        for (one, box, name), (other, its_box, its_name) in combinations(self.pieces(), 2):
            if one.isAncestorOf(other) or other.isAncestorOf(one):
                continue
            across, down = box.away(its_box)
            if across < -ROUNDING_PX and down < -ROUNDING_PX:
                yield f"overlap by {-across:.0f}x{-down:.0f}: {name} and {its_name}"

    def small_controls(self) -> Iterator[str]:
        """Yield controls below the law; and below the wish where the screen is not tight."""
        least = WANTED_MM if not self.dress.is_tight and not self.is_small_panel else LEAST_MM
        for button, box in self.buttons:
            side = min(box.wide, box.tall) + ROUNDING_PX
            if side < least * self.mm:
                yield f"{side / self.mm:.1f} mm of {least:.0f}: {name_of(button)}"

    @property
    def is_small_panel(self) -> bool:
        """Tell whether the panel is so small that the law says less."""
        return 0 < self.dress.panel_inch <= 11

    def below_wish(self) -> int:
        """Return how many controls are smaller than they should be where there is room."""
        side = WANTED_MM * self.mm
        return sum(min(box.wide, box.tall) + ROUNDING_PX < side for _, box in self.buttons)

    def narrow_gaps(self) -> Iterator[str]:
        """Yield pairs of controls that are too close to each other."""
        for (one, box), (other, its_box) in combinations(self.buttons, 2):
            gap = max(box.away(its_box))
            if gap < GAP_MM * self.mm - ROUNDING_PX / 2:
                yield f"gap {gap / self.mm:.1f} mm: {name_of(one)} and {name_of(other)}"

    def small_ink(self) -> Iterator[str]:
        """Yield texts whose letters are lower than the law says."""
        least = INK_MM if not self.is_small_panel else 7.0
        for one in self.words():
            # By the whole text, as the size is: a line of it may be of another script.
            high = ink_height(_whole(one), one.px) / self.mm
            if high < least * 0.985 and one.text != _DOT and not is_jamo(one.text):
                yield f"ink {high:.1f} mm: {one.text!r} of {name_of(one.owner)}"

    def least_jamo_mm(self) -> float:
        """Return how high the ink of ㅎ is on the smallest key of Hangul letters."""
        high = [ink_height(one.text, one.px) for one in self.words() if is_jamo(one.text)]
        return min(high, default=9e3) / self.mm

    def out_of_reach(self) -> Iterator[str]:
        """Yield what a low view leaves too high, or too low, to be touched.

        Staff stand; their screens have no help deck.
        """
        if not self.dress.is_low or isinstance(self.screen, PinScreen | AdministrationScreen):
            return
        top, foot = self.dress.reach
        for button, box in self.buttons:
            if box.top < top - ROUNDING_PX or box.bottom > foot + ROUNDING_PX:
                where = "above" if box.top < top - ROUNDING_PX else "below"
                yield f"{where} the reach: {name_of(button)}"

    def least_scale(self) -> float:
        """Return how large the smallest words are beside the smallest allowed at 100 %.

        The top bar names nothing that a guest must know; keys' words and the help deck's shrink on
        purpose, and so do a field's example and what comes from a roster: any name must fit.
        """
        shares = [
            one.px / (self.dress.px(BODY) * theme.ink_growth(_whole(one)))
            for one in self.words()
            if not _keeps_its_size(one.owner) and one.text != _DOT
        ]
        return min(shares, default=9.0)


def is_jamo(text: str) -> bool:
    """Tell whether a text is letters that stand alone, lower than any syllable."""
    return all("\u3131" <= char <= "\u318e" for char in text)


def _whole(ink: Ink) -> str:
    owner = ink.owner
    if isinstance(owner, Lettering):
        return owner.text()
    return owner.words if type(owner) is TouchButton else ink.text


def _keeps_its_size(owner: QWidget) -> bool:
    if isinstance(owner, TopBar | CameraView):
        return True
    if isinstance(owner, PaintedField):
        return not owner.text
    if isinstance(owner, Lettering):
        return owner.is_personal
    return isinstance(owner, TouchButton) and (owner.shrinks or owner.kind is Kind.CARD)


def _may_be_shortened(owner: QWidget) -> bool:
    """Tell whether a widget's words come from a roster, and may end in an ellipsis."""
    if isinstance(owner, Lettering):
        return owner.is_personal
    if isinstance(owner, TouchButton):
        return owner.kind is Kind.CARD
    return isinstance(owner, TopBar | PaintedField)


def name_of(widget: QWidget) -> str:
    said = widget.accessibleName() or getattr(widget, "words", "")
    return f"{type(widget).__name__} {said[:40]!r}"
