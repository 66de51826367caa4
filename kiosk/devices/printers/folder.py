"""A printer that leaves each badge as a PDF page in a folder."""

from __future__ import annotations

import os
import re
import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.domain.badge import MM_PER_INCH
from kiosk.domain.errors import KioskError

if TYPE_CHECKING:
    from PIL.Image import Image

_DPI = 300
# Colours go through JPEG; at this quality and without thinning its edges stay as sharp as drawn.
_QUALITY = 95


class FolderPrinter:
    """Write badges as ``JOB.pdf``, one page each of the card's true size.

    For rehearsals, for a print shop's hot folder, and where another program prints.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.dpi = _DPI

    def print_badge(
        self,
        image: Image,
        width_mm: float,
        height_mm: float,
        job_id: str,
        back: Image | None = None,
    ) -> None:
        """Write one badge, its back as a second page; the file appears whole or not at all.

        The same job written again takes its own file's place. Raises KioskError PRINTER_MISSING
        where there is no such folder, PRINTER_REFUSED where it cannot be written.
        """
        if not self.folder.is_dir():
            raise KioskError("PRINTER_MISSING", printer=str(self.folder))
        path = self.folder / f"{_file_stem(job_id)}.pdf"
        temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
        per_inch = (image.width * MM_PER_INCH / width_mm, image.height * MM_PER_INCH / height_mm)
        # Pillow's way of putting black and white into a PDF turns each dot in Python.
        sides = [one.convert("L") if one.mode == "1" else one for one in (image, back) if one]
        form = {"dpi": per_inch, "quality": _QUALITY, "subsampling": 0}
        try:
            with temporary.open("wb") as file:
                sides[0].save(file, "PDF", save_all=True, append_images=sides[1:], **form)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        except OSError as error:
            raise KioskError(
                "PRINTER_REFUSED",
                printer=str(self.folder),
                detail=error.strerror or str(error),
            ) from error
        finally:
            temporary.unlink(missing_ok=True)


def _file_stem(job_id: str) -> str:
    return re.sub(r"[^A-Za-z0-9_-]", "_", job_id)[:100] or "badge"
