"""Printers of this desk: which there are, whose badges each prints, and what staff set on them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from kiosk.domain.errors import KioskError
from kiosk.domain.printer import LABELS_MOST, Printer
from kiosk.domain.registration import Category
from kiosk.services.open_desk import PRINTER_SEEN, OpenDesk
from kiosk.storage import printers, settings
from kiosk.storage.store import Connection, Store

NAME_LENGTH = 24
_NAME = re.compile(rf"[\w][\w .-]{{0,{NAME_LENGTH - 1}}}")


def fleet(desk: OpenDesk) -> tuple[Printer, ...]:
    """Return this desk's printers, the default one first; empty where none is set.

    The setting names a printer of the list, or is itself the address of one that is not on it.
    """
    return _fleet(printers.everything(desk.store.connection), desk.settings.printer)


def follow(desk: OpenDesk) -> None:
    """Take over the default printer where another program has set it since it was last read."""
    stored = settings.load(desk.store.connection).printer
    if stored != desk.memory.get(PRINTER_SEEN, stored):
        desk.settings = replace(desk.settings, printer=stored)
    desk.memory[PRINTER_SEEN] = stored


def _fleet(known: list[Printer], default: str) -> tuple[Printer, ...]:
    if not default:
        return tuple(known)
    first = next((one for one in known if one.name == default), None)
    first = first or next((one for one in known if one.address == default), None)
    first = first or Printer(default, default)
    return (first, *(one for one in known if one.name != first.name))


def known(store: Store) -> tuple[Printer, ...]:
    """Return the printers of a data folder, the default one first."""
    return store.read(_listed)


def _listed(connection: Connection) -> tuple[Printer, ...]:
    return _fleet(printers.everything(connection), settings.load(connection).printer)


def find(store: Store, name: str) -> Printer:
    """Return a printer by its name; raises KioskError PRINTER_UNKNOWN."""
    return named(known(store), name)


def named(listed: tuple[Printer, ...], name: str) -> Printer:
    """Return the printer of a name, or of the short name it is shown by.

    Raises KioskError PRINTER_UNKNOWN.
    """
    found = next((one for one in listed if name in (one.name, one.label)), None)
    if found is None:
        raise KioskError("PRINTER_UNKNOWN", printer=name, known=[one.label for one in listed])
    return found


def add(
    store: Store, name: str, address: str, categories: Iterable[Category] = (), roll: int = 0
) -> Printer:
    """Add a printer, or change the one of that name; the first becomes the default.

    Raises KioskError PRINTER_NAME_WRONG. Whether the address can be one is the devices' to say.
    """
    called = " ".join(name.split())
    if not _NAME.fullmatch(called):
        raise KioskError("PRINTER_NAME_WRONG", name=name, limit=NAME_LENGTH)
    made = Printer(called, address, frozenset(categories), roll, roll)

    def work(connection: Connection) -> Printer:
        printers.keep(connection, made)
        desk = settings.load(connection)
        if not desk.printer:
            settings.save(connection, replace(desk, printer=called))
        return made

    return store.write(work)


def make_default(store: Store, name: str) -> Printer:
    """Have a printer print every badge that no other is set for; raises PRINTER_UNKNOWN."""
    chosen = find(store, name)

    def work(connection: Connection) -> None:
        settings.save(connection, replace(settings.load(connection), printer=chosen.name))

    store.write(work)
    return chosen


def remove(store: Store, name: str) -> Printer:
    """Forget a printer; what waits for it goes to whichever is set for its people.

    Where it was the default, the next one is. Raises KioskError PRINTER_UNKNOWN.
    """
    gone = find(store, name)

    def work(connection: Connection) -> None:
        printers.remove(connection, gone.name)
        desk = settings.load(connection)
        if desk.printer in (gone.name, gone.address):
            left = next((one.name for one in printers.everything(connection)), "")
            settings.save(connection, replace(desk, printer=left))

    store.write(work)
    return gone


def hold(store: Store, name: str) -> Printer:
    """Send a printer nothing until it is let go; raises PRINTER_UNKNOWN."""
    return _change(store, name, lambda one: replace(one, is_held=True))


def let_go(store: Store, name: str) -> Printer:
    """Let a printer that was held print again; raises PRINTER_UNKNOWN."""
    return _change(store, name, lambda one: replace(one, is_held=False))


def count_labels(store: Store, name: str, roll: int) -> Printer:
    """Say how many labels the roll just put in has, 0 to count none; raises PRINTER_UNKNOWN."""
    full = min(max(roll, 0), LABELS_MOST)
    return _change(store, name, lambda one: replace(one, roll=full, left=full))


def count_off(store: Store, name: str) -> None:
    """Count one label off a printer's roll, that came out for no badge of the queue."""
    store.write(lambda connection: printers.use(connection, name, 1))


def _change(store: Store, name: str, change: Callable[[Printer], Printer]) -> Printer:
    def work(connection: Connection) -> Printer:
        changed = change(named(_listed(connection), name))
        printers.keep(connection, changed)
        return changed

    return store.write(work)
