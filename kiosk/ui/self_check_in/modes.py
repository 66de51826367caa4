"""Modes: what a guest has switched on for themselves, and what it does to the screen."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.ui.self_check_in.deck import Help

SCALES = (1.0, 1.5, 2.0)
"""How large words can be, one press after the other: 100, 150 and 200 %."""


@dataclass(frozen=True, slots=True)
class Access:
    """One guest's choices; the desk's own are what every guest begins with."""

    language: str = "ko"
    scale: float = 1.0
    is_low: bool = False
    has_contrast: bool = False
    has_voice: bool = False

    @property
    def is_on(self) -> bool:
        """Tell whether anything is on that asks for more time."""
        return self.scale > 1 or self.is_low or self.has_contrast or self.has_voice

    @property
    def cells(self) -> frozenset[Help]:
        """Return the cells of the help deck that are on."""
        on = {
            Help.LOW: self.is_low,
            Help.BIG: self.scale > 1,
            Help.CONTRAST: self.has_contrast,
            Help.VOICE: self.has_voice,
        }
        return frozenset(cell for cell, is_on in on.items() if is_on)

    def pressed(self, cell: Help) -> Access:
        """Return the choices after a cell was pressed; a cell without a choice changes none."""
        if cell is Help.BIG:
            place = SCALES.index(self.scale) if self.scale in SCALES else 0
            return replace(self, scale=SCALES[(place + 1) % len(SCALES)])
        if cell is Help.LANGUAGE:
            return replace(self, language="en" if self.language == "ko" else "ko")
        if cell is Help.LOW:
            return replace(self, is_low=not self.is_low)
        if cell is Help.CONTRAST:
            return replace(self, has_contrast=not self.has_contrast)
        if cell is Help.VOICE:
            return replace(self, has_voice=not self.has_voice)
        return self
