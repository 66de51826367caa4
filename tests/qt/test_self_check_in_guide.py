"""The guide: scans, touches and answers, with a desk that answers when the test says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, cast

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kiosk.domain.errors import KioskError
from kiosk.domain.found import BadgeState, Card, Cards
from kiosk.domain.registration import Registration
from kiosk.domain.settings import DeskSettings
from kiosk.domain.verdict import Outcome, Reason, Verdict
from kiosk.ui.check_in_desk import CheckInDesk
from kiosk.ui.self_check_in.desk_words import Cause
from kiosk.ui.self_check_in.finder import Finding, Script
from kiosk.ui.self_check_in.flow import State
from kiosk.ui.self_check_in.gallery import SampleDesk
from kiosk.ui.self_check_in.guide import Guide
from kiosk.ui.self_check_in.verdict_ok import BadgeWay

GUEST = Registration("r1", "홍길동", organisation="표본상사")
OK = Verdict(Outcome.ADMIT, Reason.OK, registration=GUEST, entry="e1", badge_job="j1")
THREE = tuple(Card(one, "홍*동", "표본상사", has_phone=True) for one in ("r1", "r2", "r3"))


class Clock:
    def __init__(self) -> None:
        self.now = 50.0

    def __call__(self) -> float:
        return self.now


class SlowDesk(SampleDesk):
    """Keep the answers back until the test gives them."""

    def __init__(self, settings: DeskSettings | None = None) -> None:
        super().__init__(settings)
        self.kept: list[Callable[[Any], None]] = []

    def find_cards(self, typed: str, done: Callable[[Cards], None]) -> None:
        self.calls.append(("find_cards", typed))
        self.kept.append(done)

    def match_digits(self, registrations: Any, digits: str, done: Callable[[Any], None]) -> None:
        self.calls.append(("match_digits", tuple(registrations), digits))
        self.kept.append(done)

    def preview(self, registration: Registration, done: Callable[[QImage], None]) -> None:
        self.calls.append(("preview", registration.id))
        self.kept.append(done)


class Visit:
    """A guest in front of a guide."""

    def __init__(self, settings: DeskSettings | None = None) -> None:
        self.clock, self.desk = Clock(), SlowDesk(settings)
        self.guide = Guide(cast(CheckInDesk, self.desk), self.clock)

    def rest(self, seconds: float = 1.0) -> None:
        self.clock.now += seconds

    def type_name(self, letters: str, found: Cards) -> None:
        self.rest()
        self.guide.find()
        self.rest()
        for letter in letters:
            self.guide.type_letter(letter)
        self.desk.kept[-1](found)
        self.rest()

    def type_digits(self, digits: str, *matches: str) -> None:
        for digit in digits:
            self.guide.type_digit(digit)
        self.desk.kept[-1](list(matches))
        self.rest()


@pytest.fixture
def visit(qapp: object) -> Iterator[Visit]:
    made = Visit(DeskSettings(printer="sample"))
    yield made
    made.guide.deleteLater()
    made.desk.deleteLater()


def test_a_scan_is_asked_and_its_verdict_shown(visit: Visit) -> None:
    visit.guide.take_scan("TICKET")
    assert visit.desk.calls == [("take_scan", "TICKET")]
    assert visit.guide.state is State.WELCOME
    visit.desk.answered.emit(OK)
    assert visit.guide.state is State.OK
    assert visit.guide.verdict is OK


@pytest.mark.parametrize("reason", [one for one in Reason if one is not Reason.OK])
@pytest.mark.parametrize("outcome", [Outcome.ASK, Outcome.REFUSE])
def test_whatever_does_not_admit_leads_to_the_desk_unless_already_in(
    visit: Visit, reason: Reason, outcome: Outcome
) -> None:
    visit.desk.answered.emit(Verdict(outcome, reason, registration=GUEST))
    known = reason is Reason.ALREADY_IN
    assert visit.guide.state is (State.ALREADY if known else State.TO_DESK)
    assert visit.guide.why is (None if known else reason)


def test_a_new_scan_replaces_the_verdict_on_show(visit: Visit) -> None:
    visit.desk.answered.emit(OK)
    visit.guide.take_scan("NEXT")
    second = Verdict(Outcome.REFUSE, Reason.UNKNOWN)
    visit.desk.answered.emit(second)
    assert visit.guide.state is State.TO_DESK
    assert visit.guide.verdict is second


def test_what_could_not_be_written_is_never_ok(visit: Visit) -> None:
    visit.guide.take_scan("TICKET")
    visit.desk.failed.emit(KioskError("STORE_READ_ONLY"))
    assert visit.guide.state is State.TO_DESK
    assert visit.guide.why is Cause.NOT_SAVED


def test_a_look_up_that_fails_leads_to_the_desk(visit: Visit) -> None:
    visit.type_name("ㅎㄱㄷ", Cards(3, THREE))
    for digit in "0427":
        visit.guide.type_digit(digit)
    visit.desk.failed.emit(KioskError("STORE_BUSY"))
    assert (visit.guide.state, visit.guide.why) == (State.TO_DESK, Cause.NO_ANSWER)


def test_no_answer_for_ten_seconds_leads_to_the_desk_and_a_late_one_counts(visit: Visit) -> None:
    visit.guide.take_scan("TICKET")
    visit.rest(9.9)
    visit.guide.tick()
    assert visit.guide.state is State.WELCOME
    visit.rest(0.2)
    visit.guide.tick()
    assert (visit.guide.state, visit.guide.why) == (State.TO_DESK, Cause.NOT_SAVED)
    visit.desk.answered.emit(OK)
    assert visit.guide.state is State.OK


def test_a_failure_nobody_waits_for_is_not_shown(visit: Visit) -> None:
    visit.desk.answered.emit(OK)
    visit.desk.failed.emit(KioskError("TEMPLATE_UNKNOWN"))
    assert visit.guide.state is State.OK


def test_a_slow_answer_is_worth_a_word_after_400_ms(visit: Visit) -> None:
    visit.guide.take_scan("TICKET")
    visit.rest(0.4)
    assert not visit.guide.is_slow
    visit.rest(0.01)
    assert visit.guide.is_slow
    visit.desk.answered.emit(OK)
    assert not visit.guide.is_slow


def test_touches_wait_while_an_answer_is_under_way(visit: Visit) -> None:
    visit.rest()
    visit.guide.take_scan("TICKET")
    visit.guide.find()
    assert visit.guide.state is State.WELCOME


def test_a_second_touch_within_300_ms_is_not_taken(visit: Visit) -> None:
    visit.rest()
    visit.guide.find()
    visit.rest(0.29)
    visit.guide.go_home()
    assert visit.guide.state is State.LETTERS
    visit.rest(0.02)
    visit.guide.go_home()
    assert visit.guide.state is State.WELCOME


def test_three_letters_and_four_digits_check_in(visit: Visit) -> None:
    visit.type_name("ㅎㄱㄷ", Cards(3, THREE))
    assert visit.guide.state is State.DIGITS
    visit.type_digits("0427", "r2")
    assert visit.desk.calls[-2:] == [
        ("match_digits", ("r1", "r2", "r3"), "0427"),
        ("check_in", "r2"),
    ]
    visit.desk.answered.emit(OK)
    assert visit.guide.state is State.OK
    assert visit.guide.finder.cards == ()
    assert visit.guide.finder.digits == ""


def test_digits_are_locked_for_400_ms_after_the_keys_changed(visit: Visit) -> None:
    visit.rest()
    visit.guide.find()
    visit.rest()
    for letter in "ㅎㄱㄷ":
        visit.guide.type_letter(letter)
    visit.desk.kept[-1](Cards(3, THREE))
    visit.rest(0.39)
    visit.guide.type_digit("1")
    assert visit.guide.finder.digits == ""
    visit.rest(0.02)
    visit.guide.type_digit("1")
    assert visit.guide.finder.digits == "1"


def test_only_the_latest_letters_are_answered(visit: Visit) -> None:
    visit.rest()
    visit.guide.find()
    visit.rest()
    visit.guide.type_letter("ㅎ")
    visit.guide.type_letter("ㄱ")
    early, late = visit.desk.kept
    late(Cards(2, THREE[:2]))
    early(Cards(40))
    assert visit.guide.finding is Finding.FEW
    assert len(visit.guide.finder.cards) == 2


def test_an_answer_to_a_guest_who_has_gone_changes_nothing(visit: Visit) -> None:
    visit.type_name("ㅎㄱㄷ", Cards(3, THREE))
    for digit in "0427":
        visit.guide.type_digit(digit)
    visit.guide.take_scan("TICKET")
    visit.desk.answered.emit(OK)
    visit.desk.kept[-2](["r1"])
    assert ("check_in", "r1") not in visit.desk.calls
    assert visit.guide.state is State.OK


def test_three_wrong_numbers_lead_to_the_desk(visit: Visit) -> None:
    visit.type_name("ㅎㄱㄷ", Cards(3, THREE))
    visit.type_digits("1111")
    assert visit.guide.was_wrong
    assert visit.guide.finder.tries_left == 2
    visit.type_digits("2222")
    assert visit.guide.state is State.DIGITS
    visit.type_digits("3333")
    assert (visit.guide.state, visit.guide.why) == (State.TO_DESK, Cause.TOO_OFTEN)


def test_a_closed_name_leads_to_the_desk_at_once(visit: Visit) -> None:
    visit.type_name("ㅎㄱㄷ", Cards(3, THREE))
    for digits in ("1111", "2222", "3333"):
        visit.type_digits(digits)
    visit.guide.go_home()
    visit.type_name("ㅎㄱㄷ", Cards(3, THREE))
    assert (visit.guide.state, visit.guide.why) == (State.TO_DESK, Cause.CLOSED_NAME)


def test_two_people_with_the_same_digits_choose(visit: Visit) -> None:
    visit.type_name("ㅎㄱㄷ", Cards(3, THREE))
    visit.type_digits("0427", "r1", "r3")
    assert visit.guide.state is State.TWINS
    visit.guide.choose_card("r3")
    assert visit.desk.calls[-1] == ("check_in", "r3")


def test_a_touched_card_is_asked_for_its_own_number(visit: Visit) -> None:
    visit.type_name("ㅎㄱ", Cards(3, THREE))
    assert visit.guide.state is State.LETTERS
    visit.guide.choose_card("r2")
    visit.rest()
    assert visit.guide.state is State.DIGITS
    visit.type_digits("0427", "r2")
    assert ("match_digits", ("r2",), "0427") in visit.desk.calls


def test_a_person_without_a_number_is_sent_to_the_desk(visit: Visit) -> None:
    nobody = (Card("r9", "홍*동", "", has_phone=False),)
    visit.type_name("ㅎㄱㄷ", Cards(1, nobody))
    assert (visit.guide.state, visit.guide.why) == (State.TO_DESK, Cause.NO_NUMBER)


def test_four_letters_and_still_a_crowd_lead_to_the_desk(visit: Visit) -> None:
    visit.type_name("ㅎㄱㄷ", Cards(20))
    assert visit.guide.finding is Finding.MANY
    visit.guide.type_letter("ㅎ")
    visit.desk.kept[-1](Cards(12))
    assert (visit.guide.state, visit.guide.why) == (State.TO_DESK, Cause.CROWD)


def test_taking_back_from_no_digits_returns_to_the_letters(visit: Visit) -> None:
    visit.type_name("ㅎㄱㄷ", Cards(3, THREE))
    visit.guide.type_digit("1")
    visit.guide.type_digit("back")
    assert visit.guide.state is State.DIGITS
    visit.guide.type_digit("back")
    assert visit.guide.state is State.LETTERS
    assert visit.guide.finder.typed == "ㅎㄱㄷ"


def test_the_other_letters_start_anew(visit: Visit) -> None:
    visit.type_name("ㅎㄱ", Cards(3, THREE))
    visit.guide.type_letter("switch")
    assert visit.guide.finder.script is Script.LATIN
    assert visit.guide.finder.typed == ""
    assert visit.guide.finder.cards == ()


def test_deleting_every_letter_asks_the_desk_nothing(visit: Visit) -> None:
    visit.type_name("ㅎ", Cards(9))
    asked = len(visit.desk.calls)
    visit.guide.type_letter("back")
    assert len(visit.desk.calls) == asked
    assert visit.guide.finding is Finding.NOTHING_TYPED


def test_a_guest_who_does_not_know_the_number_goes_to_the_desk(visit: Visit) -> None:
    visit.type_name("ㅎㄱㄷ", Cards(3, THREE))
    visit.guide.go_to_desk(Cause.NUMBER_UNKNOWN)
    assert visit.guide.why is Cause.NUMBER_UNKNOWN
    assert visit.guide.finder.cards == ()


def test_the_badge_is_drawn_for_the_guest_on_show_only(visit: Visit, qtbot: QtBot) -> None:
    visit.desk.answered.emit(OK)
    drawn: list[QImage] = []
    visit.guide.badge_drawn.connect(drawn.append)
    visit.desk.answered.emit(Verdict(Outcome.REFUSE, Reason.UNKNOWN))
    visit.desk.kept[0](QImage(4, 4, QImage.Format.Format_RGB32))
    assert drawn == []


@pytest.mark.parametrize(
    ("printer", "job", "way"),
    [("lp", "j1", BadgeWay.SLOT), ("", "j1", BadgeWay.DESK), ("lp", "", BadgeWay.NONE)],
)
def test_where_the_badge_comes_from(qapp: object, printer: str, job: str, way: BadgeWay) -> None:
    visit = Visit(DeskSettings(printer=printer))
    visit.desk.answered.emit(OK._replace(badge_job=job))
    assert visit.guide.badge_way is way
    assert (("preview", "r1") in visit.desk.calls) is (way is BadgeWay.SLOT)


@pytest.mark.parametrize(
    ("badge", "missed"),
    [(BadgeState.FAILED, True), (BadgeState.UNSURE, True), (BadgeState.PRINTING, False)],
)
def test_a_badge_that_did_not_come_is_told(visit: Visit, badge: BadgeState, missed: bool) -> None:
    told: list[bool] = []
    visit.guide.badge_missed.connect(lambda: told.append(True))
    visit.desk.badge = badge
    visit.desk.badge_changed.emit("r1")
    visit.desk.answered.emit(OK)
    visit.desk.badge_changed.emit("somebody else")
    assert told == []
    visit.desk.badge_changed.emit("r1")
    assert bool(told) is missed


def test_a_visit_ends_by_itself(visit: Visit) -> None:
    ended: list[bool] = []
    visit.guide.ended.connect(lambda: ended.append(True))
    visit.desk.answered.emit(OK)
    visit.rest(6)
    visit.guide.tick()
    assert (visit.guide.state, ended) == (State.GOODBYE, [])
    visit.rest(10)
    visit.guide.tick()
    assert (visit.guide.state, ended) == (State.WELCOME, [True])
    assert visit.guide.verdict is None
    visit.guide.tick()
    assert ended == [True]


def test_going_in_ends_an_already_verdict_and_the_visit(visit: Visit) -> None:
    ended: list[bool] = []
    visit.guide.ended.connect(lambda: ended.append(True))
    visit.desk.answered.emit(Verdict(Outcome.ASK, Reason.ALREADY_IN, registration=GUEST))
    visit.rest()
    visit.guide.go_home()
    assert (visit.guide.state, ended) == (State.WELCOME, [True])


def test_going_on_keeps_what_was_typed_and_silence_erases_it(visit: Visit) -> None:
    visit.type_name("ㅎㄱ", Cards(3, THREE))
    visit.rest(30)
    visit.guide.tick()
    assert visit.guide.state is State.STILL_THERE
    visit.rest()
    visit.guide.keep_going()
    assert visit.guide.finder.typed == "ㅎㄱ"
    visit.rest(30)
    visit.guide.tick()
    visit.rest(10)
    visit.guide.tick()
    assert visit.guide.state is State.WELCOME
    assert visit.guide.finder.typed == ""
    assert visit.guide.finder.cards == ()
