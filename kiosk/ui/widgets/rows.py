"""Rows: blocks beside one another, in one row or in as many as they need."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from kiosk.ui.widgets.blocks import Block, Stack


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
        """Take from those with room for those without; a width that was told stays."""
        needs = [one.block.least_width() if one.width is None else one.width for one in self.cells]
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
