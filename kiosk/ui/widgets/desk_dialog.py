"""DeskDialog: a card over the desk's window that takes every key until it is closed."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui import theme
from kiosk.ui.theme import LIGHT
from kiosk.ui.widgets.desk_button import Caption, DeskButton, Look
from kiosk.ui.widgets.desk_canvas import WARN_PILL, Canvas, Pill, Type
from kiosk.ui.widgets.desk_panel import DeskPanel

PAD = 28.0
FOOT = 58.0
"""Height of the buttons along the card's lower edge."""
_HEAD = 46.0
_OVER = 44.0
"""Height of the line that stands over the buttons: two rows of it."""
_ICON = 28.0
_SHADE = QColor(12, 32, 56, 160)
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Tone(StrEnum):
    """What the line at the foot says: all is well, look twice, or it went wrong."""

    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


_TONES = {
    Tone.GOOD: ("check-circle-fill", LIGHT.ok_ink),
    Tone.WARN: ("warning-circle-bold", LIGHT.sun_ink),
    Tone.BAD: ("warning-fill", LIGHT.stop_ink),
}


class DeskDialog(DeskPanel):
    """A title, a body, a line that says how things stand, and the buttons of what comes next.

    It covers the window and lets no key and no click through: Esc closes, Enter does the one next
    step (``go``), Tab walks through ``stops``. Scans wait meanwhile; ``show_waiting`` says how
    many. A subclass sets ``card_size`` and fills the body in ``place_body`` and ``draw_body``.
    """

    closed = Signal()
    card_size = QSizeF(560, 480)
    go_key = "Enter"

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._waiting = 0
        self._line, self._tone = "", Tone.GOOD
        self._is_busy = False
        self.close_button = DeskButton(Caption(""), px=16, parent=self)
        self.close_button.clicked.connect(self.closed)
        self.go = DeskButton(Caption(""), Look.PRIMARY, px=18, parent=self)
        self.go.clicked.connect(self.submit)
        self.stops: list[QWidget] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # What a subclass says and does

    def title(self) -> str:
        """Return the heading."""
        return ""

    def go_words(self) -> str:
        """Return what the one next step is called."""
        return ""

    def submit(self) -> None:
        """Do the one next step."""

    def others(self) -> list[DeskButton]:
        """Return the buttons left of the next step."""
        return []

    def draw_body(self, canvas: Canvas, body: QRectF) -> None:
        """Paint between the heading and the foot."""

    def place_body(self, body: QRectF) -> None:
        """Put the children between the heading and the foot."""

    # What others do with it

    def say(self, line: str, tone: Tone = Tone.BAD) -> None:
        """Say how things stand at the foot; what went wrong ends the waiting."""
        self._line, self._tone = line, tone
        self.set_busy(is_busy=False)
        self.renew()

    @property
    def line(self) -> str:
        """Return what the foot says."""
        return self._line

    @property
    def is_busy(self) -> bool:
        """Tell whether a step is under way, so that a second press of its key does nothing."""
        return self._is_busy

    def set_busy(self, *, is_busy: bool) -> None:
        """Begin or end a step that is not done at once; until it is, nothing closes the dialog."""
        self._is_busy = is_busy
        self.go.setEnabled(not is_busy)
        self.close_button.setEnabled(not is_busy)

    def show_waiting(self, scans: int) -> None:
        """Say how many scans wait until this is closed."""
        self._waiting = scans
        self.renew()

    def take_focus(self) -> None:
        """Put the focus back where typing goes."""
        held = self.focusWidget()
        if held is not None and held is not self and held.isVisible() and held.isEnabled():
            held.setFocus()
        else:
            self._walk(0)

    # How it is built

    @property
    def card(self) -> QRectF:
        """Return where the card is, in design pixels."""
        size, wanted = self.design_size, self.card_size
        wide = min(wanted.width(), size.width() - 24)
        tall = min(wanted.height(), size.height() - 24)
        left, top = (size.width() - wide) / 2, (size.height() - tall) / 2
        return QRectF(left, top, wide, tall)

    @property
    def body(self) -> QRectF:
        """Return the room between the heading and the foot."""
        return self.card.adjusted(PAD, PAD + _HEAD, -PAD, -PAD - FOOT - _OVER)

    def describe(self) -> None:
        """Tell the heading and the line, and word the buttons."""
        self.setAccessibleName(self.title())
        self.setAccessibleDescription(self._line)
        close = QCoreApplication.translate("DeskDialog", "Close")
        self.close_button.show_caption(Caption(close, "Esc", "x-bold"))
        self.go.show_caption(Caption(self.go_words(), self.go_key, "check-bold"))
        self.go.setVisible(bool(self.go_words()))

    def place(self) -> None:
        """Put the buttons along the edges, and the body between."""
        card = self.card
        wide = self.close_button.design_width()
        corner = QRectF(card.right() - PAD - wide, card.top() + PAD - 2, wide, 40)
        right = card.right() - PAD
        row = [self.go, *self.others()] if not self.go.isHidden() else self.others()
        for button in row:
            room = button.design_width()
            area = QRectF(right - room, card.bottom() - PAD - FOOT, room, FOOT)
            button.set_scale(self.scale)
            button.setGeometry(self.on_screen(area))
            right -= room + 10
        self._foot_right = right
        self.close_button.set_scale(self.scale)
        self.close_button.setGeometry(self.on_screen(corner))
        self.place_body(self.body)

    _foot_right = 0.0

    def draw(self, canvas: Canvas, size: QSizeF) -> None:
        """Paint the shade, the card, the heading, the body and the line at the foot."""
        canvas.painter.fillRect(QRectF(0, 0, size.width(), size.height()), _SHADE)
        card = self.card
        canvas.box(card, LIGHT.paper, 20, edge=LIGHT.line, edge_width=1)
        head = QRectF(card.left() + PAD, card.top() + PAD - 4, card.width() - 2 * PAD - 150, 44)
        wide = canvas.line(head, self.title(), Type(28, theme.EXTRABOLD), least=18)
        if self._waiting:
            words = QCoreApplication.translate("DeskDialog", "Scans waiting: {n}")
            words = words.format(n=self._waiting)
            pill = Pill(words, WARN_PILL, "barcode")
            room = head.width() - wide - 14
            canvas.pill(QPointF(head.left() + wide + 14, head.center().y() - 14), pill, room=room)
        self.draw_body(canvas, self.body)
        self._draw_line(canvas, card)

    def _draw_line(self, canvas: Canvas, card: QRectF) -> None:
        if not self._line:
            return
        icon, ink = _TONES[self._tone]
        style = Type(14, theme.SEMIBOLD, ink)
        foot = QRectF(card.left() + PAD, card.bottom() - PAD - FOOT, 0, FOOT)
        foot.setRight(self._foot_right - 6)
        if style.width(self._line) > 1.8 * (foot.width() - _ICON):
            # Beside the buttons it would be cut: it stands over them.
            foot = QRectF(foot.left(), foot.top() - _OVER, card.width() - 2 * PAD, _OVER)
        canvas.icon(QRectF(foot.left(), foot.center().y() - 10, 20, 20), icon, ink)
        words = foot.adjusted(_ICON, 0, 0, 0)
        lines = style.wrapped(self._line, words.width(), 2)
        words.setTop(foot.center().y() - len(lines) * 9.5)
        canvas.lines(words, lines, style, leading=1.35)

    # What is pressed

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take every key: none may reach the window below."""
        event.accept()
        if self._is_busy or event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in _ENTERS:
            self.enter(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Keep releases from the window below too."""
        event.accept()

    def enter(self, event: QKeyEvent) -> None:
        """Do the next step on Enter; where Ctrl+Enter does it, Enter goes on to the next field."""
        chord = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self.go.isHidden() or not self.go.isEnabled():
            return
        if chord or self.go_key == "Enter":
            self.submit()
        else:
            self._walk(1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let no click through."""
        event.accept()
        self.take_focus()

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: FBT001 - Qt's
        """Walk through the dialog's own stops, and never out of it."""
        self._walk(1 if is_next else -1)
        return True

    def _walk(self, step: int) -> None:
        stops = [one for one in self.stops if one.isVisibleTo(self) and one.isEnabled()]
        if not stops:
            self.setFocus()
            return
        held = self.focusWidget()
        at = -1
        if held is not None:
            at = next((n for n, one in enumerate(stops) if held in (one, one.focusProxy())), -1)
        stops[0 if at < 0 else (at + step) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
