"""The gallery: every screen in every state, drawn without a clipped word."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QSize
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
def test_no_word_is_cut_or_too_small_or_over_another(
    qtbot: QtBot, size: QSize, language: str
) -> None:
    for screen, state, window in screens(size, language=language):
        assert isinstance(window, SelfCheckInWindow)
        read = labels(window)
        for label in read:
            if state != "long-name":
                check_size(label, f"{screen} {state}: {label.text()!r}", window._dress.scale)
        for one, other in combinations(read, 2):
            shared = one.geometry().intersected(other.geometry())
            assert min(shared.height(), shared.width()) <= 2, (
                f"{screen} {state}: {one.text()!r} over {other.text()!r}"
            )


def check_size(label: Lettering, where: str, scale: float) -> None:
    px, lines = label.fit()
    assert not any(line.endswith("…") for line in lines), where
    assert px >= label._px * scale * _SMALLEST_SHARE, where


def labels(window: SelfCheckInWindow) -> list[Lettering]:
    return [
        one
        for one in window.findChildren(Lettering)
        if one.isVisibleTo(window) and one.text() and one is not window.notice
    ]


def test_high_contrast_is_another_picture(qtbot: QtBot) -> None:
    plain = next(screens(QSize(270, 480)))[2].grab().toImage()
    dark = next(screens(QSize(270, 480), high_contrast=True))[2].grab().toImage()
    assert dark.pixelColor(135, 100).lightness() < plain.pixelColor(135, 100).lightness()
