"""The queue of badges as staff steer it, and several printers: nothing twice, nothing lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fakes import count, event_text, open_test_desk, person, scan, session_text, token

from kiosk.domain.errors import KioskError
from kiosk.domain.found import BadgeState
from kiosk.domain.patience import OVER_S, SLOW_S, Patience
from kiosk.domain.printer import Printer, PrinterState, printer_for
from kiosk.domain.registration import Category
from kiosk.services import badge_jobs, badges, printers
from kiosk.services.check_in import void
from kiosk.services.open_desk import OpenDesk
from kiosk.storage import outbox
from kiosk.storage.outbox import State

VIP = Category.VIP


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    people = [person(1), person(2, category=VIP), person(3)]
    made = open_test_desk(tmp_path, people, event_text(session_text(entry="unlimited")))
    printers.add(made.store, "A", "folder:/a", roll=12)
    printers.add(made.store, "B", "folder:/b", [VIP])
    made.settings = replace(made.settings, printer="A")
    yield made
    made.close()


def jobs(desk: OpenDesk, *numbers: int) -> list[str]:
    """Check people in and return their badges' jobs."""
    return [scan(desk, token(one)).badge_job for one in numbers]


def states(desk: OpenDesk) -> dict[str, str]:
    return {one.job: "held" if one.is_held else one.state.value for one in badge_jobs.queue(desk)}


def take(desk: OpenDesk, printer: str = "A") -> outbox.Job:
    claimed = badges.take_next(desk, printer)
    assert claimed is not None
    return claimed[0]


class TestRoutes:
    def test_each_category_has_its_printer_and_the_default_the_rest(self, desk: OpenDesk) -> None:
        first, vip = jobs(desk, 1, 2)
        told = {one.job: one.printer for one in badge_jobs.queue(desk)}
        assert told == {first: "A", vip: "B"}
        load = badge_jobs.load(desk)
        assert ([one.name for one in load.fleet], load.waiting) == (["A", "B"], {"A": 1, "B": 1})
        assert load.unsettled == {}
        assert take(desk, "B").id == vip
        assert badges.take_next(desk, "B") is None
        assert take(desk, "A").id == first

    def test_without_a_list_the_setting_is_the_printer_itself(self, desk: OpenDesk) -> None:
        for name in ("A", "B"):
            printers.remove(desk.store, name)
        desk.settings = replace(desk.settings, printer="zebra://labels")
        assert printers.fleet(desk) == (Printer("zebra://labels", "zebra://labels"),)
        desk.settings = replace(desk.settings, printer="")
        assert printers.fleet(desk) == ()
        (job,) = jobs(desk, 1)
        assert badges.state(desk, "r1") is BadgeState.NO_PRINTER
        assert badge_jobs.queue(desk)[0].printer == ""
        assert badges.take_next(desk, "A") is None
        assert states(desk) == {job: "waiting"}

    def test_a_printer_that_is_gone_leaves_its_badges_to_the_others(self, desk: OpenDesk) -> None:
        (job,) = jobs(desk, 1)
        badge_jobs.move(desk, job, "B")
        assert badge_jobs.queue(desk)[0].printer == "B"
        printers.remove(desk.store, "B")
        assert badge_jobs.queue(desk)[0].printer == "A"

    @pytest.mark.parametrize(
        ("named", "category", "printer"),
        [("", Category.ATTENDEE, "A"), ("", VIP, "B"), ("A", VIP, "A"), ("gone", VIP, "B")],
    )
    def test_a_badge_goes_where_it_was_sent_else_by_its_person(
        self, named: str, category: Category, printer: str
    ) -> None:
        fleet = (Printer("A", "a"), Printer("B", "b", frozenset({VIP})))
        assert printer_for(fleet, named, category) == printer
        assert printer_for((), named, category) == ""


