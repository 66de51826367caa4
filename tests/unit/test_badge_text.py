"""Text on paper: how a text is made to fit its place."""

from __future__ import annotations

import unicodedata

import pytest
from PIL import Image, ImageDraw

from kiosk.domain.badge import Align, TextBox, Weight, to_px
from kiosk.services import badge_text

DPI = 300
BOLD = badge_text.PENS[Weight.BOLD]
NAME = TextBox(17.4, 12.2, 78.5, 26, 24, 14, 5, lines=2)
TITLE = TextBox(18, 5, 60, 5, 4, 3, 3)


def mm(size_px: float) -> float:
    return size_px * 25.4 / DPI


def test_a_short_name_takes_the_full_size() -> None:
    fitted = badge_text.fit("이솔", NAME, DPI, BOLD)
    assert fitted.lines == ("이솔",)
    assert mm(fitted.size_px) == pytest.approx(24, abs=0.1)


def test_a_longer_name_shrinks_first() -> None:
    fitted = badge_text.fit("남궁다빈", NAME, DPI, BOLD)
    assert fitted.lines == ("남궁다빈",)
    assert 14 <= mm(fitted.size_px) < 24


def test_then_it_breaks_at_a_blank() -> None:
    fitted = badge_text.fit("Hubert Blaine Adolph Maier", NAME, DPI, BOLD)
    assert fitted.lines == ("Hubert Blaine", "Adolph Maier")
    assert 5 <= mm(fitted.size_px) <= 14


def test_or_between_two_syllables_where_it_has_no_blank() -> None:
    fitted = badge_text.fit("포스코필바라리튬솔루션", NAME, DPI, BOLD)
    assert "".join(fitted.lines) == "포스코필바라리튬솔루션"
    assert [len(line) for line in fitted.lines] in ([5, 6], [6, 5])


def test_a_blank_that_leaves_one_line_too_long_is_no_break() -> None:
    fitted = badge_text.fit("가 " + "나" * 25, NAME, DPI, BOLD)
    assert len(fitted.lines) == 2
    assert fitted.lines[0].startswith("가 나")
    assert not fitted.lines[1].endswith("…")


def test_only_then_it_loses_its_end() -> None:
    fitted = badge_text.fit("가" * 80, NAME, DPI, BOLD)
    assert len(fitted.lines) == 2
    assert fitted.lines[1].endswith("…")
    assert mm(fitted.size_px) == pytest.approx(5, abs=0.1)
    assert len("".join(fitted.lines)) > 30


def test_a_place_of_one_line_never_breaks() -> None:
    fitted = badge_text.fit("이차전지 " * 20, TITLE, DPI)
    assert len(fitted.lines) == 1
    assert fitted.lines[0].endswith("…")


def test_even_a_place_too_narrow_for_a_letter_keeps_one() -> None:
    narrow = TextBox(0, 0, 2, 3, 3, 3, 3)
    fitted = badge_text.fit("김형진", narrow, DPI)
    assert fitted.lines[0].startswith("김")
    assert fitted.size_px >= 1


@pytest.mark.parametrize(
    "text",
    ["강희주", "Gyugy", "Ệgỹ Ệgỹ", "ÅÉgj", "포스코필바라리튬솔루션", "가" * 80, "jjjj", "〓〓〓"],
)
@pytest.mark.parametrize("dpi", [203, 300])
def test_ink_stays_in_its_place(text: str, dpi: int) -> None:
    text = unicodedata.normalize("NFC", text)
    width, height = round(to_px(NAME.width_mm, dpi)), round(to_px(NAME.height_mm, dpi))
    canvas = Image.new("L", (width + 100, height + 100))
    fitted = badge_text.fit(text, NAME, dpi, BOLD)
    badge_text.paint(ImageDraw.Draw(canvas), fitted, (50, 50), width, 255)
    box = canvas.getbbox()
    assert box is not None
    assert box[0] >= 50
    assert box[1] >= 50
    assert box[2] <= 50 + width
    assert box[3] <= 50 + height


def test_two_lines_never_touch() -> None:
    fitted = badge_text.fit("Ệgjpqy Ệgjpqy Ệgjpqy Ệgjpqy", NAME, DPI, BOLD)
    assert len(fitted.lines) == 2
    canvas = Image.new("L", (1200, 400))
    badge_text.paint(ImageDraw.Draw(canvas), fitted, (10, 10), 1000, 255)
    inked = [canvas.crop((0, row, 1200, row + 1)).getbbox() is not None for row in range(400)]
    first, last = inked.index(True), 399 - inked[::-1].index(True)
    assert False in inked[first:last]


def test_centred_lines_leave_the_same_room_on_both_sides() -> None:
    canvas = Image.new("L", (900, 300))
    fitted = badge_text.fit("이솔", NAME, 200)
    badge_text.paint(ImageDraw.Draw(canvas), fitted, (0, 0), 900, 255, Align.CENTRE)
    box = canvas.getbbox()
    assert box is not None
    assert abs(box[0] - (900 - box[2])) < 0.1 * fitted.size_px


def test_a_line_can_end_at_the_right_edge() -> None:
    canvas = Image.new("L", (900, 300))
    fitted = badge_text.fit("이솔 Jj", NAME, 200, BOLD)
    badge_text.paint(ImageDraw.Draw(canvas), fitted, (0, 0), 800, 255, Align.RIGHT)
    box = canvas.getbbox()
    assert box is not None
    assert 780 < box[2] <= 800


def test_three_lines_are_taken_only_where_two_are_too_long() -> None:
    place = TextBox(0, 0, 40, 14, 5.8, 4.4, 2.8, lines=3)
    assert len(badge_text.fit("한국과학기술연구원 이차전지팀", place, DPI).lines) == 2
    longer = "한국과학기술연구원 이차전지 소재 실증 평가 국제 협력 담당 사무국"
    fitted = badge_text.fit(longer, place, DPI)
    assert len(fitted.lines) == 3
    assert " ".join(fitted.lines) == longer
    anywhere = badge_text.fit("가" * 36, place, DPI)
    assert ("".join(anywhere.lines), anywhere.is_cut) == ("가" * 36, False)
    assert badge_text.fit("가" * 80, place, DPI).is_cut


def test_only_a_lost_end_is_called_cut() -> None:
    assert not badge_text.fit("이솔", NAME, DPI, BOLD).is_cut
    assert not badge_text.fit("Hubert Blaine Adolph Maier", NAME, DPI, BOLD).is_cut
    assert badge_text.fit("가" * 80, NAME, DPI, BOLD).is_cut


def test_a_text_tells_how_much_of_its_height_it_takes() -> None:
    one, two = (
        badge_text.fit(name, NAME, DPI, BOLD) for name in ("남궁다빈", "Hubert Blaine Adolph")
    )
    assert one.size_px <= one.height_px < to_px(NAME.height_mm, DPI)
    assert one.height_px < two.height_px <= to_px(NAME.height_mm, DPI)
