"""The kiosk's sounds as data, and the WAV files made of them: no Qt, the standard library alone.

``python -m kiosk.devices.sound_recipes resources/sounds`` writes the committed files anew.
"""

from __future__ import annotations

import io
import math
import sys
import wave
from array import array
from pathlib import Path
from typing import NamedTuple

RATE_HZ = 48_000
LEVEL_DBFS = -18.0
"""Peak of every tone: of a full-scale sine, so that seven kiosks in one hall stay bearable."""

RAMP_MS = 8
"""Raised-cosine in and out; a tone that begins or ends at once clicks."""

_FULL_SCALE = 32_767


class Tone(NamedTuple):
    """A sine of ``hz`` for ``ms``; at 0 Hz a silence."""

    hz: int
    ms: int


RECIPES: dict[str, tuple[Tone, ...]] = {
    "ok": (Tone(659, 90), Tone(0, 20), Tone(880, 150)),  # rises: come in
    "again": (Tone(659, 80), Tone(0, 60), Tone(659, 80)),  # stays: you are in already
    "desk": (Tone(440, 160), Tone(0, 40), Tone(330, 220)),  # falls: please come to the desk
    "key": (Tone(1000, 12),),
    "tick": (Tone(523, 30),),
    "call": (Tone(880, 120), Tone(659, 120), Tone(880, 160)),
    "fault_desk": (Tone(330, 200), Tone(0, 80), Tone(330, 200)),
}
"""Every sound of the kiosk by the name that plays it."""


def samples(tones: tuple[Tone, ...]) -> array[int]:
    """Return 16-bit samples of tones one after another."""
    made = array("h")
    for tone in tones:
        made.extend(_tone(tone))
    return made


def _tone(tone: Tone) -> list[int]:
    count = RATE_HZ * tone.ms // 1000
    # A key's tick is shorter than two ramps: it swells for one half and fades for the other.
    ramp = min(RATE_HZ * RAMP_MS // 1000, count // 2)
    peak = _FULL_SCALE * 10 ** (LEVEL_DBFS / 20)
    turn = 2 * math.pi * tone.hz / RATE_HZ
    return [
        round(peak * _swell(min(at, count - 1 - at), ramp) * math.sin(turn * at))
        for at in range(count)
    ]


def _swell(from_edge: int, ramp: int) -> float:
    """Return the share of full loudness so many samples away from a tone's nearer end."""
    return 1.0 if from_edge >= ramp else (1 - math.cos(math.pi * from_edge / ramp)) / 2


def wav(tones: tuple[Tone, ...]) -> bytes:
    """Return tones as a WAV file: 48 kHz, mono, 16 bits."""
    made = samples(tones)
    if sys.byteorder == "big":
        made.byteswap()
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE_HZ)
        out.writeframes(made.tobytes())
    return file.getvalue()


def write_all(folder: Path) -> None:
    """Write every recipe's WAV file into a folder, made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, tones in RECIPES.items():
        (folder / f"{name}.wav").write_bytes(wav(tones))


if __name__ == "__main__":
    write_all(Path(sys.argv[1]))
