"""Creating and changing an event from its file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.errors import KioskError
from kiosk.domain.event import Event
from kiosk.services import event_file
from kiosk.storage import events, journal
from kiosk.storage.store import Store


@dataclass(frozen=True, slots=True)
class Applied:
    """What applying a file did; ``changes`` are the paths of the keys that differ."""

    event: Event
    created: bool
    changes: tuple[str, ...]


def apply(store: Store, path: Path) -> Applied:
    """Create or change an event from a file, all of it or nothing.

    Raises KioskError: as ``event_file.read``; SESSION_IN_USE where the file leaves out a session
    that people have entered.
    """
    event = event_file.read(path)
    held = events.find(store.connection, event.id)
    document = event_file.to_json(event)
    before = json.loads(held.document) if held else {}
    changes = tuple(_differences(before, json.loads(document), ""))
    if held:
        _keep_used_sessions(store, held, event)
    if changes:
        store.write(lambda connection: events.put(connection, event.id, document))
    return Applied(event, held is None, changes if held else ())


def _keep_used_sessions(store: Store, held: events.EventRow, event: Event) -> None:
    for session in event_file.from_json(held.document).sessions:
        gone = event.session(session.id) is None
        if gone and journal.count_come(store.connection, session.id, held.number):
            raise KioskError("SESSION_IN_USE", session=session.id)


def _differences(before: object, after: object, path: str) -> Iterator[str]:
    if isinstance(before, dict) and isinstance(after, dict):
        for key in sorted(before.keys() | after.keys()):
            below = f"{path}.{key}" if path else key
            yield from _differences(before.get(key), after.get(key), below)
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for at, (old, new) in enumerate(zip(before, after, strict=True)):
            yield from _differences(old, new, f"{path}[{at}]")
    elif before != after:
        yield path


def everything(store: Store) -> list[Event]:
    """Return every event of a store, the newest first."""
    return [event_file.from_json(row.document) for row in events.everything(store.connection)]
