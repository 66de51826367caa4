"""What a touchscreen's request is about, in a few words for staff."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kiosk.domain.request import DeskRequest, RequestKind

_KINDS: dict[RequestKind, object] = {
    RequestKind.HELP: QT_TRANSLATE_NOOP("RequestWords", "Needs help"),
    RequestKind.BADGE: QT_TRANSLATE_NOOP("RequestWords", "Badge to hand over"),
    RequestKind.CALL: QT_TRANSLATE_NOOP("RequestWords", "Staff call"),
}

# Codes of two kinds: a verdict's Reason, and what else leads a guest from the touchscreen to here.
_WORDS: dict[str, object] = {
    "UNREADABLE": QT_TRANSLATE_NOOP("RequestWords", "Not an entry QR"),
    "UNKNOWN": QT_TRANSLATE_NOOP("RequestWords", "QR not on the list"),
    "OTHER_EVENT": QT_TRANSLATE_NOOP("RequestWords", "QR of another event"),
    "AMBIGUOUS": QT_TRANSLATE_NOOP("RequestWords", "Two tickets match"),
    "REVOKED": QT_TRANSLATE_NOOP("RequestWords", "Has a newer QR"),
    "CANCELLED": QT_TRANSLATE_NOOP("RequestWords", "Cancelled before"),
    "BLOCKED": QT_TRANSLATE_NOOP("RequestWords", "Entry not allowed"),
    "UNAPPROVED": QT_TRANSLATE_NOOP("RequestWords", "Not approved yet"),
    "NOT_YET_VALID": QT_TRANSLATE_NOOP("RequestWords", "Not valid yet"),
    "EXPIRED": QT_TRANSLATE_NOOP("RequestWords", "No longer valid"),
    "WRONG_CATEGORY": QT_TRANSLATE_NOOP("RequestWords", "Other category"),
    "NOT_BOOKED": QT_TRANSLATE_NOOP("RequestWords", "Not signed up"),
    "PENDING": QT_TRANSLATE_NOOP("RequestWords", "Pending"),
    "NOT_YET_OPEN": QT_TRANSLATE_NOOP("RequestWords", "Not open yet"),
    "CLOSED": QT_TRANSLATE_NOOP("RequestWords", "Check-in closed"),
    "FULL": QT_TRANSLATE_NOOP("RequestWords", "Session full"),
    "ENTRY_LIMIT": QT_TRANSLATE_NOOP("RequestWords", "No entries left"),
    "TOO_SOON": QT_TRANSLATE_NOOP("RequestWords", "Came in just now"),
    "NEEDS_ANSWERS": QT_TRANSLATE_NOOP("RequestWords", "Questions to ask"),
    "ALREADY_IN": QT_TRANSLATE_NOOP("RequestWords", "Already in"),
    "OK": QT_TRANSLATE_NOOP("RequestWords", "Checked in"),
    "not-listed": QT_TRANSLATE_NOOP("RequestWords", "Name not found"),
    "crowd": QT_TRANSLATE_NOOP("RequestWords", "Many similar names"),
    "number-unknown": QT_TRANSLATE_NOOP("RequestWords", "Number not known"),
    "too-often": QT_TRANSLATE_NOOP("RequestWords", "Three wrong numbers"),
    "closed-name": QT_TRANSLATE_NOOP("RequestWords", "Name locked there"),
    "not-saved": QT_TRANSLATE_NOOP("RequestWords", "Record not saved"),
    "no-answer": QT_TRANSLATE_NOOP("RequestWords", "Look-up failed"),
    "no-consent": QT_TRANSLATE_NOOP("RequestWords", "Consent refused"),
    "badge-again": QT_TRANSLATE_NOOP("RequestWords", "Wants a new badge"),
    "not-me": QT_TRANSLATE_NOOP("RequestWords", "Not this person"),
    "no-badge": QT_TRANSLATE_NOOP("RequestWords", "Badge did not come"),
}


def request_words(request: DeskRequest) -> str:
    """Return what staff read; a code nobody here knows is told as what the request is for."""
    words = _WORDS.get(request.why) if request.kind is RequestKind.HELP else None
    return QCoreApplication.translate("RequestWords", str(words or _KINDS[request.kind]))
