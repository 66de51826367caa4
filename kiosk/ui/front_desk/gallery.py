"""The desk's window in every state, for the manual and for looking at."""

from __future__ import annotations

from collections.abc import Callable, Generator
from datetime import datetime, timedelta

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from kiosk.domain.event import Direction
from kiosk.domain.found import Counts, Overview
from kiosk.domain.hangul import from_keys
from kiosk.domain.journal import Presence
from kiosk.domain.printer import TROUBLES, PrinterState
from kiosk.domain.registration import Registration, Status
from kiosk.domain.request import RequestKind
from kiosk.domain.scanner import Port
from kiosk.domain.scanner_check import TEST_CODE, End, Reading
from kiosk.domain.settings import DeskTheme
from kiosk.domain.verdict import Outcome, Reason, Verdict
from kiosk.services.qr_image import qr_image
from kiosk.ui import theme
from kiosk.ui.front_desk import deed_gallery
from kiosk.ui.front_desk.device_states import CameraState, ScannerState
from kiosk.ui.front_desk.sample_desk import EVENT, NOW, QUESTIONS, SampleDesk, people, request
from kiosk.ui.front_desk.sample_printers import two_printers, waiting_badges
from kiosk.ui.front_desk.scene import Scene, Stage, Task
from kiosk.ui.front_desk.window import FrontDeskWindow

SCREEN = "front-desk"

_NOBODY = frozenset(
    {Reason.UNREADABLE, Reason.UNKNOWN, Reason.OTHER_EVENT, Reason.AMBIGUOUS, Reason.REVOKED}
)
_ASKS = frozenset({Reason.ALREADY_IN, Reason.PENDING, Reason.NEEDS_ANSWERS})


def verdict_for(reason: Reason, person: Registration | None = None) -> Verdict:
    """Return a sample verdict with the facts that its sentence names."""
    sample = people()
    default = {
        Reason.OK: sample[0],
        Reason.ALREADY_IN: sample[2],
        Reason.CANCELLED: sample[4],
        Reason.PENDING: sample[5],
        Reason.NOT_YET_VALID: sample[7],
        Reason.EXPIRED: sample[7],
        Reason.BLOCKED: sample[3]._replace(status=Status.BLOCKED),
        Reason.UNAPPROVED: sample[3]._replace(status=Status.UNAPPROVED),
    }
    someone = person or default.get(reason, sample[3])
    outcome = (
        Outcome.ADMIT if reason is Reason.OK else Outcome.ASK if reason in _ASKS else Outcome.REFUSE
    )
    session = EVENT.sessions[0]
    return Verdict(
        outcome,
        reason,
        Direction.IN,
        None if reason in _NOBODY else someone,
        session,
        first_at=NOW - timedelta(minutes=22),
        entry="sample-entry" if reason is Reason.OK else "",
        open_questions=tuple(one.id for one in QUESTIONS) if reason is Reason.NEEDS_ANSWERS else (),
        opens_at=session.doors_at,
    )


def screens(
    size: QSize | None = None, language: str = "ko", worn: DeskTheme = DeskTheme.LIGHT
) -> Generator[tuple[str, str, FrontDeskWindow], None, None]:
    """Yield the screen's name, the state's name and the window in it, at a size in pixels.

    Each window lives until the next one is asked for.
    """
    for state, act in _states().items():
        desk = SampleDesk()
        desk.worn = worn
        window = FrontDeskWindow(desk, clock=_clock)
        window.set_language(language)
        window.show_printers(two_printers()[:1])
        window.resize(size or QSize(1366, 768))
        act(window, desk)
        window.reception.finish_waiting()
        try:
            yield SCREEN, state, window
        finally:
            window.close()
            theme.wear(theme.LIGHT)
            window.set_language("en")
            window.deleteLater()


def _clock() -> datetime:
    return NOW


_Act = Callable[[FrontDeskWindow, SampleDesk], None]


def _states() -> dict[str, _Act]:
    states: dict[str, _Act] = {
        "ready": lambda _window, _desk: None,
        "ready-faults": _faults,
        "ready-all-arrived": _all_here,
        "candidates": lambda window, _: window.column.field.setText("ㄱㅎㅈ"),
        "candidate-already": _second,
        "candidate-long-name": _last,
        "no-match": lambda window, _: window.column.field.setText("없는 사람?"),
        "sessions": lambda window, _: window.offer_sessions(),
        "checking": lambda window, _: window.reception.tell(Scene(Stage.CHECKING)),
        "undone": _undone,
        "leaving": _leaving,
        "request": lambda _window, desk: desk.ask(request(RequestKind.HELP, 17, "UNKNOWN")),
        "request-taken": _taken,
        "requests-many": _many,
        "scanner-remedy": _remedy,
        "scanner-check": lambda window, _: _check(window),
        "scanner-check-good": lambda window, _: _check(window, Reading(TEST_CODE, End.ENTER, 6)),
        "scanner-check-works": lambda window, _: _check(window, _KOREAN),
        "scanner-check-change": lambda window, _: _check(window, _FOREIGN),
        "scanner-ports": _ports,
        **deed_gallery.states(),
    }
    for state in (*TROUBLES, PrinterState.HELD, PrinterState.SLOW, PrinterState.LOW):
        states[f"printer-{state}"] = _printer(state)
    states["printer-queue"] = _queue
    for reason in Reason:
        states[f"verdict-{reason.lower().replace('_', '-')}"] = _verdict(reason)
    for task in Task:
        states[f"failed-{task}"] = _failure(task)
    return states


