"""What the desk says: each Reason in its own words, both languages whole, no placeholder left."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from kiosk import paths
from kiosk.domain.event import Direction
from kiosk.domain.found import BadgeState, Hit
from kiosk.domain.journal import Presence
from kiosk.domain.registration import Category, Registration, Status
from kiosk.domain.request import RequestKind
from kiosk.domain.verdict import Outcome, Reason, Verdict
from kiosk.ui.front_desk import people
from kiosk.ui.front_desk.gallery import verdict_for
from kiosk.ui.front_desk.request_words import request_words
from kiosk.ui.front_desk.sample_desk import EVENT, NOW, ZONE, request
from kiosk.ui.front_desk.scene import Candidates, Scene, Stage, Task
from kiosk.ui.front_desk.verdict_words import Banner, Tongue, banner_of
from kiosk.ui.self_check_in.desk_words import Cause
from kiosk.ui.widgets.desk_marks import Mark


def guest(**more: object) -> Registration:
    return Registration("r1", "김견본", **more)


GUEST = guest()


@pytest.fixture(params=["en", "ko"])
def tongue(request, qapp) -> Iterator[Tongue]:
    translator = QTranslator()
    if request.param == "ko":
        assert translator.load(str(paths.resource("i18n", "front_desk_ko.qm")))
        QCoreApplication.installTranslator(translator)
    yield Tongue(request.param, ZONE, "데스크 A")
    QCoreApplication.removeTranslator(translator)


def banner(scene: Scene, tongue: Tongue) -> Banner:
    return banner_of(replace(scene, at=NOW), tongue)


def all_banners(tongue: Tongue) -> list[Banner]:
    told = [banner(Scene(Stage.ANSWERED, verdict_for(one)), tongue) for one in Reason]
    return told + [banner(Scene(Stage.FAILED, task=task), tongue) for task in Task]


def test_each_reason_and_failure_has_its_own_head_and_advice(tongue: Tongue) -> None:
    told = all_banners(tongue)
    assert len({one.head for one in told}) == len(told)
    assert len({one.advice for one in told}) == len(told)
    assert all(one.head and one.advice for one in told)


def test_no_sentence_keeps_a_placeholder(tongue: Tongue) -> None:
    assert not [one for one in all_banners(tongue) if "{" in one.head + one.advice]


@pytest.mark.parametrize(
    ("reason", "mark"),
    [
        (Reason.OK, Mark.DISC),
        (Reason.ALREADY_IN, Mark.RING),
        (Reason.PENDING, Mark.ASK),
        (Reason.NEEDS_ANSWERS, Mark.ASK),
        (Reason.CANCELLED, Mark.OCTAGON),
        (Reason.UNKNOWN, Mark.OCTAGON),
        (Reason.FULL, Mark.OCTAGON),
    ],
)
def test_the_shape_tells_the_verdict_without_colour(
    tongue: Tongue, reason: Reason, mark: Mark
) -> None:
    assert banner(Scene(Stage.ANSWERED, verdict_for(reason)), tongue).field.mark is mark


def test_a_pending_person_who_may_not_enter_is_stopped(tongue: Tongue) -> None:
    refused = Verdict(Outcome.REFUSE, Reason.PENDING, registration=GUEST)
    shown = banner(Scene(Stage.ANSWERED, refused), tongue)
    assert shown.field.mark is Mark.OCTAGON
    assert "Enter" not in shown.advice.replace("Enter the", "")


def test_times_are_told_as_the_events_clock_shows_them(tongue: Tongue) -> None:
    utc_first = (NOW - timedelta(minutes=22)).astimezone(tz=None)
    verdict = Verdict(Outcome.ASK, Reason.ALREADY_IN, registration=GUEST, first_at=utc_first)
    assert "13:20" in banner(Scene(Stage.ANSWERED, verdict), tongue).advice


def test_another_day_is_told_with_its_date(tongue: Tongue) -> None:
    past = guest(valid_until=NOW - timedelta(days=2))
    verdict = Verdict(Outcome.REFUSE, Reason.EXPIRED, registration=past)
    assert "2026-03-24 13:42" in banner(Scene(Stage.ANSWERED, verdict), tongue).advice


def test_going_out_is_told_apart_from_coming_in(tongue: Tongue) -> None:
    came = Verdict(Outcome.ADMIT, Reason.OK, Direction.IN, GUEST)
    went = came._replace(direction=Direction.OUT)
    for stage in (Stage.BEFORE, Stage.ANSWERED):
        heads = {banner(Scene(stage, one), tongue).head for one in (came, went)}
        assert len(heads) == 2
    undone = {banner(Scene(Stage.UNDONE, one), tongue).advice for one in (came, went)}
    assert len(undone) == 2


def test_a_full_disk_is_told_as_such(tongue: Tongue) -> None:
    full = banner(Scene(Stage.FAILED, task=Task.RECORD, code="STORE_FULL"), tongue)
    other = banner(Scene(Stage.FAILED, task=Task.RECORD, code="STORE_LOCKED"), tongue)
    assert full.advice != other.advice
    assert full.field.mark is Mark.OCTAGON


def test_roles_states_and_badges_have_different_words(tongue: Tongue) -> None:
    roles = {people.role(one).text for one in Category}
    tags = {people.tag(guest(status=one)).text for one in Status}
    states = {people.badge_pill(one).text for one in BadgeState}
    sizes = [len(roles), len(tags), len(states)]
    assert sizes == [len(Category), len(Status), len(BadgeState)]


def test_after_an_undo_a_printed_badge_is_taken_back(tongue: Tongue) -> None:
    printed = people.badge_pill(BadgeState.PRINTED, undone=True)
    assert printed != people.badge_pill(BadgeState.PRINTED)
    assert people.badge_pill(BadgeState.NONE, undone=True) == people.badge_pill(BadgeState.NONE)


def test_sessions_tell_what_a_person_is_to_them(tongue: Tongue) -> None:
    served, other = EVENT.sessions
    booked = guest(sessions=("council",))
    inside = Presence((NOW,), inside=True)
    left = Presence((NOW,), inside=False, left_at=NOW)
    told = [
        people.session_pill(booked, other, Presence(), tongue).text,
        people.session_pill(booked, served, Presence(), tongue).text,
        people.session_pill(GUEST, served, Presence(), tongue).text,
        people.session_pill(GUEST, served, inside, tongue).text,
        people.session_pill(GUEST, served, left, tongue).text,
        people.served_pill(guest(status=Status.CANCELLED), Presence(), tongue).text,
    ]
    assert len(set(told)) == len(told)


def test_more_than_nine_matches_ask_for_more_letters(tongue: Tongue) -> None:
    hits = tuple(Hit(Registration(f"r{n}", "김견본"), Presence()) for n in range(12))
    many = people.candidate_rows(Candidates("ㄱ", hits), tongue)
    few = people.candidate_rows(Candidates("ㄱ", hits[:9]), tongue)
    assert [row.number for row in many.rows] == list(range(1, 10))
    assert "12" in many.heading
    turned = people.candidate_rows(Candidates("ㄱ", hits, chosen=10), tongue)
    assert (len(turned.rows), turned.chosen) == (3, 1)
    assert many.hint != few.hint


def test_guests_beyond_the_ninth_are_counted(tongue: Tongue) -> None:
    guests = tuple(guest(category=Category.VIP) for _ in range(11))
    assert "11" in people.guest_rows(guests).hint
    assert people.guest_rows(guests[:9]).hint != people.guest_rows(()).hint == ""


def test_nobody_found_is_said(tongue: Tongue) -> None:
    none = people.candidate_rows(Candidates("없음"), tongue)
    assert none.rows == ()
    assert none.nothing
    assert none.nothing_hint


# Requests


def words(why: str, kind: RequestKind = RequestKind.HELP) -> str:
    return request_words(request(kind, 1, why).request)


def test_each_reason_to_ask_the_desk_has_its_own_words(tongue: Tongue) -> None:
    codes = [one.value for one in (*Reason, *Cause)]
    told = [words(code) for code in codes]
    told += [words("CALL", RequestKind.CALL), words("BADGE", RequestKind.BADGE), words("?")]
    assert len(set(told)) == len(told)
    assert not set(told) & set(codes)
    if tongue.language == "ko":
        assert all(any("가" <= letter <= "힣" for letter in text) for text in told)


def test_a_request_says_what_it_is_for_where_its_code_is_unknown(tongue: Tongue) -> None:
    for kind in RequestKind:
        assert words("A_LATER_CODE", kind) == words("", kind) != ""
    assert words("UNKNOWN", RequestKind.CALL) == words("CALL", RequestKind.CALL)


def test_the_korean_translation_is_whole_and_keeps_every_placeholder() -> None:
    source = Path(__file__).parents[2] / "resources" / "i18n" / "front_desk_ko.ts"
    messages = list(ET.parse(source).iter("message"))
    assert len(messages) > 100
    for message in messages:
        english, korean = message.findtext("source"), message.findtext("translation")
        assert korean, english
        for placeholder in ("{time}", "{n}", "{name}", "{seat}", "{title}", "{desk}", "\n"):
            assert english.count(placeholder) == korean.count(placeholder), english
