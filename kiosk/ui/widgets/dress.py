"""Dress: what the touchscreen wears now: its colours, its size and which way it stands."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor

from kiosk.ui.theme import HIGH_CONTRAST, LIGHT, Colours

Box = tuple[float, float, float, float]
"""Left, top, width and height in design pixels."""

PORTRAIT_SIZE = (1080.0, 1920.0)
LANDSCAPE_SIZE = (1920.0, 1080.0)
MM_PER_PX = 0.2479
"""Millimetres of one design pixel on the design's 21.5 inch panel (tokens.json, meta)."""

LEAST_TARGET_PX = 81
"""The least side of anything to touch: 20 mm."""

# What has one colour in the light theme and another in high contrast (tokens.json, hc_verdicts).
_TURNED = {
    "desk_field": ("sun", "sky"),
    "desk_ink": ("on_sun", "sun"),
    "desk_square": ("ink", "sun"),
    "desk_arrow": ("sun", "on_sun"),
    "ask_ink": ("on_sea", "sun"),
    "slot": ("deep", "line"),
    "sign_field": ("sea", "sun"),
    "sign_icon": ("sun", "on_sun"),
    "sign_ink": ("on_sea", "on_sun"),
    "frame": ("on_sea", "sun"),
    "camera_ink": ("on_sea", "on_sea"),
}


@dataclass(slots=True)
class Dress:
    """The one object that every widget of the touchscreen asks how to look.

    One design is 1080×1920 or 1920×1080 pixels; it is scaled to fit and stands in the middle, and
    sky, sea and help deck run on to the window's edges.
    """

    colours: Colours = LIGHT
    scale: float = 1.0
    left: float = 0.0
    top: float = 0.0
    is_portrait: bool = True

    @property
    def is_high_contrast(self) -> bool:
        """Tell whether everything is black, yellow and white, and nothing moves."""
        return self.colours is HIGH_CONTRAST

    def colour(self, role: str) -> QColor:
        """Return the colour of a token or of a role that changes its token with the theme."""
        if role in _TURNED:
            role = _TURNED[role][self.is_high_contrast]
        return QColor(getattr(self.colours, role))

    def fit(self, width: float, height: float) -> None:
        """Fit the design into a window's size."""
        self.is_portrait = height > width
        whole_width, whole_height = PORTRAIT_SIZE if self.is_portrait else LANDSCAPE_SIZE
        self.scale = max(0.05, min(width / whole_width, height / whole_height))
        self.left = (width - whole_width * self.scale) / 2
        self.top = (height - whole_height * self.scale) / 2

    def px(self, design_px: float) -> float:
        """Return design pixels as window pixels."""
        return design_px * self.scale

    def rect(self, box: Box) -> QRect:
        """Return where a box of the design is in the window."""
        x, y, width, height = box
        exact = QRectF(
            self.left + x * self.scale,
            self.top + y * self.scale,
            width * self.scale,
            height * self.scale,
        )
        return exact.toAlignedRect()
