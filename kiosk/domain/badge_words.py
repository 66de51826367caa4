"""What a badge's field may say: text with placeholders of one fixed list, and nothing else.

The text is data. It is taken apart once, by this module's own pattern; no ``str.format``, no
attribute, no format specification and no nesting exists in it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

PLACEHOLDERS = (
    "name", "name_latin", "organisation", "job_title", "role", "seat", "number",
    "event", "venue", "date", "session",
)  # fmt: skip
"""All that a badge knows of a person and the event; ``number`` is the organiser's own key."""

SHARED = frozenset({"event", "venue", "date", "role"})
"""Placeholders that say the same on every badge of one role."""

TEXT_LENGTH = 200

_PLACEHOLDER = re.compile(r"\$(?:\$|\{([^{}$]*)\}|([A-Za-z_][A-Za-z0-9_]*)|)")
_NAME = re.compile(r"[a-z_]+")
_REACHING = re.compile(r"\.[A-Za-z_]|[\[(]")


@dataclass(frozen=True, slots=True)
class Part:
    """A placeholder with the plain text before it; ``key`` is "" for the plain text at the end."""

    before: str
    key: str = ""


class WordsError(ValueError):
    """Say what a field's text must not hold."""


@lru_cache(maxsize=256)
def parts(text: str) -> tuple[Part, ...]:
    """Take a field's text apart; raises WordsError with what is wrong with it.

    ``$name`` and ``${name}`` are placeholders and ``$$`` is a dollar. Braces anywhere else and
    ``%(`` belong to other template languages: refused, so that nobody prints them by mistake.
    """
    if len(text) > TEXT_LENGTH:
        raise WordsError(f"is longer than {TEXT_LENGTH} characters")
    if not text.isprintable():
        raise WordsError("must not hold control characters")
    found: list[Part] = []
    plain, end = "", 0
    for match in _PLACEHOLDER.finditer(text):
        plain += _plain(text[end : match.start()])
        end = match.end()
        if match[0] == "$$":
            plain += "$"
            continue
        key = _known(match[1] if match[2] is None else match[2], match[0])
        if _REACHING.match(text, end):
            raise WordsError(f"reaches into {match[0]}: a placeholder stands for its text alone")
        found.append(Part(plain, key))
        plain = ""
    plain += _plain(text[end:])
    return (*found, Part(plain)) if plain or not found else tuple(found)


def _plain(text: str) -> str:
    for sign in ("{", "}", "%("):
        if sign in text:
            raise WordsError(f"must not hold {sign}: a placeholder is written $name")
    return text


def _known(key: str | None, written: str) -> str:
    if key in PLACEHOLDERS:
        return str(key)
    if not key or not _NAME.fullmatch(key):
        raise WordsError("holds a $ that is no placeholder: write $name, or $$ for a dollar")
    raise WordsError(f"names {written}, which is none of: {', '.join(PLACEHOLDERS)}")


@lru_cache(maxsize=256)
def keys(text: str) -> frozenset[str]:
    """Return the placeholders of a field's text; raises WordsError."""
    return frozenset(part.key for part in parts(text) if part.key)


@lru_cache(maxsize=256)
def is_shared(text: str) -> bool:
    """Tell whether a field says the same on every badge of one role."""
    return keys(text) <= SHARED


def fill(text: str, values: Mapping[str, str]) -> str:
    """Return a field's text with its placeholders filled; raises WordsError.

    What is not known leaves no trace: the plain text before an empty placeholder goes with it, so
    ``$seat · $job_title`` has no dot where there is no seat, and ``Seat $seat`` says nothing.
    What a value holds is never looked at again: ``$event`` as a person's name stays those letters.
    """
    shown, last = "", True
    taken = parts(text)
    for at, part in enumerate(taken):
        if not part.key:
            shown += part.before if last else ""
            continue
        value = values.get(part.key, "")
        last = bool(value)
        if value:
            shown += (part.before if shown or not at else "") + value
    return shown
