"""The print check: each finding where it is due, and only there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.badge import BadgeTemplate, BadgeText
from kiosk.domain.registration import Category
from kiosk.services.badge_check import GOOD, Kind, Note, check
from kiosk.services.badge_template import load_template, template_names

TOKEN = "K7QWERTYUIOPASDFGHJKLZXCVB"
KIM = BadgeText("세미나", "김형진", "KIM", "GIST", "책임", "참가자", Category.ATTENDEE, TOKEN, "")
LARGE = load_template("100x70")


def with_name_box(template: BadgeTemplate, **changed: float) -> BadgeTemplate:
    name = template.front.field("name")
    small = replace(name, box=replace(name.box, **changed))  # type: ignore[arg-type]
    fields = tuple(small if one.key == "name" else one for one in template.front.fields)
    return replace(template, front=replace(template.front, fields=fields))


def kinds(notes: list[Note]) -> set[Kind]:
    return {note.kind for note in notes}


@pytest.mark.parametrize("name", template_names())
def test_what_comes_along_is_well_for_a_usual_person(name: str) -> None:
    found = kinds(check(load_template(name), [KIM]))
    assert {Kind.CODE_READ, Kind.FITS} <= found
    assert found <= GOOD | {Kind.SMALL}


def test_a_small_name_is_told_with_its_height() -> None:
    small = with_name_box(LARGE, size_mm=7, small_mm=6, least_mm=5)
    (note,) = [one for one in check(small, [KIM]) if one.kind is Kind.SMALL]
    assert note.mm == pytest.approx(7, abs=0.2)
    assert Kind.FAR not in kinds(check(small, [KIM]))


def test_a_name_on_two_lines_and_one_that_is_cut_are_told_with_whose() -> None:
    long = replace(KIM, name="Hubert Blaine Adolph Maier")
    longest = replace(KIM, name="가" * 80)
    notes = check(LARGE, [KIM, long, longest])
    assert [(one.kind, one.name) for one in notes if one.kind not in GOOD] == [
        (Kind.SHRUNK, long.name),
        (Kind.CUT, longest.name),
    ]
    assert notes[-1].kind in GOOD  # what is wrong stands first


def test_places_over_one_another_are_told() -> None:
    high = with_name_box(LARGE, top_mm=5.0)
    (note,) = [one for one in check(high, [KIM]) if one.kind is Kind.OVERLAP]
    assert note.keys == ("event", "name")


def test_a_code_that_cannot_be_read_is_told() -> None:
    wide = replace(KIM, ticket="한" * 400)
    assert Kind.CODE_UNREAD in kinds(check(LARGE, [wide]))


def test_without_a_code_nothing_is_said_of_it() -> None:
    bare = replace(LARGE, front=replace(LARGE.front, code=None))
    assert not {Kind.CODE_READ, Kind.CODE_UNREAD} & kinds(check(bare, [KIM]))
