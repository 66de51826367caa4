"""BadgeProperties: the element in hand in numbers and words, each with a name of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)  # fmt: skip

from kiosk.domain import badge_words
from kiosk.domain.badge import Align, Box, Code, Edge, Field, Logo, Stripe, TextBox, Weight
from kiosk.ui.organiser import badge_labels

_MOST_MM = 300.0
_LINES = 3
_ROW_PX, _LETTERS = 34, 6
_FIXED = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon

Part = Field | Code | Stripe | Logo | float


class BadgeProperties(QWidget):
    """Show one element's measures and take others; ``changed`` carries the element as wished.

    A logo's file is taken by ``logo_chosen`` instead: its picture has to be read first.
    """

    changed = Signal(object)
    logo_chosen = Signal(str)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setVerticalSpacing(5)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._part: Part | None = None
        self._logos: Sequence[str] = ()
        self._kind: type | None = None
        self._telling = False
        self.inputs: dict[str, QWidget] = {}

    def show_part(self, part: Part | None, logos: Sequence[str] = ()) -> None:
        """Show an element, None for none; the same inputs stay while the kind is the same."""
        kind = type(part) if part is not None else None
        if kind is not self._kind or tuple(logos) != tuple(self._logos):
            self._kind, self._logos = kind, tuple(logos)
            self._build(part)
        self._part = part
        self._telling = True
        if part is not None:
            self._fill(part)
        self._telling = False

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            part, self._kind = self._part, None
            self.show_part(part, self._logos)

    # What there is to fill in

    def _build(self, part: Part | None) -> None:
        self.inputs = {}
        while self._form.rowCount():
            self._form.removeRow(0)
        match part:
            case Field():
                self._build_field()
            case Code():
                self._lengths({"left_mm": self.tr("Left"), "top_mm": self.tr("Top"),
                               "size_mm": self.tr("Size")})  # fmt: skip
            case Stripe():
                self._lengths({"width_mm": self.tr("Width"), "role_mm": self.tr("Letters")})
                edges = {Edge.LEFT: self.tr("Left"), Edge.TOP: self.tr("Top")}
                self._choice("edge", self.tr("Edge"), edges)
            case Logo():
                names = {name: name for name in self._logos}
                self._choice("file", self.tr("Picture"), names)
                self._lengths(self._place_names())
            case float():
                self._lengths({"sun_mm": self.tr("Size")})
            case _:
                pass

    def _place_names(self) -> dict[str, str]:
        return {
            "left_mm": self.tr("Left"),
            "top_mm": self.tr("Top"),
            "width_mm": self.tr("Width"),
            "height_mm": self.tr("Height"),
        }

    def _build_field(self) -> None:
        text = QLineEdit()
        text.setMaxLength(badge_words.TEXT_LENGTH)
        text.editingFinished.connect(self._take)
        self._row("text", self.tr("Text"), text)
        insert = QComboBox()
        insert.addItem(self.tr("Insert…"), "")
        for key, name in badge_labels.placeholders().items():
            insert.addItem(f"{name}  ${key}", f"${key}")
        insert.activated.connect(lambda at: self._insert(insert, at))
        self._row("insert", self.tr("Placeholder"), insert)
        self._lengths(
            {
                "size_mm": self.tr("Letters"),
                "small_mm": self.tr("On one line at least"),
                "least_mm": self.tr("Smallest"),
            }
        )
        lines = QSpinBox()
        lines.setRange(1, _LINES)
        lines.setKeyboardTracking(False)
        lines.valueChanged.connect(self._take)
        self._row("lines", self.tr("Lines"), lines)
        self._choice("weight", self.tr("Weight"), {
            Weight.REGULAR: self.tr("Regular"), Weight.SEMIBOLD: self.tr("Semibold"),
            Weight.BOLD: self.tr("Bold")})  # fmt: skip
        self._choice("align", self.tr("Alignment"), {
            Align.LEFT: self.tr("Left"), Align.CENTRE: self.tr("Middle"),
            Align.RIGHT: self.tr("Right")})  # fmt: skip
        self._lengths(self._place_names())

    def _row(self, key: str, name: str, made: QWidget) -> None:
        made.setAccessibleName(name)
        made.setMinimumHeight(_ROW_PX)
        if isinstance(made, QComboBox):
            made.setSizeAdjustPolicy(_FIXED)
            made.setMinimumContentsLength(_LETTERS)
        label = QLabel(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(made)
        self._form.addRow(label, made)
        self.inputs[key] = made

    def _lengths(self, names: dict[str, str]) -> None:
        for key, name in names.items():
            made = QDoubleSpinBox()
            made.setRange(0, _MOST_MM)
            made.setDecimals(1)
            made.setSingleStep(0.5)
            made.setSuffix(" mm")
            made.setKeyboardTracking(False)
            made.valueChanged.connect(self._take)
            self._row(key, name, made)

    def _choice(self, key: str, name: str, names: Mapping[Any, str]) -> None:
        made = QComboBox()
        for value, shown in names.items():
            made.addItem(shown, str(value))
        made.activated.connect(self._take)
        self._row(key, name, made)

    # From the element to the inputs and back

    def _fill(self, part: Part) -> None:
        held = part.box if isinstance(part, Field | Logo) else part
        for key, made in self.inputs.items():
            own = getattr(part, key, None)
            value = own if own is not None else getattr(held, key, None)
            if isinstance(made, QDoubleSpinBox):
                made.setValue(part if isinstance(part, float) else float(value or 0))
            elif isinstance(made, QSpinBox):
                made.setValue(int(value or 1))
            elif isinstance(made, QLineEdit):
                made.setText(str(value))
            elif isinstance(made, QComboBox) and value is not None:
                made.setCurrentIndex(made.findData(str(value)))

    def _insert(self, insert: QComboBox, at: int) -> None:
        text = self.inputs["text"]
        if isinstance(text, QLineEdit) and at:
            text.insert(str(insert.itemData(at)))
            insert.setCurrentIndex(0)
            self._take()

    def _take(self) -> None:
        if self._telling:
            return
        match self._part:
            case Field() as part:
                self._take_field(part)
            case Code():
                left, top, size = (self._mm(key) for key in ("left_mm", "top_mm", "size_mm"))
                grown = self._part.most_mm - self._part.size_mm
                self.changed.emit(Code(left, top, size, size + grown))
            case Stripe() as part:
                wide, letters = self._mm("width_mm"), self._mm("role_mm")
                edge = Edge(self._chosen("edge"))
                self.changed.emit(replace(part, width_mm=wide, role_mm=letters, edge=edge))
            case Logo() as part:
                if self._chosen("file") != part.file:
                    self.logo_chosen.emit(self._chosen("file"))
                else:
                    box = Box(*(self._mm(key) for key in self._place_names()))
                    self.changed.emit(replace(part, box=box))
            case float():
                self.changed.emit(self._mm("sun_mm"))
            case _:
                pass

    def _take_field(self, part: Field) -> None:
        text = self.inputs["text"]
        said = text.text() if isinstance(text, QLineEdit) else part.text
        try:
            badge_words.parts(said)
        except badge_words.WordsError:
            self.refused.emit(
                self.tr("This text was not taken: choose placeholders from the list below it.")
            )
            self.show_part(part, self._logos)
            return
        lines = self.inputs["lines"]
        size = self._mm("size_mm")
        small = min(self._mm("small_mm"), size)
        box = TextBox(
            left_mm=self._mm("left_mm"),
            top_mm=self._mm("top_mm"),
            width_mm=self._mm("width_mm"),
            height_mm=self._mm("height_mm"),
            size_mm=size,
            small_mm=small,
            least_mm=min(self._mm("least_mm"), small),
            lines=lines.value() if isinstance(lines, QSpinBox) else 1,
        )
        weight, align = Weight(self._chosen("weight")), Align(self._chosen("align"))
        self.changed.emit(replace(part, text=said, box=box, weight=weight, align=align))

    def _mm(self, key: str) -> float:
        made = self.inputs[key]
        return round(made.value(), 1) if isinstance(made, QDoubleSpinBox) else 0.0

    def _chosen(self, key: str) -> str:
        made = self.inputs[key]
        return str(made.currentData()) if isinstance(made, QComboBox) else ""
