"""The states of the self check-in, listed and walked as a table."""

from __future__ import annotations

from collections import deque

import pytest

from kiosk.ui.self_check_in.flow import (
    BACK,
    MOST_EXTENSIONS,
    MOVES,
    TIMES,
    VERDICTS,
    WARNING_S,
    Flow,
    State,
    Trigger,
    takes_scans,
)

LEADS_TO = {
    Trigger.ADMITTED: State.OK,
    Trigger.WENT_OUT: State.LEFT,
    Trigger.KNOWN: State.ALREADY,
    Trigger.REFUSED: State.TO_DESK,
    Trigger.NEEDS_CONSENT: State.CONSENT,
    Trigger.NEEDS_ANSWER: State.QUESTION,
    Trigger.NEEDS_SIGNATURE: State.SIGNATURE,
    Trigger.NEEDS_WORD: State.LEAVING,
}
STAFF = {State.PIN, State.ADMINISTRATION, State.OUT_OF_SERVICE}
LASTING = {State.WELCOME, State.OUT_OF_SERVICE}
ASKING = sorted(one for one in State if MOVES[one].get(Trigger.TIME_OUT) is State.STILL_THERE)
HELPED = sorted(one for one in State if {Trigger.CALL, Trigger.LISTEN} <= MOVES[one].keys())


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def _ways() -> dict[State, tuple[Trigger, ...]]:
    """Return the fewest triggers from the welcome to every state, by the table alone."""
    found: dict[State, tuple[Trigger, ...]] = {State.WELCOME: ()}
    ahead = deque([State.WELCOME])
    while ahead:
        state = ahead.popleft()
        for trigger, target in MOVES[state].items():
            if target is not BACK and target not in found:
                found[target] = (*found[state], trigger)
                ahead.append(target)
    return found


WAYS = _ways()


def walked(*triggers: Trigger) -> tuple[Flow, Clock]:
    clock = Clock()
    flow = Flow(clock)
    for trigger in triggers:
        assert flow.fire(trigger)
    return flow, clock


def at(state: State) -> tuple[Flow, Clock]:
    return walked(*WAYS[state])


def wait(flow: Flow, clock: Clock) -> None:
    """Let a state's time pass to the end."""
    assert flow.left_s is not None
    clock.now += flow.left_s
    assert flow.tick()


def test_every_state_is_listed_and_reached() -> None:
    assert set(MOVES) == set(State)
    assert set(WAYS) == set(State)
    for state in State:
        assert at(state)[0].state is state


def test_every_trigger_moves_something() -> None:
    assert {trigger for moves in MOVES.values() for trigger in moves} == set(Trigger)


def test_a_state_that_lasts_has_no_time_out_and_the_others_have_one() -> None:
    assert set(TIMES) == set(State) - LASTING
    for state, moves in MOVES.items():
        assert (Trigger.TIME_OUT in moves) is (state not in LASTING)


@pytest.mark.parametrize("state", sorted(set(State) - LASTING))
def test_every_state_returns_home_by_time_outs_alone(state: State) -> None:
    flow, clock = at(state)
    started = clock.now
    for _ in State:
        if flow.state is State.WELCOME:
            break
        wait(flow, clock)
    assert flow.state is State.WELCOME
    longest = 600 if state is State.ADMINISTRATION else 120
    assert clock.now - started <= longest


def test_an_administration_that_nobody_uses_closes_after_ten_minutes() -> None:
    flow, clock = at(State.ADMINISTRATION)
    clock.now += 599
    assert not flow.tick()
    flow.touch()
    clock.now += 599
    assert not flow.tick()
    clock.now += 1
    assert flow.tick()
    assert flow.state is State.WELCOME


@pytest.mark.parametrize("state", sorted(LASTING))
def test_what_waits_for_people_waits_for_ever(state: State) -> None:
    flow, clock = at(state)
    clock.now += 1_000_000
    assert not flow.tick()
    assert flow.left_s is None
    assert flow.whole_s is None


@pytest.mark.parametrize("state", State)
def test_a_scan_is_taken_wherever_a_guest_may_stand(state: State) -> None:
    assert takes_scans(state) is (state not in STAFF)


@pytest.mark.parametrize("state", sorted(set(State) - STAFF))
@pytest.mark.parametrize("trigger", LEADS_TO)
def test_whatever_a_scan_leads_to_is_shown_in_every_state(state: State, trigger: Trigger) -> None:
    flow, _ = at(state)
    assert flow.fire(trigger)
    assert flow.state is LEADS_TO[trigger]


def test_the_verdicts_are_what_ends_an_errand() -> None:
    ends = {LEADS_TO[one] for one in (Trigger.ADMITTED, Trigger.WENT_OUT, Trigger.KNOWN)}
    assert ends | {State.TO_DESK, State.PRINT_FAULT} == VERDICTS


