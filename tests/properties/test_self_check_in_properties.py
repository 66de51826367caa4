"""What holds of the self check-in's flow and finder whatever people do."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.found import CARDS, Card, Cards
from kiosk.ui.self_check_in.finder import CLOSED_S, DIGITS, TRIES, Check, Finder, Script
from kiosk.ui.self_check_in.flow import BACK, MOVES, Flow, State, Trigger

LONGEST_VISIT_S = 600
"""No silence keeps a screen longer than the administration; a guest's is over after 120 s."""
LASTING = {State.WELCOME, State.OUT_OF_SERVICE}


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
    is_staff = flow.state is State.ADMINISTRATION
    for _ in range(LONGEST_VISIT_S // 5 + 1 if is_staff else 25):
        clock.now += 5
        flow.tick()
    assert flow.state in LASTING


@given(st.lists(st.sampled_from(list(Trigger))))
def test_going_on_and_back_never_lead_where_nobody_was(triggers: list[Trigger]) -> None:
    flow = Flow(Clock())
    seen = {State.WELCOME}
    for trigger in triggers:
        was = flow.state
        flow.fire(trigger)
        if MOVES[was].get(trigger, was) is BACK:
            assert flow.state in seen
            assert flow.state not in (was, State.STILL_THERE)
        seen.add(flow.state)


@given(st.lists(st.sampled_from(list(Trigger))))
def test_only_the_pin_opens_the_administration(triggers: list[Trigger]) -> None:
    flow = Flow(Clock())
    for trigger in triggers:
        was = flow.state
        flow.fire(trigger)
        if flow.state is State.ADMINISTRATION:
            assert was in (State.ADMINISTRATION, State.PIN)


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
        finder.typed = "ㅎㄱ"
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
