"""The gallery: every screen in every state, drawn without a clipped word."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.verdict import Reason
from kiosk.ui.self_check_in.desk_words import Cause
from kiosk.ui.self_check_in.flow import State
from kiosk.ui.self_check_in.gallery import screens
from kiosk.ui.self_check_in.window import SelfCheckInWindow
from kiosk.ui.widgets.lettering import Lettering

_SMALLEST_SHARE = 0.55


def test_every_state_and_every_reason_is_drawn_once(qtbot: QtBot) -> None:
    seen = [(screen, state) for screen, state, _ in screens(QSize(270, 480))]
    assert len(seen) == len(set(seen))
    drawn = {state for screen, state in seen if screen == "desk"}
    asked = [r for r in Reason if r not in (Reason.OK, Reason.ALREADY_IN)]
    assert {reason.value.lower().replace("_", "-") for reason in asked} <= drawn
    assert {cause.value for cause in Cause} <= drawn
    names = {"to-desk": "desk"}
    assert {names.get(state.value, state.value) for state in State} == {one for one, _ in seen}


@pytest.mark.parametrize("size", [QSize(540, 960), QSize(960, 540)])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_no_word_is_cut_nor_made_too_small(qtbot: QtBot, size: QSize, language: str) -> None:
    for screen, state, window in screens(size, language=language):
        assert isinstance(window, SelfCheckInWindow)
        if state == "long-name":
            continue
        for label in labels(window):
            px, lines = label.fit()
            where = f"{screen} {state}: {label.text()!r}"
            assert not any(line.endswith("…") for line in lines), where
            assert px >= label._px * window._dress.scale * _SMALLEST_SHARE, where


def labels(window: QWidget) -> list[Lettering]:
    return [one for one in window.findChildren(Lettering) if one.isVisibleTo(window) and one.text()]


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("size", [QSize(540, 960), QSize(960, 540)])
def test_words_that_are_read_do_not_overlap(qtbot: QtBot, size: QSize, language: str) -> None:
    for screen, state, window in screens(size, language=language):
        read = [one for one in labels(window) if one is not getattr(window, "notice", None)]
        for one in read:
            for other in read:
                if one is other:
                    continue
                shared = one.geometry().intersected(other.geometry())
                assert shared.height() <= 2 or shared.width() <= 2, (
                    f"{screen} {state}: {one.text()!r} over {other.text()!r}"
                )


def test_high_contrast_is_another_picture(qtbot: QtBot) -> None:
    plain = next(screens(QSize(270, 480)))[2].grab().toImage()
    dark = next(screens(QSize(270, 480), high_contrast=True))[2].grab().toImage()
    assert dark.pixelColor(135, 100).lightness() < plain.pixelColor(135, 100).lightness()
