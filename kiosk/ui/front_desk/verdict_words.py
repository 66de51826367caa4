"""The banner's words and colours: for each Reason what it is and what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kiosk.domain.event import Direction
from kiosk.domain.verdict import Outcome, Reason, Verdict
from kiosk.ui.front_desk.scene import Scene, Stage, Task
from kiosk.ui.theme import LIGHT
from kiosk.ui.widgets.desk_marks import Mark

if TYPE_CHECKING:
    from kiosk.domain.event import Session

_CONTEXT = "VerdictWords"


@dataclass(frozen=True, slots=True)
class Tongue:
    """How times and an event's own words are told: the language, the zone and the desk's name."""

    language: str
    zone: ZoneInfo
    desk_name: str = ""

    def clock(self, at: datetime | None, form: str = "%H:%M") -> str:
        """Return a moment as the event's clock shows it, "" for none."""
        return at.astimezone(self.zone).strftime(form) if at else ""

    def moment(self, at: datetime | None, now: datetime | None) -> str:
        """Return the time of a moment of today, else with its date."""
        if at is None or now is None:
            return self.clock(at)
        today = at.astimezone(self.zone).date() == now.astimezone(self.zone).date()
        return self.clock(at, "%H:%M" if today else "%Y-%m-%d %H:%M")

    def title(self, session: Session | None) -> str:
        """Return a session's title, "" for none."""
        return session.title.text(self.language) if session else ""


@dataclass(frozen=True, slots=True)
class Field:
    """A banner's colours and the shape that says the same without colour."""

    colour: str
    ink: str
    mark: Mark


BEFORE = Field(LIGHT.field, LIGHT.on_sea, Mark.ARROW)
GREEN = Field(LIGHT.ok, LIGHT.on_ok, Mark.DISC)
BLUE = Field(LIGHT.info, LIGHT.on_info, Mark.RING)
RED = Field(LIGHT.stop, LIGHT.on_stop, Mark.OCTAGON)
SUN = Field(LIGHT.sun, LIGHT.on_sun, Mark.ASK)
BACK = Field(LIGHT.field, LIGHT.on_sea, Mark.UNDO)


@dataclass(frozen=True, slots=True)
class Banner:
    """What the banner shows."""

    field: Field
    head: str
    advice: str


