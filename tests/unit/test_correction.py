"""Correcting a registration: what is kept, who was faster, what the audit may know."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes import at, open_test_desk, person, scan, token

from kiosk.domain.correction import FIELDS, changed, merged
from kiosk.domain.deed import DeedKind
from kiosk.domain.errors import KioskError
from kiosk.domain.registration import Category, Registration
from kiosk.domain.text import FIELD_LENGTH
from kiosk.services import attendance, audit, correction, lookup
from kiosk.services.open_desk import OpenDesk
from kiosk.storage import roster

ANNA = person(1, name="김견본", phone="010-1234-5678", email="anna@sample.example", seat="A-1")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    made = open_test_desk(tmp_path, [ANNA, person(2, name="이")])
    yield made
    made.close()


def held(desk: OpenDesk, who: str = "r1") -> Registration:
    found = roster.find(desk.store.connection, who)
    assert found is not None
    return found[0]


def refused(desk: OpenDesk, wanted: Registration, seen: Registration = ANNA) -> KioskError:
    with pytest.raises(KioskError) as caught:
        correction.correct(desk, seen, wanted)
    assert held(desk) == ANNA
    assert audit.of_person(desk, "r1") == []
    return caught.value


def found(desk: OpenDesk, text: str) -> list[str]:
    return [hit.registration.id for hit in lookup.find(desk, text)]


def test_what_is_corrected_is_kept_clean_and_found_anew(desk: OpenDesk) -> None:
    wanted = ANNA._replace(
        name=" 남궁  다빈 ", organisation="견본소재", phone="01087654321", category=Category.VIP
    )
    done = correction.correct(desk, ANNA, wanted)
    assert held(desk) == done.registration
    assert (done.registration.name, done.registration.phone) == ("남궁 다빈", "010-8765-4321")
    assert set(done.fields) == {"name", "organisation", "phone", "category"}
    for query in ("ㄴㄱㄷㅂ", "견본소재", "4321"):
        assert found(desk, query) == ["r1"]
    for query in ("김견본", "5678"):
        assert "r1" not in found(desk, query)


def test_the_audit_knows_the_fields_and_no_value(desk: OpenDesk) -> None:
    correction.correct(desk, ANNA, ANNA._replace(name="박견본", seat="B-2"))
    (deed,) = audit.of_person(desk, "r1")
    assert (deed.kind, deed.facts) == (DeedKind.CORRECT, ("name", "seat"))
    row = desk.store.connection.execute("SELECT * FROM deed").fetchone()
    assert not any(word in str(row) for word in ("견본", "B-2", "A-1"))


def test_a_ticket_still_leads_to_the_corrected_person(desk: OpenDesk) -> None:
    correction.correct(desk, ANNA, ANNA._replace(name="박견본"))
    verdict = scan(desk, token(1))
    assert verdict.registration is not None
    assert (verdict.outcome, verdict.registration.name) == ("admit", "박견본")


def test_nothing_changed_writes_nothing(desk: OpenDesk) -> None:
    done = correction.correct(desk, ANNA, ANNA._replace(name=" 김견본 "))
    assert (done.fields, done.has_wrong_badge) == ((), False)
    assert audit.of_person(desk, "r1") == []


def test_two_who_change_different_fields_both_have_their_way(desk: OpenDesk) -> None:
    correction.correct(desk, ANNA, ANNA._replace(seat="B-2"))
    done = correction.correct(desk, ANNA, ANNA._replace(job_title="팀장"))
    assert (held(desk).seat, held(desk).job_title) == ("B-2", "팀장")
    assert done.fields == ("job_title",)


def test_whoever_was_slower_is_told_and_changes_nothing(desk: OpenDesk) -> None:
    correction.correct(desk, ANNA, ANNA._replace(name="박견본"))
    with pytest.raises(KioskError) as caught:
        correction.correct(desk, ANNA, ANNA._replace(name="최견본", job_title="팀장"))
    assert (caught.value.code, caught.value.facts) == ("CHANGED_MEANWHILE", {"fields": ["name"]})
    assert (held(desk).name, held(desk).job_title) == ("박견본", "")


def test_two_who_mean_the_same_are_no_conflict(desk: OpenDesk) -> None:
    correction.correct(desk, ANNA, ANNA._replace(name="박견본"))
    assert correction.correct(desk, ANNA, ANNA._replace(name="박견본")).fields == ()


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"name": " "}, "NAME_SHORT"),
        ({"phone": "12"}, "PHONE_WRONG"),
        ({"email": "no address"}, "EMAIL_WRONG"),
        ({"organisation": "가" * (FIELD_LENGTH + 1)}, "FIELD_LONG"),
        ({"seat": "가" * (FIELD_LENGTH + 1)}, "FIELD_LONG"),
        ({"flag": "900101-1234567"}, "RRN_IN_TEXT"),
        ({"job_title": "900101-1234567"}, "RRN_IN_TEXT"),
    ],
)
def test_what_no_roster_keeps_is_refused_in_words(
    desk: OpenDesk, fields: dict[str, str], code: str
) -> None:
    assert refused(desk, ANNA._replace(**fields)).code == code


def test_an_import_is_not_held_against_who_corrects_something_else(desk: OpenDesk) -> None:
    """A name of one letter is too short for the door, and was on the organiser's list."""
    short = held(desk, "r2")
    done = correction.correct(desk, short, short._replace(seat="C-3"))
    assert (done.registration.name, done.registration.seat) == ("이", "C-3")


def test_a_number_and_an_address_may_be_taken_away(desk: OpenDesk) -> None:
    done = correction.correct(desk, ANNA, ANNA._replace(phone="", email=""))
    assert (done.registration.phone, done.registration.email) == ("", "")
    assert found(desk, "5678") == []


def test_only_somebody_with_a_badge_has_a_wrong_one(desk: OpenDesk) -> None:
    assert not correction.correct(desk, ANNA, ANNA._replace(name="박견본")).has_wrong_badge
    now = held(desk)
    scan(desk, token(1))
    assert not correction.correct(desk, now, now._replace(phone="")).has_wrong_badge
    now = held(desk)
    assert correction.correct(desk, now, now._replace(name="최견본")).has_wrong_badge


def test_a_new_guest_of_honour_is_expected_at_once(desk: OpenDesk) -> None:
    session = desk.event.sessions[0]
    assert attendance.overview(desk, session, at("14:00")).guests_to_come == ()
    correction.correct(desk, ANNA, ANNA._replace(category=Category.VIP))
    guests = attendance.overview(desk, session, at("14:00")).guests_to_come
    assert [one.id for one in guests] == ["r1"]


def test_somebody_of_no_event_is_corrected_by_nobody(desk: OpenDesk) -> None:
    stranger = person(9)
    with pytest.raises(KioskError, match="REGISTRATION_UNKNOWN"):
        correction.correct(desk, stranger, stranger._replace(seat="A"))


def test_staff_change_neither_ticket_nor_state() -> None:
    assert not {"id", "ticket", "status", "sessions", "source", "person_id"} & set(FIELDS)
    other = ANNA._replace(ticket="X", status="blocked")
    assert changed(ANNA, other) == ()
    assert merged(ANNA, other, ANNA)[0] == ANNA