@pytest.mark.parametrize("state", sorted(set(State) - {State.PIN, State.ADMINISTRATION}))
def test_staff_reach_the_pin_from_every_screen(state: State) -> None:
    flow, _ = at(state)
    assert flow.fire(Trigger.UNLOCK)
    assert flow.state is State.PIN


@pytest.mark.parametrize("state", sorted(set(State) - {State.OUT_OF_SERVICE}))
def test_what_broke_is_told_from_every_screen(state: State) -> None:
    flow, _ = at(state)
    assert flow.fire(Trigger.BROKE)
    assert flow.state is State.OUT_OF_SERVICE
    assert flow.fire(Trigger.MENDED)
    assert flow.state is State.WELCOME


def test_a_state_does_not_end_a_moment_too_early() -> None:
    flow, clock = walked(Trigger.ADMITTED)
    clock.now += 5.999
    assert not flow.tick()
    assert flow.state is State.OK
    clock.now += 0.001
    assert flow.tick()
    assert flow.state is State.GOODBYE


def test_a_new_verdict_of_the_same_kind_starts_its_time_anew() -> None:
    flow, clock = walked(Trigger.ADMITTED)
    clock.now += 5
    assert flow.fire(Trigger.ADMITTED)
    assert flow.left_s == 6


def test_the_screens_that_ask_are_these() -> None:
    assert set(ASKING) == {
        State.LETTERS, State.DIGITS, State.TWINS, State.CONSENT, State.CONSENT_TEXT, State.OPTIONS,
        State.NAME, State.ORGANISATION, State.PHONE, State.QUESTION, State.SIGNATURE,
        State.LEAVING, State.VOICE,
    }  # fmt: skip


@pytest.mark.parametrize("state", ASKING)
def test_a_touch_keeps_an_asking_screen_and_going_on_returns_to_it(state: State) -> None:
    flow, clock = at(state)
    whole = TIMES[state].seconds
    clock.now += whole - 1
    flow.touch()
    clock.now += whole - 1
    assert not flow.tick()
    clock.now += 1
    assert flow.tick()
    assert flow.state is State.STILL_THERE
    assert flow.left_s == WARNING_S == 20
    assert flow.fire(Trigger.KEEP_GOING)
    assert flow.state is state
    assert flow.left_s == whole


@pytest.mark.parametrize("state", ASKING)
def test_ten_extensions_are_given_and_then_the_time_is_over(state: State) -> None:
    flow, clock = at(state)
    for _ in range(MOST_EXTENSIONS):
        wait(flow, clock)
        assert flow.state is State.STILL_THERE
        assert flow.fire(Trigger.KEEP_GOING)
    wait(flow, clock)
    assert (MOST_EXTENSIONS, flow.state) == (10, State.WELCOME)


def test_a_touch_on_the_way_gives_ten_extensions_anew() -> None:
    flow, clock = at(State.LETTERS)
    for place in range(2 * MOST_EXTENSIONS):
        wait(flow, clock)
        assert flow.state is State.STILL_THERE
        assert flow.fire(Trigger.KEEP_GOING)
        if place % MOST_EXTENSIONS == MOST_EXTENSIONS - 1:
            flow.touch()
    assert flow.state is State.LETTERS


def test_the_next_guest_has_ten_extensions_too() -> None:
    flow, clock = at(State.LETTERS)
    for _ in range(MOST_EXTENSIONS):
        wait(flow, clock)
        flow.fire(Trigger.KEEP_GOING)
    wait(flow, clock)
    assert flow.fire(Trigger.FIND)
    wait(flow, clock)
    assert flow.state is State.STILL_THERE


def test_a_touch_on_the_warning_itself_does_not_lengthen_it() -> None:
    flow, clock = at(State.STILL_THERE)
    clock.now += WARNING_S - 1
    flow.touch()
    assert flow.left_s == 1


@pytest.mark.parametrize(
    ("state", "trigger"),
    [
        *((state, Trigger.CALL) for state in HELPED),
        *((state, Trigger.LISTEN) for state in HELPED if state is not State.VOICE),
    ],
)
def test_back_from_a_call_or_from_voice_returns_where_the_guest_was(
    state: State, trigger: Trigger
) -> None:
    flow, _ = at(state)
    assert flow.fire(trigger)
    assert flow.fire(Trigger.BACK)
    assert flow.state is state


@pytest.mark.parametrize("state", sorted(set(HELPED) - {State.VOICE}))
def test_back_leads_out_of_a_call_made_from_voice_guidance_step_by_step(state: State) -> None:
    flow, clock = at(state)
    assert flow.fire(Trigger.LISTEN)
    assert flow.fire(Trigger.CALL)
    assert flow.fire(Trigger.BACK)
    assert flow.state is State.VOICE
    wait(flow, clock)
    assert flow.fire(Trigger.KEEP_GOING)
    assert flow.state is State.VOICE
    assert flow.fire(Trigger.BACK)
    assert flow.state is state


