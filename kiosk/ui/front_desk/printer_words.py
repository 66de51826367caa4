"""What staff read of printers and of the badges that wait for them, each fault with its remedy."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kiosk.domain.badge_line import BadgeLine
from kiosk.domain.found import BadgeState
from kiosk.domain.printer import PrinterState, PrinterTold
from kiosk.ui.widgets.desk_chip import Chip, Mood

_ICON = "printer-bold"

# For each state: the chip, the strip's head, and what to do.
_WORDS: dict[PrinterState, tuple[object, object, object]] = {
    PrinterState.NONE: (
        QT_TRANSLATE_NOOP("PrinterWords", "No printer"),
        QT_TRANSLATE_NOOP("PrinterWords", "This desk has no badge printer"),
        QT_TRANSLATE_NOOP("PrinterWords", "Add one in the settings: kiosk printers add"),
    ),
    PrinterState.READY: (
        QT_TRANSLATE_NOOP("PrinterWords", "Printer ready"),
        QT_TRANSLATE_NOOP("PrinterWords", "Badge printer {printer}: ready"),
        "",
    ),
    PrinterState.BUSY: (
        QT_TRANSLATE_NOOP("PrinterWords", "Printing"),
        QT_TRANSLATE_NOOP("PrinterWords", "Badge printer {printer}: printing"),
        "",
    ),
    PrinterState.SLOW: (
        QT_TRANSLATE_NOOP("PrinterWords", "Printing slowly"),
        QT_TRANSLATE_NOOP("PrinterWords", "Badge printer {printer}: it takes long"),
        QT_TRANSLATE_NOOP("PrinterWords", "See whether a badge is stuck"),
    ),
    PrinterState.LOW: (
        QT_TRANSLATE_NOOP("PrinterWords", "{n} badges left"),
        QT_TRANSLATE_NOOP("PrinterWords", "Badge printer {printer}: the roll ends soon"),
        QT_TRANSLATE_NOOP("PrinterWords", "Have the next roll at hand"),
    ),
    PrinterState.HELD: (
        QT_TRANSLATE_NOOP("PrinterWords", "Printer on hold"),
        QT_TRANSLATE_NOOP("PrinterWords", "Badge printer {printer}: on hold"),
        QT_TRANSLATE_NOOP("PrinterWords", "Let it go on when you are ready"),
    ),
    PrinterState.NO_PAPER: (
        QT_TRANSLATE_NOOP("PrinterWords", "Out of paper"),
        QT_TRANSLATE_NOOP("PrinterWords", "Badge printer {printer}: out of paper"),
        QT_TRANSLATE_NOOP("PrinterWords", "Put in paper, it goes on by itself"),
    ),
    PrinterState.JAM: (
        QT_TRANSLATE_NOOP("PrinterWords", "Paper jam"),
        QT_TRANSLATE_NOOP("PrinterWords", "Badge printer {printer}: paper jam"),
        QT_TRANSLATE_NOOP("PrinterWords", "Open it and pull the paper out"),
    ),
    PrinterState.OPEN: (
        QT_TRANSLATE_NOOP("PrinterWords", "Printer open"),
        QT_TRANSLATE_NOOP("PrinterWords", "Badge printer {printer}: the cover is open"),
        QT_TRANSLATE_NOOP("PrinterWords", "Close the cover"),
    ),
    PrinterState.PAUSED: (
        QT_TRANSLATE_NOOP("PrinterWords", "Printer paused"),
        QT_TRANSLATE_NOOP("PrinterWords", "Badge printer {printer}: paused"),
        QT_TRANSLATE_NOOP("PrinterWords", "Press its pause button once"),
    ),
    PrinterState.WRONG_PAPER: (
        QT_TRANSLATE_NOOP("PrinterWords", "Wrong paper"),
        QT_TRANSLATE_NOOP("PrinterWords", "Badge printer {printer}: other paper is in it"),
        QT_TRANSLATE_NOOP("PrinterWords", "Put in the badge's size"),
    ),
    PrinterState.OFFLINE: (
        QT_TRANSLATE_NOOP("PrinterWords", "Printer off"),
        QT_TRANSLATE_NOOP("PrinterWords", "Badge printer {printer}: check power or cable"),
        QT_TRANSLATE_NOOP("PrinterWords", "Switch it on, it goes on by itself"),
    ),
    PrinterState.FAULT: (
        QT_TRANSLATE_NOOP("PrinterWords", "Check the printer"),
        QT_TRANSLATE_NOOP("PrinterWords", "Badge printer {printer}: it reports a fault"),
        QT_TRANSLATE_NOOP("PrinterWords", "Look at its display"),
    ),
}

# The first is told where several printers are ill.
_GRAVEST = (
    PrinterState.JAM, PrinterState.OPEN, PrinterState.NO_PAPER, PrinterState.WRONG_PAPER,
    PrinterState.OFFLINE, PrinterState.FAULT, PrinterState.PAUSED, PrinterState.HELD,
    PrinterState.SLOW, PrinterState.LOW, PrinterState.BUSY, PrinterState.READY, PrinterState.NONE,
)  # fmt: skip
_CALM = (PrinterState.NONE, PrinterState.READY, PrinterState.BUSY)
_WARN = (PrinterState.SLOW, PrinterState.LOW, PrinterState.HELD)

_FIXED: dict[PrinterState, object] = {
    PrinterState.NO_PAPER: QT_TRANSLATE_NOOP("PrinterWords", "Paper is in"),
    PrinterState.WRONG_PAPER: QT_TRANSLATE_NOOP("PrinterWords", "Paper is in"),
    PrinterState.OPEN: QT_TRANSLATE_NOOP("PrinterWords", "It is closed"),
    PrinterState.JAM: QT_TRANSLATE_NOOP("PrinterWords", "It is clear"),
    PrinterState.HELD: QT_TRANSLATE_NOOP("PrinterWords", "Go on"),
}
_LOOK_AGAIN = QT_TRANSLATE_NOOP("PrinterWords", "Look again")

_UNSETTLED = QT_TRANSLATE_NOOP("PrinterWords", "{n} to check · Ctrl+P")

_BADGES: dict[BadgeState, object] = {
    BadgeState.WAITING: QT_TRANSLATE_NOOP("PrinterWords", "Waiting"),
    BadgeState.PRINTING: QT_TRANSLATE_NOOP("PrinterWords", "Printing"),
    BadgeState.FAILED: QT_TRANSLATE_NOOP("PrinterWords", "Not printed"),
    BadgeState.UNSURE: QT_TRANSLATE_NOOP("PrinterWords", "Did it come out?"),
}
_HELD = QT_TRANSLATE_NOOP("PrinterWords", "On hold")


def _say(words: object) -> str:
    # QT_TRANSLATE_NOOP is typed as giving an object; it gives back the text.
    return QCoreApplication.translate("PrinterWords", str(words)) if words else ""


def gravest(told: tuple[PrinterTold, ...]) -> PrinterTold | None:
    """Return the printer that needs somebody most; None where there is no printer."""
    return min(told, key=lambda one: _GRAVEST.index(one.state), default=None)


def needs_strip(state: PrinterState) -> bool:
    """Tell whether a state is worth a strip across the window; a roll that ends is a chip's."""
    return state not in (*_CALM, PrinterState.LOW)


