"""Registering somebody at the staffed desk: from what staff typed to a person who is in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from kiosk.domain import hangul
from kiosk.domain.consent import Means
from kiosk.domain.deed import DeedKind
from kiosk.domain.errors import KioskError
from kiosk.domain.event import MAIN_CONSENT, BadgePolicy, Session
from kiosk.domain.registration import Category, Registration, Source, Status
from kiosk.domain.text import FIELD_LENGTH, clean, holds_resident_number, squeeze
from kiosk.domain.text import squeeze_organisation as squeezed
from kiosk.domain.verdict import Scan, Verdict
from kiosk.domain.walk_in import WalkInForm
from kiosk.services import attendance, audit, check_in, consent, roster_values, walk_in
from kiosk.services.roster_values import Problem
from kiosk.storage import deeds, journal, roster, roster_writing, search
from kiosk.storage.search import Space
from kiosk.storage.store import Connection

if TYPE_CHECKING:
    from kiosk.services.open_desk import OpenDesk

NOBODY = "이름 미기재"
"""What stands for somebody who came and did not consent to be named."""
_ALIKE_LOOKED_AT = 50


class DeskForm(NamedTuple):
    """What staff typed, and how the guest consented: on the screen, on paper, or (None) not."""

    form: WalkInForm
    category: Category = Category.ATTENDEE
    seat: str = ""
    consent: Means | None = None


class WalkedIn(NamedTuple):
    """What came of it; ``was_known`` where the person had been on the roster before."""

    verdict: Verdict
    was_known: bool


def register(desk: OpenDesk, session: Session, typed: DeskForm, seen: Scan) -> WalkedIn:
    """Put a person on the roster, keep their consent, check them in and queue the badge, all or
    nothing; where a rule of the door refuses them they are registered all the same.

    Whoever is there by name and number is checked in instead, but a cancelled registration stays
    what it is: who comes all the same is registered anew. Where the event asks for consent and
    it is not given, only a head is counted: nothing that was typed is kept, and no badge is made.
    Raises KioskError: those of ``WalkInForm.checked``, EMAIL_WRONG, and those of the store.
    """
    is_nameless = consent.notice(desk).asks and typed.consent is None
    made = _nobody() if is_nameless else _person(_checked(typed))
    step = _Registering(desk, made, typed, is_nameless=is_nameless)
    door = replace(session, print_badge=BadgePolicy.NEVER) if is_nameless else session
    verdict = check_in.record(desk, door, step.person, seen)
    if not step.was_known:
        attendance.count_walk_in(desk, made.id)
    return WalkedIn(verdict._replace(session=session), step.was_known)


def _checked(typed: DeskForm) -> DeskForm:
    form = typed.form.checked()
    if isinstance(roster_values.email(form.email), Problem):
        raise KioskError("EMAIL_WRONG")
    seat = clean(typed.seat)
    if holds_resident_number(seat):
        raise KioskError("RRN_IN_TEXT", field="seat")
    if len(seat) > FIELD_LENGTH:
        raise KioskError("FIELD_LONG", field="seat", limit=FIELD_LENGTH)
    return typed._replace(form=form, seat=seat)


def _person(typed: DeskForm) -> Registration:
    made = walk_in.person_of(typed.form)
    return made._replace(category=typed.category, seat=typed.seat)


def _nobody() -> Registration:
    return Registration(roster_writing.new_ids(1)[0], NOBODY, source=Source.WALK_IN)


class _Registering:
    """Finds or makes the person inside the check-in's transaction, and keeps what belongs to it.

    Ids are drawn beforehand: an attempt whose commit raised may be on disk, and finds its own.
    """

    def __init__(
        self, desk: OpenDesk, made: Registration, typed: DeskForm, *, is_nameless: bool
    ) -> None:
        self._desk, self._made, self._typed = desk, made, typed
        self._is_nameless = is_nameless
        self._batch, self._deed_id = journal.new_entry_id(), journal.new_entry_id()
        self._at = datetime.now(UTC)
        self.was_known = False

    def person(self, connection: Connection) -> Registration:
        """Return who is registered now."""
        desk = self._desk
        held = roster.find(connection, self._made.id)
        if held is not None:
            return held[0]
        known = None
        if not self._is_nameless:
            known = walk_in.holder(desk, connection, self._typed.form.checked())
            known = None if known and known.status is Status.CANCELLED else known
        self.was_known = known is not None
        if known is None:
            roster_writing.add(connection, desk.event_number, [self._made])
        who = known or self._made
        self._keep_consent(connection, who)
        return who

    def _keep_consent(self, connection: Connection, who: Registration) -> None:
        desk, means = self._desk, self._typed.consent
        if consent.notice(desk).asks:
            answer = {MAIN_CONSENT: means is not None}
            batch = consent.Batch(self._batch, who.id, answer, self._at, means or Means.SCREEN)
            consent.put(desk, connection, batch)
        if not deeds.has(connection, who.id, self._deed_id):
            facts = (means.value,) if means else ()
            act = audit.Act(DeedKind.WALK_IN, who.id, self._batch, facts)
            audit.record(desk, connection, act, self._deed_id)


class Alike(NamedTuple):
    """Somebody on the roster who may be the one being typed."""

    registration: Registration
    same_phone: bool


def alike(desk: OpenDesk, form: WalkInForm) -> tuple[Alike, ...]:
    """Return who is registered under this name with this number, else with this organisation.

    Half-typed forms are taken as they are, and raise nothing; a cancelled registration is nobody.
    """
    name = squeeze(clean(form.name))
    if len(name) < 2:
        return ()
    number = roster_values.phone(clean(form.phone))
    phone = number if isinstance(number, str) else ""
    organisation = squeezed(clean(form.organisation))

    def work(connection: Connection) -> tuple[Alike, ...]:
        key = hangul.jamo(name)
        near = search.people(connection, desk.event_number, Space.NAME, key, _ALIKE_LOOKED_AT)
        named = [one for one in near if squeeze(one.name) == name]
        same = [one for one in named if one.status is not Status.CANCELLED]
        callers = [Alike(one, same_phone=True) for one in same if phone and one.phone == phone]
        if callers:
            return tuple(callers)
        return tuple(
            Alike(one, same_phone=False)
            for one in same
            if organisation and squeezed(one.organisation) == organisation
        )

    return desk.store.read(work)
