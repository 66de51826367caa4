"""Invented printers and badges, for drawing the window without a store."""

from __future__ import annotations

from kiosk.domain.badge_line import BadgeLine
from kiosk.domain.found import BadgeState
from kiosk.domain.printer import Printer, PrinterState, PrinterTold


def two_printers(state: PrinterState = PrinterState.READY) -> tuple[PrinterTold, ...]:
    """Return printer A in a state, and printer B, which is well."""
    left = {PrinterState.LOW: 8, PrinterState.NO_PAPER: 0}.get(state, 240)
    first = Printer("A", "sample", roll=250, left=left, is_held=state is PrinterState.HELD)
    return (
        PrinterTold(first, state, 4),
        PrinterTold(Printer("B", "sample-2", roll=250, left=112), PrinterState.READY),
    )


def waiting_badges() -> tuple[BadgeLine, ...]:
    """Return badges in every state that the queue shows."""
    kinds = (
        ("김견본", BadgeState.UNSURE),
        ("강견희", BadgeState.FAILED),
        ("남궁다빈", BadgeState.PRINTING),
        ("권혁준", BadgeState.WAITING),
        ("임견규", BadgeState.WAITING),
        ("Maximiliana-Alexandra Konstantinopoulou von und zu", BadgeState.WAITING),
        ("이솔", BadgeState.WAITING),
    )
    return tuple(
        BadgeLine(f"job-{at}", f"sample-{at}", name, state, is_held=at == 4, printer="A")
        for at, (name, state) in enumerate(kinds)
    )
