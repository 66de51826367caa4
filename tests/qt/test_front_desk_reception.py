"""Reception: keys and scans in, scenes out, against a desk that answers when it is told to."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtGui import QImage

from kiosk.domain.errors import KioskError
from kiosk.domain.event import Direction, EntryPolicy
from kiosk.domain.found import BadgeState, Counts, Hit, Overview, Sheet
from kiosk.domain.journal import Presence
from kiosk.domain.registration import Registration, Status
from kiosk.domain.verdict import Outcome, Reason, Verdict
from kiosk.ui.front_desk.reception import UNDO_FOR, Reception
from kiosk.ui.front_desk.sample_desk import EVENT, NOW, SampleDesk
from kiosk.ui.front_desk.scene import Candidates, Scene, Stage, Task


def anna(**more: object) -> Registration:
    return Registration("anna", "김견본", sessions=("seminar",), **more)


ANNA, BORA = anna(), Registration("bora", "이견본", sessions=("seminar",))


class WaitingDesk(SampleDesk):
    """Keeps every question until the test answers it."""

    def __init__(self) -> None:
        super().__init__()
        self.asked_for: list[tuple[object, ...]] = []
        self.finds: list[tuple[str, Callable[[list[Hit]], None]]] = []
        self.pictures: list[tuple[str, Callable[[QImage], None]]] = []
        self.undoing: list[tuple[str, Callable[[], None]]] = []

    def take_scan(self, text: str) -> None:
        self.asked_for.append(("scan", text))

    def check_in(
        self,
        registration_id: str,
        *,
        confirm: bool = False,
        answers: Mapping[str, object] | None = None,
    ) -> None:
        self.asked_for.append(("check-in", registration_id, confirm, answers))

    def undo(self, entry_id: str, done: Callable[[], None]) -> None:
        self.undoing.append((entry_id, done))

    def find(self, text: str, done: Callable[[list[Hit]], None]) -> None:
        self.finds.append((text, done))

    def show(self, registration_id: str, done: Callable[[Sheet], None], **_: bool) -> None:
        person = {"anna": ANNA, "bora": BORA}[registration_id]
        presences = {"seminar": self.presences[person.id]} if person.id in self.presences else {}
        done(Sheet(person, presences, BadgeState.NONE))

    def print_again(self, registration_id: str) -> None:
        self.asked_for.append(("badge", registration_id))

    def preview(self, registration: Registration, done: Callable[[QImage], None]) -> None:
        self.pictures.append((registration.id, done))


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


class Room:
    """A reception with its desk and clock, and all that it told."""

    def __init__(self) -> None:
        self.desk, self.clock = WaitingDesk(), Clock()
        self.reception = Reception(self.desk, self.clock)
        self.scenes: list[Scene] = []
        self.pictures: list[QImage | None] = []
        self.cleared = 0
        self.reception.scene_changed.connect(self.scenes.append)
        self.reception.picture_changed.connect(self.pictures.append)
        self.reception.field_cleared.connect(self._count_cleared)

    def _count_cleared(self) -> None:
        self.cleared += 1

    @property
    def scene(self) -> Scene:
        return self.reception.scene

    def type(self, text: str, *found: Registration) -> None:
        """Type, and let the desk find people who have not come yet."""
        self.reception.search(text)
        self.reception.finish_waiting()
        self.desk.finds.pop()[1]([Hit(one, Presence()) for one in found])

    def answer(self, reason: Reason, outcome: Outcome, person: Registration | None = ANNA) -> None:
        entry = "entry-1" if outcome is Outcome.ADMIT else ""
        session = EVENT.sessions[0]
        self.desk.answered.emit(
            Verdict(outcome, reason, registration=person, session=session, entry=entry)
        )


@pytest.fixture
def room(qapp: object) -> Iterator[Room]:
    made = Room()
    yield made
    made.reception.deleteLater()
    made.desk.deleteLater()


def test_typing_finds_and_shows_the_first_match_as_not_checked_in(room: Room) -> None:
    room.type("ㄱㄱㅂ", ANNA, BORA)
    assert room.scene.stage is Stage.BEFORE
    assert room.scene.person == ANNA
    assert room.desk.asked_for == []


def test_a_search_starts_by_itself_once_typing_rests(room: Room, qtbot) -> None:
    room.reception.search("ㄱ")
    qtbot.waitUntil(lambda: [text for text, _ in room.desk.finds] == ["ㄱ"])


def test_fast_typing_asks_once(room: Room) -> None:
    for text in ("ㄱ", "ㄱㄱ", "ㄱㄱㅂ"):
        room.reception.search(text)
    room.reception.finish_waiting()
    assert [text for text, _ in room.desk.finds] == ["ㄱㄱㅂ"]


def test_an_older_answer_that_comes_late_is_dropped(room: Room) -> None:
    for text in ("ㄱ", "ㅇ"):
        room.reception.search(text)
        room.reception.finish_waiting()
    (_, older), (_, newer) = room.desk.finds
    newer([Hit(BORA, Presence())])
    older([Hit(ANNA, Presence())])
    assert room.scene.person == BORA
    assert room.reception.candidates == Candidates("ㅇ", (Hit(BORA, Presence()),), 0)


def test_an_answer_after_escape_is_dropped(room: Room) -> None:
    room.reception.search("ㄱ")
    room.reception.finish_waiting()
    room.reception.clear()
    room.desk.finds[0][1]([Hit(ANNA, Presence())])
    assert room.scene.stage is Stage.READY
    assert room.reception.candidates == Candidates()


def test_the_choice_moves_and_stops_at_the_ends(room: Room) -> None:
    room.type("ㄱ", ANNA, BORA)
    for step, person in ((1, BORA), (1, BORA), (-1, ANNA), (-1, ANNA)):
        room.reception.step(step)
        assert room.scene.person == person
    room.reception.choose(7)
    assert room.scene.person == ANNA


def test_enter_checks_the_chosen_person_in_and_uses_up_what_was_typed(room: Room) -> None:
    room.type("ㄱ", ANNA, BORA)
    room.reception.choose(1)
    room.reception.confirm()
    assert room.desk.asked_for == [("check-in", "bora", False, None)]
    assert room.cleared == 1


def test_a_second_enter_while_the_first_is_under_way_does_nothing(room: Room) -> None:
    room.type("ㄱ", ANNA)
    room.reception.confirm()
    room.reception.confirm()
    assert len(room.desk.asked_for) == 1


@pytest.mark.parametrize(
    ("outcome", "reason"), [(Outcome.ADMIT, Reason.OK), (Outcome.ASK, Reason.ALREADY_IN)]
)
def test_enter_after_a_verdict_does_nothing(room: Room, outcome: Outcome, reason: Reason) -> None:
    room.answer(reason, outcome)
    room.reception.confirm()
    assert room.desk.asked_for == []


def test_enter_before_the_answer_to_the_last_letter_checks_nobody_in(room: Room) -> None:
    room.type("ㄱ", ANNA)
    room.reception.search("ㄱㄴ")
    room.reception.confirm()
    room.reception.confirm()
    assert room.desk.asked_for == []
    assert [text for text, _ in room.desk.finds] == ["ㄱㄴ"]


def test_a_pending_person_is_admitted_with_the_staffs_word(room: Room) -> None:
    room.answer(Reason.PENDING, Outcome.ASK)
    room.reception.confirm()
    assert room.desk.asked_for == [("check-in", "anna", True, None)]


def test_answers_keep_the_staffs_word_that_was_given_before(room: Room) -> None:
    room.answer(Reason.PENDING, Outcome.ASK)
    room.reception.confirm()
    room.answer(Reason.NEEDS_ANSWERS, Outcome.ASK)
    room.reception.submit({"meal": "yes"})
    assert room.desk.asked_for[-1] == ("check-in", "anna", True, {"meal": "yes"})


def test_answers_of_the_next_person_carry_no_word_of_the_last(room: Room) -> None:
    room.answer(Reason.PENDING, Outcome.ASK)
    room.reception.confirm()
    room.answer(Reason.OK, Outcome.ADMIT)
    room.answer(Reason.NEEDS_ANSWERS, Outcome.ASK)
    room.reception.submit({"meal": "no"})
    assert room.desk.asked_for[-1] == ("check-in", "anna", False, {"meal": "no"})


def test_answers_nobody_asked_for_are_not_sent(room: Room) -> None:
    room.answer(Reason.OK, Outcome.ADMIT)
    room.reception.submit({"meal": "yes"})
    assert room.desk.asked_for == []


def test_a_scan_wins_over_what_is_typed(room: Room) -> None:
    room.type("ㄱ", ANNA)
    room.reception.take_scan("TOKEN")
    room.answer(Reason.OK, Outcome.ADMIT, BORA)
    assert room.desk.asked_for == [("scan", "TOKEN")]
    assert room.cleared == 1
    assert (room.scene.stage, room.scene.person) == (Stage.ANSWERED, BORA)


def test_a_scan_that_an_input_method_turned_into_letters_is_still_a_scan(room: Room) -> None:
    room.reception.search("ㄴ뜨26-ㅁ7")
    room.reception.confirm()
    room.desk.finds.pop()[1]([])
    assert room.desk.asked_for == [("scan", "ㄴ뜨26-ㅁ7")]


def test_enter_on_a_name_that_nobody_has_is_no_scan(room: Room) -> None:
    room.type("없는이름")
    room.reception.confirm()
    assert room.desk.asked_for == []
    assert room.scene.stage is Stage.READY


def test_typing_a_code_without_enter_is_no_scan(room: Room) -> None:
    room.type("SEM26-A7")
    assert room.desk.asked_for == []


@pytest.mark.parametrize(("seconds", "undone"), [(0, 1), (29, 1), (30, 0)])
def test_a_check_in_can_be_undone_for_thirty_seconds(room: Room, seconds: int, undone: int) -> None:
    room.answer(Reason.OK, Outcome.ADMIT)
    room.clock.now += timedelta(seconds=seconds)
    assert room.reception.undo_seconds_left() == UNDO_FOR.seconds - seconds
    room.reception.undo()
    assert len(room.desk.undoing) == undone


def test_undoing_shows_it_and_enter_checks_in_again(room: Room) -> None:
    room.answer(Reason.OK, Outcome.ADMIT)
    room.reception.undo()
    entry, done = room.desk.undoing[0]
    assert (entry, room.scene.stage) == ("entry-1", Stage.ANSWERED)
    done()
    assert (room.scene.stage, room.scene.person) == (Stage.UNDONE, ANNA)
    room.reception.undo()
    assert len(room.desk.undoing) == 1
    room.reception.confirm()
    assert room.desk.asked_for == [("check-in", "anna", False, None)]


def test_refusals_leave_nothing_to_undo(room: Room) -> None:
    room.answer(Reason.BLOCKED, Outcome.REFUSE)
    assert room.reception.undo_seconds_left() == 0
    room.reception.undo()
    assert room.desk.undoing == []


def test_a_record_that_was_not_written_is_never_green_and_the_next_scan_works(room: Room) -> None:
    room.reception.take_scan("TOKEN")
    room.desk.failed.emit(KioskError("STORE_FULL"))
    assert (room.scene.stage, room.scene.task) == (Stage.FAILED, Task.RECORD)
    assert room.scene.code == "STORE_FULL"
    room.reception.take_scan("TOKEN")
    room.answer(Reason.OK, Outcome.ADMIT)
    assert room.scene.stage is Stage.ANSWERED


@pytest.mark.parametrize("task", [Task.FIND, Task.UNDO, Task.BADGE])
def test_each_failure_tells_what_failed(room: Room, task: Task) -> None:
    room.desk.presences["anna"] = Presence((NOW,), inside=True)
    room.answer(Reason.OK, Outcome.ADMIT)
    begin = {
        Task.FIND: lambda: (room.reception.search("ㄱ"), room.reception.confirm()),
        Task.UNDO: room.reception.undo,
        Task.BADGE: room.reception.print_again,
    }
    begin[task]()
    room.desk.failed.emit(KioskError("STORE_LOCKED"))
    assert (room.scene.stage, room.scene.task) == (Stage.FAILED, task)


def test_a_failure_nobody_waits_for_leaves_the_verdict_alone(room: Room, caplog) -> None:
    room.answer(Reason.OK, Outcome.ADMIT)
    room.desk.failed.emit(KioskError("TEMPLATE_UNKNOWN"))
    assert room.scene.stage is Stage.ANSWERED
    assert "TEMPLATE_UNKNOWN" in caplog.text


def test_a_slow_answer_is_announced(room: Room, qtbot) -> None:
    room.reception.take_scan("TOKEN")
    qtbot.waitUntil(lambda: room.scene.stage is Stage.CHECKING)
    room.answer(Reason.UNKNOWN, Outcome.REFUSE, None)
    assert room.scene.stage is Stage.ANSWERED


@pytest.mark.parametrize(
    ("person", "presence", "reason"),
    [
        (anna(status=Status.CANCELLED), Presence(), Reason.CANCELLED),
        (ANNA, Presence((NOW,), inside=True), Reason.ALREADY_IN),
        (anna(valid_until=NOW - timedelta(days=1)), Presence(), Reason.EXPIRED),
    ],
)
def test_a_candidate_is_shown_with_what_the_desk_would_say(
    room: Room, person: Registration, presence: Presence, reason: Reason
) -> None:
    room.reception.search("ㄱ")
    room.reception.finish_waiting()
    room.desk.finds.pop()[1]([Hit(person, presence)])
    forecast = room.scene.verdict
    assert forecast is not None
    assert (forecast.reason, forecast.entry) == (reason, "")
    room.reception.confirm()
    assert room.desk.asked_for == []


def test_a_full_session_is_forecast_from_the_counts(room: Room, monkeypatch) -> None:
    small = replace(EVENT.sessions[0], capacity=5)
    monkeypatch.setattr(type(room.desk), "session", property(lambda _: small))
    room.desk.overview_changed.emit(Overview(Counts(registered=9, come=5)))
    room.type("ㄱ", ANNA)
    assert room.scene.verdict is not None
    assert room.scene.verdict.reason is Reason.FULL


def test_somebody_who_is_leaving_is_forecast_as_out(room: Room, monkeypatch) -> None:
    swinging = replace(EVENT.sessions[0], entry=EntryPolicy.RE_ENTRY)
    monkeypatch.setattr(type(room.desk), "session", property(lambda _: swinging))
    room.reception.search("ㄱ")
    room.reception.finish_waiting()
    room.desk.finds.pop()[1]([Hit(ANNA, Presence((NOW,), inside=True))])
    assert room.scene.verdict is not None
    assert room.scene.verdict.direction is Direction.OUT


def test_emptying_the_field_takes_the_forecast_away_but_no_verdict(room: Room) -> None:
    room.type("ㄱ", ANNA)
    room.reception.search("")
    assert room.scene.stage is Stage.READY
    room.answer(Reason.OK, Outcome.ADMIT)
    room.reception.search(" ")
    assert room.scene.stage is Stage.ANSWERED


def test_a_badge_again_only_for_somebody_who_came(room: Room) -> None:
    room.type("ㄱ", ANNA)
    room.reception.print_again()
    assert room.desk.asked_for == []
    room.desk.presences["anna"] = Presence((NOW,), inside=True)
    room.answer(Reason.ALREADY_IN, Outcome.ASK)
    room.reception.print_again()
    assert room.desk.asked_for == [("badge", "anna")]


def test_a_badge_that_moved_on_is_fetched_anew(room: Room) -> None:
    room.answer(Reason.OK, Outcome.ADMIT)
    before = len(room.scenes)
    room.desk.badge_changed.emit("bora")
    assert len(room.scenes) == before
    room.desk.badge_changed.emit("anna")
    assert len(room.scenes) == before + 1


def test_a_picture_of_somebody_else_is_never_shown(room: Room) -> None:
    room.answer(Reason.OK, Outcome.ADMIT, ANNA)
    room.reception.finish_waiting()
    room.answer(Reason.OK, Outcome.ADMIT, BORA)
    of, done = room.desk.pictures[0]
    done(QImage(4, 4, QImage.Format.Format_RGB888))
    assert of == "anna"
    assert room.pictures == [None, None]


# Somebody whom a touchscreen's request names


def test_a_known_person_is_shown_as_the_file_has_them(room: Room) -> None:
    room.reception.open_known("anna")
    assert (room.scene.stage, room.scene.person) == (Stage.BEFORE, ANNA)
    assert room.scene.verdict.reason is Reason.OK
    room.desk.presences["anna"] = Presence((NOW,), inside=True)
    room.reception.open_known("anna")
    assert room.scene.verdict.reason is Reason.ALREADY_IN
    room.reception.confirm()
    assert room.desk.asked_for == []


def test_a_known_person_takes_the_place_of_what_was_typed(room: Room) -> None:
    room.type("ㄱ", ANNA)
    room.reception.open_known("bora")
    assert (room.scene.person, room.reception.candidates) == (BORA, Candidates())
    assert room.cleared == 1
    room.reception.confirm()
    assert room.desk.asked_for == [("check-in", "bora", False, None)]


def test_what_is_done_while_a_known_person_is_fetched_wins(room: Room) -> None:
    fetched: list[Callable[[Sheet], None]] = []
    room.desk.show = lambda _id, done: fetched.append(done)
    room.reception.open_known("anna")
    room.type("ㅇ", BORA)
    fetched[0](Sheet(ANNA, {}, BadgeState.NONE))
    assert room.scene.person == BORA


def test_nobody_is_opened_while_a_record_is_under_way(room: Room) -> None:
    room.reception.take_scan("TOKEN")
    room.reception.open_known("anna")
    assert room.scene.person is None
    room.desk.failed.emit(KioskError("STORE_FULL"))
    assert (room.scene.stage, room.scene.task) == (Stage.FAILED, Task.RECORD)
    room.reception.open_known("anna")
    assert room.scene.person == ANNA


def test_a_known_person_who_is_not_found_is_no_failed_record(room: Room) -> None:
    room.desk.show = lambda _id, _done: room.desk.failed.emit(KioskError("REGISTRATION_UNKNOWN"))
    room.reception.open_known("anna")
    assert (room.scene.stage, room.scene.task) == (Stage.FAILED, Task.FIND)


def test_another_session_starts_afresh(room: Room) -> None:
    room.type("ㄱ", ANNA)
    room.desk.choose_session("council")
    assert room.scene == Scene(at=NOW)
    assert room.reception.candidates == Candidates()
