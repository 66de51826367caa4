"""Lanes: in order, one at a time, answers on the GUI thread, and an end that waits for the work."""

from __future__ import annotations

import gc
import logging
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer

from kiosk.lanes import Lanes

TURNS = 50


@pytest.fixture
def lanes(qapp: object) -> Iterator[Lanes]:
    made = Lanes()
    yield made
    made.close(wait_s=5)


def test_work_runs_elsewhere_and_its_answer_lands_here(lanes: Lanes, qtbot) -> None:
    ran: list[threading.Thread] = []
    heard: list[tuple[object, threading.Thread]] = []
    lanes.run(
        "desk",
        lambda first, second: (ran.append(threading.current_thread()), first + second)[1],
        20,
        22,
        done=lambda value: heard.append((value, threading.current_thread())),
    )
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [(42, threading.main_thread())]
    assert ran[0].name == "lane-desk"


def test_one_lane_keeps_the_order_and_never_does_two_things_at_once(lanes: Lanes, qtbot) -> None:
    inside = threading.Lock()
    heard: list[int] = []

    def work(number: int) -> int:
        assert inside.acquire(blocking=False), "two pieces of work at once"
        inside.release()
        return number

    for number in range(500):
        lanes.run("desk", work, number, done=heard.append)
    qtbot.waitUntil(lambda: len(heard) == 500)
    assert heard == list(range(500))


def test_lanes_do_not_wait_for_each_other(lanes: Lanes, qtbot) -> None:
    gate, heard = threading.Event(), []
    lanes.run("print", gate.wait, 30, done=lambda _: heard.append("print"))
    lanes.run("desk", lambda: None, done=lambda _: heard.append("desk"))
    qtbot.waitUntil(lambda: heard == ["desk"])
    gate.set()
    qtbot.waitUntil(lambda: heard == ["desk", "print"])


def test_the_gui_keeps_turning_while_every_lane_is_blocked(lanes: Lanes, qtbot) -> None:
    gate, done = threading.Event(), []
    for name in ("desk", "print", "decode", "draw"):
        lanes.run(name, gate.wait, 30, done=done.append)
    turns = []
    beat = QTimer(interval=0)
    beat.timeout.connect(lambda: turns.append(len(done)))
    beat.start()
    qtbot.waitUntil(lambda: len(turns) >= TURNS)
    beat.stop()
    assert set(turns) == {0}, "the lanes were blocked all the while"
    gate.set()
    qtbot.waitUntil(lambda: len(done) == 4)


def test_a_failure_is_handed_to_whoever_asked(lanes: Lanes, qtbot) -> None:
    heard: list[Exception] = []
    lanes.run("desk", lambda: 1 / 0, done=lambda _: heard.clear(), failed=heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(heard[0], ZeroDivisionError)


@pytest.mark.logs_errors
def test_a_failure_that_nobody_takes_is_logged(lanes: Lanes, qtbot, caplog) -> None:
    with caplog.at_level(logging.ERROR, "kiosk.lanes"):
        lanes.run("desk", lambda: 1 / 0)
        qtbot.waitUntil(lambda: bool(caplog.records))
    assert "ZeroDivisionError" in caplog.text


def test_a_lane_goes_on_after_a_failure(lanes: Lanes, qtbot) -> None:
    heard: list[object] = []
    lanes.run("desk", lambda: 1 / 0, failed=lambda error: heard.append(type(error)))
    lanes.run("desk", lambda: "next", done=heard.append)
    qtbot.waitUntil(lambda: heard == [ZeroDivisionError, "next"])


def test_an_answer_whose_owner_is_gone_is_dropped(lanes: Lanes, qtbot) -> None:
    owner, heard = QObject(), []
    gate = threading.Event()
    lanes.run("desk", gate.wait, 30, done=lambda _: heard.append("late"), owner=owner)
    owner.deleteLater()
    qtbot.waitSignal(owner.destroyed).wait()
    gate.set()
    lanes.run("desk", lambda: None, done=lambda _: heard.append("next"))
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["next"]


def test_a_lane_at_rest_holds_nothing_that_it_was_given(lanes: Lanes, qtbot) -> None:
    """A window whose last reference a lane held would be freed on that lane's thread."""

    class Asker:
        def __init__(self) -> None:
            self.heard = False

        def take(self, _: object) -> None:
            self.heard = True

    askers = [Asker()]
    held = weakref.ref(askers[0])
    lanes.run("draw", lambda: None, done=askers[0].take)
    qtbot.waitUntil(lambda: askers[0].heard)
    askers.clear()
    gc.collect()
    qtbot.waitUntil(lambda: held() is None)


class TestClosing:
    def test_what_was_given_is_finished_and_the_last_work_comes_last(self, qapp: object) -> None:
        lanes, did = Lanes(), []
        gate = threading.Event()
        lanes.run("desk", gate.wait, 30)
        for number in range(3):
            lanes.run("desk", did.append, number)
        gate.set()
        lanes.close(last={"desk": lambda: did.append("closed")})
        assert did == [0, 1, 2, "closed"]

    def test_last_work_sees_what_the_other_lanes_came_to(self, qapp: object) -> None:
        lanes, did = Lanes(), []
        gate, begun = threading.Event(), threading.Event()

        def print_badge() -> None:
            begun.set()
            gate.wait(30)
            did.append("printed")

        lanes.run("desk", lambda: None)
        lanes.run("print", print_badge)
        assert begun.wait(30)
        threading.Timer(0, gate.set).start()
        lanes.close(last={"desk": lambda: did.append("recorded")})
        assert did == ["printed", "recorded"]

    def test_a_lane_that_hangs_does_not_keep_the_last_work_from_being_done(
        self, qapp: object
    ) -> None:
        lanes, did = Lanes(), []
        gate = threading.Event()
        lanes.run("desk", lambda: None)
        lanes.run("print", gate.wait, 60)
        lanes.close(last={"desk": lambda: did.append("closed")}, wait_s=0.05)
        assert did == ["closed"]
        gate.set()

    def test_nothing_is_delivered_and_nothing_taken_any_more(self, qtbot) -> None:
        lanes, heard = Lanes(), []
        lanes.run("desk", lambda: 1, done=heard.append)
        lanes.close()
        lanes.run("desk", lambda: 2, done=heard.append)
        turned = []
        QTimer.singleShot(0, lambda: turned.append(True))
        qtbot.waitUntil(lambda: bool(turned))
        assert heard == []

    def test_closing_twice_or_without_any_lane_is_nothing(self, qapp: object) -> None:
        lanes = Lanes()
        lanes.close(last={"desk": lambda: pytest.fail("there was no such lane")})
        lanes.close()
