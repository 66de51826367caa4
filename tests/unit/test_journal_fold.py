"""The fold of a person's entries, and the clock that orders them."""

from __future__ import annotations

from itertools import permutations

from fakes import at

from kiosk.domain.journal import Entry, Kind, Presence, Stamp, fold, next_reading, standing


def entry(name: str, kind: Kind, clock: str, *, ms: int | None = None, voids: str = "") -> Entry:
    moment = at(clock)
    written = ms if ms is not None else int(moment.timestamp() * 1000)
    return Entry(name, "main", "r1", kind, moment, moment, Stamp(written, 0, "d"), voids)


COMES = entry("a", Kind.IN, "14:00")
LEAVES = entry("b", Kind.OUT, "15:00")
RETURNS = entry("c", Kind.IN, "15:30")
NO_ENTRY = entry("v", Kind.VOID, "15:31", voids="c")


def test_nobody_has_come_without_an_entry() -> None:
    assert fold([]) == Presence()
    assert fold([]).state == "expected"
    assert fold([]).first_at is None
    assert fold([]).first_at is None


def test_coming_leaving_and_returning() -> None:
    came = fold([COMES])
    assert (came.state, came.first_at, came.left_at) == ("in", at("14:00"), None)
    left = fold([COMES, LEAVES])
    assert (left.state, left.first_at, left.left_at) == ("out", at("14:00"), at("15:00"))
    back = fold([COMES, LEAVES, RETURNS])
    assert (back.state, back.entries[-1], back.left_at) == ("in", at("15:30"), None)
    assert back.entries == (at("14:00"), at("15:30"))


def test_a_void_undoes_one_entry_and_nothing_else() -> None:
    undone = fold([COMES, LEAVES, RETURNS, NO_ENTRY])
    assert undone == fold([COMES, LEAVES])
    assert fold([COMES, entry("v", Kind.VOID, "14:01", voids="a")]) == Presence()


def test_a_void_that_arrives_before_what_it_undoes_still_undoes_it() -> None:
    assert fold([NO_ENTRY, RETURNS]) == Presence()


def test_a_void_of_nothing_changes_nothing() -> None:
    assert fold([COMES, entry("v", Kind.VOID, "14:01", voids="other")]) == fold([COMES])


def test_a_note_is_no_presence() -> None:
    note = entry("n", Kind.NOTE, "14:01")
    assert fold([note]) == Presence()
    assert fold([COMES, note]) == fold([COMES])


def test_the_order_of_arrival_does_not_matter_nor_do_repeats() -> None:
    entries = [COMES, LEAVES, RETURNS, NO_ENTRY]
    expected = fold(entries)
    for order in permutations(entries):
        assert fold(order) == expected
        assert fold([*order, *order]) == expected


def test_stamps_order_entries_and_not_the_times_of_the_scans() -> None:
    """A scan told late is later in the journal, but its own time is what counts as attendance."""
    late_told = entry("z", Kind.IN, "13:30", ms=int(at("16:00").timestamp() * 1000))
    found = fold([COMES, LEAVES, late_told])
    assert found.inside
    assert found.first_at == at("13:30")


def test_entries_of_one_stamp_are_ordered_by_id() -> None:
    one, other = entry("a", Kind.IN, "14:00", ms=5), entry("b", Kind.OUT, "14:01", ms=5)
    assert [each.id for each in standing([other, one])] == ["a", "b"]


def test_a_clock_never_runs_backwards() -> None:
    assert next_reading(1_000, 3, 2_000) == (2_000, 0)
    assert next_reading(1_000, 3, 1_000) == (1_000, 4)
    assert next_reading(1_000, 3, 10) == (1_000, 4)
    assert Stamp(1_000, 4, "a") > Stamp(1_000, 3, "z")
