"""OK: checked in, on disk; and the badge that comes out of the slot."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from kiosk.domain.event import Direction, Event
from kiosk.domain.registration import Category, Registration
from kiosk.domain.verdict import Verdict
from kiosk.ui import theme
from kiosk.ui.self_check_in import wording
from kiosk.ui.self_check_in.screen import CENTRE, TOP_BAR, Scene, Screen, translate
from kiosk.ui.widgets.badge_slot import BadgeSlot, ProgressLine
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.lettering import Lettering
from kiosk.ui.widgets.signpost import Signpost
from kiosk.ui.widgets.verdict_marks import Mark, VerdictMark

BADGE_OUT_S = 4.0
"""How long a badge takes to come out, where the printer does not tell (tokens.json, badge_out)."""

_PANEL_LEFT = 1060.0
_NARROW_BAR = (72.0, 40.0, 916.0, 64.0)
_SUN = ((540.0, 1485.0, 370.0), (1490.0, 540.0, 370.0))
"""The middle and the radius of the sun that stands in for a badge, standing and lying."""


class BadgeWay(StrEnum):
    """Where the guest gets a badge."""

    NONE = "none"
    SLOT = "slot"
    DESK = "desk"


class OkScreen(Screen):
    """Green field, disc with a tick, the guest's own name."""

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        bar = (TOP_BAR[0], _NARROW_BAR)
        scene = Scene((1050, 9000), "ok", "sand", "on_ok", "on_ok", has_deck=False, bar=bar)
        super().__init__(dress, scene, parent)
        self._verdict: Verdict | None = None
        self._event: Event | None = None
        self.badge_way, self._elapsed_s = BadgeWay.NONE, 0.0
        self._build_field()
        self._build_panel()

    def _build_field(self) -> None:
        dress = self.dress
        self.mark = VerdictMark(dress, Mark.OK)
        self.head = Lettering(dress, px=72, weight=theme.EXTRABOLD, ink="on_ok", middle=True)
        self.name = Lettering(dress, px=176, weight=theme.EXTRABOLD, ink="on_ok", middle=True)
        self.welcome = Lettering(dress, px=112, weight=theme.EXTRABOLD, ink="on_ok", middle=True)
        self.role = Lettering(dress, px=57, weight=theme.BOLD, ink="on_ok2")
        self.next = Lettering(dress, px=57, weight=theme.BOLD, ink="on_ok2")
        self.put(self.mark, (60, 164, 236, 236), (72, 178, 180, 180))
        self.put(self.head, (326, 176, 700, 212), (276, 178, 760, 180))
        self.put(self.name, (56, 440, 968, 230), (68, 392, 970, 220))
        self.put(self.welcome, (56, 676, 968, 140), (68, 616, 970, 130))
        self.put(self.role, (60, 836, 960, 76), (74, 800, 960, 76))
        self.put(self.next, (60, 918, 960, 76), (74, 880, 960, 76))

    def _build_panel(self) -> None:
        dress = self.dress
        self.slot = BadgeSlot(dress)
        self.printing = Lettering(dress, px=60, weight=theme.BOLD, align=CENTRE, middle=True)
        self.progress = ProgressLine(dress)
        self.left = Lettering(dress, px=57, ink="ink2", align=CENTRE, middle=True)
        self.take = Signpost(dress, "arrow-down-bold")
        self.alone = Lettering(
            dress,
            px=72,
            weight=theme.EXTRABOLD,
            ink="on_sun",
            align=CENTRE,
            middle=True,
            leading=1.3,
        )
        self.put(self.slot, (110, 1032, 860, 446), (1112, 150, 756, 416))
        self.put(self.printing, (40, 1492, 1000, 84), (1080, 582, 820, 84))
        self.put(self.progress, (150, 1594, 780, 28), (1150, 690, 680, 28))
        self.put(self.left, (40, 1642, 1000, 80), (1080, 742, 820, 80))
        self.put(self.take, (60, 1744, 960, 132), (1112, 892, 756, 128))
        self.put(self.alone, (220, 1295, 640, 380), (1170, 360, 640, 360))

    def show_verdict(self, verdict: Verdict, event: Event, way: BadgeWay) -> None:
        """Greet the person of a verdict, and say where the badge comes from."""
        self._verdict, self._event, self.badge_way = verdict, event, way
        self.slot.show_badge(QImage())
        self.show_elapsed(0.0)
        self.retranslate()

    def show_badge(self, badge: QImage) -> None:
        """Let a badge's picture come out of the slot."""
        self.slot.show_badge(badge)

    def send_to_desk(self) -> None:
        """Say that the badge is at the desk: this printer did not bring it."""
        self.badge_way = BadgeWay.DESK
        self.slot.show_badge(QImage())
        self.retranslate()

    def show_time(self, left_s: float, whole_s: float) -> None:
        """Move the badge on by the time that has gone."""
        self.show_elapsed(whole_s - left_s)

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
        person, is_out = verdict.registration, verdict.direction is Direction.OUT
        self.head.setText(_head(event, is_out=is_out))
        named = translate("SelfCheckIn", "{name}", "a guest's own name on a verdict")
        self.name.setText(named.format(name=wording.name_of(person, self.language)))
        self.welcome.setText(_greeting(event, is_out=is_out))
        self.role.setText(_role(person))
        self.next.setText("" if is_out else self._what_is_next(verdict, event))
        self._say_badge(is_out=is_out)

    def _what_is_next(self, verdict: Verdict, event: Event) -> str:
        if verdict.session is None:
            return ""
        at = verdict.session.starts_at.astimezone(event.zone)
        said = translate("SelfCheckIn", "Starts at {time}")
        begins = said.format(time=wording.hour(at, self.language))
        venue = event.venue.text(self.language)
        return f"{begins} · {venue}" if venue else begins

    def _say_badge(self, *, is_out: bool) -> None:
        has_slot = self.badge_way is BadgeWay.SLOT
        for widget in (self.slot, self.printing, self.progress, self.left, self.take):
            widget.setVisible(has_slot)
        self.alone.setVisible(not has_slot)
        alone = ""
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
        self.left.setText(said.format(n=left) if left else "")

    def clear(self) -> None:
        """Forget the guest."""
        self._verdict = None
        self.slot.show_badge(QImage())
        for words in (self.head, self.name, self.welcome, self.role, self.next, self.alone):
            words.setText("")

    def paint_scene(self, painter: QPainter, _horizon: float) -> None:
        """Paint the panel that lies beside the field on a lying screen."""
        if not self.dress.is_portrait:
            left = self.dress.left + self.dress.px(_PANEL_LEFT)
            panel = QRectF(left, 0, self.width() - left, self.height())
            painter.fillRect(panel, self.dress.colour("sand"))
        if self.badge_way is not BadgeWay.SLOT:
            self._paint_sun(painter)

    def _paint_sun(self, painter: QPainter) -> None:
        x, y, radius = _SUN[0 if self.dress.is_portrait else 1]
        middle = QPointF(self.dress.left + self.dress.px(x), self.dress.top + self.dress.px(y))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.dress.colour("sun"))
        painter.drawEllipse(middle, self.dress.px(radius), self.dress.px(radius))


def _head(event: Event, *, is_out: bool) -> str:
    if is_out:
        return translate("SelfCheckIn", "You are out")
    if event.course is not None:
        return translate("SelfCheckIn", "You are in")
    return translate("SelfCheckIn", "You are\nchecked in")


def _greeting(event: Event, *, is_out: bool) -> str:
    if not is_out:
        return translate("SelfCheckIn", "Welcome")
    if event.course is not None:
        return translate("SelfCheckIn", "Well done today")
    return translate("SelfCheckIn", "Thank you")


def _role(person: Registration) -> str:
    roles = {
        Category.SPEAKER: translate("SelfCheckIn", "Speaker"),
        Category.VIP: translate("SelfCheckIn", "Guest of honour"),
        Category.STAFF: translate("SelfCheckIn", "Staff"),
        Category.PRESS: translate("SelfCheckIn", "Press"),
    }
    who = " ".join(part for part in (person.organisation, person.job_title) if part)
    return " · ".join(part for part in (who, roles.get(person.category, "")) if part)
