"""What the doctor says of serial scanners."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.services import serial_ports
from kiosk.services.serial_ports import examine

ACM = ["/dev/ttyACM-of-the-test", "1eab:1d06"]
BOARD = ["/dev/ttyS-of-the-test", ""]


@pytest.mark.parametrize(
    ("seen", "setting", "state", "said"),
    [
        ([], "keyboard", "ok", "needs none"),
        ([BOARD], "", "ok", "needs none"),
        ([BOARD, ACM], "", "ok", ACM[0]),
        ([ACM], "auto", "ok", ACM[0]),
        ([ACM], "serial:1eab:1d06:SN7", "ok", ACM[0]),
        ([BOARD], "auto", "warn", "Not plugged in: auto"),
        ([ACM], "serial:COM9", "warn", "Not plugged in: COM9"),
        (None, "", "warn", "does not load"),
        (None, "auto", "fail", "does not load"),
    ],
)
def test_it_says_what_is_there_and_what_is_not(
    seen: object, setting: str, state: str, said: str
) -> None:
    check, found, message, remedy = examine(seen, setting)
    assert (check, found) == ("serial scanner", state)
    assert said in message
    assert bool(remedy) == (state != "ok")


def test_a_port_that_may_not_be_opened_names_the_group(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = tmp_path / "ttyACM0"
    port.touch()
    monkeypatch.setattr(serial_ports.os, "access", lambda *_: False)
    _, state, message, remedy = examine([[str(port), "1eab:1d06"]], "auto")
    assert state == "warn"
    assert str(port) in message
    assert remedy.startswith("sudo usermod -aG ")
    assert "log in again" in remedy


def test_a_device_file_that_no_list_has_counts_as_there(tmp_path: Path) -> None:
    pipe = tmp_path / "scanner"
    os.mkfifo(pipe)
    assert examine([], f"serial:{pipe}")[1] == "ok"
