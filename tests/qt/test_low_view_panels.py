"""A low view on panels other than the design's, and at heights that nobody would choose."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import combinations
from typing import cast

import pytest
from PySide6.QtCore import QRect, QSize, Qt

from kiosk.domain.settings import DeskSettings
from kiosk.ui.check_in_desk import CheckInDesk
from kiosk.ui.self_check_in.gallery import STAGES, Stage, _Clock
from kiosk.ui.self_check_in.layout import Layout
from kiosk.ui.self_check_in.modes import Access
from kiosk.ui.self_check_in.sample_desk import SampleDesk
from kiosk.ui.self_check_in.window import SelfCheckInWindow

UPRIGHT, LYING = QSize(1080, 1920), QSize(1920, 1080)
HARDEST = {
    ("welcome", "phone"), ("letters", "few"), ("letters", "latin"), ("digits", "typing"),
    ("consent", "many-options"), ("name", "short"), ("organisation", "typing"),
    ("question", "text"), ("signature", "empty"), ("desk", "unknown"), ("called", "waiting"),
    ("voice", "on"), ("pin", "empty"), ("administration", "settings"),
}  # fmt: skip
SHOWN = [one for one in STAGES if (one.screen, one.name) in HARDEST]


@pytest.fixture(autouse=True)
def whole_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the window for the whole screen, whatever screen the tests have."""

    def measure(layout: Layout, told: DeskSettings) -> None:
        window, dress = layout._window, layout._dress
        dress.calibrate(told.panel_inch, (window.width(), window.height()))
        dress.mount_mm = told.mount_mm

    monkeypatch.setattr(Layout, "measure", measure)


@contextmanager
def staged(
    stage: Stage, size: QSize, told: DeskSettings, access: Access
) -> Iterator[SelfCheckInWindow]:
    desk = SampleDesk(told, stage.event)
    window = SelfCheckInWindow(cast(CheckInDesk, desk), clock=_Clock())
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.resize(size)
    window.show()
    window.set_access(access)
    stage.setting(window, desk)
    window.tick()
    yield window
    window.close()
    window.deleteLater()


def boxes(window: SelfCheckInWindow) -> dict[str, QRect]:
    return {
        one.accessibleName(): QRect(one.mapTo(window, one.rect().topLeft()), one.size())
        for one in window._buttons()
    }


@pytest.mark.parametrize("stage", SHOWN, ids=lambda one: f"{one.screen}-{one.name}")
@pytest.mark.parametrize(
    ("size", "inches", "mount_mm", "scale"),
    [
        (UPRIGHT, 21.5, 0, 1.0),
        (UPRIGHT, 27, 700, 1.0),
        (UPRIGHT, 32, 100, 1.0),
        (UPRIGHT, 43, 0, 1.0),
        (UPRIGHT, 43, 0, 2.0),
        (UPRIGHT, 55, 500, 1.0),
        (UPRIGHT, 21.5, 10, 1.0),
        (UPRIGHT, 21.5, 1900, 1.0),
        (LYING, 32, 700, 1.0),
        (LYING, 43, 700, 1.0),
        (LYING, 43, 0, 2.0),
    ],
)
def test_everything_is_whole_apart_and_on_the_panel(
    qapp: object, stage: Stage, size: QSize, inches: float, mount_mm: int, scale: float
) -> None:
    told = DeskSettings(panel_inch=inches, mount_mm=mount_mm)
    with staged(stage, size, told, Access(scale=scale, is_low=True)) as window:
        shown = boxes(window)
        assert shown
        assert not window._shown.is_short_of_room
        assert [name for name, box in shown.items() if not window.rect().contains(box)] == []
        pairs = combinations(shown.items(), 2)
        assert [(one, two) for (one, box), (two, other) in pairs if box.intersects(other)] == []
        least = 12 * window._dress.panel_px_per_mm
        assert min(min(box.width(), box.height()) for box in shown.values()) >= least - 1


@pytest.mark.parametrize(("inches", "mount_mm"), [(27, 700), (32, 400), (43, 300), (55, 100)])
def test_what_is_touched_lies_between_400_and_1220_mm(
    qapp: object, inches: float, mount_mm: int
) -> None:
    told = DeskSettings(panel_inch=inches, mount_mm=mount_mm)
    letters = next(one for one in SHOWN if one.name == "latin")
    with staged(letters, UPRIGHT, told, Access(is_low=True)) as window:
        per_mm = window._dress.panel_px_per_mm
        found = boxes(window).values()
        assert mount_mm + min(UPRIGHT.height() - one.bottom() for one in found) / per_mm >= 400
        assert mount_mm + max(UPRIGHT.height() - one.top() for one in found) / per_mm <= 1220
