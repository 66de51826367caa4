"""A long day at one touchscreen: twenty thousand arrivals of every kind, and what they leave behind.

    PYTHONPATH=tests python tests/campaigns/soak.py --people 20000

The store is real and on disk, and so are the lanes and the window, which is never seen; only the
clock is sped up. It ends with status 1 where somebody is not accounted for, where the resident
memory grew by more than 5 % after the first tenth, or where the event loop stood still for more
than 100 ms.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from fakes import Raw, at, event_text, open_test_desk, person, question_text, session_text
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from kiosk.app import application
from kiosk.badge_queue import BadgeQueue
from kiosk.collector import GuiCollector
from kiosk.domain import hangul
from kiosk.domain.journal import Kind
from kiosk.domain.registration import Category, Registration, Status
from kiosk.domain.signature import Point, Signature
from kiosk.lanes import Lanes
from kiosk.services.open_desk import OpenDesk, open_desk
from kiosk.storage import journal, roster, settings
from kiosk.ui.check_in_desk import CheckInDesk
from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.self_check_in.flow import State
from kiosk.ui.self_check_in.window import SelfCheckInWindow

PATIENCE_S = 60.0
"""How long an answer may take here before the campaign is given up, in real seconds."""

RSS_EVERY = 500
MOST_GROWTH, MOST_GAP_MS = 0.05, 100.0
WARM_UP_SHARE = 0.1
_BEAT_MS = 5
_PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")

_FIRST = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍ"
_THIRTEEN = tuple(hangul.syllable(one, "ㅏ") for one in _FIRST)
_WAVE = tuple(Point(0.1 + t / 50, 0.3 + 0.1 * (t % 7) / 7, t * 9) for t in range(38))

# How many of a thousand come how.
SHARES = {
    "code": 815, "name": 60, "asked": 25, "walk-in": 20, "badge": 15, "signing": 10, "again": 20,
    "unknown": 10, "blocked": 5, "wrong digits": 5, "call": 8, "abandoned": 7,
}  # fmt: skip
ADMITTED = frozenset({"code", "name", "asked", "walk-in", "badge", "signing"})


def rss() -> int:
    """Return this process's resident memory in bytes."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * _PAGE_BYTES


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
            "ticket": f"SOAK{number:022d}",
            "phone": f"010-{number // 10_000:04d}-{number % 10_000:04d}",
        }
        if kind in ("name", "wrong digits"):
            fields["name"] = name_of(names)
            names += 1
        if kind == "asked":
            fields["category"] = Category.PRESS
        if kind == "blocked":
            fields["status"] = Status.BLOCKED
        if kind in ("code", "name", "asked", "badge", "signing", "blocked", "wrong digits"):
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
        named += kind in ("name", "wrong digits")
        if kind in ("name", "wrong digits") and named > 13**3:
            kinds[place] = "code"
    return kinds


@dataclass
class Figures:
    """What a campaign measured."""

    wanted: Counter[str] = field(default_factory=Counter)
    memory: list[tuple[int, int]] = field(default_factory=list)
    longest_gap_ms: float = 0.0
    longest_busy_ms: float = 0.0
    gaps_over: int = 0
    simulated_s: float = 0.0
    real_s: float = 0.0
    faults: list[str] = field(default_factory=list)

    @property
    def growth(self) -> float:
        """Return how much the memory grew from after the first tenth to the end, as a share.

        Both ends are the mean of three readings.
        """
        warm = self.memory[-1][0] * WARM_UP_SHARE
        held = [size for done, size in self.memory if done >= warm]
        first, last = held[:3], held[-3:]
        return (sum(last) / len(last)) / (sum(first) / len(first)) - 1


class Heartbeat(QObject):
    """Measure how long the event loop stands still: by the wall, and by this thread's own work."""

    def __init__(self, figures: Figures) -> None:
        super().__init__()
        self._figures = figures
        self._wall, self._work = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self, interval=_BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def pause(self) -> None:
        """Leave out what the campaign itself does beside the program."""
        self._wall, self._work = time.perf_counter(), time.thread_time()

    def _beat(self) -> None:
        wall, work = time.perf_counter(), time.thread_time()
        gap_ms = (wall - self._wall) * 1000 - _BEAT_MS
        busy_ms = (work - self._work) * 1000
        self._wall, self._work = wall, work
        told = self._figures
        told.longest_gap_ms = max(told.longest_gap_ms, gap_ms)
        told.longest_busy_ms = max(told.longest_busy_ms, busy_ms)
        told.gaps_over += gap_ms > MOST_GAP_MS


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


