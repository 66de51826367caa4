"""A commit that fails: on disk all the same, not on disk, no room, or no lock."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from failing_disk import Faulty, put_under, said
from fakes import count, event_text, open_test_desk, person, scan, session_text, token

from kiosk.domain.errors import KioskError
from kiosk.domain.found import BadgeState
from kiosk.domain.verdict import Outcome, Reason
from kiosk.services import badges, check_in
from kiosk.services.open_desk import OpenDesk
from kiosk.storage import store


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenDesk]:
    monkeypatch.setattr(store, "_RETRY_AFTER_S", (0.0, 0.0, 0.0))
    text = event_text(session_text(entry="unlimited", print_badge="always"))
    made = open_test_desk(tmp_path, [person(1), person(2)], text)
    yield made
    made.close()


@pytest.fixture
def faulty(desk: OpenDesk) -> Faulty:
    return put_under(desk)


def test_a_ghost_of_a_commit_is_one_entry_and_one_badge(desk: OpenDesk, faulty: Faulty) -> None:
    faulty.ghosts = 1
    verdict = scan(desk, token(1))
    assert (verdict.outcome, verdict.reason) == (Outcome.ADMIT, Reason.OK)
    assert verdict.entry
    assert (count(desk, "entry"), count(desk, "outbox")) == (1, 1)
    assert faulty.commits == 2


def test_a_ghost_s_verdict_is_the_first_one_though_the_history_has_changed(
    desk: OpenDesk, faulty: Faulty
) -> None:
    """The second attempt meets its own entry, and must not answer that the person came before."""
    faulty.ghosts = 1
    verdict = scan(desk, token(1))
    again = scan(desk, token(1), "14:10")
    assert verdict.entry != again.entry
    assert count(desk, "entry") == 2


def test_a_commit_that_is_not_on_disk_is_tried_again(desk: OpenDesk, faulty: Faulty) -> None:
    faulty.refusals = 2
    assert scan(desk, token(1)).outcome is Outcome.ADMIT
    assert count(desk, "entry") == 1
    assert faulty.commits == 3


def test_after_the_last_attempt_nothing_is_acknowledged_and_the_next_scan_works(
    desk: OpenDesk, faulty: Faulty
) -> None:
    faulty.refusals = 3
    with pytest.raises(KioskError, match="STORE_NOT_WRITABLE"):
        scan(desk, token(1))
    assert count(desk, "entry") == 0
    assert scan(desk, token(1)).reason is Reason.OK
    assert count(desk, "entry") == 1


def test_a_ghost_of_an_undoing_is_one_void(desk: OpenDesk, faulty: Faulty) -> None:
    admitted = scan(desk, token(1))
    faulty.ghosts = 1
    check_in.void(desk, admitted.entry, "까닭")
    assert count(desk, "entry") == 2
    assert count(desk, "remark") == 1


def test_a_ghost_of_a_claim_is_a_claim(desk: OpenDesk, faulty: Faulty) -> None:
    """Else the badge would wait for ever, marked as under way with nobody who prints it."""
    scan(desk, token(1))
    faulty.ghosts = 1
    claimed = badges.take_next(desk)
    assert claimed is not None
    badges.finish(desk, claimed[0])
    assert badges.state(desk, "r1") is BadgeState.PRINTED
    assert badges.take_next(desk) is None


def test_a_full_disk_is_told_and_the_next_scan_works_once_there_is_room(desk: OpenDesk) -> None:
    connection = desk.store.connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    admitted, refused = 0, None
    for _ in range(3_000):
        try:
            scan(desk, token(1))
            admitted += 1
        except KioskError as error:
            refused = error
            break
    assert refused is not None
    assert refused.code == "STORE_FULL"
    assert count(desk, "entry") == count(desk, "outbox") == admitted
    assert not connection.in_transaction
    connection.execute("PRAGMA max_page_count = 1000000")
    assert scan(desk, token(1)).reason is Reason.OK
    assert count(desk, "entry") == admitted + 1


def test_a_store_that_another_program_holds_is_told_after_one_wait(
    desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.store.connection.execute("PRAGMA busy_timeout = 10")
    begins: list[str] = []
    holder = sqlite3.connect(desk.store.path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    desk.store.connection.set_trace_callback(begins.append)
    with pytest.raises(KioskError, match="STORE_LOCKED"):
        scan(desk, token(1))
    assert begins == ["BEGIN IMMEDIATE"]
    holder.execute("ROLLBACK")
    assert scan(desk, token(1)).reason is Reason.OK
    holder.close()


def test_a_lock_that_is_let_go_in_time_is_waited_for(desk: OpenDesk) -> None:
    holder = sqlite3.connect(desk.store.path, isolation_level=None, check_same_thread=False)
    holder.execute("BEGIN IMMEDIATE")
    timer = threading.Timer(0.1, lambda: holder.execute("ROLLBACK"))
    timer.start()
    assert scan(desk, token(1)).reason is Reason.OK
    timer.join()
    holder.close()


@pytest.mark.parametrize("fails", ["INSERT INTO entry", "INSERT INTO outbox"])
def test_a_statement_that_fails_leaves_neither_entry_nor_badge(
    desk: OpenDesk, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    real = desk.store.connection

    class Failing(Faulty):
        def execute(self, statement: str, *values: Any) -> sqlite3.Cursor:
            if statement.startswith(fails):
                raise said(sqlite3.SQLITE_IOERR)
            return super().execute(statement, *values)

    desk.store.connection = Failing(real)  # type: ignore[assignment]
    with pytest.raises(KioskError, match="STORE_NOT_WRITABLE"):
        scan(desk, token(1))
    desk.store.connection = real
    assert (count(desk, "entry"), count(desk, "outbox")) == (0, 0)
    assert scan(desk, token(1)).reason is Reason.OK


def test_a_rule_that_raises_admits_nobody(desk: OpenDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object, **_keys: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(check_in, "decide", broken)
    with pytest.raises(ZeroDivisionError):
        scan(desk, token(1))
    assert count(desk, "entry") == 0
    assert not desk.store.connection.in_transaction
