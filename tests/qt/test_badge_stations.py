"""Several printers at once: each its own people and its own lane, and what the desk is told."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from fake_printer import FakePrinter
from fakes import open_test_desk, person, scan, token

from kiosk import badge_station
from kiosk.badge_queue import BadgeQueue
from kiosk.domain.errors import KioskError
from kiosk.domain.found import BadgeState
from kiosk.domain.printer import Fate, PrinterState, PrinterTold
from kiosk.domain.registration import Category
from kiosk.lanes import Lanes
from kiosk.services import badge_jobs, badges, printers
from kiosk.services.open_desk import OpenDesk, open_desk


class House:
    """A desk with printer A for everybody and B for guests of honour, of whom r2 and r4 are."""

    def __init__(self, folder: Path, qtbot) -> None:
        self.folder, self.qtbot = folder, qtbot
        people = [person(n, category=Category.VIP if n % 2 == 0 else Category.ATTENDEE)
                  for n in range(1, 5)]  # fmt: skip
        first = open_test_desk(folder, people)
        printers.add(first.store, "A", "a", roll=12)
        printers.add(first.store, "B", "b", [Category.VIP])
        self.jobs = {n: scan(first, token(n)).badge_job for n in range(1, 5)}
        first.close()
        self.machines = {"a": FakePrinter("a"), "b": FakePrinter("b")}
        self.lanes, opened = Lanes(), []
        self.lanes.run("desk", open_desk, folder / "data", done=opened.append)
        qtbot.waitUntil(lambda: bool(opened))
        self.desk: OpenDesk = opened[0]
        self.now_s = 0.0
        self.queue = BadgeQueue(self.lanes, self.desk, clock_s=lambda: self.now_s)
        self.told: list[tuple[PrinterTold, ...]] = []
        self.moved: list[str] = []
        self.queue.told.connect(self.told.append)
        self.queue.moved.connect(self.moved.append)

    def do(self, work: Callable[..., object], *arguments: object) -> None:
        """Do something on the desk's lane, as the window does, and look."""
        done: list[object] = []
        self.lanes.run("desk", work, self.desk, *arguments, done=done.append)
        self.qtbot.waitUntil(lambda: bool(done))
        self.queue.tick()

    def printed(self, machine: str, *people: int) -> None:
        """Wait until a printer's labels are those of some people, in order."""
        wanted = [self.jobs[one] for one in people]
        self.qtbot.waitUntil(lambda: self.machines[machine].labels == wanted)

    def states(self) -> dict[str, PrinterState]:
        return {one.printer.name: one.state for one in self.told[-1]} if self.told else {}

    def wait_idle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.queue.is_busy)

    def close(self) -> None:
        self.lanes.close(last={"desk": self.desk.close}, wait_s=5)
        if shiboken6.isValid(self.queue):
            shiboken6.delete(self.queue)


