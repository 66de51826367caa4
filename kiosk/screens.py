"""What ``kiosk screens`` does: draw every screen in every state to PNG."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import pre_flight
from kiosk.domain.errors import KioskError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_SIZE = re.compile(r"([0-9]{3,4})x([0-9]{3,4})")
_MOST_PX = 7680 * 4320
"""8K: a larger picture takes minutes, and at last Qt has no memory to paint it."""
_SELF_SIZES = ((1080, 1920), (1920, 1080))
_DESK_SIZES = ((1366, 768), (1920, 1080))
_OFFICE_SIZES = ((1600, 900),)
THEMES = ("light", "high-contrast", "dark")
"""High contrast is the touchscreen's, dark the desk's."""


def draw_all(
    folder: Path,
    *,
    language: str | None = None,
    theme: str = "light",
    sizes: Sequence[str] = (),
    only: str = "",
) -> list[dict[str, str]]:
    """Draw the screens of all faces into ``folder``; return a row for each picture.

    Raises KioskError: SCREEN_SIZE, THEME_UNKNOWN, FOLDER_NOT_WRITTEN, QT_LIBRARIES_MISSING.
    """
    wanted = [_parsed(size) for size in sizes]
    if theme not in THEMES:
        raise KioskError("THEME_UNKNOWN", theme=theme, known=list(THEMES))
    missing = pre_flight.missing_packages(window=False)
    if missing:
        raise KioskError("QT_LIBRARIES_MISSING", remedy=pre_flight.remedy(missing))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KioskError("FOLDER_NOT_WRITTEN", folder=str(folder), detail=error.strerror) from error
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    languages = [language] if language else ["ko", "en"]
    return [row for tongue in languages for row in _drawn(folder, tongue, theme, wanted, only)]


def _parsed(size: str) -> tuple[int, int]:
    found = _SIZE.fullmatch(size)
    width, height = (int(found[1]), int(found[2])) if found else (0, 0)
    if not 0 < width * height <= _MOST_PX:
        raise KioskError("SCREEN_SIZE", size=size)
    return width, height


def _drawn(
    folder: Path, language: str, theme: str, sizes: Sequence[tuple[int, int]], only: str
) -> Iterator[dict[str, str]]:
    from PySide6.QtCore import QSize  # noqa: PLC0415 - only once the platform is chosen

    from kiosk.application import application  # noqa: PLC0415
    from kiosk.domain.settings import DeskTheme  # noqa: PLC0415
    from kiosk.ui.front_desk import gallery as desk_gallery  # noqa: PLC0415
    from kiosk.ui.organiser import gallery as office_gallery  # noqa: PLC0415
    from kiosk.ui.self_check_in import gallery as self_gallery  # noqa: PLC0415
    from kiosk.ui.self_check_in.modes import Access  # noqa: PLC0415

    application()
    contrast = theme == "high-contrast"
    for size in () if theme == "dark" else sizes or _SELF_SIZES:
        access = Access(language=language, has_contrast=contrast)
        windows = self_gallery.screens(QSize(*size), access, only=only)
        # Closed here, whatever happens: later, Qt would be gone before its windows.
        with closing(windows) as drawn:
            for screen, state, window in drawn:
                yield _saved(folder, (screen, state, language, theme), window)
    if contrast:
        return
    for size in (sizes or _OFFICE_SIZES) if only in office_gallery.SCREEN else ():
        with closing(office_gallery.screens(size=QSize(*size), language=language)) as drawn:
            for screen, state, window in drawn:
                yield _saved(folder, (screen, state, language, theme), window)
    for size in sizes or _DESK_SIZES:
        worn = DeskTheme.DARK if theme == "dark" else DeskTheme.LIGHT
        with closing(desk_gallery.screens(QSize(*size), language, worn)) as drawn:
            for screen, state, window in drawn:
                if only not in screen:
                    break
                yield _saved(folder, (screen, state, language, theme), window)


def _saved(folder: Path, names: tuple[str, str, str, str], window: QWidget) -> dict[str, str]:
    from PySide6.QtCore import QCoreApplication  # noqa: PLC0415 - see _drawn

    screen, state, language, theme = names
    # A change of language reaches the widgets as a posted event.
    QCoreApplication.sendPostedEvents()
    picture = window.grab()
    # The window's own size: it takes none that is too small for its words.
    shown = f"{picture.width()}x{picture.height()}"
    file = folder / f"{screen}-{state}-{language}-{theme}-{shown}.png".replace(" ", "-")
    if not picture.save(str(file)):
        raise KioskError("FILE_NOT_WRITTEN", file=str(file), detail="no space or no permission")
    return {
        "file": str(file),
        "screen": screen,
        "state": state,
        "size": shown,
        "language": language,
        "theme": theme,
    }
