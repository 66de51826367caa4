"""Checking in: from the text of a code, or a person found by name, to a durable verdict."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from kiosk.domain.arrival import Arrival, Needs
from kiosk.domain.deed import OTHER, DeedKind, Why
from kiosk.domain.errors import KioskError
from kiosk.domain.event import BadgePolicy, Direction, Session
from kiosk.domain.journal import Entry, Kind, fold, standing
from kiosk.domain.registration import Registration
from kiosk.domain.signing import STROKES_BYTES, SignedBy, Signing
from kiosk.domain.ticket import fold as fold_ticket
from kiosk.domain.ticket import is_readable
from kiosk.domain.verdict import Outcome, Reason, Scan, Verdict, decide, open_questions, refuse
from kiosk.services import audit, badges, consent
from kiosk.services.open_desk import OpenDesk
from kiosk.storage import journal, outbox, roster
from kiosk.storage import signature as signatures
from kiosk.storage.outbox import State
from kiosk.storage.store import Connection

Resolver = Callable[[Connection], "Registration | Reason"]
"""Finds whom a check-in is for, or why it is for nobody, inside its transaction."""

Also = Callable[[Connection, Verdict], None]
"""What else is written in the transaction of an admission."""


def scan(desk: OpenDesk, session: Session, text: str, seen: Scan) -> Verdict:
    """Answer the text of a code; a verdict that admits is on disk when this returns.

    Raises KioskError where the record cannot be written: then nobody was admitted.
    """
    person = _owner(desk, text)
    if isinstance(person, Reason):
        return refuse(person, seen.direction)
    return record(desk, session, person, seen)


def look(desk: OpenDesk, session: Session, text: str, seen: Scan) -> Arrival:
    """Return what ``scan`` would answer to a code, and what to ask first; writes nothing."""
    person = _owner(desk, text)
    if isinstance(person, Reason):
        return Arrival(refuse(person, seen.direction))
    return _look(desk, session, person, seen)


def _owner(desk: OpenDesk, text: str) -> Resolver | Reason:
    """Return how to find whom a text means, or why it is none to look up."""
    folded = fold_ticket(text) if is_readable(text) else ""
    if not folded:
        return Reason.UNREADABLE

    def person(connection: Connection) -> Registration | Reason:
        return _resolve(desk, roster.by_ticket(connection, folded), text)

    return person


def _resolve(desk: OpenDesk, matches: list[roster.TicketMatch], text: str) -> Registration | Reason:
    """Return whom a text means: exactly as it is, else the one ticket it may be."""
    exact = [match for match in matches if match.text == text]
    meant = [match for match in exact or matches if match.event == desk.event_number]
    if not meant:
        return Reason.OTHER_EVENT if matches else Reason.UNKNOWN
    if len(meant) > 1:
        return Reason.AMBIGUOUS
    return Reason.REVOKED if meant[0].is_revoked else meant[0].registration


def check_in(
    desk: OpenDesk,
    session: Session,
    registration_id: str,
    seen: Scan,
    signature: Signing | None = None,
) -> Verdict:
    """Answer for a person who was found by name, by the same rules as a scan.

    A signature is kept in the same transaction, where the session asks for one and the person comes
    in. Raises KioskError: REGISTRATION_UNKNOWN, SIGNATURE_EMPTY, SIGNATURE_LARGE, and those of the
    store.
    """
    also: Also | None = None
    if signature is not None:
        check_signature(signature)
        also = partial(_keep_signature, desk, seen, signature)
    return record(desk, session, named(desk, registration_id), seen, also)


def look_at(desk: OpenDesk, session: Session, registration_id: str, seen: Scan) -> Arrival:
    """Return what ``check_in`` would answer for a person, and what to ask first; writes nothing.

    Raises KioskError: REGISTRATION_UNKNOWN, and those of the store.
    """
    return _look(desk, session, named(desk, registration_id), seen)


def named(desk: OpenDesk, registration_id: str) -> Resolver:
    """Return how to find a person by id; the resolver raises KioskError REGISTRATION_UNKNOWN."""

    def person(connection: Connection) -> Registration:
        found = roster.find(connection, registration_id)
        if found is None or found[1] != desk.event_number:
            raise KioskError("REGISTRATION_UNKNOWN", registration=registration_id)
        return found[0]

    return person


def check_signature(signature: Signing) -> None:
    """Refuse a signature that is none; raises KioskError SIGNATURE_EMPTY, SIGNATURE_LARGE."""
    if signature.means is SignedBy.FINGER and not signature.strokes:
        raise KioskError("SIGNATURE_EMPTY")
    if len(signature.strokes) > STROKES_BYTES:
        raise KioskError("SIGNATURE_LARGE", bytes=len(signature.strokes), limit=STROKES_BYTES)


def _look(desk: OpenDesk, session: Session, person: Resolver, seen: Scan) -> Arrival:
    def work(connection: Connection) -> Arrival:
        found = person(connection)
        if isinstance(found, Reason):
            return Arrival(refuse(found, seen.direction))
        history = journal.history(connection, found.id)
        verdict = decide_within(desk, connection, session, found, history, seen)
        return Arrival(verdict, _needs(desk, connection, verdict, history, seen))

    return desk.store.read(work)


def _needs(
    desk: OpenDesk, connection: Connection, verdict: Verdict, history: list[Entry], seen: Scan
) -> Needs:
    """Return what is still to be asked; of nobody who would not come in by answering it."""
    person, session = verdict.registration, verdict.session
    comes_in = verdict.reason in (Reason.OK, Reason.NEEDS_ANSWERS)
    if not comes_in or verdict.direction is Direction.OUT or person is None or session is None:
        return Needs()
    answered = journal.answered(connection, person.id)
    return Needs(
        consent.is_open(desk, connection, person),
        session.sign and not _has_signed(connection, session, person, history),
        open_questions(desk.event, person, seen, answered),
        open_questions(desk.event, person, seen, answered, required=False),
    )


def _has_signed(
    connection: Connection, session: Session, person: Registration, history: list[Entry]
) -> bool:
    """Tell whether an entry that still holds was signed: one undone takes its signature along."""
    held = {entry.id for entry in standing(history) if entry.session == session.id}
    return not held.isdisjoint(signatures.signed_entries(connection, person.id))


def record(
    desk: OpenDesk, session: Session, person: Resolver, seen: Scan, also: Also | None = None
) -> Verdict:
    """Decide and record in one transaction, and with an admission whatever else belongs to it.

    The entry's id is drawn before the first attempt: a commit that raised may be on disk, and the
    next attempt then finds its own entry in the person's history and answers as it had decided.
    """
    entry_id = journal.new_entry_id()
    decided: Verdict | None = None

    def work(connection: Connection) -> Verdict:
        nonlocal decided
        found = person(connection)
        if isinstance(found, Reason):
            return refuse(found, seen.direction)
        history = journal.history(connection, found.id)
        if decided is not None and any(entry.id == entry_id for entry in history):
            return decided
        verdict = decide_within(desk, connection, session, found, history, seen)
        if verdict.outcome is not Outcome.ADMIT:
            return verdict
        decided = _write(desk, connection, verdict, seen, entry_id)
        if also is not None:
            also(connection, decided)
        return decided

    return desk.store.write(work)


def _keep_signature(
    desk: OpenDesk, seen: Scan, signature: Signing, connection: Connection, verdict: Verdict
) -> None:
    """Keep what the session asked for, and nothing that nobody asked for."""
    person, session = verdict.registration, verdict.session
    assert person is not None and session is not None  # noqa: PT018, S101 - admitted, so both
    if session.sign and verdict.direction is not Direction.OUT:
        signed = signatures.Signed(person.id, session.id, verdict.entry, seen.at, signature)
        signatures.keep(connection, desk.event_number, signed)


def decide_within(
    desk: OpenDesk,
    connection: Connection,
    session: Session,
    person: Registration,
    history: list[Entry],
    seen: Scan,
) -> Verdict:
    """Return the verdict on a person at hand, inside the caller's transaction; writes nothing."""
    presence = fold([entry for entry in history if entry.session == session.id])
    taken, answered = 0, frozenset[str]()
    if session.capacity and not presence.has_come:
        taken = journal.count_come(connection, session.id, desk.event_number)
    if desk.event.questions:
        answered = journal.answered(connection, person.id)
    verdict = decide(
        desk.event, session, person, presence, seen, taken=taken, known_answers=answered
    )
    if verdict.outcome is not Outcome.ADMIT or verdict.direction is Direction.OUT:
        return verdict
    return verdict._replace(first_at=min(verdict.first_at or seen.at, seen.at))


