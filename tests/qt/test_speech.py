"""Voice guidance: interrupted, bounded, forgotten, and every way an engine can fail."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject, Signal

from kiosk.devices.speech import (
    DEATHS_MAX,
    RATE_MAX,
    VOLUME_MAX_PERCENT,
    VOLUME_MIN_PERCENT,
    Manner,
    Speech,
)

WELCOME = "QR 코드를 카메라에 보여 주세요."
FINDER = "이름의 첫소리를 눌러 주세요."


class FakePort(QObject):
    """A speaking process that notes its orders and answers as the test wants."""

    told = Signal(object)
    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.orders: list[dict[str, Any]] = []
        self.did: list[str] = []

    def send(self, order: dict[str, Any]) -> None:
        self.orders.append(order)

    def kill(self) -> None:
        self.did.append("kill")

    def close(self) -> None:
        self.did.append("close")

    def answer(self, how: str, order: int = -1) -> None:
        self.told.emit({"is": how, "number": self.orders[order].get("number", 0), "words": "why"})

    def be_ready(self, *languages: str) -> None:
        self.told.emit({"is": "ready", "languages": list(languages)})


class Heard:
    """What a window hears of one Speech, in order."""

    def __init__(self, port: FakePort, defaults: Manner | None = None) -> None:
        self.speech = Speech(port=port, defaults=defaults)  # type: ignore[arg-type]
        self.told: list[str] = []
        self.speech.saying.connect(self.told.append)
        self.speech.fell_silent.connect(lambda: self.told.append("(silent)"))
        self.speech.absent.connect(lambda: self.told.append("(absent)"))


@pytest.fixture
def port(qapp: object) -> FakePort:
    return FakePort()


@pytest.fixture
def heard(port: FakePort) -> Heard:
    return Heard(port)


class TestSaying:
    def test_nothing_is_started_before_the_first_text(self, heard: Heard, port: FakePort) -> None:
        heard.speech.louder()
        heard.speech.stop()
        heard.speech.reset()
        assert (port.orders, heard.told) == ([], [])

    def test_a_text_is_captioned_said_and_over(self, heard: Heard, port: FakePort) -> None:
        heard.speech.say(WELCOME, "ko")
        (order,) = port.orders
        assert (order["say"], order["language"]) == (WELCOME, "ko")
        assert (order["volume"], order["rate"]) == (0.7, 0.0)
        port.be_ready("ko", "en")
        port.answer("speaking")
        assert heard.told == [WELCOME]
        port.answer("silent")
        assert heard.told == [WELCOME, "(silent)"]

    def test_a_new_text_interrupts_and_the_old_one_s_end_is_not_its_own(
        self, heard: Heard, port: FakePort
    ) -> None:
        heard.speech.say(WELCOME, "ko")
        port.answer("speaking")
        heard.speech.say(FINDER, "ko")
        port.answer("silent", order=0)
        assert heard.told == [WELCOME, FINDER]
        port.answer("silent", order=1)
        assert heard.told == [WELCOME, FINDER, "(silent)"]

    def test_stop_is_silence_at_once_and_only_once(self, heard: Heard, port: FakePort) -> None:
        heard.speech.say(WELCOME, "ko")
        heard.speech.stop()
        heard.speech.stop()
        port.answer("silent", order=0)
        assert heard.told == [WELCOME, "(silent)"]
        assert port.orders[1:] == [{"stop": True}]

    @pytest.mark.parametrize("nothing", ["", " \n"])
    def test_an_empty_text_is_a_stop(self, heard: Heard, port: FakePort, nothing: str) -> None:
        heard.speech.say(WELCOME, "ko")
        heard.speech.say(nothing, "ko")
        assert heard.told == [WELCOME, "(silent)"]

    def test_the_next_text_is_said_as_it_is_wanted_now(self, heard: Heard, port: FakePort) -> None:
        heard.speech.say("Type your name", "en")
        heard.speech.louder()
        heard.speech.slower()
        heard.speech.say("Type your name", "en")
        again = port.orders[-1]
        assert (again["say"], again["language"]) == ("Type your name", "en")
        assert (again["volume"], again["rate"]) == (0.8, -0.2)

    def test_no_text_reaches_the_log(
        self, heard: Heard, port: FakePort, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.DEBUG)
        heard.speech.say("남궁다빈 님", "ko")
        port.answer("failed")
        port.ended.emit()
        assert "no speech" in caplog.text
        assert "남궁" not in caplog.text


class TestManner:
    @given(st.lists(st.sampled_from(["louder", "softer", "faster", "slower"]), max_size=40))
    def test_loudness_and_speed_stay_within_their_bounds(self, presses: list[str]) -> None:
        speech = Speech(port=FakePort())  # type: ignore[arg-type]
        for press in presses:
            getattr(speech, press)()
            assert VOLUME_MIN_PERCENT <= speech.manner.volume_percent <= VOLUME_MAX_PERCENT
            assert -RATE_MAX <= speech.manner.rate <= RATE_MAX

    @given(st.integers(-3, 3), st.integers(0, 3))
    def test_a_step_back_undoes_a_step(self, rate_steps: int, volume_steps: int) -> None:
        manner = Manner().louder(volume_steps).faster(rate_steps)
        assert manner.louder(-volume_steps).faster(-rate_steps) == Manner()

    def test_reset_goes_back_to_what_the_desk_wants(self, port: FakePort) -> None:
        heard = Heard(port, Manner(50, 0.2))
        for press in (heard.speech.louder, heard.speech.louder, heard.speech.slower):
            press()
        assert heard.speech.manner == Manner(70, 0.0)
        heard.speech.reset()
        assert heard.speech.manner == Manner(50, 0.2)

    def test_reset_forgets_what_was_said(self, heard: Heard, port: FakePort) -> None:
        heard.speech.say("이솔 님, 환영합니다.", "ko")
        heard.speech.reset()
        assert heard.told == ["이솔 님, 환영합니다.", "(silent)"]
        assert "이솔" not in str(vars(heard.speech))


class TestAbsence:
    def test_a_machine_without_engines_says_so_once_and_captions_go_on(
        self, heard: Heard, port: FakePort
    ) -> None:
        heard.speech.say(WELCOME, "ko")
        port.be_ready()
        heard.speech.say(FINDER, "ko")
        heard.speech.say("Type your name", "en")
        assert heard.told == [
            *(WELCOME, "(absent)", "(silent)"),
            *(FINDER, "(silent)"),
            *("Type your name", "(silent)"),
        ]
        assert len(port.orders) == 1, "nobody is asked who cannot answer"
        assert port.did == ["kill"]

    def test_the_next_person_is_told_too(self, heard: Heard, port: FakePort) -> None:
        heard.speech.say(WELCOME, "ko")
        port.be_ready()
        heard.speech.reset()
        heard.speech.say(WELCOME, "ko")
        assert heard.told.count("(absent)") == 2

    def test_an_engine_without_korean_speaks_english(self, heard: Heard, port: FakePort) -> None:
        heard.speech.say(WELCOME, "ko")
        port.be_ready("en")
        port.answer("lacking")
        heard.speech.say("Show your QR code", "en")
        port.answer("speaking")
        port.answer("silent")
        heard.speech.say(FINDER, "ko")
        assert heard.told == [
            *(WELCOME, "(absent)", "(silent)"),
            *("Show your QR code", "(silent)"),
            *(FINDER, "(silent)"),
        ]
        assert len(port.orders) == 2

    def test_an_engine_that_fails_is_an_absent_one_for_that_text(
        self, heard: Heard, port: FakePort
    ) -> None:
        heard.speech.say(WELCOME, "ko")
        port.answer("failed")
        heard.speech.say(FINDER, "ko")
        port.answer("speaking")
        port.answer("silent")
        assert heard.told == [WELCOME, "(absent)", "(silent)", FINDER, "(silent)"]

    @pytest.mark.parametrize("is_speaking", [False, True])
    def test_an_engine_that_hangs_is_ended_and_tried_again(
        self, heard: Heard, port: FakePort, is_speaking: bool
    ) -> None:
        heard.speech.say(WELCOME, "ko")
        if is_speaking:
            port.answer("speaking")
        assert heard.speech._watch.isActive()
        heard.speech._watch.timeout.emit()
        assert heard.told == [WELCOME, "(absent)", "(silent)"]
        assert port.did == ["kill"]
        heard.speech.say(FINDER, "ko")
        port.answer("silent")
        assert heard.told[3:] == [FINDER, "(silent)"]
        assert not heard.speech._watch.isActive()

    def test_an_engine_that_dies_again_and_again_is_left_alone(
        self, heard: Heard, port: FakePort
    ) -> None:
        for _ in range(DEATHS_MAX + 5):
            heard.speech.say(WELCOME, "ko")
            if heard.speech._is_saying:
                port.ended.emit()
        assert len(port.orders) == DEATHS_MAX
        assert heard.told.count("(absent)") == 1

    def test_a_death_between_two_texts_is_not_heard(self, heard: Heard, port: FakePort) -> None:
        heard.speech.say(WELCOME, "ko")
        port.answer("silent")
        port.ended.emit()
        assert heard.told == [WELCOME, "(silent)"]

    def test_a_window_that_says_it_in_words_is_not_answered_twice(
        self, heard: Heard, port: FakePort
    ) -> None:
        heard.speech.absent.connect(lambda: heard.speech.say("지금은 글로 안내합니다.", "ko"))
        heard.speech.say(WELCOME, "ko")
        port.be_ready()
        assert heard.told == [WELCOME, "(absent)", "지금은 글로 안내합니다.", "(silent)"]


@given(st.data())
def test_whatever_comes_when_a_text_is_over_once_and_nothing_raises(data: st.DataObject) -> None:
    """Windows, engines and mishaps in any order: silence is told once a text, never before it."""
    port = FakePort()
    heard = Heard(port)
    steps: list[Callable[[], object]] = [
        lambda: heard.speech.say("하나", "ko"),
        lambda: heard.speech.say("two", "en"),
        heard.speech.stop,
        heard.speech.reset,
        heard.speech._watch.timeout.emit,
        port.ended.emit,
        port.be_ready,
        lambda: port.be_ready("ko"),
        lambda: port.be_ready("ko", "en"),
        *(lambda how=how: port.orders and port.answer(how) for how in ("speaking", "silent")),
        *(lambda how=how: port.orders and port.answer(how) for how in ("lacking", "failed")),
    ]
    for step in data.draw(st.lists(st.sampled_from(steps), max_size=25)):
        step()
    is_saying = False
    for one in (one for one in heard.told if one != "(absent)"):
        assert is_saying or one != "(silent)"
        is_saying = one != "(silent)"
    assert is_saying == heard.speech._is_saying
