"""The gallery: every screen in every state, drawn without a clipped word."""

from __future__ import annotations

from itertools import combinations, cycle

import pytest
from PySide6.QtCore import QSize

from kiosk.domain.event import QuestionKind
from kiosk.domain.verdict import Reason
from kiosk.ui.self_check_in.desk_words import Cause
from kiosk.ui.self_check_in.flow import State
from kiosk.ui.self_check_in.gallery import STAGES, Stage, staged
from kiosk.ui.self_check_in.modes import Access
from kiosk.ui.self_check_in.window import SelfCheckInWindow
from kiosk.ui.widgets.lettering import Lettering


def test_every_state_and_every_reason_is_drawn_once() -> None:
    seen = [(stage.screen, stage.name) for stage in STAGES]
    assert len(seen) == len(set(seen))
    drawn = {state for screen, state in seen if screen == "desk"}
    asked = [r for r in Reason if r not in (Reason.OK, Reason.ALREADY_IN)]
    assert {reason.value.lower().replace("_", "-") for reason in asked} <= drawn
    assert {cause.value for cause in Cause} <= drawn
    asked_kinds = {state for screen, state in seen if screen == "question"}
    assert asked_kinds == {kind.value for kind in QuestionKind}
    names = {"to-desk": "desk"}
    assert {names.get(state.value, state.value) for state in State} == {one for one, _ in seen}


# Every stage once, by turns as a Korean guest sees it standing and an English one lying.
SEEN = list(
    zip(
        STAGES,
        cycle([(QSize(540, 960), Access("ko")), (QSize(960, 540), Access("en"))]),
        strict=False,
    )
)


@pytest.mark.parametrize(
    ("stage", "seen"), SEEN, ids=[f"{one.screen}-{one.name}" for one, _ in SEEN]
)
def test_a_stage_shows_its_own_screen_and_every_word_of_it(
    qapp: object, stage: Stage, seen: tuple[QSize, Access]
) -> None:
    with staged(stage, *seen) as window:
        assert stage.screen in (window.guide.state.value, "desk")
        assert (stage.screen == "desk") is (window.guide.state is State.TO_DESK)
        read = labels(window)
        lost = [one.text() for one in read if stage.name != "long-name" and is_lost(one)]
        assert lost == []
        for one, other in combinations(read, 2):
            shared = one.geometry().intersected(other.geometry())
            assert min(shared.height(), shared.width()) <= 2, f"{one.text()} over {other.text()}"


def is_lost(label: Lettering) -> bool:
    fit = label.fit()
    return fit.is_cut or fit.px < label.type.floor - 0.01


def labels(window: SelfCheckInWindow) -> list[Lettering]:
    return [
        one
        for one in window.findChildren(Lettering)
        if one.isVisibleTo(window) and one.text() and one is not window.notice
    ]


def test_high_contrast_is_another_picture(qapp: object) -> None:
    size, pictures = QSize(270, 480), []
    for has_contrast in (False, True):
        with staged(STAGES[0], size, Access(has_contrast=has_contrast)) as window:
            pictures.append(window.grab().toImage())
    plain, dark = pictures
    assert dark.pixelColor(135, 100).lightness() < plain.pixelColor(135, 100).lightness()
