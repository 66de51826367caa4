"""A desktop of the tests' own with a Korean input method: an X server, a session bus and ibus."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

PROGRAMS = ("Xvfb", "xdotool", "dbus-daemon", "ibus-daemon", "ibus")
_LIBEXEC = (Path("/usr/libexec"), Path("/usr/lib/ibus"))
PARTS = ("ibus-memconf", "ibus-engine-hangul")
_START_S = 30.0
_LOOK_EVERY_S = 0.1
# The engine begins to compose at once, without a key that would have to be pressed first.
_ENGINE = "[org/freedesktop/ibus/engine/hangul]\ninitial-input-mode='hangul'\n"


def _part(name: str) -> Path | None:
    return next((folder / name for folder in _LIBEXEC if (folder / name).exists()), None)


def lacking() -> list[str]:
    """Return what this machine lacks for such a desktop."""
    if not sys.platform.startswith("linux"):
        return ["an X server"]
    absent = [name for name in PROGRAMS if shutil.which(name) is None]
    return absent + [name for name in PARTS if _part(name) is None]


def until(met: Callable[[], bool], what: str) -> None:
    """Wait until something is so, and fail by its name where it does not come to be."""
    deadline = time.monotonic() + _START_S
    while not met():
        if time.monotonic() > deadline:
            raise AssertionError(f"in {_START_S:.0f} s there was no {what}")
        time.sleep(_LOOK_EVERY_S)


class KoreanDesktop:
    """Start everything below a folder, and end it by its own handles, the last first."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._started: list[subprocess.Popen[bytes]] = []
        self.environment = {**os.environ, **self._homes()}
        for name in ("DBUS_SESSION_BUS_ADDRESS", "WAYLAND_DISPLAY", "IBUS_ADDRESS"):
            self.environment.pop(name, None)

    def _homes(self) -> dict[str, str]:
        home, run = self._folder / "home", self._folder / "run"
        settings = home / ".config" / "glib-2.0" / "settings"
        settings.mkdir(parents=True)
        (settings / "keyfile").write_text(_ENGINE)
        run.mkdir(mode=0o700)
        return {
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / ".config"),
            "XDG_CACHE_HOME": str(home / ".cache"),
            "XDG_RUNTIME_DIR": str(run),
            "GSETTINGS_BACKEND": "keyfile",
            "LC_ALL": "C.UTF-8",
            "QT_IM_MODULE": "ibus",
            "QT_QPA_PLATFORM": "xcb",
        }

    def start(self) -> None:
        """Start the server, the bus and the input method, and wait until it composes."""
        number = self._told("Xvfb", "-displayfd", "-screen 0 1400x900x24")
        self.environment["DISPLAY"] = f":{number}"
        bus = self._told("dbus-daemon", "--print-address", "--session --nofork")
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus
        memory = _part("ibus-memconf")
        self.run("ibus-daemon", "--panel=disable", f"--config={memory}")
        until(lambda: self.ask("ibus", "engine", "hangul").returncode == 0, "Korean input method")

    def _told(self, program: str, option: str, more: str) -> str:
        """Start a program that writes where it is to a descriptor, and return that."""
        ear, mouth = os.pipe()
        place = [option, str(mouth)] if program == "Xvfb" else [f"{option}={mouth}"]
        self.run(program, *place, *more.split(), pass_fds=(mouth,))
        os.close(mouth)
        with os.fdopen(ear, encoding="ascii") as told:
            return told.readline().strip()

    def run(self, *words: str, pass_fds: tuple[int, ...] = ()) -> subprocess.Popen[bytes]:
        """Start a program of this desktop; its words go into a file."""
        log = (self._folder / f"{Path(words[0]).name}.log").open("ab")
        with log:
            made = subprocess.Popen(
                words, env=self.environment, stdout=log, stderr=log, pass_fds=pass_fds
            )
        self._started.append(made)
        return made

    def ask(self, *words: str) -> subprocess.CompletedProcess[bytes]:
        """Run a program of this desktop to its end."""
        return subprocess.run(
            words, env=self.environment, capture_output=True, check=False, timeout=_START_S
        )

    def focus(self, process: subprocess.Popen[bytes]) -> None:
        """Give a program's window the keys; no window manager is here to do so."""
        found: list[bytes] = []

        def is_there() -> bool:
            found[:] = self.ask(
                "xdotool", "search", "--onlyvisible", "--pid", str(process.pid)
            ).stdout.split()
            return bool(found)

        until(is_there, "window")
        self.ask("xdotool", "windowfocus", "--sync", found[-1].decode())

    def type(self, text: str, *, gap_ms: int) -> None:
        """Strike keys at a pace: a person's, or a scanner's."""
        self.ask("xdotool", "type", "--delay", str(gap_ms), text)

    def press(self, key: str) -> None:
        """Strike one key by its X name."""
        self.ask("xdotool", "key", key)

    def stop(self) -> None:
        """End all that was started here, and nothing else."""
        for one in reversed(self._started):
            if one.poll() is None:
                one.terminate()
            try:
                one.wait(10)
            except subprocess.TimeoutExpired:
                one.kill()
                one.wait()
