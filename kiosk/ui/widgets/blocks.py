"""Blocks: how a screen is put together, at any size, in either way a panel may stand.

A block knows the least height it needs at a width, the height it wishes for, and how to fill a box.
Widgets stand in leaves; what may be left out where there is no room says in which order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget


class Sized(Protocol):
    """What a widget tells of itself to be placed; all in window pixels."""

    def least_height(self, width: float) -> float:
        """Return the height below which it loses something."""

    def wished_height(self, width: float) -> float:
        """Return the height at which it looks best."""

    def least_width(self) -> float:
        """Return the width below which it loses something."""


class Block:
    """A part of a screen.

    ``rank`` 0 is always there; of the others the highest goes first where there is no room.
    ``stretch`` is its share of the height that nobody wished for.
    """

    def __init__(self, *, rank: int = 0, stretch: float = 0.0) -> None:
        self.rank, self.stretch = rank, stretch

    def least(self, width: float) -> float:
        """Return the least height at a width, in window pixels."""
        raise NotImplementedError

    def wish(self, width: float) -> float:
        """Return the wished height at a width."""
        return self.least(width)

    def least_width(self) -> float:
        """Return the least width."""
        return 1.0

    def natural_width(self) -> float:
        """Return the width at which nothing is broken into lines, or the least one."""
        return self.least_width()

    def settled(self, _width: float, height: float) -> float:
        """Return how much of a height it really takes: words of a size fill no broken lines."""
        return height

    def place(self, box: QRectF) -> None:
        """Fill a box."""
        raise NotImplementedError

    def widgets(self) -> Iterator[QWidget]:
        """Yield every widget in it."""
        raise NotImplementedError

    def hide(self) -> None:
        """Leave it out."""
        for widget in self.widgets():
            widget.hide()


class Gap(Block):
    """Room with nothing in it."""

    def __init__(self, least: float = 0.0, *, stretch: float = 0.0, rank: int = 0) -> None:
        super().__init__(rank=rank, stretch=stretch)
        self._least = least

    def least(self, _width: float) -> float:
        """Return its height."""
        return self._least

    def place(self, _box: QRectF) -> None:
        """Have nothing to place."""

    def widgets(self) -> Iterator[QWidget]:
        """Yield nothing."""
        yield from ()


class Leaf(Block):
    """One widget; ``least`` and ``wish`` in window pixels overrule what it says of itself."""

    def __init__(
        self,
        widget: QWidget,
        *,
        least: float | None = None,
        wish: float | None = None,
        rank: int = 0,
        stretch: float = 0.0,
    ) -> None:
        super().__init__(rank=rank, stretch=stretch)
        self.widget = widget
        self._least, self._wish = least, wish

    def least(self, width: float) -> float:
        """Return what was told, else what the widget says."""
        return self._least if self._least is not None else _sized(self.widget).least_height(width)

    def wish(self, width: float) -> float:
        """Return what was told, else what the widget says, never below the least."""
        least = self.least(width)
        if self._wish is not None:
            return max(least, self._wish)
        return least if self._least is not None else _sized(self.widget).wished_height(width)

    def least_width(self) -> float:
        """Return the widget's."""
        told: Callable[[], float] | None = getattr(self.widget, "least_width", None)
        return told() if told else 1.0

    def natural_width(self) -> float:
        """Return the widget's."""
        told: Callable[[], float] | None = getattr(self.widget, "natural_width", None)
        return max(told() if told else 1.0, self.least_width())

    def settled(self, width: float, height: float) -> float:
        """Return what the widget says it takes of a height."""
        told = getattr(self.widget, "taken_height", None)
        return min(height, told(width, height)) if told and height > 0 else height

    def place(self, box: QRectF) -> None:
        """Give the widget the box; one that lays out others does so, for their words may differ."""
        self.widget.setGeometry(box.toRect())
        lay_out: Callable[[], None] | None = getattr(self.widget, "lay_out", None)
        if lay_out:
            lay_out()
        self.widget.show()

    def widgets(self) -> Iterator[QWidget]:
        """Yield the widget."""
        yield self.widget


def _sized(widget: QWidget) -> Sized:
    return widget  # type: ignore[return-value]


