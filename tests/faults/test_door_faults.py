"""What is kept at the door when a commit fails: once, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from failing_disk import Faulty, put_under
from fakes import count, event_text, open_test_desk, person, session_text

from kiosk.domain.errors import KioskError
from kiosk.services import consent
from kiosk.services.open_desk import OpenDesk
from kiosk.storage import store

Step = Callable[[OpenDesk], object]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenDesk]:
    monkeypatch.setattr(store, "_RETRY_AFTER_S", (0.0, 0.0, 0.0))
    made = open_test_desk(tmp_path, [person(1), person(2)], event_text(session_text(sign=True)))
    yield made
    made.close()


@pytest.fixture
def faulty(desk: OpenDesk) -> Faulty:
    return put_under(desk)


STEPS: dict[str, tuple[Step, dict[str, int]]] = {
    "consent": (
        lambda desk: consent.keep(desk, "r1", {"main": True}),
        {"consent": 1, "consent_text": 1},
    ),
}


@pytest.mark.parametrize("name", sorted(STEPS))
@pytest.mark.parametrize(("ghosts", "refusals"), [(1, 0), (2, 0), (0, 1), (0, 2), (1, 1)])
def test_it_is_kept_once_however_often_the_commit_fails(
    desk: OpenDesk, faulty: Faulty, name: str, ghosts: int, refusals: int
) -> None:
    step, rows = STEPS[name]
    faulty.ghosts, faulty.refusals = ghosts, refusals
    step(desk)
    assert faulty.commits == 1 + ghosts + refusals
    assert {table: count(desk, table) for table in rows} == rows


@pytest.mark.parametrize("name", sorted(STEPS))
def test_it_is_not_kept_at_all_where_no_commit_was_done(
    desk: OpenDesk, faulty: Faulty, name: str
) -> None:
    step, rows = STEPS[name]
    faulty.refusals = 3
    with pytest.raises(KioskError, match="STORE_NOT_WRITABLE"):
        step(desk)
    assert {table: count(desk, table) for table in rows} == dict.fromkeys(rows, 0)
    assert not desk.store.connection.in_transaction
    step(desk)
    assert {table: count(desk, table) for table in rows} == rows
