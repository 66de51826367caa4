"""Hand scanners that pretend to be keyboards: whole codes out, and nothing of them in any field.

Keys are caught before any widget sees them, and so is what a Korean input method makes of them: of
a scan of capitals it makes ``ㄴ뜨26-ㅁ7``, and the filter turns it back, key by key. A person's
composing waits 60 ms like any other key and then goes on.

A chord on its own is a person's: the filter cannot tell, so none may be dangerous. A shortcut on a
bare character never fires, because a character may begin a scan; use F-keys or chords.
"""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QWindow

from kiosk.devices import shortcuts
from kiosk.devices.burst import GAP_MS, Burst, Kind, Ruling
from kiosk.devices.key_record import SILENCE_MS, KeyRecord
from kiosk.devices.keystrokes import (
    MODIFIERS,
    copy_composition,
    copy_key,
    event_ms,
    kind_of,
    now_ms,
    text_of,
)
from kiosk.domain.composition import Composition

_MARGIN_MS = 10
"""Waited after the wait before typing is let go: events are delivered later than they are stamped.

It begins once the wait is over, so that a program that was busy meanwhile first takes the keys that
came in the while, and does not cut a code in two.
"""

_SAME_CLOCK_MS = 60_000
"""Stamps that move away from our clock by more than this are of a counter that began anew."""

_COMPOSED = QEvent.Type.InputMethod
_OVERRIDE, _PRESS = QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress
_TAKEN = {_COMPOSED, _OVERRIDE, _PRESS, QEvent.Type.KeyRelease}

_Sent = tuple[QObject, QEvent]


