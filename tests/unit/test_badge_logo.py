"""The organiser's picture: a PNG of the data folder's own badges folder, and nothing else."""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from kiosk.domain.badge import BadgeText, Box, Logo, to_px
from kiosk.domain.errors import KioskError
from kiosk.domain.registration import Category
from kiosk.services import badge_drawing
from kiosk.services.badge_logo import MOST_BYTES, LogoError, check_png, read_logo
from kiosk.services.badge_template import load_template, own_folder, save_template

KIM = BadgeText("", "김형진", "", "", "", "", Category.ATTENDEE, "", "")


def png(size: tuple[int, int] = (40, 20), colour: object = (200, 0, 0, 255)) -> bytes:
    held = io.BytesIO()
    Image.new("RGBA", size, colour).save(held, "PNG")  # type: ignore[arg-type]
    return held.getvalue()


def huge_png(width: int, height: int) -> bytes:
    """Return a picture of a few bytes that claims to be of so many dots."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + header
    start = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk
    return start + struct.pack(">I", zlib.crc32(chunk))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = own_folder(tmp_path)
    made.mkdir()
    (made / "logo.png").write_bytes(png())
    return made


def test_a_picture_of_the_folder_is_taken(folder: Path) -> None:
    assert read_logo(folder, "logo.png") == png()


@pytest.mark.parametrize(
    "file",
    [
        "",
        "logo.jpg",
        "logo.svg",
        ".png",
        "../logo.png",
        "sub/logo.png",
        "sub\\logo.png",
        "/etc/logo.png",
        "C:logo.png",
        "file:///etc/logo.png",
        "http://a.example/logo.png",
        "\\\\host\\share\\logo.png",
        "logo.png\0.png",
        "logo.png\n",
        "~logo.png",
        "x" * 90 + ".png",
    ],
)
def test_only_a_bare_name_is_taken(folder: Path, file: str) -> None:
    with pytest.raises(LogoError, match="bare name"):
        read_logo(folder, file)


def test_templates_that_come_along_have_no_picture() -> None:
    with pytest.raises(LogoError, match="data folder"):
        read_logo(None, "logo.png")


def test_a_link_out_of_the_folder_is_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(png())
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    with pytest.raises(LogoError, match="leads out"):
        read_logo(folder, "link.png")


def test_a_picture_that_is_not_there_or_no_file_is_told(folder: Path) -> None:
    (folder / "folder.png").mkdir()
    for file in ("gone.png", "folder.png"):
        with pytest.raises(LogoError, match="is not in"):
            read_logo(folder, file)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "no PNG"),
        (b"GIF89a" + b"\0" * 40, "no PNG"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no PNG"),
        (huge_png(100_000, 100_000), "megapixels"),
        (huge_png(0, 10), "megapixels"),
        (huge_png(100, 100), "damaged"),
        (png()[:60], "damaged"),
        (png()[:50] + b"\xff" * 20 + png()[70:], "damaged"),
    ],
)
def test_a_bomb_or_a_broken_picture_is_refused_before_it_takes_memory(
    data: bytes, problem: str
) -> None:
    with pytest.raises(LogoError, match=problem):
        check_png(data)


def test_a_file_too_large_is_not_read(folder: Path) -> None:
    (folder / "logo.png").write_bytes(png() + b"\0" * MOST_BYTES)
    with pytest.raises(LogoError, match="larger than"):
        read_logo(folder, "logo.png")


@pytest.mark.parametrize("file", ["../../secret.png", "gone.png", "http://a.example/p.png"])
def test_a_template_with_such_a_picture_is_refused_by_its_key(tmp_path: Path, file: str) -> None:
    own_folder(tmp_path).mkdir()
    text = (
        "width_mm = 60\nheight_mm = 40\n[logo]\n"
        f'file = "{file}"\nleft_mm = 2\ntop_mm = 2\nwidth_mm = 20\nheight_mm = 10\n'
    )
    (own_folder(tmp_path) / "mine.toml").write_text(text)
    with pytest.raises(KioskError) as caught:
        load_template("mine", tmp_path)
    assert (caught.value.code, caught.value.facts["key"]) == ("TEMPLATE_WRONG", "logo.file")


def test_a_logo_stands_in_its_place_and_keeps_its_shape(folder: Path, tmp_path: Path) -> None:
    large = load_template("100x70")
    box = Box(60, 45, 12, 12)
    mine = replace(
        large, name="mine", front=replace(large.front, logo=Logo("logo.png", box, png()))
    )
    save_template(mine, tmp_path)
    (folder / "logo.png").unlink()
    with pytest.raises(KioskError):
        load_template("mine", tmp_path)
    (folder / "logo.png").write_bytes(png())
    loaded = load_template("mine", tmp_path)
    (folder / "logo.png").unlink()  # drawing opens no file
    image = badge_drawing.draw(KIM, loaded)
    red, green, _ = (channel.point(lambda level: 255 * (level > 190)) for channel in image.split())
    reds = ImageChops.subtract(red, green).crop((round(to_px(50, 300)), 500, 1000, 800)).getbbox()
    assert reds is not None
    left, top, right, bottom = reds
    assert right - left == pytest.approx(to_px(12, 300), abs=1)
    assert (right - left) / (bottom - top) == pytest.approx(2, abs=0.05)
    assert 500 + (top + bottom) / 2 == pytest.approx(to_px(51, 300), abs=2)
    assert badge_drawing.draw(KIM, loaded, colour=False).mode == "1"


def test_a_picture_that_lets_paper_through_stays_on_paper(tmp_path: Path) -> None:
    own_folder(tmp_path).mkdir()
    clear = png(colour=(0, 0, 0, 0))
    large = load_template("100x70")
    logo = Logo("logo.png", Box(60, 45, 12, 12), clear)
    with_logo = replace(large, front=replace(large.front, logo=logo))
    assert badge_drawing.draw(KIM, with_logo).tobytes() == badge_drawing.draw(KIM, large).tobytes()
