"""Checking in: whom a code means, what is recorded, and what is taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes import (
    add_people,
    at,
    count,
    event_text,
    open_test_desk,
    person,
    question_text,
    scan,
    session_text,
    token,
)

from kiosk.domain.errors import KioskError
from kiosk.domain.event import Direction
from kiosk.domain.found import BadgeState
from kiosk.domain.registration import Status
from kiosk.domain.verdict import Outcome, Reason, Scan
from kiosk.services import badges, check_in, events
from kiosk.services.open_desk import OpenDesk, open_desk, serve
from kiosk.storage import journal, outbox, roster, roster_writing
from kiosk.storage.roster_writing import Numbered


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    made = open_test_desk(tmp_path, [person(1), person(2)])
    yield made
    made.close()


def desk_of(folder: Path, *tables: str) -> OpenDesk:
    return open_test_desk(folder, [person(1), person(2)], event_text(*tables))


def reissue(desk: OpenDesk, number: int, ticket: str) -> None:
    """Give a person a new ticket, as a re-import does."""
    held = roster.find(desk.store.connection, f"r{number}")
    assert held is not None
    row = roster_writing.numbered(desk.store.connection, desk.event_number)[f"r{number}"]
    changed = person(number, ticket=ticket)
    desk.store.write(
        lambda connection: roster_writing.revoke(connection, desk.event_number, [held[0].ticket])
    )
    desk.store.write(
        lambda connection: roster_writing.change(
            connection, desk.event_number, [Numbered(changed, row)]
        )
    )


def test_an_admitted_person_is_in_the_journal_when_the_verdict_returns(desk: OpenDesk) -> None:
    verdict = scan(desk, token(1))
    assert (verdict.outcome, verdict.reason) == (Outcome.ADMIT, Reason.OK)
    assert verdict.first_at == at("14:00")
    other = open_desk(desk.store.path.parent)
    (entry,) = journal.everything(other.store.connection, other.event_number)
    other.close()
    assert (entry.id, entry.registration, entry.kind) == (verdict.entry, "r1", "in")
    assert entry.scanned_at == at("14:00")


def test_a_second_scan_records_nothing_and_tells_the_first_time(desk: OpenDesk) -> None:
    scan(desk, token(1))
    again = scan(desk, token(1), "14:10")
    assert (again.outcome, again.reason, again.entry) == (Outcome.ASK, Reason.ALREADY_IN, "")
    assert again.first_at == at("14:00")
    assert count(desk, "entry") == 1


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", Reason.UNREADABLE),
        ("   ", Reason.UNREADABLE),
        ("A" * 513, Reason.UNREADABLE),
        ("\ud800", Reason.UNREADABLE),
        ("A" * 512, Reason.UNKNOWN),
        ("' OR '1'='1", Reason.UNKNOWN),
        ("%", Reason.UNKNOWN),
        ("a\x00b", Reason.UNKNOWN),
    ],
)
def test_what_leads_to_nobody_records_nothing(desk: OpenDesk, text: str, reason: Reason) -> None:
    verdict = scan(desk, text)
    assert (verdict.outcome, verdict.reason) == (Outcome.REFUSE, reason)
    assert verdict.registration is None
    assert count(desk, "entry") == 0
    assert count(desk, "outbox") == 0


def test_a_ticket_is_read_folded_only_where_it_is_not_found_as_it_is(desk: OpenDesk) -> None:
    add_people(desk, [person(3, ticket="abc-1"), person(4, ticket="ABC-1")])
    assert scan(desk, "abc-1").registration == person(3, ticket="abc-1")
    assert scan(desk, "ABC-1").registration == person(4, ticket="ABC-1")
    assert scan(desk, "Abc-1").reason is Reason.AMBIGUOUS
    assert scan(desk, token(1).lower()).registration == person(1)


def test_a_replaced_ticket_is_revoked_and_the_new_one_holds(desk: OpenDesk) -> None:
    reissue(desk, 1, "NEWTICKET")
    assert scan(desk, token(1)).reason is Reason.REVOKED
    assert scan(desk, "NEWTICKET").reason is Reason.OK
    assert scan(desk, token(1).lower()).reason is Reason.REVOKED


def test_a_revoked_ticket_given_to_another_person_is_theirs(desk: OpenDesk) -> None:
    reissue(desk, 1, "NEWTICKET")
    reissue(desk, 2, token(1))
    verdict = scan(desk, token(1))
    assert verdict.registration is not None
    assert verdict.registration.id == "r2"


def second_event(desk: OpenDesk, folder: Path) -> OpenDesk:
    file = folder / "second.toml"
    file.write_text(event_text(event={"id": "second"}), encoding="utf-8")
    events.apply(desk.store, file)
    return serve(desk.store, "second")


def test_a_ticket_of_another_event_here_is_known_as_such(desk: OpenDesk, tmp_path: Path) -> None:
    other = second_event(desk, tmp_path)
    verdict = scan(other, token(1))
    assert (verdict.outcome, verdict.reason) == (Outcome.REFUSE, Reason.OTHER_EVENT)
    assert verdict.registration is None
    assert count(desk, "entry") == 0


def test_a_text_is_taken_as_it_is_before_it_is_folded(desk: OpenDesk, tmp_path: Path) -> None:
    other = second_event(desk, tmp_path)
    add_people(other, [person(7, ticket=token(1).lower())])
    assert scan(desk, token(1).lower()).reason is Reason.OTHER_EVENT
    assert scan(desk, token(1).capitalize()).reason is Reason.OK


def test_one_text_may_be_a_ticket_of_two_events(desk: OpenDesk, tmp_path: Path) -> None:
    other = second_event(desk, tmp_path)
    add_people(other, [person(9, ticket=token(1))])
    assert scan(other, token(1)).registration == person(9, ticket=token(1))
    assert scan(desk, token(1)).registration == person(1)


def test_a_person_found_by_name_is_answered_by_the_same_rules(desk: OpenDesk) -> None:
    session = desk.event.sessions[0]
    seen = Scan(at("14:00"))
    assert check_in.check_in(desk, session, "r1", seen).reason is Reason.OK
    assert scan(desk, token(1)).reason is Reason.ALREADY_IN
    assert check_in.check_in(desk, session, "r2", Scan(at("10:00"))).reason is Reason.NOT_YET_OPEN
    with pytest.raises(KioskError, match="REGISTRATION_UNKNOWN"):
        check_in.check_in(desk, session, "nobody", seen)


def test_a_person_of_another_event_is_unknown_here(desk: OpenDesk, tmp_path: Path) -> None:
    other = second_event(desk, tmp_path)
    with pytest.raises(KioskError, match="REGISTRATION_UNKNOWN"):
        check_in.check_in(other, other.event.sessions[0], "r1", Scan(at("14:00")))


def test_sessions_are_counted_apart(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, session_text("one"), session_text("two"))
    first, second = desk.event.sessions
    assert scan(desk, token(1), session=first).reason is Reason.OK
    assert scan(desk, token(1), session=second).reason is Reason.OK
    assert scan(desk, token(1), session=first).reason is Reason.ALREADY_IN
    desk.close()


def test_the_first_time_is_the_earliest_even_where_it_is_written_last(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, session_text(entry="unlimited"))
    assert scan(desk, token(1), "14:30").first_at == at("14:30")
    assert scan(desk, token(1), "14:10").first_at == at("14:10")
    assert scan(desk, token(1), "14:40").first_at == at("14:10")
    desk.close()


def test_out_and_in_again(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, session_text(entry="re-entry"))
    assert scan(desk, token(1)).direction is Direction.IN
    left = scan(desk, token(1), "14:30", direction=Direction.AUTO)
    assert (left.reason, left.direction, left.first_at) == ("OK", "out", at("14:00"))
    back = scan(desk, token(1), "15:00", direction=Direction.AUTO)
    assert (back.reason, back.direction, back.first_at) == ("OK", "in", at("14:00"))
    assert count(desk, "entry") == 3
    desk.close()


def test_a_person_who_left_counts_for_the_capacity_and_one_undone_does_not(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, session_text(capacity=1, entry="re-entry"))
    entered = scan(desk, token(1))
    scan(desk, token(1), "14:10", direction=Direction.OUT)
    assert scan(desk, token(2), "14:20").reason is Reason.FULL
    assert scan(desk, token(1), "14:30").reason is Reason.OK
    check_in.void(desk, entered.entry, "잘못")
    assert scan(desk, token(2), "14:40").reason is Reason.FULL
    for entry in journal.history(desk.store.connection, "r1"):
        if entry.kind == "in" and entry.id != entered.entry:
            check_in.void(desk, entry.id, "잘못")
    assert scan(desk, token(2), "14:50").reason is Reason.OK
    desk.close()


def test_answers_are_kept_and_not_asked_for_again(tmp_path: Path) -> None:
    desk = desk_of(
        tmp_path,
        session_text(entry="unlimited"),
        question_text("meal", "yes-no"),
        question_text("wish", required=False),
    )
    assert scan(desk, token(1)).open_questions == ("meal",)
    assert count(desk, "answer") == 0
    assert scan(desk, token(1), answers={"meal": "perhaps"}).reason is Reason.NEEDS_ANSWERS
    admitted = scan(desk, token(1), answers={"meal": True, "wish": "창가", "other": "x"})
    assert admitted.reason is Reason.OK
    kept = desk.store.connection.execute("SELECT question, value FROM answer ORDER BY question")
    assert kept.fetchall() == [("meal", "true"), ("wish", '"창가"')]
    assert scan(desk, token(1)).reason is Reason.OK
    desk.close()


@pytest.mark.parametrize(("policy", "jobs"), [("never", 0), ("once", 1), ("always", 2)])
def test_badges_are_queued_with_the_check_in(tmp_path: Path, policy: str, jobs: int) -> None:
    desk = desk_of(tmp_path, session_text(entry="unlimited", print_badge=policy))
    first, second = scan(desk, token(1)), scan(desk, token(1), "14:10")
    assert [bool(one.badge_job) for one in (first, second)] == [jobs > 0, jobs > 1]
    assert count(desk, "outbox") == jobs
    desk.close()


def test_a_scan_out_prints_nothing(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, session_text(entry="re-entry", print_badge="always"))
    scan(desk, token(1))
    assert scan(desk, token(1), direction=Direction.OUT).badge_job == ""
    assert count(desk, "outbox") == 1
    desk.close()


def test_an_undone_entry_no_longer_counts_and_its_badge_is_not_printed(desk: OpenDesk) -> None:
    admitted = scan(desk, token(1))
    assert badges.state(desk, "r1") is not BadgeState.NONE
    undone = check_in.void(desk, admitted.entry, "다른 사람")
    assert badges.state(desk, "r1") is BadgeState.NONE
    assert outbox.open_lines(desk.store.connection, badges.BADGE, desk.event_number) == []
    again = scan(desk, token(1), "14:20")
    assert again.reason is Reason.OK
    assert again.first_at == at("14:20")
    assert again.badge_job
    assert undone != admitted.entry


def test_what_cannot_be_undone_is_told(desk: OpenDesk) -> None:
    admitted = scan(desk, token(1))

    def refused(entry: str, reason: str = "까닭") -> str:
        with pytest.raises(KioskError) as caught:
            check_in.void(desk, entry, reason)
        return caught.value.code

    assert refused(admitted.entry, "  ") == "REASON_MISSING"
    assert refused("nothing") == "ENTRY_UNKNOWN"
    undone = check_in.void(desk, admitted.entry, "까닭")
    assert refused(admitted.entry) == "ALREADY_VOID"
    assert refused(undone) == "ENTRY_IS_VOID"
    assert count(desk, "entry") == 2


def test_an_entry_of_another_event_is_not_undone_here(desk: OpenDesk, tmp_path: Path) -> None:
    admitted = scan(desk, token(1))
    other = second_event(desk, tmp_path)
    with pytest.raises(KioskError, match="ENTRY_UNKNOWN"):
        check_in.void(other, admitted.entry, "까닭")


def test_who_became_pending_after_coming_in_may_still_leave(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, session_text(entry="re-entry", admit_pending="confirm"))
    scan(desk, token(1))
    row = roster_writing.numbered(desk.store.connection, desk.event_number)["r1"]
    changed = Numbered(person(1, status=Status.PENDING), row)
    desk.store.write(
        lambda connection: roster_writing.change(connection, desk.event_number, [changed])
    )
    assert scan(desk, token(1), "15:00", direction=Direction.OUT).reason is Reason.OK
    desk.close()


def test_the_id_of_an_entry_is_drawn_before_the_first_attempt(
    desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    draw = journal.new_entry_id

    def drawn() -> str:
        order.append("drawn")
        return draw()

    monkeypatch.setattr(journal, "new_entry_id", drawn)
    desk.store.connection.set_trace_callback(lambda text: order.append(text.split()[0]))
    scan(desk, token(1))
    assert order[:2] == ["drawn", "BEGIN"]
    assert order.count("drawn") == 1
    assert order[-1] == "COMMIT"
