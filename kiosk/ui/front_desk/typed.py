"""What typing may be: a name, or a scan that a Hangul input method let through as letters."""

from __future__ import annotations

_SHORTEST_CODE = 6
"""Characters; the wedge filter takes no shorter burst for a scan either."""
_LONGER_THAN_NAMES = 20


def may_be_code(text: str) -> bool:
    """Tell whether text that finds nobody is worth reading as a ticket.

    A Hangul input method turns a scanner's ``SEM26-A7`` into ``ㄴ뜨26-ㅁ7`` before any filter sees
    it. Names hold no digits, and telephone numbers no letters.
    """
    text = text.strip()
    if len(text) < _SHORTEST_CODE or any(char.isspace() for char in text):
        return False
    has_letters = any(char.isalpha() for char in text)
    has_digits = any(char.isdigit() for char in text)
    return has_letters and (has_digits or len(text) >= _LONGER_THAN_NAMES)
