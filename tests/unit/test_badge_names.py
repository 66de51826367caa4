"""Two hundred odd names on every format: inside their places, clear of one another and readable.

The names are put together here from letters of many scripts; no name is anybody's on purpose.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle

import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageDraw

from kiosk.domain.badge import BadgeText
from kiosk.domain.registration import Category
from kiosk.domain.text import NAME_LENGTH, clean, is_visible
from kiosk.services import badge_drawing, badge_text

TOKEN = "K7QWERTYUIOPASDFGHJKLZXCVB"
DPI = 203
ROOM = 30

_HANGUL = [
    "솔",
    "뷁",
    "강희",
    "남궁다빈",
    "선우용녀",
    "제갈공명룡",
    "황보",
    "하늘빛나래",
    "을지",
    "쀍쀏",
]
_LATIN = ["Bo", "Al", "Hans M.", "Jjjjgggg", "WWWWMMMM", "Maria-José", "O'Brien", "van der Meer"]
_LATIN += ["Nguyễn Thị Phượng", "Đặng Ủy Ngữ", "Žižek Łódź", "Åse Ærø", "İpek Şahin", "Þórður"]
_HANJA = ["金", "李率", "諸葛亮", "辻󠄀邉", "龘龘", "黃甫 鎭淵", "𠮷野"]
_OTHER = ["Дмитрий Щука", "Γεώργιος", "สมชาย", "अमित", "Ⅷ세", "ﬀﬁ", "ｋｉｍ"]
_RIGHT_TO_LEFT = ["محمد", "محمد بن عبد الرحمن", "דוד", "דוד (לוי) 12", "سارة Sara", "김 دانا", "ﷺ"]
_PICTURES = [
    "😀",
    "👨\u200d👩\u200d👧 가족",
    "👍🏽 좋아",
    "❤\ufe0f",
    "🇰🇷 한국",
    "김🎉솔",
    "①②③",
    "★",
]
_COMBINING = [
    "Z\u0300\u0301\u0302a\u0308",
    "e\u0301e\u0301",
    "한\u115f글",
    "ᄀᆞᄆ",
    "이\u200b솔",
    "a\u200cb",
]
_SIGNS = [
    "<b>이</b>",
    "R&D 김",
    "^XA^XZ이",
    "{name}",
    "${event}",
    "%s%n",
    "\\김",
    '이"솔"',
    "'; --이",
]
_LENGTHS = [1, 2, 5, 10, 17, 25, 40, 60, 80, NAME_LENGTH]


def odd_names() -> list[str]:
    """Return the names as a roster keeps them: cleaned, visible and not too long."""
    single = [
        *_HANGUL,
        *_LATIN,
        *_HANJA,
        *_OTHER,
        *_RIGHT_TO_LEFT,
        *_PICTURES,
        *_COMBINING,
        *_SIGNS,
    ]
    long = [
        (unit * NAME_LENGTH)[:length]
        for unit in (
            "가",
            "뷁",
            "W",
            "i",
            "Ệg",
            "金",
            "م",
            "ש",
            "😀",
            "Wolfeschlegelstein ",
            "남궁 ",
        )
        for length in _LENGTHS
    ]
    pairs = [f"{one} {other}" for one, other in zip(single, single[7:], strict=False)]
    names = dict.fromkeys(clean(name)[:NAME_LENGTH].strip() for name in (*single, *long, *pairs))
    return [name for name in names if is_visible(name)]


NAMES = odd_names()
TEMPLATES = [badge_drawing.load_template(name) for name in badge_drawing.template_names()]


def test_there_are_two_hundred_of_one_letter_to_the_rosters_limit() -> None:
    assert len(NAMES) >= 200
    assert {len(name) for name in NAMES} >= {1, 2, 40, NAME_LENGTH}


def text_of(name: str, others: str) -> BadgeText:
    return BadgeText(
        "이차전지 기술 세미나",
        name,
        others,
        others,
        name,
        "참가자",
        Category.ATTENDEE,
        TOKEN,
        "A-1",
    )


@pytest.mark.parametrize("part", range(10))
def test_odd_names_stay_in_their_places_and_every_code_reads(part: int) -> None:
    turns = cycle(TEMPLATES[part % len(TEMPLATES) :] + TEMPLATES[: part % len(TEMPLATES)])
    others = NAMES[5:] + NAMES[:5]
    for name, other in list(zip(NAMES, others, strict=True))[part::10]:
        (card, *_) = badge_drawing.cards(text_of(name, other), next(turns), DPI, colour=False)
        found = zxingcpp.read_barcodes(
            card.image().convert("L"), formats=zxingcpp.BarcodeFormat.QRCode
        )
        assert [code.text for code in found] == [TOKEN], name
        assert card.texts, name
        check_places(card, name)


def check_places(card: badge_drawing.Card, name: str) -> None:
    """Paint each text alone, with room around the card, and see what it touches."""
    width, height = card.ground.size
    taken = Image.new("1", (width + 2 * ROOM, height + 2 * ROOM))
    assert card.code is not None
    left, top, right, bottom = card.code.place
    quiet = (right - left) * 4 // 25
    edges = (left - quiet, top - quiet, right + quiet, bottom + quiet)
    taken.paste(1, tuple(edge + ROOM for edge in edges))
    for one in card.texts:
        alone = Image.new("L", taken.size)
        left, top, right, bottom = one.place
        at_px = left + ROOM, top + ROOM
        badge_text.paint(ImageDraw.Draw(alone), one.fitted, at_px, right - left, 255, one.align)
        box = alone.getbbox()
        assert box is not None, name
        inside = box[0] - ROOM >= left and box[1] - ROOM >= top
        assert inside, name
        assert box[2] - ROOM <= min(width, right), name
        assert box[3] - ROOM <= min(height, bottom), name
        ink = alone.point([255 * (level > 0) for level in range(256)], "1")
        assert ImageChops.logical_and(ink, taken).getbbox() is None, name
        taken = ImageChops.logical_or(ink, taken)


@pytest.mark.parametrize("name", ["😀", "محمد", "𠮷", "\ue000"])
def test_a_name_is_never_nothing(name: str) -> None:
    bare = replace(text_of(name, ""), job_title="", seat="", event="")
    (card, *_) = badge_drawing.cards(bare, TEMPLATES[0], DPI)
    (only,) = card.texts
    assert only.mask().getbbox() is not None
