"""A short day of every kind of guest; ``campaigns/soak.py`` is the long one, which also times."""

from __future__ import annotations

from pathlib import Path

import pytest
from campaigns.soak import Figures, run
from soak_hall import SHARES

COUNT, EVERY = 600, 60

# Most of what the first screens, fonts and glyphs of a day take is over by then. So short a day
# tells a badge's picture or a widget left behind with each guest; only the long one tells less.
WARM, MOST_BYTES_A_GUEST = 300, 16 * 1024


def bytes_a_guest(figures: Figures) -> float:
    """Return how much memory each guest after the warm-up has left behind, by least squares."""
    held = [(done, size) for done, size in figures.memory if done >= WARM]
    middle = sum(done for done, _ in held) / len(held)
    level = sum(size for _, size in held) / len(held)
    above = sum((done - middle) * (size - level) for done, size in held)
    return above / sum((done - middle) ** 2 for done, _ in held)


@pytest.mark.usefixtures("qapp")
def test_six_hundred_guests_are_accounted_for_and_leave_no_memory_behind(tmp_path: Path) -> None:
    figures = run(tmp_path, COUNT, seed=3, every=EVERY)
    assert figures.faults == []
    assert figures.wanted.total() == COUNT
    assert set(figures.wanted) == set(SHARES)
    assert bytes_a_guest(figures) <= MOST_BYTES_A_GUEST
