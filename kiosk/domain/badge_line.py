"""One badge of the queue, as staff see it."""

from __future__ import annotations

from typing import NamedTuple

from kiosk.domain.found import BadgeState


class BadgeLine(NamedTuple):
    """Whose it is, where it stands and which printer it is for; ``problem`` is the last code."""

    job: str
    registration: str
    name: str
    state: BadgeState
    is_held: bool = False
    printer: str = ""
    attempts: int = 0
    problem: str = ""
