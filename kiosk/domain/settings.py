"""What one desk is told about itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DeskSide(StrEnum):
    """Where the staffed desk stands, seen by a guest in front of the touchscreen."""

    LEFT = "left"
    RIGHT = "right"
    BEHIND = "behind"


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """One machine's settings; ``printer`` is a queue's name, "folder:PATH", or "" for none."""

    desk_name: str = "데스크 A"
    language: str = "ko"
    printer: str = ""
    badge_template: str = "100x70"
    desk_side: DeskSide = DeskSide.LEFT
    camera: str = ""
