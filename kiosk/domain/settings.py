"""What one desk is told about itself."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.event import LANGUAGES
from kiosk.domain.scanner import BAUD_RATES, KEYBOARD, Suffix, read_choices
from kiosk.domain.text import FIELD_LENGTH, clean

PANEL_INCH = (7.0, 110.0)
"""Diagonals of screens that people touch: a tablet's and a wall's."""
MOUNT_MM_MOST = 2_000
"""No screen's lower edge hangs higher; KS X 9211 wants all that is touched below 1,220 mm."""
VOLUME_MOST = 100
SCANNER_GAP_MS = (50, 80)
"""Between two keys of a keyboard scanner: more would be a person's."""


class DeskTheme(StrEnum):
    """What the staff's window wears."""

    LIGHT = "light"
    DARK = "dark"


class DeskSide(StrEnum):
    """Where the staffed desk stands, seen by a guest in front of the touchscreen."""

    LEFT = "left"
    RIGHT = "right"
    BEHIND = "behind"


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """One machine's settings; ``printer`` is a queue's name, "folder:PATH", or "" for none.

    ``panel_inch`` is the touchscreen's diagonal and ``mount_mm`` the height of its lower edge above
    the floor, 0 where nobody has measured: screens lie about their size. ``low_view`` pins the low
    view; ``monitor`` is the name or number of the screen, "" for the primary; ``volume`` is a share
    of 100. ``scanner`` names serial scanners beside those that are keyboards: see
    ``scanner.read_choices``; ``scanner_gap_ms`` is for the keyboards. ``theme`` is what staff see,
    in a dark hall or a light one.
    """

    desk_name: str = "데스크 A"
    language: str = "ko"
    printer: str = ""
    badge_template: str = "100x70"
    desk_side: DeskSide = DeskSide.LEFT
    camera: str = ""
    panel_inch: float = 0.0
    mount_mm: int = 0
    low_view: bool = False
    monitor: str = ""
    volume: int = 60
    sounds: bool = True
    scanner: str = KEYBOARD
    scanner_baud: int = 9600
    scanner_suffix: Suffix = Suffix.ANY
    scanner_gap_ms: int = SCANNER_GAP_MS[0]
    theme: DeskTheme = DeskTheme.LIGHT


def read(name: str, text: str) -> object:
    """Return a setting's value from its text; raises ValueError with what it must be.

    The store keeps texts and the command line is given them: one reading for both.
    """
    reader = _READERS.get(name)
    if reader is None:
        raise ValueError("there is no such setting")
    return reader(text.strip())


def _text(text: str) -> str:
    shown = clean(text)
    if len(shown) > FIELD_LENGTH:
        raise ValueError(f"must be a text of at most {FIELD_LENGTH} characters")
    return shown


def _language(text: str) -> str:
    if text not in LANGUAGES:
        raise ValueError("must be ko or en")
    return text


def _side(text: str) -> DeskSide:
    if text not in list(DeskSide):
        raise ValueError("must be left, right or behind")
    return DeskSide(text)


def _theme(text: str) -> DeskTheme:
    if text not in list(DeskTheme):
        raise ValueError("must be light or dark")
    return DeskTheme(text)


def _panel(text: str) -> float:
    least, most = PANEL_INCH
    problem = f"must be the diagonal in inches, {least:g} to {most:g}, or 0 for unknown"
    try:
        inches = float(text)
    except ValueError:
        raise ValueError(problem) from None
    if not math.isfinite(inches) or (inches and not least <= inches <= most):
        raise ValueError(problem)
    return abs(inches)


def _whole(most: int) -> Callable[[str], int]:
    def whole(text: str) -> int:
        if not (text.isascii() and text.isdecimal() and len(text) <= 9 and int(text) <= most):
            raise ValueError(f"must be a whole number from 0 to {most}")
        return int(text)

    return whole


def _yes(text: str) -> bool:
    told = {"true": True, "false": False}.get(text.casefold())
    if told is None:
        raise ValueError("must be true or false")
    return told


def _scanner(text: str) -> str:
    read_choices(_text(text))
    return text


def _suffix(text: str) -> Suffix:
    if text not in list(Suffix):
        raise ValueError(f"must be one of {', '.join(Suffix)}")
    return Suffix(text)


def _baud(text: str) -> int:
    if text not in map(str, BAUD_RATES):
        raise ValueError(f"must be one of {', '.join(map(str, BAUD_RATES))}")
    return int(text)


def _gap(text: str) -> int:
    least, most = SCANNER_GAP_MS
    if text not in map(str, range(least, most + 1)):
        raise ValueError(f"must be a whole number from {least} to {most}")
    return int(text)


_READERS: dict[str, Callable[[str], object]] = {
    "desk_name": _text,
    "language": _language,
    "printer": str,
    "badge_template": _text,
    "desk_side": _side,
    "camera": str,
    "panel_inch": _panel,
    "mount_mm": _whole(MOUNT_MM_MOST),
    "low_view": _yes,
    "monitor": _text,
    "volume": _whole(VOLUME_MOST),
    "sounds": _yes,
    "scanner": _scanner,
    "scanner_baud": _baud,
    "scanner_suffix": _suffix,
    "scanner_gap_ms": _gap,
    "theme": _theme,
}
