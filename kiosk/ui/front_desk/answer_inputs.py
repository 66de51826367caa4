"""The inputs of a question: one class for words and numbers, one for things to choose from."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from kiosk.domain.event import Question, QuestionKind
from kiosk.ui import theme
from kiosk.ui.widgets.desk_button import Caption, DeskButton

_HEIGHT = 44.0
_LENGTH = 200
_STYLE = """QLineEdit {{ border: 2px solid {edge}; border-radius: 10px; padding: 0 12px;
background: {paper}; color: {ink}; }} QLineEdit:focus {{ border: 3px solid {focus}; }}"""


class LineInput(QLineEdit):
    """Take words, a number, a date, or several words separated by commas."""

    def __init__(self, question: Question, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self.setMaxLength(_LENGTH)
        self.setAccessibleName(label)
        self.setPlaceholderText(_hint(question.kind))
        if question.kind in (QuestionKind.NUMBER, QuestionKind.DATE):
            self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)

    def answer(self) -> object:
        """Return what was typed as the question's kind of answer, or None for nothing."""
        text = self.text().strip()
        if not text:
            return None
        if self._question.kind is QuestionKind.CHOICES:
            return [part.strip() for part in text.split(",") if part.strip()]
        return text

    def set_scale(self, scale: float) -> None:
        """Set its letters, height and colours."""
        self.setStyleSheet(_STYLE.format(**theme.worn().as_style()))
        self.setFont(theme.text_font(17 * scale, theme.SEMIBOLD))
        self.setFixedHeight(round(_HEIGHT * scale))


class ChoiceInput(QWidget):
    """Take one of several answers, or several of them where the question allows."""

    def __init__(self, question: Question, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._several = question.kind is QuestionKind.CHOICES
        self._yes_no = question.kind is QuestionKind.YES_NO
        self._values = ("yes", "no") if self._yes_no else question.choices
        self.setAccessibleName(label)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.buttons = [self._button(value, label) for value in self._values]
        longest = max(map(len, self._values), default=0)
        columns = 3 if longest <= 8 else 2 if longest <= 16 else 1
        for at, button in enumerate(self.buttons):
            self._grid.addWidget(button, at // columns, at % columns)
        self.setFocusProxy(self.buttons[0])

    def _button(self, value: str, label: str) -> DeskButton:
        words = value
        if self._yes_no:
            yes, no = (
                QCoreApplication.translate("AnswerForm", "Yes"),
                QCoreApplication.translate("AnswerForm", "No"),
            )
            words = yes if value == "yes" else no
        button = DeskButton(Caption(words), px=16, parent=self)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(f"{label}: {words}")
        button.toggled.connect(lambda on, one=button: self._toggled(one, on=on))
        return button

    def _toggled(self, changed: DeskButton, *, on: bool) -> None:
        # What is on shows a tick as well as the inversion: never colour alone.
        words = changed.caption.text
        name = changed.accessibleName()
        changed.show_caption(Caption(words, icon="check-bold" if on else ""))
        changed.setAccessibleName(name)
        if on and not self._several:
            for other in self.buttons:
                if other is not changed:
                    other.setChecked(False)

    def answer(self) -> object:
        """Return the value chosen, a list where several may be, or None for nothing."""
        chosen = [
            value
            for value, button in zip(self._values, self.buttons, strict=True)
            if button.isChecked()
        ]
        if self._several:
            return chosen or None
        return chosen[0] if chosen else None

    def set_scale(self, scale: float) -> None:
        """Set the buttons' letters, heights and gaps."""
        self._grid.setSpacing(round(8 * scale))
        for button in self.buttons:
            button.set_scale(scale)
            button.setFixedHeight(round(_HEIGHT * scale))


def input_for(question: Question, label: str) -> LineInput | ChoiceInput:
    """Return the input that a question needs."""
    chooses = question.kind in (QuestionKind.CHOICE, QuestionKind.CHOICES) and question.choices
    if question.kind is QuestionKind.YES_NO or chooses:
        return ChoiceInput(question, label)
    return LineInput(question, label)


def _hint(kind: QuestionKind) -> str:
    match kind:
        case QuestionKind.DATE:
            return QCoreApplication.translate("AnswerForm", "YYYY-MM-DD")
        case QuestionKind.NUMBER:
            return QCoreApplication.translate("AnswerForm", "A number")
        case QuestionKind.CHOICES:
            return QCoreApplication.translate("AnswerForm", "Separate several with commas")
        case _:
            return ""
