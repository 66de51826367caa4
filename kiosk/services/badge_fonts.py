"""The letters of a badge: which font has a character, and what stands for one that none has."""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pylopdf_fonts_ko
from PIL import ImageFont

SUBSTITUTE = "〓"
"""Stands for each character that no font has, so that nobody's name silently shrinks: the geta of
Korean and Japanese type cases, which says "a letter is wanting here" and is no font's own box."""

REFERENCE_PX = 256
_TRY_PX = 64
_MISSING = "\U0010fffd"
_JOINER = "\u200d"
_FILLERS = "\u115f\u1160\u3164\uffa0"
_PLAIN = re.compile("[ -~·가-힣]*")
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff]")

# Fonts that other systems have and ours may be read beside, best first; all of upright outlines.
_FALLBACKS = (
    "NotoSans-Regular.ttf", "NotoSansArabic-Regular.ttf", "NotoSansHebrew-Regular.ttf",
    "NotoSansThai-Regular.ttf", "NotoSansDevanagari-Regular.ttf", "NotoSansCJK-Regular.ttc",
    "malgun.ttf", "segoeui.ttf", "arial.ttf", "leelawui.ttf", "nirmala.ttf", "msyh.ttc",
    "simsunb.ttf", "seguisym.ttf", "seguiemj.ttf", "AppleSDGothicNeo.ttc", "Arial Unicode.ttf",
    "DejaVuSans.ttf", "DroidSansFallbackFull.ttf", "NotoEmoji-Regular.ttf", "Symbola.ttf",
)  # fmt: skip
_FOLDERS = {
    "linux": ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts"),
    "darwin": ("/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts"),
    "win32": (r"%WINDIR%\Fonts", r"%LOCALAPPDATA%\Microsoft\Windows\Fonts"),
}
MAIN = 0
"""The number of the font that always comes along."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """In em: a character's advance, its ink outside of that, above and below the baseline.

    ``before`` is negative where the ink begins after its place does.
    """

    advance: float
    before: float
    after: float
    above: float
    below: float


@lru_cache(maxsize=1)
def files() -> tuple[Path, ...]:
    """Return the font that comes along, then those of the system that may help out."""
    return (Path(pylopdf_fonts_ko.sans_path()), *_installed())


def _installed() -> Iterator[Path]:
    found: dict[str, Path] = {}
    for name in _FOLDERS.get(sys.platform, ()):
        folder = Path(os.path.expandvars(name)).expanduser()
        for root, _, names in os.walk(folder):
            found |= {one: Path(root, one) for one in names if one in _FALLBACKS}
    for name in _FALLBACKS:
        if name in found and _opens(found[name]):
            yield found[name]


def _opens(file: Path) -> bool:
    try:
        ImageFont.truetype(str(file), _TRY_PX, layout_engine=ImageFont.Layout.BASIC)
    except OSError:
        return False
    return True


@lru_cache(maxsize=256)
def font(size_px: int, number: int = MAIN) -> ImageFont.FreeTypeFont:
    """Return a font at an em of ``size_px``; layout never depends on the machine's libraries."""
    # The system's fonts are looked for only once a letter is wanting.
    file = pylopdf_fonts_ko.sans_path() if number == MAIN else files()[number]
    return ImageFont.truetype(str(file), size_px, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=16384)
def font_of(char: str) -> int | None:
    """Return the number of the first font that has a character, or None."""
    if _PLAIN.fullmatch(char):
        return MAIN
    if _has(MAIN, char):
        return MAIN
    return next((one for one in range(1, len(files())) if _has(one, char)), None)


def _has(number: int, char: str) -> bool:
    return bytes(font(_TRY_PX, number).getmask(char)) != _missing_glyph(number)


@lru_cache(maxsize=32)
def _missing_glyph(number: int) -> bytes:
    return bytes(font(_TRY_PX, number).getmask(_MISSING))


@lru_cache(maxsize=16384)
def glyph(char: str) -> Glyph:
    """Return a character's measures in the font that draws it."""
    face = font(REFERENCE_PX, font_of(char) or MAIN)
    _, top, right, bottom = face.getbbox(char, anchor="ls")
    advance = face.getlength(char)
    mask, (left, _) = face.getmask2(char, anchor="ls")
    ink = mask.getbbox()
    return Glyph(
        advance / REFERENCE_PX,
        -(left + ink[0]) / REFERENCE_PX if ink else 0.0,
        max(0.0, (right - advance) / REFERENCE_PX),
        max(0.0, -top / REFERENCE_PX),
        max(0.0, bottom / REFERENCE_PX),
    )


def is_plain(text: str) -> bool:
    """Tell whether a text is ASCII and Hangul syllables only, which our own font draws."""
    return bool(_PLAIN.fullmatch(text))


def runs(line: str) -> Iterator[tuple[int, str]]:
    """Yield a line's stretches with the number of the font that draws each."""
    if _PLAIN.fullmatch(line):
        yield MAIN, line
        return
    begun, number = 0, font_of(line[0]) or MAIN
    for at, char in enumerate(line):
        other = font_of(char) or MAIN
        if other != number and char != " ":
            yield number, line[begun:at]
            begun, number = at, other
    yield number, line[begun:]


@lru_cache(maxsize=16384)
def _drawn_as(char: str) -> str:
    """Return what stands for one character: itself, its base letter, or the substitute.

    Characters that only steer others (joiners, variation selectors, skin tones) and blank fillers
    are left out, as are marks: without them a name is still read.
    """
    kind = unicodedata.category(char)
    if kind in ("Cf", "Cc", "Mn", "Me") or kind == "Sk" or char in _FILLERS:
        return "" if char not in "^`" else char
    if font_of(char) is not None:
        return char
    for form in ("NFD", "NFKC"):
        base = unicodedata.normalize(form, char)[:1]
        if base != char:
            return _drawn_as(base)
    return SUBSTITUTE


def drawable(text: str) -> str:
    """Return text as it can be drawn: Arabic joined, one substitute a joined emoji, single blanks.

    It stays in the order in which it is read; ``in_order`` turns a line.
    """
    if _PLAIN.fullmatch(text):
        return " ".join(text.split())
    shown: list[str] = []
    joined = False
    for char in text:
        drawn = _drawn_as(char)
        if not (joined and drawn == SUBSTITUTE):
            shown.append(drawn)
        joined = char == _JOINER or (joined and not drawn)
    told = " ".join("".join(shown).split())
    return "".join(map(_drawn_as, _joined(told))) if _ARABIC.search(told) else told


def _joined(text: str) -> str:
    """Return Arabic letters in the forms that they take beside their neighbours."""
    from arabic_reshaper import ArabicReshaper  # noqa: PLC0415 - few badges need it

    configuration = {"delete_harakat": True, "support_ligatures": False}
    return str(ArabicReshaper(configuration=configuration).reshape(text))


def in_order(line: str) -> str:
    """Return a line in the order in which its characters stand from the left."""
    if not _RIGHT_TO_LEFT.search(line):
        return line
    from bidi.algorithm import get_display  # noqa: PLC0415 - few badges need it

    return str(get_display(line))


def is_legible(text: str) -> bool:
    """Tell whether drawable text holds more than substitutes."""
    return any(char.isalnum() for char in text)