class Stack(Block):
    """Blocks below one another; ``align`` (0 to 1) is their place in a box too tall for them."""

    def __init__(
        self,
        blocks: Sequence[Block],
        gap: float,
        *,
        align: float = 0.0,
        rank: int = 0,
        stretch: float = 0.0,
    ) -> None:
        super().__init__(rank=rank, stretch=stretch)
        self.blocks, self._gap, self._align = list(blocks), gap, align

    def least(self, width: float) -> float:
        """Return the height of what is never left out."""
        return self._sum([one.least(width) for one in self.blocks if one.rank == 0])

    def wish(self, width: float) -> float:
        """Return the height at which all of it looks best."""
        return self._sum([one.wish(width) for one in self.blocks])

    def least_width(self) -> float:
        """Return the widest block's, of those never left out."""
        needed = [one for one in self.blocks if one.rank == 0]
        return max((one.least_width() for one in needed), default=1.0)

    def _sum(self, heights: list[float]) -> float:
        shown = [one for one in heights if one > 0]
        return sum(shown) + self._gap * max(0, len(shown) - 1)

    def kept(self, width: float, height: float) -> list[Block]:
        """Return what is shown in a height: what can be spared goes, the highest rank first."""
        kept = [one for one in self.blocks if one.rank == 0 or one.least_width() <= width + 0.5]
        while self._sum([one.least(width) for one in kept]) > height + 0.5:
            spare = max(kept, key=lambda one: one.rank, default=None)
            if spare is None or spare.rank == 0:
                break
            kept.remove(spare)
        return kept

    def place(self, box: QRectF) -> None:
        """Share the height out: first what is needed, then what is wished, then what stretches."""
        kept = self.kept(box.width(), box.height())
        for one in self.blocks:
            if one not in kept:
                one.hide()
        heights = self._heights(kept, box)
        over = box.height() - self._sum(heights)
        y = box.top() + max(0.0, over) * self._align
        for block, height in zip(kept, heights, strict=True):
            if height <= 0:
                block.hide()
                continue
            block.place(QRectF(box.left(), y, box.width(), height))
            y += height + self._gap

    def _heights(self, kept: list[Block], box: QRectF) -> list[float]:
        """Return the heights: what words wish for first, and last what may be of any size."""
        width = box.width()
        heights = [one.least(width) for one in kept]
        for stretches in (False, True):
            places = [at for at, one in enumerate(kept) if bool(one.stretch) is stretches]
            room = box.height() - self._sum(heights)
            wants = {at: max(0.0, kept[at].wish(width) - heights[at]) for at in places}
            whole = sum(wants.values())
            share = min(1.0, room / whole) if room > 0 and whole > 0 else 0.0
            for at, want in wants.items():
                heights[at] += want * share
        heights = [one.settled(width, held) for one, held in zip(kept, heights, strict=True)]
        left = box.height() - self._sum(heights)
        whole = sum(one.stretch for one in kept)
        if left > 0 and whole > 0:
            heights = [
                held + left * one.stretch / whole for held, one in zip(heights, kept, strict=True)
            ]
        return heights

    def widgets(self) -> Iterator[QWidget]:
        """Yield those of every block."""
        for one in self.blocks:
            yield from one.widgets()


@dataclass(frozen=True, slots=True)
class Cell:
    """A block of a row: ``share`` of the width left over, or ``width`` in window pixels."""

    block: Block
    share: float = 1.0
    width: float | None = None


