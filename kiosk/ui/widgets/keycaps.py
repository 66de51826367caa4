"""Keycaps: keys of touch keyboards as values: what each sends, shows and is called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.event import Words
from kiosk.ui.widgets.key_names import name_of, name_of_piece


class Act(StrEnum):
    """What a key does that sends no text."""

    BACK = "back"
    CLEAR = "clear"
    NEXT = "next"
    TURN = "turn"  # to the page that the key leads to


class Page(StrEnum):
    """One face of a keyboard; only a split board has those called second."""

    HANGUL = "hangul"
    HANGUL_SHIFT = "hangul-shift"
    HANGUL_SECOND = "hangul-second"
    LATIN = "latin"
    LATIN_SHIFT = "latin-shift"
    LATIN_SECOND = "latin-second"
    LATIN_SECOND_SHIFT = "latin-second-shift"
    SIGNS = "signs"
    EMAIL = "email"
    EMAIL_SECOND = "email-second"
    EMAIL_SIGNS = "email-signs"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Keycap:
    """One key, which sends a text or acts.

    ``wide`` counts columns of its layout, gaps included. An icon is shown in the words' place.
    """

    sends: str
    shown: Words
    spoken: Words
    icon: str = ""
    wide: float = 1.0
    leads_to: Page | None = None

    @property
    def act(self) -> Act | None:
        """Return what it does, None where it sends a text."""
        return self.sends if isinstance(self.sends, Act) else None


Row = tuple[Keycap, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The rows of one page; a row narrower than ``columns`` stands in the middle.

    ``after_text`` is the page to turn to once a key has sent a text: Shift holds for one letter.
    """

    columns: int
    rows: tuple[Row, ...]
    after_text: Page | None = None

    @property
    def keys(self) -> Iterator[Keycap]:
        """Yield every key, row by row."""
        for row in self.rows:
            yield from row


Board = Mapping[Page, Layout]
"""Every page of one kind of keyboard."""

_KOREAN, _ENGLISH = Words("한글 자판", "Korean letters"), Words("영문 자판", "Latin letters")
_SHIFTS = {
    Page.HANGUL: Words("쌍자음 끄기", "Double letters off"),
    Page.HANGUL_SHIFT: Words("쌍자음", "Double letters"),
    Page.LATIN: Words("소문자", "Small letters"),
    Page.LATIN_SHIFT: Words("대문자", "Capitals"),
    Page.LATIN_SECOND: Words("소문자", "Small letters"),
    Page.LATIN_SECOND_SHIFT: Words("대문자", "Capitals"),
}


def text_key(sends: str, wide: float = 1.0) -> Keycap:
    """Return the key of one letter, digit or sign, or of a whole piece of an address."""
    spoken = name_of(sends) if len(sends) == 1 else name_of_piece(sends)
    return Keycap(sends, Words(sends, sends), spoken, wide=wide)


def text_keys(letters: str) -> Row:
    """Return one key a letter."""
    return tuple(map(text_key, letters))


def turn_key(page: Page, shown: Words, spoken: Words, wide: float = 1.0) -> Keycap:
    """Return a key that turns to another page."""
    return Keycap(Act.TURN, shown, spoken, wide=wide, leads_to=page)


def shift_key(page: Page, wide: float = 1.0) -> Keycap:
    """Return the key that turns to a shifted page, or back from it with its arrow filled."""
    is_held = not page.endswith("shift")
    icon = "arrow-fat-up-fill" if is_held else "arrow-up-bold"
    return Keycap(Act.TURN, Words(), _SHIFTS[page], icon, wide, page)


def hangul_key(wide: float = 1.0) -> Keycap:
    """Return the key that turns to Hangul."""
    return turn_key(Page.HANGUL, Words("한글", "한글"), _KOREAN, wide)


def latin_key(wide: float = 1.0) -> Keycap:
    """Return the key that turns to Latin letters."""
    return turn_key(Page.LATIN, Words("ABC", "ABC"), _ENGLISH, wide)


def script_key(page: Page, wide: float = 1.0) -> Keycap:
    """Return the one key that changes between Hangul and Latin letters (한/영)."""
    spoken = _KOREAN if page is Page.HANGUL else _ENGLISH
    return turn_key(page, Words("한/영", "한/A"), spoken, wide)


def address_letters_key(wide: float = 1.0) -> Keycap:
    """Return the key that turns to the letters of an e-mail address."""
    return turn_key(Page.EMAIL, Words("abc", "abc"), _ENGLISH, wide)


def signs_key(page: Page = Page.SIGNS, wide: float = 1.0) -> Keycap:
    """Return the key that turns to digits and signs."""
    return turn_key(page, Words("123", "123"), Words("숫자와 기호", "Digits and signs"), wide)


_SHORT = 2.0


def space_key(wide: float = 1.0) -> Keycap:
    """Return the space bar, or the short key that stands for it on a split board."""
    shown = Words("띄어쓰기", "Space") if wide > _SHORT else Words("띄움", "Spc")
    return Keycap(" ", shown, name_of(" "), wide=wide)


def back_key(wide: float = 1.0) -> Keycap:
    """Return the key that takes back the last one."""
    return Keycap(Act.BACK, Words(), Words("지움", "Delete"), "backspace-bold", wide)


def clear_key(wide: float = 1.0) -> Keycap:
    """Return the key that takes back everything."""
    words = Words("모두 지움", "Clear all")
    return Keycap(Act.CLEAR, words, words, wide=wide)


def next_key(wide: float = 1.0) -> Keycap:
    """Return the key that is done with the field."""
    words = Words("다음", "Next")
    return Keycap(Act.NEXT, words, words, wide=wide)
