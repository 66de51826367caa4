"""The part of a badge that a whole role shares: stripe, role word, sun and the event's title."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageDraw

from kiosk.domain.badge import BadgeTemplate, to_px
from kiosk.domain.registration import Category
from kiosk.services import badge_text

# Tokens of the design: paper, ink, second ink, sun, sea and sand.
PAPER, BLACK = "#FFFFFF", "#000000"
INK, INK_2 = "#0C2038", "#3F5068"
_SUN, _SEA, _SAND = "#FFB81C", "#0C2038", "#EFE8D8"

_SMOOTH = 4
_LINE_MM = 0.5
_RING_MM = 0.6
_HATCH_MM = 1.5
_HATCH_STEP_MM = 4.0
_LABEL_PAD_MM = (0.9, 1.6)
_LETTER_SPACE = 0.1
_STRIPE_SHARE = 0.9

_GUESTS = (Category.SPEAKER, Category.VIP)


@dataclass(frozen=True, slots=True)
class Ground:
    """What a badge is drawn on: its design, its dots an inch, and whether it has colour."""

    template: BadgeTemplate
    dpi: int
    colour: bool

    def px(self, length_mm: float) -> int:
        """Return a length in whole dots."""
        return round(to_px(length_mm, self.dpi))

    @property
    def size_px(self) -> tuple[int, int]:
        """Return the card's width and height in dots."""
        return self.px(self.template.width_mm), self.px(self.template.height_mm)

    @property
    def ink(self) -> str:
        """Return the ink of the main texts."""
        return INK if self.colour else BLACK

    @property
    def second_ink(self) -> str:
        """Return the ink of the Latin name."""
        return INK_2 if self.colour else BLACK


@lru_cache(maxsize=24)
def ground_image(ground: Ground, category: Category, role: str, event: str) -> Image.Image:
    """Return the shared part of a badge, "RGB" or "L"; it is kept, so draw on copies only."""
    image = Image.new("RGB" if ground.colour else "L", ground.size_px, PAPER)
    stripe = ground.px(ground.template.stripe_mm)
    fill, ink = _stripe_colours(category, colour=ground.colour)
    image.paste(fill, (0, 0, stripe, image.height))
    if not ground.colour:
        _mark_without_colour(image, ground, category)
    _paint_role(image, ground, role, ink, labelled=_is_hatched(ground, category))
    _paint_sun(image, ground)
    _paint_event(image, ground, event)
    return image


def _paint_event(image: Image.Image, ground: Ground, event: str) -> None:
    if title := badge_text.drawable(event):
        box = ground.template.event
        fitted = badge_text.fit(title, box, ground.dpi, badge_text.BOLD)
        at_px = ground.px(box.left_mm), ground.px(box.top_mm)
        badge_text.paint(ImageDraw.Draw(image), fitted, at_px, ground.ink)


def _is_hatched(ground: Ground, category: Category) -> bool:
    return category is Category.STAFF and not ground.colour


def _stripe_colours(category: Category, *, colour: bool) -> tuple[str, str]:
    """Return the stripe's colour and its word's."""
    if not colour:
        return (BLACK, PAPER) if category in _GUESTS else (PAPER, BLACK)
    if category in _GUESTS:
        return _SUN, INK
    return (_SEA, PAPER) if category is Category.STAFF else (_SAND, INK)


def _mark_without_colour(image: Image.Image, ground: Ground, category: Category) -> None:
    """Hatch the stripe of staff, and rule off every stripe that is not black."""
    width, line = ground.px(ground.template.stripe_mm), max(1, ground.px(_LINE_MM))
    if category is Category.STAFF:
        image.paste(BLACK, (0, 0), _hatch(ground))
    if category not in _GUESTS:
        image.paste(BLACK, (width - line, 0, width, image.height))


def _hatch(ground: Ground) -> Image.Image:
    """Return slanted bars over the stripe as a mask."""
    width = ground.px(ground.template.stripe_mm) * _SMOOTH
    height = ground.size_px[1] * _SMOOTH
    step, thick = ground.px(_HATCH_STEP_MM) * _SMOOTH, ground.px(_HATCH_MM * 1.4142) * _SMOOTH
    mask = Image.new("L", (width, height))
    canvas = ImageDraw.Draw(mask)
    for foot in range(0, height + width + step, step):
        bar = [(0, foot), (width, foot - width), (width, foot - width + thick), (0, foot + thick)]
        canvas.polygon(bar, fill=255)
    return mask.reduce(_SMOOTH)


def _paint_role(image: Image.Image, ground: Ground, role: str, ink: str, *, labelled: bool) -> None:
    """Paint the role along the stripe, read from below, with wide letters."""
    word = badge_text.drawable(role)
    if not word:
        return
    mask = _spaced_word(word, ground)
    mask = mask.transpose(Image.Transpose.ROTATE_90)
    stripe = ground.px(ground.template.stripe_mm)
    left, top = (stripe - mask.width) // 2, (image.height - mask.height) // 2
    if labelled:
        across, along = (ground.px(pad) for pad in _LABEL_PAD_MM)
        ends = (left - across, top - along, left + mask.width + across, top + mask.height + along)
        ImageDraw.Draw(image).rounded_rectangle(ends, ground.px(1), fill=PAPER)
    image.paste(ink, (left, top), mask)


def _spaced_word(word: str, ground: Ground) -> Image.Image:
    """Return a word's ink as a mask, shrunk where the stripe is too short for it."""
    size = ground.px(ground.template.role_mm)
    long = badge_text.font(size).getlength(word) + _LETTER_SPACE * size * len(word)
    size = max(1, int(size * min(1.0, _STRIPE_SHARE * ground.size_px[1] / long)))
    face, pen = badge_text.font(size), badge_text.BOLD * size
    mask = Image.new("L", (int(long) + 2 * size, 2 * size))
    canvas, left = ImageDraw.Draw(mask), size / 2
    for letter in word:
        at = (left, size * 1.5)
        canvas.text(at, letter, fill=255, font=face, anchor="ls", stroke_width=pen)
        left += face.getlength(letter) + _LETTER_SPACE * size
    return mask.crop(mask.getbbox())


def _paint_sun(image: Image.Image, ground: Ground) -> None:
    """Paint the quarter sun into the top right corner, as a ring where there is no colour."""
    radius = ground.px(ground.template.sun_mm)
    wide, ring = radius * _SMOOTH, ground.px(_RING_MM) * _SMOOTH
    mask = Image.new("L", (wide, wide))
    canvas = ImageDraw.Draw(mask)
    canvas.ellipse((0, -wide, 2 * wide, wide), fill=255)
    if not ground.colour:
        canvas.ellipse((ring, ring - wide, 2 * wide - ring, wide - ring), fill=0)
    image.paste(_SUN if ground.colour else BLACK, (image.width - radius, 0), mask.reduce(_SMOOTH))
