"""Registering at the door: what a person typed, and what came of it."""

from __future__ import annotations

from typing import NamedTuple

from kiosk.domain import phone
from kiosk.domain.errors import KioskError
from kiosk.domain.text import FIELD_LENGTH, NAME_LENGTH, clean, holds_resident_number

_LETTERS = 2
_LOOSE = range(0x3130, 0x3190)
"""Hangul letters that are no syllable: what a keyboard leaves of one that was not finished."""


class WalkInForm(NamedTuple):
    """What a person typed; everything but the name may be "" where it is not asked."""

    name: str
    phone: str = ""
    organisation: str = ""
    job_title: str = ""
    email: str = ""

    def checked(self) -> WalkInForm:
        """Return the form as it is kept: clean, and the number in its one spelling.

        Raises KioskError: RRN_IN_TEXT and FIELD_LONG (field), NAME_SHORT, NAME_LONG, PHONE_WRONG.
        """
        shown = WalkInForm(*map(clean, self))
        for field, typed, text in zip(self._fields, self, shown, strict=True):
            if holds_resident_number(typed) or holds_resident_number(text):
                raise KioskError("RRN_IN_TEXT", field=field)
        _check_name(shown.name)
        for field in ("organisation", "job_title", "email"):
            if len(getattr(shown, field)) > FIELD_LENGTH:
                raise KioskError("FIELD_LONG", field=field, limit=FIELD_LENGTH)
        number = phone.normalise(shown.phone)
        if number is None:
            raise KioskError("PHONE_WRONG")
        return shown._replace(phone=number)


def _check_name(name: str) -> None:
    letters = sum(char.isalpha() and ord(char) not in _LOOSE for char in name)
    if letters < _LETTERS:
        raise KioskError("NAME_SHORT", least=_LETTERS)
    if len(name) > NAME_LENGTH:
        raise KioskError("NAME_LONG", limit=NAME_LENGTH)


class Registered(NamedTuple):
    """Who is on the roster now; ``was_known`` where they had been before."""

    registration_id: str
    was_known: bool
