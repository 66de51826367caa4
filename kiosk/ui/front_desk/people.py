"""How people, sessions and states are told in the desk's lists and pills."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kiosk.domain.event import Session
from kiosk.domain.found import BadgeState, Hit
from kiosk.domain.journal import Presence
from kiosk.domain.registration import Category, Registration, Status
from kiosk.ui.front_desk.scene import Candidates
from kiosk.ui.front_desk.verdict_words import Tongue
from kiosk.ui.widgets.desk_canvas import INFO_PILL, OK_PILL, STOP_PILL, WARN_PILL, Pill
from kiosk.ui.widgets.desk_rows import MOST_ROWS, Row, RowList


def role(category: Category, px: float = 14) -> Pill:
    """Return the pill of what a person comes as."""
    match category:
        case Category.SPEAKER:
            return Pill(QCoreApplication.translate("People", "Speaker"), WARN_PILL, px=px)
        case Category.VIP:
            return Pill(QCoreApplication.translate("People", "Guest of honour"), WARN_PILL, px=px)
        case Category.STAFF:
            return Pill(QCoreApplication.translate("People", "Staff"), INFO_PILL, px=px)
        case Category.PRESS:
            return Pill(QCoreApplication.translate("People", "Press"), INFO_PILL, px=px)
        case _:
            return Pill(QCoreApplication.translate("People", "Attendee"), px=px)


def tag(person: Registration, px: float = 14) -> Pill:
    """Return a person's role, or the state of the registration where that forbids entry."""
    match person.status:
        case Status.CANCELLED:
            return Pill(QCoreApplication.translate("People", "Cancelled"), STOP_PILL, px=px)
        case Status.BLOCKED:
            return Pill(QCoreApplication.translate("People", "Blocked"), STOP_PILL, px=px)
        case Status.UNAPPROVED:
            return Pill(QCoreApplication.translate("People", "Not approved"), STOP_PILL, px=px)
        case Status.PENDING:
            return Pill(QCoreApplication.translate("People", "Pending"), WARN_PILL, px=px)
        case _:
            return role(person.category, px)


def presence_pill(presence: Presence, tongue: Tongue) -> Pill:
    """Return where a person is in the session that is served, for the list of candidates."""
    if not presence.has_come:
        return Pill(QCoreApplication.translate("People", "Not in"), icon="clock")
    if presence.inside:
        return Pill(tongue.clock(presence.first_at), OK_PILL, "check-circle-fill")
    left = QCoreApplication.translate("People", "Left {time}").format(
        time=tongue.clock(presence.left_at)
    )
    return Pill(left, INFO_PILL, "sign-out-bold")


def served_pill(person: Registration, presence: Presence, tongue: Tongue) -> Pill:
    """Return what a person is to the session that is served."""
    if presence.has_come and presence.inside:
        text = QCoreApplication.translate("People", "In at {time}")
        return Pill(text.format(time=tongue.clock(presence.first_at)), OK_PILL, "check-circle-fill")
    if presence.has_come:
        text = QCoreApplication.translate("People", "Left {time}")
        return Pill(text.format(time=tongue.clock(presence.left_at)), INFO_PILL, "sign-out-bold")
    if person.status is Status.CANCELLED:
        return Pill(QCoreApplication.translate("People", "Cancelled", "session"), icon="minus-bold")
    return Pill(QCoreApplication.translate("People", "Not yet"), icon="clock")


def session_pill(
    person: Registration, session: Session, presence: Presence, tongue: Tongue
) -> Pill:
    """Return what a person is to another session: there already, or signed up for it or not."""
    if presence.has_come or person.status is Status.CANCELLED:
        return served_pill(person, presence, tongue)
    if session.id in person.sessions:
        return Pill(QCoreApplication.translate("People", "Signed up"), icon="clock")
    if session.booking_required or person.sessions:
        return Pill(QCoreApplication.translate("People", "Not signed up"), icon="minus-bold")
    return Pill(QCoreApplication.translate("People", "Not yet"), icon="clock")