Step = Callable[[], bool]


class Guests:
    """One guest after another; each step that is yielded is waited for on the event loop."""

    def __init__(self, hall: Hall, figures: Figures) -> None:
        self._hall, self._figures = hall, figures
        self._guide = hall.window.guide
        self.admitted: dict[str, str] = {}
        self.refused = self.called = self.abandoned = self.walked_in = 0
        self.badges_missed = self.badges_out = 0
        self._first = ""

    @property
    def badges(self) -> int:
        """Return how many badges were asked for: the printer that came back printed them all."""
        return self.badges_missed + self.badges_out

    def all(self) -> Iterator[Step]:
        """Come, each in the way that was drawn."""
        for number, kind in enumerate(self._hall.kinds):
            self._figures.wanted[kind] += 1
            wanted = {"signing": "signing", "badge": "badge"}.get(kind, "main")
            if self._hall.desk.session.id != wanted:
                self._hall.desk.choose_session(wanted)
            yield from getattr(self, "_" + kind.replace("-", "_").replace(" ", "_"))(number)
            yield lambda: True

    def _shows(self, *states: State) -> Step:
        return lambda: self._guide.state in states

    def _act(self, act: Act, value: object = None) -> None:
        self._hall.pass_time(0.45)
        self._hall.window._act(act, value)

    def _touch(self, act: Act, *values: object) -> Iterator[Step]:
        for value in values or (None,):
            yield lambda: not self._guide.steps.is_waiting
            self._act(act, value)

    def _home(self) -> Iterator[Step]:
        """Let the guest before go, as quickly as the screens allow."""
        while self._guide.state is not State.WELCOME:
            leaving = {State.GOODBYE: Act.FINISH, State.CALLED: Act.CANCEL_CALL}
            self._act(leaving.get(self._guide.state, Act.HOME))
            if self._guide.state is not State.WELCOME:
                self._hall.pass_time(3.0)
            yield lambda: True

    def _ticket(self, number: int) -> str:
        return f"SOAK{number:022d}"

    def _in(self, who: str) -> Step:
        def shown() -> bool:
            verdict = self._guide.verdict
            held = verdict.registration if verdict else None
            return self._guide.state is State.OK and held is not None and held.id == who

        return shown

    def _come_in(self, number: int, kind: str = "main") -> Iterator[Step]:
        yield self._in(f"r{number}")
        self.admitted[f"r{number}"] = kind

    def _code(self, number: int) -> Iterator[Step]:
        self._hall.pass_time(0.9)
        self._hall.window.take_scan(self._ticket(number))
        yield from self._come_in(number)
        self._first = self._first or self._ticket(number)

    def _again(self, number: int) -> Iterator[Step]:
        self._hall.pass_time(0.9)
        self._hall.window.take_scan(self._first)
        yield self._shows(State.ALREADY)

    def _unknown(self, number: int) -> Iterator[Step]:
        self._hall.pass_time(0.9)
        self._hall.window.take_scan(f"https://example.org/{number}")
        yield self._shows(State.TO_DESK)
        yield lambda: bool(self._guide.requests.reference)
        self.refused += 1

    def _blocked(self, number: int) -> Iterator[Step]:
        yield from self._home()
        self._hall.window.take_scan(self._ticket(number))
        yield self._shows(State.TO_DESK)
        yield lambda: bool(self._guide.requests.reference)
        self.refused += 1

    def _asked(self, number: int) -> Iterator[Step]:
        self._hall.pass_time(0.9)
        self._hall.window.take_scan(self._ticket(number))
        yield self._shows(State.QUESTION)
        yield from self._touch(Act.ANSWER, number % 2 == 0)
        yield from self._come_in(number)

    def _signing(self, number: int) -> Iterator[Step]:
        self._hall.pass_time(0.9)
        self._hall.window.take_scan(self._ticket(number))
        yield self._shows(State.SIGNATURE)
        self._hall.pass_time(0.9)
        screen = self._hall.window.screens[State.SIGNATURE]
        screen.pad.show_signature(Signature((_WAVE,), 0.5))  # type: ignore[attr-defined]
        yield lambda: True
        screen.done.click()  # type: ignore[attr-defined]
        yield from self._come_in(number, "signing")

    def _badge(self, number: int) -> Iterator[Step]:
        """Every other badge meets a printer that is gone."""
        is_missed = self.badges % 2 == 1
        away = self._hall.printed.with_name("away")
        if is_missed:
            self._hall.printed.rename(away)
        self._hall.pass_time(0.9)
        self._hall.window.take_scan(self._ticket(number))
        yield from self._come_in(number, "badge")
        if is_missed:
            while self._guide.state is State.OK:  # a printer that says nothing has eight seconds
                self._hall.pass_time(3.0)
                yield lambda: True
            yield self._shows(State.PRINT_FAULT)
            yield lambda: not self._hall.queue._is_busy
            away.rename(self._hall.printed)
            self._hall.queue._try_again()
            self.badges_missed += 1
        else:
            yield lambda: not self._guide.flow.is_held or self._guide.state is not State.OK
            self.badges_out += 1

    def _type_name(self, number: int) -> Iterator[Step]:
        yield from self._home()
        named = [one for one in range(number) if self._hall.kinds[one] in ("name", "wrong digits")]
        yield from self._touch(Act.FIND)
        for letter in hangul.plain_initials(name_of(len(named))):
            # No more than ten looks at people a minute are allowed.
            self._hall.pass_time(2.2)
            yield from self._touch(Act.LETTER, letter)
        yield self._shows(State.DIGITS)

    def _name(self, number: int) -> Iterator[Step]:
        yield from self._type_name(number)
        yield from self._touch(Act.DIGIT, *f"{number % 10_000:04d}")
        yield from self._come_in(number)

    def _wrong_digits(self, number: int) -> Iterator[Step]:
        yield from self._type_name(number)
        for _ in range(3):
            yield from self._touch(Act.DIGIT, *f"{(number + 1) % 10_000:04d}")
            yield lambda: not self._guide.steps.is_waiting
        yield self._shows(State.TO_DESK)
        yield lambda: bool(self._guide.requests.reference)
        self.refused += 1

    def _begin_to_register(self, number: int) -> Iterator[Step]:
        yield from self._home()
        yield from self._touch(Act.REGISTER)
        yield from self._touch(Act.AGREE, True)
        typed = "ㅂㅏㅇㅁㅜㄴ" + "".join(f"{_FIRST[int(one)]}ㅗ" for one in str(number))
        yield from self._touch(Act.KEY, *typed)

    def _walk_in(self, number: int) -> Iterator[Step]:
        yield from self._begin_to_register(number)
        yield from self._touch(Act.NEXT)
        yield from self._touch(Act.KEY, *"ㅇㅖㅅㅣ")
        yield from self._touch(Act.NEXT)
        yield from self._touch(Act.KEY, *f"{50_000_000 + number:08d}")
        yield from self._touch(Act.NEXT)
        yield self._shows(State.OK)
        verdict = self._guide.verdict
        who = verdict.registration.id if verdict and verdict.registration else ""
        self.admitted[who] = "main"
        self.walked_in += 1

    def _call(self, _number: int) -> Iterator[Step]:
        yield from self._home()
        yield from self._touch(Act.CALL)
        yield self._shows(State.CALLED)
        yield lambda: bool(self._guide.requests.reference)
        self.called += 1

    def _abandoned(self, number: int) -> Iterator[Step]:
        """Walk away half-way; the screen asks, waits and forgets."""
        yield from self._begin_to_register(number)
        while self._guide.state is not State.WELCOME:
            self._hall.pass_time(5.0)
            yield lambda: True
        self.abandoned += 1


