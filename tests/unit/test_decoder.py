"""One plane of grey in, texts out; and what repeated or rival codes come to."""

from __future__ import annotations

import random
import subprocess
import sys

import pytest
import qrcode
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFilter, ImageOps
from qrcode.util import MODE_8BIT_BYTE, QRData

from kiosk.devices.decoder import (
    ALONE_S,
    REPEAT_MUTE_S,
    Plane,
    Repeats,
    Sighting,
    Taken,
    decode,
    look,
)

TICKET = "K7QF3W5ZJ4XM2T5V6BNA4CDGHR"


def code_image(content: str | bytes, box: int = 6) -> Image.Image:
    code = qrcode.QRCode(box_size=box, border=4)
    data = QRData(content, mode=MODE_8BIT_BYTE) if isinstance(content, bytes) else content
    code.add_data(data)
    return code.make_image().get_image().convert("L")


def plane_of(image: Image.Image) -> Plane:
    return Plane(image.tobytes(), image.width, image.height, image.width)


def side_by_side(*images: Image.Image) -> Image.Image:
    wide = Image.new("L", (sum(i.width for i in images), max(i.height for i in images)), 255)
    left = 0
    for image in images:
        wide.paste(image, (left, 0))
        left += image.width
    return wide


class TestDecode:
    @pytest.mark.parametrize("angle", [0, 17, 45, 90, 180, 271])
    def test_reads_a_ticket_at_any_angle(self, angle: int) -> None:
        image = code_image(TICKET).rotate(angle, Image.Resampling.BICUBIC, True, fillcolor=255)
        assert decode(plane_of(image)) == [TICKET]

    def test_reads_light_on_dark(self) -> None:
        assert decode(plane_of(ImageOps.invert(code_image(TICKET)))) == [TICKET]

    def test_reads_hangul(self) -> None:
        assert decode(plane_of(code_image("참가번호 가나다-17"))) == ["참가번호 가나다-17"]

    def test_returns_both_texts_of_two_codes(self) -> None:
        both = side_by_side(code_image("FIRST-TICKET"), code_image("SECOND-TICKET"))
        assert sorted(decode(plane_of(both))) == ["FIRST-TICKET", "SECOND-TICKET"]

    def test_returns_one_text_for_one_code_printed_twice(self) -> None:
        twice = side_by_side(code_image(TICKET), code_image(TICKET))
        assert decode(plane_of(twice)) == [TICKET]

    def test_finds_nothing_where_there_is_nothing(self) -> None:
        assert decode(plane_of(Image.new("L", (320, 240), 128))) == []

    @pytest.mark.parametrize("content", [b"\x01\xff\xff\xff\xff", bytes(range(32)), b"\x00" * 9])
    def test_leaves_out_bytes(self, content: bytes) -> None:
        assert decode(plane_of(code_image(content))) == []

    @pytest.mark.parametrize("content", [b"\xff\xfe\xfd", b"\xc0\xaf\xc0\xaf", b"\xed\xa0\x80"])
    def test_whole_characters_come_of_broken_utf8(self, content: bytes) -> None:
        for text in decode(plane_of(code_image(content))):
            assert text.encode("utf-8").decode("utf-8") == text

    def test_never_raises_for_noise(self) -> None:
        draw = random.Random(7)
        for side in (1, 2, 3, 20, 177):
            assert decode(Plane(draw.randbytes(side * side), side, side, side)) == []

    def test_honours_padding_at_line_ends(self) -> None:
        image = code_image(TICKET)
        line = image.width + 13
        padded = ImageOps.pad(image, image.size).crop((0, 0, line, image.height))
        assert decode(Plane(padded.tobytes(), image.width, image.height, line)) == [TICKET]

    @pytest.mark.parametrize("step", [2, 4])
    def test_reads_luma_between_other_bytes(self, step: int) -> None:
        image = code_image(TICKET)
        packed = bytearray(b"\x80" * (step * image.width * image.height))
        packed[::step] = image.tobytes()
        plane = Plane(memoryview(packed), image.width, image.height, step * image.width, step)
        assert decode(plane) == [TICKET]


def thumbed(at: tuple[int, int] = (75, 75), side: int = 70) -> Image.Image:
    """Return a code with a thumb on it."""
    image = code_image(TICKET)
    ImageDraw.Draw(image).ellipse((*at, at[0] + side, at[1] + side), fill=90)
    return image


def busy_ground(seed: int) -> Image.Image:
    """Return a hall full of edges: boxes in every grey, noise, letters."""
    draw = random.Random(seed)
    image = Image.frombytes("L", (640, 360), draw.randbytes(640 * 360))
    pen = ImageDraw.Draw(image)
    for _ in range(150):
        x, y = draw.randrange(640), draw.randrange(360)
        box = (x, y, x + draw.randrange(3, 90), y + draw.randrange(3, 60))
        pen.rectangle(box, fill=draw.randrange(256))
    for line in range(0, 360, 30):
        pen.text((draw.randrange(200), line), "seminar HALL 5050", fill=draw.randrange(256))
    return image


