"""Letting somebody in past a rule of the door, with a reason that is kept and audited."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kiosk.domain.deed import DeedKind, Why
from kiosk.domain.errors import KioskError
from kiosk.domain.event import Direction, Session
from kiosk.domain.override import in_the_way, may_pass, without
from kiosk.domain.registration import Registration
from kiosk.domain.verdict import Reason, Scan, Verdict
from kiosk.services import audit, check_in
from kiosk.storage import journal
from kiosk.storage.store import Connection

if TYPE_CHECKING:
    from kiosk.services.open_desk import OpenDesk


class Pass(NamedTuple):
    """The rules that staff let somebody past, and why."""

    rules: frozenset[Reason]
    why: Why


def admit(
    desk: OpenDesk, session: Session, registration_id: str, seen: Scan, passed: Pass
) -> Verdict:
    """Check a person in as if the session had not the rules named; all others still hold.

    The entry, its badge and the audit of which rules stood in the way are one transaction; staff's
    own words stand with the entry too, where the journal's export tells them. Where none of them
    stood in the way it is a check-in like any other. Raises KioskError: OVERRIDE_FORBIDDEN (rules),
    and those of ``Why.checked`` and of ``check_in.check_in``.
    """
    forbidden = [one.value for one in passed.rules if not may_pass(session, one)]
    if forbidden:
        raise KioskError("OVERRIDE_FORBIDDEN", rules=sorted(forbidden))
    why = passed.why.checked(DeedKind.OVERRIDE)
    # Staff stand for the person: a pending one is confirmed by the same word, and it is a way in.
    meant = seen._replace(direction=Direction.IN, confirm=True)
    stood: tuple[Reason, ...] = ()

    def person(connection: Connection) -> Registration | Reason:
        nonlocal stood
        found = check_in.named(desk, registration_id)(connection)
        if isinstance(found, Registration):
            stood = _stood(desk, connection, session, (found, meant), passed.rules)
        return found

    def also(connection: Connection, verdict: Verdict) -> None:
        if stood:
            rules = tuple(one.value for one in stood)
            act = audit.Act(DeedKind.OVERRIDE, registration_id, verdict.entry, rules, why)
            audit.record(desk, connection, act)
            journal.remark(connection, verdict.entry, why.words or why.code)

    without_them = without(session, passed.rules)
    verdict = check_in.record(desk, without_them, person, meant, also)
    return verdict._replace(session=session) if verdict.session else verdict


def _stood(
    desk: OpenDesk,
    connection: Connection,
    session: Session,
    who: tuple[Registration, Scan],
    rules: frozenset[Reason],
) -> tuple[Reason, ...]:
    """Return which rules this person meets at this moment."""
    person, seen = who
    history = journal.history(connection, person.id)

    def decided(passed: tuple[Reason, ...]) -> Verdict:
        # Before its rule is passed, a pending person is not confirmed either.
        confirmed = Reason.PENDING in passed or Reason.PENDING not in rules
        scan = seen._replace(confirm=confirmed)
        by = without(session, passed)
        return check_in.decide_within(desk, connection, by, person, history, scan)

    return in_the_way(session, rules, decided)
