"""The first usable screen beside a bare QtWidgets window, each in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from kiosk.bench.timing import Row, row
from kiosk.domain.errors import KioskError
from kiosk.services import demo_event

_N = 11
_PEOPLE = 500

_BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget
app = QApplication([])
window = QWidget()
QLabel("ready", window)
window.resize(1366, 768)
window.show()
window.grab()
QTimer.singleShot(0, app.quit)
app.exec()
print("usable", flush=True)
"""

_OURS = """
import sys
from pathlib import Path
from kiosk.app import Program
from kiosk.application import application
app = application()
program = Program(Path(sys.argv[1]), None, [sys.argv[2]])
def usable():
    program.windows[0].grab()
    print("usable", flush=True)
    app.quit()
program.opened.connect(usable)
program.start()
app.exec()
program.close()
"""


def measure() -> list[Row]:
    """Time from starting the process to the painted window that takes a scan, for both faces."""
    if getattr(sys, "frozen", False):
        raise KioskError("BENCH_NEEDS_PYTHON", name="start")
    rows = []
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as name:
        folder = Path(name)
        demo_event.make_demo(folder, _PEOPLE, seed=7, with_tickets=False)
        for face in ("desk", "self"):
            ours_ms, floor_ms = [], []
            for turn in range(_N + 1):
                floor = _usable_ms(_BARE)
                ours = _usable_ms(_OURS, str(folder), face)
                if turn:
                    floor_ms.append(floor)
                    ours_ms.append(ours)
            rows.append(row(f"start {face}", ours_ms, floor_ms))
    return rows


def _usable_ms(program: str, *arguments: str) -> float:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    begun = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
    ) as process:
        assert process.stdout is not None  # noqa: S101 - it was asked for
        told = process.stdout.readline()
        taken_ms = (time.perf_counter() - begun) * 1000
        process.stdout.read()
    if told.strip() != b"usable":
        raise RuntimeError("the benchmark's window did not open")
    return taken_ms
