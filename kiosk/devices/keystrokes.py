"""What a key event is to the wedge filter: when it was struck, its kind, its text, its copy."""

from __future__ import annotations

import time
import unicodedata

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from kiosk.devices.burst import Kind

_Key = Qt.Key
_NO_CHARACTER = "\N{REPLACEMENT CHARACTER}"

_ENDS = {_Key.Key_Return, _Key.Key_Enter, _Key.Key_Tab}
# What a scanner presses for carriage return, line feed and tab where it sends control keys.
_END_CHORDS = {_Key.Key_M, _Key.Key_J, _Key.Key_I}
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
MODIFIERS = {
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
_CONTROL = Qt.KeyboardModifier.ControlModifier
_CHORD = _CONTROL | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def event_ms(event: QKeyEvent) -> float:
    """Return when a key was struck: the window system's stamp, or now where it gives none.

    The stamp keeps typing apart that waited in one heap while the program was busy.
    """
    return event.timestamp() or now_ms()


def now_ms() -> float:
    """Return the time that a key without a stamp was struck at."""
    return time.monotonic() * 1000


def kind_of(event: QKeyEvent) -> Kind:
    """Tell what a key can be in a burst."""
    chord = event.modifiers() & _CHORD
    if chord:
        is_end = chord == _CONTROL and event.key() in _END_CHORDS
        return Kind.END if is_end else Kind.COMMAND
    if event.key() in _ENDS or event.text() in ("\r", "\n", "\t"):
        return Kind.END
    if event.text() and event.text().isprintable():
        return Kind.CHARACTER
    return Kind.EDIT if event.key() in _EDITS else Kind.COMMAND


def text_of(event: QKeyEvent) -> str:
    """Return what a key adds to a scan: its character, or a mark that no ticket can hold."""
    text = event.text()
    if text and all(c.isprintable() or unicodedata.category(c) == "Cc" for c in text):
        return text
    return _NO_CHARACTER


def copy_key(event: QKeyEvent, kind: QEvent.Type | None = None) -> QKeyEvent:
    """Return a key event that lives as long as it is held, optionally of another type."""
    return QKeyEvent(
        kind or event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )


def copy_composition(event: QInputMethodEvent) -> QInputMethodEvent:
    """Return an input method's event that lives as long as it is held."""
    copied = QInputMethodEvent(event.preeditString(), event.attributes())
    copied.setCommitString(
        event.commitString(), event.replacementStart(), event.replacementLength()
    )
    return copied
