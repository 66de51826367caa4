"""The text of a QR code: how it is read and how ours is made."""

from __future__ import annotations

import re
import secrets
import unicodedata

from kiosk.domain import hangul

MAX_LENGTH = 512
"""Characters; the contract never looks up more. A version 40 code holds 7,089."""

TOKEN_LENGTH = 26
# RFC 4648 base 32: capitals and digits only, so that a code stays alphanumeric (QR version 2 at
# level M holds 38) and a Hangul input method can be undone letter by letter.
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"

# Hangul as single conjoining letters, as some systems type it. Only these are composed: normalising
# the whole text would make the Kelvin sign a K.
_LOOSE_LETTERS = re.compile("[\u1100-\u11ff]+")

_AIM_MARK_LENGTH = 3
_ECI_MARK_LENGTH = 7


# 256 is a multiple of 32, so each letter is as likely as another.
_LETTER_OF_BYTE = bytes(ord(_ALPHABET[byte % len(_ALPHABET)]) for byte in range(256))


def new_tokens(count: int) -> list[str]:
    """Return tokens of 26 random letters of base 32: 130 bits that say nothing of the person."""
    drawn = secrets.token_bytes(TOKEN_LENGTH * count).translate(_LETTER_OF_BYTE).decode("ascii")
    return [drawn[at : at + TOKEN_LENGTH] for at in range(0, len(drawn), TOKEN_LENGTH)]


def is_readable(text: str) -> bool:
    """Tell whether a scan can be looked up at all: not empty, not endless, and whole characters."""
    if not text or len(text) > MAX_LENGTH:
        return False
    return text.isascii() or not any("\ud800" <= c <= "\udfff" for c in text)


def _bare(text: str) -> str:
    """Return text without blanks and control characters around it."""
    start, end = 0, len(text)
    while start < end and (text[start].isspace() or unicodedata.category(text[start]) == "Cc"):
        start += 1
    while start < end and (text[end - 1].isspace() or unicodedata.category(text[end - 1]) == "Cc"):
        end -= 1
    return text[start:end]


def _without_marks(text: str) -> str:
    """Return text without the mark a scanner puts before it.

    Sources: AIM symbology identifier (ISO/IEC 15424, ``]Q0``-``]Q6``) and the ECI escape
    ``\\nnnnnn`` (AIM ITS/04-001).
    """
    if text[:2] == "]Q" and text[2:3].isdigit():
        text = text[_AIM_MARK_LENGTH:]
    if text[:1] == "\\" and text[1:_ECI_MARK_LENGTH].isdecimal() and len(text) > _ECI_MARK_LENGTH:
        text = text[_ECI_MARK_LENGTH:]
    return text


def fold(text: str) -> str:
    """Return the form in which differently scanned copies of one code are equal.

    Undone are blanks and control characters around it, a scanner's mark, letter case, and a Korean
    keyboard's letters. Nothing else: characters that merely look alike stay different.
    """
    if text.isalnum() and text.isascii():
        return text.upper()
    bare = _without_marks(_bare(text))
    if bare.isascii():
        return bare.upper()
    composed = _LOOSE_LETTERS.sub(lambda found: unicodedata.normalize("NFC", found[0]), bare)
    keys = hangul.to_keys(composed)
    return "".join(c.upper() if c.isascii() else c for c in keys)
