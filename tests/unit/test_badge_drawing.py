"""Badges as pictures: size, colours, what stands where, and a code that can be read again."""

from __future__ import annotations

import re
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, ImageChops

from kiosk.domain.badge import BadgeText, to_px
from kiosk.domain.errors import KioskError
from kiosk.domain.registration import Category
from kiosk.services import badge_drawing

TOKEN = "K7QWERTYUIOPASDFGHJKLZXCVB"
KIM = BadgeText(
    event="이차전지 기술 세미나",
    name="김형진",
    name_latin="KIM Hyeongjin",
    organisation="포스코필바라리튬솔루션",
    job_title="책임",
    role="참가자",
    category=Category.ATTENDEE,
    ticket=TOKEN,
    seat="",
)
BARE = replace(KIM, name_latin="", organisation="", job_title="", event="", role="")
TEMPLATES = ["100x70", "86x54"]
LARGE = badge_drawing.load_template("100x70")

SAND, SUN, SEA = (0xEF, 0xE8, 0xD8), (0xFF, 0xB8, 0x1C), (0x0C, 0x20, 0x38)


def read(image: Image.Image) -> list[str]:
    found = zxingcpp.read_barcodes(image.convert("L"), formats=zxingcpp.BarcodeFormat.QRCode)
    return [code.text for code in found]


def ink(image: Image.Image, box_mm: tuple[float, float, float, float], dpi: int) -> int:
    """Count dark dots in a rectangle of millimetres."""
    part = image.convert("L").crop(tuple(round(to_px(edge, dpi)) for edge in box_mm))
    return sum(part.histogram()[:128])


def changed(one: BadgeText, other: BadgeText, dpi: int = 300) -> tuple[float, ...]:
    """Return the rectangle in millimetres in which two badges differ."""
    pictures = [badge_drawing.draw(text, LARGE, dpi).convert("L") for text in (one, other)]
    box = ImageChops.difference(*pictures).getbbox()
    assert box is not None
    return tuple(edge * 25.4 / dpi for edge in box)


@pytest.mark.parametrize("name", TEMPLATES)
@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("colour", [True, False])
@pytest.mark.parametrize("category", Category)
def test_every_badge_reads_back(name: str, dpi: int, colour: bool, category: Category) -> None:
    template = badge_drawing.load_template(name)
    image = badge_drawing.draw(replace(KIM, category=category), template, dpi, colour=colour)
    assert image.mode == ("RGB" if colour else "1")
    assert image.size == (
        round(template.width_mm * dpi / 25.4),
        round(template.height_mm * dpi / 25.4),
    )
    assert image.info["dpi"] == (dpi, dpi)
    assert read(image) == [TOKEN]


@pytest.mark.parametrize(("dpi", "module_px"), [(203, 6), (300, 9)])
def test_modules_are_whole_dots(dpi: int, module_px: int) -> None:
    image = badge_drawing.draw(BARE, LARGE, dpi, colour=False)
    margin, side = round(to_px(LARGE.margin_mm, dpi)), 25 * module_px
    left, top = image.width - margin - side, image.height - margin - side
    code = image.convert("L").crop((left, top, left + side, top + side))
    small = code.resize((25, 25), Image.Resampling.NEAREST)
    assert small.resize(code.size, Image.Resampling.NEAREST).tobytes() == code.tobytes()
    assert small.getpixel((0, 0)) == 0


@pytest.mark.parametrize(
    ("category", "stripe"),
    [
        (Category.ATTENDEE, SAND),
        (Category.PRESS, SAND),
        (Category.SPEAKER, SUN),
        (Category.VIP, SUN),
        (Category.STAFF, SEA),
    ],
)
def test_the_stripe_tells_the_role_by_colour(
    category: Category, stripe: tuple[int, int, int]
) -> None:
    image = badge_drawing.draw(replace(KIM, category=category), LARGE)
    assert image.getpixel((5, 5)) == stripe
    assert image.getpixel((image.width - 5, 5)) == SUN


