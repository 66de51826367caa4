"""The lock under any clock: nothing left is ever forgotten, and no lock outlasts itself."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.pin import LENGTH, Lock, is_shaped, is_weak, lock_ms

pins = st.integers(0, 10**LENGTH - 1).map(lambda number: f"{number:06d}")
jumps = st.integers(-(10**12), 10**12)
locks = st.integers(0, 60).flatmap(
    lambda wrong: st.builds(
        Lock, st.just(wrong), st.integers(0, 10**13), st.integers(0, lock_ms(wrong))
    )
)


@given(locks, jumps)
def test_what_is_left_shrinks_by_the_time_that_passed_and_by_no_more(lock: Lock, jump: int) -> None:
    later = lock.at(lock.seen_ms + jump)
    assert later.left_ms == max(0, lock.left_ms - max(0, jump))
    assert later.wrong == lock.wrong
    assert later.left_ms <= lock_ms(lock.wrong)


@given(locks, st.lists(st.integers(0, 10**6), max_size=9))
def test_looking_often_is_looking_once(lock: Lock, steps: list[int]) -> None:
    seen = lock
    for step in steps:
        seen = seen.at(seen.seen_ms + step)
    assert seen == lock.at(lock.seen_ms + sum(steps))


@given(locks)
def test_every_try_locks_at_least_as_long_as_the_one_before(lock: Lock) -> None:
    tried = lock.after_a_try()
    assert tried.wrong == lock.wrong + 1
    assert tried.left_ms == lock_ms(tried.wrong) >= lock_ms(lock.wrong)
    assert (tried.tries_left == 0) == bool(tried.left_ms)


@given(pins)
def test_a_pin_backwards_is_as_weak(pin: str) -> None:
    assert is_shaped(pin)
    assert is_weak(pin) == is_weak(pin[::-1])


def test_few_pins_are_weak() -> None:
    weak = [pin for pin in (f"{number:06d}" for number in range(10**LENGTH)) if is_weak(pin)]
    # 10 of one digit, 90 of two, 990 of three; 10 runs up and 10 down.
    assert len(weak) == 10 + 90 + 990 + 20
