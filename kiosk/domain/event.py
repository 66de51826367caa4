"""Event, Session and the rules of the door, as the event file states them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from kiosk.domain.registration import Category

LANGUAGES = ("ko", "en")
ANSWER_LENGTH = 2_000
"""Characters of an answer at the door."""
MAIN_CONSENT = "main"
"""The id under which the answer to the notice itself is kept."""


class EntryPolicy(StrEnum):
    """How often one person may come in."""

    ONCE = "once"
    RE_ENTRY = "re-entry"
    UNLIMITED = "unlimited"


class Direction(StrEnum):
    """Which way a person passes the door."""

    IN = "in"
    OUT = "out"
    AUTO = "auto"


class BadgePolicy(StrEnum):
    """When a check-in prints a badge."""

    NEVER = "never"
    ONCE = "once"
    ALWAYS = "always"


class QuestionKind(StrEnum):
    """What kind of answer a question takes."""

    YES_NO = "yes-no"
    TEXT = "text"
    NUMBER = "number"
    CHOICE = "choice"
    CHOICES = "choices"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Words:
    """One text in Korean and English; a missing one is read from the other."""

    ko: str = ""
    en: str = ""

    def text(self, language: str) -> str:
        """Return the text in a language, else in the other."""
        return (self.en or self.ko) if language == "en" else (self.ko or self.en)


@dataclass(frozen=True, slots=True)
class Session:
    """One sitting: its times (aware), who may enter and how often."""

    id: str
    title: Words
    starts_at: datetime
    ends_at: datetime
    doors_at: datetime
    closes_at: datetime
    entry: EntryPolicy = EntryPolicy.ONCE
    max_entries: int = 0
    max_entries_per_day: int = 0
    min_minutes_between_entries: int = 0
    categories: frozenset[Category] = frozenset()
    booking_required: bool = False
    admits_pending: bool = False
    capacity: int = 0
    print_badge: BadgePolicy = BadgePolicy.ONCE
    sign: bool = False
    overrides: frozenset[str] | None = None
    """The rules that staff may let somebody past, by Reason; None for all that may be at all."""

    def is_open(self, at: datetime) -> bool:
        """Tell whether the doors are open at a moment."""
        return self.doors_at <= at <= self.closes_at


class ConsentAsk(StrEnum):
    """Who is asked for consent at the door, where the event rests on it."""

    WALK_INS = "walk-ins"  # people of the roster agreed when they signed up
    EVERYONE = "everyone"  # whoever has answered no consent yet


@dataclass(frozen=True, slots=True)
class Privacy:
    """Why personal data may be held, which, and how long; an event without it is refused.

    ``controller`` is who answers for it: the first host, where the file names nobody else.
    """

    basis: str
    purpose: Words
    items: tuple[str, ...]
    retention_days: int
    refusal: Words
    task: str = ""
    controller: str = ""
    ask: ConsentAsk = ConsentAsk.WALK_INS


@dataclass(frozen=True, slots=True)
class OptionalConsent:
    """A consent of its own that nobody needs to give to attend; ``detail`` may be empty."""

    id: str
    text: Words
    detail: Words = Words()


class MissingOut(StrEnum):
    """What a stretch counts whose scan out is missing once the session takes no more scans."""

    NOTHING = "nothing"  # until staff add it
    UNTIL_END = "until-end"  # as if the person had stayed to the session's end


@dataclass(frozen=True, slots=True)
class CourseRule:
    """When a trainee has completed a course; ratios are shares of one."""

    basis: str = "hours"
    required_ratio: float = 0.8
    day_counts_from: float = 0.5
    late_after_minutes: int = 10
    lates_per_absence: int = 3
    missing_out: MissingOut = MissingOut.NOTHING


@dataclass(frozen=True, slots=True)
class Question:
    """A question at the door; no categories means it is for everyone."""

    id: str
    text: Words
    kind: QuestionKind
    required: bool = False
    categories: frozenset[Category] = frozenset()
    choices: tuple[str, ...] = ()

    def is_for(self, category: Category) -> bool:
        """Tell whether people of a category are asked."""
        return not self.categories or category in self.categories

    def accepts(self, answer: object) -> bool:
        """Tell whether an answer is of this question's kind (JSON values, or their text)."""
        if answer is None or answer == "":
            return False
        match self.kind:
            case QuestionKind.YES_NO:
                return isinstance(answer, bool) or answer in ("yes", "no")
            case QuestionKind.NUMBER:
                return _is_number(answer)
            case QuestionKind.DATE:
                return isinstance(answer, str) and _is_date(answer)
            case QuestionKind.CHOICE:
                return _is_text(answer) and self._offers(answer)
            case QuestionKind.CHOICES:
                if not isinstance(answer, list) or not answer:
                    return False
                return all(_is_text(one) and self._offers(one) for one in answer)
            case _:
                return _is_text(answer)

    def _offers(self, answer: object) -> bool:
        return not self.choices or answer in self.choices


def _is_text(answer: object) -> bool:
    """Tell whether an answer is a text that can be kept: not blank, not endless, and whole."""
    if not isinstance(answer, str) or not answer.strip() or len(answer) > ANSWER_LENGTH:
        return False
    return not any("\ud800" <= char <= "\udfff" for char in answer)


def _is_number(answer: object) -> bool:
    if isinstance(answer, bool):
        return False
    try:
        value = float(answer)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        return False
    return math.isfinite(value)


def _is_date(answer: str) -> bool:
    try:
        date.fromisoformat(answer)
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Event:
    """The seminar or the course: what the event file said, with every time made aware."""

    id: str
    title: Words
    venue: Words
    hosts: tuple[str, ...]
    zone: ZoneInfo
    starts_at: datetime
    ends_at: datetime
    privacy: Privacy
    sessions: tuple[Session, ...]
    questions: tuple[Question, ...] = ()
    course: CourseRule | None = None
    consents: tuple[OptionalConsent, ...] = ()
    document: Mapping[str, object] = field(default_factory=dict, compare=False, repr=False)

    def session(self, session_id: str) -> Session | None:
        """Return the session of an id, or None."""
        return next((one for one in self.sessions if one.id == session_id), None)

    def session_at(self, at: datetime) -> Session:
        """Return the session a desk serves at a moment: open, else the next to open, else the last.

        Of several open ones it is the one that started last, or is about to.
        """
        opened = [one for one in self.sessions if one.is_open(at)]
        if opened:
            begun = [one for one in opened if one.starts_at <= at]
            if begun:
                return max(begun, key=lambda one: one.starts_at)
            return min(opened, key=lambda one: one.starts_at)
        coming = [one for one in self.sessions if one.doors_at > at]
        if coming:
            return min(coming, key=lambda one: one.doors_at)
        return max(self.sessions, key=lambda one: one.closes_at)
