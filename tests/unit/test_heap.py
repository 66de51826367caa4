"""The heap under a long day: large buffers go back to the system, whatever came before them."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

from kiosk import heap

# Buffers of a badge's size, each with a small object behind it that stays, on threads in turn.
_DAY = """
import sys, threading
from pathlib import Path
from kiosk import heap
if sys.argv[1] == "steady":
    assert heap.steady()
kept, sizes = [], [200_000 + 40_000 * one for one in range(20)]
def work():
    for size in sizes:
        held = [bytearray(size + extra) for extra in range(0, 60_000, 7_000)]
        kept.append(bytearray(300))
        del held
for _ in range(4):
    lane = threading.Thread(target=work)
    lane.start()
    lane.join()
status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
print(int(status["VmRSS"].split()[0]))
"""


def resident_kib(how: str) -> int:
    done = subprocess.run(
        [sys.executable, "-c", _DAY, how], capture_output=True, text=True, check=True
    )
    return int(done.stdout)


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc has these sizes")
def test_buffers_that_are_gone_leave_less_behind() -> None:
    assert resident_kib("steady") < resident_kib("as it comes")


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_elsewhere_nothing_is_done(monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert not heap.steady()


def test_a_c_library_without_it_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(heap.ctypes, "CDLL", lambda _: object())
    assert not heap.steady()
