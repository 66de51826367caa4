"""Finding people: what is typed, in which order they come, and what a guest may see."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes import (
    add_people,
    event_text,
    open_test_desk,
    person,
    scan,
    session_text,
    token,
)

from kiosk.domain.errors import KioskError
from kiosk.domain.found import BadgeState
from kiosk.domain.registration import Registration, Status
from kiosk.services import events, lookup
from kiosk.services.open_desk import OpenDesk, serve

PEOPLE = [
    ("김형진", "예시퓨처엠", "010-0000-1234"),
    ("김형지", "예시시청", "010-0000-2345"),
    ("이솔", "(주)예시이엔에스", "010-0000-1234"),
    ("남궁다빈", "R&D예시파트너스", ""),
    ("꽃하늘", "예시대학교", "010-0000-9999"),
    ("Hans Muster", "Example GmbH", ""),
    ("Anna-Lena O'Sample", "예시 3000", ""),
    ("박김형", "예시시청", ""),
]


def crowd() -> list[Registration]:
    return [
        person(number, name=name, organisation=organisation, phone=phone)
        for number, (name, organisation, phone) in enumerate(PEOPLE, 1)
    ]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    text = event_text(session_text("first"), session_text("second"))
    made = open_test_desk(tmp_path, crowd(), text)
    yield made
    made.close()


def names(desk: OpenDesk, text: str) -> list[str]:
    return [hit.registration.name for hit in lookup.find(desk, text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("김", {"김형진", "김형지", "박김형"}),
        ("김형", {"김형진", "김형지", "박김형"}),
        ("김형진", {"김형진"}),
        ("형진", {"김형진"}),
        ("기", {"김형진", "김형지", "박김형"}),
        ("ㄱㅎㅈ", {"김형진", "김형지"}),
        ("rgw", {"김형진", "김형지"}),
        ("ㄱㅎㄴ", {"꽃하늘"}),
        ("ㄲㅎㄴ", {"꽃하늘"}),
        ("ㄷㅂ", {"남궁다빈"}),
        ("kimhyeong", {"김형진", "김형지", "박김형"}),
        ("gimhyeongjin", {"김형진"}),
        ("lee", {"이솔"}),
        ("hans", {"Hans Muster"}),
        ("MUSTER", {"Hans Muster"}),
        ("muster hans", {"Hans Muster"}),
        ("o'sample", {"Anna-Lena O'Sample"}),
        ("annalena", {"Anna-Lena O'Sample"}),
        ("1234", {"김형진", "이솔"}),
        ("3000", {"Anna-Lena O'Sample"}),
        ("예시이엔에스", {"이솔"}),
        ("(주)예시이엔에스", {"이솔"}),
        ("퓨처", {"김형진"}),
        ("gmbh", {"Hans Muster"}),
        ("R&D예시", {"남궁다빈"}),
        ("%", set()),
        ("_", set()),
        ("*", set()),
        ("' OR 1=1 --", set()),
        ("", set()),
        ("   ", set()),
        ("\x00", set()),
    ],
)
def test_people_are_found_by(desk: OpenDesk, text: str, found: set[str]) -> None:
    assert set(names(desk, text)) == found


def test_names_that_begin_so_come_before_names_that_hold_it(desk: OpenDesk) -> None:
    assert names(desk, "김형")[-1] == "박김형"


def test_one_typo_is_forgiven_only_where_nobody_is_found(desk: OpenDesk) -> None:
    assert names(desk, "김헝진")[0] == "김형진"
    assert names(desk, "이솔") == ["이솔"]
    # Not a typo: the last syllable may still be getting its final.
    assert names(desk, "김형지") == ["김형지", "김형진"]


def test_no_more_than_the_limit_are_found_and_each_once(desk: OpenDesk) -> None:
    add_people(desk, [person(n, name="김김김", ticket=f"X{n}") for n in range(20, 90)])
    found = lookup.find(desk, "김", limit=60)
    assert len(found) == len({hit.registration.id for hit in found}) == 60


def test_presence_is_that_of_the_session_or_of_any(desk: OpenDesk) -> None:
    first, second = desk.event.sessions
    scan(desk, token(1), session=second)
    states = [
        lookup.find(desk, "김형진", session=session)[0].presence.state
        for session in (None, first, second)
    ]
    assert states == ["in", "expected", "in"]


def test_another_event_s_people_are_not_found(desk: OpenDesk, tmp_path: Path) -> None:
    file = tmp_path / "other.toml"
    file.write_text(event_text(event={"id": "other"}), encoding="utf-8")
    events.apply(desk.store, file)
    other = serve(desk.store, "other")
    for text in ("김형진", "1234", "예시시청", "ㄱㅎㅈ", "김헝진"):
        assert lookup.find(other, text) == []


@pytest.mark.parametrize(("typed", "total"), [("ㄱㅎㅈ", 2), ("ㅇㅅ", 1), ("ㅋ", 0), ("", 0)])
def test_cards_are_shown_for_initials(desk: OpenDesk, typed: str, total: int) -> None:
    cards = lookup.find_cards(desk, typed)
    assert cards.total == total
    assert len(cards.cards) == total


def test_a_card_is_masked(desk: OpenDesk) -> None:
    cards = lookup.find_cards(desk, "ㅇㅅ").cards
    assert [(card.masked_name, card.organisation, card.has_phone) for card in cards] == [
        ("이*", "(주)예시이엔에스", True)
    ]
    assert lookup.find_cards(desk, "hans").cards[0].masked_name == "Hans M*****"


def test_with_many_candidates_a_guest_sees_only_how_many(desk: OpenDesk) -> None:
    add_people(desk, [person(n, name="김하나", ticket=f"X{n}") for n in range(20, 25)])
    assert lookup.find_cards(desk, "ㄱㅎ").total > lookup.CARDS
    assert lookup.find_cards(desk, "ㄱㅎ").cards == ()


def test_the_cancelled_are_no_candidates(tmp_path: Path) -> None:
    desk = open_test_desk(tmp_path, [person(1, name="이솔", status=Status.CANCELLED)])
    assert lookup.find_cards(desk, "ㅇㅅ").total == 0
    assert len(lookup.find(desk, "이솔")) == 1
    desk.close()


def test_the_last_four_digits_pick_one_of_the_candidates(desk: OpenDesk) -> None:
    assert lookup.match_digits(desk, ["r1", "r2"], "2345") == ["r2"]
    assert lookup.match_digits(desk, ["r1", "r3"], "1234") == ["r1", "r3"]
    for digits in ("0000", "234", "", "12345"):
        assert lookup.match_digits(desk, ["r1", "r2"], digits) == []
    assert lookup.match_digits(desk, ["r4", "nobody"], "") == []


def test_staff_see_one_person_whole(desk: OpenDesk) -> None:
    scan(desk, token(1), session=desk.event.sessions[0])
    sheet = lookup.sheet(desk, "r1")
    assert sheet.registration.name == "김형진"
    assert {key: one.state for key, one in sheet.presences.items()} == {
        "first": "in",
        "second": "expected",
    }
    assert sheet.badge in (BadgeState.WAITING, BadgeState.NO_PRINTER)
    with pytest.raises(KioskError, match="REGISTRATION_UNKNOWN"):
        lookup.sheet(desk, "nobody")
