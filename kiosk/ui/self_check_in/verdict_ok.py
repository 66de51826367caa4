"""OK: checked in, on disk; and the badge that comes out of the slot."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from kiosk.domain.event import Direction, Event
from kiosk.domain.verdict import Verdict
from kiosk.ui import theme
from kiosk.ui.self_check_in import verdict_words
from kiosk.ui.self_check_in.screen import CENTRE, Parts, Scene, Screen, translate
from kiosk.ui.widgets.badge_slot import SLOT_PX, BadgeSlot, ProgressLine
from kiosk.ui.widgets.blocks import Block, Gap, Leaf, Stack
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.rows import Cell, Row
from kiosk.ui.widgets.signpost import Signpost
from kiosk.ui.widgets.verdict_marks import Mark, VerdictMark

BADGE_OUT_S = 4.0
"""How long a badge takes to come out, where the printer does not tell (tokens.json, badge_out)."""

_PANEL_SHARE = 1060 / 1920
_MARK, _MARK_LARGE = 220.0, 170.0


class BadgeWay(StrEnum):
    """Where the guest gets a badge."""

    NONE = "none"
    SLOT = "slot"
    DESK = "desk"


class OkScreen(Screen):
    """Green field, disc with a tick, the guest's own name."""

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        scene = Scene((1050, 9000), "ok", "sand", "on_ok", "on_ok", False, _PANEL_SHARE)
        super().__init__(dress, scene, parent)
        self._verdict: Verdict | None = None
        self._event: Event | None = None
        self._was_known = False
        self.badge_way, self._elapsed_s = BadgeWay.NONE, 0.0
        self._build_field()
        self._build_panel()

    def _build_field(self) -> None:
        self.mark = VerdictMark(self.dress, Mark.OK, self)
        self.head = self.text(px=72, weight=theme.EXTRABOLD, ink="on_ok", middle=True)
        self.name = self.text(
            px=176, weight=theme.EXTRABOLD, ink="on_ok", most=3, personal=True, leading=1.15
        )
        self.welcome = self.text(px=112, weight=theme.EXTRABOLD, ink="on_ok", most=2)
        self.role = self.text(weight=theme.BOLD, ink="on_ok2", most=3, personal=True)
        self.next = self.text(weight=theme.BOLD, ink="on_ok2", most=3)

    def _build_panel(self) -> None:
        dress = self.dress
        self.slot = BadgeSlot(dress, self)
        self.printing = self.text(px=60, weight=theme.BOLD, align=CENTRE, middle=True)
        self.progress = ProgressLine(dress, self)
        self.left = self.text(ink="ink2", align=CENTRE, middle=True)
        self.take = Signpost(dress, "arrow-down-bold", parent=self)
        self.alone = self.text(
            px=72, weight=theme.EXTRABOLD, ink="on_sun", align=CENTRE, middle=True, leading=1.3
        )

    def parts(self) -> Parts:
        """Put the person into the field and the badge into the panel."""
        px, gap = self.dress.px, self.dress.gap
        side = px(_MARK_LARGE if self.dress.is_large else _MARK)
        head = Row(
            [Cell(Leaf(self.mark, least=side), width=side), Leaf(self.head)], px(30), middle=True
        )
        field: list[Block] = [
            head,
            Gap(px(20), stretch=0.6, rank=5),
            Leaf(self.name),
            Leaf(self.welcome, rank=1),
            Gap(px(16), stretch=0.4, rank=5),
            Leaf(self.role, rank=3),
            Leaf(self.next, rank=2),
        ]
        return Parts(Stack(field, gap), self._panel())

    def _panel(self) -> Block:
        px = self.dress.px
        if self.badge_way is not BadgeWay.SLOT:
            return Leaf(self.alone, stretch=1.0)
        share = 0.5 if self.dress.is_large else 1.0
        slot = Leaf(self.slot, least=px(300 * share), wish=px(446), rank=2, stretch=1.0)
        return Stack(
            [
                slot,
                Leaf(self.printing),
                Leaf(self.progress, least=px(28), rank=1),
                Leaf(self.left, wish=px(80), rank=3),
                Leaf(self.take),
            ],
            px(18),
        )

    def _boxes(self, parts: Parts) -> tuple[QRectF, QRectF]:
        sky, sea = super()._boxes(parts)
        if self.badge_way is BadgeWay.SLOT and not self.is_beside:
            # The slot lies on the horizon.
            sea.setTop(self.horizon - self.dress.px(SLOT_PX / 2))
        return sky, sea

    def show_verdict(
        self, verdict: Verdict, event: Event, way: BadgeWay, *, was_known: bool = False
    ) -> None:
        """Greet the person of a verdict, and say where the badge comes from."""
        self._verdict, self._event, self.badge_way = verdict, event, way
        self._was_known = was_known
        self.slot.show_badge(QImage())
        self.show_elapsed(0.0)
        self.retranslate()

    def show_badge(self, badge: QImage) -> None:
        """Let a badge's picture come out of the slot."""
        self.slot.show_badge(badge)

    def show_elapsed(self, elapsed_s: float) -> None:
        """Show the badge as far out as it is after so many seconds."""
        before, self._elapsed_s = self._elapsed_s, elapsed_s
        self.slot.come_out(elapsed_s / BADGE_OUT_S)
        self.progress.show_share(elapsed_s / BADGE_OUT_S)
        if int(before) != int(elapsed_s) or elapsed_s == 0:
            self._say_progress()

    def retranslate(self) -> None:
        """Say everything anew."""
        verdict, event = self._verdict, self._event
        if verdict is None or event is None or verdict.registration is None:
            return
        person = verdict.registration
        self.head.setText(verdict_words.head(event, verdict.direction))
        self.name.setText(verdict_words.named(person, self.language))
        greeting = verdict_words.greeting(event, verdict.direction)
        known = translate("SelfCheckIn", "You had signed up already")
        self.welcome.setText(known if self._was_known else greeting)
        self.role.setText(verdict_words.role(person))
        self.next.setText(verdict_words.what_is_next(verdict, event, self.language))
        self._say_badge(is_out=verdict.direction is Direction.OUT)

    def _say_badge(self, *, is_out: bool) -> None:
        if self.badge_way is BadgeWay.DESK:
            alone = translate("SelfCheckIn", "Your badge is at the desk")
        elif is_out:
            alone = translate("SelfCheckIn", "Goodbye")
        else:
            alone = translate("SelfCheckIn", "No badge is needed.\nPlease go in")
        self.alone.setText(alone)
        self.take.setText(translate("SelfCheckIn", "Take it from the slot below"))
        self._say_progress()

    def _say_progress(self) -> None:
        left = max(0, round(BADGE_OUT_S - self._elapsed_s))
        self.printing.setText(translate("SelfCheckIn", "Printing your name badge"))
        said = translate("SelfCheckIn", "About {n} s left")
        self.left.setText(said.format(n=left) if left else " ")

    def clear(self) -> None:
        """Forget the guest."""
        self._verdict = None
        self.slot.show_badge(QImage())
        for words in (self.head, self.name, self.welcome, self.role, self.next, self.alone):
            words.setText("")

    def paint_scene(self, painter: QPainter) -> None:
        """Paint the sun that stands in for a badge."""
        if self.badge_way is BadgeWay.SLOT or self._verdict is None:
            return
        box = QRectF(self.alone.geometry())
        radius = min(max(box.height() / 2, self.dress.px(300)), box.width() * 0.56)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 0.0 if self.is_beside else self.horizon
        painter.setClipRect(QRectF(self.panel_left if self.is_beside else 0, top, 9e4, 9e4))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.dress.colour("sun"))
        painter.drawEllipse(QPointF(box.center()), radius, radius)
        painter.restore()
