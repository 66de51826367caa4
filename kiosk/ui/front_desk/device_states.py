"""How the desk's scanner and camera may be, as its window tells it."""

from __future__ import annotations

from enum import StrEnum


class ScannerState(StrEnum):
    """Whether scans of a hand scanner arrive; a wedge scanner is a keyboard and always may."""

    READY = "ready"
    MISSING = "missing"
    GARBLED = "garbled"
    IN_USE = "in-use"
    DENIED = "denied"
    NO_LIBRARY = "no-library"


class CameraState(StrEnum):
    """Whether the desk's camera sees; OFF where the desk has none."""

    OFF = "off"
    SEARCHING = "searching"
    READY = "ready"
    MISSING = "missing"
    DARK = "dark"
    IN_USE = "in-use"
    FROZEN = "frozen"
