"""The editor's columns beside the badge: the templates and elements, the samples and findings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from kiosk.ui import theme
from kiosk.ui.organiser import badge_labels

if TYPE_CHECKING:
    from kiosk.services.badge_check import Note
    from kiosk.services.badge_template import Listed

LIST_PX = 150
SAMPLE_PX = 150
_WORDS_PX = 84
_MOST_NOTES = 6


def label(text: str = "", name: str = "") -> QLabel:
    """Return a label that never takes its text for markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setObjectName(name)
    made.setWordWrap(True)
    return made


def pane(*, margin: int = 16) -> tuple[QFrame, QVBoxLayout]:
    """Return a white pane and the column in it."""
    made = QFrame()
    made.setObjectName("pane")
    column = QVBoxLayout(made)
    column.setContentsMargins(margin, margin, margin, margin)
    return made, column


class TemplateList(QListWidget):
    """Offer the templates by picture, name and size; ``chosen`` carries a name."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIconSize(QSize(LIST_PX, LIST_PX))
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setFlow(QListWidget.Flow.TopToBottom)
        self.setMovement(QListWidget.Movement.Static)
        self.setWrapping(False)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setSpacing(4)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._tell)
        self._telling = False

    def show_templates(self, listed: Sequence[Listed], current: str) -> None:
        """Show what there is; one's own says so, and so does one that cannot be used."""
        self._telling = True
        self.clear()
        for one in listed:
            item = QListWidgetItem(self._words(one))
            item.setData(Qt.ItemDataRole.UserRole, one.name)
            if one.template is None:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(item)
        self._telling = False
        self.select(current)

    def select(self, name: str) -> None:
        """Mark the template that is worked on."""
        self._telling = True
        for row in range(self.count()):
            if self.item(row).data(Qt.ItemDataRole.UserRole) == name:
                self.setCurrentRow(row)
        self._telling = False

    def _words(self, one: Listed) -> str:
        broken, own = self.tr("cannot be used"), self.tr("yours")
        hides = self.tr("yours, in place of ours")
        if one.template is None:
            return f"{one.name}\n{broken}"
        size = f"{one.template.width_mm:g} × {one.template.height_mm:g} mm"
        whose = [hides] if one.hides else [own] if one.is_own else []
        return f"{one.name}\n" + " · ".join([size, *whose])

    def show_pictures(self, pictures: dict[str, QImage]) -> None:
        """Put a picture beside each name."""
        for row in range(self.count()):
            item = self.item(row)
            picture = pictures.get(item.data(Qt.ItemDataRole.UserRole))
            if picture is not None:
                item.setIcon(_plain_icon(picture))
        self._set_sizes()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let each template fill the column."""
        super().resizeEvent(event)
        self._set_sizes()

    def _set_sizes(self) -> None:
        for row in range(self.count()):
            item = self.item(row)
            picture = item.icon().actualSize(self.iconSize())
            high = max(picture.height(), 20) + _WORDS_PX
            item.setSizeHint(QSize(self.viewport().width() - 12, high))

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None and not self._telling:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))


def _plain_icon(picture: QImage) -> QIcon:
    """Return a picture as an icon that looks the same when it is chosen."""
    made, pixmap = QIcon(), QPixmap.fromImage(picture)
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
        made.addPixmap(pixmap, mode)
    return made


def _eye(*, is_open: bool) -> QIcon:
    picture = QImage(20, 20, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    name = "eye" if is_open else "eye-slash"
    theme.paint_icon(painter, QRectF(0, 0, 20, 20), name, theme.LIGHT.ink2)
    painter.end()
    return _plain_icon(picture)


class ElementList(QListWidget):
    """Name what stands on the badge, each with a tick for on and off."""

    chosen = Signal(str)
    switched = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._telling = False
        self.currentItemChanged.connect(self._tell_chosen)
        self.itemChanged.connect(self._tell_switched)

    def show_elements(self, elements: Sequence[tuple[str, bool]], selected: str) -> None:
        """Show the elements and which of them is in hand."""
        self._telling = True
        if [self.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.count())] != [
            key for key, _ in elements
        ]:
            self.clear()
            for key, _ in elements:
                item = QListWidgetItem(badge_labels.element(key))
                item.setData(Qt.ItemDataRole.UserRole, key)
                self.addItem(item)
        for row, (key, shown) in enumerate(elements):
            state = Qt.CheckState.Checked if shown else Qt.CheckState.Unchecked
            self.item(row).setCheckState(state)
            self.item(row).setIcon(_eye(is_open=shown))
            if key == selected:
                self.setCurrentRow(row)
        if not selected:
            self.setCurrentRow(-1)
        self._telling = False

    def _tell_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None and not self._telling:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))

    def _tell_switched(self, item: QListWidgetItem) -> None:
        if not self._telling:
            on = item.checkState() is Qt.CheckState.Checked
            self.switched.emit(item.data(Qt.ItemDataRole.UserRole), on)


class SampleStrip(QWidget):
    """Show the extremes side by side: the shortest name and the longest ones."""

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.pictures = [QLabel() for _ in range(count)]
        row.addStretch()
        for picture in self.pictures:
            row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch()

    def show_pictures(self, pictures: Sequence[QImage], names: Sequence[str]) -> None:
        """Show other pictures, each named for a screen reader."""
        for held, picture, name in zip(self.pictures, pictures, names, strict=True):
            small = picture.scaled(
                SAMPLE_PX,
                SAMPLE_PX,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            held.setPixmap(QPixmap.fromImage(small))
            held.setAccessibleName(name)


class Findings(QWidget):
    """Say what the print check found, what is wrong first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._lines = [label() for _ in range(_MOST_NOTES)]
        for line in self._lines:
            column.addWidget(line)

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show other findings; a sign tells good from bad without colour."""
        shown = list(notes[:_MOST_NOTES])
        for line, note in zip(self._lines, [*shown, *[None] * _MOST_NOTES], strict=False):
            line.setVisible(note is not None)
            if note is not None:
                good = badge_labels.is_good(note)
                line.setText(f"{'○' if good else '△'} {badge_labels.note(note)}")
                line.setObjectName("good" if good else "bad")
                line.style().unpolish(line)
                line.style().polish(line)

    def words(self) -> list[str]:
        """Return the lines that are shown."""
        return [line.text() for line in self._lines if not line.isHidden()]
