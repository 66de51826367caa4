"""Badge templates: those that come along, one's own, and every way a file can be wrong."""

from __future__ import annotations

import os
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.domain.badge import (
    BadgeTemplate,
    Box,
    Code,
    Edge,
    Sides,
    TextBox,
    quiet_box,
    to_px,
)  # fmt: skip
from kiosk.domain.badge_sheet import Sheet
from kiosk.domain.badge_words import PLACEHOLDERS
from kiosk.domain.errors import KioskError
from kiosk.domain.registration import Category
from kiosk.services.badge_template import (
    list_templates,
    load_template,
    own_folder,
    read_template,
    save_template,
    template_names,
)  # fmt: skip
from kiosk.services.badge_template_file import template_text

SHIPPED = {
    "100x70": (100, 70),
    "100x70-two-sided": (100, 70),
    "62-endless": (62, 100),
    "86x54": (86, 54),
    "86x54-folded": (86, 54),
    "a4-10": (99.1, 57),
    "a4-8": (99.1, 67.7),
}


def shipped_text(name: str = "100x70") -> str:
    return paths.resource("badges", f"{name}.toml").read_text(encoding="utf-8")


def refusal(text: str) -> KioskError:
    with pytest.raises(KioskError) as caught:
        read_template("mine", text)
    assert caught.value.code == "TEMPLATE_WRONG"
    assert caught.value.facts["template"] == "mine"
    return caught.value


def put_own(data: Path, name: str, text: str) -> Path:
    own_folder(data).mkdir(exist_ok=True)
    file = own_folder(data) / f"{name}.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_formats_come_along() -> None:
    assert template_names() == sorted(SHIPPED)


@pytest.mark.parametrize(("name", "size_mm"), SHIPPED.items())
def test_a_template_has_the_size_of_its_name(name: str, size_mm: tuple[float, float]) -> None:
    template = load_template(name)
    assert (template.name, template.width_mm, template.height_mm) == (name, *size_mm)
    assert template.fault() is None


@pytest.mark.parametrize("name", SHIPPED)
def test_no_two_texts_share_a_place(name: str) -> None:
    for side in load_template(name).faces():
        for one, other in combinations(side.fields, 2):
            assert not one.box.meets(other.box), (one.key, other.key)


@pytest.mark.parametrize("name", SHIPPED)
def test_the_largest_code_and_its_border_stay_below_the_name(name: str) -> None:
    template = load_template(name)
    side = template.front
    assert side.code is not None
    code = side.code.box(side.code.most_mm, template.width_mm, template.height_mm)
    assert side.field("name").box.bottom_mm <= code.top_mm


def test_the_formats_are_what_they_are_called() -> None:
    assert load_template("100x70-two-sided").sides is Sides.TWO
    assert load_template("100x70-two-sided").faces()[1] is load_template("100x70-two-sided").back
    folded = load_template("86x54-folded")
    assert folded.faces() == (folded.front, folded.front)
    assert folded.page_mm == (86, 108)
    assert load_template("62-endless").least_mm == 40
    sheets = {name: load_template(name).sheet for name in ("a4-8", "a4-10")}
    assert {name: sheet.labels for name, sheet in sheets.items() if sheet} == {
        "a4-8": 8,
        "a4-10": 10,
    }


