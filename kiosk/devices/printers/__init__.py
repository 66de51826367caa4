"""Printers: folders, IPP, labels on port 9100 and queues, opened by the name the settings keep."""

from kiosk.devices.printers.folder import FolderPrinter
from kiosk.devices.printers.opening import (
    check_address,
    needs_qt,
    open_printer,
    printer_names,
    put_pages,
)

__all__ = [
    "FolderPrinter", "check_address", "needs_qt", "open_printer", "printer_names", "put_pages",
]  # fmt: skip
