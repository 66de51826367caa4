"""Changing what a desk is told about itself; it stays told until it is changed again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from kiosk.domain.errors import KioskError
from kiosk.domain.settings import DeskSettings, read
from kiosk.services.open_desk import OpenDesk, open_store
from kiosk.storage import settings
from kiosk.storage.store import Connection


def change(folder: Path, given: Mapping[str, object]) -> DeskSettings:
    """Keep the settings that are given, by the names of ``DeskSettings``, and return them all.

    Raises KioskError: SETTING_WRONG, TEMPLATE_UNKNOWN, TEMPLATE_WRONG, and those of ``open_store``.
    """
    told = {name: _read(name, value) for name, value in given.items()}
    if "badge_template" in told:
        _check_template(str(told["badge_template"]), folder)
    store = open_store(folder)
    try:
        changed = replace(settings.load(store.connection), **told)  # type: ignore[arg-type]
        store.write(lambda connection: settings.save(connection, changed))
    finally:
        store.close()
    return changed


def keep(desk: OpenDesk, given: Mapping[str, object]) -> DeskSettings:
    """Change settings of a desk at work and return them all; raises KioskError SETTING_WRONG."""
    told = {name: _read(name, value) for name, value in given.items()}

    def work(connection: Connection) -> DeskSettings:
        changed = replace(settings.load(connection), **told)  # type: ignore[arg-type]
        settings.save(connection, changed)
        return changed

    return desk.store.write(work)


def probe(desk: OpenDesk) -> bool:
    """Tell that the store can be written, by writing what is there already.

    Raises KioskError, those of the store, where it cannot.
    """
    desk.store.write(lambda connection: settings.save(connection, settings.load(connection)))
    return True


def _check_template(name: str, folder: Path) -> None:
    """Refuse a template that a desk could not print one badge after the other by."""
    from kiosk.services.badge_template import load_template  # noqa: PLC0415 - only to check

    if load_template(name, folder).sheet is not None:
        problem = "is for `kiosk badge --out`: a desk prints one badge after the other"
        raise KioskError("TEMPLATE_WRONG", template=name, key="sheet", problem=problem)


def _read(name: str, value: object) -> object:
    try:
        return read(name, str(value))
    except ValueError as error:
        raise KioskError("SETTING_WRONG", setting=name, problem=str(error)) from None
