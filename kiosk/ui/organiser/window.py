"""OrganiserWindow: a rail of pages and the page in front; the badge editor is the first."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, QTranslator
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from kiosk import paths
from kiosk.ui import theme
from kiosk.ui.organiser import style
from kiosk.ui.organiser.badge_editor import BadgeEditor
from kiosk.ui.organiser.badge_sides import label

_RAIL_PX, _ICON_PX = 212, 24
LEAST = QSize(1280, 720)


class OrganiserWindow(QWidget):
    """Frame the organiser's pages; one is added to ``_pages`` with its icon and its words."""

    def __init__(self, badges: BadgeEditor, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.badges = badges
        self._pages: list[tuple[QWidget, str]] = [(badges, "identification-badge")]
        self._translators = [QTranslator(self), QTranslator(self)]
        self.setPalette(theme.palette(theme.LIGHT))
        self.setFont(theme.text_font(16))
        self.setStyleSheet(style.sheet())
        self.setMinimumSize(LEAST)
        self._build()
        self.set_language(language)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        side = QWidget()
        side.setObjectName("side")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        side.setFixedWidth(_RAIL_PX)
        column = QVBoxLayout(side)
        column.setContentsMargins(14, 18, 14, 18)
        self.event_name = label(name="event")
        self.rail, self.stack = QListWidget(), QStackedWidget()
        self.rail.setObjectName("rail")
        self.rail.setIconSize(QSize(_ICON_PX, _ICON_PX))
        column.addWidget(self.event_name)
        column.addWidget(self.rail, 1)
        for page, icon in self._pages:
            page.setObjectName("page")
            page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            self.stack.addWidget(page)
            self.rail.addItem(QListWidgetItem(_icon(icon), ""))
        self.rail.currentRowChanged.connect(self.stack.setCurrentIndex)
        self.rail.setCurrentRow(0)
        row.addWidget(side)
        row.addWidget(self.stack, 1)

    def show_event(self, title: str, venue: str) -> None:
        """Name the event that is prepared."""
        self.event_name.setText(title)
        self.setWindowTitle(title)
        self.badges.show_event(title, venue)

    def set_language(self, language: str) -> None:
        """Speak Korean (``ko``) or English (``en``) from now on.

        Raises FileNotFoundError where the installation lacks its translation.
        """
        for translator, name in zip(self._translators, ("organiser", "errors"), strict=True):
            QCoreApplication.removeTranslator(translator)
            if language == "ko":
                translator.load(str(paths.resource("i18n", f"{name}_ko.qm")))
                QCoreApplication.installTranslator(translator)
        self._speak()

    def _speak(self) -> None:
        self.rail.item(0).setText(self.tr("Badges"))
        self.rail.setAccessibleName(self.tr("Pages"))

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()


def _icon(name: str) -> QIcon:
    """Return a page's icon for the rail, dark where the page is in front."""
    made = QIcon()
    for mode, colour in (
        (QIcon.Mode.Normal, theme.LIGHT.on_sea),
        (QIcon.Mode.Selected, theme.LIGHT.on_sun),
    ):
        picture = QPixmap(_ICON_PX, _ICON_PX)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        theme.paint_icon(painter, QRectF(0, 0, _ICON_PX, _ICON_PX), name, colour)
        painter.end()
        made.addPixmap(picture, mode)
    return made
