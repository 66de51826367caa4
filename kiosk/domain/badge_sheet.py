"""Sheets of labels: where each badge stands on a page of many, and which places are used up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

MOST_LABELS = 100
_PAGE_MM = (50.0, 450.0)
_TINY_MM = 1e-6


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of ``columns`` times ``rows`` labels, in millimetres; A3 is the largest page.

    ``left_mm`` and ``top_mm`` are the page's margins to the first label, the gaps lie between two.
    """

    page_width_mm: float
    page_height_mm: float
    left_mm: float
    top_mm: float
    columns: int
    rows: int
    gap_x_mm: float = 0.0
    gap_y_mm: float = 0.0

    @property
    def labels(self) -> int:
        """Return how many labels a page has."""
        return self.columns * self.rows

    def corner_mm(self, place: int, width_mm: float, height_mm: float) -> tuple[float, float]:
        """Return the top left corner of a place, counted from 0 in rows from the top left."""
        row, column = divmod(place, self.columns)
        return (
            self.left_mm + column * (width_mm + self.gap_x_mm),
            self.top_mm + row * (height_mm + self.gap_y_mm),
        )

    def places(self, start: int = 1) -> Iterator[int]:
        """Yield places without end, page by page; ``start`` counts the first free one from 1."""
        place = start - 1
        while True:
            yield place
            place = (place + 1) % self.labels

    def fault(self, width_mm: float, height_mm: float) -> tuple[str, str] | None:
        """Return the key of the first measure that does not fit labels of a size, and why."""
        least, most = _PAGE_MM
        for key, length in (
            ("page_width_mm", self.page_width_mm),
            ("page_height_mm", self.page_height_mm),
        ):
            if not least <= length <= most:
                return key, f"must be from {least:g} to {most:g}"
        if not 1 <= self.labels <= MOST_LABELS:
            return "columns", f"must make at most {MOST_LABELS} labels with rows"
        left, top = self.corner_mm(self.labels - 1, width_mm, height_mm)
        if left + width_mm > self.page_width_mm + _TINY_MM:
            return "columns", "must fit the page's width"
        if top + height_mm > self.page_height_mm + _TINY_MM:
            return "rows", "must fit the page's height"
        return None
