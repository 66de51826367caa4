"""What is kept at the door when a commit fails: once, or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from failing_disk import Faulty, put_under, said
from fakes import at, count, event_text, open_test_desk, person, session_text

from kiosk.domain.errors import KioskError
from kiosk.domain.signing import Signing
from kiosk.domain.verdict import Scan
from kiosk.domain.walk_in import WalkInForm
from kiosk.services import check_in, consent, desk_requests, pin, walk_in
from kiosk.services.open_desk import OpenDesk
from kiosk.storage import store

Step = Callable[[OpenDesk], object]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenDesk]:
    monkeypatch.setattr(store, "_RETRY_AFTER_S", (0.0, 0.0, 0.0))
    people = [person(1), person(2, name="라상인", phone="010-0000-0002")]
    made = open_test_desk(tmp_path, people, event_text(session_text(sign=True)))
    yield made
    made.close()


@pytest.fixture
def faulty(desk: OpenDesk) -> Faulty:
    return put_under(desk)


def sign(desk: OpenDesk) -> object:
    """Check a person in with a signature."""
    session = desk.event.sessions[0]
    return check_in.check_in(desk, session, "r1", Scan(at("14:00")), Signing(b"strokes"))


STEPS: dict[str, tuple[Step, dict[str, int]]] = {
    "consent": (
        lambda desk: consent.keep(desk, "r1", {"main": True}),
        {"consent": 1, "consent_text": 1},
    ),
    "request of a stranger": (
        lambda desk: desk_requests.raise_request(desk, "help", "UNKNOWN"),
        {"request": 1},
    ),
    "walk-in": (
        lambda desk: walk_in.register(desk, WalkInForm("다상인", "010-0000-1234"), {"main": True}),
        {"registration": 3, "ticket": 3, "consent": 1},
    ),
    "walk-in who was known": (
        lambda desk: walk_in.register(desk, WalkInForm("라상인", "010-0000-0002"), {"main": True}),
        {"registration": 2, "ticket": 2, "consent": 1},
    ),
    "signature": (sign, {"entry": 1, "signature": 1, "outbox": 1}),
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
    before = {table: count(desk, table) for table in rows}
    faulty.refusals = 3
    with pytest.raises(KioskError, match="STORE_NOT_WRITABLE"):
        step(desk)
    assert {table: count(desk, table) for table in rows} == before
    assert not desk.store.connection.in_transaction
    step(desk)
    assert {table: count(desk, table) for table in rows} == rows


def test_a_signature_that_cannot_be_written_takes_its_check_in_along(
    desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both or neither: a check-in without its signature would be asked for it never again."""

    class Failing(Faulty):
        def execute(self, statement: str, *values: Any) -> sqlite3.Cursor:
            if statement.startswith("INSERT INTO signature"):
                raise said(sqlite3.SQLITE_FULL)
            return super().execute(statement, *values)

    real = desk.store.connection
    desk.store.connection = Failing(real)  # type: ignore[assignment]
    with pytest.raises(KioskError, match="STORE_FULL"):
        sign(desk)
    desk.store.connection = real
    assert count(desk, "entry") == count(desk, "outbox") == count(desk, "signature") == 0
    sign(desk)
    assert count(desk, "entry") == count(desk, "signature") == 1


@pytest.mark.parametrize("ghosts", [0, 1, 2])
def test_a_request_is_moved_on_once(desk: OpenDesk, faulty: Faulty, ghosts: int) -> None:
    one = desk_requests.raise_request(desk, "call", "CALLED")
    faulty.ghosts = ghosts
    taken = desk_requests.accept(desk, one.id, "예시 직원")
    assert (taken.accepted_by, taken.state.is_open) == ("예시 직원", True)
    faulty.ghosts = ghosts
    closed = desk_requests.close(desk, one.id)
    assert closed.ended_at is not None
    assert desk_requests.find(desk, one.id) == closed


def test_a_ghost_of_a_walk_in_is_still_new(desk: OpenDesk, faulty: Faulty) -> None:
    """The second attempt meets its own person, who must not be taken for one known before."""
    faulty.ghosts = 1
    form = WalkInForm("다상인", "010-0000-1234")
    done = walk_in.register(desk, form, {"main": True})
    assert not done.was_known
    assert walk_in.known(desk, *form[:2]) == done.registration_id


@pytest.mark.parametrize(("ghosts", "refusals"), [(0, 0), (1, 0), (2, 0), (1, 1), (0, 2)])
def test_a_wrong_pin_is_counted_once(
    desk: OpenDesk, faulty: Faulty, ghosts: int, refusals: int
) -> None:
    pin.set_pin(desk, "394058")
    faulty.ghosts, faulty.refusals = ghosts, refusals
    assert pin.check(desk, "394059", at("14:00")).tries_left == 4
    assert pin.check(desk, "394059", at("14:00")).tries_left == 3


def test_a_try_that_the_disk_does_not_count_is_counted_all_the_same(
    desk: OpenDesk, faulty: Faulty
) -> None:
    pin.set_pin(desk, "394058")
    faulty.refusals = 3
    assert pin.check(desk, "394059", at("14:00")).tries_left == 4
    assert pin.check(desk, "394059", at("14:00")).tries_left == 3
    faulty.refusals = 3
    assert pin.check(desk, "394058", at("14:00")).ok


@pytest.mark.parametrize("ghosts", [0, 1, 2])
def test_a_pin_that_was_drawn_is_told_and_holds(
    desk: OpenDesk, faulty: Faulty, ghosts: int
) -> None:
    faulty.ghosts = ghosts
    drawn = pin.draw(desk)
    assert drawn is not None
    assert pin.check(desk, drawn, at("14:00")).ok
