"""What a scanner did to the test code: each deed alone, and any of them together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.devices.burst import Kind
from kiosk.devices.key_record import KeyRecord
from kiosk.domain import ticket
from kiosk.domain.hangul import from_keys
from kiosk.domain.scanner_check import (
    TEST_CODE,
    End,
    Finding,
    Found,
    Reading,
    allowed_gap_ms,
    check,
    reads,
)
from kiosk.domain.settings import SCANNER_GAP_MS
from kiosk.ui.front_desk import scanner_words

CODE = TEST_CODE
AZERTY = str.maketrans("AQWZaqwzM", "QAZWqazw?")
QWERTZ = str.maketrans("YZyz:/-", "ZYzyÖ-ß")


def kinds(text: str, end: End = End.ENTER, gap_ms: int = 5) -> list[Finding]:
    return [one.finding for one in check(Reading(text, end, gap_ms))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (CODE, []),
        ("", [Finding.NOTHING]),
        ("https://example.com/ticket", [Finding.OTHER]),
        ("kim", [Finding.OTHER]),
        (CODE.swapcase(), [Finding.CAPS_LOCK]),
        (CODE.upper(), [Finding.CAPITALS]),
        (CODE.lower(), [Finding.CAPITALS]),
        (from_keys(CODE), [Finding.INPUT_METHOD]),
        (CODE.translate(AZERTY), [Finding.LAYOUT]),
        (CODE.translate(QWERTZ), [Finding.LAYOUT]),
        (f"]Q1{CODE}", [Finding.KNOWN_PREFIX]),
        (rf"]Q1\000026{CODE}", [Finding.KNOWN_PREFIX]),
        (f"]C1{CODE}", [Finding.PREFIX]),
        (f"##{CODE}", [Finding.PREFIX]),
        (f"{CODE}//", [Finding.TRAILING]),
        (f"{CODE}{CODE}", [Finding.TWICE]),
        (f"{CODE}\r{CODE}", [Finding.TWICE, Finding.CONTROL]),
        (f"\x02{CODE}\x03", [Finding.CONTROL]),
        (CODE[:4] + CODE[5:], [Finding.LOST]),
        (CODE[::2], [Finding.LOST]),
        (CODE[:10], [Finding.OTHER]),
    ],
)
def test_each_deed_is_told(text: str, expected: list[Finding]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("end", "gap_ms", "expected"),
    [
        (End.TAB, 5, [Finding.TAB]),
        (End.NONE, 5, [Finding.NO_SUFFIX]),
        (End.ENTER, SCANNER_GAP_MS[0], []),
        (End.ENTER, SCANNER_GAP_MS[0] + 1, [Finding.PACED]),
        (End.ENTER, SCANNER_GAP_MS[1], [Finding.PACED]),
        (End.ENTER, SCANNER_GAP_MS[1] + 1, [Finding.SLOW]),
        (End.NONE, 500, [Finding.SLOW, Finding.NO_SUFFIX]),
    ],
)
def test_the_manner_is_told(end: End, gap_ms: int, expected: list[Finding]) -> None:
    assert kinds(CODE, end, gap_ms) == expected


def test_facts_are_what_a_person_needs() -> None:
    (layout,) = check(Reading(CODE.translate(QWERTZ), End.ENTER))
    assert layout.fact == "-→ß Z→Y Y→Z :→Ö /→- z→y y→z"
    assert check(Reading(CODE[:4] + CODE[6:], End.ENTER)) == (Found(Finding.LOST, "2"),)
    assert check(Reading(f"##{CODE}", End.ENTER)) == (Found(Finding.PREFIX, "##"),)
    assert check(Reading(CODE, End.ENTER, 140)) == (Found(Finding.SLOW, "140"),)


@pytest.mark.parametrize(
    ("gap_ms", "text", "allowed"),
    [(50, CODE, None), (60, CODE, 66), (78, CODE, 80), (90, CODE, None), (60, CODE[:-1], None)],
)
def test_the_desk_allows_a_gap_only_where_that_is_enough(
    gap_ms: int, text: str, allowed: int | None
) -> None:
    assert allowed_gap_ms(check(Reading(text, End.ENTER, gap_ms))) == allowed


cases = st.sampled_from(
    [(None, str), (Finding.CAPS_LOCK, str.swapcase), (Finding.CAPITALS, str.upper),
     (Finding.INPUT_METHOD, from_keys)],
)  # fmt: skip
prefixes = st.sampled_from([("", None), ("]Q1", Finding.KNOWN_PREFIX), ("##", Finding.PREFIX)])
trails = st.sampled_from([("", None), ("//", Finding.TRAILING), (CODE, Finding.TWICE)])
manners = st.tuples(st.sampled_from(list(End)), st.integers(0, 200))


@given(cases, prefixes, trails, manners)
def test_any_deeds_together_are_told_and_no_other(case, prefix, trail, manner) -> None:
    of_case, change = case
    (before, of_prefix), (after, of_trail), (end, gap_ms) = prefix, trail, manner
    found = check(Reading(before + change(CODE + after), end, gap_ms))
    expected = {of_case, of_prefix, of_trail} - {None}
    expected |= {End.TAB: {Finding.TAB}, End.NONE: {Finding.NO_SUFFIX}}.get(end, set())
    least, most = SCANNER_GAP_MS
    if gap_ms > least:
        expected.add(Finding.SLOW if gap_ms > most else Finding.PACED)
    assert {one.finding for one in found} == expected
    assert [one.is_to_change for one in found] == sorted(
        (one.is_to_change for one in found), reverse=True
    )


@given(st.text(max_size=80), st.sampled_from(list(End)), st.integers(0, 5000), st.booleans())
def test_whatever_comes_is_told_in_words(
    text: str, end: End, gap_ms: int, is_composed: bool
) -> None:
    reading = Reading(text, end, gap_ms, is_composed)
    found = check(reading)
    for one in found:
        told = scanner_words.advice(one)
        assert told.head
        assert told.remedy
        assert (told.head + told.remedy).isprintable()
    assert scanner_words.verdict(found).head
    assert scanner_words.seen(reading).isprintable()


@given(cases, prefixes, st.sampled_from(["", "\r", "\r\n", "\t"]))
def test_what_is_said_to_read_is_a_ticket_that_is_found(case, prefix, end: str) -> None:
    """The promise behind "works as it is": the desk's own folding undoes all of it."""
    token = "K7QF3W5ZJ4XM2T5V6BNA4CDGHR"
    _, change = case
    before, of_prefix = prefix
    if reads(check(Reading(before + change(CODE), End.ENTER))):
        assert of_prefix is not Finding.PREFIX
        assert ticket.fold(before + change(token) + end) == token


