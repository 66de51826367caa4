"""The desk's dialogs in every state, for the manual and for looking at."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.signature import Point, Signature
from kiosk.ui.front_desk.correction_dialog import CorrectionDialog
from kiosk.ui.front_desk.group_dialog import GroupDialog
from kiosk.ui.front_desk.reason_dialog import ReasonDialog
from kiosk.ui.front_desk.sample_desk import SampleDesk
from kiosk.ui.front_desk.signing_dialog import SigningDialog
from kiosk.ui.front_desk.walk_in_dialog import WalkInDialog
from kiosk.ui.front_desk.window import FrontDeskWindow
from kiosk.ui.widgets.desk_dialog import DeskDialog

Stand = Callable[[FrontDeskWindow, SampleDesk], None]

_WALK_IN = {
    "name": "최견본",
    "phone": "010-0000-2231",
    "organisation": "포스코필바라리튬솔루션",
    "job_title": "대리",
}


def states() -> dict[str, Stand]:
    """Return every dialog's state by its name."""
    return {
        "dialog-help": lambda window, _: window.deeds.help(),
        "dialog-walk-in": _walk_in,
        "dialog-walk-in-nameless": lambda window, _: window.deeds.door.walk_in(),
        "dialog-walk-in-known": _walk_in_known,
        "dialog-walk-in-wrong": _walk_in_wrong,
        "dialog-correct": _correct,
        "dialog-undo": lambda window, _: window.deeds.door.undo(),
        "dialog-undo-reason": _undo_reason,
        "dialog-undo-reason-missing": _reason_missing,
        "dialog-reprint": _reprint,
        "dialog-notes": _notes,
        "dialog-group": _group,
        "dialog-group-done": _group_done,
        "dialog-sign": _sign,
        "dialog-scans-wait": _scans_wait,
        "contact-shown": _contact,
    }


def shown(window: FrontDeskWindow) -> DeskDialog:
    """Return the dialog that is open; there is one."""
    dialog = window.deeds.dialogs.shown
    assert dialog is not None  # noqa: S101 - a state without its dialog is no state
    return dialog


def _found(window: FrontDeskWindow) -> None:
    window.column.field.setText("ㄱㅎㅈ")
    window.reception.finish_waiting()


def _walk_in_form(window: FrontDeskWindow) -> WalkInDialog:
    window.deeds.door.walk_in()
    dialog = shown(window)
    assert isinstance(dialog, WalkInDialog)  # noqa: S101 - F3 opens no other
    return dialog


def _walk_in(window: FrontDeskWindow, _desk: SampleDesk) -> None:
    dialog = _walk_in_form(window)
    for name, text in _WALK_IN.items():
        dialog.form.fields[name].line.setText(text)
    dialog.tick.setChecked(True)
    dialog.look()


def _walk_in_known(window: FrontDeskWindow, desk: SampleDesk) -> None:
    dialog = _walk_in_form(window)
    known = desk.people[3]
    dialog.form.fields["name"].line.setText(known.name)
    dialog.form.fields["phone"].line.setText(known.phone)
    dialog.tick.setChecked(True)
    dialog.look()


def _walk_in_wrong(window: FrontDeskWindow, _desk: SampleDesk) -> None:
    dialog = _walk_in_form(window)
    dialog.tick.setChecked(True)
    dialog.form.fields["name"].line.setText("최견본")
    dialog.submit()


def _correct(window: FrontDeskWindow, _desk: SampleDesk) -> None:
    _found(window)
    window.deeds.person.correct()
    dialog = shown(window)
    assert isinstance(dialog, CorrectionDialog)  # noqa: S101 - F2 opens no other
    dialog.form.fields["seat"].line.setText("B-12")


def _undo_reason(window: FrontDeskWindow, desk: SampleDesk) -> None:
    lines: list[object] = []
    desk.deeds.list_undoable("", lines.extend, lambda _: None)
    window.deeds.door.undo_line(lines[0])  # type: ignore[arg-type]


def _reason_missing(window: FrontDeskWindow, desk: SampleDesk) -> None:
    _undo_reason(window, desk)
    shown(window).submit()


def _reprint(window: FrontDeskWindow, desk: SampleDesk) -> None:
    window.deeds.person.ask_why_again(desk.people[0])
    dialog = shown(window)
    assert isinstance(dialog, ReasonDialog)  # noqa: S101 - it was just opened
    dialog.propose("other")


def _notes(window: FrontDeskWindow, _desk: SampleDesk) -> None:
    _found(window)
    window.deeds.person.note()


def _group(window: FrontDeskWindow, _desk: SampleDesk) -> None:
    window.deeds.door.group()
    dialog = shown(window)
    assert isinstance(dialog, GroupDialog)  # noqa: S101 - F10 opens no other
    dialog.begin("견본과학기술원")


def _group_done(window: FrontDeskWindow, desk: SampleDesk) -> None:
    _group(window, desk)
    shown(window).submit()


def _sign(window: FrontDeskWindow, _desk: SampleDesk) -> None:
    _found(window)
    window.deeds.person.sign()
    dialog = shown(window)
    assert isinstance(dialog, SigningDialog)  # noqa: S101 - F7 opens no other
    wave = tuple(Point(0.2 + step * 0.02, 0.2 + 0.05 * (step % 3), step * 16) for step in range(30))
    dialog.sheet.pad.show_signature(Signature((wave,), 0.42))


def _scans_wait(window: FrontDeskWindow, desk: SampleDesk) -> None:
    _walk_in(window, desk)
    window.take_scan("SAMPLEAAAA")
    window.take_scan("SAMPLEBBBB")


def _contact(window: FrontDeskWindow, desk: SampleDesk) -> None:
    _found(window)
    person = desk.people[0]
    window.deeds.person.contact_shown.emit((person.phone, person.email))
