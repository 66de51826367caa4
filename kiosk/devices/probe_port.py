"""The window's end of a probe: what Qt finds of a part of this machine, asked without waiting."""

from __future__ import annotations

import json
import logging

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from kiosk import paths

log = logging.getLogger(__name__)

DEADLINE_MS = 20_000
_LEAVE_MS = 300


class ProbePort(QObject):
    """Ask a process of its own; ``answered`` carries the names found, none where it failed.

    Servers of sound can hang, and so does whoever asks them. A thread would not do: Qt's first use
    of its multimedia on a thread and on the window's can wait for each other for ever.
    """

    answered = Signal(list)

    def __init__(self, part: str, parent: QObject | None = None) -> None:
        """Take the part to ask for: see `probe.PARTS`."""
        super().__init__(parent)
        self._command = [*paths.own_command("probe-qt"), part]
        self._process: QProcess | None = None
        self._deadline = QTimer(self, interval=DEADLINE_MS, singleShot=True)
        self._deadline.timeout.connect(self._give_up)

    def ask(self) -> None:
        """Start the process; the answer comes as a signal."""
        self._process = process = QProcess(self)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.finished.connect(self._take)
        process.errorOccurred.connect(self._take_error)
        self._deadline.start()
        program, *words = self._command
        process.start(program, words)

    def close(self) -> None:
        """Ask no more, and leave no process behind."""
        self._deadline.stop()
        process, self._process = self._process, None
        if process is not None:
            process.finished.disconnect(self._take)
            process.errorOccurred.disconnect(self._take_error)
            process.kill()
            process.waitForFinished(_LEAVE_MS)
            process.deleteLater()

    def _give_up(self) -> None:
        log.warning("the probe does not answer: %s", self._command[-1])
        self.close()
        self.answered.emit([])

    def _take_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._take()

    def _take(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        self._deadline.stop()
        try:
            found = json.loads(bytes(process.readAllStandardOutput().data()))["found"]
        except (ValueError, LookupError, TypeError):
            found = None
        process.deleteLater()
        self.answered.emit(found if isinstance(found, list) else [])
