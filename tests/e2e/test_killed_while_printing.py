"""The program is killed between the commit and the paper: one entry, one label at most."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fakes import event_text, open_test_desk, person, session_text, token
from ipp_printers import PRINT, RealPrinter, bus, lacking, real_printer
from pytestqt.qtbot import QtBot

from kiosk import badge_station
from kiosk.app import Program
from kiosk.services import badges
from kiosk.services.badges import BadgeState
from kiosk.services.open_desk import open_desk
from kiosk.storage import journal, settings

# The program as it is, but for one step that tells of itself and then never ends.
CHILD = """
import sys, time
from pathlib import Path
from kiosk.app import Program
from kiosk.application import application
from kiosk.devices.printers.folder import FolderPrinter
from kiosk.devices.printers.ipp import IppPrinter
from kiosk.services import badges

folder, ticket, where = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
Kind = IppPrinter if sys.argv[4] == "ipp" else FolderPrinter
printed = Kind.print_badge

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
    Kind.print_badge = before_the_printer
else:
    Kind.print_badge = after_the_printer

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
    desk.close()
    use(tmp_path / "data", f"folder:{tmp_path / 'printed'}")
    return tmp_path / "data"


def use(data: Path, printer: str) -> None:
    """Have the desk print on a printer."""
    desk = open_desk(data)
    told = replace(desk.settings, printer=printer)
    desk.store.write(lambda connection: settings.save(connection, told))
    desk.close()


def kill_when_stuck(data: Path, where: str, kind: str = "folder") -> str:
    """Run the program until its badge is stuck, kill it, and return the entry it showed."""
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, str(data), token(1), where, kind],
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


def start_again(data: Path, qtbot: QtBot) -> Program:
    program = Program(data, None, ["desk"])
    with qtbot.waitSignal(program.opened):
        program.start()
    return program


@pytest.mark.parametrize(
    ("where", "left", "found", "labels"),
    [
        # Nothing of it had left for the printer: it is printed after the restart, once.
        ("before the claim", BadgeState.WAITING, BadgeState.PRINTED, 1),
        # It may have come out: it is printed again only when somebody asks.
        ("before the printer", BadgeState.PRINTING, BadgeState.UNSURE, 0),
        # Its page is there: it came out.
        ("after the printer", BadgeState.PRINTING, BadgeState.PRINTED, 1),
    ],
)
def test_a_killed_program_keeps_the_entry_and_prints_no_second_label(
    data: Path, qtbot: QtBot, where: str, left: BadgeState, found: BadgeState, labels: int
) -> None:
    entry = kill_when_stuck(data, where)
    assert state(data) == ([entry], left)
    program = start_again(data, qtbot)
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


@pytest.mark.skipif(bool(lacking()), reason=lacking() or "there")
class TestRealPrinter:
    """A real IPP printer is asked by the job's name what became of the badge."""

    @pytest.fixture
    def machine(self, data: Path, tmp_path: Path) -> Iterator[RealPrinter]:
        conf = Path(__file__).parents[1] / "data" / "label_printer.conf"
        with bus() as env, real_printer(tmp_path / "machine", env, "-a", str(conf)) as made:
            use(data, made.address)
            yield made

    def test_a_badge_that_had_not_left_is_printed_once(
        self, data: Path, machine: RealPrinter, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        entry = kill_when_stuck(data, "before the printer", "ipp")
        assert (state(data), machine.printed()) == (([entry], BadgeState.PRINTING), [])
        # Nothing is on its way any more: that it never came is believed at once.
        monkeypatch.setattr(badge_station, "ARRIVES_S", 0)
        program = start_again(data, qtbot)
        qtbot.waitUntil(lambda: state(data)[1] is BadgeState.PRINTED, timeout=15_000)
        program.close()
        assert len(machine.printed()) == 1

    def test_a_badge_that_is_out_is_known_to_be_out(
        self, data: Path, machine: RealPrinter, qtbot: QtBot
    ) -> None:
        entry = kill_when_stuck(data, "after the printer", "ipp")
        assert state(data) == ([entry], BadgeState.PRINTING)
        program = start_again(data, qtbot)
        qtbot.waitUntil(lambda: state(data)[1] is BadgeState.PRINTED, timeout=15_000)
        program.close()
        assert len(machine.printed()) == 1

    def test_a_badge_in_the_middle_is_followed_to_its_end(
        self, data: Path, machine: RealPrinter, qtbot: QtBot
    ) -> None:
        go_on = machine.spool / "go-on"
        copy = PRINT.format(spool=machine.spool)
        machine.behave(f'while [ ! -e "{go_on}" ]; do sleep 0.05; done\n{copy}')
        kill_when_stuck(data, "after the printer", "ipp")
        program = start_again(data, qtbot)
        qtbot.waitUntil(lambda: program.windows[0].printers.told is not None, timeout=15_000)
        assert (state(data)[1], machine.printed()) == (BadgeState.PRINTING, [])
        go_on.touch()
        qtbot.waitUntil(lambda: state(data)[1] is BadgeState.PRINTED, timeout=15_000)
        program.close()
        assert len(machine.printed()) == 1
