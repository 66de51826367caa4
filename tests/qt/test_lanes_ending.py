"""Lanes under load: the GUI turns on, nothing is held too long, and an end that loses nothing."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer

from kiosk.lanes import Lanes

TURNS = 50


@pytest.fixture
def lanes(qapp: object) -> Iterator[Lanes]:
    made = Lanes()
    yield made
    made.close(wait_s=5)


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
        begun, recorded = threading.Event(), threading.Event()

        def print_badge() -> None:
            begun.set()
            # Every opportunity for the other lane to be too early.
            did.append("too early" if recorded.wait(0.2) else "printed")

        def record() -> None:
            recorded.set()
            did.append("recorded")

        lanes.run("desk", lambda: None)
        lanes.run("print", print_badge)
        assert begun.wait(30)
        lanes.close(last={"desk": record})
        assert did == ["printed", "recorded"]

    def test_a_lane_that_hangs_does_not_keep_the_last_work_from_being_done(
        self, qapp: object
    ) -> None:
        lanes, did = Lanes(), []
        gate, hanging = threading.Event(), []

        def hang() -> None:
            hanging.append(threading.current_thread())
            gate.wait(60)

        lanes.run("desk", lambda: None)
        lanes.run("print", hang)
        lanes.close(last={"desk": lambda: did.append("closed")}, wait_s=0.05)
        assert did == ["closed"]
        gate.set()
        hanging[0].join()

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
