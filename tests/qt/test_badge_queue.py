"""The badge queue: each badge once at most, a sick printer held back, nothing lost at the end."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from fake_printer import FakePrinter
from fakes import open_test_desk, person, scan, token

from kiosk import badge_station
from kiosk.badge_queue import BadgeQueue
from kiosk.domain.errors import KioskError
from kiosk.domain.found import BadgeState
from kiosk.domain.printer import Printer, PrinterState, state_of
from kiosk.lanes import Lanes
from kiosk.services import badges
from kiosk.services.check_in import void
from kiosk.services.open_desk import OpenDesk, open_desk


class House:
    """A desk of five people, all checked in, whose lanes and queue the test drives."""

    def __init__(self, folder: Path, qtbot, printer: str) -> None:
        self.folder, self.qtbot = folder, qtbot
        first = open_test_desk(folder, [person(n) for n in range(1, 6)])
        self.jobs = [scan(first, token(n)).badge_job for n in range(1, 6)]
        assert all(self.jobs)
        first.close()
        self.lanes, opened = Lanes(), []
        self.lanes.run("desk", open_desk, folder / "data", done=opened.append)
        qtbot.waitUntil(lambda: bool(opened))
        self.desk: OpenDesk = opened[0]
        self.desk.settings = replace(self.desk.settings, printer=printer)
        self.queue = BadgeQueue(self.lanes, self.desk)
        self.moved: list[str] = []
        self.told: list[PrinterState] = []
        self.queue.moved.connect(self.moved.append)
        self.queue.told.connect(lambda told: self.told.extend(one.state for one in told))

    def states(self) -> list[BadgeState]:
        """Return what the file says of everybody's badge, read by another connection."""
        other = open_desk(self.folder / "data")
        other.settings = replace(other.settings, printer="some")
        try:
            return [badges.state(other, f"r{n}") for n in range(1, 6)]
        finally:
            other.close()

    def fleet(self) -> tuple[Printer, ...]:
        return (Printer("fake", "fake"),)

    def wait_idle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.queue.is_busy)

    def close(self) -> None:
        def last() -> None:
            self.queue.settle()
            self.desk.close()

        self.lanes.close(last={"desk": last}, wait_s=5)
        # Here and now: left to Python, a lane of the next test might free it.
        if shiboken6.isValid(self.queue):
            shiboken6.delete(self.queue)


@pytest.fixture
def printer(monkeypatch: pytest.MonkeyPatch) -> FakePrinter:
    made = FakePrinter()
    monkeypatch.setattr(badge_station, "open_printer", lambda name: made if name else None)
    return made


@pytest.fixture(autouse=True, scope="module")
def _swept() -> None:
    """Destroy what earlier tests left, on this thread: drawing may set off a collection on a lane.

    The program has its ``GuiCollector`` for that.
    """
    gc.collect()


@pytest.fixture
def house(tmp_path: Path, qtbot, printer: FakePrinter) -> Iterator[House]:
    made = House(tmp_path, qtbot, "fake")
    yield made
    made.close()


ALL_PRINTED = [BadgeState.PRINTED] * 5


def test_everything_that_waits_is_printed_once_in_order(
    house: House, printer: FakePrinter, qtbot
) -> None:
    house.queue.start()
    qtbot.waitUntil(lambda: len(house.moved) == 10)
    assert printer.jobs == house.jobs
    # Each moves twice: as it is begun, and as it is out.
    assert house.moved == [f"r{n}" for n in range(1, 6) for _ in range(2)]
    assert set(house.told) == {PrinterState.READY}
    assert house.states() == ALL_PRINTED


def test_a_folder_is_a_printer_of_real_pages(tmp_path: Path, qtbot) -> None:
    (tmp_path / "hot").mkdir()
    made = House(tmp_path, qtbot, f"folder:{tmp_path / 'hot'}")
    made.queue.start()
    qtbot.waitUntil(lambda: len(made.moved) == 10, timeout=15_000)
    pages = sorted(path.stem for path in (tmp_path / "hot").iterdir())
    assert pages == sorted(made.jobs)
    made.close()


def test_without_a_printer_nothing_is_claimed(tmp_path: Path, qtbot) -> None:
    made = House(tmp_path, qtbot, "")
    made.queue.start()
    made.queue.look()
    made.wait_idle()
    assert made.moved == []
    made.close()
    assert made.states() == [BadgeState.WAITING] * 5


def test_looking_again_while_one_is_printed_prints_nothing_twice(
    house: House, printer: FakePrinter, qtbot
) -> None:
    gate = threading.Event()
    printer.act = lambda _: gate.wait(30)
    house.queue.start()
    qtbot.waitUntil(lambda: BadgeState.PRINTING in house.states())
    for _ in range(200):
        house.queue.look()
    gate.set()
    qtbot.waitUntil(lambda: len(house.moved) == 10)
    assert printer.jobs == house.jobs


@pytest.mark.parametrize("code", sorted(badges.NEVER_SENT))
def test_a_printer_that_takes_nothing_holds_the_queue_until_it_is_tried_again(
    house: House, printer: FakePrinter, qtbot, code: str
) -> None:
    def refuse(_: str) -> None:
        raise KioskError(code, printer="fake")

    printer.act = refuse
    house.queue.start()
    qtbot.waitUntil(lambda: len(house.moved) == 2)
    house.wait_idle()
    house.queue.look()
    house.wait_idle()
    assert len(house.moved) == 2, "the queue holds"
    assert house.told[-1] is state_of(code)
    assert house.states() == [BadgeState.WAITING] * 5
    printer.act = lambda _: None
    house.queue._timer.timeout.emit()
    qtbot.waitUntil(lambda: house.states() == ALL_PRINTED)
    assert printer.jobs == house.jobs
    qtbot.waitUntil(lambda: house.told[-1] is PrinterState.READY)


