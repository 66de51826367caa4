"""Shortcuts for keys that were held: Qt looks for them only when a key first comes in."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut

_Context = Qt.ShortcutContext


def fire(event: QKeyEvent) -> bool:
    """Activate the shortcut of a key where the window in front has one; return whether it had.

    Menus and buttons with letters of their own (``&Save``) are not looked through: our windows
    have none.
    """
    focus = QGuiApplication.focusObject()
    if focus is None:
        return False
    wanted = QKeySequence(event.keyCombination())
    for shortcut in _window_of(focus).findChildren(QShortcut):
        if shortcut.isEnabled() and shortcut.key() == wanted and _reaches(shortcut, focus):
            shortcut.activated.emit()
            return True
    return False


def _window_of(focus: QObject) -> QObject:
    """Return a widget's window; this floor knows no widgets, and what is none is its own."""
    window = getattr(focus, "window", None)
    found = window() if callable(window) else focus
    return found if isinstance(found, QObject) else focus


def _reaches(shortcut: QShortcut, focus: QObject) -> bool:
    """Tell whether a shortcut counts where the focus is."""
    match shortcut.context():
        case _Context.WidgetShortcut:
            return shortcut.parent() is focus
        case _Context.WidgetWithChildrenShortcut:
            return _is_within(focus, shortcut.parent())
        case _:
            return True


def _is_within(inner: QObject | None, outer: QObject | None) -> bool:
    while inner is not None and inner is not outer:
        inner = inner.parent()
    return inner is outer
