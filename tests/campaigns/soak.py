"""A long day at one touchscreen: twenty thousand arrivals, and what they leave behind.

    PYTHONPATH=tests python tests/campaigns/soak.py --people 20000

The store is real and on disk, and so are the lanes and the window, which is never seen; only the
clock is sped up. It ends with status 1 where somebody is not accounted for, where the resident
memory grew by more than 5 % after the first tenth, or where the event loop stood still for more
than 100 ms.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from soak_guests import Guests, Step
from soak_hall import ADMITTED, Hall, arrivals

from kiosk.application import application
from kiosk.collector import GuiCollector
from kiosk.domain.journal import Kind
from kiosk.services.open_desk import open_desk
from kiosk.storage import journal, roster

PATIENCE_S = 60.0
"""How long an answer may take here before the campaign is given up, in real seconds."""

RSS_EVERY = 500
MOST_GROWTH, MOST_GAP_MS = 0.05, 100.0
WARM_UP_SHARE = 0.1
_BEAT_MS = 5
_PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


def rss() -> int:
    """Return this process's resident memory in bytes."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * _PAGE_BYTES


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
            self.guests = Guests(self._hall, self.figures.wanted)
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
        if not hall.queue.is_busy and len(list(hall.printed.glob("*.pdf"))) == guests.badges:
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
    admitted = guests.admitted()
    facts = {
        "entries": (len(entries), len(admitted)),
        "kinds of entries": ({one.kind for one in entries}, {Kind.IN}),
        "who came": (
            sorted(one.registration for one in entries),
            sorted(who for who, _ in admitted),
        ),
        "sessions": (
            Counter(one.session for one in entries),
            Counter(where for _, where in admitted),
        ),
        "everybody": (len(admitted), sum(one in ADMITTED for one in wanted)),
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
        f"longest gap {figures.longest_gap_ms:.1f} ms; {figures.gaps_over} over {MOST_GAP_MS:.0f}",
        f"longest turn at work {figures.longest_busy_ms:.1f} ms",
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
