"""The system's printers through Qt: a page of exact size, dot for dot, and worded refusals.

No queue is needed: the pages go through the same QPrinter into PDF files, and stand-ins play the
queues that are gone, stopped or unwilling.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from kiosk.devices.printers import open_printer, printer_names, system
from kiosk.devices.printers.resolution import best_dpi
from kiosk.devices.printers.system import SystemPrinter, print_page, queue_names
from kiosk.domain.badge import BadgeText
from kiosk.domain.errors import KioskError
from kiosk.domain.registration import Category
from kiosk.services import badge_drawing

TOKEN = "K7QWERTYUIOPASDFGHJKLZXCVB"
KIM = BadgeText("세미나", "김형진", "", "GIST", "", "참가자", Category.STAFF, TOKEN, "")


@pytest.fixture(autouse=True)
def _application(qapp) -> None:
    """Have Qt running, which every printer needs."""


def pdf_printer(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def page_of(path: Path, dpi: int) -> tuple[tuple[float, float], Image.Image]:
    """Return the only page's size in millimetres and its dots in grey."""
    document = QPdfDocument()
    assert document.load(str(path)) is QPdfDocument.Error.None_
    assert document.pageCount() == 1
    points = document.pagePointSize(0)
    size = QSize(round(points.width() * dpi / 72), round(points.height() * dpi / 72))
    page = document.render(0, size).convertToFormat(system.QImage.Format.Format_RGBA8888)
    document.close()
    flat = Image.new("RGBA", (page.width(), page.height()), "white")
    flat.alpha_composite(Image.frombytes("RGBA", flat.size, bytes(page.constBits())))
    return (points.width() * 25.4 / 72, points.height() * 25.4 / 72), flat.convert("L")


@pytest.mark.parametrize("name", ["100x70", "86x54"])
@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("colour", [True, False])
def test_a_badge_is_a_page_of_its_own_size(
    name: str, dpi: int, colour: bool, tmp_path: Path
) -> None:
    template = badge_drawing.load_template(name)
    badge = badge_drawing.draw(KIM, template, dpi, colour=colour)
    printer = pdf_printer(tmp_path / "page.pdf")
    print_page(printer, badge, template.width_mm, template.height_mm)
    assert printer.resolution() == dpi
    size_mm, page = page_of(tmp_path / "page.pdf", dpi)
    assert size_mm == pytest.approx((template.width_mm, template.height_mm), abs=0.3)
    codes = zxingcpp.read_barcodes(page, formats=zxingcpp.BarcodeFormat.QRCode)
    assert [code.text for code in codes] == [TOKEN]


def test_a_back_is_a_second_page(tmp_path: Path) -> None:
    template = badge_drawing.load_template("100x70-two-sided")
    front, back = badge_drawing.pages(KIM, template, 203)
    print_page(pdf_printer(tmp_path / "page.pdf"), front, 100, 70, back)
    document = QPdfDocument()
    assert document.load(str(tmp_path / "page.pdf")) is QPdfDocument.Error.None_
    sizes = [document.pagePointSize(number) for number in range(document.pageCount())]
    document.close()
    assert len(sizes) == 2
    assert sizes[0] == sizes[1]


def test_the_picture_reaches_all_four_edges(tmp_path: Path) -> None:
    print_page(pdf_printer(tmp_path / "page.pdf"), Image.new("RGB", (1181, 827)), 100, 70)
    _, page = page_of(tmp_path / "page.pdf", 300)
    right, bottom = page.width - 4, page.height - 4
    assert [page.getpixel(at) for at in ((3, 3), (right, 3), (3, bottom), (right, bottom))] == [
        0
    ] * 4


def test_colours_arrive_in_their_order(tmp_path: Path) -> None:
    picture = Image.new("RGB", (118, 83), (255, 0, 0))
    image = system._qimage(picture)
    assert image.pixelColor(5, 5).getRgb()[:3] == (255, 0, 0)
    assert (image.width(), image.height()) == (118, 83)


