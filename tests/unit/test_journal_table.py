"""The journal table: stamps that never run back, numbers, and links of one chain."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fakes import at, count, event_text, open_test_desk, person, scan, session_text, token

from kiosk.domain.journal import Kind
from kiosk.services import check_in
from kiosk.services.open_desk import OpenDesk
from kiosk.storage import journal
from kiosk.storage.desk_identity import identify
from kiosk.storage.journal import Line

HALF_DAY_MS = 12 * 3_600_000


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    text = event_text(session_text(entry="unlimited"))
    made = open_test_desk(tmp_path, [person(1), person(2)], text)
    yield made
    made.close()


def append(desk: OpenDesk, entry_id: str, kind: Kind = Kind.IN, voids: str = "") -> None:
    line = Line(entry_id, "main", "r1", kind, at("14:00"), voids)
    desk.store.write(
        lambda connection: journal.append(connection, desk.store.identity, desk.event_number, line)
    )


def test_an_entry_comes_back_as_it_was(desk: OpenDesk) -> None:
    append(desk, "e1", Kind.VOID, "e0")
    (entry,) = journal.everything(desk.store.connection, desk.event_number)
    assert (entry.id, entry.session, entry.registration) == ("e1", "main", "r1")
    assert (entry.kind, entry.voids, entry.scanned_at) == (Kind.VOID, "e0", at("14:00"))
    assert entry.stamp.desk == desk.store.identity.desk
    assert entry.written_at.tzinfo is UTC


@pytest.mark.parametrize("jump", [HALF_DAY_MS, -HALF_DAY_MS])
def test_stamps_rise_though_the_clock_jumps(
    desk: OpenDesk, monkeypatch: pytest.MonkeyPatch, jump: int
) -> None:
    clock = 1_774_501_200_000
    for number in range(6):
        reading = clock + number + (jump if number in (2, 3) else 0)
        monkeypatch.setattr(journal, "now_ms", lambda reading=reading: reading)
        append(desk, f"e{number}")
    entries = journal.everything(desk.store.connection, desk.event_number)
    stamps = [entry.stamp for entry in entries]
    assert stamps == sorted(stamps)
    assert len(set(stamps)) == 6


def test_what_was_scanned_and_what_was_written_are_kept_apart(
    desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "now_ms", lambda: 1_000)
    append(desk, "e1")
    (entry,) = journal.everything(desk.store.connection, desk.event_number)
    assert entry.scanned_at == at("14:00")
    assert entry.written_at == datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC)


COLUMNS = (
    "id, event, session, registration, kind, scanned_ms, written_ms, stamp_ms, stamp_counter,"
    " desk, incarnation, number, voids"
)


def broken_links(desk: OpenDesk) -> list[int]:
    """Return the numbers of the entries whose hash does not fit the one before and their facts."""
    broken, previous = [], b""
    rows = desk.store.connection.execute(f"SELECT {COLUMNS}, chain FROM entry ORDER BY number")
    for *facts, chain in rows:
        if journal.link(previous, tuple(facts)) != chain:
            broken.append(facts[11])
        previous = chain
    return broken


def test_entries_are_links_of_one_chain(desk: OpenDesk) -> None:
    for number in range(5):
        append(desk, f"e{number}")
    numbers = desk.store.connection.execute("SELECT number FROM entry ORDER BY arrival").fetchall()
    assert [row[0] for row in numbers] == [1, 2, 3, 4, 5]
    assert broken_links(desk) == []


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE entry SET registration = 'r2' WHERE number = 3",
        "UPDATE entry SET scanned_ms = scanned_ms + 1 WHERE number = 3",
        "UPDATE entry SET voids = 'e0' WHERE number = 3",
    ],
)
def test_a_changed_entry_breaks_its_link(desk: OpenDesk, change: str) -> None:
    for number in range(5):
        append(desk, f"e{number}")
    desk.store.connection.execute(change)
    assert broken_links(desk) == [3]


def test_a_missing_entry_breaks_the_link_after_it(desk: OpenDesk) -> None:
    for number in range(5):
        append(desk, f"e{number}")
    desk.store.connection.execute("DELETE FROM entry WHERE number = 2")
    assert broken_links(desk) == [3]


def test_a_store_is_one_desk_for_good_and_two_stores_are_two(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    one, other = (open_test_desk(tmp_path / name) for name in ("a", "b"))
    assert identify(one.store.connection) == one.store.identity
    assert one.store.identity.desk != other.store.identity.desk
    assert one.store.identity.incarnation != other.store.identity.incarnation
    one.close()
    other.close()


def test_the_newest_come_first_and_what_is_new_is_found(desk: OpenDesk) -> None:
    for number in range(4):
        append(desk, f"e{number}")
    connection, identity = desk.store.connection, desk.store.identity
    assert [e.id for e in journal.latest(connection, desk.event_number, 2)] == ["e3", "e2"]
    assert [e.id for e in journal.since(connection, identity, 2)] == ["e2", "e3"]
    assert journal.last_number(connection, identity) == 4
    found = journal.find(connection, "e2")
    assert found is not None
    assert (found[0].id, found[1]) == ("e2", desk.event_number)
    assert journal.find(connection, "nothing") is None


def test_who_counts_is_counted_once_and_not_when_undone(desk: OpenDesk) -> None:
    connection, event = desk.store.connection, desk.event_number
    first = scan(desk, token(1))
    scan(desk, token(1), "14:30")
    scan(desk, token(2))
    assert journal.count_come(connection, "main", event) == 2
    check_in.void(desk, first.entry, "잘못 찍음")
    assert journal.count_come(connection, "main", event) == 2
    for entry in journal.history(connection, "r2"):
        check_in.void(desk, entry.id, "잘못 찍음")
    assert journal.count_come(connection, "main", event) == 1
    assert journal.count_come(connection, "other", event) == 0


def test_ids_are_128_bits_and_differ() -> None:
    drawn = {journal.new_entry_id() for _ in range(1_000)}
    assert len(drawn) == 1_000
    assert {len(one) for one in drawn} == {32}


def test_remarks_stand_apart_from_the_journal(desk: OpenDesk) -> None:
    first = scan(desk, token(1))
    undone = check_in.void(desk, first.entry, "  김씨가 아님 ")
    assert journal.remarks(desk.store.connection) == {undone: "김씨가 아님"}
    assert count(desk, "entry") == 2
