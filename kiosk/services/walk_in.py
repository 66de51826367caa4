"""Registering at the door: one transaction from what was typed to a person on the roster."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from kiosk.domain import hangul
from kiosk.domain.errors import KioskError
from kiosk.domain.event import MAIN_CONSENT
from kiosk.domain.registration import Registration, Source, Status
from kiosk.domain.text import clean, squeeze, squeeze_organisation
from kiosk.domain.ticket import new_tokens
from kiosk.domain.walk_in import Registered, WalkInForm
from kiosk.services import attendance, consent, roster_values
from kiosk.services.roster_values import Problem
from kiosk.storage import journal, roster, roster_writing, search
from kiosk.storage.search import Space
from kiosk.storage.store import Connection

if TYPE_CHECKING:
    from kiosk.services.open_desk import OpenDesk

_QUERY_LENGTH = 80


def register(desk: OpenDesk, form: WalkInForm, consents: Mapping[str, bool]) -> Registered:
    """Put a person on the roster with a ticket, search words and consents, all of it or nothing.

    Whoever is there already by name and number is found instead, and their answers are kept for
    them. Where the event rests on consent, nothing is kept of whoever does not give it. Raises
    KioskError: those of ``WalkInForm.checked``, EMAIL_WRONG, CONSENT_MISSING, CONSENT_UNKNOWN, and
    those of the store.
    """
    checked = form.checked()
    if isinstance(roster_values.email(checked.email), Problem):
        raise KioskError("EMAIL_WRONG")
    consent.check(desk, consents)
    if consent.notice(desk).asks and not consents.get(MAIN_CONSENT):
        raise KioskError("CONSENT_MISSING")
    made = person_of(checked)
    answered = consent.Batch(journal.new_entry_id(), made.id, consents, datetime.now(UTC))

    def work(connection: Connection) -> Registered:
        # Ids were drawn before the first attempt: its commit may be on disk though it raised.
        if roster.find(connection, made.id) is not None:
            return Registered(made.id, was_known=False)
        held = holder(desk, connection, checked)
        if held is None:
            roster_writing.add(connection, desk.event_number, [made])
        who = held.id if held is not None else made.id
        consent.put(desk, connection, answered._replace(registration=who))
        return Registered(who, held is not None)

    done = desk.store.write(work)
    if not done.was_known:
        attendance.count_walk_in(desk, done.registration_id)
    return done


def person_of(form: WalkInForm) -> Registration:
    """Return a new person of a checked form, with an id and a ticket of their own."""
    return Registration(
        roster_writing.new_ids(1)[0], form.name, organisation=form.organisation,
        job_title=form.job_title, phone=form.phone, email=form.email, ticket=new_tokens(1)[0],
        source=Source.WALK_IN,
    )  # fmt: skip


def known(desk: OpenDesk, name: str, phone: str) -> str:
    """Return the registration of a person of this name and number, or "".

    Raises KioskError as ``WalkInForm.checked``.
    """
    form = WalkInForm(name, phone).checked()
    held = desk.store.read(lambda connection: holder(desk, connection, form))
    return held.id if held is not None else ""


def holder(desk: OpenDesk, connection: Connection, form: WalkInForm) -> Registration | None:
    """Return who has this name and number on this event's roster; without a number it is nobody.

    Of several it is one who may come, and of those the first.
    """
    if not form.phone:
        return None
    name = squeeze(form.name)
    callers = roster.by_phone(connection, desk.event_number, form.phone)
    same = [one for one in callers if squeeze(one.name) == name]
    return min(same, key=lambda one: one.status is Status.CANCELLED, default=None)


def organisations(desk: OpenDesk, typed: str, limit: int = 3) -> list[str]:
    """Return organisations of the roster that what is typed so far may become, the largest first.

    A syllable still being composed matches what it may grow into (포스ㅋ and 포슼 find 포스코), and
    so do initials and Latin letters. Those that begin with it go before those that hold it
    somewhere; of two spellings ((주)예시, 예시) the one of more people is told.
    """
    wanted = clean(typed[: 4 * _QUERY_LENGTH])[:_QUERY_LENGTH]
    found: dict[str, str] = {}
    for space, keys in _questions(wanted):
        told = search.organisations(desk.store.connection, desk.event_number, space, keys)
        for name in told:
            found.setdefault(squeeze_organisation(name), name)
            if len(found) == limit:
                return list(found.values())
    return list(found.values())


def _questions(typed: str) -> list[tuple[Space, list[str]]]:
    bare = squeeze_organisation(typed)
    if not bare:
        return []
    keys = hangul.growing(bare)
    asked = [(Space.ORGANISATION, keys)]
    initials = hangul.spread(bare)
    if all(map(hangul.is_initial, initials)):
        asked.append((Space.ORGANISATION_INITIALS, [hangul.plain_initials(initials)]))
    return [*asked, (Space.ORGANISATION_INSIDE, keys)]
