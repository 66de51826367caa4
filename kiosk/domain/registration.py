"""Registration: one person on one event's roster."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class Category(StrEnum):
    """What a person comes as; it colours the badge and may limit the sessions."""

    ATTENDEE = "attendee"
    SPEAKER = "speaker"
    VIP = "vip"
    STAFF = "staff"
    PRESS = "press"


class Status(StrEnum):
    """How far the registration itself has come."""

    CONFIRMED = "confirmed"
    PENDING = "pending"
    UNAPPROVED = "unapproved"
    BLOCKED = "blocked"
    CANCELLED = "cancelled"


class Source(StrEnum):
    """How a registration came to be."""

    IMPORT = "import"
    WALK_IN = "walk-in"


class Registration(NamedTuple):
    """A person on an event's roster; every text is clean, "" means not given.

    ``phone`` is in the one spelling of ``domain.phone``; ``valid_from`` and ``valid_until`` are
    aware; ``sessions`` are the ids the person booked, empty for none named; ``ticket`` is the text
    of the QR code in force, "" where none was issued yet. A tuple by name, because a roster of
    100,000 is made of them and a scan makes one: a frozen dataclass costs six times as much.
    """

    id: str
    name: str
    name_latin: str = ""
    organisation: str = ""
    job_title: str = ""
    phone: str = ""
    email: str = ""
    category: Category = Category.ATTENDEE
    status: Status = Status.CONFIRMED
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    sessions: tuple[str, ...] = ()
    ticket: str = ""
    seat: str = ""
    flag: str = ""
    person_id: str = ""
    source: Source = Source.IMPORT


# The columns a roster may bring, in the order of the contract.
ROSTER_FIELDS = (
    "name", "name_latin", "organisation", "job_title", "phone", "email", "category", "status",
    "valid_from", "valid_until", "sessions", "ticket", "seat", "flag", "person_id",
)  # fmt: skip
