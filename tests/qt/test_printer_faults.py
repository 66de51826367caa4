"""Every fault of a printer at every moment of a check-in, through the desk's real window and store.

The printer is a stand-in, so that each fault comes exactly when it should; the clock is the test's.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
import shiboken6
from fake_printer import FakePrinter
from fakes import at, event_text, open_test_desk, person, session_text, token
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk import badge_station
from kiosk.badge_queue import BadgeQueue
from kiosk.devices.printers.printer import Progress
from kiosk.domain.errors import KioskError
from kiosk.domain.found import BadgeState, Sheet
from kiosk.domain.printer import Fate, PrinterState
from kiosk.domain.verdict import Outcome, Verdict
from kiosk.lanes import Lanes
from kiosk.services import lookup
from kiosk.services.open_desk import OpenDesk, open_desk
from kiosk.ui.check_in_desk import CheckInDesk
from kiosk.ui.front_desk import printer_words
from kiosk.ui.front_desk.window import FrontDeskWindow

PEOPLE = 80


@dataclass
class SickPrinter(FakePrinter):
    """A printer with faults that a state does not tell; it notes on which threads it was called."""

    is_gone: bool = False
    lies: bool = False
    is_cut: bool = False
    threads: set[str] = field(default_factory=set)

    def look(self) -> PrinterState:
        self._note()
        return super().look()

    def print_badge(
        self, image: object, width_mm: float, height_mm: float, job_id: str, back: object = None
    ) -> Progress:
        self._note()
        if self.is_cut:
            self.labels.append(job_id)  # all of it arrived, and nobody was told
            raise KioskError("PRINTER_CUT", printer=self.name, detail="reset")
        if self.lies:
            self.jobs.append(job_id)
            return Progress(Fate.DONE)
        return super().print_badge(image, width_mm, height_mm, job_id)

    def follow(self, job_id: str) -> Progress:
        self._note()
        return super().follow(job_id)

    def _note(self) -> None:
        self.threads.add(threading.current_thread().name)
        if self.is_gone:
            raise KioskError("PRINTER_MISSING", printer=self.name)


class Hall:
    """The desk's window over a real store, with the printer's queue wired as the program does."""

    def __init__(self, folder: Path, printer: SickPrinter) -> None:
        people = [person(n) for n in range(PEOPLE)]
        open_test_desk(folder, people, event_text(session_text(entry="unlimited"))).close()
        self.now_s = 0.0
        self.printer = printer
        self.lanes, opened = Lanes(), []
        self.lanes.run("desk", open_desk, folder / "data", done=opened.append)
        self.until(lambda: bool(opened))
        self.desk: OpenDesk = opened[0]
        self.desk.settings = replace(self.desk.settings, printer="fake", language="en")
        self.counter = CheckInDesk(self.lanes, self.desk, now=lambda: at("14:00"))
        self.window = FrontDeskWindow(self.counter, clock=lambda: at("14:00"))
        self.queue = BadgeQueue(self.lanes, self.desk, clock_s=lambda: self.now_s)
        self.queue.moved.connect(self.counter.badge_changed)
        self.queue.told.connect(self.window.show_printers)
        self.counter.badge_changed.connect(lambda _: self.queue.look())
        self.window.printers.look_wanted.connect(self.queue.tick)
        self.verdicts: list[Verdict] = []
        self.counter.answered.connect(self.verdicts.append)
        self.window.resize(1366, 768)
        self.window.show()
        self.queue.start()
        self.queue._timer.stop()  # the test says when to look again
        self._people = iter(range(PEOPLE))
        self.until(lambda: self.state is PrinterState.READY)

    def until(self, is_so: Callable[[], bool]) -> None:
        """Let the event loop run until something is so; fails after ten seconds."""
        end = time.monotonic() + 10
        while not is_so():
            assert time.monotonic() < end
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
            time.sleep(0.001)

    @property
    def state(self) -> PrinterState | None:
        told = self.window.printers.told
        return told[0].state if told else None

    def check_in(self, meanwhile: Callable[[], None] = lambda: None) -> Verdict:
        """Scan the next person's code; ``meanwhile`` happens as the verdict is there."""
        number = next(self._people)
        self.counter.answered.connect(meanwhile, Qt.ConnectionType.SingleShotConnection)
        before = len(self.verdicts)
        self.window.take_scan(token(number))
        self.until(lambda: len(self.verdicts) > before)
        verdict = self.verdicts[-1]
        assert verdict.outcome is Outcome.ADMIT
        assert verdict.badge_job
        return verdict

    def sheet(self, verdict: Verdict) -> Sheet:
        """Return what the store says of the person."""
        told: list[Sheet] = []
        assert verdict.registration is not None
        self.lanes.run("desk", lookup.sheet, self.desk, verdict.registration.id, done=told.append)
        self.until(lambda: bool(told))
        return told[0]

    def badge(self, verdict: Verdict) -> BadgeState:
        return self.sheet(verdict).badge

    def until_badge(self, verdict: Verdict, state: BadgeState) -> None:
        self.until(lambda: self.badge(verdict) is state)

    def heal(self) -> None:
        """Put the printer right, and have the queue look."""
        held = list(self.printer.held)
        self.printer.state, self.printer.is_gone = PrinterState.READY, False
        self.printer.is_slow = self.printer.lies = self.printer.is_cut = False
        if held:
            self.printer.finish()
        self.until(lambda: not self.queue.is_busy)
        self.queue.tick()
        self.until(lambda: self.state is PrinterState.READY and not self.queue.is_busy)

    def close(self) -> None:
        self.window.close()
        self.lanes.close(last={"desk": self.desk.close}, wait_s=5)
        for one in (self.window, self.queue, self.counter):
            if shiboken6.isValid(one):
                shiboken6.delete(one)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="module")