class WedgeFilter(QObject):
    """Take scanners' bursts out of the key events of every window; ``scanned`` carries each text.

    A person's keys are held for 60 ms at most and then sent on as they were. Held keys of a burst
    never reach a widget or a shortcut, whatever they are. ``stamp`` tells a key's time in
    milliseconds, ``now`` the time of what has no stamp. While it records, every key is taken, and
    ``recorded`` carries a Reading for each heap of them; a key alone is still a person's.
    """

    scanned = Signal(str)
    recorded = Signal(object)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        stamp: Callable[[QKeyEvent], float] = event_ms,
        now: Callable[[], float] = now_ms,
    ) -> None:
        super().__init__(parent)
        self._stamp, self._now = stamp, now
        self._ahead_ms: float | None = None
        self._burst: Burst[_Sent] = Burst()
        self._held_keys: set[int] = set()
        self._taken_keys: set[int] = set()
        self._composer: QObject | None = None
        self._composition, self._shown = Composition(), ""
        self._is_on = self._is_replaying = self._is_composed = False
        self._record: KeyRecord | None = None
        self._recorded: list[_Sent] = []
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._margin = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._margin.setInterval(_MARGIN_MS)
        self._timer.timeout.connect(self._margin.start)
        self._margin.timeout.connect(self.settle)

    def start(self) -> None:
        """Filter every window there is, and each that gets the focus later.

        Windows rather than the application: an application's filter would cost Python for every
        event there is, and keys reach the window first. What an input method composes goes to the
        object with the focus, and past its window.
        """
        for window in QGuiApplication.topLevelWindows():
            self.watch(window)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self.watch, Qt.ConnectionType.UniqueConnection)
            app.focusObjectChanged.connect(self._aim, Qt.ConnectionType.UniqueConnection)
            self._aim(app.focusObject())
        self._is_on = True

    def stop(self) -> None:
        """Send on what is held and let every key pass from now on."""
        self.settle()
        self._is_on = False

    def allow_gap(self, gap_ms: int) -> None:
        """Take keys for one burst that are up to so many milliseconds apart: see ``GAP_MS``."""
        if gap_ms != self._burst.gap_ms:
            self.settle()
            self._burst = Burst(max(GAP_MS, gap_ms))

    def record(self, is_on: bool) -> None:  # noqa: FBT001 - a signal's one value
        """Begin to record what scanners send, or end it."""
        self.settle()
        self._record = KeyRecord() if is_on else None

    def watch(self, window: QWindow | None) -> None:
        """Filter one window; a window that is watched already is not watched twice."""
        if window is not None:
            window.installEventFilter(self)

    def _aim(self, composer: QObject | None) -> None:
        """Follow the focus, to which input methods compose."""
        before, self._composer = self._composer, composer
        if before is composer:
            return
        if self._is_composed:
            self.settle()
        if before is not None and shiboken6.isValid(before) and not isinstance(before, QWindow):
            before.removeEventFilter(self)
        if composer is not None:
            composer.installEventFilter(self)
        self._composition, self._shown = Composition(), ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return True for keys that are held or taken."""
        if not self._is_on or self._is_replaying or event.type() not in _TAKEN:
            return False
        # What came past the window was given to the focus by an input method: of keys, those that
        # it had no use for. Any other has been held at the window, and is being sent on.
        if not isinstance(watched, QWindow) and watched is not self._composer:
            return False
        if isinstance(event, QInputMethodEvent):
            return watched is self._composer and self._compose(watched, event)
        if not isinstance(event, QKeyEvent) or event.key() in MODIFIERS:
            return False
        if event.type() is _OVERRIDE:
            return self._override(event)
        if event.type() is _PRESS:
            return self._press(watched, event)
        return self._release(watched, event)

    def settle(self) -> None:
        """Decide on what is held: nothing followed."""
        if self._record is not None and self._record.keys:
            self._end_record(self._record)
        self._follow(self._burst.silence())

    def _override(self, event: QKeyEvent) -> bool:
        """Keep a key from the shortcuts: what is a person's after all meets them when sent on."""
        if event.isAutoRepeat():
            return False
        event.accept()
        return True

    def _press(self, target: QObject, event: QKeyEvent) -> bool:
        if event.isAutoRepeat():  # a finger that stays on a key; scanners send presses
            self.settle()
            return False
        sent = (target, copy_key(event))
        if self._record is not None:
            self._keep(self._record, sent, (kind_of(event), text_of(event), self._struck(event)))
            self._held_keys.add(event.key())
            return True
        ruling = self._burst.press(kind_of(event), text_of(event), sent, self._struck(event))
        self._follow(ruling)
        self._taken_keys.discard(event.key())
        (self._taken_keys if ruling.is_taken else self._held_keys).add(event.key())
        return True

    def _struck(self, event: QKeyEvent) -> float:
        """Return when a key was struck, and learn how far its clock is ahead of ours."""
        struck = self._stamp(event)
        ahead = struck - self._now()
        known = self._ahead_ms
        is_anew = known is None or abs(ahead - known) > _SAME_CLOCK_MS
        self._ahead_ms = ahead if known is None or is_anew else max(known, ahead)
        return struck

    def _compose(self, composer: QObject, event: QInputMethodEvent) -> bool:
        """Hold what an input method made of a key, as the key that it was."""
        keys = self._composition.told(event.commitString(), event.preeditString())
        sent = (composer, copy_composition(event))
        at_ms = self._now() + (self._ahead_ms or 0.0)
        if self._record is not None:
            for key in keys:
                self._keep(self._record, sent, (Kind.CHARACTER, key, at_ms), is_composed=True)
        elif keys:
            ruling = self._burst.press(Kind.CHARACTER, keys, sent, at_ms)
            self._follow(ruling)
            self._is_composed = True
        elif self._burst.is_holding:
            self._burst.ride(sent)
        else:
            self._shown = event.preeditString()
            return False
        return True

    def _keep(
        self,
        record: KeyRecord,
        sent: _Sent,
        key: tuple[Kind, str, float],
        *,
        is_composed: bool = False,
    ) -> None:
        record.add(*key, is_composed=is_composed)
        self._recorded = [sent] if record.keys == 1 else []
        self._margin.stop()
        self._timer.start(SILENCE_MS)

    def _end_record(self, record: KeyRecord) -> None:
        """Tell of what was recorded; a key alone is a person's and goes on as it was."""
        self._timer.stop()
        self._record, alone = KeyRecord(), self._recorded
        self._recorded = []
        if record.keys == 1:
            self._held_keys.clear()
            self._replay(tuple(alone))
            return
        self._taken_keys |= self._held_keys
        self._held_keys.clear()
        if record.reading().is_composed:
            self._end_composing()
        self.recorded.emit(record.reading())

    def _release(self, target: QObject, event: QKeyEvent) -> bool:
        """Let a release share the fate of its press: a button half pressed would stay down."""
        key = event.key()
        if key in self._held_keys:
            if self._record is None and not self._burst.is_sure:
                self._burst.ride((target, copy_key(event)))
            return True
        if key in self._taken_keys:
            self._taken_keys.discard(key)
            return True
        return False

    def _follow(self, ruling: Ruling[_Sent]) -> None:
        was_composed = self._is_composed
        if ruling.scan is not None:
            self._taken_keys |= self._held_keys
        if ruling.is_settled:
            self._held_keys.clear()
            self._is_composed = False
        self._margin.stop()
        patience = self._burst.patience_ms
        if patience is None:
            self._timer.stop()
        else:
            self._timer.start(patience)
        self._replay(ruling.typed)
        if ruling.scan is not None:
            if was_composed:
                self._end_composing()
            self.scanned.emit(ruling.scan)

    def _replay(self, typed: tuple[_Sent, ...]) -> None:
        was_replaying, self._is_replaying = self._is_replaying, True
        try:
            for target, event in typed:
                if shiboken6.isValid(target):
                    self._send(target, event)
        finally:
            self._is_replaying = was_replaying

    def _send(self, target: QObject, event: QEvent) -> None:
        """Send on what was held, a key first past the shortcuts, as Qt would have."""
        if isinstance(event, QInputMethodEvent):
            self._shown = event.preeditString()
        elif isinstance(event, QKeyEvent) and event.type() is _PRESS:
            asked = copy_key(event, _OVERRIDE)
            asked.ignore()
            if kind_of(event) is not Kind.CHARACTER:
                QCoreApplication.sendEvent(target, asked)
                if not asked.isAccepted() and shortcuts.fire(event):
                    return
        QCoreApplication.sendEvent(target, event)

    def _end_composing(self) -> None:
        """Have the input method forget the scan, and keep what a person was composing before it."""
        shown, self._shown = self._shown, ""
        self._composition = Composition()
        self._is_replaying = True
        try:
            QGuiApplication.inputMethod().reset()
            if shown and self._composer is not None and shiboken6.isValid(self._composer):
                kept = QInputMethodEvent()
                kept.setCommitString(shown)
                QCoreApplication.sendEvent(self._composer, kept)
        finally:
            self._is_replaying = False
