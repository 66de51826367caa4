"""Any form at the door: a person on the roster or a worded refusal, and each person once."""

from __future__ import annotations

from collections.abc import Iterator

import hangulpy
import pytest
from fakes import add_people, count, open_test_desk, person
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kiosk.domain import hangul
from kiosk.domain.errors import KioskError
from kiosk.domain.walk_in import Registered, WalkInForm
from kiosk.services import walk_in
from kiosk.services.open_desk import OpenDesk

AGREED = {"main": True}
CODES = {"NAME_SHORT", "NAME_LONG", "PHONE_WRONG", "RRN_IN_TEXT", "FIELD_LONG", "EMAIL_WRONG"}
syllables = st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3)
hangul_texts = st.text(syllables, min_size=1, max_size=4)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenDesk]:
    made = open_test_desk(tmp_path_factory.mktemp("walk-in"))
    yield made
    made.close()


anything = st.text(st.characters(exclude_categories=()), max_size=30)
forms = st.builds(
    WalkInForm,
    hangul_texts | anything,
    st.sampled_from(["", "010-0000-0001", "01000000002", "010", "+49 30 1234567"]) | anything,
    anything,
    anything,
    st.sampled_from(["", "sample@example.org"]) | anything,
)


@settings(max_examples=150, deadline=None)
@given(forms)
@example(WalkInForm("가\ud800나", "010-0000-0001"))
@example(WalkInForm("가나" * 100))
def test_any_form_has_an_answer_and_nobody_is_twice_on_the_roster(
    desk: OpenDesk, form: WalkInForm
) -> None:
    before = count(desk, "registration")
    done = attempt(desk, form)
    if isinstance(done, KioskError):
        assert done.code in CODES
        assert count(desk, "registration") == before
        return
    assert count(desk, "registration") == before + (not done.was_known)
    again = walk_in.register(desk, form, AGREED)
    if form.checked().phone:
        assert (again.registration_id, again.was_known) == (done.registration_id, True)
        assert walk_in.known(desk, form.name, form.phone) == done.registration_id
    else:
        assert not again.was_known
    assert not desk.store.connection.in_transaction


def attempt(desk: OpenDesk, form: WalkInForm) -> Registered | KioskError:
    try:
        return walk_in.register(desk, form, AGREED)
    except KioskError as error:
        return error


@given(forms)
def test_a_checked_form_is_checked_for_good(form: WalkInForm) -> None:
    try:
        once = form.checked()
    except KioskError:
        return
    assert once.checked() == once


@settings(max_examples=300)
@given(hangul_texts)
@example("과학")
@example("값")
@example("닭이")
@example("포스코")
def test_every_state_of_a_keyboard_leads_to_the_whole_word(word: str) -> None:
    """The states come from a library: those of an input method, and those of a touch keyboard."""
    keys = hangulpy.convert_hangul_to_qwerty(word)
    states = {hangulpy.convert_qwerty_to_hangul(keys[:n]) for n in range(1, len(keys) + 1)}
    states |= set(hangulpy.typing_steps(word))
    letters = hangul.jamo(word)
    missed = [
        state
        for state in states
        if not any(letters.startswith(key) for key in hangul.growing(state))
    ]
    assert missed == []


@given(hangul_texts, hangul_texts)
def test_what_is_typed_to_its_end_leads_nowhere_else(word: str, other: str) -> None:
    """Only the last syllable may still grow: every other one stands."""
    grown = any(hangul.jamo(other).startswith(key) for key in hangul.growing(word))
    if grown:
        assert other[: len(word) - 1] == word[:-1]


@settings(max_examples=40, deadline=None)
@given(hangul_texts, st.data())
def test_an_organisation_is_told_while_it_is_typed(
    desk: OpenDesk, word: str, data: st.DataObject
) -> None:
    number = count(desk, "registration") + 1
    name = f"{word}예시"
    add_people(desk, [person(number, id=f"p{number}", organisation=name, ticket=f"P{number}")])
    keys = hangulpy.convert_hangul_to_qwerty(name)
    typed = keys[: data.draw(st.integers(1, len(keys)))]
    found = walk_in.organisations(desk, hangulpy.convert_qwerty_to_hangul(typed), 10_000)
    assert name in found or len(found) >= 50


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=()), max_size=100), st.integers(1, 5))
def test_anything_may_be_typed_for_an_organisation(desk: OpenDesk, typed: str, limit: int) -> None:
    assert len(walk_in.organisations(desk, typed, limit)) <= limit
