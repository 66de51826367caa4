"""Registering at the door: what is kept, who was known before, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes import (
    add_people,
    at,
    consent_text,
    count,
    event_text,
    open_test_desk,
    person,
    scan,
    session_text,
)

from kiosk.domain.consent import standing
from kiosk.domain.errors import KioskError
from kiosk.domain.registration import Source, Status
from kiosk.domain.verdict import Reason, Scan
from kiosk.domain.walk_in import Registered, WalkInForm
from kiosk.services import attendance, check_in, consent, events, lookup, walk_in
from kiosk.services.open_desk import OpenDesk, open_desk, serve
from kiosk.storage import roster

AGREED = {"main": True}
FORM = WalkInForm("다상인", "010 0000 1234", " (주)예시  소재 ")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    people = [person(1, name="가 상인", phone="010-0000-0001")]
    made = open_test_desk(tmp_path, people, event_text(session_text(), consent_text("news")))
    yield made
    made.close()


def refused(
    desk: OpenDesk, form: WalkInForm, consents: dict[str, bool] | None = None
) -> KioskError:
    before = list(desk.store.connection.iterdump())
    with pytest.raises(KioskError) as caught:
        walk_in.register(desk, form, AGREED if consents is None else consents)
    assert list(desk.store.connection.iterdump()) == before, "nothing is half-written"
    return caught.value


class TestRegister:
    def test_somebody_new_is_on_the_roster_like_anybody(self, desk: OpenDesk) -> None:
        done = walk_in.register(desk, FORM, AGREED)
        assert not done.was_known
        other = open_desk(desk.store.path.parent)
        found = roster.find(other.store.connection, done.registration_id)
        assert found is not None
        one = found[0]
        assert (one.name, one.phone, one.organisation) == (
            "다상인",
            "010-0000-1234",
            "(주)예시 소재",
        )
        assert (one.source, one.status) == (Source.WALK_IN, Status.CONFIRMED)
        for text in ("다상인", "ㄷㅅㅇ", "1234", "예시소재", "dasang"):
            hits = lookup.find(other, text)
            assert [hit.registration.id for hit in hits] == [one.id], text
        assert scan(other, one.ticket).reason is Reason.OK
        other.close()

    def test_their_consents_are_kept_with_them(self, desk: OpenDesk) -> None:
        done = walk_in.register(desk, FORM, {"main": True, "news": True})
        held = standing(consent.of_person(desk, done.registration_id))
        assert {name: one.granted for name, one in held.items()} == {"main": True, "news": True}
        assert not consent.is_needed(desk, done.registration_id)

    def test_they_are_checked_in_and_counted_like_anybody(self, desk: OpenDesk) -> None:
        session = desk.event.sessions[0]
        attendance.overview(desk, session, at("13:30"))
        done = walk_in.register(desk, FORM, AGREED)
        verdict = check_in.check_in(desk, session, done.registration_id, Scan(at("14:00")))
        assert verdict.reason is Reason.OK
        assert verdict.badge_job
        counts = attendance.overview(desk, session, at("14:05")).counts
        assert (counts.registered, counts.come, counts.walk_ins) == (2, 1, 1)
        fresh = open_desk(desk.store.path.parent)
        assert attendance.overview(fresh, session, at("14:05")).counts == counts
        fresh.close()

    def test_each_has_a_ticket_of_their_own(self, desk: OpenDesk) -> None:
        tickets = set()
        for number in range(3):
            done = walk_in.register(desk, FORM._replace(phone=f"010-0000-500{number}"), AGREED)
            found = roster.find(desk.store.connection, done.registration_id)
            assert found is not None
            tickets.add(found[0].ticket)
        assert len(tickets) == 3
        assert "" not in tickets

    def test_the_first_of_an_empty_roster_leaves_the_schema_whole(self, tmp_path: Path) -> None:
        desk = open_test_desk(tmp_path)
        indexes = "SELECT sql FROM sqlite_master WHERE type = 'index' ORDER BY name"
        before = desk.store.connection.execute(indexes).fetchall()
        walk_in.register(desk, FORM, AGREED)
        assert desk.store.connection.execute(indexes).fetchall() == before
        desk.close()

    def test_a_public_task_needs_no_consent(self, tmp_path: Path) -> None:
        text = event_text(privacy={"basis": "public-task", "task": "지역 산업 진흥"})
        desk = open_test_desk(tmp_path, [], text)
        assert not walk_in.register(desk, FORM, {}).was_known
        assert count(desk, "consent") == 0
        desk.close()


class TestKnown:
    @pytest.mark.parametrize(
        ("name", "phone"),
        [
            ("가상인", "010-0000-0001"),
            ("  가 상 인 ", "01000000001"),
            ("가상인", "+82 10 0000 0001"),
            ("가상인", "０１０００００００01"),
        ],
    )
    def test_the_same_name_and_number_is_the_same_person(
        self, desk: OpenDesk, name: str, phone: str
    ) -> None:
        before = count(desk, "registration")
        done = walk_in.register(desk, WalkInForm(name, phone), AGREED)
        assert done == Registered("r1", was_known=True)
        assert walk_in.known(desk, name, phone) == "r1"
        assert count(desk, "registration") == before
        assert standing(consent.of_person(desk, "r1"))["main"].granted

    @pytest.mark.parametrize(
        ("name", "phone"),
        [("가상임", "010-0000-0001"), ("가상인", "010-1000-0001"), ("가상인", "")],
    )
    def test_another_name_or_number_is_somebody_else(
        self, desk: OpenDesk, name: str, phone: str
    ) -> None:
        assert walk_in.known(desk, name, phone) == ""
        assert not walk_in.register(desk, WalkInForm(name, phone), AGREED).was_known

    def test_twice_at_the_door_is_once(self, desk: OpenDesk) -> None:
        first = walk_in.register(desk, FORM, AGREED)
        again = walk_in.register(desk, FORM._replace(organisation="다른 곳"), AGREED)
        assert again == Registered(first.registration_id, was_known=True)

    def test_people_without_a_number_are_never_taken_for_one_another(self, desk: OpenDesk) -> None:
        bare = WalkInForm("다상인")
        ids = {walk_in.register(desk, bare, AGREED).registration_id for _ in range(2)}
        assert len(ids) == 2

    def test_of_two_the_one_who_may_come_is_meant(self, desk: OpenDesk) -> None:
        twice = {"name": "라상인", "phone": "010-0000-0009"}
        add_people(desk, [person(5, status=Status.CANCELLED, **twice), person(6, **twice)])
        assert walk_in.known(desk, "라상인", "010-0000-0009") == "r6"

    def test_a_person_of_another_event_is_new_here(self, desk: OpenDesk, tmp_path: Path) -> None:
        file = tmp_path / "second.toml"
        file.write_text(event_text(event={"id": "second"}), encoding="utf-8")
        events.apply(desk.store, file)
        second = serve(desk.store, "second")
        assert walk_in.known(second, "가상인", "010-0000-0001") == ""
        assert not walk_in.register(second, WalkInForm("가상인", "010-0000-0001"), AGREED).was_known


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"name": ""}, "NAME_SHORT", None),
        ({"name": " 김 "}, "NAME_SHORT", None),
        ({"name": "김ㅎ"}, "NAME_SHORT", None),
        ({"name": "12345"}, "NAME_SHORT", None),
        ({"name": "\u200b김\u202e"}, "NAME_SHORT", None),
        ({"name": "가" * 81}, "NAME_LONG", None),
        ({"phone": "010"}, "PHONE_WRONG", None),
        ({"phone": "010-123-456"}, "PHONE_WRONG", None),
        ({"phone": "전화 없음"}, "PHONE_WRONG", None),
        ({"name": "가상인 900101-1234567"}, "RRN_IN_TEXT", "name"),
        ({"phone": "900101-1234567"}, "RRN_IN_TEXT", "phone"),
        ({"organisation": "예시 900101 - 2234567"}, "RRN_IN_TEXT", "organisation"),
        ({"job_title": "990101–3234567"}, "RRN_IN_TEXT", "job_title"),
        ({"organisation": "예" * 201}, "FIELD_LONG", "organisation"),
        ({"job_title": "예" * 201}, "FIELD_LONG", "job_title"),
        ({"email": "a" * 195 + "@b.example"}, "FIELD_LONG", "email"),
        ({"email": "예시 주소"}, "EMAIL_WRONG", None),
    ],
)
def test_what_cannot_be_kept_is_refused(
    desk: OpenDesk, change: dict[str, str], code: str, field: str | None
) -> None:
    error = refused(desk, FORM._replace(**change))
    assert (error.code, error.facts.get("field")) == (code, field)
    assert not set(error.facts.values()) & set(change.values()), "facts hold nobody's data"


@pytest.mark.parametrize("consents", [{}, {"main": False}, {"news": True}])
def test_without_consent_nothing_is_kept(desk: OpenDesk, consents: dict[str, bool]) -> None:
    assert refused(desk, FORM, consents).code == "CONSENT_MISSING"


def test_an_answer_nobody_asked_for_is_refused(desk: OpenDesk) -> None:
    assert refused(desk, FORM, {"main": True, "sale": True}).code == "CONSENT_UNKNOWN"


def test_the_longest_that_may_be_kept_is(desk: OpenDesk) -> None:
    form = WalkInForm("가" * 80, "", "예" * 200, "장" * 200, "sample@example.org")
    assert not walk_in.register(desk, form, AGREED).was_known


def people_of(*sizes: tuple[str, int]) -> list[object]:
    made: list[object] = []
    for organisation, size in sizes:
        for _ in range(size):
            number = len(made) + 10
            made.append(person(number, organisation=organisation, ticket=f"T{number}"))
    return made


class TestOrganisations:
    @pytest.fixture
    def desk(self, tmp_path: Path) -> Iterator[OpenDesk]:
        people = people_of(
            ("예스코퓨처", 3), ("(주)예스코퓨처", 1), ("예스코이엔에스", 5), ("예시시청", 2),
            ("과학예시원", 1), ("R&D Example", 2), ("", 4),
        )  # fmt: skip
        made = open_test_desk(tmp_path, people)  # type: ignore[arg-type]
        yield made
        made.close()

    @pytest.mark.parametrize(
        "typed", ["예스ㅋ", "예슼", "예스코", " 예 스코", "ㅇㅅㅋ", "(주)예스코"]
    )
    def test_what_is_typed_so_far_finds_it_the_largest_first(
        self, desk: OpenDesk, typed: str
    ) -> None:
        assert walk_in.organisations(desk, typed) == ["예스코이엔에스", "예스코퓨처"]

    @pytest.mark.parametrize(
        ("typed", "found"),
        [
            ("고", ["과학예시원"]),
            ("ㄱㅎ", ["과학예시원"]),
            ("r&d", ["R&D Example"]),
            ("RDEX", ["R&D Example"]),
            ("시청", ["예시시청"]),
            ("예시", ["예시시청", "과학예시원"]),
            ("없는곳", []),
            ("", []),
            (" ( ) ", []),
            ("%", []),
            ("' OR 1", []),
        ],
    )
    def test_by_initials_latin_letters_and_parts(
        self, desk: OpenDesk, typed: str, found: list[str]
    ) -> None:
        assert walk_in.organisations(desk, typed) == found

    def test_no_more_are_told_than_asked_for(self, desk: OpenDesk) -> None:
        assert walk_in.organisations(desk, "예", 1) == ["예스코이엔에스"]
        assert len(walk_in.organisations(desk, "예", 9)) == 4

    def test_an_organisation_of_another_event_is_not_told(
        self, desk: OpenDesk, tmp_path: Path
    ) -> None:
        file = tmp_path / "second.toml"
        file.write_text(event_text(event={"id": "second"}), encoding="utf-8")
        events.apply(desk.store, file)
        assert walk_in.organisations(serve(desk.store, "second"), "예스") == []

    def test_a_walk_in_s_own_is_told_to_the_next(self, desk: OpenDesk) -> None:
        walk_in.register(desk, FORM, AGREED)
        assert walk_in.organisations(desk, "예시ㅅ") == ["예시시청", "(주)예시 소재"]