@pytest.mark.parametrize("name", ["", "a4", "../badges/100x70", "/etc/passwd", "100x70.toml"])
def test_an_unknown_name_is_refused_and_never_a_path(name: str, tmp_path: Path) -> None:
    with pytest.raises(KioskError) as caught:
        load_template(name, tmp_path)
    assert caught.value.code == "TEMPLATE_UNKNOWN"
    assert caught.value.facts == {"template": name, "known": ", ".join(sorted(SHIPPED))}


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("width_mm = 100", "width_mm = 0", "width_mm"),
        ("width_mm = 100", "width_mm = true", "width_mm"),
        ("width_mm = 100", 'width_mm = "wide"', "width_mm"),
        ("width_mm = 100", "width_mm = nan", "width_mm"),
        ("width_mm = 100", "width_mm = inf", "width_mm"),
        ("width_mm = 100", "width_mm = 1e9", "width_mm"),
        ("width_mm = 100", "width_mm = 301", "width_mm"),
        ("height_mm = 70", "", "height_mm"),
        ("height_mm = 70", "height_mm = 14", "height_mm"),
        ("height_mm = 70", 'height_mm = 70\nsides = "three"', "sides"),
        ("height_mm = 70", "height_mm = 70\nleast_height_mm = 71", "least_height_mm"),
        ("height_mm = 70", 'height_mm = 70\nsides = "two"\nleast_height_mm = 5', "least_height_mm"),
        ("height_mm = 70", 'height_mm = 70\nsides = "two"\nleast_height_mm=50', "least_height_mm"),
        ("[field.event]", "[field.qr]", "field.qr"),
        ("sun_mm = 12.6", "sun_mm = 36", "sun_mm"),
        ("width_mm = 13", "width_mm = 35", "stripe.width_mm"),
        ("width_mm = 13", "width_mm = 13\nshadow_mm = 2", "stripe.shadow_mm"),
        ("width_mm = 13", 'width_mm = 13\nedge = "bottom"', "stripe.edge"),
        ("role_mm = 5.6", "role_mm = 13.1", "stripe.width_mm"),
        ("most_mm = 25", "most_mm = 19", "qr.size_mm"),
        ("most_mm = 25", "most_mm = 58", "qr.size_mm"),
        ("left_mm = 76", "left_mm = 81", "qr"),
        ("left_mm = 76", "left_mm = -1", "qr.left_mm"),
        ("size_mm = 20", "size_mm = 9", "qr.size_mm"),
        ("[field.event]", "[heading.event]", "heading"),
        ("[field.event]", "[field.Event]", "field.Event"),
        ('text = "$event"', "text = 7", "field.event.text"),
        ('text = "$event"', 'text = "$title"', "field.event.text"),
        ('text = "$event"', 'text = "{event}"', "field.event.text"),
        ('text = "$event"', "", "field.event.text"),
        ('weight = "bold"', 'weight = "heavy"', "field.event.weight"),
        ('ink = "soft"', 'ink = "#FF0000"', "field.name_latin.ink"),
        ("lines = 2\nweight", "lines = 4\nweight", "field.event.lines"),
        ("lines = 2\nweight", "lines = true\nweight", "field.event.lines"),
        ("size_mm = 24", "size_mm = -24", "field.name.size_mm"),
        ("size_mm = 24", 'size_mm = 24\nfont = "/etc/passwd"', "field.name.font"),
        ("size_mm = 24", "size_mm = 27", "field.name"),
        ("least_mm = 5", "least_mm = 15", "field.name"),
        ("width_mm = 78.5", "width_mm = 83", "field.name"),
        ("left_mm = 17.4", "left_mm = 12.9", "field.name"),
        ("top_mm = 59.2", "top_mm = 63.3", "field.job_title"),
        ("left_mm = 18\ntop_mm = 59.2\nwidth_mm = 78", "left_mm = 76\ntop_mm = 59.2\nwidth_mm = 20",
         "field.job_title"),
    ],
)  # fmt: skip
def test_a_wrong_measure_is_refused_by_its_key(old: str, new: str, key: str) -> None:
    text = shipped_text()
    assert old in text
    assert refusal(text.replace(old, new, 1)).facts["key"] == key


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("page_width_mm = 210", "page_width_mm = 200", "sheet.columns"),
        ("page_width_mm = 210", "page_width_mm = 460", "sheet.page_width_mm"),
        ("rows = 4", "rows = 5", "sheet.rows"),
        ("rows = 4", "rows = 0", "sheet.rows"),
        ("rows = 4", "rows = 4.0", "sheet.rows"),
        ("columns = 2", "columns = 100000000", "sheet.columns"),
        ("gap_x_mm = 2.5", "gap_x_mm = 12", "sheet.columns"),
        ("gap_x_mm = 2.5", "gap_z_mm = 2.5", "sheet.gap_z_mm"),
    ],
)
def test_a_sheet_that_its_labels_do_not_fit_is_refused(old: str, new: str, key: str) -> None:
    text = shipped_text("a4-8")
    assert old in text
    assert refusal(text.replace(old, new, 1)).facts["key"] == key


def test_a_back_needs_a_badge_of_two_sides_and_is_checked_like_the_front() -> None:
    text = shipped_text("100x70-two-sided")
    assert refusal(text.replace('sides = "two"\n', "")).facts["key"] == "back"
    wrong = text.replace("[back.stripe]\nwidth_mm = 13", "[back.stripe]\nwidth_mm = 40")
    assert refusal(wrong).facts["key"] == "back.stripe.width_mm"
    assert refusal(text.replace("$session", "$sitting")).facts["key"] == "back.field.session.text"


