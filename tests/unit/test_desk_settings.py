"""A desk's settings: kept from one start to the next, and refused in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import event_text, open_test_desk, person

from kiosk.domain.errors import KioskError
from kiosk.domain.settings import DeskSettings, DeskSide
from kiosk.services import desk_settings
from kiosk.services.open_desk import open_desk


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    open_test_desk(tmp_path, [person(1)], event_text()).close()
    return tmp_path / "data"


def held(folder: Path) -> DeskSettings:
    desk = open_desk(folder)
    desk.close()
    return desk.settings


def test_what_is_told_is_kept_and_the_rest_stays(folder: Path) -> None:
    desk_settings.change(folder, {"printer": "folder:/badges", "desk_side": "behind"})
    desk_settings.change(folder, {"language": "en"})
    wanted = DeskSettings(printer="folder:/badges", desk_side=DeskSide.BEHIND, language="en")
    assert held(folder) == wanted


def test_an_unknown_template_is_refused_and_nothing_changes(folder: Path) -> None:
    with pytest.raises(KioskError) as caught:
        desk_settings.change(folder, {"badge_template": "200x200", "language": "en"})
    assert caught.value.code == "TEMPLATE_UNKNOWN"
    assert held(folder) == DeskSettings()


def test_a_folder_without_a_store_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(KioskError) as caught:
        desk_settings.change(tmp_path / "nowhere", {"language": "en"})
    assert caught.value.code == "STORE_MISSING"