def _one_hall(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    with pytest.MonkeyPatch.context() as patch:
        printer = SickPrinter()
        patch.setattr(badge_station, "FOLLOW_MS", 1)
        patch.setattr(badge_station, "open_printer", lambda _: printer)
        hall = Hall(tmp_path_factory.mktemp("hall"), printer)
        yield hall
        hall.close()


@pytest.fixture
def hall(_one_hall: Hall) -> Iterator[Hall]:
    yield _one_hall
    _one_hall.heal()
    assert "MainThread" not in _one_hall.printer.threads, "no window waited for the printer"


def sick(state: PrinterState) -> Callable[[SickPrinter], None]:
    return lambda printer: setattr(printer, "state", state)


def flag(name: str) -> Callable[[SickPrinter], None]:
    return lambda printer: setattr(printer, name, True)


# What is done to the printer, and what the desk's window then reads.
FAULTS = {
    "absent": (flag("is_gone"), PrinterState.OFFLINE),
    "off": (sick(PrinterState.OFFLINE), PrinterState.OFFLINE),
    "out of paper": (sick(PrinterState.NO_PAPER), PrinterState.NO_PAPER),
    "jammed": (sick(PrinterState.JAM), PrinterState.JAM),
    "slow": (flag("is_slow"), PrinterState.SLOW),
    "lying": (flag("lies"), PrinterState.READY),
    "unplugged": (flag("is_cut"), PrinterState.OFFLINE),
}
WAITS = ("absent", "off", "out of paper", "jammed")


def stands(hall: Hall, verdict: Verdict) -> None:
    """The check-in is in the store, whatever became of the badge."""
    assert hall.sheet(verdict).presences["main"].has_come
    assert hall.printer.labels.count(verdict.badge_job) <= 1
    assert hall.printer.jobs.count(verdict.badge_job) <= 1


def told(hall: Hall, state: PrinterState) -> None:
    """The desk reads the fault and what to do about it."""
    hall.until(lambda: hall.state is state)
    if printer_words.needs_strip(state):
        assert hall.window.strip.isVisible()
        assert printer_words.remedy(state) in hall.window.strip.accessibleName()
        assert "Check-in goes on" in hall.window.strip.accessibleName()
    else:
        assert not hall.window.strip.isVisible()


def ends(hall: Hall, fault: str, verdict: Verdict) -> None:
    """What becomes of the badge, while the fault lasts and afterwards."""
    if fault in WAITS:
        hall.until_badge(verdict, BadgeState.WAITING)
        assert verdict.badge_job not in hall.printer.labels
        hall.heal()
        hall.until_badge(verdict, BadgeState.PRINTED)
        assert hall.printer.labels.count(verdict.badge_job) == 1
    elif fault == "slow":
        hall.printer.finish()
        hall.until_badge(verdict, BadgeState.PRINTED)
    elif fault == "unplugged":
        hall.until_badge(verdict, BadgeState.UNSURE)
        hall.window.turn_queue()
        # Visibly so, and never repeated unasked.
        hall.until(
            lambda: (
                (verdict.badge_job, BadgeState.UNSURE)
                in [(one.job, one.state) for one in hall.window.printers.lines]
            )
        )
        hall.window.turn_queue()
    else:
        hall.until_badge(verdict, BadgeState.PRINTED)


@pytest.mark.parametrize("fault", FAULTS)
def test_before_the_check_in(hall: Hall, fault: str) -> None:
    break_it, state = FAULTS[fault]
    break_it(hall.printer)
    hall.queue.tick()
    verdict = hall.check_in()
    if fault == "slow":
        hall.until_badge(verdict, BadgeState.PRINTING)
        hall.now_s += 60
    told(hall, state)
    stands(hall, verdict)
    ends(hall, fault, verdict)


@pytest.mark.parametrize("fault", FAULTS)
def test_between_commit_and_print(hall: Hall, fault: str) -> None:
    break_it, state = FAULTS[fault]
    verdict = hall.check_in(meanwhile=lambda: break_it(hall.printer))
    if fault == "slow":
        hall.until_badge(verdict, BadgeState.PRINTING)
        hall.now_s += 60
    told(hall, state)
    stands(hall, verdict)
    ends(hall, fault, verdict)


@pytest.mark.parametrize("fault", FAULTS)
def test_in_mid_print(hall: Hall, fault: str) -> None:
    break_it, state = FAULTS[fault]
    hall.printer.is_slow = True
    verdict = hall.check_in()
    hall.until(lambda: verdict.badge_job in hall.printer.held)
    if fault == "unplugged":  # the cable is out, and what it held is lost with it
        hall.printer.held.clear()
        sick(PrinterState.OFFLINE)(hall.printer)
    elif fault != "lying":
        break_it(hall.printer)
    hall.now_s += 60
    # A printer out of reach may still be printing: until patience ends it is only told as away.
    told(hall, PrinterState.SLOW if fault == "lying" else state)
    stands(hall, verdict)
    other = hall.check_in()
    stands(hall, other)
    assert hall.badge(other) is BadgeState.WAITING
    if fault == "unplugged":
        hall.now_s += 60
        hall.until_badge(verdict, BadgeState.UNSURE)
    else:
        hall.heal()
        hall.until_badge(verdict, BadgeState.PRINTED)
        assert hall.printer.labels.count(verdict.badge_job) == 1
    hall.heal()
    hall.until_badge(other, BadgeState.PRINTED)


@pytest.mark.parametrize("fault", FAULTS)
def test_after_it(hall: Hall, fault: str) -> None:
    break_it, state = FAULTS[fault]
    verdict = hall.check_in()
    hall.until_badge(verdict, BadgeState.PRINTED)
    hall.until(lambda: not hall.queue.is_busy)
    break_it(hall.printer)
    hall.queue.tick()
    if fault in WAITS:
        told(hall, state)
    stands(hall, verdict)
    assert hall.badge(verdict) is BadgeState.PRINTED
    assert hall.printer.labels.count(verdict.badge_job) == 1
    stands(hall, hall.check_in())


def test_a_badge_that_never_came_out_is_printed_again_in_three_keys(hall: Hall) -> None:
    """A printer that lies is not found out: F6, the reason and Enter print one more."""
    hall.printer.lies = True
    verdict = hall.check_in()
    hall.until_badge(verdict, BadgeState.PRINTED)
    assert verdict.badge_job not in hall.printer.labels
    hall.printer.lies = False
    hall.until(hall.window.reception.can_print_again)
    before = len(hall.printer.labels)
    for key in (Qt.Key.Key_F6, Qt.Key.Key_2, Qt.Key.Key_Return):
        QTest.keyClick(hall.window.focusWidget() or hall.window, key)
    hall.until(lambda: len(hall.printer.labels) == before + 1)


def test_a_job_that_never_ends_is_taken_back_and_no_success(hall: Hall) -> None:
    hall.printer.is_slow, hall.printer.gives_up_as = True, Fate.FAILED
    verdict = hall.check_in()
    hall.until(lambda: verdict.badge_job in hall.printer.held)
    hall.now_s += 100
    hall.until_badge(verdict, BadgeState.FAILED)
    hall.printer.gives_up_as = Fate.UNSURE


def test_a_cable_that_broke_is_asked_for_what_became_of_the_badge(hall: Hall) -> None:
    """Where the printer keeps a list, the badge is known to be out, or never to have come."""
    hall.printer.is_cut, hall.printer.find_as = True, Fate.DONE
    hall.until_badge(hall.check_in(), BadgeState.PRINTED)
    hall.printer.find_as = Fate.NEVER
    verdict = hall.check_in()
    # Asked again and again: it may still arrive.
    hall.until(lambda: hall.printer.found.count(verdict.badge_job) > 3)
    assert hall.badge(verdict) is BadgeState.PRINTING
    hall.printer.is_cut = False
    hall.printer.labels.remove(verdict.badge_job)
    hall.now_s += badge_station.ARRIVES_S
    hall.until(lambda: not hall.queue.is_busy)
    hall.heal()
    hall.until_badge(verdict, BadgeState.PRINTED)
    assert hall.printer.labels.count(verdict.badge_job) == 1
    hall.printer.find_as = Fate.UNSURE


def test_staff_take_back_a_badge_that_is_under_way(hall: Hall) -> None:
    hall.printer.is_slow, hall.printer.gives_up_as = True, Fate.FAILED
    verdict = hall.check_in()
    hall.until(lambda: verdict.badge_job in hall.printer.held)
    hall.until(hall.queue.stations["fake"]._following.isActive)
    hall.queue.give_up(verdict.badge_job)
    hall.until_badge(verdict, BadgeState.NONE)
    hall.printer.gives_up_as = Fate.UNSURE