# What to do next is worded for staff; {time} is the moment that belongs to the reason.
_WORDS: dict[Reason, tuple[object, object]] = {
    Reason.UNREADABLE: (
        QT_TRANSLATE_NOOP("VerdictWords", "This code cannot be read"),
        QT_TRANSLATE_NOOP("VerdictWords", "Wipe the screen and scan again, or search by name."),
    ),
    Reason.UNKNOWN: (
        QT_TRANSLATE_NOOP("VerdictWords", "QR code not on the list"),
        QT_TRANSLATE_NOOP("VerdictWords", "Search by name on the left."),
    ),
    Reason.OTHER_EVENT: (
        QT_TRANSLATE_NOOP("VerdictWords", "QR code of another event"),
        QT_TRANSLATE_NOOP("VerdictWords", "Ask for this event’s code, or search by name."),
    ),
    Reason.AMBIGUOUS: (
        QT_TRANSLATE_NOOP("VerdictWords", "Two tickets match this code"),
        QT_TRANSLATE_NOOP("VerdictWords", "Search by name and choose the right person."),
    ),
    Reason.REVOKED: (
        QT_TRANSLATE_NOOP("VerdictWords", "Replaced by a newer code"),
        QT_TRANSLATE_NOOP("VerdictWords", "Ask for the newest code, or search by name."),
    ),
    Reason.CANCELLED: (
        QT_TRANSLATE_NOOP("VerdictWords", "Registration cancelled"),
        QT_TRANSLATE_NOOP("VerdictWords", "If the guest wishes to attend, ask the organiser."),
    ),
    Reason.BLOCKED: (
        QT_TRANSLATE_NOOP("VerdictWords", "Entry not allowed"),
        QT_TRANSLATE_NOOP("VerdictWords", "The organiser has barred entry. Call the organiser."),
    ),
    Reason.UNAPPROVED: (
        QT_TRANSLATE_NOOP("VerdictWords", "Not approved yet"),
        QT_TRANSLATE_NOOP("VerdictWords", "Ask the organiser whether to accept this guest."),
    ),
    Reason.NOT_YET_VALID: (
        QT_TRANSLATE_NOOP("VerdictWords", "Not valid yet"),
        QT_TRANSLATE_NOOP("VerdictWords", "Valid from {time}. Ask the guest to come back then."),
    ),
    Reason.EXPIRED: (
        QT_TRANSLATE_NOOP("VerdictWords", "No longer valid"),
        QT_TRANSLATE_NOOP("VerdictWords", "It was valid until {time}. Ask the organiser."),
    ),
    Reason.WRONG_CATEGORY: (
        QT_TRANSLATE_NOOP("VerdictWords", "Not for this category"),
        QT_TRANSLATE_NOOP("VerdictWords", "This session is for others. Check the session (F9)."),
    ),
    Reason.NOT_BOOKED: (
        QT_TRANSLATE_NOOP("VerdictWords", "Not signed up for this"),
        QT_TRANSLATE_NOOP("VerdictWords", "Check the session (F9), or ask the organiser."),
    ),
    Reason.PENDING: (
        QT_TRANSLATE_NOOP("VerdictWords", "Registration pending"),
        QT_TRANSLATE_NOOP("VerdictWords", "Only confirmed guests may enter. Ask the organiser."),
    ),
    Reason.NOT_YET_OPEN: (
        QT_TRANSLATE_NOOP("VerdictWords", "Check-in not open yet"),
        QT_TRANSLATE_NOOP("VerdictWords", "It opens at {time}. Scan again then."),
    ),
    Reason.CLOSED: (
        QT_TRANSLATE_NOOP("VerdictWords", "Check-in is closed"),
        QT_TRANSLATE_NOOP("VerdictWords", "It closed at {time}. Check the session (F9)."),
    ),
    Reason.FULL: (
        QT_TRANSLATE_NOOP("VerdictWords", "The session is full"),
        QT_TRANSLATE_NOOP("VerdictWords", "Help the guest wait, or ask the organiser."),
    ),
    Reason.ENTRY_LIMIT: (
        QT_TRANSLATE_NOOP("VerdictWords", "No entries left"),
        QT_TRANSLATE_NOOP("VerdictWords", "All entries allowed are used. Ask the organiser."),
    ),
    Reason.TOO_SOON: (
        QT_TRANSLATE_NOOP("VerdictWords", "Came in just now"),
        QT_TRANSLATE_NOOP("VerdictWords", "Wait some minutes, then scan again."),
    ),
    Reason.NEEDS_ANSWERS: (
        QT_TRANSLATE_NOOP("VerdictWords", "Questions to ask first"),
        QT_TRANSLATE_NOOP("VerdictWords", "Fill in the answers, then press Enter."),
    ),
    Reason.ALREADY_IN: (
        QT_TRANSLATE_NOOP("VerdictWords", "Already checked in"),
        QT_TRANSLATE_NOOP("VerdictWords", "In at {time}. Let the guest pass."),
    ),
    Reason.OK: (
        QT_TRANSLATE_NOOP("VerdictWords", "Checked in"),
        "",
    ),
}

_FAILURES: dict[Task, tuple[object, object]] = {
    Task.RECORD: (
        QT_TRANSLATE_NOOP("VerdictWords", "The record could not be saved"),
        QT_TRANSLATE_NOOP(
            "VerdictWords", "Not checked in. Try again; if it stays, write the name down."
        ),
    ),
    Task.FIND: (
        QT_TRANSLATE_NOOP("VerdictWords", "The search failed"),
        QT_TRANSLATE_NOOP("VerdictWords", "Type again; if it stays, tell the administrator."),
    ),
    Task.UNDO: (
        QT_TRANSLATE_NOOP("VerdictWords", "Could not be undone"),
        QT_TRANSLATE_NOOP("VerdictWords", "The check-in still stands. Tell the administrator."),
    ),
    Task.BADGE: (
        QT_TRANSLATE_NOOP("VerdictWords", "No badge was queued"),
        QT_TRANSLATE_NOOP("VerdictWords", "Attendance is safe. Press F6 again."),
    ),
}

