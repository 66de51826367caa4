"""A look and the scan after it: one answer, whatever the rules and whatever happened before."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count as numbers

import pytest
from fakes import (
    add_people,
    at,
    consent_text,
    event_text,
    open_test_desk,
    person,
    question_text,
    session_text,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.arrival import Arrival
from kiosk.domain.event import Direction, Session
from kiosk.domain.registration import Category, Source, Status
from kiosk.domain.signing import CONFIRMED_BY_STAFF
from kiosk.domain.verdict import Outcome, Scan, Verdict
from kiosk.services import check_in
from kiosk.services.open_desk import OpenDesk

SESSIONS = [
    session_text("once", sign=True, capacity=30),
    session_text("twice", entry="unlimited", max_entries=2, min_minutes_between_entries=5),
    session_text("again", entry="re-entry", sign=True, admit_pending="confirm"),
    session_text("booked", booking_required=True, categories=["vip", "attendee"]),
]
NUMBERS = numbers(1)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenDesk]:
    text = event_text(
        *SESSIONS,
        question_text("meal", "yes-no", categories=["vip"]),
        question_text("wish", required=False),
        consent_text("news"),
        privacy={"ask": "everyone"},
    )
    made = open_test_desk(tmp_path_factory.mktemp("arrival"), [], text)
    yield made
    made.close()


people = st.fixed_dictionaries(
    {
        "category": st.sampled_from([Category.ATTENDEE, Category.VIP, Category.PRESS]),
        "status": st.sampled_from([*[Status.CONFIRMED] * 5, Status.PENDING, Status.BLOCKED]),
        "source": st.sampled_from(Source),
        "sessions": st.sampled_from([(), ("booked",)]),
    }
)
scans = st.builds(
    Scan,
    st.sampled_from(["12:59", "13:00", "14:00", "14:03", "14:10", "16:00", "16:01"]).map(at),
    st.sampled_from([Direction.IN, Direction.AUTO, Direction.AUTO, Direction.OUT]),
    st.booleans(),
    st.sampled_from([{}, {"meal": True}, {"meal": "perhaps"}, {"wish": "창가", "meal": False}]),
)
steps = st.lists(
    st.tuples(st.integers(0, len(SESSIONS) - 1), scans, st.booleans(), st.booleans()),
    min_size=1,
    max_size=6,
)


@settings(max_examples=120, deadline=None)
@given(people, steps)
def test_what_a_look_promises_the_scan_keeps(
    desk: OpenDesk, fields: dict[str, object], steps: list[tuple[int, Scan, bool, bool]]
) -> None:
    number = next(NUMBERS)
    who = person(number, id=f"r{number}", ticket=f"T{number}", **fields)
    add_people(desk, [who])
    for place, seen, by_code, signs in steps:
        session = desk.event.sessions[place]
        arrival = _look(desk, session, who.ticket if by_code else "", who.id, seen)
        again = _look(desk, session, "" if by_code else who.ticket, who.id, seen)
        assert arrival == again, "a code and a name lead to one answer"
        signature = CONFIRMED_BY_STAFF if signs and not by_code else None
        if by_code:
            done = check_in.scan(desk, session, who.ticket, seen)
        else:
            done = check_in.check_in(desk, session, who.id, seen, signature)
        assert _facts(done) == _facts(arrival.verdict)
        assert bool(done.entry) is (done.outcome is Outcome.ADMIT)
        assert arrival.verdict.entry == arrival.verdict.badge_job == ""
        if arrival.verdict.outcome is Outcome.ADMIT:
            assert arrival.needs.required == ()
        if signature is not None and done.entry and done.direction is Direction.IN and session.sign:
            later = check_in.look_at(desk, session, who.id, seen)
            assert not later.needs.signature


def _look(desk: OpenDesk, session: Session, text: str, who: str, seen: Scan) -> Arrival:
    if text:
        return check_in.look(desk, session, text, seen)
    return check_in.look_at(desk, session, who, seen)


def _facts(verdict: Verdict) -> Verdict:
    """Return a verdict without what only writing gives it."""
    return verdict._replace(entry="", badge_job="")
