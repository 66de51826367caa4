"""SampleDeeds: deeds among invented people, for drawing dialogs and trying their keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kiosk.domain.deed import Why
from kiosk.domain.event import Direction, Session
from kiosk.domain.found import LogLine
from kiosk.domain.journal import Kind
from kiosk.domain.registration import Registration
from kiosk.domain.signing import Signing
from kiosk.domain.verdict import Outcome, Reason, Verdict
from kiosk.domain.walk_in import WalkInForm
from kiosk.services.correction import Corrected
from kiosk.services.desk_walk_in import Alike, DeskForm, WalkedIn
from kiosk.services.group import GroupDone, Guest
from kiosk.services.notes import Note
from kiosk.services.override import Pass
from kiosk.services.reveal import Revealed
from kiosk.ui.desk_deeds import DeskDeeds, Failed

if TYPE_CHECKING:
    from kiosk.ui.front_desk.sample_desk import SampleDesk

_STATES = (Reason.OK, Reason.ALREADY_IN, Reason.OK, Reason.CANCELLED, Reason.OK)


class SampleDeeds(DeskDeeds):
    """Answer at once; nothing is written anywhere."""

    def __init__(self, desk: SampleDesk, now: datetime) -> None:
        QObject.__init__(self, desk)
        self._sample, self._at = desk, now

    def _person(self, registration_id: str) -> Registration:
        return next(one for one in self._sample.people if one.id == registration_id)

    def list_undoable(
        self,
        registration_id: str,  # noqa: ARG002 - the sample's entries are anybody's
        done: Callable[[tuple[LogLine, ...]], None],
        failed: Failed,  # noqa: ARG002 - never
    ) -> None:
        """Tell the sample's entries."""
        kinds = (Kind.IN, Kind.OUT, Kind.IN, Kind.NOTE, Kind.IN)
        done(
            tuple(
                LogLine(
                    self._at - timedelta(minutes=7 * at),
                    kind,
                    person.name,
                    f"entry-{at}",
                    undone=False,
                    desk="데스크 A" if at % 2 else "",
                    session="seminar",
                    registration=person.id,
                )
                for at, (kind, person) in enumerate(
                    zip(kinds, self._sample.people, strict=False), start=1
                )
            )
        )

    def undo(self, entry_id: str, why: Why, done: Callable[[str], None], failed: Failed) -> None:  # noqa: ARG002
        """Say that it is undone."""
        done(f"void-of-{entry_id}")

    def find_alike(self, form: WalkInForm, done: Callable[[tuple[Alike, ...]], None]) -> None:
        """Find the sample's people by their whole names."""
        same = [one for one in self._sample.people if one.name == form.name]
        done(tuple(Alike(one, same_phone=one.phone == form.phone) for one in same))

    def find_organisations(self, typed: str, done: Callable[[list[str]], None]) -> None:
        """Find the sample's organisations by their beginning."""
        known = {one.organisation for one in self._sample.people}
        done([one for one in sorted(known) if one and one.startswith(typed)])

    def register(
        self,
        session: Session,
        typed: DeskForm,
        done: Callable[[WalkedIn], None],
        failed: Failed,  # noqa: ARG002 - never
    ) -> None:
        """Say that the walk-in is in."""
        form = typed.form
        person = Registration("walk-in", form.name, organisation=form.organisation)
        self._sample.told = (person,)
        verdict = Verdict(
            Outcome.ADMIT, Reason.OK, Direction.IN, person, session, self._at, "entry-walk-in"
        )
        done(WalkedIn(verdict, was_known=False))
        self._sample.answered.emit(verdict)

    def correct(
        self,
        seen: Registration,
        wanted: Registration,
        done: Callable[[Corrected], None],
        failed: Failed,  # noqa: ARG002 - never
    ) -> None:
        """Say that it is corrected."""
        self._sample.people = tuple(
            wanted if one.id == seen.id else one for one in self._sample.people
        )
        done(Corrected(wanted, ("name",), has_wrong_badge=seen.name != wanted.name))

    def override(
        self,
        session: Session,
        registration_id: str,
        passed: Pass,  # noqa: ARG002 - any
        done: Callable[[Verdict], None],
        failed: Failed,  # noqa: ARG002 - never
    ) -> None:
        """Say that the person is in."""
        person = self._person(registration_id)
        entry = "entry-override"
        verdict = Verdict(Outcome.ADMIT, Reason.OK, Direction.IN, person, session, self._at, entry)
        done(verdict)
        self._sample.answered.emit(verdict)

    def check_out(
        self,
        session: Session,
        registration_id: str,
        done: Callable[[Verdict], None],
        failed: Failed,  # noqa: ARG002 - never
    ) -> None:
        """Say that the person has left."""
        person = self._person(registration_id)
        verdict = Verdict(
            Outcome.ADMIT, Reason.OK, Direction.OUT, person, session, self._at, "entry-out"
        )
        done(verdict)
        self._sample.answered.emit(verdict)

    def list_guests(
        self,
        session: Session,
        organisation: str,
        done: Callable[[tuple[Guest, ...]], None],
        failed: Failed,  # noqa: ARG002 - never
    ) -> None:
        """Tell the sample's first people as one company's, each with another forecast."""
        if not organisation:
            done(())
            return
        people = [one._replace(organisation=organisation) for one in self._sample.people[:5]]
        done(tuple(Guest(one, self._verdict(one, at, session)) for at, one in enumerate(people)))

    def _verdict(self, person: Registration, at: int, session: Session) -> Verdict:
        reason = _STATES[at]
        outcomes = {Reason.OK: Outcome.ADMIT, Reason.ALREADY_IN: Outcome.ASK}
        outcome = outcomes.get(reason, Outcome.REFUSE)
        first_at = self._at if reason is Reason.ALREADY_IN else None
        return Verdict(outcome, reason, Direction.IN, person, session, first_at)

    def check_in_group(
        self,
        session: Session,
        registration_ids: Sequence[str],
        done: Callable[[GroupDone], None],
        failed: Failed,  # noqa: ARG002 - never
    ) -> None:
        """Let the first ones in and find the last place taken."""
        told = []
        for at, one in enumerate(registration_ids):
            person = self._person(one)
            if at and at == len(registration_ids) - 1:
                told.append(Verdict(Outcome.REFUSE, Reason.FULL, Direction.IN, person, session))
            else:
                told.append(
                    Verdict(
                        Outcome.ADMIT, Reason.OK, Direction.IN, person, session, self._at, f"e{at}"
                    )
                )
        done(GroupDone(tuple(told)))

    def reprint(
        self,
        registration_id: str,
        why: Why,  # noqa: ARG002 - any
        done: Callable[[int], None],
        failed: Failed,  # noqa: ARG002 - never
    ) -> None:
        """Say that a badge is queued."""
        done(1)
        self._sample.badge_changed.emit(registration_id)

    def list_notes(
        self,
        registration_id: str,
        done: Callable[[tuple[Note, ...]], None],
        failed: Failed,  # noqa: ARG002 - never
    ) -> None:
        """Tell two notes."""
        words = (
            "주차권을 드렸습니다. 회의가 끝나면 정문에서 차량을 불러 드리기로 했습니다.",
            "보청기를 쓰십니다",
        )
        earlier = timedelta(minutes=12)
        done(
            tuple(
                Note(f"{registration_id}-{at}", self._at - at * earlier, text)
                for at, text in enumerate(words)
            )
        )

    def add_note(
        self,
        session: Session,  # noqa: ARG002 - any
        registration_id: str,
        words: str,  # noqa: ARG002 - any
        done: Callable[[str], None],
        failed: Failed,  # noqa: ARG002 - never
    ) -> None:
        """Say that it is kept."""
        done(f"note-{registration_id}")

    def sign(
        self,
        session: Session,  # noqa: ARG002 - any
        registration_id: str,
        signing: Signing,  # noqa: ARG002 - any
        done: Callable[[str], None],
        failed: Failed,  # noqa: ARG002 - never
    ) -> None:
        """Say that it is kept."""
        done(f"entry-of-{registration_id}")

    def reveal(
        self,
        registration_id: str,
        done: Callable[[Revealed], None],
        failed: Failed,  # noqa: ARG002 - never
    ) -> None:
        """Tell a sample number."""
        person = self._person(registration_id)
        done(Revealed(person.id, person.phone, person.email))

    def note_correction(self, registration_id: str, failed: Failed) -> None:
        """Keep no log of samples."""