def printer_chip(told: tuple[PrinterTold, ...] | None) -> Chip | None:
    """Return the badge printers' chip, or None until one has said anything."""
    if told is None:
        return None
    worst = gravest(told)
    state = worst.state if worst else PrinterState.NONE
    left = worst.printer.left if worst else 0
    words = _say(_WORDS[state][0]).format(n=left)
    # With several printers, whichever it is about.
    named = worst is not None and len(told) > 1 and state not in _CALM
    text = f"{worst.printer.label}: {words}" if named and worst else words
    unsettled = sum(one.unsettled for one in told)
    if state in _CALM and unsettled:
        return Chip(_say(_UNSETTLED).format(n=unsettled), _ICON, Mood.WARN)
    mood = Mood.CALM if state in _CALM else Mood.WARN if state in _WARN else Mood.BAD
    return Chip(text, _ICON, mood, remedy(state))


def head(one: PrinterTold) -> str:
    """Return what is the matter with a printer, by its name."""
    return _say(_WORDS[one.state][1]).format(printer=one.printer.label)


def remedy(state: PrinterState) -> str:
    """Return what to do about a state, "" where nothing is to do."""
    return _say(_WORDS[state][2])


def state_words(one: PrinterTold) -> str:
    """Return a printer's state in two words."""
    return _say(_WORDS[one.state][0]).format(n=one.printer.left)


def fixed(state: PrinterState) -> str:
    """Return what staff say once they have seen to a state."""
    return _say(_FIXED.get(state, _LOOK_AGAIN))


def badge_words(line: BadgeLine) -> str:
    """Return where a badge of the queue stands."""
    return _say(_HELD if line.is_held else _BADGES.get(line.state, ""))
