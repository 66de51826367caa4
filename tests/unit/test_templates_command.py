"""``kiosk templates``: what there is, whose it is, and what is wrong with one."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from click.testing import CliRunner

from kiosk.cli import kiosk
from kiosk.services.badge_template import load_template, own_folder, save_template


def told(data: Path, *options: str) -> str:
    done = CliRunner().invoke(kiosk, ["--data", str(data), "templates", *options])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_the_list_tells_size_and_whose_each_is(tmp_path: Path) -> None:
    save_template(replace(load_template("86x54"), name="100x70"), tmp_path)
    save_template(replace(load_template("a4-8"), name="mine"), tmp_path)
    (own_folder(tmp_path) / "wrong.toml").write_text("width_mm = 0")
    rows = {row["name"]: row for row in json.loads(told(tmp_path, "--json"))}
    assert len(rows) == 9
    assert (rows["mine"]["from"], rows["mine"]["labels"]) == ("own", 8)
    assert (rows["100x70"]["width_mm"], rows["100x70"]["hides_shipped"]) == (86, True)
    assert (rows["86x54"]["from"], rows["86x54"]["hides_shipped"]) == ("shipped", False)
    assert rows["62-endless"]["least_height_mm"] == 40
    assert "width_mm" in rows["wrong"]["problem"]


def test_for_people_it_is_a_line_each(tmp_path: Path) -> None:
    save_template(replace(load_template("86x54"), name="100x70"), tmp_path)
    (own_folder(tmp_path) / "wrong.toml").write_text("width_mm = 0")
    lines = told(tmp_path).splitlines()
    assert "86 x 54 mm (yours, in place of the one that comes along)" in lines[0]
    assert any("62 x 40-100 mm" in line for line in lines)
    assert any("99.1 x 57 mm, 10 a sheet" in line for line in lines)
    assert any("100 x 70 mm, two sides" in line for line in lines)
    assert any(line.startswith("wrong") and "width_mm" in line for line in lines)


_WITHOUT_QT = """
import sys
from kiosk.cli import kiosk
kiosk(["templates"], standalone_mode=False)
print("PySide6" in sys.modules)
"""


def test_it_needs_no_event_and_no_qt(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _WITHOUT_QT],
        env={"KIOSK_DATA": str(tmp_path), "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "False"
