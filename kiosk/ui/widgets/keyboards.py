"""Touch keyboards as data: the whole board of the design, and a split one for large text.

The whole board is ten keys wide: the two-set keyboard and QWERTY as on paper (mocks s16). The split
one has at most twenty keys a page in five columns; its Hangul is consonants first, vowels second.
Both have the same pages by the same names, so that a screen only chooses the board.
"""

from __future__ import annotations

from kiosk.domain.event import Words
from kiosk.ui.widgets.keycaps import (
    Board,
    Keycap,
    Layout,
    Page,
    Row,
    address_letters_key,
    back_key,
    clear_key,
    hangul_key,
    latin_key,
    next_key,
    script_key,
    shift_key,
    signs_key,
    space_key,
    text_key,
    text_keys,
    turn_key,
)

_HANGUL = ("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ", "ㅁㄴㅇㄹㅎㅗㅓㅏㅣ", "ㅋㅌㅊㅍㅠㅜㅡ")
_SHIFTED = str.maketrans("ㅂㅈㄷㄱㅅㅐㅔ", "ㅃㅉㄸㄲㅆㅒㅖ")
_QWERTY = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_WHOLE_WIDTH, _SPLIT_WIDTH = 10, 5


def _phone() -> Layout:
    rows = tuple(map(text_keys, ("123", "456", "789")))
    return Layout(3, (*rows, (clear_key(), text_key("0"), back_key()), (next_key(3),)))


def _typing(
    letters: tuple[str, ...], shift: Page, switch: Keycap, after_text: Page | None = None
) -> Layout:
    """Return three rows of letters with Shift and Delete, and the row of the space bar."""
    first, second, third = map(text_keys, letters)
    rows = (
        first,
        second,
        (shift_key(shift, 1.5), *third, back_key(1.5)),
        (signs_key(wide=1.5), switch, space_key(4.5), next_key(2.5)),
    )
    return Layout(_WHOLE_WIDTH, rows, after_text)


def _whole_signs() -> Layout:
    rows = (
        text_keys("1234567890"),
        text_keys("-'.,&()/"),
        (hangul_key(2), latin_key(2), *text_keys("@_+"), back_key(2)),
        (space_key(7.5), next_key(2.5)),
    )
    return Layout(_WHOLE_WIDTH, rows)


_PROVIDERS = (text_key("@gmail.com", 3.5), text_key("@naver.com", 3.5), text_key("@korea.kr", 3))


def _whole_email() -> Layout:
    first, second, third = map(text_keys, _QWERTY)
    rows = (
        first,
        second,
        (signs_key(Page.EMAIL_SIGNS, 1.5), *third, back_key(1.5)),
        _PROVIDERS,
        (*text_keys("@._-+"), text_key(".co.kr", 2.5), next_key(2.5)),
    )
    return Layout(_WHOLE_WIDTH, rows)


def _whole_email_signs() -> Layout:
    rows = (
        text_keys("1234567890"),
        (address_letters_key(2), *text_keys("@._-+"), back_key(2)),
        _PROVIDERS,
        (text_key(".co.kr", 3.5), text_key(".com", 3.5), next_key(3)),
    )
    return Layout(_WHOLE_WIDTH, rows)


_TO_LATIN, _TO_HANGUL = script_key(Page.LATIN, 1.5), script_key(Page.HANGUL, 1.5)
_CAPITALS = tuple(row.upper() for row in _QWERTY)
_TWINS = tuple(row.translate(_SHIFTED) for row in _HANGUL)

WHOLE: Board = {
    Page.HANGUL: _typing(_HANGUL, Page.HANGUL_SHIFT, _TO_LATIN),
    Page.HANGUL_SHIFT: _typing(_TWINS, Page.HANGUL, _TO_LATIN, Page.HANGUL),
    Page.LATIN: _typing(_QWERTY, Page.LATIN_SHIFT, _TO_HANGUL),
    Page.LATIN_SHIFT: _typing(_CAPITALS, Page.LATIN, _TO_HANGUL, Page.LATIN),
    Page.SIGNS: _whole_signs(),
    Page.EMAIL: _whole_email(),
    Page.EMAIL_SIGNS: _whole_email_signs(),
    Page.PHONE: _phone(),
}


