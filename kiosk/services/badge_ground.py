"""The part of a badge that a whole role shares: stripe, role word, sun, logo, the event's title."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageDraw

from kiosk.domain.badge import Align, Box, Edge, Side, Stripe, TextBox, Weight, to_px
from kiosk.domain.badge import Ink as InkKind
from kiosk.domain.registration import Category
from kiosk.services import badge_fonts, badge_logo, badge_text

# Tokens of the design: paper, ink, second ink and sun.
PAPER, BLACK = "#FFFFFF", "#000000"
INK, INK_2 = "#0C2038", "#3F5068"
_SUN = "#FFB81C"

_SMOOTH = 4
_LINE_MM = 0.5
_RING_MM = 0.6
_HATCH_MM = 1.5
_HATCH_STEP_MM = 4.0
_LABEL_PAD_MM = (0.9, 1.6)
_LETTER_SPACE = 0.1
_STRIPE_SHARE = 0.9
_THRESHOLD = 128
# Below this relative luminance a stripe's word is white: 4.5 : 1 against white.
_DARK = 0.18

_GUESTS = (Category.SPEAKER, Category.VIP)


@dataclass(frozen=True, slots=True)
class Ground:
    """What one side of a badge is drawn on: its design and size, its dots, its colours or none."""

    side: Side
    width_mm: float
    height_mm: float
    dpi: int
    colour: bool

    def px(self, length_mm: float) -> int:
        """Return a length in whole dots."""
        return round(to_px(length_mm, self.dpi))

    def rect_px(self, box: Box) -> tuple[int, int, int, int]:
        """Return a box's edges in whole dots: left, top, right, bottom."""
        left, top = self.px(box.left_mm), self.px(box.top_mm)
        return left, top, left + self.px(box.width_mm), top + self.px(box.height_mm)

    @property
    def size_px(self) -> tuple[int, int]:
        """Return the card's width and height in dots."""
        return self.px(self.width_mm), self.px(self.height_mm)

    def ink(self, kind: InkKind) -> str:
        """Return an ink's colour."""
        if not self.colour:
            return BLACK
        return INK if kind is InkKind.MAIN else INK_2

    def band(self) -> tuple[int, int, int, int]:
        """Return the stripe's edges in dots."""
        stripe, (width, height) = self.side.stripe, self.size_px
        if stripe is None:
            return 0, 0, 0, 0
        if stripe.edge is Edge.TOP:
            return 0, 0, width, self.px(stripe.width_mm)
        return 0, 0, self.px(stripe.width_mm), height


Words = tuple[tuple[Align, InkKind, TextBox, badge_text.Fitted], ...]
"""Texts that the whole role shares, with their places."""


def painted_ground(ground: Ground, category: Category, role: str, words: Words) -> Image.Image:
    """Return the part of a badge that its role shares, "RGB" or an "L" of black and white."""
    image = Image.new("RGB" if ground.colour else "L", ground.size_px, PAPER)
    if stripe := ground.side.stripe:
        _paint_stripe(image, ground, stripe, category)
        _paint_role(image, ground, stripe, role, category)
    if ground.side.sun_mm:
        _paint_sun(image, ground)
    if ground.side.logo:
        _paint_logo(image, ground)
    canvas = ImageDraw.Draw(image)
    for align, ink, box, fitted in words:
        left, top, right, _ = ground.rect_px(box)
        badge_text.paint(canvas, fitted, (left, top), right - left, ground.ink(ink), align)
    if ground.colour:
        return image
    return image.point([255 * (level >= _THRESHOLD) for level in range(256)])


ground_image = lru_cache(maxsize=12)(painted_ground)
"""The same, kept for the roles at work: draw on copies only. At 600 dpi one takes 16 MB."""


def _paint_stripe(image: Image.Image, ground: Ground, stripe: Stripe, category: Category) -> None:
    """Fill the stripe; without colours hatch that of staff, and rule off all but the black ones."""
    left, top, right, bottom = band = ground.band()
    if ground.colour:
        image.paste(stripe.colour(category), band)
        return
    if category in _GUESTS:
        image.paste(BLACK, band)
        return
    if category is Category.STAFF:
        image.paste(BLACK, (left, top), _hatch(ground, right - left, bottom - top))
    line = max(1, ground.px(_LINE_MM))
    along = (right - line, top) if stripe.edge is Edge.LEFT else (left, bottom - line)
    image.paste(BLACK, (*along, right, bottom))


