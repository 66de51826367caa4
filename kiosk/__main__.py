"""``python -m kiosk`` and the ``kiosk`` command."""

from __future__ import annotations

import os
import sys

from kiosk import logs
from kiosk.cli import kiosk


def main() -> None:
    """Run the command line, with UTF-8 on every stream whatever the machine's locale says."""
    logs.keep_off_the_screen()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        kiosk(prog_name="kiosk")
    except BrokenPipeError:
        # The reader went away; nothing more can be said, and the interpreter must not try.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


if __name__ == "__main__":
    main()