def _write(
    desk: OpenDesk, connection: Connection, verdict: Verdict, seen: Scan, entry_id: str
) -> Verdict:
    person, session = verdict.registration, verdict.session
    assert person is not None and session is not None  # noqa: PT018, S101 - admitted, so both
    comes_in = verdict.direction is not Direction.OUT
    kind = Kind.IN if comes_in else Kind.OUT
    line = journal.Line(entry_id, session.id, person.id, kind, seen.at)
    journal.append(connection, desk.store.identity, desk.event_number, line)
    if comes_in and seen.answers:
        _keep_answers(desk, connection, person.id, seen, entry_id)
    job = ""
    if comes_in and _wants_badge(connection, session, person):
        job = entry_id
        outbox.put(
            connection, job, kind=badges.BADGE, event=desk.event_number, registration=person.id
        )
    return verdict._replace(entry=entry_id, badge_job=job)


def _keep_answers(
    desk: OpenDesk, connection: Connection, person: str, seen: Scan, entry_id: str
) -> None:
    usable = {
        one.id: seen.answers[one.id]
        for one in desk.event.questions
        if one.accepts(seen.answers.get(one.id))
    }
    journal.keep_answers(connection, person, entry_id, usable)


def _wants_badge(connection: Connection, session: Session, person: Registration) -> bool:
    if session.print_badge is BadgePolicy.ONCE:
        # Asked of the queue and not of the journal: a badge may be printed before anybody comes.
        return not badges.has_had_one(connection, person.id)
    return session.print_badge is BadgePolicy.ALWAYS


