"""Dress: what the touchscreen wears now: its colours, its millimetres and how large it speaks."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtGui import QColor

from kiosk.ui import theme
from kiosk.ui.theme import HIGH_CONTRAST, LIGHT, Colours

PORTRAIT_SIZE = (1080.0, 1920.0)
LANDSCAPE_SIZE = (1920.0, 1080.0)
MM_PER_UNIT = 0.2479
"""Millimetres of one unit, a design pixel of the design's 21.5 inch panel (tokens.json, meta)."""

TARGET_MM, LEAST_TARGET_MM = 20.0, 12.0
"""The side of anything to touch: wanted, and always (the Korean notice as the press reports it)."""

GAP_MM = 3.0
"""Between two things to touch; 2.5 is the law (tokens.json, space)."""

INK_MM, INK_MM_SMALL = 12.0, 7.25
"""The height of a letter's ink on panels above and up to ``SMALL_INCH``."""

SMALL_INCH = 11.0
"""Panels up to 28 cm across count as small."""

BODY = 57.0
"""Units of the smallest words: 14.1 mm, of which 12.1 mm are a Hangul letter's ink."""

_TITLE = 72.0
"""Units up to which words grow in full with the guest's wish; what is larger is large already."""

_REACH_MM = (214.2, 124.0)
"""How high above the lower edge a low view ends, standing and lying (tokens.json, low_view)."""

_REACH_TOP_MM, _REACH_FOOT_MM = 1220.0, 400.0
"""Heights above the floor between which a low view keeps everything to touch."""

_LEAST_REACH_MM = 110.0
"""A band lower than that holds no screen's keys: the panel hangs too high to be reached at all."""

_LEAST_SHARE, _SHRINKING = 0.8, 0.96
"""How small a unit becomes beside the one at which the whole design fits, and by which steps."""

_LEAST_SKY = 0.16
"""The share of the panel's height that a low view leaves above itself for the words."""

# What has one colour in the light theme and another in high contrast (tokens.json, hc_verdicts).
_TURNED = {
    "desk_field": ("sun", "sky"),
    "desk_ink": ("on_sun", "sun"),
    "desk_square": ("ink", "sun"),
    "desk_arrow": ("sun", "on_sun"),
    "ask_ink": ("on_sea", "sun"),
    "lowered_ink": ("on_sun", "sun"),
    "ring_gap": ("on_sea", "sky"),
    "slot": ("deep", "line"),
    "sign_field": ("sea", "sun"),
    "sign_icon": ("sun", "on_sun"),
    "sign_ink": ("on_sea", "on_sun"),
    "frame": ("on_sea", "sun"),
    "camera_ink": ("on_sea", "on_sea"),
    "bell_field": ("ink", "sky"),
}


