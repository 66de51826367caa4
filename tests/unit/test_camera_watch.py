"""What silence, failures, plugging and darkness make of a camera; no Qt, no waiting."""

from __future__ import annotations

from kiosk.devices.camera_watch import (
    DARK_S,
    FROZEN_S,
    RETRY_S,
    CameraState,
    CameraWatch,
    Order,
)


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
