"""Finding people by what a person can say or type: for staff in full, for guests masked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.domain import hangul
from kiosk.domain.found import CARDS, Card, Cards, Hit, Sheet
from kiosk.domain.journal import Entry, Presence, fold
from kiosk.domain.registration import Registration, Status
from kiosk.domain.text import clean, mask_name, squeeze, squeeze_organisation
from kiosk.services import badges
from kiosk.storage import journal, roster, search
from kiosk.storage.search import Space

if TYPE_CHECKING:
    from kiosk.domain.event import Session
    from kiosk.services.open_desk import OpenDesk

LIMIT = 50
QUERY_LENGTH = 80
_LIKENESS = 80
"""Per cent of a name's letters that must agree: one typo in three syllables scores 89 or more."""


def find(
    desk: OpenDesk, text: str, session: Session | None = None, limit: int = LIMIT
) -> list[Hit]:
    """Find people by name, initials, Latin letters, organisation or last four digits.

    The nearest come first; people who only sound alike come when there is nobody else. The text is
    always literal, and anything at all may be typed. Presence is counted in ``session``, else in
    any session.
    """
    people = _matches(desk, text, limit)
    if not people:
        return []
    found = journal.histories(desk.store.connection, [one.id for one in people])
    if not found:
        return [Hit(one, _NOBODY) for one in people]
    return [Hit(one, _presence(found, one.id, session)) for one in people]


_NOBODY = Presence()


def _presence(
    found: dict[tuple[str, str], list[Entry]], person: str, session: Session | None
) -> Presence:
    if session is not None:
        return fold(found.get((person, session.id), ()))
    each = [fold(entries) for (who, _), entries in found.items() if who == person]
    come = [one for one in each if one.has_come]
    return next((one for one in come if one.inside), come[0] if come else _NOBODY)


def _matches(desk: OpenDesk, text: str, limit: int) -> list[Registration]:
    wanted = clean(text[: 4 * QUERY_LENGTH])[:QUERY_LENGTH]
    if not wanted:
        return []
    connection, event = desk.store.connection, desk.event_number
    if wanted.isdecimal() and wanted.isascii() and len(wanted) == 4:
        callers = search.by_last_four(connection, event, wanted, limit)
        if callers:
            return callers
    found: dict[str, Registration] = {}
    for space, key in _questions(wanted):
        for one in search.people(connection, event, space, key, limit - len(found)):
            found.setdefault(one.id, one)
        if len(found) >= limit:
            return list(found.values())
    return list(found.values()) or _alike(desk, wanted, limit)


def _questions(text: str) -> list[tuple[Space, str]]:
    """Return the (space, key) pairs a query asks, in order."""
    typed = squeeze(text)
    if not typed:
        return []
    company = squeeze_organisation(text)
    if all(map(hangul.is_initial, typed)):
        return _initials(hangul.plain_initials(typed))
    if typed.isascii() and not typed.isdecimal():
        asked = [(Space.NAME, _letters(typed))]
        asked += [(Space.NAME_LATIN, key) for key in search.latin_questions(typed)]
        asked += [(Space.ORGANISATION, _letters(company))]
        keyed = hangul.from_keys(typed)
        if all(map(hangul.is_initial, keyed)) and len(keyed) > 1:
            asked += _initials(hangul.plain_initials(keyed))
        asked += [(Space.NAME_INSIDE, _letters(typed))]
        return [*asked, (Space.ORGANISATION_INSIDE, _letters(company))]
    return [
        (Space.NAME, _letters(typed)),
        (Space.NAME_INSIDE, _letters(typed)),
        (Space.ORGANISATION, _letters(company)),
        (Space.ORGANISATION_INSIDE, _letters(company)),
    ]


def _initials(typed: str) -> list[tuple[Space, str]]:
    spaces = (Space.NAME_INITIALS, Space.NAME_INITIALS_INSIDE, Space.ORGANISATION_INITIALS)
    return [(space, typed) for space in spaces]


def _letters(typed: str) -> str:
    """Return a query's letters; a last syllable without a final may still be getting one."""
    return hangul.jamo(typed).rstrip()


def _alike(desk: OpenDesk, text: str, limit: int) -> list[Registration]:
    """Return people whose name has one typo less than the query, by the likeness of letters."""
    typed = squeeze(text)
    if len(typed) < 2:
        return []
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only a query that found nobody pays for it

    connection = desk.store.connection
    names = search.distinct_names(connection, desk.event_number)
    letters = {number: hangul.jamo(squeeze(name)) for name, number in names}
    close = process.extract(
        hangul.jamo(typed), letters, scorer=fuzz.ratio, score_cutoff=_LIKENESS, limit=10
    )
    return search.by_words(connection, [number for _, _, number in close], limit)


def find_cards(desk: OpenDesk, typed: str) -> Cards:
    """Return masked candidates for initial consonants or Latin letters, from the name's beginning.

    A name of exactly the typed length comes first. Nobody's full name, title, phone or e-mail is in
    the answer.
    """
    connection, event = desk.store.connection, desk.event_number
    letters = squeeze(typed[:QUERY_LENGTH])
    if not letters:
        return Cards(0)
    if letters.isascii():
        asked = [(Space.NAME_LATIN, key) for key in search.latin_questions(letters)]
    else:
        asked = [(Space.NAME_INITIALS, hangul.plain_initials(letters))]
    people = {
        one.id: one
        for space, key in asked
        for one in search.people(connection, event, space, key, LIMIT)
    }
    shown = [one for one in people.values() if one.status is not Status.CANCELLED]
    if len(shown) > CARDS:
        return Cards(len(shown))
    shown.sort(key=lambda one: len(squeeze(one.name)) != len(letters))
    return Cards(len(shown), tuple(map(_card, shown)))


def _card(person: Registration) -> Card:
    return Card(person.id, mask_name(person.name), person.organisation, bool(person.phone))


def match_digits(desk: OpenDesk, registrations: list[str], digits: str) -> list[str]:
    """Return which of the candidates have these last four digits; empty where none has."""
    found = [roster.find(desk.store.connection, one) for one in registrations[:CARDS]]
    return [
        pair[0].id
        for pair in found
        if pair is not None and len(digits) == 4 and pair[0].phone.endswith(digits)
    ]


def sheet(desk: OpenDesk, registration_id: str) -> Sheet:
    """Return what staff see of one person; raises KioskError REGISTRATION_UNKNOWN."""
    person = badges.person(desk, registration_id)
    found = journal.histories(desk.store.connection, [registration_id])
    presences = {
        one.id: fold(found.get((registration_id, one.id), ())) for one in desk.event.sessions
    }
    return Sheet(person, presences, badges.state(desk, registration_id))


def document(hit: Hit) -> dict[str, str]:
    """Return a person found as the contract's row."""
    one = hit.registration
    return {
        "registration": one.id,
        "name": one.name,
        "organisation": one.organisation,
        "job_title": one.job_title,
        "category": one.category.value,
        "presence": hit.presence.state,
    }
