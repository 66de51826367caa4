"""Before Qt is imported: are the libraries there that it cannot do without, and is there a screen?

Qt aborts without a word where a shared library or the display is missing, so both are looked for
with the standard library alone.
"""

from __future__ import annotations

import ctypes
import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

# Debian 12 packages by the soname Qt 6.11 loads; measured on a bare system.
_ALWAYS = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
_ON_X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
_CONNECT_S = 2.0
# Platforms of the Qt wheel that need no server.
_SCREENLESS = frozenset(
    {"offscreen", "minimal", "minimalegl", "vnc", "linuxfb", "eglfs", "vkkhrdisplay"}
)


def _is_there(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def missing_packages(*, window: bool) -> list[str]:
    """Return the Debian packages whose libraries Qt would miss, in order; none off Linux."""
    if not sys.platform.startswith("linux"):
        return []
    needed = {**_ALWAYS, **(_ON_X11 if window else {})}
    return [package for soname, package in needed.items() if not _is_there(soname)]


def remedy(packages: list[str]) -> str:
    """Return the one line to paste that installs packages."""
    return "sudo apt-get install --no-install-recommends " + " ".join(packages)


def has_display(environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether a window could open: a platform without a screen, or a server that answers.

    Qt takes the platforms of ``QT_QPA_PLATFORM`` (``wayland;xcb``, ``offscreen:size=…``) in turn
    and aborts where it has none of them.
    """
    if not sys.platform.startswith("linux"):
        return True
    named = [one.partition(":")[0] for one in environment.get("QT_QPA_PLATFORM", "").split(";")]
    wanted = [one for one in named if one] or ["wayland", "xcb"]
    return any(_can_show(platform, environment) for platform in wanted)


def _can_show(platform: str, environment: Mapping[str, str]) -> bool:
    if platform == "xcb":
        return _x_server_answers(environment.get("DISPLAY", ""))
    if platform.startswith("wayland"):
        return _wayland_answers(environment)
    return platform in _SCREENLESS


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "")
    # An absolute name stands for itself: pathlib lets it win over the folder before it.
    return bool(name) and _connects(
        socket.AF_UNIX, str(Path(environment.get("XDG_RUNTIME_DIR", ""), name))
    )


def _x_server_answers(display: str) -> bool:
    host, _, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not number.isdecimal():
        return False
    if host not in ("", "unix"):
        return _connects(socket.AF_INET, (host.strip("[]"), 6000 + int(number)))
    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where the X protocol puts its socket
    return _connects(socket.AF_UNIX, path) or _connects(socket.AF_UNIX, f"\0{path}")


def _connects(family: socket.AddressFamily, address: str | tuple[str, int]) -> bool:
    with socket.socket(family, socket.SOCK_STREAM) as connection:
        connection.settimeout(_CONNECT_S)
        try:
            connection.connect(address)
        except (OSError, OverflowError):  # nobody there, or no such port or path at all
            return False
    return True
