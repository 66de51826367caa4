"""The badge as a design: what stands on it, and where, in millimetres."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.domain.registration import Category

MM_PER_INCH = 25.4


def to_px(length_mm: float, dpi: float) -> float:
    """Return a length in dots of a raster of ``dpi`` dots an inch, not rounded."""
    return length_mm * dpi / MM_PER_INCH


@dataclass(frozen=True, slots=True)
class TextBox:
    """One text's place and sizes; all in millimetres from the card's top left corner.

    The letters are ``size_mm`` high (the em) where the text fits, down to ``small_mm`` on one line;
    a longer text takes up to ``lines`` lines, down to ``least_mm``, and loses its end after that.
    """

    left_mm: float
    top_mm: float
    width_mm: float
    height_mm: float
    size_mm: float
    small_mm: float
    least_mm: float
    lines: int = 1

    @property
    def right_mm(self) -> float:
        """Return the right edge."""
        return self.left_mm + self.width_mm

    @property
    def bottom_mm(self) -> float:
        """Return the lower edge."""
        return self.top_mm + self.height_mm


@dataclass(frozen=True, slots=True)
class BadgeTemplate:
    """One size of card and the places on it, in millimetres.

    The QR code stands ``margin_mm`` from the right and the lower edge, ``qr_mm`` wide, and grows to
    ``qr_most_mm`` only for a text so long that its modules would be too fine.
    """

    name: str
    width_mm: float
    height_mm: float
    margin_mm: float
    stripe_mm: float
    role_mm: float
    sun_mm: float
    qr_mm: float
    qr_most_mm: float
    event: TextBox
    person: TextBox
    latin: TextBox
    organisation: TextBox
    job_title: TextBox

    def boxes(self) -> Iterator[tuple[str, TextBox]]:
        """Yield each text's place with its key in a template file."""
        yield "event", self.event
        yield "person", self.person
        yield "latin", self.latin
        yield "organisation", self.organisation
        yield "job_title", self.job_title

    def fault(self) -> tuple[str, str] | None:
        """Return the key of the first measure that cannot be printed and what it must be."""
        if not self.stripe_mm < self.width_mm:
            return "stripe_mm", "must be narrower than the card"
        if not self.qr_mm <= self.qr_most_mm <= min(self.width_mm, self.height_mm) / 2:
            return "qr_most_mm", "must be at least qr_mm and at most half of the card"
        for key, box in self.boxes():
            if not (self.stripe_mm <= box.left_mm and box.right_mm <= self.width_mm):
                return key, "must lie between the stripe and the card's right edge"
            if not box.bottom_mm <= self.height_mm:
                return key, "must end above the card's lower edge"
            if not box.least_mm <= box.small_mm <= box.size_mm <= box.height_mm:
                return key, "must have least_mm <= small_mm <= size_mm <= height_mm"
        return None


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
