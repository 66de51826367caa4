"""Pictures on disk and planes that one attempt cannot read."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
import qrcode
from PIL import Image, ImageDraw

from kiosk.devices import hard_frames
from kiosk.devices.decoder import Plane, Sighting, decode
from kiosk.devices.hard_frames import ATTEMPTS, HardFrames, decode_thoroughly
from kiosk.devices.pictures import PIXELS_MAX, read_picture
from kiosk.domain.errors import KioskError

TICKET = "M4TXN2QWERTYASDFGHZXCVB567"


def code_image(text: str = TICKET, box: int = 6) -> Image.Image:
    code = qrcode.QRCode(box_size=box, border=4)
    code.add_data(text)
    return code.make_image().get_image().convert("L")


def plane_of(image: Image.Image) -> Plane:
    return Plane(image.tobytes(), image.width, image.height, image.width)


def refusal(path: Path) -> str:
    with pytest.raises(KioskError) as caught:
        read_picture(path)
    assert caught.value.facts["file"] == path.name
    return caught.value.code


def png(width: int, height: int, pixels: bytes, *, spoil: bool = False) -> bytes:
    def chunk(name: bytes, data: bytes, flip: int = 0) -> bytes:
        crc = zlib.crc32(name + data) ^ flip
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", crc)

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = chunk(b"IDAT", pixels, 1 if spoil else 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + body + chunk(b"IEND", b"")


class TestReadPicture:
    @pytest.mark.parametrize("ending", ["png", "jpg", "webp", "bmp", "gif", "tif"])
    def test_reads_every_format_that_it_names(self, tmp_path: Path, ending: str) -> None:
        path = tmp_path / f"표.{ending}"
        code_image().save(path)
        assert read_picture(path) == [TICKET]

    @pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "CMYK"])
    def test_reads_every_kind_of_pixel(self, tmp_path: Path, mode: str) -> None:
        path = tmp_path / ("code.tif" if mode == "CMYK" else "code.png")
        code_image().convert(mode).save(path)
        assert read_picture(path) == [TICKET]

    def test_sees_holes_as_white(self, tmp_path: Path) -> None:
        dark = code_image().point(lambda level: 255 - level)
        see_through = Image.new("RGBA", dark.size, (0, 0, 0, 255))
        see_through.putalpha(dark)
        see_through.save(tmp_path / "holes.png")
        assert read_picture(tmp_path / "holes.png") == [TICKET]

    def test_a_picture_without_a_code_is_no_error(self, tmp_path: Path) -> None:
        Image.new("L", (64, 64), 200).save(tmp_path / "plain.png")
        assert read_picture(tmp_path / "plain.png") == []

    def test_says_that_a_file_is_missing(self, tmp_path: Path) -> None:
        assert refusal(tmp_path / "nowhere.png") == "IMAGE_MISSING"

    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"MZ\x90\x00 this program cannot be run",
            b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///x"/></svg>',
            b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\nshowpage\n",
            b"\xff\xd8\xff\xe0\x00\x10JFIF\x00",
            png(0, 0, zlib.compress(b"")),
            png(8, 8, b"not zlib at all"),
            png(8, 8, zlib.compress(bytes(9 * 8)), spoil=True),
            png(8, 8, zlib.compress(bytes(9 * 8)))[:-20],
        ],
        ids=["empty", "program", "svg", "eps", "jpeg-head", "zero", "bad-zlib", "bad-crc", "cut"],
    )
    def test_refuses_what_is_no_picture(self, tmp_path: Path, content: bytes) -> None:
        path = tmp_path / "upload.png"
        path.write_bytes(content)
        assert refusal(path) == "IMAGE_UNREADABLE"

    def test_refuses_a_folder(self, tmp_path: Path) -> None:
        assert refusal(tmp_path) == "IMAGE_UNREADABLE"

    @pytest.mark.parametrize("side", [5001, 10_000, 20_000, 60_000])
    def test_refuses_a_huge_picture_by_its_header_alone(self, tmp_path: Path, side: int) -> None:
        path = tmp_path / "huge.png"
        path.write_bytes(png(side, side, zlib.compress(b"")))
        assert refusal(path) == "IMAGE_TOO_LARGE"

    def test_the_limit_itself_is_read(self, tmp_path: Path) -> None:
        assert PIXELS_MAX == 5000 * 5000
        large = Image.new("L", (5000, 5000), 255)
        large.paste(code_image(box=20), (2000, 2000))
        large.save(tmp_path / "photo.png", compress_level=1)
        assert read_picture(tmp_path / "photo.png") == [TICKET]


def dotted() -> Image.Image:
    """A code whose dark modules are small dots, as needle printers make them."""
    source = code_image(box=1)
    image = Image.new("L", (source.width * 6, source.height * 6), 255)
    draw = ImageDraw.Draw(image)
    for y in range(source.height):
        for x in range(source.width):
            if not source.getpixel((x, y)):
                draw.ellipse((6 * x + 1, 6 * y + 1, 6 * x + 4, 6 * y + 4), fill=0)
    return image


class TestHardFrames:
    @pytest.mark.parametrize("attempt", ATTEMPTS, ids=lambda attempt: attempt.__name__)
    def test_each_treatment_still_reads_an_easy_code(self, attempt: hard_frames.Attempt) -> None:
        assert attempt(plane_of(code_image(box=8))).texts == [TICKET]

    @pytest.mark.parametrize("attempt", ATTEMPTS, ids=lambda attempt: attempt.__name__)
    def test_each_treatment_reads_packed_and_padded_lines(
        self, attempt: hard_frames.Attempt
    ) -> None:
        image = code_image(box=8)
        line = 2 * image.width + 6
        packed = bytearray(line * image.height)
        grey = image.tobytes()
        for y in range(image.height):
            row = grey[y * image.width : (y + 1) * image.width]
            packed[y * line : y * line + 2 * image.width : 2] = row
        plane = Plane(memoryview(packed), image.width, image.height, line, 2)
        assert attempt(plane).texts == [TICKET]

    def test_dots_need_a_second_attempt(self) -> None:
        plane = plane_of(dotted())
        assert decode(plane) == []
        assert decode_thoroughly(plane) == [TICKET]

    def test_a_camera_reads_dots_within_one_round_of_treatments(self) -> None:
        hard, plane = HardFrames(), plane_of(dotted())
        read = [hard.look(plane).texts for _ in ATTEMPTS]
        assert [TICKET] in read
        assert hard.look(plane).texts == [TICKET], "the treatment that helped is kept"

    def test_tries_each_treatment_in_turn(self) -> None:
        tried: list[str] = []

        def attempt(name: str) -> hard_frames.Attempt:
            return lambda _plane: tried.append(name) or Sighting([])

        hard = HardFrames((attempt("a"), attempt("b"), attempt("c")))
        empty = Plane(bytes(100), 10, 10, 10)
        for _ in range(5):
            hard.look(empty)
        assert tried == ["a", "b", "c", "a", "b"]

    def test_a_code_that_only_a_treatment_finds_is_seen_unread(self) -> None:
        hard = HardFrames((lambda _: Sighting([], has_unread=True), lambda _: Sighting([])))
        empty = Plane(bytes(100), 10, 10, 10)
        assert [hard.look(empty).has_unread for _ in range(3)] == [True, False, True]

    def test_a_code_far_away_is_seen_before_it_can_be_read(self) -> None:
        ground = Image.new("L", (400, 300), 200)
        ground.paste(code_image(box=1), (150, 100))
        hard, plane = HardFrames(), plane_of(ground)
        seen = [hard.look(plane) for _ in ATTEMPTS]
        assert any(one.has_unread or one.texts == [TICKET] for one in seen)

    def test_an_easy_frame_costs_no_treatment(self) -> None:
        def never(_plane: Plane) -> Sighting:
            raise AssertionError("the plain attempt was enough")

        assert HardFrames((never,)).look(plane_of(code_image())).texts == [TICKET]

    def test_large_planes_are_treated_in_their_middle(self) -> None:
        large = Image.new("L", (3000, 2000), 255)
        large.paste(code_image(box=8), (1350, 850))
        assert hard_frames.smoothed(plane_of(large)).texts == [TICKET]
