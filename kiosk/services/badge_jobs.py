"""The queue of badges as staff see and steer it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from kiosk.domain.badge_line import BadgeLine
from kiosk.domain.errors import KioskError
from kiosk.domain.printer import Printer
from kiosk.services import printers
from kiosk.services.badges import BADGE, CANCELLED, STATES, printer_of, route
from kiosk.storage import journal, outbox
from kiosk.storage.outbox import Job, Line, State
from kiosk.storage.store import Connection

if TYPE_CHECKING:
    from kiosk.services.open_desk import OpenDesk

RETRIED = "RETRIED"
"""The problem of a job that another took the place of."""
_STILL = (State.WAITING, State.HELD)
_UNSETTLED = (State.FAILED, State.UNSURE)


def queue(desk: OpenDesk) -> tuple[BadgeLine, ...]:
    """Return what waits or is under way, the oldest first, then what somebody must look at."""
    fleet = printers.fleet(desk)

    def work(connection: Connection) -> list[Line]:
        number = desk.event_number
        return [
            *outbox.open_lines(connection, BADGE, number),
            *outbox.unsettled_lines(connection, BADGE, number),
        ]

    return tuple(_shown(line, fleet) for line in desk.store.read(work))


def _shown(line: Line, fleet: tuple[Printer, ...]) -> BadgeLine:
    job = line.job
    return BadgeLine(
        job.id, job.registration, line.name, STATES[job.state], job.state is State.HELD,
        route(line, fleet), job.attempts, job.problem,
    )  # fmt: skip


class Load(NamedTuple):
    """This desk's printers, and by name how many badges wait and how many are to be seen to."""

    fleet: tuple[Printer, ...]
    waiting: Counter[str]
    unsettled: Counter[str]


def load(desk: OpenDesk) -> Load:
    """Return the printers as they are set now, with what is theirs to do."""
    printers.follow(desk)
    fleet = printers.fleet(desk)

    def counted(connection: Connection, *, unsettled: bool) -> Counter[str]:
        found: Counter[str] = Counter()
        number = desk.event_number
        for named, category, many in outbox.counts(connection, BADGE, number, unsettled=unsettled):
            found[printer_of(named, category, fleet)] += many
        return found

    return desk.store.read(
        lambda connection: Load(
            fleet, counted(connection, unsettled=False), counted(connection, unsettled=True)
        )
    )


def hold_printer(desk: OpenDesk, name: str) -> None:
    """Send a printer nothing until it is let go; raises KioskError PRINTER_UNKNOWN."""
    printers.hold(desk.store, name)


def let_printer_go(desk: OpenDesk, name: str) -> None:
    """Let a printer that was held print again; raises KioskError PRINTER_UNKNOWN."""
    printers.let_go(desk.store, name)


def hold(desk: OpenDesk, job_id: str) -> None:
    """Keep a badge that waits from being printed; raises BADGE_JOB_UNKNOWN, BADGE_JOB_BUSY."""
    _turn(desk, job_id, State.HELD, State.WAITING)


def let_go(desk: OpenDesk, job_id: str) -> None:
    """Let a badge that is held wait again; raises BADGE_JOB_UNKNOWN, BADGE_JOB_BUSY."""
    _turn(desk, job_id, State.WAITING, State.HELD)


def _turn(desk: OpenDesk, job_id: str, state: State, only: State) -> None:
    def work(connection: Connection) -> None:
        if not outbox.turn(connection, job_id, state, only=only):
            _refuse(connection, job_id)

    desk.store.write(work)


def move(desk: OpenDesk, job_id: str, printer: str) -> None:
    """Send a badge that waits, is held, failed or is unsure to another printer.

    Raises KioskError PRINTER_UNKNOWN, BADGE_JOB_UNKNOWN, BADGE_JOB_BUSY.
    """
    target = _known(desk, printer)
    new_id = journal.new_entry_id()

    def work(connection: Connection) -> None:
        if not outbox.send_to(connection, job_id, target):
            _repeat(connection, job_id, new_id, target)

    desk.store.write(work)


def move_all(desk: OpenDesk, source: str, target: str) -> int:
    """Send every badge that waits for one printer to another; return how many.

    Raises KioskError PRINTER_UNKNOWN.
    """
    chosen, fleet = _known(desk, target), printers.fleet(desk)

    def work(connection: Connection) -> int:
        lines = outbox.waiting_lines(connection, BADGE, desk.event_number)
        mine = [one.job.id for one in lines if route(one, fleet) == source]
        return sum(outbox.send_to(connection, one, chosen) for one in mine)

    return desk.store.write(work)


def _known(desk: OpenDesk, name: str) -> str:
    return printers.named(printers.fleet(desk), name).name


def cancel(desk: OpenDesk, job_id: str) -> None:
    """Give up a badge that waits or is held, or put aside one that failed.

    Raises KioskError BADGE_JOB_UNKNOWN, BADGE_JOB_BUSY (it is being printed, or may have come out).
    """

    def work(connection: Connection) -> None:
        for state in _STILL:
            if outbox.close(connection, job_id, State.CANCELLED, CANCELLED, only=state):
                return
        job = outbox.find_ended(connection, job_id)
        if job is not None and job.problem == CANCELLED:
            return
        ended = job.problem if job else ""
        if not outbox.make_sure(connection, job_id, State.CANCELLED, ended, only=State.FAILED):
            _refuse(connection, job_id)

    desk.store.write(work)


def confirm(desk: OpenDesk, job_id: str) -> None:
    """Record that an unsure badge did come out, as somebody saw; raises as ``cancel``."""

    def work(connection: Connection) -> None:
        if not outbox.make_sure(connection, job_id, State.DONE, "", only=State.UNSURE):
            _refuse(connection, job_id, fine=State.DONE)

    desk.store.write(work)


def retry(desk: OpenDesk, job_id: str) -> str:
    """Print a badge again that failed or may have come out; return the new job.

    It is a job of its own, so that no printer takes it for the old one. Raises KioskError
    BADGE_JOB_UNKNOWN, BADGE_JOB_BUSY.
    """
    new_id = journal.new_entry_id()
    desk.store.write(lambda connection: _repeat(connection, job_id, new_id, ""))
    return new_id


def _repeat(connection: Connection, job_id: str, new_id: str, printer: str) -> None:
    if outbox.find(connection, new_id) is not None:  # a commit that raised was on disk
        return
    job = outbox.find_ended(connection, job_id)
    if job is None or job.state not in _UNSETTLED:
        _refuse(connection, job_id)
        return
    outbox.make_sure(connection, job_id, State.CANCELLED, RETRIED, only=job.state)
    outbox.put(
        connection, new_id, kind=BADGE, event=job.event, registration=job.registration,
        printer=printer or job.printer, sheets=job.sheets,
    )  # fmt: skip


def _refuse(connection: Connection, job_id: str, fine: State | None = None) -> None:
    """Raise why a job cannot be treated so, unless it has come where it was to go already."""
    job: Job | None = outbox.find(connection, job_id) or outbox.find_ended(connection, job_id)
    if job is None:
        raise KioskError("BADGE_JOB_UNKNOWN", job=job_id)
    if job.state is not fine:
        raise KioskError("BADGE_JOB_BUSY", job=job_id, state=job.state.value)
