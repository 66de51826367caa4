"""Somebody at the touchscreen who wants other people's names: a thousand questions, no answer."""

from __future__ import annotations

import random
from itertools import product
from pathlib import Path

import pytest
from fakes import open_test_desk, person

from kiosk.domain.found import Card
from kiosk.domain.registration import Registration
from kiosk.services import lookup
from kiosk.services.open_desk import OpenDesk
from kiosk.ui.self_check_in.finder import (
    SEARCHES,
    SEARCHES_WITHIN_S,
    Check,
    Finder,
    Finding,
    Script,
)

QUERIES = 1_000
FAMILY, GIVEN = "가나다라마바사아자차카타파하", "강민서윤지우현준호은"


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def people() -> list[Registration]:
    """Return invented people, two hundred of them with names of three or four letters."""
    chance = random.Random(4)
    names = [*map("".join, product(FAMILY, GIVEN, GIVEN))]
    latin = ["KIM", "LEE", "PARK", "CHOI", "JUNG"]
    chosen = chance.sample(names, 200)
    return [
        person(
            number,
            name=name if number % 10 else name + "솔",
            name_latin=f"{chance.choice(latin)} Sample{number}",
            organisation=f"표본상사{number % 7}",
            job_title=f"비밀직함{number}",
            phone=f"010-0000-{chance.randrange(10_000):04d}" if number % 9 else "",
            email=f"guest{number}@example.org",
        )
        for number, name in enumerate(chosen)
    ]


@pytest.fixture(scope="module")
def roster() -> list[Registration]:
    return people()


@pytest.fixture
def desk(tmp_path: Path, roster: list[Registration]) -> OpenDesk:
    return open_test_desk(tmp_path, roster)


class Attacker:
    """Type letters, note every card, and try numbers, as the touchscreen lets one."""

    def __init__(self, desk: OpenDesk, pause_s: float) -> None:
        self.desk, self.pause_s, self.clock = desk, pause_s, Clock()
        self.finder = Finder(self.clock)
        self.chance = random.Random(7)
        self.cards: set[Card] = set()
        self.looks: list[float] = []
        self.queries = 0

    def ask(self, letters: str, script: Script) -> None:
        finder = self.finder
        finder.use(script)
        for letter in letters:
            self.clock.now += self.pause_s
            self.queries += 1
            finder.type_letter(letter)
            finding = finder.take(lookup.find_cards(self.desk, finder.typed))
            if finder.cards and set(finder.cards) - self.cards:
                self.looks.append(self.clock.now)
            self.cards |= set(finder.cards)
            if finding in (Finding.ENOUGH, Finding.CROWD, Finding.TOO_FAST):
                break

    def ask_at_random(self) -> None:
        while self.queries < QUERIES:
            if self.chance.random() < 0.8:
                letters = "".join(self.chance.choices("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ", k=4))
                self.ask(letters, Script.HANGUL)
            else:
                family = self.chance.choice(["KIM", "LEE", "PARK", "CHOI", "JUNG"])
                self.ask(family + "SAMPLE", Script.LATIN)


def secrets(guest: Registration) -> list[str]:
    return [guest.name, guest.name_latin, guest.job_title, guest.email, guest.phone[-4:] or "-" * 9]


def check_masked(cards: set[Card], roster: list[Registration]) -> None:
    """See that no card holds a name that its owner did not bring along."""
    known = {one.id: one for one in roster}
    for card in cards:
        guest = known[card.registration]
        told = f"{card.masked_name} {card.organisation}"
        assert [one for one in secrets(guest) if one in told] == []
        assert "*" in card.masked_name
        assert card.masked_name.strip("*") != guest.name
        hidden = sum(one == "*" for one in card.masked_name)
        assert hidden >= len(guest.name) - 2


@pytest.mark.parametrize("pause_s", [0.0, 0.3, 7.0], ids=["at-once", "fast", "patient"])
def test_a_thousand_questions_tell_no_name(
    desk: OpenDesk, roster: list[Registration], pause_s: float
) -> None:
    attacker = Attacker(desk, pause_s)
    attacker.ask_at_random()
    assert attacker.queries >= QUERIES
    assert attacker.cards
    check_masked(attacker.cards, roster)
    desk.close()


def test_a_hurry_shows_only_ten_handfuls_of_cards_a_minute(desk: OpenDesk) -> None:
    attacker = Attacker(desk, 0.01)
    attacker.ask_at_random()
    for at in attacker.looks:
        within = [one for one in attacker.looks if at - SEARCHES_WITHIN_S < one <= at]
        assert len(within) <= 2 * SEARCHES, "a look may be typed on once, to the third letter"
    assert len(attacker.cards) <= 3 * SEARCHES
    desk.close()


def test_numbers_are_guessed_three_times_a_name_and_tell_nothing_of_who_has_one(
    desk: OpenDesk, roster: list[Registration]
) -> None:
    clock = Clock()
    finder = Finder(clock)
    with_number = next(one for one in roster if one.phone)
    without = next(one for one in roster if not one.phone)
    told = []
    for guest in (with_number, without):
        clock.now += SEARCHES_WITHIN_S
        finder.use(Script.HANGUL)
        finder.typed = "ㅎㄱㄷ"
        finder.cards = (Card(guest.id, "", "", has_phone=bool(guest.phone)),)
        answers: list[object] = [finder.begin_digits()]
        wrong = f"{(int(guest.phone[-4:] or 0) + 1) % 10_000:04d}"
        answers += [
            finder.check(lookup.match_digits(desk, finder.askable, wrong)) for _ in range(3)
        ]
        answers.append(finder.begin_digits())
        told.append(answers)
    assert told[0] == told[1]
    assert told[0] == [Check.ASK, Check.WRONG, Check.WRONG, Check.TOO_OFTEN, Check.CLOSED]
    desk.close()
