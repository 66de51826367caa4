"""DoorDeeds: who comes in by staff's word or leaves, and what is taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.domain.deed import DeedKind, Why
from kiosk.domain.errors import KioskError
from kiosk.domain.event import Direction
from kiosk.domain.found import LogLine, Sheet
from kiosk.domain.journal import Kind, Presence
from kiosk.domain.override import may_pass
from kiosk.domain.phone import normalise
from kiosk.domain.registration import Registration
from kiosk.domain.verdict import Outcome, Reason, Verdict
from kiosk.services.override import Pass
from kiosk.ui.front_desk import deed_words
from kiosk.ui.front_desk.dialogs import Dialogs
from kiosk.ui.front_desk.group_dialog import GroupDialog
from kiosk.ui.front_desk.reason_dialog import ReasonDialog
from kiosk.ui.front_desk.scene import Scene, Stage, Task
from kiosk.ui.front_desk.undo_dialog import UndoDialog
from kiosk.ui.front_desk.walk_in_dialog import WalkInDialog
from kiosk.ui.widgets.desk_dialog import DeskDialog

if TYPE_CHECKING:
    from kiosk.services.desk_walk_in import DeskForm, WalkedIn
    from kiosk.services.group import GroupDone
    from kiosk.ui.check_in_desk import CheckInDesk
    from kiosk.ui.front_desk.reception import Reception
    from kiosk.ui.front_desk.window import FrontDeskWindow


class DoorDeeds(QObject):
    """Open the dialogs of those who come, and show in the window what came of them.

    ``registered`` tells that a walk-in is on the roster, ``sign_wanted`` whose signature is to be
    taken next.
    """

    registered = Signal()
    sign_wanted = Signal(object)

    def __init__(
        self, window: FrontDeskWindow, desk: CheckInDesk, reception: Reception, dialogs: Dialogs
    ) -> None:
        super().__init__(window)
        self._window, self._desk, self._reception = window, desk, reception
        self._dialogs = dialogs
        self._passed: tuple[str, frozenset[Reason]] = ("", frozenset())

    @property
    def _scene(self) -> Scene:
        return self._reception.scene

    @staticmethod
    def _refuse(dialog: DeskDialog, error: KioskError) -> None:
        dialog.say(deed_words.problem(error))

    # Walk-ins (F3)

    def walk_in(self) -> None:
        """Open the form of a walk-in, with what was typed into the search."""
        asks = self._desk.event_served.privacy.basis == "consent"
        dialog = WalkInDialog(self._desk.deeds, self._window, asks=asks)
        dialog.begin(*self._typed())
        dialog.typed.connect(partial(self._register, dialog))
        dialog.known_wanted.connect(self._open_known)
        self._dialogs.open(dialog)
        dialog.begin(*self._typed())

    def _typed(self) -> tuple[str, str]:
        """Return name and number as far as the search field holds them, or whom it shows."""
        typed = self._window.column.field.query().strip()
        if typed and not any(char.isdigit() for char in typed):
            return typed, ""
        number = normalise(typed) if typed else None
        if number:
            return "", number
        person = self._scene.person
        verdict = self._scene.verdict
        if person is not None and verdict is not None and verdict.reason is Reason.CANCELLED:
            return person.name, person.phone
        return "", ""

    def _register(self, dialog: WalkInDialog, typed: DeskForm, is_signed: bool) -> None:  # noqa: FBT001 - a signal's
        done = partial(self._registered, is_signed)
        self._desk.deeds.register(self._desk.session, typed, done, dialog.refuse)

    def _registered(self, is_signed: bool, walked_in: WalkedIn) -> None:  # noqa: FBT001 - see above
        self._reception.clear()
        self.registered.emit()
        person = walked_in.verdict.registration
        if is_signed and person is not None and walked_in.verdict.outcome is Outcome.ADMIT:
            self.sign_wanted.emit(person)
        else:
            self._dialogs.close()

    def _open_known(self, registration_id: str) -> None:
        self._dialogs.close()
        self._reception.open_known(registration_id)

    # A group (F10)

    def group(self) -> None:
        """Open the guests of a company: of the person shown, else of one that is typed."""
        dialog = GroupDialog(
            self._desk.deeds, self._desk.session, self._window.tongue(), self._window
        )

        def check_in(ids: Sequence[str]) -> None:
            done: Callable[[GroupDone], None] = dialog.show_done
            self._desk.deeds.check_in_group(
                self._desk.session, ids, done, partial(self._refuse, dialog)
            )

        dialog.group_wanted.connect(check_in)
        self._dialogs.open(dialog)
        person = self._scene.person
        dialog.begin(person.organisation if person else "")

    # Past a rule (Ctrl+Enter)

    def rule_in_the_way(self) -> Reason | None:
        """Return the rule that staff may let the person shown past, or None."""
        scene, verdict = self._scene, self._scene.verdict
        if verdict is None or verdict.registration is None or verdict.session is None:
            return None
        if scene.stage not in (Stage.BEFORE, Stage.ANSWERED) or verdict.outcome is Outcome.ADMIT:
            return None
        if not may_pass(verdict.session, verdict.reason):
            return None
        presence = self._presence(verdict)
        if verdict.reason is Reason.ALREADY_IN and (presence is None or presence.inside):
            return None
        return verdict.reason

    def _presence(self, verdict: Verdict) -> Presence | None:
        sheet = self._scene.sheet
        if sheet is None or verdict.session is None:
            return None
        return sheet.presences.get(verdict.session.id, Presence())

    def let_in(self) -> None:
        """Ask why the person shown is let past the rule in the way, and check them in."""
        rule, verdict = self.rule_in_the_way(), self._scene.verdict
        if rule is None or verdict is None or verdict.registration is None:
            return
        person, session = verdict.registration, verdict.session or self._desk.session
        about = f"{person.name} · {deed_words.rule(rule)}"
        dialog = ReasonDialog(DeedKind.OVERRIDE, about, self._window)
        # A rule passed a moment ago, behind which the next one stood, stays passed for this person.
        held = self._passed[1] if self._passed[0] == person.id else frozenset()
        rules = held | {rule}

        def given(why: Why) -> None:
            passed, refused = Pass(rules, why), partial(self._refuse, dialog)
            done = partial(self._let_in, person, rules)
            self._desk.deeds.override(session, person.id, passed, done, refused)

        dialog.given.connect(given)
        self._dialogs.open(dialog)

    def _let_in(self, person: Registration, rules: frozenset[Reason], verdict: Verdict) -> None:
        came = verdict.outcome is Outcome.ADMIT
        self._passed = ("", frozenset()) if came else (person.id, rules)
        self._dialogs.close()

    # Leaving (Ctrl+E)

    def can_leave(self) -> bool:
        """Tell whether the person shown is inside the session that is served."""
        sheet = self._scene.sheet
        held = sheet.presences.get(self._desk.session.id) if sheet else None
        return held is not None and held.inside

    def check_out(self) -> None:
        """Say that the person shown leaves."""
        person = self._scene.person
        if person is not None and self.can_leave():
            self._desk.deeds.check_out(
                self._desk.session, person.id, lambda _: None, self._fail_to_record
            )

    def _fail_to_record(self, error: KioskError) -> None:
        self._reception.tell(Scene(Stage.FAILED, task=Task.RECORD, code=error.code))

    # Undoing (Ctrl+Z, or a line of the log)

    def undo(self) -> None:
        """Undo at once what this desk has just done; later, ask which entry."""
        if self._reception.undo_seconds_left():
            self._reception.undo()
            return
        person = self._scene.person
        self._desk.deeds.list_undoable(
            person.id if person else "", self._offer_lines, self._fail_to_record
        )

    def _offer_lines(self, lines: tuple[LogLine, ...]) -> None:
        if self._dialogs.shown is not None:
            return
        dialog = UndoDialog(self._desk.event_served, self._window.tongue(), self._window)
        dialog.show_lines(lines)
        dialog.line_chosen.connect(self.undo_line)
        self._dialogs.open(dialog)

    def undo_line(self, line: LogLine) -> None:
        """Ask why an entry is to be undone, and undo it."""
        if not line.can_be_undone:
            return
        tongue = self._window.tongue()
        session = tongue.title(self._desk.event_served.session(line.session))
        about = " · ".join(part for part in (line.name, tongue.clock(line.at), session) if part)
        dialog = ReasonDialog(DeedKind.UNDO, about, self._window)

        def given(why: Why) -> None:
            refused = partial(self._refuse, dialog)
            self._desk.deeds.undo(line.entry, why, lambda _: self._undone(line), refused)

        dialog.given.connect(given)
        self._dialogs.open(dialog)

    def _undone(self, line: LogLine) -> None:
        self._dialogs.close()
        self._reception.forget_undoable(line.entry)
        if line.kind is not Kind.NOTE and line.registration:
            self._desk.show(line.registration, partial(self._show_undone, line))

    def _show_undone(self, line: LogLine, sheet: Sheet) -> None:
        way = Direction.OUT if line.kind is Kind.OUT else Direction.IN
        session = self._desk.event_served.session(line.session)
        verdict = Verdict(Outcome.ADMIT, Reason.OK, way, sheet.registration, session)
        self._reception.tell(Scene(Stage.UNDONE, verdict, sheet))