class TestSteering:
    def test_a_badge_on_hold_waits_until_it_is_let_go(self, desk: OpenDesk) -> None:
        first, second = jobs(desk, 1, 3)
        badge_jobs.hold(desk, first)
        badge_jobs.hold(desk, first)  # said twice, done once
        assert states(desk) == {first: "held", second: "waiting"}
        assert badges.state(desk, "r1") is BadgeState.WAITING
        assert take(desk).id == second
        assert badges.take_next(desk, "A") is None
        badge_jobs.let_go(desk, first)
        assert take(desk).id == first

    def test_a_badge_that_staff_gave_up_is_not_made_at_the_next_check_in(
        self, desk: OpenDesk
    ) -> None:
        (job,) = jobs(desk, 1)
        badge_jobs.cancel(desk, job)
        badge_jobs.cancel(desk, job)
        assert states(desk) == {}
        assert badges.state(desk, "r1") is BadgeState.NONE
        assert not scan(desk, token(1), "14:10").badge_job

    def test_a_badge_on_hold_goes_with_its_entry(self, desk: OpenDesk) -> None:
        (job,) = jobs(desk, 1)
        badge_jobs.hold(desk, job)
        void(desk, job, "a test")
        assert states(desk) == {}
        assert scan(desk, token(1), "14:10").badge_job

    @pytest.mark.parametrize("is_sure", [True, False])
    def test_printing_again_is_a_job_of_its_own(self, desk: OpenDesk, is_sure: bool) -> None:
        jobs(desk, 1)
        job = take(desk)
        badges.finish(desk, job, "PRINTER_GAVE_UP", is_sure=is_sure)
        assert states(desk) == {job.id: "failed" if is_sure else "unsure"}
        again = badge_jobs.retry(desk, job.id)
        assert again != job.id
        assert states(desk) == {again: "waiting"}
        with pytest.raises(KioskError, match="BADGE_JOB_BUSY"):
            badge_jobs.retry(desk, job.id)
        assert take(desk).id == again

    def test_a_retry_whose_commit_raised_is_one_badge(self, desk: OpenDesk, monkeypatch) -> None:
        jobs(desk, 1)
        job = take(desk)
        badges.finish(desk, job, "PRINTER_GAVE_UP")
        write = desk.store.write

        def twice(work: object) -> object:
            write(work)  # type: ignore[arg-type]
            return write(work)  # type: ignore[arg-type]

        monkeypatch.setattr(desk.store, "write", twice)
        badge_jobs.retry(desk, job.id)
        assert list(states(desk).values()) == ["waiting"]

    def test_an_unsure_badge_that_somebody_saw_is_done(self, desk: OpenDesk) -> None:
        jobs(desk, 1)
        job = take(desk)
        badges.finish(desk, job, "PRINTER_CUT")
        with pytest.raises(KioskError, match="BADGE_JOB_BUSY"):
            badge_jobs.cancel(desk, job.id)
        badge_jobs.confirm(desk, job.id)
        badge_jobs.confirm(desk, job.id)
        assert badges.state(desk, "r1") is BadgeState.PRINTED
        assert states(desk) == {}

    def test_a_failed_badge_is_put_aside_with_what_was_wrong(self, desk: OpenDesk) -> None:
        jobs(desk, 1)
        job = take(desk)
        badges.finish(desk, job, "QR_TOO_LONG")
        badge_jobs.cancel(desk, job.id)
        ended = outbox.find_ended(desk.store.connection, job.id)
        assert ended is not None
        assert (ended.state, ended.problem) == (State.CANCELLED, "QR_TOO_LONG")

    def test_everything_that_waits_goes_to_another_printer(self, desk: OpenDesk) -> None:
        first, vip, held = jobs(desk, 1, 2, 3)
        badge_jobs.hold(desk, held)
        assert badge_jobs.move_all(desk, "A", "B") == 1
        told = {one.job: one.printer for one in badge_jobs.queue(desk)}
        assert told == {first: "B", vip: "B", held: "A"}
        assert states(desk) == {first: "waiting", vip: "waiting", held: "held"}

    def test_a_failed_badge_is_sent_to_another_printer_as_a_new_one(self, desk: OpenDesk) -> None:
        jobs(desk, 1)
        job = take(desk)
        badges.finish(desk, job, "PRINTER_GAVE_UP")
        badge_jobs.move(desk, job.id, "B")
        (line,) = badge_jobs.queue(desk)
        assert (line.printer, line.state) == ("B", BadgeState.WAITING)
        assert line.job != job.id

    @pytest.mark.parametrize("act", ["hold", "let_go", "cancel", "confirm", "retry"])
    def test_what_is_under_way_or_unknown_is_refused(self, desk: OpenDesk, act: str) -> None:
        jobs(desk, 1)
        job = take(desk)
        with pytest.raises(KioskError, match="BADGE_JOB_BUSY"):
            getattr(badge_jobs, act)(desk, job.id)
        with pytest.raises(KioskError, match="BADGE_JOB_UNKNOWN"):
            getattr(badge_jobs, act)(desk, "none")
        assert states(desk) == {job.id: "printing"}

    def test_a_printer_nobody_knows_is_refused(self, desk: OpenDesk) -> None:
        (job,) = jobs(desk, 1)
        for move in (badge_jobs.move, badge_jobs.move_all):
            with pytest.raises(KioskError, match="PRINTER_UNKNOWN"):
                move(desk, job, "C")


class TestAttempts:
    def test_each_claim_is_counted_and_what_was_wrong_is_kept(self, desk: OpenDesk) -> None:
        jobs(desk, 1)
        for attempt in (1, 2):
            job = take(desk)
            badges.finish(desk, job, "PRINTER_NO_PAPER")
            (line,) = badge_jobs.queue(desk)
            assert (line.attempts, line.problem) == (attempt, "PRINTER_NO_PAPER")
            assert (line.state, line.printer) == (BadgeState.WAITING, "A")

    @pytest.mark.parametrize("code", sorted(badges.NEVER_SENT))
    def test_what_never_left_waits_again(self, desk: OpenDesk, code: str) -> None:
        (job,) = jobs(desk, 1)
        badges.finish(desk, take(desk), code)
        assert states(desk) == {job: "waiting"}

    @pytest.mark.parametrize("code", sorted(badges.MAY_HAVE_COME))
    def test_what_may_have_come_is_unsure(self, desk: OpenDesk, code: str) -> None:
        (job,) = jobs(desk, 1)
        badges.finish(desk, take(desk), code)
        assert states(desk) == {job: "unsure"}
        assert badge_jobs.load(desk).unsettled == {"A": 1}


