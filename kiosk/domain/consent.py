"""Consent: the notice that is shown, its text in one spelling, and what was answered to it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from kiosk.domain.event import MAIN_CONSENT, ConsentAsk, Event, OptionalConsent, Words
from kiosk.domain.registration import Registration, Source


class Means(StrEnum):
    """How an answer was given."""

    SCREEN = "screen"
    PAPER = "paper"


class ConsentNotice(NamedTuple):
    """What a person reads before they agree, and the consents asked beside it.

    Source of the four facts: Personal Information Protection Act, art. 15 (2): purpose, items,
    period, and the right to refuse with its effect. ``task`` is "" unless the basis is a public
    task, and then nothing is asked: the notice only informs.
    """

    purpose: Words
    items: tuple[str, ...]
    retention_days: int
    refusal: Words
    controller: str
    basis: str
    task: str
    optional: tuple[OptionalConsent, ...] = ()

    @property
    def asks(self) -> bool:
        """Tell whether the notice itself wants an answer."""
        return self.basis == "consent"

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of what may be answered, the notice's own first."""
        main = (MAIN_CONSENT,) if self.asks else ()
        return (*main, *(one.id for one in self.optional))


class ConsentAnswer(NamedTuple):
    """One answer as it is kept: to which text, when (aware), on which desk and by what means."""

    registration: str
    consent: str
    granted: bool
    text_hash: str
    version: int
    at: datetime
    desk: str
    means: Means


def notice_of(event: Event) -> ConsentNotice:
    """Return the notice of an event."""
    told = event.privacy
    return ConsentNotice(
        told.purpose, told.items, told.retention_days, told.refusal, told.controller, told.basis,
        told.task, event.consents,
    )  # fmt: skip


def document(notice: ConsentNotice) -> str:
    """Return a notice as canonical JSON: the same words give the same text on every desk."""
    told = {
        "basis": notice.basis,
        "task": notice.task,
        "controller": notice.controller,
        "purpose": _words(notice.purpose),
        "items": list(notice.items),
        "retention_days": notice.retention_days,
        "refusal": _words(notice.refusal),
        "optional": [
            {"id": one.id, "text": _words(one.text), "detail": _words(one.detail)}
            for one in notice.optional
        ],
    }
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _words(words: Words) -> dict[str, str]:
    return {"ko": words.ko, "en": words.en}


def sha256(text: str) -> str:
    """Return the hash by which a notice's document is known, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def is_asked(event: Event, person: Registration) -> bool:
    """Tell whether a person belongs to those whom the event asks at the door at all."""
    if event.privacy.basis != "consent":
        return False
    return event.privacy.ask is ConsentAsk.EVERYONE or person.source is Source.WALK_IN


def complete(notice: ConsentNotice, answers: Mapping[str, bool]) -> dict[str, bool]:
    """Return an answer for all that was on the screen: what was not ticked was refused.

    Where the notice itself was not answered, or nothing was, nothing is added.
    """
    if not answers or (notice.asks and MAIN_CONSENT not in answers):
        return dict(answers)
    return {one: answers.get(one, False) for one in notice.ids}


def standing(answers: Iterable[ConsentAnswer]) -> dict[str, ConsentAnswer]:
    """Return the answer that holds of each consent: the last one given."""
    return {one.consent: one for one in answers}
