"""Opening a printer by the name that the settings keep."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.devices.printers.cups import cups_queue
from kiosk.devices.printers.folder import FolderPrinter
from kiosk.devices.printers.ipp import IppPrinter
from kiosk.devices.printers.ipp_link import Address
from kiosk.devices.printers.printer import BadgePrinter
from kiosk.devices.printers.zebra import ZebraPrinter
from kiosk.domain.errors import KioskError
from kiosk.domain.printer import FOLDER_MARK

if TYPE_CHECKING:
    from PIL.Image import Image

    from kiosk.devices.printers.printer import Progress

_ZEBRA, _IPP = "zebra://", ("ipp://", "ipps://")


def open_printer(name: str) -> BadgePrinter | None:
    """Return the printer of an address; "" is none.

    That is ``folder:PATH``, ``ipp://…``, ``ipps://…``, ``zebra://HOST``, else a queue of the
    system: one of CUPS is spoken to by IPP, any other through Qt. Whether it is there shows when it
    prints: a printer may be switched on later than the desk. Raises KioskError
    PRINTER_ADDRESS_WRONG, and PRINTER_SUPPORT_MISSING for a queue where Qt lacks CUPS' library.
    """
    if not name:
        return None
    if name.startswith(FOLDER_MARK):
        return FolderPrinter(Path(name.removeprefix(FOLDER_MARK)).expanduser())
    try:
        if name.startswith(_ZEBRA):
            return ZebraPrinter.of(name)
        if name.startswith(_IPP):
            return IppPrinter(Address.of(name), name.partition("?")[0])
    except ValueError as error:
        raise KioskError("PRINTER_ADDRESS_WRONG", address=name, problem=str(error)) from error
    return _queue(name)


def needs_qt(name: str) -> bool:
    """Tell whether an address is a queue of the system, which Qt may have to reach."""
    return bool(name) and not name.startswith((FOLDER_MARK, _ZEBRA, *_IPP))


def check_address(name: str) -> None:
    """Raise KioskError PRINTER_ADDRESS_WRONG where an address cannot be one; asks nobody."""
    if not needs_qt(name.strip()):
        open_printer(name.strip())
    if not name.strip() or (needs_qt(name) and "://" in name):
        raise KioskError("PRINTER_ADDRESS_WRONG", address=name, problem="is of no known kind")


def _queue(name: str) -> BadgePrinter:
    if sys.platform != "win32" and (found := cups_queue(name)) is not None:
        return found
    try:
        from kiosk.devices.printers.system import SystemPrinter  # noqa: PLC0415 - needs libcups
    except ImportError as error:
        raise KioskError("PRINTER_SUPPORT_MISSING", printer=name, detail=str(error)) from error
    return SystemPrinter(name)


def put_pages(printer: BadgePrinter, pages: list[Image], job_id: str) -> Progress:
    """Hand over one badge of one page or two, each of the size that its ``info`` tells.

    Raises KioskError as the printer does.
    """
    width_mm, height_mm = pages[0].info["size_mm"]
    back = pages[1] if len(pages) > 1 else None
    return printer.print_badge(pages[0], width_mm, height_mm, job_id, back)


def printer_names() -> list[str]:
    """Return the names of the system's printers, the default one first.

    Qt lists them only inside a running application, and with CUPS' library; else there are none.
    """
    try:
        from kiosk.devices.printers.system import queue_names  # noqa: PLC0415 - needs libcups
    except ImportError:
        return []
    return queue_names()
