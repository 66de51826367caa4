"""Scanner or person, from the rhythm alone."""

from __future__ import annotations

import pytest

from kiosk.devices.burst import (
    GAP_MS,
    KEYS_MIN,
    KEYS_MIN_SLOW,
    SILENCE_MS,
    TEXT_MAX,
    Burst,
    Kind,
)

CHARACTER, END, EDIT, COMMAND = Kind.CHARACTER, Kind.END, Kind.EDIT, Kind.COMMAND


def type_all(burst: Burst[str], text: str, at_ms: float, gap_ms: float) -> float:
    """Press characters at a steady gap, each held as itself; return when the last one was."""
    for place, char in enumerate(text):
        assert burst.press(CHARACTER, char, char, at_ms + place * gap_ms).is_taken is False
    return at_ms + (len(text) - 1) * gap_ms


@pytest.fixture
def burst() -> Burst[str]:
    return Burst()


def test_six_fast_keys_and_enter_are_a_scan(burst: Burst[str]) -> None:
    last = type_all(burst, "TICKET", 1000, GAP_MS)
    ruling = burst.press(END, "\r", "enter", last + GAP_MS)
    assert (ruling.is_taken, ruling.scan, ruling.typed) == (True, "TICKET", ())


def test_silence_ends_a_scan_too(burst: Burst[str]) -> None:
    type_all(burst, "TICKET", 1000, 5)
    assert burst.patience_ms == SILENCE_MS
    assert burst.silence().scan == "TICKET"
    assert burst.patience_ms is None


def test_five_fast_keys_are_typing(burst: Burst[str]) -> None:
    last = type_all(burst, "TICKE", 1000, 5)
    assert burst.patience_ms == GAP_MS
    assert not burst.press(END, "\r", "enter", last + 5).is_taken
    ruling = burst.silence()
    assert (ruling.scan, ruling.typed) == (None, (*"TICKE", "enter"))


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
    assert (ruling.scan, ruling.is_taken, ruling.is_settled) == ("FIRST1", False, True)


@pytest.mark.parametrize("kind", [EDIT, COMMAND, END])
def test_a_key_alone_is_a_person_s(burst: Burst[str], kind: Kind) -> None:
    assert not burst.press(kind, "\x11", "Ctrl+Q", 1000).is_taken
    assert burst.patience_ms == GAP_MS
    assert burst.silence().typed == ("Ctrl+Q",)


@pytest.mark.parametrize("kind", [EDIT, COMMAND, END])
@pytest.mark.parametrize("place", range(7))
def test_what_a_code_presses_is_taken_and_spoils_its_text(
    burst: Burst[str], place: int, kind: Kind
) -> None:
    text = "TICKET"
    if text[:place]:
        type_all(burst, text[:place], 1000, 1)
    ends = kind is END and place == len(text)
    assert burst.press(kind, "\x10", "Ctrl+P", 1010).is_taken is ends
    if text[place:]:
        type_all(burst, text[place:], 1011, 1)
    ruling = burst.silence()
    assert (ruling.scan, ruling.typed) == (
        (None, ()) if ends else (f"{text[:place]}\x10{text[place:]}", ())
    )


def test_of_a_short_burst_with_a_command_only_characters_are_typed(burst: Burst[str]) -> None:
    type_all(burst, "AB", 1000, 1)
    burst.press(COMMAND, "\x1a", "Ctrl+Z", 1003)
    burst.press(EDIT, "\x08", "Backspace", 1004)
    type_all(burst, "C", 1005, 1)
    burst.press(END, "\r", "enter", 1006)
    assert burst.silence().typed == tuple("ABC")


def test_a_code_of_one_chord_and_a_suffix_presses_neither(burst: Burst[str]) -> None:
    burst.press(COMMAND, "\x1a", "Ctrl+Z", 1000)
    burst.press(END, "\r", "enter", 1005)
    assert burst.silence().typed == ()


