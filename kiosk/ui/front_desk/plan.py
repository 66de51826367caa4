"""Plan: where the parts of the desk's window stand at any size."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from kiosk.ui.front_desk import counts_panel, top_bar

DESIGN_WIDTH, DESIGN_HEIGHT = 1366.0, 768.0
"""The mocks' window, at which one design pixel is one pixel."""
LEAST_WIDTH, LEAST_HEIGHT = 1024, 600
BANNER_HEIGHT = 124.0

_GAP = 14.0
_BETWEEN = 12.0
_LEGEND = 46.0
_LEFT, _RIGHT = 376.0, 312.0
_MIDDLE = DESIGN_WIDTH - _LEFT - _RIGHT - 4 * _GAP
_MIDDLE_HEIGHT = DESIGN_HEIGHT - top_bar.HEIGHT - _GAP - _LEGEND
_LEAST_LOG = 128.0
"""Its heading and three lines."""
_SMALLEST_FRAME = 0.75
"""At the least size; the tokens' smallest letters, 14 px, are kept from 1366×768 upwards."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Areas in the window's pixels, and two scales: the frame's, and the person's in the middle."""

    frame: float
    middle: float
    top: QRectF
    strip: QRectF
    left: QRectF
    banner: QRectF
    card: QRectF
    ready: QRectF
    counts: QRectF
    requests: QRectF
    log: QRectF
    legend: QRectF


def requests_room(width: float, height: float, strip: float = 0.0) -> float:
    """Return how tall requests may be in design pixels, so that some lines of the log stay."""
    frame = _frame(width, height)
    tall = height / frame - top_bar.HEIGHT - strip - _GAP - _LEGEND
    return tall - counts_panel.HEIGHT - _LEAST_LOG - 2 * _BETWEEN


def _frame(width: float, height: float) -> float:
    growth = min(width / DESIGN_WIDTH, height / DESIGN_HEIGHT)
    return max(_SMALLEST_FRAME, 1 + (growth - 1) * 0.5 if growth > 1 else growth)


def plan(width: float, height: float, requests: float = 0.0, strip: float = 0.0) -> Plan:
    """Return the plan for a size in pixels, with requests and a strip of heights in design pixels.

    Larger windows give half of the growth to the frame (1.2 at 1920×1080, as in the tokens) and the
    rest to the person, who is read from farther away. Requests push down the log alone, a strip all
    but the bar.
    """
    frame = _frame(width, height)
    gap, bar, legend = _GAP * frame, top_bar.HEIGHT * frame, _LEGEND * frame
    left_wide = min(width * _LEFT / DESIGN_WIDTH, _LEFT * frame * 1.25)
    right_wide = min(width * _RIGHT / DESIGN_WIDTH, _RIGHT * frame * 1.25)
    band = strip * frame
    top, tall = bar + band + gap, height - bar - band - gap - legend
    middle_left = left_wide + 2 * gap
    middle_wide = width - left_wide - right_wide - 4 * gap
    middle = min(middle_wide / _MIDDLE, tall / _MIDDLE_HEIGHT)
    right_left = width - right_wide - gap
    banner_tall, counts_tall = BANNER_HEIGHT * middle, counts_panel.HEIGHT * frame
    below = banner_tall + _BETWEEN * frame
    beside = counts_tall + _BETWEEN * frame
    asked = top + beside
    log = asked + (requests + _BETWEEN) * frame if requests else asked
    return Plan(
        frame,
        middle,
        top=QRectF(0, 0, width, bar),
        strip=QRectF(0, bar, width, band),
        left=QRectF(gap, top, left_wide, tall),
        banner=QRectF(middle_left, top, middle_wide, banner_tall),
        card=QRectF(middle_left, top + below, middle_wide, tall - below),
        ready=QRectF(middle_left, top, middle_wide, tall),
        counts=QRectF(right_left, top, right_wide, counts_tall),
        requests=QRectF(right_left, asked, right_wide, requests * frame),
        log=QRectF(right_left, log, right_wide, top + tall - log),
        legend=QRectF(0, height - legend, width, legend),
    )
