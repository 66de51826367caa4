"""Typing: one question of the registration a screen: the name, the organisation, the number."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtWidgets import QWidget

from kiosk.ui import theme
from kiosk.ui.self_check_in.acts import TAKE_ALL, TAKE_BACK, Act
from kiosk.ui.self_check_in.registering import PHONE_BEGINS
from kiosk.ui.self_check_in.screen import Parts, Scene, Screen, translate
from kiosk.ui.widgets.blocks import Block, Leaf, Stack
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.frames import Bleed, Kept
from kiosk.ui.widgets.keyboard import Keyboard
from kiosk.ui.widgets.keycaps import Act as KeyAct
from kiosk.ui.widgets.keycaps import Page
from kiosk.ui.widgets.keypad import BACK, CLEAR, DIGITS, Keypad
from kiosk.ui.widgets.rows import Cell, Flow, Row
from kiosk.ui.widgets.step_line import StepLine
from kiosk.ui.widgets.text_field import PaintedField
from kiosk.ui.widgets.touch_button import Kind, TouchButton

_SUGGESTIONS, _SUGGESTED = 3, 346.0


class Asked(StrEnum):
    """Which question is on the screen; the steps in their order."""

    NAME = "name"
    ORGANISATION = "organisation"
    PHONE = "phone"


class TypingScreen(Screen):
    """A field in the sky, our own keys in the sea."""

    def __init__(self, dress: Dress, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(dress, Scene((634, 386), large_panel=0.42), parent)
        self.asked = asked = Asked(asked)
        self._problem = self._typed = ""
        self._suggestions: tuple[str, ...] = ()
        self.title = self.text(px=72, weight=theme.EXTRABOLD)
        self.steps = StepLine(dress, self)
        self.field = PaintedField(dress, self)
        self.hint = self.text(ink="ink2")
        self.keyboard = Keyboard(dress, Page.HANGUL, self)
        self.keyboard.typed.connect(lambda sent: self.acted.emit(Act.KEY, sent))
        self.keyboard.acted.connect(self._act)
        self.keys = Keypad(dress, DIGITS, (3, 6, 4), tall=132, parent=self)
        self.keys.pressed.connect(self._press)
        self.next = self.button(Act.NEXT, Kind.SUN, px=60, icon="check-bold")
        self.cards = [
            TouchButton(dress, Kind.CARD, tall=106, left=True, shrinks=True, parent=self)
            for _ in range(_SUGGESTIONS)
        ]
        for place, card in enumerate(self.cards):
            card.clicked.connect(lambda _=False, place=place: self._pick(place))
            card.hide()
        self.home = self.home_button()
        self.back = self.button(Act.BACK, Kind.QUIET, icon="arrow-left-bold", short=True)
        self.none = self.button(Act.SKIP, Kind.QUIET, icon="user-bold")

    def _press(self, sent: str) -> None:
        self.acted.emit(Act.KEY, {BACK: TAKE_BACK, CLEAR: TAKE_ALL}.get(sent, sent))

    def _act(self, act: KeyAct) -> None:
        if act is KeyAct.NEXT:
            self.acted.emit(Act.NEXT, None)
        else:
            self.acted.emit(Act.KEY, TAKE_BACK if act is KeyAct.BACK else TAKE_ALL)

    def _pick(self, place: int) -> None:
        if place < len(self._suggestions):
            self.acted.emit(Act.PICK, self._suggestions[place])

    def parts(self) -> Parts:
        """Put the field in the sky and the keys in the sea."""
        gap = self.dress.gap
        sky = Stack(
            [
                Leaf(self.title),
                Leaf(self.steps, rank=3),
                Leaf(self.field),
                Leaf(self.hint, rank=0 if self._problem else 2),
            ],
            gap,
        )
        if self.asked is Asked.PHONE:
            keys: Block = Leaf(self.keys, stretch=1.0)
        else:
            keys = Bleed(Leaf(self.keyboard), self._bleed, stretch=1.0)
        used = self.cards[: len(self._suggestions)]
        cards = [Leaf(one, rank=1 + place) for place, one in enumerate(used)]
        if self.dress.is_portrait and self.dress.is_roomy and self.asked is Asked.ORGANISATION:
            # Keys must not move under a finger when suggestions come and go.
            kept = Kept(Stack(cards, gap), self.dress.px(_SUGGESTED))
            return Parts(sky, Stack([kept, keys, *self._rows()], gap))
        if self.dress.is_portrait or self.dress.is_large:
            return Parts(sky, Stack([*cards, keys, *self._rows()], gap))
        left = Stack([*cards, *self._rows()], gap, align=1.0)
        aside = 0.3 if self.asked is Asked.NAME else 0.4
        return Parts(sky, Row([Cell(left, share=aside), Cell(keys, share=1 - aside)], gap * 1.6))

    def _rows(self) -> list[Block]:
        on = [Cell(Leaf(self.next), share=2)] if self.asked is Asked.PHONE else []
        cells = on if self.dress.is_large else [*self.nav(), *on]
        return [Flow(cells, self.dress.gap)] if cells else []

    def nav(self) -> Sequence[Cell | Block]:
        """Return the ways out."""
        more = {Asked.ORGANISATION: [self.none], Asked.PHONE: [self.back]}.get(self.asked, [])
        return [Leaf(self.home), *(Leaf(one) for one in more)]

    @property
    def _bleed(self) -> float:
        """Return how far the keys reach into the margins: ten of them stand side by side."""
        return self.dress.px(38) if self.dress.is_portrait else 0.0

    def show_typed(self, text: str, problem: str, suggestions: tuple[str, ...] = ()) -> None:
        """Show what was typed, what is wrong with it, and what it may become."""
        self._problem, self._typed, self._suggestions = problem, text, suggestions
        self.field.show_text(_grouped(text) if self.asked is Asked.PHONE else text)
        self.retranslate()

    def begin(self) -> None:
        """Show the first page of keys: the letters of the language on show."""
        self.keyboard.reset(Page.LATIN if self.language == "en" else Page.HANGUL)

    def retranslate(self) -> None:
        """Say everything anew."""
        titles = [
            translate("SelfCheckIn", "Your name, please"),
            translate("SelfCheckIn", "Your organisation, please"),
            translate("SelfCheckIn", "Your mobile number, please"),
        ]
        at = list(Asked).index(self.asked)
        names = [
            translate("SelfCheckIn", "Name", "step of the registration"),
            translate("SelfCheckIn", "Organisation", "step of the registration"),
            translate("SelfCheckIn", "Phone", "step of the registration"),
        ]
        self.title.setText(self.either(titles[at], names[at]))
        self.steps.show_steps(names, at)
        self.field.setAccessibleName(names[at])
        self.hint.setText(self._hint())
        self.hint.set_ink("ink" if self._problem else "ink2")
        self.keyboard.speak(self.language)
        self.home.say(translate("SelfCheckIn", "Home"))
        self.back.say(translate("SelfCheckIn", "Back"))
        self.next.say(translate("SelfCheckIn", "Next"))
        self.keys.buttons[BACK].say("", translate("SelfCheckIn", "Delete"))
        self.keys.buttons[CLEAR].say(translate("SelfCheckIn", "Clear", "all digits"))
        self.none.say(translate("SelfCheckIn", "I have none"))
        for place, card in enumerate(self.cards):
            used = place < len(self._suggestions)
            card.say(self._suggestions[place] if used else "")

    def _hint(self) -> str:
        problems = {
            "NAME_SHORT": translate("SelfCheckIn", "Please type at least two letters"),
            "PHONE_WRONG": translate("SelfCheckIn", "Please check the number"),
            "RRN_IN_TEXT": translate("SelfCheckIn", "Please type no resident number"),
        }
        if self._problem:
            wrong = translate("SelfCheckIn", "Please check what you typed")
            return problems.get(self._problem, wrong)
        if self._suggestions:
            return translate("SelfCheckIn", "Organisations on the list. Pick one.")
        if self.asked is Asked.PHONE:
            return self._ways_round().get(self._typed, "")
        return ""

    def _ways_round(self) -> dict[str, str]:
        """Return what helps whoever has no Korean number, by what stands in the field."""
        return {
            PHONE_BEGINS: translate("SelfCheckIn", "Not a Korean number? Clear it first."),
            "": translate("SelfCheckIn", "No number? Press Next. From abroad? Begin with 00."),
        }

    def clear(self) -> None:
        """Forget what was typed."""
        self._problem, self._typed, self._suggestions = "", "", ()
        self.field.clear()
        self.keyboard.reset()
        for card in self.cards:
            card.say("")


def _grouped(digits: str) -> str:
    """Return a number's digits in the groups in which people read them."""
    if digits.startswith("00"):
        return f"+{digits[2:]}"
    return "-".join(one for one in (digits[:3], digits[3:7], digits[7:]) if one)
