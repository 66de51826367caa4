"""A badge template under the organiser's hands: what can be done, what cannot, and undoing it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.badge import Code, Field, Stripe
from kiosk.services.badge_template import load_template, template_names
from kiosk.services.badge_template_file import read_template, template_text
from kiosk.ui.organiser.badge_draft import Draft


@pytest.fixture
def draft() -> Draft:
    made = Draft(load_template("100x70"))
    made.selected = "name_latin"
    return made


def test_an_element_moves_and_comes_back(draft: Draft) -> None:
    assert draft.move(-2, 1.5)
    box = draft.box("name_latin")
    assert box is not None
    assert (box.left_mm, box.top_mm) == (16, 40.5)
    assert (draft.is_changed, draft.can_undo, draft.can_redo) == (True, True, False)
    assert draft.undo()
    assert draft.template == load_template("100x70")
    assert (draft.is_changed, draft.can_undo, draft.can_redo) == (False, False, True)
    assert draft.redo()
    assert draft.box("name_latin") == box
    assert not draft.redo()


def test_an_element_stays_on_the_card_and_off_the_stripe(draft: Draft) -> None:
    draft.move(-500, -500)
    box = draft.box("name_latin")
    assert box is not None
    assert (box.left_mm, box.top_mm) == (13, 0)
    draft.move(500, 500)
    box = draft.box("name_latin")
    assert box is not None
    assert (box.right_mm, box.bottom_mm) == (100, 70)


def test_a_drag_is_undone_as_one(draft: Draft) -> None:
    for _ in range(20):
        draft.move(0.1, 0, "drag 1")
    draft.move(0.1, 0, "drag 2")
    assert draft.undo()
    assert draft.undo()
    assert not draft.can_undo


def test_a_stretched_element_keeps_its_letters_inside(draft: Draft) -> None:
    draft.selected = "name"
    assert draft.stretch(500, -20)
    name = draft.side.field("name").box
    assert (name.right_mm, name.height_mm) == (100, 6)
    assert (name.size_mm, name.small_mm, name.least_mm) == (6, 6, 5)
    assert draft.stretch(-500, -500)
    assert draft.template.fault() is None


def test_a_code_stays_square_and_readable(draft: Draft) -> None:
    draft.selected = "qr"
    assert draft.stretch(-3, 0)
    code = draft.side.code
    assert code is not None
    assert (code.size_mm, code.most_mm) == (17, 22)
    assert not draft.stretch(-15, -15)
    assert draft.side.code == code
    assert draft.move(-50, -5)
    assert draft.side.code is not None
    assert draft.side.code.left_mm == 26


def test_what_does_not_fit_is_not_done(draft: Draft) -> None:
    before = draft.template
    name = draft.side.field("name")
    assert not draft.change_field(replace(name, box=replace(name.box, width_mm=200)))
    assert not draft.change_field(replace(name, box=replace(name.box, size_mm=90)))
    stripe = draft.side.stripe
    assert stripe is not None
    assert not draft.put(replace(draft.side, stripe=replace(stripe, width_mm=40)))
    assert (draft.template, draft.can_undo) == (before, False)


@pytest.mark.parametrize("key", ["event", "name", "qr", "stripe", "sun"])
def test_an_element_is_switched_off_and_on_again_as_it_was(draft: Draft, key: str) -> None:
    before = draft.part(key)
    assert draft.show(key, shown=False)
    assert draft.part(key) is None
    assert (key, False) in [*draft.elements()]
    assert draft.show(key, shown=True)
    assert draft.part(key) == before
    assert (key, True) in [*draft.elements()]
    assert draft.undo()
    assert draft.undo()
    assert draft.template == load_template("100x70")


def test_code_stripe_and_sun_can_be_begun_with_and_a_logo_needs_a_picture() -> None:
    bare = Draft(read_template("bare", "width_mm = 80\nheight_mm = 50\n"))
    assert [*bare.elements()] == [(key, False) for key in ("qr", "stripe", "logo", "sun")]
    assert all(bare.show(key, shown=True) for key in ("qr", "stripe", "sun"))
    assert not bare.show("logo", shown=True)
    assert isinstance(bare.part("qr"), Code)
    assert isinstance(bare.part("stripe"), Stripe)
    place = bare.place_for_logo()
    assert place.right_mm <= 80
    assert place.bottom_mm <= 50


def test_the_smallest_element_under_the_hand_is_taken(draft: Draft) -> None:
    assert draft.at(50, 20) == "name"
    assert draft.at(90, 63) == "qr"
    assert draft.at(5, 5) == ""


def test_the_back_is_worked_on_for_itself() -> None:
    draft = Draft(load_template("100x70-two-sided"))
    front = draft.template.front
    draft.is_back, draft.selected = True, "session"
    assert draft.move(1, 1)
    assert draft.show("sun", shown=False)
    assert draft.template.front == front
    assert draft.template.back is not None
    assert draft.template.back.sun_mm == 0
    draft.is_back = False
    assert ("sun", True) in [*draft.elements()]


def test_a_saved_name_is_nothing_to_undo(draft: Draft) -> None:
    draft.saved = replace(draft.template, name="mine")
    draft.rename("mine")
    assert (draft.template.name, draft.is_changed, draft.can_undo) == ("mine", False, False)


def test_nothing_in_hand_is_nothing_to_move(draft: Draft) -> None:
    for key in ("", "stripe", "sun", "logo"):
        draft.selected = key
        assert not draft.move(1, 1)
        assert not draft.stretch(1, 1)


steps = st.lists(
    st.tuples(
        st.sampled_from(["move", "stretch", "off", "on", "undo", "redo", "select", "turn"]),
        st.floats(-120, 120),
        st.floats(-120, 120),
        st.integers(0, 9),
    ),
    max_size=25,
)


@settings(max_examples=60, deadline=None)
@given(name=st.sampled_from(template_names()), steps=steps)
def test_whatever_is_done_can_be_printed_saved_and_undone(name, steps) -> None:
    draft = Draft(load_template(name))
    for act, x, y, number in steps:
        keys = [key for key, _ in draft.elements()]
        match act:
            case "move":
                draft.move(x, y)
            case "stretch":
                draft.stretch(x, y)
            case "off" | "on":
                draft.show(keys[number % len(keys)], shown=act == "on")
            case "undo":
                draft.undo()
            case "redo":
                draft.redo()
            case "select":
                draft.selected = keys[number % len(keys)]
            case _:
                draft.is_back = draft.template.back is not None and not draft.is_back
        assert draft.template.fault() is None
    assert read_template(name, template_text(draft.template)) == draft.template
    while draft.undo():
        pass
    assert draft.template == load_template(name)


def test_a_field_of_the_file_keeps_its_order(draft: Draft) -> None:
    name = draft.side.field("name")
    assert isinstance(name, Field)
    assert draft.change_field(replace(name, text="$name 님"))
    assert [one.key for one in draft.side.fields][:2] == ["event", "name"]
