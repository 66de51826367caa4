"""Texts of any kind: cleaned once and for all, safe in a spreadsheet, folded without a fall."""

from __future__ import annotations

import csv
import io
import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.domain import hangul
from kiosk.domain.phone import last_four, mask, normalise
from kiosk.domain.text import clean, holds_resident_number, is_visible, mask_name, squeeze
from kiosk.domain.ticket import fold, is_readable
from kiosk.services.exports.csv_file import safe

anything = st.text(st.characters(exclude_categories=()), max_size=200)
syllables = st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3)
tokens = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-", min_size=1, max_size=40)


@given(anything)
@example("\u1100\u1161\u0300\u0300\u0300\u0300")
@example("a\u0301\u0301\u0301\u0301")
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(anything)
def test_a_clean_text_is_one_line_that_can_be_stored(text: str) -> None:
    cleaned = clean(text)
    cleaned.encode("utf-8")
    assert cleaned == cleaned.strip()
    assert len(cleaned.splitlines()) <= 1
    assert not any(unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") for char in cleaned)
    is_visible(cleaned)
    holds_resident_number(cleaned)
    mask_name(cleaned)


@given(anything)
def test_letters_and_digits_are_never_changed(text: str) -> None:
    kept = unicodedata.normalize("NFC", "".join(c for c in text if not "\ud800" <= c <= "\udfff"))
    wanted = [c for c in kept if unicodedata.category(c) in ("Lu", "Ll", "Lo", "Nd")]
    held = [c for c in clean(text) if unicodedata.category(c) in ("Lu", "Ll", "Lo", "Nd")]
    assert held == wanted


@given(anything)
def test_squeezing_twice_is_squeezing_once(text: str) -> None:
    assert squeeze(squeeze(text)) == squeeze(text)


@given(st.builds(str.__add__, st.sampled_from(list("=+-@\t\r＝＋－＠'가")), anything) | anything)
def test_no_cell_begins_a_formula(text: str) -> None:
    held = safe(text)
    assert held[:1] not in set("=+-@\t\r＝＋－＠")
    assert held in (text, f"'{text}")


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=30), min_size=1, max_size=6))
def test_a_safe_row_comes_back_from_a_csv_file_as_it_was(cells: list[str]) -> None:
    file = io.StringIO(newline="")
    csv.writer(file).writerow([safe(cell) for cell in cells])
    file.seek(0)
    (row,) = csv.reader(file)
    assert [cell.removeprefix("'") for cell in row] == [cell.removeprefix("'") for cell in cells]


@given(anything)
def test_anything_can_be_folded(text: str) -> None:
    is_readable(text)
    fold(text)


@given(tokens, st.text(" \t\r\n\x00\x1d\u3000", max_size=4))
def test_every_capital_ticket_is_found_again_through_a_korean_keyboard(
    ticket: str, around: str
) -> None:
    typed = hangul.from_keys(ticket.lower())
    assert fold(around + typed + around) == fold(ticket) == ticket
    assert fold(around + ticket.lower() + around) == ticket


@given(st.text(syllables, max_size=12))
def test_hangul_composed_or_not_folds_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


@given(anything)
def test_any_text_is_a_number_of_one_spelling_or_none(text: str) -> None:
    number = normalise(text)
    if number:
        assert normalise(number) == number
        assert len(last_four(number)) == 4
        assert mask(number).endswith(last_four(number))
        assert number.isascii()


@given(st.from_regex(r"0(10|11|2|31|61|70)[0-9]{7,8}", fullmatch=True))
def test_signs_between_the_digits_do_not_matter(digits: str) -> None:
    spread = "-".join(digits[at : at + 3] for at in range(0, len(digits), 3))
    assert normalise(spread) == normalise(digits) == normalise(f" {digits} ")


@given(anything)
def test_hangul_functions_take_anything(text: str) -> None:
    assert len(hangul.jamo(text)) == 3 * len(text)
    assert len(hangul.initials(text)) == len(hangul.plain_initials(text)) == len(text)
    hangul.romanise(text)
    hangul.to_keys(text)
    hangul.from_keys(text)
