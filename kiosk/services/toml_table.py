"""Reading one table of an event file: each value by its kind, each fault by its line and key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum
from typing import NoReturn, TypeVar
from zoneinfo import ZoneInfo

from kiosk.domain.errors import KioskError
from kiosk.domain.event import LANGUAGES, Words

E = TypeVar("E", bound=StrEnum)

_HEADER = re.compile(r"^\s*(\[\[?)\s*([A-Za-z0-9_.\-\"' ]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"^\s*([A-Za-z0-9_-]+|\"[^\"]*\")\s*[=.]")
_TEXT_LIMIT = 2_000
# Years that every time zone can express, and in which no check-in is a misprint.
_YEARS = range(1970, 3000)


def lines_of(text: str) -> dict[str, int]:
    """Return the line (from 1) of every table and key, by path (``session[1].entry``)."""
    found: dict[str, int] = {}
    counts: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            table = header[2].strip()
            if header[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = f"{table}[{counts[table]}]"
            found.setdefault(table, number)
        elif key := _KEY.match(line):
            name = key[1].strip('"')
            found.setdefault(f"{table}.{name}" if table else name, number)
    return found


class TomlTable:
    """One table and where it stands; each reader refuses what does not fit, by line and key."""

    def __init__(self, values: object, path: str, lines: Mapping[str, int]) -> None:
        self.path, self.lines = path, lines
        if not isinstance(values, Mapping):
            self.refuse("", "is not a table")
        self.values: Mapping[str, object] = values
        self._seen: set[str] = set()

    def refuse(self, key: str, problem: str) -> NoReturn:
        """Raise KioskError EVENT_FILE_WRONG for a key of this table."""
        where = f"{self.path}.{key}" if key and self.path else key or self.path
        # What is missing altogether has no line: the file's first is where it is looked for.
        line = self.lines.get(where) or self.lines.get(self.path) or 1
        raise KioskError("EVENT_FILE_WRONG", line=line, key=where, problem=problem)

    def has(self, key: str) -> bool:
        """Tell whether a key is given."""
        return key in self.values

    def _get(self, key: str) -> object:
        self._seen.add(key)
        return self.values.get(key)

    def close(self, *others: str) -> None:
        """Refuse keys that nobody asked for: a misspelt rule must not be a rule left out."""
        for key in self.values:
            if key not in self._seen and key not in others:
                self.refuse(key, "is no key of an event file; check its spelling")

    def table(self, key: str) -> TomlTable:
        """Return a table inside this one."""
        if not self.has(key):
            self.refuse(key, "is missing")
        return TomlTable(self._get(key), f"{self.path}.{key}" if self.path else key, self.lines)

    def tables(self, key: str) -> list[TomlTable]:
        """Return a list of tables, empty where there is none."""
        held = self._get(key)
        if held is None:
            return []
        if not isinstance(held, list):
            self.refuse(key, f"is written [[{key}]]")
        return [TomlTable(one, f"{key}[{at}]", self.lines) for at, one in enumerate(held)]

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text that is not blank."""
        held = self._get(key)
        if held is None and default is not None:
            return default
        if held is None:
            self.refuse(key, "is missing")
        if not isinstance(held, str) or (not held.strip() and default is None):
            self.refuse(key, "must be a text")
        if len(held) > _TEXT_LIMIT:
            self.refuse(key, f"is longer than {_TEXT_LIMIT} characters")
        return held.strip()

    def words(self, key: str, default: Words | None = None) -> Words:
        """Return a text in Korean, English or both; a plain text is taken for both."""
        held = self._get(key)
        if held is None and default is not None:
            return default
        if held is None:
            self.refuse(key, "is missing")
        if isinstance(held, str):
            held = dict.fromkeys(LANGUAGES, held)
        if not isinstance(held, Mapping) or not set(held) <= set(LANGUAGES):
            self.refuse(key, 'must be a text, or { ko = "…", en = "…" }')
        texts = {language: held.get(language, "") for language in LANGUAGES}
        if not all(isinstance(one, str) for one in texts.values()):
            self.refuse(key, "must hold texts")
        if not any(str(one).strip() for one in texts.values()):
            self.refuse(key, "is empty")
        return Words(str(texts["ko"]).strip(), str(texts["en"]).strip())

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Return a list of texts."""
        held = self._get(key)
        if held is None and default is not None:
            return default
        if held is None:
            self.refuse(key, "is missing")
        if not isinstance(held, list | tuple) or not all(isinstance(one, str) for one in held):
            self.refuse(key, 'must be a list of texts: ["…"]')
        return tuple(held)

    def choice(self, key: str, kinds: type[E], default: E) -> E:
        """Return one of an enumeration's values."""
        held = self._get(key)
        return default if held is None else self._one_of(key, held, kinds)

    def choices(self, key: str, kinds: type[E]) -> frozenset[E]:
        """Return a set of an enumeration's values."""
        return frozenset(self._one_of(key, one, kinds) for one in self.texts(key, ()))

    def _one_of(self, key: str, held: object, kinds: type[E]) -> E:
        known = {one.value: one for one in kinds}
        if not isinstance(held, str) or held not in known:
            self.refuse(key, f"must be one of {_listed(known)}")
        return known[held]

    def whole(self, key: str, default: int, *, least: int = 0, most: int = 1_000_000) -> int:
        """Return a whole number within bounds."""
        held = self._get(key)
        if held is None:
            return default
        if isinstance(held, bool) or not isinstance(held, int) or not least <= held <= most:
            self.refuse(key, f"must be a whole number from {least} to {most}")
        return held

    def share(self, key: str, default: float) -> float:
        """Return a share from 0 to 1."""
        held = self._get(key)
        if held is None:
            return default
        if isinstance(held, bool) or not isinstance(held, int | float) or not 0 <= held <= 1:
            self.refuse(key, "must be a number from 0 to 1")
        return float(held)

    def flag(self, key: str) -> bool:
        """Return true or false, false where it is not given."""
        held = self._get(key)
        if held is None:
            return False
        if not isinstance(held, bool):
            self.refuse(key, "must be true or false")
        return held

    def moment(self, key: str, zone: ZoneInfo, default: datetime | None = None) -> datetime:
        """Return an aware moment; one without an offset is local to ``zone``."""
        held = self._get(key)
        if held is None and default is not None:
            return default
        if held is None:
            self.refuse(key, "is missing")
        if isinstance(held, str):
            try:
                held = datetime.fromisoformat(held)
            except ValueError:
                held = None
        if not isinstance(held, datetime):
            self.refuse(key, "must be a date and time: 2026-03-26T14:00:00")
        if held.year not in _YEARS:
            self.refuse(key, f"must be in a year from {_YEARS[0]} to {_YEARS[-1]}")
        return held if held.tzinfo else held.replace(tzinfo=zone)


def _listed(values: Iterable[str]) -> str:
    return ", ".join(f'"{value}"' for value in values)
