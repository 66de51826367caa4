"""Whatever people are called, a badge reads back and its texts keep to their places."""

from __future__ import annotations

import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw

from kiosk.domain import badge_words
from kiosk.domain import text as wording
from kiosk.domain.badge import Align, BadgeText, TextBox, Weight, to_px
from kiosk.domain.registration import Category
from kiosk.services import badge_drawing, badge_fonts, badge_text

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
SHIPPED = [badge_drawing.load_template(name) for name in badge_drawing.template_names()]
BOXES = [field.box for template in SHIPPED for side in template.faces() for field in side.fields]
templates = st.sampled_from(SHIPPED)
resolutions = st.sampled_from([203, 300])


def reads(image: Image.Image) -> list[str]:
    found = zxingcpp.read_barcodes(image.convert("L"), formats=zxingcpp.BarcodeFormat.QRCode)
    return [code.text for code in found]


@settings(max_examples=60, deadline=None)
@given(text=badges, template=templates, dpi=resolutions, colour=st.booleans())
def test_every_badge_reads_back_and_each_text_keeps_its_place(text, template, dpi, colour) -> None:
    room = 40
    for number, card in enumerate(badge_drawing.cards(text, template, dpi, colour=colour)):
        if number == 0 or template.back is None:
            assert reads(card.image()) == [text.ticket]
        width, height = card.ground.size
        taken = Image.new("L", (width + 2 * room, height + 2 * room))
        if card.code:
            quiet = card.code.dark.width * 4 // 25
            left, top, right, bottom = card.code.place
            edges = left - quiet, top - quiet, right + quiet, bottom + quiet
            taken.paste(255, tuple(edge + room for edge in edges))
        for one in card.texts:
            # Painted with room all around: what left its place would show, and on what it stands.
            alone = Image.new("L", taken.size)
            at_px = one.place[0] + room, one.place[1] + room
            across = one.place[2] - one.place[0]
            badge_text.paint(ImageDraw.Draw(alone), one.fitted, at_px, across, 255, one.align)
            box = alone.getbbox()
            if box is not None:
                assert box[0] >= room + one.place[0]
                assert box[1] >= room + one.place[1]
                assert box[2] <= room + min(width, one.place[2])
                assert box[3] <= room + min(height, one.place[3])
            assert ImageChops.multiply(alone, taken).getbbox() is None
            taken = ImageChops.lighter(taken, alone)


@settings(max_examples=150, deadline=None)
@given(
    text=names,
    box=st.sampled_from(BOXES),
    dpi=resolutions,
    weight=st.sampled_from(Weight),
    align=st.sampled_from(Align),
)
def test_ink_never_leaves_its_place(text, box, dpi, weight, align) -> None:
    shown = badge_fonts.drawable(text) or badge_fonts.SUBSTITUTE
    fitted = badge_text.fit(shown, box, dpi, badge_text.PENS[weight])
    room = 40
    width, height = round(to_px(box.width_mm, dpi)), round(to_px(box.height_mm, dpi))
    canvas = Image.new("L", (width + 2 * room, height + 2 * room))
    badge_text.paint(ImageDraw.Draw(canvas), fitted, (room, room), width, 255, align)
    inked = canvas.getbbox()
    if inked is not None:
        assert inked[0] >= room
        assert inked[1] >= room
        assert inked[2] <= room + width
        assert inked[3] <= room + height


@settings(max_examples=150, deadline=None)
@given(text=names, box=st.sampled_from(BOXES))
def test_a_text_is_kept_whole_or_says_that_it_is_not(text: str, box: TextBox) -> None:
    shown = badge_fonts.drawable(text) or badge_fonts.SUBSTITUTE
    fitted = badge_text.fit(shown, box, 300)
    joined = "".join("".join(fitted.lines).split())
    whole = "".join(shown.split())
    assert joined == whole or (joined.endswith("…") and whole.startswith(joined[:-1]))
    assert fitted.is_cut == (joined != whole)
    assert len(fitted.lines) <= box.lines
    assert fitted.size_px <= to_px(box.size_mm, 300)


@settings(max_examples=200, deadline=None)
@given(text=names)
def test_what_is_drawn_stays_drawn(text: str) -> None:
    shown = badge_fonts.drawable(text)
    assert badge_fonts.drawable(shown) == shown
    assert shown == shown.strip()


@settings(max_examples=40, deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
def test_every_foreign_ticket_reads_back(text: str) -> None:
    badge = BadgeText("", "이솔", "", "", "", "", Category.STAFF, text, "")
    for name in ("100x70", "86x54"):
        image = badge_drawing.draw(badge, badge_drawing.load_template(name), 203, colour=False)
        found = zxingcpp.read_barcodes(image.convert("L"), formats=zxingcpp.BarcodeFormat.QRCode)
        assert [code.bytes for code in found] == [text.encode()]


pieces = st.one_of(
    st.sampled_from([f"${key}" for key in badge_words.PLACEHOLDERS]),
    st.sampled_from([f"${{{key}}}" for key in badge_words.PLACEHOLDERS]),
    st.text("가나 ·,%&<>-", max_size=6),
    st.just("$$"),
)


@settings(max_examples=200, deadline=None)
@given(text=st.lists(pieces, max_size=8).map("".join), values=st.dictionaries(
    st.sampled_from(badge_words.PLACEHOLDERS), st.text(max_size=12)))  # fmt: skip
def test_a_filled_text_holds_each_value_as_it_is(text: str, values: dict[str, str]) -> None:
    said = badge_words.fill(text, values)
    for key in badge_words.keys(text):
        assert values.get(key, "") in said
    assert len(said) <= len(text) * (1 + max(map(len, values.values()), default=0))


@settings(max_examples=300, deadline=None)
@given(text=st.text(st.one_of(st.sampled_from("${}%().[]ne_ma:!"), st.characters()), max_size=40))
def test_any_text_is_taken_apart_or_refused(text: str) -> None:
    try:
        parts = badge_words.parts(text)
    except badge_words.WordsError:
        return
    assert {part.key for part in parts} <= {"", *badge_words.PLACEHOLDERS}
    assert "{" not in "".join(part.before for part in parts)
