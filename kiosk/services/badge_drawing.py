"""Drawing a badge at a printer's own dots."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from PIL import Image

from kiosk.domain import badge_words
from kiosk.domain.badge import (
    MM_PER_INCH,
    Anchor,
    BadgeTemplate,
    BadgeText,
    Box,
    Field,
    Ink,
    Sides,
    TextBox,
    anchor,
)  # fmt: skip
from kiosk.domain.errors import KioskError
from kiosk.services import badge_fonts, badge_text, qr_image
from kiosk.services.badge_flow import CODE, shortened
from kiosk.services.badge_ground import Ground, ground_image, painted_ground
from kiosk.services.badge_layers import Card, Lettering, Modules
from kiosk.services.badge_template import load_template, template_names

__all__ = ["cards", "draw", "load_template", "pages", "template_names"]

# Below this a code takes the larger place; below two dots a module no print of it can be read.
_FINE_MODULE_MM = 0.5
_LEAST_MODULE_PX = 2
_MOST_PX = 60_000_000
"""Dots of one side: A4 at 720 dpi. More is a wrong resolution and a gigabyte of memory."""


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A field's words as they fit the place that they have."""

    field: Field
    box: TextBox
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
    code = _placed_code(text.ticket, most)
    used = dict.fromkeys((field.key for field in template.front.fields), 0.0)
    for placed in placed_texts(values, most, code):
        top_mm = placed.box.top_mm - placed.field.box.top_mm
        used[placed.field.key] = top_mm + placed.fitted.height_px * MM_PER_INCH / dpi
    if code is None:
        used[CODE] = 0.0
    side, height_mm = shortened(template, used)
    ground = Ground(side, template.width_mm, height_mm, dpi, colour)
    return _card(text, values, ground, shares=False)


def _card(text: BadgeText, values: dict[str, str], ground: Ground, *, shares: bool) -> Card:
    """Return one side; what every badge of the role says alike is part of its ground."""
    code = _placed_code(text.ticket, ground)
    shared: list[PlacedText] = []
    own: list[PlacedText] = []
    for placed in placed_texts(values, ground, code):
        is_shared = shares and badge_words.is_shared(placed.field.text)
        (shared if is_shared else own).append(placed)
    words = tuple((one.field.align, one.field.ink, one.box, one.fitted) for one in shared)
    paint = ground_image if shares else painted_ground
    image = paint(ground, text.category, text.role, words)
    letters = tuple(
        Lettering(one.fitted, one.field.align, ground.rect_px(one.box), ground.ink(one.field.ink))
        for one in own
    )
    size_mm = ground.width_mm, ground.height_mm
    modules = code.modules if code else None
    return Card(image, letters, modules, ground.dpi, size_mm, shares_ground=shares)


def texts_of(text: BadgeText, template: BadgeTemplate, dpi: int = 300) -> Iterator[PlacedText]:
    """Yield how each text of a badge's sides fits its place, for who designs one."""
    for side in template.faces():
        ground = Ground(side, template.width_mm, template.height_mm, dpi, colour=True)
        yield from placed_texts(_values(text), ground, _placed_code(text.ticket, ground))


def placed_texts(
    values: dict[str, str], ground: Ground, code: _Code | None
) -> Iterator[PlacedText]:
    """Yield each text of a side that says something, fitted into what the code leaves it."""
    for field in ground.side.fields:
        words = badge_fonts.drawable(badge_words.fill(field.text, values))
        if not words and "name" in badge_words.keys(field.text):
            words = badge_fonts.SUBSTITUTE
        box = _beside(field.box, code)
        if words and box is not None:
            # Only what no person owns is remembered.
            fit = _fit_kept if badge_words.is_shared(field.text) else badge_text.fit
            fitted = fit(words, box, ground.dpi, badge_text.PENS[field.weight])
            yield PlacedText(field, box, fitted)


_fit_kept = lru_cache(maxsize=64)(badge_text.fit)


def _beside(box: TextBox, code: _Code | None) -> TextBox | None:
    """Return a text's place without what the code takes of it, None where no line is left."""
    if code is None:
        return box
    free = box.beside(code.quiet)
    if free.width_mm < box.least_mm or free.height_mm < box.least_mm:
        return None
    if free is box:
        return box
    return replace(
        box,
        left_mm=free.left_mm,
        top_mm=free.top_mm,
        width_mm=free.width_mm,
        height_mm=free.height_mm,
    )


@dataclass(frozen=True, slots=True)
class _Code:
    """A QR code placed on a card; ``quiet`` stays white."""

    modules: Modules
    quiet: Box


def _placed_code(ticket: str, ground: Ground) -> _Code | None:
    place = ground.side.code
    if place is None or not ticket:
        return None
    matrix = qr_image.qr_matrix(ticket)
    module_px = ground.px(place.size_mm) // len(matrix)
    if module_px < ground.px(_FINE_MODULE_MM):
        module_px = ground.px(place.most_mm) // len(matrix)
    if module_px < _LEAST_MODULE_PX:
        return None
    mask = qr_image.matrix_mask(matrix, module_px)
    width, height = ground.size_px
    left = _start_px(place.left_mm, place.size_mm, ground, mask.width, width, ground.width_mm)
    top = _start_px(place.top_mm, place.size_mm, ground, mask.height, height, ground.height_mm)
    quiet_px, mm = module_px * qr_image.QUIET_MODULES, MM_PER_INCH / ground.dpi
    edges = (left - quiet_px, top - quiet_px, *[mask.width + 2 * quiet_px] * 2)
    quiet = Box(*(edge * mm for edge in edges))
    return _Code(Modules(mask, left, top, ground.ink(Ink.MAIN)), quiet)


def _start_px(
    start_mm: float, size_mm: float, ground: Ground, side_px: int, whole_px: int, whole_mm: float
) -> int:
    match anchor(start_mm, size_mm, whole_mm):
        case Anchor.START:
            return ground.px(start_mm)
        case Anchor.END:
            return whole_px - ground.px(whole_mm - start_mm - size_mm) - side_px
        case _:
            return (whole_px - side_px) // 2