def test_a_template_may_leave_everything_out() -> None:
    bare = read_template("bare", "width_mm = 60\nheight_mm = 40\n")
    assert (bare.front.fields, bare.front.stripe, bare.front.code, bare.back) == (
        (),
        None,
        None,
        None,
    )


def test_colours_of_a_category_are_given_one_by_one() -> None:
    text = shipped_text().replace("[qr]", '[stripe.colours]\nstaff = "#00a000"\n\n[qr]', 1)
    stripe = read_template("green", text).front.stripe
    assert stripe is not None
    assert stripe.colour(Category.STAFF) == "#00A000"
    assert stripe.colour(Category.VIP) == "#FFB81C"
    assert refusal(text.replace("#00a000", "green")).facts["key"] == "stripe.colours.staff"
    assert refusal(text.replace("staff =", "guest =")).facts["key"] == "stripe.colours.guest"


def test_what_is_not_toml_is_refused_with_its_line() -> None:
    assert "line 2" in str(refusal("width_mm = 100\nheight_mm = = 70\n").facts["problem"])


@pytest.mark.parametrize("name", SHIPPED)
def test_a_template_is_written_as_it_is_read(name: str) -> None:
    template = load_template(name)
    assert read_template(name, template_text(template)) == template


def test_ones_own_template_comes_first_and_the_list_says_so(tmp_path: Path) -> None:
    put_own(tmp_path, "100x70", shipped_text().replace("height_mm = 70", "height_mm = 71"))
    put_own(tmp_path, "스태프", shipped_text("86x54"))
    put_own(tmp_path, "86x54", "width_mm = 1")
    assert load_template("100x70", tmp_path).height_mm == 71
    assert load_template("100x70").height_mm == 70
    told = {one.name: one for one in list_templates(tmp_path)}
    assert list(told) == sorted([*SHIPPED, "스태프"])
    assert (told["100x70"].is_own, told["100x70"].hides) == (True, True)
    assert (told["스태프"].is_own, told["스태프"].hides) == (True, False)
    assert (told["a4-8"].is_own, told["a4-8"].hides) == (False, False)
    # A wrong one hides the one of its name all the same: nobody prints another than they think.
    problem = told["86x54"].problem
    assert problem is not None
    assert (problem.code, told["86x54"].template, told["86x54"].hides) == (
        "TEMPLATE_WRONG",
        None,
        True,
    )
    with pytest.raises(KioskError):
        load_template("86x54", tmp_path)


def test_a_changed_file_is_read_anew(tmp_path: Path) -> None:
    file = put_own(tmp_path, "mine", shipped_text())
    assert load_template("mine", tmp_path).width_mm == 100
    file.write_text(shipped_text("86x54"), encoding="utf-8")
    assert load_template("mine", tmp_path).width_mm == 86


def test_a_link_out_of_the_folder_is_no_template(tmp_path: Path) -> None:
    outside = tmp_path / "outside.toml"
    outside.write_text(shipped_text(), encoding="utf-8")
    own_folder(tmp_path).mkdir()
    (own_folder(tmp_path) / "link.toml").symlink_to(outside)
    assert "link" not in template_names(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
def test_what_is_no_plain_file_is_not_waited_for(tmp_path: Path) -> None:
    own_folder(tmp_path).mkdir()
    os.mkfifo(own_folder(tmp_path) / "pipe.toml")
    assert "pipe" not in template_names(tmp_path)


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"# " + b"x" * 70_000])
def test_a_file_that_is_no_text_or_too_large_is_refused(tmp_path: Path, data: bytes) -> None:
    put_own(tmp_path, "mine", "").write_bytes(data)
    with pytest.raises(KioskError) as caught:
        load_template("mine", tmp_path)
    assert (caught.value.code, caught.value.facts["key"]) == ("TEMPLATE_WRONG", "file")


