"""Notes on a person: a line of the journal says that there is one, the words stand apart."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from kiosk.domain.deed import check_words
from kiosk.domain.errors import KioskError
from kiosk.domain.event import Session
from kiosk.domain.journal import Kind, standing
from kiosk.domain.text import clean
from kiosk.services import badges
from kiosk.storage import journal
from kiosk.storage.store import Connection

if TYPE_CHECKING:
    from kiosk.services.open_desk import OpenDesk

NOTE_LENGTH = 500


class Note(NamedTuple):
    """What staff wrote about a person, when (aware), and its entry."""

    entry: str
    at: datetime
    words: str


def add(desk: OpenDesk, session: Session, registration_id: str, words: str) -> str:
    """Keep a note on a person and return its entry, which can be undone like any other.

    Raises KioskError: REGISTRATION_UNKNOWN, NOTE_EMPTY, and those of ``check_words``.
    """
    shown = clean(words)
    if not shown:
        raise KioskError("NOTE_EMPTY")
    check_words(shown, NOTE_LENGTH)
    one = badges.person(desk, registration_id)
    entry = journal.new_entry_id()
    line = journal.Line(entry, session.id, one.id, Kind.NOTE, datetime.now(UTC))

    def work(connection: Connection) -> str:
        if all(held.id != entry for held in journal.history(connection, one.id)):
            journal.append(connection, desk.store.identity, desk.event_number, line)
            journal.remark(connection, entry, shown)
        return entry

    return desk.store.write(work)


def of_person(desk: OpenDesk, registration_id: str) -> tuple[Note, ...]:
    """Return the notes on a person that stand, the newest first."""

    def work(connection: Connection) -> tuple[Note, ...]:
        held = standing(journal.history(connection, registration_id))
        notes = [entry for entry in held if entry.kind is Kind.NOTE]
        words = journal.remarks_of(connection, [entry.id for entry in notes])
        told = (Note(one.id, one.scanned_at, words.get(one.id, "")) for one in reversed(notes))
        return tuple(note for note in told if note.words)

    return desk.store.read(work)
