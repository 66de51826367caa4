"""Whatever a text is, it fits its box; and every word stands out from its ground."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.ui import theme
from kiosk.ui.theme import HIGH_CONTRAST, LIGHT, Colours
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.lettering import Type, fitted


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    text=st.text(min_size=1, max_size=90),
    width=st.integers(60, 900),
    height=st.integers(40, 400),
)
def test_any_text_at_all_fits_any_box(qapp: object, text: str, width: int, height: int) -> None:
    made = Type(96.0, 30.0, 20.0, theme.BOLD, 1.2)
    px, lines, _ = fitted(text, width, height, made)
    assert made.floor <= px <= made.wish
    for line in lines:
        alone = len(line.rstrip("…")) <= 1
        assert alone or theme.text_width(line, px, theme.BOLD) <= width + 0.5
    assert len(lines) == 1 or len(lines) * px * made.leading <= height + 2


def _luminance(colour: str) -> float:
    """Return a colour's relative luminance (WCAG 2.2)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


# What stands on what on the touchscreen's screens, by the roles the screens use.
_PAIRS = [
    ("ink", "sky"), ("ink2", "sky"), ("on_sea", "sea"), ("on_sea2", "sea"), ("on_sun", "sun"),
    ("on_sea", "sea_key"), ("on_sea", "deep"), ("ink", "paper"), ("ink2", "paper"),
    ("ink", "sand"), ("ink2", "sand"), ("on_ok", "ok"), ("on_ok2", "ok"), ("on_info", "info"),
    ("on_info2", "info"), ("desk_ink", "desk_field"), ("desk_arrow", "desk_square"),
    ("sign_ink", "sign_field"), ("ask_ink", "sea"),
]  # fmt: skip


@pytest.mark.parametrize(("colours", "least"), [(LIGHT, 4.5), (HIGH_CONTRAST, 12.0)])
@pytest.mark.parametrize(("ink", "ground"), _PAIRS)
def test_every_word_stands_out_from_its_ground(
    colours: Colours, least: float, ink: str, ground: str
) -> None:
    dress = Dress(colours=colours)
    light, dark = sorted(
        (_luminance(dress.colour(one).name()) for one in (ink, ground)), reverse=True
    )
    assert (light + 0.05) / (dark + 0.05) >= least
