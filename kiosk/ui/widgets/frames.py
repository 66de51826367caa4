"""Frames: blocks that give another block a ground, a shape, a page, or room of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from kiosk.ui.widgets.blocks import Block, Stack


class Pane(Block):
    """A block inside another's edges, with a ground of its own."""

    def __init__(
        self, ground: QWidget, inner: Block, pads: tuple[float, float], *, rank: int = 0,
        stretch: float = 0.0,
    ) -> None:  # fmt: skip
        super().__init__(rank=rank, stretch=stretch)
        self._ground, self._inner, self._pads = ground, inner, pads

    def least(self, width: float) -> float:
        """Return the inner block's and the edges."""
        return self._inner.least(width - 2 * self._pads[0]) + 2 * self._pads[1]

    def wish(self, width: float) -> float:
        """Return the inner block's and the edges."""
        return self._inner.wish(width - 2 * self._pads[0]) + 2 * self._pads[1]

    def least_width(self) -> float:
        """Return the inner block's and the edges."""
        return self._inner.least_width() + 2 * self._pads[0]

    def place(self, box: QRectF) -> None:
        """Place the ground, and the block inside it."""
        self._ground.setGeometry(box.toRect())
        self._ground.show()
        self._ground.lower()
        across, down = self._pads
        self._inner.place(box.adjusted(across, down, -across, -down))

    def widgets(self) -> Iterator[QWidget]:
        """Yield the ground and what stands on it."""
        yield self._ground
        yield from self._inner.widgets()


class Centred(Block):
    """A widget of a fixed shape, as large as its box lets it be, in the middle of it.

    ``shape`` is height by width; ``least`` and ``most`` are heights in window pixels.
    """

    def __init__(
        self,
        widget: QWidget,
        sizes: tuple[float, float],
        *,
        shape: float = 1.0,
        rank: int = 0,
        stretch: float = 0.0,
    ) -> None:
        super().__init__(rank=rank, stretch=stretch)
        self._widget, self._shape = widget, shape
        self._least, self._most = sizes

    def least(self, width: float) -> float:
        """Return the least height, less where the width allows no more."""
        return min(self._least, width * self._shape)

    def wish(self, width: float) -> float:
        """Return the greatest height that the width allows."""
        return min(self._most, width * self._shape)

    def least_width(self) -> float:
        """Return the width at the least height."""
        return self._least / self._shape

    def place(self, box: QRectF) -> None:
        """Stand in the middle of the box."""
        high = min(self._most, box.height(), box.width() * self._shape)
        wide = high / self._shape
        middle = box.center()
        spot = QRectF(middle.x() - wide / 2, middle.y() - high / 2, wide, high)
        self._widget.setGeometry(spot.toRect())
        self._widget.show()

    def widgets(self) -> Iterator[QWidget]:
        """Yield the widget."""
        yield self._widget


class Paged(Block):
    """Blocks of which a page is shown at a time, as many as there is room for."""

    def __init__(
        self, blocks: Sequence[Block], gap: float, page: int, *, rank: int = 0, stretch: float = 0.0
    ) -> None:
        super().__init__(rank=rank, stretch=stretch)
        self.blocks, self._gap, self._page = list(blocks), gap, page
        self.count = 1

    def least(self, width: float) -> float:
        """Return the height of the tallest block alone."""
        return max((one.least(width) for one in self.blocks), default=0.0)

    def wish(self, width: float) -> float:
        """Return the height of all of them."""
        return Stack(self.blocks, self._gap).wish(width)

    def least_width(self) -> float:
        """Return the widest block's."""
        return max((one.least_width() for one in self.blocks), default=1.0)

    def pages(self, width: float, height: float) -> list[list[Block]]:
        """Return which blocks stand on which page."""
        pages: list[list[Block]] = []
        for block in self.blocks:
            trial = [*pages[-1], block] if pages else [block]
            if pages and Stack(trial, self._gap).least(width) <= height + 0.5:
                pages[-1].append(block)
            else:
                pages.append([block])
        return pages

    def place(self, box: QRectF) -> None:
        """Show the page, and keep how many there are in ``count``."""
        pages = self.pages(box.width(), box.height())
        self.count = max(1, len(pages))
        self.hide()
        if pages:
            Stack(pages[self._page % self.count], self._gap).place(box)

    def widgets(self) -> Iterator[QWidget]:
        """Yield those of every block."""
        for one in self.blocks:
            yield from one.widgets()


class Bleed(Block):
    """A block that reaches into the margins by so many window pixels on either side."""

    def __init__(self, inner: Block, by: float, *, rank: int = 0, stretch: float = 0.0) -> None:
        super().__init__(rank=rank, stretch=stretch)
        self._inner, self._by = inner, by

    def least(self, width: float) -> float:
        """Return the inner block's, at the greater width."""
        return self._inner.least(width + 2 * self._by)

    def wish(self, width: float) -> float:
        """Return the inner block's, at the greater width."""
        return self._inner.wish(width + 2 * self._by)

    def least_width(self) -> float:
        """Return the inner block's, less the margins."""
        return self._inner.least_width() - 2 * self._by

    def place(self, box: QRectF) -> None:
        """Place the inner block across the margins."""
        self._inner.place(box.adjusted(-self._by, 0, self._by, 0))

    def widgets(self) -> Iterator[QWidget]:
        """Yield the inner block's."""
        yield from self._inner.widgets()


class Kept(Block):
    """A block whose place is kept at a height, however little stands in it."""

    def __init__(self, inner: Block, height: float, *, rank: int = 0) -> None:
        super().__init__(rank=rank)
        self._inner, self._height = inner, height

    def least(self, width: float) -> float:
        """Return the inner block's."""
        return self._inner.least(width)

    def wish(self, width: float) -> float:
        """Return the height that is kept, or what the inner block needs beyond it."""
        return max(self._height, self._inner.least(width))

    def least_width(self) -> float:
        """Return the inner block's."""
        return self._inner.least_width()

    def place(self, box: QRectF) -> None:
        """Place the inner block."""
        self._inner.place(box)

    def widgets(self) -> Iterator[QWidget]:
        """Yield the inner block's."""
        yield from self._inner.widgets()