class Campaign(QObject):
    """Drive the guests from the event loop, a step a turn, and measure meanwhile."""

    def __init__(self, hall: Hall, figures: Figures, every: int) -> None:
        super().__init__()
        self._hall, self.figures, self._every = hall, figures, every
        self._begun = self._asked_at = time.monotonic()
        self._steps: Iterator[Step] | None = None
        self._met: Step = lambda: hall.is_open
        self.guests: Guests | None = None
        self._heart: Heartbeat | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._turn)
        self._timer.start()

    def _turn(self) -> None:
        if not self._met():
            self._wait()
            return
        if self._steps is None:
            self.guests = Guests(self._hall, self.figures)
            self._steps = self.guests.all()
            self._heart = Heartbeat(self.figures)
        self._measure()
        following = next(self._steps, None)
        if following is None:
            self._end()
            return
        self._met, self._asked_at = following, time.monotonic()

    def _wait(self) -> None:
        if time.monotonic() - self._asked_at > PATIENCE_S:
            state = self._hall.window.guide.state if self._hall.is_open else "closed"
            self.figures.faults.append(f"nothing came in state {state}")
            self._end()

    def _measure(self) -> None:
        done = self.figures.wanted.total()
        if done % self._every == 0 and (
            not self.figures.memory or self.figures.memory[-1][0] != done
        ):
            self.figures.memory.append((done, rss()))
            if self._heart is not None:
                self._heart.pause()

    def _end(self) -> None:
        self._timer.stop()
        self.figures.memory.append((self.figures.wanted.total(), rss()))
        self.figures.simulated_s = self._hall.seconds
        self.figures.real_s = time.monotonic() - self._begun
        QApplication.exit(0)


