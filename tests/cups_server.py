"""A CUPS of the tests' own: a scheduler on a free port, whose queue prints into a folder."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from ipp_printers import free_port, wait_for

_BIN = Path("/usr/lib/cups")
_PATH = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/sbin"])


def lacking() -> str:
    """Return why no CUPS can run here, or ""."""
    missing = [one for one in ("cupsd", "lpadmin") if shutil.which(one, path=_PATH) is None]
    if missing:
        return f"{', '.join(missing)} not installed (cups cups-client)"
    return "" if os.getuid() == 0 else "only root may start cupsd"


# What CUPS runs for each job: it does what the file "way" says, then keeps the document.
_BACKEND = """#!/bin/sh
[ $# -eq 0 ] && echo 'direct paper "Paper" "Paper"' && exit 0
. "{folder}/way"
cat "$6" > "{folder}/out-$1.pdf"
"""


@dataclass
class CupsServer:
    """A running scheduler, with a queue whose every job becomes ``out-NUMBER.pdf`` in a folder."""

    host: str
    queue: str
    folder: Path

    def printed(self) -> list[Path]:
        """Return what came out."""
        return sorted(self.folder.glob("out-*.pdf"))

    def behave(self, script: str) -> None:
        """Have each job run a shell script first; what it exits with ends the job."""
        (self.folder / "way").write_text(f"{script}\n")

    def run(self, *command: str) -> None:
        """Run one of CUPS' own commands against it."""
        env = {**os.environ, "PATH": _PATH, "CUPS_SERVER": self.host}
        subprocess.run(command, env=env, check=True, capture_output=True, timeout=20)


@contextmanager
def cups_server(folder: Path) -> Iterator[CupsServer]:
    """Run a scheduler until the end of the block."""
    port = free_port()
    for name in ("root", "spool", "cache", "state", "tmp", "bin/backend"):
        (folder / name).mkdir(parents=True)
    for part in _BIN.iterdir():
        if part.name != "backend":
            (folder / "bin" / part.name).symlink_to(part)
    backend = folder / "bin" / "backend" / "paper"
    backend.write_text(_BACKEND.format(folder=folder))
    backend.chmod(0o700)
    (folder / "cupsd.conf").write_text(
        f"Listen localhost:{port}\nBrowsing Off\nDefaultAuthType None\nLogLevel warn\n"
        "<Location />\nOrder allow,deny\nAllow all\n</Location>\n"
        "<Policy default>\n<Limit All>\nOrder allow,deny\nAllow all\n</Limit>\n</Policy>\n"
    )
    (folder / "cups-files.conf").write_text(
        f"ServerBin {folder}/bin\nServerRoot {folder}/root\nRequestRoot {folder}/spool\n"
        f"CacheDir {folder}/cache\nStateDir {folder}/state\nTempDir {folder}/tmp\n"
        f"AccessLog {folder}/access_log\nErrorLog {folder}/error_log\nPageLog {folder}/page_log\n"
        "SystemGroup root\n"
    )
    process = subprocess.Popen(
        ["cupsd", "-f", "-c", str(folder / "cupsd.conf"), "-s", str(folder / "cups-files.conf")],
        env={**os.environ, "PATH": _PATH}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    made = CupsServer(f"localhost:{port}", "Label_A", folder)
    made.behave(":")
    try:
        wait_for(lambda: _listens(port), "cupsd")
        made.run("lpadmin", "-p", made.queue, "-E", "-v", "paper:/")
        yield made
    finally:
        process.terminate()
        process.wait(20)


def _listens(port: int) -> bool:
    with suppress(OSError), socket.create_connection(("localhost", port), 1):
        return True
    return False