def _in_fives(keys: Row, after_text: Page | None = None) -> Layout:
    rows = tuple(keys[at : at + _SPLIT_WIDTH] for at in range(0, len(keys), _SPLIT_WIDTH))
    return Layout(_SPLIT_WIDTH, rows, after_text)


_END = (signs_key(), space_key(), back_key(), next_key())
_TO_VOWELS = turn_key(Page.HANGUL_SECOND, Words("모음", "ㅏㅣ"), Words("모음", "Vowels"))
_TO_CONSONANTS = turn_key(Page.HANGUL, Words("자음", "ㄱㄴ"), Words("자음", "Consonants"))


def _halves(first: Page, second: Page) -> tuple[Keycap, Keycap]:
    """Return the keys that turn to a–m and to n–z."""
    return (
        turn_key(first, Words("a–m", "a–m"), Words("에이부터 엠까지", "a to m")),
        turn_key(second, Words("n–z", "n–z"), Words("엔부터 제트까지", "n to z")),
    )


def _consonants(letters: str, shift: Page, after_text: Page | None = None) -> Layout:
    return _in_fives((*text_keys(letters), shift_key(shift), _TO_VOWELS, *_END), after_text)


def _split_latin(letters: str, shift: Page, turn: Keycap, after_text: Page | None = None) -> Layout:
    keys = (*text_keys(letters), shift_key(shift), turn, hangul_key(), *_END)
    return _in_fives(keys, after_text)


_CONSONANTS = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
_A_TO_M, _N_TO_Z = "abcdefghijklm", "nopqrstuvwxyz"
_TO_A, _TO_N = _halves(Page.LATIN, Page.LATIN_SECOND)
_EMAIL_TO_A, _EMAIL_TO_N = _halves(Page.EMAIL, Page.EMAIL_SECOND)


def _split_email(letters: str, switch: Keycap, piece: str, last: Keycap) -> Layout:
    """Return letters with a provider's whole key below: pieces need the room of three keys."""
    rows = (
        *_in_fives(text_keys(letters)).rows,
        (switch, text_key(piece, 3), back_key()),
        (last, next_key(3)),
    )
    return Layout(_SPLIT_WIDTH, rows)


_EMAIL_SIGNS = signs_key(Page.EMAIL_SIGNS, 2)

SPLIT: Board = {
    Page.HANGUL: _consonants(_CONSONANTS, Page.HANGUL_SHIFT),
    Page.HANGUL_SHIFT: _consonants(_CONSONANTS.translate(_SHIFTED), Page.HANGUL, Page.HANGUL),
    Page.HANGUL_SECOND: _in_fives(
        (*text_keys("ㅏㅑㅓㅕㅗㅛㅜㅠㅡㅣㅐㅔㅒㅖ"), latin_key(), _TO_CONSONANTS, *_END)
    ),
    Page.LATIN: _split_latin(_A_TO_M, Page.LATIN_SHIFT, _TO_N),
    Page.LATIN_SHIFT: _split_latin(_A_TO_M.upper(), Page.LATIN, _TO_N, Page.LATIN),
    Page.LATIN_SECOND: _split_latin(_N_TO_Z, Page.LATIN_SECOND_SHIFT, _TO_A),
    Page.LATIN_SECOND_SHIFT: _split_latin(
        _N_TO_Z.upper(), Page.LATIN_SECOND, _TO_A, Page.LATIN_SECOND
    ),
    Page.SIGNS: _in_fives(
        (*text_keys("1234567890-'.&()"), hangul_key(), latin_key(), back_key(), next_key())
    ),
    Page.EMAIL: _split_email(f"{_A_TO_M}@.", _EMAIL_TO_N, "@naver.com", _EMAIL_SIGNS),
    Page.EMAIL_SECOND: _split_email(f"{_N_TO_Z}_-", _EMAIL_TO_A, "@gmail.com", _EMAIL_SIGNS),
    Page.EMAIL_SIGNS: _split_email(
        "1234567890@._-+", address_letters_key(), "@korea.kr", text_key(".co.kr", 2)
    ),
    Page.PHONE: _phone(),
}
