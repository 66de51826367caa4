"""The badge as a design: what stands on it, and where, in millimetres."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum

from kiosk.domain.badge_sheet import Sheet
from kiosk.domain.registration import Category

MM_PER_INCH = 25.4
CARD_MM = (15.0, 300.0)
"""Sides of a badge: smaller holds no code that can be read, larger is a poster."""
ROLE_COLOURS = {
    Category.ATTENDEE: "#EFE8D8",
    Category.SPEAKER: "#FFB81C",
    Category.VIP: "#FFB81C",
    Category.STAFF: "#0C2038",
    Category.PRESS: "#EFE8D8",
}
"""The stripe's colours where a template names none: sand, sun and sea of the design's tokens."""
_TINY_MM = 1e-6
_SAME_GAP_MM = 0.5
_QUIET_SHARE = 4 / 25
_LEAST_QR_MM = 10.0


def to_px(length_mm: float, dpi: float) -> float:
    """Return a length in dots of a raster of ``dpi`` dots an inch, not rounded."""
    return length_mm * dpi / MM_PER_INCH


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in millimetres from the card's top left corner."""

    left_mm: float
    top_mm: float
    width_mm: float
    height_mm: float

    @property
    def right_mm(self) -> float:
        """Return the right edge."""
        return self.left_mm + self.width_mm

    @property
    def bottom_mm(self) -> float:
        """Return the lower edge."""
        return self.top_mm + self.height_mm

    def meets(self, other: Box) -> bool:
        """Tell whether two rectangles share more than an edge."""
        across = min(self.right_mm, other.right_mm) - max(self.left_mm, other.left_mm)
        along = min(self.bottom_mm, other.bottom_mm) - max(self.top_mm, other.top_mm)
        return across > _TINY_MM and along > _TINY_MM

    def beside(self, other: Box) -> Box:
        """Return the part of this rectangle beside, above or below ``other`` with the most room.

        A line of text loses more by height than by width, so beside counts half as much again.
        """
        if not self.meets(other):
            return self
        sides = (
            (self.left_mm, self.top_mm, other.left_mm - self.left_mm, self.height_mm),
            (other.right_mm, self.top_mm, self.right_mm - other.right_mm, self.height_mm),
            (self.left_mm, self.top_mm, self.width_mm, other.top_mm - self.top_mm),
            (self.left_mm, other.bottom_mm, self.width_mm, self.bottom_mm - other.bottom_mm),
        )
        rooms = [max(0.0, width) * max(0.0, height) for _, _, width, height in sides]
        return Box(*sides[max(range(4), key=lambda at: rooms[at] * (1.5 if at < 2 else 1))])


@dataclass(frozen=True, slots=True)
class TextBox(Box):
    """One text's place and sizes, in millimetres.

    The letters are ``size_mm`` high (the em) where the text fits, down to ``small_mm`` on one line;
    a longer text takes up to ``lines`` lines, down to ``least_mm``, and loses its end after that.
    """

    size_mm: float
    small_mm: float
    least_mm: float
    lines: int = 1


class Weight(StrEnum):
    """How heavy a text is drawn."""

    REGULAR = "regular"
    SEMIBOLD = "semibold"
    BOLD = "bold"


class Align(StrEnum):
    """Where a line stands in its place."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Ink(StrEnum):
    """Which ink a text is drawn with: the main one, or the softer of a second line."""

    MAIN = "main"
    SOFT = "soft"


@dataclass(frozen=True, slots=True)
class Field:
    """One text of a badge: ``key`` names it in the file, ``text`` is read by ``badge_words``."""

    key: str
    text: str
    box: TextBox
    weight: Weight = Weight.REGULAR
    align: Align = Align.LEFT
    ink: Ink = Ink.MAIN


class Edge(StrEnum):
    """The card's edge along which the role's stripe runs."""

    LEFT = "left"
    TOP = "top"


@dataclass(frozen=True, slots=True)
class Stripe:
    """The band that tells the role by colour, pattern and word; ``colours`` as ``#RRGGBB``."""

    width_mm: float
    role_mm: float
    edge: Edge = Edge.LEFT
    colours: tuple[tuple[Category, str], ...] = tuple(ROLE_COLOURS.items())

    def colour(self, category: Category) -> str:
        """Return the colour of a category."""
        return dict(self.colours)[category]


