"""Endless paper: what a text leaves free of its place is given up, and all below moves up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kiosk.domain.badge import BadgeTemplate, Box, Code, Field, Side, quiet_box

CODE, _LOGO, _END = "qr", "logo", ""
"""Keys of the places that are no field's; no field may be called so, see ``shortened``."""


def shortened(template: BadgeTemplate, used_mm: Mapping[str, float]) -> tuple[Side, float]:
    """Return the front as one person's texts need it, and the height that it then has.

    ``used_mm`` is the height of each field's text by its key, 0 where it says nothing; the code's
    only where there is none. Places that stand beside one another move together, by what the
    tallest of them needs.
    """
    side = template.front
    shifts = _shifts(template, used_mm)
    fields = tuple(_moved(one, shifts[one.key], used_mm[one.key]) for one in side.fields)
    code, logo = side.code, side.logo
    if code:
        code = replace(code, top_mm=code.top_mm - shifts[CODE])
    if logo:
        logo = replace(logo, box=replace(logo.box, top_mm=logo.box.top_mm - shifts[_LOGO]))
    height = max(template.least_mm, template.height_mm - shifts[_END])
    return replace(side, fields=fields, code=code, logo=logo), height


def _shifts(template: BadgeTemplate, used_mm: Mapping[str, float]) -> dict[str, float]:
    """Return how far each place moves up by its key, and the paper's end."""
    places = sorted(_places(template), key=lambda one: one[1].top_mm)
    shifts: dict[str, float] = {}
    saved = 0.0
    row: list[tuple[str, Box]] = []
    for key, box in places:
        if row and box.top_mm >= max(one.bottom_mm for _, one in row) - 1e-6:
            saved += _spare(row, used_mm)
            row = []
        shifts[key] = saved
        row.append((key, box))
    shifts[_END] = saved + (_spare(row, used_mm) if row else 0.0)
    return shifts


def _places(template: BadgeTemplate) -> list[tuple[str, Box]]:
    side = template.front
    places: list[tuple[str, Box]] = [(one.key, one.box) for one in side.fields]
    if side.code:
        places.append((CODE, _code_box(side.code)))
    if side.logo:
        places.append((_LOGO, side.logo.box))
    return places


def _code_box(code: Code) -> Box:
    return quiet_box(Box(code.left_mm, code.top_mm, code.size_mm, code.size_mm))


def _spare(row: list[tuple[str, Box]], used_mm: Mapping[str, float]) -> float:
    """Return how much lower the row's last need ends than its places do."""
    ends = max(box.bottom_mm for _, box in row)
    needs = max(box.top_mm + used_mm[key] if key in used_mm else box.bottom_mm for key, box in row)
    return max(0.0, ends - needs)


def _moved(field: Field, by_mm: float, used_mm: float) -> Field:
    height = max(used_mm, field.box.least_mm)
    return replace(field, box=replace(field.box, top_mm=field.box.top_mm - by_mm, height_mm=height))
