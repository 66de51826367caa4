"""The letters of a badge: what is drawn for what a font lacks, and in which order it stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.services import badge_fonts
from kiosk.services.badge_fonts import SUBSTITUTE, drawable, in_order, is_legible, runs

_CACHES = (
    badge_fonts.files, badge_fonts.font, badge_fonts.font_of, badge_fonts.glyph,
    badge_fonts._missing_glyph, badge_fonts._drawn_as,
)  # fmt: skip


def _forget() -> None:
    for cached in _CACHES:
        cached.cache_clear()


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have only the font that comes along, as on a bare machine."""
    monkeypatch.setattr(badge_fonts, "_FOLDERS", {})
    _forget()
    yield
    _forget()


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("김형진", "김형진"),
        ("Hans Maier", "Hans Maier"),
        ("金亨鎭", "金亨鎭"),
        ("Nguyễn Thị", "Nguyễn Thị"),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
        ("{name.__class__}", "{name.__class__}"),
        ("~^`|\\", "~^`|\\"),
        ("Žižek", "Zizek"),
        ("Z\u0300\u0301algo", "Zalgo"),
        ("한\u115f글", "한글"),
        ("가\u200b나", "가나"),
        ("\u3164", ""),
        ("محمد", "〓〓〓〓"),
        ("😀 김", "〓 김"),
        ("👨\u200d👩\u200d👧 가족", "〓 가족"),
        ("👍🏽", "〓"),
        ("❤\ufe0f", "〓"),
        ("a\u3000\u3000b", "a b"),
        (" a  b ", "a b"),
    ],
)
def test_what_no_font_has_is_a_substitute_and_never_a_gap(text: str, drawn: str) -> None:
    assert drawable(text) == drawn


@pytest.mark.usefixtures("alone")
def test_two_people_side_by_side_are_two_substitutes() -> None:
    assert drawable("😀😀") == SUBSTITUTE * 2


@pytest.mark.usefixtures("alone")
def test_substitutes_alone_are_not_legible() -> None:
    assert not is_legible(drawable("محمد 😀"))
    assert is_legible(drawable("😀 김"))


def test_the_substitute_is_a_letter_of_our_own_font_and_no_empty_box() -> None:
    assert badge_fonts.font_of(SUBSTITUTE) == badge_fonts.MAIN
    assert bytes(badge_fonts.font(64).getmask(SUBSTITUTE)) != badge_fonts._missing_glyph(0)


def test_every_modern_syllable_is_drawn_as_itself() -> None:
    syllables = "".join(chr(code) for code in range(0xAC00, 0xD7A4))
    assert drawable(syllables) == syllables


def test_a_system_font_helps_out_where_it_has_the_letter(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "DejaVuSans.ttf").write_bytes(b"no font at all")
    (tmp_path / "NotoSans-Regular.ttf").write_bytes(badge_fonts.files()[0].read_bytes())
    (tmp_path / "Wingdings.ttf").write_bytes(badge_fonts.files()[0].read_bytes())
    monkeypatch.setattr(badge_fonts, "_FOLDERS", {"here": (str(tmp_path), str(tmp_path / "gone"))})
    monkeypatch.setattr(badge_fonts.sys, "platform", "here")
    _forget()
    try:
        # A file that is no font is passed over, one of another name is not looked at.
        assert [file.name for file in badge_fonts.files()][1:] == ["NotoSans-Regular.ttf"]
        has = badge_fonts._has
        monkeypatch.setattr(badge_fonts, "_has", lambda number, char: number == 1 and has(0, "가"))
        badge_fonts.font_of.cache_clear()
        badge_fonts._drawn_as.cache_clear()
        assert drawable("Ω강") == "Ω강"
        assert list(runs("김 Ω Ω강")) == [(0, "김 "), (1, "Ω Ω"), (0, "강")]
    finally:
        _forget()


def test_a_line_of_one_font_is_one_run() -> None:
    assert list(runs("김형진 (GIST)")) == [(0, "김형진 (GIST)")]


@pytest.mark.parametrize(
    ("read", "stands"),
    [
        ("김형진", "김형진"),
        ("אבג", "גבא"),
        ("אבג 12", "12 גבא"),
        ("אבג (דה)", "(הד) גבא"),
        ("ABC אבג", "ABC גבא"),
    ],
)
def test_right_to_left_stands_in_its_order(read: str, stands: str) -> None:
    assert in_order(read) == stands


def test_arabic_letters_join_before_they_are_turned() -> None:
    joined = badge_fonts._joined("محمد")
    assert [hex(ord(char)) for char in joined] == ["0xfee3", "0xfea4", "0xfee4", "0xfeaa"]
    assert in_order(joined) == joined[::-1]
    assert badge_fonts._joined(joined) == joined


def test_vowel_marks_are_left_out_and_the_name_stays() -> None:
    assert badge_fonts._joined("مُحَمَّد") == badge_fonts._joined("محمد")