def _all_here(_window: FrontDeskWindow, desk: SampleDesk) -> None:
    desk.overview_changed.emit(Overview(Counts(214, 214, 214, 9, 3)))


def _faults(window: FrontDeskWindow, _desk: SampleDesk) -> None:
    window.set_scanner_state(ScannerState.MISSING)
    window.set_camera_state(CameraState.MISSING)
    window.show_printers(two_printers(PrinterState.OFFLINE)[:1])


def _printer(state: PrinterState) -> _Act:
    def act(window: FrontDeskWindow, desk: SampleDesk) -> None:
        desk.badges = waiting_badges()[2:]
        desk.answered.emit(verdict_for(Reason.OK))
        window.show_printers(two_printers(state))

    return act


def _queue(window: FrontDeskWindow, desk: SampleDesk) -> None:
    desk.badges = waiting_badges()
    desk.answered.emit(verdict_for(Reason.OK))
    window.show_printers(two_printers(PrinterState.NO_PAPER))
    window.turn_queue()
    window.queue.choose(2)


_KOREAN = Reading(f"]Q1{from_keys(TEST_CODE)}", End.NONE, 68, is_composed=True)
_FOREIGN = Reading(f"##{TEST_CODE}//", End.TAB, 140)


def _code() -> QImage:
    """Return the test code's picture; the program draws it off the window's thread."""
    dots = qr_image(TEST_CODE, 8, border=2).convert("L")
    wide, tall = dots.size
    return QImage(dots.tobytes(), wide, tall, wide, QImage.Format.Format_Grayscale8).copy()


def _check(window: FrontDeskWindow, reading: Reading | None = None) -> None:
    window.check_scanner()
    window.wizard.show_code(_code())
    if reading is not None:
        window.wizard.take_reading(reading)


def _ports(window: FrontDeskWindow, _desk: SampleDesk) -> None:
    window.set_scanner_state(ScannerState.DENIED, port="ttyACM0", group="dialout")
    _check(window)
    window.wizard.turn.click()
    window.wizard.show_ports(
        [Port("ttyS0", "/dev/ttyS0"), Port("ttyACM0", "/dev/ttyACM0", "1eab:1d06", "SN-0042")]
    )
    window.wizard.show_scanner(window.top.chips[1], "serial:1eab:1d06:SN-0042")


def _remedy(window: FrontDeskWindow, _desk: SampleDesk) -> None:
    window.set_scanner_state(ScannerState.IN_USE, port="ttyACM0")
    window.top.chip_pressed.emit(1)


def _second(window: FrontDeskWindow, _desk: SampleDesk) -> None:
    window.column.field.setText("ㄱㅎㅈ")
    window.reception.finish_waiting()
    window.reception.choose(2)


def _last(window: FrontDeskWindow, _desk: SampleDesk) -> None:
    window.column.field.setText("max")
    window.reception.finish_waiting()
    window.reception.choose(6)


def _undone(window: FrontDeskWindow, desk: SampleDesk) -> None:
    desk.answered.emit(verdict_for(Reason.OK))
    window.reception.undo()


def _leaving(_window: FrontDeskWindow, desk: SampleDesk) -> None:
    desk.answered.emit(verdict_for(Reason.OK)._replace(direction=Direction.OUT))


def _taken(window: FrontDeskWindow, desk: SampleDesk) -> None:
    desk.ask(request(RequestKind.HELP, 18, "too-often", 4), request(RequestKind.BADGE, 4, "BADGE"))
    window.requests.serve()


def _many(_window: FrontDeskWindow, desk: SampleDesk) -> None:
    desk.ask(request(RequestKind.CALL, 3, "CALL"), request(RequestKind.HELP, 100, "PENDING", 6))
    desk.ask(request(RequestKind.BADGE, 4, "BADGE", 7))
    desk.ask(*(request(RequestKind.HELP, number, "crowd") for number in range(20, 25)))
    desk.accept_request("request-call-3", "데스크 B")
    desk.answered.emit(verdict_for(Reason.OK))


def _verdict(reason: Reason) -> _Act:
    def act(_window: FrontDeskWindow, desk: SampleDesk) -> None:
        verdict = verdict_for(reason)
        if verdict.entry and verdict.registration:
            desk.presences[verdict.registration.id] = Presence((NOW,), inside=True)
        desk.told = (verdict.registration,) if verdict.registration else ()
        desk.answered.emit(verdict)

    return act


def _failure(task: Task) -> _Act:
    return lambda window, _: window.reception.tell(
        Scene(Stage.FAILED, task=task, code="STORE_NOT_WRITABLE")
    )
