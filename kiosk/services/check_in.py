"""Checking in: from the text of a code, or a person found by name, to a durable verdict."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from kiosk.domain.errors import KioskError
from kiosk.domain.event import BadgePolicy, Direction, Session
from kiosk.domain.journal import Kind, Presence, fold
from kiosk.domain.registration import Registration
from kiosk.domain.ticket import fold as fold_ticket
from kiosk.domain.ticket import is_readable
from kiosk.domain.verdict import Outcome, Reason, Scan, Verdict, decide, refuse
from kiosk.services.open_desk import OpenDesk
from kiosk.storage import journal, outbox, roster
from kiosk.storage.store import Connection

BADGE = "badge"

_Resolver = Callable[[Connection], "Registration | Reason"]


def scan(desk: OpenDesk, session: Session, text: str, seen: Scan) -> Verdict:
    """Answer the text of a code; a verdict that admits is on disk when this returns.

    Raises KioskError where the record cannot be written: then nobody was admitted.
    """
    if not is_readable(text):
        return refuse(Reason.UNREADABLE, seen.direction)
    folded = fold_ticket(text)
    if not folded:
        return refuse(Reason.UNREADABLE, seen.direction)

    def person(connection: Connection) -> Registration | Reason:
        return _resolve(desk, roster.by_ticket(connection, folded), text)

    return _record(desk, session, person, seen)


def _resolve(desk: OpenDesk, matches: list[roster.TicketMatch], text: str) -> Registration | Reason:
    """Return whom a text means: exactly as it is, else the one ticket it may be."""
    ours = [match for match in matches if match.event == desk.event_number]
    exact = [match for match in ours if match.text == text]
    meant = exact or ours
    if not meant:
        return Reason.OTHER_EVENT if matches else Reason.UNKNOWN
    if len(meant) > 1:
        return Reason.AMBIGUOUS
    return Reason.REVOKED if meant[0].is_revoked else meant[0].registration


def check_in(desk: OpenDesk, session: Session, registration_id: str, seen: Scan) -> Verdict:
    """Answer for a person who was found by name, by the same rules as a scan.

    Raises KioskError: REGISTRATION_UNKNOWN, and those of the store.
    """

    def person(connection: Connection) -> Registration:
        found = roster.find(connection, registration_id)
        if found is None or found[1] != desk.event_number:
            raise KioskError("REGISTRATION_UNKNOWN", registration=registration_id)
        return found[0]

    return _record(desk, session, person, seen)


def _record(desk: OpenDesk, session: Session, person: _Resolver, seen: Scan) -> Verdict:
    """Decide and record in one transaction; a repeat after a failed commit finds its own entry."""
    entry_id = journal.new_entry_id()
    decided: list[Verdict] = []

    def work(connection: Connection) -> Verdict:
        if decided and journal.exists(connection, entry_id):
            return decided[0]
        found = person(connection)
        if isinstance(found, Reason):
            return refuse(found, seen.direction)
        verdict = _decide(desk, connection, session, found, seen)
        if verdict.outcome is Outcome.ADMIT:
            verdict = _write(desk, connection, verdict, seen, entry_id)
            decided[:] = [verdict]
        return verdict

    return desk.store.write(work)


def _decide(
    desk: OpenDesk,
    connection: Connection,
    session: Session,
    person: Registration,
    seen: Scan,
) -> Verdict:
    presence: Presence = fold(journal.history(connection, person.id, session.id))
    event = desk.event
    taken, answered = 0, frozenset[str]()
    if session.capacity and not presence.has_come:
        taken = journal.count_come(connection, session.id, desk.event_number)
    if event.questions:
        answered = journal.answered(connection, person.id)
    return decide(event, session, person, presence, seen, taken=taken, known_answers=answered)


def _write(
    desk: OpenDesk, connection: Connection, verdict: Verdict, seen: Scan, entry_id: str
) -> Verdict:
    person, session = verdict.registration, verdict.session
    assert person is not None and session is not None  # noqa: PT018, S101 - an admitted person has both
    kind = Kind.OUT if verdict.direction is Direction.OUT else Kind.IN
    line = journal.Line(entry_id, session.id, person.id, kind, seen.at)
    journal.append(connection, desk.store.identity, desk.event_number, line)
    if seen.answers and kind is Kind.IN:
        usable = {
            one.id: seen.answers[one.id]
            for one in desk.event.questions
            if one.accepts(seen.answers.get(one.id))
        }
        journal.keep_answers(connection, person.id, entry_id, usable)
    job = ""
    if kind is Kind.IN and _wants_badge(connection, session, person):
        job = entry_id
        outbox.put(
            connection, job, kind=BADGE, event=desk.event_number, registration=person.id, entry=job
        )
    return Verdict(
        verdict.outcome,
        verdict.reason,
        verdict.direction,
        person,
        session,
        first_at=verdict.first_at or (seen.at if kind is Kind.IN else None),
        entry=entry_id,
        badge_job=job,
    )


def _wants_badge(connection: Connection, session: Session, person: Registration) -> bool:
    if session.print_badge is BadgePolicy.ONCE:
        return not outbox.has_made(connection, person.id, BADGE)
    return session.print_badge is BadgePolicy.ALWAYS


def void(desk: OpenDesk, entry_id: str, reason: str) -> str:
    """Undo an entry, keep the reason, and return the new entry's id.

    A badge that still waits for it is not printed. Raises KioskError: ENTRY_UNKNOWN, ENTRY_IS_VOID
    (a void itself), ALREADY_VOID (undone before), REASON_MISSING.
    """
    if not reason.strip():
        raise KioskError("REASON_MISSING")
    void_id = journal.new_entry_id()

    def work(connection: Connection) -> str:
        if journal.exists(connection, void_id):
            return void_id
        found = journal.find(connection, entry_id)
        if found is None or found[1] != desk.event_number:
            raise KioskError("ENTRY_UNKNOWN", entry=entry_id)
        entry = found[0]
        if entry.kind is Kind.VOID:
            raise KioskError("ENTRY_IS_VOID", entry=entry_id)
        if journal.voided_by(connection, entry):
            raise KioskError("ALREADY_VOID", entry=entry_id)
        now = datetime.now(UTC)
        line = journal.Line(void_id, entry.session, entry.registration, Kind.VOID, now, entry.id)
        journal.append(connection, desk.store.identity, desk.event_number, line)
        journal.remark(connection, void_id, reason.strip())
        outbox.withdraw(connection, entry_id)
        return void_id

    return desk.store.write(work)
