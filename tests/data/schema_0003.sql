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
CREATE TABLE answer (
    registration TEXT NOT NULL,
    question TEXT NOT NULL,
    entry TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (registration, question, entry)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE consent_text (
    event INTEGER NOT NULL,
    hash TEXT NOT NULL,
    version INTEGER NOT NULL,
    document TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    PRIMARY KEY (event, hash)
) STRICT;
CREATE TABLE desk (
    id TEXT PRIMARY KEY,
    incarnation TEXT NOT NULL,
    created_ms INTEGER NOT NULL
) STRICT;
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
CREATE TABLE event (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    changed_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE outbox (
    arrival INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    event INTEGER NOT NULL,
    registration TEXT NOT NULL,
    state TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    changed_ms INTEGER NOT NULL
, printer TEXT NOT NULL DEFAULT '', attempts INTEGER NOT NULL DEFAULT 0, sheets INTEGER NOT NULL DEFAULT 1, problem TEXT NOT NULL DEFAULT '') STRICT;
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
, printer TEXT NOT NULL DEFAULT '', attempts INTEGER NOT NULL DEFAULT 0, sheets INTEGER NOT NULL DEFAULT 1) STRICT;
CREATE TABLE printer (
    name TEXT PRIMARY KEY,
    address TEXT NOT NULL,
    categories TEXT NOT NULL,
    roll INTEGER NOT NULL,
    labels_left INTEGER NOT NULL,
    held INTEGER NOT NULL,
    created_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
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
CREATE TABLE remark (
    entry TEXT PRIMARY KEY,
    text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
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
CREATE TABLE secret (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    changed_ms INTEGER NOT NULL,
    attempt TEXT NOT NULL,
    wrong INTEGER NOT NULL,
    seen_ms INTEGER NOT NULL,
    left_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
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
CREATE INDEX consent_registration ON consent (registration);
CREATE INDEX entry_registration ON entry (registration);
CREATE INDEX outbox_done_open ON outbox_done (event, kind) WHERE state IN ('failed', 'unsure');
CREATE INDEX outbox_done_registration ON outbox_done (registration);
CREATE UNIQUE INDEX registration_id ON registration (id);
CREATE INDEX registration_last_four ON registration (last_four) WHERE last_four <> '';
CREATE INDEX registration_name ON registration (name_word);
CREATE INDEX registration_organisation ON registration (organisation_word);
CREATE UNIQUE INDEX request_reference ON request (event, kind, number);
CREATE INDEX signature_registration ON signature (registration);
