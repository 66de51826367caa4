"""The guest's one request: what the touchscreen makes of how far the desk has come with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.domain.request import RequestState
from kiosk.ui.check_in_desk import CheckInDesk
from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.self_check_in.flow import State
from kiosk.ui.self_check_in.guide import Guide
from kiosk.ui.self_check_in.sample_desk import SampleDesk


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[SampleDesk]:
    made = SampleDesk()
    yield made
    made.deleteLater()


@pytest.fixture
def guide(desk: SampleDesk) -> Iterator[Guide]:
    made = Guide(cast(CheckInDesk, desk), lambda: 100.0)
    made.act(Act.CALL)
    yield made
    made.deleteLater()


@pytest.mark.parametrize(
    ("state", "comes"),
    [
        (RequestState.WAITING, False),
        (RequestState.ACCEPTED, True),
        (RequestState.CLOSED, True),
        (RequestState.WITHDRAWN, False),
    ],
)
def test_somebody_comes_once_the_desk_has_taken_it_and_after_it_has_ended_it(
    guide: Guide, desk: SampleDesk, state: RequestState, comes: bool
) -> None:
    assert guide.state is State.CALLED
    assert desk.request
    desk.request = desk.request._replace(state=state)
    desk.requests_changed.emit()
    assert guide.requests.is_accepted is comes


def test_the_next_guest_s_touchscreen_knows_nothing_of_it(guide: Guide, desk: SampleDesk) -> None:
    assert desk.request
    desk.request = desk.request._replace(state=RequestState.ACCEPTED)
    desk.requests_changed.emit()
    guide.requests.clear()
    desk.requests_changed.emit()
    assert (guide.requests.is_accepted, guide.requests.reference) == (False, "")
