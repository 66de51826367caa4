"""Blocks and keys at any size: in order, inside their box, never over one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from kiosk.ui.widgets.blocks import Block, Gap, Stack
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.frames import Bleed, Centred, Paged, Pane
from kiosk.ui.widgets.keyboard import Keyboard
from kiosk.ui.widgets.keycaps import Page
from kiosk.ui.widgets.keypad import CONSONANTS, DIGITS, LATIN, Key, Keypad
from kiosk.ui.widgets.rows import Cell, Flow, Row

ROUNDING = 0.51
"""What a sum of shares may lose, and half a pixel that a row allows itself."""


@dataclass(eq=False)
class Box(Block):
    """A block of known needs that remembers where it was placed, or that it was left out."""

    low: float
    more: float = 0.0
    narrow: float = 1.0
    rank: int = 0
    stretch: float = 0.0
    area: float = 0.0
    placed: QRectF | None = field(default=None, init=False)

    def least(self, width: float) -> float:
        """Words that are broken into lines are taller where there is less width."""
        return self.low + (self.area / max(width, 1.0) if self.low else 0.0)

    def wish(self, width: float) -> float:
        return self.least(width) + self.more

    def least_width(self) -> float:
        return self.narrow

    def place(self, box: QRectF) -> None:
        self.placed = QRectF(box)

    def widgets(self) -> Iterator[QWidget]:
        yield from ()

    def hide(self) -> None:
        self.placed = None


@st.composite
def boxes(draw: st.DrawFn, *, spare: bool = True) -> Box:
    low = draw(st.sampled_from([0.0, 20.0, 48.5, 81.0]) | st.floats(10, 200))
    return Box(
        low=low,
        more=draw(st.floats(0, 150)) if low else 0.0,
        narrow=draw(st.floats(1, 160)),
        rank=draw(st.integers(0, 4)) if spare else 0,
        stretch=draw(st.sampled_from([0.0, 0.0, 0.3, 1.0])),
        area=draw(st.sampled_from([0.0, 0.0, 9_000.0])),
    )


MANY = st.lists(boxes(), min_size=1, max_size=7)
NEEDED = st.lists(boxes(spare=False), min_size=1, max_size=7)
GAPS = st.floats(0, 30)
ORIGIN = st.tuples(st.floats(-50, 300), st.floats(-50, 300))
EXTRA = st.floats(0, 600)


def room(block: Block, origin: tuple[float, float], wide: float, tall: float) -> QRectF:
    """Return a box in which a block has what it needs, and so much more."""
    width = block.least_width() + wide
    return QRectF(*origin, width, block.least(width) + tall)


def check_inside(box: QRectF, placed: Sequence[QRectF]) -> None:
    for one in placed:
        assert one.left() >= box.left() - ROUNDING, (box, one)
        assert one.right() <= box.right() + ROUNDING, (box, one)
        assert one.top() >= box.top() - ROUNDING, (box, one)
        assert one.bottom() <= box.bottom() + ROUNDING, (box, one)


def check_apart(placed: Sequence[QRectF], gap: float) -> None:
    """See that no two are over one another, and are a gap apart in one direction at least."""
    for place, one in enumerate(placed):
        for other in placed[place + 1 :]:
            across = max(one.left() - other.right(), other.left() - one.right())
            down = max(one.top() - other.bottom(), other.top() - one.bottom())
            assert max(across, down) >= gap - ROUNDING, (one, other)


def shown(blocks: Sequence[Box]) -> list[QRectF]:
    return [one.placed for one in blocks if one.placed is not None]


def check_wish(block: Block, width: float) -> None:
    assert block.least(width) <= block.wish(width) + 1e-6


@given(MANY, GAPS, ORIGIN, EXTRA, EXTRA, st.floats(0, 1))
def test_a_stack_keeps_its_order_and_its_box(
    blocks: list[Box], gap: float, origin: tuple[float, float], wide: float, tall: float,
    align: float,
) -> None:  # fmt: skip
    stack = Stack(blocks, gap, align=align)
    box = room(stack, origin, wide, tall)
    check_wish(stack, box.width())
    stack.place(box)
    placed = shown(blocks)
    check_inside(box, placed)
    check_apart(placed, gap)
    assert [one.top() for one in placed] == sorted(one.top() for one in placed)
    for block in blocks:
        if block.placed is not None:
            assert block.placed.height() >= block.least(box.width()) - ROUNDING


@given(MANY, GAPS, EXTRA, st.floats(-100, 400))
def test_a_stack_spares_the_highest_rank_first_and_never_what_is_needed(
    blocks: list[Box], gap: float, wide: float, tall: float
) -> None:
    stack = Stack(blocks, gap)
    width = max(one.least_width() for one in blocks) + wide
    height = stack.least(width) + tall
    stack.place(QRectF(0, 0, width, height))
    visible = [one for one in blocks if one.low > 0]
    kept = [one for one in visible if one.placed is not None]
    gone = [one for one in visible if one.placed is None]
    assert all(one.rank > 0 for one in gone)
    if gone:
        least = min(one.rank for one in gone)
        assert all(one.rank <= least for one in kept)
    assert kept == [one for one in blocks if one in kept]


@given(MANY, GAPS, EXTRA)
def test_a_stack_with_all_it_wishes_leaves_nothing_out(
    blocks: list[Box], gap: float, wide: float
) -> None:
    stack = Stack(blocks, gap)
    width = max(one.least_width() for one in blocks) + wide
    height = stack.wish(width)
    stack.place(QRectF(0, 0, width, height))
    for one in blocks:
        if one.low > 0:
            assert one.placed is not None
            assert one.placed.height() >= one.wish(width) - ROUNDING


@given(NEEDED, GAPS, ORIGIN, EXTRA, EXTRA, st.booleans(), st.booleans())
def test_a_row_keeps_its_order_and_its_box(
    blocks: list[Box], gap: float, origin: tuple[float, float], wide: float, tall: float,
    natural: bool, middle: bool,
) -> None:  # fmt: skip
    row = Row(blocks, gap, natural=natural, middle=middle)
    box = room(row, origin, wide, tall)
    check_wish(row, box.width())
    row.place(box)
    placed = shown(blocks)
    assert len(placed) == len(blocks)
    check_inside(box, placed)
    check_apart(placed, gap)
    assert [one.left() for one in placed] == sorted(one.left() for one in placed)
    for block, one in zip(blocks, placed, strict=True):
        assert one.width() >= block.least_width() - ROUNDING


@given(NEEDED, GAPS, st.floats(1, 300), EXTRA)
def test_a_cell_of_a_told_width_has_it(
    blocks: list[Box], gap: float, told: float, wide: float
) -> None:
    first = Box(low=50, narrow=told)
    row = Row([Cell(first, width=told), *blocks], gap)
    width = row.least_width() + wide
    row.place(QRectF(0, 0, width, 100))
    assert first.placed is not None
    assert first.placed.width() == pytest.approx(told, abs=ROUNDING)


@given(NEEDED, GAPS, ORIGIN, EXTRA, EXTRA, st.integers(0, 3))
def test_a_flow_keeps_its_order_and_its_box_and_fills_its_rows(
    blocks: list[Box], gap: float, origin: tuple[float, float], wide: float, tall: float,
    most: int,
) -> None:  # fmt: skip
    seen = [one for one in blocks if one.low > 0]
    flow = Flow(seen, gap, most=most)
    box = room(flow, origin, wide, tall)
    check_wish(flow, box.width())
    flow.place(box)
    placed = shown(seen)
    assert len(placed) == len(seen)
    check_inside(box, placed)
    check_apart(placed, gap)
    corners = [(round(one.top(), 3), one.left()) for one in placed]
    assert corners == sorted(corners)
    rows: dict[float, list[QRectF]] = {}
    for one in placed:
        rows.setdefault(round(one.top(), 3), []).append(one)
    for row in rows.values():
        assert not most or len(row) <= most
        assert row[-1].right() == pytest.approx(box.right(), abs=ROUNDING)


@given(NEEDED, GAPS, EXTRA, EXTRA, st.integers(0, 9))
def test_pages_show_every_block_once_and_in_order(
    blocks: list[Box], gap: float, wide: float, tall: float, page: int
) -> None:
    seen = [one for one in blocks if one.low > 0]
    paged = Paged(seen, gap, page)
    box = room(paged, (0.0, 0.0), wide, tall)
    check_wish(paged, box.width())
    pages = paged.pages(box.width(), box.height())
    assert [one for each in pages for one in each] == seen
    paged.place(box)
    assert paged.count == max(1, len(pages))
    placed = shown(seen)
    if seen:
        assert [one for one in seen if one.placed] == pages[page % len(pages)]
    check_inside(box, placed)
    check_apart(placed, gap)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(boxes(spare=False), st.floats(0, 40), st.floats(0, 40), EXTRA, EXTRA)
def test_a_pane_and_a_bleed_place_what_is_in_them(
    qapp: object, inner: Box, across: float, down: float, wide: float, tall: float
) -> None:
    holder = QWidget()
    ground = QWidget(holder)
    pane = Pane(ground, inner, (across, down))
    box = room(pane, (0.0, 0.0), wide, tall)
    check_wish(pane, box.width())
    pane.place(box)
    assert inner.placed == box.adjusted(across, down, -across, -down)
    bleed = Bleed(inner, across)
    box = QRectF(across, 0, max(1.0, bleed.least_width()) + wide, 300)
    check_wish(bleed, box.width())
    bleed.place(box)
    assert inner.placed == box.adjusted(-across, 0, across, 0)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.floats(20, 400), st.floats(0, 400), st.floats(0.2, 3), ORIGIN, EXTRA, EXTRA)
def test_what_is_centred_keeps_its_shape_in_the_middle(
    qapp: object, low: float, more: float, shape: float, origin: tuple[float, float],
    wide: float, tall: float,
) -> None:  # fmt: skip
    holder = QWidget()
    widget = QWidget(holder)
    centred = Centred(widget, (low, low + more), shape=shape)
    box = room(centred, origin, wide, tall)
    check_wish(centred, box.width())
    centred.place(box)
    spot = QRectF(widget.geometry())
    assert box.adjusted(-1, -1, 1, 1).contains(spot)
    assert abs(spot.center().x() - box.center().x()) <= 1
    assert abs(spot.height() - spot.width() * shape) <= 1.5 + shape


def test_a_gap_is_room_and_nothing_else() -> None:
    gap = Gap(40)
    gap.place(QRectF(0, 0, 10, 40))
    assert (gap.least(10), gap.wish(10), list(gap.widgets())) == (40, 40, [])


SIZES = st.tuples(st.integers(300, 1900), st.integers(0, 900))
DRESSES = st.builds(
    Dress,
    unit=st.sampled_from([0.3, 0.5, 0.75, 1.0]),
    text_scale=st.sampled_from([1.0, 1.5, 2.0]),
    is_tight=st.booleans(),
    width=st.sampled_from([1080.0, 1920.0]),
    height=st.sampled_from([1080.0, 1920.0]),
)


def check_keys(board: QWidget, buttons: Sequence[QWidget], dress: Dress) -> None:
    """See that keys are inside their board, and never nearer than a gap to one another."""
    areas = [one.geometry() for one in buttons]
    assert areas
    for one in areas:
        assert board.rect().adjusted(0, 0, 1, 1).contains(one)
    near = dress.gap - 1
    for place, one in enumerate(areas):
        for other in areas[place + 1 :]:
            across = max(one.left() - other.right(), other.left() - one.right()) - 1
            down = max(one.top() - other.bottom(), other.top() - one.bottom()) - 1
            assert max(across, down) >= near - 0.01, (one, other, dress.gap)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60
)
@given(
    st.sampled_from([(CONSONANTS, (4, 8, 5, 6)), (LATIN, (6, 10, 8, 5)), (DIGITS, (3, 6, 4))]),
    DRESSES,
    SIZES,
)
def test_the_keys_of_a_keypad_are_apart_and_inside(
    qapp: object, kind: tuple[tuple[Key, ...], tuple[int, ...]], dress: Dress,
    size: tuple[int, int],
) -> None:  # fmt: skip
    keypad = Keypad(dress, *kind)
    width = max(size[0], round(keypad.least_width()) + 1)
    assert keypad.least_height(width) <= keypad.wished_height(width)
    keypad.resize(width, round(keypad.least_height(width)) + size[1])
    keypad.lay_out()
    buttons = list(keypad.buttons.values())
    check_keys(keypad, buttons, dress)
    for one in buttons:
        assert min(one.width(), one.height()) >= dress.target - 2


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60
)
@given(st.sampled_from(list(Page)), DRESSES, SIZES, st.sampled_from(["ko", "en"]))
def test_the_keys_of_a_keyboard_are_apart_and_inside(
    qapp: object, page: Page, dress: Dress, size: tuple[int, int], language: str
) -> None:
    board = Keyboard(dress, Page.EMAIL if page.value.startswith("email") else Page.HANGUL)
    board.speak(language)
    width = max(size[0], round(board.least_width()) + 1)
    assert board.least_height(width) <= board.wished_height(width)
    board.resize(width, round(board.least_height(width)) + size[1])
    if page in board.board:
        board.turn_to(page)
        board.resize(width, max(board.height(), round(board.least_height(width)) + 1))
    board.lay_out()
    buttons = [one for one in board._shown() if not one.isHidden()]
    assert buttons == board._shown()
    check_keys(board, buttons, dress)
    for one in buttons:
        assert min(one.width(), one.height()) >= dress.target - 2