class Row(Block):
    """Blocks beside one another, all as tall as the row, or in the middle of it."""

    def __init__(
        self,
        cells: Sequence[Cell | Block],
        gap: float,
        *,
        middle: bool = False,
        natural: bool = False,
        rank: int = 0,
        stretch: float = 0.0,
    ) -> None:
        super().__init__(rank=rank, stretch=stretch)
        self.cells = [one if isinstance(one, Cell) else Cell(one) for one in cells]
        self._gap, self._middle, self._natural = gap, middle, natural

    def _natural_widths(self, width: float) -> list[float]:
        """Begin with what each would like, and share out what is left over or lacking."""
        room = width - self._gap * (len(self.cells) - 1)
        wishes = [one.block.natural_width() for one in self.cells]
        over = room - sum(wishes)
        if over >= 0:
            shares = sum(one.share for one in self.cells) or 1.0
            return [
                wish + over * one.share / shares
                for one, wish in zip(self.cells, wishes, strict=True)
            ]
        spare = [
            max(0.0, wish - one.block.least_width())
            for one, wish in zip(self.cells, wishes, strict=True)
        ]
        # Those that can be short give way first, and wholly.
        taken, lack = list(wishes), -over
        for place in sorted(range(len(spare)), key=lambda at: -spare[at] / wishes[at]):
            given = min(lack, spare[place])
            taken[place] -= given
            lack -= given
        return taken

    def _widths(self, width: float) -> list[float]:
        if self._natural:
            return self._natural_widths(width)
        room = width - self._gap * (len(self.cells) - 1)
        room -= sum(one.width for one in self.cells if one.width is not None)
        shares = sum(one.share for one in self.cells if one.width is None) or 1.0
        widths = [
            one.width if one.width is not None else room * one.share / shares for one in self.cells
        ]
        return self._evened(widths)

    def _evened(self, widths: list[float]) -> list[float]:
        """Take from those with room for those without."""
        needs = [one.block.least_width() for one in self.cells]
        short = sum(max(0.0, need - held) for need, held in zip(needs, widths, strict=True))
        spare = [max(0.0, held - need) for need, held in zip(needs, widths, strict=True)]
        if short <= 0 or sum(spare) <= 0:
            return widths
        taken = min(1.0, short / sum(spare))
        given = min(1.0, sum(spare) / short)
        return [
            held - rest * taken if rest > 0 else held + (need - held) * given
            for held, rest, need in zip(widths, spare, needs, strict=True)
        ]

    def least(self, width: float) -> float:
        """Return the tallest block's least."""
        pairs = zip(self.cells, self._widths(width), strict=True)
        return max((one.block.least(wide) for one, wide in pairs), default=0.0)

    def wish(self, width: float) -> float:
        """Return the tallest block's wish."""
        pairs = zip(self.cells, self._widths(width), strict=True)
        return max((one.block.wish(wide) for one, wide in pairs), default=0.0)

    def least_width(self) -> float:
        """Return the least widths together."""
        widths = [one.width or one.block.least_width() for one in self.cells]
        return sum(widths) + self._gap * (len(self.cells) - 1)

    def place(self, box: QRectF) -> None:
        """Share the width out."""
        x = box.left()
        for cell, wide in zip(self.cells, self._widths(box.width()), strict=True):
            height = box.height()
            if self._middle:
                height = min(height, cell.block.wish(wide))
            y = box.top() + (box.height() - height) / 2
            cell.block.place(QRectF(x, y, wide, height))
            x += wide + self._gap

    def widgets(self) -> Iterator[QWidget]:
        """Yield those of every block."""
        for one in self.cells:
            yield from one.block.widgets()


class Flow(Block):
    """Blocks in as many rows as their least widths ask for, each row filled to the edge."""

    def __init__(
        self,
        cells: Sequence[Cell | Block],
        gap: float,
        *,
        rank: int = 0,
        stretch: float = 0.0,
        most: int = 0,
    ) -> None:
        super().__init__(rank=rank, stretch=stretch)
        self.cells = [one if isinstance(one, Cell) else Cell(one) for one in cells]
        self._gap, self._most = gap, most

    def rows(self, width: float) -> list[Row]:
        """Return the rows at a width."""
        rows: list[list[Cell]] = []
        for cell in self.cells:
            wide = sum(one.block.least_width() + self._gap for one in rows[-1]) if rows else 0.0
            fits = bool(rows) and wide + cell.block.least_width() <= width + 0.5
            if fits and not (self._most and len(rows[-1]) >= self._most):
                rows[-1].append(cell)
            else:
                rows.append([cell])
        return [Row(one, self._gap, natural=True) for one in rows]

    def _stack(self, width: float) -> Stack:
        return Stack(self.rows(width), self._gap)

    def least(self, width: float) -> float:
        """Return the rows' least together."""
        return self._stack(width).least(width)

    def wish(self, width: float) -> float:
        """Return the rows' wish together."""
        return self._stack(width).wish(width)

    def least_width(self) -> float:
        """Return the widest block's."""
        return max((one.block.least_width() for one in self.cells), default=1.0)

    def place(self, box: QRectF) -> None:
        """Place the rows, all of them as tall as there is room for."""
        rows = self.rows(box.width())
        for row in rows:
            row.stretch = 1.0
        Stack(rows, self._gap).place(box)

    def widgets(self) -> Iterator[QWidget]:
        """Yield those of every block."""
        for one in self.cells:
            yield from one.block.widgets()


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
