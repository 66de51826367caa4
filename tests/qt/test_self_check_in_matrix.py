"""Every screen, in every state, language, size of words, view and way a panel stands, measured.

What is measured was painted (``screen_measures``); colours are measured in the pixels
(``test_self_check_in_pixels``). A window is staged once and then turned and dressed anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pytest
from matrix_exceptions import LOW_LETTERS, SMALLER
from PySide6.QtCore import QSize
from screen_measures import INK_MM, View

from kiosk.ui.self_check_in.gallery import STAGES, Stage, staged
from kiosk.ui.self_check_in.modes import SCALES, Access
from kiosk.ui.self_check_in.window import SelfCheckInWindow

STANDING, LYING = QSize(1080, 1920), QSize(1920, 1080)
VIEWS = {
    "portrait": (STANDING, False),
    "landscape": (LYING, False),
    "low portrait": (STANDING, True),
    "low landscape": (LYING, True),
}
LANGUAGES = ("ko", "en")
SCREENS = tuple(dict.fromkeys(stage.screen for stage in STAGES))

Case = tuple[str, str, str, float]
"""A state, a view, a language and how large the words are."""

Asked = tuple[str, float]
"""A view and how large the words are."""


def dressed(window: SelfCheckInWindow, view: str, access: Access) -> None:
    """Turn a window and give it a guest's choices; voice guidance stays as the stage has it."""
    size, is_low = VIEWS[view]
    if window.size() != size:
        window.resize(size)
    window.set_access(
        Access(access.language, access.scale, is_low, access.has_contrast, window.access.has_voice)
    )


def views(stage: Stage) -> Iterator[tuple[Case, View]]:
    """Yield what a stage looks like in every view, language and size of words."""
    with staged(stage, STANDING, Access()) as window:
        for view in VIEWS:
            for language in LANGUAGES:
                for scale in SCALES:
                    dressed(window, view, Access(language=language, scale=scale))
                    yield (stage.name, view, language, scale), View(window)


class Measured(NamedTuple):
    """What is wrong with a screen case by case, and by view and scale its smallest words.

    ``scales`` are beside the smallest words allowed at 100 %, ``jamo_mm`` the ink of ㅎ.
    """

    faults: dict[Case, list[str]]
    scales: dict[Asked, float]
    jamo_mm: dict[Asked, float]


@cache
def measured(screen: str) -> Measured:
    """Measure a screen in all its states."""
    made = Measured({}, {}, {})
    for stage in STAGES:
        if stage.screen == screen:
            for case, view in views(stage):
                found = list(view.faults())
                if found:
                    made.faults[case] = found
                if "short of room" not in found:
                    asked = case[1], case[3]
                    made.scales[asked] = min(made.scales.get(asked, 9.0), view.least_scale())
                    made.jamo_mm[asked] = min(made.jamo_mm.get(asked, 9e3), view.least_jamo_mm())
    return made


@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_is_cut_overlaps_or_is_too_small(qapp: object, screen: str) -> None:
    found = [f"{case}: {told}" for case, told in measured(screen).faults.items()]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("screen", SCREENS)
def test_words_are_as_large_as_asked_for_except_where_the_table_says(
    qapp: object, screen: str
) -> None:
    found = measured(screen).scales
    smaller = {asked: least for asked, least in found.items() if least < asked[1] * 0.985}
    assert smaller == pytest.approx(SMALLER.get(screen, {}), abs=0.02)


@pytest.mark.parametrize("screen", SCREENS)
def test_letters_on_keys_are_as_high_as_words_except_where_the_table_says(
    qapp: object, screen: str
) -> None:
    found = measured(screen).jamo_mm
    lower = {asked: high for asked, high in found.items() if high < INK_MM * 0.985}
    assert lower == pytest.approx(LOW_LETTERS.get(screen, {}), abs=0.1)
