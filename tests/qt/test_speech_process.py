"""The process that speaks: Qt's mock engine for real, and programs that hang, die and babble."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QObject, QProcess, Signal
from pytestqt.qtbot import QtBot

from kiosk import paths
from kiosk.devices import speech_process
from kiosk.devices.speech import Speech
from kiosk.devices.speech_port import SpeechPort
from kiosk.devices.speech_process import Speaker

pytest.importorskip("PySide6.QtTextToSpeech", exc_type=ImportError, reason="libpulse0 is missing")
from PySide6.QtTextToSpeech import QTextToSpeech

from kiosk.devices.voices import Voices, engine_names

ROOT = Path(__file__).parents[2]
PATIENCE_MS = 30_000
Told = dict[str, Any]
State = QTextToSpeech.State


class FakeEngine(QObject):
    """An engine that does what the test says, in Qt's words."""

    stateChanged = Signal(object)  # noqa: N815 - Qt calls it so
    errorOccurred = Signal(object, str)  # noqa: N815

    def __init__(self) -> None:
        super().__init__()
        self.did: list[object] = []

    def say(self, text: str) -> None:
        self.did.append(text)

    def stop(self) -> None:
        self.did.append("(stop)")

    def setVolume(self, volume: float) -> None:
        self.did.append(("volume", volume))

    def setRate(self, rate: float) -> None:
        self.did.append(("rate", rate))


class FakeVoices:
    def __init__(self) -> None:
        self.korean = FakeEngine()
        self.engines = [self.korean]

    def engine(self, language: str) -> FakeEngine | None:
        return self.korean if language == "ko" else None


@pytest.fixture
def voices(qapp: object) -> FakeVoices:
    return FakeVoices()


@pytest.fixture
def told() -> list[Told]:
    return []


@pytest.fixture
def speaker(voices: FakeVoices, told: list[Told]) -> Speaker:
    return Speaker(voices, told.append)  # type: ignore[arg-type]


def order(text: str, number: int, language: str = "ko") -> Told:
    return {"say": text, "number": number, "language": language, "volume": 0.5, "rate": -0.2}


class TestSpeaker:
    def test_a_text_is_said_as_loud_and_fast_as_ordered(
        self, speaker: Speaker, voices: FakeVoices, told: list[Told], qtbot: QtBot
    ) -> None:
        speaker.obey(order("하나", 1))
        assert voices.korean.did == [("volume", 0.5), ("rate", -0.2), "하나"]
        voices.korean.stateChanged.emit(State.Speaking)
        voices.korean.stateChanged.emit(State.Ready)
        qtbot.waitUntil(lambda: len(told) == 2)
        assert told == [{"is": "speaking", "number": 1}, {"is": "silent", "number": 1}]

    def test_the_silence_of_an_interrupted_text_is_not_the_next_one_s(
        self, speaker: Speaker, voices: FakeVoices, told: list[Told], qtbot: QtBot
    ) -> None:
        """As speech-dispatcher tells it: the old text's states come after the new order."""
        speaker.obey(order("하나", 1))
        voices.korean.stateChanged.emit(State.Speaking)
        speaker.obey(order("둘", 2))
        voices.korean.stateChanged.emit(State.Ready)
        assert not speaker._settled.isActive()
        voices.korean.stateChanged.emit(State.Speaking)
        voices.korean.stateChanged.emit(State.Ready)
        qtbot.waitUntil(lambda: told[-1]["is"] == "silent")
        assert [one["number"] for one in told] == [1, 2, 2]

    def test_a_moment_of_silence_between_two_texts_is_none(
        self, speaker: Speaker, voices: FakeVoices, told: list[Told], qtbot: QtBot
    ) -> None:
        speaker.obey(order("하나", 1))
        speaker.obey(order("둘", 2))
        for state in (State.Speaking, State.Ready, State.Speaking):
            voices.korean.stateChanged.emit(state)
        assert not speaker._settled.isActive()
        voices.korean.stateChanged.emit(State.Ready)
        qtbot.waitUntil(lambda: told[-1]["is"] == "silent")
        assert told == [{"is": "speaking", "number": 2}, {"is": "silent", "number": 2}]

    def test_after_a_stop_nothing_is_told(
        self, speaker: Speaker, voices: FakeVoices, told: list[Told]
    ) -> None:
        speaker.obey(order("하나", 1))
        speaker.obey({"stop": True})
        voices.korean.stateChanged.emit(State.Speaking)
        voices.korean.stateChanged.emit(State.Ready)
        speaker._settled.timeout.emit()
        assert voices.korean.did[-1] == "(stop)"
        assert told == []

    def test_a_language_without_a_voice_is_told(self, speaker: Speaker, told: list[Told]) -> None:
        speaker.obey(order("one", 7, "en"))
        assert told == [{"is": "lacking", "number": 7}]

    def test_an_engine_s_own_words_are_passed_on(
        self, speaker: Speaker, voices: FakeVoices, told: list[Told]
    ) -> None:
        speaker.obey(order("하나", 3))
        voices.korean.errorOccurred.emit(None, "no server")
        assert told == [{"is": "failed", "number": 3, "words": "no server"}]


class TestVoices:
    def test_the_engine_that_makes_no_sound_is_none(self, qapp: object) -> None:
        assert "mock" not in engine_names()
        assert "mock" in QTextToSpeech.availableEngines()

    def test_a_voice_of_the_language_is_chosen(self, qapp: QCoreApplication) -> None:
        voices = Voices(["mock"])
        engine = voices.engine("en")
        assert engine is not None
        assert engine.locale().language() is QLocale.Language.English
        assert (voices.engine("ko"), voices.languages) == (None, ["en"])

    def test_without_engines_there_is_no_language(self, qapp: object) -> None:
        assert Voices([]).languages == []


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))