def test_every_finding_has_words() -> None:
    for finding in Finding:
        assert scanner_words.advice(Found(finding, "7")).remedy


class TestRecord:
    def record(self, *keys: tuple[Kind, str, float]) -> Reading:
        made = KeyRecord()
        for key in keys:
            made.add(*key)
        return made.reading()

    def test_text_end_and_the_longest_gap_are_recorded(self) -> None:
        keys = [(Kind.CHARACTER, char, 10.0 * n) for n, char in enumerate("ABC")]
        assert self.record(*keys, (Kind.END, "\r", 95.4)) == Reading("ABC", End.ENTER, 75)
        assert self.record(*keys, (Kind.END, "\t", 30)) == Reading("ABC", End.TAB, 10)
        assert self.record(*keys) == Reading("ABC", End.NONE, 10)

    def test_an_end_among_the_text_is_part_of_it(self) -> None:
        end, char = Kind.END, Kind.CHARACTER
        got = self.record((char, "A", 0), (end, "\r", 1), (char, "B", 2), (end, "\r", 3),
                          (end, "\n", 4))  # fmt: skip
        assert got == Reading("A\rB", End.ENTER, 1)

    def test_it_keeps_no_more_than_a_code_can_hold(self) -> None:
        got = self.record(*[(Kind.CHARACTER, "A", n) for n in range(6000)])
        assert len(got.text) == 4296
