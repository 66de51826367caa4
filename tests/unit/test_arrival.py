"""Looking before checking in: the same rules as a scan, nothing written, and what to ask first."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes import (
    at,
    consent_text,
    count,
    event_text,
    open_test_desk,
    person,
    question_text,
    scan,
    session_text,
    token,
)

from kiosk.domain.arrival import Needs
from kiosk.domain.errors import KioskError
from kiosk.domain.event import Direction
from kiosk.domain.registration import Category, Source, Status
from kiosk.domain.signing import CONFIRMED_BY_STAFF, STROKES_BYTES, SignedBy, Signing
from kiosk.domain.verdict import Outcome, Reason, Scan
from kiosk.services import check_in, consent
from kiosk.services.open_desk import OpenDesk
from kiosk.storage import signature as signatures

STROKES = Signing(b"\x01\x02strokes")
PEOPLE = [
    person(1),
    person(2, source=Source.WALK_IN),
    person(3, category=Category.VIP),
    person(4, status=Status.PENDING),
    person(5, status=Status.CANCELLED),
]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    text = event_text(
        session_text(sign=True, entry="re-entry", admit_pending="confirm"),
        question_text("meal", "yes-no"),
        question_text("wish", required=False),
        question_text("seat", required=False, categories=["vip"]),
        consent_text("news"),
    )
    made = open_test_desk(tmp_path, PEOPLE, text)
    yield made
    made.close()


def looked(desk: OpenDesk, who: str, **seen: object) -> tuple[Reason, Needs]:
    """Look at a person of the first session at two."""
    found = check_in.look_at(desk, desk.event.sessions[0], who, Scan(at("14:00"), **seen))  # type: ignore[arg-type]
    return found.verdict.reason, found.needs


def enter(desk: OpenDesk, who: str = "r1", clock: str = "14:00", **how: object) -> Reason:
    """Check a person in with every answer."""
    seen = Scan(at(clock), answers={"meal": True})
    session = desk.event.sessions[0]
    return check_in.check_in(desk, session, who, seen, **how).reason  # type: ignore[arg-type]


def contents(desk: OpenDesk) -> list[str]:
    return list(desk.store.connection.iterdump())


class TestLook:
    def test_a_look_writes_nothing_and_waits_for_nobody(self, desk: OpenDesk) -> None:
        before = contents(desk)
        holder = sqlite3.connect(desk.store.path, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        told: list[str] = []
        desk.store.connection.set_trace_callback(told.append)
        assert looked(desk, "r1")[0] is Reason.NEEDS_ANSWERS
        desk.store.connection.set_trace_callback(None)
        holder.execute("ROLLBACK")
        holder.close()
        assert (told[0], told[-1]) == ("BEGIN", "ROLLBACK")
        assert {one.split()[0] for one in told} == {"BEGIN", "SELECT", "ROLLBACK"}
        assert contents(desk) == before

    @pytest.mark.parametrize(
        "text", [token(1), token(1).lower(), token(5), "NOBODY", "", "A" * 513]
    )
    def test_a_code_looks_as_it_scans(self, desk: OpenDesk, text: str) -> None:
        session = desk.event.sessions[0]
        found = check_in.look(desk, session, text, Scan(at("14:00"))).verdict
        scanned = scan(desk, text)
        assert (found.outcome, found.reason) == (scanned.outcome, scanned.reason)
        assert found.registration == scanned.registration

    def test_nobody_of_that_name_is_told_as_by_a_check_in(self, desk: OpenDesk) -> None:
        with pytest.raises(KioskError, match="REGISTRATION_UNKNOWN"):
            looked(desk, "nobody")

    def test_a_store_that_cannot_be_read_is_worded(self, desk: OpenDesk) -> None:
        desk.store.connection.execute("DROP TABLE answer")
        with pytest.raises(KioskError, match="STORE_"):
            looked(desk, "r1")
        assert not desk.store.connection.in_transaction


class TestNeeds:
    def test_the_open_questions_are_told_with_those_that_may_be_left_out(
        self, desk: OpenDesk
    ) -> None:
        reason, needs = looked(desk, "r1")
        assert reason is Reason.NEEDS_ANSWERS
        assert (needs.required, needs.optional) == (("meal",), ("wish",))
        assert looked(desk, "r3")[1].questions == ("meal", "wish", "seat")
        answered = looked(desk, "r1", answers={"meal": True})
        assert answered == (Reason.OK, Needs(signature=True, optional=("wish",)))

    def test_what_was_answered_before_is_not_open(self, desk: OpenDesk) -> None:
        session = desk.event.sessions[0]
        seen = Scan(at("14:00"), answers={"meal": True, "wish": "창가"})
        check_in.check_in(desk, session, "r1", seen)
        check_in.check_in(desk, session, "r1", Scan(at("14:10"), Direction.OUT))
        assert looked(desk, "r1")[1].questions == ()

    def test_consent_is_asked_of_whom_the_event_asks(self, desk: OpenDesk) -> None:
        assert not looked(desk, "r1")[1].consent
        assert looked(desk, "r2")[1].consent
        consent.keep(desk, "r2", {"main": False})
        assert not looked(desk, "r2")[1].consent

    def test_a_signature_is_asked_for_once_a_session(self, desk: OpenDesk) -> None:
        assert looked(desk, "r1", answers={"meal": True})[1].signature
        assert enter(desk, signature=STROKES) is Reason.OK
        scan(desk, token(1), "14:10", direction=Direction.OUT)
        assert not looked(desk, "r1")[1].signature
        assert looked(desk, "r3")[1].signature

    def test_an_undone_check_in_takes_its_signature_along(self, desk: OpenDesk) -> None:
        enter(desk, signature=CONFIRMED_BY_STAFF)
        (signed,) = signatures.of_person(desk.store.connection, "r1")
        check_in.void(desk, signed.entry, "잘못")
        assert looked(desk, "r1")[1].signature

    def test_another_session_asks_for_its_own(self, tmp_path: Path) -> None:
        text = event_text(session_text("one", sign=True), session_text("two", sign=True))
        desk = open_test_desk(tmp_path, [person(1)], text)
        first, second = desk.event.sessions
        check_in.check_in(desk, first, "r1", Scan(at("14:00")), STROKES)
        assert check_in.look_at(desk, second, "r1", Scan(at("14:00"))).needs.signature
        desk.close()

    @pytest.mark.parametrize(
        ("who", "seen"),
        [
            ("r5", {}),
            ("r4", {}),
            ("r2", {"direction": Direction.OUT}),
        ],
    )
    def test_of_whoever_does_not_come_in_nothing_is_asked(
        self, desk: OpenDesk, who: str, seen: dict[str, object]
    ) -> None:
        assert looked(desk, who, **seen)[1] == Needs()

    def test_of_whoever_is_in_already_nothing_is_asked(self, desk: OpenDesk) -> None:
        enter(desk, "r2")
        assert looked(desk, "r2") == (Reason.ALREADY_IN, Needs())

    def test_a_pending_person_whom_staff_admit_is_asked_like_anybody(self, desk: OpenDesk) -> None:
        reason, needs = looked(desk, "r4", confirm=True, answers={"meal": True})
        assert (reason, needs.signature) == (Reason.OK, True)


class TestSignature:
    def test_it_is_kept_with_its_entry(self, desk: OpenDesk) -> None:
        seen = Scan(at("14:00"), answers={"meal": True})
        verdict = check_in.check_in(desk, desk.event.sessions[0], "r1", seen, STROKES)
        (signed,) = signatures.of_person(desk.store.connection, "r1")
        assert (signed.entry, signed.session) == (verdict.entry, "main")
        assert (signed.signature, signed.at) == (STROKES, at("14:00"))

    def test_staff_may_confirm_instead(self, desk: OpenDesk) -> None:
        enter(desk, signature=CONFIRMED_BY_STAFF)
        (signed,) = signatures.of_person(desk.store.connection, "r1")
        assert signed.signature == Signing(b"", SignedBy.STAFF)

    @pytest.mark.parametrize(
        ("signature", "code"),
        [
            (Signing(), "SIGNATURE_EMPTY"),
            (Signing(b"x" * (STROKES_BYTES + 1)), "SIGNATURE_LARGE"),
        ],
    )
    def test_one_that_cannot_be_kept_is_refused_before_anything_is_written(
        self, desk: OpenDesk, signature: Signing, code: str
    ) -> None:
        with pytest.raises(KioskError, match=code):
            enter(desk, signature=signature)
        assert count(desk, "entry") == count(desk, "signature") == 0
        assert enter(desk, signature=Signing(b"x" * STROKES_BYTES)) is Reason.OK

    def test_whoever_is_not_admitted_leaves_none(self, desk: OpenDesk) -> None:
        assert enter(desk, "r5", signature=STROKES) is Reason.CANCELLED
        assert count(desk, "signature") == 0

    def test_nobody_signs_for_going_out(self, desk: OpenDesk) -> None:
        enter(desk)
        session = desk.event.sessions[0]
        out = Scan(at("14:30"), Direction.OUT)
        assert check_in.check_in(desk, session, "r1", out, STROKES).outcome is Outcome.ADMIT
        assert count(desk, "signature") == 0

    def test_a_session_that_asks_for_none_keeps_none(self, tmp_path: Path) -> None:
        desk = open_test_desk(tmp_path, [person(1)])
        assert enter(desk, signature=STROKES) is Reason.OK
        assert count(desk, "signature") == 0
        desk.close()

    def test_a_plain_check_in_writes_and_reads_nothing_of_the_door_s_tables(
        self, tmp_path: Path
    ) -> None:
        """Its cost is counted in pages of two b-trees; see the benchmark."""
        desk = open_test_desk(tmp_path, [person(1)], event_text(session_text(print_badge="never")))
        told: list[str] = []
        desk.store.connection.set_trace_callback(told.append)
        assert scan(desk, token(1)).reason is Reason.OK
        assert [one.split(" (")[0] for one in told if one.startswith("INSERT")] == [
            "INSERT INTO entry"
        ]
        assert not [one for one in told if "signature" in one or "consent" in one]
        desk.close()