class TestUnread:
    def test_a_code_with_a_thumb_on_it_is_seen_and_has_no_text(self) -> None:
        assert look(plane_of(thumbed())) == Sighting([], has_unread=True)

    def test_a_code_that_is_read_is_not_unread(self) -> None:
        assert look(plane_of(code_image(TICKET))) == Sighting([TICKET])

    def test_of_two_codes_one_can_be_unread(self) -> None:
        both = side_by_side(code_image("GOOD-TICKET"), thumbed())
        assert look(plane_of(both)) == Sighting(["GOOD-TICKET"], has_unread=True)

    def test_a_code_held_too_dark_or_half_out_of_sight_is_seen(self) -> None:
        dim = code_image(TICKET).point(lambda level: 30 + level // 8)
        ground = Image.new("L", (640, 360), 200)
        ground.paste(dim, (200, 60))
        seen = look(plane_of(ground))
        assert seen.texts == [TICKET] or seen.has_unread

    @pytest.mark.parametrize("seed", range(8))
    def test_a_busy_hall_without_a_code_shows_none(self, seed: int) -> None:
        assert look(plane_of(busy_ground(seed))) == Sighting([])

    @given(
        st.tuples(st.integers(0, 160), st.integers(0, 160)),
        st.integers(5, 110),
        st.floats(0, 3),
        st.integers(0, 90),
    )
    def test_no_wrong_text_and_the_same_texts_as_without_looking_for_the_unread(
        self, at: tuple[int, int], side: int, blur_px: float, noise: int
    ) -> None:
        """A spoilt code's own text is a wrong one: PQ3RM where PQ3RN was printed."""
        image = thumbed(at, side).filter(ImageFilter.GaussianBlur(blur_px))
        grain = Image.frombytes("L", image.size, random.Random(5).randbytes(image.width**2))
        image = Image.blend(image, grain, noise / 100)
        data = image.tobytes()
        found = zxingcpp.read_barcodes(
            zxingcpp.ImageView(data, *image.size, zxingcpp.ImageFormat.Lum, image.width),
            formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode),
            try_rotate=False,
        )
        seen = look(plane_of(image))
        assert seen.texts == [code.text for code in found]
        assert seen.texts in ([], [TICKET])


class TestPlane:
    @pytest.mark.parametrize(
        ("size", "width", "height", "line", "step"),
        [
            (99, 10, 10, 10, 1),
            (100, 10, 10, 9, 1),
            (100, 0, 10, 10, 1),
            (100, 10, -1, 10, 1),
            (199, 10, 10, 20, 2),
            (100, 10, 10, 10, 0),
        ],
    )
    def test_refuses_a_picture_that_ends_outside_its_buffer(
        self, size: int, width: int, height: int, line: int, step: int
    ) -> None:
        with pytest.raises(ValueError):
            Plane(bytes(size), width, height, line, step)

    def test_wants_the_last_line_whole(self) -> None:
        with pytest.raises(ValueError):
            Plane(bytes(9 * 16 + 10), 10, 10, 16)
        assert decode(Plane(bytes(10 * 16), 10, 10, 16)) == []


def test_reading_imports_neither_qt_nor_pillow_nor_numpy() -> None:
    program = (
        "import sys, kiosk.devices.decoder, kiosk.devices.hard_frames\n"
        "print([m for m in ('PySide6', 'PIL', 'numpy') if m in sys.modules])"
    )
    command = [sys.executable, "-c", program]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    assert told.stdout.strip() == "[]"


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


class TestRepeats:
    def test_a_code_held_out_for_300_frames_is_one_scan(self, clock: Clock) -> None:
        repeats, taken = Repeats(clock), []
        for _ in range(300):
            taken.append(repeats.take(["A"]).text)
            clock.now += 1 / 30
        assert [text for text in taken if text] == ["A"]

    def test_mutes_from_when_it_was_last_seen(self, clock: Clock) -> None:
        repeats = Repeats(clock)
        assert repeats.take(["A"]).text == "A"
        clock.now += REPEAT_MUTE_S - 0.1
        assert repeats.take(["A"]).text is None
        clock.now += REPEAT_MUTE_S - 0.1
        assert repeats.take(["A"]).text is None
        clock.now += REPEAT_MUTE_S
        assert repeats.take(["A"]).text == "A"

    def test_takes_another_code_at_once(self, clock: Clock) -> None:
        repeats = Repeats(clock)
        assert [repeats.take([text]).text for text in "ABAB"] == ["A", "B", None, None]

    def test_takes_none_of_two_and_says_so_once(self, clock: Clock) -> None:
        repeats = Repeats(clock)
        told = [repeats.take(["A", "B"]) for _ in range(5)]
        assert told == [Taken(several=True)] + [Taken()] * 4

    def test_says_so_again_for_another_pair_later(self, clock: Clock) -> None:
        repeats = Repeats(clock)
        repeats.take(["A", "B"])
        clock.now += REPEAT_MUTE_S
        assert repeats.take(["C", "D"]) == Taken(several=True)

    def test_a_rival_lost_for_one_frame_does_not_choose(self, clock: Clock) -> None:
        repeats = Repeats(clock)
        repeats.take(["A", "B"])
        clock.now += 0.1
        assert repeats.take(["A"]) == Taken()
        clock.now += ALONE_S
        assert repeats.take(["A"]) == Taken(text="A")

    def test_a_third_code_need_not_wait_for_two_rivals(self, clock: Clock) -> None:
        repeats = Repeats(clock)
        repeats.take(["A", "B"])
        assert repeats.take(["C"]).text == "C"

    def test_a_code_already_scanned_stays_mute_beside_another(self, clock: Clock) -> None:
        repeats = Repeats(clock)
        repeats.take(["A"])
        clock.now += REPEAT_MUTE_S - 0.1
        repeats.take(["A", "B"])
        clock.now += REPEAT_MUTE_S - 0.1
        assert repeats.take(["A"]).text is None
        assert repeats.take(["B"]).text == "B"

    def test_forgets_codes_of_long_ago(self, clock: Clock) -> None:
        repeats = Repeats(clock)
        for number in range(1000):
            repeats.take([str(number)])
            clock.now += REPEAT_MUTE_S / 10
        assert len(repeats._seen) <= 11
