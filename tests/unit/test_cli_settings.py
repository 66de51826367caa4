"""The options that change a desk's settings, and the PIN: kept, or refused as wrong usage."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner, Result
from fakes import open_test_desk

from kiosk import cli
from kiosk.domain.settings import DeskSettings
from kiosk.services.open_desk import open_desk

Run = Callable[..., Result]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    open_test_desk(tmp_path).close()
    return tmp_path / "data"


@pytest.fixture
def run(data: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run ``kiosk run`` with options, where no window opens."""
    monkeypatch.setattr(cli, "be_ready_for_windows", lambda: None)
    windows = SimpleNamespace(open_windows=lambda *_, **__: 0)
    monkeypatch.setitem(sys.modules, "kiosk.app", windows)  # type: ignore[arg-type]
    runner = CliRunner()
    return lambda *words: runner.invoke(cli.kiosk, ["run", "--data", str(data), *words])


def held(data: Path) -> DeskSettings:
    desk = open_desk(data)
    desk.close()
    return desk.settings


def test_what_is_measured_is_kept(run: Run, data: Path) -> None:
    told = run("--panel-inch", "21.5", "--mount-mm", "850", "--low-view", "--monitor", "HDMI-1")
    assert told.exit_code == 0, told.output
    assert run("--volume", "0", "--no-sounds").exit_code == 0
    assert held(data) == DeskSettings(
        panel_inch=21.5, mount_mm=850, low_view=True, monitor="HDMI-1", volume=0, sounds=False
    )
    assert run("--no-low-view", "--panel-inch", "0", "--sounds").exit_code == 0
    told_last = held(data)
    assert (told_last.low_view, told_last.panel_inch, told_last.sounds) == (False, 0.0, True)


def test_with_no_option_nothing_changes(run: Run, data: Path) -> None:
    assert run().exit_code == 0
    assert held(data) == DeskSettings()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--panel-inch", "200"], "7 to 110"),
        (["--panel-inch", "nan"], "inches"),
        (["--panel-inch", "big"], "inches"),
        (["--mount-mm", "2001"], "0 to 2000"),
        (["--mount-mm", "-1"], "0 to 2000"),
        (["--volume", "101"], "0 to 100"),
        (["--monitor", "x" * 201], "200 characters"),
    ],
)
def test_a_bad_value_is_wrong_usage_in_words(
    run: Run, data: Path, words: list[str], said: str
) -> None:
    told = run(*words, "--language", "en")
    assert told.exit_code == 2
    assert said in told.stderr
    assert words[0] in told.stderr
    assert held(data) == DeskSettings()
