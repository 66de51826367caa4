"""Reception: what the desk's window does with what is typed, scanned and pressed."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from kiosk.domain.errors import KioskError
from kiosk.domain.event import Direction
from kiosk.domain.found import Counts, Hit, Overview, Sheet
from kiosk.domain.journal import Presence
from kiosk.domain.registration import Registration
from kiosk.domain.signing import Signing
from kiosk.domain.verdict import Reason, Scan, Verdict, decide
from kiosk.ui.front_desk.scene import Act, Candidates, Scene, Stage, Task
from kiosk.ui.front_desk.typed import may_be_code

if TYPE_CHECKING:
    from kiosk.ui.check_in_desk import CheckInDesk

log = logging.getLogger(__name__)

UNDO_FOR = timedelta(seconds=30)
"""Source: design tokens, time_s.undo_window_desk."""
_SEARCH_AFTER_MS = 15
_PICTURE_AFTER_MS = 120
"""A badge is drawn only once the choice rests: nobody sees the ones passed by while typing."""
_SAY_CHECKING_AFTER_MS = 400
"""Source: copy k.wel.checking, shown only if the answer takes longer."""


@dataclass(frozen=True, slots=True)
class Undoable:
    """The last entry that this desk made, and until when one key undoes it."""

    verdict: Verdict
    until: datetime


class Reception(QObject):
    """Turn keys and scans into questions to the desk, and its answers into scenes.

    ``scene_changed`` carries a Scene, ``candidates_changed`` Candidates, ``picture_changed`` a
    QImage or None; ``field_cleared`` tells that what was typed is used up.
    """

    scene_changed = Signal(object)
    candidates_changed = Signal(object)
    picture_changed = Signal(object)
    field_cleared = Signal()

    def __init__(
        self, desk: CheckInDesk, clock: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._clock = desk, clock
        self._counts = Counts()
        self.scene, self.candidates = Scene(), Candidates()
        self._query, self._question = "", 0
        self._recording = 0
        self._task: Task | None = None
        self._undoable: Undoable | None = None
        self._confirmed = self._wanted_code = ""
        self._search = self._timer(_SEARCH_AFTER_MS, self._ask)
        self._picture = self._timer(_PICTURE_AFTER_MS, self._ask_picture)
        self._checking = self._timer(_SAY_CHECKING_AFTER_MS, self._say_checking)
        desk.answered.connect(self._answered)
        desk.failed.connect(self._failed)
        desk.badge_changed.connect(self._badge_changed)
        desk.session_changed.connect(self._session_changed)
        desk.overview_changed.connect(self._overview_changed)

    def _timer(self, after_ms: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self, interval=after_ms, singleShot=True)
        timer.timeout.connect(slot)
        return timer

    # What staff do

    def search(self, query: str) -> None:
        """Look for what is typed, once typing rests for some milliseconds."""
        query = query.strip()
        if query == self._query:
            return
        self._query = query
        self._question += 1
        if query:
            self._search.start()
        else:
            self._search.stop()
            self._show_candidates(Candidates())
            self._leave_forecast()

    def choose(self, index: int) -> None:
        """Show the candidate of an index; one that is not there changes nothing."""
        if 0 <= index < len(self.candidates.hits):
            self._show_candidates(replace(self.candidates, chosen=index))
            hit = self.candidates.hits[index]
            self._forecast(hit.registration, hit.presence)

    def step(self, by: int) -> None:
        """Move the choice up or down, and stop at the ends."""
        last = len(self.candidates.hits) - 1
        self.choose(max(0, min(last, self.candidates.chosen + by)))

    def open(self, person: Registration) -> None:
        """Show a person from the list of guests still to come."""
        self._forecast(person, Presence())

    def open_known(self, registration_id: str) -> None:
        """Show the person whom a touchscreen's request names; what is done meanwhile wins."""
        if not self._recording:
            self._forget_search()
            self._task = Task.FIND
            self._desk.show(registration_id, partial(self._opened, self._question))

    def confirm(self) -> None:
        """Do what Enter stands for; nothing while an answer or a newer search is under way.

        A code that came as typing, through an input method, is taken as the scan it was.
        """
        self._wanted_code = self._query if may_be_code(self._query) else ""
        if self._search.isActive():
            self._search.stop()
            self._ask()
        elif self._query == self.candidates.query:
            self._take_code() if self._is_wanted_code() else self._act()

    def _act(self) -> None:
        person, act = self.scene.person, self.scene.act
        if person is None or self._recording:
            return
        if act is Act.CHECK_IN:
            self._check_in(person.id)
        elif act is Act.CONFIRM:
            self._confirmed = person.id
            self._check_in(person.id, confirm=True)

    def submit(self, answers: Mapping[str, object]) -> None:
        """Check the person in with the answers to the open questions."""
        person = self.scene.person
        if person is None or self._recording or self.scene.act is not Act.ANSWER:
            return
        self._check_in(person.id, confirm=self._confirmed == person.id, answers=answers)

    def check_in_signed(self, registration_id: str, signing: Signing) -> None:
        """Check in somebody who has just signed; the signature is kept with the entry."""
        self._begin_record()
        self._desk.check_in(registration_id, signing=signing)

    def take_scan(self, text: str) -> None:
        """Answer a scan, whatever is shown: a scan wins over everything."""
        self._begin_record()
        self._desk.take_scan(text)

    def undo(self) -> None:
        """Undo the last check-in of this desk while its time runs."""
        undoable = self._undoable
        if undoable is None or not self.undo_seconds_left():
            return
        self._undoable = None
        self._task = Task.UNDO
        self._desk.undo(undoable.verdict.entry, partial(self._undone, undoable.verdict))

    def forget_undoable(self, entry_id: str) -> None:
        """Undo nothing at once any more, where that has been undone another way."""
        if self._undoable is not None and self._undoable.verdict.entry == entry_id:
            self._undoable = None

    def undo_seconds_left(self) -> int:
        """Return how many seconds the last check-in can still be undone, rounded up."""
        if self._undoable is None:
            return 0
        left = self._undoable.until - self._clock()
        return max(0, -(-left // timedelta(seconds=1)))

    def can_print_again(self) -> bool:
        """Tell whether the person shown may be given a badge: one who came, by what is recorded."""
        scene = self.scene
        if scene.sheet is None or scene.stage not in (Stage.BEFORE, Stage.ANSWERED):
            return False
        return any(presence.has_come for presence in scene.sheet.presences.values())

    def print_again(self) -> None:
        """Queue one more badge of the person shown."""
        if self.scene.person is not None and self.can_print_again():
            self._task = Task.BADGE
            self._desk.print_again(self.scene.person.id)

    def clear(self) -> None:
        """Forget the person and what was typed: ready for the next guest."""
        self._forget_search()
        self.tell(Scene())

    def finish_waiting(self) -> None:
        """Do at once what rests for some milliseconds: the search and the badge's picture."""
        for timer, work in ((self._search, self._ask), (self._picture, self._ask_picture)):
            if timer.isActive():
                timer.stop()
                work()

    # What comes of it

    def _check_in(
        self, person: str, *, confirm: bool = False, answers: Mapping[str, object] | None = None
    ) -> None:
        self._begin_record()
        self._desk.check_in(person, confirm=confirm, answers=answers)

    def _begin_record(self) -> None:
        self._forget_search()
        self._recording += 1
        self._task = Task.RECORD
        self._checking.start()

    def _forget_search(self) -> None:
        self._search.stop()
        self._question += 1
        self._query = self._wanted_code = ""
        self._show_candidates(Candidates())
        self.field_cleared.emit()

    def _ask(self) -> None:
        self._task = Task.FIND
        self._desk.find(self._query, partial(self._found, self._question, self._query))

    def _found(self, question: int, query: str, hits: list[Hit]) -> None:
        if question != self._question:
            return
        self._task = None
        self._show_candidates(Candidates(query, tuple(hits)))
        if hits:
            self.choose(0)
        elif self._is_wanted_code():
            self._take_code()
        else:
            self.tell(Scene())

    def _opened(self, question: int, sheet: Sheet) -> None:
        if question == self._question:
            self._task = None
            came = sheet.presences.get(self._desk.session.id, Presence())
            self._forecast(sheet.registration, came)

    def _is_wanted_code(self) -> bool:
        found = bool(self.candidates.hits)
        return bool(self._query) and self._query == self._wanted_code and not found

    def _take_code(self) -> None:
        self.take_scan(self._query)

    def _forecast(self, person: Registration, presence: Presence) -> None:
        event, session = self._desk.event_served, self._desk.session
        # What was answered earlier only the desk knows: the forecast takes all as answered.
        verdict = decide(
            event,
            session,
            person,
            presence,
            Scan(self._clock(), Direction.AUTO),
            taken=self._counts.come,
            known_answers=frozenset(question.id for question in event.questions),
        )
        self.tell(Scene(Stage.BEFORE, verdict))
        self._fetch_sheet()

    def _leave_forecast(self) -> None:
        if self.scene.stage is Stage.BEFORE:
            self.tell(Scene())

    def _answered(self, verdict: Verdict) -> None:
        self._end_record()
        if verdict.reason is not Reason.NEEDS_ANSWERS:
            self._confirmed = ""
        if verdict.entry:
            self._undoable = Undoable(verdict, self._clock() + UNDO_FOR)
        self.tell(Scene(Stage.ANSWERED, verdict))
        self._fetch_sheet()

    def _end_record(self) -> None:
        self._recording = max(0, self._recording - 1)
        self._checking.stop()
        self._task = None

    def _undone(self, verdict: Verdict) -> None:
        self._task = None
        self._forget_search()
        self.tell(Scene(Stage.UNDONE, verdict))
        self._fetch_sheet()

    def _say_checking(self) -> None:
        self.tell(Scene(Stage.CHECKING))

    def _failed(self, error: KioskError) -> None:
        task = Task.RECORD if self._recording else self._task
        if task is None:
            log.warning("the desk's window was not served: %s", error.code)
            return
        self._end_record()
        self.tell(Scene(Stage.FAILED, task=task, code=error.code))

    def _fetch_sheet(self) -> None:
        person = self.scene.person
        if person is not None:
            self._desk.show(person.id, self._take_sheet)

    def _take_sheet(self, sheet: Sheet) -> None:
        person = self.scene.person
        if person is not None and person.id == sheet.registration.id:
            self.scene = replace(self.scene, sheet=sheet)
            self.scene_changed.emit(self.scene)

    def _badge_changed(self, registration: str) -> None:
        if self._task is Task.BADGE:
            self._task = None
        if self.scene.person is not None and self.scene.person.id == registration:
            self._fetch_sheet()

    def _session_changed(self, _session: object) -> None:
        self.clear()

    def _overview_changed(self, overview: Overview) -> None:
        self._counts = overview.counts

    def tell(self, scene: Scene) -> None:
        """Show a scene from now on, and forget the picture of another person."""
        same = scene.person is not None and self.scene.person == scene.person
        self.scene = replace(scene, at=self._clock())
        if not same:
            self.picture_changed.emit(None)
            self._picture.start() if scene.person else self._picture.stop()
        self.scene_changed.emit(self.scene)

    def _show_candidates(self, candidates: Candidates) -> None:
        if candidates != self.candidates:
            self.candidates = candidates
            self.candidates_changed.emit(candidates)

    def _ask_picture(self) -> None:
        person = self.scene.person
        if person is not None:
            self._desk.preview(person, partial(self._take_picture, person.id))

    def _take_picture(self, registration: str, picture: QImage) -> None:
        if self.scene.person is not None and self.scene.person.id == registration:
            self.picture_changed.emit(picture)
