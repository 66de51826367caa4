"""The states of the self check-in, walked as a table."""

from __future__ import annotations

import pytest

from kiosk.ui.self_check_in.flow import MOVES, TIMES, Flow, State, Trigger

VERDICTS = {
    Trigger.ADMITTED: State.OK,
    Trigger.KNOWN: State.ALREADY,
    Trigger.REFUSED: State.TO_DESK,
}
FIRST_STEPS = {
    State.WELCOME: [],
    State.LETTERS: [Trigger.FIND],
    State.DIGITS: [Trigger.FIND, Trigger.FEW],
    State.TWINS: [Trigger.FIND, Trigger.FEW, Trigger.SAME_DIGITS],
    State.OK: [Trigger.ADMITTED],
    State.ALREADY: [Trigger.KNOWN],
    State.TO_DESK: [Trigger.REFUSED],
    State.GOODBYE: [Trigger.ADMITTED, Trigger.TIME_OUT],
    State.STILL_THERE: [Trigger.FIND, Trigger.TIME_OUT],
}


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def walked(*triggers: Trigger) -> tuple[Flow, Clock]:
    clock = Clock()
    flow = Flow(clock)
    for trigger in triggers:
        assert flow.fire(trigger)
    return flow, clock


def test_every_state_has_moves_and_can_be_reached() -> None:
    assert set(MOVES) == set(State) == set(FIRST_STEPS)
    for state, steps in FIRST_STEPS.items():
        flow, _ = walked(*steps)
        assert flow.state is state


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("trigger", VERDICTS)
def test_a_verdict_is_shown_in_every_state(state: State, trigger: Trigger) -> None:
    flow, _ = walked(*FIRST_STEPS[state], trigger)
    assert flow.state is VERDICTS[trigger]


@pytest.mark.parametrize("state", [one for one in State if one is not State.WELCOME])
def test_every_state_but_the_welcome_ends_by_itself_at_the_welcome(state: State) -> None:
    flow, clock = walked(*FIRST_STEPS[state])
    for _ in State:
        left = flow.left_s
        if left is None:
            break
        clock.now += left
        assert flow.tick()
    assert flow.state is State.WELCOME


def test_the_welcome_waits_for_ever() -> None:
    flow, clock = walked()
    clock.now += 1_000_000
    assert not flow.tick()
    assert flow.left_s is None
    assert State.WELCOME not in TIMES


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


@pytest.mark.parametrize("state", [State.LETTERS, State.DIGITS, State.TWINS])
def test_a_touch_keeps_an_asking_screen_and_going_on_returns_to_it(state: State) -> None:
    flow, clock = walked(*FIRST_STEPS[state])
    clock.now += 29
    flow.touch()
    clock.now += 29
    assert not flow.tick()
    clock.now += 1
    assert flow.tick()
    assert flow.state is State.STILL_THERE
    assert flow.fire(Trigger.KEEP_GOING)
    assert flow.state is state


def test_a_touch_does_not_keep_a_verdict() -> None:
    flow, clock = walked(Trigger.REFUSED)
    clock.now += 19
    flow.touch()
    clock.now += 1
    assert flow.tick()
    assert flow.state is State.WELCOME


def test_patience_doubles_every_time() -> None:
    flow, clock = walked(Trigger.KNOWN)
    flow.patience = 2
    clock.now += 15.9
    assert not flow.tick()
    clock.now += 0.1
    assert flow.tick()


@pytest.mark.parametrize(
    ("state", "trigger"),
    [
        (State.WELCOME, Trigger.HOME),
        (State.WELCOME, Trigger.FEW),
        (State.OK, Trigger.FIND),
        (State.OK, Trigger.HOME),
        (State.LETTERS, Trigger.SAME_DIGITS),
        (State.GOODBYE, Trigger.KEEP_GOING),
    ],
)
def test_what_has_no_place_changes_nothing(state: State, trigger: Trigger) -> None:
    flow, clock = walked(*FIRST_STEPS[state])
    clock.now += 1
    left = flow.left_s
    assert not flow.fire(trigger)
    assert flow.state is state
    assert flow.left_s == left
