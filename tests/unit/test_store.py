"""The store: durable settings read back, older and newer files, and writes under one lock."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.domain.errors import KioskError
from kiosk.storage import migrations, store
from kiosk.storage.store import Store

RELEASED = sorted((Path(__file__).parents[1] / "data").glob("schema_*.sql"))
STEPS = ("0001_house", "0002_door", "0003_printers", "0004_deeds")


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Store]:
    made = Store.open(tmp_path / "kiosk.db")
    yield made
    made.close()


def refusal(path: Path, *, create: bool = True) -> KioskError:
    with pytest.raises(KioskError) as caught:
        Store.open(path, create=create)
    return caught.value


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def schema(connection: sqlite3.Connection) -> str:
    rows = connection.execute(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE '\\_%' ESCAPE '\\'"
        " AND name NOT LIKE 'sqlite%' AND name <> 'idx__sqlite_migrations_migration_set_name'"
        " ORDER BY type DESC, name"
    )
    return "".join(f"{row[0]};\n" for row in rows)


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("busy_timeout", store.BUSY_TIMEOUT_MS),
    ],
)
def test_a_store_is_opened_durable(opened: Store, pragma: str, value: object) -> None:
    assert opened.connection.execute(f"PRAGMA {pragma}").fetchone()[0] == value


def test_a_second_open_is_as_durable_as_the_first(opened: Store) -> None:
    again = Store.open(opened.path)
    assert again.connection.execute("PRAGMA synchronous").fetchone()[0] == 2
    assert again.identity == opened.identity
    again.close()


@pytest.mark.parametrize(
    ("pragma", "given", "told"),
    [("synchronous", "NORMAL", "1"), ("journal_mode", "DELETE", "delete")],
)
def test_a_disk_that_does_not_take_the_setting_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pragma: str, given: str, told: str
) -> None:
    """A file system without shared memory leaves the journal mode as it was, and says nothing."""
    wanted = store._PRAGMAS[pragma][1]
    monkeypatch.setitem(store._PRAGMAS, pragma, (given, wanted))
    error = refusal(tmp_path / "kiosk.db")
    assert error.code == "STORE_NOT_DURABLE"
    assert (error.facts["pragma"], error.facts["value"]) == (pragma, told)


def released(path: Path, sql: Path) -> None:
    """Make a store as a release left it: its frozen schema, its steps, and rows in it."""
    connection = sqlite3.connect(path)
    connection.executescript(sql.read_text("utf-8"))
    connection.execute(
        "CREATE TABLE _sqlite_migrations (id INTEGER PRIMARY KEY, migration_set TEXT,"
        " name TEXT, applied_at TEXT)"
    )
    connection.execute(
        "CREATE UNIQUE INDEX idx__sqlite_migrations_migration_set_name"
        " ON _sqlite_migrations (migration_set, name)"
    )
    steps = STEPS[: RELEASED.index(sql) + 1]
    connection.executemany(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
        " VALUES ('kiosk', ?, '2026-01-01')",
        [(step,) for step in steps],
    )
    connection.execute("INSERT INTO setting VALUES ('desk_name', '예시 데스크')")
    connection.execute("INSERT INTO desk VALUES ('d1', 'i1', 1)")
    connection.commit()
    connection.close()


def test_a_new_store_is_what_its_newest_release_made(opened: Store) -> None:
    assert schema(opened.connection) == RELEASED[-1].read_text("utf-8")


def test_every_step_has_its_frozen_schema(opened: Store) -> None:
    applied = opened.connection.execute("SELECT name FROM _sqlite_migrations ORDER BY name")
    assert [row[0] for row in applied] == list(STEPS)
    assert STEPS[-1] == migrations.LATEST
    assert [one.stem.removeprefix("schema_") for one in RELEASED] == [one[:4] for one in STEPS]


@pytest.mark.parametrize("sql", RELEASED, ids=lambda one: one.stem)
def test_a_released_store_upgraded_equals_a_new_one(tmp_path: Path, sql: Path) -> None:
    path = tmp_path / "kiosk.db"
    released(path, sql)
    store = Store.open(path)
    assert schema(store.connection) == RELEASED[-1].read_text("utf-8")
    assert store.connection.execute("SELECT * FROM setting").fetchall() == [
        ("desk_name", "예시 데스크")
    ]
    assert (store.identity.desk, store.identity.incarnation) == ("d1", "i1")
    store.close()


def test_an_upgrade_that_fails_half_way_leaves_the_old_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kiosk.db"
    released(path, RELEASED[0])
    (house, (door, script), *others) = migrations._STEPS
    broken = (house, (door, script + "CREATE TABLE entry (twice TEXT) STRICT;\n"), *others)
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "_STEPS", broken)
        assert refusal(path).code.startswith("STORE_")
    connection = sqlite3.connect(path)
    assert schema(connection) == RELEASED[0].read_text("utf-8")
    connection.close()
    Store.open(path).close()


def test_every_table_is_strict(opened: Store) -> None:
    rows = opened.connection.execute(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        " AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_%' ESCAPE '\\'"
    ).fetchall()
    assert len(rows) > 5
    assert [name for name, strict in rows if not strict] == []


def test_an_up_to_date_store_is_opened_without_the_migrations_library(
    opened: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_connection: sqlite3.Connection) -> None:
        raise AssertionError("migrations were applied again")

    monkeypatch.setattr(migrations, "apply", refuse)
    Store.open(opened.path).close()


@pytest.mark.parametrize("mode", ["wal", "delete"])
def test_a_store_of_a_newer_program_is_left_alone_to_the_byte(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "kiosk.db"
    made = Store.open(path)
    made.connection.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
        " VALUES ('kiosk', '9999_later', '2099-01-01')"
    )
    made.connection.execute(f"PRAGMA journal_mode = {mode}")
    made.close()
    before = digest(path)
    assert refusal(path).code == "STORE_NEWER"
    assert digest(path) == before
    assert sorted(one.name for one in tmp_path.iterdir()) == ["kiosk.db"]


@pytest.mark.parametrize(
    "content", [b"not a database at all, but long enough" * 40, b"SQLite format 3\0"]
)
def test_what_is_no_store_is_refused_and_kept(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "kiosk.db"
    path.write_bytes(content)
    assert refusal(path).code == "STORE_DAMAGED"
    assert path.read_bytes() == content


def test_a_damaged_page_is_told(opened: Store) -> None:
    path = opened.path
    opened.close()
    content = bytearray(path.read_bytes())
    content[100:4096] = b"\xff" * 3996
    path.write_bytes(content)
    assert refusal(path).code == "STORE_DAMAGED"


def test_a_store_that_is_not_there_is_made_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "er" / "kiosk.db"
    assert refusal(path, create=False).code == "STORE_MISSING"
    assert not path.parent.exists()
    Store.open(path).close()
    assert path.exists()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert refusal(tmp_path / "file" / "kiosk.db").code == "STORE_NOT_WRITABLE"


def test_a_folder_in_the_file_s_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "kiosk.db").mkdir()
    assert refusal(tmp_path / "kiosk.db").code == "STORE_NOT_WRITABLE"


def test_every_write_begins_with_the_lock_and_ends_with_a_commit(opened: Store) -> None:
    told: list[str] = []
    opened.connection.set_trace_callback(told.append)
    opened.write(lambda connection: connection.execute("DELETE FROM setting"))
    assert told == ["BEGIN IMMEDIATE", "DELETE FROM setting", "COMMIT"]


def test_work_that_fails_leaves_nothing(opened: Store) -> None:
    def half(connection: sqlite3.Connection) -> None:
        connection.execute("INSERT INTO setting (name, value) VALUES ('a', '1')")
        raise KioskError("REASON_MISSING")

    with pytest.raises(KioskError, match="REASON_MISSING"):
        opened.write(half)
    assert not opened.connection.in_transaction
    assert opened.connection.execute("SELECT * FROM setting").fetchall() == []


def test_a_mistake_in_the_program_is_not_tried_again(opened: Store) -> None:
    attempts = []

    def wrong(connection: sqlite3.Connection) -> None:
        attempts.append(1)
        connection.execute("INSERT INTO setting (name, value) VALUES ('a', NULL)")

    with pytest.raises(sqlite3.IntegrityError):
        opened.write(wrong)
    assert len(attempts) == 1


def test_a_rehearsal_is_taken_back(opened: Store) -> None:
    def work(connection: sqlite3.Connection) -> int:
        connection.execute("INSERT INTO setting (name, value) VALUES ('a', '1')")
        return int(connection.execute("SELECT count(*) FROM setting").fetchone()[0])

    assert opened.rehearse(work) == 1
    assert opened.connection.execute("SELECT * FROM setting").fetchall() == []


def test_another_connection_s_writes_are_noticed(opened: Store) -> None:
    before = opened.foreign_changes()
    opened.write(lambda connection: connection.execute("DELETE FROM setting"))
    assert opened.foreign_changes() == before
    other = Store.open(opened.path)
    other.write(lambda connection: connection.execute("INSERT INTO setting VALUES ('a', '1')"))
    other.close()
    assert opened.foreign_changes() != before


def test_a_face_notices_its_own_program_s_writes_and_another_s(opened: Store) -> None:
    insert = "INSERT INTO setting (name, value) VALUES (?, '1')"
    told = [opened.changes(), opened.changes()]
    opened.write(lambda connection: connection.execute(insert, ("a",)))
    told.append(opened.changes())
    other = Store.open(opened.path)
    other.write(lambda connection: connection.execute(insert, ("b",)))
    other.close()
    told.append(opened.changes())
    assert told[0] == told[1] < told[2] < told[3]


def test_the_log_is_grown_and_leaves_no_row(opened: Store) -> None:
    opened.grow_log()
    wal = opened.path.with_name("kiosk.db-wal")
    assert wal.stat().st_size >= store._WAL_BYTES
    assert opened.connection.execute("SELECT * FROM setting").fetchall() == []


@pytest.mark.parametrize(
    ("code", "name"),
    [
        (sqlite3.SQLITE_FULL, "STORE_FULL"),
        (sqlite3.SQLITE_BUSY, "STORE_LOCKED"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "STORE_LOCKED"),
        (sqlite3.SQLITE_CORRUPT, "STORE_DAMAGED"),
        (sqlite3.SQLITE_NOTADB, "STORE_DAMAGED"),
        (sqlite3.SQLITE_READONLY, "STORE_NOT_WRITABLE"),
        (sqlite3.SQLITE_IOERR_FSYNC, "STORE_NOT_WRITABLE"),
        (sqlite3.SQLITE_CANTOPEN, "STORE_NOT_WRITABLE"),
        (0, "STORE_NOT_WRITABLE"),
    ],
)
def test_what_sqlite_says_is_worded(code: int, name: str) -> None:
    error = sqlite3.OperationalError("said")
    error.sqlite_errorcode = code
    assert store.problem(error, Path("kiosk.db")).code == name


@pytest.mark.parametrize(
    ("free", "code", "name"),
    [
        (0, sqlite3.SQLITE_IOERR_SHMSIZE, "STORE_FULL"),
        (0, sqlite3.SQLITE_CANTOPEN, "STORE_FULL"),
        (0, sqlite3.SQLITE_READONLY, "STORE_NOT_WRITABLE"),
        (10**9, sqlite3.SQLITE_IOERR_SHMSIZE, "STORE_NOT_WRITABLE"),
    ],
)
def test_a_full_disk_is_called_so_whatever_failed_on_it(
    monkeypatch: pytest.MonkeyPatch, free: int, code: int, name: str
) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = code
    usage = shutil.disk_usage(".")._replace(free=free)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage)
    assert store.problem(error, Path("kiosk.db")).code == name
