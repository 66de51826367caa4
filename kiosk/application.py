"""Qt's application, made once for whatever shows a window, and the program's mark."""

from __future__ import annotations

import os

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from kiosk import heap
from kiosk.ui import theme

_ICON_PX = 128


def application() -> QApplication:
    """Return Qt's application, set up once: Fusion, our palette, our fonts."""
    held = QApplication.instance()
    if isinstance(held, QApplication):
        return held
    heap.steady()
    os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false;qt.text.font.db=false")
    made = QApplication(["kiosk"])
    made.setApplicationName("Haemaji")
    made.setStyle("Fusion")
    made.setPalette(theme.palette(theme.LIGHT))
    made.setFont(theme.text_font(16))
    take_every_point()
    return made


def take_every_point() -> None:
    """Have Qt deliver every point that a finger or pen makes, not only the latest at each turn.

    Qt compresses on X11 unless told otherwise, and on Windows passes over the points that the
    system gathered. To be called once the QApplication is made, which sets the default.
    """
    for attribute in (
        Qt.ApplicationAttribute.AA_CompressHighFrequencyEvents,
        Qt.ApplicationAttribute.AA_CompressTabletEvents,
    ):
        QCoreApplication.setAttribute(attribute, False)


def program_icon() -> QIcon:
    """Return the program's mark: the sun on the horizon."""
    picture = QPixmap(_ICON_PX, _ICON_PX)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.LIGHT.sun))
    painter.drawEllipse(16, 16, 96, 96)
    painter.fillRect(0, 76, _ICON_PX, _ICON_PX - 76, QColor(theme.LIGHT.sea))
    painter.end()
    return QIcon(picture)
