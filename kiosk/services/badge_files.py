"""Badges in files: pictures, and PDFs of one badge a page or of sheets of labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from PIL import Image

from kiosk.domain.badge import MM_PER_INCH, BadgeTemplate, Sides
from kiosk.domain.badge_sheet import Sheet
from kiosk.domain.errors import KioskError
from kiosk.services import raster_pdf
from kiosk.services.badge_layers import Card
from kiosk.services.raster_pdf import Page, Picture
from kiosk.services.whole_file import whole_file


def write_png(images: Iterable[Image.Image], path: Path) -> list[Path]:
    """Write one page to ``path``, several to ``path`` numbered from 1; return the files.

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
    badges: Iterable[Sequence[Card]], path: Path, template: BadgeTemplate, start: int = 1
) -> int:
    """Write badges, each as its sides, into a PDF of true size; return its pages.

    A template with a sheet fills sheets from the place ``start`` of the first one, counted from 1
    in rows, so that one half used is used up; the backs of a sheet follow as a page of their own,
    to be printed on its other side turned over the long edge. Raises KioskError SHEET_START and
    FILE_NOT_WRITTEN.
    """
    labels = template.sheet.labels if template.sheet else 1
    if not 1 <= start <= labels:
        raise KioskError("SHEET_START", start=start, labels=labels, template=template.name)
    pages = _singles(badges, template)
    if template.sheet:
        pages = _sheets(badges, template, template.sheet, start)
    with whole_file(path) as temporary, temporary.open("wb") as file:
        return raster_pdf.write(pages, file)


def _singles(badges: Iterable[Sequence[Card]], template: BadgeTemplate) -> Iterator[Page]:
    for sides in badges:
        if template.sides is Sides.FOLDED:
            width, height = template.page_mm
            yield Page(width, height, [*_folded(sides, 0, 0)])
        else:
            for card in sides:
                yield Page(*card.size_mm, [*_pictures(card, 0, 0)])


def _folded(sides: Sequence[Card], left_mm: float, top_mm: float) -> Iterator[Picture]:
    """Yield the front, and below it the back upside down: the fold lies between them."""
    front, back = sides
    yield from _pictures(front, left_mm, top_mm)
    yield from _pictures(back, left_mm, top_mm + front.size_mm[1], is_turned=True)


def _sheets(
    badges: Iterable[Sequence[Card]], template: BadgeTemplate, sheet: Sheet, start: int
) -> Iterator[Page]:
    fronts: list[Picture] = []
    backs: list[Picture] = []
    last = start - 2
    for sides, place in zip(badges, sheet.places(start), strict=False):
        if place <= last:
            yield from _turned_page(sheet, fronts, backs)
            fronts, backs = [], []
        last = place
        corner = sheet.corner_mm(place, *template.page_mm)
        if template.sides is Sides.FOLDED:
            fronts += _folded(sides, *corner)
            continue
        fronts += _pictures(sides[0], *corner)
        for card in sides[1:]:
            mirrored = sheet.page_width_mm - corner[0] - card.size_mm[0]
            backs += _pictures(card, mirrored, corner[1])
    if fronts:
        yield from _turned_page(sheet, fronts, backs)


def _turned_page(sheet: Sheet, fronts: list[Picture], backs: list[Picture]) -> Iterator[Page]:
    yield Page(sheet.page_width_mm, sheet.page_height_mm, fronts)
    if backs:
        yield Page(sheet.page_width_mm, sheet.page_height_mm, backs)


def _pictures(
    card: Card, left_mm: float, top_mm: float, *, is_turned: bool = False
) -> Iterator[Picture]:
    """Yield a side's layers at a place of the page, dot for dot."""
    mm = MM_PER_INCH / card.dpi
    whole_width, whole_height = card.size_mm
    for piece in card.pieces():
        width, height = piece.image.width * mm, piece.image.height * mm
        left, top = piece.left_px * mm, piece.top_px * mm
        if piece.image is card.ground:
            width, height = card.size_mm
        if is_turned:
            left, top = whole_width - left - width, whole_height - top - height
        yield Picture(
            piece.image, left_mm + left, top_mm + top, width, height,
            is_turned=is_turned, is_shared=card.shares_ground and piece.image is card.ground,
        )  # fmt: skip
