"""The search index: distinct names and organisations, under every key people look for them by.

A key is the text's letters (three a syllable), its initials, or its Latin form, from the beginning
or from a later syllable; one range scan answers a query. FTS5 would not do: its trigram tokeniser
finds no two-syllable name on SQLite 3.40.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from kiosk.domain import hangul
from kiosk.domain.registration import Registration
from kiosk.domain.surnames import SPELLINGS
from kiosk.domain.text import squeeze, squeeze_organisation
from kiosk.storage import roster

_SCOPES = 16
_LAST = "\U0010ffff"
ORGANISATIONS = 50
"""How many are told at most: some are one organisation in two spellings."""


class Space(IntEnum):
    """Where a key stands; a search asks them in this order."""

    NAME = 0
    NAME_INITIALS = 1
    NAME_LATIN = 2
    NAME_INSIDE = 3
    NAME_INITIALS_INSIDE = 4
    ORGANISATION = 5
    ORGANISATION_INITIALS = 6
    ORGANISATION_INSIDE = 7


@dataclass(frozen=True, slots=True)
class Words:
    """The numbers of the words of some people: by (name, Latin name) and by organisation."""

    names: dict[tuple[str, str], int]
    organisations: dict[str, int]


def index(
    connection: sqlite3.Connection,
    event_number: int,
    names: Iterable[tuple[str, str]],
    organisations: Iterable[str],
) -> Words:
    """Return every word's number, adding the words that are new with their keys.

    ``names`` are (name, Latin name) pairs; any of both may come again and again.
    """
    held = _held_words(connection, event_number)
    number = connection.execute("SELECT coalesce(max(number), 0) FROM word").fetchone()[0]
    new = _NewWords(event_number, number)
    for name in dict.fromkeys(names):
        if name not in held.names:
            held.names[name] = new.add_name(*name)
    for organisation in dict.fromkeys(organisations):
        if organisation and organisation not in held.organisations:
            held.organisations[organisation] = new.add_organisation(organisation)
    new.write(connection)
    return held


def _held_words(connection: sqlite3.Connection, event_number: int) -> Words:
    held = Words({}, {})
    for kind, text, latin, number in connection.execute(
        "SELECT kind, text, latin, number FROM word WHERE event = ?", (event_number,)
    ):
        if kind == "name":
            held.names[text, latin] = number
        else:
            held.organisations[text] = number
    return held


_FRESH = (
    "CREATE TEMP TABLE IF NOT EXISTS fresh_word (number INTEGER, organisation INTEGER,"
    " letters TEXT, initials TEXT, latin TEXT, given TEXT)"
)
_PLACES = (
    "WITH RECURSIVE place (at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM place"
    " WHERE at + 1 < (SELECT max(length(letters)) / 3 FROM fresh_word))"
)
_INTO = "INSERT OR IGNORE INTO word_key (scope, key, word)"
# Each key is worked out where it is written: a word is handed over once, not once a key.
_WHOLE = (
    _INTO + " SELECT ? + ?, {key}, number FROM fresh_word WHERE organisation = ? AND {key} > ''"
)
_INSIDE = (
    f"{_PLACES} {_INTO} SELECT ? + ?, substr({{text}}, {{width}} * at + 1) AS key, number"
    " FROM fresh_word JOIN place ON at < length({text}) / {width} - {spared}"
    " WHERE organisation = ?"
)
_IN_ORDER = " ORDER BY 2, 3"
_KEYS = (
    (Space.NAME, 0, _WHOLE.format(key="letters")),
    (Space.NAME_INITIALS, 0, _WHOLE.format(key="initials")),
    (Space.NAME_LATIN, 0, _WHOLE.format(key="latin")),
    (Space.NAME_LATIN, 0, _WHOLE.format(key="given")),
    (Space.NAME_INSIDE, 0, _INSIDE.format(text="letters", width=3, spared=0)),
    (Space.NAME_INITIALS_INSIDE, 0, _INSIDE.format(text="initials", width=1, spared=1)),
    (Space.ORGANISATION, 1, _WHOLE.format(key="letters")),
    (Space.ORGANISATION_INITIALS, 1, _WHOLE.format(key="initials")),
    (Space.ORGANISATION_INSIDE, 1, _INSIDE.format(text="letters", width=3, spared=0)),
)


class _Forms(dict[str, tuple[str, str, str]]):
    """Letters, initials and Latin form of parts of names; given names come again and again."""

    def __missing__(self, part: str) -> tuple[str, str, str]:
        if len(self) > _FORMS_KEPT:
            self.clear()
        made = hangul.jamo(part), hangul.plain_initials(part), hangul.romanise(part)
        self[part] = made
        return made


_FORMS_KEPT = 50_000
_FORMS = _Forms()


class _NewWords:
    """Words on their way into the index."""

    def __init__(self, event_number: int, last: int) -> None:
        self._event, self._last = event_number, last
        self._words: list[tuple[int, int, str, str, str]] = []
        self._fresh: list[tuple[int, int, str, str, str, str]] = []
        self._latin: list[tuple[int, str, int]] = []

    def add_name(self, name: str, latin: str) -> int:
        """Take a person's name, and return its word's number."""
        self._last = number = self._last + 1
        self._words.append((number, self._event, "name", name, latin))
        text = squeeze(name)
        family, given = _FORMS[text[:1]], _FORMS[text[1:]]
        letters, first = family[0] + given[0], family[1] + given[1]
        if first == text:
            self._fresh.append((number, 0, letters, "", "", ""))
        else:
            self._fresh.append((number, 0, letters, first, family[2] + given[2], given[2]))
        if latin or name.isascii():
            scope = self._event * _SCOPES + Space.NAME_LATIN
            self._latin += [(scope, form, number) for form in _latin_forms(latin or name)]
        return number

    def add_organisation(self, organisation: str) -> int:
        """Take an organisation, and return its word's number."""
        self._last = number = self._last + 1
        self._words.append((number, self._event, "organisation", organisation, ""))
        text = squeeze_organisation(organisation)
        first = hangul.plain_initials(text)
        letters = hangul.jamo(text)
        self._fresh.append((number, 1, letters, first if first != text else "", "", ""))
        return number

    def write(self, connection: sqlite3.Connection) -> None:
        """Add the words; keys go in the order of their b-tree, which makes it one pass."""
        if not self._words:
            return
        connection.executemany(
            "INSERT INTO word (number, event, kind, text, latin) VALUES (?, ?, ?, ?, ?)",
            self._words,
        )
        connection.execute(_FRESH)
        connection.executemany("INSERT INTO fresh_word VALUES (?, ?, ?, ?, ?, ?)", self._fresh)
        base = self._event * _SCOPES
        for space, is_organisation, statement in _KEYS:
            connection.execute(statement + _IN_ORDER, (base, int(space), is_organisation))
        connection.executemany(f"{_INTO} VALUES (?, ?, ?)", self._latin)
        connection.execute("DELETE FROM fresh_word")


