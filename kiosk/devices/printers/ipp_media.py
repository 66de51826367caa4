"""The paper in a printer against the badge's size: a wrong one is a fault before anything is sent.

Sizes are in hundredths of a millimetre, as IPP tells them (PWG 5100.7 media-col, 5101.1 names).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kiosk.devices.printers.ipp_message import Attributes, Range, Value, texts

TOLERANCE = 150
"""1.5 mm: rolls and drivers round to whole millimetres or points, neighbouring sizes do not."""
_PER_UNIT = {"mm": 100.0, "in": 2540.0}
# class_name_WIDTHxHEIGHTunit; custom_min_… and custom_max_… span what a printer can be set to.
_NUMBER = r"([0-9]{1,5}(?:[.][0-9]{1,4})?)"
_NAME = re.compile(rf"(.*)_{_NUMBER}x{_NUMBER}(mm|in)", re.ASCII)


class Paper(NamedTuple):
    """What one paper may measure; a roll's length is a range."""

    width: Range
    height: Range

    def takes(self, width: int, height: int) -> bool:
        """Tell whether a page has place: laid either way, for a printer turns it."""
        return self._holds(width, height) or self._holds(height, width)

    def _holds(self, width: int, height: int) -> bool:
        return _within(width, self.width) and _within(height, self.height)

    def __str__(self) -> str:
        """Return the size in millimetres, the longest where it is a range."""
        return f"{self.width.upper / 100:g} × {self.height.upper / 100:g} mm"


def _within(size: int, allowed: Range) -> bool:
    return allowed.lower - TOLERANCE <= size <= allowed.upper + TOLERANCE


def loaded(attributes: Attributes) -> list[Paper]:
    """Return what lies in the printer; empty where it does not tell."""
    columns = [one for one in map(_of_column, _maps(attributes, "media-col-ready")) if one]
    return columns or list(_named(texts(attributes, "media-ready")))


def supported(attributes: Attributes) -> list[Paper]:
    """Return what could lie in the printer; empty where it does not tell."""
    sizes = [one for one in map(_of_size, _maps(attributes, "media-size-supported")) if one]
    return [*sizes, *_named(texts(attributes, "media-supported"))]


def _maps(attributes: Attributes, name: str) -> Iterator[Mapping[str, Sequence[Value]]]:
    return (one for one in attributes.get(name, ()) if isinstance(one, Mapping))


def _of_column(column: Mapping[str, Sequence[Value]]) -> Paper | None:
    return next((found for one in _maps(column, "media-size") if (found := _of_size(one))), None)


def _of_size(size: Mapping[str, Sequence[Value]]) -> Paper | None:
    spans = [_span(size, one) for one in ("x-dimension", "y-dimension")]
    return Paper(spans[0], spans[1]) if spans[0] and spans[1] else None


def _span(size: Mapping[str, Sequence[Value]], name: str) -> Range | None:
    first = next(iter(size.get(name, ())), None)
    if isinstance(first, Range):
        return first
    return Range(first, first) if isinstance(first, int) and first > 0 else None


def _named(names: Iterator[str]) -> Iterator[Paper]:
    """Yield the papers that names tell; the two ends of "custom" are one."""
    ends: dict[str, tuple[int, int]] = {}
    for name in names:
        found = _NAME.fullmatch(name)
        if not found:
            continue
        unit = _PER_UNIT[found[4]]
        width, height = (round(float(found[at]) * unit) for at in (2, 3))
        if found[1].startswith(("custom_min", "roll_min")):
            ends["min"] = (width, height)
        elif found[1].startswith(("custom_max", "roll_max")):
            ends["max"] = (width, height)
        else:
            yield Paper(Range(width, width), Range(height, height))
    if len(ends) == 2:
        low, high = ends["min"], ends["max"]
        yield Paper(Range(low[0], high[0]), Range(low[1], high[1]))


def hundredths(length_mm: float) -> int:
    """Return a length in hundredths of a millimetre."""
    return round(length_mm * 100)
