"""A desk's settings: kept from one start to the next, and refused in words."""

from __future__ import annotations

import sqlite3
from dataclasses import fields
from pathlib import Path

import pytest
from fakes import event_text, open_test_desk, person

from kiosk.domain.errors import KioskError
from kiosk.domain.settings import DeskSettings, DeskSide, read
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


def test_a_sheet_is_no_desks_template(folder: Path) -> None:
    with pytest.raises(KioskError, match="TEMPLATE_WRONG"):
        desk_settings.change(folder, {"badge_template": "a4-8"})
    assert desk_settings.change(folder, {"badge_template": "62-endless"})


def test_a_folder_without_a_store_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(KioskError) as caught:
        desk_settings.change(tmp_path / "nowhere", {"language": "en"})
    assert caught.value.code == "STORE_MISSING"


TOUCHSCREEN = {
    "panel_inch": 21.5,
    "mount_mm": 850,
    "low_view": True,
    "monitor": "HDMI-1",
    "volume": 0,
    "sounds": False,
}


def test_a_touchscreen_s_measures_are_kept(folder: Path) -> None:
    wanted = DeskSettings(**TOUCHSCREEN)  # type: ignore[arg-type]
    assert desk_settings.change(folder, TOUCHSCREEN) == wanted
    assert held(folder) == wanted
    desk_settings.change(folder, {"panel_inch": 0, "low_view": False})
    assert (held(folder).panel_inch, held(folder).low_view) == (0.0, False)


def test_nothing_measured_is_said_so() -> None:
    new = DeskSettings()
    assert (new.panel_inch, new.mount_mm, new.low_view, new.monitor) == (0.0, 0, False, "")
    assert (new.volume, new.sounds) == (60, True)


WRONG = [
    *[("panel_inch", text) for text in ("6.9", "110.1", "-21", "nan", "inf", "21,5", "", "x")],
    *[("mount_mm", text) for text in ("2001", "-1", "850.5", "1e3", "", "８５０", "9" * 5_000)],
    *[("volume", text) for text in ("101", "-1", "60 %", "")],
    *[("low_view", text) for text in ("2", "yes please", "")],
    *[("sounds", text) for text in ("None", "0.0")],
    *[(name, "x" * 201) for name in ("monitor", "desk_name")],
    *[("language", text) for text in ("fr", "")],
    ("desk_side", "above"),
]


@pytest.mark.parametrize(("name", "text"), WRONG)
def test_an_unusable_value_in_the_store_keeps_its_default(
    folder: Path, name: str, text: str
) -> None:
    connection = sqlite3.connect(folder / "kiosk.db")
    connection.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, text))
    connection.execute("INSERT OR REPLACE INTO setting VALUES ('printer', 'folder:/badges')")
    connection.execute("INSERT OR REPLACE INTO setting VALUES ('unheard_of', '1')")
    connection.commit()
    connection.close()
    assert held(folder) == DeskSettings(printer="folder:/badges")


@pytest.mark.parametrize(("name", "text"), WRONG)
def test_an_unusable_value_is_refused_and_nothing_changes(
    folder: Path, name: str, text: str
) -> None:
    with pytest.raises(KioskError) as caught:
        desk_settings.change(folder, {"printer": "folder:/badges", name: text})
    assert (caught.value.code, caught.value.facts["setting"]) == ("SETTING_WRONG", name)
    assert held(folder) == DeskSettings()


def test_a_setting_that_does_not_exist_is_refused(folder: Path) -> None:
    with pytest.raises(KioskError, match="SETTING_WRONG"):
        desk_settings.change(folder, {"colour": "blue"})


@pytest.mark.parametrize("field", [one.name for one in fields(DeskSettings)])
def test_every_setting_can_be_read_as_it_is_kept(field: str) -> None:
    default = getattr(DeskSettings(), field)
    assert read(field, str(default)) == default
    assert type(read(field, str(default))) is type(default)