def test_an_edit_within_a_typist_s_roll_is_kept(burst: Burst[str]) -> None:
    type_all(burst, "a", 1000, 1)
    burst.press(EDIT, "\x08", "Backspace", 1040)
    assert burst.silence().typed == ("a", "Backspace")


@pytest.mark.parametrize(("kind", "text"), [(COMMAND, "\x1b"), (EDIT, "\x08")])
def test_a_storm_presses_nothing(burst: Burst[str], kind: Kind, text: str) -> None:
    for number in range(9):
        assert not burst.press(kind, text, "key", 1000 + number).is_taken
    ruling = burst.silence()
    assert (ruling.scan, ruling.typed) == (text * 9, ())


def test_a_storm_of_enters_presses_nothing(burst: Burst[str]) -> None:
    rulings = [burst.press(END, "\r", "enter", 1000 + number) for number in range(40)]
    assert [one.typed for one in rulings] == [()] * 40
    assert [one.scan for one in rulings if one.scan is not None] == [""]


def test_the_line_feed_after_a_carriage_return_is_the_scanner_s(burst: Burst[str]) -> None:
    last = type_all(burst, "TICKET", 1000, 5)
    burst.press(END, "\r", "enter", last + 5)
    assert burst.press(END, "\n", "enter", last + 10).is_taken
    assert not burst.press(END, "\r", "enter", last + 10 + GAP_MS + 1).is_taken
    assert burst.silence().typed == ("enter",)


@pytest.mark.parametrize("kind", [EDIT, COMMAND])
def test_whatever_follows_the_suffix_at_once_is_the_scanner_s(
    burst: Burst[str], kind: Kind
) -> None:
    last = type_all(burst, "TICKET", 1000, 5)
    burst.press(END, "\r", "enter", last + 5)
    assert burst.press(kind, "\x1b", "Esc", last + 5 + GAP_MS).is_taken
    assert burst.patience_ms is None


def test_two_scans_glued_by_their_suffix_stay_two(burst: Burst[str]) -> None:
    first = type_all(burst, "FIRST1", 1000, 1)
    assert burst.press(END, "\r", "enter", first + 1).scan == "FIRST1"
    second = type_all(burst, "SECOND", first + 2, 1)
    assert burst.press(END, "\r", "enter", second + 1).scan == "SECOND"


def test_typing_after_a_scan_is_typing(burst: Burst[str]) -> None:
    last = type_all(burst, "TICKET", 1000, 5)
    burst.press(END, "\r", "enter", last + 5)
    type_all(burst, "abc", last + 10, 5)
    burst.press(END, "\r", "enter", last + 30)
    assert burst.silence().typed == (*"abc", "enter")


def test_a_key_told_late_counts_as_struck_with_the_one_before(burst: Burst[str]) -> None:
    type_all(burst, "TIC", 1000, 5)
    burst.press(CHARACTER, "K", "K", 960)
    type_all(burst, "ET", 1050, 5)
    assert burst.silence().scan == "TICKET"


def test_a_desk_that_allows_longer_gaps_wants_more_keys() -> None:
    slow: Burst[str] = Burst(80)
    type_all(slow, "A" * (KEYS_MIN_SLOW - 1), 1000, 80)
    assert slow.patience_ms == 80
    assert slow.silence().typed == tuple("A" * (KEYS_MIN_SLOW - 1))
    type_all(slow, "A" * KEYS_MIN_SLOW, 9000, 80)
    assert slow.patience_ms == 160
    assert slow.silence().scan == "A" * KEYS_MIN_SLOW


def test_what_rides_along_stays_in_order(burst: Burst[str]) -> None:
    burst.press(CHARACTER, "a", "a down", 1000)
    burst.ride("a up")
    burst.press(CHARACTER, "b", "b down", 1040)
    assert burst.silence().typed == ("a down", "a up", "b down")


def test_a_clock_that_jumps_back_only_ends_a_burst(burst: Burst[str]) -> None:
    type_all(burst, "abc", 9000, 1)
    ruling = burst.press(CHARACTER, "d", "d", 10)
    assert (ruling.typed, ruling.is_taken) == (tuple("abc"), False)


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
