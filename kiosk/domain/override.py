"""Letting somebody past a rule of the door: which rules, and what is decided without them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime

from kiosk.domain.event import EntryPolicy, Session
from kiosk.domain.verdict import Reason, Verdict

OVERRIDABLE = frozenset(
    {
        Reason.WRONG_CATEGORY,
        Reason.NOT_BOOKED,
        Reason.PENDING,
        Reason.NOT_YET_OPEN,
        Reason.CLOSED,
        Reason.FULL,
        Reason.ENTRY_LIMIT,
        Reason.TOO_SOON,
        Reason.ALREADY_IN,
    }
)
"""What staff may let somebody past, with a reason, unless the event file says otherwise.

Who the person is, and what the organiser decided about them, is not among them. Past ALREADY_IN
comes only somebody who has left: it lets them in again where everybody comes once.
"""

_EARLIEST = datetime.min.replace(tzinfo=UTC)
_LATEST = datetime.max.replace(tzinfo=UTC)

# A rule that is passed is a rule that the session does not have.
_WITHOUT: dict[Reason, Callable[[Session], Session]] = {
    Reason.WRONG_CATEGORY: lambda one: replace(one, categories=frozenset()),
    Reason.NOT_BOOKED: lambda one: replace(one, booking_required=False),
    Reason.PENDING: lambda one: replace(one, admits_pending=True),
    Reason.NOT_YET_OPEN: lambda one: replace(one, doors_at=_EARLIEST),
    Reason.CLOSED: lambda one: replace(one, closes_at=_LATEST),
    Reason.FULL: lambda one: replace(one, capacity=0),
    Reason.ENTRY_LIMIT: lambda one: replace(one, max_entries=0, max_entries_per_day=0),
    Reason.TOO_SOON: lambda one: replace(one, min_minutes_between_entries=0),
    Reason.ALREADY_IN: lambda one: (
        replace(one, entry=EntryPolicy.RE_ENTRY) if one.entry is EntryPolicy.ONCE else one
    ),
}


def may_pass(session: Session, reason: Reason) -> bool:
    """Tell whether staff may let somebody past a rule of a session."""
    allowed = session.overrides
    return reason in OVERRIDABLE and (allowed is None or reason.value in allowed)


def without(session: Session, passed: Iterable[Reason]) -> Session:
    """Return a session as if it had not the rules that are passed; decide with ``confirm``."""
    for reason in passed:
        session = _WITHOUT[reason](session)
    return session


def in_the_way(
    session: Session,
    named: frozenset[Reason],
    decided: Callable[[tuple[Reason, ...]], Verdict],
) -> tuple[Reason, ...]:
    """Return which of the rules that staff named really stood in the way, the gravest first.

    ``decided`` gives the verdict with some rules passed.
    """
    passed: tuple[Reason, ...] = ()
    while True:
        reason = decided(passed).reason
        if reason not in named or reason in passed or not may_pass(session, reason):
            return passed
        passed = (*passed, reason)
