"""The touch keyboard on the screen: its pages, its two boards, and both languages."""

from __future__ import annotations

import pytest

from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.keyboard import Keyboard
from kiosk.ui.widgets.keyboards import SPLIT, WHOLE
from kiosk.ui.widgets.keycaps import Page


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("page", sorted(set(SPLIT) | set(WHOLE)))
@pytest.mark.parametrize("first", [Page.HANGUL, Page.LATIN])
def test_every_page_is_measured_laid_out_and_named_in_another_language(
    page: Page, first: Page
) -> None:
    dress = Dress(text_scale=2.0)
    keyboard = Keyboard(dress, first)
    for width in (1000.0, 300.0, 1000.0):
        keyboard.turn_to(page)
        keyboard.least_height(width)
        keyboard.resize(int(width), 700)
        keyboard.grab()
        keyboard.speak("en")
        keyboard.speak("ko")
        assert set(keyboard.buttons) == {key.sends for key in keyboard._layout().keys}
