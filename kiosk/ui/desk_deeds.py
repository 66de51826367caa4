"""DeskDeeds: what staff do beyond a check-in, on the lane that owns the store."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from kiosk.domain.errors import KioskError
from kiosk.domain.event import Direction, Session
from kiosk.domain.registration import Registration
from kiosk.domain.signing import Signing
from kiosk.domain.verdict import Scan, Verdict
from kiosk.domain.walk_in import WalkInForm
from kiosk.lanes import Lanes
from kiosk.ui.lane_calls import call, worded

if TYPE_CHECKING:
    from kiosk.domain.deed import Why
    from kiosk.domain.found import LogLine
    from kiosk.services.correction import Corrected
    from kiosk.services.desk_walk_in import Alike, DeskForm, WalkedIn
    from kiosk.services.group import GroupDone, Guest
    from kiosk.services.notes import Note
    from kiosk.services.open_desk import OpenDesk
    from kiosk.services.override import Pass
    from kiosk.services.reveal import Revealed

Failed = Callable[[KioskError], None]


class DeskDeeds(QObject):
    """Each deed is durable when ``done`` is called, and ``failed`` says that none of it is.

    ``answered`` carries the Verdict of whoever came in or left by a deed, ``changed`` tells that
    counts and log may be others, ``badge_changed`` whose badge moved on.
    """

    answered = Signal(object)
    changed = Signal()
    badge_changed = Signal(str)

    def __init__(
        self,
        lanes: Lanes,
        desk: OpenDesk,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._lanes, self._desk, self._now = lanes, desk, now

    # Undoing

    def list_undoable(self, registration_id: str, done: Callable[[tuple[LogLine, ...]], None],
                      failed: Failed) -> None:  # fmt: skip
        """Fetch what may be undone: a person's own entries, else the event's latest."""
        self._ask("undo.undoable", (registration_id,), done, failed)

    def undo(self, entry_id: str, why: Why, done: Callable[[str], None], failed: Failed) -> None:
        """Undo any entry, with a reason."""
        self._ask("undo.undo", (entry_id, why), self._then_changed(done), failed)

    # Registering and correcting

    def find_alike(self, form: WalkInForm, done: Callable[[tuple[Alike, ...]], None]) -> None:
        """Fetch who may be the one being typed; a failure is said by what follows."""
        self._ask("desk_walk_in.alike", (form,), done, _keep_silent)

    def find_organisations(self, typed: str, done: Callable[[list[str]], None]) -> None:
        """Fetch organisations of the roster for what is typed of one."""
        self._ask("walk_in.organisations", (typed,), done, _keep_silent)

    def register(
        self, session: Session, typed: DeskForm, done: Callable[[WalkedIn], None], failed: Failed
    ) -> None:
        """Register a walk-in, check them in and queue the badge."""

        def registered(walked_in: WalkedIn) -> None:
            done(walked_in)
            self.answered.emit(walked_in.verdict)
            self.changed.emit()

        seen = Scan(self._now())
        self._ask("desk_walk_in.register", (session, typed, seen), registered, failed)

    def correct(
        self,
        seen: Registration,
        wanted: Registration,
        done: Callable[[Corrected], None],
        failed: Failed,
    ) -> None:
        """Change a registration, where nobody else changed the same fields meanwhile."""
        self._ask("correction.correct", (seen, wanted), self._then_changed(done), failed)

    # Coming in and leaving

    def override(
        self, session: Session, registration_id: str, passed: Pass,
        done: Callable[[Verdict], None], failed: Failed,
    ) -> None:  # fmt: skip
        """Let somebody in past rules of the door."""
        arguments = (session, registration_id, Scan(self._now()), passed)
        self._ask("override.admit", arguments, self._then_told(done), failed)

    def check_out(
        self, session: Session, registration_id: str, done: Callable[[Verdict], None],
        failed: Failed,
    ) -> None:  # fmt: skip
        """Say that somebody leaves, in a session of any kind."""
        seen = Scan(self._now(), Direction.OUT)
        self._ask(
            "check_in.check_in", (session, registration_id, seen), self._then_told(done), failed
        )

    def list_guests(
        self, session: Session, organisation: str, done: Callable[[tuple[Guest, ...]], None],
        failed: Failed,
    ) -> None:  # fmt: skip
        """Fetch a company's guests, each with what would be answered now."""
        self._ask("group.guests", (session, organisation, Scan(self._now())), done, failed)

    def check_in_group(
        self, session: Session, registration_ids: Sequence[str],
        done: Callable[[GroupDone], None], failed: Failed,
    ) -> None:  # fmt: skip
        """Check people in one by one; ``done`` hears a verdict of each."""

        def came(told: GroupDone) -> None:
            done(told)
            self.changed.emit()
            for verdict in told.verdicts:
                if verdict.badge_job and verdict.registration:
                    self.badge_changed.emit(verdict.registration.id)

        arguments = (session, tuple(registration_ids), Scan(self._now()))
        self._ask("group.check_in_all", arguments, came, failed)

    # What belongs to somebody who is there

    def reprint(
        self, registration_id: str, why: Why, done: Callable[[int], None], failed: Failed
    ) -> None:
        """Queue one more badge, with a reason."""

        def queued(times: int) -> None:
            done(times)
            self.badge_changed.emit(registration_id)

        self._ask("reprint.reprint", (registration_id, why), queued, failed)

    def list_notes(
        self, registration_id: str, done: Callable[[tuple[Note, ...]], None], failed: Failed
    ) -> None:
        """Fetch the notes on somebody, the newest first."""
        self._ask("notes.of_person", (registration_id,), done, failed)

    def add_note(
        self, session: Session, registration_id: str, words: str, done: Callable[[str], None],
        failed: Failed,
    ) -> None:  # fmt: skip
        """Keep a note on somebody."""
        self._ask("notes.add", (session, registration_id, words), self._then_changed(done), failed)

    def sign(
        self, session: Session, registration_id: str, signing: Signing,
        done: Callable[[str], None], failed: Failed,
    ) -> None:  # fmt: skip
        """Keep a signature for the entry that somebody came in by."""
        self._ask("signing.sign", (session, registration_id, signing), done, failed)

    def reveal(
        self, registration_id: str, done: Callable[[Revealed], None], failed: Failed
    ) -> None:
        """Open somebody's number and address, once the access log says so."""
        self._ask("reveal.reveal", (registration_id,), done, failed)

    def note_correction(self, registration_id: str, failed: Failed) -> None:
        """Say in the access log that somebody's number and address are opened to be corrected."""
        self._ask("reveal.reveal", (registration_id, "correction"), lambda _: None, failed)

    # How it is asked

    def _ask(
        self, service: str, arguments: tuple[object, ...], done: Callable[[Any], None],
        failed: Failed,
    ) -> None:  # fmt: skip
        module, _, name = service.partition(".")
        self._lanes.run(
            "desk", call, module, name, self._desk, *arguments,
            done=done, failed=lambda error: failed(worded(error)), owner=self,
        )  # fmt: skip

    def _then_changed(self, done: Callable[[Any], None]) -> Callable[[Any], None]:
        def changed(told: object) -> None:
            done(told)
            self.changed.emit()

        return changed

    def _then_told(self, done: Callable[[Verdict], None]) -> Callable[[Verdict], None]:
        def told(verdict: Verdict) -> None:
            # First what is shown: ``done`` may let a scan go that waited before a dialog.
            self.answered.emit(verdict)
            done(verdict)

        return told


def _keep_silent(_: KioskError) -> None:
    """Leave a help to typing out: whatever is wrong is said when something is written."""