@dataclass(slots=True)
class Dress:
    """The one object that every widget of the touchscreen asks how to look and how large.

    ``width`` and ``height`` are the window's, in pixels. ``panel_px_per_mm`` is measured from the
    panel's diagonal, 0 where nobody told it: then a unit is what fits. ``mount_mm`` is how high the
    panel's lower edge hangs above the floor, 0 where nobody told it.
    """

    colours: Colours = LIGHT
    width: float = 1080.0
    height: float = 1920.0
    text_scale: float = 1.0
    is_low: bool = False
    is_tight: bool = False
    panel_px_per_mm: float = 0.0
    panel_inch: float = 0.0
    mount_mm: float = 0.0
    unit: float = 1.0
    least_unit: float = 1.0

    @property
    def is_high_contrast(self) -> bool:
        """Tell whether everything is black, yellow and white, and nothing moves."""
        return self.colours is HIGH_CONTRAST

    @property
    def is_portrait(self) -> bool:
        """Tell whether the window stands upright."""
        return self.height > self.width

    @property
    def is_large(self) -> bool:
        """Tell whether the guest asked for larger words."""
        return self.text_scale > 1.0

    @property
    def is_roomy(self) -> bool:
        """Tell whether there is room for what the design shows all at once."""
        whole = PORTRAIT_SIZE if self.is_portrait else LANDSCAPE_SIZE
        held = min(self.width / self.unit / whole[0], self.height / self.unit / whole[1])
        return not self.is_low and not self.is_large and held > 0.88

    def colour(self, role: str) -> QColor:
        """Return the colour of a token or of a role that changes its token with the theme."""
        if role in _TURNED:
            role = _TURNED[role][self.is_high_contrast]
        return QColor(getattr(self.colours, role))

    def calibrate(self, panel_inch: float, screen_px: tuple[float, float]) -> None:
        """Learn a panel's millimetres from its diagonal in inches; 0 means unknown."""
        self.panel_inch = panel_inch
        across = math.hypot(*screen_px)
        self.panel_px_per_mm = across / (panel_inch * 25.4) if panel_inch > 0 else 0.0

    def fit(self, width: float, height: float) -> None:
        """Fit a window's size: the design as large as it fits, and never below its millimetres."""
        self.width, self.height = max(1.0, width), max(1.0, height)
        whole = PORTRAIT_SIZE if self.is_portrait else LANDSCAPE_SIZE
        fits = max(0.05, min(self.width / whole[0], self.height / whole[1]))
        share = 1.0
        if 0 < self.panel_inch <= SMALL_INCH:
            share = max(INK_MM_SMALL / INK_MM, LEAST_TARGET_MM / TARGET_MM)
        least = self.panel_px_per_mm * MM_PER_UNIT * share
        # A low view is as many millimetres high on any panel: there a unit grows with none.
        self.unit = least if self.is_low and least else max(fits, least)
        self.least_unit = min(self.unit, fits * _LEAST_SHARE)

    def shrink(self) -> bool:
        """Take a smaller unit than the panel's millimetres ask for; False once none is left.

        On a panel too small for them a screen must be whole all the same: letters of 10 mm are
        read, and letters under a button are not.
        """
        if self.unit <= self.least_unit:
            return False
        self.unit = max(self.least_unit, self.unit * _SHRINKING)
        return True

    @property
    def stamp(self) -> tuple[object, ...]:
        """Return everything that sizes depend on; equal stamps measure alike."""
        return (
            self.unit, self.text_scale, self.is_tight, self.is_low, self.width, self.height,
            self.panel_px_per_mm,
        )  # fmt: skip

    def px(self, units: float) -> float:
        """Return units as window pixels."""
        return units * self.unit

    def mm(self, millimetres: float) -> float:
        """Return millimetres as window pixels: the panel's own, else the design's."""
        return millimetres * (self.panel_px_per_mm or self.unit / MM_PER_UNIT)

    @property
    def margin(self) -> float:
        """Return the room at the left and the right, in window pixels."""
        return self.px(60.0 if self.is_portrait else 72.0)

    @property
    def gap(self) -> float:
        """Return the room between two things to touch, in window pixels."""
        return max(self.px(12.0), math.ceil(self.mm(2.6 if self.is_tight else GAP_MM)))

    @property
    def target(self) -> float:
        """Return the least side of anything to touch, in window pixels."""
        least = LEAST_TARGET_MM + 0.3 if self.is_tight else TARGET_MM
        return math.ceil(min(self.mm(least), self.px(least / MM_PER_UNIT)))

    def text_units(self, wanted: float, text: str) -> tuple[float, float]:
        """Return the least and the wished size of a text in units, at the guest's scale.

        The least keeps the ink of a Hangul letter, of a capital or of a digit at 12 mm.
        """
        least = BODY * theme.ink_growth(text)
        base = max(wanted, least)
        wish = base * self.text_scale
        if base > _TITLE:
            wish = max(_TITLE * self.text_scale, base)
        return least * self.text_scale, max(wish, least * self.text_scale)

    @property
    def reach(self) -> tuple[float, float]:
        """Return where a low view begins and ends, as window pixels from the top.

        With the panel's millimetres and its height above the floor known, everything to touch lies
        between 400 and 1,220 mm, where the panel has the room there; one that hangs too high or too
        low keeps the room all the same, for keys on top of one another reach nobody.
        """
        high_mm, foot = _REACH_MM[0 if self.is_portrait else 1], 0.0
        if self.mount_mm > 0:
            foot_mm = max(0.0, _REACH_FOOT_MM - self.mount_mm)
            room_mm = _REACH_TOP_MM - self.mount_mm - foot_mm
            high_mm = min(high_mm, room_mm) if room_mm >= _LEAST_REACH_MM else high_mm
            highest = self.height * (1 - _LEAST_SKY) - self.mm(high_mm)
            foot = max(0.0, min(self.mm(foot_mm), highest))
        return self.height - foot - self.mm(high_mm), self.height - foot
