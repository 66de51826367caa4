"""At how many dots an inch a badge is drawn for a printer."""

from __future__ import annotations

_USUAL_DPI = 300
# Below it a code of 17 mm has less than four dots a module, and phones miss it.
_LEAST_DPI = 180
# Finer dots make no better badge and only a larger job.
_MOST_DPI = 600


def best_dpi(supported: list[int]) -> int:
    """Return the finest resolution that is of use for a badge, 300 where a driver names none."""
    useful = [dpi for dpi in supported if _LEAST_DPI <= dpi <= _MOST_DPI]
    return max(useful, default=_USUAL_DPI)
