"""What the badge editor calls things: elements, placeholders, what a check found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kiosk.domain.registration import Category
from kiosk.services.badge_check import GOOD, Kind

if TYPE_CHECKING:
    from kiosk.services.badge_check import Note

translate = QCoreApplication.translate


def element(key: str) -> str:
    """Return the name of an element by its key; a field of the organiser's own is its key."""
    names = {
        "qr": "QR",
        "stripe": translate("BadgeLabels", "Role stripe"),
        "logo": translate("BadgeLabels", "Logo"),
        "sun": translate("BadgeLabels", "Sun"),
        "when": translate("BadgeLabels", "Date and place"),
    }
    return names.get(key) or placeholders().get(key) or key


def placeholders() -> dict[str, str]:
    """Return what each placeholder stands for, in the order in which they are offered."""
    return {
        "name": translate("BadgeLabels", "Name"),
        "name_latin": translate("BadgeLabels", "English name"),
        "organisation": translate("BadgeLabels", "Organisation"),
        "job_title": translate("BadgeLabels", "Title"),
        "role": translate("BadgeLabels", "Role"),
        "seat": translate("BadgeLabels", "Seat"),
        "number": translate("BadgeLabels", "Number"),
        "event": translate("BadgeLabels", "Event"),
        "venue": translate("BadgeLabels", "Place"),
        "date": translate("BadgeLabels", "Date"),
        "session": translate("BadgeLabels", "Session"),
    }


def role(category: Category) -> str:
    """Return the name of a role."""
    return {
        Category.ATTENDEE: translate("BadgeLabels", "Attendee"),
        Category.SPEAKER: translate("BadgeLabels", "Speaker"),
        Category.VIP: translate("BadgeLabels", "Guest of honour"),
        Category.STAFF: translate("BadgeLabels", "Staff"),
        Category.PRESS: translate("BadgeLabels", "Press"),
    }[category]


def note(one: Note) -> str:
    """Return what a check found, in words."""
    sentences = {
        Kind.CODE_READ: translate("BadgeLabels", "QR {mm} mm · read test passed"),
        Kind.CODE_UNREAD: translate("BadgeLabels", "QR {mm} mm cannot be read: make it larger"),
        Kind.FAR: translate("BadgeLabels", "Name readable at 3 m"),
        Kind.SMALL: translate("BadgeLabels", "The name is {mm} mm high; 14 mm are read at 3 m"),
        Kind.SHRUNK: translate("BadgeLabels", "The name takes two lines of {mm} mm: {name}"),
        Kind.CUT: translate("BadgeLabels", "{elements} loses its end: {name}"),
        Kind.OVERLAP: translate("BadgeLabels", "These lie over one another: {elements}"),
        Kind.FITS: translate("BadgeLabels", "Long and short names both fit"),
    }
    told = " · ".join(element(key) for key in one.keys)
    words = sentences[one.kind].replace("{mm}", f"{one.mm:g}").replace("{elements}", told)
    return words.replace("{name}", one.name)


def is_good(one: Note) -> bool:
    """Tell a finding that is well from one to look at."""
    return one.kind in GOOD
