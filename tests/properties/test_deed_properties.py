"""Deeds in any order, at two desks on one file: what holds of the journal and of the audit."""

from __future__ import annotations

import tempfile
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from fakes import at, event_text, made_event, open_test_desk, person, session_text
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.domain.correction import FIELDS, changed, merged
from kiosk.domain.deed import DeedKind, Why
from kiosk.domain.errors import KioskError
from kiosk.domain.event import BadgePolicy, Direction, EntryPolicy, Session, Words
from kiosk.domain.journal import Kind, Presence, fold
from kiosk.domain.override import OVERRIDABLE, in_the_way, may_pass, without
from kiosk.domain.registration import Category, Registration, Status
from kiosk.domain.verdict import Outcome, Reason, Scan, Verdict, decide
from kiosk.services import audit, check_in, group, override, undo
from kiosk.services.open_desk import OpenDesk, open_desk
from kiosk.services.override import Pass
from kiosk.storage import journal

PEOPLE = 5
_TEXT = event_text(session_text(capacity=3))
_EVENT_AT = at("14:00")

times = st.integers(0, 600).map(lambda minutes: at("09:00") + timedelta(minutes=minutes))


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    doors = draw(times)
    closes = draw(times.filter(lambda one: one >= doors))
    allowed = draw(st.none() | st.frozensets(st.sampled_from(sorted(OVERRIDABLE))))
    return Session(
        "main", Words("본"), at("14:00"), at("16:00"), doors, closes,
        draw(st.sampled_from(EntryPolicy)), draw(st.integers(0, 2)), draw(st.integers(0, 2)),
        draw(st.sampled_from([0, 30])), draw(st.frozensets(st.sampled_from(Category), max_size=2)),
        draw(st.booleans()), draw(st.booleans()), draw(st.integers(0, 2)), BadgePolicy.ONCE,
        sign=False, overrides=allowed and frozenset(one.value for one in allowed),
    )  # fmt: skip


people = st.builds(
    lambda status, category, booked: person(
        1, status=status, category=category, sessions=("main",) if booked else ()
    ),
    st.sampled_from(Status),
    st.sampled_from(Category),
    st.booleans(),
)
presences = st.builds(
    lambda came, inside: Presence(tuple(came), inside=inside and bool(came)),
    st.lists(times, max_size=3),
    st.booleans(),
)
rules = st.frozensets(st.sampled_from(sorted(OVERRIDABLE)))
EVENT = made_event()


def verdict(
    session: Session, who: Registration, presence: Presence, scan: Scan, taken: int
) -> Verdict:
    return decide(EVENT, session, who, presence, scan, taken=taken)


@given(sessions(), people, presences, times, st.integers(0, 3), rules)
def test_past_some_rules_all_the_others_hold(
    session: Session,
    who: Registration,
    presence: Presence,
    when: datetime,
    taken: int,
    passed: frozenset[Reason],
) -> None:
    """No rule that was not named lets anybody by, and no status that bars is ever passed."""
    scan = Scan(when, confirm=True)
    strict = verdict(session, who, presence, scan, taken)
    loose = verdict(without(session, passed), who, presence, scan, taken)
    if strict.outcome is Outcome.ADMIT:
        assert loose.outcome is Outcome.ADMIT
    if strict.reason not in passed:
        assert loose.reason is strict.reason
    if who.status in (Status.BLOCKED, Status.CANCELLED, Status.UNAPPROVED):
        assert loose.outcome is Outcome.REFUSE
    if loose.reason in passed:
        # Only somebody who is inside still is, and limits stand for whom nothing is changed.
        assert loose.reason is Reason.ALREADY_IN


@given(sessions(), people, presences, times, st.integers(0, 3), rules)
def test_what_is_told_to_have_stood_in_the_way_did(
    session: Session,
    who: Registration,
    presence: Presence,
    when: datetime,
    taken: int,
    named: frozenset[Reason],
) -> None:
    scan = Scan(when)

    def decided(passed: tuple[Reason, ...]) -> Verdict:
        confirmed = scan._replace(confirm=Reason.PENDING in passed)
        return verdict(without(session, passed), who, presence, confirmed, taken)

    stood = in_the_way(session, named, decided)
    assert set(stood) <= named
    assert len(set(stood)) == len(stood)
    assert all(may_pass(session, one) for one in stood)
    for at_, one in enumerate(stood):
        assert decided(stood[:at_]).reason is one


# Fields of a registration, which two desks change at once.