# What a failure's own code says better than what was under way.
_CODES: dict[str, object] = {
    "STORE_FULL": QT_TRANSLATE_NOOP(
        "VerdictWords", "No space left on this device. Please tell the administrator."
    ),
    "ALREADY_VOID": QT_TRANSLATE_NOOP(
        "VerdictWords", "Somebody else has undone it already. There is nothing left to do."
    ),
}


def _say(text: object) -> str:
    # QT_TRANSLATE_NOOP is typed as giving an object; it gives back the text.
    return QCoreApplication.translate(_CONTEXT, str(text)) if text else ""


def banner_of(scene: Scene, tongue: Tongue) -> Banner:
    """Return the banner of a scene, in the language installed now; READY has none of its own."""
    verdict = scene.verdict
    if scene.stage is Stage.CHECKING or verdict is None:
        return _failure(scene) if scene.stage is Stage.FAILED else _checking()
    if scene.stage is Stage.UNDONE:
        return _undone(verdict)
    forecast = scene.stage is Stage.BEFORE
    if forecast and verdict.outcome is Outcome.ADMIT:
        return _before(verdict)
    return _verdict(verdict, tongue, scene.at)


def _checking() -> Banner:
    return Banner(BEFORE, QCoreApplication.translate("VerdictWords", "Checking"), "")


def _failure(scene: Scene) -> Banner:
    head, advice = _FAILURES[scene.task]
    return Banner(RED, _say(head), _say(_CODES.get(scene.code, advice)))


def _undone(verdict: Verdict) -> Banner:
    advice = QCoreApplication.translate(
        "VerdictWords", "{name} is not checked in · kept in the log"
    )
    if verdict.direction is Direction.OUT:
        advice = QCoreApplication.translate(
            "VerdictWords", "{name} is not checked out · kept in the log"
        )
    name = verdict.registration.name if verdict.registration else ""
    head = QCoreApplication.translate("VerdictWords", "Undone")
    return Banner(BACK, head, advice.format(name=name))


def _before(verdict: Verdict) -> Banner:
    if verdict.direction is Direction.OUT:
        return Banner(
            BEFORE,
            QCoreApplication.translate("VerdictWords", "Inside now"),
            QCoreApplication.translate("VerdictWords", "If this person is leaving, press Enter"),
        )
    return Banner(
        BEFORE,
        QCoreApplication.translate("VerdictWords", "Not checked in yet"),
        QCoreApplication.translate("VerdictWords", "If this is the person, press Enter"),
    )


def _verdict(verdict: Verdict, tongue: Tongue, now: datetime | None) -> Banner:
    head, advice = _WORDS[verdict.reason]
    if verdict.reason is Reason.OK:
        return _admitted(verdict, tongue, now)
    if verdict.reason is Reason.PENDING and verdict.outcome is Outcome.ASK:
        advice = QT_TRANSLATE_NOOP("VerdictWords", "To admit this guest, press Enter.")
    time = tongue.moment(_moment_of(verdict), now)
    return Banner(_field(verdict), _say(head), _say(advice).format(time=time))


def _admitted(verdict: Verdict, tongue: Tongue, now: datetime | None) -> Banner:
    out = verdict.direction is Direction.OUT
    head = (
        QCoreApplication.translate("VerdictWords", "Checked out")
        if out
        else QCoreApplication.translate("VerdictWords", "Checked in")
    )
    told = (tongue.clock(now, "%H:%M:%S"), tongue.title(verdict.session), tongue.desk_name)
    return Banner(GREEN, head, " · ".join(part for part in told if part))


def _field(verdict: Verdict) -> Field:
    if verdict.reason is Reason.ALREADY_IN:
        return BLUE
    return SUN if verdict.outcome is Outcome.ASK else RED


def _moment_of(verdict: Verdict) -> datetime | None:
    """Return the moment a reason's sentence names."""
    person, session = verdict.registration, verdict.session
    match verdict.reason:
        case Reason.ALREADY_IN:
            return verdict.first_at
        case Reason.NOT_YET_OPEN:
            return verdict.opens_at
        case Reason.CLOSED:
            return session.closes_at if session else None
        case Reason.NOT_YET_VALID:
            return person.valid_from if person else None
        case Reason.EXPIRED:
            return person.valid_until if person else None
        case _:
            return None
