"""What ``kiosk read-qr`` does: decode pictures one by one, and say which could not be read."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kiosk.answers import error_document
from kiosk.devices.pictures import read_picture
from kiosk.domain.errors import KioskError


def read_all(images: Sequence[Path]) -> tuple[list[dict[str, Any]], KioskError | None]:
    """Return one row a picture, and the first failure; a bad picture does not stop the others."""
    rows: list[dict[str, Any]] = []
    failure: KioskError | None = None
    for path in images:
        begun = time.perf_counter()
        row: dict[str, Any] = {"file": str(path), "codes": []}
        try:
            row["codes"] = read_picture(path)
        except KioskError as error:
            row.update(error_document(error))
            failure = failure or error
        row["ms"] = round((time.perf_counter() - begun) * 1000, 1)
        rows.append(row)
    return rows, failure


def lines(rows: Sequence[dict[str, Any]]) -> list[str]:
    """Return the rows for people: what each picture holds, or why it could not be read."""
    return [
        f"{row['file']}: {row.get('message') or ', '.join(row['codes']) or 'no code'}"
        for row in rows
    ]
