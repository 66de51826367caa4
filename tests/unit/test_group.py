"""A company's guests at once: who they are, and a verdict and a badge for each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from failing_disk import put_under
from fakes import at, count, event_text, open_test_desk, person, scan, session_text, token

from kiosk.domain.registration import Status
from kiosk.domain.verdict import Reason, Scan
from kiosk.services import group
from kiosk.services.open_desk import OpenDesk
from kiosk.storage import store

COMPANY = [
    person(1, name="다견본", organisation="(주)견본소재"),
    person(2, name="가견본", organisation="견본 소재"),
    person(3, name="나견본", organisation="견본소재", status=Status.CANCELLED),
    person(4, name="라견본", organisation="견본소재연구소"),
    person(5, name="마견본", organisation=""),
]
SEEN = Scan(at("14:00"))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    made = open_test_desk(tmp_path, COMPANY, event_text(session_text(capacity=3)))
    yield made
    made.close()


def names(desk: OpenDesk, organisation: str) -> list[str]:
    session = desk.event.sessions[0]
    told = group.guests(desk, session, organisation, SEEN)
    return [f"{one.registration.name} {one.forecast.reason}" for one in told]


def test_a_companys_guests_are_told_by_name_each_with_what_would_be_answered(
    desk: OpenDesk,
) -> None:
    scan(desk, token(1))
    assert names(desk, "견본소재") == ["가견본 OK", "나견본 CANCELLED", "다견본 ALREADY_IN"]
    assert names(desk, "주식회사 견본소재") == names(desk, "견본소재")
    assert count(desk, "entry") == 1


@pytest.mark.parametrize("typed", ["", " ", "견본", "없는 곳", "'%;"])
def test_what_is_no_company_has_no_guests(desk: OpenDesk, typed: str) -> None:
    assert names(desk, typed) == []


def test_each_has_a_verdict_an_entry_and_a_badge_of_their_own(desk: OpenDesk) -> None:
    done = group.check_in_all(desk, desk.event.sessions[0], ["r1", "r2", "r3"], SEEN)
    assert [one.reason for one in done.verdicts] == [Reason.OK, Reason.OK, Reason.CANCELLED]
    assert (done.left, done.problem) == ((), None)
    assert (count(desk, "entry"), count(desk, "outbox")) == (2, 2)


def test_the_last_place_goes_to_the_first_who_is_ticked(desk: OpenDesk) -> None:
    scan(desk, token(4))
    scan(desk, token(5))
    done = group.check_in_all(desk, desk.event.sessions[0], ["r2", "r1"], SEEN)
    assert [one.reason for one in done.verdicts] == [Reason.OK, Reason.FULL]


def test_ticked_twice_is_in_once(desk: OpenDesk) -> None:
    done = group.check_in_all(desk, desk.event.sessions[0], ["r1", "r1"], SEEN)
    assert [one.reason for one in done.verdicts] == [Reason.OK, Reason.ALREADY_IN]
    assert count(desk, "entry") == 1


def test_a_disk_that_fails_midway_takes_nothing_from_those_before(
    desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_RETRY_AFTER_S", (0.0, 0.0, 0.0))
    disk = put_under(desk)
    session = desk.event.sessions[0]
    before = group.check_in_all(desk, session, ["r1"], SEEN)
    disk.refusals = 3
    done = group.check_in_all(desk, session, ["r2", "r4"], SEEN)
    assert before.verdicts[0].entry
    assert (done.verdicts, done.left) == ((), ("r2", "r4"))
    assert done.problem is not None
    assert done.problem.code == "STORE_NOT_WRITABLE"
    assert count(desk, "entry") == 1
    again = group.check_in_all(desk, session, ["r1", *done.left], SEEN)
    assert [one.reason for one in again.verdicts] == [Reason.ALREADY_IN, Reason.OK, Reason.OK]
