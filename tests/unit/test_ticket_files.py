"""Ticket files: a picture each or sheets, an index, and nothing half-written."""

from __future__ import annotations

import csv
import re
import zlib
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, ImageChops

from kiosk.domain import ticket
from kiosk.domain.errors import KioskError
from kiosk.services import raster_pdf, ticket_files
from kiosk.services.raster_pdf import Page, Picture
from kiosk.services.ticket_files import HEADINGS, TicketRow, write_tickets


def people(count: int) -> list[TicketRow]:
    tokens = ticket.new_tokens(count)
    return [
        TicketRow(f"R{number:04}", f"김형진{number}", "포스코필바라리튬솔루션", token)
        for number, token in enumerate(tokens, 1)
    ]


def read(image: Image.Image) -> list[str]:
    found = zxingcpp.read_barcodes(image.convert("L"), formats=zxingcpp.BarcodeFormat.QRCode)
    return [code.text for code in found]


def read_file(path: Path) -> list[str]:
    with Image.open(path) as image:
        return read(image)


def index_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def pages_of(path: Path) -> list[Image.Image]:
    data = path.read_bytes()
    found = []
    for match in re.finditer(
        rb"/Width (\d+)/Height (\d+)/BitsPerComponent 1[^>]*/Length (\d+)>>\nstream\n", data
    ):
        width, height, length = (int(number) for number in match.groups())
        packed = zlib.decompress(data[match.end() : match.end() + length])
        found.append(Image.frombytes("1", (width, height), packed))
    return found


def test_every_picture_holds_its_persons_ticket(tmp_path: Path) -> None:
    rows = people(12)
    count, index = write_tickets(rows, tmp_path, "png")
    assert (count, index) == (12, tmp_path / "tickets.csv")
    listed = index_of(index)
    assert [(one["registration"], one["ticket"]) for one in listed] == [
        (row.registration, row.ticket) for row in rows
    ]
    assert [read_file(tmp_path / one["file"]) for one in listed] == [[row.ticket] for row in rows]
    assert {file.name for file in tmp_path.iterdir()} == {
        "tickets.csv",
        *(one["file"] for one in listed),
    }


def test_the_index_is_one_that_korean_excel_opens(tmp_path: Path) -> None:
    _, index = write_tickets(people(2), tmp_path, "png")
    data = index.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf" + ",".join(HEADINGS).encode() + b"\r\n")
    assert data.count(b"\r\n") == data.count(b"\n") == 3


@pytest.mark.parametrize("name", ["=1+1", "+82", "-x", "@SUM(A1)", "＝1+1"])
def test_no_name_becomes_a_formula(name: str, tmp_path: Path) -> None:
    row = TicketRow("R1", name, name, "TICKET")
    _, index = write_tickets([row], tmp_path, "png")
    assert index_of(index)[0]["name"] == f"'{name}"
    assert index_of(index)[0]["organisation"] == f"'{name}"


@pytest.mark.parametrize(
    ("registrations", "files"),
    [
        (["../../etc/passwd"], ["______etc_passwd.png"]),
        (["a/b", "a\\b"], ["a_b.png", "a_b-2.png"]),
        (["Same", "same", "SAME"], ["Same.png", "same-2.png", "SAME-3.png"]),
        (["con", "LPT1"], ["con_.png", "LPT1_.png"]),
        (["김형진"], ["___.png"]),
        ([""], ["_.png"]),
        (["x" * 300], ["x" * 80 + ".png"]),
        (["a:b*c?"], ["a_b_c_.png"]),
    ],
)
def test_file_names_suit_every_system(
    registrations: list[str], files: list[str], tmp_path: Path
) -> None:
    rows = [TicketRow(one, "이솔", "", "TICKET") for one in registrations]
    _, index = write_tickets(rows, tmp_path / "out", "png")
    assert [one["file"] for one in index_of(index)] == files
    assert {file.name for file in tmp_path.rglob("*.png")} == set(files)


@pytest.mark.parametrize("form", ["png", "pdf"])
def test_a_person_without_a_ticket_is_listed_without_a_file(form, tmp_path: Path) -> None:
    rows = [*people(1), TicketRow("R9", "이솔", "GIST", "")]
    count, index = write_tickets(rows, tmp_path, form)
    assert count == 1
    assert [bool(one["file"]) for one in index_of(index)] == [True, False]


@pytest.mark.parametrize("form", ["png", "pdf"])
def test_no_people_make_an_empty_index(form, tmp_path: Path) -> None:
    count, index = write_tickets([], tmp_path / "a" / "b", form)
    assert count == 0
    assert index_of(index) == []
    assert [file.name for file in index.parent.iterdir()] == ["tickets.csv"]


