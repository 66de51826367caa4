"""What a window still holds of a guest: words, pictures and values, wherever they may hide."""

from __future__ import annotations

import functools
import types
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

_TOLD = (
    "accessibleName",
    "accessibleDescription",
    "windowTitle",
    "toolTip",
    "statusTip",
    "whatsThis",
)
_READ = (
    QAccessible.Text.Name,
    QAccessible.Text.Description,
    QAccessible.Text.Value,
    QAccessible.Text.Help,
)


def words_of_widgets(window: QWidget) -> Iterator[tuple[str, str]]:
    """Yield every word that a widget's properties hold, shown or not, and where it stands."""
    for widget in (window, *window.findChildren(QWidget)):
        where = type(widget).__name__
        for name in _TOLD:
            yield f"{where}.{name}", str(getattr(widget, name)())
        if isinstance(widget, QLabel | QAbstractButton):
            yield f"{where}.text", widget.text()


def words_of_reader(window: QWidget) -> Iterator[tuple[str, str]]:
    """Yield what a screen reader can read in the window's tree."""
    waiting: deque[QAccessibleInterface | None] = deque(
        [QAccessible.queryAccessibleInterface(window)]
    )
    while waiting:
        one = waiting.popleft()
        if one is None or not one.isValid():
            continue
        for kind in _READ:
            yield f"reader {one.role().name}", one.text(kind)
        waiting.extend(one.child(place) for place in range(one.childCount()))


def words_of_clipboard() -> Iterator[tuple[str, str]]:
    """Yield what lies in the clipboard."""
    board = QGuiApplication.clipboard()
    yield "clipboard", board.text()
    data = board.mimeData()
    yield "clipboard formats", " ".join(data.formats()) if data else ""


def held(root: object, skipped: Iterable[object]) -> Iterator[tuple[str, object]]:
    """Yield each text, number of bytes, picture that Python reaches from an object, and its path.

    Classes, modules and what is ``skipped`` are passed by; closures and bound methods are not.
    """
    seen = {id(one) for one in skipped}
    waiting: deque[tuple[str, object]] = deque([("window", root)])
    kept: list[object] = []  # ids stay unique only while what they name lives
    while waiting:
        path, one = waiting.popleft()
        if isinstance(one, str | bytes | QImage | QPixmap):
            yield path, one
            continue
        if id(one) in seen or isinstance(one, type | types.ModuleType | Enum | int | float):
            continue
        seen.add(id(one))
        kept.append(one)
        waiting.extend((f"{path}{step}", part) for step, part in _parts(one))


def _parts(one: object) -> Iterator[tuple[str, object]]:
    if isinstance(one, Mapping):
        for key, value in list(one.items()):
            yield "{}", key
            yield f"[{str(key)[:24]!r}]", value
    elif isinstance(one, list | tuple | set | frozenset | deque):
        for place, value in enumerate(list(one)):
            yield f"[{place}]", value
    elif isinstance(one, types.MethodType):
        yield ".__self__", one.__self__
    elif isinstance(one, types.FunctionType):
        for cell in one.__closure__ or ():
            yield ".closure", cell.cell_contents
        yield ".defaults", (one.__defaults__, one.__kwdefaults__)
    elif isinstance(one, functools.partial):
        yield ".partial", (one.func, one.args, one.keywords)
    else:
        yield from _attributes(one)


def _attributes(one: object) -> Iterator[tuple[str, object]]:
    for name, value in list(getattr(one, "__dict__", {}).items()):
        yield f".{name}", value
    for base in type(one).__mro__:
        slots = base.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if hasattr(one, name) and not name.startswith("__"):
                yield f".{name}", getattr(one, name)
    if isinstance(one, QObject):
        for child in one.children():
            yield f"/{type(child).__name__}", child


def is_blank(picture: QImage | QPixmap) -> bool:
    """Tell whether every pixel of a picture is the same."""
    image = picture.toImage() if isinstance(picture, QPixmap) else picture
    if image.isNull():
        return True
    plain = image.convertToFormat(QImage.Format.Format_ARGB32)
    first = plain.copy(0, 0, 1, 1).scaled(plain.size())
    return bool(plain == first)
