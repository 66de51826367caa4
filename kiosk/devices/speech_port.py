"""The window's end of the process that speaks: started, written to and ended without waiting.

Speech engines are other people's servers and libraries. In this process one that hangs would hang
the window, and one that crashes would take it along.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject, QProcess, Signal

from kiosk import paths

log = logging.getLogger(__name__)

_LEAVE_MS = 300
"""How long the window's end waits for the process to go by itself, and then for its death."""


class SpeechPort(QObject):
    """Hold one speaking process; ``told`` carries its lines, ``ended`` that it went unasked."""

    told = Signal(object)
    ended = Signal()

    def __init__(
        self, command: Callable[[], list[str]] | None = None, parent: QObject | None = None
    ) -> None:
        """Take what starts the process; by default this very program."""
        super().__init__(parent)
        self._command = command or (lambda: paths.own_command("speak"))
        self._process: QProcess | None = None

    def send(self, order: dict[str, object]) -> None:
        """Write one order, and start the process where there is none."""
        if self._process is None:
            self._start()
        if self._process is not None:
            self._process.write(f"{json.dumps(order)}\n".encode())

    def kill(self) -> None:
        """Let the process go at once and unheard, whatever it does; the next order starts anew."""
        process, self._process = self._process, None
        if process is not None:
            self._forget(process)
            process.finished.connect(process.deleteLater)
            process.kill()

    def close(self) -> None:
        """End the process and wait for it, for at most a moment."""
        process, self._process = self._process, None
        if process is None:
            return
        self._forget(process)
        process.closeWriteChannel()
        if not process.waitForFinished(_LEAVE_MS):
            process.kill()
            process.waitForFinished(_LEAVE_MS)

    def _start(self) -> None:
        self._process = process = QProcess(self)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._note_end)
        process.errorOccurred.connect(self._note_error)
        program, *words = self._command()
        process.start(program, words)

    def _forget(self, process: QProcess) -> None:
        process.readyReadStandardOutput.disconnect(self._read)
        process.finished.disconnect(self._note_end)
        process.errorOccurred.disconnect(self._note_error)

    def _read(self) -> None:
        process = self._process
        while process is not None and process is self._process and process.canReadLine():
            line = cast("bytes", process.readLine().data())
            try:
                told = json.loads(line)
            except ValueError:
                continue  # an engine's library that talks on standard output
            if isinstance(told, dict):
                self.told.emit(told)

    def _note_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._note_end()

    def _note_end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            log.warning("the speaking process ended: %s", process.exitCode())
            process.deleteLater()
            self.ended.emit()
