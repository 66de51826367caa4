"""Kept measures: whatever changes in between, they are those of a widget made anew."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.ui.widgets.candidate_card import CandidateCard
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.lettering import Lettering
from kiosk.ui.widgets.signpost import Signpost
from kiosk.ui.widgets.touch_button import Kind, TouchButton

WORDS = ["", "다음", "처음으로", "Not on the list", "번호를 모릅니다", "홍*동"]
WIDTHS = [40.0, 160.0, 700.0]
SIZES = [(270, 480), (1080, 1920), (1920, 1080)]

Widget = TouchButton | Lettering
Maker = Callable[[Dress], Widget]


def wear(dress: Dress, size: tuple[int, int], scale: float, tight: bool, low: bool) -> None:
    dress.text_scale, dress.is_tight, dress.is_low = scale, tight, low
    dress.fit(*size)


def say(widget: Widget, words: str, more: str) -> None:
    if isinstance(widget, CandidateCard):
        widget.show_person(words, more)
    elif isinstance(widget, Lettering):
        widget.setText(words)
    else:
        widget.say(words)
        widget.dress_as(Kind.DECK if more else Kind.LINE, "x-bold" if more else "")
        widget.shrinks = bool(more)


def measures(widget: Widget) -> list[float]:
    told = [widget.least_width(), widget.natural_width()]
    for width in WIDTHS:
        told += [widget.least_height(width), widget.wished_height(width)]
    return told


@pytest.mark.parametrize(
    "make",
    [
        lambda dress: TouchButton(dress, Kind.LINE),
        lambda dress: TouchButton(dress, Kind.LINE, short=True, icon="house-bold"),
        Lettering,
        CandidateCard,
        lambda dress: Signpost(dress, "bell-ringing-bold"),
    ],
    ids=["button", "short button", "words", "card", "signpost"],
)
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25
)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(WORDS), st.sampled_from(["", "예시연구소"]), st.sampled_from(SIZES),
            st.sampled_from([1.0, 1.5, 2.0]), st.booleans(), st.booleans(),
        ),
        min_size=1,
        max_size=6,
    )
)  # fmt: skip
def test_kept_measures_are_those_of_a_new_widget(
    qapp: object, make: Maker, steps: list[tuple[str, str, tuple[int, int], float, bool, bool]]
) -> None:
    dress = Dress()
    kept = make(dress)
    for words, more, *look in steps:
        say(kept, words, more)
        assert measures(kept) == fresh(make, dress, words, more)
        wear(dress, *look)
        assert measures(kept) == fresh(make, dress, words, more)


def fresh(make: Maker, dress: Dress, words: str, more: str) -> list[float]:
    new = make(dress)
    say(new, words, more)
    return measures(new)


@pytest.mark.usefixtures("qapp")
def test_no_word_is_kept_with_a_measure() -> None:
    card = CandidateCard(Dress())
    card.show_person("홍*동", "예시연구소")
    measures(card)
    assert "홍" not in str(card._measures) + str(card._measured_in)
    card.show_person("", "")
    assert card._measures == {}