def void(desk: OpenDesk, entry_id: str, reason: str, code: str = OTHER) -> str:
    """Undo an entry, any desk's, and return the new entry's id; the reason is kept and audited.

    A badge that still waits for it is not printed. Raises KioskError: ENTRY_UNKNOWN, ENTRY_IS_VOID
    (a void itself), ALREADY_VOID (undone before), REASON_MISSING.
    """
    if not reason.strip():
        raise KioskError("REASON_MISSING")
    void_id = journal.new_entry_id()

    def work(connection: Connection) -> str:
        found = journal.find(connection, entry_id)
        if found is None or found[1] != desk.event_number:
            raise KioskError("ENTRY_UNKNOWN", entry=entry_id)
        entry = found[0]
        if entry.kind is Kind.VOID:
            raise KioskError("ENTRY_IS_VOID", entry=entry_id)
        voids = [one for one in journal.history(connection, entry.registration) if one.voids]
        if any(one.id == void_id for one in voids):
            return void_id
        if any(one.voids == entry_id for one in voids):
            raise KioskError("ALREADY_VOID", entry=entry_id)
        line = journal.Line(
            void_id, entry.session, entry.registration, Kind.VOID, datetime.now(UTC), entry.id
        )
        journal.append(connection, desk.store.identity, desk.event_number, line)
        journal.remark(connection, void_id, reason.strip())
        act = audit.Act(DeedKind.UNDO, entry.registration, void_id, why=Why(code))
        audit.record(desk, connection, act)
        for still in (State.WAITING, State.HELD):
            outbox.close(connection, entry_id, State.FAILED, badges.VOIDED, only=still)
        return void_id

    return desk.store.write(work)
