"""The options that change a desk's settings, and the PIN: kept, or refused as wrong usage."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner, Result
from fakes import at, open_test_desk

from kiosk import cli, pin_command
from kiosk.domain.settings import DeskSettings, DeskTheme
from kiosk.services import pin
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
    assert run("--volume", "0", "--no-sounds", "--theme", "dark").exit_code == 0
    assert held(data) == DeskSettings(
        panel_inch=21.5,
        mount_mm=850,
        low_view=True,
        monitor="HDMI-1",
        volume=0,
        sounds=False,
        theme=DeskTheme.DARK,
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


class TestPin:
    def told(self, data: Path, *words: str, text: str = "") -> Result:
        return CliRunner().invoke(cli.kiosk, ["pin", "--data", str(data), *words], input=text)

    def holds(self, data: Path, typed: str) -> bool:
        desk = open_desk(data)
        try:
            return pin.is_set(desk) and pin.check(desk, typed, at("14:00")).ok
        finally:
            desk.close()

    @pytest.mark.parametrize("end", ["", "\n", "\r\n"])
    def test_it_is_read_once_from_a_pipe(self, data: Path, end: str) -> None:
        told = self.told(data, "--stdin", "--json", text=f"394058{end}")
        assert (told.exit_code, json.loads(told.stdout)) == (0, {"set": True})
        assert self.holds(data, "394058")

    def test_it_is_asked_for_twice_and_never_shown(
        self, data: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pin_command, "is_terminal", lambda: True)
        told = self.told(data, "--json", text="394058\n394058\n")
        assert (told.exit_code, json.loads(told.stdout)) == (0, {"set": True})
        assert "394058" not in told.output
        assert self.holds(data, "394058")

    def test_two_that_differ_are_asked_for_again(
        self, data: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pin_command, "is_terminal", lambda: True)
        told = self.told(data, text="394058\n394059\n604813\n604813\n")
        assert told.exit_code == 0
        assert self.holds(data, "604813")

    @pytest.mark.parametrize(
        ("typed", "code"), [("12", "PIN_SHAPE"), ("", "PIN_SHAPE"), ("123456", "PIN_WEAK")]
    )
    def test_a_bad_one_is_refused_and_not_repeated(self, data: Path, typed: str, code: str) -> None:
        told = self.told(data, "--stdin", "--json", text=typed)
        assert (told.exit_code, json.loads(told.stdout)["error"]) == (1, code)
        assert not typed or typed not in told.output
        assert not self.holds(data, typed)

    def test_without_a_terminal_it_says_what_to_do(self, data: Path) -> None:
        told = self.told(data, text="394058\n")
        assert told.exit_code == 2
        assert "--stdin" in told.stderr
        assert not self.holds(data, "394058")

    def test_it_may_be_set_before_there_is_an_event(self, tmp_path: Path) -> None:
        assert self.told(tmp_path / "new", "--stdin", text="394058\n").exit_code == 0
