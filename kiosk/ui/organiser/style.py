"""The look of the organiser's forms, as one style sheet over the theme's colours."""

from __future__ import annotations

import string

from kiosk.ui.theme import LIGHT

_SHEET = string.Template("""
QWidget { color: $ink; font-size: 16px; }
QWidget#page { background: $sky; }
QFrame#pane { background: $paper; border-radius: 16px; }
QLabel#title { font-size: 32px; font-weight: 800; }
QLabel#soft, QLabel#hint { color: $ink2; font-weight: 500; }
QLabel#hint { font-size: 15px; }
QLabel#head { font-size: 19px; font-weight: 800; }
QLabel#bad { color: $stop_ink; font-weight: 600; }
QLabel#good { color: $ok_ink; font-weight: 600; }
QPushButton { background: $paper; border: 2px solid $edge; border-radius: 12px; padding: 0 14px;
              min-height: 38px; font-weight: 700; }
QPushButton:focus, QLineEdit:focus { border: 3px solid $focus; }
QPushButton:pressed { background: $sand; }
QPushButton:disabled { color: $ink3; border-color: $line; }
QPushButton#primary { background: $sun; border-color: $sun; color: $on_sun; }
QPushButton#primary:focus { border: 3px solid $focus; }
QPushButton:checked { border: 3px solid $ink; background: $sun_pale; }
QLineEdit { background: $paper; border: 2px solid $edge; border-radius: 10px; padding: 0 8px;
            min-height: 30px; selection-background-color: $focus; }
QListWidget { background: transparent; border: none; outline: none; }
QListWidget::item { border-radius: 10px; padding: 6px 8px; border: 3px solid transparent; }
QListWidget::item:selected { background: $sun_soft; color: $ink; }
QListWidget:focus::item:selected { border-color: $focus; }
QListWidget#rail { background: $sea; }
QListWidget#rail::item { color: $on_sea; min-height: 38px; font-weight: 600; }
QListWidget#rail::item:selected { background: $sun; color: $on_sun; font-weight: 800; }
QWidget#side { background: $sea; }
QLabel#event { color: $on_sea; font-size: 18px; font-weight: 800; }
QScrollArea, QScrollArea > QWidget > QWidget { border: none; background: transparent; }
QListWidget::indicator { width: 14px; height: 14px; border: 2px solid $ink; border-radius: 4px; }
QListWidget::indicator:checked { background: $ink; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: $edge; border-radius: 5px; min-height: 30px; }
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical { height: 0; }
QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical { background: transparent; }
QCheckBox { spacing: 10px; }
""")


def sheet() -> str:
    """Return the style sheet of the organiser's window."""
    return _SHEET.substitute(LIGHT.as_style())
