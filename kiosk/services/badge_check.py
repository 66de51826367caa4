"""What a template does to people's names: shown beside it while it is designed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

import zxingcpp

from kiosk.domain.badge import MM_PER_INCH, BadgeTemplate, BadgeText, Box
from kiosk.services import badge_drawing

DPI = 203
"""The coarsest of usual badge printers: what reads there reads everywhere."""
FAR_MM = 14.0
"""Letters that are read from three metres (design tokens, badge)."""


class Kind(StrEnum):
    """What a note is about."""

    CODE_READ = "code-read"
    CODE_UNREAD = "code-unread"
    FAR = "far"
    SMALL = "small"
    SHRUNK = "shrunk"
    CUT = "cut"
    OVERLAP = "overlap"
    FITS = "fits"


GOOD = frozenset({Kind.CODE_READ, Kind.FAR, Kind.FITS})


@dataclass(frozen=True, slots=True)
class Note:
    """One finding: the fields' keys it is about, a person's name, a length in millimetres."""

    kind: Kind
    keys: tuple[str, ...] = ()
    name: str = ""
    mm: float = 0.0


def check(template: BadgeTemplate, people: Sequence[BadgeText]) -> list[Note]:
    """Return what is good and what is not, the worst first, for sample people.

    The first person is an usual one: the name of whom must be read from afar.
    """
    notes = [*_code_notes(template, people[0]), *_overlaps(template)]
    texts = [note for one in people for note in _text_notes(template, one)]
    notes += texts or [Note(Kind.FITS)]
    notes += _far_notes(template, people[0])
    return sorted(dict.fromkeys(notes), key=lambda note: note.kind in GOOD)


def _code_notes(template: BadgeTemplate, person: BadgeText) -> list[Note]:
    code = template.front.code
    if code is None:
        return []
    image = badge_drawing.draw(person, template, DPI, colour=False)
    codes = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    found = zxingcpp.read_barcodes(image.convert("L"), formats=codes)
    is_read = [one.text for one in found] == [person.ticket]
    return [Note(Kind.CODE_READ if is_read else Kind.CODE_UNREAD, mm=code.size_mm)]


def _text_notes(template: BadgeTemplate, person: BadgeText) -> list[Note]:
    notes = []
    for one in badge_drawing.texts_of(person, template, DPI):
        key = (one.place.field.key,)
        if one.fitted.is_cut:
            notes.append(Note(Kind.CUT, key, person.name))
        elif one.is_shrunk and one.place.is_name:
            mm = one.fitted.size_px * MM_PER_INCH / DPI
            notes.append(Note(Kind.SHRUNK, key, person.name, round(mm, 1)))
    return notes


def _far_notes(template: BadgeTemplate, person: BadgeText) -> list[Note]:
    names = [one for one in badge_drawing.texts_of(person, template, DPI) if one.place.is_name]
    if not names:
        return []
    mm = max(one.fitted.size_px for one in names) * MM_PER_INCH / DPI
    return [Note(Kind.FAR if mm >= FAR_MM else Kind.SMALL, name=person.name, mm=round(mm, 1))]


def _overlaps(template: BadgeTemplate) -> list[Note]:
    notes = []
    for side in (template.front, *([template.back] if template.back else [])):
        boxes: list[tuple[str, Box]] = [(one.key, one.box) for one in side.fields]
        if side.logo:
            boxes.append(("logo", side.logo.box))
        notes += [
            Note(Kind.OVERLAP, (one, other))
            for (one, box), (other, box2) in combinations(boxes, 2)
            if box.meets(box2)
        ]
    return notes
