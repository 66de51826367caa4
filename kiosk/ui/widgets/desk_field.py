"""DeskField: one line to type into, under its label, beside which is said what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QWidget

from kiosk.ui import theme
from kiosk.ui.theme import LIGHT
from kiosk.ui.widgets.desk_canvas import RIGHT, Canvas, Type
from kiosk.ui.widgets.desk_panel import DeskPanel

FIELD_HEIGHT = 76.0
_LABEL = 24.0
_LENGTH = 300
_STYLE = """QLineEdit {{ border: 2px solid {edge}; border-radius: {radius}px; padding: 0 {pad}px;
background: {paper}; color: {ink}; selection-background-color: {focus}; }}
QLineEdit:focus {{ border: 3px solid {focus}; }}"""


class FieldLine(QLineEdit):
    """A line edit that offers what its text may become; Tab takes it at the text's end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(_LENGTH)
        self._offer = self._composing = ""
        self.hint = ""
        self.pad = 14.0

    def query(self) -> str:
        """Return the text with what the input method is composing at the cursor."""
        text, at = self.text(), self.cursorPosition()
        return text[:at] + self._composing + text[at:]

    def offer(self, text: str) -> None:
        """Offer a text that begins with what is typed, "" for none."""
        self._offer = text
        self.update()

    def rest(self) -> str:
        """Return what Tab would add; of an offer that is spelled otherwise, nothing is shown."""
        typed = self.query()
        at_end = self.cursorPosition() == len(self.text()) and self.hasFocus()
        begins = self._offer.casefold().startswith(typed.casefold())
        return self._offer[len(typed) :] if typed and at_end and begins else ""

    @property
    def offered(self) -> str:
        """Return what Tab would fill in, however it is spelled, "" for nothing."""
        typed = self.query()
        return self._offer if typed and self._offer != typed and self.hasFocus() else ""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Know the syllable in the making."""
        self._composing = event.preeditString()
        super().inputMethodEvent(event)
        self.textEdited.emit(self.query())

    def event(self, event: QEvent) -> bool:
        """Take Tab for the offer, before it moves the focus."""
        tab = (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Tab
        )
        if tab and self.offered:
            self.setText(self._offer)
            self._composing = self._offer = ""
            self.textEdited.emit(self.text())
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave to the dialog what is no typing."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Up)
        if event.key() in (*keys, Qt.Key.Key_Down):
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the offer's rest behind the text, in a quieter ink."""
        super().paintEvent(event)
        if not self.offered:
            return
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        inner = (
            self.style()
            .subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
            .adjusted(4, 0, -4, 0)
        )
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(theme.shade(LIGHT.ink3))
        taken = self.fontMetrics().horizontalAdvance(self.query())
        room = inner.adjusted(taken, 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        rest = self.rest()
        painter.drawText(room, flags, rest or f"  → {self._offer}")
        tab_room = room.adjusted(self.fontMetrics().horizontalAdvance(rest) + 16, 0, 0, 0)
        if rest and tab_room.width() > self.fontMetrics().horizontalAdvance(self.hint):
            painter.drawText(tab_room, flags | Qt.AlignmentFlag.AlignRight, self.hint)
        painter.end()


class DeskField(DeskPanel):
    """A label, the line, and what is wrong; ``edited`` comes as it is typed, composing too."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = FieldLine(self)
        self.line.textEdited.connect(self._edited)
        self.line.textChanged.connect(lambda _: self.edited.emit())
        self.setFocusProxy(self.line)
        self._label = self._mark = self._problem = ""

    def say(self, label: str, mark: str = "", hint: str = "") -> None:
        """Set the label, the word that says it is required, and what stands in an empty line."""
        self._label, self._mark = label, mark
        self.line.setPlaceholderText(hint)
        self.renew()

    def complain(self, problem: str) -> None:
        """Say what is wrong, "" for nothing; typing takes it back."""
        self._problem = problem
        self.renew()

    @property
    def problem(self) -> str:
        """Return what is said to be wrong."""
        return self._problem

    def text(self) -> str:
        """Return what is typed, composing included."""
        return self.line.query()

    def _edited(self, _: str) -> None:
        self._problem = ""
        self.renew()
        self.edited.emit()

    def describe(self) -> None:
        """Tell label, whether it is required, and what is wrong."""
        parts = (self._label, self._mark)
        self.line.setAccessibleName(", ".join(part for part in parts if part))
        self.line.setAccessibleDescription(self._problem)

    def place(self) -> None:
        """Put the line under the label."""
        size = self.design_size
        self.line.setGeometry(
            self.on_screen(QRectF(0, _LABEL, size.width(), size.height() - _LABEL))
        )
        self.line.setFont(theme.text_font(18 * self.scale, theme.SEMIBOLD))
        style = _STYLE.format(
            radius=round(12 * self.scale), pad=round(12 * self.scale), **theme.worn().as_style()
        )
        if style != self.line.styleSheet():
            self.line.setStyleSheet(style)

    def draw(self, canvas: Canvas, size: QSizeF) -> None:
        """Paint the label, the mark, and at the right what is wrong."""
        row = QRectF(0, 0, size.width(), _LABEL - 4)
        wide = canvas.line(row, self._label, Type(14, theme.BOLD))
        mark = row.adjusted(wide + 6, 0, 0, 0)
        wide += 6 + canvas.line(mark, self._mark, Type(14, theme.BOLD, LIGHT.stop_ink))
        problem = Type(14, theme.SEMIBOLD, LIGHT.stop_ink)
        canvas.line(row.adjusted(wide + 10, 0, 0, 0), self._problem, problem, RIGHT, least=12)
