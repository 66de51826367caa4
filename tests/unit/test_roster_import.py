"""Importing into a roster that already has people: who is meant, and what is never taken away."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes import count, event_text, open_test_desk, scan, session_text

from kiosk.domain.registration import Registration, Status
from kiosk.domain.ticket import TOKEN_LENGTH
from kiosk.domain.verdict import Reason
from kiosk.services.open_desk import OpenDesk
from kiosk.services.roster_import import Imported, import_roster
from kiosk.storage import roster

HEADINGS = ["성명", "소속", "연락처", "아이디", "티켓", "상태", "회차"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    made = open_test_desk(tmp_path, text=event_text(session_text("one"), session_text("two")))
    yield made
    made.close()


def bring(desk: OpenDesk, *rows: str, dry_run: bool = False) -> Imported:
    """Import rows written as ``name/organisation/phone/id/ticket/status/sessions``."""
    path = desk.store.path.parent / "roster.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        cells = [[*row.split("/"), *[""] * len(HEADINGS)][: len(HEADINGS)] for row in rows]
        csv.writer(file).writerows([HEADINGS, *cells])
    return import_roster(desk, path, dry_run=dry_run)


def people(desk: OpenDesk) -> list[Registration]:
    return list(roster.everyone(desk.store.connection, desk.event_number))


def numbers(done: Imported) -> tuple[int, int, int, int]:
    return done.added, done.updated, done.unchanged, done.rejected


def test_a_person_without_a_ticket_is_issued_one(desk: OpenDesk) -> None:
    assert numbers(bring(desk, "가상인/예시")) == (1, 0, 0, 0)
    (one,) = people(desk)
    assert len(one.ticket) == TOKEN_LENGTH
    assert scan(desk, one.ticket).reason is Reason.OK


def test_the_same_file_again_changes_nothing(desk: OpenDesk) -> None:
    rows = ("가상인/예시/010-0000-1234", "나상인/예시//p2", "다상인/예시///T3")
    bring(desk, *rows)
    before = people(desk)
    assert numbers(bring(desk, *rows)) == (0, 0, 3, 0)
    assert people(desk) == before


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("가상인/예시//p1", "나상인/다른곳//p1"),
        ("가상인/예시///T1", "가상인/다른곳///T1"),
        ("가상인/예시/010-0000-1234", "가상인/예시/01000001234/p9"),
    ],
)
def test_a_row_means_a_person_by_id_else_ticket_else_name(
    desk: OpenDesk, first: str, second: str
) -> None:
    bring(desk, first)
    before = people(desk)[0]
    assert numbers(bring(desk, second)) == (0, 1, 0, 0)
    (after,) = people(desk)
    assert after.id == before.id
    assert after.ticket == before.ticket
    assert after != before


def test_namesakes_are_kept_apart(desk: OpenDesk) -> None:
    done = bring(
        desk,
        "가상인/예시/010-0000-1111",
        "가상인/예시/010-0000-2222",
        "가상인/다른곳/010-0000-1111",
        "나상인/예시///T1",
        "나상인/예시///T2",
        "다상인/예시//p1",
        "다상인/예시//p2",
    )
    assert done.added == 7
    assert len({one.id for one in people(desk)}) == 7


def test_one_person_twice_in_a_file_is_one(desk: OpenDesk) -> None:
    done = bring(desk, "가상인/예시/010-0000-1111", "가상인/예시/010-0000-1111")
    assert (done.read, *numbers(done)) == (2, 1, 0, 1, 0)


def test_a_cell_left_empty_takes_nothing_away(desk: OpenDesk) -> None:
    bring(desk, "가상인/예시/010-0000-1234/p1/T1//one")
    bring(desk, "가상인///p1")
    (one,) = people(desk)
    assert (one.organisation, one.phone, one.ticket) == ("예시", "010-0000-1234", "T1")
    assert one.sessions == ("one",)


def test_who_is_missing_from_the_new_file_stays(desk: OpenDesk) -> None:
    bring(desk, "가상인/예시//p1", "나상인/예시//p2")
    assert bring(desk, "가상인/예시//p1").missing == 1
    assert len(people(desk)) == 2


def test_a_ticket_of_another_person_is_refused_and_the_others_go_in(desk: OpenDesk) -> None:
    bring(desk, "가상인/예시//p1/T1", "나상인/예시//p2/T2")
    done = bring(desk, "다상인/예시//p3/T1", "나상인/예시//p2/T1", "라상인/예시//p4/T4")
    assert [row.code for row in done.rows] == ["TICKET_TAKEN", "TICKET_TAKEN"]
    assert numbers(done) == (1, 0, 0, 2)
    assert [one.ticket for one in people(desk)] == ["T1", "T2", "T4"]


def test_a_new_ticket_goes_to_one_person_of_a_file(desk: OpenDesk) -> None:
    bring(desk, "가상인/예시//p1/T1")
    done = bring(desk, "가상인/예시//p1/T2", "나상인/예시//p2/T2")
    assert [(row.line, row.code) for row in done.rows] == [(3, "TICKET_TAKEN")]
    assert [one.ticket for one in people(desk)] == ["T2"]
    verdict = scan(desk, "T2")
    assert verdict.registration is not None
    assert verdict.registration.name == "가상인"


@pytest.mark.parametrize("before", [[], ["가상인/예시"], ["가상인/예시//p1"]])
def test_two_names_under_one_key_lose_nobody_silently(desk: OpenDesk, before: list[str]) -> None:
    if before:
        bring(desk, *before)
    done = bring(desk, "가상인/예시//p1", "나상인/예시//p1", "가상인/예시//p1")
    assert [(row.line, row.code) for row in done.rows] == [(3, "PERSON_ID_TAKEN")]
    assert [one.name for one in people(desk)] == ["가상인"]


def test_a_state_is_changed_both_ways(desk: OpenDesk) -> None:
    bring(desk, "가상인/예시//p1/T1/취소")
    assert scan(desk, "T1").reason is Reason.CANCELLED
    bring(desk, "가상인/예시//p1/T1/확정")
    assert people(desk)[0].status is Status.CONFIRMED
    assert scan(desk, "T1").reason is Reason.OK


def test_a_rehearsal_counts_and_writes_nothing(desk: OpenDesk) -> None:
    bring(desk, "가상인/예시//p1")
    changes = desk.store.connection.total_changes
    done = bring(desk, "가상인/다른곳//p1", "나상인/예시//p2", dry_run=True)
    assert numbers(done) == (1, 1, 0, 0)
    assert [one.organisation for one in people(desk)] == ["예시"]
    assert count(desk, "ticket") == 1
    assert desk.store.connection.total_changes >= changes


def test_nothing_is_left_where_the_writing_fails(
    desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(desk, "가상인/예시//p1")
    before = {table: count(desk, table) for table in ("registration", "ticket", "word", "word_key")}
    desk.store.connection.execute(
        "CREATE TEMP TRIGGER refuse BEFORE INSERT ON main.ticket WHEN NEW.text = 'T3'"
        " BEGIN SELECT RAISE(ABORT, 'no'); END"
    )
    with pytest.raises(Exception, match="no"):
        bring(desk, "나상인/예시//p2/T2", "다상인/예시//p3/T3")
    assert {table: count(desk, table) for table in before} == before
