"""Serial scanners over pipes that the system takes for terminals: read, cut, pulled out, back."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest.importorskip("PySide6.QtSerialPort", reason="QtSerialPort cannot be loaded here")
if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals to play a scanner with", allow_module_level=True)

from pytestqt.qtbot import QtBot

from kiosk.devices import serial_link, serial_scanner
from kiosk.devices.serial_scanner import (
    LineSettings,
    SerialReport,
    SerialScanners,
    SerialState,
    owning_group,
    plugged_in,
)
from kiosk.domain.scanner import Port, Suffix, read_choices
from kiosk.lanes import Lanes

TICKET = "K7QF3W5ZJ4XM2T5V6BNA4CDGHR"
USB, NUMBER = "1eab:1d06", "SN0042"


class Cable:
    """A pseudo-terminal: what is written at this end comes out of the port at the other."""

    def __init__(self) -> None:
        self.end, self._port = os.openpty()
        self.location = os.ttyname(self._port)

    def send(self, data: bytes) -> None:
        os.write(self.end, data)

    def pull_out(self) -> None:
        """Take both ends away, as a plug does; the device file goes, too."""
        for one in (self.end, self._port):
            if one >= 0:
                os.close(one)
        self.end = self._port = -1


class Bench:
    """Scanners on cables, and what was told of them."""

    def __init__(self, qtbot: QtBot, lanes: Lanes) -> None:
        self.qtbot, self.lanes = qtbot, lanes
        self.cables: list[Cable] = []
        self.plugged: list[Port] | None = []
        self.scans: list[str] = []
        self.reports: list[SerialReport] = []
        self.scanners: SerialScanners | None = None

    def plug_in(self, usb: str = USB, number: str = NUMBER) -> Cable:
        cable = Cable()
        self.cables.append(cable)
        assert self.plugged is not None
        name = f"ttyACM{len(self.cables)}"
        self.plugged.append(Port(name, cable.location, usb, number))
        return cable

    def pull_out(self, cable: Cable) -> None:
        assert self.plugged is not None
        self.plugged = [one for one in self.plugged if one.location != cable.location]
        cable.pull_out()

    def start(self, choice: str, suffix: Suffix = Suffix.ANY) -> SerialScanners:
        self.scanners = made = SerialScanners(
            self.lanes, read_choices(choice), LineSettings(suffix=suffix),
            list_ports=lambda: self.plugged,
        )  # fmt: skip
        made._timer.setInterval(20)
        made.scanned.connect(lambda _port, text: self.scans.append(text))
        made.state_changed.connect(self.reports.append)
        made.start()
        return made

    def until(self, met: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(met, timeout=10_000)

    def until_state(self, state: SerialState) -> SerialReport:
        made = self.scanners
        assert made is not None
        self.until(lambda: made.report.state is state)
        return made.report


@pytest.fixture
def bench(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    monkeypatch.setattr(serial_scanner, "RETRY_S", 0.0)
    lanes = Lanes()
    made = Bench(qtbot, lanes)
    yield made
    if made.scanners is not None:
        made.scanners.stop()
    lanes.close()
    for cable in made.cables:
        cable.pull_out()


class TestReading:
    @pytest.mark.parametrize(
        ("suffix", "end"),
        [(Suffix.ANY, "\r"), (Suffix.ANY, "\n"), (Suffix.ANY, "\r\n"), (Suffix.ANY, ""),
         (Suffix.CR, "\r"), (Suffix.LF, "\n"), (Suffix.CRLF, "\r\n"), (Suffix.NONE, "")],
    )  # fmt: skip
    def test_a_code_is_read_whatever_ends_it(self, bench: Bench, suffix: Suffix, end: str) -> None:
        cable = bench.plug_in()
        bench.start("auto", suffix)
        bench.until_state(SerialState.READY)
        cable.send(f"{TICKET}{end}".encode())
        bench.until(lambda: bench.scans == [TICKET])

    def test_a_code_in_pieces_is_one(self, bench: Bench) -> None:
        cable = bench.plug_in()
        bench.start("auto", Suffix.CR)
        bench.until_state(SerialState.READY)
        for piece in (TICKET[:7], TICKET[7:20]):
            cable.send(piece.encode())
            bench.qtbot.wait(1)
        cable.send(TICKET[20:].encode() + b"\r")
        bench.until(lambda: bench.scans == [TICKET])

    def test_several_codes_in_one_piece_are_several(self, bench: Bench) -> None:
        cable = bench.plug_in()
        bench.start("auto")
        bench.until_state(SerialState.READY)
        cable.send(b"ONE\r\nTWO\r\nTHREE\r\n")
        bench.until(lambda: bench.scans == ["ONE", "TWO", "THREE"])

    def test_noise_is_no_scan_and_is_told_of_until_a_code_comes(self, bench: Bench) -> None:
        cable = bench.plug_in()
        bench.start("auto")
        bench.until_state(SerialState.READY)
        cable.send(b"\xf8\x00\x9e\xff\x86\r")
        bench.until_state(SerialState.GARBLED)
        cable.send(f"{TICKET}\r".encode())
        bench.until(lambda: bench.scans == [TICKET])
        bench.until_state(SerialState.READY)

    def test_two_scanners_are_read_at_once(self, bench: Bench) -> None:
        first, second = bench.plug_in(), bench.plug_in(number="SN0043")
        bench.start("auto")
        bench.until_state(SerialState.READY)
        first.send(b"FIRST-1\r")
        second.send(b"SECOND-2\r")
        bench.until(lambda: sorted(bench.scans) == ["FIRST-1", "SECOND-2"])


class TestPlugging:
    def test_one_pulled_out_is_lost_and_back_on_another_port(self, bench: Bench) -> None:
        cable = bench.plug_in()
        bench.start(f"serial:{USB}:{NUMBER}")
        bench.until_state(SerialState.READY)
        cable.send(b"HALF-A-CO")
        bench.pull_out(cable)
        bench.until_state(SerialState.LOST)
        stray, again = bench.plug_in(number="SN9999"), bench.plug_in()
        bench.until_state(SerialState.READY)
        stray.send(b"NOT-OURS\r")
        again.send(f"{TICKET}\r".encode())
        bench.until(lambda: bench.scans == [TICKET])
        assert [one.state for one in bench.reports] == [
            SerialState.READY, SerialState.LOST, SerialState.READY,
        ]  # fmt: skip

    def test_a_port_that_fails_while_it_is_still_listed_is_opened_anew(self, bench: Bench) -> None:
        cable = bench.plug_in()
        made = bench.start(f"serial:{cable.location}")
        bench.until_state(SerialState.READY)
        (link,) = made._links.values()
        cable.pull_out()
        bench.until(lambda: link not in made._links.values())
        bench.plugged = []
        bench.until_state(SerialState.LOST)

    def test_twenty_times_out_and_in_loses_no_code(self, bench: Bench) -> None:
        bench.start("auto")
        for number in range(20):
            cable = bench.plug_in()
            bench.until_state(SerialState.READY)
            cable.send(f"TICKET-{number:02}\r".encode())
            bench.until(lambda number=number: len(bench.scans) == number + 1)
            bench.pull_out(cable)
            bench.until_state(SerialState.LOST)
        assert bench.scans == [f"TICKET-{number:02}" for number in range(20)]

    def test_none_plugged_in_is_absent_and_found_when_it_comes(self, bench: Bench) -> None:
        bench.start("auto")
        bench.until_state(SerialState.ABSENT)
        bench.plug_in()
        bench.until_state(SerialState.READY)

    def test_a_device_file_that_no_list_has_is_opened(self, bench: Bench) -> None:
        cable = Cable()
        bench.cables.append(cable)
        bench.start(f"serial:{cable.location}")
        bench.until_state(SerialState.READY)
        cable.send(b"BY-NAME\r")
        bench.until(lambda: bench.scans == ["BY-NAME"])

    def test_of_two_choices_the_one_that_is_missing_is_told(self, bench: Bench) -> None:
        bench.plug_in()
        bench.start(f"serial:{USB};serial:COM77")
        assert bench.until_state(SerialState.ABSENT).port == "COM77"

    def test_keyboards_alone_look_for_no_port(self, bench: Bench) -> None:
        made = bench.start("keyboard")
        assert not made._timer.isActive()
        assert made.report.state is SerialState.SEARCHING


class TestRefusals:
    def test_a_port_in_use_is_told_and_tried_again(self, bench: Bench) -> None:
        cable = bench.plug_in()
        other = serial_link.SerialLink(Port("other", cable.location), 9600, Suffix.ANY, bench.lanes)
        assert other.open()
        bench.start("auto")
        assert bench.until_state(SerialState.IN_USE).port == "ttyACM1"
        other.close()
        bench.until_state(SerialState.READY)

    def test_a_port_that_may_not_be_opened_names_its_group(
        self, bench: Bench, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        cable = bench.plug_in()
        monkeypatch.setattr(serial_link.SerialLink, "open", lambda _: False)
        monkeypatch.setattr(serial_link.SerialLink, "was_refused", True)
        monkeypatch.setattr(serial_scanner.os, "access", lambda *_: False)
        bench.start("auto")
        report = bench.until_state(SerialState.DENIED)
        assert report.group == owning_group(cable.location) != ""

    def test_waits_grow_between_tries(self, bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(serial_scanner, "RETRY_S", 1.0)
        cable, now, opened = bench.plug_in(), [100.0], []
        monkeypatch.setattr(serial_scanner.time, "monotonic", lambda: now[0])
        monkeypatch.setattr(
            serial_link.SerialLink, "open", lambda _: opened.append(now[0]) is not None
        )
        made = bench.start("auto")
        made._timer.setInterval(3_600_000)
        bench.until(lambda: opened == [100.0])
        for second in range(101, 131):
            now[0] = float(second)
            made._see([Port("ttyACM1", cable.location, USB)])
        assert opened == [100.0, 101.0, 103.0, 107.0, 115.0, 123.0]

    def test_an_installation_without_the_library_says_so(self, bench: Bench) -> None:
        bench.plugged = None
        bench.start("auto")
        bench.until_state(SerialState.NO_LIBRARY)

    @pytest.mark.logs_errors
    def test_a_list_that_fails_is_asked_for_again(self, bench: Bench) -> None:
        asked: list[None] = []

        def fail() -> list[Port]:
            asked.append(None)
            raise OSError("no /sys")

        made = bench.start("keyboard;auto")
        made._list_ports = fail
        bench.until(lambda: len(asked) >= 2)


def test_the_machine_s_own_ports_are_listed() -> None:
    found = plugged_in()
    assert found is not None
    assert all(one.name and one.location for one in found)


def test_a_machine_without_the_library_has_no_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "kiosk.devices.serial_link", None)
    assert plugged_in() is None


def test_no_group_is_known_of_what_is_no_file(tmp_path: Path) -> None:
    assert owning_group(str(tmp_path / "COM3")) == ""
