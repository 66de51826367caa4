"""Deeds: what staff do at the desk beyond a check-in, and why; the audit that answers for it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from kiosk.domain.errors import KioskError
from kiosk.domain.text import clean, holds_resident_number

REASON_LENGTH = 200
"""Characters of a reason in staff's own words."""
OTHER = "other"
"""The reason that needs words of its own."""


class DeedKind(StrEnum):
    """What was done."""

    UNDO = "undo"  # an entry was taken back
    WALK_IN = "walk-in"  # somebody was registered at the desk, who consented or did not
    CORRECT = "correct"  # fields of a registration were changed
    OVERRIDE = "override"  # somebody came in past a rule
    REPRINT = "reprint"  # one more badge was queued
    SIGN = "sign"  # a signature was taken for an entry that stood already
    REVEAL = "reveal"  # masked data was opened


REASONS: dict[DeedKind, tuple[str, ...]] = {
    DeedKind.UNDO: ("wrong-person", "by-mistake", "wrong-session", OTHER),
    DeedKind.OVERRIDE: ("organiser-agreed", "list-wrong", "guest-of-honour", OTHER),
    DeedKind.REPRINT: ("lost", "misprint", "wrong-details", OTHER),
}
"""What staff choose from, the commonest first; codes, whose words live in the windows."""


class Why(NamedTuple):
    """A reason: its code, and staff's own words, which may name somebody."""

    code: str
    words: str = ""

    def checked(self, kind: DeedKind) -> Why:
        """Return the reason with its words clean.

        Raises KioskError: REASON_MISSING for a code that the deed does not know, or "other" without
        words; REASON_LONG (limit); RRN_IN_TEXT (field).
        """
        words = clean(self.words)
        if self.code not in REASONS[kind] or (self.code == OTHER and not words):
            raise KioskError("REASON_MISSING")
        check_words(words)
        return Why(self.code, words)


def check_words(words: str, limit: int = REASON_LENGTH) -> None:
    """Refuse words too long to be kept, or that hold a number we must not keep.

    Raises KioskError: REASON_LONG (limit), RRN_IN_TEXT (field).
    """
    if len(words) > limit:
        raise KioskError("REASON_LONG", limit=limit)
    if holds_resident_number(words):
        raise KioskError("RRN_IN_TEXT", field="reason")


class Deed(NamedTuple):
    """One line of the audit; it holds ids and codes, and no value of anybody's.

    ``about`` is the entry, consent batch or badge job that it belongs to, ``facts`` the fields that
    were changed or the rules that were passed, ``by`` the desk's name, ``at`` aware.
    """

    id: str
    kind: DeedKind
    registration: str
    about: str
    facts: tuple[str, ...]
    reason: str
    by: str
    at: datetime
