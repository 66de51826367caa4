"""What touchscreens ask, over one real file: at the desk at once, and back at the touchscreen."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from fakes import open_test_desk, person
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain.request import DeskRequest, RequestKind, RequestState
from kiosk.lanes import Lanes
from kiosk.services import desk_requests
from kiosk.services.open_desk import OpenDesk, open_desk
from kiosk.ui.check_in_desk import CheckInDesk
from kiosk.ui.front_desk.window import FrontDeskWindow
from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.self_check_in.flow import State
from kiosk.ui.self_check_in.guide import Guide

HELP, CALL = RequestKind.HELP, RequestKind.CALL

ANOTHER_PROGRAM = """
import sys
from pathlib import Path
from kiosk.services import desk_requests
from kiosk.services.open_desk import open_desk

desk = open_desk(Path(sys.argv[1]))
for line in sys.stdin:
    kind, why, who = line.rstrip("\\n").split(",")
    one = desk_requests.raise_request(desk, kind, why, who)
    print(one.reference, flush=True)
desk.close()
"""


class Program:
    """One program on the file: its lanes, its open desk, and faces that share them."""

    def __init__(self, folder: Path, until: Callable[[Callable[[], bool]], None]) -> None:
        self.lanes, opened = Lanes(), list[OpenDesk]()
        self.lanes.run("desk", open_desk, folder, done=opened.append)
        until(lambda: bool(opened))
        self.open_desk = opened[0]

    def face(self) -> CheckInDesk:
        return CheckInDesk(self.lanes, self.open_desk)

    def close(self) -> None:
        self.lanes.close(last={"desk": self.open_desk.close, "draw": lambda: None})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    open_test_desk(tmp_path, [person(1), person(2)]).close()
    return tmp_path / "data"


@pytest.fixture
def program(folder: Path, qtbot: QtBot) -> Iterator[Program]:
    made = Program(folder, qtbot.waitUntil)
    yield made
    made.close()


@pytest.fixture
def window(program: Program, qtbot: QtBot) -> FrontDeskWindow:
    made = FrontDeskWindow(program.face(), clock=lambda: datetime.now().astimezone())
    qtbot.addWidget(made)
    made.set_language("en")
    made.show()
    return made


@pytest.fixture
def elsewhere(folder: Path) -> Iterator[OpenDesk]:
    with closing(open_desk(folder)) as made:
        yield made


def references(window: FrontDeskWindow) -> list[str]:
    return [one.request.reference for one in window.requests.shown]


def press_f8(window: FrontDeskWindow) -> None:
    window.requests._pressed_ms = 0  # as if some time had passed
    QTest.keyClick(window.column.field, Qt.Key.Key_F8)


def test_another_program_s_request_appears_by_itself(
    window: FrontDeskWindow, folder: Path, qtbot: QtBot
) -> None:
    calls: list[bool] = []
    window.called.connect(lambda: calls.append(True))
    with subprocess.Popen(
        [sys.executable, "-c", ANOTHER_PROGRAM, folder],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as other:  # fmt: skip
        assert other.stdin
        assert other.stdout
        for number, line in enumerate(("help,too-often,r2", "badge,BADGE,r1", "call,CALL,"), 1):
            print(line, file=other.stdin, flush=True)
            reference = other.stdout.readline().strip()
            qtbot.waitUntil(lambda shown=reference: shown in references(window))
            assert len(references(window)) == number
        other.stdin.close()
        assert other.wait(10) == 0
    assert references(window) == ["A-01", "B-01", "C-01"]
    assert [one.name for one in window.requests.shown] == ["가상인2", "가상인1", ""]
    assert len(calls) == 2


def test_what_is_asked_between_two_looks_is_missed_by_none(
    program: Program, elsewhere: OpenDesk, qtbot: QtBot
) -> None:
    """A face that has listed what is open, but not yet seen the file's number, learns of it."""
    face, listed, told = program.face(), list[object](), list[bool]()
    face.list_requests(listed.append)
    qtbot.waitUntil(lambda: bool(listed))
    desk_requests.raise_request(elsewhere, CALL, "CALL")
    face.requests_changed.connect(lambda: told.append(True))
    face._look_for_changes()
    qtbot.waitUntil(lambda: told == [True])


def test_a_file_nobody_writes_into_is_asked_for_nothing_but_its_number(
    program: Program, qtbot: QtBot
) -> None:
    face, told = program.face(), list[bool]()
    face.requests_changed.connect(lambda: told.append(True))
    for _ in range(3):
        face._look_for_changes()
        qtbot.waitUntil(lambda: not face._is_watching)
    assert told == [True]


def test_both_faces_of_one_program_see_each_other(
    window: FrontDeskWindow, program: Program, qtbot: QtBot
) -> None:
    touchscreen, raised = program.face(), list[DeskRequest]()
    touchscreen.raise_request(HELP, "UNKNOWN", "", raised.append)
    qtbot.waitUntil(lambda: references(window) == ["A-01"])
    press_f8(window)
    qtbot.waitUntil(lambda: window.requests.in_hand == raised[0].id)
    touchscreen.withdraw_request(raised[0].id)
    qtbot.waitUntil(lambda: references(window) == [])


def test_f8_takes_shows_the_person_and_ends_it_on_the_disk(
    window: FrontDeskWindow, elsewhere: OpenDesk, qtbot: QtBot
) -> None:
    one = desk_requests.raise_request(elsewhere, HELP, "too-often", "r2")
    qtbot.waitUntil(lambda: references(window) == ["A-01"])
    press_f8(window)
    qtbot.waitUntil(lambda: window.requests.in_hand == one.id)
    qtbot.waitUntil(lambda: window.reception.scene.sheet is not None)
    assert window.reception.scene.person.id == "r2"
    taken = desk_requests.find(elsewhere, one.id)
    assert (taken.state, taken.accepted_by) == (RequestState.ACCEPTED, "데스크 A")
    press_f8(window)
    qtbot.waitUntil(lambda: references(window) == [])
    assert desk_requests.find(elsewhere, one.id).state is RequestState.CLOSED


def test_two_desks_take_one_request_once(
    window: FrontDeskWindow, elsewhere: OpenDesk, qtbot: QtBot
) -> None:
    one = desk_requests.raise_request(elsewhere, CALL, "CALL")
    qtbot.waitUntil(lambda: references(window) == ["C-01"])
    desk_requests.accept(elsewhere, one.id, "데스크 B")
    press_f8(window)
    qtbot.waitUntil(lambda: bool(window.requests.shown[0].request.accepted_by))
    assert window.requests.shown[0].request.accepted_by == "데스크 B"
    assert window.requests.in_hand == ""


def test_who_waits_at_the_touchscreen_learns_that_somebody_comes(
    window: FrontDeskWindow, folder: Path, qtbot: QtBot
) -> None:
    other = Program(folder, qtbot.waitUntil)
    guide = Guide(other.face(), clock=lambda: 100.0)
    guide.act(Act.CALL)
    assert guide.state is State.CALLED
    qtbot.waitUntil(lambda: references(window) == ["C-01"])
    assert not guide.requests.is_accepted
    press_f8(window)
    qtbot.waitUntil(lambda: guide.requests.is_accepted)
    press_f8(window)
    qtbot.waitUntil(lambda: references(window) == [])
    qtbot.waitUntil(lambda: guide.requests._held.state is RequestState.CLOSED)
    assert guide.requests.is_accepted, "the desk has ended it, and the guest reads nothing older"
    guide.deleteLater()
    other.close()
