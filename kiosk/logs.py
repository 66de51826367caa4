"""The log: one JSON object a line, in the data folder, with ids and never names or tokens."""

from __future__ import annotations

import json
import logging
import logging.handlers
from pathlib import Path

_SIZE_BYTES = 2_000_000
_KEPT = 3


class _JsonLine(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        """Return a record as one line; line breaks and control characters are escaped."""
        line = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname,
            "from": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info and record.exc_info[0]:
            line["failure"] = record.exc_info[0].__name__
            line["where"] = _where(record)
        return json.dumps(line, ensure_ascii=True)


def _where(record: logging.LogRecord) -> str:
    """Return the frames of a failure as file:line; its text could hold a person's data."""
    frame = record.exc_info[2] if record.exc_info else None
    places = []
    while frame is not None:
        places.append(f"{Path(frame.tb_frame.f_code.co_filename).name}:{frame.tb_lineno}")
        frame = frame.tb_next
    return " > ".join(places)


def keep_off_the_screen() -> None:
    """Send what is logged nowhere until there is a folder for it; people read worded errors."""
    logging.getLogger("kiosk").addHandler(logging.NullHandler())


def write_into(folder: Path) -> None:
    """Send the program's log to ``folder``; a log that cannot be written stops nothing.

    A data folder that does not exist is not made for its log's sake.
    """
    logging.raiseExceptions = False
    if not folder.parent.is_dir():
        return
    try:
        folder.mkdir(exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            folder / "kiosk.log", maxBytes=_SIZE_BYTES, backupCount=_KEPT, encoding="utf-8",
            delay=True,
        )  # fmt: skip
    except OSError:
        return
    handler.setFormatter(_JsonLine())
    root = logging.getLogger("kiosk")
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    root.propagate = False
