"""Drawing a badge at a printer's own dots, and writing badges to files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw

from kiosk.domain.badge import MM_PER_INCH, BadgeTemplate, BadgeText, TextBox
from kiosk.services import badge_text, qr_image, raster_pdf
from kiosk.services.badge_ground import Ground, ground_image
from kiosk.services.badge_template import load_template, template_names
from kiosk.services.whole_file import whole_file

__all__ = ["draw", "load_template", "template_names", "write_pdf", "write_png"]

# Below this a code takes the larger place; below two dots a module no print of it can be read.
_FINE_MODULE_MM = 0.5
_LEAST_MODULE_PX = 2

_THRESHOLD = 128


@dataclass(frozen=True, slots=True)
class _Code:
    """A QR code placed on a card, in dots; ``quiet_px`` stays white all around it."""

    image: Image.Image
    left_px: int
    top_px: int
    quiet_px: int


def draw(
    text: BadgeText, template: BadgeTemplate, dpi: int = 300, *, colour: bool = True
) -> Image.Image:
    """Return a badge as an "RGB" image, or without colour as a "1" image for thermal printers.

    The QR code's modules are whole dots. A ticket too long to be printed legibly on the card at
    this resolution, or "", leaves its place to the texts.
    """
    ground = Ground(template, dpi, colour)
    image = ground_image(ground, text.category, text.role, text.event).copy()
    code = _placed_code(text.ticket, ground)
    canvas = ImageDraw.Draw(image)
    for words, box, ink, pen in _texts(text, ground):
        if words:
            free = _beside(box, code, dpi)
            fitted = badge_text.fit(words, free, dpi, pen)
            at_px = ground.px(free.left_mm), ground.px(free.top_mm)
            badge_text.paint(canvas, fitted, at_px, ink)
    if not colour:
        image = image.point(lambda level: 255 * (level >= _THRESHOLD), "1")
    if code:
        dark = ImageChops.invert(code.image)
        image.paste(ground.ink if colour else 0, (code.left_px, code.top_px), dark)
    image.info["dpi"] = (dpi, dpi)
    return image


def _texts(text: BadgeText, ground: Ground) -> list[tuple[str, TextBox, str, float]]:
    """Return each personal text with its place, its ink, and its pen."""
    template = ground.template
    name, latin = badge_text.drawable(text.name), badge_text.drawable(text.name_latin)
    if not badge_text.is_legible(name) and latin:
        # A name in a script that the font lacks would be boxes only; its Latin spelling is read.
        name, latin = latin, name
    last = badge_text.drawable(" · ".join(part for part in (text.seat, text.job_title) if part))
    return [
        (name or badge_text.PLACEHOLDER, template.person, ground.ink, badge_text.BOLD),
        (latin, template.latin, ground.second_ink, badge_text.SEMIBOLD),
        (
            badge_text.drawable(text.organisation),
            template.organisation,
            ground.ink,
            badge_text.BOLD,
        ),
        (last, template.job_title, ground.ink, badge_text.SEMIBOLD),
    ]


def _placed_code(ticket: str, ground: Ground) -> _Code | None:
    if not ticket:
        return None
    matrix = qr_image.qr_matrix(ticket)
    module_px = ground.px(ground.template.qr_mm) // len(matrix)
    if module_px < ground.px(_FINE_MODULE_MM):
        module_px = ground.px(ground.template.qr_most_mm) // len(matrix)
    if module_px < _LEAST_MODULE_PX:
        return None
    image = qr_image.matrix_image(matrix, module_px)
    width, height = ground.size_px
    margin = ground.px(ground.template.margin_mm)
    left, top = width - margin - image.width, height - margin - image.height
    return _Code(image, left, top, module_px * qr_image.QUIET_MODULES)


def _beside(box: TextBox, code: _Code | None, dpi: int) -> TextBox:
    """Return a text's place without what the code and its quiet border take of it."""
    if code is None or box.bottom_mm <= (code.top_px - code.quiet_px) * MM_PER_INCH / dpi:
        return box
    right_mm = (code.left_px - code.quiet_px) * MM_PER_INCH / dpi
    return replace(box, width_mm=min(box.width_mm, right_mm - box.left_mm))


def write_png(images: Iterable[Image.Image], path: Path) -> list[Path]:
    """Write one badge to ``path``, several to ``path`` numbered from 1; return the files.

    Raises KioskError FILE_NOT_WRITTEN; a file appears whole or not at all.
    """
    badges = list(images)
    width = len(str(len(badges)))
    written = []
    for number, image in enumerate(badges, 1):
        name = f"{path.stem}-{number:0{width}}{path.suffix}" if len(badges) > 1 else path.name
        with whole_file(path.with_name(name)) as file:
            image.save(file, "PNG", dpi=image.info.get("dpi", (300, 300)))
        written.append(path.with_name(name))
    return written


def write_pdf(
    images: Iterable[Image.Image], path: Path, template: BadgeTemplate, dpi: int = 300
) -> None:
    """Write badges as a PDF, one page each, of the template's true size.

    ``dpi`` is what the badges were drawn at. Raises KioskError FILE_NOT_WRITTEN, and ValueError
    where a badge was drawn for another card or resolution.
    """
    expected = Ground(template, dpi, colour=True).size_px

    def checked() -> Iterator[Image.Image]:
        for image in images:
            if image.size != expected:
                raise ValueError(f"a badge of {image.size} dots, not {expected}")
            yield image

    with whole_file(path) as temporary, temporary.open("wb") as file:
        raster_pdf.write(checked(), file, template.width_mm, template.height_mm)
