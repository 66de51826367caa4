"""Filling: what each screen is told of the guest before it, of the event and of this desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kiosk.domain.consent import notice_of
from kiosk.domain.event import Direction
from kiosk.ui.check_in_desk import CheckInDesk
from kiosk.ui.self_check_in.flow import State
from kiosk.ui.self_check_in.guide import Guide
from kiosk.ui.self_check_in.verdict_ok import BadgeWay

if TYPE_CHECKING:
    from kiosk.ui.self_check_in.screen import Screen


def fill(screen: Screen, guide: Guide, desk: CheckInDesk) -> None:
    """Tell the screen of the state on show what it shows."""
    filler = _FILLERS.get(guide.state)
    if filler is not None:
        filler(screen, guide, desk)


def _letters(screen: Any, guide: Guide, _desk: CheckInDesk) -> None:
    screen.show_finder(guide.finder, guide.search.finding)


def _digits(screen: Any, guide: Guide, _desk: CheckInDesk) -> None:
    screen.show_finder(guide.finder, was_wrong=guide.search.was_wrong)


def _twins(screen: Any, guide: Guide, _desk: CheckInDesk) -> None:
    screen.show_people(guide.finder.cards)


def _consent(screen: Any, guide: Guide, desk: CheckInDesk) -> None:
    screen.show_notice(notice_of(desk.event_served), guide.consenting.ticked)


def _consent_text(screen: Any, _guide: Guide, desk: CheckInDesk) -> None:
    screen.show_notice(notice_of(desk.event_served))


def _options(screen: Any, guide: Guide, desk: CheckInDesk) -> None:
    screen.show_options(desk.event_served.consents, guide.consenting.ticked)


def _typing(screen: Any, guide: Guide, _desk: CheckInDesk) -> None:
    typed = guide.registering
    screen.show_typed(typed.typed.text, typed.problem, typed.suggestions)


def _question(screen: Any, guide: Guide, _desk: CheckInDesk) -> None:
    door = guide.door
    if door.question is not None:
        screen.show_question(door.question, door.typed.text, door.picked, is_wrong=door.is_wrong)


def _signature(screen: Any, guide: Guide, _desk: CheckInDesk) -> None:
    person = guide.door.person
    if person is not None:
        screen.show_person(person.name, person.organisation)


def _leaving(screen: Any, guide: Guide, _desk: CheckInDesk) -> None:
    day = guide.door.day
    if day is not None:
        screen.show_minutes(day.minutes_if_left_now)


def _ok(screen: Any, guide: Guide, desk: CheckInDesk) -> None:
    if guide.verdict is not None:
        way = guide.badge.way_of(guide.verdict)
        screen.show_verdict(guide.verdict, desk.event_served, way, was_known=guide.was_known)


def _left(screen: Any, guide: Guide, desk: CheckInDesk) -> None:
    if guide.verdict is not None:
        screen.show_verdict(guide.verdict, desk.event_served, guide.day)


def _print_fault(screen: Any, guide: Guide, desk: CheckInDesk) -> None:
    if guide.verdict is not None:
        screen.show_verdict(guide.verdict, desk.settings.desk_side, guide.requests.reference)


def _already(screen: Any, guide: Guide, desk: CheckInDesk) -> None:
    if guide.verdict is not None:
        screen.show_verdict(guide.verdict, desk.event_served)


def _to_desk(screen: Any, guide: Guide, desk: CheckInDesk) -> None:
    if guide.why is None:
        return
    opens_at = guide.verdict.opens_at if guide.verdict else None
    zoned = opens_at.astimezone(desk.event_served.zone) if opens_at else None
    screen.show_reference(guide.requests.reference)
    screen.show_reason(guide.why, desk.settings.desk_side, zoned)


def _goodbye(screen: Any, guide: Guide, _desk: CheckInDesk) -> None:
    verdict = guide.verdict
    is_out = verdict is not None and verdict.direction is Direction.OUT
    screen.say_goodbye(has_badge=guide.badge.way is BadgeWay.SLOT, is_out=is_out)


def _called(screen: Any, guide: Guide, desk: CheckInDesk) -> None:
    at = desk.now().astimezone(desk.event_served.zone)
    screen.show_call(at, desk.settings.desk_name, is_coming=guide.requests.is_accepted)


def _pin(screen: Any, guide: Guide, _desk: CheckInDesk) -> None:
    lock = guide.lock
    screen.show_lock(len(lock.digits), lock.tries_left, lock.wait_s, has_failed=lock.has_failed)


def _administration(screen: Any, _guide: Guide, desk: CheckInDesk) -> None:
    screen.show_settings(desk.settings)


def _out_of_service(screen: Any, _guide: Guide, desk: CheckInDesk) -> None:
    screen.show_side(desk.settings.desk_side)


_Filler = Callable[[Any, Guide, CheckInDesk], None]

_FILLERS: dict[State, _Filler] = {
    State.LETTERS: _letters,
    State.DIGITS: _digits,
    State.TWINS: _twins,
    State.CONSENT: _consent,
    State.CONSENT_TEXT: _consent_text,
    State.OPTIONS: _options,
    State.NAME: _typing,
    State.ORGANISATION: _typing,
    State.PHONE: _typing,
    State.QUESTION: _question,
    State.SIGNATURE: _signature,
    State.LEAVING: _leaving,
    State.OK: _ok,
    State.LEFT: _left,
    State.PRINT_FAULT: _print_fault,
    State.ALREADY: _already,
    State.TO_DESK: _to_desk,
    State.GOODBYE: _goodbye,
    State.CALLED: _called,
    State.PIN: _pin,
    State.ADMINISTRATION: _administration,
    State.OUT_OF_SERVICE: _out_of_service,
}
