"""Moments as the store keeps them: whole milliseconds of UTC since 1970."""

from __future__ import annotations

import math
import time
from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_HALF_MICROSECOND = 0.0005
"""In milliseconds: makes up for what binary fractions lack of a whole millisecond."""


def to_ms(moment: datetime) -> int:
    """Return an aware moment in milliseconds; what is finer is cut off."""
    return math.floor(moment.timestamp() * 1000 + _HALF_MICROSECOND)


def from_ms(ms: int) -> datetime:
    """Return milliseconds as an aware moment in UTC."""
    return _EPOCH + timedelta(milliseconds=ms)


def optional_ms(moment: datetime | None) -> int | None:
    """Return a moment in milliseconds, or None."""
    return None if moment is None else to_ms(moment)


def now_ms() -> int:
    """Return the wall clock in milliseconds."""
    return time.time_ns() // 1_000_000
