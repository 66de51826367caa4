"""What holds of typed text whatever keys are pressed."""

from __future__ import annotations

import unicodedata

import hangulpy
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import hangul
from kiosk.domain.composer import Composer, keystrokes

# The letters that the two-set keys send, with and without Shift.
LETTERS = hangul.INITIALS + "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ"
LIMIT = 12
keys = st.lists(st.sampled_from(LETTERS + "aZ0 -.@") | st.just("@gmail.com"), max_size=40)
actions = st.lists(
    st.one_of(
        st.tuples(st.just("type"), st.text(max_size=3) | st.sampled_from(LETTERS)),
        st.tuples(st.just("put"), st.text(max_size=20)),
        st.just(("delete", "")),
        st.just(("clear", "")),
    )
)


@given(st.text(st.sampled_from(LETTERS + "aZ0 -."), max_size=60))
def test_letters_join_as_the_library_joins_them(pressed: str) -> None:
    composer = Composer()
    for key in pressed:
        assert composer.type(key)
    assert composer.text == hangulpy.assemble(list(pressed))


@given(keys)
def test_delete_undoes_type_at_every_step(pressed: list[str]) -> None:
    composer = Composer(LIMIT)
    for key in pressed:
        before, was_open = composer.text, composer.is_composing
        if composer.type(key):
            composer.delete()
            assert (composer.text, composer.is_composing) == (before, was_open)
            composer.type(key)
        else:
            assert composer.text == before


@given(st.text(st.sampled_from([chr(one) for one in range(0xAC00, 0xD7A4)]), max_size=LIMIT))
def test_a_text_of_syllables_is_typed_by_their_keystrokes(text: str) -> None:
    composer = Composer(LIMIT)
    for syllable in text:
        for key in keystrokes(syllable):
            composer.type(key)
    assert composer.text == hangulpy.assemble([key for one in text for key in keystrokes(one)])
    picked = Composer(LIMIT)
    assert picked.put(text)
    assert picked.text == text


@given(actions)
def test_any_keys_leave_a_plain_text_within_the_limit(steps: list[tuple[str, str]]) -> None:
    composer = Composer(LIMIT)
    for action, given_text in steps:
        if action in ("type", "put"):
            getattr(composer, action)(given_text)
        else:
            getattr(composer, action)()
        text = composer.text
        assert len(text) <= LIMIT
        assert not any(0x1100 <= ord(one) <= 0x11FF for one in text)
        assert not any(unicodedata.category(one) in ("Cc", "Cs") for one in text)
        assert not composer.is_composing or hangul.is_syllable(text[-1]) or text[-1] in LETTERS


@given(actions)
def test_deleting_often_enough_leaves_nothing(steps: list[tuple[str, str]]) -> None:
    composer = Composer(LIMIT)
    for action, given_text in steps:
        if action in ("type", "put"):
            getattr(composer, action)(given_text)
    lengths = [len(composer.text)]
    while composer.delete():
        lengths.append(len(composer.text))
    assert composer.text == ""
    assert lengths == sorted(lengths, reverse=True)
