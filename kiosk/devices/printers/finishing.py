"""Printing one badge to its end, for callers that may wait: the command line."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.devices.printers.opening import put_pages
from kiosk.domain.errors import KioskError
from kiosk.domain.patience import Patience
from kiosk.domain.printer import TROUBLES, Fate, PrinterState

if TYPE_CHECKING:
    from PIL.Image import Image

    from kiosk.devices.printers.printer import BadgePrinter

_ASK_AGAIN_S = 0.3


def print_to_end(
    printer: BadgePrinter,
    pages: list[Image],
    job_id: str,
    *,
    clock_s: Callable[[], float] = time.monotonic,
    rest: Callable[[float], None] = time.sleep,
) -> None:
    """Print a badge and return once it is out.

    Raises KioskError: those of ``put_pages``, PRINTER_GAVE_UP, PRINTER_STUCK where it took too
    long or nobody can tell what became of it.
    """
    patience = Patience(clock_s)
    told = put_pages(printer, pages, job_id)
    while told.fate is Fate.PRINTING:
        # Nobody at a terminal clears a jam within the call: what waits for staff has ended here.
        if patience.is_over or told.state.waits_for_staff:
            raise _ended(printer, printer.give_up(job_id), told.state)
        rest(_ASK_AGAIN_S)
        told = printer.follow(job_id)
        patience.note(PrinterState.BUSY)
    if told.fate is not Fate.DONE:
        raise _ended(printer, told.fate, told.state)


def _ended(printer: BadgePrinter, fate: Fate, state: PrinterState) -> KioskError:
    if fate is not Fate.FAILED:
        return KioskError("PRINTER_STUCK", printer=printer.name)
    return KioskError(TROUBLES.get(state, "PRINTER_GAVE_UP"), printer=printer.name)