@pytest.fixture
def house(tmp_path: Path, qtbot, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    made = House(tmp_path, qtbot)
    monkeypatch.setattr(badge_station, "FOLLOW_MS", 1)
    monkeypatch.setattr(badge_station, "open_printer", made.machines.__getitem__)
    yield made
    made.close()


def test_each_printer_prints_its_own_people(house: House) -> None:
    house.queue.start()
    house.printed("a", 1, 3)
    house.printed("b", 2, 4)
    house.wait_idle()
    assert sorted(house.moved) == sorted(["r1", "r2", "r3", "r4"] * 2)


def test_a_printer_that_hangs_holds_up_no_other(house: House) -> None:
    gate = threading.Event()
    house.machines["a"].act = lambda _: gate.wait(30)
    house.queue.start()
    house.printed("b", 2, 4)
    assert house.machines["a"].labels == []
    gate.set()
    house.printed("a", 1, 3)


def test_what_waits_for_a_sick_printer_comes_out_of_another(house: House) -> None:
    house.machines["a"].state = PrinterState.JAM
    house.queue.start()
    house.printed("b", 2, 4)
    house.qtbot.waitUntil(lambda: house.states().get("A") is PrinterState.JAM)
    house.do(badge_jobs.move_all, "A", "B")
    house.printed("b", 2, 4, 1, 3)
    assert house.machines["a"].jobs == []


def test_paper_that_is_back_starts_the_queue_by_itself(house: House) -> None:
    house.machines["a"].state = PrinterState.NO_PAPER
    house.queue.start()
    house.qtbot.waitUntil(lambda: house.states().get("A") is PrinterState.NO_PAPER)
    house.wait_idle()
    house.machines["a"].state = PrinterState.READY
    house.queue._timer.timeout.emit()
    house.printed("a", 1, 3)
    house.qtbot.waitUntil(lambda: house.states()["A"] is PrinterState.LOW)


def test_a_printer_on_hold_waits_until_it_is_let_go(house: House) -> None:
    house.do(badge_jobs.hold_printer, "A")
    house.queue.start()
    house.printed("b", 2, 4)
    house.wait_idle()
    assert house.states()["A"] is PrinterState.HELD
    assert house.machines["a"].jobs == []
    house.do(badge_jobs.let_printer_go, "A")
    house.printed("a", 1, 3)


def test_labels_are_counted_down_and_the_last_ten_are_told(house: House) -> None:
    house.queue.start()
    house.printed("a", 1, 3)
    house.qtbot.waitUntil(lambda: house.states()["A"] is PrinterState.LOW)
    (told,) = [one.printer for one in house.told[-1] if one.printer.name == "A"]
    assert told.left == 10
    assert house.states()["B"] is PrinterState.READY


def test_how_many_wait_is_told_of_each_printer(house: House) -> None:
    house.machines["a"].state = house.machines["b"].state = PrinterState.OPEN
    house.queue.start()
    house.qtbot.waitUntil(
        lambda: (
            house.told[-1:] != []
            and {one.printer.name: one.waiting for one in house.told[-1]} == {"A": 2, "B": 2}
        )
    )


def test_a_printer_added_or_removed_while_it_runs_is_seen(house: House) -> None:
    house.machines["b"].state = PrinterState.OFFLINE
    house.queue.start()
    house.printed("a", 1, 3)
    house.do(lambda desk: printers.remove(desk.store, "B"))
    house.printed("a", 1, 3, 2, 4)
    house.qtbot.waitUntil(lambda: list(house.states()) == ["A"])
    house.machines["c"] = FakePrinter("c")
    house.do(lambda desk: printers.add(desk.store, "C", "c"))
    house.qtbot.waitUntil(lambda: list(house.states()) == ["A", "C"])


def test_a_printer_whose_address_changed_is_opened_anew(house: House) -> None:
    house.machines["a"].state = PrinterState.OFFLINE
    house.queue.start()
    house.qtbot.waitUntil(lambda: house.states().get("A") is PrinterState.OFFLINE)
    house.machines["c"] = FakePrinter("c")
    house.do(lambda desk: printers.add(desk.store, "A", "c"))
    house.queue.tick()
    house.printed("c", 1, 3)


@pytest.mark.parametrize(
    ("fate", "state"),
    [
        (Fate.DONE, BadgeState.PRINTED),
        (Fate.FAILED, BadgeState.FAILED),
        (Fate.UNSURE, BadgeState.UNSURE),
    ],
)
def test_what_a_crash_left_is_asked_of_the_printer_that_has_it(
    house: House, fate: Fate, state: BadgeState
) -> None:
    other = open_desk(house.folder / "data")
    claimed = badges.take_next(other, "B")
    other.close()
    assert claimed is not None
    house.machines["b"].find_as = fate
    house.queue.start()
    house.printed("b", 4)
    house.printed("a", 1, 3)
    assert house.machines["b"].found == [house.jobs[2]]
    assert house.machines["a"].found == []
    other = open_desk(house.folder / "data")
    assert badges.state(other, "r2") is state
    other.close()


def test_a_crash_s_badge_that_never_left_is_printed_once(house: House) -> None:
    other = open_desk(house.folder / "data")
    badges.take_next(other, "B")
    other.close()
    house.machines["b"].find_as = Fate.NEVER
    house.queue.start()
    house.qtbot.waitUntil(lambda: house.machines["b"].found.count(house.jobs[2]) > 2)
    assert house.machines["b"].jobs == [], "another program may be sending it just now"
    house.now_s += badge_station.ARRIVES_S
    house.qtbot.waitUntil(lambda: len(house.machines["b"].found) > 3)
    house.wait_idle()
    house.queue.tick()
    house.printed("b", 2, 4)


def test_a_crash_s_badge_whose_printer_is_gone_is_unsure(house: House) -> None:
    other = open_desk(house.folder / "data")
    badges.take_next(other, "B")
    printers.remove(other.store, "B")
    other.close()
    house.queue.start()
    house.printed("a", 1, 3, 4)
    assert house.machines["b"].found == []


def test_a_printer_that_answers_nothing_when_asked_after_a_crash_is_asked_until_patience_ends(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = open_desk(house.folder / "data")
    badges.take_next(other, "B")
    other.close()
    asked: list[str] = []

    def silent(job_id: str, _age_s: float) -> Fate:
        asked.append(job_id)
        raise KioskError("PRINTER_OFFLINE", printer="b", detail="no route")

    monkeypatch.setattr(house.machines["b"], "find", silent)
    house.machines["b"].state = PrinterState.OFFLINE
    house.queue.start()
    house.qtbot.waitUntil(lambda: len(asked) > 3)
    assert house.states()["B"] is PrinterState.OFFLINE
    house.now_s += 100
    house.wait_idle()
    other = open_desk(house.folder / "data")
    assert badges.state(other, "r2") is BadgeState.UNSURE
    other.close()


def test_printers_that_another_program_removed_are_used_no_more(house: House) -> None:
    house.queue.start()
    house.printed("a", 1, 3)
    for name in ("A", "B"):
        house.do(lambda desk, name=name: printers.remove(desk.store, name))
    house.qtbot.waitUntil(lambda: house.told[-1] == ())
    assert house.desk.settings.printer == ""
