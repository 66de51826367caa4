"""Lanes: named threads of one worker each, whose results land on the GUI thread.

The one writer of the local file is the lane "desk"; nothing slow shares it. Results travel through
one queued signal of one long-lived object, so no object is ever touched or freed off its thread.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

log = logging.getLogger(__name__)

Done = Callable[[Any], None]
Failed = Callable[[Exception], None]


@dataclass(frozen=True, slots=True)
class _Answer:
    value: object
    failure: Exception | None
    done: Done | None
    failed: Failed | None
    owner: QObject | None

    def is_wanted(self) -> bool:
        return self.owner is None or bool(shiboken6.isValid(self.owner))


_Work = Callable[[], None]


class _Lane(threading.Thread):
    """One worker that takes work in the order given until it is told to end."""

    def __init__(self, name: str) -> None:
        super().__init__(name=f"lane-{name}", daemon=True)
        self._waiting: queue.SimpleQueue[_Work | None] = queue.SimpleQueue()
        self.start()

    def put(self, work: _Work | None) -> None:
        self._waiting.put(work)

    def run(self) -> None:
        while (work := self._waiting.get()) is not None:
            work()
            # What it holds belongs to the GUI thread, and must not be freed here at a later time.
            del work


class Lanes(QObject):
    """Run functions on named lanes and bring what they return back to the GUI thread."""

    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[str, _Lane] = {}
        self._closed = False
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        lane: str,
        function: Callable[..., Any],
        *args: Any,
        done: Done | None = None,
        failed: Failed | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Run ``function(*args)`` on a lane; then ``done(result)`` or ``failed(exception)`` here.

        Work of one lane runs in the order given. An answer whose ``owner`` is gone by then is
        dropped. A failure that nobody takes is logged. After ``close`` nothing is taken.
        """
        if self._closed:
            return

        def work() -> None:
            value, failure = None, None
            try:
                value = function(*args)
            except Exception as error:  # noqa: BLE001 - it travels to whoever asked
                failure = error
            if not self._closed:
                self._answered.emit(_Answer(value, failure, done, failed, owner))
            # Its traceback holds this frame: held by it in turn, the pictures that it was made
            # with would stay until the collector comes by.
            failure = None

        self._lane(lane).put(work)

    def _lane(self, name: str) -> _Lane:
        if name not in self._lanes:
            self._lanes[name] = _Lane(name)
        return self._lanes[name]

    def _deliver(self, answer: _Answer) -> None:
        if self._closed or not answer.is_wanted():
            return
        if answer.failure is None:
            if answer.done:
                answer.done(answer.value)
        elif answer.failed:
            answer.failed(answer.failure)
        else:
            log.error("work on a lane failed unanswered", exc_info=answer.failure)

    def close(
        self, *, last: dict[str, Callable[[], Any]] | None = None, wait_s: float = 10
    ) -> None:
        """Let each lane finish what it holds, run its last piece of work, and end it.

        Lanes with last work end after the others, so that it sees what they came to. No answer is
        delivered any more. A lane that does not end within ``wait_s`` seconds is left to die with
        the process; a printer that hangs must not keep the program open.
        """
        self._closed = True
        finals = last or {}
        first = [lane for name, lane in self._lanes.items() if name not in finals]
        _end(first, wait_s)
        later = {name: lane for name, lane in self._lanes.items() if name in finals}
        for name, lane in later.items():
            lane.put(finals[name])
        _end(list(later.values()), wait_s)
        self._lanes.clear()


def _end(lanes: list[_Lane], wait_s: float) -> None:
    """Tell lanes to end, all at once, and wait for them."""
    for lane in lanes:
        lane.put(None)
    until = time.monotonic() + wait_s
    for lane in lanes:
        lane.join(max(0.0, until - time.monotonic()))
