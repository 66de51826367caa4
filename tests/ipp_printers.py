"""Real IPP printers for tests: Debian's ``ippeveprinter``, with the D-Bus and Avahi it insists on.

One bus and one Avahi serve every worker of a test run; whoever leaves last ends them.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import urlopen

NEEDED = ("ippeveprinter", "avahi-daemon", "dbus-daemon")
_HOUSE = Path(tempfile.gettempdir()) / f"haemaji-avahi-{os.getuid()}"
_BUS = f"""<busconfig><type>system</type><listen>unix:path={_HOUSE / "bus"}</listen>
<auth>EXTERNAL</auth><policy context="default"><allow send_destination="*" eavesdrop="true"/>
<allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
"""
_CHILDREN: list[subprocess.Popen[bytes]] = []
_AVAHI = """[server]
use-ipv6=no
allow-interfaces=lo
[wide-area]
enable-wide-area=no
[publish]
publish-hinfo=no
"""


def lacking() -> str:
    """Return why no such printer can run here, or ""."""
    missing = [one for one in NEEDED if shutil.which(one, path=_path()) is None]
    if missing:
        return f"{', '.join(missing)} not installed (cups-ipp-utils avahi-daemon dbus)"
    return "" if os.getuid() == 0 else "only root may start avahi-daemon"


def _path() -> str:
    return os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/sbin"])


def wait_for(is_so: Callable[[], bool], what: str, wait_s: float = 10) -> None:
    """Wait until something is so; fails by name."""
    until = time.monotonic() + wait_s
    while not is_so():
        assert time.monotonic() < until, f"{what} did not come"
        time.sleep(0.02)


@contextmanager
def bus() -> Iterator[dict[str, str]]:
    """Run D-Bus and Avahi, or share those that run; yields the environment that finds them."""
    _HOUSE.mkdir(exist_ok=True)
    with (_HOUSE / "lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not _is_up():
            _start()
        fcntl.flock(lock, fcntl.LOCK_SH)
        try:
            yield {**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={_HOUSE / 'bus'}"}
        finally:
            with suppress(BlockingIOError):
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                _stop()


def _pids() -> list[int]:
    with suppress(OSError, ValueError):
        return [int(one) for one in (_HOUSE / "pids").read_text().split()]
    return []


def _is_up() -> bool:
    with suppress(OSError):
        for pid in _pids():
            os.kill(pid, 0)
        return bool(_pids())
    return False


def _start() -> None:
    _stop()
    (_HOUSE / "bus.conf").write_text(_BUS)
    (_HOUSE / "avahi.conf").write_text(_AVAHI)
    (_HOUSE / "bus").unlink(missing_ok=True)
    command = ["dbus-daemon", f"--config-file={_HOUSE / 'bus.conf'}", "--nofork", "--nopidfile"]
    first = _spawn(command, {})
    wait_for((_HOUSE / "bus").exists, "the bus")
    second = _spawn(
        ["avahi-daemon", "--no-drop-root", "--no-rlimits", "--no-chroot", "--no-proc-title",
         "-f", str(_HOUSE / "avahi.conf")],
        {"DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={_HOUSE / 'bus'}"},
    )  # fmt: skip
    (_HOUSE / "pids").write_text(f"{first.pid} {second.pid}")
    log = _HOUSE / "log"
    wait_for(lambda: "startup complete" in log.read_text("utf-8", "replace"), "Avahi")


def _spawn(command: list[str], more: dict[str, str]) -> subprocess.Popen[bytes]:
    with (_HOUSE / "log").open("wb") as log:
        made = subprocess.Popen(
            command, stdout=log, stderr=log, start_new_session=True,
            env={**os.environ, "PATH": _path(), **more},
        )  # fmt: skip
    _CHILDREN.append(made)
    return made


def _stop() -> None:
    for pid in reversed(_pids()):
        with suppress(OSError):
            os.kill(pid, signal.SIGTERM)
    while _CHILDREN:
        _CHILDREN.pop().wait(10)
    (_HOUSE / "pids").unlink(missing_ok=True)


def free_port() -> int:
    """Return a port that nobody listens on now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@dataclass
class RealPrinter:
    """One ``ippeveprinter``; ``papers`` are the documents it took, in order."""

    port: int
    spool: Path
    process: subprocess.Popen[bytes]
    command: Path
    log: Path
    sheets: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"ipp://localhost:{self.port}/ipp/print"

    def printed(self) -> list[Path]:
        """Return what came out: the documents that the print command copied, the oldest first."""
        return sorted(self.spool.glob("out-*"), key=lambda one: one.stat().st_mtime_ns)

    def load(self, size: str = "om_badge_100x70mm", sheets: int = 250) -> None:
        """Put paper into the main tray, as its web page does; no sheets is an empty tray."""
        form = {"size0": size, "type0": "stationery", "color0": "white", "level0": str(sheets)}
        with urlopen(f"http://localhost:{self.port}/media?{urlencode(form)}", timeout=10) as page:
            self.page = page.read().decode()

    def behave(self, script: str) -> None:
        """Have each job printed by a shell script; ``$1`` is the document."""
        self.command.write_text(f"#!/bin/sh\n{script}\n")

    def stop(self) -> None:
        """Switch it off."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(10)


PRINT = 'cp "$1" "{spool}/out-$(date +%s%N)"'


@contextmanager
def real_printer(folder: Path, env: dict[str, str], *more: str) -> Iterator[RealPrinter]:
    """Run an ``ippeveprinter`` until the end of the block."""
    folder.mkdir(exist_ok=True)
    command, log = folder / "print.sh", folder / "log"
    command.touch()
    command.chmod(0o755)
    port = free_port()
    with log.open("wb") as told:
        process = subprocess.Popen(
            ["ippeveprinter", "-p", str(port), "-d", str(folder), "-k", "-vvv", "-c", str(command),
             *more, f"Test {port}"],
            stdout=told, stderr=told, env={**env, "PATH": _path()},
        )  # fmt: skip
    made = RealPrinter(port, folder, process, command, log)
    made.behave(PRINT.format(spool=folder))
    try:
        wait_for(lambda: _listens(port), f"ippeveprinter: {log.read_text('utf-8', 'replace')}")
        yield made
    finally:
        made.stop()


def _listens(port: int) -> bool:
    with suppress(OSError), socket.create_connection(("localhost", port), 1):
        return True
    return False


def number_of(text: str, name: str) -> int:
    """Return a number that stands behind a name in a log."""
    found = re.search(rf"{name}[^0-9]*([0-9]+)", text)
    return int(found[1]) if found else -1
