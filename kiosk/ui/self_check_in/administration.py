"""Administration: what is told to this touchscreen where it stands, and the way out of it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.domain.settings import DeskSettings, DeskSide
from kiosk.ui import theme
from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.self_check_in.paged_screen import PagedScreen
from kiosk.ui.self_check_in.screen import Parts, Scene, translate
from kiosk.ui.widgets.blocks import Block, Leaf, Stack
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.rows import Cell, Flow, Row
from kiosk.ui.widgets.touch_button import Kind, TouchButton

_RULER_MM = 100.0
_DEFAULT_INCH = 21.5
_SIDES = (DeskSide.LEFT, DeskSide.RIGHT, DeskSide.BEHIND)


@dataclass(frozen=True, slots=True)
class _Step:
    setting: str
    by: float
    least: float
    most: float


_STEPS = (
    _Step("panel_inch", 0.1, 7, 110),
    _Step("mount_mm", 10, 0, 2000),
    _Step("volume", 10, 0, 100),
)


class AdministrationScreen(PagedScreen):
    """A row a setting, with less and more; a ruler of 100 mm proves the panel's millimetres."""

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(dress, Scene((480, 300), has_deck=False), parent)
        self._settings = DeskSettings()
        self.title = self.text(px=72, weight=theme.EXTRABOLD)
        self.ruler = self.text(ink="ink2")
        self.names = {one.setting: self.text(weight=theme.BOLD, ink="on_sea") for one in _STEPS}
        self.less = {one.setting: self._stepper(one, -1) for one in _STEPS}
        self.more = {one.setting: self._stepper(one, +1) for one in _STEPS}
        self.low = self._toggle(lambda: self._adjust("low_view", not self._settings.low_view))
        self.sounds = self._toggle(lambda: self._adjust("sounds", not self._settings.sounds))
        self.side = self._toggle(self._turn_side)
        self.home = self.button(Act.HOME, Kind.SUN, px=60, icon="house-bold")
        self.leave = self.button(Act.LEAVE_KIOSK, icon="monitor")
        self.close_program = self.button(Act.CLOSE_PROGRAM, icon="sign-out-bold")

    def _stepper(self, step: _Step, sign: int) -> TouchButton:
        icon = "plus-bold" if sign > 0 else "minus-bold"
        button = TouchButton(self.dress, Kind.KEY, icon=icon, parent=self)
        button.setAutoRepeat(True)
        button.clicked.connect(lambda: self._move(step, sign))
        return button

    def _toggle(self, pressed: object) -> TouchButton:
        button = TouchButton(self.dress, Kind.KEY, parent=self)
        button.clicked.connect(pressed)
        return button

    def _move(self, step: _Step, sign: int) -> None:
        held = float(getattr(self._settings, step.setting))
        if step.setting == "panel_inch" and not held:
            held = _DEFAULT_INCH
        value = min(step.most, max(step.least, round(held + sign * step.by, 1)))
        self._adjust(step.setting, value if step.setting == "panel_inch" else int(value))

    def _turn_side(self) -> None:
        place = _SIDES.index(self._settings.desk_side)
        self._adjust("desk_side", _SIDES[(place + 1) % len(_SIDES)])

    def _adjust(self, setting: str, value: object) -> None:
        self.acted.emit(Act.ADJUST, (setting, value))

    def parts(self) -> Parts:
        """Put the ruler in the sky and the rows in the sea."""
        gap = self.dress.gap
        rows: list[Block] = []
        for one in _STEPS:
            side = max(self.dress.target, self.dress.px(120))
            rows.append(
                Row(
                    [
                        Leaf(self.names[one.setting]),
                        Cell(Leaf(self.less[one.setting]), width=side),
                        Cell(Leaf(self.more[one.setting]), width=side),
                    ],
                    gap,
                )
            )
        rows += [Leaf(self.low), Leaf(self.sounds), Leaf(self.side)]
        rows += [Leaf(self.leave), Leaf(self.close_program)]
        if not self.dress.is_portrait and not self.dress.is_large:
            rows = [Row(rows[at : at + 2], gap * 2) for at in range(0, len(rows), 2)]
        pages = self.in_pages(rows)
        ways = [*self.turner(), Cell(Leaf(self.home), share=2)]
        sky = Stack([Leaf(self.title), Leaf(self.ruler, rank=1)], gap)
        return Parts(sky, Stack([pages, Flow(ways, gap)], gap))

    def show_settings(self, settings: DeskSettings) -> None:
        """Show what is set."""
        self._settings = settings
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew."""
        told = self._settings
        self.title.setText(translate("SelfCheckIn", "Administration"))
        self.ruler.setText(
            translate("SelfCheckIn", "The line below is 100 mm if the panel size is right.")
        )
        unknown = translate("SelfCheckIn", "not told")
        inch = f"{told.panel_inch:.1f}″" if told.panel_inch else unknown
        mount = f"{told.mount_mm} mm" if told.mount_mm else unknown
        named = {
            "panel_inch": (translate("SelfCheckIn", "Panel, across"), inch),
            "mount_mm": (translate("SelfCheckIn", "Lower edge above the floor"), mount),
            "volume": (translate("SelfCheckIn", "Volume"), f"{told.volume} %"),
        }
        for setting, (name, value) in named.items():
            self.names[setting].setText(f"{name}\n{value}")
            less, more = translate("SelfCheckIn", "Less"), translate("SelfCheckIn", "More")
            self.less[setting].say("", f"{name}, {less}")
            self.more[setting].say("", f"{name}, {more}")
        self._say_toggles(told)
        super().retranslate()
        self.home.say(translate("SelfCheckIn", "Back to check-in"))
        self.leave.say(translate("SelfCheckIn", "Leave full screen"))
        self.close_program.say(translate("SelfCheckIn", "Close the program"))

    def _say_toggles(self, told: DeskSettings) -> None:
        on, off = translate("SelfCheckIn", "on"), translate("SelfCheckIn", "off")
        low = translate("SelfCheckIn", "Always low view")
        sounds = translate("SelfCheckIn", "Sounds")
        self.low.say(f"{low}: {on if told.low_view else off}")
        self.sounds.say(f"{sounds}: {on if told.sounds else off}")
        sides = {
            DeskSide.LEFT: translate("SelfCheckIn", "Left", "where the desk is"),
            DeskSide.RIGHT: translate("SelfCheckIn", "Right", "where the desk is"),
            DeskSide.BEHIND: translate("SelfCheckIn", "Behind you"),
        }
        desk = translate("SelfCheckIn", "The desk is")
        self.side.say(f"{desk}: {sides[told.desk_side]}")

    def paint_scene(self, painter: QPainter) -> None:
        """Paint the ruler above the horizon."""
        long = self.dress.mm(_RULER_MM)
        top = self.horizon - self.dress.px(40)
        ink = self.dress.colour("ink")
        left = self.dress.margin
        painter.fillRect(QRectF(left, top, long, self.dress.px(6)), ink)
        for end in (left, left + long - self.dress.px(6)):
            painter.fillRect(
                QRectF(end, top - self.dress.px(14), self.dress.px(6), self.dress.px(34)), ink
            )
