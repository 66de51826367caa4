"""Already: checked in before, so there is nothing to do but to go in."""

from __future__ import annotations

import math

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.domain.event import Event
from kiosk.domain.verdict import Verdict
from kiosk.ui import theme
from kiosk.ui.self_check_in import wording
from kiosk.ui.self_check_in.screen import Scene, Screen, translate
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.lettering import Lettering
from kiosk.ui.widgets.touch_button import Kind, TouchButton
from kiosk.ui.widgets.verdict_marks import Mark, VerdictMark


class AlreadyScreen(Screen):
    """Blue field, ring with two arrows; ``finished`` says that the guest goes in."""

    finished = Signal()

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        scene = Scene((1280, 640), "info", ink="on_info", dot="on_info")
        super().__init__(dress, scene, parent)
        self._verdict: Verdict | None = None
        self._event: Event | None = None
        self._seconds = 0
        self.mark = VerdictMark(dress, Mark.AGAIN)
        self.head = Lettering(dress, px=72, weight=theme.EXTRABOLD, ink="on_info", middle=True)
        self.name = Lettering(dress, px=176, weight=theme.EXTRABOLD, ink="on_info", middle=True)
        self.when = Lettering(dress, px=60, weight=theme.BOLD, ink="on_info", middle=True)
        self.go = Lettering(dress, px=57, ink="on_info2", middle=True)
        self.enter = TouchButton(dress, Kind.SUN, px=68, icon="check-bold")
        self.enter.clicked.connect(self.finished)
        self.put(self.mark, (60, 164, 236, 236), (72, 152, 220, 220))
        self.put(self.head, (326, 176, 700, 212), (336, 152, 640, 220))
        self.put(self.name, (56, 470, 968, 250), (68, 396, 900, 220), px=(176, 150))
        self.put(self.when, (60, 760, 960, 180), (1010, 190, 838, 200))
        self.put(self.go, (60, 990, 960, 190), (1010, 410, 838, 190))
        self.put(self.enter, (60, 1380, 960, 150), (72, 690, 1776, 150))
        self.retranslate()

    def show_verdict(self, verdict: Verdict, event: Event) -> None:
        """Say when the person of a verdict was checked in."""
        self._verdict, self._event = verdict, event
        self.retranslate()

    def show_time(self, left_s: float, _whole_s: float) -> None:
        """Count down on the button."""
        if math.ceil(left_s) != self._seconds:
            self._seconds = math.ceil(left_s)
            self._say_enter()

    def _say_enter(self) -> None:
        words = translate("SelfCheckIn", "Go in · {n} s").format(n=self._seconds)
        self.enter.say(words, translate("SelfCheckIn", "Go in"))

    def retranslate(self) -> None:
        """Say everything anew."""
        self.head.setText(translate("SelfCheckIn", "Already\nchecked in"))
        self.go.setText(translate("SelfCheckIn", "No need to do it again.\nPlease go in."))
        self._say_enter()
        if self._verdict is None or self._event is None or self._verdict.registration is None:
            return
        named = translate("SelfCheckIn", "{name}", "a guest's own name on a verdict")
        name = wording.name_of(self._verdict.registration, self.language)
        self.name.setText(named.format(name=name))
        self.when.setText(self._when(self._verdict, self._event))

    def _when(self, verdict: Verdict, event: Event) -> str:
        if verdict.first_at is None:
            return ""
        at = verdict.first_at.astimezone(event.zone)
        time = wording.hour(at, self.language)
        if verdict.session and verdict.session.starts_at.astimezone(event.zone).date() != at.date():
            time = f"{wording.day(at, self.language)} {time}"
        return translate("SelfCheckIn", "You checked in\nat {time}.").format(time=time)

    def clear(self) -> None:
        """Forget the guest."""
        self._verdict = None
        self.name.setText("")
        self.when.setText("")
