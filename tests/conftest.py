"""What holds for every test: no screen, no Qt on a bare machine, no error in the log unasked."""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Iterator

import pytest
from bare_machine import keep_qt_away, missing, reason

# Before anything imports Qt.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

_missing = missing()


def pytest_addoption(pluginmanager: pytest.PytestPluginManager) -> None:
    """Take pytest-qt away where Qt cannot be imported; it was loaded before this file."""
    if _missing:
        keep_qt_away(pluginmanager, _missing)


def pytest_configure(config: pytest.Config) -> None:
    """Know the marks of this house, and pytest-qt's where it was taken away."""
    config.addinivalue_line("markers", "logs_errors: the test means an error to be logged")
    if _missing:
        config.addinivalue_line("markers", "qt_log_ignore(regexes): pytest-qt's")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say once, at the end, why every test with Qt was skipped."""
    if _missing:
        terminalreporter.section("tests with Qt were skipped")
        terminalreporter.line(reason(_missing))


@pytest.fixture(autouse=True, scope="session")
def _collect_on_this_thread() -> Iterator[None]:
    """Leave cyclic garbage to the GUI thread, as the program does; see kiosk.collector.

    A lane that makes an object too many would free the windows of an earlier test, and crash.
    """
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def _collect_after_each_test() -> Iterator[None]:
    """Collect the oldest generation that has grown past its threshold, as Python would."""
    yield
    counts, thresholds = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > thresholds[generation]:
            gc.collect(generation)
            return


class _Errors(logging.Handler):
    """Keep the errors that the program logs, whatever ``propagate`` says."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        failure = record.exc_info[1] if record.exc_info else None
        self.told.append(f"{record.name}: {record.getMessage()} {failure!r}")


@pytest.fixture(autouse=True)
def _no_unexpected_error_logged(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test in which the program logged an error, unless it is marked ``logs_errors``.

    The program's logger is also put back as it was: a command line adds a file to it.
    """
    logger = logging.getLogger("kiosk")
    before = (list(logger.handlers), logger.level, logger.propagate, logging.raiseExceptions)
    kept = _Errors()
    logger.addHandler(kept)
    yield
    for handler in logger.handlers:
        if handler not in before[0]:
            handler.close()
    logger.handlers[:], logger.level, logger.propagate, logging.raiseExceptions = before
    if request.node.get_closest_marker("logs_errors") is None:
        assert not kept.told, f"errors were logged: {kept.told}"
