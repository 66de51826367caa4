"""Where everything of a side stands in dots: worked out once, used for every badge of its kind."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from kiosk.domain import badge_words
from kiosk.domain.badge import MM_PER_INCH, Anchor, Box, Field, TextBox, anchor
from kiosk.services import badge_text, qr_image
from kiosk.services.badge_ground import Ground

# Below this a code takes the larger place; below two dots a module no print of it can be read.
_FINE_MODULE_MM = 0.5
_LEAST_MODULE_PX = 2


@dataclass(frozen=True, slots=True)
class TextPlace:
    """A field with the place that the code leaves it: ``rect_px`` are its edges in dots.

    ``is_shared`` tells that it says the same on all badges of a role, ``is_name`` that it must say
    something.
    """

    field: Field
    box: TextBox
    rect_px: tuple[int, int, int, int]
    ink: str
    pen: float
    is_shared: bool
    is_name: bool


@dataclass(frozen=True, slots=True)
class CodePlace:
    """A code's top left corner and module in dots; ``quiet`` is its place with the white border."""

    left_px: int
    top_px: int
    module_px: int
    quiet: Box


@dataclass(frozen=True, slots=True)
class Layout:
    """All places of one side; ``code`` is None where there is none that could be read."""

    texts: tuple[TextPlace, ...]
    code: CodePlace | None


@lru_cache(maxsize=64)
def layout(ground: Ground, modules: int) -> Layout:
    """Return the places of a side on which a code of so many modules stands, 0 for none."""
    code = _code_place(ground, modules) if modules else None
    texts = []
    for field in ground.side.fields:
        box = _beside(field.box, code.quiet) if code else field.box
        if box is not None:
            texts.append(_text_place(ground, field, box))
    return Layout(tuple(texts), code)


def _text_place(ground: Ground, field: Field, box: TextBox) -> TextPlace:
    return TextPlace(
        field=field,
        box=box,
        rect_px=ground.rect_px(box),
        ink=ground.ink(field.ink),
        pen=badge_text.PENS[field.weight],
        is_shared=badge_words.is_shared(field.text),
        is_name="name" in badge_words.keys(field.text),
    )


def _beside(box: TextBox, code: Box) -> TextBox | None:
    """Return a text's place without what the code takes of it, None where no line is left."""
    free = box.beside(code)
    if free is box:
        return box
    if free.width_mm < box.least_mm or free.height_mm < box.least_mm:
        return None
    return replace(
        box,
        left_mm=free.left_mm,
        top_mm=free.top_mm,
        width_mm=free.width_mm,
        height_mm=free.height_mm,
    )


def _code_place(ground: Ground, modules: int) -> CodePlace | None:
    place = ground.side.code
    if place is None:
        return None
    module_px = ground.px(place.size_mm) // modules
    if module_px < ground.px(_FINE_MODULE_MM):
        module_px = ground.px(place.most_mm) // modules
    if module_px < _LEAST_MODULE_PX:
        return None
    side_px, size_mm = modules * module_px, place.size_mm
    width, height = ground.size_px
    left = _start_px(place.left_mm, size_mm, ground, (side_px, width), ground.width_mm)
    top = _start_px(place.top_mm, size_mm, ground, (side_px, height), ground.height_mm)
    quiet_px, mm = module_px * qr_image.QUIET_MODULES, MM_PER_INCH / ground.dpi
    edges = left - quiet_px, top - quiet_px, side_px + 2 * quiet_px, side_px + 2 * quiet_px
    return CodePlace(left, top, module_px, Box(*(edge * mm for edge in edges)))


def _start_px(
    start_mm: float, size_mm: float, ground: Ground, sizes_px: tuple[int, int], whole_mm: float
) -> int:
    """Return where a code begins along one axis; ``sizes_px`` are its own and the card's."""
    side_px, whole_px = sizes_px
    match anchor(start_mm, size_mm, whole_mm):
        case Anchor.START:
            return ground.px(start_mm)
        case Anchor.END:
            return whole_px - ground.px(whole_mm - start_mm - size_mm) - side_px
        case _:
            return (whole_px - side_px) // 2
