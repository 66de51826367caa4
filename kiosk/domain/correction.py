"""Correcting a registration: which fields, what they may hold, and who was faster."""

from __future__ import annotations

from kiosk.domain.errors import KioskError
from kiosk.domain.registration import Registration
from kiosk.domain.text import FIELD_LENGTH, clean, holds_resident_number
from kiosk.domain.walk_in import WalkInForm

FIELDS = (
    "name", "name_latin", "organisation", "job_title", "phone", "email", "category", "seat", "flag",
)  # fmt: skip
"""What staff may change at the desk; tickets, states and bookings are the organiser's."""
ON_THE_BADGE = frozenset({"name", "name_latin", "organisation", "job_title", "category", "seat"})
"""With one of them changed a badge in somebody's hand is wrong."""
_FORM = ("name", "phone", "organisation", "job_title", "email")


def checked(wanted: Registration, held: Registration) -> Registration:
    """Return a registration as it is kept: texts clean, the number in its one spelling.

    A field that staff left as it was is not held against them, whatever an import brought. Raises
    KioskError: those of ``WalkInForm.checked``, and for Latin name, seat and flag FIELD_LONG and
    RRN_IN_TEXT.
    """
    form = WalkInForm(**{field: getattr(wanted, field) for field in _FORM})
    untouched = {field for field in _FORM if getattr(held, field) == getattr(form, field)}
    # What is not checked is put aside, so that the rest is.
    harmless = WalkInForm("가나", "", "", "", "")
    form = form._replace(**{field: getattr(harmless, field) for field in untouched})
    told = {
        field: text
        for field, text in form.checked()._asdict().items()
        if field in _FORM and field not in untouched
    }
    for field in ("name_latin", "seat", "flag"):
        told[field] = _text(field, getattr(wanted, field), getattr(held, field))
    return wanted._replace(**told)


def _text(field: str, typed: str, held: str) -> str:
    if typed == held:
        return held
    shown = clean(typed)
    if holds_resident_number(typed) or holds_resident_number(shown):
        raise KioskError("RRN_IN_TEXT", field=field)
    if len(shown) > FIELD_LENGTH:
        raise KioskError("FIELD_LONG", field=field, limit=FIELD_LENGTH)
    return shown


def changed(before: Registration, after: Registration) -> tuple[str, ...]:
    """Return which of the fields that staff may change differ."""
    return tuple(one for one in FIELDS if getattr(before, one) != getattr(after, one))


def merged(
    seen: Registration, wanted: Registration, held: Registration
) -> tuple[Registration, tuple[str, ...]]:
    """Return what the roster should hold now, and the fields that somebody else changed meanwhile.

    ``seen`` is what staff had before their eyes and ``held`` what the roster holds by now. A field
    that staff left alone keeps what it is; one that both changed to the same is no conflict.
    """
    mine = changed(seen, wanted)
    conflicts = tuple(
        one
        for one in mine
        if getattr(held, one) != getattr(seen, one) and getattr(held, one) != getattr(wanted, one)
    )
    return held._replace(**{one: getattr(wanted, one) for one in mine}), conflicts
