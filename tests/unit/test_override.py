"""Letting somebody past a rule: which, by whose word, and what of it is on record."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from fakes import (
    at,
    event_text,
    made_event,
    open_test_desk,
    person,
    question_text,
    scan,
    session_text,
    token,
)

from kiosk.domain.deed import DeedKind, Why
from kiosk.domain.errors import KioskError
from kiosk.domain.event import Direction
from kiosk.domain.override import OVERRIDABLE, may_pass, without
from kiosk.domain.registration import Category, Registration, Status
from kiosk.domain.verdict import Outcome, Reason, Scan, Verdict
from kiosk.services import audit, check_in, override
from kiosk.services.exports import tables
from kiosk.services.open_desk import OpenDesk
from kiosk.services.override import Pass
from kiosk.storage import journal

WHY = Why("organiser-agreed", "이견본 담당자 승인")


def desk_with(folder: Path, *people: Registration, **session: object) -> OpenDesk:
    return open_test_desk(folder, people, event_text(session_text(**session)))


def admit(desk: OpenDesk, who: str, *rules: Reason, clock: str = "14:00") -> Verdict:
    seen = Scan(at(clock))
    passed = Pass(frozenset(rules), WHY)
    return override.admit(desk, desk.event.sessions[0], who, seen, passed)


GATES: dict[Reason, tuple[dict[str, object], dict[str, object], str]] = {
    Reason.WRONG_CATEGORY: ({"categories": ["vip"]}, {}, "14:00"),
    Reason.NOT_BOOKED: ({"booking_required": True}, {}, "14:00"),
    Reason.PENDING: ({}, {"status": Status.PENDING}, "14:00"),
    Reason.NOT_YET_OPEN: ({}, {}, "10:00"),
    Reason.CLOSED: ({}, {}, "18:00"),
}


@pytest.mark.parametrize("rule", GATES)
def test_a_rule_that_may_be_passed_is_passed_and_told(tmp_path: Path, rule: Reason) -> None:
    session, fields, clock = GATES[rule]
    desk = desk_with(tmp_path, person(1, **fields), **session)
    assert scan(desk, token(1), clock).reason is rule
    verdict = admit(desk, "r1", rule, clock=clock)
    assert (verdict.outcome, verdict.session) == (Outcome.ADMIT, desk.event.sessions[0])
    (deed,) = audit.of_person(desk, "r1")
    assert (deed.kind, deed.about, deed.facts) == (DeedKind.OVERRIDE, verdict.entry, (rule.value,))
    assert (deed.reason, deed.by) == (WHY.code, desk.settings.desk_name)
    assert journal.remarks(desk.store.connection)[verdict.entry] == WHY.words
    desk.close()


def test_a_full_session_takes_one_more_by_word_of_staff(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, person(1), person(2), capacity=1)
    scan(desk, token(1))
    assert scan(desk, token(2)).reason is Reason.FULL
    assert admit(desk, "r2", Reason.FULL).outcome is Outcome.ADMIT
    desk.close()


def test_limits_and_pauses_are_passed(tmp_path: Path) -> None:
    keys = {"entry": "unlimited", "max_entries": 1, "min_minutes_between_entries": 10}
    desk = desk_with(tmp_path, person(1), **keys)
    scan(desk, token(1), "14:00")
    assert admit(desk, "r1", Reason.ENTRY_LIMIT, clock="14:05").reason is Reason.TOO_SOON
    both = (Reason.ENTRY_LIMIT, Reason.TOO_SOON)
    assert admit(desk, "r1", *both, clock="14:05").outcome is Outcome.ADMIT
    (deed,) = audit.of_person(desk, "r1")
    assert deed.facts == ("ENTRY_LIMIT", "TOO_SOON")
    desk.close()


def test_only_somebody_who_left_comes_in_again_where_everybody_comes_once(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, person(1))
    scan(desk, token(1))
    assert admit(desk, "r1", Reason.ALREADY_IN).reason is Reason.ALREADY_IN
    session, seen = desk.event.sessions[0], Scan(at("14:10"), Direction.OUT)
    check_in.check_in(desk, session, "r1", seen)
    back = admit(desk, "r1", Reason.ALREADY_IN, clock="14:20")
    assert (back.outcome, back.direction) == (Outcome.ADMIT, "in")
    desk.close()


@pytest.mark.parametrize("rule", sorted(set(Reason) - OVERRIDABLE))
def test_who_somebody_is_and_what_was_decided_of_them_is_passed_by_nobody(
    tmp_path: Path, rule: Reason
) -> None:
    desk = desk_with(tmp_path, person(1, status=Status.BLOCKED))
    with pytest.raises(KioskError) as caught:
        admit(desk, "r1", rule)
    assert (caught.value.code, caught.value.facts) == ("OVERRIDE_FORBIDDEN", {"rules": [rule]})
    assert admit(desk, "r1", *OVERRIDABLE).reason is Reason.BLOCKED
    assert journal.history(desk.store.connection, "r1") == []
    desk.close()


def test_another_rule_than_the_one_named_still_refuses(tmp_path: Path) -> None:
    vip = person(1, status=Status.PENDING)
    desk = desk_with(tmp_path, vip, categories=["vip"])
    assert admit(desk, "r1", Reason.WRONG_CATEGORY).reason is Reason.PENDING
    assert audit.of_person(desk, "r1") == []
    desk.close()


def test_questions_are_still_asked(tmp_path: Path) -> None:
    text = event_text(session_text(), question_text("meal", "text"))
    desk = open_test_desk(tmp_path, [person(1)], text)
    verdict = admit(desk, "r1", Reason.NOT_YET_OPEN, clock="10:00")
    assert (verdict.reason, verdict.session) == (Reason.NEEDS_ANSWERS, desk.event.sessions[0])
    seen = Scan(at("10:00"), answers={"meal": "국수"})
    passed = Pass(frozenset({Reason.NOT_YET_OPEN}), WHY)
    again = override.admit(desk, desk.event.sessions[0], "r1", seen, passed)
    assert again.outcome is Outcome.ADMIT
    desk.close()


def test_a_rule_named_in_vain_leaves_a_check_in_like_any_other(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, person(1))
    verdict = admit(desk, "r1", *OVERRIDABLE)
    assert verdict.outcome is Outcome.ADMIT
    assert audit.of_person(desk, "r1") == []
    assert journal.remarks(desk.store.connection) == {}
    desk.close()


def test_a_pending_guest_past_a_full_hall_is_told_by_the_rule_that_was_passed(
    tmp_path: Path,
) -> None:
    """Where Enter confirms a pending guest, only the hall's limit is an exception."""
    pending = person(2, status=Status.PENDING)
    desk = desk_with(tmp_path, person(1), pending, capacity=1, admit_pending="confirm")
    scan(desk, token(1))
    admit(desk, "r2", Reason.FULL)
    (deed,) = audit.of_person(desk, "r2")
    assert deed.facts == ("FULL",)
    desk.close()