def _hatch(ground: Ground, width: int, height: int) -> Image.Image:
    """Return slanted bars over the stripe as a mask."""
    width, height = width * _SMOOTH, height * _SMOOTH
    step, thick = ground.px(_HATCH_STEP_MM) * _SMOOTH, ground.px(_HATCH_MM * 1.4142) * _SMOOTH
    mask = Image.new("L", (width, height))
    canvas = ImageDraw.Draw(mask)
    for foot in range(0, height + width + step, step):
        bar = [(0, foot), (width, foot - width), (width, foot - width + thick), (0, foot + thick)]
        canvas.polygon(bar, fill=255)
    return mask.reduce(_SMOOTH)


def _role_ink(ground: Ground, stripe: Stripe, category: Category) -> str:
    if not ground.colour:
        return PAPER if category in _GUESTS else BLACK
    return PAPER if _luminance(stripe.colour(category)) < _DARK else INK


def _luminance(colour: str) -> float:
    """Return a colour's relative luminance (WCAG 2, sRGB)."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _paint_role(
    image: Image.Image, ground: Ground, stripe: Stripe, role: str, category: Category
) -> None:
    """Paint the role along the stripe with wide letters; on the left it is read from below."""
    word = badge_fonts.in_order(badge_fonts.drawable(role))
    if not word:
        return
    left, top, right, bottom = ground.band()
    upright = stripe.edge is Edge.LEFT
    mask = _spaced_word(word, ground.px(stripe.role_mm), bottom - top if upright else right - left)
    if upright:
        mask = mask.transpose(Image.Transpose.ROTATE_90)
    at = ((right - left - mask.width) // 2, (bottom - top - mask.height) // 2)
    if category is Category.STAFF and not ground.colour:
        across, along = (ground.px(pad) for pad in _LABEL_PAD_MM)
        pads = (across, along) if upright else (along, across)
        ends = (at[0] - pads[0], at[1] - pads[1])
        far = (at[0] + mask.width + pads[0], at[1] + mask.height + pads[1])
        ImageDraw.Draw(image).rounded_rectangle((*ends, *far), ground.px(1), fill=PAPER)
    image.paste(_role_ink(ground, stripe, category), at, mask)


def _spaced_word(word: str, size: int, room_px: int) -> Image.Image:
    """Return a word's ink as a mask, shrunk where the stripe is too short for it."""
    long = _spaced_length(word, size)
    size = max(1, int(size * min(1.0, _STRIPE_SHARE * room_px / long)))
    pen = badge_text.PENS[Weight.BOLD] * size
    mask = Image.new("L", (int(long) + 2 * size, 2 * size))
    canvas, left = ImageDraw.Draw(mask), size / 2
    for number, run in badge_fonts.runs(word):
        face = badge_fonts.font(size, number)
        for letter in run:
            at = (left, size * 1.5)
            canvas.text(at, letter, fill=255, font=face, anchor="ls", stroke_width=pen)
            left += face.getlength(letter) + _LETTER_SPACE * size
    return mask.crop(mask.getbbox())


def _spaced_length(word: str, size: int) -> float:
    runs = badge_fonts.runs(word)
    ink = sum(badge_fonts.font(size, number).getlength(run) for number, run in runs)
    return ink + _LETTER_SPACE * size * len(word)


def _paint_sun(image: Image.Image, ground: Ground) -> None:
    """Paint the quarter sun into the top right corner, as a ring where there is no colour."""
    radius = ground.px(ground.side.sun_mm)
    wide, ring = radius * _SMOOTH, ground.px(_RING_MM) * _SMOOTH
    mask = Image.new("L", (wide, wide))
    canvas = ImageDraw.Draw(mask)
    canvas.ellipse((0, -wide, 2 * wide, wide), fill=255)
    if not ground.colour:
        canvas.ellipse((ring, ring - wide, 2 * wide - ring, wide - ring), fill=0)
    image.paste(_SUN if ground.colour else BLACK, (image.width - radius, 0), mask.reduce(_SMOOTH))


def _paint_logo(image: Image.Image, ground: Ground) -> None:
    """Paint the logo as large as its place, in the middle; without colours in fine dots."""
    logo = ground.side.logo
    if logo is None:
        return
    left, top, right, bottom = ground.rect_px(logo.box)
    picture = badge_logo.picture(logo.picture)
    share = min((right - left) / picture.width, (bottom - top) / picture.height)
    size = max(1, int(picture.width * share)), max(1, int(picture.height * share))
    picture = picture.resize(size, Image.Resampling.LANCZOS)
    flat = Image.new("RGB", size, PAPER)
    flat.paste(picture, (0, 0), picture)
    at = left + (right - left - size[0]) // 2, top + (bottom - top - size[1]) // 2
    image.paste(flat if ground.colour else flat.convert("1"), at)
