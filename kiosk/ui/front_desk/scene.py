"""Scene: what the middle of the desk's window shows, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.domain.found import Hit, Sheet
from kiosk.domain.registration import Registration
from kiosk.domain.verdict import Outcome, Reason, Verdict


class Stage(StrEnum):
    """How far the person at the desk has come."""

    READY = "ready"
    BEFORE = "before"
    CHECKING = "checking"
    ANSWERED = "answered"
    UNDONE = "undone"
    FAILED = "failed"


class Task(StrEnum):
    """What the desk was doing when something failed; each has its own words."""

    RECORD = "record"
    FIND = "find"
    UNDO = "undo"
    BADGE = "badge"


class Act(StrEnum):
    """What Enter does to the person shown."""

    NOTHING = "nothing"
    CHECK_IN = "check-in"
    CONFIRM = "confirm"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Scene:
    """What is shown; in BEFORE the verdict is a forecast and on no disk, in ANSWERED it is real.

    ``at`` is when it came about (aware); ``code`` and ``task`` tell a failure.
    """

    stage: Stage = Stage.READY
    verdict: Verdict | None = None
    sheet: Sheet | None = None
    at: datetime | None = None
    task: Task = Task.RECORD
    code: str = ""

    @property
    def person(self) -> Registration | None:
        """Return the person shown, or None."""
        if self.sheet is not None:
            return self.sheet.registration
        return self.verdict.registration if self.verdict else None

    @property
    def act(self) -> Act:
        """Return what Enter does; after OK and "already" nothing: a double press is harmless."""
        verdict = self.verdict
        if verdict is None or verdict.registration is None:
            return Act.NOTHING
        if self.stage is Stage.UNDONE:
            return Act.CHECK_IN
        if self.stage is Stage.BEFORE:
            return self._act_before(verdict)
        if self.stage is Stage.ANSWERED and verdict.outcome is Outcome.ASK:
            return {Reason.PENDING: Act.CONFIRM, Reason.NEEDS_ANSWERS: Act.ANSWER}.get(
                verdict.reason, Act.NOTHING
            )
        return Act.NOTHING

    @staticmethod
    def _act_before(verdict: Verdict) -> Act:
        if verdict.outcome is Outcome.ADMIT:
            return Act.CHECK_IN
        pending = verdict.reason is Reason.PENDING and verdict.outcome is Outcome.ASK
        return Act.CONFIRM if pending else Act.NOTHING


@dataclass(frozen=True, slots=True)
class Candidates:
    """The people a search found; ``chosen`` is the index of the one shown in the middle."""

    query: str = ""
    hits: tuple[Hit, ...] = ()
    chosen: int = 0
