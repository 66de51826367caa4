"""Arrows and Enter alone, and a screen reader: all is reached, ringed, pressed and named."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator

import pytest
from ink_watch import Box, box_of, painted
from PIL import Image
from pixel_measures import contrast, picture
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from screen_measures import name_of

from kiosk.ui.self_check_in.gallery import STAGES, Stage, staged
from kiosk.ui.self_check_in.modes import Access
from kiosk.ui.self_check_in.window import SelfCheckInWindow

STANDING, LYING = QSize(1080, 1920), QSize(1920, 1080)
LOOKS = {
    "portrait": (STANDING, Access()),
    "landscape large": (LYING, Access(language="en", scale=2.0)),
    "low": (STANDING, Access(is_low=True)),
}
ARROWS = (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left)
# The desk's many reasons have the same controls: one with and one without the name finder do.
WALKED = [
    one
    for one in STAGES
    if one.screen != "desk" or one.name in ("unreadable", "cancelled", "right")
]


def press(key: Qt.Key) -> None:
    """Send a key as the keypad does: to what has the focus, and on to who takes it."""
    focused = QApplication.focusWidget()
    assert focused is not None
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(focused, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))


def walked(window: SelfCheckInWindow) -> set[QAbstractButton]:
    """Return what arrows reach, beginning where nothing has the focus."""
    window.setFocus()
    press(Qt.Key.Key_Down)
    first = QApplication.focusWidget()
    if not isinstance(first, QAbstractButton):
        return set()
    reached, ways = {first}, deque([first])
    while ways:
        here = ways.popleft()
        for arrow in ARROWS:
            here.setFocus()
            press(arrow)
            there = QApplication.focusWidget()
            if isinstance(there, QAbstractButton) and there not in reached:
                reached.add(there)
                ways.append(there)
    return reached


def offered(window: SelfCheckInWindow) -> set[QAbstractButton]:
    """Return every enabled button that is seen, whatever the window says of its own."""
    return {
        one for one in window.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()
    }


def hushed(window: SelfCheckInWindow) -> None:
    """Let presses lead nowhere: they are counted, and the screen stays."""
    for screen in window.screens:
        screen.blockSignals(True)
    window.deck.blockSignals(True)


def presses(button: QAbstractButton) -> int:
    """Return how often Enter presses a button."""
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    button.setFocus()
    press(Qt.Key.Key_Return)
    return len(pressed)


def shown(stage: Stage, look: str) -> Iterator[SelfCheckInWindow]:
    size, access = LOOKS[look]
    with staged(stage, size, access) as window:
        QApplication.setActiveWindow(window)
        yield window


@pytest.fixture(params=WALKED, ids=lambda one: f"{one.screen}-{one.name}")
def stage(request: pytest.FixtureRequest) -> Stage:
    return request.param  # type: ignore[no-any-return]


@pytest.mark.filterwarnings("ignore:.*setActiveWindow.*:DeprecationWarning")
@pytest.mark.parametrize("look", LOOKS)
def test_arrows_reach_and_enter_presses_everything(
    qapp: QApplication, stage: Stage, look: str
) -> None:
    for window in shown(stage, look):
        hushed(window)
        everything: set[QAbstractButton] = set()
        for _ in range(12):  # pages: of choices, of keys, of the deck
            here = offered(window)
            missed = [name_of(one) for one in here - walked(window)]
            assert missed == []
            fresh = here - everything
            everything |= here
            for button in fresh:
                if button.isVisible():
                    assert presses(button) == 1, name_of(button)
            if not fresh:
                break
            window.deck.turn_page()
            window._arrange()


def ring_contrast(shown: Image.Image, ring: Box, outside: float) -> float:
    """Return how well the ring is told, where it is told least of its four sides.

    Along a line across each side lie what is around it, its two rings and what it rings: one of the
    rings must be told from what is around it, and one from what it rings.
    """
    across, down = (ring.left + ring.right) / 2, (ring.top + ring.bottom) / 2
    whole = round(outside)
    rays = (
        [(ring.left + at, down) for at in range(-3, whole + 4)],
        [(ring.right - 1 - at, down) for at in range(-3, whole + 4)],
        [(across, ring.top + at) for at in range(-3, whole + 4)],
        [(across, ring.bottom - 1 - at) for at in range(-3, whole + 4)],
    )
    least = 21.0
    for ray in rays:
        spots = [(round(x), round(y)) for x, y in ray]
        if not all(0 <= x < shown.width and 0 <= y < shown.height for x, y in spots):
            continue
        read = [shown.getpixel(spot) for spot in spots]
        within = read[3 : 3 + whole]
        for beside in (read[0], read[-1]):
            least = min(least, max(contrast(beside, one) for one in within))  # type: ignore[arg-type]
    return least


@pytest.mark.filterwarnings("ignore:.*setActiveWindow.*:DeprecationWarning")
@pytest.mark.parametrize("has_contrast", [False, True], ids=["standard", "high-contrast"])
@pytest.mark.parametrize("screen", dict.fromkeys(one.screen for one in STAGES))
def test_the_ring_is_seen_around_what_enter_would_press(
    qapp: QApplication, screen: str, has_contrast: bool
) -> None:
    first = next(one for one in STAGES if one.screen == screen)
    with staged(first, STANDING, Access(has_contrast=has_contrast)) as window:
        QApplication.setActiveWindow(window)
        for button in {one.height() * 10_000 + one.y(): one for one in window._buttons()}.values():
            button.setFocus()
            ring = box_of(window.ring, window)
            assert window.ring.isVisible()
            assert ring.over(box_of(button, window)) < 0
            found = ring_contrast(picture(painted(window)[0]), ring, window._dress.px(15))
            assert found >= 3.0, name_of(button)


def focusable(window: SelfCheckInWindow) -> list[QWidget]:
    return [
        one
        for one in window.findChildren(QWidget)
        if one.isVisible() and one.focusPolicy() is not Qt.FocusPolicy.NoFocus
    ]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_screen_reader_hears_a_name_and_a_role(
    qapp: QApplication, stage: Stage, language: str
) -> None:
    with staged(stage, STANDING, Access(language=language)) as window:
        for one in focusable(window):
            heard = QAccessible.queryAccessibleInterface(one)
            assert heard is not None
            assert heard.text(QAccessible.Text.Name).strip(), type(one).__name__
            assert heard.role() is QAccessible.Role.Button, name_of(one)
            assert heard.state().focusable
        names = Counter(
            QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)
            for one in focusable(window)
        )
        twice = {name for name, count in names.items() if count > 1}
        assert all("*" in name for name in twice), "only masked people may have one name"