fields = st.dictionaries(st.sampled_from(FIELDS), st.sampled_from(["a", "b", "c"]))


@given(fields, fields)
def test_nobodys_correction_is_lost_without_a_word(
    mine: dict[str, str], theirs: dict[str, str]
) -> None:
    seen = person(1)
    wanted, held = seen._replace(**mine), seen._replace(**theirs)
    after, conflicts = merged(seen, wanted, held)
    for field in FIELDS:
        if field in conflicts:
            assert field in changed(seen, wanted)
            assert field in changed(seen, held)
        elif field in changed(seen, wanted):
            assert getattr(after, field) == getattr(wanted, field)
        else:
            assert getattr(after, field) == getattr(held, field)


# Two desks on one file.

steps = st.lists(
    st.tuples(
        st.sampled_from(["in", "out", "undo", "override", "group"]),
        st.integers(0, 1),
        st.integers(1, PEOPLE),
    ),
    max_size=14,
)


class TwoDesks:
    """Two programs on one file, what each deed came to, and how often each entry was undone."""

    def __init__(self, folder: Path) -> None:
        everybody = [person(n, organisation="견본소재") for n in range(1, PEOPLE + 1)]
        self.desks = [open_test_desk(folder, everybody, _TEXT), open_desk(folder / "data")]
        self.undone: set[str] = set()
        self.admitted: list[str] = []
        self.passed = 0

    def do(self, deed: str, desk: OpenDesk, who: str) -> None:
        session, seen = desk.event.sessions[0], Scan(_EVENT_AT)
        if deed == "undo":
            self._undo(desk, who)
        elif deed == "group":
            ids = [f"r{n}" for n in range(1, PEOPLE + 1)]
            done = group.check_in_all(desk, session, ids, seen)
            self._count(list(done.verdicts))
        elif deed == "override":
            word = Pass(frozenset({Reason.FULL}), Why("organiser-agreed"))
            before = len(audit.of_person(desk, who))
            self._count([override.admit(desk, session, who, seen, word)])
            self.passed += len(audit.of_person(desk, who)) - before
        else:
            way = Direction.OUT if deed == "out" else Direction.IN
            self._count([check_in.check_in(desk, session, who, seen._replace(direction=way))])

    def _count(self, verdicts: list[Verdict]) -> None:
        self.admitted += [one.entry for one in verdicts if one.outcome is Outcome.ADMIT]

    def _undo(self, desk: OpenDesk, who: str) -> None:
        history = journal.history(desk.store.connection, who)
        entries = [entry for entry in history if entry.kind is not Kind.VOID]
        for entry in entries[-1:]:
            if entry.id in self.undone:
                with pytest.raises(KioskError, match="ALREADY_VOID"):
                    undo.undo(desk, entry.id, Why("by-mistake"))
            else:
                undo.undo(desk, entry.id, Why("by-mistake"))
                self.undone.add(entry.id)

    def close(self) -> None:
        for one in self.desks:
            one.close()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps)
def test_two_desks_on_one_file_agree_whatever_they_do(todo: list[tuple[str, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        both = TwoDesks(Path(folder))
        for deed, at_desk, number in todo:
            both.do(deed, both.desks[at_desk], f"r{number}")
        one, other = both.desks
        entries = list(journal.everything(one.store.connection, one.event_number))
        assert entries == list(journal.everything(other.store.connection, other.event_number))
        # Every admission is one entry and every undo one more; nothing else is in the journal.
        made = [entry.id for entry in entries if entry.kind is not Kind.VOID]
        assert made == both.admitted
        assert {entry.voids for entry in entries if entry.kind is Kind.VOID} == both.undone
        _check_people(one, both)
        both.close()


def _check_people(desk: OpenDesk, both: TwoDesks) -> None:
    come = 0
    passed = 0
    for number in range(1, PEOPLE + 1):
        history = journal.history(desk.store.connection, f"r{number}")
        presence = fold(history)
        come += presence.has_come
        deeds = audit.of_person(desk, f"r{number}")
        passed += sum(deed.kind is DeedKind.OVERRIDE for deed in deeds)
        # Whoever does not count comes in again, were there room.
        if not presence.has_come:
            bare = without(desk.event.sessions[0], [Reason.FULL])
            again = check_in.look_at(desk, bare, f"r{number}", Scan(_EVENT_AT)).verdict
            assert again.reason is Reason.OK
    session = desk.event.sessions[0]
    assert come == journal.count_come(desk.store.connection, session.id, desk.event_number)
    assert passed == both.passed
