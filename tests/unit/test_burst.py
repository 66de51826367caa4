"""Scanner or person, from the rhythm alone."""

from __future__ import annotations

import pytest

from kiosk.devices.burst import GAP_MS, KEYS_MIN, SILENCE_MS, TEXT_MAX, Burst, Fate, Kind

CHARACTER, END, EDIT, COMMAND = Kind.CHARACTER, Kind.END, Kind.EDIT, Kind.COMMAND


def type_all(burst: Burst[str], text: str, at_ms: float, gap_ms: float) -> float:
    """Press characters at a steady gap, each held as itself; return when the last one was."""
    for place, char in enumerate(text):
        assert burst.press(CHARACTER, char, char, at_ms + place * gap_ms).fate is Fate.HOLD
    return at_ms + (len(text) - 1) * gap_ms


@pytest.fixture
def burst() -> Burst[str]:
    return Burst()


def test_six_fast_keys_and_enter_are_a_scan(burst: Burst[str]) -> None:
    last = type_all(burst, "TICKET", 1000, GAP_MS)
    ruling = burst.press(END, "\r", "enter", last + GAP_MS)
    assert (ruling.fate, ruling.scan, ruling.typed) == (Fate.TAKE, "TICKET", ())


def test_silence_ends_a_scan_too(burst: Burst[str]) -> None:
    type_all(burst, "TICKET", 1000, 5)
    assert burst.patience_ms == SILENCE_MS
    assert burst.silence().scan == "TICKET"
    assert burst.patience_ms is None


def test_five_fast_keys_are_typing(burst: Burst[str]) -> None:
    last = type_all(burst, "TICKE", 1000, 5)
    assert burst.patience_ms == GAP_MS
    ruling = burst.press(END, "\r", "enter", last + 5)
    assert (ruling.fate, ruling.scan, ruling.typed) == (Fate.PASS, None, tuple("TICKE"))


def test_slow_keys_are_typing_one_by_one(burst: Burst[str]) -> None:
    typed: list[str] = []
    for place, char in enumerate("a long sentence"):
        typed += burst.press(CHARACTER, char, char, place * (GAP_MS + 1)).typed
    assert "".join([*typed, *burst.silence().typed]) == "a long sentence"


def test_a_hiccup_inside_a_sure_burst_does_not_cut_it(burst: Burst[str]) -> None:
    last = type_all(burst, "TICKET", 1000, 5)
    type_all(burst, "-REST", last + SILENCE_MS, 5)
    assert burst.silence().scan == "TICKET-REST"


def test_a_longer_pause_makes_two_scans(burst: Burst[str]) -> None:
    last = type_all(burst, "FIRST1", 1000, 5)
    ruling = burst.press(CHARACTER, "S", "S", last + SILENCE_MS + 1)
    assert (ruling.scan, ruling.fate, ruling.is_settled) == ("FIRST1", Fate.HOLD, True)


@pytest.mark.parametrize("kind", [EDIT, COMMAND])
def test_a_key_alone_passes(burst: Burst[str], kind: Kind) -> None:
    assert not burst.claims(kind, 1000)
    assert burst.press(kind, "\x11", "Ctrl+Q", 1000).fate is Fate.PASS


@pytest.mark.parametrize("place", range(1, 7))
def test_commands_inside_a_scan_are_taken_and_spoil_its_text(burst: Burst[str], place: int) -> None:
    text = "TICKET"
    type_all(burst, text[:place], 1000, 1)
    assert burst.claims(COMMAND, 1010)
    assert burst.press(COMMAND, "\x10", "Ctrl+P", 1010).fate is Fate.HOLD
    if text[place:]:
        type_all(burst, text[place:], 1011, 1)
    assert burst.silence().scan == f"{text[:place]}\x10{text[place:]}"


def test_commands_inside_a_short_burst_are_dropped(burst: Burst[str]) -> None:
    type_all(burst, "AB", 1000, 1)
    burst.press(COMMAND, "\x10", "Ctrl+P", 1003)
    type_all(burst, "CD", 1004, 1)
    assert burst.silence().typed == tuple("ABCD")


def test_an_edit_within_a_typist_s_roll_is_kept(burst: Burst[str]) -> None:
    type_all(burst, "a", 1000, 1)
    burst.press(EDIT, "\x08", "Backspace", 1040)
    assert burst.silence().typed == ("a", "Backspace")


def test_a_storm_of_commands_presses_only_its_first_key(burst: Burst[str]) -> None:
    fates = [burst.press(COMMAND, "\x1b", "Esc", 1000 + n).fate for n in range(9)]
    assert fates == [Fate.PASS] + [Fate.HOLD] * 8
    assert burst.silence().scan == "\x1b" * 8


def test_a_command_that_a_shortcut_took_begins_a_storm_all_the_same(burst: Burst[str]) -> None:
    burst.let(1000)
    assert burst.claims(COMMAND, 1001)
    assert not burst.claims(COMMAND, 1001 + GAP_MS)


def test_the_line_feed_after_a_carriage_return_is_the_scanner_s(burst: Burst[str]) -> None:
    last = type_all(burst, "TICKET", 1000, 5)
    burst.press(END, "\r", "enter", last + 5)
    assert burst.claims(END, last + 10)
    assert burst.press(END, "\n", "enter", last + 10).fate is Fate.TAKE
    assert not burst.claims(END, last + 10 + GAP_MS + 1)
    assert burst.press(END, "\r", "enter", last + 10 + GAP_MS + 1).fate is Fate.PASS


def test_typing_after_a_scan_is_typing(burst: Burst[str]) -> None:
    last = type_all(burst, "TICKET", 1000, 5)
    burst.press(END, "\r", "enter", last + 5)
    type_all(burst, "abc", last + 10, 5)
    assert burst.press(END, "\r", "enter", last + 30).typed == tuple("abc")


def test_what_rides_along_stays_in_order(burst: Burst[str]) -> None:
    burst.press(CHARACTER, "a", "a down", 1000)
    burst.ride("a up")
    burst.press(CHARACTER, "b", "b down", 1040)
    assert burst.silence().typed == ("a down", "a up", "b down")


def test_characters_are_always_kept_from_shortcuts(burst: Burst[str]) -> None:
    assert burst.claims(CHARACTER, 0)


def test_a_clock_that_jumps_back_only_ends_a_burst(burst: Burst[str]) -> None:
    type_all(burst, "abc", 9000, 1)
    ruling = burst.press(CHARACTER, "d", "d", 10)
    assert (ruling.typed, ruling.fate) == (tuple("abc"), Fate.HOLD)


def test_an_endless_burst_keeps_no_more_than_a_code_can_hold(burst: Burst[str]) -> None:
    for place in range(TEXT_MAX + 500):
        burst.press(CHARACTER, "7", "7", place)
    scan = burst.silence().scan
    assert scan is not None
    assert len(scan) == TEXT_MAX


def test_nothing_held_asks_for_no_patience(burst: Burst[str]) -> None:
    assert burst.patience_ms is None
    assert burst.silence().typed == ()
    assert KEYS_MIN == 6
