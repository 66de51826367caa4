"""Codes out of the bytes of a serial scanner: whole ones, whatever pieces they came in. No Qt."""

from __future__ import annotations

import re
import unicodedata

from kiosk.domain.scanner import Suffix
from kiosk.domain.ticket import MAX_LENGTH

KEPT_BYTES = 4 * (MAX_LENGTH + 1)
"""Bytes kept of one code: one character more than is ever looked up, in the widest encoding."""

_ENDS = {
    Suffix.ANY: re.compile(rb"[\r\n]+"),
    Suffix.CR: re.compile(rb"\r"),
    Suffix.LF: re.compile(rb"\n"),
    Suffix.CRLF: re.compile(rb"\r\n"),
    Suffix.NONE: re.compile(rb"(?!)"),
}
_GARBLED_SHARE = 0.2


class SerialText:
    """Gather bytes into codes; ``suffix`` ends one, and with ANY and NONE so does silence."""

    def __init__(self, suffix: Suffix = Suffix.ANY) -> None:
        self._end = _ENDS[suffix]
        self._silence_ends = suffix in (Suffix.ANY, Suffix.NONE)
        self._kept = bytearray()

    @property
    def is_waiting(self) -> bool:
        """Tell whether a code has begun."""
        return bool(self._kept)

    def feed(self, data: bytes) -> list[str]:
        """Take what came in and return the codes that it completes."""
        *ended, rest = self._end.split(bytes(self._kept) + data)
        self._kept = bytearray(rest[:KEPT_BYTES])
        return [text for one in ended if (text := _text(one))]

    def silence(self) -> str:
        """Return the code that silence ends, "" where there is none; half a code is dropped."""
        text = _text(bytes(self._kept)) if self._silence_ends else ""
        self._kept.clear()
        return text


def is_garbled(text: str) -> bool:
    """Tell whether text is noise, as a wrong baud rate makes it, rather than any code."""
    noise = sum(one == "\N{REPLACEMENT CHARACTER}" or _is_control(one) for one in text)
    return noise > _GARBLED_SHARE * len(text)


def _is_control(char: str) -> bool:
    return unicodedata.category(char) == "Cc" and char not in "\r\n\t\x1d\x1e\x04"


def _text(data: bytes) -> str:
    """Return a code's text, cut one character after the longest that can be looked up."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data[:KEPT_BYTES].decode("utf-8", "replace")
    return text.strip("\r\n")[: MAX_LENGTH + 1]
