"""Consent at the door: who is asked, and what they answered to which text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from kiosk.domain.consent import (
    ConsentAnswer,
    ConsentNotice,
    Means,
    complete,
    document,
    is_asked,
    notice_of,
    sha256,
)
from kiosk.domain.errors import KioskError
from kiosk.domain.event import MAIN_CONSENT
from kiosk.domain.registration import Registration
from kiosk.services import badges
from kiosk.storage import consent, journal
from kiosk.storage.store import Connection

if TYPE_CHECKING:
    from kiosk.services.open_desk import OpenDesk


class Batch(NamedTuple):
    """What one person answered at once; ``id`` exists before the first attempt to write it."""

    id: str
    registration: str
    answers: Mapping[str, bool]
    at: datetime
    means: Means = Means.SCREEN


def notice(desk: OpenDesk) -> ConsentNotice:
    """Return what this event's guests are shown."""
    return notice_of(desk.event)


def is_needed(desk: OpenDesk, registration_id: str) -> bool:
    """Tell whether a person must be asked before they are checked in.

    Whoever refused the text as it is now is not asked again; a changed text asks anew. Raises
    KioskError REGISTRATION_UNKNOWN.
    """
    return is_open(desk, desk.store.connection, badges.person(desk, registration_id))


def is_open(desk: OpenDesk, connection: Connection, person: Registration) -> bool:
    """Tell the same of a person at hand, inside the caller's reading."""
    if not is_asked(desk.event, person):
        return False
    current = sha256(document(notice_of(desk.event)))
    return not consent.has_answered(connection, person.id, MAIN_CONSENT, current)


def keep(
    desk: OpenDesk,
    registration_id: str,
    answers: Mapping[str, bool],
    means: Means | str = Means.SCREEN,
) -> None:
    """Keep a person's answers with the text's hash and version, the time and this desk.

    ``answers`` are by consent id, "main" for the notice itself; with it in them, an optional
    consent that is not named was left unticked and is kept as refused. Raises KioskError:
    REGISTRATION_UNKNOWN, CONSENT_UNKNOWN, and those of the store.
    """
    check(desk, answers)
    badges.person(desk, registration_id)
    batch = journal.new_entry_id()
    at = datetime.now(UTC)
    desk.store.write(
        lambda connection: put(
            desk, connection, Batch(batch, registration_id, answers, at, Means(means))
        )
    )


def check(desk: OpenDesk, answers: Mapping[str, bool]) -> None:
    """Refuse answers to what nobody was asked; raises KioskError CONSENT_UNKNOWN."""
    known = notice_of(desk.event).ids
    for one in answers:
        if one not in known:
            raise KioskError("CONSENT_UNKNOWN", consent=one, known=list(known))


def put(desk: OpenDesk, connection: Connection, batch: Batch) -> None:
    """Keep a batch of answers, inside the caller's transaction."""
    shown = notice_of(desk.event)
    given = complete(shown, batch.answers)
    if not given:
        return
    text = document(shown)
    text_hash = sha256(text)
    version = consent.version_of(connection, desk.event_number, text_hash, text)
    identity = desk.store.identity.desk
    answers = [
        ConsentAnswer(
            batch.registration, one, granted, text_hash, version, batch.at, identity, batch.means
        )
        for one, granted in given.items()
    ]
    consent.add(connection, desk.event_number, batch.id, answers)


def of_person(desk: OpenDesk, registration_id: str) -> list[ConsentAnswer]:
    """Return everything a person answered, the oldest first; see ``domain.consent.standing``."""
    badges.person(desk, registration_id)
    return consent.of_person(desk.store.connection, registration_id)
