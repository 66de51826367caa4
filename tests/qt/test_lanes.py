"""Lanes: answers land on the GUI thread, in order, and only where somebody still wants them."""

from __future__ import annotations

import logging
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from kiosk.lanes import Lanes


@pytest.fixture
def lanes(qtbot: QtBot) -> Iterator[Lanes]:
    made = Lanes()
    yield made
    made.close()


def test_an_answer_lands_on_the_gui_thread(lanes: Lanes, qtbot: QtBot) -> None:
    told: list[tuple[str, QThread]] = []
    lanes.run(
        "desk",
        lambda: threading.current_thread().name,
        done=lambda name: told.append((name, QThread.currentThread())),
    )
    qtbot.waitUntil(lambda: len(told) == 1)
    assert told == [("lane-desk", lanes.thread())]


def test_work_of_one_lane_runs_in_order_on_one_thread(lanes: Lanes, qtbot: QtBot) -> None:
    threads: set[int] = set()
    told: list[int] = []

    def work(number: int) -> int:
        threads.add(threading.get_ident())
        return number

    for number in range(50):
        lanes.run("desk", work, number, done=told.append)
    qtbot.waitUntil(lambda: len(told) == 50)
    assert told == list(range(50))
    assert len(threads) == 1
    assert threads != {threading.get_ident()}


def test_one_lane_does_not_hold_up_another(lanes: Lanes, qtbot: QtBot) -> None:
    let_go, told = threading.Event(), list[str]()
    lanes.run("print", let_go.wait, done=lambda _: told.append("print"))
    lanes.run("desk", lambda: "desk", done=told.append)
    qtbot.waitUntil(lambda: told == ["desk"])
    let_go.set()
    qtbot.waitUntil(lambda: told == ["desk", "print"])


def test_a_failure_goes_to_who_asked_and_the_lane_works_on(lanes: Lanes, qtbot: QtBot) -> None:
    failures: list[Exception] = []
    told: list[object] = []
    lanes.run("desk", lambda: 1 // 0, done=told.append, failed=failures.append)
    lanes.run("desk", lambda: "next", done=told.append)
    qtbot.waitUntil(lambda: told == ["next"])
    assert [type(failure) for failure in failures] == [ZeroDivisionError]


class Picture:
    """Something large that work was done with."""


def test_what_failing_work_was_done_with_is_free_at_once(lanes: Lanes, qtbot: QtBot) -> None:
    """The collector is off in these tests, as it is between two looks of the program's own."""
    held: list[weakref.ref[Picture]] = []
    failures: list[str] = []

    def work() -> None:
        picture = Picture()
        held.append(weakref.ref(picture))
        raise ValueError("no paper")

    lanes.run("print", work, failed=lambda error: failures.append(str(error)))
    qtbot.waitUntil(lambda: failures == ["no paper"])
    lanes.run("print", lambda: None, done=lambda _: failures.append("next"))
    qtbot.waitUntil(lambda: failures == ["no paper", "next"])
    assert held[0]() is None


@pytest.mark.logs_errors
def test_a_failure_that_nobody_takes_is_logged(
    lanes: Lanes, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR, logger="kiosk.lanes"):
        lanes.run("desk", lambda: 1 // 0)
        qtbot.waitUntil(lambda: len(caplog.records) == 1)
    assert caplog.records[0].exc_info is not None


def test_an_answer_whose_owner_is_gone_is_dropped(lanes: Lanes, qtbot: QtBot) -> None:
    owner, told, let_go = QObject(), list[str](), threading.Event()
    lanes.run("desk", let_go.wait, done=lambda _: told.append("gone"), owner=owner)
    owner.deleteLater()
    qtbot.waitUntil(lambda: not _is_alive(owner))
    let_go.set()
    lanes.run("desk", lambda: None, done=lambda _: told.append("later"))
    qtbot.waitUntil(lambda: told == ["later"])


def _is_alive(owner: QObject) -> bool:
    try:
        owner.objectName()
    except RuntimeError:
        return False
    return True


def test_closing_finishes_what_a_lane_holds_and_its_last_work(qtbot: QtBot) -> None:
    lanes, done = Lanes(), list[str]()
    for number in range(5):
        lanes.run("desk", done.append, f"work {number}", done=lambda _: done.append("answer"))
    lanes.run("print", done.append, "printed")
    lanes.close(last={"desk": lambda: done.append("last")})
    assert done[-1] == "last"
    assert set(done) == {"last", "printed", *(f"work {number}" for number in range(5))}
    lanes.run("desk", done.append, "after")
    assert done[-1] == "last"


def test_a_lane_that_hangs_does_not_keep_the_program_open(qtbot: QtBot) -> None:
    lanes, let_go = Lanes(), threading.Event()
    lanes.run("print", let_go.wait)
    lanes.close(wait_s=0.05)
    hanging = [thread for thread in threading.enumerate() if thread.name == "lane-print"]
    assert len(hanging) == 1
    assert hanging[0].daemon
    let_go.set()
    hanging[0].join()
