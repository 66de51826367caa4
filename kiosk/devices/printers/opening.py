"""Opening a printer by the name that the settings keep."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.devices.printers.folder import FolderPrinter
from kiosk.domain.errors import KioskError

if TYPE_CHECKING:
    from PIL.Image import Image

    from kiosk.devices.printers.system import SystemPrinter

FOLDER_MARK = "folder:"


def open_printer(name: str) -> SystemPrinter | FolderPrinter | None:
    """Return the printer of a name: "" none, ``folder:PATH`` a folder, else a system queue.

    Whether it is there shows when it prints: a printer may be switched on later than the desk.
    Raises KioskError PRINTER_SUPPORT_MISSING for a queue where the machine lacks CUPS' library.
    """
    if not name:
        return None
    if name.startswith(FOLDER_MARK):
        return FolderPrinter(Path(name.removeprefix(FOLDER_MARK)).expanduser())
    try:
        from kiosk.devices.printers.system import SystemPrinter  # noqa: PLC0415 - needs libcups
    except ImportError as error:
        raise KioskError("PRINTER_SUPPORT_MISSING", printer=name, detail=str(error)) from error
    return SystemPrinter(name)


def put_pages(printer: SystemPrinter | FolderPrinter, pages: list[Image], job_id: str) -> None:
    """Print one badge of one page or two, each of the size that its ``info`` tells.

    Raises KioskError as the printer does.
    """
    width_mm, height_mm = pages[0].info["size_mm"]
    if len(pages) == 1:
        printer.print_badge(pages[0], width_mm, height_mm, job_id)
    else:
        printer.print_badge(pages[0], width_mm, height_mm, job_id, back=pages[1])


def printer_names() -> list[str]:
    """Return the names of the system's printers, the default one first.

    Qt lists them only inside a running application, and with CUPS' library; else there are none.
    """
    try:
        from kiosk.devices.printers.system import queue_names  # noqa: PLC0415 - needs libcups
    except ImportError:
        return []
    return queue_names()
