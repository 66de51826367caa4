"""References: short, said aloud, and never twice in an event."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.request import DeskRequest, RequestKind, RequestState

NOW = datetime(2026, 3, 26, tzinfo=UTC)


def reference(kind: RequestKind, number: int) -> str:
    return DeskRequest("q", kind, number, "WHY", "", "k", RequestState.WAITING, NOW).reference


places = st.tuples(st.sampled_from(RequestKind), st.integers(1, 1_000))


@given(places, places)
def test_two_requests_share_no_reference(
    one: tuple[RequestKind, int], other: tuple[RequestKind, int]
) -> None:
    assert (reference(*one) == reference(*other)) == (one == other)


@given(places)
def test_a_reference_is_letters_and_two_digits(place: tuple[RequestKind, int]) -> None:
    told = reference(*place)
    found = re.fullmatch(r"([A-C])\1*-([0-9]{2})", told)
    assert found is not None
    rounds = told.count(place[0].letter)
    assert (rounds - 1) * 99 + int(found[2]) == place[1]


def test_the_first_and_last_ones() -> None:
    told = [reference(RequestKind.BADGE, number) for number in (1, 9, 99, 100, 198, 199)]
    assert told == ["B-01", "B-09", "B-99", "BB-01", "BB-99", "BBB-01"]