class TestLabels:
    def test_labels_are_counted_off_the_printer_that_has_the_badge(self, desk: OpenDesk) -> None:
        jobs(desk, 1, 2, 3)
        badges.finish(desk, take(desk))
        badges.finish(desk, take(desk), "PRINTER_GAVE_UP")
        badges.finish(desk, take(desk, "B"))
        first, second = printers.fleet(desk)
        assert (first.left, first.is_running_low) == (11, False)
        assert (second.roll, second.left, second.is_running_low) == (0, 0, False)

    def test_from_ten_on_the_roll_is_low_and_it_never_falls_below_none(
        self, desk: OpenDesk
    ) -> None:
        printers.count_off(desk.store, "A")
        assert not printers.find(desk.store, "A").is_running_low
        for _ in range(20):
            printers.count_off(desk.store, "A")
        first = printers.find(desk.store, "A")
        assert (first.left, first.is_running_low) == (0, True)
        assert printers.count_labels(desk.store, "A", 300).left == 300
        assert not printers.count_labels(desk.store, "A", 0).is_running_low


class TestPrinters:
    def test_the_first_added_is_the_default_until_another_is_chosen(self, desk: OpenDesk) -> None:
        assert [one.name for one in printers.known(desk.store)] == ["A", "B"]
        printers.make_default(desk.store, "B")
        assert [one.name for one in printers.known(desk.store)] == ["B", "A"]
        printers.remove(desk.store, "B")
        assert [one.name for one in printers.known(desk.store)] == ["A"]

    def test_a_printer_added_again_is_changed(self, desk: OpenDesk) -> None:
        printers.add(desk.store, " A ", "folder:/other", [VIP], 5)
        assert count(desk, "printer") == 2
        assert printers.find(desk.store, "A").address == "folder:/other"

    @pytest.mark.parametrize("name", ["", " ", "a/b", "-a", "x" * 25, "a\x00", "<b>", "a:b"])
    def test_a_name_that_is_none_is_refused(self, desk: OpenDesk, name: str) -> None:
        with pytest.raises(KioskError, match="PRINTER_NAME_WRONG"):
            printers.add(desk.store, name, "folder:/x")

    def test_a_printer_held_keeps_its_roll(self, desk: OpenDesk) -> None:
        badge_jobs.hold_printer(desk, "A")
        held = printers.find(desk.store, "A")
        assert (held.is_held, held.left) == (True, 12)
        badge_jobs.let_printer_go(desk, "A")
        assert not printers.find(desk.store, "A").is_held

    def test_a_printer_that_only_the_setting_names_can_be_held_too(self, desk: OpenDesk) -> None:
        desk.store.write(lambda c: c.execute("DELETE FROM printer"))
        desk.store.write(
            lambda c: c.execute("UPDATE setting SET value = 'folder:/x/hot' WHERE name = 'printer'")
        )
        assert printers.hold(desk.store, "hot").name == "folder:/x/hot"
        desk.settings = replace(desk.settings, printer="folder:/x/hot")
        (only,) = printers.fleet(desk)
        assert (only.is_held, only.label) == (True, "hot")


class TestPatience:
    def test_the_clock_stands_while_the_printer_says_what_it_waits_for(self) -> None:
        now = [0.0]
        patience = Patience(lambda: now[0])
        now[0] = SLOW_S + 1
        patience.note(PrinterState.BUSY)
        assert (patience.is_slow, patience.is_over) == (True, False)
        now[0] = 3_600
        patience.note(PrinterState.NO_PAPER)
        assert not patience.is_over
        now[0] += OVER_S
        patience.note(PrinterState.OFFLINE)
        assert patience.is_over


def test_a_badge_undone_on_its_way_does_not_wait_again(desk: OpenDesk) -> None:
    verdict = scan(desk, token(1))
    claimed = badges.take_next(desk)
    assert claimed is not None
    void(desk, verdict.entry, "by mistake")
    badges.finish(desk, claimed[0], "PRINTER_NO_PAPER")
    assert badges.take_next(desk) is None


def test_whose_badge_never_came_out_gets_one_at_the_next_check_in(desk: OpenDesk) -> None:
    first = scan(desk, token(1))
    claimed = badges.take_next(desk)
    assert claimed is not None
    badges.finish(desk, claimed[0], "TEMPLATE_WRONG")
    void(desk, first.entry, "by mistake")
    assert scan(desk, token(1)).badge_job
    assert badges.take_next(desk) is not None


def test_a_badge_brought_to_another_printer_is_claimed_for_that_one(desk: OpenDesk) -> None:
    scan(desk, token(1))
    claimed = badges.take_next(desk, onto="spare")
    assert claimed is not None
    row = desk.store.connection.execute("SELECT printer FROM outbox WHERE state = 'working'")
    assert row.fetchone() == ("spare",)