def test_asking_for_voice_twice_does_not_forget_where_the_guest_was() -> None:
    flow, _ = at(State.DIGITS)
    assert flow.fire(Trigger.LISTEN)
    flow.fire(Trigger.LISTEN)
    assert flow.fire(Trigger.BACK)
    assert flow.state is State.DIGITS


def test_nothing_is_remembered_of_the_way_of_the_last_guest() -> None:
    flow, _ = at(State.DIGITS)
    flow.fire(Trigger.LISTEN)
    flow.fire(Trigger.HOME)
    flow.fire(Trigger.LISTEN)
    flow.fire(Trigger.BACK)
    assert flow.state is State.WELCOME


@pytest.mark.parametrize(
    ("state", "before"),
    [
        (State.CONSENT_TEXT, State.CONSENT),
        (State.OPTIONS, State.CONSENT),
        (State.ORGANISATION, State.NAME),
        (State.PHONE, State.NAME),
    ],
)
def test_back_leads_to_the_step_before(state: State, before: State) -> None:
    flow, _ = at(state)
    assert flow.fire(Trigger.BACK)
    assert flow.state is before


def test_back_from_the_number_leads_to_the_organisation_where_that_was_asked() -> None:
    flow, _ = at(State.ORGANISATION)
    assert flow.fire(Trigger.NEEDS_PHONE)
    assert flow.fire(Trigger.TIME_OUT)
    assert flow.fire(Trigger.KEEP_GOING)
    assert flow.fire(Trigger.BACK)
    assert flow.state is State.ORGANISATION


@pytest.mark.parametrize("state", sorted(TIMES))
def test_patience_doubles_every_time(state: State) -> None:
    flow, clock = at(state)
    flow.patience = 2
    whole = 2 * TIMES[state].seconds
    assert (flow.whole_s, flow.left_s) == (whole, whole)
    clock.now += whole - 0.1
    assert not flow.tick()
    clock.now += 0.1
    assert flow.tick()


@pytest.mark.parametrize("state", [State.OK, State.LEFT, State.ALREADY, State.PRINT_FAULT])
def test_a_touch_does_not_keep_a_verdict(state: State) -> None:
    flow, clock = at(state)
    clock.now += TIMES[state].seconds - 1
    flow.touch()
    clock.now += 1
    assert flow.tick()


def test_a_touch_keeps_the_way_to_the_desk() -> None:
    flow, clock = at(State.TO_DESK)
    clock.now += 19
    flow.touch()
    clock.now += 19
    assert not flow.tick()


def test_a_state_that_is_held_does_not_end_and_one_let_go_lasts_as_told() -> None:
    flow, clock = at(State.OK)
    flow.is_held = True
    clock.now += 7
    assert flow.left_s is None
    assert not flow.tick()
    flow.is_held = False
    flow.last_at_least(4)
    assert flow.left_s == pytest.approx(4)
    clock.now += 4
    assert flow.tick()
    assert flow.state is State.GOODBYE


def test_lasting_at_least_shortens_nothing() -> None:
    flow, clock = at(State.OK)
    clock.now += 1
    flow.last_at_least(4)
    assert flow.left_s == 5


def test_the_next_state_is_not_held() -> None:
    flow, _ = at(State.OK)
    flow.is_held = True
    flow.fire(Trigger.ADMITTED)
    assert flow.left_s == 6


@pytest.mark.parametrize(
    ("state", "trigger"),
    [
        (State.WELCOME, Trigger.HOME),
        (State.WELCOME, Trigger.FEW),
        (State.OK, Trigger.FIND),
        (State.OK, Trigger.HOME),
        (State.LETTERS, Trigger.SAME_DIGITS),
        (State.GOODBYE, Trigger.KEEP_GOING),
        (State.PIN, Trigger.ADMITTED),
        (State.ADMINISTRATION, Trigger.REFUSED),
        (State.OUT_OF_SERVICE, Trigger.FIND),
        (State.WELCOME, Trigger.UNLOCKED),
    ],
)
def test_what_has_no_place_changes_nothing(state: State, trigger: Trigger) -> None:
    flow, clock = at(state)
    clock.now += 1
    left = flow.left_s
    assert not flow.fire(trigger)
    assert flow.state is state
    assert flow.left_s == left


def test_nobody_reaches_the_administration_but_through_the_pin() -> None:
    doors = {state for state in State if State.ADMINISTRATION in MOVES[state].values()}
    assert doors == {State.PIN}
