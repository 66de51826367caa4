"""What silence, failures, plugging and darkness make of a camera; no Qt, no waiting."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.devices.camera_watch import (
    DARK_S,
    FROZEN_S,
    RETRY_S,
    CameraState,
    CameraWatch,
    Order,
    says_in_use,
)

STILL, OTHER = 1, 2
"""Marks of two pictures."""


def live(at: float = 0.0) -> CameraWatch:
    watch = CameraWatch()
    watch.started(at, is_present=True)
    watch.frame_came(at)
    return watch


def test_opens_a_camera_and_waits_for_its_first_frame() -> None:
    watch = CameraWatch()
    assert watch.started(0, is_present=True) is Order.OPEN
    assert watch.state is CameraState.SEARCHING
    watch.frame_came(1)
    assert watch.state is CameraState.LIVE


def test_a_machine_without_a_camera_says_so_and_opens_one_plugged_in_later() -> None:
    watch = CameraWatch()
    watch.started(0, is_present=False)
    assert watch.state is CameraState.ABSENT
    assert watch.ticked(10, is_present=False) is Order.NOTHING
    assert watch.plugged(11, is_present=True, is_ours_gone=False) is Order.OPEN
    assert watch.state is CameraState.SEARCHING


def test_a_camera_nobody_announced_is_found_by_looking() -> None:
    watch = CameraWatch()
    watch.started(0, is_present=False)
    assert watch.ticked(1, is_present=True) is Order.OPEN


def test_a_frozen_camera_is_lost_and_tried_again() -> None:
    watch = live()
    assert watch.ticked(FROZEN_S - 0.1, is_present=True) is Order.NOTHING
    assert watch.ticked(FROZEN_S, is_present=True) is Order.CLOSE
    assert watch.state is CameraState.LOST
    assert watch.ticked(FROZEN_S + RETRY_S - 0.1, is_present=True) is Order.NOTHING
    assert watch.ticked(FROZEN_S + RETRY_S, is_present=True) is Order.OPEN
    assert watch.state is CameraState.LOST, "opened is not yet seen"
    watch.frame_came(FROZEN_S + RETRY_S + 1)
    assert watch.state is CameraState.LIVE


def test_a_camera_that_never_answers_is_lost_too() -> None:
    watch = CameraWatch()
    watch.started(0, is_present=True)
    assert watch.ticked(FROZEN_S, is_present=True) is Order.CLOSE
    assert watch.state is CameraState.LOST


def test_a_lost_camera_is_tried_for_ever_every_five_seconds() -> None:
    watch = live()
    watch.failed(0)
    tries = [at for at in range(1, 61) if watch.ticked(at, is_present=True) is Order.OPEN]
    assert tries == list(range(5, 61, 5))


def test_an_error_closes_the_camera_at_once() -> None:
    watch = live()
    assert watch.failed(1) is Order.CLOSE
    assert watch.state is CameraState.LOST


def test_an_error_without_a_camera_changes_nothing() -> None:
    watch = CameraWatch()
    watch.started(0, is_present=False)
    assert watch.failed(1) is Order.NOTHING
    assert watch.state is CameraState.ABSENT


def test_pulled_out_and_put_back() -> None:
    watch = live()
    assert watch.plugged(1, is_present=False, is_ours_gone=True) is Order.CLOSE
    assert watch.state is CameraState.ABSENT
    assert watch.plugged(2, is_present=True, is_ours_gone=False) is Order.OPEN


def test_another_camera_takes_the_place_of_ours() -> None:
    watch = live()
    assert watch.plugged(1, is_present=True, is_ours_gone=True) is Order.OPEN


def test_a_second_camera_plugged_in_leaves_a_live_one_alone() -> None:
    watch = live()
    assert watch.plugged(1, is_present=True, is_ours_gone=False) is Order.NOTHING
    assert watch.state is CameraState.LIVE


def test_silence_of_an_unplugged_camera_is_absence() -> None:
    watch = live()
    assert watch.ticked(FROZEN_S, is_present=False) is Order.CLOSE
    assert watch.state is CameraState.ABSENT
    watch = live()
    watch.failed(1)
    assert watch.ticked(2, is_present=False) is Order.CLOSE
    assert watch.state is CameraState.ABSENT


def test_a_minute_of_darkness_is_told_and_light_ends_it() -> None:
    watch = live()
    for second in range(int(DARK_S) + 1):
        watch.frame_came(second)
        watch.light_told(second, is_dark=True)
        assert watch.state is CameraState.LIVE
    watch.light_told(DARK_S + 1, is_dark=True)
    assert watch.state is CameraState.DARK
    watch.frame_came(DARK_S + 2)
    assert watch.state is CameraState.DARK, "a frame alone is no light"
    watch.light_told(DARK_S + 2, is_dark=False)
    assert watch.state is CameraState.LIVE


def test_one_bright_frame_starts_the_minute_afresh() -> None:
    watch = live()
    watch.light_told(0, is_dark=True)
    watch.light_told(DARK_S, is_dark=False)
    watch.light_told(DARK_S + 1, is_dark=True)
    watch.light_told(DARK_S + 2, is_dark=True)
    assert watch.state is CameraState.LIVE


def test_darkness_told_late_does_not_wake_a_lost_camera() -> None:
    watch = live()
    watch.failed(1)
    watch.light_told(2, is_dark=False)
    assert watch.state is CameraState.LOST


def test_a_dark_camera_can_freeze() -> None:
    watch = live()
    watch.light_told(0, is_dark=True)
    watch.light_told(DARK_S + 1, is_dark=True)
    assert watch.ticked(DARK_S + 1, is_present=True) is Order.CLOSE
    assert watch.state is CameraState.LOST


class TestInUse:
    @pytest.mark.parametrize(
        ("words", "is_in_use"),
        [
            ("Camera is in use", True),
            ("Device or resource busy", True),
            ("Cannot open camera", False),
            ("", False),
        ],
    )
    def test_is_told_from_the_driver_s_words(self, words: str, is_in_use: bool) -> None:
        assert says_in_use(words) is is_in_use

    def test_is_told_and_tried_again_every_five_seconds(self) -> None:
        watch = live()
        assert watch.failed(0, is_in_use=True) is Order.CLOSE
        opened = []
        for second in range(1, 21):
            if watch.ticked(second, is_present=True) is Order.OPEN:
                opened.append(second)
                assert watch.state is CameraState.IN_USE, "opened is not yet seen"
                assert watch.failed(second, is_in_use=True) is Order.CLOSE
        assert opened == [5, 10, 15, 20]
        watch.frame_came(20.1)
        assert watch.state is CameraState.LIVE

    def test_ends_with_the_camera_gone_or_another_one_plugged_in(self) -> None:
        watch = live()
        watch.failed(1, is_in_use=True)
        assert watch.ticked(2, is_present=False) is Order.CLOSE
        assert watch.state is CameraState.ABSENT
        watch = live()
        watch.failed(1, is_in_use=True)
        assert watch.plugged(2, is_present=True, is_ours_gone=False) is Order.OPEN


class TestFrozen:
    @staticmethod
    def marked(watch: CameraWatch, at: float, mark: int) -> Order:
        watch.frame_came(at)
        return watch.picture_marked(at, mark)

    def frozen(self) -> CameraWatch:
        watch = live()
        orders = [self.marked(watch, second, STILL) for second in range(int(FROZEN_S) + 2)]
        assert orders == [Order.NOTHING] * (int(FROZEN_S) + 1) + [Order.CLOSE]
        assert watch.state is CameraState.FROZEN
        return watch

    def test_the_same_picture_for_more_than_five_seconds(self) -> None:
        self.frozen()

    def test_a_picture_that_changes_is_never_frozen(self) -> None:
        watch = live()
        for second in range(100):
            assert self.marked(watch, second, STILL + second // 4 % 2) is Order.NOTHING
        assert watch.state is CameraState.LIVE

    def test_the_same_picture_after_reopening_is_still_frozen_and_another_ends_it(self) -> None:
        watch, opened = self.frozen(), []
        for second in range(7, 30):
            if watch.ticked(second, is_present=True) is Order.OPEN:
                opened.append(second)
            self.marked(watch, second, STILL)
            assert watch.state is CameraState.FROZEN
        assert opened == [11, 16, 21, 26]
        self.marked(watch, 30, OTHER)
        assert watch.state is CameraState.LIVE
        assert watch.ticked(31, is_present=True) is Order.NOTHING

    def test_darkness_is_alike_and_not_frozen(self) -> None:
        watch = live()
        for second in range(int(DARK_S) + 2):
            watch.frame_came(second)
            watch.light_told(second, is_dark=True)
            assert watch.picture_marked(second, STILL) is Order.NOTHING
        assert watch.state is CameraState.DARK

    def test_a_camera_opened_anew_may_show_what_it_showed(self) -> None:
        watch = live()
        self.marked(watch, 0, STILL)
        watch.failed(1)
        watch.ticked(1 + RETRY_S, is_present=True)
        assert self.marked(watch, 2 + RETRY_S, STILL) is Order.NOTHING
        assert watch.state is CameraState.LIVE


EVENTS = ("frame", "still", "dark", "error", "in use", "plug", "unplug", "swap", "tick")
STEPS = st.tuples(st.sampled_from(EVENTS), st.sampled_from([0.1, 1.0, 6.0]))


class Story:
    """A camera, what happens to it, and the device that does as the watch orders."""

    def __init__(self) -> None:
        self.watch, self.at, self.is_present = CameraWatch(), 0.0, True
        self.heard_at, self.mark = 0.0, 10
        self.is_open = self.watch.started(0.0, is_present=True) is Order.OPEN

    def happens(self, event: str) -> None:
        order = self._told(event)
        self.is_open = order is Order.OPEN or (self.is_open and order is not Order.CLOSE)

    def _told(self, event: str) -> Order:
        watch, at = self.watch, self.at
        if event in ("frame", "still", "dark"):
            return self._frame(event) if self.is_open else Order.NOTHING
        if event in ("error", "in use"):
            return watch.failed(at, is_in_use=event == "in use")
        if event == "tick":
            return watch.ticked(at, is_present=self.is_present)
        self.is_present = event != "unplug"
        return watch.plugged(at, is_present=self.is_present, is_ours_gone=event != "plug")

    def _frame(self, event: str) -> Order:
        self.heard_at, self.mark = self.at, self.mark + (event == "frame")
        self.watch.frame_came(self.at)
        self.watch.light_told(self.at, is_dark=event == "dark")
        return self.watch.picture_marked(self.at, self.mark)


@given(st.lists(STEPS, max_size=60))
def test_no_silence_is_called_live_and_no_camera_is_given_up(
    events: list[tuple[str, float]],
) -> None:
    story = Story()
    for event, seconds in events:
        story.at += seconds
        story.happens(event)
        if story.watch.state in (CameraState.LIVE, CameraState.DARK):
            assert story.is_open
        if event == "tick":
            assert (story.watch.state is CameraState.ABSENT) == (not story.is_present)
            if story.watch.state is CameraState.LIVE:
                assert story.at - story.heard_at < FROZEN_S
    # Whatever it was: with a camera plugged in, ten seconds later it sees.
    story.is_present = True
    for _ in range(10):
        story.at += 1.0
        story.happens("frame")
        story.happens("tick")
    assert story.watch.state is CameraState.LIVE
