"""The loudspeaker: played, silenced, absent, pulled out, and a sound server that hangs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from kiosk.devices.probe_port import ProbePort
from kiosk.devices.sound import Sounds
from kiosk.devices.sound_recipes import RECIPES

ROOT = Path(__file__).parents[2]
PATIENCE_MS = 30_000


class FakePort(QObject):
    """A loudspeaker that notes what it is told."""

    plugged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.present = True
        self.played: list[str] = []
        self.volumes: list[float] = []

    def has_output(self) -> bool:
        return self.present

    def play(self, name: str) -> None:
        self.played.append(name)

    def set_volume(self, share: float) -> None:
        self.volumes.append(share)


class FakeProbe(QObject):
    """A probe that answers when the test says so."""

    answered = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.did: list[str] = []

    def ask(self) -> None:
        self.did.append("ask")

    def close(self) -> None:
        self.did.append("close")


class Stage:
    """Sounds between a probe and a loudspeaker of the test's."""

    def __init__(self, make: Callable[[QObject], FakePort] | None = None) -> None:
        self.probe, self.port = FakeProbe(), FakePort()
        self.sounds = Sounds(probe=self.probe, port=make or (lambda _: self.port))  # type: ignore[arg-type, return-value]
        self.told: list[str] = []
        self.sounds.absent.connect(lambda: self.told.append("absent"))

    def begin(self, *outputs: str) -> Sounds:
        self.sounds.start()
        self.probe.answered.emit(list(outputs))
        return self.sounds


@pytest.fixture
def stage(qapp: object) -> Stage:
    return Stage()


def test_each_sound_is_played_by_its_name(stage: Stage) -> None:
    sounds = stage.begin("Loudspeaker")
    for name in RECIPES:
        sounds.play(name)
    assert stage.port.played == list(RECIPES)
    assert stage.told == []


def test_a_name_without_a_sound_is_silent_and_logged(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    stage.begin("Loudspeaker").play("trumpet")
    assert stage.port.played == []
    assert "trumpet" in caplog.text


def test_muted_is_silent_and_comes_back_as_loud_as_it_was(stage: Stage) -> None:
    sounds = stage.begin("Loudspeaker")
    sounds.set_volume(40)
    sounds.set_muted(True)
    sounds.play("ok")
    sounds.set_muted(False)
    sounds.play("desk")
    assert stage.port.played == ["desk"]
    assert stage.port.volumes[-1] == 0.4


def test_no_loudness_is_no_sound(stage: Stage) -> None:
    sounds = stage.begin("Loudspeaker")
    sounds.set_volume(0)
    sounds.play("ok")
    assert stage.port.played == []


@given(st.integers())
def test_loudness_stays_within_its_bounds(percent: int) -> None:
    sounds = Stage().sounds
    sounds.set_volume(percent)
    assert sounds.volume_percent == min(100, max(0, percent))


def test_loudness_set_before_the_start_counts(stage: Stage) -> None:
    stage.sounds.set_volume(25)
    stage.sounds.play("ok")  # nobody is there to play it
    stage.begin("Loudspeaker")
    assert stage.port.volumes == [0.25]
    assert stage.port.played == []


def test_starting_twice_asks_once(stage: Stage) -> None:
    stage.sounds.start()
    stage.sounds.start()
    stage.sounds.close()
    assert stage.probe.did == ["ask", "close"]


def test_a_sound_server_that_has_not_answered_yet_holds_up_nothing(stage: Stage) -> None:
    stage.sounds.start()
    stage.sounds.play("ok")
    stage.sounds.set_volume(50)
    assert (stage.port.played, stage.told) == ([], [])
    stage.probe.answered.emit(["Loudspeaker"])
    stage.sounds.play("ok")
    assert stage.port.played == ["ok"]


def test_a_machine_without_an_output_says_so_once(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    sounds = stage.begin()
    for name in RECIPES:
        sounds.play(name)
    assert stage.told == ["absent"]
    assert stage.port.played == []
    assert caplog.text.count("no sound on this machine") == 1


def test_an_output_that_goes_away_is_told_and_one_that_comes_back_is_used(stage: Stage) -> None:
    sounds = stage.begin("Loudspeaker")
    for present in (False, True, False, True):
        stage.port.present = present
        stage.port.plugged.emit()
    sounds.play("again")
    assert (stage.told, stage.port.played) == (["absent"], ["again"])


@pytest.mark.parametrize("module", ["kiosk.devices.sound_port", "PySide6.QtMultimedia"])
def test_without_qtmultimedia_there_is_just_no_sound(
    module: str, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "kiosk.devices.sound_port", raising=False)
    monkeypatch.delattr("kiosk.devices.sound_port", raising=False)
    monkeypatch.setitem(sys.modules, module, None)
    probe, told = FakeProbe(), []
    sounds = Sounds(probe=probe)  # type: ignore[arg-type]
    sounds.absent.connect(lambda: told.append("absent"))
    probe.answered.emit(["Loudspeaker"])
    for name in RECIPES:
        sounds.play(name)
    assert told == ["absent"]


def test_an_installation_without_its_sounds_is_just_silent(qapp: object) -> None:
    def lost(_: QObject) -> FakePort:
        raise FileNotFoundError("sounds/ok.wav")

    stage = Stage(lost)
    stage.begin("Loudspeaker").play("ok")
    assert stage.told == ["absent"]


@pytest.fixture
def probes(qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[ProbePort]]:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    made: list[ProbePort] = []
    yield made
    for probe in made:
        probe.close()


class TestProbe:
    @staticmethod
    def asked(probes: list[ProbePort], command: list[str] | None = None) -> list[list[str]]:
        probe = ProbePort("sound")
        probes.append(probe)
        if command is not None:
            probe._command = command
        answers: list[list[str]] = []
        probe.answered.connect(answers.append)
        probe.ask()
        return answers

    @pytest.mark.parametrize(
        ("program", "found"),
        [
            ('print(\'{"found": ["Loudspeaker"]}\')', ["Loudspeaker"]),
            ("print('{\"found\": null}')", []),
            ("print('{\"other\": 1}')", []),
            ("print('[]')", []),
            ("print('no json')", []),
            ("import os; os.abort()", []),
        ],
    )
    def test_whatever_the_process_says_is_an_answer(
        self, program: str, found: list[str], probes: list[ProbePort], qtbot: QtBot
    ) -> None:
        answers = self.asked(probes, [sys.executable, "-c", program])
        qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE_MS)
        assert answers == [found]

    def test_a_program_that_is_not_there_is_an_answer(
        self, probes: list[ProbePort], qtbot: QtBot
    ) -> None:
        answers = self.asked(probes, ["/no/such/program"])
        qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE_MS)
        assert answers == [[]]

    def test_a_process_that_hangs_is_given_up(self, probes: list[ProbePort], qtbot: QtBot) -> None:
        hang = "import threading; threading.Event().wait()"
        answers = self.asked(probes, [sys.executable, "-c", hang])
        assert probes[0]._deadline.isActive()
        probes[0]._deadline.timeout.emit()
        assert answers == [[]]
        assert probes[0]._process is None

    def test_this_machine_s_own_loudspeaker_whatever_it_has(
        self, probes: list[ProbePort], qtbot: QtBot
    ) -> None:
        probe = ProbePort("sound")
        probes.append(probe)
        sounds = Sounds(probe=probe)
        sounds.set_volume(1)
        sounds.start()
        qtbot.waitUntil(lambda: sounds._port is not None or sounds._is_told, timeout=PATIENCE_MS)
        for name in RECIPES:
            sounds.play(name)
