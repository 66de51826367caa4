"""How a camera is doing, told from when its frames come: a state machine without Qt or a clock."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

RETRY_S = 5.0
"""Seconds between two attempts to open a camera that is lost."""

FROZEN_S = 5.0
"""Seconds without a frame after which an open camera counts as lost."""

DARK_S = 60.0
"""Seconds of nothing but darkness after which somebody should look at the lens."""


class CameraState(Enum):
    """What the screen says about the camera."""

    SEARCHING = auto()  # it was asked for frames and has not answered yet
    LIVE = auto()  # frames come
    ABSENT = auto()  # this machine has no camera plugged in
    LOST = auto()  # it failed, froze or went away; it is tried again by itself
    DARK = auto()  # frames come, and for a minute they have shown nothing


class Order(Enum):
    """What the watch wants done with the device."""

    NOTHING = auto()
    OPEN = auto()  # close what is open and open afresh
    CLOSE = auto()


@dataclass(slots=True)
class CameraWatch:
    """Follow one camera through start, frames, failures and plugging; times are seconds.

    Every event returns what to do with the device, and ``state`` is right afterwards.
    """

    state: CameraState = CameraState.SEARCHING
    _heard_at: float = 0.0
    _tried_at: float = 0.0
    _dark_since: float | None = None

    def started(self, at: float, *, is_present: bool) -> Order:
        """Begin, with or without a camera plugged in."""
        return self._open(at, CameraState.SEARCHING) if is_present else self._absent()

    def frame_came(self, at: float) -> None:
        """Note a frame; whatever was thought of the camera, it lives."""
        self._heard_at = at
        if self.state is not CameraState.DARK:
            self.state = CameraState.LIVE

    def light_told(self, at: float, *, is_dark: bool) -> None:
        """Note whether a frame shows anything at all."""
        if self.state not in (CameraState.LIVE, CameraState.DARK):
            return
        if not is_dark:
            self._dark_since = None
            self.state = CameraState.LIVE
            return
        if self._dark_since is None:
            self._dark_since = at
        if at - self._dark_since > DARK_S:
            self.state = CameraState.DARK

    def failed(self, at: float) -> Order:
        """Note that the device reports an error."""
        if self.state is CameraState.ABSENT:
            return Order.NOTHING
        return self._lose(at)

    def plugged(self, at: float, *, is_present: bool, is_ours_gone: bool) -> Order:
        """Note that cameras were plugged in or out; another one takes the place of ours."""
        if not is_present:
            return self._absent()
        if self.state in (CameraState.ABSENT, CameraState.LOST) or is_ours_gone:
            return self._open(at, CameraState.SEARCHING)
        return Order.NOTHING

    def ticked(self, at: float, *, is_present: bool) -> Order:
        """Note that time passed: a silent camera is lost, a lost one is tried again."""
        if self.state is CameraState.ABSENT:
            return self._open(at, CameraState.SEARCHING) if is_present else Order.NOTHING
        if self.state is CameraState.LOST:
            return self._retry(at, is_present=is_present)
        if at - self._heard_at >= FROZEN_S:
            return self._lose(at) if is_present else self._absent()
        return Order.NOTHING

    def _retry(self, at: float, *, is_present: bool) -> Order:
        if not is_present:
            return self._absent()
        if at - self._tried_at < RETRY_S:
            return Order.NOTHING
        return self._open(at, CameraState.LOST)

    def _open(self, at: float, state: CameraState) -> Order:
        self._heard_at = self._tried_at = at
        self._dark_since = None
        self.state = state
        return Order.OPEN

    def _lose(self, at: float) -> Order:
        self._tried_at = at
        self._dark_since = None
        self.state = CameraState.LOST
        return Order.CLOSE

    def _absent(self) -> Order:
        self._dark_since = None
        self.state = CameraState.ABSENT
        return Order.CLOSE
