"""What touchscreens ask of the desk: what F8 and a click do, what is shown, and what stays."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kiosk.domain.event import Direction
from kiosk.domain.found import Asked, Overview
from kiosk.domain.request import RequestKind, RequestState
from kiosk.domain.verdict import Reason
from kiosk.ui.front_desk import gallery
from kiosk.ui.front_desk.requests import REST_MS, Requests
from kiosk.ui.front_desk.requests_panel import MOST_ROWS, RequestsPanel
from kiosk.ui.front_desk.sample_desk import NOW, ZONE, SampleDesk, request
from kiosk.ui.front_desk.scene import Stage
from kiosk.ui.front_desk.verdict_words import Tongue
from kiosk.ui.front_desk.window import FrontDeskWindow
from kiosk.ui.self_check_in.desk_words import Cause
from kiosk.ui.widgets.desk_canvas import Type

HELP, BADGE, CALL = RequestKind.HELP, RequestKind.BADGE, RequestKind.CALL
STRANGER = request(HELP, 17, "UNKNOWN")
KNOWN = request(HELP, 18, "too-often", 4)
WAITS = request(BADGE, 4, "BADGE", 3)
CALLED = request(CALL, 3, "CALL")
TONGUE = Tongue("en", ZONE, "데스크 A")


class Clock:
    """Milliseconds that pass only when the test says so."""

    def __init__(self) -> None:
        self.now_ms = 10_000.0

    def __call__(self) -> float:
        return self.now_ms

    def rest(self) -> None:
        self.now_ms += REST_MS


class Counter:
    """Requests with their desk and clock, and all that they told."""

    def __init__(self) -> None:
        self.desk, self.clock = SampleDesk(), Clock()
        self.requests = Requests(self.desk, clock_ms=self.clock)
        self.calls = self.changes = 0
        self.wanted: list[str] = []
        self.requests.called.connect(self._call)
        self.requests.changed.connect(self._change)
        self.requests.person_wanted.connect(self.wanted.append)

    def _call(self) -> None:
        self.calls += 1

    def _change(self) -> None:
        self.changes += 1

    def serve(self) -> None:
        """Press F8 after a while."""
        self.clock.rest()
        self.requests.serve()

    def press(self, asked: Asked) -> None:
        """Click a row after a while."""
        self.clock.rest()
        self.requests.press(asked.request.id)

    def shown(self) -> list[str]:
        return [one.request.reference for one in self.requests.shown]

    def state(self, asked: Asked) -> RequestState:
        held = {one.request.id: one.request.state for one in self.desk.held}
        return held[asked.request.id]


@pytest.fixture
def counter(qapp: QApplication) -> Iterator[Counter]:
    made = Counter()
    yield made
    made.requests.deleteLater()
    made.desk.deleteLater()


class TestServing:
    def test_the_oldest_is_taken_first_then_ended(self, counter: Counter) -> None:
        counter.desk.ask(STRANGER, CALLED)
        counter.serve()
        assert counter.state(STRANGER) is RequestState.ACCEPTED
        assert counter.requests.in_hand == STRANGER.request.id
        assert counter.desk.held[0].request.accepted_by == "데스크 A"
        counter.serve()
        assert counter.state(STRANGER) is RequestState.CLOSED
        assert counter.state(CALLED) is RequestState.WAITING
        assert counter.requests.in_hand == ""
        counter.serve()
        assert counter.state(CALLED) is RequestState.ACCEPTED

    def test_whoever_is_known_is_wanted_once(self, counter: Counter) -> None:
        counter.desk.ask(STRANGER, KNOWN)
        for _ in range(4):
            counter.serve()
        assert counter.wanted == ["sample-4"]
        assert counter.shown() == []

    def test_nothing_open_is_nothing_done(self, counter: Counter) -> None:
        counter.serve()
        counter.press(STRANGER)
        assert (counter.desk.held, counter.changes) == ([], 0)

    def test_a_double_press_does_no_harm(self, counter: Counter) -> None:
        counter.desk.ask(STRANGER, KNOWN)
        counter.serve()
        counter.clock.now_ms += REST_MS - 1
        counter.requests.serve()
        counter.requests.press(KNOWN.request.id)
        assert counter.state(STRANGER) is RequestState.ACCEPTED
        assert counter.state(KNOWN) is RequestState.WAITING

    def test_a_click_takes_and_a_click_ends(self, counter: Counter) -> None:
        counter.desk.ask(STRANGER, KNOWN)
        counter.press(KNOWN)
        assert counter.shown() == ["A-18", "A-17"], "what is in hand stands first"
        counter.press(KNOWN)
        assert counter.state(KNOWN) is RequestState.CLOSED
        assert counter.state(STRANGER) is RequestState.WAITING

    def test_of_several_in_hand_the_last_one_is_ended_first(self, counter: Counter) -> None:
        counter.desk.ask(STRANGER, KNOWN, CALLED)
        counter.press(KNOWN)
        counter.press(STRANGER)
        assert counter.shown() == ["A-17", "A-18", "C-03"]
        counter.serve()
        counter.serve()
        assert [one.request.state for one in counter.desk.held] == [
            RequestState.CLOSED, RequestState.CLOSED, RequestState.WAITING,
        ]  # fmt: skip

    def test_what_another_desk_has_is_left_to_it(self, counter: Counter) -> None:
        counter.desk.ask(STRANGER)
        counter.desk.accept_request(STRANGER.request.id, "데스크 B")
        counter.serve()
        assert counter.state(STRANGER) is RequestState.ACCEPTED
        counter.press(STRANGER)
        assert counter.state(STRANGER) is RequestState.CLOSED, "a click means it"

    def test_who_was_faster_has_it(self, counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
        counter.desk.ask(STRANGER)
        take = counter.desk.accept_request
        monkeypatch.setattr(counter.desk, "accept_request", lambda one, _by: take(one, "데스크 B"))
        counter.serve()
        assert counter.requests.in_hand == ""
        counter.serve()
        assert counter.state(STRANGER) is RequestState.ACCEPTED

    def test_what_could_not_be_taken_is_taken_again_and_never_ended(
        self, counter: Counter, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        counter.desk.ask(STRANGER)
        with monkeypatch.context() as broken:
            broken.setattr(counter.desk, "accept_request", lambda _one, _by: None)
            counter.serve()
        counter.serve()
        assert counter.state(STRANGER) is RequestState.ACCEPTED

    def test_what_the_guest_took_back_is_in_hand_no_more(self, counter: Counter) -> None:
        counter.desk.ask(STRANGER, KNOWN)
        counter.serve()
        counter.desk._move(STRANGER.request.id, state=RequestState.WITHDRAWN)
        assert (counter.requests.in_hand, counter.shown()) == ("", ["A-18"])

    def test_a_row_that_came_under_the_pointer_is_not_clicked(self, counter: Counter) -> None:
        counter.desk.ask(STRANGER, KNOWN)
        counter.clock.rest()
        counter.desk._move(STRANGER.request.id, state=RequestState.WITHDRAWN)
        counter.requests.press(KNOWN.request.id)
        assert counter.state(KNOWN) is RequestState.WAITING
        counter.press(KNOWN)
        assert counter.state(KNOWN) is RequestState.ACCEPTED

    def test_one_more_at_the_end_keeps_the_rows_where_they_are(self, counter: Counter) -> None:
        counter.desk.ask(STRANGER)
        counter.clock.rest()
        counter.desk.ask(KNOWN)
        counter.requests.press(STRANGER.request.id)
        assert counter.state(STRANGER) is RequestState.ACCEPTED


class TestOrder:
    def test_waiting_ones_stand_before_what_others_have(self, counter: Counter) -> None:
        counter.desk.ask(STRANGER, KNOWN, CALLED)
        counter.desk.accept_request(STRANGER.request.id, "데스크 B")
        assert counter.shown() == ["A-18", "C-03", "A-17"]

    def test_the_same_list_again_changes_nothing(self, counter: Counter) -> None:
        counter.desk.ask(STRANGER)
        before = counter.changes
        counter.desk.requests_changed.emit()
        counter.requests.look()
        assert counter.changes == before

    def test_counts_bring_what_was_missed(self, counter: Counter) -> None:
        counter.desk.held.append(STRANGER)
        counter.desk.refresh()
        assert counter.shown() == ["A-17"]


class TestCalling:
    @pytest.mark.parametrize(("asked", "calls"), [(STRANGER, 1), (CALLED, 1), (WAITS, 0)])
    def test_only_who_waits_for_somebody_calls(
        self, counter: Counter, asked: Asked, calls: int
    ) -> None:
        counter.desk.ask(asked)
        assert counter.calls == calls

    def test_each_calls_once_until_it_is_ended(self, counter: Counter) -> None:
        counter.desk.ask(CALLED)
        counter.desk.ask(WAITS)
        counter.serve()
        counter.serve()
        assert counter.calls == 1
        counter.desk.ask(STRANGER)
        assert counter.calls == 2

    def test_several_at_once_call_once(self, counter: Counter) -> None:
        counter.desk.ask(CALLED, STRANGER, KNOWN)
        assert counter.calls == 1

    def test_what_another_desk_has_taken_already_calls_nobody(self, counter: Counter) -> None:
        taken = CALLED.request._replace(state=RequestState.ACCEPTED, accepted_by="데스크 B")
        counter.desk.ask(Asked(taken))
        assert counter.calls == 0


# The panel


@pytest.fixture
def panel(qtbot: QtBot) -> RequestsPanel:
    made = RequestsPanel()
    qtbot.addWidget(made)
    made.resize(312, 600)
    made.show()
    return made


def names(panel: RequestsPanel) -> list[str]:
    return [row.accessibleName() for row in panel.rows if not row.isHidden()]


def test_a_row_tells_reference_reason_place_time_and_person(panel: RequestsPanel) -> None:
    panel.show_requests((STRANGER, KNOWN), "", TONGUE)
    assert names(panel) == [
        "A-17, QR not on the list, 키오스크 2 · 13:41, Open",
        "A-18, Three wrong numbers, 키오스크 2 · 13:41, 권혁준, Open",
    ]
    assert panel.accessibleName() == "Kiosk requests 2 · F8"


def test_a_row_tells_who_has_it(panel: RequestsPanel) -> None:
    taken = KNOWN.request._replace(state=RequestState.ACCEPTED, accepted_by="데스크 B")
    panel.show_requests((Asked(taken, KNOWN.name),), "", TONGUE)
    assert names(panel) == [
        "A-18, Three wrong numbers, 키오스크 2 · 13:41, 권혁준 · 데스크 B has it, Done"
    ]


def test_waiting_taken_and_in_hand_look_different(panel: RequestsPanel) -> None:
    taken = Asked(KNOWN.request._replace(state=RequestState.ACCEPTED))
    drawn = []
    for one, in_hand in ((KNOWN, ""), (taken, ""), (taken, taken.request.id)):
        panel.show_requests((one,), in_hand, TONGUE)
        drawn.append(bytes(panel.rows[0].grab().toImage().constBits()))
    assert len(set(drawn)) == 3


def test_rows_are_told_by_number_where_they_have_no_room(panel: RequestsPanel) -> None:
    many = tuple(request(HELP, number, "crowd") for number in range(1, 9))
    panel.show_requests(many, "", TONGUE)
    assert len(names(panel)) == MOST_ROWS
    assert panel.accessibleName().startswith("Kiosk requests 8")
    tall = panel.tall_within(300)
    assert 200 < tall <= 300
    panel.resize(312, round(tall))
    shown = [row for row in panel.rows if not row.isHidden()]
    assert 0 < len(shown) < MOST_ROWS
    assert all(panel.rect().contains(row.geometry()) for row in shown)
    assert panel.tall_within(50) == 0


def test_names_of_what_has_ended_are_forgotten(panel: RequestsPanel) -> None:
    panel.show_requests((KNOWN,), "", TONGUE)
    panel.show_requests((), "", TONGUE)
    assert names(panel) == []
    assert [row.accessibleName() for row in panel.rows] == [""] * MOST_ROWS
    assert panel.accessibleName() == ""


def test_a_press_begun_on_another_request_is_none(panel: RequestsPanel, qtbot: QtBot) -> None:
    pressed: list[str] = []
    panel.pressed.connect(pressed.append)
    panel.show_requests((STRANGER, KNOWN), "", TONGUE)
    row = panel.rows[0]
    QTest.mousePress(row, Qt.MouseButton.LeftButton)
    panel.show_requests((KNOWN,), "", TONGUE)
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton)
    assert pressed == []
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert pressed == [KNOWN.request.id]


# In the window


@pytest.fixture
def desk(qapp: QApplication) -> SampleDesk:
    return SampleDesk()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def window(desk: SampleDesk, clock: Clock, qtbot: QtBot) -> Iterator[FrontDeskWindow]:
    made = FrontDeskWindow(desk, clock=lambda: NOW)
    made.requests._clock_ms = clock
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    made.set_language("en")
    yield made
    made.set_language("en")


def press_f8(window: FrontDeskWindow, clock: Clock) -> None:
    clock.rest()
    QTest.keyClick(window.column.field, Qt.Key.Key_F8)


def test_the_panel_is_there_only_while_something_is_open(
    window: FrontDeskWindow, desk: SampleDesk, clock: Clock
) -> None:
    usual = window.log.geometry()
    assert not window.asked.isVisible()
    desk.ask(STRANGER)
    assert window.asked.isVisible()
    assert window.log.geometry().top() > window.asked.geometry().bottom()
    press_f8(window, clock)
    press_f8(window, clock)
    assert not window.asked.isVisible()
    assert window.log.geometry() == usual


def test_f8_shows_the_person_and_enter_checks_in(
    window: FrontDeskWindow, desk: SampleDesk, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[str] = []
    monkeypatch.setattr(desk, "check_in", lambda one, **_: checked.append(one))
    desk.ask(KNOWN)
    press_f8(window, clock)
    assert window.card.isVisible()
    assert window.reception.scene.person == desk.people[3]
    QTest.keyClick(window.column.field, Qt.Key.Key_Return)
    assert checked == ["sample-4"]


def test_somebody_whose_badge_waits_is_shown_as_in_already(
    window: FrontDeskWindow, desk: SampleDesk, clock: Clock
) -> None:
    desk.ask(WAITS)
    press_f8(window, clock)
    assert window.reception.scene.verdict.reason is Reason.ALREADY_IN
    assert window.reception.scene.verdict.direction is Direction.IN


def test_a_stranger_s_request_disturbs_nothing_that_is_shown_or_typed(
    window: FrontDeskWindow, desk: SampleDesk, clock: Clock
) -> None:
    QTest.keyClicks(window.column.field, "rgw")
    window.reception.finish_waiting()
    scene = window.reception.scene
    desk.ask(STRANGER)
    press_f8(window, clock)
    assert window.reception.scene is scene
    assert window.column.field.text() == "rgw"


def test_a_held_key_takes_and_does_not_end(
    window: FrontDeskWindow, desk: SampleDesk, clock: Clock
) -> None:
    desk.ask(STRANGER)
    press_f8(window, clock)
    for _ in range(3):
        clock.rest()
        again = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier, "", True
        )
        QApplication.sendEvent(window.column.field, again)
    assert desk.held[0].request.state is RequestState.ACCEPTED


def test_a_click_on_a_row_takes_and_ends_and_keeps_the_focus(
    window: FrontDeskWindow, desk: SampleDesk, clock: Clock, qtbot: QtBot
) -> None:
    desk.ask(STRANGER, KNOWN)
    for state in (RequestState.ACCEPTED, RequestState.CLOSED):
        clock.rest()
        qtbot.mouseClick(window.asked.rows[0], Qt.MouseButton.LeftButton)
        assert desk.held[0].request.state is state
        assert window.focusWidget() is window.column.field
    assert window.reception.scene.stage is Stage.READY


def test_a_request_never_takes_the_focus(
    window: FrontDeskWindow, desk: SampleDesk, qtbot: QtBot
) -> None:
    desk.ask(STRANGER)
    assert window.focusWidget() is window.column.field
    gallery_verdict = gallery.verdict_for(Reason.NEEDS_ANSWERS)
    desk.told = (gallery_verdict.registration,)
    desk.answered.emit(gallery_verdict)
    car = next(one for one in window.card.form._inputs if isinstance(one, QLineEdit))
    car.setFocus()
    QTest.keyClicks(car, "12-3")
    desk.ask(KNOWN, CALLED)
    assert window.focusWidget() is car
    assert car.text() == "12-3"
    assert not [one for one in window.asked.rows if one.focusPolicy() & Qt.FocusPolicy.ClickFocus]


def test_typing_goes_on_while_requests_come(
    window: FrontDeskWindow, desk: SampleDesk, clock: Clock
) -> None:
    for letter, asked in zip("rgw", (STRANGER, KNOWN, CALLED), strict=True):
        QTest.keyClick(window.focusWidget(), letter)
        desk.ask(asked)
    assert window.column.field.text() == "rgw"


def test_f8_leaves_the_list_of_sessions(
    window: FrontDeskWindow, desk: SampleDesk, clock: Clock
) -> None:
    desk.ask(KNOWN)
    window.offer_sessions()
    press_f8(window, clock)
    assert not window.column.offers_sessions


def test_the_window_passes_the_call_on(window: FrontDeskWindow, desk: SampleDesk) -> None:
    calls: list[bool] = []
    window.called.connect(lambda: calls.append(True))
    desk.ask(CALLED)
    desk.overview_changed.emit(Overview(window._overview.counts))
    assert calls == [True]


def test_what_waits_at_the_start_is_shown(desk: SampleDesk, qtbot: QtBot) -> None:
    desk.held.append(CALLED)
    window = FrontDeskWindow(desk, clock=lambda: NOW)
    qtbot.addWidget(window)
    assert [one.request.reference for one in window.requests.shown] == ["C-03"]
    window.set_language("en")


def test_the_language_changes_while_requests_are_open(
    window: FrontDeskWindow, desk: SampleDesk
) -> None:
    desk.ask(STRANGER)
    window.set_language("ko")
    QApplication.processEvents()
    assert window.asked.accessibleName() == "키오스크 요청 1건 · F8"
    assert names(window.asked) == ["A-17, QR이 명단에 없음, 키오스크 2 · 13:41, 열기"]


@pytest.mark.parametrize("size", [(1024, 600), (1366, 768), (1920, 1080), (2560, 1080)])
@pytest.mark.parametrize("count", [1, 3, 9])
def test_requests_stay_inside_and_apart_at_any_size(
    window: FrontDeskWindow, desk: SampleDesk, size: tuple[int, int], count: int
) -> None:
    desk.ask(*(request(HELP, number, "crowd", number % 8) for number in range(1, count + 1)))
    window.resize(QSize(*size))
    shown = [window.top, window.column, window.ready, window.counts, window.asked, window.log]
    areas = [one.geometry() for one in (*shown, window.legend)]
    assert all(window.rect().contains(area) for area in areas)
    assert not [1 for a in areas for b in areas if a is not b and a.intersects(b)]
    rows = [one for one in window.asked.rows if one.isVisible()]
    assert rows
    assert all(window.asked.rect().contains(row.geometry()) for row in rows)
    assert window.log.design_size.height() >= 127


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_reason_has_room_in_its_row(
    panel: RequestsPanel,
    window: FrontDeskWindow,
    language: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cut: list[str] = []
    shortened = Type.shortened

    def noting(self: Type, text: str, room: float) -> str:
        shown = shortened(self, text, room)
        if shown != text:
            cut.append(text)
        return shown

    monkeypatch.setattr(Type, "shortened", noting)
    window.set_language(language)
    for why in (*Reason, *Cause):
        panel.show_requests((request(HELP, 100, why.value),), "", Tongue(language, ZONE))
        panel.rows[0].grab()
    panel.show_requests((request(BADGE, 4, "BADGE"), CALLED), "", Tongue(language, ZONE))
    for row in panel.rows[:2]:
        row.grab()
    assert cut == []
    panel.show_requests((request(HELP, 1, "UNKNOWN", 7),), "", Tongue(language, ZONE))
    panel.rows[0].grab()
    assert len(cut) == 1, "a very long name is cut, and only that"