def test_a_badge_that_cannot_be_drawn_fails_alone(
    house: House, printer: FakePrinter, qtbot
) -> None:
    def refuse(job_id: str) -> None:
        if job_id == house.jobs[1]:
            raise KioskError("QR_TOO_LONG", length=9)

    printer.act = refuse
    house.queue.start()
    qtbot.waitUntil(lambda: len(house.moved) == 10)
    expected = [BadgeState.PRINTED] * 5
    expected[1] = BadgeState.FAILED
    assert house.states() == expected


@pytest.mark.logs_errors
def test_a_printer_that_raises_anything_is_never_called_well(
    house: House, printer: FakePrinter, qtbot
) -> None:
    def burst(job_id: str) -> None:
        if job_id == house.jobs[0]:
            raise RuntimeError("paper on fire")

    printer.act = burst
    house.queue.start()
    qtbot.waitUntil(lambda: len(house.moved) == 10)
    assert house.states() == [BadgeState.FAILED, *[BadgeState.PRINTED] * 4]


def test_what_a_crash_left_half_way_is_unsure_and_not_printed(
    house: House, printer: FakePrinter, qtbot
) -> None:
    other = open_desk(house.folder / "data")
    other.settings = house.desk.settings
    assert badges.take_next(other)
    other.close()
    house.queue.start()
    qtbot.waitUntil(lambda: len(house.moved) == 9)
    assert printer.found == house.jobs[:1], "the printer was asked first"
    assert house.states() == [BadgeState.UNSURE, *[BadgeState.PRINTED] * 4]
    assert printer.jobs == house.jobs[1:]


def test_a_badge_undone_before_its_turn_is_not_printed(
    house: House, printer: FakePrinter, qtbot
) -> None:
    other = open_desk(house.folder / "data")
    void(other, house.jobs[4], "a test")
    other.close()
    house.queue.start()
    qtbot.waitUntil(lambda: len(house.moved) == 8)
    house.wait_idle()
    assert printer.jobs == house.jobs[:4]


def test_an_end_that_could_not_be_written_is_written_before_the_next_badge(
    house: House, printer: FakePrinter, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish, refused = badges.finish, []

    def full_once(desk: OpenDesk, job: object, *how: str, **more: bool) -> None:
        if not refused:
            refused.append(job)
            raise KioskError("STORE_FULL", path="kiosk.db")
        finish(desk, job, *how, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(badges, "finish", full_once)
    house.queue.start()
    qtbot.waitUntil(lambda: bool(refused))
    house.wait_idle()
    assert printer.jobs == house.jobs[:1]
    assert house.states()[0] is BadgeState.PRINTING
    house.queue._timer.timeout.emit()
    qtbot.waitUntil(lambda: house.states() == ALL_PRINTED)
    assert printer.jobs == house.jobs


def test_a_store_that_cannot_be_read_is_looked_at_again(
    house: House, printer: FakePrinter, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    take_next = badges.take_next

    def locked_once(desk: OpenDesk, printer: str) -> object:
        asked.append(desk)
        if len(asked) == 1:
            raise KioskError("STORE_LOCKED", path="kiosk.db")
        return take_next(desk, printer)

    monkeypatch.setattr(badges, "take_next", locked_once)
    house.queue.start()
    qtbot.waitUntil(lambda: bool(asked))
    house.wait_idle()
    assert printer.jobs == []
    house.queue._timer.timeout.emit()
    qtbot.waitUntil(lambda: house.states() == ALL_PRINTED)


class TestTheEnd:
    def test_a_badge_that_comes_out_while_the_program_ends_is_recorded(
        self, house: House, printer: FakePrinter, qtbot
    ) -> None:
        begun, gate = threading.Event(), threading.Event()

        def slow(_: str) -> None:
            begun.set()
            gate.wait(30)

        printer.act = slow
        house.queue.start()
        qtbot.waitUntil(begun.is_set)
        threading.Timer(0.1, gate.set).start()
        house.close()
        assert house.states() == [BadgeState.PRINTED, *[BadgeState.WAITING] * 4]
        assert printer.jobs == house.jobs[:1]

    def test_a_badge_that_no_printer_has_begun_waits_again(
        self, house: House, printer: FakePrinter, qtbot
    ) -> None:
        claimed = threading.Event()
        house.queue._staff(house.fleet())
        station = house.queue.stations["fake"]
        house.lanes.run("desk", lambda: (station._claim(), claimed.set()))
        # Not one turn of the event loop: the answer never gets as far as the printer.
        assert claimed.wait(30)
        assert house.states()[0] is BadgeState.PRINTING
        house.close()
        assert house.states() == [BadgeState.WAITING] * 5
        assert printer.jobs == []

    def test_a_badge_that_hangs_stays_under_way_and_is_unsure_afterwards(
        self, house: House, printer: FakePrinter, qtbot
    ) -> None:
        begun, gate = threading.Event(), threading.Event()

        def hang(_: str) -> None:
            begun.set()
            gate.wait(60)

        printer.act = hang
        house.queue.start()
        qtbot.waitUntil(begun.is_set)
        (hanging,) = [one for one in threading.enumerate() if one.name == "lane-print"]
        house.lanes.close(last={"desk": house.queue.settle}, wait_s=0.05)
        assert house.states()[0] is BadgeState.PRINTING
        other = open_desk(house.folder / "data")
        assert badges.recover(other) == 1
        other.close()
        assert house.states() == [BadgeState.UNSURE, *[BadgeState.WAITING] * 4]
        gate.set()
        hanging.join()
