"""How the command line answers: one JSON document or plain lines, and worded errors."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

from kiosk.domain.errors import KioskError
from kiosk.ui.messages import error_text


def as_json(value: object) -> str:
    """Return a value as one line of JSON; moments in ISO 8601, paths as text."""
    return json.dumps(value, default=_plain, ensure_ascii=False)


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, Path):
        return str(value)
    return str(value)


def moment(value: datetime) -> str:
    """Return an aware moment in ISO 8601, with milliseconds only where there are any."""
    return value.isoformat(timespec="milliseconds" if value.microsecond else "seconds")


def say(line: str) -> None:
    """Put one line on standard output at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def tell(line: str) -> None:
    """Put words and progress on standard error, away from what a script reads."""
    sys.stderr.write(f"{line}\n")


def answer(value: object, *, json_wanted: bool, lines: Iterable[str]) -> None:
    """Answer with exactly one JSON document, or with lines for people."""
    if json_wanted:
        say(as_json(value))
        return
    for line in lines:
        say(line)


def error_document(error: KioskError) -> Mapping[str, object]:
    """Return an error as the contract's document."""
    return {"error": error.code, "message": error_text(error), "facts": error.facts}


def answer_error(error: KioskError, *, json_wanted: bool) -> None:
    """Answer a failure: the document on standard output under ``--json``, else one sentence."""
    if json_wanted:
        say(as_json(error_document(error)))
    else:
        tell(error_text(error))
