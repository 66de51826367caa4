"""Badge templates: the two that come along, and every way a file can be wrong."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from kiosk import paths
from kiosk.domain.badge import TextBox, to_px
from kiosk.domain.errors import KioskError
from kiosk.services.badge_template import load_template, read_template, template_names


def shipped_text(name: str = "100x70") -> str:
    return paths.resource("badges", f"{name}.toml").read_text(encoding="utf-8")


def refusal(text: str) -> KioskError:
    with pytest.raises(KioskError) as caught:
        read_template("mine", text)
    assert caught.value.code == "TEMPLATE_WRONG"
    assert caught.value.facts["template"] == "mine"
    return caught.value


def test_two_sizes_come_along() -> None:
    assert template_names() == ["100x70", "86x54"]


@pytest.mark.parametrize(("name", "size_mm"), [("100x70", (100, 70)), ("86x54", (86, 54))])
def test_a_template_has_the_size_of_its_name(name: str, size_mm: tuple[int, int]) -> None:
    template = load_template(name)
    assert (template.name, template.width_mm, template.height_mm) == (name, *size_mm)
    assert template.fault() is None


@pytest.mark.parametrize("name", ["100x70", "86x54"])
def test_the_texts_of_a_card_stand_below_one_another(name: str) -> None:
    boxes = [box for _, box in load_template(name).boxes()]
    for upper, lower in pairwise(boxes):
        assert upper.bottom_mm <= lower.top_mm + 0.01


@pytest.mark.parametrize("name", ["100x70", "86x54"])
def test_the_largest_code_and_its_border_stay_below_the_name(name: str) -> None:
    template = load_template(name)
    top_mm = template.height_mm - template.margin_mm - template.qr_mm * (1 + 4 / 25)
    assert template.person.bottom_mm <= top_mm


@pytest.mark.parametrize("name", ["", "a4", "../badges/100x70", "/etc/passwd", "100x70.toml"])
def test_an_unknown_name_is_refused_and_never_a_path(name: str) -> None:
    with pytest.raises(KioskError) as caught:
        load_template(name)
    assert caught.value.code == "TEMPLATE_UNKNOWN"
    assert caught.value.facts == {"template": name, "known": "100x70, 86x54"}


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("width_mm = 100", "width_mm = 0", "width_mm"),
        ("width_mm = 100", "width_mm = true", "width_mm"),
        ("width_mm = 100", 'width_mm = "wide"', "width_mm"),
        ("width_mm = 100", "width_mm = nan", "width_mm"),
        ("width_mm = 100", "width_mm = 1e9", "width_mm"),
        ("height_mm = 70", "", "height_mm"),
        ("stripe_mm = 13", "stripe_mm = 100", "stripe_mm"),
        ("stripe_mm = 13", "stripe_mm = 13\nshadow_mm = 2", "shadow_mm"),
        ("qr_most_mm = 25", "qr_most_mm = 19", "qr_most_mm"),
        ("qr_most_mm = 25", "qr_most_mm = 36", "qr_most_mm"),
        ("[event]", "[heading]", "heading"),
        ("lines = 2\n\n[latin]", "lines = 3\n\n[latin]", "person.lines"),
        ("lines = 2\n\n[latin]", "lines = true\n\n[latin]", "person.lines"),
        ("size_mm = 24", "size_mm = -24", "person.size_mm"),
        ("size_mm = 24", 'size_mm = 24\nfont = "/etc/passwd"', "person.font"),
        ("size_mm = 24", "size_mm = 27", "person"),
        ("least_mm = 5", "least_mm = 15", "person"),
        ("width_mm = 78.5", "width_mm = 83", "person"),
        ("left_mm = 17.4", "left_mm = 12.9", "person"),
        ("top_mm = 59.2", "top_mm = 63.3", "job_title"),
    ],
)
def test_a_wrong_measure_is_refused_by_its_key(old: str, new: str, key: str) -> None:
    text = shipped_text()
    assert old in text
    assert refusal(text.replace(old, new, 1)).facts["key"] == key


def test_a_place_left_out_is_named() -> None:
    text = shipped_text()
    assert refusal(text[: text.index("[job_title]")]).facts["key"] == "job_title"


def test_what_is_not_toml_is_refused_with_its_line() -> None:
    assert "line 2" in str(refusal("width_mm = 100\nheight_mm = = 70\n").facts["problem"])


def test_a_box_knows_its_far_edges() -> None:
    box = TextBox(10, 20, 30, 5, 4, 3, 2)
    assert (box.right_mm, box.bottom_mm, box.lines) == (40, 25, 1)


def test_a_millimetre_is_so_many_dots() -> None:
    assert to_px(25.4, 203) == pytest.approx(203)
    assert to_px(100, 300) == pytest.approx(1181.1, abs=0.01)


def test_a_fault_is_found_in_a_template_made_by_hand() -> None:
    template = load_template("86x54")
    low = replace(template.latin, top_mm=53)
    assert replace(template, latin=low).fault() == ("latin", "must end above the card's lower edge")
