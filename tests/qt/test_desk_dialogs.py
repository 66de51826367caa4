"""The desk's dialogs as they are painted: whole words in both languages, on large and small."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QCoreApplication, QRect, QSize
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from kiosk.ui.front_desk.deed_gallery import shown, states
from kiosk.ui.front_desk.sample_desk import NOW, SampleDesk
from kiosk.ui.front_desk.window import FrontDeskWindow
from kiosk.ui.widgets import desk_canvas
from kiosk.ui.widgets.desk_button import DeskButton
from kiosk.ui.widgets.desk_canvas import Type
from kiosk.ui.widgets.desk_dialog import DeskDialog

SIZES = [(1366, 768), (1920, 1080), (1024, 600)]
_PERSONAL = ("Konstantinopoulou", "Research and Recycling")
"""What is cut on purpose: names longer than any room."""


@pytest.fixture
def cuts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect every text that was painted shorter than it is."""
    told: list[str] = []
    real = Type.shortened

    def shortened(self: Type, text: str, room: float) -> str:
        made = real(self, text, room)
        if made != text and not any(part in text for part in _PERSONAL):
            told.append(text)
        return made

    monkeypatch.setattr(desk_canvas.Type, "shortened", shortened)
    return told


@contextmanager
def standing(language: str, size: tuple[int, int]) -> Iterator[FrontDeskWindow]:
    """Show one window in a language, at a size."""
    window = FrontDeskWindow(SampleDesk(), clock=lambda: NOW)
    window.set_language(language)
    window.resize(QSize(*size))
    window.show()
    try:
        yield window
    finally:
        window.close()
        window.set_language("en")
        window.deleteLater()


def dialogs(window: FrontDeskWindow) -> Iterator[tuple[str, DeskDialog]]:
    """Open every dialog's state, one after the other, in one window."""
    for state, stand in states().items():
        if state.startswith("dialog"):
            stand(window, window._desk)
            QCoreApplication.sendPostedEvents()
            yield state, shown(window)
            window.deeds.dialogs.close()
            window.reception.clear()


def overlaps(dialog: QWidget) -> list[tuple[QWidget, QWidget]]:
    """Return pairs of a dialog's own visible children that lie over each other."""
    kids = [one for one in dialog.children() if isinstance(one, QWidget) and one.isVisible()]
    pairs = [(one, other) for at, one in enumerate(kids) for other in kids[at + 1 :]]
    # Choices have a margin for their ring.
    return [
        (one, other)
        for one, other in pairs
        if one.geometry().adjusted(6, 6, -6, -6).intersects(other.geometry())
    ]


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_no_word_of_a_dialog_is_cut_and_nothing_overlaps(
    qapp, cuts: list[str], language: str, size: tuple[int, int]
) -> None:
    with standing(language, size) as window:
        inside = QRect(0, 0, window.width(), window.height())
        for state, dialog in dialogs(window):
            cuts.clear()
            assert dialog.grab().size() == window.size()
            # 1024 by 600 is smaller than the design's least screen: there words may end early.
            assert not cuts or size == SIZES[2], (state, cuts)
            assert overlaps(dialog) == [], state
            for one in dialog.findChildren(QWidget):
                if one.isVisible() and not one.isWindow():
                    corner = one.mapTo(dialog, one.rect().topLeft())
                    assert inside.contains(QRect(corner, one.size())), (state, one)


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("size", SIZES[:2])
def test_the_legend_names_every_key_within_the_window(
    qapp, language: str, size: tuple[int, int]
) -> None:
    with standing(language, size) as window:
        assert window.legend.wide() <= window.legend.design_size.width()


def test_nothing_of_a_person_is_ever_markup(qapp) -> None:
    with standing("en", SIZES[0]) as window:
        for state, dialog in dialogs(window):
            for label in dialog.findChildren(QLabel):
                assert label.textFormat().name == "PlainText", state
            for line in dialog.findChildren(QLineEdit):
                line.setText("<b>&amp</b>")
                assert line.text() == "<b>&amp</b>"
            for button in dialog.findChildren(DeskButton):
                assert button.text() == ""
                assert button.shortcut().isEmpty()
