"""EditorForm: the badge editor's widgets in their places; what they mean is the editor's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from kiosk.domain.badge import BadgeTemplate, Sides
from kiosk.domain.registration import Category
from kiosk.ui.organiser import badge_labels
from kiosk.ui.organiser.badge_draft import Draft, Part
from kiosk.ui.organiser.badge_properties import BadgeProperties
from kiosk.ui.organiser.badge_samples import EXTREMES, ROLES
from kiosk.ui.organiser.badge_sides import (
    ElementList,
    Findings,
    SampleStrip,
    TemplateList,
    label,
    pane,
)  # fmt: skip
from kiosk.ui.organiser.badge_stage import RULER_PX, BadgeStage

if TYPE_CHECKING:
    from kiosk.ui.organiser.badge_editor import BadgeEditor

translate = QCoreApplication.translate

_LEFT_PX, _RIGHT_PX = 250, 330
_NAME_PX, _ROW_PX = 190, 40
_ZOOMS = (0.0, 1.0, 1.5, 2.0, 3.0)
"""Shares of true size; 0 is as large as there is room."""


class EditorForm:
    """Build the page of an editor; ``role_chosen`` and ``back_chosen`` tell of its rows of keys."""

    def __init__(self, page: BadgeEditor) -> None:
        self._page = page
        self._asked = _Asked(page)
        self.role_chosen, self.back_chosen = self._asked.role_chosen, self._asked.back_chosen
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 20, 24, 22)
        column.setSpacing(14)
        column.addLayout(self._head())
        self.said = label(name="hint")
        column.addWidget(self.said)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(self._left())
        body.addWidget(self._middle(), 1)
        body.addWidget(self._right())
        column.addLayout(body, 1)
        self.speak()

    def _head(self) -> QHBoxLayout:
        self.title, self.size = label(name="title"), label(name="soft")
        self.title.setWordWrap(False)
        self.undo, self.redo = QPushButton(), QPushButton()
        self.name, self.printers = QLineEdit(), QComboBox()
        self.name.setFixedWidth(_NAME_PX)
        self.printers.setMaximumWidth(_NAME_PX)
        self.print, self.save = QPushButton(), QPushButton()
        self.printers.setMinimumHeight(_ROW_PX)
        self.save.setObjectName("primary")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.title)
        row.addWidget(self.size, 1)
        for one in (self.undo, self.redo, self.printers, self.print, self.name, self.save):
            row.addWidget(one)
        return row

    def _left(self) -> QWidget:
        made, column = pane(margin=14)
        made.setFixedWidth(_LEFT_PX)
        self.size_head, self.element_head = label(name="head"), label(name="head")
        self.templates, self.elements = TemplateList(), ElementList()
        column.addWidget(self.size_head)
        column.addWidget(self.templates, 3)
        column.addWidget(self.element_head)
        column.addWidget(self.elements, 2)
        return made

    def _middle(self) -> QWidget:
        made, column = pane()
        self.roles = {category: QPushButton() for category in ROLES}
        self.front, self.back = QPushButton(), QPushButton()
        self.zoom = QComboBox()
        self.zoom.setMinimumHeight(_ROW_PX)
        row = QHBoxLayout()
        row.addStretch()
        self._group([*self.roles.values()], row)
        row.addStretch()
        self._group([self.front, self.back], row)
        row.addWidget(self.zoom)
        for category, button in self.roles.items():
            button.clicked.connect(lambda _, one=category: self.role_chosen.emit(one))
        self.roles[Category.ATTENDEE].setChecked(True)
        self.front.setChecked(True)
        self.front.clicked.connect(lambda: self.back_chosen.emit(False))
        self.back.clicked.connect(lambda: self.back_chosen.emit(True))
        self.stage, self.area = BadgeStage(), QScrollArea()
        self.area.setWidget(self.stage)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.true_size = label(name="hint")
        self.true_size.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.samples = SampleStrip(len(EXTREMES))
        column.addLayout(row)
        column.addWidget(self.area, 1)
        column.addWidget(self.true_size)
        column.addWidget(self.samples)
        return made

    def _group(self, buttons: Sequence[QPushButton], row: QHBoxLayout) -> None:
        group = QButtonGroup(self._page)
        for button in buttons:
            button.setCheckable(True)
            group.addButton(button)
            row.addWidget(button)

    def _right(self) -> QWidget:
        made, column = pane()
        made.setFixedWidth(_RIGHT_PX)
        self.part_head, self.check_head = label(name="head"), label(name="head")
        self.properties, self.findings = BadgeProperties(), Findings()
        self.no_data = label(name="hint")
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 6, 0)
        grid.addWidget(self.part_head, 0, 0)
        grid.addWidget(self.properties, 1, 0)
        grid.addWidget(self.check_head, 2, 0)
        grid.addWidget(self.findings, 3, 0)
        grid.setRowStretch(4, 1)
        grid.addWidget(self.no_data, 5, 0)
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(scroll)
        return made

    # Words

    def speak(self) -> None:
        """Say everything in the language of the moment."""
        self.title.setText(translate("EditorForm", "Badges"))
        named = {
            self.undo: translate("EditorForm", "Undo"),
            self.redo: translate("EditorForm", "Redo"),
            self.print: translate("EditorForm", "Test print"),
            self.save: translate("EditorForm", "Save"),
            self.front: translate("EditorForm", "Front"),
            self.back: translate("EditorForm", "Back"),
        }
        for button, words in named.items():
            button.setText(words)
            button.setAccessibleName(words)
        for category, button in self.roles.items():
            button.setText(badge_labels.role(category))
        self.size_head.setText(translate("EditorForm", "Templates"))
        self.element_head.setText(translate("EditorForm", "Elements"))
        self.check_head.setText(translate("EditorForm", "Print check"))
        self.no_data.setText(
            translate(
                "EditorForm", "The QR holds no personal data,\nonly a random number for this event."
            )
        )
        self.templates.setAccessibleName(translate("EditorForm", "Templates"))
        self.elements.setAccessibleName(translate("EditorForm", "Elements"))
        self.stage.setAccessibleName(translate("EditorForm", "Badge, true to scale"))
        self.name.setAccessibleName(translate("EditorForm", "Save under the name"))
        self.name.setPlaceholderText(translate("EditorForm", "Save under the name"))
        self.printers.setAccessibleName(translate("EditorForm", "Printer for the test"))
        self.zoom.setAccessibleName(translate("EditorForm", "Size on the screen"))
        self._speak_zoom()

    def _speak_zoom(self) -> None:
        at = max(0, self.zoom.currentIndex())
        self.zoom.clear()
        for share in _ZOOMS:
            shown = translate("EditorForm", "As large as fits") if not share else f"{share:.0%}"
            self.zoom.addItem(shown, share)
        self.zoom.setCurrentIndex(at)

    def tell(self, words: str, *, is_bad: bool = False) -> None:
        """Say what became of something, or "" for nothing."""
        self.said.setText(words)
        self.said.setObjectName("bad" if is_bad else "hint")
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)

    # What is shown

    def show_printers(self, names: Sequence[str]) -> None:
        """Offer other printers."""
        self.printers.clear()
        for name in names:
            self.printers.addItem(name, name)
        self.printers.setEnabled(bool(names))
        self.print.setEnabled(bool(names))

    def show_draft(self, draft: Draft) -> None:
        """Show the size, and what can be done now."""
        template = draft.template
        self.undo.setEnabled(draft.can_undo)
        self.redo.setEnabled(draft.can_redo)
        self.size.setText(self._size_words(template))
        has_back = template.sides is not Sides.ONE and template.back is not None
        self.front.setVisible(has_back)
        self.back.setVisible(has_back)
        (self.back if draft.is_back else self.front).setChecked(True)

    def _size_words(self, template: BadgeTemplate) -> str:
        words = f"{template.width_mm:g} × {template.height_mm:g} mm"
        if template.least_mm:
            words = f"{template.width_mm:g} × {template.least_mm:g}-{template.height_mm:g} mm"
        if template.sheet:
            sheet = translate("EditorForm", "{n} on a sheet").replace(
                "{n}", str(template.sheet.labels)
            )
            words += f" · {sheet}"
        sides = {
            Sides.ONE: "",
            Sides.TWO: translate("EditorForm", "two sides"),
            Sides.FOLDED: translate("EditorForm", "folded"),
        }
        return " · ".join(filter(None, (words, sides[template.sides])))

    def show_part(self, name: str, part: Part | None, pictures: Sequence[str]) -> None:
        """Show the numbers of the element in hand."""
        self.part_head.setText(name)
        self.properties.show_part(part, pictures)

    def zoom_share(self, template: BadgeTemplate, px_per_mm: float) -> float:
        """Return how large the badge is shown, as a share of its true size, and say so."""
        share = float(self.zoom.currentData() or 0)
        if not share:
            room = self.area.viewport().size()
            wide = (room.width() - 2 * RULER_PX) / template.width_mm
            high = (room.height() - RULER_PX - 24) / template.height_mm
            share = max(0.5, min(wide, high) / px_per_mm)
        said = (
            translate("EditorForm", "Grid 1 mm · True size")
            if share == 1
            else translate("EditorForm", "Grid 1 mm · {percent} of true size")
        )
        self.true_size.setText(said.replace("{percent}", f"{share:.0%}"))
        return share


class _Asked(QWidget):
    """Carry the form's own signals: a form is no widget."""

    role_chosen = Signal(object)
    back_chosen = Signal(bool)
