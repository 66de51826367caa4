"""Walk-ins at the staffed desk: one transaction from what was typed to somebody who is in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes import at, consent_text, count, event_text, open_test_desk, person, session_text

from kiosk.domain.consent import Means, document, notice_of, sha256
from kiosk.domain.deed import DeedKind
from kiosk.domain.errors import KioskError
from kiosk.domain.registration import Category, Source, Status
from kiosk.domain.verdict import Outcome, Reason, Scan
from kiosk.domain.walk_in import WalkInForm
from kiosk.services import attendance, audit, badges, consent, desk_walk_in, lookup
from kiosk.services.desk_walk_in import DeskForm, WalkedIn
from kiosk.services.open_desk import OpenDesk

ANNA = person(1, name="김견본", phone="010-1234-5678", organisation="(주)견본소재")
FORM = WalkInForm("최견본", "01022223333", "견본이엔에스", "대리", "choi@sample.example")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    made = open_test_desk(tmp_path, [ANNA], event_text(session_text(), consent_text("news")))
    yield made
    made.close()


def register(
    desk: OpenDesk, form: WalkInForm = FORM, clock: str = "14:00", **more: object
) -> WalkedIn:
    typed = DeskForm(form, **{"consent": Means.PAPER, **more})  # type: ignore[arg-type]
    return desk_walk_in.register(desk, desk.event.sessions[0], typed, Scan(at(clock)))


def test_one_call_registers_checks_in_and_queues_the_badge(desk: OpenDesk) -> None:
    done = register(desk, category=Category.SPEAKER, seat=" A-3 ")
    who = done.verdict.registration
    assert who is not None
    assert (done.verdict.outcome, done.was_known) == (Outcome.ADMIT, False)
    assert (who.name, who.phone, who.category, who.seat) == (
        "최견본", "010-2222-3333", Category.SPEAKER, "A-3",
    )  # fmt: skip
    assert (who.source, bool(who.ticket)) == (Source.WALK_IN, True)
    assert badges.has_had_one(desk.store.connection, who.id)
    assert [hit.registration.id for hit in lookup.find(desk, "ㅊㄱㅂ")] == [who.id]


def test_consent_is_kept_with_its_text_its_means_the_time_and_who_took_it(desk: OpenDesk) -> None:
    who = register(desk, consent=Means.PAPER).verdict.registration
    assert who is not None
    answers = {one.consent: one for one in consent.of_person(desk, who.id)}
    main = answers["main"]
    text_hash = sha256(document(notice_of(desk.event)))
    assert (main.granted, main.means, main.text_hash, main.version) == (
        True, Means.PAPER, text_hash, 1,
    )  # fmt: skip
    assert main.desk == desk.store.identity.desk
    assert answers["news"].granted is False
    (deed,) = audit.of_person(desk, who.id)
    assert (deed.kind, deed.facts, deed.by) == (
        DeedKind.WALK_IN, ("paper",), desk.settings.desk_name,
    )  # fmt: skip
    batch = desk.store.connection.execute("SELECT DISTINCT batch FROM consent").fetchone()[0]
    assert deed.about == batch


def test_without_consent_only_a_head_is_counted(desk: OpenDesk) -> None:
    done = register(desk, consent=None)
    who = done.verdict.registration
    assert who is not None
    assert (done.verdict.outcome, who.name, who.phone, who.organisation, who.ticket) == (
        Outcome.ADMIT, desk_walk_in.NOBODY, "", "", "",
    )  # fmt: skip
    assert not badges.has_had_one(desk.store.connection, who.id)
    assert done.verdict.badge_job == ""
    assert [one.granted for one in consent.of_person(desk, who.id)] == [False, False]
    counts = attendance.overview(desk, desk.event.sessions[0], at("14:01")).counts
    assert (counts.come, counts.walk_ins) == (1, 1)
    dump = "\n".join(desk.store.connection.iterdump())
    assert not any(text in dump for text in ("최견본", "2222-3333", "견본이엔에스", "choi"))


def test_heads_are_counted_each_for_itself_even_with_nothing_typed(desk: OpenDesk) -> None:
    ids = {
        register(desk, WalkInForm(""), consent=None).verdict.registration.id  # type: ignore[union-attr]
        for _ in range(3)
    }
    assert len(ids) == 3
    assert attendance.overview(desk, desk.event.sessions[0], at("14:01")).counts.come == 3


def test_where_nothing_is_asked_nobody_is_nameless(tmp_path: Path) -> None:
    privacy = {"basis": "public-task", "task": "시민 교육"}
    desk = open_test_desk(tmp_path, [], event_text(session_text(), privacy=privacy))
    who = register(desk, consent=None).verdict.registration
    assert who is not None
    assert who.name == "최견본"
    assert consent.of_person(desk, who.id) == []
    desk.close()


def test_whoever_is_there_by_name_and_number_is_checked_in_instead(desk: OpenDesk) -> None:
    done = register(desk, WalkInForm("김 견본", "010 1234 5678", "다른 곳"))
    who = done.verdict.registration
    assert who is not None
    assert (done.was_known, who.id, who.organisation) == (True, "r1", "(주)견본소재")
    assert count(desk, "registration") == 1
    assert [one.consent for one in consent.of_person(desk, "r1")] == ["main", "news"]
    again = register(desk, WalkInForm("김견본", "01012345678"))
    assert again.verdict.reason is Reason.ALREADY_IN


def test_a_rule_of_the_door_holds_and_the_person_stays_registered(desk: OpenDesk) -> None:
    done = register(desk, clock="10:00")
    assert done.verdict.reason is Reason.NOT_YET_OPEN
    assert done.verdict.registration is not None
    assert count(desk, "registration") == 2
    assert count(desk, "entry") == 0
    assert done.verdict.session == desk.event.sessions[0]


@pytest.mark.parametrize(
    ("form", "more", "code"),
    [
        (FORM._replace(name="ㅊ"), {}, "NAME_SHORT"),
        (FORM._replace(phone="010"), {}, "PHONE_WRONG"),
        (FORM._replace(email="choi@"), {}, "EMAIL_WRONG"),
        (FORM._replace(organisation="900101-1234567"), {}, "RRN_IN_TEXT"),
        (FORM, {"seat": "900101-1234567"}, "RRN_IN_TEXT"),
        (FORM, {"seat": "가" * 201}, "FIELD_LONG"),
    ],
)
def test_what_is_typed_wrong_is_said_and_nothing_is_written(
    desk: OpenDesk, form: WalkInForm, more: dict[str, object], code: str
) -> None:
    with pytest.raises(KioskError) as caught:
        register(desk, form, **more)
    assert caught.value.code == code
    assert (count(desk, "registration"), count(desk, "entry"), count(desk, "deed")) == (1, 0, 0)


def alike(desk: OpenDesk, *typed: str) -> list[tuple[str, bool]]:
    told = desk_walk_in.alike(desk, WalkInForm(*typed))
    return [(one.registration.id, one.same_phone) for one in told]


def test_a_duplicate_is_told_while_typing(desk: OpenDesk) -> None:
    assert alike(desk, "김견") == []
    assert alike(desk, "김견본") == []
    assert alike(desk, "김견본", "010-1234") == []
    assert alike(desk, "김견본", "", "주식회사 견본 소재") == [("r1", False)]
    assert alike(desk, "김견본", "01012345678") == [("r1", True)]
    assert alike(desk, "이견본", "01012345678", "견본소재") == []


def test_who_cancelled_and_comes_all_the_same_is_registered_anew(tmp_path: Path) -> None:
    gone = ANNA._replace(status=Status.CANCELLED)
    desk = open_test_desk(tmp_path, [gone])
    assert alike(desk, "김견본", "01012345678") == []
    done = register(desk, WalkInForm("김견본", "01012345678", "견본소재"))
    who = done.verdict.registration
    assert who is not None
    assert (done.verdict.outcome, done.was_known, who.id == "r1") == (Outcome.ADMIT, False, False)
    assert count(desk, "registration") == 2
    desk.close()


@pytest.mark.parametrize(
    "typed", ["", " ", "가", "'\"%;--", "\u0000", "\U0001f600" * 3, "가" * 999]
)
def test_anything_may_be_typed(desk: OpenDesk, typed: str) -> None:
    assert alike(desk, typed, typed, typed) == []
