"""Whatever people are called, a badge reads back and its texts keep to their places."""

from __future__ import annotations

from dataclasses import replace

import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw

from kiosk.domain import text as wording
from kiosk.domain.badge import BadgeText, TextBox, to_px
from kiosk.domain.registration import Category
from kiosk.services import badge_drawing, badge_text

SCRIPTS = [
    st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3),
    st.characters(min_codepoint=0x20, max_codepoint=0x17F),
    st.characters(min_codepoint=0x1EA0, max_codepoint=0x1EF9),
    st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF),
    st.characters(min_codepoint=0x0590, max_codepoint=0x06FF),
    st.characters(min_codepoint=0x0300, max_codepoint=0x036F),
    st.characters(min_codepoint=0x1100, max_codepoint=0x11FF),
    st.characters(min_codepoint=0x1F300, max_codepoint=0x1FAFF),
    st.sampled_from("  -·.,&<>{}%^~\\'\"\u115f\u3164\u200d\ufe0fWWMMgjpqy"),
    st.characters(exclude_categories=["Cs"]),
]
names = (
    st.one_of(
        *(st.text(script, min_size=1, max_size=80) for script in (*SCRIPTS, st.one_of(SCRIPTS)))
    )
    .map(wording.clean)
    .filter(bool)
)
texts = st.one_of(st.just(""), names, names.map(lambda name: (name * 200)[:200]))
badges = st.builds(
    BadgeText,
    event=texts,
    name=names,
    name_latin=texts,
    organisation=texts,
    job_title=texts,
    role=st.sampled_from(["참가자", "연사", "운영", ""]),
    category=st.sampled_from(Category),
    ticket=st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", min_size=26, max_size=26),
    seat=st.sampled_from(["", "A-12"]),
)
templates = st.sampled_from([badge_drawing.load_template(name) for name in ("100x70", "86x54")])
resolutions = st.sampled_from([203, 300])


def reads(image: Image.Image) -> list[str]:
    found = zxingcpp.read_barcodes(image.convert("L"), formats=zxingcpp.BarcodeFormat.QRCode)
    return [code.text for code in found]


@settings(max_examples=60, deadline=None)
@given(text=badges, template=templates, dpi=resolutions, colour=st.booleans())
def test_every_badge_reads_back_and_keeps_its_order(text, template, dpi, colour) -> None:
    image = badge_drawing.draw(text, template, dpi, colour=colour)
    assert reads(image) == [text.ticket]
    bare = replace(text, name="이", name_latin="", organisation="", job_title="", seat="")
    empty = badge_drawing.draw(bare, template, dpi, colour=colour)
    difference = ImageChops.difference(image.convert("L"), empty.convert("L")).point(
        lambda level: 255 * (level > 40)
    )
    box = difference.getbbox()
    if box is not None:
        assert box[0] >= to_px(template.stripe_mm + 1, dpi)
        assert box[1] >= to_px(template.person.top_mm, dpi) - 2
        assert box[2] <= to_px(template.width_mm - 1, dpi)
        assert box[3] <= to_px(template.height_mm - 1, dpi)
    code_px = int(to_px(template.qr_mm, dpi)) // 25 * 29
    corner_px = round(to_px(template.margin_mm, dpi)) + code_px
    corner = (image.width - corner_px, image.height - corner_px, image.width, image.height)
    assert difference.crop(corner).getbbox() is None


@settings(max_examples=150, deadline=None)
@given(
    text=names,
    box=st.sampled_from(
        [
            box
            for name in ("100x70", "86x54")
            for _, box in badge_drawing.load_template(name).boxes()
        ]
    ),
    dpi=resolutions,
    pen=st.sampled_from([0.0, badge_text.SEMIBOLD, badge_text.BOLD]),
)
def test_ink_never_leaves_its_place(text: str, box: TextBox, dpi: int, pen: float) -> None:
    shown = badge_text.drawable(text) or badge_text.PLACEHOLDER
    fitted = badge_text.fit(shown, box, dpi, pen)
    room = 40
    width, height = to_px(box.width_mm, dpi), to_px(box.height_mm, dpi)
    canvas = Image.new("L", (int(width) + 2 * room, int(height) + 2 * room))
    badge_text.paint(ImageDraw.Draw(canvas), fitted, (room, room), 255)
    inked = canvas.point(lambda level: 255 * (level > 100)).getbbox()
    spare = 2 + 0.03 * fitted.size_px
    if inked is not None:
        assert inked[0] >= room - spare
        assert inked[1] >= room - spare
        assert inked[2] <= room + width + spare
        assert inked[3] <= room + height + spare


@settings(max_examples=150, deadline=None)
@given(
    text=names, box=st.sampled_from([b for _, b in badge_drawing.load_template("100x70").boxes()])
)
def test_a_text_is_kept_whole_or_says_that_it_is_not(text: str, box: TextBox) -> None:
    shown = badge_text.drawable(text) or badge_text.PLACEHOLDER
    fitted = badge_text.fit(shown, box, 300)
    joined = "".join("".join(fitted.lines).split())
    whole = "".join(shown.split())
    assert joined == whole or (joined.endswith("…") and whole.startswith(joined[:-1]))
    assert len(fitted.lines) <= box.lines
    assert fitted.size_px <= to_px(box.size_mm, 300)


@settings(max_examples=200, deadline=None)
@given(text=names)
def test_what_is_drawn_stays_drawn(text: str) -> None:
    shown = badge_text.drawable(text)
    assert badge_text.drawable(shown) == shown
    assert shown == shown.strip()


@settings(max_examples=40, deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
def test_every_foreign_ticket_reads_back(text: str) -> None:
    badge = BadgeText("", "이솔", "", "", "", "", Category.STAFF, text, "")
    for name in ("100x70", "86x54"):
        image = badge_drawing.draw(badge, badge_drawing.load_template(name), 203, colour=False)
        found = zxingcpp.read_barcodes(image.convert("L"), formats=zxingcpp.BarcodeFormat.QRCode)
        assert [code.bytes for code in found] == [text.encode()]
