"""Badges: what stands on one, and the queue that brings each to paper at most once."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING

from kiosk.domain.badge import BadgeText
from kiosk.domain.errors import KioskError
from kiosk.domain.found import BadgeState
from kiosk.domain.journal import Kind
from kiosk.domain.printer import TROUBLES, Printer, printer_for
from kiosk.domain.registration import Category, Registration
from kiosk.services import printers
from kiosk.storage import journal, outbox, roster
from kiosk.storage import printers as printers_kept
from kiosk.storage.outbox import Job, Line, State
from kiosk.storage.store import Connection

if TYPE_CHECKING:
    from pathlib import Path

    from PIL.Image import Image

    from kiosk.domain.event import Event
    from kiosk.services.open_desk import OpenDesk

BADGE = "badge"
VOIDED = "VOIDED"
"""The problem of a badge that was taken back with its entry before it was printed."""
CANCELLED = "CANCELLED"
"""The problem of a badge that staff gave up."""
NEVER_SENT = frozenset(TROUBLES.values()) | {
    "PRINTER_NONE", "PRINTER_MISSING", "PRINTER_REFUSED", "PRINTER_SUPPORT_MISSING",
    "PRINTER_ADDRESS_WRONG", "PRINTER_BUSY", "PRINTER_CERTIFICATE", "PRINTER_UNCLEAR",
}  # fmt: skip
"""Problems that tell of the printer before it took anything."""
MAY_HAVE_COME = frozenset({"PRINTER_CUT", "PRINTER_STUCK"})
"""Problems of a badge that may be on paper all the same: it is never repeated unasked."""

ROLES = {
    Category.ATTENDEE: "참가자",
    Category.SPEAKER: "연사",
    Category.VIP: "내빈",
    Category.STAFF: "운영",
    Category.PRESS: "언론",
}
"""What a person comes as, in Korean: on the badge's stripe and in the lists for the city."""


STATES = {
    State.WAITING: BadgeState.WAITING,
    State.HELD: BadgeState.WAITING,
    State.WORKING: BadgeState.PRINTING,
    State.DONE: BadgeState.PRINTED,
    State.FAILED: BadgeState.FAILED,
    State.UNSURE: BadgeState.UNSURE,
    State.CANCELLED: BadgeState.NONE,
}
"""How staff are told of a job's state."""


def person(desk: OpenDesk, registration_id: str) -> Registration:
    """Return a registration of this event; raises KioskError REGISTRATION_UNKNOWN."""
    found = roster.find(desk.store.connection, registration_id)
    if found is None or found[1] != desk.event_number:
        raise KioskError("REGISTRATION_UNKNOWN", registration=registration_id)
    return found[0]


def text_of(event: Event, one: Registration) -> BadgeText:
    """Return what stands on a person's badge."""
    return BadgeText(
        event=event.title.text("ko"),
        name=one.name,
        name_latin=one.name_latin,
        organisation=one.organisation,
        job_title=one.job_title,
        role=ROLES[one.category],
        category=one.category,
        ticket=one.ticket,
        seat=one.seat,
        number=one.person_id,
        venue=event.venue.text("ko"),
        date=f"{event.starts_at.astimezone(event.zone):%Y-%m-%d}",
        session=", ".join(_sittings(event, one)),
    )


def _sittings(event: Event, one: Registration) -> list[str]:
    """Return the sittings that a person booked, or the event's only one."""
    only = len(event.sessions) == 1
    return [
        session.title.text("ko") for session in event.sessions if only or session.id in one.sessions
    ]


def drawn(
    event: Event, one: Registration, template: str, dpi: int = 300, data: Path | None = None
) -> Image:
    """Draw the front of a person's badge, by a template that comes along or of a data folder.

    Raises KioskError TEMPLATE_UNKNOWN, TEMPLATE_WRONG.
    """
    from kiosk.services import badge_drawing  # noqa: PLC0415 - Pillow and the font cost 100 ms

    loaded = badge_drawing.load_template(template, data)
    return badge_drawing.draw(text_of(event, one), loaded, dpi)


def pages(desk: OpenDesk, one: Registration, dpi: int = 300, *, colour: bool = True) -> list[Image]:
    """Draw what a printer puts out for a person, by this desk's template.

    That is a page a side; each page's ``info["size_mm"]`` is its true size. Raises KioskError as
    ``drawn`` does.
    """
    from kiosk.services import badge_drawing  # noqa: PLC0415 - see drawn

    template = badge_drawing.load_template(desk.settings.badge_template, desk.folder)
    return badge_drawing.pages(text_of(desk.event, one), template, dpi, colour=colour)


def state(desk: OpenDesk, registration_id: str) -> BadgeState:
    """Return where a person's newest badge is."""
    jobs = outbox.of_person(desk.store.connection, registration_id, BADGE)
    made = [job for job in jobs if job.problem != VOIDED]
    if not made:
        return BadgeState.NONE
    if made[-1].state is State.WAITING and not printers.fleet(desk):
        return BadgeState.NO_PRINTER
    return STATES[made[-1].state]


def has_had_one(connection: Connection, registration_id: str) -> bool:
    """Tell whether a person has a badge, may have, or waits for one.

    One that failed is none; one that staff gave up they have seen to by hand.
    """
    jobs = outbox.of_person(connection, registration_id, BADGE)
    return any(job.state is not State.FAILED for job in jobs)


