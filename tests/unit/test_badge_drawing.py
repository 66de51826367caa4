"""Badges as pictures: size, colours, what stands where, and a code that can be read again."""

from __future__ import annotations

from dataclasses import replace

import pytest
import zxingcpp
from PIL import Image, ImageChops

from kiosk.domain.badge import BadgeText, to_px
from kiosk.domain.registration import Category
from kiosk.services import badge_drawing, badge_fonts

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
TEMPLATES = badge_drawing.template_names()
CUT = [name for name in TEMPLATES if not badge_drawing.load_template(name).least_mm]
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


@pytest.mark.parametrize("name", CUT)
@pytest.mark.parametrize(("dpi", "colour"), [(203, False), (300, True)])
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
    margin, side = round(to_px(4, dpi)), 25 * module_px
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
        box = LARGE.front.field(part).box
        left, top, right, bottom = changed(KIM, replace(KIM, **{part: "뷁Ệgy"}))
        assert box.left_mm - 0.05 <= left
        assert box.top_mm - 0.05 <= top
        assert right <= box.right_mm + 0.05
        assert bottom <= box.bottom_mm + 0.05


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


def test_a_name_that_no_font_has_gives_way_to_its_latin_spelling() -> None:
    # Letters of the private use area: no font draws them, whatever the machine has.
    arabic = replace(KIM, name="\ue000\ue001", name_latin="MUHAMMAD")
    latin = replace(KIM, name="MUHAMMAD", name_latin="\ue000\ue001")
    assert badge_drawing.draw(arabic, LARGE).tobytes() == badge_drawing.draw(latin, LARGE).tobytes()


@pytest.mark.parametrize("name", ["محمد", "😀", "\u3164", "\ue000", ".", ""])
def test_no_name_leaves_its_place_empty(name: str) -> None:
    image = badge_drawing.draw(replace(BARE, name=name), LARGE)
    assert ink(image, (14, 12.2, 96, 38.2), 300) > 20


def test_the_seat_stands_with_the_job_title() -> None:
    box = LARGE.front.field("job_title").box
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


def test_a_badge_tells_its_true_size() -> None:
    assert badge_drawing.draw(KIM, LARGE).info["size_mm"] == (100, 70)


def test_a_badge_of_two_sides_is_two_pages() -> None:
    template = badge_drawing.load_template("100x70-two-sided")
    front, back = badge_drawing.pages(replace(KIM, venue="시민홀"), template, 203)
    assert front.size == back.size
    assert (read(front), read(back)) == ([TOKEN], [])
    assert ink(back, (17, 19, 96, 44), 203) > 1_000
    other, same = badge_drawing.pages(replace(KIM, venue="시민홀", job_title="교수"), template, 203)
    assert other.tobytes() != front.tobytes()
    assert same.tobytes() == back.tobytes()


def test_a_folded_badge_is_one_page_with_its_back_upside_down() -> None:
    template = badge_drawing.load_template("86x54-folded")
    (page,) = badge_drawing.pages(KIM, template, 203, colour=False)
    assert page.info["size_mm"] == (86, 108)
    half = page.height // 2
    front, back = page.crop((0, 0, page.width, half)), page.crop((0, half, page.width, page.height))
    assert back.transpose(Image.Transpose.ROTATE_180).tobytes() == front.tobytes()
    assert read(page) == [TOKEN, TOKEN]


LONG = "한국과학기술연구원 이차전지 소재 실증 평가 국제 협력 담당 사무국 "


@pytest.mark.parametrize("colour", [True, False])
def test_endless_paper_is_as_long_as_its_texts_need(colour: bool) -> None:
    template = badge_drawing.load_template("62-endless")
    people = {
        "least": replace(BARE, name=".", ticket=""),
        "bare": replace(BARE, name="이솔"),
        "usual": KIM,
        "long": replace(
            KIM, name="Hubert Blaine Adolph", organisation=LONG, job_title=LONG, event=LONG,
            name_latin=LONG,
        ),
    }  # fmt: skip
    heights = {}
    for key, text in people.items():
        image = badge_drawing.draw(text, template, 203, colour=colour)
        heights[key] = image.info["size_mm"][1]
        assert image.size == (round(to_px(62, 203)), round(to_px(heights[key], 203)))
        assert read(image) == ([TOKEN] if text.ticket else [])
    assert heights["least"] == template.least_mm
    assert 40 < heights["bare"] < heights["usual"] < heights["long"] <= template.height_mm


def test_what_stands_below_moves_up_with_its_gap() -> None:
    template = badge_drawing.load_template("62-endless")
    whole = badge_drawing.draw(KIM, template).convert("L")
    without = badge_drawing.draw(replace(KIM, name_latin=""), template).convert("L")
    lost = whole.height - without.height
    assert lost > to_px(3, 300)
    foot = round(to_px(26, 300))
    assert (
        ImageChops.difference(
            whole.crop((0, whole.height - foot, whole.width, whole.height)),
            without.crop((0, without.height - foot, without.width, without.height)),
        ).getbbox()
        is None
    )


def test_a_side_is_the_same_whole_or_in_pieces() -> None:
    over = replace(LARGE.front.field("name"), key="over", text="$role")
    over = replace(over, box=replace(over.box, left_mm=80, top_mm=1, width_mm=19, height_mm=9,
                                     size_mm=8, small_mm=4, least_mm=3))  # fmt: skip
    front = replace(
        LARGE.front,
        fields=(*LARGE.front.fields, over, replace(over, key="again", text="$seat $name")),
    )
    for template in (LARGE, replace(LARGE, front=front)):
        for colour in (True, False):
            (card,) = badge_drawing.cards(replace(KIM, seat="B"), template, 203, colour=colour)
            put = Image.new("RGB" if colour else "L", card.ground.size)
            for piece in card.pieces():
                put.paste(piece.image.convert(put.mode), (piece.left_px, piece.top_px))
            assert put.convert("RGB").tobytes() == card.image().convert("RGB").tobytes()


def test_who_designs_is_told_what_was_shrunk_or_cut() -> None:
    told = {one.place.field.key: one for one in badge_drawing.texts_of(KIM, LARGE)}
    assert set(told) == {"event", "name", "name_latin", "organisation", "job_title"}
    assert not any(one.is_shrunk for one in told.values())
    long = {
        one.place.field.key: one
        for one in badge_drawing.texts_of(replace(KIM, name="가" * 80), LARGE)
    }
    assert long["name"].is_shrunk
    assert long["name"].fitted.is_cut


def test_nothing_of_a_person_is_remembered() -> None:
    badge_drawing.draw(replace(KIM, name="남궁다빈"), LARGE)
    before = badge_drawing._fit_kept.cache_info().currsize
    badge_drawing.draw(replace(KIM, name="선우용녀", organisation="어느 곳"), LARGE)
    assert badge_drawing._fit_kept.cache_info().currsize == before
    assert badge_fonts.font_of("용") == badge_fonts.MAIN
