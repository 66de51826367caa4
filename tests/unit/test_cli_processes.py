"""The command line as real programs: no Qt where no window opens, and never a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from fakes import event_text, open_test_desk, person, session_text, token

# Runs a command and tells which modules of Qt, and which slow ones, came with it.
WATCH = """
import sys
from kiosk.__main__ import main as run_command
sys.argv = ["kiosk", *sys.argv[1:]]
try:
    run_command()
finally:
    slow = {"PySide6", "shiboken6", "numpy", "openpyxl", "sqlite_utils", "hangulpy"}
    held = {name.partition(".")[0] for name in sys.modules} & slow
    sys.stderr.write("MODULES " + " ".join(sorted(held)) + "\\n")
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    text = event_text(session_text(starts_at="2020-01-01T00:00:00", ends_at="2099-01-01T00:00:00"))
    open_test_desk(tmp_path, [person(1), person(2)], text).close()
    return tmp_path / "data"


def run(
    data: Path, *words: str | bytes, text: bytes = b"", program: Sequence[str] = ("-m", "kiosk")
) -> subprocess.CompletedProcess[bytes]:
    done = subprocess.run(
        [sys.executable, *program, *words],
        input=text, capture_output=True, check=False, cwd=data.parent,
        env={**os.environ, "KIOSK_DATA": str(data), "PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    assert b"Traceback" not in done.stdout + done.stderr, done.stderr.decode()
    return done


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["--version"],
        ["scan", "--json"],
        ["find", "가상"],
        ["find", "가상언1"],
        ["event", "show", "--json"],
        ["event", "list"],
        ["roster", "import", "roster.csv"],
        ["export", "attendance", "--format", "csv", "--out", "a.csv"],
        ["export", "attendance", "--format", "xlsx", "--out", "a.xlsx"],
        ["tickets", "--out", "codes"],
        ["badge", "r1", "--out", "badge.png"],
    ],
)
def test_a_command_without_a_window_imports_no_qt(data: Path, words: list[str]) -> None:
    (data.parent / "roster.csv").write_text("성명,소속\n다상인,예시\n", encoding="utf-8")
    done = run(data, *words, text=token(1).encode() + b"\n", program=("-c", WATCH))
    assert done.returncode == 0, done.stderr.decode()
    (told,) = [line for line in done.stderr.decode().splitlines() if line.startswith("MODULES")]
    assert told.split()[1:] == []


def test_a_whole_pass_through_real_programs(data: Path) -> None:
    given = f"{token(1)}\n{token(1).lower()}\r\n\n".encode()
    done = run(data, "scan", "--json", text=given)
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["reason"] for one in told] == ["OK", "ALREADY_IN", "UNREADABLE"]
    assert done.returncode == 0
    found = json.loads(run(data, "find", "가상인1", "--json").stdout)
    assert found[0]["presence"] == "in"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["find", b"\xff\xfe"], 0),
        (["find", "--event", b"\xff", "x"], 2),
        (["void", b"\xff", "--reason", "x"], 2),
        (["badge", b"\xff", "--out", "x.png"], 2),
        (["export", b"\xff", "--out", "x.csv"], 2),
        (["event", "apply", b"\xff.toml"], 1),
        (["roster", "import", b"\xff.csv"], 1),
        (["scan", "--session", b"\xff"], 2),
        (["export", "journal", "--format", "csv", "--out", "y.csv", "--purpose", b"\xff"], 2),
        (["event", "list", "--data", b"/dev/null"], 1),
        (["event", "list", "--data", b"/dev/null/x"], 1),
        (["event", "apply", "/dev/zero"], 1),
    ],
)
def test_arguments_that_are_no_text_are_worded(
    data: Path, words: list[str | bytes], status: int
) -> None:
    for more in ([], ["--json"]):
        done = run(data, *words, *more)
        assert done.returncode == status, (done.stdout, done.stderr)
        if more:
            told = json.loads(done.stdout or "{}")
            assert status == 0 or told.get("error") != "UNEXPECTED"
        assert (status == 2) == done.stderr.startswith(b"Usage:")


def test_a_reader_that_goes_away_ends_a_gate_quietly(data: Path) -> None:
    scans = data.parent / "scans.txt"
    scans.write_text(f"{token(1)}\n" * 5_000)
    with (
        scans.open("rb") as lines,
        subprocess.Popen(
            [sys.executable, "-m", "kiosk", "scan", "--data", str(data)],
            stdin=lines, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        ) as gate,
    ):  # fmt: skip
        assert gate.stdout is not None
        assert gate.stderr is not None
        assert gate.stdout.readline()
        gate.stdout.close()
        assert gate.stderr.read() == b""
        assert gate.wait() == 1


def test_the_locale_of_the_machine_does_not_matter(data: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "find", "가상인1", "--data", str(data)],
        capture_output=True, check=False,
        env={**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0",
             "PYTHONCOERCECLOCALE": "0"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "가상인1" in done.stdout.decode("utf-8")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is a display")
def test_without_a_display_the_program_says_so(data: Path) -> None:
    bare = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "run", "--data", str(data)],
        capture_output=True, text=True, check=False, env=bare,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1


def test_the_log_holds_ids_and_no_names(data: Path) -> None:
    run(data, "scan", text=token(1).encode() + b"\n" + b"\x1b[2J\n")
    run(data, "void", "x", "--reason", "가상인1")
    log = data / "logs" / "kiosk.log"
    told = log.read_text("utf-8") if log.exists() else ""
    for secret in ("가상인", token(1), "예시연구소", "\x1b"):
        assert secret not in told
