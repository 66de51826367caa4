"""Ticket files: everybody's QR code as pictures or as sheets to cut, with an index."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from PIL import Image, ImageDraw

from kiosk.domain.badge import Align, TextBox, Weight, to_px
from kiosk.domain.errors import KioskError
from kiosk.services import badge_fonts, badge_text, qr_image, raster_pdf
from kiosk.services.exports import csv_file
from kiosk.services.raster_pdf import Page, Picture

INDEX_NAME = "tickets.csv"
SHEET_NAME = "tickets.pdf"
HEADINGS = ("registration", "name", "organisation", "ticket", "file")
"""The index's columns; part of the contract."""

_MODULE_PX = 12
_NAME_LENGTH = 80
# Names that Windows keeps for devices, whatever follows the dot.
_RESERVED = {
    "CON",
    "PRN",
    "AUX",
    "NUL",
    *(f"{port}{n}" for port in ("COM", "LPT") for n in range(10)),
}

_A4_MM = (210, 297)
_COLUMNS, _ROWS = 3, 6
_DPI = 300
_SIDE_MM, _TOP_MM = 10.5, 10.5
_CELL_MM = ((_A4_MM[0] - 2 * _SIDE_MM) / _COLUMNS, (_A4_MM[1] - 2 * _TOP_MM) / _ROWS)
_CODE_MM, _CODE_TOP_MM = 29.0, 1.5
_NAME_BOX = TextBox(3, 31.6, _CELL_MM[0] - 6, 6, 4.6, 3.2, 2.4, lines=2)
_ORGANISATION_BOX = TextBox(3, 38.2, _CELL_MM[0] - 6, 5.8, 3.2, 2.6, 2.1, lines=2)
_MARK_MM = 2.5

_WHITE, _BLACK = 255, 0


@dataclass(frozen=True, slots=True)
class TicketRow:
    """One person's ticket; ``ticket`` is the QR code's text, "" where none was issued."""

    registration: str
    name: str
    organisation: str
    ticket: str


def write_tickets(
    rows: Sequence[TicketRow], folder: Path, form: Literal["png", "pdf"]
) -> tuple[int, Path]:
    """Write the codes and ``tickets.csv`` into a folder; return how many codes and the index.

    As "png" each person gets a picture, as "pdf" all stand on A4 sheets, name and organisation
    under each code. A person without a ticket is in the index, without a file. Everything is
    finished in a folder inside ``folder`` before the first file takes its place, the index last.
    Raises KioskError FOLDER_NOT_WRITTEN, or QR_TOO_LONG naming the registration.
    """
    try:
        existed = folder.exists()
        folder.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=".tickets-", dir=folder))
        try:
            files = _write_pictures(rows, draft) if form == "png" else _write_sheets(rows, draft)
            _write_index(rows, files, draft)
            for name in (*sorted({name for name in files if name}), INDEX_NAME):
                (draft / name).replace(folder / name)
        finally:
            shutil.rmtree(draft)
            if not existed and not any(folder.iterdir()):
                folder.rmdir()
    except OSError as error:
        raise KioskError(
            "FOLDER_NOT_WRITTEN", folder=str(folder), detail=error.strerror or str(error)
        ) from error
    return sum(1 for name in files if name), folder / INDEX_NAME


def _write_index(rows: Sequence[TicketRow], files: Sequence[str], draft: Path) -> None:
    lines = [
        (row.registration, row.name, row.organisation, row.ticket, file)
        for row, file in zip(rows, files, strict=True)
    ]
    csv_file.write_rows([HEADINGS, *lines], draft / INDEX_NAME)


def _matrix(row: TicketRow) -> list[list[bool]]:
    """Return a row's code; raises KioskError QR_TOO_LONG naming the registration."""
    try:
        return qr_image.qr_matrix(row.ticket)
    except KioskError as error:
        raise KioskError(error.code, registration=row.registration, **error.facts) from error


@dataclass(slots=True)
class _FileNames:
    """File names that every system takes, each given once, however letter case is treated."""

    _given: set[str] = field(default_factory=lambda: {INDEX_NAME.casefold()})

    def of(self, registration: str) -> str:
        """Return a picture's name made from a registration's id."""
        stem = "".join(
            c if c.isascii() and (c.isalnum() or c in "-_") else "_" for c in registration
        )
        stem = stem[:_NAME_LENGTH] or "_"
        if stem.upper() in _RESERVED:
            stem += "_"
        name, number = f"{stem}.png", 1
        while name.casefold() in self._given:
            number += 1
            name = f"{stem}-{number}.png"
        self._given.add(name.casefold())
        return name


