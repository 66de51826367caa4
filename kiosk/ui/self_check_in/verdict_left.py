"""Left: checked out; of a course, with the hours of today and so far."""

from __future__ import annotations

import math
from datetime import datetime

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.domain.course import CourseDay
from kiosk.domain.event import Event
from kiosk.domain.verdict import Verdict
from kiosk.ui import theme
from kiosk.ui.self_check_in import verdict_words, wording
from kiosk.ui.self_check_in.screen import CENTRE, TWO_PLACES, Parts, Scene, Screen, translate
from kiosk.ui.widgets.blocks import Block, Gap, Leaf, Stack
from kiosk.ui.widgets.day_bars import DayBars
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.frames import Pane
from kiosk.ui.widgets.ground import Ground
from kiosk.ui.widgets.rows import Cell, Flow, Row
from kiosk.ui.widgets.signpost import Signpost
from kiosk.ui.widgets.verdict_marks import Mark, VerdictMark

_MARK, _MARK_LARGE = 220.0, 170.0


class LeftScreen(Screen):
    """Green field, disc with a tick; below it three numbers and a bar for each day."""

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        scene = Scene((960, 9000), "ok", "sand", "on_ok", "on_ok", False, 0.5)
        super().__init__(dress, scene, parent)
        self._verdict: Verdict | None = None
        self._event: Event | None = None
        self._day: CourseDay | None = None
        self._seconds = TWO_PLACES
        self._build()

    def _build(self) -> None:
        dress = self.dress
        self.mark = VerdictMark(dress, Mark.OK, self)
        self.head = self.text(px=72, weight=theme.EXTRABOLD, ink="on_ok", middle=True)
        self.name = self.text(
            px=176, weight=theme.EXTRABOLD, ink="on_ok", most=3, personal=True, leading=1.15
        )
        self.bye = self.text(px=72, weight=theme.EXTRABOLD, ink="on_ok")
        self.course = self.text(weight=theme.BOLD, ink="on_ok2", most=3)
        self.labels = [self.text(weight=theme.SEMIBOLD, ink="ink2", most=2) for _ in range(3)]
        self.values = [self.text(px=78, weight=theme.EXTRABOLD, most=1) for _ in range(3)]
        self.grounds = [Ground(dress, "paper", parent=self) for _ in range(3)]
        self.sum = self.text(px=60, weight=theme.BOLD)
        self.bars = DayBars(dress, self)
        self.alone = self.text(
            px=84, weight=theme.EXTRABOLD, ink="on_sun", align=CENTRE, middle=True
        )
        self.tomorrow = self.text(ink="ink2", align=CENTRE)
        self.count = Signpost(dress, "hand-waving-fill", self)

    def parts(self) -> Parts:
        """Put the person into the field and the hours into the panel."""
        px, gap = self.dress.px, self.dress.gap
        side = px(_MARK_LARGE if self.dress.is_large else _MARK)
        head = Row(
            [Cell(Leaf(self.mark, least=side), width=side), Leaf(self.head)], px(30), middle=True
        )
        field: list[Block] = [
            head,
            Gap(px(12), stretch=0.5, rank=5),
            Leaf(self.name),
            Leaf(self.bye, rank=1),
            Leaf(self.course, rank=2),
        ]
        return Parts(Stack(field, gap), self._panel())

    def _panel(self) -> Block:
        gap = self.dress.gap
        if self._day is None:
            return Stack([Leaf(self.alone, stretch=1), Leaf(self.count)], gap)
        shown = (2,) if self.dress.is_large else (0, 1, 2)
        tiles = Flow([self._tile(one) for one in shown], gap)
        return Stack(
            [
                tiles,
                Leaf(self.sum, rank=2),
                Leaf(self.bars, rank=3),
                Leaf(self.tomorrow, rank=1),
                Gap(rank=6, stretch=1),
                Leaf(self.count),
            ],
            gap * 1.6,
        )

    def _tile(self, place: int) -> Block:
        words = Stack([Leaf(self.labels[place]), Leaf(self.values[place])], 0)
        pads = (self.dress.px(26), self.dress.px(16))
        return Pane(self.grounds[place], words, pads)

    def show_verdict(self, verdict: Verdict, event: Event, day: CourseDay | None) -> None:
        """Say goodbye to the person of a verdict, with the hours where it is a course."""
        self._verdict, self._event, self._day = verdict, event, day
        self.retranslate()

    def show_time(self, left_s: float, _whole_s: float) -> None:
        """Count down."""
        if math.ceil(left_s) != self._seconds:
            self._seconds = math.ceil(left_s)
            self._say_count()

    def _say_count(self) -> None:
        said = self.either(
            translate("SelfCheckIn", "Back to the start in {n} s"),
            translate("SelfCheckIn", "Back in {n} s"),
        )
        self.count.setText(said.format(n=self._seconds))

    def retranslate(self) -> None:
        """Say everything anew."""
        self._say_count()
        self.alone.setText(translate("SelfCheckIn", "Goodbye"))
        verdict, event = self._verdict, self._event
        if verdict is None or event is None or verdict.registration is None:
            return
        self.head.setText(verdict_words.head(event, verdict.direction))
        self.name.setText(verdict_words.named(verdict.registration, self.language))
        self.bye.setText(verdict_words.greeting(event, verdict.direction))
        day = self._day
        self.course.setText("" if day is None else self._course(event, day))
        if day is not None:
            self._say_day(event, day)

    def _course(self, event: Event, day: CourseDay) -> str:
        said = translate("SelfCheckIn", "{course} · day {n}")
        return said.format(course=event.title.text(self.language), n=day.number_of_day)

    def _say_day(self, event: Event, day: CourseDay) -> None:
        labels = (
            translate("SelfCheckIn", "In", "time of coming in"),
            translate("SelfCheckIn", "Out", "time of going out"),
            translate("SelfCheckIn", "Today", "hours counted today"),
        )
        values = (
            _clock(day.in_at, event),
            _clock(day.out_at, event),
            wording.duration(day.counted_minutes_today, self.language),
        )
        for label, value, name, text in zip(self.labels, self.values, labels, values, strict=True):
            label.setText(name)
            value.setText(text)
        said = translate("SelfCheckIn", "Attendance so far: {done} of {whole}")
        done = wording.duration(day.counted_minutes, self.language)
        whole = wording.duration(day.required_minutes, self.language)
        self.sum.setText(said.format(done=done, whole=whole))
        self.bars.show_days([(wording.weekday(at, self.language), state) for at, state in day.days])
        self.tomorrow.setText(self._tomorrow(event, day))

    def _tomorrow(self, event: Event, day: CourseDay) -> str:
        if day.next_starts_at is None:
            return ""
        at = day.next_starts_at.astimezone(event.zone)
        said = translate("SelfCheckIn", "Next: {day}, {time}")
        return said.format(day=wording.day(at, self.language), time=wording.hour(at, self.language))

    def paint_scene(self, painter: QPainter) -> None:
        """Paint the sun behind the goodbye."""
        if self.alone.isVisible():
            box = QRectF(self.alone.geometry())
            radius = min(box.height() * 0.46, box.width() * 0.4)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.dress.colour("sun"))
            painter.drawEllipse(box.center(), radius, radius)

    def clear(self) -> None:
        """Forget the guest."""
        self._seconds = TWO_PLACES
        self._verdict, self._day = None, None
        for words in (self.name, self.course, self.sum, self.tomorrow, *self.values):
            words.setText("")
        self.bars.show_days([])


def _clock(at: datetime | None, event: Event) -> str:
    return f"{at.astimezone(event.zone):%H:%M}" if at else "–"
