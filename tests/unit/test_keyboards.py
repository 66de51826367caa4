"""The touch keyboards: every text can be typed, every page is reached, every key has its name."""

from __future__ import annotations

import pytest

from kiosk.domain.composer import Composer, keystrokes
from kiosk.ui.widgets.key_names import name_of, name_of_piece
from kiosk.ui.widgets.keyboards import SPLIT, WHOLE
from kiosk.ui.widgets.keycaps import Act, Board, Keycap, Layout, Page

BOARDS = {"whole": WHOLE, "split": SPLIT}
PAGES = [(name, page) for name, board in BOARDS.items() for page in board]
HANGUL = {one for code in range(0xAC00, 0xD7A4) for one in keystrokes(chr(code))}
MOST_SPLIT = 20


def texts(layout: Layout) -> list[str]:
    return [key.sends for key in layout.keys if key.act is None]


def reached(board: Board, start: Page) -> set[Page]:
    """Return the pages to which keys lead from a page, however often one turns."""
    seen, waiting = {start}, [start]
    while waiting:
        layout = board[waiting.pop()]
        led = {key.leads_to for key in layout.keys} | {layout.after_text}
        new = {one for one in led if one is not None} - seen
        seen |= new
        waiting += new
    return seen


def sent(board: Board, start: Page) -> set[str]:
    return {one for page in reached(board, start) for one in texts(board[page])}


def shown(row: tuple[Keycap, ...]) -> str:
    return " ".join(key.shown.ko or key.act or "" for key in row)


def test_the_hangul_rows_are_the_design_s() -> None:
    assert [shown(row) for row in WHOLE[Page.HANGUL].rows] == [
        "ㅂ ㅈ ㄷ ㄱ ㅅ ㅛ ㅕ ㅑ ㅐ ㅔ",
        "ㅁ ㄴ ㅇ ㄹ ㅎ ㅗ ㅓ ㅏ ㅣ",
        "turn ㅋ ㅌ ㅊ ㅍ ㅠ ㅜ ㅡ back",
        "123 한/영 띄어쓰기 다음",
    ]


def test_shift_raises_seven_letters_and_leaves_the_others_where_they_are() -> None:
    for board, raised in ((WHOLE, "ㅃㅉㄸㄲㅆㅒㅖ"), (SPLIT, "ㄲㄸㅃㅆㅉ")):
        plain, shifted = texts(board[Page.HANGUL]), texts(board[Page.HANGUL_SHIFT])
        assert len(plain) == len(shifted)
        assert [two for one, two in zip(plain, shifted, strict=True) if one != two] == list(raised)
    for page in (Page.LATIN, Page.LATIN_SECOND):
        upper = texts(SPLIT[Page(f"{page}-shift")])
        assert upper == [one.upper() for one in texts(SPLIT[page])]


@pytest.mark.parametrize("name", BOARDS)
def test_every_syllable_and_every_name_can_be_typed(name: str) -> None:
    board = BOARDS[name]
    everything = sent(board, Page.HANGUL)
    assert everything >= HANGUL
    assert everything >= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    assert everything >= set(" -'.&()")
    assert set("/@_+,") <= sent(WHOLE, Page.HANGUL)


@pytest.mark.parametrize("name", BOARDS)
def test_every_address_and_number_can_be_typed(name: str) -> None:
    board = BOARDS[name]
    address = sent(board, Page.EMAIL)
    assert address >= set("abcdefghijklmnopqrstuvwxyz0123456789@._-+")
    assert address >= {"@gmail.com", "@naver.com", "@korea.kr", ".co.kr"}
    assert not any(one.isupper() or one == " " for one in address)
    assert sorted(texts(board[Page.PHONE])) == list("0123456789")


@pytest.mark.parametrize("name", BOARDS)
def test_every_page_is_reached_and_leads_back(name: str) -> None:
    board = BOARDS[name]
    alone = {Page.EMAIL, Page.EMAIL_SECOND, Page.EMAIL_SIGNS} & set(board)
    writing = set(board) - alone - {Page.PHONE}
    for page in writing:
        assert reached(board, page) == writing
    for page in alone:
        assert reached(board, page) == alone
    assert reached(board, Page.PHONE) == {Page.PHONE}


def test_a_shifted_page_falls_back_after_one_letter_and_no_other_does() -> None:
    for board in BOARDS.values():
        for page, layout in board.items():
            expected = Page(page.removesuffix("-shift")) if page.endswith("shift") else None
            assert layout.after_text is expected


@pytest.mark.parametrize(("name", "page"), PAGES)
def test_a_page_fits_its_columns_and_has_each_key_once(name: str, page: Page) -> None:
    layout = BOARDS[name][page]
    keys = list(layout.keys)
    assert all(0 < sum(key.wide for key in row) <= layout.columns for row in layout.rows)
    assert all(key.wide >= 1 for key in keys)
    assert len(texts(layout)) == len(set(texts(layout)))
    assert [key.act for key in keys].count(Act.BACK) == 1
    assert [key.act for key in keys].count(Act.NEXT) == 1
    assert all((key.act is Act.TURN) == (key.leads_to is not None) for key in keys)
    assert name == "whole" or len(keys) <= MOST_SPLIT
    assert len(layout.rows) <= 5


@pytest.mark.parametrize(("name", "page"), PAGES)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_key_has_a_name_of_its_own(name: str, page: Page, language: str) -> None:
    keys = list(BOARDS[name][page].keys)
    named = [key.spoken.text(language) for key in keys]
    assert all(named)
    assert len(named) == len(set(named))
    assert all(key.icon or key.shown.text(language) for key in keys)
    assert all(key.spoken.ko and key.spoken.en for key in keys)


def test_what_a_key_sends_is_taken_as_it_is() -> None:
    for board in BOARDS.values():
        for layout in board.values():
            for one in texts(layout):
                composer = Composer()
                assert composer.type(one)
                assert composer.text == one


@pytest.mark.parametrize(
    ("letter", "korean", "english"),
    [
        ("ㄱ", "기역", "giyeok"),
        ("ㄲ", "쌍기역", "ssang giyeok"),
        ("ㅉ", "쌍지읒", "ssang jieut"),
        ("ㅏ", "아", "a"),
        ("ㅢ", "의", "ui"),
        ("ㄳ", "기역 시옷", "giyeok siot"),
        ("ㅄ", "비읍 시옷", "bieup siot"),
        ("a", "에이", "a"),
        ("Z", "대문자 제트", "capital Z"),
        ("7", "칠", "seven"),
        ("@", "골뱅이", "at"),
        ("?", "?", "?"),
    ],
)
def test_what_letters_are_called(letter: str, korean: str, english: str) -> None:
    assert name_of(letter).ko == korean
    assert name_of(letter).en == english


def test_every_jamo_has_a_name() -> None:
    jamo = [chr(code) for code in range(0x3131, 0x3164)]
    assert all(name_of(one).ko != one for one in jamo)
    assert len({name_of(one).ko for one in jamo}) == len({name_of(one).en for one in jamo}) == 51


def test_what_a_piece_of_an_address_is_called() -> None:
    assert name_of_piece("@gmail.com").en == "at gmail dot com"
    assert name_of_piece(".co.kr").ko == "점 시오 점 케이알"
