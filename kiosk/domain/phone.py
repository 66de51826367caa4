"""Telephone numbers in one spelling."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SPREADSHEET = re.compile(r"^\d+(\.\d+)?[eE]\+?\d+$")
# How people and programs keep a spreadsheet from making a number of it: '010… and ="010…".
_AS_TEXT = re.compile(r"^(?:'|=\")([^'\"]*)\"?$")
_NONE = frozenset({"", "-", "없음", "해당없음", "미기재", "n/a", "none"})
_FLOAT = re.compile(r"^(\d+)\.0+$")
# ITU-T E.164: no country code begins with 0, and fifteen digits are the most.
_ABROAD = re.compile(r"\+[1-9][0-9]{6,14}")
_SIGNS = re.compile(r"[\s().\-–—‐‑‒−/·]")


@lru_cache(maxsize=1024)
def _local(digits: str) -> str | None:
    """Group a Korean number's digits, or return None where no such number exists."""
    if digits.startswith("02"):
        return f"02-{digits[2:-4]}-{digits[-4:]}" if len(digits) in (9, 10) else None
    if digits.startswith(("15", "16", "18")) and len(digits) == 8:
        return f"{digits[:4]}-{digits[4:]}"
    if digits.startswith("0") and digits[1] in "13456789":
        if digits.startswith("010") and len(digits) != 11:
            return None  # a digit was lost: mobile numbers of eight digits are all there are
        head = 4 if digits.startswith("050") else 3
        if len(digits) in (10, 11, 12) and 3 <= len(digits) - head - 4 <= 4:
            return f"{digits[:head]}-{digits[head:-4]}-{digits[-4:]}"
    return None


def normalise(text: str) -> str | None:
    """Return a number as ``010-1234-5678`` (abroad: ``+`` and digits), "" for none, None if wrong.

    Full-width digits are digits. A mobile number whose leading zero a spreadsheet ate is given it
    back; ``1.01235E+09`` has lost its digits and is wrong.
    """
    raw = unicodedata.normalize("NFKC", text).strip()
    quoted = _AS_TEXT.match(raw)
    raw = quoted[1] if quoted else raw
    if raw.casefold() in _NONE:
        return ""
    if _SPREADSHEET.match(raw):
        return None
    raw = _FLOAT.sub(r"\1", raw)
    digits = _SIGNS.sub("", raw)
    if digits.startswith("00"):
        digits = "+" + digits[2:]
    if digits.startswith("+82"):
        digits = "0" + digits[3:].lstrip("0")
    if digits.startswith("+"):
        return digits if _ABROAD.fullmatch(digits) else None
    if not (digits.isascii() and digits.isdecimal()):
        return None
    if len(digits) == 12 and digits.startswith("8210"):
        digits = "0" + digits[2:]
    if digits[0] in "13456789" and len(digits) in (9, 10) and _local("0" + digits):
        digits = "0" + digits
    return _local(digits) if len(digits) >= 8 else None


def last_four(number: str) -> str:
    """Return a normalised number's last four digits, "" where there are none."""
    return number[-4:] if len(number) >= 4 else ""


def mask(number: str) -> str:
    """Return ``010-****-5678``: enough to recognise, too little to call."""
    if not number:
        return ""
    head, _, _ = number.partition("-")
    return f"{head if head != number else number[:3]}-****-{number[-4:]}"


def mask_email(address: str) -> str:
    """Return ``k****n@gist.example``: the ends of the mailbox and the whole domain."""
    box, at, domain = address.partition("@")
    return f"{box[:1]}****{box[-1:]}{at}{domain}" if address else ""
