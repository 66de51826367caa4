"""The fold and the verdict under anything: any order, any repeats, any rules, any scan."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from fakes import at, made_event, person, question_text, session_text
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.event import Direction
from kiosk.domain.journal import Entry, Kind, Presence, Stamp, fold, next_reading
from kiosk.domain.registration import Category, Registration, Status
from kiosk.domain.verdict import Outcome, Reason, Scan, decide

START = at("12:00").astimezone(UTC)
moments = st.integers(0, 6 * 3600).map(lambda seconds: START + timedelta(seconds=seconds))
ids = st.sampled_from("abcdefgh")


@st.composite
def journals(draw: st.DrawFn) -> list[Entry]:
    """Draw the entries of one person, each id once, with voids of any of them."""
    made = []
    for name in draw(st.lists(ids, unique=True, max_size=8)):
        kind = draw(st.sampled_from(Kind))
        stamp = Stamp(draw(st.integers(0, 5)), draw(st.integers(0, 2)), draw(st.sampled_from("xy")))
        voids = draw(ids) if kind is Kind.VOID else ""
        moment = draw(moments)
        made.append(Entry(name, "main", "r1", kind, moment, moment, stamp, voids))
    return made


@given(journals(), st.randoms(use_true_random=False), st.lists(ids))
def test_the_fold_knows_no_order_and_no_repeats(
    entries: list[Entry], draw: object, again: list[str]
) -> None:
    shuffled = [*entries, *(entry for entry in entries if entry.id in again)]
    draw.shuffle(shuffled)  # type: ignore[attr-defined]
    assert fold(shuffled) == fold(entries)


@given(journals(), journals())
def test_two_desks_that_exchange_their_journals_agree(
    mine: list[Entry], yours: list[Entry]
) -> None:
    ours = {entry.id: entry for entry in mine}
    theirs = {**{entry.id: entry for entry in yours}, **ours}
    joined = list(theirs.values())
    assert fold([*mine, *joined]) == fold([*joined, *mine])


@given(journals())
def test_a_void_only_takes_away(entries: list[Entry]) -> None:
    everything = fold([entry for entry in entries if entry.kind is not Kind.VOID])
    assert set(fold(entries).entries) <= set(everything.entries)


@given(st.lists(st.integers(-(2**45), 2**45), min_size=1))
def test_a_clock_s_readings_only_rise(walls: list[int]) -> None:
    held = (0, 0)
    for wall in walls:
        following = next_reading(*held, wall)
        assert following > held
        held = following


sessions = st.fixed_dictionaries(
    {
        "entry": st.sampled_from(["once", "re-entry", "unlimited"]),
        "max_entries": st.integers(0, 3),
        "max_entries_per_day": st.integers(0, 2),
        "min_minutes_between_entries": st.integers(0, 90),
        "categories": st.lists(st.sampled_from([one.value for one in Category]), unique=True),
        "booking_required": st.booleans(),
        "admit_pending": st.sampled_from(["never", "confirm"]),
        "capacity": st.integers(0, 3),
    }
)
optional_moments = st.none() | moments
people: st.SearchStrategy[Registration] = st.builds(
    person,
    category=st.sampled_from(Category),
    status=st.sampled_from(Status),
    valid_from=optional_moments,
    valid_until=optional_moments,
    sessions=st.sampled_from([(), ("main",), ("other",)]),
)
presences = st.builds(
    Presence, st.lists(moments, max_size=3).map(tuple), st.booleans(), optional_moments
)
answers = st.dictionaries(
    st.sampled_from(["meal", "other"]),
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.text()),
)
scans = st.builds(Scan, moments, st.sampled_from(Direction), st.booleans(), answers)
OUTCOMES = {Reason.OK: {Outcome.ADMIT}, Reason.ALREADY_IN: {Outcome.ASK}}
OUTCOMES[Reason.NEEDS_ANSWERS] = {Outcome.ASK}
OUTCOMES[Reason.PENDING] = {Outcome.ASK, Outcome.REFUSE}
FORBIDDEN = {Status.CANCELLED, Status.BLOCKED, Status.UNAPPROVED}


@given(sessions, people, presences, scans, st.integers(0, 4), st.booleans())
def test_every_scan_has_one_verdict(
    keys: dict[str, object],
    who: Registration,
    presence: Presence,
    seen: Scan,
    taken: int,
    asks: bool,
) -> None:
    event = made_event(session_text(**keys), *([question_text("meal")] if asks else []))
    session = event.sessions[0]
    found = decide(event, session, who, presence, seen, taken=taken)
    assert found == decide(event, session, who, presence, seen, taken=taken)
    assert found.outcome in OUTCOMES.get(found.reason, {Outcome.REFUSE})
    assert found.direction in (Direction.IN, Direction.OUT)
    assert found.entry == ""
    if found.outcome is not Outcome.ADMIT:
        return
    assert who.status not in FORBIDDEN
    assert not session.categories or who.category in session.categories
    if found.direction is Direction.IN:
        assert session.doors_at <= seen.at <= session.closes_at
        assert presence.has_come or not session.capacity or taken < session.capacity
        assert not session.max_entries or len(presence.entries) < session.max_entries


@given(sessions, people, presences, moments)
def test_the_clock_a_moment_is_told_in_changes_nothing(
    keys: dict[str, object], who: Registration, presence: Presence, moment: datetime
) -> None:
    event = made_event(session_text(**keys))
    there, here = Scan(moment), Scan(moment.astimezone(event.zone))
    told = [decide(event, event.sessions[0], who, presence, one).reason for one in (there, here)]
    assert told[0] is told[1]
