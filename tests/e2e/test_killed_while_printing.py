"""The program is killed between the commit and the paper: one entry, one label at most."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from fakes import event_text, open_test_desk, person, session_text, token
from pytestqt.qtbot import QtBot

from kiosk.app import Program
from kiosk.services import badges
from kiosk.services.badges import BadgeState
from kiosk.services.open_desk import open_desk
from kiosk.storage import journal, settings

# The program as it is, but for one step that tells of itself and then never ends.
CHILD = """
import sys, time
from pathlib import Path
from kiosk import badge_queue
from kiosk.app import Program, application
from kiosk.devices.printers.folder import FolderPrinter
from kiosk.services import badges

folder, ticket, where = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
printed = FolderPrinter.print_badge

def hang():
    print("stuck", flush=True)
    time.sleep(600)

def before_the_printer(*_):
    hang()

def after_the_printer(printer, *page):
    printed(printer, *page)
    hang()

def before_the_claim(*_):
    hang()

if where == "before the claim":
    badges.take_next = before_the_claim
elif where == "before the printer":
    FolderPrinter.print_badge = before_the_printer
else:
    FolderPrinter.print_badge = after_the_printer

app = application()
program = Program(folder, None, ["desk"])

def scan():
    program.windows[0].reception._desk.answered.connect(
        lambda verdict: print("green", verdict.entry, flush=True)
    )
    program.windows[0].take_scan(ticket)

program.opened.connect(scan)
program.start()
app.exec()
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Make a desk of one person, whose printer is a folder."""
    day = {"starts_at": "2020-01-01T00:00:00", "ends_at": "2099-01-01T00:00:00"}
    (tmp_path / "printed").mkdir()
    desk = open_test_desk(tmp_path, [person(1)], event_text(session_text(**day), event=day))
    told = replace(desk.settings, printer=f"folder:{tmp_path / 'printed'}")
    desk.store.write(lambda connection: settings.save(connection, told))
    desk.close()
    return tmp_path / "data"


def kill_when_stuck(data: Path, where: str) -> str:
    """Run the program until its badge is stuck, kill it, and return the entry it showed."""
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, str(data), token(1), where],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    ) as child:
        assert child.stdout is not None
        told = [child.stdout.readline().split() for _ in range(2)]
        child.send_signal(signal.SIGKILL)
        assert child.wait() == -signal.SIGKILL
    assert sorted(line[0] for line in told) == ["green", "stuck"], told
    return next(line[1] for line in told if line[0] == "green")


def state(data: Path) -> tuple[list[str], BadgeState]:
    """Return the entries and the badge's state, by a connection of its own."""
    desk = open_desk(data)
    held = journal.everything(desk.store.connection, desk.event_number)
    assert desk.store.quick_check()
    told = [one.id for one in held], badges.state(desk, "r1")
    desk.close()
    return told


@pytest.mark.parametrize(
    ("where", "left", "found", "labels"),
    [
        # Nothing of it had left for the printer: it is printed after the restart, once.
        ("before the claim", BadgeState.WAITING, BadgeState.PRINTED, 1),
        # It may have come out: it is printed again only when somebody asks.
        ("before the printer", BadgeState.PRINTING, BadgeState.UNSURE, 0),
        ("after the printer", BadgeState.PRINTING, BadgeState.UNSURE, 1),
    ],
)
def test_a_killed_program_keeps_the_entry_and_prints_no_second_label(
    data: Path, qtbot: QtBot, where: str, left: BadgeState, found: BadgeState, labels: int
) -> None:
    entry = kill_when_stuck(data, where)
    assert state(data) == ([entry], left)
    program = Program(data, None, ["desk"])
    with qtbot.waitSignal(program.opened):
        program.start()
    qtbot.waitUntil(lambda: state(data)[1] is found, timeout=10_000)
    window = program.windows[0]
    window.take_scan(token(1))
    # Staff see at the person what became of the badge.
    qtbot.waitUntil(lambda: window.reception.scene.sheet is not None)
    assert window.reception.scene.sheet.badge is found
    assert window.reception.can_print_again()
    window.close()
    program.close()
    pages = [path.name for path in (data.parent / "printed").iterdir()]
    assert pages == [f"{entry}.pdf"] * labels
    assert state(data) == ([entry], found)