@pytest.mark.parametrize(
    ("category", "least", "most"),
    [
        (Category.ATTENDEE, 0.03, 0.06),
        (Category.PRESS, 0.03, 0.06),
        (Category.SPEAKER, 1.0, 1.0),
        (Category.VIP, 1.0, 1.0),
        (Category.STAFF, 0.4, 0.7),
    ],
)
def test_the_stripe_tells_the_role_without_colour(
    category: Category, least: float, most: float
) -> None:
    image = badge_drawing.draw(replace(KIM, category=category, role=""), LARGE, colour=False)
    part = image.crop((0, 0, round(to_px(13, 300)), image.height))
    share = part.histogram()[0] / (part.width * part.height)
    assert least <= share <= most


def test_without_colour_there_is_only_black_and_white() -> None:
    image = badge_drawing.draw(KIM, LARGE, colour=False)
    assert set(image.convert("L").histogram()[1:255]) == {0}


def test_the_role_stands_along_the_stripe() -> None:
    left, top, right, bottom = changed(KIM, replace(KIM, role="운영"))
    assert 2 < left < right < 11
    assert bottom - top > right - left


def test_a_long_role_stays_on_the_stripe() -> None:
    _, top, right, bottom = changed(KIM, replace(KIM, role="운영 총괄 책임자 겸 통역 " * 3))
    assert top > 2
    assert bottom < 68
    assert right < 13


def test_each_text_changes_its_own_place_only() -> None:
    for part in ("event", "name", "name_latin", "organisation", "job_title"):
        box = dict(LARGE.boxes())[{"name": "person", "name_latin": "latin"}.get(part, part)]
        left, top, right, bottom = changed(KIM, replace(KIM, **{part: "뷁Ệgy"}))
        assert box.left_mm - 0.2 <= left
        assert box.top_mm - 0.2 <= top
        assert right <= box.right_mm + 0.2
        assert bottom <= box.bottom_mm + 0.2


def test_texts_beside_the_code_keep_off_it_and_its_border() -> None:
    long = "한국과학기술연구원 이차전지소재실증평가팀 " * 4
    full = replace(KIM, name=long, name_latin=long, organisation=long, job_title=long)
    border_mm = (100 - 4 - 25 * 9 * 25.4 / 300 - 4 * 9 * 25.4 / 300, 42, 100, 70)
    bare_code = ink(badge_drawing.draw(BARE, LARGE), border_mm, 300)
    assert ink(badge_drawing.draw(full, LARGE), border_mm, 300) == bare_code


def test_without_a_ticket_the_texts_take_the_room() -> None:
    long = replace(KIM, organisation="한국과학기술연구원융합센터", ticket="")
    image = badge_drawing.draw(long, LARGE)
    assert read(image) == []
    assert ink(image, (75, 48, 96, 59), 300) > 0


def test_a_foreign_ticket_takes_a_larger_code() -> None:
    address = "https://tickets.example/e/" + "x" * 150
    image = badge_drawing.draw(replace(KIM, ticket=address), LARGE)
    assert read(image) == [address]
    assert ink(image, (71, 41, 76, 66), 300) > 0


def test_a_code_too_fine_to_be_read_is_left_out() -> None:
    small = badge_drawing.load_template("86x54")
    image = badge_drawing.draw(replace(BARE, ticket="한" * 512), small, 203)
    assert read(image) == []
    assert ink(image, (69, 34, 86, 54), 203) == 0


def test_a_name_that_the_font_lacks_gives_way_to_its_latin_spelling() -> None:
    arabic = replace(KIM, name="محمد", name_latin="MUHAMMAD")
    latin = replace(KIM, name="MUHAMMAD", name_latin="محمد")
    assert badge_drawing.draw(arabic, LARGE).tobytes() == badge_drawing.draw(latin, LARGE).tobytes()


@pytest.mark.parametrize("name", ["محمد", "😀", "\u3164", "□", ".", ""])
def test_no_name_leaves_its_place_empty(name: str) -> None:
    image = badge_drawing.draw(replace(BARE, name=name), LARGE)
    assert ink(image, (14, 12.2, 96, 38.2), 300) > 20