def queue_again(desk: OpenDesk, registration_id: str) -> str:
    """Queue one more badge of a person and return its job.

    Raises KioskError REGISTRATION_UNKNOWN.
    """
    one = person(desk, registration_id)
    job_id = journal.new_entry_id()

    def work(connection: Connection) -> None:
        if outbox.find(connection, job_id) is None:
            outbox.put(connection, job_id, kind=BADGE, event=desk.event_number, registration=one.id)

    desk.store.write(work)
    return job_id


def take_next(
    desk: OpenDesk, printer: str | None = None, *, onto: str = ""
) -> tuple[Job, Registration] | None:
    """Claim the oldest badge that waits, or return None; now it counts as perhaps printed.

    With a printer's name, it is the oldest one for that printer. ``onto`` names the printer that it
    is brought to, whichever it was for: after a crash that one is asked.
    """
    fleet = printers.fleet(desk)
    # One that cannot be claimed another program has taken: then it waits no longer.
    while (line := _first_waiting(desk, fleet, printer)) is not None:
        job = line.job
        if desk.store.write(_claim_of(job.id, onto or route(line, fleet))):
            return job, person(desk, job.registration)
    return None


def _first_waiting(desk: OpenDesk, fleet: tuple[Printer, ...], printer: str | None) -> Line | None:
    connection = desk.store.connection
    # Closed before the claim: a read that becomes a write fails in SQLite.
    with closing(outbox.waiting_lines(connection, BADGE, desk.event_number)) as lines:
        return next((one for one in lines if printer in (None, route(one, fleet))), None)


def route(line: Line, fleet: tuple[Printer, ...]) -> str:
    """Return the name of the printer that a job is for, "" where there is none."""
    return printer_of(line.job.printer, line.category, fleet)


def printer_of(named: str, category: str, fleet: tuple[Printer, ...]) -> str:
    """Return the name of the printer for a category as it is stored, "" of somebody who is gone."""
    known = Category(category) if category else Category.ATTENDEE
    return printer_for(fleet, named, known)


def _claim_of(job_id: str, printer: str) -> Callable[[Connection], bool]:
    """Return the claim of a job, which still holds where its commit raised and was on disk."""
    claimed = False

    def work(connection: Connection) -> bool:
        nonlocal claimed
        claimed = outbox.claim(connection, job_id, printer) or claimed
        return claimed

    return work


def finish(desk: OpenDesk, job: Job, problem: str = "", *, is_sure: bool = True) -> None:
    """Record that a claimed badge came out, or the code of why it did not.

    A badge that the printer never took waits again; where nobody can be sure it is unsure; one that
    cannot be drawn, or that the printer gave up, has failed. A badge on paper is counted off the
    roll of the printer that has it.
    """
    if problem in NEVER_SENT and is_sure:
        desk.store.write(lambda connection: _wait_again(connection, job, problem))
        return
    reached = _reached(problem, is_sure=is_sure)

    def work(connection: Connection) -> None:
        if reached is State.DONE:
            _count_label(connection, job.id)
        # Another program that started meanwhile may have set the job aside as unsure.
        if not outbox.close(connection, job.id, reached, problem, only=State.WORKING):
            outbox.make_sure(connection, job.id, reached, problem, only=State.UNSURE)

    desk.store.write(work)


def _wait_again(connection: Connection, job: Job, problem: str) -> None:
    """Let a badge that was never sent wait, unless its entry was undone in the meantime."""
    history = journal.history(connection, job.registration)
    if any(entry.kind is Kind.VOID and entry.voids == job.id for entry in history):
        outbox.close(connection, job.id, State.FAILED, VOIDED, only=State.WORKING)
    else:
        outbox.release(connection, job.id, problem)


def _reached(problem: str, *, is_sure: bool) -> State:
    if not problem:
        return State.DONE
    if problem in MAY_HAVE_COME or not is_sure:
        return State.UNSURE
    return State.CANCELLED if problem == CANCELLED else State.FAILED


def _count_label(connection: Connection, job_id: str) -> None:
    job = outbox.find(connection, job_id)
    if job is not None:
        printers_kept.use(connection, job.printer, job.sheets)


def under_way(desk: OpenDesk) -> list[Job]:
    """Return the badges that are at a printer: at a start, those that a crash left half-way."""
    found = desk.store.read(lambda connection: outbox.interrupted(connection, BADGE))
    return [one for one in found if one.event == desk.event_number]


def recover(desk: OpenDesk, spare: frozenset[str] = frozenset()) -> int:
    """Mark the badges that a crash left half-way as unsure, and return how many.

    Such a badge may have come out; it is printed again only when somebody asks. Those of ``spare``
    are left alone: their printers are asked first.
    """

    def work(connection: Connection) -> int:
        left = [one.id for one in outbox.interrupted(connection, BADGE) if one.id not in spare]
        for job_id in left:
            outbox.close(connection, job_id, State.UNSURE, only=State.WORKING)
        return len(left)

    return desk.store.write(work)


def print_waiting(
    desk: OpenDesk, put_on_paper: Callable[[Job, Registration], None], *, onto: str = ""
) -> tuple[int, KioskError | None]:
    """Print what waits, one by one; return how many came out, and the first problem.

    Stops at the first problem: the next badge would meet it too, and waits.
    """
    printed = 0
    while claimed := take_next(desk, onto=onto):
        job, one = claimed
        try:
            put_on_paper(job, one)
        except KioskError as error:
            finish(desk, job, error.code)
            return printed, error
        finish(desk, job)
        printed += 1
    return printed, None