def _write_pictures(rows: Sequence[TicketRow], draft: Path) -> list[str]:
    """Write a picture each, and return the rows' file names, "" for a row without a ticket."""
    names = _FileNames()
    files = []
    for row in rows:
        files.append(name := names.of(row.registration) if row.ticket else "")
        if name:
            picture = qr_image.matrix_image(_matrix(row), _MODULE_PX, qr_image.QUIET_MODULES)
            picture.save(draft / name, "PNG")
    return files


def _write_sheets(rows: Sequence[TicketRow], draft: Path) -> list[str]:
    """Write the sheets, and return the rows' file names, "" for a row without a ticket."""
    shown = [row for row in rows if row.ticket]
    if shown:
        with (draft / SHEET_NAME).open("wb") as file:
            raster_pdf.write(map(_page, _sheets(shown)), file)
    return [SHEET_NAME if row.ticket else "" for row in rows]


def _sheets(rows: Sequence[TicketRow]) -> Iterator[Image.Image]:
    """Yield A4 sheets in black and white; one at a time, since each takes 9 MB."""
    for start in range(0, len(rows), _COLUMNS * _ROWS):
        sheet = Image.new("L", (_px(_A4_MM[0]), _px(_A4_MM[1])), _WHITE)
        canvas = ImageDraw.Draw(sheet)
        _draw_cut_marks(canvas)
        for place, row in enumerate(rows[start : start + _COLUMNS * _ROWS]):
            down, across = divmod(place, _COLUMNS)
            left_mm = _SIDE_MM + across * _CELL_MM[0]
            top_mm = _TOP_MM + down * _CELL_MM[1]
            _draw_ticket(sheet, canvas, row, (left_mm, top_mm))
        yield sheet.point(lambda level: _WHITE * (level >= 128), "1")


def _page(sheet: Image.Image) -> Page:
    return Page(*_A4_MM, [Picture(sheet, 0, 0, *_A4_MM)])


def _px(length_mm: float) -> int:
    return round(to_px(length_mm, _DPI))


def _draw_cut_marks(canvas: ImageDraw.ImageDraw) -> None:
    """Draw a small cross at every corner of the cells."""
    for across in range(_COLUMNS + 1):
        for down in range(_ROWS + 1):
            x_mm, y_mm = _SIDE_MM + across * _CELL_MM[0], _TOP_MM + down * _CELL_MM[1]
            x, y, arm = _px(x_mm), _px(y_mm), _px(_MARK_MM)
            canvas.line((x - arm, y, x + arm, y), _BLACK, 2)
            canvas.line((x, y - arm, x, y + arm), _BLACK, 2)


def _draw_ticket(
    sheet: Image.Image, canvas: ImageDraw.ImageDraw, row: TicketRow, at_mm: tuple[float, float]
) -> None:
    """Draw a code with its quiet border, and name and organisation under it, in the middle."""
    matrix, (left_mm, top_mm) = _matrix(row), at_mm
    module_px = max(1, _px(_CODE_MM) // (len(matrix) + 2 * qr_image.QUIET_MODULES))
    code = qr_image.matrix_image(matrix, module_px, qr_image.QUIET_MODULES)
    middle_px = _px(_CODE_MM) // 2 - code.height // 2
    left_px = _px(left_mm + _CELL_MM[0] / 2) - code.width // 2
    sheet.paste(code, (left_px, _px(top_mm + _CODE_TOP_MM) + middle_px))
    for text, box, pen in (
        (row.name, _NAME_BOX, badge_text.PENS[Weight.BOLD]),
        (row.organisation, _ORGANISATION_BOX, 0.0),
    ):
        if words := badge_fonts.drawable(text):
            fitted = badge_text.fit(words, box, _DPI, pen)
            corner = _px(left_mm + box.left_mm), _px(top_mm + box.top_mm)
            width = _px(box.width_mm)
            badge_text.paint(canvas, fitted, corner, width, _BLACK, Align.CENTRE)
