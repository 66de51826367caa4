"""Is there a screen? Asked before Qt is imported, because Qt aborts where there is none."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.pre_flight import has_display

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux's own displays")


@pytest.fixture
def wayland(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Yield the environment of a Wayland server that answers."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(str(tmp_path / "wayland-7"))
        server.listen()
        yield {"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "wayland-7"}


def test_no_display_at_all() -> None:
    assert not has_display({})


@pytest.mark.parametrize("name", ["offscreen", "offscreen:size=800x600", "minimal", "nothing;vnc"])
def test_a_platform_without_a_screen_needs_no_display(name: str) -> None:
    assert has_display({"QT_QPA_PLATFORM": name})


def test_a_platform_that_qt_does_not_have_shows_nothing() -> None:
    assert not has_display({"QT_QPA_PLATFORM": "imagined"})


@pytest.mark.parametrize("name", ["xcb", "wayland", "wayland;xcb"])
def test_a_named_platform_still_needs_its_server(name: str, tmp_path: Path) -> None:
    dead = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert not has_display({"QT_QPA_PLATFORM": name, **dead})


def test_a_wayland_server_that_answers_is_a_display(wayland: dict[str, str]) -> None:
    assert has_display(wayland)
    assert has_display({**wayland, "QT_QPA_PLATFORM": "wayland-egl"})
    assert not has_display({**wayland, "QT_QPA_PLATFORM": "xcb"})


def test_an_absolute_wayland_name_needs_no_folder(wayland: dict[str, str]) -> None:
    name = str(Path(wayland["XDG_RUNTIME_DIR"], wayland["WAYLAND_DISPLAY"]))
    assert has_display({"WAYLAND_DISPLAY": name})


def test_a_wayland_name_left_behind_by_a_dead_server_is_none(tmp_path: Path) -> None:
    assert not has_display({"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "wayland-7"})


@pytest.mark.parametrize("name", [":no", "garbage", ":", ":4711"])
def test_an_x_display_that_nobody_answers_is_none(name: str) -> None:
    assert not has_display({"DISPLAY": name})
