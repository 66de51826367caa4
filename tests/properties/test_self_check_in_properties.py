"""What holds of the self check-in's flow and finder whatever people do."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.found import CARDS, Card, Cards
from kiosk.ui.self_check_in.finder import CLOSED_S, DIGITS, TRIES, Check, Finder, Script
from kiosk.ui.self_check_in.flow import MOVES, Flow, State, Trigger

LONGEST_VISIT_S = 30 + 10 + 20 + 10
"""No silence keeps a screen longer than an asking screen, its warning, a verdict and goodbye."""


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@given(st.lists(st.tuples(st.sampled_from(list(Trigger)), st.floats(0, 60))))
def test_silence_always_leads_home(steps: list[tuple[Trigger, float]]) -> None:
    clock = Clock()
    flow = Flow(clock)
    for trigger, seconds in steps:
        clock.now += seconds
        flow.tick()
        was = flow.state
        assert flow.fire(trigger) is (trigger in MOVES[was])
    for _ in range(LONGEST_VISIT_S + 1):
        clock.now += 1
        flow.tick()
    assert flow.state is State.WELCOME


@given(st.lists(st.sampled_from(list(Trigger))))
def test_going_on_never_leads_anywhere_but_an_asking_screen(triggers: list[Trigger]) -> None:
    flow = Flow(Clock())
    asking = {State.LETTERS, State.DIGITS, State.TWINS}
    for trigger in triggers:
        asked = flow.state is State.STILL_THERE and trigger is Trigger.KEEP_GOING
        flow.fire(trigger)
        assert not asked or flow.state in asking


@given(st.lists(st.sampled_from(list(Trigger)), min_size=1), st.floats(0, 10))
def test_no_time_left_is_ever_negative_or_longer_than_the_whole(
    triggers: list[Trigger], seconds: float
) -> None:
    clock = Clock()
    flow = Flow(clock)
    for trigger in triggers:
        flow.fire(trigger)
        clock.now += seconds
        left, whole = flow.left_s, flow.whole_s
        assert (left is None) is (whole is None)
        assert left is None or whole is None or 0 <= left <= whole


def card(name: str) -> Card:
    return Card(name, "홍*동", "", has_phone=True)


VISITS = st.lists(
    st.tuples(
        st.lists(st.sampled_from("abcde"), min_size=1, max_size=CARDS, unique=True),
        st.integers(0, 4),
        st.floats(0, 120),
    ),
    max_size=30,
)


@given(VISITS)
def test_nobody_is_guessed_at_more_than_three_times_in_ten_minutes(
    visits: list[tuple[list[str], int, float]],
) -> None:
    clock = Clock()
    finder = Finder(clock)
    guessed: list[tuple[str, float]] = []
    for names, tries, pause in visits:
        finder.forget()
        finder.type_letter("ㅎ")
        finder.take(Cards(len(names), tuple(map(card, names))))
        if finder.begin_digits() is Check.ASK:
            for _ in range(tries):
                guessed += [(name, clock.now) for name in finder.askable]
                if finder.check([]) is Check.TOO_OFTEN:
                    break
        clock.now += pause
    for name, at in guessed:
        close = [t for who, t in guessed if who == name and at - CLOSED_S < t <= at]
        assert len(close) <= TRIES


@given(st.text(alphabet="ㄱㄴㄷㅎ", max_size=12), st.sampled_from(list(Script)), st.integers(0, 40))
def test_the_row_always_has_room_for_what_was_typed(
    letters: str, script: Script, total: int
) -> None:
    finder = Finder(Clock())
    finder.use(script)
    for letter in letters:
        finder.type_letter(letter)
        people = tuple(map(card, "abc"[:total])) if total <= CARDS else ()
        finder.take(Cards(total, people))
        assert len(finder.typed) <= finder.places
        assert len(finder.typed) <= 9


@given(st.text(alphabet="0123456789", max_size=12))
def test_no_more_than_four_digits_are_held(digits: str) -> None:
    finder = Finder(Clock())
    told = [finder.type_digit(one) for one in digits]
    assert finder.digits == digits[:DIGITS]
    assert told.count(True) == max(0, len(digits) - DIGITS + 1)
