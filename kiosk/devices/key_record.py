"""KeyRecord: every key of one scan and how fast they came, for whoever sets a scanner up. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.devices.burst import TEXT_MAX, Kind
from kiosk.domain.scanner_check import End, Reading

SILENCE_MS = 600
"""Silence that ends a record: six times what ends a scan, so that the slowest scanner is whole."""


@dataclass(slots=True)
class KeyRecord:
    """Gather keys, as slow as they may be; times are milliseconds of one clock."""

    _text: list[str] = field(default_factory=list)
    _keys: int = 0
    _gap_ms: float = 0.0
    _last_ms: float | None = None
    _end: str = ""
    _is_composed: bool = False

    @property
    def keys(self) -> int:
        """How many keys were pressed; one alone is a person's."""
        return self._keys

    def add(self, kind: Kind, text: str, at_ms: float, *, is_composed: bool = False) -> None:
        """Take one key; Enter and Tab count for the text only where more text follows."""
        if self._last_ms is not None:
            self._gap_ms = max(self._gap_ms, at_ms - self._last_ms)
        self._last_ms = at_ms
        self._keys += 1
        self._is_composed |= is_composed
        if kind is Kind.END:
            self._end += text
        elif len(self._text) < TEXT_MAX:
            self._text.append(self._end + text)
            self._end = ""

    def reading(self) -> Reading:
        """Return what was recorded, with the first key after the text for its end."""
        end = End.NONE if not self._end else End.TAB if self._end[0] == "\t" else End.ENTER
        text = "".join(self._text)
        return Reading(text, end, round(self._gap_ms), self._is_composed)
