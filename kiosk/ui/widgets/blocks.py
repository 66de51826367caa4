"""Blocks: how a screen is put together, at any size, in either way a panel may stand.

A block knows the least height it needs at a width, the height it wishes for, and how to fill a box.
Widgets stand in leaves; what may be left out where there is no room says in which order.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
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


class Block(ABC):
    """A part of a screen.

    ``rank`` 0 is always there; of the others the highest goes first where there is no room.
    ``stretch`` is its share of the height that nobody wished for.
    """

    def __init__(self, *, rank: int = 0, stretch: float = 0.0) -> None:
        self.rank, self.stretch = rank, stretch

    @abstractmethod
    def least(self, width: float) -> float:
        """Return the least height at a width, in window pixels."""

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

    @abstractmethod
    def place(self, box: QRectF) -> None:
        """Fill a box."""

    @abstractmethod
    def widgets(self) -> Iterator[QWidget]:
        """Yield every widget in it."""

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
        # What stretches from nothing will stand between two gaps like anything else.
        shown = sum(held > 0 or one.stretch > 0 for held, one in zip(heights, kept, strict=True))
        left = box.height() - sum(heights) - self._gap * max(0, shown - 1)
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
