"""One second after going home nothing is left of the guest before, wherever one looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, cast

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtTest import QTest
from traces import held, is_blank, words_of_clipboard, words_of_reader, words_of_widgets

from kiosk.domain.event import Event
from kiosk.domain.found import BadgeState, Cards
from kiosk.domain.verdict import Outcome, Reason, Verdict
from kiosk.ui.self_check_in import gallery
from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.self_check_in.flow import State
from kiosk.ui.self_check_in.gallery import STAGES, Stage, staged
from kiosk.ui.self_check_in.modes import Access
from kiosk.ui.self_check_in.sample_desk import CARDS, SAMPLE_GUEST, SampleDesk
from kiosk.ui.self_check_in.window import SelfCheckInWindow
from kiosk.ui.widgets.signature_pad import SignaturePad
from kiosk.ui.widgets.signature_paper import paper

SIZE = QSize(270, 480)

# Of the people and the typing that the gallery's stages bring; each is found anywhere in a text.
SECRETS = (
    "홍길", "HONG", "Gildong", "표본연구원", "수석연구원", "SAMPLE0000", "남궁", "Wolfeschlegel",
    "Hubert", "필바라", "책임연구원", "홍*동", "남**빈", "Kim H", "Sample Battery", "2700",
    "2718", "퓨처엠", "포스", "전해질", "ㅎㄱ", "ㅋㅋ", "KIMH", "ㅎㅗ",
)  # fmt: skip
# Too short to look for inside other texts: a text that is just this.
SHORT_SECRETS = frozenset({"27", "271", "01027182818", "01027", "2026", "호"})


def secrets_in(window: SelfCheckInWindow, desk: SampleDesk) -> list[str]:
    """Return every secret that is found, and where."""
    skipped = (desk, desk.event_served, desk.session, desk.settings)
    told, found = [], shown_secrets(window)
    for path, one in held(window, skipped):
        if isinstance(one, QImage | QPixmap):
            if not is_blank(one) and not path.endswith("._paper"):
                found.append(f"{path}: a picture")
        else:
            told.append((path, one if isinstance(one, str) else one.decode("latin-1")))
    return found + secrets_of(window, told) + [f"pad {pad}" for pad in inked(window)]


def shown_secrets(window: SelfCheckInWindow) -> list[str]:
    """Return every secret that stands in a widget, or that a reader or another program can read."""
    told = [*words_of_widgets(window), *words_of_reader(window), *words_of_clipboard()]
    return secrets_of(window, told)


def secrets_of(window: SelfCheckInWindow, told: list[tuple[str, str]]) -> list[str]:
    example = cast(Any, window.screens[State.LETTERS]).example.text()  # it is nobody's name
    found = []
    for path, text in told:
        bare = text.replace(example, "").replace(example.replace("\n", " "), "")
        found += [f"{path}: {secret}" for secret in SECRETS if secret in bare]
        if bare in SHORT_SECRETS:
            found.append(f"{path}: {bare}")
    return found


def inked(window: SelfCheckInWindow) -> list[str]:
    """Return which signature pads hold a stroke, or a paper that is more than paper."""
    bad = []
    for pad in window.findChildren(SignaturePad):
        if not pad.is_empty or pad.signature().strokes:
            bad.append("strokes")
        blank = paper(pad._dress, pad._paper.size(), 1.0).toImage()
        if not pad._paper.isNull() and pad._paper.toImage() != blank:
            bad.append("paper")
    return bad


def typed(window: SelfCheckInWindow) -> list[str]:
    """Return what the guide still holds of typing and choosing."""
    guide = window.guide
    kept = [
        *(one.text for one in (guide.door.typed, guide.registering.name)),
        *(one.text for one in (guide.registering.organisation, guide.registering.phone)),
        *guide.door.picked, *guide.consenting.ticked, *guide.registering.consents,
        guide.finder.typed, guide.finder.digits, guide.lock.digits,
        *(str(one) for one in (guide.verdict, guide.why, guide.day, guide.door.person) if one),
    ]  # fmt: skip
    return [one for one in kept if one]


def pass_time(window: SelfCheckInWindow, seconds: float) -> None:
    gallery._clock_of(window).now += seconds
    window.tick()


def go_home(window: SelfCheckInWindow, desk: SampleDesk) -> None:
    """Press Home where there is one, else let the time pass."""
    gallery._press(window, Act.HOME)
    wait_for_home(window, desk)


def wait_for_home(window: SelfCheckInWindow, desk: SampleDesk) -> None:
    """Let the time pass as if nobody stood there; what was broken is mended."""
    desk.can_write = True
    for _ in range(80):
        pass_time(window, 15)
        if window.guide.state is State.WELCOME:
            break
    assert window.guide.state is State.WELCOME
    pass_time(window, 1)


def finish(window: SelfCheckInWindow, desk: SampleDesk) -> None:
    """Go the way of everybody: from OK by the goodbye, which is ended by its button."""
    desk.badge = BadgeState.PRINTED
    desk.badge_changed.emit(SAMPLE_GUEST.id)
    for _ in range(20):
        if window.guide.state is State.GOODBYE:
            break
        pass_time(window, 1)
    assert window.guide.state is State.GOODBYE
    assert shown_secrets(window) == []
    gallery._press(window, Act.FINISH)
    assert window.guide.state is State.WELCOME
    pass_time(window, 1)


def desk_of(window: SelfCheckInWindow) -> SampleDesk:
    return cast(SampleDesk, window._desk)


def stage_of(screen: str, name: str) -> Stage:
    return next(one for one in STAGES if (one.screen, one.name) == (screen, name))


SHOWS_SOMEBODY = frozenset({
    "letters", "digits", "twins", "name", "organisation", "phone", "question", "signature", "ok",
    "left", "already",
})  # fmt: skip

# The desk's reasons differ in their words alone: a few stand for all of them.
WALKED = [
    one
    for one in STAGES
    if one.screen != "desk" or one.name in ("blocked", "not-saved", "too-often", "no-consent")
]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("leave", "access"),
    [
        (go_home, Access()),
        (wait_for_home, Access(language="en", scale=2.0, has_contrast=True)),
    ],
    ids=["by touch", "by time"],
)
def test_nothing_is_left_one_second_after_any_stage(
    leave: Callable[[SelfCheckInWindow, SampleDesk], None], access: Access
) -> None:
    left, was_seen = {}, set()
    for stage in WALKED:
        with staged(stage, SIZE, access) as window:
            desk = desk_of(window)
            if stage.screen in SHOWS_SOMEBODY - was_seen and secrets_in(window, desk):
                was_seen.add(stage.screen)
            if window.guide.state is State.WELCOME:  # nobody has come yet: be somebody
                gallery._press(window, Act.FIND)
            leave(window, desk)
            found = secrets_in(window, desk) + typed(window)
        if found:
            left[f"{stage.screen} {stage.name}"] = found
    assert left == {}
    assert was_seen == SHOWS_SOMEBODY


@pytest.fixture
def window(request: pytest.FixtureRequest, qapp: object) -> Iterator[SelfCheckInWindow]:
    with staged(request.param, SIZE, Access()) as made:
        yield made


def at(screen: str, name: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("window", [stage_of(screen, name)], indirect=True)


@at("ok", "badge")
def test_the_goodbye_and_the_welcome_after_it_show_nobody(window: SelfCheckInWindow) -> None:
    assert secrets_in(window, desk_of(window))
    finish(window, desk_of(window))
    assert secrets_in(window, desk_of(window)) + typed(window) == []


@at("goodbye", "badge")
def test_whoever_got_no_badge_is_named_to_the_desk_and_then_forgotten(
    window: SelfCheckInWindow,
) -> None:
    gallery._press(window, Act.NO_BADGE)
    asked = [call for call in desk_of(window).calls if call[0] == "raise_request"]
    assert asked[-1][-1] == SAMPLE_GUEST.id
    assert shown_secrets(window) == []
    go_home(window, desk_of(window))
    assert secrets_in(window, desk_of(window)) + typed(window) == []


@at("welcome", "phone")
def test_the_welcome_after_a_guest_is_the_picture_that_it_was(window: SelfCheckInWindow) -> None:
    before = window.grab().toImage()
    desk_of(window).answered.emit(
        Verdict(
            Outcome.ADMIT, Reason.OK, registration=SAMPLE_GUEST, session=desk_of(window).session
        )
    )
    assert window.grab().toImage() != before
    wait_for_home(window, desk_of(window))
    assert window.grab().toImage() == before


@pytest.mark.parametrize("window", [stage_of("options", "many")], indirect=True)
@pytest.mark.parametrize("leave", [go_home, wait_for_home])
def test_nobody_finds_a_consent_ticked_by_who_was_there_before(
    window: SelfCheckInWindow, leave: Callable[[SelfCheckInWindow, SampleDesk], None]
) -> None:
    gallery._press(window, (Act.OPTION, "share"))
    assert window.guide.consenting.ticked == {"share"}
    leave(window, desk_of(window))
    assert window.guide.consenting.ticked == set()
    gallery._press(window, Act.REGISTER, (Act.AGREE, False), Act.NEXT)
    assert window.guide.registering.consents == {
        "main": True, "news": False, "share": False, "photo": False
    }  # fmt: skip


@at("signature", "empty")
def test_a_finger_that_is_still_down_writes_nothing_for_the_next(
    window: SelfCheckInWindow,
) -> None:
    pad = cast(Any, window.screens[State.SIGNATURE]).pad
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    QTest.mouseMove(pad, QPoint(40, 20))
    assert not pad.is_empty
    wait_for_home(window, desk_of(window))
    QTest.mouseMove(pad, QPoint(60, 10))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(60, 10))
    assert secrets_in(window, desk_of(window)) == []
    assert pad.is_empty


class LateDesk(SampleDesk):
    """Keep every answer that tells of a person until the guest has gone."""

    def __init__(self, event: Event) -> None:
        super().__init__(event=event)
        self.found, self.matching = Cards(3, CARDS), ["sample-1", "sample-2"]
        self.organisations = ["포스코퓨처엠"]
        self.late: list[Callable[[], None]] = []

    def _keep(self, service: Callable[..., None], *arguments: object) -> None:
        self.late.append(lambda: service(*arguments))

    def find_cards(self, *arguments: Any) -> None:
        self._keep(super().find_cards, *arguments)

    def match_digits(self, *arguments: Any) -> None:
        self._keep(super().match_digits, *arguments)

    def find_organisations(self, *arguments: Any) -> None:
        self._keep(super().find_organisations, *arguments)

    def look(self, *arguments: Any) -> None:
        self._keep(super().look, *arguments)

    def look_at(self, *arguments: Any) -> None:
        self._keep(super().look_at, *arguments)

    def course_day(self, *arguments: Any, **_: bool) -> None:
        self._keep(super().course_day, *arguments)

    def register(self, *arguments: Any) -> None:
        self._keep(super().register, *arguments)

    def preview(self, *arguments: Any) -> None:
        self._keep(super().preview, *arguments)

    def show(self, *arguments: Any, **_: bool) -> None:
        self._keep(super().show, *arguments)

    def answer(self) -> None:
        """Give every answer that is owed, and those that these ask for."""
        while self.late:
            self.late.pop(0)()


LATE_STAGES = [
    one
    for one in WALKED
    if one.screen
    in ("letters", "digits", "organisation", "phone", "question", "leaving", "ok", "left")
]


@pytest.mark.usefixtures("qapp")
def test_an_answer_that_comes_after_the_guest_has_gone_brings_nobody_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(gallery, "SampleDesk", LateDesk)
    left, owed = {}, 0
    for stage in LATE_STAGES:
        with staged(stage, SIZE, Access()) as window:
            desk = cast(LateDesk, window._desk)
            if window.guide.steps.is_waiting:
                window.guide.steps.answered()  # or nobody could go home before the answer
            gallery._press(window, Act.FIND)  # from the welcome, too, one goes away and comes back
            go_home(window, desk)
            owed += len(desk.late)
            desk.answer()
            window.tick()
            state = window.guide.state
            found = secrets_in(window, desk) + typed(window)
        if found or state is not State.WELCOME:
            left[f"{stage.screen} {stage.name}"] = (state, found)
    assert left == {}
    assert owed >= len(LATE_STAGES) // 2
