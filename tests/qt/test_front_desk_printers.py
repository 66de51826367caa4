"""Printers at the desk's window: each state in words with its remedy, and the queue by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, QTranslator
from PySide6.QtTest import QTest

from kiosk import paths
from kiosk.domain.badge_line import BadgeLine
from kiosk.domain.found import BadgeState
from kiosk.domain.printer import Printer, PrinterState, PrinterTold
from kiosk.ui.front_desk import printer_words
from kiosk.ui.front_desk.printers import Act
from kiosk.ui.front_desk.sample_desk import NOW, SampleDesk
from kiosk.ui.front_desk.sample_printers import two_printers, waiting_badges
from kiosk.ui.front_desk.window import FrontDeskWindow
from kiosk.ui.widgets.desk_button import DeskButton
from kiosk.ui.widgets.desk_chip import Mood

ILL = [one for one in PrinterState if printer_words.needs_strip(one)]


class SteeredDesk(SampleDesk):
    """Notes what is done about the queue."""

    def __init__(self) -> None:
        super().__init__()
        self.badges = waiting_badges()
        self.steered: list[tuple[object, ...]] = []

    def steer_badges(self, act: str, done: Callable[[Any], None], *arguments: object) -> None:
        if act != "queue":
            self.steered.append((act, *arguments))
        done(self.badges)


@pytest.fixture
def desk(qapp) -> SteeredDesk:
    return SteeredDesk()


@pytest.fixture
def window(desk: SteeredDesk, qtbot) -> Iterator[FrontDeskWindow]:
    made = FrontDeskWindow(desk, clock=lambda: NOW)
    made.set_language("en")
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.set_language("en")


@pytest.fixture(params=["en", "ko"])
def _tongue(request, qapp) -> Iterator[None]:
    translator = QTranslator()
    if request.param == "ko":
        assert translator.load(str(paths.resource("i18n", "front_desk_ko.qm")))
        QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def told(state: PrinterState) -> tuple[PrinterTold, ...]:
    return two_printers(state)[:1] if state is not PrinterState.NONE else ()


class TestWords:
    @pytest.mark.usefixtures("_tongue")
    def test_each_state_has_words_of_its_own_and_each_fault_a_remedy(self) -> None:
        chips = [printer_words.printer_chip(told(one)) for one in PrinterState]
        assert len({chip.text for chip in chips if chip}) == len(PrinterState)
        heads = {printer_words.head(told(one)[0]) for one in ILL}
        remedies = {printer_words.remedy(one) for one in ILL}
        assert len(heads) == len(remedies) == len(ILL)
        assert all((*heads, *remedies, *(printer_words.fixed(one) for one in ILL)))
        assert not [one for one in (*heads, *remedies) if "{" in one]

    @pytest.mark.usefixtures("qapp")
    def test_only_what_needs_somebody_asks_for_attention(self) -> None:
        moods = {one: printer_words.printer_chip(told(one)).mood for one in PrinterState}
        calm = {one for one, mood in moods.items() if mood is Mood.CALM}
        assert calm == {PrinterState.NONE, PrinterState.READY, PrinterState.BUSY}
        warn = {one for one, mood in moods.items() if mood is Mood.WARN}
        assert warn == {PrinterState.SLOW, PrinterState.LOW, PrinterState.HELD}

    @pytest.mark.usefixtures("qapp")
    def test_of_several_the_gravest_is_told_by_its_name(self) -> None:
        both = (
            PrinterTold(Printer("A", "a"), PrinterState.SLOW),
            PrinterTold(Printer("B", "b"), PrinterState.JAM),
        )
        chip = printer_words.printer_chip(both)
        assert (chip.text, chip.mood) == ("B: Paper jam", Mood.BAD)
        assert printer_words.printer_chip(None) is None

    @pytest.mark.usefixtures("qapp")
    def test_badges_that_somebody_must_see_to_are_told_while_all_else_is_well(self) -> None:
        first, second = two_printers()
        chip = printer_words.printer_chip((replace(first, unsettled=2), second))
        assert (chip.text, chip.mood) == ("2 to check · Ctrl+P", Mood.WARN)
        jammed, _ = two_printers(PrinterState.JAM)
        chip = printer_words.printer_chip((replace(jammed, unsettled=2), second))
        assert chip.text == "A: Paper jam"

    @pytest.mark.parametrize(
        ("address", "label"),
        [
            ("folder:/srv/print shop/hot/", "hot"),
            ("folder:C:\\badges", "badges"),
            ("ipp://10.0.0.5:631/ipp/print", "10.0.0.5:631"),
            ("zebra://labels?dpi=300", "labels"),
            ("Label_Queue", "Label_Queue"),
        ],
    )
    def test_a_printer_without_a_name_is_called_by_where_it_is(
        self, address: str, label: str
    ) -> None:
        assert Printer(address, address).label == label


class TestStrip:
    @pytest.mark.parametrize("state", ILL)
    def test_a_fault_is_told_across_the_window_and_check_in_goes_on(
        self, window: FrontDeskWindow, state: PrinterState
    ) -> None:
        window.show_printers(two_printers(state))
        assert window.strip.isVisible()
        name = window.strip.accessibleName()
        assert name.startswith("Badge printer A: ")
        assert printer_words.remedy(state) in name
        assert name.endswith("Check-in goes on · 4 badges wait")
        window.show_printers(two_printers())
        assert not window.strip.isVisible()

    @pytest.mark.parametrize("state", [PrinterState.READY, PrinterState.BUSY, PrinterState.LOW])
    def test_a_printer_that_prints_needs_no_strip(
        self, window: FrontDeskWindow, state: PrinterState
    ) -> None:
        window.show_printers(two_printers(state))
        assert not window.strip.isVisible()

    def test_staff_say_that_paper_is_in_and_the_printer_is_looked_at(
        self, window: FrontDeskWindow, qtbot
    ) -> None:
        window.show_printers(two_printers(PrinterState.NO_PAPER))
        assert window.strip.done.caption.text == "Paper is in"
        with qtbot.waitSignal(window.printers.look_wanted):
            QTest.mouseClick(window.strip.done, Qt.MouseButton.LeftButton)

    def test_what_waits_goes_to_the_other_printer(
        self, window: FrontDeskWindow, desk: SteeredDesk
    ) -> None:
        window.show_printers(two_printers(PrinterState.JAM))
        assert window.strip.away.caption.text == "Send to printer B"
        QTest.mouseClick(window.strip.away, Qt.MouseButton.LeftButton)
        assert desk.steered == [("move_all", "A", "B")]

    def test_without_a_well_printer_or_a_badge_there_is_nowhere_to_send(
        self, window: FrontDeskWindow, desk: SteeredDesk
    ) -> None:
        window.show_printers(two_printers(PrinterState.JAM)[:1])
        assert not window.strip.away.isVisible()
        first, second = two_printers(PrinterState.JAM)
        window.show_printers((replace(first, waiting=0), second))
        assert not window.strip.away.isVisible()
        assert window.strip.accessibleName().endswith("Check-in goes on")

    def test_a_printer_on_hold_goes_on(self, window: FrontDeskWindow, desk: SteeredDesk) -> None:
        window.show_printers(two_printers(PrinterState.HELD))
        QTest.mouseClick(window.strip.done, Qt.MouseButton.LeftButton)
        assert desk.steered == [("let_printer_go", "A")]

    @pytest.mark.parametrize("size", [(1024, 600), (1366, 768), (1920, 1080), (2560, 1080)])
    @pytest.mark.parametrize("language", ["ko", "en"])
    def test_it_pushes_everything_down_and_its_buttons_stay_apart(
        self, window: FrontDeskWindow, size: tuple[int, int], language: str
    ) -> None:
        window.set_language(language)
        QCoreApplication.sendPostedEvents()
        window.resize(QSize(*size))
        window.show_printers(two_printers(PrinterState.WRONG_PAPER))
        panels = [window.top, window.strip, window.column, window.ready, window.counts, window.log]
        apart([one.geometry() for one in panels], window.rect())
        buttons = [one for one in window.strip.findChildren(DeskButton) if one.isVisible()]
        assert len(buttons) == 3
        apart([one.geometry() for one in buttons], window.strip.rect())
        assert window.strip._room > 300, "the fault itself has room"


def apart(areas: list[QRect], within: QRect) -> None:
    assert all(within.contains(one) for one in areas)
    assert not [1 for a in areas for b in areas if a is not b and a.intersects(b)]


def press(
    window: FrontDeskWindow,
    *keys: Qt.Key,
    chord: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    for key in keys:
        QTest.keyClick(window.focusWidget() or window, key, chord)


class TestQueue:
    def open(self, window: FrontDeskWindow, state: PrinterState = PrinterState.NO_PAPER) -> None:
        window.show_printers(two_printers(state))
        press(window, Qt.Key.Key_P, chord=Qt.KeyboardModifier.ControlModifier)
        assert window.queue.isVisible()

    def test_f10_shows_it_in_the_right_column_and_takes_it_away(
        self, window: FrontDeskWindow
    ) -> None:
        self.open(window)
        assert window.queue.hasFocus()
        assert not window.counts.isVisible()
        assert not window.log.isVisible()
        press(window, Qt.Key.Key_P, chord=Qt.KeyboardModifier.ControlModifier)
        assert not window.queue.isVisible()
        assert window.counts.isVisible()
        assert window.column.field.hasFocus()

    def test_escape_leaves_it(self, window: FrontDeskWindow) -> None:
        self.open(window)
        press(window, Qt.Key.Key_Escape)
        assert not window.queue.isVisible()

    def test_typing_goes_on_to_the_search_and_the_queue_stays(
        self, window: FrontDeskWindow
    ) -> None:
        self.open(window)
        QTest.keyClicks(window.queue, "r")
        assert window.column.field.hasFocus()
        assert window.queue.isVisible()

    def test_every_row_tells_whose_badge_and_where_it_stands(self, window: FrontDeskWindow) -> None:
        self.open(window)
        names = [one.accessibleName() for one in window.queue.rows if one.isVisible()]
        assert names[:2] == [
            "Printer A, Out of paper, 0 left",
            "Printer B, Printer ready, 112 left",
        ]
        assert names[2:6] == [
            "김견본, Did it come out?, A",
            "강견희, Not printed, A",
            "남궁다빈, Printing, A",
            "권혁준, Waiting, A",
        ]
        assert window.queue.accessibleName() == "Print queue 7 · Ctrl+P"

    @pytest.mark.parametrize(
        ("down", "right", "done"),
        [
            (2, 0, ("confirm", "job-0")),
            (2, 1, ("retry", "job-0")),
            (2, 2, ("move", "job-0", "B")),
            (2, 3, ("confirm", "job-0")),
            (3, 0, ("retry", "job-1")),
            (3, 2, ("cancel", "job-1")),
            (5, 0, ("hold", "job-3")),
            (5, 1, ("move", "job-3", "B")),
            (5, 2, ("cancel", "job-3")),
            (6, 0, ("let_go", "job-4")),
            (0, 1, ("move_all", "A", "B")),
            (0, 2, ("hold_printer", "A")),
            (1, 0, ("hold_printer", "B")),
        ],
    )
    def test_arrows_choose_and_enter_does(
        self,
        window: FrontDeskWindow,
        desk: SteeredDesk,
        down: int,
        right: int,
        done: tuple[object, ...],
    ) -> None:
        self.open(window)
        press(window, *[Qt.Key.Key_Down] * down, *[Qt.Key.Key_Right] * right)
        press(window, Qt.Key.Key_Return)
        assert desk.steered == [done]

    def test_a_badge_under_way_is_taken_back_by_the_queue_itself(
        self, window: FrontDeskWindow, desk: SteeredDesk, qtbot
    ) -> None:
        self.open(window)
        window.queue.choose(4)
        with qtbot.waitSignal(window.printers.give_up_wanted) as told_of:
            QTest.mouseClick(window.queue.buttons[0], Qt.MouseButton.LeftButton)
        assert told_of.args == ["job-2"]
        assert desk.steered == []

    def test_a_click_chooses_and_shows_what_can_be_done(self, window: FrontDeskWindow) -> None:
        self.open(window)
        QTest.mouseClick(window.queue.rows[3], Qt.MouseButton.LeftButton)
        shown = [one.caption.text for one in window.queue.buttons if one.isVisible()]
        assert shown == ["Print again", "Send to printer B", "Print none"]

    def test_an_ill_printer_is_looked_at_again(self, window: FrontDeskWindow, qtbot) -> None:
        self.open(window)
        with qtbot.waitSignal(window.printers.look_wanted):
            press(window, Qt.Key.Key_Return)

    def test_what_has_gone_meanwhile_is_no_longer_chosen(
        self, window: FrontDeskWindow, desk: SteeredDesk
    ) -> None:
        self.open(window)
        window.queue.choose(8)
        desk.badges = desk.badges[:1]
        window.printers.look()
        press(window, Qt.Key.Key_Return)
        assert desk.steered == [("confirm", "job-0")]
        desk.badges = ()
        window.show_printers(())
        assert window.queue._acts() == []
        press(window, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Left)
        assert len(desk.steered) == 1

    @pytest.mark.parametrize("size", [(1024, 600), (1366, 768), (1920, 1080)])
    @pytest.mark.parametrize("chosen", [0, 2, 8])
    def test_rows_and_buttons_stay_inside_and_apart(
        self, window: FrontDeskWindow, size: tuple[int, int], chosen: int
    ) -> None:
        window.resize(QSize(*size))
        self.open(window)
        window.queue.choose(chosen)
        shown = [one for one in (*window.queue.rows, *window.queue.buttons) if one.isVisible()]
        assert len(shown) > 5
        apart([one.geometry() for one in shown], window.queue.rect())

    def test_it_is_fetched_only_while_somebody_sees_it(
        self, window: FrontDeskWindow, desk: SteeredDesk, monkeypatch
    ) -> None:
        asked: list[str] = []
        monkeypatch.setattr(desk, "steer_badges", lambda act, *_: asked.append(act))
        window.show_printers(two_printers(PrinterState.JAM))
        desk.badge_changed.emit("r1")
        assert asked == []
        press(window, Qt.Key.Key_P, chord=Qt.KeyboardModifier.ControlModifier)
        desk.badge_changed.emit("r1")
        assert asked == ["queue", "queue"]
        press(window, Qt.Key.Key_P, chord=Qt.KeyboardModifier.ControlModifier)
        desk.badge_changed.emit("r1")
        assert len(asked) == 2

    def test_a_scan_is_taken_while_it_is_open(
        self, window: FrontDeskWindow, desk: SteeredDesk, monkeypatch
    ) -> None:
        self.open(window)
        scans: list[str] = []
        monkeypatch.setattr(desk, "take_scan", scans.append)
        window.take_scan("CODE")
        assert scans == ["CODE"]
        assert window.queue.isVisible()


def test_with_one_printer_nothing_is_sent_elsewhere(window: FrontDeskWindow) -> None:
    window.show_printers(two_printers(PrinterState.JAM)[:1])
    line = BadgeLine("j", "r", "김견본", BadgeState.WAITING, printer="A")
    assert window.printers.acts_of_badge(line) == [Act("hold"), Act("cancel")]
    assert window.printers.acts_of_printer(window.printers.told[0]) == [
        Act("look"),
        Act("hold_printer"),
    ]


def test_a_held_printer_is_no_refuge(window: FrontDeskWindow) -> None:
    first, second = two_printers(PrinterState.JAM)
    window.show_printers((first, replace(second, state=PrinterState.HELD)))
    assert window.printers.others("A") == []
    assert not window.strip.away.isVisible()
