"""TopBar: the event, the session that is served, the desk, its devices and the time."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.ui import theme
from kiosk.ui.theme import LIGHT
from kiosk.ui.widgets.chip_button import ChipButton, chip_area
from kiosk.ui.widgets.desk_canvas import RIGHT, Canvas, Type
from kiosk.ui.widgets.desk_chip import CHIP_HEIGHT, Chip
from kiosk.ui.widgets.desk_panel import DeskPanel

HEIGHT = 56.0
_GAP = 14.0


class SessionButton(QAbstractButton):
    """Name the session that is served; pressed (or F9), it offers the others."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.scale, self._title = 1.0, ""

    def show_title(self, title: str) -> None:
        """Show another session."""
        self._title = title
        self.setAccessibleName(self.tr("Session {title}, F9").format(title=title))
        self.update()

    def design_width(self) -> float:
        """Return the width its title needs, in design pixels."""
        return Type(15, theme.SEMIBOLD).width(self._title) + 50

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a white chip with a caret."""
        painter = QPainter(self)
        canvas = Canvas(painter, self.scale)
        area = QRectF(0, 0, self.width() / self.scale, self.height() / self.scale)
        canvas.box(area, LIGHT.sand if self.isDown() else LIGHT.paper, area.height() / 2)
        caret = QRectF(area.right() - 30, area.center().y() - 8, 16, 16)
        canvas.icon(caret, "caret-down-bold", LIGHT.ink)
        words = area.adjusted(14, 0, -34, 0)
        canvas.line(words, self._title, Type(15, theme.SEMIBOLD), least=13)
        painter.end()


class TopBar(DeskPanel):
    """Show what this desk serves and how its devices are.

    ``chip_pointed`` and ``chip_pressed`` carry the place of a device's chip, the former -1 when
    none is pointed at any more.
    """

    chip_pointed = Signal(int)
    chip_pressed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = SessionButton(self)
        self._title = self._desk = self._time = ""
        self.chips: tuple[Chip, ...] = ()
        self.chip_buttons: list[ChipButton] = []

    def show_event(self, title: str, session: str, desk: str) -> None:
        """Show other titles and another desk's name."""
        self._title, self._desk = title, desk
        self.session.show_title(session)
        self.renew()

    def show_chips(self, chips: tuple[Chip, ...]) -> None:
        """Show other states of devices."""
        self.chips = chips
        while len(self.chip_buttons) < len(chips):
            place, made = len(self.chip_buttons), ChipButton(chips[-1], self)
            made.pointed.connect(partial(self._point, place))
            made.clicked.connect(partial(self.chip_pressed.emit, place))
            self.chip_buttons.append(made)
        for place, button in enumerate(self.chip_buttons):
            button.setVisible(place < len(chips))
            if place < len(chips):
                button.show_chip(chips[place])
        self.renew()

    def _point(self, place: int, is_on: bool) -> None:  # noqa: FBT001 - a signal's one value
        self.chip_pointed.emit(place if is_on else -1)

    def show_time(self, time: str) -> None:
        """Show the time of day."""
        if time != self._time:
            self._time = time
            self.renew()

    def describe(self) -> None:
        """Tell event, desk, devices and time."""
        told = [self._title, self._desk, *(chip.text for chip in self.chips), self._time]
        self.setAccessibleName(", ".join(part for part in told if part))

    def _right_end(self, size: QSizeF) -> float:
        """Return where the chips begin."""
        clock = Type(24, theme.BOLD).width("00:00") + 18 + _GAP + 6
        return size.width() - clock - sum(chip.width + _GAP for chip in self.chips)

    def _title_room(self, size: QSizeF) -> float:
        """Return how wide the event's title may be: what chips, session and desk leave."""
        room = self._right_end(size) - 50 - 2 * _GAP - self._session_width(size)
        wide = Type(18, theme.BOLD).width(self._title)
        return max(60.0, min(wide + 1, room))

    def _session_width(self, size: QSizeF) -> float:
        return min(self.session.design_width(), (self._right_end(size) - 60) * 0.5)

    def place(self) -> None:
        """Put the session's chip right of the title."""
        size = self.design_size
        left = 50 + self._title_room(size) + _GAP
        self.session.scale = self.scale
        self.session.setGeometry(
            self.on_screen(
                QRectF(left, (HEIGHT - CHIP_HEIGHT) / 2, self._session_width(size), CHIP_HEIGHT)
            )
        )

        at = self._right_end(size)
        for chip, button in zip(self.chips, self.chip_buttons, strict=False):
            button.scale = self.scale
            button.setGeometry(self.on_screen(chip_area(at, size.height() / 2, chip)))
            at += chip.width + _GAP

    def draw(self, canvas: Canvas, size: QSizeF) -> None:
        """Paint the bar from both ends."""
        canvas.box(QRectF(0, 0, size.width(), size.height()), LIGHT.sea)
        middle = size.height() / 2
        canvas.painter.setBrush(QColor(LIGHT.sun))
        canvas.painter.drawEllipse(QRectF(18, middle - 9, 18, 18))
        room = self._title_room(size)
        bold = Type(18, theme.BOLD, LIGHT.on_sea)
        canvas.line(QRectF(50, 0, room, size.height()), self._title, bold, least=15)
        left = 50 + room + _GAP + self._session_width(size) + _GAP + 4
        desk = QRectF(left, 0, self._right_end(size) - left - _GAP, size.height())
        if desk.width() > 40:
            canvas.line(desk, self._desk, Type(15, theme.SEMIBOLD, LIGHT.on_sea2))
        clock = QRectF(size.width() - 138, 0, 120, size.height())
        canvas.line(clock, self._time, Type(24, theme.BOLD, LIGHT.on_sea), RIGHT)
