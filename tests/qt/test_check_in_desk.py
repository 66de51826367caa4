"""The desk behind both faces: durable answers, honest failures, the session that is due."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from fakes import DAY, Raw, add_people, at, event_text, open_test_desk, person, session_text, token

from kiosk.domain.errors import KioskError
from kiosk.domain.found import Cards, Hit, Overview, Sheet
from kiosk.domain.verdict import Outcome, Reason, Verdict
from kiosk.lanes import Lanes
from kiosk.services import attendance, check_in, lookup
from kiosk.services.open_desk import OpenDesk, open_desk
from kiosk.storage import journal
from kiosk.ui.check_in_desk import CheckInDesk

STORM = 500
MORNING = session_text(
    "morning",
    starts_at=Raw(f"{DAY}T09:00:00"),
    ends_at=Raw(f"{DAY}T11:00:00"),
    doors_at=Raw(f"{DAY}T08:30:00"),
)
AFTERNOON = session_text("afternoon")


class Counter:
    """A desk over a real store whose clock the test moves, and everything that it told."""

    def __init__(self, folder: Path, qtbot, *, people: int = 5, text: str | None = None) -> None:
        self.folder, self.qtbot, self.at = folder, qtbot, at("14:00")
        open_test_desk(folder, [person(n) for n in range(1, people + 1)], text).close()
        self.lanes, opened = Lanes(), []
        self.lanes.run("desk", open_desk, folder / "data", done=opened.append)
        qtbot.waitUntil(lambda: bool(opened))
        self.open_desk: OpenDesk = opened[0]
        self.desk = CheckInDesk(self.lanes, self.open_desk, now=self.now)
        self.verdicts: list[Verdict] = []
        self.failures: list[KioskError] = []
        self.overviews: list[Overview] = []
        self.badges: list[str] = []
        self.sessions: list[str] = []
        self.desk.answered.connect(self.verdicts.append)
        self.desk.failed.connect(self.failures.append)
        self.desk.overview_changed.connect(self.overviews.append)
        self.desk.badge_changed.connect(self.badges.append)
        self.desk.session_changed.connect(lambda session: self.sessions.append(session.id))

    def now(self) -> datetime:
        return self.at

    def come(self) -> int:
        """Return how many have come by the newest counts, 0 before the first."""
        return self.overviews[-1].counts.come if self.overviews else 0

    def entries(self) -> list[tuple[str, str]]:
        """Return (session, registration) of what the file holds, by another connection."""
        other = open_desk(self.folder / "data")
        held = journal.everything(other.store.connection, other.event_number)
        told = [(one.session, one.registration) for one in held]
        other.close()
        return told

    def wait(self, *, verdicts: int = 0, failures: int = 0) -> None:
        self.qtbot.waitUntil(
            lambda: (len(self.verdicts), len(self.failures)) == (verdicts, failures), timeout=30_000
        )

    def wait_for(self, answers: int) -> None:
        self.qtbot.waitUntil(lambda: len(self.verdicts) + len(self.failures) == answers)

    def close(self) -> None:
        self.lanes.close(last={"desk": self.open_desk.close})


@pytest.fixture
def counter(tmp_path: Path, qtbot) -> Iterator[Counter]:
    made = Counter(tmp_path, qtbot)
    yield made
    made.close()


def test_what_is_answered_is_on_disk(counter: Counter) -> None:
    seen: list[list[tuple[str, str]]] = []
    counter.desk.answered.connect(lambda _: seen.append(counter.entries()))
    counter.desk.take_scan(token(1))
    counter.wait(verdicts=1)
    assert (counter.verdicts[0].outcome, seen) == (Outcome.ADMIT, [[("main", "r1")]])
    assert counter.badges == []  # not before the verdict is painted
    counter.qtbot.waitUntil(lambda: counter.badges == ["r1"])


def test_a_refusal_is_an_answer_and_moves_no_badge(counter: Counter) -> None:
    for text in ("nobody", "", "\x00", "X" * 4_000, "\ud800"):
        counter.desk.take_scan(text)
    counter.wait(verdicts=5)
    reasons = {one.reason for one in counter.verdicts}
    assert reasons == {Reason.UNKNOWN, Reason.UNREADABLE}
    assert counter.entries() == []
    counter.desk.take_scan(token(1))
    counter.qtbot.waitUntil(lambda: counter.badges == ["r1"])


def test_a_storm_of_scans_is_answered_whole_and_in_order(counter: Counter) -> None:
    order = [token(1 + number % 5) for number in range(STORM)]
    for text in order:
        counter.desk.take_scan(text)
    counter.wait(verdicts=STORM)
    told = [one.registration.ticket for one in counter.verdicts if one.registration]
    assert told == order
    assert sum(one.outcome is Outcome.ADMIT for one in counter.verdicts) == 5
    assert sorted(counter.entries()) == [("main", f"r{n}") for n in range(1, 6)]
    counter.qtbot.waitUntil(lambda: counter.come() == 5)


def test_counts_are_fetched_once_for_a_storm_and_are_right_at_its_end(counter: Counter) -> None:
    gate = threading.Event()
    counter.lanes.run("desk", gate.wait, 30)
    for _ in range(100):
        counter.desk.refresh()
    counter.desk.take_scan(token(1))
    gate.set()
    counter.wait(verdicts=1)
    counter.qtbot.waitUntil(lambda: bool(counter.overviews) and counter.overviews[-1].counts.come)
    assert len(counter.overviews) <= 3


def test_counts_that_cannot_be_read_are_no_failed_check_in(
    counter: Counter, monkeypatch: pytest.MonkeyPatch, caplog
) -> None:
    def broken(*_: object) -> Overview:
        raise KioskError("STORE_LOCKED", path="kiosk.db")

    with monkeypatch.context() as during, caplog.at_level(logging.WARNING, "kiosk.ui"):
        during.setattr(attendance, "overview", broken)
        counter.desk.refresh()
        counter.desk.take_scan(token(1))
        counter.wait(verdicts=1)
        counter.qtbot.waitUntil(lambda: len(caplog.records) == 2)
    assert counter.failures == []
    counter.desk.refresh()
    counter.qtbot.waitUntil(lambda: bool(counter.overviews))


def test_what_cannot_be_recorded_is_a_failure_and_the_next_scan_works(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> Verdict:
        raise KioskError("STORE_FULL", path="kiosk.db")

    with monkeypatch.context() as during:
        during.setattr(check_in, "scan", full)
        counter.desk.take_scan(token(1))
        counter.wait(failures=1)
    assert counter.failures[0].code == "STORE_FULL"
    counter.desk.take_scan(token(1))
    counter.wait(verdicts=1, failures=1)
    assert counter.entries() == [("main", "r1")]


def test_a_disk_that_fills_up_admits_nobody_more_until_there_is_space(
    tmp_path: Path, qtbot
) -> None:
    made = Counter(tmp_path, qtbot, people=200)

    def limit(pages: int) -> None:
        made.open_desk.store.connection.execute(f"PRAGMA max_page_count = {pages}")

    made.lanes.run("desk", limit, 1)
    for number in range(1, 201):
        made.desk.take_scan(token(number))
        made.wait_for(number)
        if made.failures:
            break
    assert made.failures[0].code == "STORE_FULL"
    admitted = [("main", one.registration.id) for one in made.verdicts if one.registration]
    assert made.entries() == admitted
    assert len(made.badges) == len(admitted) == number - 1
    made.lanes.run("desk", limit, 1_000_000)
    made.desk.take_scan(token(number))
    made.wait(verdicts=number, failures=1)
    assert made.entries() == [*admitted, ("main", f"r{number}")]
    made.close()


@pytest.mark.logs_errors
def test_what_nobody_expected_is_logged_and_worded(
    counter: Counter, monkeypatch: pytest.MonkeyPatch, caplog
) -> None:
    monkeypatch.setattr(lookup, "find", lambda *_: {}["no such thing"])
    with caplog.at_level(logging.ERROR, "kiosk.ui"):
        counter.desk.find("가", lambda _: pytest.fail("nothing was found"))
        counter.wait(failures=1)
    assert counter.failures[0].code == "UNEXPECTED"
    assert counter.failures[0].facts == {"kind": "KeyError"}
    assert "KeyError" in caplog.text


def test_people_are_found_shown_undone_and_printed_again(counter: Counter) -> None:
    hits: list[Hit] = []
    counter.desk.find("가상인2", hits.extend)
    counter.qtbot.waitUntil(lambda: bool(hits))
    assert [one.registration.id for one in hits] == ["r2"]
    counter.desk.check_in("r2")
    counter.wait(verdicts=1)
    sheets: list[Sheet] = []
    counter.desk.show("r2", sheets.append)
    counter.desk.print_again("r2")
    counter.qtbot.waitUntil(lambda: counter.badges == ["r2", "r2"])
    assert sheets[0].presences["main"].inside
    undone: list[bool] = []
    counter.desk.undo(counter.verdicts[0].entry, lambda: undone.append(True))
    counter.qtbot.waitUntil(lambda: undone == [True])
    counter.desk.undo(counter.verdicts[0].entry, lambda: pytest.fail("it was undone before"))
    counter.wait(verdicts=1, failures=1)
    assert counter.failures[0].code == "ALREADY_VOID"


def test_guests_find_themselves_by_initials_and_digits(tmp_path: Path, qtbot) -> None:
    made = Counter(tmp_path, qtbot, people=0)
    other = open_desk(tmp_path / "data")
    add_people(other, [person(1, name="가나다", phone="010-0000-4321"), person(2, name="가노다")])
    other.close()
    cards: list[Cards] = []
    made.desk.find_cards("ㄱㄴㄷ", cards.append)
    qtbot.waitUntil(lambda: bool(cards))
    assert cards[0].total == 2
    matches: list[list[str]] = []
    made.desk.match_digits(["r1", "r2"], "4321", matches.append)
    qtbot.waitUntil(lambda: matches == [["r1"]])
    made.close()


def test_a_badge_is_drawn_off_the_gui_thread(counter: Counter) -> None:
    pictures = []
    counter.desk.preview(person(1), pictures.append)
    assert pictures == []
    counter.qtbot.waitUntil(lambda: bool(pictures), timeout=10_000)
    assert pictures[0].width() > pictures[0].height() > 300


class TestSessions:
    @pytest.fixture
    def day(self, tmp_path: Path, qtbot) -> Iterator[Counter]:
        made = Counter(tmp_path, qtbot, text=event_text(MORNING, AFTERNOON))
        made.at = at("09:00")
        made.desk.look_around()
        yield made
        made.close()

    def test_the_session_that_is_due_is_served_as_the_day_goes_on(self, day: Counter) -> None:
        assert day.desk.session.id == "morning"
        day.desk.take_scan(token(1))
        day.at = at("13:30")
        day.desk.look_around()
        day.desk.look_around()
        day.desk.take_scan(token(1))
        day.wait(verdicts=2)
        assert {one.outcome for one in day.verdicts} == {Outcome.ADMIT}
        assert day.entries() == [("morning", "r1"), ("afternoon", "r1")]
        assert day.sessions == ["morning", "afternoon"]

    def test_a_chosen_session_is_kept_until_it_closes(self, day: Counter) -> None:
        day.desk.choose_session("afternoon")
        day.desk.look_around()
        assert day.desk.session.id == "afternoon"
        day.at = at("13:30")
        day.desk.choose_session("morning")
        day.desk.look_around()
        assert day.desk.session.id == "afternoon", "the morning has closed"

    def test_a_session_that_is_not_there_cannot_be_chosen(self, day: Counter) -> None:
        day.desk.choose_session("night")
        assert day.desk.session.id == "morning"

    def test_a_scan_counts_for_the_session_served_when_it_was_taken(self, day: Counter) -> None:
        gate = threading.Event()
        day.lanes.run("desk", gate.wait, 30)
        day.desk.take_scan(token(2))
        day.at += timedelta(hours=4, minutes=30)
        day.desk.look_around()
        gate.set()
        day.wait(verdicts=1)
        assert day.entries() == [("morning", "r2")]


def test_two_desks_on_one_folder_admit_a_person_once(tmp_path: Path, qtbot) -> None:
    first = Counter(tmp_path, qtbot)
    second, opened = Lanes(), []
    second.run("desk", open_desk, tmp_path / "data", done=opened.append)
    qtbot.waitUntil(lambda: bool(opened))
    other = CheckInDesk(second, opened[0], now=first.now)
    told: list[Verdict] = []
    other.answered.connect(told.append)
    for number in range(1, 6):
        first.desk.take_scan(token(number))
        other.take_scan(token(number))
    qtbot.waitUntil(lambda: len(told) == 5)
    first.wait(verdicts=5)
    outcomes = [one.outcome for one in (*told, *first.verdicts)]
    assert outcomes.count(Outcome.ADMIT) == 5
    assert sorted(first.entries()) == [("main", f"r{n}") for n in range(1, 6)]
    overviews: list[Overview] = []
    other.overview_changed.connect(overviews.append)
    other.look_around()
    qtbot.waitUntil(lambda: bool(overviews) and overviews[-1].counts.come == 5)
    second.close(last={"desk": opened[0].close})
    first.close()
