"""Serial scanners plugged in, pulled out and used in any order: each whole code comes once."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals to play a scanner with", allow_module_level=True)

from pytestqt.qtbot import QtBot

from kiosk.devices import serial_scanner
from kiosk.devices.serial_scanner import SerialScanners, SerialState
from kiosk.domain.scanner import Port, read_choices
from kiosk.lanes import Lanes

PLACES = 3
ENDS = ("\r", "\n", "\r\n")
steps = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["plug", "pull"]), st.integers(0, PLACES - 1)),
        st.tuples(st.just("send"), st.integers(0, PLACES - 1), st.sampled_from(ENDS)),
        st.tuples(st.just("half"), st.integers(0, PLACES - 1)),
    ),
    max_size=14,
)


class Hub:
    """A hub with places for scanners, each a pseudo-terminal while something is plugged in."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot, self.lanes = qtbot, Lanes()
        self.cables: dict[int, tuple[int, int, Port]] = {}
        self.heard: list[str] = []
        self.scanners = SerialScanners(
            self.lanes, read_choices("auto"),
            list_ports=lambda: [port for _, _, port in self.cables.values()],
        )  # fmt: skip
        self.scanners._timer.setInterval(3_600_000)
        self.scanners.scanned.connect(lambda _port, text: self.heard.append(text))
        self.scanners.start()

    def plug(self, place: int) -> None:
        if place not in self.cables:
            end, port = os.openpty()
            name = os.ttyname(port)
            self.cables[place] = (end, port, Port(f"ttyACM{place}", name, "1eab:1d06"))
            self.look()

    def pull(self, place: int) -> None:
        if place in self.cables:
            for one in self.cables.pop(place)[:2]:
                os.close(one)
            self.look()

    def look(self) -> None:
        """Have the scanners looked for, and wait until each that is there is open."""
        there = {port.location for _, _, port in self.cables.values()}

        def is_so() -> bool:
            self.scanners.look()
            return set(self.scanners._links) == there

        self.qtbot.waitUntil(is_so, timeout=10_000)

    def write(self, place: int, text: str) -> bool:
        if place in self.cables:
            os.write(self.cables[place][0], text.encode())
        return place in self.cables

    def clear(self) -> None:
        for place in range(PLACES):
            self.pull(place)
        self.heard.clear()

    def close(self) -> None:
        self.clear()
        self.scanners.stop()
        self.lanes.close()


@pytest.fixture
def hub(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    monkeypatch.setattr(serial_scanner, "RETRY_S", 0.0)
    made = Hub(qtbot)
    yield made
    made.close()


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps)
def test_each_whole_code_comes_once_and_no_half_one_ever(hub: Hub, steps: list[tuple]) -> None:
    hub.clear()
    sent: list[str] = []
    for number, (what, place, *more) in enumerate(steps):
        if what == "send":
            code = f"TICKET-{number:03}"
            if hub.write(place, code + more[0]):
                sent.append(code)
                hub.qtbot.waitUntil(lambda: hub.heard == sent, timeout=10_000)
        elif what == "half":
            hub.write(place, "HA")
            hub.pull(place)
        else:
            getattr(hub, what)(place)
    assert hub.heard == sent
    state = hub.scanners.report.state
    assert (state is SerialState.READY) is bool(hub.cables)