def test_the_event_file_says_which_rules_may_be_passed(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, person(1), override=["CLOSED"])
    session = desk.event.sessions[0]
    assert may_pass(session, Reason.CLOSED)
    assert not may_pass(session, Reason.NOT_YET_OPEN)
    with pytest.raises(KioskError, match="OVERRIDE_FORBIDDEN"):
        admit(desk, "r1", Reason.NOT_YET_OPEN, clock="10:00")
    assert admit(desk, "r1", Reason.CLOSED, clock="18:00").outcome is Outcome.ADMIT
    desk.close()


def test_an_empty_list_forbids_all_and_no_key_allows_all() -> None:
    forbids, allows = made_event(session_text("a", override=[]), session_text("b")).sessions
    assert not any(may_pass(forbids, one) for one in Reason)
    assert {one for one in Reason if may_pass(allows, one)} == OVERRIDABLE


@pytest.mark.parametrize("named", [["BLOCKED"], ["OK"], ["closed"], "CLOSED"])
def test_an_event_file_cannot_let_pass_what_nobody_may(named: object) -> None:
    with pytest.raises(KioskError) as caught:
        made_event(session_text(override=named))
    assert caught.value.code == "EVENT_FILE_WRONG"
    assert str(caught.value.facts["key"]).endswith("override")


def test_without_a_rule_everything_else_of_the_session_stays() -> None:
    session = made_event(session_text(capacity=3, categories=["vip"])).sessions[0]
    bare = without(session, [Reason.FULL])
    assert (bare.capacity, bare.categories) == (0, frozenset({Category.VIP}))
    assert bare.closes_at == session.closes_at
    assert without(session, []) == session
    assert without(session, [Reason.CLOSED]).closes_at > session.closes_at + timedelta(days=1)


def test_the_journals_export_tells_the_exception_and_its_reason(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, person(1), person(2))
    scan(desk, token(2))
    admit(desk, "r1", Reason.CLOSED, clock="18:00")
    table = tables.journal_table(desk)
    passed, why = table.headings.index("허용한 예외"), table.headings.index("까닭")
    told = {row[table.headings.index("등록 번호")]: (row[passed], row[why]) for row in table.rows}
    assert told == {"r2": ("", ""), "r1": ("입장 마감", "이견본 담당자 승인")}
    desk.close()


def test_a_reason_from_the_list_is_exported_in_words(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, person(1))
    passed = Pass(frozenset({Reason.CLOSED}), Why("list-wrong"))
    override.admit(desk, desk.event.sessions[0], "r1", Scan(at("18:00")), passed)
    table = tables.journal_table(desk)
    assert table.rows[0][table.headings.index("까닭")] == "명단이 틀림"
    desk.close()
