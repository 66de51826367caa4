"""One desk at work: its open store, the event it serves and its settings."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from kiosk import paths
from kiosk.domain.errors import KioskError
from kiosk.domain.event import Event
from kiosk.domain.settings import DeskSettings
from kiosk.services import event_file
from kiosk.storage import events, settings
from kiosk.storage.store import Store

PRINTER_SEEN = "printer-seen"
"""What the store said was the default printer when it was last read; see ``printers.follow``."""


@dataclass(slots=True)
class OpenDesk:
    """What a service needs to do its work; it belongs to the thread that opened it.

    ``memory`` keeps what a service read once and may use again while the file is unchanged.
    """

    store: Store
    event: Event
    event_number: int
    settings: DeskSettings
    memory: dict[str, object] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        """Return the data folder, where the organiser's own badge templates lie too."""
        return self.store.path.parent

    def close(self) -> None:
        """Close the store."""
        self.store.close()


def open_store(folder: Path, *, create: bool = False) -> Store:
    """Open the store of a data folder; raises KioskError STORE_MISSING and those of Store.open."""
    return Store.open(paths.store_file(folder), create=create)


def serve(store: Store, event_id: str | None = None) -> OpenDesk:
    """Return a desk that serves an event, by default the only one.

    Raises KioskError: NO_EVENT, EVENT_UNKNOWN, EVENT_NOT_CHOSEN.
    """
    known = events.everything(store.connection)
    if not known:
        raise KioskError("NO_EVENT")
    if event_id is None and len(known) > 1:
        raise KioskError("EVENT_NOT_CHOSEN", events=[row.id for row in known])
    row = known[0] if event_id is None else events.find(store.connection, event_id)
    if row is None:
        raise KioskError("EVENT_UNKNOWN", event=event_id, events=[one.id for one in known])
    event = event_file.from_json(row.document)
    told = settings.load(store.connection)
    return OpenDesk(store, event, row.number, told, {PRINTER_SEEN: told.printer})


def open_desk(folder: Path, event_id: str | None = None) -> OpenDesk:
    """Open the store of a data folder and serve an event; see ``open_store`` and ``serve``."""
    store = open_store(folder)
    try:
        return serve(store, event_id)
    except KioskError:
        store.close()
        raise
