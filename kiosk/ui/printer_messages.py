"""The words for what goes wrong with printers; joined to all others in ``ui.messages``."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name that lupdate looks for
    """Mark a text for translation and return it as it is."""
    assert context  # noqa: S101 - for lupdate alone
    return text


SENTENCES: dict[str, str] = {
    "PRINTER_NONE": QT_TRANSLATE_NOOP(
        "Errors", "No printer is set. Name one with --printer: a queue, or folder:PATH for PDF."
    ),
    "PRINTER_MISSING": QT_TRANSLATE_NOOP(
        "Errors", "The printer {printer} is not there. Connect it or choose another."
    ),
    "PRINTER_REFUSED": QT_TRANSLATE_NOOP(
        "Errors",
        "The printer {printer} did not take the badge ({detail}). Check paper, size and queue, then"
        " print again.",
    ),
    "PRINTER_SUPPORT_MISSING": QT_TRANSLATE_NOOP(
        "Errors",
        "This machine cannot reach its printers ({detail}). Install libcups2, or print into a"
        " folder.",
    ),
    "PRINTER_ADDRESS_WRONG": QT_TRANSLATE_NOOP(
        "Errors",
        "The printer's address {address} {problem}. Give a queue's name, folder:PATH, ipp://HOST or"
        " zebra://HOST.",
    ),
    "PRINTER_OFFLINE": QT_TRANSLATE_NOOP(
        "Errors",
        "The printer {printer} does not answer ({detail}). Check its power and cable; its badges"
        " wait.",
    ),
    "PRINTER_NO_PAPER": QT_TRANSLATE_NOOP(
        "Errors", "The printer {printer} is out of paper. Load it; its badges wait."
    ),
    "PRINTER_JAM": QT_TRANSLATE_NOOP(
        "Errors", "Paper is jammed in the printer {printer}. Clear it; its badges wait."
    ),
    "PRINTER_OPEN": QT_TRANSLATE_NOOP(
        "Errors", "The printer {printer} is open. Close its cover; its badges wait."
    ),
    "PRINTER_PAUSED": QT_TRANSLATE_NOOP(
        "Errors", "The printer {printer} is paused. Start it again; its badges wait."
    ),
    "PRINTER_WRONG_PAPER": QT_TRANSLATE_NOOP(
        "Errors",
        "The printer {printer} has other paper in it ({loaded}) than the badge needs ({asked})."
        " Load that, or choose another template.",
    ),
    "PRINTER_FAULT": QT_TRANSLATE_NOOP(
        "Errors", "The printer {printer} reports a fault. Look at its display; its badges wait."
    ),
    "PRINTER_BUSY": QT_TRANSLATE_NOOP(
        "Errors", "The printer {printer} has its hands full. It is tried again by itself."
    ),
    "PRINTER_CERTIFICATE": QT_TRANSLATE_NOOP(
        "Errors",
        "Nobody vouches for the printer {printer} ({detail}). Compare its fingerprint with the"
        " printer's own page, and add ?sha256=FINGERPRINT to its address.",
    ),
    "PRINTER_UNCLEAR": QT_TRANSLATE_NOOP(
        "Errors",
        "What answers as printer {printer} is none ({detail}). Check its address; its badges wait.",
    ),
    "PRINTER_CUT": QT_TRANSLATE_NOOP(
        "Errors",
        "The connection to the printer {printer} broke while a badge was sent ({detail}). Look"
        " whether it came out, then print again if not.",
    ),
    "PRINTER_GAVE_UP": QT_TRANSLATE_NOOP(
        "Errors",
        "The printer {printer} gave the badge up. Look at its display, then print it again.",
    ),
    "PRINTER_STUCK": QT_TRANSLATE_NOOP(
        "Errors",
        "The printer {printer} took a badge and did not finish it. Look whether it came out, then"
        " print again if not.",
    ),
    "PRINTER_UNKNOWN": QT_TRANSLATE_NOOP(
        "Errors", "This desk has no printer {printer}. Known are: {known}."
    ),
    "PRINTER_NAME_WRONG": QT_TRANSLATE_NOOP(
        "Errors",
        "A printer cannot be called {name}. Give it up to {limit} letters, digits, blanks or"
        " hyphens.",
    ),
    "BADGE_JOB_UNKNOWN": QT_TRANSLATE_NOOP(
        "Errors", "The queue has no badge {job}. Look at the queue again."
    ),
    "BADGE_JOB_BUSY": QT_TRANSLATE_NOOP(
        "Errors", "The badge {job} is {state}, so this cannot be done. Look at the queue again."
    ),
}
