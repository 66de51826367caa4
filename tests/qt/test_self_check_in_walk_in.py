"""Registering at the touchscreen: consent, name, organisation, number, and what each may lack."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from guests import GUEST, OK, THREE, Visit

from kiosk.domain.errors import KioskError
from kiosk.domain.event import MAIN_CONSENT, ConsentAsk, Event
from kiosk.domain.found import Cards
from kiosk.domain.walk_in import WalkInForm
from kiosk.ui.self_check_in.acts import TAKE_ALL, TAKE_BACK, Act
from kiosk.ui.self_check_in.desk_words import Cause
from kiosk.ui.self_check_in.flow import State
from kiosk.ui.self_check_in.sample_desk import MANY_CONSENTS, SAMPLE_EVENT

NAME_KEYS = "ㄱㅏㅅㅏㅇㅇㅣㄴ"
TASK = replace(SAMPLE_EVENT, privacy=replace(SAMPLE_EVENT.privacy, basis="public-task"))
EVERYONE = replace(SAMPLE_EVENT, privacy=replace(SAMPLE_EVENT.privacy, ask=ConsentAsk.EVERYONE))


@pytest.fixture
def visit(qapp: object) -> Iterator[Visit]:
    made = Visit()
    yield made
    made.close()


def agreed(visit: Visit) -> None:
    visit.press(Act.REGISTER, (Act.AGREE, True))
    assert visit.state is State.NAME


def named(visit: Visit) -> None:
    agreed(visit)
    visit.type(Act.KEY, NAME_KEYS)
    visit.press(Act.NEXT)
    assert visit.state is State.ORGANISATION


def at_phone(visit: Visit) -> None:
    named(visit)
    visit.press(Act.SKIP)
    assert visit.state is State.PHONE


def test_a_walk_in_from_the_consent_to_the_verdict(qapp: object) -> None:
    visit = Visit(event=MANY_CONSENTS)
    visit.press(Act.REGISTER)
    assert visit.state is State.CONSENT
    visit.press(Act.READ_ON)
    assert visit.state is State.CONSENT_TEXT
    visit.press(Act.BACK, (Act.AGREE, False))
    assert visit.state is State.OPTIONS
    visit.press((Act.OPTION, "news"), (Act.OPTION, "photo"), (Act.OPTION, "photo"), Act.NEXT)
    assert visit.state is State.NAME
    visit.type(Act.KEY, NAME_KEYS)
    visit.press(Act.NEXT)
    visit.desk.organisations = ["가상소재", "가상전지"]
    visit.type(Act.KEY, "ㄱㅏㅅㅏㅇ")
    assert visit.guide.registering.suggestions == ("가상소재", "가상전지")
    visit.press((Act.PICK, "가상전지"))
    assert visit.state is State.PHONE
    assert visit.guide.registering.typed.text == "010"
    visit.type(Act.KEY, "00000427")
    visit.press(Act.NEXT)
    form = WalkInForm(name="가상인", phone="010-0000-0427", organisation="가상전지")
    consents = {MAIN_CONSENT: True, "news": True, "share": False, "photo": False}
    assert visit.desk.calls == [("register", form, consents), ("check_in", GUEST.id, {}, None)]
    visit.desk.answered.emit(OK)
    assert visit.state is State.OK
    assert not visit.guide.was_known
    visit.close()


def test_nothing_optional_is_ticked_and_what_is_not_ticked_is_refused(visit: Visit) -> None:
    visit.press(Act.REGISTER)
    assert visit.guide.consenting.ticked == set()
    at_phone(visit)
    visit.type(Act.KEY, "00000427")
    visit.press(Act.NEXT)
    assert visit.desk.calls_of("register")[0][1] == {MAIN_CONSENT: True, "news": False}


def test_where_a_task_of_the_public_is_the_basis_nobody_is_asked_to_agree(qapp: object) -> None:
    visit = Visit(event=TASK)
    visit.press(Act.REGISTER)
    assert visit.state is State.NAME
    visit.close()


@pytest.mark.parametrize("event", [SAMPLE_EVENT, MANY_CONSENTS])
def test_a_refusal_leads_to_the_desk_and_keeps_nothing(qapp: object, event: Event) -> None:
    visit = Visit(event=event)
    visit.press(Act.REGISTER, (Act.OPTION, "news"), Act.REFUSE)
    assert (visit.state, visit.why) == (State.TO_DESK, Cause.NO_CONSENT)
    assert visit.desk.calls_of("register") == visit.desk.calls_of("keep_consent") == []
    assert visit.guide.consenting.ticked == set()
    visit.close()


def test_a_refusal_of_somebody_on_the_roster_is_kept(qapp: object) -> None:
    visit = Visit(event=EVERYONE)
    visit.scan(consent=True)
    assert visit.state is State.CONSENT
    visit.press(Act.REFUSE)
    assert visit.desk.calls_of("keep_consent") == [(GUEST.id, {MAIN_CONSENT: False})]
    assert (visit.state, visit.why) == (State.TO_DESK, Cause.NO_CONSENT)
    assert visit.desk.calls_of("check_in") == []
    visit.close()


def test_somebody_on_the_roster_agrees_and_is_checked_in(qapp: object) -> None:
    visit = Visit(event=EVERYONE)
    visit.scan(consent=True)
    visit.press((Act.OPTION, "news"), (Act.AGREE, True))
    assert visit.desk.calls_of("keep_consent") == [(GUEST.id, {MAIN_CONSENT: True, "news": True})]
    assert visit.desk.calls_of("check_in") == [(GUEST.id, {}, None)]
    visit.close()


def _leave(visit: Visit) -> None:
    visit.wait(90)
    visit.wait(20)
    assert visit.state is State.WELCOME


def _start_over(visit: Visit) -> None:
    visit.press(Act.HOME)


def _scan(visit: Visit) -> None:
    visit.guide.take_scan("NEXT")
    visit.desk.answered.emit(OK)
    visit.rest()


@pytest.mark.parametrize("go", [_leave, _start_over, _scan])
def test_the_ticks_of_one_guest_are_not_the_next_ones(visit: Visit, go: object) -> None:
    visit.press(Act.REGISTER, (Act.OPTION, "news"))
    assert visit.guide.consenting.ticked == {"news"}
    assert callable(go)
    go(visit)
    assert visit.guide.consenting.ticked == set()


def test_a_scan_amid_the_consent_asks_the_one_scanned_with_nothing_ticked(qapp: object) -> None:
    visit = Visit(event=EVERYONE)
    visit.press(Act.REGISTER, (Act.OPTION, "news"))
    visit.scan(consent=True)
    assert visit.state is State.CONSENT
    assert visit.guide.consenting.ticked == set()
    visit.press((Act.AGREE, True))
    assert visit.desk.calls_of("keep_consent") == [(GUEST.id, {MAIN_CONSENT: True, "news": False})]
    visit.close()


def test_a_duplicate_is_recognised_and_goes_straight_in(visit: Visit) -> None:
    visit.desk.was_known = True
    at_phone(visit)
    visit.type(Act.KEY, "00000427")
    visit.press(Act.NEXT)
    visit.desk.answered.emit(OK)
    assert visit.state is State.OK
    assert visit.guide.was_known
    _scan(visit)
    assert not visit.guide.was_known


def test_somebody_recognised_who_must_agree_is_not_sent_back_to_their_name(qapp: object) -> None:
    visit = Visit(event=EVERYONE)
    visit.desk.was_known = True
    at_phone(visit)
    visit.type(Act.KEY, "00000427")
    visit.desk.needs = visit.desk.needs._replace(consent=True)
    visit.press(Act.NEXT)
    assert visit.state is State.CONSENT
    visit.press((Act.AGREE, True))
    assert visit.desk.calls_of("check_in") == [(GUEST.id, {}, None)]
    visit.close()


@pytest.mark.parametrize("keys", ["", "ㄱ", "ㄱㅏ", "12", "-- ", "ㄱㄴ"])
def test_a_name_of_fewer_than_two_letters_is_asked_for_again(visit: Visit, keys: str) -> None:
    agreed(visit)
    visit.type(Act.KEY, keys)
    visit.press(Act.NEXT)
    assert (visit.state, visit.guide.registering.problem) == (State.NAME, "NAME_SHORT")
    visit.press((Act.KEY, TAKE_ALL))
    assert visit.guide.registering.problem == ""
    visit.type(Act.KEY, "ㅇㅣㅅㅗㄹ")
    visit.press(Act.NEXT)
    assert visit.state is State.ORGANISATION


def test_syllables_grow_and_go_back_letter_by_letter(visit: Visit) -> None:
    agreed(visit)
    seen = []
    for key in "ㄷㅏㄹㄱㅏ":
        visit.type(Act.KEY, key)
        seen.append(visit.guide.registering.typed.text)
    assert seen == ["ㄷ", "다", "달", "닭", "달가"]
    for before in reversed(seen[:-1]):
        visit.type(Act.KEY, TAKE_BACK)
        assert visit.guide.registering.typed.text == before


def test_no_organisation_is_an_answer(visit: Visit) -> None:
    named(visit)
    visit.type(Act.KEY, "ㄱㅏ")
    visit.press(Act.SKIP)
    assert visit.state is State.PHONE
    visit.type(Act.KEY, "00000427")
    visit.press(Act.NEXT)
    assert visit.desk.calls_of("register")[0][0].organisation == ""


def test_an_organisation_may_be_typed_in_full(visit: Visit) -> None:
    named(visit)
    visit.type(Act.KEY, "ㄱㅏㅅㅏㅇ")
    visit.press(Act.NEXT)
    visit.type(Act.KEY, "00000427")
    visit.press(Act.NEXT)
    assert visit.desk.calls_of("register")[0][0].organisation == "가상"


def test_suggestions_for_what_has_been_typed_over_are_dropped(visit: Visit) -> None:
    named(visit)
    visit.desk.slow.add("find_organisations")
    visit.type(Act.KEY, "ㄱㅏ")
    early, late = visit.desk.kept
    late(["가상전지"])
    early(["기타"])
    assert visit.guide.registering.suggestions == ("가상전지",)


def test_suggestions_for_a_screen_that_was_left_are_dropped(visit: Visit) -> None:
    named(visit)
    visit.desk.slow.add("find_organisations")
    visit.type(Act.KEY, "ㄱ")
    visit.press(Act.SKIP)
    visit.desk.kept[-1](["가상전지"])
    assert visit.state is State.PHONE
    assert visit.guide.registering.suggestions == ()


def test_back_keeps_what_was_typed(visit: Visit) -> None:
    at_phone(visit)
    visit.type(Act.KEY, "00")
    visit.press(Act.BACK, Act.BACK)
    assert (visit.state, visit.guide.registering.typed.text) == (State.NAME, "가상인")
    visit.press(Act.NEXT, Act.SKIP)
    assert visit.guide.registering.typed.text == "01000"


@pytest.mark.parametrize("digits", ["", "2", "000004279", "0000042", "0000042700000"])
def test_a_wrong_number_is_asked_for_again(visit: Visit, digits: str) -> None:
    at_phone(visit)
    visit.type(Act.KEY, digits)
    visit.press(Act.NEXT)
    assert (visit.state, visit.guide.registering.problem) == (State.PHONE, "PHONE_WRONG")
    assert visit.desk.calls_of("register") == []


@pytest.mark.parametrize(
    ("keys", "number"),
    [("00442000001234", "+442000001234"), ("0200001234", "02-0000-1234"), ("", "")],
    ids=["abroad", "landline", "none"],
)
def test_somebody_without_a_korean_mobile_number_registers(
    visit: Visit, keys: str, number: str
) -> None:
    at_phone(visit)
    visit.press((Act.KEY, TAKE_ALL))
    visit.type(Act.KEY, keys)
    visit.press(Act.NEXT)
    assert visit.desk.calls_of("register")[0][0].phone == number


@pytest.mark.parametrize("keys", ["00", "0082", "00440", "0044200000123456789", "12345"])
def test_a_wrong_number_from_abroad_is_asked_for_again(visit: Visit, keys: str) -> None:
    at_phone(visit)
    visit.press((Act.KEY, TAKE_ALL))
    visit.type(Act.KEY, keys)
    visit.press(Act.NEXT)
    assert visit.desk.calls_of("register") == []
    assert visit.guide.registering.problem == "PHONE_WRONG"


def test_a_resident_number_is_complained_of_where_it_was_typed(visit: Visit) -> None:
    named(visit)
    visit.type(Act.KEY, "900101-1234568")
    visit.press(Act.NEXT)
    assert (visit.state, visit.guide.registering.problem) == (State.ORGANISATION, "RRN_IN_TEXT")
    visit.press((Act.KEY, TAKE_ALL))
    assert visit.guide.registering.problem == ""
    visit.press(Act.SKIP)
    assert visit.state is State.PHONE


@pytest.mark.parametrize(
    ("items", "asked"),
    [
        (("name", "phone"), [State.PHONE]),
        (("name", "organisation"), [State.ORGANISATION]),
        (("name",), []),
    ],
)
def test_what_the_notice_does_not_name_is_not_asked(
    qapp: object, items: tuple[str, ...], asked: list[State]
) -> None:
    privacy = replace(SAMPLE_EVENT.privacy, items=items)
    visit = Visit(event=replace(SAMPLE_EVENT, privacy=privacy))
    agreed(visit)
    visit.type(Act.KEY, NAME_KEYS)
    seen = []
    visit.press(Act.NEXT)
    while visit.state is not State.NAME and len(seen) < 3:
        seen.append(visit.state)
        if visit.state is State.PHONE:
            visit.type(Act.KEY, "00000427")
        visit.press(Act.NEXT)
        if visit.desk.calls_of("register"):
            break
    assert seen == asked
    assert len(visit.desk.calls_of("register")) == 1
    visit.desk.answered.emit(OK)
    assert visit.state is State.OK
    visit.close()


@pytest.mark.parametrize("code", ["RRN_IN_TEXT", "FIELD_LONG"])
def test_what_the_roster_does_not_take_is_told_on_the_screen(visit: Visit, code: str) -> None:
    visit.desk.complaint = KioskError(code, field="organisation")
    at_phone(visit)
    visit.type(Act.KEY, "00000427")
    visit.press(Act.NEXT)
    assert (visit.state, visit.guide.registering.problem) == (State.PHONE, code)
    assert visit.guide.steps.takes_touches


def test_a_registration_that_could_not_be_written_leads_to_the_desk(visit: Visit) -> None:
    visit.desk.complaint = KioskError("STORE_BUSY")
    at_phone(visit)
    visit.type(Act.KEY, "00000427")
    visit.press(Act.NEXT)
    assert (visit.state, visit.why) == (State.TO_DESK, Cause.NOT_SAVED)


@pytest.mark.parametrize("steps", [agreed, named, at_phone])
def test_a_scan_replaces_a_half_typed_registration_and_forgets_it(
    visit: Visit, steps: object
) -> None:
    assert callable(steps)
    steps(visit)
    visit.type(Act.KEY, "1234")
    _scan(visit)
    assert visit.state is State.OK
    held = visit.guide.registering
    texts = (held.name.text, held.organisation.text, held.phone.text)
    assert (texts, held.consents, held.suggestions) == (("", "", ""), {}, ())
    assert not held.is_begun
    assert visit.desk.calls_of("register") == []


def test_a_name_found_after_all_forgets_the_registration(visit: Visit) -> None:
    named(visit)
    visit.press(Act.CALL, Act.FIND)
    visit.type(Act.LETTER, "ㅎㄱㄷ")
    visit.desk.kept[-1](Cards(3, THREE))
    visit.rest()
    visit.type_digits("0427", "r1")
    assert visit.guide.registering.name.text == ""
    assert visit.desk.calls_of("check_in") == [("r1", {}, None)]


def test_a_call_amid_the_registration_loses_nothing(visit: Visit) -> None:
    named(visit)
    visit.press(Act.CALL, Act.CANCEL_CALL)
    assert visit.state is State.ORGANISATION
    assert visit.guide.registering.name.text == "가상인"


def test_silence_forgets_a_registration(visit: Visit) -> None:
    named(visit)
    visit.wait(30)
    visit.wait(20)
    assert visit.state is State.WELCOME
    assert visit.guide.registering.name.text == ""


@pytest.mark.parametrize("where", [State.NAME, State.ORGANISATION, State.PHONE])
def test_no_key_is_taken_for_400_ms_after_the_keys_changed(visit: Visit, where: State) -> None:
    agreed(visit)
    acts = {State.NAME: [], State.ORGANISATION: [Act.NEXT], State.PHONE: [Act.NEXT, Act.SKIP]}
    visit.type(Act.KEY, NAME_KEYS)
    if not acts[where]:
        visit.press(Act.HOME, Act.REGISTER)
        acts[where] = [(Act.AGREE, True)]  # type: ignore[list-item]
    visit.press(*acts[where][:-1])
    last = acts[where][-1]
    visit.guide.act(*(last if isinstance(last, tuple) else (last,)))
    assert visit.state is where
    before = visit.guide.registering.typed.text
    visit.rest(0.39)
    visit.type(Act.KEY, "1")
    assert visit.guide.registering.typed.text == before
    visit.rest(0.02)
    visit.type(Act.KEY, "1")
    assert visit.guide.registering.typed.text == before + "1"
