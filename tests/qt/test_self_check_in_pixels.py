"""Colours, edges and marks of the touchscreen, measured in its pixels and in no palette.

The sample shows every state in every theme and language once. With ``EVERY_PIXEL=1`` in the
environment every view and size of words is measured as well, which takes about four minutes.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import combinations, cycle, pairwise, product

import pytest
from ink_watch import Ink, box_of, painted
from PIL import Image, ImageChops, ImageStat
from pixel_measures import crop, edge_contrast, ink_contrast, is_whole, luminance, picture
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from screen_measures import name_of

from kiosk.ui.self_check_in.gallery import STAGES, Stage, staged
from kiosk.ui.self_check_in.modes import SCALES, Access
from kiosk.ui.self_check_in.window import SelfCheckInWindow
from kiosk.ui.widgets.text_field import PaintedField

STANDING, LYING = QSize(1080, 1920), QSize(1920, 1080)
LOOKS = tuple(product((STANDING, LYING), (False, True), SCALES))
THEMES = tuple(product(("ko", "en"), (False, True)))
EDGE_REACH_PX = 10
_next_looks = cycle(LOOKS)


def looks() -> tuple[tuple[QSize, bool, float], ...]:
    """Return the sizes, views and scales to see: all of them, or the next in turn."""
    return LOOKS if os.environ.get("EVERY_PIXEL") else (next(_next_looks),)


def dresses(window: SelfCheckInWindow) -> Iterator[Access]:
    """Dress a window as every guest of the sample sees it."""
    for language, has_contrast in THEMES:
        for size, is_low, scale in looks():
            window.resize(size)
            access = Access(language, scale, is_low, has_contrast, window.access.has_voice)
            window.set_access(access)
            yield access


def covered(window: SelfCheckInWindow, ink: Ink) -> bool:
    """Tell whether ink may lie under the notice, or under the edge of a field."""
    if isinstance(ink.owner, PaintedField):
        return True
    if not window.notice.isVisible() or ink.owner is window.notice:
        return False
    return max(ink.box.away(box_of(window.notice, window))) < 0


def faint(window: SelfCheckInWindow, access: Access) -> Iterator[str]:
    """Yield ink that is cut, covered or too faint, and controls that nothing sets off."""
    image, ink = painted(window)
    shown = picture(image)
    for one in ink:
        if covered(window, one):
            continue
        least = 3.0 if one.is_icon else 7.0 if access.has_contrast else 4.5
        found = ink_contrast(crop(shown, one.box.grown(3).within(box_of(one.owner, window))))
        if found < least:
            yield f"contrast {found:.2f}: {one.text!r} of {name_of(one.owner)}"
        if not one.is_icon and not is_whole(shown, one):
            yield f"cut or covered: {one.text!r} of {name_of(one.owner)}"
    for button in window._buttons():
        found = edge_contrast(shown, box_of(button, window), EDGE_REACH_PX)
        if found < 3.0:
            yield f"edge {found:.2f}: {name_of(button)}"


@pytest.mark.parametrize("stage", STAGES, ids=lambda one: f"{one.screen}-{one.name}")
def test_every_word_icon_and_control_is_seen(qapp: object, stage: Stage) -> None:
    with staged(stage, STANDING, Access()) as window:
        found = [
            f"{window.width()} wide, {access}: {told}"
            for access in dresses(window)
            for told in faint(window, access)
        ]
    assert not found, "\n".join(found)


def stage_of(screen: str, name: str) -> Stage:
    return next(one for one in STAGES if (one.screen, one.name) == (screen, name))


SIGNS = {
    ("ok", "badge"): ("mark",),
    ("already", "sample"): ("mark",),
    ("desk", "right"): ("mark",),
    ("print-fault", "offline"): ("mark", "arrow"),
}
"""Which marks each verdict shows: who is in and has no badge sees both."""


def signs(stage: Stage, access: Access) -> Iterator[Image.Image]:
    """Yield a verdict's marks in black and white, as one sees them who sees no colours."""
    with staged(stage, STANDING, access) as window:
        shown = picture(window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888))
        for name in SIGNS[stage.screen, stage.name]:
            mark: QWidget = getattr(window._shown, name)
            grey = crop(shown, box_of(mark, window)).convert("L").resize((96, 96))
            low, high = grey.getextrema()
            middle = (low + high) / 2
            # The ground is at the corner of a disc's box, and a mark is what is not ground.
            is_dark = grey.getpixel((0, 0)) < middle
            yield grey.point([255 * ((one < middle) is not is_dark) for one in range(256)])


def alike(one: Image.Image, other: Image.Image) -> bool:
    return ImageStat.Stat(ImageChops.difference(one, other)).mean[0] < 25


@pytest.mark.parametrize("has_contrast", [False, True], ids=["standard", "high-contrast"])
def test_the_verdicts_are_told_apart_without_colours(qapp: object, has_contrast: bool) -> None:
    access = Access(has_contrast=has_contrast)
    seen = {one[0]: list(signs(stage_of(*one), access)) for one in SIGNS}
    for one, other in combinations(seen, 2):
        pairs = zip(seen[one], seen[other], strict=False)
        same = len(seen[one]) == len(seen[other]) and all(alike(*pair) for pair in pairs)
        assert not same, (one, other)


def pixels(frame: Image.Image) -> list[float]:
    """Return a picture's luminances."""
    held = frame.tobytes()
    return [luminance((held[at], held[at + 1], held[at + 2])) for at in range(0, len(held), 3)]


def moments(stage: Stage, has_contrast: bool) -> Iterator[Image.Image]:
    """Yield small pictures of three seconds, as often as the window's clock ticks."""
    with staged(stage, STANDING, Access(has_contrast=has_contrast)) as window:
        clock = window.guide.flow.clock
        for _ in range(round(FLASH_S / FRAME_S)):
            clock.now += FRAME_S  # type: ignore[attr-defined]
            window.tick()
            # A region is a ninth of the width: a badge's letters that pass are no flashes.
            grabbed = (
                window.grab()
                .toImage()
                .scaled(9, 16, mode=Qt.TransformationMode.SmoothTransformation)
            )
            yield picture(grabbed.convertToFormat(QImage.Format.Format_RGB888))


FLASH_S, FRAME_S = 3.0, 0.1
FLASHES_A_SECOND, FLASH_SHARE = 3, 0.1
"""WCAG 2.3.1: no more than three flashes a second of a tenth of the relative luminance."""


@pytest.mark.parametrize("has_contrast", [False, True], ids=["standard", "high-contrast"])
@pytest.mark.parametrize(
    "where",
    [("ok", "badge"), ("goodbye", "badge"), ("still-there", "asking")],
    ids=lambda one: one[0],
)
def test_nothing_flashes(qapp: object, where: tuple[str, str], has_contrast: bool) -> None:
    frames = [pixels(frame) for frame in moments(stage_of(*where), has_contrast)]
    assert len({tuple(frame) for frame in frames}) > 1 or has_contrast, "time passes"
    for spot in zip(*frames, strict=True):
        turns = [
            at for at, (one, then) in enumerate(pairwise(spot)) if abs(one - then) > FLASH_SHARE
        ]
        a_second = round(1 / FRAME_S)
        assert all(
            sum(at <= one < at + a_second for one in turns) <= FLASHES_A_SECOND for at in turns
        )
