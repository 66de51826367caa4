"""``kiosk screens``: refusals before Qt is begun, and true pictures from a real process."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from bare_machine import missing
from PIL import Image

from kiosk import pre_flight, screens
from kiosk.domain.errors import KioskError

needs_qt = pytest.mark.skipif(bool(missing()), reason="Qt's libraries are missing")


def drawn(folder: Path, *options: str) -> list[dict[str, str]]:
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "screens", "--json", "--out", str(folder), *options],
        capture_output=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    told: list[dict[str, str]] = json.loads(done.stdout)
    return told


@pytest.mark.parametrize(
    "size", ["", "big", "100", "100x", "10x10", "0000x1000", "-100x100", "99999x99999", "9999x9999",
             "\u0661\u0660\u0660x100", "100x100x100", "100 x 100"],
)  # fmt: skip
def test_a_size_that_cannot_be_is_refused_and_nothing_is_made(tmp_path: Path, size: str) -> None:
    with pytest.raises(KioskError) as refusal:
        screens.draw_all(tmp_path / "out", sizes=["1080x1920", size])
    assert refusal.value.code == "SCREEN_SIZE"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("wanted", "code"),
    [({"theme": "pink"}, "THEME_UNKNOWN"), ({"sizes": ["1x1"]}, "SCREEN_SIZE")],
)
def test_what_is_not_known_is_refused(tmp_path: Path, wanted: dict[str, Any], code: str) -> None:
    with pytest.raises(KioskError) as refusal:
        screens.draw_all(tmp_path / "out", **wanted)
    assert refusal.value.code == code


def test_missing_libraries_are_told_with_the_line_to_paste(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pre_flight, "missing_packages", lambda *, window: ["libgl1"])
    with pytest.raises(KioskError) as refusal:
        screens.draw_all(tmp_path)
    assert refusal.value.code == "QT_LIBRARIES_MISSING"
    assert "libgl1" in str(refusal.value.facts["remedy"])


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(KioskError) as refusal:
        screens.draw_all(tmp_path / "out")
    assert refusal.value.code == "FOLDER_NOT_WRITTEN"


@needs_qt
def test_only_what_was_asked_for_is_drawn_and_every_row_is_true(tmp_path: Path) -> None:
    rows = drawn(tmp_path, "--screen", "welcome", "--language", "ko", "--size", "540x960")
    assert rows
    assert {(row["screen"], row["language"], row["theme"]) for row in rows} == {
        ("welcome", "ko", "light")
    }
    assert sorted(tmp_path.iterdir()) == sorted(Path(row["file"]) for row in rows)
    for row in rows:
        with Image.open(row["file"]) as picture:
            assert f"{picture.width}x{picture.height}" == row["size"] == "540x960"
            assert len(picture.convert("L").getcolors(256) or ()) > 20, "a picture of something"


@needs_qt
def test_a_picture_tells_its_own_size_where_the_window_takes_none_so_small(tmp_path: Path) -> None:
    for row in drawn(tmp_path, "--screen", "goodbye", "--language", "en", "--size", "100x100"):
        with Image.open(row["file"]) as picture:
            assert row["size"] == f"{picture.width}x{picture.height}"


@needs_qt
def test_a_folder_that_takes_no_picture_is_told_without_a_traceback(tmp_path: Path) -> None:
    options = ("--screen", "goodbye", "--language", "ko", "--size", "540x960")
    to_there = ("screens", "--json", "--out", str(tmp_path / "b"))
    for row in drawn(tmp_path / "a", *options):
        (tmp_path / "b" / Path(row["file"]).name).mkdir(parents=True)
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", *to_there, *options],
        capture_output=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 1
    assert json.loads(done.stdout)["error"] == "FILE_NOT_WRITTEN"
    assert b"Traceback" not in done.stderr