def _latin_forms(latin: str) -> set[str]:
    """Return a Latin name from each of its words on, and with its last word first."""
    parts = latin.casefold().replace("-", " ").replace(",", " ").split()
    forms = {squeeze("".join(parts[at:])) for at in range(len(parts))}
    forms.add(squeeze("".join([*parts[-1:], *parts[:-1]])))
    return forms - {""}


def latin_questions(typed: str) -> list[str]:
    """Return the keys that typed Latin letters may mean: themselves, and with the surname as it
    would be romanised (kim → gim), which is how the index has it.
    """
    asked = [typed]
    for spelling, surname in SPELLINGS:
        roman = hangul.romanise(surname)
        if typed.startswith(spelling):
            asked.append(roman + typed[len(spelling) :])
        elif len(typed) > 1 and spelling.startswith(typed):
            asked.append(roman)
    return list(dict.fromkeys(asked))


def _select(column: str) -> str:
    return (
        f"SELECT {roster.COLUMNS} FROM word_key k JOIN registration r ON r.{column} = k.word"
        " WHERE k.scope = ? AND k.key >= ? AND k.key < ? LIMIT ?"
    )


_BY_NAME, _BY_ORGANISATION = _select("name_word"), _select("organisation_word")


def people(
    connection: sqlite3.Connection, event_number: int, space: Space, key: str, limit: int
) -> list[Registration]:
    """Return the people with a word whose key in ``space`` begins with ``key``, nearest first."""
    statement = _BY_ORGANISATION if space >= Space.ORGANISATION else _BY_NAME
    scope = event_number * _SCOPES + space
    rows = connection.execute(statement, (scope, key, key + _LAST, limit))
    return [roster.registration(row) for row in rows]


_LARGEST = (
    "SELECT w.text, count(*) AS people FROM"
    " (SELECT DISTINCT k.word FROM word_key k JOIN json_each(?1) j"
    "  ON k.scope = ?2 AND k.key >= j.value AND k.key < j.value || ?3) found"
    " JOIN word w ON w.number = found.word"
    " JOIN registration r ON r.organisation_word = found.word"
    " GROUP BY found.word ORDER BY people DESC, w.text LIMIT ?4"
)


def organisations(
    connection: sqlite3.Connection, event_number: int, space: Space, keys: Sequence[str]
) -> list[str]:
    """Return the organisations with a key that begins with one of some, most people first."""
    scope = event_number * _SCOPES + space
    rows = connection.execute(_LARGEST, (json.dumps(list(keys)), scope, _LAST, ORGANISATIONS))
    return [row[0] for row in rows]


def by_last_four(
    connection: sqlite3.Connection, event_number: int, digits: str, limit: int
) -> list[Registration]:
    """Return the people whose telephone number ends in four digits."""
    rows = connection.execute(
        f"SELECT {roster.COLUMNS} FROM registration r WHERE r.last_four = ? AND r.last_four <> ''"
        " AND r.event = ? LIMIT ?",
        (digits, event_number, limit),
    )
    return [roster.registration(row) for row in rows]


def distinct_names(connection: sqlite3.Connection, event_number: int) -> list[tuple[str, int]]:
    """Return every distinct name with its word's number, for the search by likeness."""
    return connection.execute(
        "SELECT text, number FROM word WHERE event = ? AND kind = 'name'", (event_number,)
    ).fetchall()


def by_words(
    connection: sqlite3.Connection, words: Sequence[int], limit: int
) -> list[Registration]:
    """Return the people of some name words, in the words' order."""
    found: list[Registration] = []
    for word in words:
        rows = connection.execute(
            f"SELECT {roster.COLUMNS} FROM registration r WHERE r.name_word = ? LIMIT ?",
            (word, limit - len(found)),
        )
        found += [roster.registration(row) for row in rows]
        if len(found) >= limit:
            break
    return found
