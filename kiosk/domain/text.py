"""What may stand in a field: one spelling for names, numbers and addresses."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

NAME_LENGTH = 80
FIELD_LENGTH = 200

# Everything that could need cleaning: controls, separators, format characters, decomposed Hangul,
# combining marks, surrogates, non-characters; a text without any of them is already clean.
_SUSPECT = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u0300-\u036f\u1100-\u11ff\u2000-\u206f\u3000\u3164\ua960-\ua97f"
    "\ud7b0-\ud7ff\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\uffa0\ufff0-\uffff]"
    "|  |[\U0001fffe-\U0010ffff]|[^\x00-\u2fff\u3000-\ud7a3\uff00-\uffef]"
)
# Direction marks and zero-width characters that hide or reorder what people read. The joiner
# U+200D stays: family emoji are made with it.
_INVISIBLE = dict.fromkeys(
    [
        *(0xAD, 0x200B, 0x200E, 0x200F, 0xFEFF),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        *range(0xFFF9, 0xFFFC),
        *range(0xE0000, 0xE0080),
    ]
)
_MARKS_PER_LETTER = 3
_BLANKS = re.compile(r"\s+")
_RESIDENT_NUMBER = re.compile(r"(?<!\d)\d{6}\s*[-–]\s*[1-8]\d{6}(?!\d)")


def _keep(char: str) -> str:
    kind = unicodedata.category(char)
    if kind in ("Cc", "Zl", "Zp", "Zs"):
        return " "
    code = ord(char)
    return "" if kind == "Cs" or 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE else char


def _limit_marks(text: str) -> str:
    kept, run = [], 0
    for char in text:
        run = run + 1 if unicodedata.combining(char) else 0
        if run <= _MARKS_PER_LETTER:
            kept.append(char)
    return "".join(kept)


def clean(text: str) -> str:
    """Return text as people see it: NFC, no controls or direction marks, single blanks, no ends.

    Letters are never replaced by others that look alike, and ``NULL`` or ``1e5`` stay what they
    are. At most three combining marks follow a letter.
    """
    if not _SUSPECT.search(text):
        return text.strip()
    seen = "".join(map(_keep, text.translate(_INVISIBLE)))
    return _BLANKS.sub(" ", _limit_marks(unicodedata.normalize("NFC", seen))).strip()


def is_visible(text: str) -> bool:
    """Tell whether cleaned text holds a letter, a digit or a pictograph: something to call by.

    A Hangul filler counts as the letter that Unicode says it is: rosters hold people named so, and
    a roster comes back as it was given.
    """
    return any(
        unicodedata.category(char)[0] in "LN" or unicodedata.category(char) == "So" for char in text
    )


def holds_resident_number(text: str) -> bool:
    """Tell whether text holds a resident registration number, which PIPA art. 24-2 forbids us."""
    return bool(_RESIDENT_NUMBER.search(text))


def squeeze(text: str) -> str:
    """Return text for matching: lower case, without blanks and punctuation."""
    if text.isalnum() and text == text.casefold():
        return text
    return "".join(c for c in text.casefold() if c.isalnum())


@lru_cache(maxsize=4096)
def squeeze_organisation(text: str) -> str:
    """Return an organisation for matching: squeezed, and without its legal form ((주), Inc.)."""
    bare = re.sub(r"\((주|유|재|사|합)\)|㈜|주식회사|유한회사|재단법인|사단법인", "", text)
    return squeeze(bare) or squeeze(text)


def mask_name(name: str) -> str:
    """Return a name that its owner recognises and a stranger cannot use.

    김형진 → 김*진, 이솔 → 이*, 남궁다빈 → 남**빈; Latin: the first word and one letter of the
    next (Hans M*****).
    """
    if name.isascii() and " " in name:
        first, _, rest = name.partition(" ")
        return f"{first} {rest[0]}{'*' * max(1, len(rest) - 1)}"
    if len(name) <= 2:
        return name[:1] + "*"
    return name[0] + "*" * (len(name) - 2) + name[-1]