def badge_pill(state: BadgeState, *, undone: bool = False) -> Pill:
    """Return where a person's badge is, and after an undo what to do with it."""
    if undone and state in (BadgeState.PRINTED, BadgeState.PRINTING, BadgeState.UNSURE):
        return Pill(
            QCoreApplication.translate("People", "Take back the printed badge"),
            WARN_PILL,
            "warning-fill",
        )
    match state:
        case BadgeState.WAITING:
            return Pill(
                QCoreApplication.translate("People", "Waiting to print"), WARN_PILL, "clock"
            )
        case BadgeState.PRINTING:
            return Pill(QCoreApplication.translate("People", "Printing"), WARN_PILL, "printer-fill")
        case BadgeState.PRINTED:
            return Pill(
                QCoreApplication.translate("People", "Printed"), OK_PILL, "check-circle-fill"
            )
        case BadgeState.FAILED:
            return Pill(
                QCoreApplication.translate("People", "Printing failed"), STOP_PILL, "warning-fill"
            )
        case BadgeState.UNSURE:
            return Pill(
                QCoreApplication.translate("People", "Check whether it printed"),
                WARN_PILL,
                "warning-fill",
            )
        case BadgeState.NO_PRINTER:
            return Pill(
                QCoreApplication.translate("People", "No printer"), WARN_PILL, "printer-fill"
            )
        case _:
            return Pill(QCoreApplication.translate("People", "Not printed"), icon="clock")


def belonging(person: Registration) -> str:
    """Return organisation and job title as one line."""
    return " ".join(part for part in (person.organisation, person.job_title) if part)


def _hit_row(number: int, hit: Hit, tongue: Tongue) -> Row:
    person = hit.registration
    confirmed = person.status is Status.CONFIRMED
    plain = confirmed and person.category is Category.ATTENDEE
    return Row(
        person.name,
        belonging(person),
        number,
        tag=None if plain else tag(person),
        state=presence_pill(hit.presence, tongue),
    )


def first_of_page(chosen: int) -> int:
    """Return the index of the first row on the page of a chosen one; nine rows make a page."""
    return max(0, chosen) // MOST_ROWS * MOST_ROWS


def candidate_rows(candidates: Candidates, tongue: Tongue) -> RowList:
    """Return the page of what a search found that holds the chosen one."""
    hits, first = candidates.hits, first_of_page(candidates.chosen)
    page = hits[first : first + MOST_ROWS]
    rows = tuple(_hit_row(at, hit, tongue) for at, hit in enumerate(page, start=1))
    heading = (
        QCoreApplication.translate("People", "1 match")
        if len(hits) == 1
        else QCoreApplication.translate("People", "{n} matches").format(n=len(hits))
    )
    if len(hits) > MOST_ROWS:
        hint = QCoreApplication.translate("People", "↑ ↓, or type more letters")
    else:
        hint = QCoreApplication.translate("People", "Number or ↑ ↓, then Enter")
    if not hits:
        heading = hint = ""
    return RowList(
        heading,
        hint,
        rows,
        candidates.chosen - first if hits else -1,
        QCoreApplication.translate("People", "Not on the list"),
        QCoreApplication.translate(
            "People", "Try another spelling, the initials, the organisation or the phone number."
        ),
    )


def _guest_hint(count: int) -> str:
    if count > MOST_ROWS:
        return QCoreApplication.translate("People", "{n} in all").format(n=count)
    if count:
        return QCoreApplication.translate("People", "They leave the list on arrival")
    return ""


def guest_rows(guests: tuple[Registration, ...]) -> RowList:
    """Return the guests of honour and speakers still to come, with their seats."""
    rows = tuple(
        Row(one.name, belonging(one), tag=role(one.category), note=one.seat)
        for one in guests[:MOST_ROWS]
    )
    return RowList(
        QCoreApplication.translate("People", "Guests still to come"),
        _guest_hint(len(guests)),
        rows,
        nothing=QCoreApplication.translate("People", "All have arrived"),
        nothing_hint=QCoreApplication.translate(
            "People", "Speakers and guests of honour are shown here until they come."
        ),
    )


def session_rows(
    sessions: tuple[Session, ...], served: Session, pointed: int, tongue: Tongue
) -> RowList:
    """Return the page of the event's sessions that holds the one Enter would choose."""
    first = first_of_page(pointed)
    rows = tuple(
        Row(
            tongue.title(one),
            tongue.clock(one.starts_at, "%Y-%m-%d %H:%M"),
            number,
            state=Pill(
                QCoreApplication.translate("People", "Serving"), OK_PILL, "check-circle-fill"
            )
            if one.id == served.id
            else None,
        )
        for number, one in enumerate(sessions[first : first + MOST_ROWS], start=1)
    )
    heading = QCoreApplication.translate("People", "Choose the session")
    hint = QCoreApplication.translate("People", "Number or ↑ ↓, then Enter")
    return RowList(heading, hint, rows, pointed - first)