def run(folder: Path, count: int, seed: int, *, every: int = RSS_EVERY) -> Figures:
    """Run a campaign in a folder of its own, and return what it measured and found wrong."""
    app = application()
    figures = Figures()
    collector = GuiCollector()
    hall = Hall(folder, arrivals(count, seed))
    campaign = Campaign(hall, figures, every)
    app.exec()
    if campaign.guests is not None:
        settle(hall, campaign.guests)
        figures.faults += unaccounted(hall, campaign.guests)
    hall.close()
    collector.stop()
    collector.deleteLater()
    campaign.deleteLater()
    return figures


def settle(hall: Hall, guests: Guests) -> None:
    """Let the printer finish what waits."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        hall.queue.look()
        QApplication.processEvents()
        if not hall.queue._is_busy and len(list(hall.printed.glob("*.pdf"))) == guests.badges:
            return


def unaccounted(hall: Hall, guests: Guests) -> list[str]:
    """Return what the file says otherwise than the guests, read by a connection of its own."""
    other = open_desk(hall.folder / "data")
    try:
        connection = other.store.connection
        entries = list(journal.everything(connection, other.event_number))
        walk_ins = roster.walk_ins(connection, other.event_number)
        signed = connection.execute("SELECT count(*) FROM signature").fetchone()[0]
        asked = dict(connection.execute("SELECT kind, count(*) FROM request GROUP BY kind"))
    finally:
        other.close()
    wanted, told = hall.kinds, Counter(hall.kinds)
    facts = {
        "entries": (len(entries), len(guests.admitted)),
        "kinds of entries": ({one.kind for one in entries}, {Kind.IN}),
        "who came": (sorted(one.registration for one in entries), sorted(guests.admitted)),
        "sessions": (Counter(one.session for one in entries), Counter(guests.admitted.values())),
        "everybody": (len(guests.admitted), sum(one in ADMITTED for one in wanted)),
        "walk-ins": (len(walk_ins), told["walk-in"]),
        "signatures": (signed, told["signing"]),
        "help": (asked.get("help", 0), guests.refused),
        "calls": (asked.get("call", 0), told["call"]),
        "badges": (len(list(hall.printed.glob("*.pdf"))), guests.badges),
        "badges missed": (asked.get("badge", 0), guests.badges_missed),
        "abandoned": (guests.abandoned, told["abandoned"]),
    }
    return [f"{what}: {is_so!r:.300} instead of {should!r:.300}"
            for what, (is_so, should) in facts.items() if is_so != should]  # fmt: skip


def report(figures: Figures) -> list[str]:
    """Return the figures as lines for people."""
    mib = 1024 * 1024
    warm = figures.wanted.total() * WARM_UP_SHARE
    first, last = [one for one in figures.memory if one[0] >= warm][:1], figures.memory[-1:]
    return [
        f"{figures.wanted.total()} arrivals: " + ", ".join(
            f"{count} {kind}" for kind, count in figures.wanted.most_common()
        ),
        f"{figures.simulated_s / 3600:.1f} hours simulated in {figures.real_s:.0f} s",
        *(f"resident after {done}: {size / mib:.1f} MiB" for done, size in [*first, *last]),
        f"growth after the warm-up: {figures.growth:+.2%}",
        f"longest gap {figures.longest_gap_ms:.1f} ms, of which at work"
        f" {figures.longest_busy_ms:.1f} ms; {figures.gaps_over} over {MOST_GAP_MS:.0f} ms",
        *figures.faults,
    ]  # fmt: skip


def main() -> int:
    """Run a campaign of any length and say what came of it."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--people", type=int, default=20_000)
    words.add_argument("--seed", type=int, default=1)
    told = words.parse_args()
    with tempfile.TemporaryDirectory(prefix="kiosk-soak-") as folder:
        figures = run(Path(folder), told.people, told.seed)
    sys.stdout.write("\n".join([*report(figures), *map(str, figures.memory)]) + "\n")
    is_well = not figures.faults and figures.growth <= MOST_GROWTH
    return 0 if is_well and figures.longest_gap_ms <= MOST_GAP_MS else 1


if __name__ == "__main__":
    sys.exit(main())
