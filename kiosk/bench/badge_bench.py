"""A badge's drawing beside the bare painting of its texts and the bare QR code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import cycle

from kiosk.bench.timing import Row, side_by_side
from kiosk.domain.badge import BadgeText
from kiosk.domain.registration import Category

_N = 200
SAMPLE = BadgeText(
    event="이차전지 기술 세미나",
    name="김형진",
    name_latin="KIM Hyeongjin",
    organisation="포스코필바라리튬솔루션",
    job_title="책임",
    role="참가자",
    category=Category.ATTENDEE,
    ticket="K7QWERTYUIOPASDFGHJKLZXCVB",
    seat="A-12",
)
_NAMES = ("김형진", "이솔", "남궁다빈", "강희주", "Hans Maier")
PEOPLE = tuple(replace(SAMPLE, name=name) for name in _NAMES)
"""Sample persons, all invented, of names short and long."""


def measure() -> list[Row]:
    """Time a badge in colour at 300 dpi and one in black and white at 203, as thermal labels are.

    The floor paints the same personal texts at the same places and sizes with the same font on a
    blank card, and makes the modules of the same code: no fitting, no ground, no code on the card.
    """
    return [
        side_by_side(f"badge {dpi}", *_sides(dpi, colour=colour), n=_N)
        for dpi, colour in ((300, True), (203, False))
    ]


def _sides(dpi: int, *, colour: bool) -> tuple[Callable[[], object], Callable[[], object]]:
    from PIL import Image, ImageDraw  # noqa: PLC0415 - with the font, rarely needed

    from kiosk.services import badge_drawing, badge_fonts, qr_image  # noqa: PLC0415

    template = badge_drawing.load_template("100x70")
    ours, floors = cycle(PEOPLE), cycle(PEOPLE)
    placed = {one: badge_drawing.cards(one, template, dpi, colour=colour)[0] for one in PEOPLE}
    mode, paper = ("RGB", "white") if colour else ("L", 255)
    size = placed[SAMPLE].ground.size

    def draw() -> None:
        badge_drawing.draw(next(ours), template, dpi, colour=colour)

    def floor() -> None:
        one = next(floors)
        canvas = ImageDraw.Draw(Image.new(mode, size, paper))
        for text in placed[one].texts:
            left, top, _, _ = text.place
            font = badge_fonts.font(text.fitted.size_px)
            for line, baseline in zip(text.fitted.lines, text.fitted.baselines_px, strict=True):
                canvas.text(
                    (left, top + baseline), line, fill=text.colour, font=font, anchor="ls",
                    stroke_width=text.fitted.pen_px,
                )  # fmt: skip
        qr_image.qr_matrix(one.ticket)

    return draw, floor
