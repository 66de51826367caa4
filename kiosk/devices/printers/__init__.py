"""Printers: a system's queue or a folder, opened by the name that the settings keep."""

from kiosk.devices.printers.folder import FolderPrinter
from kiosk.devices.printers.opening import open_printer, printer_names, put_pages

__all__ = ["FolderPrinter", "open_printer", "printer_names", "put_pages"]