def python(source: str) -> list[str]:
    return [sys.executable, "-c", source]


class Listener:
    """One Speech over a real process, and what it tells."""

    def __init__(self, command: list[str]) -> None:
        self.port = SpeechPort(lambda: command)
        self.speech = Speech(port=self.port)
        self.told: list[str] = []
        self.speech.saying.connect(self.told.append)
        self.speech.fell_silent.connect(lambda: self.told.append("(silent)"))
        self.speech.absent.connect(lambda: self.told.append("(absent)"))


@pytest.fixture
def listen(qapp: object) -> Iterator[list[Listener]]:
    made: list[Listener] = []
    yield made
    for one in made:
        one.speech.close()


def listener(made: list[Listener], command: list[str]) -> Listener:
    made.append(Listener(command))
    return made[-1]


@pytest.mark.usefixtures("program")
class TestProcess:
    def test_qt_s_mock_speaks_english_and_lacks_korean(
        self, listen: list[Listener], qtbot: QtBot
    ) -> None:
        one = listener(listen, [*paths.own_command("speak"), "--engine", "mock"])
        one.speech.say("Show your QR code", "en")
        qtbot.waitUntil(lambda: "(silent)" in one.told, timeout=PATIENCE_MS)
        one.speech.say("이름을 찾아 주세요", "ko")
        assert one.told == [
            *("Show your QR code", "(silent)"),
            *("이름을 찾아 주세요", "(absent)", "(silent)"),
        ]

    def test_a_text_interrupts_the_one_before_it(
        self, listen: list[Listener], qtbot: QtBot
    ) -> None:
        one = listener(listen, [*paths.own_command("speak"), "--engine", "mock"])
        began: list[Told] = []
        one.port.told.connect(began.append)
        one.speech.say("a very long text that would take very long to say " * 50, "en")
        qtbot.waitUntil(lambda: any(t["is"] == "speaking" for t in began), timeout=PATIENCE_MS)
        one.speech.say("short", "en")
        qtbot.waitUntil(lambda: "(silent)" in one.told, timeout=PATIENCE_MS)
        assert one.told[1:] == ["short", "(silent)"]
        assert [told["number"] for told in began if told["is"] == "silent"] == [2]

    def test_the_process_ends_with_its_input(self, listen: list[Listener], qtbot: QtBot) -> None:
        one = listener(listen, [*paths.own_command("speak"), "--engine", "mock"])
        one.speech.say("One", "en")
        qtbot.waitUntil(lambda: "(silent)" in one.told, timeout=PATIENCE_MS)
        process = one.port._process
        assert process is not None
        process.closeWriteChannel()
        qtbot.waitUntil(lambda: one.port._process is None, timeout=PATIENCE_MS)
        assert one.told == ["One", "(silent)"]

    def test_an_engine_that_is_not_there_is_absent(
        self, listen: list[Listener], qtbot: QtBot
    ) -> None:
        one = listener(listen, [*paths.own_command("speak"), "--engine", "no such engine"])
        one.speech.say("하나", "ko")
        qtbot.waitUntil(lambda: "(silent)" in one.told, timeout=PATIENCE_MS)
        assert one.told == ["하나", "(absent)", "(silent)"]


class TestMishaps:
    @pytest.mark.parametrize(
        "command",
        [
            ["/no/such/program"],
            python("raise SystemExit(3)"),
            python("import os; os.abort()"),
            python("print('[]'); print('7'); print('not json'); print('{\"is\": 1}')"),
            python('print(\'{"is": "ready", "languages": []}\')'),
        ],
        ids=["missing", "exits", "aborts", "babbles", "has no voice"],
    )
    def test_a_process_that_does_not_speak_is_absent(
        self, command: list[str], listen: list[Listener], qtbot: QtBot
    ) -> None:
        one = listener(listen, command)
        one.speech.say("하나", "ko")
        qtbot.waitUntil(lambda: "(silent)" in one.told, timeout=PATIENCE_MS)
        assert one.told == ["하나", "(absent)", "(silent)"]

    def test_a_process_that_hangs_holds_up_nobody_and_is_ended(
        self, listen: list[Listener], qtbot: QtBot
    ) -> None:
        one = listener(listen, python("import threading; threading.Event().wait()"))
        one.speech.say("하나", "ko")
        for _ in range(3):
            one.speech.say("둘 " * 10_000, "ko")
        process = one.port._process
        assert process is not None
        qtbot.waitUntil(lambda: process.processId() > 0, timeout=PATIENCE_MS)
        ends: list[object] = []
        process.finished.connect(lambda *_: ends.append(1))
        one.speech._watch.timeout.emit()
        assert one.told[-2:] == ["(absent)", "(silent)"]
        qtbot.waitUntil(lambda: bool(ends), timeout=PATIENCE_MS)

    def test_closing_ends_a_process_that_hangs(self, listen: list[Listener], qtbot: QtBot) -> None:
        one = listener(listen, python("import threading; threading.Event().wait()"))
        one.speech.say("하나", "ko")
        process = one.port._process
        assert process is not None
        one.speech.close()
        assert process.state() is QProcess.ProcessState.NotRunning


def test_without_qttexttospeech_the_process_says_so_and_ends(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], qapp: object
) -> None:
    monkeypatch.setitem(sys.modules, "kiosk.devices.voices", None)
    monkeypatch.setattr(speech_process.signal, "signal", lambda *_: None)
    speech_process.serve()
    assert capsys.readouterr().out == '{"is": "ready", "languages": []}\n'
