"""Opening a printer by the name that the settings keep."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.devices.printers.folder import FolderPrinter

if TYPE_CHECKING:
    from kiosk.devices.printers.system import SystemPrinter

FOLDER_MARK = "folder:"


def open_printer(name: str) -> SystemPrinter | FolderPrinter | None:
    """Return the printer of a name: "" none, ``folder:PATH`` a folder, else a system queue.

    Whether it is there shows when it prints: a printer may be switched on later than the desk.
    """
    if not name:
        return None
    if name.startswith(FOLDER_MARK):
        return FolderPrinter(Path(name.removeprefix(FOLDER_MARK)).expanduser())
    from kiosk.devices.printers.system import SystemPrinter  # noqa: PLC0415 - Qt, 60 ms

    return SystemPrinter(name)


def printer_names() -> list[str]:
    """Return the names of the system's printers, the default one first.

    Qt lists them only inside a running application; without one the list is empty.
    """
    from kiosk.devices.printers import system  # noqa: PLC0415 - Qt, 60 ms

    return system.queue_names()
