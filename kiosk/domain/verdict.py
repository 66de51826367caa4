"""The verdict on one scan: what to do with the person at the door, and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

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

    UNREADABLE = "UNREADABLE"  # no text, or no ticket's: clean the screen, scan again, or use the name
    UNKNOWN = "UNKNOWN"  # on no roster here: look for the name, else register at the door
    OTHER_EVENT = "OTHER_EVENT"  # a ticket of another event of this desk: say which, then the name
    AMBIGUOUS = "AMBIGUOUS"  # two tickets differ only in spelling: find the person by name
    REVOKED = "REVOKED"  # replaced by a newer ticket: ask for that one, or find by name
    CANCELLED = "CANCELLED"  # the registration was withdrawn: register again at the door if they wish
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


@dataclass(frozen=True, slots=True)
class Scan:
    """What the door saw: the moment (aware), the direction, and what staff and guest answered."""

    at: datetime
    direction: Direction = Direction.IN
    confirm: bool = False
    answers: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer to one scan; ``entry`` is the id of the journal line once it is on disk."""

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


@dataclass(frozen=True, slots=True)
class _Case:
    event: Event
    session: Session
    person: Registration
    presence: Presence
    scan: Scan
    taken: int
    known_answers: frozenset[str]


def direction_of(scan: Scan, event: Event, session: Session, presence: Presence) -> Direction:
    """Return in or out; ``auto`` is out for a person inside a re-entry session or a course."""
    if scan.direction is not Direction.AUTO:
        return scan.direction
    leaves = session.entry is EntryPolicy.RE_ENTRY or event.course is not None
    return Direction.OUT if leaves and presence.inside else Direction.IN


def _cancelled(case: _Case) -> Reason | None:
    return Reason.CANCELLED if case.person.status is Status.CANCELLED else None


def _blocked(case: _Case) -> Reason | None:
    return Reason.BLOCKED if case.person.status is Status.BLOCKED else None


def _unapproved(case: _Case) -> Reason | None:
    return Reason.UNAPPROVED if case.person.status is Status.UNAPPROVED else None


def _validity(case: _Case) -> Reason | None:
    person, at = case.person, case.scan.at
    if person.valid_from and at < person.valid_from:
        return Reason.NOT_YET_VALID
    return Reason.EXPIRED if person.valid_until and at > person.valid_until else None


def _category(case: _Case) -> Reason | None:
    allowed = case.session.categories
    return Reason.WRONG_CATEGORY if allowed and case.person.category not in allowed else None


def _booking(case: _Case) -> Reason | None:
    booked = case.session.id in case.person.sessions
    return Reason.NOT_BOOKED if case.session.booking_required and not booked else None


def _pending(case: _Case) -> Reason | None:
    if case.person.status is not Status.PENDING:
        return None
    settled = case.session.admits_pending and (case.scan.confirm or case.presence.has_come)
    return None if settled else Reason.PENDING


def _window(case: _Case) -> Reason | None:
    if case.scan.at < case.session.doors_at:
        return Reason.NOT_YET_OPEN
    return Reason.CLOSED if case.scan.at > case.session.closes_at else None


def _limits(case: _Case) -> Reason | None:
    session, presence, at = case.session, case.presence, case.scan.at
    if session.capacity and not presence.has_come and case.taken >= session.capacity:
        return Reason.FULL
    if session.max_entries and len(presence.entries) >= session.max_entries:
        return Reason.ENTRY_LIMIT
    if session.max_entries_per_day:
        day = at.astimezone(case.event.zone).date()
        today = [t for t in presence.entries if t.astimezone(case.event.zone).date() == day]
        if len(today) >= session.max_entries_per_day:
            return Reason.ENTRY_LIMIT
    pause = timedelta(minutes=session.min_minutes_between_entries)
    if pause and any(abs(at - time) < pause for time in presence.entries):
        return Reason.TOO_SOON
    return None


def _questions(case: _Case) -> Reason | None:
    return Reason.NEEDS_ANSWERS if open_questions(case) else None


def _already_in(case: _Case) -> Reason | None:
    if case.session.entry is EntryPolicy.ONCE:
        return Reason.ALREADY_IN if case.presence.has_come else None
    if case.session.entry is EntryPolicy.RE_ENTRY:
        return Reason.ALREADY_IN if case.presence.inside else None
    return None


def open_questions(case: _Case) -> tuple[str, ...]:
    """Return the ids of required questions that neither this scan nor an earlier one answered."""
    return tuple(
        question.id
        for question in case.event.questions
        if question.is_for(case.person.category)
        and question.required
        and question.id not in case.known_answers
        and not question.accepts(case.scan.answers.get(question.id))
    )


_Rule = Callable[[_Case], "Reason | None"]
# The contract's order; a scan out skips the rules of the second column.
_RULES: tuple[tuple[_Rule, bool], ...] = (
    (_cancelled, False),
    (_blocked, False),
    (_unapproved, False),
    (_validity, True),
    (_category, False),
    (_booking, False),
    (_pending, False),
    (_window, True),
    (_limits, True),
    (_questions, True),
    (_already_in, True),
)

_ASKS = frozenset({Reason.ALREADY_IN, Reason.NEEDS_ANSWERS})


def _outcome(reason: Reason, session: Session) -> Outcome:
    if reason is Reason.OK:
        return Outcome.ADMIT
    asks = reason in _ASKS or (reason is Reason.PENDING and session.admits_pending)
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
    case = _Case(event, session, person, presence, scan, taken, known_answers)
    direction = direction_of(scan, event, session, presence)
    reason = Reason.OK
    for rule, in_only in _RULES:
        if in_only and direction is Direction.OUT:
            continue
        if found := rule(case):
            reason = found
            break
    return Verdict(
        _outcome(reason, session),
        reason,
        direction,
        person,
        session,
        first_at=presence.first_at,
        open_questions=open_questions(case) if reason is Reason.NEEDS_ANSWERS else (),
        opens_at=session.doors_at if reason is Reason.NOT_YET_OPEN else None,
    )


def refuse(reason: Reason, direction: Direction = Direction.IN) -> Verdict:
    """Return the refusal of a scan that leads to nobody on this roster."""
    return Verdict(Outcome.REFUSE, reason, direction)