@pytest.mark.parametrize("width", [9, 13, 687])
def test_rows_of_any_length_stay_straight(width: int) -> None:
    picture = Image.new("1", (width, 5), 1)
    picture.putpixel((width - 1, 4), 0)
    image = system._qimage(picture)
    dark = [(x, y) for y in range(5) for x in range(width) if image.pixelColor(x, y).red() == 0]
    assert dark == [(width - 1, 4)]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    printer = pdf_printer(tmp_path / "no" / "page.pdf")
    with pytest.raises(KioskError) as caught:
        print_page(printer, Image.new("RGB", (1181, 827)), 100, 70)
    assert caught.value.code == "PRINTER_REFUSED"
    assert caught.value.facts["detail"] == "job"


class FixedPaper(QPrinter):
    """A driver that knows one size of paper."""

    def setPageLayout(self, _layout: object) -> bool:
        return False


def test_another_size_of_paper_is_refused() -> None:
    with pytest.raises(KioskError) as caught:
        print_page(FixedPaper(), Image.new("RGB", (1181, 827)), 100, 70)
    assert caught.value.code == "PRINTER_REFUSED"
    assert caught.value.facts["detail"] == "page size"


def test_a_queue_that_is_gone_is_missing() -> None:
    printer = open_printer("no such queue")
    assert isinstance(printer, SystemPrinter)
    with pytest.raises(KioskError) as caught:
        printer.print_badge(Image.new("RGB", (1181, 827)), 100, 70, "job1")
    assert caught.value.code == "PRINTER_MISSING"
    assert caught.value.facts == {"printer": "no such queue"}


def test_a_stopped_queue_is_refused(monkeypatch) -> None:
    class Stopped(QPrinter):
        def printerState(self) -> QPrinter.PrinterState:
            return QPrinter.PrinterState.Error

    printer = SystemPrinter("label")
    monkeypatch.setattr(printer, "_open", Stopped)
    with pytest.raises(KioskError) as caught:
        printer.print_badge(Image.new("RGB", (1181, 827)), 100, 70, "job1")
    assert caught.value.facts == {"printer": "label", "detail": "stopped"}


def test_a_job_goes_under_its_own_name(tmp_path: Path, monkeypatch) -> None:
    opened = pdf_printer(tmp_path / "page.pdf")
    printer = SystemPrinter("label")
    monkeypatch.setattr(printer, "_open", lambda: opened)
    printer.print_badge(Image.new("RGB", (1181, 827)), 100, 70, "job-17")
    assert opened.docName() == "badge job-17"
    assert (tmp_path / "page.pdf").stat().st_size > 0


@pytest.mark.parametrize(
    ("supported", "chosen"),
    [
        ([203], 203),
        ([300], 300),
        ([203, 300], 300),
        ([600, 1200], 600),
        ([1200], 300),
        ([], 300),
        ([72], 300),
    ],
)
def test_badges_are_drawn_at_the_printers_own_dots(supported: list[int], chosen: int) -> None:
    assert best_dpi(supported) == chosen


def test_a_printer_tells_its_dots(monkeypatch) -> None:
    class Queue:
        """As CUPS describes a label printer; Qt's own engine would name 72 dots alone."""

        def supportedResolutions(self) -> list[int]:
            return [203]

    printer = SystemPrinter("label")
    monkeypatch.setattr(printer, "_queue", Queue)
    assert printer.dpi == 203


def test_the_default_printer_comes_first(monkeypatch) -> None:
    class Three:
        @staticmethod
        def defaultPrinterName() -> str:
            return "label"

        @staticmethod
        def availablePrinterNames() -> list[str]:
            return ["office", "label", "attic"]

    monkeypatch.setattr(system, "QPrinterInfo", Three)
    assert printer_names() == ["label", "attic", "office"]


def test_this_machines_queues_are_listed() -> None:
    assert sorted(queue_names()) == sorted(QPrinterInfo.availablePrinterNames())
