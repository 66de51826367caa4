"""The sounds: what is committed is what the recipes make, and what is heard is what they say."""

from __future__ import annotations

import cmath
import io
import itertools
import math
import subprocess
import sys
import wave
from array import array
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.devices.sound_recipes import (
    LEVEL_DBFS,
    RAMP_MS,
    RATE_HZ,
    RECIPES,
    Tone,
    samples,
    wav,
)

SOUNDS = Path(__file__).parents[2] / "resources" / "sounds"
PEAK = 32_767 * 10 ** (LEVEL_DBFS / 20)
SEMITONE = 2 ** (1 / 12)

named = pytest.mark.parametrize("name", RECIPES)
tones = st.builds(Tone, st.integers(100, 4000), st.integers(10, 250))


def strength(part: array[int], hz: float) -> float:
    """Return how strongly a frequency is in samples: its Fourier sum, by its own definition."""
    turn = -2j * math.pi * hz / RATE_HZ
    return abs(sum(level * cmath.exp(turn * at) for at, level in enumerate(part)))


@named
def test_the_committed_file_is_what_the_recipe_makes(name: str) -> None:
    assert (SOUNDS / f"{name}.wav").read_bytes() == wav(RECIPES[name])


def test_nothing_else_is_committed() -> None:
    assert {path.stem for path in SOUNDS.iterdir()} == set(RECIPES)


def test_one_command_writes_them_all_anew(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kiosk.devices.sound_recipes", str(tmp_path / "made")]
    subprocess.run(command, check=True)
    made = {path.name: path.read_bytes() for path in (tmp_path / "made").iterdir()}
    assert made == {path.name: path.read_bytes() for path in SOUNDS.iterdir()}


@named
def test_a_file_is_48_khz_mono_of_16_bits_and_as_long_as_its_tones(name: str) -> None:
    with wave.open(io.BytesIO(wav(RECIPES[name]))) as file:
        form = (file.getframerate(), file.getnchannels(), file.getsampwidth())
        assert form == (48_000, 1, 2)
        assert file.getnframes() == 48 * sum(tone.ms for tone in RECIPES[name])


@named
def test_a_sound_is_as_loud_as_it_should_be_and_no_louder(name: str) -> None:
    loudest = max(map(abs, samples(RECIPES[name])))
    assert 0.99 * PEAK <= loudest <= PEAK + 1


@named
def test_each_tone_has_its_pitch(name: str) -> None:
    start = 0
    for tone in RECIPES[name]:
        part = samples(RECIPES[name])[start : start + 48 * tone.ms]
        start += 48 * tone.ms
        if not tone.hz:
            assert not any(part)
            continue
        # A short tone is broad: the nearest other pitch told apart is 1 / its length away.
        beside = max(tone.hz * (SEMITONE - 1), 1000 / tone.ms)
        there = strength(part, tone.hz)
        assert there > strength(part, tone.hz + beside)
        assert there > strength(part, tone.hz - beside)


def test_the_three_answers_of_the_door_cannot_be_confused() -> None:
    """One rises, one stays and one falls, whatever the ear makes of single pitches."""
    heard = {}
    for name in ("ok", "again", "desk"):
        pitches = [tone.hz for tone in RECIPES[name] if tone.hz]
        heard[name] = (pitches[-1] > pitches[0]) - (pitches[-1] < pitches[0])
    assert heard == {"ok": 1, "again": 0, "desk": -1}


@given(st.lists(tones, min_size=1, max_size=3))
def test_nothing_clicks(line: list[Tone]) -> None:
    """No two neighbours jump further than the sine itself does at its steepest."""
    made = samples(tuple(line))
    assert made[0] == made[-1] == 0
    steepest = PEAK * 2 * math.pi * max(tone.hz for tone in line) / RATE_HZ
    swelling = PEAK * math.pi / 2 / (RATE_HZ * min(RAMP_MS, min(t.ms for t in line) / 2) / 1000)
    jumps = [abs(after - before) for before, after in itertools.pairwise(made)]
    assert max(jumps) <= steepest + swelling + 1


@given(tones)
def test_a_tone_swells_and_fades_evenly(tone: Tone) -> None:
    """In its first 2 ms it is below a fifth of its peak, and so it is in its last."""
    made = samples((tone,))
    edge = 48 * 2 if tone.ms >= 2 * RAMP_MS else 48 * tone.ms // 12
    assert max(map(abs, made[:edge])) < PEAK / 5
    assert max(map(abs, made[-edge:])) < PEAK / 5
