"""The verdict on one scan: what to do with the person at the door, and why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from kiosk.domain.event import Direction, EntryPolicy, Event, Session
from kiosk.domain.journal import Presence
from kiosk.domain.registration import Registration, Status


class Outcome(StrEnum):
    """What happens at the door."""

    ADMIT = "admit"
    ASK = "ask"
    REFUSE = "refuse"


class Reason(StrEnum):
    """Why; in the order of gravity, so that two desks never answer differently.

    The comments are the staff's manual.
    """

    UNREADABLE = (
        "UNREADABLE"  # no text, or no ticket's: clean the screen, scan again, or use the name
    )
    UNKNOWN = "UNKNOWN"  # on no roster here: look for the name, else register at the door
    OTHER_EVENT = "OTHER_EVENT"  # a ticket of another event of this desk: say which, then the name
    AMBIGUOUS = "AMBIGUOUS"  # two tickets differ only in spelling: find the person by name
    REVOKED = "REVOKED"  # replaced by a newer ticket: ask for that one, or find by name
    CANCELLED = (
        "CANCELLED"  # the registration was withdrawn: register again at the door if they wish
    )
    BLOCKED = "BLOCKED"  # the organiser bars this person: call the organiser
    UNAPPROVED = "UNAPPROVED"  # the organiser has not accepted the registration: call the organiser
    NOT_YET_VALID = "NOT_YET_VALID"  # the ticket holds from a later time
    EXPIRED = "EXPIRED"  # the ticket's time has passed
    WRONG_CATEGORY = "WRONG_CATEGORY"  # this session is for other categories
    NOT_BOOKED = "NOT_BOOKED"  # this session needs a booking that the person has not made
    PENDING = "PENDING"  # not settled yet; where the session allows, staff may admit
    NOT_YET_OPEN = "NOT_YET_OPEN"  # doors are still closed
    CLOSED = "CLOSED"  # the session takes nobody more
    FULL = "FULL"  # every place is taken; a person who already counts still comes in
    ENTRY_LIMIT = "ENTRY_LIMIT"  # came in as often as the session allows (in all, or that day)
    TOO_SOON = "TOO_SOON"  # the last time in is only minutes ago
    NEEDS_ANSWERS = "NEEDS_ANSWERS"  # ask the open questions, then scan again
    ALREADY_IN = "ALREADY_IN"  # came in before: let them pass, nothing to do
    OK = "OK"  # welcome


class Scan(NamedTuple):
    """What the door saw: the moment (aware), the direction, and what staff and guest answered."""

    at: datetime
    direction: Direction = Direction.IN
    confirm: bool = False
    answers: Mapping[str, object] = MappingProxyType({})


class Verdict(NamedTuple):
    """The answer to one scan; ``entry`` is the id of the journal line once it is on disk.

    A tuple by name: it is made twice on the way to every admission, at a fifth of the cost.
    """

    outcome: Outcome
    reason: Reason
    direction: Direction = Direction.IN
    registration: Registration | None = None
    session: Session | None = None
    first_at: datetime | None = None
    entry: str = ""
    badge_job: str = ""
    open_questions: tuple[str, ...] = ()
    opens_at: datetime | None = None


def direction_of(scan: Scan, event: Event, session: Session, presence: Presence) -> Direction:
    """Return in or out; ``auto`` is out for a person inside a re-entry session or a course."""
    if scan.direction is not Direction.AUTO:
        return scan.direction
    leaves = session.entry is EntryPolicy.RE_ENTRY or event.course is not None
    return Direction.OUT if leaves and presence.inside else Direction.IN


def _standing(person: Registration) -> Reason | None:
    """Cancelled → blocked → unapproved."""
    return _BARRED.get(person.status)


_BARRED = {
    Status.CANCELLED: Reason.CANCELLED,
    Status.BLOCKED: Reason.BLOCKED,
    Status.UNAPPROVED: Reason.UNAPPROVED,
}


def _validity(person: Registration, at: datetime) -> Reason | None:
    if person.valid_from is not None and at < person.valid_from:
        return Reason.NOT_YET_VALID
    if person.valid_until is not None and at > person.valid_until:
        return Reason.EXPIRED
    return None


def _session_rules(
    session: Session, person: Registration, presence: Presence, scan: Scan
) -> Reason | None:
    """Category → booked session → pending."""
    if session.categories and person.category not in session.categories:
        return Reason.WRONG_CATEGORY
    if session.booking_required and session.id not in person.sessions:
        return Reason.NOT_BOOKED
    if person.status is Status.PENDING:
        settled = session.admits_pending and (scan.confirm or presence.has_come)
        return None if settled else Reason.PENDING
    return None


def _window(session: Session, at: datetime) -> Reason | None:
    if at < session.doors_at:
        return Reason.NOT_YET_OPEN
    return Reason.CLOSED if at > session.closes_at else None


def _limits(
    event: Event, session: Session, presence: Presence, at: datetime, taken: int
) -> Reason | None:
    """Places, then times in (in all, that day), then the pause between two."""
    if session.capacity and not presence.has_come and taken >= session.capacity:
        return Reason.FULL
    times = presence.entries
    if not times:
        return None
    if session.max_entries and len(times) >= session.max_entries:
        return Reason.ENTRY_LIMIT
    if session.max_entries_per_day:
        day = at.astimezone(event.zone).date()
        that_day = [time for time in times if time.astimezone(event.zone).date() == day]
        if len(that_day) >= session.max_entries_per_day:
            return Reason.ENTRY_LIMIT
    pause = timedelta(minutes=session.min_minutes_between_entries)
    if pause and any(abs(at - time) < pause for time in times):
        return Reason.TOO_SOON
    return None


def _already_in(session: Session, presence: Presence) -> Reason | None:
    if session.entry is EntryPolicy.ONCE:
        return Reason.ALREADY_IN if presence.has_come else None
    if session.entry is EntryPolicy.RE_ENTRY:
        return Reason.ALREADY_IN if presence.inside else None
    return None


def open_questions(
    event: Event,
    person: Registration,
    scan: Scan,
    known_answers: frozenset[str],
    *,
    required: bool = True,
) -> tuple[str, ...]:
    """Return the ids of questions that neither this scan nor an earlier one answered.

    They are the required ones, or else those that may be left out.
    """
    return tuple(
        question.id
        for question in event.questions
        if question.required is required
        and question.is_for(person.category)
        and question.id not in known_answers
        and not question.accepts(scan.answers.get(question.id))
    )


def _outcome(reason: Reason, session: Session) -> Outcome:
    if reason is Reason.OK:
        return Outcome.ADMIT
    if reason is Reason.PENDING:
        return Outcome.ASK if session.admits_pending else Outcome.REFUSE
    asks = reason is Reason.ALREADY_IN or reason is Reason.NEEDS_ANSWERS
    return Outcome.ASK if asks else Outcome.REFUSE


def decide(  # noqa: PLR0913 - the six things a verdict rests on, each by its name
    event: Event,
    session: Session,
    person: Registration,
    presence: Presence,
    scan: Scan,
    *,
    taken: int = 0,
    known_answers: frozenset[str] = frozenset(),
) -> Verdict:
    """Return the verdict on a known person, with the gravest reason of the contract's order.

    ``taken`` is how many people count in the session already, ``known_answers`` the questions the
    person answered on an earlier scan. Pure: the same facts give the same verdict on every desk.
    """
    direction = direction_of(scan, event, session, presence)
    at = scan.at
    unanswered: tuple[str, ...] = ()
    if direction is Direction.OUT:
        reason = _standing(person) or _session_rules(session, person, presence, scan)
    else:
        unanswered = open_questions(event, person, scan, known_answers)
        reason = (
            _standing(person)
            or _validity(person, at)
            or _session_rules(session, person, presence, scan)
            or _window(session, at)
            or _limits(event, session, presence, at, taken)
            or (Reason.NEEDS_ANSWERS if unanswered else None)
            or _already_in(session, presence)
        )
    found = reason or Reason.OK
    return Verdict(
        _outcome(found, session),
        found,
        direction,
        person,
        session,
        presence.first_at,
        open_questions=unanswered if found is Reason.NEEDS_ANSWERS else (),
        opens_at=session.doors_at if found is Reason.NOT_YET_OPEN else None,
    )


def refuse(reason: Reason, direction: Direction = Direction.IN) -> Verdict:
    """Return the refusal of a scan that leads to nobody on this roster.

    ``auto`` is in: only a person who is inside goes out by it.
    """
    way = Direction.IN if direction is Direction.AUTO else direction
    return Verdict(Outcome.REFUSE, reason, way)
