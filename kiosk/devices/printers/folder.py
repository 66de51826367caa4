"""A printer that leaves each badge as a PDF page in a folder."""

from __future__ import annotations

import os
import re
import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.devices.printers import page
from kiosk.devices.printers.printer import Progress
from kiosk.domain.errors import KioskError
from kiosk.domain.printer import Fate, PrinterState

if TYPE_CHECKING:
    from PIL.Image import Image

_DPI = 300


class FolderPrinter:
    """Write badges as ``JOB.pdf``, one page each of the card's true size.

    For rehearsals, for a print shop's hot folder, and where another program prints.
    """

    has_colour = True

    def __init__(self, folder: Path) -> None:
        self.folder, self.name = folder, str(folder)
        self.dpi = _DPI

    def look(self) -> PrinterState:
        """Return that the folder is there; raises KioskError PRINTER_MISSING where it is not."""
        if not self.folder.is_dir():
            raise KioskError("PRINTER_MISSING", printer=str(self.folder))
        return PrinterState.READY

    def print_badge(
        self,
        image: Image,
        width_mm: float,
        height_mm: float,
        job_id: str,
        back: Image | None = None,
    ) -> Progress:
        """Write one badge, its back as a second page; the file appears whole or not at all.

        The same job written again takes its own file's place. Raises KioskError PRINTER_MISSING
        where there is no such folder, PRINTER_REFUSED where it cannot be written.
        """
        self.look()
        path = self._path(job_id)
        temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
        try:
            with temporary.open("wb") as file:
                file.write(page.pdf(image, width_mm, height_mm, back))
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
        return Progress(Fate.DONE)

    def follow(self, job_id: str) -> Progress:
        """Return whether the file is there."""
        return Progress(self.find(job_id, 0))

    def give_up(self, job_id: str) -> Fate:
        """Return whether the file is there."""
        return self.find(job_id, 0)

    def find(self, job_id: str, _age_s: float) -> Fate:
        """Return DONE where the file is there; else a print shop may have taken it already."""
        return Fate.DONE if self._path(job_id).is_file() else Fate.UNSURE

    def _path(self, job_id: str) -> Path:
        return self.folder / f"{_file_stem(job_id)}.pdf"


def _file_stem(job_id: str) -> str:
    return re.sub(r"[^A-Za-z0-9_-]", "_", job_id)[:100] or "badge"
