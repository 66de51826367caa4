"""Question: one question of the event at the door, of whichever kind."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kiosk.domain.event import Question, QuestionKind
from kiosk.ui import theme
from kiosk.ui.self_check_in.acts import TAKE_ALL, TAKE_BACK, Act
from kiosk.ui.self_check_in.paged_screen import PagedScreen
from kiosk.ui.self_check_in.screen import Parts, Scene, translate
from kiosk.ui.self_check_in.tick_button import TickButton
from kiosk.ui.widgets.blocks import Block, Gap, Leaf, Stack
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.frames import Bleed
from kiosk.ui.widgets.keyboard import Keyboard
from kiosk.ui.widgets.keycaps import Act as KeyAct
from kiosk.ui.widgets.keycaps import Page
from kiosk.ui.widgets.keypad import BACK, CLEAR, DIGITS, Keypad
from kiosk.ui.widgets.rows import Cell, Flow, Row
from kiosk.ui.widgets.text_field import PaintedField
from kiosk.ui.widgets.touch_button import Kind

_TYPED = frozenset({QuestionKind.TEXT, QuestionKind.NUMBER, QuestionKind.DATE})


class QuestionScreen(PagedScreen):
    """The question in the sky, and below it what answers it."""

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(dress, Scene((634, 386), large_panel=0.42), parent)
        self._question: Question | None = None
        self._picked: tuple[str, ...] = ()
        self._is_wrong = False
        self.title = self.text(px=72, weight=theme.EXTRABOLD)
        self.hint = self.text(ink="ink2")
        self.field = PaintedField(dress, self)
        self.yes = self.button(
            Act.ANSWER, Kind.PAPER, value=True, px=64, icon="check-bold", tall=190
        )
        self.no = self.button(Act.ANSWER, Kind.PAPER, value=False, px=64, icon="x-bold", tall=190)
        self.choices: list[TickButton] = []
        self.keyboard = Keyboard(dress, Page.HANGUL, self)
        self.keyboard.typed.connect(lambda sent: self.acted.emit(Act.KEY, sent))
        self.keyboard.acted.connect(self._act)
        self.keys = Keypad(dress, DIGITS, (3, 6, 4), tall=132, parent=self)
        self.keys.pressed.connect(self._press)
        self.home = self.home_button()
        self.skip = self.button(Act.SKIP, Kind.QUIET)
        self.next = self.button(Act.NEXT, Kind.SUN, px=60, icon="check-bold")

    def _act(self, act: KeyAct) -> None:
        if act is KeyAct.NEXT:
            self.acted.emit(Act.NEXT, None)
        else:
            self.acted.emit(Act.KEY, TAKE_BACK if act is KeyAct.BACK else TAKE_ALL)

    def _press(self, sent: str) -> None:
        self.acted.emit(Act.KEY, {BACK: TAKE_BACK, CLEAR: TAKE_ALL}.get(sent, sent))

    @property
    def kind(self) -> QuestionKind:
        """Return the kind of the question on show."""
        return self._question.kind if self._question else QuestionKind.YES_NO

    def parts(self) -> Parts:
        """Put the question in the sky and what answers it in the sea."""
        gap = self.dress.gap
        sky: list[Block] = [Leaf(self.title)]
        if self.kind in _TYPED:
            sky.append(Leaf(self.field))
        sky.append(Leaf(self.hint, rank=0 if self._is_wrong else 1))
        answers, ways = self._answers(), self._ways()
        is_flat = not self.dress.is_portrait and not self.dress.is_large
        if is_flat and self.kind in _TYPED:
            left = Cell(Stack(ways, gap, align=1.0), share=0.34)
            return Parts(Stack(sky, gap), Row([left, Cell(answers, share=0.66)], gap * 1.6))
        return Parts(Stack(sky, gap), Stack([answers, *ways], gap))

    def _answers(self) -> Block:
        gap = self.dress.gap
        self.in_pages([])
        if self.kind is QuestionKind.YES_NO:
            pair = Flow([Leaf(self.no), Leaf(self.yes)], gap)
            return Stack([Gap(stretch=1), pair, Gap(stretch=1)], 0, stretch=1)
        if self.kind is QuestionKind.TEXT:
            return Bleed(
                Leaf(self.keyboard), self.dress.px(38) if self.dress.is_portrait else 0, stretch=1
            )
        if self.kind in _TYPED:
            return Leaf(self.keys, stretch=1)
        used = [Leaf(one) for one in self.choices[: len(self._offered)]]
        rows: list[Block] = list(used)
        if not self.dress.is_portrait and not self.dress.is_large:
            rows = [Row(used[at : at + 2], gap) for at in range(0, len(used), 2)]
        return self.in_pages(rows)

    def _ways(self) -> list[Block]:
        on = self.turner()
        if self.kind is not QuestionKind.YES_NO and self.kind is not QuestionKind.TEXT:
            on.append(Cell(Leaf(self.next), share=2))
        cells = on if self.dress.is_large else [*self.nav(), *on]
        return [Flow(cells, self.dress.gap)] if cells else []

    def nav(self) -> Sequence[Cell | Block]:
        """Return the ways out, and past a question that need not be answered."""
        may_skip = self._question is not None and not self._question.required
        return [Leaf(self.home), Leaf(self.skip)] if may_skip else [Leaf(self.home)]

    @property
    def _offered(self) -> tuple[str, ...]:
        return self._question.choices if self._question else ()

    def show_question(
        self, question: Question, typed: str, picked: tuple[str, ...], *, is_wrong: bool = False
    ) -> None:
        """Ask a question; show what was typed, or picked, so far, and whether it is no answer."""
        if question is not self._question:
            self.page = 0
            self.keyboard.reset()
        self._question, self._picked, self._is_wrong = question, picked, is_wrong
        self.field.show_text(_as_date(typed) if question.kind is QuestionKind.DATE else typed)
        while len(self.choices) < len(question.choices):
            place = len(self.choices)
            choice = TickButton(self.dress, self)
            choice.clicked.connect(lambda _=False, place=place: self._pick(place))
            self.choices.append(choice)
        self.retranslate()

    def _pick(self, place: int) -> None:
        if place < len(self._offered):
            self.acted.emit(Act.PICK, self._offered[place])

    def retranslate(self) -> None:
        """Say everything anew."""
        self.home.say(translate("SelfCheckIn", "Home"))
        self.yes.say(translate("SelfCheckIn", "Yes"))
        self.no.say(translate("SelfCheckIn", "No"))
        self.skip.say(translate("SelfCheckIn", "Skip"))
        self.next.say(translate("SelfCheckIn", "Next"))
        self.keys.buttons[BACK].say("", translate("SelfCheckIn", "Delete"))
        self.keys.buttons[CLEAR].say(translate("SelfCheckIn", "Clear", "all digits"))
        super().retranslate()
        self.keyboard.speak(self.language)
        question = self._question
        if question is None:
            return
        words = question.text.text(self.language)
        self.title.setText(words)
        self.field.setAccessibleName(words)
        self.hint.setText(self._hint(question))
        for choice, one in zip(self.choices, question.choices, strict=False):
            choice.show_tick(one, is_on=one in self._picked)

    def _hint(self, question: Question) -> str:
        if self._is_wrong and question.kind is QuestionKind.CHOICE:
            return translate("SelfCheckIn", "Please choose one")
        if self._is_wrong:
            return translate("SelfCheckIn", "Please check what you typed")
        if question.kind is QuestionKind.DATE:
            return translate("SelfCheckIn", "Year, month and day, eight digits")
        if question.kind is QuestionKind.CHOICES:
            return translate("SelfCheckIn", "Choose as many as you like")
        return "" if question.required else translate("SelfCheckIn", "You may skip this")

    def clear(self) -> None:
        """Forget the answer."""
        super().clear()
        self._question, self._picked, self._is_wrong = None, (), False
        self.field.clear()
        self.keyboard.reset()
        for choice in self.choices:
            choice.show_tick("", is_on=False)


def _as_date(digits: str) -> str:
    """Return eight digits as a date, and fewer of them as the beginning of one."""
    parts = (digits[:4], digits[4:6], digits[6:8])
    return "-".join(one for one in parts if one)
