"""The organiser's window in every state, for the manual and for looking at."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Generator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, QTimer

from kiosk.domain.registration import Category
from kiosk.lanes import Lanes
from kiosk.ui.organiser.badge_editor import BadgeEditor
from kiosk.ui.organiser.badge_shelf import BadgeShelf
from kiosk.ui.organiser.window import OrganiserWindow

SCREEN = "organiser-badges"
_PX_PER_MM = 96 / 25.4
_PATIENCE_MS = 5_000


def screens(
    *, size: QSize, language: str
) -> Generator[tuple[str, str, OrganiserWindow], None, None]:
    """Yield the screen's name, the state's name and the window in it, at a size in pixels.

    Each window lives until the next one is asked for.
    """
    for state, act in _STATES.items():
        with tempfile.TemporaryDirectory(prefix="kiosk-screens-") as folder:
            lanes = Lanes()
            editor = BadgeEditor(lanes, BadgeShelf(lanes, Path(folder)), _PX_PER_MM)
            window = OrganiserWindow(editor, language)
            window.resize(size)
            window.show_event("이차전지 기술 세미나", "광양시청 시민홀")
            editor.show_printers(["Label printer"])
            wait_drawn(editor)
            act(editor)
            wait_drawn(editor)
            try:
                yield SCREEN, state, window
            finally:
                window.close()
                window.set_language("en")
                lanes.close()
                window.deleteLater()


def wait_drawn(editor: BadgeEditor) -> None:
    """Wait until the editor shows a picture of what it was last asked for."""
    loop = QEventLoop()
    QTimer.singleShot(_PATIENCE_MS, loop.quit)
    quiet = QTimer(interval=10)

    def look() -> None:
        if editor.is_idle:
            loop.quit()

    quiet.timeout.connect(look)
    quiet.start()
    loop.exec()
    quiet.stop()


def _speaker(editor: BadgeEditor) -> None:
    editor.select("name")
    editor.form.roles[Category.SPEAKER].click()


def _code(editor: BadgeEditor) -> None:
    editor.select("qr")


def _overlap(editor: BadgeEditor) -> None:
    editor.select("name_latin")
    editor.form.stage.moved.emit(0.0, -12.0, "")


def _small(editor: BadgeEditor) -> None:
    if editor.draft is not None:
        name = editor.draft.side.field("name")
        box = replace(name.box, height_mm=8, size_mm=7, small_mm=6, least_mm=5)
        editor.form.properties.changed.emit(replace(name, box=box))


def _endless(editor: BadgeEditor) -> None:
    editor.open("62-endless")


def _back(editor: BadgeEditor) -> None:
    editor.open("100x70-two-sided")
    editor.form.back.click()


_Act = Callable[[BadgeEditor], None]
_STATES: dict[str, _Act] = {
    "name": _speaker,
    "code": _code,
    "overlap": _overlap,
    "small": _small,
    "endless": _endless,
    "back": _back,
}
