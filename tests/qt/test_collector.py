"""Cyclic garbage is freed by the GUI thread alone, and only there."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kiosk.collector import GuiCollector


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[GuiCollector]:
    gc.enable()  # the tests at large do without
    parent = QObject()
    made = GuiCollector(parent)
    yield made
    made.stop()
    assert gc.isenabled()
    gc.disable()


class Cycle:
    freed_on: list[int]

    def __init__(self) -> None:
        self.me = self

    def __del__(self) -> None:
        Cycle.freed_on.append(threading.get_ident())


def on_another_thread() -> None:
    """Make far more objects than Python's thresholds allow."""
    kept = [[number] for number in range(50_000)]
    assert len(kept) == 50_000


def test_another_thread_frees_nothing(collector: GuiCollector) -> None:
    Cycle.freed_on = []
    Cycle()
    thread = threading.Thread(target=on_another_thread)
    thread.start()
    thread.join()
    assert Cycle.freed_on == []
    keep = [[number] for number in range(2_000)]
    collector.look()
    assert Cycle.freed_on == [threading.get_ident()]
    assert len(keep) == 2_000


def test_it_looks_by_itself(collector: GuiCollector, qtbot: QtBot) -> None:
    Cycle.freed_on = []
    Cycle()
    keep = [[number] for number in range(2_000)]
    qtbot.waitUntil(lambda: Cycle.freed_on == [threading.get_ident()])
    assert len(keep) == 2_000