def test_sheets_hold_every_code_once(tmp_path: Path) -> None:
    rows = people(20)
    count, index = write_tickets(rows, tmp_path, "pdf")
    assert count == 20
    assert {one["file"] for one in index_of(index)} == {"tickets.pdf"}
    pages = pages_of(tmp_path / "tickets.pdf")
    found = [sorted(read(page)) for page in pages]
    assert found == [
        sorted(row.ticket for row in rows[:18]),
        sorted(row.ticket for row in rows[18:]),
    ]
    boxes = re.findall(
        rb"/MediaBox\[0 0 ([\d.]+) ([\d.]+)\]", (tmp_path / "tickets.pdf").read_bytes()
    )
    assert [(float(w), float(h)) for w, h in boxes] == [pytest.approx((595.2756, 841.8898))] * 2


def test_name_and_organisation_stand_under_the_code(tmp_path: Path) -> None:
    token = ticket.new_tokens(1)[0]
    pages = []
    for number, (name, organisation) in enumerate([("", ""), ("이솔", ""), ("이솔", "GIST")]):
        folder = tmp_path / str(number)
        write_tickets([TicketRow("R1", name, organisation, token)], folder, "pdf")
        pages += pages_of(folder / "tickets.pdf")
    bare, named, full = (page.convert("L") for page in pages)
    per_mm = 300 / 25.4

    def added(one: Image.Image, other: Image.Image) -> tuple[float, ...]:
        box = ImageChops.difference(one, other).getbbox()
        assert box is not None
        return tuple(edge / per_mm for edge in box)

    left, top, right, bottom = added(named, bare)
    assert 10.5 + 31.6 <= top < bottom <= 10.5 + 37.7
    assert (left + right) / 2 == pytest.approx(10.5 + 63 / 2, abs=0.6)
    _, top, _, bottom = added(full, named)
    assert 10.5 + 38 <= top < bottom <= 10.5 + 44.2


def test_hostile_names_fill_a_sheet(tmp_path: Path) -> None:
    names = ["가" * 80, "😀" * 30, "محمد", "<b>x</b>", "Wolfeschlegelsteinhausenbergerdorff", "Ệgy"]
    rows = [
        TicketRow(str(number), name, name * 2, token)
        for number, (name, token) in enumerate(zip(names, ticket.new_tokens(6), strict=True))
    ]
    write_tickets(rows, tmp_path, "pdf")
    (page,) = pages_of(tmp_path / "tickets.pdf")
    assert sorted(read(page)) == sorted(row.ticket for row in rows)


def test_a_second_time_takes_the_place_of_the_first(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    write_tickets(people(3), tmp_path, "png")
    rows = people(2)
    _, index = write_tickets(rows, tmp_path, "png")
    assert [one["ticket"] for one in index_of(index)] == [row.ticket for row in rows]
    assert read_file(tmp_path / "R0001.png") == [rows[0].ticket]
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_a_file_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(KioskError) as caught:
        write_tickets(people(1), tmp_path / "out", "png")
    assert caught.value.code == "FOLDER_NOT_WRITTEN"
    assert caught.value.facts["folder"] == str(tmp_path / "out")
    assert caught.value.facts["detail"]
    assert (tmp_path / "out").read_text() == "mine"


@pytest.mark.parametrize("form", ["png", "pdf"])
def test_a_code_that_cannot_be_made_leaves_nothing(form, tmp_path: Path) -> None:
    rows = [*people(2), TicketRow("R0009", "이솔", "GIST", "x" * 3000)]
    with pytest.raises(KioskError) as caught:
        write_tickets(rows, tmp_path / "out", form)
    assert caught.value.code == "QR_TOO_LONG"
    assert caught.value.facts == {"registration": "R0009", "length": 3000}
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_fills_up_leaves_the_folder_as_it_was(tmp_path: Path, monkeypatch) -> None:
    write_tickets(people(2), tmp_path, "png")
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}

    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(ticket_files.csv_file, "write_rows", full)
    with pytest.raises(KioskError) as caught:
        write_tickets(people(5), tmp_path, "png")
    assert caught.value.facts["detail"] == "No space left on device"
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_a_pdf_tells_where_its_objects_are(tmp_path: Path) -> None:
    path = tmp_path / "two.pdf"
    images = [Image.new("1", (9, 3), 1), Image.new("L", (4, 4), 7), Image.new("RGB", (2, 5), "red")]
    with path.open("wb") as file:
        pages = [Page(90, 30, [Picture(image, 0, 0, 90, 30)]) for image in images]
        assert raster_pdf.write(pages, file) == 3
    data = path.read_bytes()
    start = int(re.search(rb"startxref\n(\d+)\n%%EOF\n$", data)[1])
    assert data[start:].startswith(b"xref\n0 12\n0000000000 65535 f \n")
    places = [int(one) for one in re.findall(rb"(\d{10}) 00000 n \n", data[start:])]
    assert len(places) == 11
    for number, place in enumerate(places, 1):
        assert data[place:].startswith(b"%d 0 obj\n" % number)
    assert data.count(b"/DeviceGray") == 2
    assert data.count(b"/DeviceRGB") == 1
    assert b"/Count 3/Kids[5 0 R 8 0 R 11 0 R]" in data
