"""A badge printer as the desk knows it: its setting, how it is, and what became of a job."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.registration import Category

LOW_LABELS = 10
"""From here on the desk is told to have the next roll at hand."""
LABELS_MOST = 100_000
FOLDER_MARK = "folder:"


class PrinterState(StrEnum):
    """What a badge printer last said; NONE where the desk has none."""

    NONE = "none"
    READY = "ready"
    BUSY = "busy"
    SLOW = "slow"
    LOW = "low"
    HELD = "held"
    NO_PAPER = "no-paper"
    JAM = "jam"
    OPEN = "open"
    PAUSED = "paused"
    WRONG_PAPER = "wrong-paper"
    OFFLINE = "offline"
    FAULT = "fault"

    @property
    def is_well(self) -> bool:
        """Tell whether the next badge may be sent."""
        return self in _WELL

    @property
    def waits_for_staff(self) -> bool:
        """Tell whether a badge that the printer holds comes out once somebody has seen to it."""
        return self in _WAITS_FOR_STAFF


_WELL = frozenset({PrinterState.READY, PrinterState.BUSY, PrinterState.SLOW, PrinterState.LOW})
_WAITS_FOR_STAFF = frozenset(
    {PrinterState.NO_PAPER, PrinterState.JAM, PrinterState.OPEN, PrinterState.PAUSED}
)

TROUBLES = {
    PrinterState.NO_PAPER: "PRINTER_NO_PAPER",
    PrinterState.JAM: "PRINTER_JAM",
    PrinterState.OPEN: "PRINTER_OPEN",
    PrinterState.PAUSED: "PRINTER_PAUSED",
    PrinterState.WRONG_PAPER: "PRINTER_WRONG_PAPER",
    PrinterState.OFFLINE: "PRINTER_OFFLINE",
    PrinterState.FAULT: "PRINTER_FAULT",
}
"""The code of the error that a badge meets at a printer in such a state."""

_STATES = {code: state for state, code in TROUBLES.items()} | {
    "PRINTER_NONE": PrinterState.NONE,
    "PRINTER_MISSING": PrinterState.OFFLINE,
}


def state_of(code: str) -> PrinterState:
    """Return the state that an error's code tells of; FAULT where it tells nothing closer."""
    return _STATES.get(code, PrinterState.FAULT)


class Fate(StrEnum):
    """What became of a job that was handed over.

    DONE as far as the printer can know; FAILED when the printer itself gave it up; NEVER when it
    certainly had not arrived; UNSURE when it may or may not have come out.
    """

    PRINTING = "printing"
    DONE = "done"
    FAILED = "failed"
    NEVER = "never"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Printer:
    """One printer of this desk.

    ``name`` is what staff call it. ``categories`` are those whose badges it prints; the default
    printer takes all others. ``roll`` is how many labels a full roll has, 0 where nobody counts,
    and ``left`` how many are left of it. Staff may hold a printer.
    """

    name: str
    address: str
    categories: frozenset[Category] = frozenset()
    roll: int = 0
    left: int = 0
    is_held: bool = False

    @property
    def is_running_low(self) -> bool:
        """Tell whether the roll is counted and comes to its end."""
        return bool(self.roll) and self.left <= LOW_LABELS

    @property
    def label(self) -> str:
        """Return a short name: a folder's last part, a network printer's host."""
        if self.name != self.address:
            return self.name
        if self.address.startswith(FOLDER_MARK):
            return (
                self.address.removeprefix(FOLDER_MARK).replace("\\", "/").rstrip("/").split("/")[-1]
            )
        return self.address.partition("://")[2].partition("/")[0].partition("?")[0] or self.name


@dataclass(frozen=True, slots=True)
class PrinterTold:
    """A printer with its state, how many badges wait for it and how many are to be seen to.

    Those are the ones that failed there, or may have come out.
    """

    printer: Printer
    state: PrinterState
    waiting: int = 0
    unsettled: int = 0


def printer_for(printers: tuple[Printer, ...], named: str, category: Category) -> str:
    """Return the name of the printer that a badge is for; "" where the desk has none.

    That is the one it was sent to while the desk still knows it, else the first one set for the
    person's category, else the default, which comes first.
    """
    names = [one.name for one in printers]
    if named in names:
        return named
    chosen = next((one.name for one in printers if category in one.categories), "")
    return chosen or (names[0] if names else "")
