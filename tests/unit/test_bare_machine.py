"""The tests themselves on a machine without Qt's libraries: they start, and say what is missing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from bare_machine import FAKED

ROOT = Path(__file__).resolve().parents[2]
WITH_QT = """
import PySide6.QtCore

def test_window(qtbot):
    raise AssertionError
"""
LAZY = """
def test_without():
    assert True

def test_lazy():
    import PySide6.QtCore
    raise AssertionError
"""


def test_what_needs_qt_is_skipped_by_name_and_the_rest_runs(tmp_path: Path) -> None:
    for source in ("pyproject.toml", "tests/conftest.py", "tests/bare_machine.py"):
        copy = tmp_path / source
        copy.parent.mkdir(exist_ok=True)
        copy.write_text((ROOT / source).read_text("utf-8"), encoding="utf-8")
    (tmp_path / "tests" / "test_with_qt.py").write_text(WITH_QT)
    (tmp_path / "tests" / "test_lazy.py").write_text(LAZY)
    environment = {**os.environ, FAKED: "libgl1 libegl1", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 passed, 2 skipped" in done.stdout
    assert "apt-get install --no-install-recommends libgl1 libegl1" in done.stdout
