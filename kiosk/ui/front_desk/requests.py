"""Requests: what touchscreens ask of this desk, and what F8 or a click does about it."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.domain.found import Asked
from kiosk.domain.request import RequestKind, RequestState

if TYPE_CHECKING:
    from kiosk.ui.check_in_desk import CheckInDesk

REST_MS = 400.0
"""A second press within it is the first one's echo. Source: design README, input locked 400 ms."""


class Requests(QObject):
    """Keep what is open; the first of ``shown`` is what F8 is for.

    ``changed`` tells that ``shown`` is another list, ``called`` that somebody new waits for a
    person to come (a badge waits in silence), ``person_wanted`` the id of whom to show.
    """

    changed = Signal()
    called = Signal()
    person_wanted = Signal(str)

    def __init__(
        self,
        desk: CheckInDesk,
        parent: QObject | None = None,
        *,
        clock_ms: Callable[[], float] = lambda: time.monotonic() * 1000,
    ) -> None:
        super().__init__(parent)
        self._desk, self._clock_ms = desk, clock_ms
        self.shown: tuple[Asked, ...] = ()
        self._taken: list[str] = []
        self._pressed_ms = self._moved_ms = -math.inf
        desk.requests_changed.connect(self.look)
        # Nothing says when the day ends or a look has failed: the counts come every ten seconds.
        desk.overview_changed.connect(lambda _: self.look())

    @property
    def in_hand(self) -> str:
        """Return the id of the request that this desk took last and has not ended, or ""."""
        accepted = {one.request.id for one in self.shown if _is_accepted(one)}
        return next((one for one in reversed(self._taken) if one in accepted), "")

    def look(self) -> None:
        """Fetch what is open."""
        self._desk.list_requests(self._see)

    def serve(self) -> None:
        """End the request in hand, else take the oldest that waits."""
        first = self.shown[0] if self.shown else None
        if first is not None and (first.request.id == self.in_hand or not _is_accepted(first)):
            self._act(first)

    def press(self, request_id: str) -> None:
        """Take the request that was clicked, or end it where somebody has taken it.

        Nothing happens just after the rows have moved: another one is under the pointer.
        """
        if self._clock_ms() - self._moved_ms < REST_MS:
            return
        for one in self.shown:
            if one.request.id == request_id:
                self._act(one)

    def _act(self, one: Asked) -> None:
        now = self._clock_ms()
        if now - self._pressed_ms < REST_MS:
            return
        self._pressed_ms = now
        if _is_accepted(one):
            self._desk.close_request(one.request.id)
        else:
            self._take(one)

    def _take(self, one: Asked) -> None:
        request = one.request
        self._taken.append(request.id)
        self._desk.accept_request(request.id, self._desk.settings.desk_name)
        if request.registration:
            self.person_wanted.emit(request.registration)

    def _see(self, listed: Sequence[Asked]) -> None:
        known = {one.request.id for one in self.shown}
        mine = {one.request.id for one in listed if self._may_be_mine(one)}
        self._taken = [one for one in self._taken if one in mine]
        shown = self._in_order(listed)
        if shown == self.shown:
            return
        before = [one.request.id for one in self.shown]
        if [one.request.id for one in shown][: len(before)] != before:
            self._moved_ms = self._clock_ms()
        self.shown = shown
        self.changed.emit()
        if any(one.request.id not in known and _calls(one) for one in shown):
            self.called.emit()

    def _may_be_mine(self, one: Asked) -> bool:
        """Tell whether nobody at another desk was faster to take it."""
        return not _is_accepted(one) or one.request.accepted_by == self._desk.settings.desk_name

    def _in_order(self, listed: Sequence[Asked]) -> tuple[Asked, ...]:
        """Return what is in hand, the last taken first, then what waits, then others' own."""

        def place(one: Asked) -> tuple[int, int]:
            if not _is_accepted(one):
                return 1, 0
            taken = one.request.id in self._taken
            return (0, -self._taken.index(one.request.id)) if taken else (2, 0)

        return tuple(sorted(listed, key=place))


def _is_accepted(one: Asked) -> bool:
    return one.request.state is RequestState.ACCEPTED


def _calls(one: Asked) -> bool:
    return not _is_accepted(one) and one.request.kind is not RequestKind.BADGE
