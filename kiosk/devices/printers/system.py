"""A printer of the operating system, reached through Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QGuiApplication, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from kiosk.devices.printers.printer import Progress
from kiosk.devices.printers.resolution import best_dpi
from kiosk.domain.badge import MM_PER_INCH
from kiosk.domain.errors import KioskError
from kiosk.domain.printer import Fate, PrinterState

if TYPE_CHECKING:
    from PIL.Image import Image

# Half a dot at 203 dpi is 0.06 mm; a driver that rounds to points is within 0.2 mm.
_SIZE_TOLERANCE_MM = 0.5


def queue_names() -> list[str]:
    """Return the names of the system's printers, the default one first."""
    if QGuiApplication.instance() is None:
        return []
    default = QPrinterInfo.defaultPrinterName()
    names = QPrinterInfo.availablePrinterNames()
    return sorted(names, key=lambda name: (name != default, name))


class SystemPrinter:
    """Print badges on one queue of the system.

    Success means that the queue took the job; whether paper came out, Qt never tells.
    """

    has_colour = True

    def __init__(self, name: str) -> None:
        self.name = name

    @property
    def dpi(self) -> int:
        """Return the dots an inch at which a badge is best drawn for this printer."""
        # Asked of the queue: Qt's own print engine on Linux makes PDF and names 72 alone.
        return best_dpi(self._queue().supportedResolutions())

    def look(self) -> PrinterState:
        """Return what Qt says of the queue, which is little: a printer that is off counts as well.

        Raises KioskError PRINTER_MISSING.
        """
        states = QPrinter.PrinterState
        told = {states.Error: PrinterState.FAULT, states.Aborted: PrinterState.PAUSED}
        return told.get(self._queue().state(), PrinterState.READY)

    def print_badge(
        self,
        image: Image,
        width_mm: float,
        height_mm: float,
        job_id: str,
        back: Image | None = None,
    ) -> Progress:
        """Send one badge, named after its job, as a page of exactly its size, its back behind it.

        Raises KioskError PRINTER_MISSING where the queue is gone, PRINTER_REFUSED where it is
        stopped, does not take the page's size, or does not take the job.
        """
        printer = self._open()
        printer.setDocName(f"badge {job_id}")
        if printer.printerState() == QPrinter.PrinterState.Error:
            raise KioskError("PRINTER_REFUSED", printer=self.name, detail="stopped")
        if back is not None:
            if QPrinter.DuplexMode.DuplexLongSide not in self._queue().supportedDuplexModes():
                raise KioskError("PRINTER_REFUSED", printer=self.name, detail="one side only")
            printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
        print_page(printer, image, width_mm, height_mm, back)
        return Progress(Fate.DONE)

    def follow(self, _job_id: str) -> Progress:
        """Return that it is done: more than that the queue took it, nobody here is told."""
        return Progress(Fate.DONE)

    def give_up(self, _job_id: str) -> Fate:
        """Return that nobody knows."""
        return Fate.UNSURE

    def find(self, _job_id: str, _age_s: float) -> Fate:
        """Return that nobody knows: Qt lists no jobs."""
        return Fate.UNSURE

    def _open(self) -> QPrinter:
        """Return a fresh QPrinter of this queue; raises KioskError PRINTER_MISSING."""
        return QPrinter(self._queue(), QPrinter.PrinterMode.HighResolution)

    def _queue(self) -> QPrinterInfo:
        if QGuiApplication.instance() is not None:
            found = QPrinterInfo.printerInfo(self.name)
            if not found.isNull():
                return found
        raise KioskError("PRINTER_MISSING", printer=self.name)


def print_page(
    printer: QPrinter, image: Image, width_mm: float, height_mm: float, back: Image | None = None
) -> None:
    """Print an image as one page of the given size, dot for dot; raises KioskError PRINTER_REFUSED.

    The page is set to the image's own resolution, so that no dot is resampled on the way.
    """
    size = QPageSize(
        QSizeF(width_mm, height_mm),
        QPageSize.Unit.Millimeter,
        f"{width_mm:g}x{height_mm:g}mm",
        QPageSize.SizeMatchPolicy.ExactMatch,
    )
    layout = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setResolution(round(image.width * MM_PER_INCH / width_mm))
    if not printer.setPageLayout(layout) or not _is_size(printer, width_mm, height_mm):
        raise KioskError("PRINTER_REFUSED", printer=printer.printerName(), detail="page size")
    painter = QPainter()
    if not painter.begin(printer):
        raise KioskError("PRINTER_REFUSED", printer=printer.printerName(), detail="job")
    painter.drawImage(QRectF(0, 0, image.width, image.height), _qimage(image))
    if back is not None and printer.newPage():
        painter.drawImage(QRectF(0, 0, back.width, back.height), _qimage(back))
    if not painter.end() or printer.printerState() == QPrinter.PrinterState.Error:
        # The spooler may hold a part of it, and bring it out yet: it is not repeated unasked.
        raise KioskError("PRINTER_CUT", printer=printer.printerName(), detail="job")


def _is_size(printer: QPrinter, width_mm: float, height_mm: float) -> bool:
    page = printer.pageLayout().fullRect(QPageLayout.Unit.Millimeter)
    off_mm = max(abs(page.width() - width_mm), abs(page.height() - height_mm))
    return off_mm <= _SIZE_TOLERANCE_MM


def _qimage(image: Image) -> QImage:
    """Return a badge as a QImage that owns its dots."""
    if image.mode == "RGB":
        kind, depth = QImage.Format.Format_RGB888, 3
    else:
        image, kind, depth = image.convert("L"), QImage.Format.Format_Grayscale8, 1
    return QImage(image.tobytes(), image.width, image.height, image.width * depth, kind).copy()
