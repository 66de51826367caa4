"""Hand scanners that pretend to be keyboards: whole codes out, and nothing of them in any field.

What the screens must do beside it:

- With a Hangul input method on, a scanner's letters reach us only where the focus does not ask for
  the input method: give the focus to a widget that is no text field, or to a line edit that answers
  False to ``Qt.ImEnabled`` (``WA_InputMethodEnabled`` alone does not help). Letters that arrive as
  Hangul are passed on as they are; ``domain.ticket.fold`` turns them back.
- A shortcut on a bare character never fires, because a character may begin a scan; use F-keys or
  chords. A chord on its own is a person's: the filter cannot tell, so none may be dangerous.
"""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

from kiosk.devices.burst import Burst, Fate, Kind, Ruling

_Key = Qt.Key
_NO_CHARACTER = "\N{REPLACEMENT CHARACTER}"
_MARGIN_MS = 10
"""Waited after the wait before typing is let go: events are delivered later than they are stamped.

It begins once the wait is over, so that a program that was busy meanwhile first takes the keys that
came in the while, and does not cut a code in two.
"""

_ENDS = {_Key.Key_Return, _Key.Key_Enter, _Key.Key_Tab}
_EDITS = {
    _Key.Key_Backspace,
    _Key.Key_Delete,
    _Key.Key_Left,
    _Key.Key_Right,
    _Key.Key_Up,
    _Key.Key_Down,
    _Key.Key_Home,
    _Key.Key_End,
    _Key.Key_Backtab,
}
_MODIFIERS = {
    _Key.Key_Shift,
    _Key.Key_Control,
    _Key.Key_Alt,
    _Key.Key_AltGr,
    _Key.Key_Meta,
    _Key.Key_CapsLock,
    _Key.Key_NumLock,
    _Key.Key_Hangul,
    _Key.Key_Hangul_Hanja,
}
_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_CHORD |= Qt.KeyboardModifier.MetaModifier
_KEYS = {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease}

_Sent = tuple[QWindow, QKeyEvent]


def event_ms(event: QKeyEvent) -> float:
    """Return when a key was struck: the window system's stamp, or now where it gives none.

    The stamp keeps typing apart that waited in one heap while the program was busy.
    """
    return event.timestamp() or time.monotonic() * 1000


def _kind(event: QKeyEvent) -> Kind:
    if event.modifiers() & _CHORD:
        return Kind.COMMAND
    if event.key() in _ENDS:
        return Kind.END
    if event.text() and event.text().isprintable():
        return Kind.CHARACTER
    return Kind.EDIT if event.key() in _EDITS else Kind.COMMAND


def _text(event: QKeyEvent) -> str:
    """Return what a key adds to a scan: its character, or a mark that no ticket can hold."""
    text = event.text()
    if text and all(c.isprintable() or unicodedata.category(c) == "Cc" for c in text):
        return text
    return _NO_CHARACTER


def _copy(event: QKeyEvent) -> QKeyEvent:
    return QKeyEvent(
        event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )


class WedgeFilter(QObject):
    """Take scanners' bursts out of the key events of every window; ``scanned`` carries each text.

    A person's keys are held for 60 ms at most and then sent on as they were. Held keys of a burst
    never reach a widget or a shortcut, whatever they are. ``stamp`` tells a key's time in
    milliseconds.
    """

    scanned = Signal(str)

    def __init__(
        self, parent: QObject | None = None, *, stamp: Callable[[QKeyEvent], float] = event_ms
    ) -> None:
        super().__init__(parent)
        self._stamp = stamp
        self._burst: Burst[_Sent] = Burst()
        self._held_keys: set[int] = set()
        self._taken_keys: set[int] = set()
        self._let_key: int | None = None
        self._is_on = self._is_replaying = False
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._margin = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._margin.setInterval(_MARGIN_MS)
        self._timer.timeout.connect(self._margin.start)
        self._margin.timeout.connect(self.settle)

    def start(self) -> None:
        """Filter every window there is, and each that gets the focus later.

        Windows rather than the application: an application's filter would cost Python for every
        event there is, and keys reach the window first.
        """
        for window in QGuiApplication.topLevelWindows():
            self.watch(window)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self.watch, Qt.ConnectionType.UniqueConnection)
        self._is_on = True

    def stop(self) -> None:
        """Send on what is held and let every key pass from now on."""
        self.settle()
        self._is_on = False

    def watch(self, window: QWindow | None) -> None:
        """Filter one window; a window that is watched already is not watched twice."""
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return True for keys that are held or taken."""
        if not self._is_on or self._is_replaying or event.type() not in _KEYS:
            return False
        if not isinstance(watched, QWindow) or not isinstance(event, QKeyEvent):
            return False
        if event.key() in _MODIFIERS:
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            return self._override(event)
        if event.type() is QEvent.Type.KeyPress:
            return self._press(watched, event)
        return self._release(watched, event)

    def settle(self) -> None:
        """Decide on what is held: nothing followed."""
        self._follow(self._burst.silence())

    def _override(self, event: QKeyEvent) -> bool:
        """Keep a key from the shortcuts where ``_press`` is going to hold or take it.

        A key that is let go may end here, at its shortcut: what is held goes before it, and it
        counts for the rhythm now.
        """
        self._let_key = None
        if event.isAutoRepeat():
            return False
        if self._burst.claims(_kind(event), self._stamp(event)):
            event.accept()
            return True
        self.settle()
        self._burst.let(self._stamp(event))
        self._let_key = event.key()
        return False

    def _press(self, window: QWindow, event: QKeyEvent) -> bool:
        if event.isAutoRepeat():  # a finger that stays on a key; scanners send presses
            self.settle()
            return False
        if event.key() == self._let_key:
            self._note(event.key(), Fate.PASS)
            return False
        sent = (window, _copy(event))
        ruling = self._burst.press(_kind(event), _text(event), sent, self._stamp(event))
        self._follow(ruling)
        self._note(event.key(), ruling.fate)
        return ruling.fate is not Fate.PASS

    def _note(self, key: int, fate: Fate) -> None:
        self._taken_keys.discard(key)
        if fate is Fate.HOLD:
            self._held_keys.add(key)
        elif fate is Fate.TAKE:
            self._taken_keys.add(key)

    def _release(self, window: QWindow, event: QKeyEvent) -> bool:
        """Let a release share the fate of its press: a button half pressed would stay down."""
        key = event.key()
        if key in self._held_keys:
            if not self._burst.is_sure:
                self._burst.ride((window, _copy(event)))
            return True
        if key in self._taken_keys:
            self._taken_keys.discard(key)
            return True
        return False

    def _follow(self, ruling: Ruling[_Sent]) -> None:
        if ruling.scan is not None:
            self._taken_keys |= self._held_keys
        if ruling.is_settled:
            self._held_keys.clear()
        self._margin.stop()
        patience = self._burst.patience_ms
        if patience is None:
            self._timer.stop()
        else:
            self._timer.start(patience)
        self._replay(ruling.typed)
        if ruling.scan is not None:
            self.scanned.emit(ruling.scan)

    def _replay(self, typed: tuple[_Sent, ...]) -> None:
        self._is_replaying = True
        try:
            for window, event in typed:
                if shiboken6.isValid(window):
                    QCoreApplication.sendEvent(window, event)
        finally:
            self._is_replaying = False
