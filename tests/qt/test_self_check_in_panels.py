"""Panels of other sizes, hung at other heights, and windows of any size between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ink_watch import box_of
from matrix_exceptions import PANEL_FAULTS
from PySide6.QtCore import QSize
from screen_measures import LEAST_MM, View, name_of

from kiosk.ui.self_check_in.gallery import STAGES, Stage, staged
from kiosk.ui.self_check_in.modes import Access
from kiosk.ui.self_check_in.window import SelfCheckInWindow

_FIRST = {one.screen: one for one in reversed(STAGES)}
GUESTS = [one for screen, one in _FIRST.items() if screen not in ("pin", "administration")]


class Panel(NamedTuple):
    """A panel's diagonal in inches and its pixels."""

    inch: float
    size: QSize


PANELS = {
    "10.1 standing": Panel(10.1, QSize(800, 1280)),
    "10.1 lying": Panel(10.1, QSize(1280, 800)),
    "15.6 standing": Panel(15.6, QSize(1080, 1920)),
    "15.6 lying": Panel(15.6, QSize(1920, 1080)),
    "21.5 standing": Panel(21.5, QSize(1080, 1920)),
    "32 standing": Panel(32, QSize(1080, 1920)),
    "32 lying": Panel(32, QSize(3840, 2160)),
}

# Too small for the millimetres of many screens, and whole all the same.
SMALL_PANELS = {
    "7 lying": Panel(7, QSize(1024, 600)),
    "8 standing": Panel(8, QSize(800, 1280)),
    "12 standing": Panel(12, QSize(1080, 1920)),
    "13.3 lying": Panel(13.3, QSize(1920, 1080)),
}

_SIZE = re.compile(r"(ink )?[0-9.]+ mm")


class _Screen:
    """Stands in for the screen that a window is on."""

    def __init__(self, size: QSize) -> None:
        self._size = size

    def size(self) -> QSize:
        return self._size


@contextmanager
def on_panel(
    stage: Stage, panel: Panel, access: Access, *, mount_mm: int = 0
) -> Iterator[SelfCheckInWindow]:
    """Give a window that fills a panel and knows its millimetres."""
    with staged(stage, panel.size, Access()) as window:
        window.screen = lambda: _Screen(panel.size)  # type: ignore[assignment,method-assign]
        desk = window._desk
        desk.settings = replace(desk.settings, panel_inch=panel.inch, mount_mm=mount_mm)
        window.take_settings()
        window.set_access(replace(access, has_voice=window.access.has_voice))
        yield window


@pytest.mark.parametrize("panel", [*PANELS, *SMALL_PANELS])
def test_a_screen_is_whole_on_every_panel_and_as_large_as_the_table_says(
    qapp: object, panel: str
) -> None:
    """Nothing is cut or overlaps anywhere; millimetres are kept where there is room for them."""
    small: dict[str, list[str]] = {}
    for stage in GUESTS:
        with on_panel(stage, {**PANELS, **SMALL_PANELS}[panel], Access()) as window:
            faults = list(View(window).faults())
        assert [told for told in faults if not _SIZE.match(told)] == [], stage
        if faults:
            small[stage.screen] = faults
    if panel in PANELS:
        known = PANEL_FAULTS.get(panel, frozenset())
        assert {screen: told for screen, told in small.items() if screen not in known} == {}
        assert known <= set(small), "these fit now: take them off the list"


@pytest.mark.parametrize("mount_mm", [300, 900, 1100])
@pytest.mark.parametrize("stage", GUESTS, ids=lambda one: one.screen)
@pytest.mark.parametrize("panel", ["21.5 standing", "21.5 lying"])
def test_a_low_view_lies_between_400_and_1220_mm_above_the_floor(
    qapp: object, stage: Stage, panel: str, mount_mm: int
) -> None:
    held = Panel(21.5, QSize(1080, 1920) if panel.endswith("standing") else QSize(1920, 1080))
    with on_panel(stage, held, Access(is_low=True), mount_mm=mount_mm) as window:
        mm = window._dress.mm(1.0)
        for button in window._buttons():
            box = box_of(button, window)
            top, foot = ((window.height() - edge) / mm + mount_mm for edge in (box.top, box.bottom))
            assert top <= 1220 + 1, name_of(button)
            assert foot >= 400 - 1, name_of(button)


sides = st.integers(700, 2600)


@pytest.mark.parametrize("stage", GUESTS, ids=lambda one: one.screen)
@settings(max_examples=5, deadline=None)
@given(wide=sides, high=sides, is_low=st.booleans(), language=st.sampled_from(["ko", "en"]))
def test_in_a_window_of_any_size_nothing_overlaps(
    qapp: object, stage: Stage, wide: int, high: int, is_low: bool, language: str
) -> None:
    with staged(stage, QSize(wide, high), Access(language=language, is_low=is_low)) as window:
        view = View(window)
        assert view.screen.is_short_of_room or not list(view.overlaps())
        least = LEAST_MM * view.mm - 2
        small = [name_of(one) for one, box in view.buttons if min(box.wide, box.tall) < least]
        assert view.screen.is_short_of_room or not small
