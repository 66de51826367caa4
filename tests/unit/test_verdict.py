"""The verdict: every reason, the order of checks, and the boundaries to the second."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest
from fakes import DAY, Raw, at, made_event, person, question_text, session_text

from kiosk.domain.event import Direction, Event
from kiosk.domain.journal import Presence
from kiosk.domain.registration import Category, Registration, Status
from kiosk.domain.verdict import Outcome, Reason, Scan, Verdict, decide, refuse

NOBODY_YET = Presence()
ASKED = {Reason.ALREADY_IN, Reason.NEEDS_ANSWERS}


def came(*clocks: str, inside: bool = True) -> Presence:
    return Presence(tuple(at(clock) for clock in clocks), inside)


def verdict(
    clock: str = "14:00",
    who: Registration | None = None,
    presence: Presence = NOBODY_YET,
    *,
    event: Event | None = None,
    direction: Direction = Direction.IN,
    **more: object,
) -> Verdict:
    held = event or made_event()
    known = frozenset(more.pop("known", ()))  # type: ignore[call-overload]
    taken = int(more.pop("taken", 0))  # type: ignore[call-overload]
    moment = more.pop("moment", None) or at(clock)
    seen = Scan(moment, direction, **more)  # type: ignore[arg-type]
    return decide(
        held, held.sessions[0], who or person(), presence, seen, taken=taken, known_answers=known
    )


def with_session(**keys: object) -> Event:
    return made_event(session_text(**keys))


def test_a_confirmed_person_is_welcome() -> None:
    found = verdict()
    assert (found.outcome, found.reason) == (Outcome.ADMIT, Reason.OK)
    assert found.direction is Direction.IN
    assert found.session is not None
    assert found.session.id == "main"


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (Status.CANCELLED, Reason.CANCELLED),
        (Status.BLOCKED, Reason.BLOCKED),
        (Status.UNAPPROVED, Reason.UNAPPROVED),
        (Status.PENDING, Reason.PENDING),
    ],
)
@pytest.mark.parametrize("direction", [Direction.IN, Direction.OUT])
def test_the_state_of_a_registration_bars_both_ways(
    status: Status, reason: Reason, direction: Direction
) -> None:
    found = verdict(who=person(status=status), direction=direction)
    assert (found.outcome, found.reason) == (Outcome.REFUSE, reason)


@pytest.mark.parametrize(
    ("clock", "reason"),
    [
        ("12:59:59", Reason.NOT_YET_OPEN),
        ("13:00:00", Reason.OK),
        ("16:00:00", Reason.OK),
        ("16:00:01", Reason.CLOSED),
    ],
)
def test_doors_open_and_close_to_the_second(clock: str, reason: Reason) -> None:
    assert verdict(clock).reason is reason


def test_who_is_too_early_is_told_when_the_doors_open() -> None:
    assert verdict("12:00").opens_at == at("13:00")
    assert verdict("17:00").opens_at is None


@pytest.mark.parametrize(
    ("clock", "reason"),
    [
        ("14:29:59", Reason.NOT_YET_VALID),
        ("14:30:00", Reason.OK),
        ("15:00:00", Reason.OK),
        ("15:00:01", Reason.EXPIRED),
    ],
)
def test_a_ticket_holds_to_the_second(clock: str, reason: Reason) -> None:
    who = person(valid_from=at("14:30"), valid_until=at("15:00"))
    assert verdict(clock, who).reason is reason


@pytest.mark.parametrize(
    ("keys", "fields", "reason"),
    [
        ({"categories": ["vip"]}, {}, Reason.WRONG_CATEGORY),
        ({"categories": ["vip"]}, {"category": Category.VIP}, Reason.OK),
        ({"booking_required": True}, {}, Reason.NOT_BOOKED),
        ({"booking_required": True}, {"sessions": ("other",)}, Reason.NOT_BOOKED),
        ({"booking_required": True}, {"sessions": ("other", "main")}, Reason.OK),
        ({"booking_required": False}, {"sessions": ("other",)}, Reason.OK),
    ],
)
def test_a_session_may_be_for_some(
    keys: Mapping[str, object], fields: Mapping[str, object], reason: Reason
) -> None:
    event = with_session(**keys)
    who = person(**fields)
    assert verdict(who=who, event=event).reason is reason
    assert verdict(who=who, event=event, direction=Direction.OUT).reason is reason


def test_pending_people_are_asked_about_and_come_in_when_staff_confirm() -> None:
    event, who = with_session(admit_pending="confirm"), person(status=Status.PENDING)
    asked = verdict(who=who, event=event)
    assert (asked.outcome, asked.reason) == (Outcome.ASK, Reason.PENDING)
    confirmed = verdict(who=who, event=event, confirm=True)
    assert (confirmed.outcome, confirmed.reason) == (Outcome.ADMIT, Reason.OK)


def test_a_confirmation_opens_no_session_that_never_admits_pending_people() -> None:
    found = verdict(who=person(status=Status.PENDING), confirm=True)
    assert (found.outcome, found.reason) == (Outcome.REFUSE, Reason.PENDING)


def test_a_pending_person_admitted_once_is_not_asked_about_again() -> None:
    event = with_session(admit_pending="confirm", entry="re-entry")
    who = person(status=Status.PENDING)
    again = verdict("15:00", who, came("14:00", inside=False), event=event)
    assert again.reason is Reason.OK
    leaves = verdict("15:00", who, came("14:00"), event=event, direction=Direction.OUT)
    assert leaves.reason is Reason.OK


@pytest.mark.parametrize("status", [Status.CANCELLED, Status.BLOCKED, Status.UNAPPROVED])
def test_a_confirmation_lifts_no_other_bar(status: Status) -> None:
    event = with_session(admit_pending="confirm")
    assert verdict(who=person(status=status), event=event, confirm=True).outcome is Outcome.REFUSE


@pytest.mark.parametrize(
    ("entry", "presence", "reason"),
    [
        ("once", came("13:30"), Reason.ALREADY_IN),
        ("once", came("13:30", inside=False), Reason.ALREADY_IN),
        ("re-entry", came("13:30"), Reason.ALREADY_IN),
        ("re-entry", came("13:30", inside=False), Reason.OK),
        ("unlimited", came("13:30"), Reason.OK),
        ("unlimited", came("13:30", inside=False), Reason.OK),
    ],
)
def test_how_often_one_comes_in(entry: str, presence: Presence, reason: Reason) -> None:
    found = verdict(presence=presence, event=with_session(entry=entry))
    assert found.reason is reason
    assert found.outcome is (Outcome.ADMIT if reason is Reason.OK else Outcome.ASK)
    assert found.first_at == at("13:30")


@pytest.mark.parametrize(
    ("entry", "inside", "direction"),
    [
        ("re-entry", True, Direction.OUT),
        ("re-entry", False, Direction.IN),
        ("once", True, Direction.IN),
        ("unlimited", True, Direction.IN),
    ],
)
def test_auto_is_out_only_for_who_is_inside_where_people_come_and_go(
    entry: str, inside: bool, direction: Direction
) -> None:
    found = verdict(
        presence=came("13:30", inside=inside),
        event=with_session(entry=entry),
        direction=Direction.AUTO,
    )
    assert found.direction is direction


def test_auto_is_out_for_who_is_inside_a_course() -> None:
    event = made_event(session_text(), "[course]\n")
    assert verdict(presence=came("13:30"), event=event, direction=Direction.AUTO).direction == "out"
    assert verdict(event=event, direction=Direction.AUTO).direction is Direction.IN


def test_a_scan_out_skips_what_holds_for_coming_in() -> None:
    event = made_event(
        session_text(capacity=1, max_entries=1, min_minutes_between_entries=30),
        question_text("meal"),
    )
    who = person(valid_from=at("15:00"), valid_until=at("15:01"))
    for clock in ("10:00", "14:00", "23:00"):
        for presence in (NOBODY_YET, came("14:00"), came("14:00", inside=False)):
            found = verdict(clock, who, presence, event=event, direction=Direction.OUT, taken=5)
            assert (found.outcome, found.reason) == (Outcome.ADMIT, Reason.OK)


@pytest.mark.parametrize(
    ("taken", "presence", "reason"),
    [
        (1, NOBODY_YET, Reason.OK),
        (2, NOBODY_YET, Reason.FULL),
        (3, NOBODY_YET, Reason.FULL),
        (2, came("13:30", inside=False), Reason.OK),
    ],
)
def test_places_are_for_those_who_count(taken: int, presence: Presence, reason: Reason) -> None:
    event = with_session(capacity=2, entry="re-entry")
    assert verdict(presence=presence, event=event, taken=taken).reason is reason


def test_times_in_are_limited_in_all() -> None:
    event = with_session(entry="unlimited", max_entries=2)
    assert verdict(presence=came("13:10"), event=event).reason is Reason.OK
    assert verdict(presence=came("13:10", "13:20"), event=event).reason is Reason.ENTRY_LIMIT


def two_days(zone: str, first: str, last: str, **keys: object) -> Event:
    times = {"starts_at": Raw(f"{first}T00:00:00"), "ends_at": Raw(f"{last}T23:59:59")}
    table = session_text(entry="unlimited", max_entries_per_day=1, **{**times, **keys})
    return made_event(table, event={"timezone": zone, **times})


@pytest.mark.parametrize(
    ("zone", "before", "after", "reason"),
    [
        # 15:00 UTC is midnight in Seoul.
        ("Asia/Seoul", "2026-03-26T14:59:59", "2026-03-26T15:00:00", Reason.OK),
        ("Asia/Seoul", "2026-03-25T15:00:00", "2026-03-26T14:59:59", Reason.ENTRY_LIMIT),
        # The day of 25 hours: clocks go back at 06:00 UTC, midnight is at 04:00 and 05:00 UTC.
        ("America/New_York", "2026-11-01T03:59:59", "2026-11-01T04:00:00", Reason.OK),
        ("America/New_York", "2026-11-01T04:00:00", "2026-11-02T04:59:59", Reason.ENTRY_LIMIT),
        ("America/New_York", "2026-11-02T04:59:59", "2026-11-02T05:00:00", Reason.OK),
        # The day of 23 hours.
        ("America/New_York", "2026-03-08T05:00:00", "2026-03-09T03:59:59", Reason.ENTRY_LIMIT),
        ("America/New_York", "2026-03-08T05:00:00", "2026-03-09T04:00:00", Reason.OK),
    ],
)
def test_days_are_counted_on_the_event_s_clock(
    zone: str, before: str, after: str, reason: Reason
) -> None:
    event = two_days(zone, before[:8] + "01", "2026-12-01")
    first = datetime.fromisoformat(before).replace(tzinfo=UTC)
    moment = datetime.fromisoformat(after).replace(tzinfo=UTC)
    found = verdict(moment=moment, presence=Presence((first,), False), event=event)
    assert found.reason is reason


@pytest.mark.parametrize(
    ("clock", "reason"),
    [("14:09:59", Reason.TOO_SOON), ("14:10:00", Reason.OK), ("13:50:01", Reason.TOO_SOON)],
)
def test_a_pause_lies_between_two_times_in(clock: str, reason: Reason) -> None:
    event = with_session(entry="unlimited", min_minutes_between_entries=10)
    assert verdict(clock, presence=came("14:00"), event=event).reason is reason


def test_open_questions_are_asked_once() -> None:
    event = made_event(session_text(), question_text("meal"), question_text("size", "number"))
    asked = verdict(event=event)
    assert (asked.outcome, asked.reason) == (Outcome.ASK, Reason.NEEDS_ANSWERS)
    assert asked.open_questions == ("meal", "size")
    half = verdict(event=event, answers={"meal": "비건", "size": "large"})
    assert half.open_questions == ("size",)
    assert verdict(event=event, answers={"meal": "비건", "size": 95}).reason is Reason.OK
    assert verdict(event=event, known={"meal", "size"}).reason is Reason.OK


def test_questions_are_for_their_categories_and_only_the_required_ones_hold_anybody_up() -> None:
    event = made_event(
        session_text(),
        question_text("meal", categories=["vip"]),
        question_text("wish", required=False),
    )
    assert verdict(event=event).reason is Reason.OK
    assert verdict(who=person(category=Category.VIP), event=event).open_questions == ("meal",)


def test_the_gravest_reason_wins() -> None:
    """Take away the gravest of all reasons at once, one after the other."""
    event = made_event(
        session_text(
            categories=["vip"],
            booking_required=True,
            admit_pending="confirm",
            capacity=1,
            max_entries=2,
            min_minutes_between_entries=10,
        ),
        question_text("meal"),
    )
    fields: dict[str, object] = {"status": Status.CANCELLED, "valid_from": at("20:00")}
    steps: list[tuple[Reason, Mapping[str, object]]] = [
        (Reason.CANCELLED, {"status": Status.BLOCKED}),
        (Reason.BLOCKED, {"status": Status.UNAPPROVED}),
        (Reason.UNAPPROVED, {"status": Status.PENDING}),
        (Reason.NOT_YET_VALID, {"valid_from": None, "valid_until": at("01:00")}),
        (Reason.EXPIRED, {"valid_until": None}),
        (Reason.WRONG_CATEGORY, {"category": Category.VIP}),
        (Reason.NOT_BOOKED, {"sessions": ("main",)}),
        (Reason.PENDING, {"status": Status.CONFIRMED}),
    ]
    for reason, change in steps:
        assert verdict("12:00", person(**fields), event=event, taken=1).reason is reason
        fields |= change
    who = person(**fields)
    assert verdict("12:00", who, event=event, taken=1).reason is Reason.NOT_YET_OPEN
    assert verdict("17:00", who, event=event, taken=1).reason is Reason.CLOSED
    assert verdict(who=who, event=event, taken=1).reason is Reason.FULL
    twice = came("13:59", "13:50")
    assert verdict(who=who, presence=twice, event=event, taken=1).reason is Reason.ENTRY_LIMIT
    once = came("13:59")
    assert verdict(who=who, presence=once, event=event, taken=1).reason is Reason.TOO_SOON
    early = came("13:10")
    assert verdict(who=who, presence=early, event=event).reason is Reason.NEEDS_ANSWERS
    told = verdict(who=who, presence=early, event=event, answers={"meal": "비건"})
    assert told.reason is Reason.ALREADY_IN
    assert verdict(who=who, event=event, answers={"meal": "비건"}).reason is Reason.OK


def test_a_refusal_without_a_person_names_only_why() -> None:
    found = refuse(Reason.UNKNOWN, Direction.OUT)
    assert (found.outcome, found.reason, found.direction) == ("refuse", "UNKNOWN", "out")
    assert found.registration is None
    assert found.entry == ""


def test_a_day_is_not_24_hours_from_the_last_time_in() -> None:
    event = two_days("Asia/Seoul", DAY, "2026-03-28")
    late = at("23:50")
    found = verdict(
        moment=late + timedelta(minutes=20), presence=Presence((late,), False), event=event
    )
    assert found.reason is Reason.OK
