"""How a camera is doing, told from when its frames come: a state machine without Qt or a clock."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

RETRY_S = 5.0
"""Seconds between two attempts to open a camera that is lost."""

FROZEN_S = 5.0
"""Seconds without a frame, or with the same one, after which an open camera counts as lost."""

DARK_S = 60.0
"""Seconds of nothing but darkness after which somebody should look at the lens."""


class CameraState(Enum):
    """What the screen says about the camera."""

    SEARCHING = auto()  # it was asked for frames and has not answered yet
    LIVE = auto()  # frames come
    ABSENT = auto()  # this machine has no camera plugged in
    LOST = auto()  # it failed, froze or went away; it is tried again by itself
    DARK = auto()  # frames come, and for a minute they have shown nothing
    IN_USE = auto()  # another program holds it; it is tried again by itself
    FROZEN = auto()  # the same frame came again and again; it is tried again by itself


_TRIED_AGAIN = frozenset({CameraState.LOST, CameraState.IN_USE, CameraState.FROZEN})

# What drivers say where another program holds the camera: Qt's own for V4L2, and errno's EBUSY.
_IN_USE_WORDS = ("in use", "busy")


def says_in_use(words: str) -> bool:
    """Tell from a driver's complaint whether another program holds the camera."""
    return any(each in words.casefold() for each in _IN_USE_WORDS)


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
    _mark: int | None = None
    _marked_at: float = 0.0

    def started(self, at: float, *, is_present: bool) -> Order:
        """Begin, with or without a camera plugged in."""
        return self._open(at, CameraState.SEARCHING) if is_present else self._absent()

    def frame_came(self, at: float) -> None:
        """Note a frame; it lives, unless it was dark or frozen and may still be."""
        self._heard_at = at
        if self.state not in (CameraState.DARK, CameraState.FROZEN):
            self.state = CameraState.LIVE

    def picture_marked(self, at: float, mark: int) -> Order:
        """Note the mark of a whole picture, alike only for pictures that are alike to the last bit.

        No two of a real camera's are; but darkness is, so in the dark nothing is frozen.
        """
        if self._dark_since is not None or mark != self._mark:
            self._mark, self._marked_at = mark, at
            if self.state is CameraState.FROZEN:
                self.state = CameraState.LIVE
            return Order.NOTHING
        if self.state is CameraState.LIVE and at - self._marked_at > FROZEN_S:
            return self._lose(at, CameraState.FROZEN)
        return Order.NOTHING

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

    def failed(self, at: float, *, is_in_use: bool = False) -> Order:
        """Note that the device reports an error."""
        if self.state is CameraState.ABSENT:
            return Order.NOTHING
        return self._lose(at, CameraState.IN_USE if is_in_use else CameraState.LOST)

    def plugged(self, at: float, *, is_present: bool, is_ours_gone: bool) -> Order:
        """Note that cameras were plugged in or out; another one takes the place of ours."""
        if not is_present:
            return self._absent()
        if self.state is CameraState.ABSENT or self.state in _TRIED_AGAIN or is_ours_gone:
            return self._open(at, CameraState.SEARCHING)
        return Order.NOTHING

    def ticked(self, at: float, *, is_present: bool) -> Order:
        """Note that time passed: a silent camera is lost, a lost one is tried again."""
        if self.state is CameraState.ABSENT:
            return self._open(at, CameraState.SEARCHING) if is_present else Order.NOTHING
        if self.state in _TRIED_AGAIN:
            return self._retry(at, is_present=is_present)
        if at - self._heard_at >= FROZEN_S:
            return self._lose(at, CameraState.LOST) if is_present else self._absent()
        return Order.NOTHING

    def _retry(self, at: float, *, is_present: bool) -> Order:
        if not is_present:
            return self._absent()
        if at - self._tried_at < RETRY_S:
            return Order.NOTHING
        return self._open(at, self.state)

    def _open(self, at: float, state: CameraState) -> Order:
        self._heard_at = self._tried_at = at
        self._dark_since = None
        if state is not CameraState.FROZEN:  # which ends only with another picture
            self._mark = None
        self.state = state
        return Order.OPEN

    def _lose(self, at: float, state: CameraState) -> Order:
        self._tried_at = at
        self._dark_since = None
        self.state = state
        return Order.CLOSE

    def _absent(self) -> Order:
        self._dark_since = None
        self.state = CameraState.ABSENT
        return Order.CLOSE
