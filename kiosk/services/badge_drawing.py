"""Drawing a badge at a printer's own dots."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image

from kiosk.domain import badge_words
from kiosk.domain.badge import MM_PER_INCH, BadgeTemplate, BadgeText, Ink, Sides
from kiosk.domain.errors import KioskError
from kiosk.services import badge_fonts, badge_text, qr_image
from kiosk.services.badge_flow import CODE, shortened
from kiosk.services.badge_ground import Ground, ground_image, painted_ground
from kiosk.services.badge_layers import Card, Lettering, Modules
from kiosk.services.badge_layout import Layout, TextPlace, layout
from kiosk.services.badge_template import load_template, template_names

__all__ = ["cards", "draw", "load_template", "pages", "template_names"]

_MOST_PX = 60_000_000
"""Dots of one side: A4 at 720 dpi. More is a wrong resolution and a gigabyte of memory."""


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A field's words as they fit the place that they have."""

    place: TextPlace
    fitted: badge_text.Fitted

    @property
    def is_shrunk(self) -> bool:
        """Tell whether the letters are smaller than the field's one line may have them."""
        return len(self.fitted.lines) > 1 or self.fitted.is_cut


def draw(
    text: BadgeText, template: BadgeTemplate, dpi: int = 300, *, colour: bool = True
) -> Image.Image:
    """Return a badge's front as an "RGB" image, or without colour as a "1" image.

    The QR code's modules are whole dots. A ticket too long to be printed legibly on the card at
    this resolution, or "", leaves its place to the texts. Raises KioskError BADGE_TOO_LARGE.
    """
    return cards(text, template, dpi, colour=colour)[0].image()


def pages(
    text: BadgeText, template: BadgeTemplate, dpi: int = 300, *, colour: bool = True
) -> list[Image.Image]:
    """Return what a printer puts out: a page a side, or a folded badge as one of twice the height.

    Each page's ``info["size_mm"]`` is its true size.
    """
    sides = [card.image() for card in cards(text, template, dpi, colour=colour)]
    if template.sides is not Sides.FOLDED:
        return sides
    front, back = sides
    page = Image.new(front.mode, (front.width, 2 * front.height))
    page.paste(front, (0, 0))
    page.paste(back.transpose(Image.Transpose.ROTATE_180), (0, front.height))
    width, height = front.info["size_mm"]
    page.info |= {"dpi": (dpi, dpi), "size_mm": (width, 2 * height)}
    return [page]


def cards(
    text: BadgeText, template: BadgeTemplate, dpi: int = 300, *, colour: bool = True
) -> list[Card]:
    """Return a badge's sides in layers, the front first; raises KioskError BADGE_TOO_LARGE."""
    long, wide = (length * dpi / MM_PER_INCH for length in (template.height_mm, template.width_mm))
    if long * wide > _MOST_PX:
        raise KioskError("BADGE_TOO_LARGE", template=template.name, dpi=dpi)
    values = _values(text)
    if template.least_mm:
        return [_endless(text, values, template, dpi, colour=colour)]
    size = template.width_mm, template.height_mm
    grounds = (Ground(side, *size, dpi, colour) for side in template.faces())
    return [_card(text, values, ground, shares=True) for ground in grounds]


def _values(text: BadgeText) -> dict[str, str]:
    values = text.values()
    name, latin = (badge_fonts.drawable(values[key]) for key in ("name", "name_latin"))
    if latin and not badge_fonts.is_legible(name):
        # A name in a script that no font has would be substitutes only; its Latin form is read.
        values["name"], values["name_latin"] = text.name_latin, text.name
    return values


def _endless(
    text: BadgeText, values: dict[str, str], template: BadgeTemplate, dpi: int, *, colour: bool
) -> Card:
    """Return a badge on endless paper, as long as its texts need."""
    most = Ground(template.front, template.width_mm, template.height_mm, dpi, colour)
    places = layout(most, len(_matrix(text.ticket, most)))
    used = dict.fromkeys((field.key for field in template.front.fields), 0.0)
    for placed in _placed(values, places, dpi):
        field, box = placed.place.field, placed.place.box
        high_mm = placed.fitted.height_px * MM_PER_INCH / dpi
        used[field.key] = box.top_mm - field.box.top_mm + high_mm
    if places.code is None:
        used[CODE] = 0.0
    side, height_mm = shortened(template, used)
    ground = Ground(side, template.width_mm, height_mm, dpi, colour)
    return _card(text, values, ground, shares=False)


def _matrix(ticket: str, ground: Ground) -> list[list[bool]]:
    return qr_image.qr_matrix(ticket) if ticket and ground.side.code else []


def _card(text: BadgeText, values: dict[str, str], ground: Ground, *, shares: bool) -> Card:
    """Return one side; what every badge of the role says alike is part of its ground."""
    matrix = _matrix(text.ticket, ground)
    places = layout(ground, len(matrix))
    words, letters = [], []
    for placed in _placed(values, places, ground.dpi):
        place, fitted = placed.place, placed.fitted
        if shares and place.is_shared:
            words.append((place.field.align, place.field.ink, place.box, fitted))
        else:
            letters.append(Lettering(fitted, place.field.align, place.rect_px, place.ink))
    paint = ground_image if shares else painted_ground
    image = paint(ground, text.category, text.role, tuple(words))
    modules = None
    if code := places.code:
        dark = qr_image.matrix_mask(matrix, code.module_px)
        modules = Modules(dark, code.left_px, code.top_px, ground.ink(Ink.MAIN))
    size_mm = ground.width_mm, ground.height_mm
    return Card(image, tuple(letters), modules, ground.dpi, size_mm, shares_ground=shares)


def texts_of(text: BadgeText, template: BadgeTemplate, dpi: int = 300) -> Iterator[PlacedText]:
    """Yield how each text of a badge's sides fits its place, for who designs one."""
    for side in template.faces():
        ground = Ground(side, template.width_mm, template.height_mm, dpi, colour=True)
        places = layout(ground, len(_matrix(text.ticket, ground)))
        yield from _placed(_values(text), places, dpi)


def _placed(values: dict[str, str], places: Layout, dpi: int) -> Iterator[PlacedText]:
    """Yield each text of a side that says something, fitted into its place."""
    for place in places.texts:
        words = badge_fonts.drawable(badge_words.fill(place.field.text, values))
        if not words and place.is_name:
            words = badge_fonts.SUBSTITUTE
        if words:
            # Only what no person owns is remembered.
            fit = _fit_kept if place.is_shared else badge_text.fit
            yield PlacedText(place, fit(words, place.box, dpi, place.pen))


_fit_kept = lru_cache(maxsize=64)(badge_text.fit)
