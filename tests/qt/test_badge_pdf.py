"""Badges as PDF, as a reader of PDFs shows them: in place, whole, and their codes read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, ImageChops
from PySide6.QtCore import QSize

from kiosk.domain.badge import BadgeText
from kiosk.domain.registration import Category
from kiosk.domain.ticket import new_tokens
from kiosk.services import badge_drawing, badge_files

QtPdf = pytest.importorskip("PySide6.QtPdf", exc_type=ImportError)
KIM = BadgeText("세미나", "김형진", "KIM", "GIST", "책임", "참가자", Category.ATTENDEE, "", "")
DPI = 150


def rendered(file: Path) -> list[Image.Image]:
    """Return a PDF's pages at the badges' own dots an inch."""
    document = QtPdf.QPdfDocument()
    assert document.load(str(file)) == QtPdf.QPdfDocument.Error.None_
    pages = []
    for number in range(document.pageCount()):
        points = document.pagePointSize(number)
        size = QSize(round(points.width() * DPI / 72), round(points.height() * DPI / 72))
        shown = document.render(number, size).convertToFormat(QtPdf_format())
        bits = bytes(shown.constBits())
        row = shown.bytesPerLine()
        pages.append(
            Image.frombytes("RGBA", (shown.width(), shown.height()), bits, "raw", "RGBA", row)
        )
    document.close()
    white = [Image.new("RGBA", page.size, "white") for page in pages]
    return [Image.alpha_composite(a, b).convert("RGB") for a, b in zip(white, pages, strict=True)]


def QtPdf_format() -> object:
    from PySide6.QtGui import QImage  # noqa: PLC0415

    return QImage.Format.Format_RGBA8888


def codes(image: Image.Image) -> list[tuple[int, int, str]]:
    """Return the codes with the row and column of their middle."""
    found = zxingcpp.read_barcodes(image.convert("L"), formats=zxingcpp.BarcodeFormat.QRCode)
    return sorted((one.position.top_left.y, one.position.top_left.x, one.text) for one in found)


def write(tmp_path: Path, name: str, count: int, start: int = 1) -> tuple[list[str], Path]:
    template = badge_drawing.load_template(name)
    tokens = new_tokens(count)
    badges = (badge_drawing.cards(replace(KIM, ticket=one), template, DPI) for one in tokens)
    badge_files.write_pdf(badges, tmp_path / "x.pdf", template, start)
    return tokens, tmp_path / "x.pdf"


@pytest.mark.usefixtures("qapp")
def test_a_page_shows_the_badge_dot_for_dot(tmp_path: Path) -> None:
    (token,), file = write(tmp_path, "100x70", 1)
    (page,) = rendered(file)
    badge = badge_drawing.draw(
        replace(KIM, ticket=token), badge_drawing.load_template("100x70"), DPI
    )
    assert [text for *_, text in codes(page)] == [token]
    off = ImageChops.difference(page.resize(badge.size), badge).convert("L")
    # A reader that draws between the dots softens edges; what is missing or elsewhere shows.
    assert sum(off.histogram()[128:]) < 0.01 * badge.width * badge.height


@pytest.mark.usefixtures("qapp")
def test_a_sheet_begins_where_the_last_one_ended(tmp_path: Path) -> None:
    tokens, file = write(tmp_path, "a4-8", 4, start=6)
    first, second = rendered(file)
    assert [text for *_, text in codes(first)] == tokens[:3]
    assert [text for *_, text in codes(second)] == tokens[3:]
    rows = [row for row, *_ in codes(first)]
    assert rows[0] > first.height / 2
    blank = first.crop((0, 0, first.width, round(140 * DPI / 25.4)))
    assert ImageChops.invert(blank).getbbox() is None


@pytest.mark.usefixtures("qapp")
def test_ten_to_a_sheet_are_ten_codes(tmp_path: Path) -> None:
    tokens, file = write(tmp_path, "a4-10", 10)
    (page,) = rendered(file)
    assert sorted(text for *_, text in codes(page)) == sorted(tokens)


@pytest.mark.usefixtures("qapp")
def test_a_folded_page_is_the_same_upside_down(tmp_path: Path) -> None:
    (token,), file = write(tmp_path, "86x54-folded", 1)
    (page,) = rendered(file)
    assert [text for *_, text in codes(page)] == [token, token]
    turned = page.transpose(Image.Transpose.ROTATE_180)
    assert sum(ImageChops.difference(page, turned).convert("L").histogram()[160:]) < 500


@pytest.mark.usefixtures("qapp")
def test_two_sides_are_two_pages(tmp_path: Path) -> None:
    tokens, file = write(tmp_path, "100x70-two-sided", 2)
    shown = [[text for *_, text in codes(page)] for page in rendered(file)]
    assert shown == [[tokens[0]], [], [tokens[1]], []]
