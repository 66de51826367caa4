"""Everybody is found by everything they could say, and no text whatever makes the search fall."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from fakes import add_people, count, open_test_desk, person
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.domain import hangul
from kiosk.domain.registration import Registration
from kiosk.domain.text import squeeze
from kiosk.services import lookup
from kiosk.services.open_desk import OpenDesk

FAMILIES = "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허남심노하곽성차주우구민진꽃"
GIVEN = "서민지현수영준하은도윤아진호연우채원태경희재성나혜소유빈승기동건주예린꽃뽕씨"

names = st.builds(
    lambda family, given: family + given,
    st.sampled_from(FAMILIES),
    st.text(GIVEN, min_size=1, max_size=3),
)
organisations = st.builds(
    lambda stem, kind: f"{kind}{stem}",
    st.text("예시가나다라마바사산업연구기술원시청", min_size=2, max_size=6),
    st.sampled_from(["", "(주)", "㈜", "주식회사 "]),
)
phones = st.integers(0, 9_999).map(lambda four: f"010-0000-{four:04d}")


@dataclass
class Crowd:
    """A desk to which people are added one by one; nobody is ever taken away."""

    desk: OpenDesk
    size: int = 0

    def add(self, name: str, organisation: str, phone: str) -> Registration:
        self.size += 1
        one = person(
            self.size, id=f"r{self.size}", name=name, organisation=organisation, phone=phone,
            ticket=f"T{self.size}",
        )  # fmt: skip
        add_people(self.desk, [one])
        return one

    def finds(self, one: Registration, text: str) -> bool:
        hits = lookup.find(self.desk, text, limit=10_000)
        return any(hit.registration.id == one.id for hit in hits)


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crowd]:
    desk = open_test_desk(tmp_path_factory.mktemp("crowd"))
    yield Crowd(desk)
    desk.close()


@settings(max_examples=60, deadline=None)
@given(names, organisations, phones)
def test_everybody_is_found_by_what_they_say(
    crowd: Crowd, name: str, organisation: str, phone: str
) -> None:
    one = crowd.add(name, organisation, phone)
    said = [name, phone[-4:], organisation, hangul.initials(name), hangul.plain_initials(name)]
    said += [name[at : at + 2] for at in range(len(name) - 1)]
    said += [" ".join(name), f"  {name} ", name[0], hangul.romanise(name)]
    missed = [text for text in said if not crowd.finds(one, text)]
    assert missed == []


@settings(max_examples=40, deadline=None)
@given(names, st.data())
def test_a_syllable_still_being_typed_finds_the_name(
    crowd: Crowd, name: str, data: st.DataObject
) -> None:
    """The Korean keyboard shows 기, then 김; both must lead to 김○○."""
    one = crowd.add(name, "예시", "")
    at = data.draw(st.integers(0, len(name) - 1))
    initial, vowel, _ = hangul.jamo(name[at])
    index = hangul.INITIALS.index(initial) * 588 + hangul.VOWELS.index(vowel) * 28
    assert crowd.finds(one, name[:at] + chr(0xAC00 + index))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.text(
            st.characters(categories=["Lu", "Ll"], max_codepoint=0x24F), min_size=2, max_size=9
        ),
        min_size=1,
        max_size=3,
    )
)
def test_people_from_abroad_are_found_in_any_case(crowd: Crowd, words: list[str]) -> None:
    name = " ".join(words)
    one = crowd.add(name, "", "")
    for text in (name, name.lower(), name.upper(), "".join(words)):
        assert crowd.finds(one, text), text


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(exclude_categories=()), max_size=400))
def test_any_text_may_be_looked_for(crowd: Crowd, text: str) -> None:
    before = count(crowd.desk, "registration")
    assert len(lookup.find(crowd.desk, text)) <= lookup.LIMIT
    cards = lookup.find_cards(crowd.desk, text)
    assert len(cards.cards) <= min(lookup.CARDS, cards.total)
    assert count(crowd.desk, "registration") == before


@settings(max_examples=60, deadline=None)
@given(names, organisations, phones, st.data())
def test_a_card_shows_a_stranger_nothing_to_use(
    crowd: Crowd,
    name: str,
    organisation: str,
    phone: str,
    data: st.DataObject,
) -> None:
    crowd.add(name, organisation, phone)
    typed = hangul.plain_initials(name)
    typed = typed[: data.draw(st.integers(1, len(typed)))]
    cards = lookup.find_cards(crowd.desk, typed)
    assert cards.total >= 1
    for card in cards.cards:
        assert "*" in card.masked_name
        assert len(squeeze(card.masked_name)) <= max(2, len(name))


def test_typing_a_typo_finds_the_nearest_name(tmp_path: Path) -> None:
    desk = open_test_desk(tmp_path, [person(1, name="김형진"), person(2, name="박서연")])
    found = [hit.registration.name for hit in lookup.find(desk, "김형지")]
    assert found == ["김형진"]
    assert [hit.registration.name for hit in lookup.find(desk, "박소연")] == ["박서연"]
    assert lookup.find(desk, "전혀다른이름") == []
    desk.close()
