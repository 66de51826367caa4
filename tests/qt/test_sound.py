"""The loudspeaker: played, silenced, absent, plugged in late, and a sound server that hangs."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from kiosk.devices.sound import Sounds
from kiosk.devices.sound_recipes import RECIPES
from kiosk.lanes import Lanes


class FakePort(QObject):
    """A loudspeaker that notes what it is told."""

    plugged = Signal()

    def __init__(self, present: bool = True) -> None:
        super().__init__()
        self.present = present
        self.played: list[str] = []
        self.volumes: list[float] = []

    def has_output(self) -> bool:
        return self.present

    def play(self, name: str) -> None:
        self.played.append(name)

    def set_volume(self, share: float) -> None:
        self.volumes.append(share)


@pytest.fixture
def lanes(qapp: object) -> Iterator[Lanes]:
    made = Lanes()
    yield made
    made.close()


@pytest.fixture
def port(qapp: object) -> FakePort:
    return FakePort()


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def start(lanes: Lanes, port: FakePort, told: list[str], qtbot: QtBot) -> Callable[[], Sounds]:
    """Return a function that makes Sounds and waits until they are ready."""

    def make() -> Sounds:
        sounds = Sounds(lanes, ask=lambda: None, port=lambda _: port)  # type: ignore[arg-type, return-value]
        sounds.absent.connect(lambda: told.append("absent"))
        sounds.start()
        qtbot.waitUntil(lambda: bool(port.volumes))
        return sounds

    return make


Start = Callable[[], Sounds]


def test_each_sound_is_played_by_its_name(start: Start, port: FakePort, told: list[str]) -> None:
    sounds = start()
    for name in RECIPES:
        sounds.play(name)
    assert port.played == list(RECIPES)
    assert told == []


def test_a_name_without_a_sound_is_silent_and_logged(
    start: Start, port: FakePort, caplog: pytest.LogCaptureFixture
) -> None:
    start().play("trumpet")
    assert port.played == []
    assert "trumpet" in caplog.text


def test_muted_is_silent_and_comes_back_as_loud_as_it_was(start: Start, port: FakePort) -> None:
    sounds = start()
    sounds.set_volume(40)
    sounds.set_muted(True)
    sounds.play("ok")
    sounds.set_muted(False)
    sounds.play("desk")
    assert port.played == ["desk"]
    assert port.volumes[-1] == 0.4


def test_no_loudness_is_no_sound(start: Start, port: FakePort) -> None:
    sounds = start()
    sounds.set_volume(0)
    sounds.play("ok")
    assert port.played == []


@given(st.integers())
def test_loudness_stays_within_its_bounds(percent: int) -> None:
    sounds = Sounds(Lanes())
    sounds.set_volume(percent)
    assert sounds.volume_percent == min(100, max(0, percent))


def test_loudness_set_before_the_start_counts(lanes: Lanes, port: FakePort, qtbot: QtBot) -> None:
    sounds = Sounds(lanes, ask=lambda: None, port=lambda _: port)  # type: ignore[arg-type, return-value]
    sounds.set_volume(25)
    sounds.play("ok")  # nobody is there to play it
    sounds.start()
    sounds.start()
    qtbot.waitUntil(lambda: port.volumes == [0.25])
    assert port.played == []


def test_a_machine_without_an_output_says_so_once(
    start: Start, port: FakePort, told: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    port.present = False
    sounds = start()
    port.plugged.emit()
    sounds.play("ok")
    assert told == ["absent"]
    assert caplog.text.count("no sound on this machine") == 1


def test_an_output_that_goes_away_is_told_and_one_that_comes_is_used(
    start: Start, port: FakePort, told: list[str]
) -> None:
    sounds = start()
    port.present = False
    port.plugged.emit()
    port.present = True
    port.plugged.emit()
    sounds.play("again")
    assert (told, port.played) == (["absent"], ["again"])


@pytest.mark.parametrize("module", ["kiosk.devices.sound_port", "PySide6.QtMultimedia"])
def test_without_qtmultimedia_there_is_just_no_sound(
    module: str, lanes: Lanes, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "kiosk.devices.sound_port", raising=False)
    monkeypatch.delattr("kiosk.devices.sound_port", raising=False)
    monkeypatch.setitem(sys.modules, module, None)
    sounds = Sounds(lanes)
    with qtbot.waitSignal(sounds.absent):
        sounds.start()
    for name in RECIPES:
        sounds.play(name)


def test_an_installation_without_its_sounds_is_just_silent(lanes: Lanes, qtbot: QtBot) -> None:
    def lost(_: QObject) -> FakePort:
        raise FileNotFoundError("sounds/ok.wav")

    sounds = Sounds(lanes, ask=lambda: None, port=lost)  # type: ignore[arg-type]
    with qtbot.waitSignal(sounds.absent):
        sounds.start()
    sounds.play("ok")


def test_a_sound_server_that_hangs_holds_up_nothing(
    lanes: Lanes, port: FakePort, qtbot: QtBot
) -> None:
    answers = threading.Event()
    sounds = Sounds(lanes, ask=answers.wait, port=lambda _: port)  # type: ignore[arg-type, return-value]
    sounds.start()
    sounds.play("ok")
    passed: list[int] = []
    lanes.run("desk", lambda: 1, done=passed.append)
    qtbot.waitUntil(lambda: passed == [1])
    assert port.volumes == []
    answers.set()
    qtbot.waitUntil(lambda: bool(port.volumes))
    sounds.play("ok")
    assert port.played == ["ok"]


def test_this_machine_s_own_loudspeaker_whatever_it_has(lanes: Lanes, qtbot: QtBot) -> None:
    sounds = Sounds(lanes)
    sounds.start()
    qtbot.waitUntil(lambda: sounds._port is not None or sounds._is_told, timeout=10_000)
    sounds.set_volume(0 if sounds._is_told else 1)
    for name in RECIPES:
        sounds.play(name)
