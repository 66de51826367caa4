"""The schema's history, append-only: each step is frozen once it was released."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

NAME = "kiosk"
LATEST = "0004_deeds"
"""The newest step; a store that has it needs no sqlite-utils to open (it costs 200 ms)."""

# The tables a check-in writes have as few b-trees as its questions need: each is one page more in
# the commit. An entry is found by its person (one index); by its own id it is looked for rarely,
# and then read through. Work that is done leaves the outbox, which stays too small for an index.
_HOUSE = """
CREATE TABLE desk (
    id TEXT PRIMARY KEY,
    incarnation TEXT NOT NULL,
    created_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE event (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    changed_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE registration (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    event INTEGER NOT NULL REFERENCES event (number),
    name TEXT NOT NULL,
    name_latin TEXT NOT NULL,
    organisation TEXT NOT NULL,
    job_title TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    category TEXT NOT NULL,
    status TEXT NOT NULL,
    valid_from_ms INTEGER,
    valid_until_ms INTEGER,
    sessions TEXT NOT NULL,
    ticket TEXT NOT NULL,
    seat TEXT NOT NULL,
    flag TEXT NOT NULL,
    person_id TEXT NOT NULL,
    source TEXT NOT NULL,
    last_four TEXT NOT NULL,
    name_word INTEGER NOT NULL,
    organisation_word INTEGER,
    created_ms INTEGER NOT NULL,
    changed_ms INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX registration_id ON registration (id);
CREATE INDEX registration_name ON registration (name_word);
CREATE INDEX registration_organisation ON registration (organisation_word);
CREATE INDEX registration_last_four ON registration (last_four) WHERE last_four <> '';

CREATE TABLE ticket (
    folded TEXT NOT NULL,
    text TEXT NOT NULL,
    event INTEGER NOT NULL,
    registration INTEGER NOT NULL REFERENCES registration (number),
    revoked_ms INTEGER,
    PRIMARY KEY (folded, text, event)
) STRICT, WITHOUT ROWID;

CREATE TABLE word (
    number INTEGER PRIMARY KEY,
    event INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    latin TEXT NOT NULL
) STRICT;
CREATE TABLE word_key (
    scope INTEGER NOT NULL,
    key TEXT NOT NULL,
    word INTEGER NOT NULL,
    PRIMARY KEY (scope, key, word)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
    arrival INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    event INTEGER NOT NULL,
    session TEXT NOT NULL,
    registration TEXT NOT NULL,
    kind TEXT NOT NULL,
    scanned_ms INTEGER NOT NULL,
    written_ms INTEGER NOT NULL,
    stamp_ms INTEGER NOT NULL,
    stamp_counter INTEGER NOT NULL,
    desk TEXT NOT NULL,
    incarnation TEXT NOT NULL,
    number INTEGER NOT NULL,
    voids TEXT NOT NULL,
    chain BLOB NOT NULL
) STRICT;
CREATE INDEX entry_registration ON entry (registration);

CREATE TABLE remark (
    entry TEXT PRIMARY KEY,
    text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE answer (
    registration TEXT NOT NULL,
    question TEXT NOT NULL,
    entry TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (registration, question, entry)
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
    arrival INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    event INTEGER NOT NULL,
    registration TEXT NOT NULL,
    state TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    changed_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE outbox_done (
    arrival INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    event INTEGER NOT NULL,
    registration TEXT NOT NULL,
    state TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    changed_ms INTEGER NOT NULL,
    problem TEXT NOT NULL
) STRICT;
CREATE INDEX outbox_done_registration ON outbox_done (registration);

CREATE TABLE access (
    number INTEGER PRIMARY KEY,
    at_ms INTEGER NOT NULL,
    desk TEXT NOT NULL,
    event INTEGER NOT NULL,
    action TEXT NOT NULL,
    purpose TEXT NOT NULL,
    persons INTEGER NOT NULL,
    sha256 TEXT NOT NULL
) STRICT;
"""

# What happens at the door apart from the entry itself. None of it is written by a plain check-in,
# so that its two pages stay two; each table that grows with the people is found by its person.
_DOOR = """
CREATE TABLE consent_text (
    event INTEGER NOT NULL,
    hash TEXT NOT NULL,
    version INTEGER NOT NULL,
    document TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    PRIMARY KEY (event, hash)
) STRICT;
CREATE TABLE consent (
    arrival INTEGER PRIMARY KEY,
    batch TEXT NOT NULL,
    event INTEGER NOT NULL,
    registration TEXT NOT NULL,
    consent TEXT NOT NULL,
    granted INTEGER NOT NULL,
    hash TEXT NOT NULL,
    version INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    desk TEXT NOT NULL,
    means TEXT NOT NULL
) STRICT;
CREATE INDEX consent_registration ON consent (registration);

CREATE TABLE signature (
    arrival INTEGER PRIMARY KEY,
    event INTEGER NOT NULL,
    registration TEXT NOT NULL,
    session TEXT NOT NULL,
    entry TEXT NOT NULL,
    means TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    strokes BLOB NOT NULL
) STRICT;
CREATE INDEX signature_registration ON signature (registration);

CREATE TABLE request (
    arrival INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    event INTEGER NOT NULL,
    kind TEXT NOT NULL,
    number INTEGER NOT NULL,
    why TEXT NOT NULL,
    registration TEXT NOT NULL,
    kiosk TEXT NOT NULL,
    state TEXT NOT NULL,
    raised_ms INTEGER NOT NULL,
    accepted_ms INTEGER,
    accepted_by TEXT NOT NULL,
    ended_ms INTEGER
) STRICT;
CREATE UNIQUE INDEX request_reference ON request (event, kind, number);

CREATE TABLE secret (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    changed_ms INTEGER NOT NULL,
    attempt TEXT NOT NULL,
    wrong INTEGER NOT NULL,
    seen_ms INTEGER NOT NULL,
    left_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
"""

# Several printers, and what is known of each job. A printer's default is no column: the desk's
# setting names it.
_PRINTERS = """
CREATE TABLE printer (
    name TEXT PRIMARY KEY,
    address TEXT NOT NULL,
    categories TEXT NOT NULL,
    roll INTEGER NOT NULL,
    labels_left INTEGER NOT NULL,
    held INTEGER NOT NULL,
    created_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE outbox ADD COLUMN printer TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN sheets INTEGER NOT NULL DEFAULT 1;
ALTER TABLE outbox ADD COLUMN problem TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox_done ADD COLUMN printer TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox_done ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox_done ADD COLUMN sheets INTEGER NOT NULL DEFAULT 1;
CREATE INDEX outbox_done_open ON outbox_done (event, kind) WHERE state IN ('failed', 'unsure');
"""

# What staff do at the desk, each line written with the deed it tells; and whose data was opened,
# where a line of the access log is about one person.
_DEEDS = """
CREATE TABLE deed (
    arrival INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    event INTEGER NOT NULL,
    kind TEXT NOT NULL,
    registration TEXT NOT NULL,
    about TEXT NOT NULL,
    facts TEXT NOT NULL,
    reason TEXT NOT NULL,
    desk TEXT NOT NULL,
    incarnation TEXT NOT NULL,
    by TEXT NOT NULL,
    at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX deed_registration ON deed (registration);
ALTER TABLE access ADD COLUMN registration TEXT NOT NULL DEFAULT '';
"""

_STEPS = (
    ("0001_house", _HOUSE),
    ("0002_door", _DOOR),
    ("0003_printers", _PRINTERS),
    (LATEST, _DEEDS),
)
"""Every step in its order; one that was released is never changed again."""


def _statements(script: str) -> Iterator[str]:
    """Yield a script's statements; executescript would commit the migration's transaction."""
    current = ""
    for line in script.splitlines():
        current += line + "\n"
        if sqlite3.complete_statement(current):
            yield current
            current = ""


def is_current(connection: sqlite3.Connection) -> bool:
    """Tell whether a store has the newest schema, by plain SQL."""
    known = connection.execute(
        "SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'"
    ).fetchone()
    if not known:
        return False
    return bool(
        connection.execute(
            "SELECT 1 FROM _sqlite_migrations WHERE migration_set = ? AND name = ?", (NAME, LATEST)
        ).fetchone()
    )


def is_newer(connection: sqlite3.Connection) -> bool:
    """Tell whether a store was written by a newer program, which this one must leave alone."""
    known = connection.execute(
        "SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'"
    ).fetchone()
    if not known:
        return False
    newest = connection.execute(
        "SELECT max(name) FROM _sqlite_migrations WHERE migration_set = ?", (NAME,)
    ).fetchone()[0]
    return newest is not None and newest > LATEST


def _step(script: str) -> Callable[[Database], None]:
    def step(database: Database) -> None:
        for statement in _statements(script):
            database.conn.execute(statement)

    return step


def apply(connection: sqlite3.Connection) -> None:
    """Bring a store to the newest schema, all steps or none.

    Two programs may open one new file at once: the first does the work and the other finds it done.
    """
    from sqlite_utils import Database, Migrations  # noqa: PLC0415 - 200 ms that an open store saves

    steps = Migrations(NAME)

    for name, script in _STEPS:
        steps(name=name)(_step(script))

    connection.execute("BEGIN IMMEDIATE")
    try:
        if not is_current(connection):
            steps.apply(Database(connection))
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