def test_a_saved_template_is_loaded_as_it_was(tmp_path: Path) -> None:
    mine = replace(load_template("a4-8"), name="내 명찰 2")
    file = save_template(mine, tmp_path)
    assert file == tmp_path / "badges" / "내 명찰 2.toml"
    assert load_template("내 명찰 2", tmp_path) == mine
    assert [one.name for one in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize(
    "name", ["", "../up", "a/b", ".hidden", "a\\b", "x" * 61, "a:b", "end.", "a\nb"]
)
def test_a_name_that_is_no_plain_file_name_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(KioskError) as caught:
        save_template(replace(load_template("86x54"), name=name), tmp_path)
    assert caught.value.code == "TEMPLATE_NAME"
    assert list(tmp_path.iterdir()) == []


def test_what_could_not_be_loaded_is_not_saved(tmp_path: Path) -> None:
    file = save_template(replace(load_template("86x54"), name="mine"), tmp_path)
    before = file.read_bytes()
    wrong = replace(load_template("86x54"), name="mine", width_mm=20)
    with pytest.raises(KioskError) as caught:
        save_template(wrong, tmp_path)
    assert caught.value.code == "TEMPLATE_WRONG"
    assert file.read_bytes() == before


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "badges").write_text("a file")
    with pytest.raises(KioskError) as caught:
        save_template(replace(load_template("86x54"), name="mine"), tmp_path)
    assert caught.value.code == "FILE_NOT_WRITTEN"


def test_a_box_knows_its_far_edges() -> None:
    box = TextBox(10, 20, 30, 5, 4, 3, 2)
    assert (box.right_mm, box.bottom_mm, box.lines) == (40, 25, 1)


def test_boxes_that_only_touch_do_not_meet() -> None:
    box = Box(10, 10, 10, 10)
    assert not box.meets(Box(20, 10, 5, 5))
    assert not box.meets(Box(10, 20, 5, 5))
    assert box.meets(Box(19, 19, 5, 5))


@pytest.mark.parametrize(
    ("other", "free"),
    [
        (Box(60, 0, 50, 20), Box(0, 0, 60, 20)),
        (Box(-10, 0, 40, 20), Box(30, 0, 70, 20)),
        (Box(-10, 15, 200, 20), Box(0, 0, 100, 15)),
        (Box(-10, -5, 200, 10), Box(0, 5, 100, 15)),
        (Box(200, 0, 10, 10), Box(0, 0, 100, 20)),
    ],
)
def test_a_text_keeps_the_largest_part_that_a_code_leaves(other: Box, free: Box) -> None:
    assert Box(0, 0, 100, 20).beside(other) == free


def test_a_code_grows_away_from_the_edge_it_is_near() -> None:
    card = (100.0, 70.0)
    assert Code(76, 46, 20, 25).box(25, *card) == Box(71, 41, 25, 25)
    assert Code(4, 4, 20, 25).box(25, *card) == Box(4, 4, 25, 25)
    assert Code(40, 4, 20, 25).box(25, *card) == Box(37.5, 4, 25, 25)
    assert quiet_box(Box(10, 10, 25, 25)) == Box(6, 6, 33, 33)


def test_a_sheet_counts_its_places_in_rows_and_goes_on_with_the_next_page() -> None:
    sheet = Sheet(210, 297, 5, 10, 2, 3, gap_x_mm=2, gap_y_mm=1)
    assert sheet.corner_mm(0, 90, 50) == (5, 10)
    assert sheet.corner_mm(3, 90, 50) == (97, 61)
    places = sheet.places(5)
    assert [next(places) for _ in range(4)] == [4, 5, 0, 1]


def test_a_millimetre_is_so_many_dots() -> None:
    assert to_px(25.4, 203) == pytest.approx(203)
    assert to_px(100, 300) == pytest.approx(1181.1, abs=0.01)


def test_a_fault_is_found_in_a_template_made_by_hand() -> None:
    template = load_template("86x54")
    latin = template.front.field("name_latin")
    low = replace(latin, box=replace(latin.box, top_mm=53))
    fields = tuple(low if one.key == "name_latin" else one for one in template.front.fields)
    made: BadgeTemplate = replace(template, front=replace(template.front, fields=fields))
    key, problem = made.fault() or ("", "")
    assert key == "field.name_latin"
    assert "lower edge" in problem


def test_a_stripe_at_the_top_keeps_the_texts_below_it() -> None:
    endless = load_template("62-endless")
    assert endless.front.stripe is not None
    assert endless.front.stripe.edge is Edge.TOP
    name = endless.front.field("event")
    high = replace(name, box=replace(name.box, top_mm=8))
    fields = (high, *endless.front.fields[1:])
    assert replace(endless, front=replace(endless.front, fields=fields)).fault() is not None


def test_the_template_in_readme_is_one() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    (sample,) = [one for one in readme.split("```toml\n")[1:] if one.startswith("width_mm")]
    template = read_template("readme", sample.partition("```")[0])
    assert template.front.field("name").text == "$name"
    assert all(key in sample for key in PLACEHOLDERS)
