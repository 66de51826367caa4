"""A desk's settings: kept, read back, and never in the way of opening."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import open_test_desk

from kiosk.domain.errors import KioskError
from kiosk.domain.settings import DeskSettings, DeskSide
from kiosk.services.open_desk import open_desk, open_store, serve
from kiosk.storage import settings


def test_settings_are_kept(tmp_path: Path) -> None:
    desk = open_test_desk(tmp_path)
    assert desk.settings == DeskSettings()
    wanted = DeskSettings(
        desk_name="데스크 나", language="en", printer="folder:out", desk_side=DeskSide.BEHIND
    )
    desk.store.write(lambda connection: settings.save(connection, wanted))
    desk.close()
    again = open_desk(tmp_path / "data")
    assert again.settings == wanted
    again.close()


def test_what_a_later_program_wrote_is_left_alone(tmp_path: Path) -> None:
    desk = open_test_desk(tmp_path)
    desk.store.connection.executemany(
        "INSERT INTO setting (name, value) VALUES (?, ?)",
        [("hologram", "on"), ("desk_side", "above"), ("language", "en")],
    )
    desk.close()
    again = open_desk(tmp_path / "data")
    assert again.settings == DeskSettings(language="en", desk_side=DeskSide.LEFT)
    again.close()


def test_a_store_without_an_event_serves_none(tmp_path: Path) -> None:
    store = open_store(tmp_path / "data", create=True)
    with pytest.raises(KioskError, match="NO_EVENT"):
        serve(store)
    store.close()
    with pytest.raises(KioskError, match="NO_EVENT"):
        open_desk(tmp_path / "data")
