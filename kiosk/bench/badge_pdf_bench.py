"""A thousand badges as one PDF beside the drawing of their images."""

from __future__ import annotations

import tempfile
from pathlib import Path

from kiosk.bench.badge_bench import PEOPLE
from kiosk.bench.timing import Row, side_by_side

_N = 10
_BADGES = 100
"""A round; ten rounds are the thousand, so that a busy machine disturbs both sides alike."""


def measure() -> list[Row]:
    """Time a hundred badges at 300 dpi written as pages, and the same drawn as images."""
    from kiosk.services import badge_drawing, badge_files  # noqa: PLC0415 - with Pillow and the font

    template = badge_drawing.load_template("100x70")
    people = [PEOPLE[number % len(PEOPLE)] for number in range(_BADGES)]

    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as name:
        file = Path(name) / "badges.pdf"

        def ours() -> None:
            sides = (badge_drawing.cards(one, template) for one in people)
            badge_files.write_pdf(sides, file, template)

        def floor() -> None:
            for one in people:
                badge_drawing.draw(one, template)

        return [side_by_side("badge-pdf", ours, floor, n=_N, warm_up=1)]
