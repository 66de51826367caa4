"""The hall of a long day: an event, a roster for each way to arrive, and a touchscreen at work."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from fakes import Raw, at, event_text, open_test_desk, person, question_text, session_text
from PySide6.QtCore import QCoreApplication, QEvent

from kiosk.badge_queue import BadgeQueue
from kiosk.domain import hangul
from kiosk.domain.registration import Category, Registration, Status
from kiosk.lanes import Lanes
from kiosk.services.open_desk import OpenDesk, open_desk
from kiosk.storage import settings
from kiosk.ui.check_in_desk import CheckInDesk
from kiosk.ui.self_check_in.window import SelfCheckInWindow

# Letters for names that are told apart by their initials.
FIRST = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍ"
_THIRTEEN = tuple(hangul.syllable(one, "ㅏ") for one in FIRST)

# How many of a thousand come how.
SHARES = {
    "code": 815, "name": 60, "asked": 25, "walk-in": 20, "badge": 15, "signing": 10, "again": 20,
    "unknown": 10, "blocked": 5, "wrong digits": 5, "call": 8, "abandoned": 7,
}  # fmt: skip
BY_NAME = frozenset({"name", "wrong digits"})
ADMITTED = frozenset({"code", "name", "asked", "walk-in", "badge", "signing"})
ON_ROSTER = (ADMITTED | BY_NAME | {"blocked"}) - {"walk-in"}


def ticket_of(number: int) -> str:
    """Return the code of an arrival's person."""
    return f"SOAK{number:022d}"


def text_of_event() -> str:
    """Return an event that is open the whole day, with a session for each kind of arrival."""
    day = {
        "starts_at": Raw("2026-03-26T00:00:00"),
        "ends_at": Raw("2026-03-26T23:59:00"),
        "doors_at": Raw("2026-03-26T00:00:00"),
    }
    whole = {key: value for key, value in day.items() if key != "doors_at"}
    return event_text(
        session_text("main", print_badge="never", **day),
        session_text("signing", print_badge="never", sign=True, **day),
        session_text("badge", print_badge="once", **day),
        question_text("meal", "yes-no", categories=["press"]),
        event=whole,
        privacy={"items": ["name", "organisation", "phone"]},
    )


def name_of(number: int) -> str:
    """Return the name of somebody who comes by name; no two begin with the same three initials."""
    here = (number // 169 % 13, number // 13 % 13, number % 13)
    return "".join(_THIRTEEN[place] for place in here)


def people(kinds: list[str]) -> list[Registration]:
    """Return the roster: one person for each arrival that is on it."""
    made, names = [], 0
    for number, kind in enumerate(kinds):
        fields: dict[str, object] = {
            "id": f"r{number}",
            "name": f"하{_THIRTEEN[number % 13]}{_THIRTEEN[number // 13 % 13]}",
            "ticket": ticket_of(number),
            "phone": f"010-{number // 10_000:04d}-{number % 10_000:04d}",
        }
        if kind in BY_NAME:
            fields["name"] = name_of(names)
            names += 1
        if kind == "asked":
            fields["category"] = Category.PRESS
        if kind == "blocked":
            fields["status"] = Status.BLOCKED
        if kind in ON_ROSTER:
            made.append(person(number, **fields))
    return made


def arrivals(count: int, seed: int) -> list[str]:
    """Return how each arrival comes; the first of all by code, so that somebody can come again."""
    chance = random.Random(seed)
    drawn = chance.choices(list(SHARES), list(SHARES.values()), k=count)
    # As many as there are names that no other shares, and the kinds all there.
    kinds = [*list(SHARES), *drawn][:count]
    named = 0
    for place, kind in enumerate(kinds):
        named += kind in BY_NAME
        if kind in BY_NAME and named > 13**3:
            kinds[place] = "code"
    return kinds


class Hall:
    """The touchscreen at work, and a clock that runs as fast as the guests act."""

    def __init__(self, folder: Path, kinds: list[str]) -> None:
        self.folder, self.kinds = folder, kinds
        self.seconds = 0.0
        self.printed = folder / "printed"
        self.printed.mkdir()
        desk = open_test_desk(folder, people(kinds), text_of_event())
        told = replace(desk.settings, printer=f"folder:{self.printed}")
        desk.store.write(lambda connection: settings.save(connection, told))
        desk.close()
        self.lanes = Lanes()
        self.is_open = False
        self.lanes.run("desk", open_desk, folder / "data", done=self._take)

    def _take(self, opened: OpenDesk) -> None:
        self.opened, self.is_open = opened, True
        self.desk = CheckInDesk(self.lanes, opened, now=self.now)
        self.queue = BadgeQueue(self.lanes, opened)
        self.queue.moved.connect(self.desk.badge_changed)
        self.desk.badge_changed.connect(lambda _: self.queue.look())
        self.window = SelfCheckInWindow(self.desk, clock=lambda: self.seconds)
        self.window.resize(540, 960)
        self.window.show()

    def now(self) -> datetime:
        """Return the moment that the clock has come to: it begins at one in the morning."""
        return at("01:00") + timedelta(seconds=self.seconds % 72_000)

    def pass_time(self, seconds: float) -> None:
        """Let time pass, as the window's own timer would see it."""
        self.seconds += seconds
        self.window.tick()

    def close(self) -> None:
        """End the window, the lanes and the store."""
        self.window.close()
        self.lanes.close(last={"desk": self.opened.close})
        for one in (self.window, self.queue, self.desk):
            one.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
