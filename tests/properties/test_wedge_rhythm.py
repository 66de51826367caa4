"""Any mixture of typing and scanning: each character ends in exactly one of the two places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.devices.burst import GAP_MS, KEYS_MIN, SILENCE_MS, Burst, Kind

characters = st.characters(categories=("Lu", "Nd", "Lo"), max_codepoint=0xD7A3)
typing = st.tuples(
    st.just("typed"),
    st.text(characters, min_size=1, max_size=12),
    st.integers(GAP_MS + 1, 400),
)
scanning = st.tuples(
    st.just("scanned"), st.text(characters, min_size=KEYS_MIN, max_size=60), st.integers(0, GAP_MS)
)
commands = st.lists(
    st.tuples(st.sampled_from(list(Kind)), st.integers(0, GAP_MS)), min_size=1, max_size=40
)


class Screen:
    """A burst filter as a window sees it: what it lets through and what it announces."""

    def __init__(self) -> None:
        self.burst: Burst[tuple[Kind, str]] = Burst()
        self.typed: list[tuple[Kind, str]] = []
        self.scans: list[str] = []

    def press(self, kind: Kind, text: str, at_ms: int) -> None:
        patience, last = self.burst.patience_ms, self.burst._last_ms
        if patience is not None and at_ms - last > patience:
            self.settle()
        ruling = self.burst.press(kind, text, (kind, text), at_ms)
        self.typed += ruling.typed
        if ruling.scan is not None:
            self.scans.append(ruling.scan)

    def settle(self) -> None:
        ruling = self.burst.silence()
        self.typed += ruling.typed
        if ruling.scan is not None:
            self.scans.append(ruling.scan)


@given(st.lists(st.one_of(typing, scanning), max_size=8), st.booleans())
def test_typing_is_typed_whole_and_scans_are_scanned_whole(
    turns: list[tuple[str, str, int]], has_enter: bool
) -> None:
    screen, at_ms = Screen(), 0
    expected: dict[str, list[str]] = {"typed": [], "scanned": []}
    for where, text, gap_ms in turns:
        at_ms += SILENCE_MS + 1
        for char in text:
            screen.press(Kind.CHARACTER, char, at_ms)
            at_ms += gap_ms
        if where == "scanned" and has_enter:
            screen.press(Kind.END, "\r", at_ms)
        expected[where].append(text)
    screen.settle()
    assert screen.scans == expected["scanned"]
    assert "".join(text for _, text in screen.typed) == "".join(expected["typed"])


@given(commands)
def test_of_a_storm_at_most_characters_and_what_a_typist_presses_are_typed(
    keys: list[tuple[Kind, int]],
) -> None:
    screen, at_ms = Screen(), 1000
    screen.press(Kind.CHARACTER, "A", at_ms)
    for kind, gap_ms in keys:
        at_ms += gap_ms
        screen.press(kind, "\x10", at_ms)
    screen.settle()
    assert all(kind is not Kind.COMMAND for kind, _ in screen.typed)
    if any(kind is Kind.COMMAND for kind, _ in keys) and not screen.scans:
        assert all(kind is Kind.CHARACTER for kind, _ in screen.typed)


@given(st.lists(st.tuples(st.sampled_from(list(Kind)), st.integers(0, 200)), max_size=60))
def test_no_key_is_in_two_places_and_none_stays_behind(keys: list[tuple[Kind, int]]) -> None:
    screen, at_ms = Screen(), 1000
    for number, (kind, gap_ms) in enumerate(keys):
        at_ms += gap_ms
        screen.press(kind, chr(0xAC00 + number), at_ms)
    screen.settle()
    places = [text for _, text in screen.typed] + [c for scan in screen.scans for c in scan]
    assert len(places) == len(set(places))
    typed = [ord(text) for _, text in screen.typed]
    assert typed == sorted(typed), "typing keeps its order"
    assert screen.burst.patience_ms is None
