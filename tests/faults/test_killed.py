"""Programs that are killed, and programs that all want the same thing at once."""

from __future__ import annotations

import csv
import json
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes import count, event_text, open_test_desk, person, session_text, token

from kiosk.services.open_desk import open_desk
from kiosk.storage import journal
from kiosk.storage.store import Store

KILLS = 20
GATE = [sys.executable, "-m", "kiosk", "scan", "--json", "--data"]


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    """Give a data folder with one session that runs today and may be entered without end."""
    text = event_text(
        session_text(
            entry="unlimited",
            starts_at="2020-01-01T00:00:00",
            ends_at="2099-01-01T00:00:00",
        )
    )
    open_test_desk(tmp_path, [person(n) for n in range(1, 41)], text).close()
    return tmp_path / "data"


def entries(data: Path) -> list[str]:
    desk = open_desk(data)
    held = [one.id for one in journal.everything(desk.store.connection, desk.event_number)]
    assert desk.store.quick_check()
    desk.close()
    return held


def test_what_was_answered_before_a_kill_is_on_disk_exactly_once(
    data: Path, tmp_path: Path
) -> None:
    draw = random.Random(20_260_326)
    scans = tmp_path / "scans.txt"
    scans.write_text("".join(token(draw.randrange(1, 41)) + "\n" for _ in range(5_000)))
    acknowledged: list[str] = []
    for _ in range(KILLS):
        with (
            scans.open("rb") as lines,
            subprocess.Popen([*GATE, str(data)], stdin=lines, stdout=subprocess.PIPE) as gate,
        ):
            assert gate.stdout is not None
            answers = [gate.stdout.readline() for _ in range(draw.randrange(1, 60))]
            time.sleep(draw.random() * 0.004)
            gate.kill()
            # A line without its end was cut off in the middle and acknowledges nothing.
            answers += [one for one in gate.stdout if one.endswith(b"\n")]
            acknowledged += [json.loads(one)["entry"] for one in answers]
        assert gate.returncode == -signal.SIGKILL
    held = Counter(entries(data))
    assert None not in acknowledged
    assert len(acknowledged) >= KILLS
    assert {held[one] for one in acknowledged} == {1}
    # A kill may fall between the commit and its answer, once each time.
    assert sum(held.values()) - len(acknowledged) <= KILLS


def test_an_import_killed_half_way_leaves_nothing(data: Path, tmp_path: Path) -> None:
    roster = tmp_path / "roster.csv"
    with roster.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [("성명", "소속"), *((f"새사람{n}", f"기관{n}") for n in range(30_000))]
        )
    log = data / "kiosk.db-wal"
    before, killed = len(people(data)), 0
    for _ in range(3):
        with subprocess.Popen(
            [sys.executable, "-m", "kiosk", "roster", "import", str(roster), "--data", str(data)],
            stdout=subprocess.DEVNULL,
        ) as importing:
            # The write has begun once the log exists; the kill falls at some moment after it.
            while importing.poll() is None and not log.exists():
                time.sleep(0.001)
            time.sleep(0.05)
            if importing.poll() is None:
                importing.kill()
                killed += 1
        found = len(people(data))
        assert found in (before, before + 30_000)
        if found > before:
            break
    assert killed


def people(data: Path) -> list[str]:
    store = Store.open(data / "kiosk.db")
    rows = store.connection.execute(
        "SELECT r.id FROM registration r JOIN ticket t ON t.registration = r.number"
    ).fetchall()
    registrations = store.connection.execute("SELECT count(*) FROM registration").fetchone()[0]
    assert store.quick_check()
    store.close()
    assert len(rows) == registrations
    return [row[0] for row in rows]


def at_once(commands: list[list[str]], line: str) -> list[dict[str, object]]:
    """Run programs side by side and return what each answered."""
    running = [
        subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            text=True,
        )
        for command in commands
    ]  # fmt: skip
    told = []
    for one in running:
        assert one.stdin is not None
        one.stdin.write(line)
        one.stdin.flush()
    for one in running:
        output, errors = one.communicate()
        assert one.returncode == 0, output + errors
        told += [json.loads(answer) for answer in output.splitlines()]
    return told


def test_of_eight_gates_one_admits(tmp_path: Path) -> None:
    text = event_text(
        session_text(starts_at="2020-01-01T00:00:00", ends_at="2099-01-01T00:00:00", capacity=1)
    )
    desk = open_test_desk(tmp_path, [person(n) for n in range(1, 4)], text)
    told = at_once([[*GATE, str(tmp_path / "data")]] * 8, f"{token(1)}\n{token(2)}\n")
    reasons = Counter(str(one["reason"]) for one in told)
    assert reasons["OK"] == 1
    assert reasons["FULL"] == 8
    assert reasons["ALREADY_IN"] == 7
    assert count(desk, "entry") == count(desk, "outbox") == 1
    desk.close()


def test_eight_programs_may_make_one_store(tmp_path: Path) -> None:
    file = tmp_path / "event.toml"
    file.write_text(event_text(), encoding="utf-8")
    apply = [sys.executable, "-m", "kiosk", "event", "apply", str(file), "--json", "--data"]
    told = at_once([[*apply, str(tmp_path / "new")]] * 8, "")
    assert len(told) == 8
    assert any(one["created"] for one in told)
    desk = open_desk(tmp_path / "new")
    assert (count(desk, "desk"), count(desk, "event")) == (1, 1)
    desk.close()
