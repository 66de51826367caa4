"""What a badge's field may say: a fixed list of placeholders, and every other way refused."""

from __future__ import annotations

import pytest

from kiosk.domain import badge_words
from kiosk.domain.badge import BadgeText
from kiosk.domain.badge_words import PLACEHOLDERS, WordsError, fill
from kiosk.domain.registration import Category

KIM = {"name": "김형진", "seat": "A-12", "job_title": "책임", "organisation": "GIST"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("$name", "김형진"),
        ("${name}", "김형진"),
        ("$name님", "김형진님"),
        ("($organisation)", "(GIST)"),
        ("$seat · $job_title", "A-12 · 책임"),
        ("$name, $organisation.", "김형진, GIST."),
        ("50 % · $$5", "50 % · $5"),
        ("^XA^FD$name^FS^XZ", "^XA^FD김형진^FS^XZ"),
        ("환영합니다", "환영합니다"),
        ("", ""),
    ],
)
def test_placeholders_are_filled_and_the_rest_is_plain(text: str, said: str) -> None:
    assert fill(text, KIM) == said


@pytest.mark.parametrize(
    ("text", "missing", "said"),
    [
        ("$seat · $job_title", ("seat",), "책임"),
        ("$seat · $job_title", ("job_title",), "A-12"),
        ("$seat · $job_title", ("seat", "job_title"), ""),
        ("Seat $seat", ("seat",), ""),
        ("$name ($organisation)", ("organisation",), "김형진"),
        ("$seat / $name / $job_title", ("name",), "A-12 / 책임"),
    ],
)
def test_what_is_not_known_leaves_no_trace(text: str, missing: tuple[str, ...], said: str) -> None:
    assert fill(text, {**KIM, **dict.fromkeys(missing, "")}) == said


@pytest.mark.parametrize(
    "text",
    [
        "$surname",
        "${first name}",
        "${name.__class__}",
        "${name!r}",
        "${name:>9999999999}",
        "${name[0]}",
        "${${name}}",
        "$name.__class__.__mro__",
        "$name[0]",
        "$name(1)",
        "$Name",
        "$__builtins__",
        "$1",
        "$",
        "${",
        "${}",
        "$$$",
        "{name}",
        "{0}",
        "{{ name }}",
        "{% include 'x' %}",
        "#{name}",
        "%(name)s",
        "%(name)999999999s",
        "$name\n$seat",
        "$name\x1b[2J",
        "$name\u202e",
        "\ud800",
        "x" * 201,
    ],
)
def test_everything_else_is_refused(text: str) -> None:
    with pytest.raises(WordsError):
        badge_words.parts(text)


def test_an_unknown_placeholder_is_named_with_those_that_exist() -> None:
    with pytest.raises(WordsError, match=r"names \$phone, which is none of: name, name_latin"):
        badge_words.parts("$name $phone")


@pytest.mark.parametrize(
    "name", ["$event", "${seat}", "{name.__class__}", "%(seat)s", "$$", "\\g<0>", "$name"]
)
def test_a_value_is_never_read_as_a_template(name: str) -> None:
    assert fill("$name · $seat", {**KIM, "name": name}) == f"{name} · A-12"


def test_a_badge_knows_a_value_for_every_placeholder() -> None:
    text = BadgeText("e", "n", "l", "o", "j", "r", Category.PRESS, "t", "s")
    assert set(text.values()) == set(PLACEHOLDERS)


def test_a_ticket_is_no_placeholder() -> None:
    with pytest.raises(WordsError):
        badge_words.parts("$ticket")


def test_only_what_all_badges_of_a_role_say_is_shared() -> None:
    assert badge_words.is_shared("$event · $venue · $date · $role")
    assert badge_words.is_shared("환영합니다")
    assert not badge_words.is_shared("$event $name")
    assert badge_words.keys("$event $name") == {"event", "name"}
