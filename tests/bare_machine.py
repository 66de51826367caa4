"""Running the tests on a machine that lacks Qt's shared libraries.

Importing Qt there aborts or fails, and pytest-qt imports it before the first test. So pytest-qt is
taken away, and whatever imports PySide6 is skipped by name with the line that mends it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

import pytest

from kiosk import pre_flight

FAKED = "KIOSK_TESTS_WITHOUT"
"""Names packages to take for missing, so that a whole machine can show what a bare one does."""

_QT = frozenset({"PySide6", "shiboken6"})


def missing() -> list[str]:
    """Return the Debian packages that the tests with windows would miss, offscreen."""
    return os.environ.get(FAKED, "").split() or pre_flight.missing_packages(window=False)


def reason(packages: list[str]) -> str:
    """Return why a test is skipped and the one line to paste."""
    return f"Qt's libraries are missing: {pre_flight.remedy(packages)}"


class QtRefused(MetaPathFinder):
    """Skip the test, or the whole file of tests, that imports Qt."""

    def __init__(self, why: str) -> None:
        self._why = why

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None = None,
        target: ModuleType | None = None,
    ) -> ModuleSpec | None:
        """Return None for what is no part of Qt."""
        if fullname.partition(".")[0] in _QT:
            pytest.skip(self._why, allow_module_level=True)
        return None


def keep_qt_away(plugins: pytest.PytestPluginManager, packages: list[str]) -> None:
    """Take pytest-qt away and skip what needs Qt."""
    plugins.set_blocked("pytest-qt")
    sys.meta_path.insert(0, QtRefused(reason(packages)))
