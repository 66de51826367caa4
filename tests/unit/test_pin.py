"""The administration PIN: kept as a hash, counted before it is looked at, and locked by time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from failing_disk import Faulty, put_under
from fakes import at, open_test_desk

from kiosk.domain.errors import KioskError
from kiosk.domain.pin import PinCheck
from kiosk.services import pin
from kiosk.services.open_desk import OpenDesk, open_desk
from kiosk.storage import store

RIGHT, WRONG = "394058", "394059"
NOW = at("14:00")


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash at a fraction of the cost; the real one is tried once, below."""
    monkeypatch.setattr(pin, "_N", 2**4)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    made = open_test_desk(tmp_path)
    pin.set_pin(made, RIGHT)
    yield made
    made.close()


def after(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def wrong(desk: OpenDesk, times: int, when: datetime = NOW) -> PinCheck:
    checks = [pin.check(desk, WRONG, when) for _ in range(times)]
    return checks[-1]


def secret(desk: OpenDesk) -> str:
    return str(desk.store.connection.execute("SELECT value FROM secret").fetchone()[0])


class TestSetting:
    def test_it_is_kept_as_a_salted_hash(self, desk: OpenDesk) -> None:
        first = secret(desk)
        pin.set_pin(desk, RIGHT)
        assert RIGHT not in first
        assert first != secret(desk)
        assert first.split("$")[0] == "scrypt"

    @pytest.mark.usefixtures("_cheap")
    def test_its_real_cost_is_what_the_design_asks(
        self, desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        cheap = secret(desk)
        monkeypatch.undo()
        pin.set_pin(desk, RIGHT)
        assert secret(desk).split("$")[1:4] == ["16384", "8", "1"]
        assert pin.check(desk, RIGHT, NOW).ok
        desk.store.connection.execute("UPDATE secret SET value = ?", (cheap,))
        assert pin.check(desk, RIGHT, NOW).ok, "one kept at another cost is read by that"

    @pytest.mark.parametrize("typed", ["", "39405", "3940580", "39405a", "３９４０５８", "39405\n"])
    def test_six_digits_and_nothing_else(self, desk: OpenDesk, typed: str) -> None:
        with pytest.raises(KioskError, match="PIN_SHAPE"):
            pin.set_pin(desk, typed)
        assert pin.check(desk, RIGHT, NOW).ok

    @pytest.mark.parametrize(
        "typed", ["000000", "777777", "123456", "234567", "890123", "654321", "210987", "121212",
                  "393939", "123123", "905905"],
    )  # fmt: skip
    def test_what_anybody_tries_first_is_refused(self, desk: OpenDesk, typed: str) -> None:
        with pytest.raises(KioskError, match="PIN_WEAK"):
            pin.set_pin(desk, typed)

    @pytest.mark.parametrize("typed", ["394058", "112233", "123457", "100000"])
    def test_others_are_taken(self, desk: OpenDesk, typed: str) -> None:
        pin.set_pin(desk, typed)
        assert pin.check(desk, typed, NOW).ok

    def test_a_new_one_forgets_the_tries_at_the_old_one(self, desk: OpenDesk) -> None:
        wrong(desk, 5)
        pin.set_pin(desk, "604813")
        assert pin.check(desk, "604813", NOW) == PinCheck(ok=True, tries_left=5)

    def test_none_is_set_at_first(self, tmp_path: Path) -> None:
        desk = open_test_desk(tmp_path)
        assert not pin.is_set(desk)
        with pytest.raises(KioskError, match="PIN_NOT_SET"):
            pin.check(desk, RIGHT, NOW)
        pin.set_pin(desk, RIGHT)
        assert pin.is_set(desk)
        desk.close()


class TestDraw:
    def test_it_is_told_once(self, tmp_path: Path) -> None:
        desk = open_test_desk(tmp_path)
        drawn = pin.draw(desk)
        assert drawn is not None
        assert pin.check(desk, drawn, NOW).ok
        assert pin.draw(desk) is None
        assert pin.check(desk, drawn, NOW).ok
        desk.close()

    def test_a_weak_one_is_drawn_again(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        desk = open_test_desk(tmp_path)
        drawn = iter([0, 123_456, 4_071])
        monkeypatch.setattr(pin.randomness, "randbelow", lambda _: next(drawn))
        assert pin.draw(desk) == "004071"
        desk.close()


class TestTries:
    def test_five_wrong_ones_lock_it_for_fifteen_seconds(self, desk: OpenDesk) -> None:
        told = [pin.check(desk, WRONG, NOW) for _ in range(5)]
        assert [one.tries_left for one in told] == [4, 3, 2, 1, 0]
        assert [one.locked_until for one in told] == [None] * 4 + [after(15)]

    def test_the_right_one_takes_them_back(self, desk: OpenDesk) -> None:
        wrong(desk, 4)
        assert pin.check(desk, RIGHT, NOW) == PinCheck(ok=True, tries_left=5)
        assert wrong(desk, 1).tries_left == 4

    def test_while_it_is_locked_even_the_right_one_is_not_looked_at(self, desk: OpenDesk) -> None:
        wrong(desk, 5)
        assert pin.check(desk, RIGHT, after(14.999)) == PinCheck(False, 0, after(15))
        assert pin.check(desk, RIGHT, after(15)).ok

    def test_a_try_while_it_is_locked_makes_it_no_longer(self, desk: OpenDesk) -> None:
        wrong(desk, 5)
        for second in range(1, 15):
            assert pin.check(desk, WRONG, after(second)).locked_until == after(15)
        assert pin.check(desk, RIGHT, after(15)).ok

    def test_each_further_wrong_one_doubles_the_lock(self, desk: OpenDesk) -> None:
        told, when = wrong(desk, 5), NOW
        locks = []
        for _ in range(16):
            assert told.locked_until is not None
            locks.append((told.locked_until - when).total_seconds())
            when = told.locked_until
            told = pin.check(desk, WRONG, when)
        assert locks[:4] == [15, 30, 60, 120]
        assert all(b == min(2 * a, 86_400) for a, b in pairwise(locks))
        assert locks[-1] == 86_400

    def test_after_a_lock_there_is_one_try(self, desk: OpenDesk) -> None:
        wrong(desk, 5)
        assert pin.check(desk, WRONG, after(16)) == PinCheck(False, 0, after(46))

    @pytest.mark.parametrize("typed", ["", "3940580", "가나다라마바", "\ud800" * 6, "x" * 10_000])
    def test_what_is_no_pin_is_a_wrong_one(self, desk: OpenDesk, typed: str) -> None:
        assert pin.check(desk, typed, NOW) == PinCheck(ok=False, tries_left=4)


class TestRestart:
    def test_the_tries_are_counted_over_a_restart(self, desk: OpenDesk) -> None:
        wrong(desk, 3)
        other = open_desk(desk.store.path.parent)
        assert wrong(other, 2).locked_until == after(15)
        other.close()
        assert pin.check(desk, RIGHT, after(1)).locked_until == after(15)

    def test_a_program_ended_while_it_compares_has_counted_the_try(
        self, desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Nothing is learnt before the count is on disk: what the comparison sees is the count."""

        def killed(*_: object) -> bool:
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(pin, "_matches", killed)
            for typed in (WRONG, RIGHT, WRONG, RIGHT, WRONG):
                with pytest.raises(KeyboardInterrupt):
                    pin.check(desk, typed, NOW)
        assert pin.check(desk, RIGHT, after(1)) == PinCheck(False, 0, after(15))


class TestBrokenStore:
    """A disk that is full or gone: staff get out, and a guess is as dear as ever."""

    @pytest.fixture
    def broken(self, desk: OpenDesk, monkeypatch: pytest.MonkeyPatch) -> Faulty:
        monkeypatch.setattr(store, "_RETRY_AFTER_S", (0,))
        disk = put_under(desk)
        disk.refusals = 10**6
        return disk

    def test_the_right_one_is_known(self, desk: OpenDesk, broken: Faulty) -> None:
        assert pin.check(desk, RIGHT, NOW) == PinCheck(ok=True, tries_left=5)

    def test_wrong_ones_lock_it_as_they_do_on_disk(self, desk: OpenDesk, broken: Faulty) -> None:
        told = [pin.check(desk, WRONG, NOW) for _ in range(5)]
        assert [one.tries_left for one in told] == [4, 3, 2, 1, 0]
        assert pin.check(desk, RIGHT, after(14.9)) == PinCheck(False, 0, after(15))
        assert pin.check(desk, WRONG, after(15)).locked_until == after(45)
        assert pin.check(desk, RIGHT, after(45)).ok
        assert wrong(desk, 1, after(45)).tries_left == 4

    def test_it_goes_on_from_what_the_disk_knows_and_back(
        self, desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(store, "_RETRY_AFTER_S", (0,))
        wrong(desk, 2)
        disk = put_under(desk)
        disk.refusals = 1
        assert wrong(desk, 1).tries_left == 2
        assert wrong(desk, 1).tries_left == 1
        other = open_desk(desk.store.path.parent)
        assert wrong(other, 1).locked_until == after(15)
        other.close()

    def test_a_new_pin_has_no_tries_against_it(
        self, desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(store, "_RETRY_AFTER_S", (0,))
        disk = put_under(desk)
        disk.refusals = 4
        wrong(desk, 4)
        pin.set_pin(desk, "846203")
        assert wrong(desk, 1).tries_left == 4

    def test_one_that_cannot_be_read_lets_nobody_in(
        self, desk: OpenDesk, broken: Faulty, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def unreadable(*_: object) -> None:
            raise KioskError("STORE_DAMAGED", path="")

        monkeypatch.setattr(desk.store.__class__, "read", unreadable)
        with pytest.raises(KioskError, match="STORE_DAMAGED"):
            pin.check(desk, RIGHT, NOW)


class TestClock:
    def test_set_back_it_shortens_nothing_and_lengthens_nothing(self, desk: OpenDesk) -> None:
        wrong(desk, 5)
        assert pin.check(desk, RIGHT, after(5)).locked_until == after(15)
        an_hour_ago = after(-3_600)
        told = pin.check(desk, RIGHT, an_hour_ago)
        assert told == PinCheck(False, 0, an_hour_ago + timedelta(seconds=10))
        assert not pin.check(desk, RIGHT, an_hour_ago + timedelta(seconds=9.9)).ok
        assert pin.check(desk, RIGHT, an_hour_ago + timedelta(seconds=10)).ok

    def test_set_back_unseen_it_locks_for_no_longer_than_the_lock(self, desk: OpenDesk) -> None:
        wrong(desk, 5)
        long_ago = after(-(10**9))
        assert pin.check(desk, RIGHT, long_ago).locked_until == long_ago + timedelta(seconds=15)

    def test_a_count_that_nobody_could_have_made_locks_for_no_longer_either(
        self, desk: OpenDesk
    ) -> None:
        wrong(desk, 5)
        desk.store.connection.execute("UPDATE secret SET left_ms = 9000000000000")
        assert pin.check(desk, RIGHT, NOW).locked_until == after(15)
