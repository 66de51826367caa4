"""Collection pauses while a roster is read, and only then."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from kiosk.services.collection import collection_paused


@pytest.fixture(autouse=True)
def _collecting() -> Iterator[None]:
    """Have Python collect by itself, as a command does; the tests at large do not."""
    gc.enable()
    yield
    gc.disable()


def test_collection_stops_inside_and_goes_on_after() -> None:
    with collection_paused():
        with collection_paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_failure_inside_leaves_collection_on() -> None:
    with pytest.raises(ValueError, match="inside"), collection_paused():
        raise ValueError("inside")
    assert gc.isenabled()


def test_a_program_that_collects_by_itself_is_left_so() -> None:
    gc.disable()
    with collection_paused():
        pass
    assert not gc.isenabled()
