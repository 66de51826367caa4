"""What Enter does in each scene, and what typing may be; no Qt is needed."""

import pytest

from kiosk.domain.found import BadgeState, Sheet
from kiosk.domain.registration import Registration
from kiosk.domain.verdict import Outcome, Reason, Verdict
from kiosk.ui.front_desk.scene import Act, Scene, Stage
from kiosk.ui.front_desk.typed import may_be_code

GUEST = Registration("r1", "김견본")


def verdict(outcome: Outcome, reason: Reason, person: Registration | None = GUEST) -> Verdict:
    return Verdict(outcome, reason, registration=person)


@pytest.mark.parametrize(
    ("stage", "outcome", "reason", "act"),
    [
        (Stage.BEFORE, Outcome.ADMIT, Reason.OK, Act.CHECK_IN),
        (Stage.BEFORE, Outcome.ASK, Reason.PENDING, Act.CONFIRM),
        (Stage.BEFORE, Outcome.REFUSE, Reason.PENDING, Act.NOTHING),
        (Stage.BEFORE, Outcome.ASK, Reason.ALREADY_IN, Act.NOTHING),
        (Stage.BEFORE, Outcome.REFUSE, Reason.CANCELLED, Act.NOTHING),
        (Stage.ANSWERED, Outcome.ADMIT, Reason.OK, Act.NOTHING),
        (Stage.ANSWERED, Outcome.ASK, Reason.ALREADY_IN, Act.NOTHING),
        (Stage.ANSWERED, Outcome.ASK, Reason.PENDING, Act.CONFIRM),
        (Stage.ANSWERED, Outcome.ASK, Reason.NEEDS_ANSWERS, Act.ANSWER),
        (Stage.ANSWERED, Outcome.REFUSE, Reason.PENDING, Act.NOTHING),
        (Stage.UNDONE, Outcome.ADMIT, Reason.OK, Act.CHECK_IN),
        (Stage.CHECKING, Outcome.ADMIT, Reason.OK, Act.NOTHING),
        (Stage.FAILED, Outcome.ADMIT, Reason.OK, Act.NOTHING),
    ],
)
def test_enter_acts_only_where_something_is_left_to_do(
    stage: Stage, outcome: Outcome, reason: Reason, act: Act
) -> None:
    assert Scene(stage, verdict(outcome, reason)).act is act


def test_enter_does_nothing_without_a_person() -> None:
    assert Scene(Stage.ANSWERED, verdict(Outcome.ASK, Reason.PENDING, None)).act is Act.NOTHING
    assert Scene().act is Act.NOTHING


def test_the_sheet_is_newer_than_the_verdict() -> None:
    renamed = Registration("r1", "김새이름")
    shown = Scene(
        Stage.ANSWERED,
        verdict(Outcome.ADMIT, Reason.OK),
        Sheet(renamed, {}, BadgeState.NONE),
    )
    assert shown.person == renamed


@pytest.mark.parametrize(
    "text",
    [
        "ㄴ뜨26-ㅁ7",
        "SEM26-A7",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "ㅁㅠㅊㅇㄷㄹㅎㅗㅑㅏㅣㅡ23",
    ],
)
def test_a_scan_that_became_typing_is_known_again(text: str) -> None:
    assert may_be_code(text)


@pytest.mark.parametrize(
    "text",
    ["", "김견본", "ㄱㅎㅈ", "5678", "010-0000-1001", "GS25", "남궁다빈", "Works No 26"],
)
def test_names_numbers_and_companies_are_no_scan(text: str) -> None:
    assert not may_be_code(text)