def test_the_seat_stands_with_the_job_title() -> None:
    box = LARGE.job_title
    left, top, _, bottom = changed(KIM, replace(KIM, seat="A-12"))
    assert left >= box.left_mm - 0.2
    assert box.top_mm <= top < bottom <= box.bottom_mm


def test_drawing_never_spoils_the_next_badge() -> None:
    first = badge_drawing.draw(KIM, LARGE).tobytes()
    badge_drawing.draw(replace(KIM, name="남궁다빈", ticket=""), LARGE)
    assert badge_drawing.draw(KIM, LARGE).tobytes() == first


@pytest.mark.parametrize(
    "name", ["<img src='file:///etc/passwd'>", "{name.__class__}", "%(x)s %n", "^XA^FDx^XZ", "${a}"]
)
def test_a_name_is_data(name: str) -> None:
    assert read(badge_drawing.draw(replace(KIM, name=name), LARGE)) == [TOKEN]


def test_one_png_takes_the_name_given(tmp_path: Path) -> None:
    badge = badge_drawing.draw(KIM, LARGE)
    assert badge_drawing.write_png([badge], tmp_path / "kim.png") == [tmp_path / "kim.png"]
    with Image.open(tmp_path / "kim.png") as saved:
        assert saved.tobytes() == badge.tobytes()
        assert saved.info["dpi"] == pytest.approx((300, 300), abs=0.1)
    assert [file.name for file in tmp_path.iterdir()] == ["kim.png"]


def test_several_pngs_are_numbered(tmp_path: Path) -> None:
    badge = badge_drawing.draw(KIM, LARGE, 203, colour=False)
    written = badge_drawing.write_png([badge] * 10, tmp_path / "all.png")
    assert [file.name for file in written] == [f"all-{number:02}.png" for number in range(1, 11)]
    assert {file.name for file in tmp_path.iterdir()} == {file.name for file in written}


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(KioskError) as caught:
        badge_drawing.write_png([badge_drawing.draw(KIM, LARGE)], tmp_path / "no" / "kim.png")
    assert caught.value.code == "FILE_NOT_WRITTEN"


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_pdf_has_a_page_a_badge_of_true_size(name: str, tmp_path: Path) -> None:
    template = badge_drawing.load_template(name)
    texts = [KIM, replace(KIM, name="이솔"), replace(KIM, name="남궁다빈")]
    badges = [badge_drawing.draw(text, template) for text in texts]
    badge_drawing.write_pdf(iter(badges), tmp_path / "badges.pdf", template, 300)
    data = (tmp_path / "badges.pdf").read_bytes()
    pages = re.findall(rb"/MediaBox\[0 0 ([\d.]+) ([\d.]+)\]", data)
    assert len(pages) == 3
    for width, height in pages:
        assert float(width) == pytest.approx(template.width_mm * 72 / 25.4, abs=0.001)
        assert float(height) == pytest.approx(template.height_mm * 72 / 25.4, abs=0.001)
    streams = re.findall(rb"FlateDecode/Length (\d+)>>\nstream\n", data)
    places = [match.end() for match in re.finditer(rb"FlateDecode/Length \d+>>\nstream\n", data)]
    pictures = [
        zlib.decompress(data[place : place + int(length)])
        for place, length in zip(places, streams, strict=True)
    ]
    assert pictures == [badge.tobytes() for badge in badges]


def test_a_badge_of_another_size_is_no_page_and_leaves_no_file(tmp_path: Path) -> None:
    small = badge_drawing.load_template("86x54")
    badges = [badge_drawing.draw(KIM, LARGE), badge_drawing.draw(KIM, small)]
    with pytest.raises(ValueError, match="a badge of"):
        badge_drawing.write_pdf(badges, tmp_path / "badges.pdf", LARGE)
    assert list(tmp_path.iterdir()) == []


def test_a_failed_pdf_keeps_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "badges.pdf"
    path.write_bytes(b"before")
    with pytest.raises(ValueError, match="a badge of"):
        badge_drawing.write_pdf([Image.new("RGB", (3, 3))], path, LARGE)
    assert path.read_bytes() == b"before"
