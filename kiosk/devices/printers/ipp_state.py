"""What a printer says of itself by IPP, in the desk's words (RFC 8011, 5.4.11 and 5.4.12)."""

from __future__ import annotations

from kiosk.devices.printers.ipp_message import Attributes, number, texts
from kiosk.domain.printer import Fate, PrinterState

PROCESSING, STOPPED = 4, 5

# In the order in which staff must act: a cover is opened because of a jam, a jam pauses.
_REASONS = (
    (("media-jam",), PrinterState.JAM),
    (("cover-open", "door-open", "interlock-open", "input-tray-missing"), PrinterState.OPEN),
    (("media-empty", "media-needed"), PrinterState.NO_PAPER),
    (("offline", "shutdown", "timed-out", "connecting-to-device"), PrinterState.OFFLINE),
    (("paused", "moving-to-paused", "stopping", "hold-new-jobs"), PrinterState.PAUSED),
)
_ALWAYS_GRAVE = frozenset({PrinterState.JAM, PrinterState.OFFLINE})
# Told of a printer that only talks to its device, or sleeps until it is woken by a job.
_HARMLESS = frozenset({"none", "cups-waiting-for-job-completed", "deactivated", "testing"})
_SEVERITIES = ("-error", "-warning", "-report")


def state_of(attributes: Attributes) -> PrinterState:
    """Return the state that a printer's attributes tell of.

    A warning or report stops nothing unless the printer has stopped, for it may be of a tray that
    is not wanted; a jam is one whatever it is called, and being offline is told as a report by
    queues that still hope.
    """
    stopped = number(attributes, "printer-state") == STOPPED
    told = [_split(one) for one in texts(attributes, "printer-state-reasons")]
    for names, state in _REASONS:
        for name, severity in told:
            is_grave = stopped or severity == "-error" or state in _ALWAYS_GRAVE
            if name in names and is_grave:
                return state
    if any(name == "media-empty" for name, _ in told) and _has_one_paper(attributes):
        return PrinterState.NO_PAPER
    if _is_refusing(attributes):
        return PrinterState.PAUSED
    if stopped or any(severity == "-error" and name not in _HARMLESS for name, severity in told):
        return PrinterState.FAULT
    if any(name == "media-low" for name, _ in told):
        return PrinterState.LOW
    busy = number(attributes, "printer-state") == PROCESSING
    return PrinterState.BUSY if busy else PrinterState.READY


def _has_one_paper(attributes: Attributes) -> bool:
    """Tell whether the printer has no second tray that could hold what is wanted."""
    return len(attributes.get("media-ready", ())) <= 1


def _is_refusing(attributes: Attributes) -> bool:
    return next(iter(attributes.get("printer-is-accepting-jobs", ())), True) is False


def _split(reason: str) -> tuple[str, str]:
    """Return a reason's name and severity; one without a severity is an error (RFC 8011)."""
    for severity in _SEVERITIES:
        if reason.endswith(severity):
            return reason.removesuffix(severity), severity
    return reason, "" if reason in _HARMLESS else "-error"


_FATES = {7: Fate.FAILED, 8: Fate.FAILED, 9: Fate.DONE}


def fate_of(job: Attributes) -> Fate:
    """Return what became of a job; one that ended with errors may have come out or not."""
    fate = _FATES.get(number(job, "job-state"), Fate.PRINTING)
    reasons = set(texts(job, "job-state-reasons"))
    if fate is Fate.DONE and "job-completed-with-errors" in reasons:
        return Fate.UNSURE
    sheets = max(
        number(job, "job-impressions-completed"), number(job, "job-media-sheets-completed")
    )
    # It was given up while, or after, its sheet went through.
    return Fate.UNSURE if fate is Fate.FAILED and sheets else fate
