"""Every deed of the desk on a disk that fails: nothing half-written, words, and the next scan."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from failing_disk import Faulty, put_under, said
from fakes import at, event_text, open_test_desk, person, scan, session_text, token

from kiosk.domain.consent import Means
from kiosk.domain.deed import Why
from kiosk.domain.errors import KioskError
from kiosk.domain.signing import Signing
from kiosk.domain.verdict import Reason, Scan
from kiosk.domain.walk_in import WalkInForm
from kiosk.services import (
    correction,
    desk_walk_in,
    notes,
    override,
    reprint,
    reveal,
    signing,
    undo,
)
from kiosk.services.desk_walk_in import DeskForm
from kiosk.services.open_desk import OpenDesk
from kiosk.storage import journal, store
from kiosk.ui.messages import error_text

ANNA = person(1, phone="010-1234-5678")
TABLES = (
    "registration", "ticket", "entry", "remark", "outbox", "deed", "consent", "consent_text",
    "signature", "access",
)  # fmt: skip
NEWCOMER = DeskForm(WalkInForm("최견본", "01022223333", "견본소재"), consent=Means.PAPER)


def _undo(desk: OpenDesk) -> object:
    entry = journal.history(desk.store.connection, "r2")[0].id
    return undo.undo(desk, entry, Why("other", "옆 분을 눌렀음"))


def _override(desk: OpenDesk) -> object:
    passed = override.Pass(frozenset({Reason.CLOSED}), Why("list-wrong", "명단에서 빠짐"))
    return override.admit(desk, desk.event.sessions[0], "r1", Scan(at("18:00")), passed)


def _walk_in(desk: OpenDesk) -> object:
    return desk_walk_in.register(desk, desk.event.sessions[0], NEWCOMER, Scan(at("14:00")))


DEEDS: dict[str, Callable[[OpenDesk], object]] = {
    "undo": _undo,
    "walk-in": _walk_in,
    "correct": lambda desk: correction.correct(desk, ANNA, ANNA._replace(name="박견본")),
    "override": _override,
    "reprint": lambda desk: reprint.reprint(desk, "r2", Why("other", "끈이 끊어짐")),
    "note": lambda desk: notes.add(desk, desk.event.sessions[0], "r1", "주차권 드림"),
    "sign": lambda desk: signing.sign(desk, desk.event.sessions[0], "r2", Signing(b"ink")),
    "reveal": lambda desk: reveal.reveal(desk, "r1"),
}
WRITES = {
    "undo": ("INSERT INTO entry", "INSERT INTO remark", "INSERT INTO deed"),
    "walk-in": ("INSERT INTO registration", "INSERT INTO consent", "INSERT INTO deed",
                "INSERT INTO entry", "INSERT INTO outbox"),
    "correct": ("UPDATE registration", "INSERT INTO deed"),
    "override": ("INSERT INTO entry", "INSERT INTO outbox", "INSERT INTO deed",
                 "INSERT INTO remark"),
    "reprint": ("INSERT INTO outbox", "INSERT INTO deed", "INSERT INTO remark"),
    "note": ("INSERT INTO entry", "INSERT INTO remark"),
    "sign": ("INSERT INTO signature", "INSERT INTO deed"),
    "reveal": ("INSERT INTO access",),
}  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenDesk]:
    monkeypatch.setattr(store, "_RETRY_AFTER_S", (0.0, 0.0, 0.0))
    made = open_test_desk(tmp_path, [ANNA, person(2), person(3)], event_text(session_text()))
    scan(made, token(2))
    yield made
    made.close()


def everything(desk: OpenDesk) -> dict[str, list[tuple[Any, ...]]]:
    run = desk.store.connection.execute
    return {table: run(f"SELECT * FROM {table}").fetchall() for table in TABLES}


def next_scan_works(desk: OpenDesk) -> None:
    assert not desk.store.connection.in_transaction
    assert scan(desk, token(3)).reason is Reason.OK


class Failing(Faulty):
    """A connection on which one kind of statement fails, also one of many at once."""

    def __init__(self, connection: sqlite3.Connection, fails: str) -> None:
        super().__init__(connection)
        self.fails, self.failed = fails, 0

    def _check(self, statement: str) -> None:
        if statement.startswith(self.fails):
            self.failed += 1
            raise said(sqlite3.SQLITE_IOERR)

    def execute(self, statement: str, *values: Any) -> sqlite3.Cursor:
        self._check(statement)
        return super().execute(statement, *values)

    def executemany(self, statement: str, *values: Any) -> sqlite3.Cursor:
        self._check(statement)
        return self._real.executemany(statement, *values)


def _steps() -> Iterator[tuple[str, str]]:
    for deed, statements in WRITES.items():
        for statement in statements:
            yield deed, statement


@pytest.mark.parametrize(("deed", "fails"), list(_steps()))
def test_a_deed_that_fails_in_the_middle_leaves_nothing(
    desk: OpenDesk, deed: str, fails: str
) -> None:
    before, real = everything(desk), desk.store.connection
    broken = Failing(real, fails)
    desk.store.connection = broken  # type: ignore[assignment]
    with pytest.raises(KioskError) as caught:
        DEEDS[deed](desk)
    desk.store.connection = real
    assert broken.failed
    assert caught.value.code == "STORE_NOT_WRITABLE"
    assert len(error_text(caught.value)) > 30
    assert everything(desk) == before
    next_scan_works(desk)


@pytest.mark.parametrize("deed", DEEDS)
def test_a_ghost_of_a_commit_is_one_deed(desk: OpenDesk, tmp_path: Path, deed: str) -> None:
    """Its commit raised and was on disk: the second attempt finds its own trace."""
    before = everything(desk)
    faulty = put_under(desk)
    faulty.ghosts = 1
    DEEDS[deed](desk)
    after = everything(desk)
    grown = {table: len(after[table]) - len(before[table]) for table in TABLES}
    (tmp_path / "twin").mkdir()
    twin = open_test_desk(tmp_path / "twin", [ANNA, person(2), person(3)])
    scan(twin, token(2))
    before = everything(twin)
    DEEDS[deed](twin)
    after = everything(twin)
    # A line in the access log too many says that data was opened, which it was.
    grown["access"] = min(grown["access"], 1)
    assert grown == {table: len(after[table]) - len(before[table]) for table in TABLES}
    twin.close()
    next_scan_works(desk)


@pytest.mark.parametrize("deed", DEEDS)
def test_a_full_store_is_told_and_loses_nothing(desk: OpenDesk, deed: str) -> None:
    before = everything(desk)
    faulty = put_under(desk)

    def full(statement: str, *values: Any) -> sqlite3.Cursor:
        if statement == "COMMIT":
            raise said(sqlite3.SQLITE_FULL)
        return faulty._real.execute(statement, *values)

    faulty.execute = full  # type: ignore[method-assign]
    with pytest.raises(KioskError, match="STORE_FULL"):
        DEEDS[deed](desk)
    desk.store.connection = faulty._real
    assert everything(desk) == before
    next_scan_works(desk)


@pytest.mark.parametrize("deed", DEEDS)
def test_a_store_that_another_program_holds_is_told(desk: OpenDesk, deed: str) -> None:
    desk.store.connection.execute("PRAGMA busy_timeout = 1")
    before = everything(desk)
    holder = sqlite3.connect(desk.store.path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(KioskError, match="STORE_LOCKED"):
        DEEDS[deed](desk)
    holder.execute("ROLLBACK")
    holder.close()
    assert everything(desk) == before
    DEEDS[deed](desk)
    next_scan_works(desk)
