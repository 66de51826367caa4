"""A guest in front of the touchscreen's guide, and a desk that answers when the test says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, cast

from PySide6.QtGui import QImage

from kiosk.domain.arrival import Needs
from kiosk.domain.errors import KioskError
from kiosk.domain.event import Event
from kiosk.domain.found import Card, Cards
from kiosk.domain.registration import Registration
from kiosk.domain.settings import DeskSettings
from kiosk.domain.verdict import Outcome, Reason, Verdict
from kiosk.ui.check_in_desk import CheckInDesk
from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.self_check_in.desk_words import Why
from kiosk.ui.self_check_in.flow import State
from kiosk.ui.self_check_in.guide import Guide
from kiosk.ui.self_check_in.sample_desk import (
    NOW,
    QUESTIONS,
    SAMPLE_EVENT,
    SAMPLE_GUEST,
    SAMPLE_SESSION,
    SampleDesk,
)

GUEST = SAMPLE_GUEST
OK = Verdict(
    Outcome.ADMIT, Reason.OK, registration=GUEST, session=SAMPLE_SESSION, entry="e1", badge_job="j1"
)
KNOWN = OK._replace(outcome=Outcome.ASK, reason=Reason.ALREADY_IN, badge_job="")
STRANGER = Verdict(Outcome.REFUSE, Reason.UNKNOWN)
THREE = tuple(Card(f"r{n}", "홍*동", "표본상사", has_phone=True) for n in (1, 2, 3))

ASKING = replace(SAMPLE_EVENT, questions=tuple(QUESTIONS.values()))
SIGNING = replace(SAMPLE_EVENT, sessions=(replace(SAMPLE_SESSION, sign=True),))


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 50.0

    def __call__(self) -> float:
        return self.now


class SlowDesk(SampleDesk):
    """Keep back the answers to the questions named in ``slow`` until the test gives them."""

    def __init__(self, settings: DeskSettings | None = None, event: Event = SAMPLE_EVENT) -> None:
        super().__init__(settings or DeskSettings(printer="sample"), event)
        self.slow = {"find_cards", "match_digits", "preview"}
        self.kept: list[Callable[[Any], None]] = []
        self.complaint: KioskError | None = None
        self.passed = timedelta()

    def now(self) -> datetime:
        return NOW + self.passed

    def calls_of(self, name: str) -> list[tuple[Any, ...]]:
        """Return what one question was asked with."""
        return [call[1:] for call in self.calls if call[0] == name]

    def _keeps(self, name: str, done: Callable[[Any], None], *asked: object) -> bool:
        if name in self.slow:
            self.calls.append((name, *asked))
            self.kept.append(done)
        return name in self.slow

    def find_cards(self, typed: str, done: Callable[[Cards], None]) -> None:
        if not self._keeps("find_cards", done, typed):
            super().find_cards(typed, done)

    def match_digits(self, registrations: Any, digits: str, done: Callable[[Any], None]) -> None:
        if not self._keeps("match_digits", done, tuple(registrations), digits):
            super().match_digits(registrations, digits, done)

    def preview(self, registration: Registration, done: Callable[[QImage], None]) -> None:
        if not self._keeps("preview", done, registration.id):
            super().preview(registration, done)

    def look(self, text: str, done: Callable[[Any], None]) -> None:
        if not self._keeps("look", done, text):
            super().look(text, done)

    def find_organisations(self, typed: str, done: Callable[[list[str]], None]) -> None:
        if not self._keeps("find_organisations", done, typed):
            super().find_organisations(typed, done)

    def raise_request(self, kind: Any, why: str, who: str, done: Callable[[Any], None]) -> None:
        if not self._keeps("raise_request", done, kind, why, who):
            super().raise_request(kind, why, who, done)

    def check_pin(self, pin: str, done: Callable[[Any], None]) -> None:
        if not self._keeps("check_pin", done, pin):
            super().check_pin(pin, done)

    def probe(self, done: Callable[[object], None]) -> None:
        self.calls.append(("probe",))
        super().probe(done)

    def register(
        self, form: Any, consents: Any, done: Callable[[Any], None], failed: Callable[[Any], None]
    ) -> None:
        if self.complaint is not None:
            self.calls.append(("register", form, dict(consents)))
            failed(self.complaint)
        else:
            super().register(form, consents, done, failed)


class Visit:
    """A guest in front of a guide."""

    def __init__(self, settings: DeskSettings | None = None, event: Event = SAMPLE_EVENT) -> None:
        self.clock, self.desk = Clock(), SlowDesk(settings, event)
        self.guide = Guide(cast(CheckInDesk, self.desk), self.clock)
        self.ended: list[bool] = []
        self.guide.ended.connect(lambda: self.ended.append(True))
        self.rest()

    def close(self) -> None:
        self.guide.deleteLater()
        self.desk.deleteLater()

    @property
    def state(self) -> State:
        return self.guide.state

    @property
    def why(self) -> Why | None:
        return self.guide.why

    def rest(self, seconds: float = 1.0) -> None:
        """Let time pass without a tick."""
        self.clock.now += seconds
        self.desk.passed += timedelta(seconds=seconds)

    def wait(self, seconds: float = 1.0) -> None:
        """Let time pass, and the guide see it."""
        self.rest(seconds)
        self.guide.tick()

    def press(self, *acts: Act | tuple[Act, object]) -> None:
        """Press one thing after another, at a guest's pace."""
        for one in acts:
            act, value = one if isinstance(one, tuple) else (one, None)
            self.guide.act(act, value)
            self.rest()

    def type(self, act: Act, keys: str) -> None:
        """Press the keys of a keypad without a pause."""
        for key in keys:
            self.guide.act(act, key)

    def type_name(self, letters: str, found: Cards) -> None:
        self.press(Act.FIND)
        self.type(Act.LETTER, letters)
        self.desk.kept[-1](found)
        self.rest()

    def type_digits(self, digits: str, *matches: str) -> None:
        self.type(Act.DIGIT, digits)
        self.desk.kept[-1](list(matches))
        self.rest()

    def scan(self, **needs: Any) -> None:
        """Scan the sample guest's code at an event that asks something first."""
        self.desk.needs = Needs(**needs)
        assert self.guide.take_scan("TICKET")
        self.rest()
