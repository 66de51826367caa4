"""The search index: distinct names and organisations, under every key people look for them by.

A key is the text's letters (three a syllable), its initials, or its Latin form, from the beginning
or from a later syllable; one range scan answers a query. FTS5 would not do: its trigram tokeniser
finds no two-syllable name on SQLite 3.40.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from kiosk.domain import hangul
from kiosk.domain.registration import Registration
from kiosk.domain.surnames import spellings
from kiosk.domain.text import squeeze, squeeze_organisation
from kiosk.storage import roster

_SCOPES = 16
_LAST = "\U0010ffff"


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
    connection: sqlite3.Connection, event_number: int, people: Iterable[Registration]
) -> Words:
    """Return every word's number, adding the words that are new with their keys."""
    names: dict[tuple[str, str], int] = {}
    organisations: dict[str, int] = {}
    for kind, text, latin, number in connection.execute(
        "SELECT kind, text, latin, number FROM word WHERE event = ?", (event_number,)
    ):
        if kind == "name":
            names[text, latin] = number
        else:
            organisations[text] = number
    number = connection.execute("SELECT coalesce(max(number), 0) FROM word").fetchone()[0]
    rows: list[tuple[int, int, str, str, str]] = []
    keys: list[tuple[int, str, int]] = []
    base = event_number * _SCOPES
    for person in people:
        name = (person.name, person.name_latin)
        if name not in names:
            number += 1
            names[name] = number
            rows.append((number, event_number, "name", *name))
            keys += [(base + space, key, number) for space, key in name_keys(*name)]
        organisation = person.organisation
        if organisation and organisation not in organisations:
            number += 1
            organisations[organisation] = number
            rows.append((number, event_number, "organisation", organisation, ""))
            keys += [(base + space, key, number) for space, key in organisation_keys(organisation)]
    connection.executemany(
        "INSERT INTO word (number, event, kind, text, latin) VALUES (?, ?, ?, ?, ?)", rows
    )
    keys.sort()
    connection.executemany(
        "INSERT OR IGNORE INTO word_key (scope, key, word) VALUES (?, ?, ?)", keys
    )
    return Words(names, organisations)


def name_keys(name: str, latin: str) -> set[tuple[int, str]]:
    """Return the (space, key) pairs under which a name is found."""
    text = squeeze(name)
    letters, initials = hangul.jamo(text), hangul.plain_initials(text)
    keys: set[tuple[int, str]] = {(Space.NAME, letters)}
    if initials != text:
        keys.add((Space.NAME_INITIALS, initials))
    for at in range(1, len(text)):
        keys.add((Space.NAME_INSIDE, letters[3 * at :]))
        if initials != text and at + 1 < len(text):
            keys.add((Space.NAME_INITIALS_INSIDE, initials[at:]))
    keys.update((Space.NAME_LATIN, form) for form in _latin_forms(text, latin or name))
    return keys


def _latin_forms(text: str, latin: str) -> set[str]:
    forms: set[str] = set()
    if any(map(hangul.is_syllable, text)):
        given = hangul.romanise(text[1:])
        forms.update(family + given for family in spellings(text[0]))
        forms.add(hangul.romanise(text))
        forms.add(given)
    parts = latin.casefold().replace("-", " ").replace(",", " ").split()
    if latin.isascii() and parts:
        forms.update(squeeze("".join(parts[at:])) for at in range(len(parts)))
        forms.add(squeeze(parts[-1] + "".join(parts[:-1])))
    return {form for form in forms if form}


@lru_cache(maxsize=1024)
def organisation_keys(organisation: str) -> frozenset[tuple[int, str]]:
    """Return the (space, key) pairs under which an organisation is found."""
    text = squeeze_organisation(organisation)
    letters, initials = hangul.jamo(text), hangul.plain_initials(text)
    keys: set[tuple[int, str]] = {(Space.ORGANISATION, letters)}
    if initials != text:
        keys.add((Space.ORGANISATION_INITIALS, initials))
    keys.update((Space.ORGANISATION_INSIDE, letters[3 * at :]) for at in range(1, len(text)))
    return frozenset(keys)


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
