"""Consent: who is asked, which text they answered, and that nothing of it is ever rewritten."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes import consent_text, count, event_text, made_event, open_test_desk, person, session_text

from kiosk.domain.consent import Means, document, is_asked, notice_of, sha256, standing
from kiosk.domain.errors import KioskError
from kiosk.domain.registration import Source
from kiosk.services import consent, events
from kiosk.services.open_desk import OpenDesk, open_desk, serve
from kiosk.storage import consent as consent_table

WALKED_IN = person(2, source=Source.WALK_IN)
PRIVACY = {"ask": "everyone", "controller": "예시진흥원"}


def text_of(refusal: str = "동의하지 않아도 참석할 수 있습니다.", **privacy: object) -> str:
    return event_text(
        session_text(),
        consent_text("news"),
        consent_text("photo"),
        privacy={**PRIVACY, "refusal": {"ko": refusal}, **privacy},
    )


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    made = open_test_desk(tmp_path, [person(1), WALKED_IN], text_of())
    yield made
    made.close()


def reworded(desk: OpenDesk, folder: Path, refusal: str) -> OpenDesk:
    """Apply the event anew with another notice, as an organiser does."""
    file = folder / "again.toml"
    file.write_text(text_of(refusal), encoding="utf-8")
    events.apply(desk.store, file)
    return serve(desk.store)


def test_the_notice_says_what_the_event_file_says() -> None:
    event = made_event(session_text(), consent_text("news"), privacy=PRIVACY)
    notice = notice_of(event)
    assert notice.purpose.text("ko") == "참석 확인"
    assert (notice.items, notice.retention_days) == (("name", "phone"), 90)
    assert notice.refusal.text("ko").startswith("동의하지")
    assert (notice.controller, notice.basis) == ("예시진흥원", "consent")
    assert notice.ids == ("main", "news")


@pytest.mark.parametrize(
    ("ask", "basis", "asked"),
    [
        ("walk-ins", "consent", (False, True)),
        ("everyone", "consent", (True, True)),
        ("everyone", "public-task", (False, False)),
    ],
)
def test_who_is_asked(ask: str, basis: str, asked: tuple[bool, bool]) -> None:
    event = made_event(privacy={"ask": ask, "basis": basis, "task": "지역 산업 진흥"})
    assert (is_asked(event, person(1)), is_asked(event, WALKED_IN)) == asked


@pytest.mark.parametrize("granted", [True, False])
def test_whoever_answered_is_not_asked_again_on_any_desk(desk: OpenDesk, granted: bool) -> None:
    assert consent.is_needed(desk, "r1")
    consent.keep(desk, "r1", {"main": granted})
    assert not consent.is_needed(desk, "r1")
    assert consent.is_needed(desk, "r2")
    other = open_desk(desk.store.path.parent)
    assert not consent.is_needed(other, "r1")
    other.close()


def test_an_answer_to_the_optional_ones_alone_leaves_the_notice_open(desk: OpenDesk) -> None:
    consent.keep(desk, "r1", {"news": True})
    assert consent.is_needed(desk, "r1")
    assert [one.consent for one in consent.of_person(desk, "r1")] == ["news"]


def test_what_was_not_ticked_is_kept_as_refused(desk: OpenDesk) -> None:
    consent.keep(desk, "r1", {"main": True, "photo": True})
    held = standing(consent.of_person(desk, "r1"))
    assert {name: one.granted for name, one in held.items()} == {
        "main": True,
        "news": False,
        "photo": True,
    }


def test_an_answer_names_its_text_desk_and_means(desk: OpenDesk) -> None:
    consent.keep(desk, "r1", {"main": True}, "paper")
    answer = standing(consent.of_person(desk, "r1"))["main"]
    shown = document(notice_of(desk.event))
    assert answer.text_hash == sha256(shown)
    assert (answer.version, answer.means) == (1, Means.PAPER)
    assert answer.desk == desk.store.identity.desk
    assert answer.at.tzinfo is not None
    kept = consent_table.text_of(desk.store.connection, desk.event_number, answer.text_hash)
    assert kept == shown
    assert consent_table.text_of(desk.store.connection, desk.event_number, "0" * 64) is None


def test_a_new_text_asks_anew_and_the_old_answer_stays(desk: OpenDesk, tmp_path: Path) -> None:
    consent.keep(desk, "r1", {"main": True})
    later = reworded(desk, tmp_path, "거부하셔도 됩니다.")
    assert consent.is_needed(later, "r1")
    consent.keep(later, "r1", {"main": False})
    versions = [(one.version, one.granted) for one in consent.of_person(later, "r1")]
    assert versions[::3] == [(1, True), (2, False)]
    assert count(desk, "consent_text") == 2


def test_a_text_that_comes_back_is_the_version_it_was(desk: OpenDesk, tmp_path: Path) -> None:
    consent.keep(desk, "r1", {"main": True})
    consent.keep(reworded(desk, tmp_path, "거부하셔도 됩니다."), "r2", {"main": True})
    back = reworded(desk, tmp_path, "동의하지 않아도 참석할 수 있습니다.")
    assert not consent.is_needed(back, "r1")
    assert consent.is_needed(back, "r2")
    consent.keep(back, "r2", {"main": True})
    assert standing(consent.of_person(back, "r2"))["main"].version == 1


def test_each_event_counts_its_own_versions(desk: OpenDesk, tmp_path: Path) -> None:
    consent.keep(desk, "r1", {"main": True})
    file = tmp_path / "second.toml"
    file.write_text(text_of().replace("spring-seminar", "second"), encoding="utf-8")
    events.apply(desk.store, file)
    second = serve(desk.store, "second")
    assert (
        desk.store.write(lambda c: consent_table.version_of(c, second.event_number, "h", "")) == 1
    )


def test_what_is_withdrawn_holds_though_the_consent_stays_on_record(desk: OpenDesk) -> None:
    consent.keep(desk, "r1", {"main": True, "news": True})
    consent.keep(desk, "r1", {"news": False})
    answers = consent.of_person(desk, "r1")
    assert not standing(answers)["news"].granted
    assert [one.granted for one in answers if one.consent == "news"] == [True, False]


def test_an_answer_nobody_asked_for_is_refused(desk: OpenDesk) -> None:
    with pytest.raises(KioskError) as caught:
        consent.keep(desk, "r1", {"main": True, "sale": True})
    assert (caught.value.code, caught.value.facts["consent"]) == ("CONSENT_UNKNOWN", "sale")
    with pytest.raises(KioskError, match="REGISTRATION_UNKNOWN"):
        consent.keep(desk, "nobody", {"main": True})
    with pytest.raises(KioskError, match="REGISTRATION_UNKNOWN"):
        consent.is_needed(desk, "nobody")
    assert count(desk, "consent") == 0


def test_a_public_task_informs_and_takes_no_consent(tmp_path: Path) -> None:
    text = text_of(basis="public-task", task="지역 산업 진흥")
    desk = open_test_desk(tmp_path, [person(1)], text)
    assert not consent.is_needed(desk, "r1")
    with pytest.raises(KioskError, match="CONSENT_UNKNOWN"):
        consent.keep(desk, "r1", {"main": True})
    consent.keep(desk, "r1", {})
    assert count(desk, "consent") == 0
    consent.keep(desk, "r1", {"news": True})
    assert {one.consent for one in consent.of_person(desk, "r1")} == {"news", "photo"}
    desk.close()
