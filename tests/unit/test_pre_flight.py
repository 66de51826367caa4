"""Before Qt: names of displays that nobody should have, and packages in the order to paste."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from kiosk import pre_flight

HOSTILE = [
    "localhost:99999999", "localhost:-1", ":" + "9" * 300, "::::", "[::1]:0",
    "\u0661:\u0661", ":\u0661", "host\x00name:0", "a" * 300 + ":0", "unix:",
    "localhost:0.0.0.0.0", "%s:%d", ":0x1",
]  # fmt: skip


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody answer, and no name be looked up outside."""

    class Deaf(socket.socket):
        def connect(self, address: object) -> None:
            if self.family is socket.AF_INET:
                host, port = address  # type: ignore[misc]
                if not 0 <= port < 65_536:
                    raise OverflowError("port must be 0-65535")
                raise OSError(f"{host}: nobody answers")
            super().connect(address)  # type: ignore[arg-type]

    monkeypatch.setattr(pre_flight.socket, "socket", Deaf)
    monkeypatch.setattr(pre_flight.sys, "platform", "linux")


@pytest.mark.parametrize("display", HOSTILE)
def test_a_display_that_cannot_be_is_none(display: str) -> None:
    if display.isascii() and "\x00" not in display:
        assert not pre_flight.has_display({"DISPLAY": display})
    else:
        assert pre_flight.has_display({"DISPLAY": display}) in (False, True)


@pytest.mark.parametrize("name", ["", "x" * 300, "../../nowhere", "/nowhere/at/all"])
def test_a_wayland_name_that_cannot_be_is_none(name: str, tmp_path: Path) -> None:
    assert not pre_flight.has_display({"WAYLAND_DISPLAY": name, "XDG_RUNTIME_DIR": str(tmp_path)})


def test_the_remedy_is_one_line_to_paste() -> None:
    line = pre_flight.remedy(["libgl1", "libegl1"])
    assert line == "sudo apt-get install --no-install-recommends libgl1 libegl1"


def test_a_machine_without_any_library_misses_all_and_the_windows_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def none_there(soname: str) -> object:
        raise OSError(soname)

    monkeypatch.setattr(pre_flight.ctypes, "CDLL", none_there)
    always = pre_flight.missing_packages(window=False)
    shown = pre_flight.missing_packages(window=True)
    assert always[:2] == ["libgl1", "libegl1"]
    assert shown[: len(always)] == always
    assert "libxcb-cursor0" in shown[len(always) :]


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_off_linux_nothing_is_missing_and_a_display_is_there(
    monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    monkeypatch.setattr(pre_flight.sys, "platform", system)
    assert pre_flight.missing_packages(window=True) == []
    assert pre_flight.has_display({})
