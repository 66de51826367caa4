"""AnswerForm: the event's open questions on the person's card, each with the input it needs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from kiosk.domain.event import Question
from kiosk.ui import theme
from kiosk.ui.front_desk.answer_inputs import ChoiceInput, LineInput, input_for
from kiosk.ui.theme import LIGHT
from kiosk.ui.widgets.words import Words

_SCROLL_BAR = """QScrollBar {{ background: {sand}; width: {wide}px; border-radius: 5px; }}
QScrollBar::handle {{ background: {edge}; border-radius: 5px; min-height: 30px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}"""


class AnswerForm(QScrollArea):
    """Ask open questions; ``submitted`` carries the answers by question id once all fit.

    Enter submits, Tab goes on. What is missing or of the wrong kind is said at its question.
    """

    submitted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = 1.0
        self._questions: tuple[Question, ...] = ()
        self._language = ""
        self._inputs: list[LineInput | ChoiceInput] = []
        self._labels: list[Words] = []
        self._warnings: list[Words] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._describe()

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Questions"))

    def ask(self, questions: Sequence[Question], language: str) -> None:
        """Show questions, with empty inputs; none empties the form.

        The same questions in the same language keep what was typed.
        """
        if (tuple(questions), language) == (self._questions, self._language):
            return
        self._questions, self._language = tuple(questions), language
        self._inputs, self._labels, self._warnings = [], [], []
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 8, 0)
        for question in self._questions:
            self._add(question, column)
        column.addStretch(1)
        self.setWidget(page)
        self.set_scale(self._scale)

    def _add(self, question: Question, column: QVBoxLayout) -> None:
        text = question.text.text(self._language) or question.id
        label = Words(text, px=16, weight=theme.BOLD, wrap=True)
        entry = input_for(question, text)
        warning = Words("", px=14, weight=theme.SEMIBOLD, colour=LIGHT.stop_ink)
        warning.hide()
        for widget in (label, entry, warning):
            column.addWidget(widget)
        self._labels.append(label)
        self._inputs.append(entry)
        self._warnings.append(warning)

    def set_scale(self, scale: float) -> None:
        """Set letters and heights."""
        self._scale = scale
        self.verticalScrollBar().setStyleSheet(
            _SCROLL_BAR.format(wide=round(10 * scale), **theme.worn().as_style())
        )
        page: QWidget | None = self.widget()
        if page is not None:
            page.setStyleSheet(f"background: {theme.shade(LIGHT.paper)}")
        layout = page.layout() if page is not None else None
        if layout is not None:
            layout.setSpacing(round(6 * scale))
        for label, entry, warning in zip(self._labels, self._inputs, self._warnings, strict=True):
            label.restyle(px=16 * scale)
            warning.restyle(px=14 * scale)
            entry.set_scale(scale)

    def focus_first(self) -> None:
        """Put the focus into the first input."""
        if self._inputs:
            self._inputs[0].setFocus()

    def submit(self) -> None:
        """Send the answers, or say at each question what is missing and go to the first such."""
        answers = {
            question.id: entry.answer()
            for question, entry in zip(self._questions, self._inputs, strict=True)
        }
        wrong = []
        for question, entry, warning in zip(
            self._questions, self._inputs, self._warnings, strict=True
        ):
            fits = question.accepts(answers[question.id])
            warning.setVisible(not fits)
            warning.setText("" if fits else self._problem(answers[question.id]))
            if not fits:
                wrong.append(entry)
        if wrong:
            wrong[0].setFocus()
        elif self._questions:
            self.submitted.emit(answers)

    def _problem(self, answer: object) -> str:
        if answer is None:
            return self.tr("Please fill this in")
        return self.tr("Please check the spelling of this answer")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Submit on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
