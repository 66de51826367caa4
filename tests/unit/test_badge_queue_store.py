"""The badge queue: each badge claimed once, and never repeated unasked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes import count, event_text, open_test_desk, person, scan, session_text, token

from kiosk.domain.errors import KioskError
from kiosk.domain.found import BadgeState
from kiosk.services import badges
from kiosk.services.open_desk import OpenDesk, open_desk
from kiosk.storage import outbox
from kiosk.storage.outbox import State


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    made = open_test_desk(
        tmp_path, [person(1), person(2)], event_text(session_text(entry="unlimited"))
    )
    yield made
    made.close()


def test_badges_come_out_in_the_order_people_came(desk: OpenDesk) -> None:
    for number in (2, 1):
        scan(desk, token(number))
    taken = []
    while claimed := badges.take_next(desk):
        job, one = claimed
        assert badges.state(desk, one.id) is BadgeState.PRINTING
        badges.finish(desk, job)
        taken.append(one.id)
    assert taken == ["r2", "r1"]
    assert badges.state(desk, "r1") is BadgeState.PRINTED
    assert (count(desk, "outbox"), count(desk, "outbox_done")) == (0, 2)


def test_a_badge_is_claimed_by_one_program_only(desk: OpenDesk) -> None:
    scan(desk, token(1))
    other = open_desk(desk.store.path.parent)
    job = outbox.open_lines(desk.store.connection, badges.BADGE, desk.event_number)[0].job
    claims = [one.store.write(lambda c: outbox.claim(c, job.id)) for one in (desk, other)]
    assert claims == [True, False]
    assert badges.take_next(other) is None
    other.close()


def test_a_badge_that_failed_says_why_and_waits_for_somebody_to_ask(desk: OpenDesk) -> None:
    scan(desk, token(1))
    claimed = badges.take_next(desk)
    assert claimed is not None
    badges.finish(desk, claimed[0], "PRINTER_OFF")
    assert badges.state(desk, "r1") is BadgeState.FAILED
    assert badges.take_next(desk) is None
    again = badges.queue_again(desk, "r1")
    claimed = badges.take_next(desk)
    assert claimed is not None
    assert claimed[0].id == again


def test_a_badge_that_a_crash_left_half_way_is_unsure_and_not_repeated(desk: OpenDesk) -> None:
    scan(desk, token(1))
    assert badges.take_next(desk) is not None
    after_the_crash = open_desk(desk.store.path.parent)
    assert badges.recover(after_the_crash) == 1
    assert badges.state(after_the_crash, "r1") is BadgeState.UNSURE
    assert badges.take_next(after_the_crash) is None
    assert badges.recover(after_the_crash) == 0
    after_the_crash.close()


def test_a_person_who_had_a_badge_gets_no_second_one_unasked(desk: OpenDesk) -> None:
    assert scan(desk, token(1)).badge_job
    claimed = badges.take_next(desk)
    assert claimed is not None
    badges.finish(desk, claimed[0])
    assert not scan(desk, token(1), "14:10").badge_job


def test_without_a_printer_a_badge_waits_and_says_so(desk: OpenDesk) -> None:
    assert badges.state(desk, "r1") is BadgeState.NONE
    scan(desk, token(1))
    assert badges.state(desk, "r1") is BadgeState.NO_PRINTER


def test_a_badge_for_nobody_is_refused(desk: OpenDesk) -> None:
    with pytest.raises(KioskError, match="REGISTRATION_UNKNOWN"):
        badges.queue_again(desk, "nobody")
    assert count(desk, "outbox") == 0


def test_a_job_ends_once_and_only_from_the_state_it_is_in(desk: OpenDesk) -> None:
    scan(desk, token(1))
    job = outbox.open_lines(desk.store.connection, badges.BADGE, desk.event_number)[0].job

    def close(only: State) -> int:
        return desk.store.write(lambda c: outbox.close(c, job.id, State.DONE, only=only))

    assert close(State.WORKING) == 0
    assert close(State.WAITING) == 1
    assert close(State.WAITING) == 0
    assert outbox.find(desk.store.connection, job.id) is None
    (ended,) = outbox.of_person(desk.store.connection, "r1", badges.BADGE)
    assert (ended.id, ended.state) == (job.id, State.DONE)


def test_what_stands_on_a_badge(desk: OpenDesk) -> None:
    text = badges.text_of(desk.event, person(1, job_title="연구원", seat="A-1"))
    assert (text.name, text.organisation, text.job_title) == ("가상인1", "예시연구소", "연구원")
    assert (text.event, text.role, text.ticket) == ("봄 세미나", "참가자", token(1))
    assert badges.ROLES.keys() == set(type(text.category))


def test_a_badge_set_aside_while_it_was_printed_is_known_to_have_come_out(desk: OpenDesk) -> None:
    scan(desk, token(1))
    claimed = badges.take_next(desk)
    assert claimed is not None
    assert badges.recover(desk) == 1
    assert badges.state(desk, claimed[1].id) is BadgeState.UNSURE
    badges.finish(desk, claimed[0])
    assert badges.state(desk, claimed[1].id) is BadgeState.PRINTED


def test_a_badge_printed_before_the_event_is_the_one_that_check_in_would_print(
    desk: OpenDesk,
) -> None:
    badges.queue_again(desk, "r1")
    assert not scan(desk, token(1)).badge_job
    claimed = badges.take_next(desk)
    assert claimed is not None
    badges.finish(desk, claimed[0])
    badges.queue_again(desk, "r2")
    taken = badges.take_next(desk)
    assert taken is not None
    badges.finish(desk, taken[0])
    assert not scan(desk, token(2)).badge_job
