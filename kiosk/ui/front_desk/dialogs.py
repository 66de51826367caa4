"""Dialogs: the one dialog that is open over the desk's window, and the scans that wait for it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kiosk.domain.verdict import Outcome, Verdict
from kiosk.ui.front_desk.signing_dialog import SigningDialog
from kiosk.ui.widgets.desk_dialog import DeskDialog

MOST_WAITING = 20
"""A scanner left lying on a code repeats one; nobody lets twenty guests wait before a dialog."""

SEEN_MS = 1_200
"""How long an admission is shown before the next scan that waited takes its place."""


class Dialogs(QObject):
    """Open one dialog at a time over a window.

    A scan meanwhile is kept, and ``scan_kept`` tells it, for a sound. Once nothing is open any more
    ``scan_released`` carries them in the order they came, one by one: the next follows soon after
    somebody was admitted, else once staff are done with what they were told. ``closed`` tells that
    the keys are the window's again.
    """

    scan_kept = Signal()
    scan_released = Signal(str)
    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._scale = 1.0
        self._scans: list[str] = []
        self.shown: DeskDialog | None = None

    @property
    def waiting(self) -> int:
        """Return how many scans wait."""
        return len(self._scans)

    def open(self, dialog: DeskDialog) -> None:
        """Show a dialog; one that is open gives way to it."""
        self._drop()
        self.shown = dialog
        dialog.closed.connect(self.close)
        self.lay_out(self._scale)
        dialog.show_waiting(len(self._scans))
        dialog.show()
        dialog.raise_()
        dialog.take_focus()

    def close(self) -> None:
        """Close what is open, give the keys back, and let the scans go that waited."""
        if self.shown is None:
            return
        self._drop()
        self.closed.emit()
        self.release()

    def release(self) -> None:
        """Let the scan go that has waited longest, unless a dialog is open."""
        if self.shown is None and self._scans:
            self.scan_released.emit(self._scans.pop(0))

    def follow(self, verdict: Verdict) -> None:
        """Let the next scan go once an admission was seen; anything else staff see to first."""
        if verdict.outcome is Outcome.ADMIT and self._scans:
            QTimer.singleShot(SEEN_MS, self, self.release)

    def _drop(self) -> None:
        dialog, self.shown = self.shown, None
        if dialog is None:
            return
        if isinstance(dialog, SigningDialog):
            dialog.leave()
        dialog.hide()
        dialog.deleteLater()

    def keep_scan(self, text: str) -> bool:
        """Keep a scan while a dialog is open, and tell whether one is; a code waits once."""
        if self.shown is None:
            return False
        if text not in self._scans and len(self._scans) < MOST_WAITING:
            self._scans.append(text)
        self.shown.show_waiting(len(self._scans))
        self.scan_kept.emit()
        return True

    def lay_out(self, scale: float) -> None:
        """Cover the window, at a scale."""
        self._scale = scale
        if self.shown is not None:
            self.shown.setGeometry(self._window.rect())
            self.shown.set_scale(scale)
