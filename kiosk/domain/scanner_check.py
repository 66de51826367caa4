"""What a hand scanner did to a test code, and so what is to be changed in it, or not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain import hangul
from kiosk.domain.settings import SCANNER_GAP_MS

TEST_CODE = "HAEMAJI-AQWZYM-0123456789:/-haqwzym"
"""Letters that keyboards put elsewhere (QWERTZ, AZERTY), digits, signs, and both cases."""

_LIKE_LEAST = 0.5
"""Share of the code that text must hold to be taken for it at all."""


class End(StrEnum):
    """What a scanner pressed after a code."""

    NONE = "none"
    ENTER = "enter"
    TAB = "tab"


@dataclass(frozen=True, slots=True)
class Reading:
    """One scan as its keys came: the longest time between two, and whether they were composed."""

    text: str = ""
    end: End = End.NONE
    gap_ms: int = 0
    is_composed: bool = False


class Finding(StrEnum):
    """What was found; the words for each say what to change."""

    NOTHING = "nothing"  # no key came
    OTHER = "other"  # another code, or typing
    TWICE = "twice"  # two scans came as one
    LOST = "lost"  # characters are missing
    LAYOUT = "layout"  # other characters: the scanner's keyboard is another country's
    CONTROL = "control"  # control characters among the letters
    PREFIX = "prefix"  # characters before the code that no ticket has
    TRAILING = "trailing"  # characters after it
    SLOW = "slow"  # longer gaps than can be told from typing
    PACED = "paced"  # long gaps that this desk can allow
    KNOWN_PREFIX = "known-prefix"  # an AIM or ECI mark, which is taken off
    CAPITALS = "capitals"  # all in one case
    CAPS_LOCK = "caps-lock"  # cases swapped
    INPUT_METHOD = "input-method"  # Korean letters, which are turned back
    TAB = "tab"  # ended by Tab, which works
    NO_SUFFIX = "no-suffix"  # ended by silence, which works and is slower


_TO_CHANGE = frozenset(
    {
        Finding.NOTHING,
        Finding.OTHER,
        Finding.TWICE,
        Finding.LOST,
        Finding.LAYOUT,
        Finding.CONTROL,
        Finding.PREFIX,
        Finding.TRAILING,
        Finding.SLOW,
    }
)


@dataclass(frozen=True, slots=True)
class Found:
    """A finding with its one fact: characters, pairs of them, or a number, as text."""

    finding: Finding
    fact: str = ""

    @property
    def is_to_change(self) -> bool:
        """Tell whether the scanner must be changed; else the desk does by itself."""
        return self.finding in _TO_CHANGE


def check(reading: Reading, code: str = TEST_CODE) -> tuple[Found, ...]:
    """Return what a reading of the test code shows, the gravest first; empty where all is well."""
    if not reading.text:
        return (Found(Finding.NOTHING),)
    text, of_letters = _undo_letters(reading.text, code, is_composed=reading.is_composed)
    of_text = _compare(text, code)
    found = [*of_text, *of_letters]
    if not any(one.finding is Finding.OTHER for one in of_text):
        found += _of_rhythm(reading)
    order = list(Finding)
    return tuple(sorted(found, key=lambda one: order.index(one.finding)))


def reads(found: tuple[Found, ...]) -> bool:
    """Tell whether tickets will be read with this scanner as it is."""
    return not any(one.is_to_change for one in found)


def allowed_gap_ms(found: tuple[Found, ...]) -> int | None:
    """Return the gap that the desk should allow for this scanner, None to leave it as it is."""
    paced = next((one for one in found if one.finding is Finding.PACED), None)
    if paced is None or not reads(found):
        return None
    # A tenth more than was seen: the next scan is not the same.
    return min(SCANNER_GAP_MS[1], int(paced.fact) * 11 // 10)


def _undo_letters(text: str, code: str, *, is_composed: bool) -> tuple[str, list[Found]]:
    """Return the text in the code's own letters, and what had been done to them."""
    found = []
    keys = hangul.to_keys(text)
    if is_composed or keys != text:
        found.append(Found(Finding.INPUT_METHOD))
    bare = "".join(char for char in keys if char.isprintable())
    if bare != keys:
        found.append(Found(Finding.CONTROL, str(len(keys) - len(bare))))
    if found[:1] == [Found(Finding.INPUT_METHOD)]:
        # With Shift most keys make the same Korean letter: of their case nothing is known.
        return _recased(bare, code), found
    for finding, undo in _CASES:
        if _holds(undo(bare), undo(code) if finding is Finding.CAPITALS else code):
            if _holds(bare, code):
                break
            return _recased(bare, code), [*found, Found(finding)]
    return bare, found


_CASES: tuple[tuple[Finding, Callable[[str], str]], ...] = (
    (Finding.CAPS_LOCK, str.swapcase),
    (Finding.CAPITALS, str.casefold),
)


def _holds(text: str, code: str) -> bool:
    return code in text


def _recased(text: str, code: str) -> str:
    """Return text with the code's case wherever it holds the code in any."""
    at = text.casefold().find(code.casefold())
    while at >= 0:
        text = text[:at] + code + text[at + len(code) :]
        at = text.casefold().find(code.casefold(), at + len(code))
    return text


def _compare(text: str, code: str) -> list[Found]:
    """Return how a text differs from the code, apart from its letters' case."""
    before, there, after = text.partition(code)
    if there:
        return _around(before, after, code)
    if len(text) == len(code) and _alike(text, code) >= _LIKE_LEAST:
        return [Found(Finding.LAYOUT, _pairs(text, code))]
    missing = len(code) - len(text)
    if 0 < missing <= len(code) * _LIKE_LEAST and _is_within(text, code):
        return [Found(Finding.LOST, str(missing))]
    return [Found(Finding.OTHER)]


def _around(before: str, after: str, code: str) -> list[Found]:
    found = []
    if before:
        found.append(Found(_prefix_kind(before), before))
    if code in after:
        return [*found, Found(Finding.TWICE)]
    return [*found, Found(Finding.TRAILING, after)] if after else found


def _prefix_kind(before: str) -> Finding:
    """Tell a mark that ``ticket.fold`` takes off (AIM ``]Qn``, ECI) from anything else."""
    rest = before
    if rest[:2].upper() == "]Q" and rest[2:3].isdigit():
        rest = rest[3:]
    is_eci = rest[:1] == "\\" and len(rest) == 7 and rest[1:].isdecimal()
    return Finding.KNOWN_PREFIX if not rest or is_eci else Finding.PREFIX


def _alike(text: str, code: str) -> float:
    same = sum(one.casefold() == other.casefold() for one, other in zip(text, code, strict=True))
    return same / len(code)


def _pairs(text: str, code: str) -> str:
    """Return each character with what came in its place, in order and once."""
    pairs = [f"{want}→{got}" for want, got in zip(code, text, strict=True) if want != got]
    return " ".join(dict.fromkeys(pairs))


def _is_within(text: str, code: str) -> bool:
    """Tell whether a text is the code with characters left out."""
    rest = iter(code)
    return all(char in rest for char in text)


def _of_rhythm(reading: Reading) -> list[Found]:
    found = []
    usual, most = SCANNER_GAP_MS
    if reading.gap_ms > most:
        found.append(Found(Finding.SLOW, str(reading.gap_ms)))
    elif reading.gap_ms > usual:
        found.append(Found(Finding.PACED, str(reading.gap_ms)))
    if reading.end is End.TAB:
        found.append(Found(Finding.TAB))
    elif reading.end is End.NONE:
        found.append(Found(Finding.NO_SUFFIX))
    return found
