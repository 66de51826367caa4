"""The desk's search among 100,000 people beside fetching 50 of them by their row numbers."""

from __future__ import annotations

import itertools
import random

from kiosk.bench.sample import sample_desk
from kiosk.bench.timing import Row, side_by_side
from kiosk.domain.hangul import initials
from kiosk.domain.registration import Registration
from kiosk.services import lookup
from kiosk.storage import roster

PEOPLE = 100_000
_ROUNDS = 400
_ROWS = 50


def measure() -> list[Row]:
    """Time each way of searching in turn, in one series, against the same number of rows."""
    with sample_desk(PEOPLE) as desk:
        draw = random.Random(11)  # noqa: S311 - which people are looked for
        people = list(roster.everyone(desk.store.connection, desk.event_number))
        queries = itertools.cycle(_queries(draw.sample(people, 60)))
        numbers = [draw.sample(range(1, len(people) + 1), _ROWS) for _ in range(_ROUNDS + 10)]
        fetches = itertools.cycle(numbers)
        return [
            side_by_side(
                "lookup",
                lambda: lookup.find(desk, next(queries)),
                lambda: roster.by_numbers(desk.store.connection, next(fetches)),
                n=_ROUNDS,
                warm_up=10,
            )
        ]


def _queries(people: list[Registration]) -> list[str]:
    """Return what people type, by turns: name, part of it, initials, company, last four digits."""
    asked: list[str] = []
    for one in people:
        name = one.name
        asked += [name, name[:1], name[:2], name[1:], initials(name), one.organisation[:4]]
        asked += [one.phone[-4:] or name]
    return [text for text in asked if text]