@dataclass(frozen=True, slots=True)
class Code:
    """Where the QR code stands: ``size_mm`` wide, without its quiet border.

    It grows to ``most_mm`` only for a text so long that its modules would be too fine, away from
    the card's edge that is nearest.
    """

    left_mm: float
    top_mm: float
    size_mm: float
    most_mm: float

    def box(self, side_mm: float, width_mm: float, height_mm: float) -> Box:
        """Return the place of a code of ``side_mm`` on a card of the given size."""
        left = _held(self.left_mm, self.size_mm, side_mm, width_mm)
        return Box(left, _held(self.top_mm, self.size_mm, side_mm, height_mm), side_mm, side_mm)


class Anchor(StrEnum):
    """What of a code stays where it is when it grows, along one axis."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


def anchor(start: float, size: float, whole: float) -> Anchor:
    """Return what a code keeps: the edge nearer to the card's, or its middle."""
    after = whole - start - size
    if abs(start - after) < _SAME_GAP_MM:
        return Anchor.MIDDLE
    return Anchor.START if start < after else Anchor.END


def _held(start: float, size: float, side: float, whole: float) -> float:
    match anchor(start, size, whole):
        case Anchor.START:
            return start
        case Anchor.END:
            return start + size - side
        case _:
            return (whole - side) / 2


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture of the organiser's: its file's name, its place, and the file itself.

    The file is read once with the template, so that drawing opens none.
    """

    file: str
    box: Box
    picture: bytes


@dataclass(frozen=True, slots=True)
class Side:
    """What stands on one side of a card; None for what is switched off."""

    fields: tuple[Field, ...]
    stripe: Stripe | None = None
    code: Code | None = None
    logo: Logo | None = None
    sun_mm: float = 0.0

    def field(self, key: str) -> Field:
        """Return a field by its key; raises KeyError."""
        return {one.key: one for one in self.fields}[key]


class Sides(StrEnum):
    """How many sides a badge has, and how they come out."""

    ONE = "one"
    TWO = "two"
    FOLDED = "folded"


@dataclass(frozen=True, slots=True)
class BadgeTemplate:
    """One design of badge, in millimetres.

    ``least_mm`` is 0 for a cut card; on endless paper the height follows the content from it up to
    ``height_mm``. A folded badge comes out as one page of twice the height, its back below the
    front and upside down. ``back`` is the front's twin where the file describes none.
    """

    name: str
    width_mm: float
    height_mm: float
    front: Side
    sides: Sides = Sides.ONE
    back: Side | None = None
    least_mm: float = 0.0
    sheet: Sheet | None = None

    def faces(self) -> tuple[Side, ...]:
        """Return the sides in the order in which they are printed."""
        if self.sides is Sides.ONE:
            return (self.front,)
        return self.front, self.back or self.front

    @property
    def page_mm(self) -> tuple[float, float]:
        """Return the size of one badge as it leaves a printer, at its longest."""
        return self.width_mm, self.height_mm * (2 if self.sides is Sides.FOLDED else 1)

    def fault(self) -> tuple[str, str] | None:
        """Return the key of the first measure that cannot be printed and what it must be."""
        least, most = CARD_MM
        for key, length in (("width_mm", self.width_mm), ("height_mm", self.height_mm)):
            if not least <= length <= most:
                return key, f"must be from {least:g} to {most:g}"
        if self.least_mm and not least <= self.least_mm <= self.height_mm:
            return "least_height_mm", "must be at most height_mm"
        if self.least_mm and (self.sheet or self.sides is not Sides.ONE):
            return "least_height_mm", "needs a badge of one side that is on no sheet"
        if self.sheet and (problem := self.sheet.fault(*self.page_mm)):
            return f"sheet.{problem[0]}", problem[1]
        for path, side in (("", self.front), ("back.", self.back)):
            if side and (wrong := _Measured(self, side).fault()):
                return f"{path}{wrong[0]}", wrong[1]
        return None


@dataclass(frozen=True, slots=True)
class _Measured:
    """One side on its card, measured."""

    card: BadgeTemplate
    side: Side

    def fault(self) -> tuple[str, str] | None:
        return next(filter(None, self._faults()), None)

    def _faults(self) -> Iterator[tuple[str, str] | None]:
        width, height = self.card.width_mm, self.card.height_mm
        stripe, code, logo = self.side.stripe, self.side.code, self.side.logo
        if stripe and not stripe.role_mm <= stripe.width_mm < min(width, height) / 2:
            yield "stripe.width_mm", "must be at least role_mm and narrower than half of the card"
        if self.side.sun_mm > min(width, height) / 2:
            yield "sun_mm", "must be at most half of the card"
        if code:
            yield self._code_fault(code)
        if logo:
            yield self._outside("logo", logo.box)
        for field in self.side.fields:
            yield self._outside(f"field.{field.key}", field.box)
            yield self._field_fault(field, code)

    def _code_fault(self, code: Code) -> tuple[str, str] | None:
        shorter = min(self.card.width_mm, self.card.height_mm)
        if not _LEAST_QR_MM <= code.size_mm <= code.most_mm <= shorter - self._banded():
            return "qr.size_mm", f"must be from {_LEAST_QR_MM:g} to most_mm, which fits the card"
        for side_mm in (code.size_mm, code.most_mm):
            box = code.box(side_mm, self.card.width_mm, self.card.height_mm)
            if wrong := self._outside("qr", box):
                return wrong
        return None

    def _banded(self) -> float:
        return self.side.stripe.width_mm if self.side.stripe else 0.0

    def _outside(self, key: str, box: Box) -> tuple[str, str] | None:
        """Return a fault where a place leaves the card, or stands on the stripe."""
        left = top = 0.0
        if stripe := self.side.stripe:
            left, top = (
                (stripe.width_mm, 0.0) if stripe.edge is Edge.LEFT else (0.0, self._banded())
            )
        if not (left - _TINY_MM <= box.left_mm and box.right_mm <= self.card.width_mm + _TINY_MM):
            return key, "must lie between the stripe and the card's right edge"
        if not (top - _TINY_MM <= box.top_mm and box.bottom_mm <= self.card.height_mm + _TINY_MM):
            return key, "must lie between the stripe and the card's lower edge"
        return None

    def _field_fault(self, field: Field, code: Code | None) -> tuple[str, str] | None:
        box = field.box
        if not box.least_mm <= box.small_mm <= box.size_mm <= box.height_mm + _TINY_MM:
            return f"field.{field.key}", "must have least_mm <= small_mm <= size_mm <= height_mm"
        if code:
            taken = quiet_box(code.box(code.most_mm, self.card.width_mm, self.card.height_mm))
            free = box.beside(taken)
            if free is box:
                return None
            if free.width_mm < 2 * box.least_mm or free.height_mm < box.least_mm:
                return f"field.{field.key}", "has no room beside the QR code"
        return None


def quiet_box(code: Box) -> Box:
    """Return a code's place with the white border that belongs to it."""
    quiet = code.width_mm * _QUIET_SHARE
    return Box(
        code.left_mm - quiet,
        code.top_mm - quiet,
        code.width_mm + 2 * quiet,
        code.height_mm + 2 * quiet,
    )


@dataclass(frozen=True, slots=True)
class BadgeText:
    """What stands on one person's badge; every text is data and may be "", the name alone not.

    ``role`` is the stripe's word, ``category`` its colour, ``ticket`` the text of the QR code.
    """

    event: str
    name: str
    name_latin: str
    organisation: str
    job_title: str
    role: str
    category: Category
    ticket: str
    seat: str
    number: str = ""
    venue: str = ""
    date: str = ""
    session: str = ""

    def values(self) -> dict[str, str]:
        """Return what each placeholder says."""
        plain = ("category", "ticket")
        return {one.name: getattr(self, one.name) for one in fields(self) if one.name not in plain}
