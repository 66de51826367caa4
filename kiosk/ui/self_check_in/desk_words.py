"""Why a guest is asked to the desk, in words that blame nobody and give nothing away."""

from __future__ import annotations

from enum import StrEnum

from kiosk.domain.settings import DeskSide
from kiosk.domain.verdict import Reason
from kiosk.ui.self_check_in.screen import translate


class Cause(StrEnum):
    """What leads to the desk without a verdict."""

    NOT_LISTED = "not-listed"
    CROWD = "crowd"
    NUMBER_UNKNOWN = "number-unknown"
    TOO_OFTEN = "too-often"
    CLOSED_NAME = "closed-name"
    NOT_SAVED = "not-saved"
    NO_ANSWER = "no-answer"
    NO_CONSENT = "no-consent"
    BADGE_AGAIN = "badge-again"
    NOT_ME = "not-me"
    NO_BADGE = "no-badge"


Why = Reason | Cause

NAME_MAY_HELP = frozenset(
    {Reason.UNREADABLE, Reason.UNKNOWN, Reason.OTHER_EVENT, Reason.AMBIGUOUS, Reason.REVOKED}
)
"""Reasons that lie in the code and not in the person: the name finder may still let them in."""

ARROWS = {
    DeskSide.LEFT: "arrow-left-bold",
    DeskSide.RIGHT: "arrow-right-bold",
    DeskSide.BEHIND: "arrow-u-down-left-bold",
}


def side_words(side: DeskSide) -> tuple[str, str]:
    """Return where the desk is, in one word, and the sentence that asks there."""
    if side is DeskSide.BEHIND:
        where = translate("SelfCheckIn", "Behind you")
    elif side is DeskSide.RIGHT:
        where = translate("SelfCheckIn", "Right", "where the desk is")
    else:
        where = translate("SelfCheckIn", "Left", "where the desk is")
    return where, translate("SelfCheckIn", "Please come\nto the desk")


def reason_words(why: Why) -> str:
    """Return the sentence that a guest reads."""
    words = {
        Reason.UNREADABLE: translate("SelfCheckIn", "This is not\nan entry QR code."),
        Reason.UNKNOWN: translate("SelfCheckIn", "This QR code is\nnot on today’s list."),
        Reason.OTHER_EVENT: translate("SelfCheckIn", "This QR code is\nfor another event."),
        Reason.AMBIGUOUS: translate("SelfCheckIn", "We need to\ncheck your name."),
        Reason.REVOKED: translate("SelfCheckIn", "There is a newer\nQR code for you."),
        Reason.CANCELLED: _check_registration(),
        Reason.BLOCKED: _check_registration(),
        Reason.UNAPPROVED: _check_registration(),
        Reason.PENDING: _check_registration(),
        Reason.NOT_YET_VALID: translate("SelfCheckIn", "Your registration is\nfor a later time."),
        Reason.EXPIRED: translate("SelfCheckIn", "Your registration was\nfor an earlier time."),
        Reason.WRONG_CATEGORY: translate("SelfCheckIn", "Another entrance\nis meant for you."),
        Reason.NOT_BOOKED: translate("SelfCheckIn", "This session\nneeds a booking."),
        Reason.NOT_YET_OPEN: translate("SelfCheckIn", "Check-in has\nnot opened yet."),
        Reason.CLOSED: translate("SelfCheckIn", "Check-in is\nclosed."),
        Reason.FULL: translate("SelfCheckIn", "The session is full.\nWe will help you wait."),
        Reason.ENTRY_LIMIT: translate("SelfCheckIn", "We need to\ncheck your entries."),
        Reason.TOO_SOON: translate("SelfCheckIn", "You came in\na moment ago."),
        Reason.NEEDS_ANSWERS: translate("SelfCheckIn", "We have a short\nquestion for you."),
        Cause.NOT_LISTED: translate("SelfCheckIn", "We will look for\nyour name together."),
        Cause.CROWD: translate("SelfCheckIn", "Several people\nhave a name like yours."),
        Cause.NUMBER_UNKNOWN: _confirm_who(),
        Cause.TOO_OFTEN: _confirm_who(),
        Cause.CLOSED_NAME: translate("SelfCheckIn", "The desk will\ncheck this name."),
        Cause.NO_ANSWER: translate("SelfCheckIn", "We cannot look\nthat up right now."),
        Cause.NO_CONSENT: translate("SelfCheckIn", "You can enter\nwithout consent."),
        Cause.BADGE_AGAIN: translate("SelfCheckIn", "You get your\nbadge again."),
        Cause.NOT_ME: _confirm_who(),
        Cause.NO_BADGE: translate("SelfCheckIn", "You get your\nbadge by hand."),
        Cause.NOT_SAVED: translate("SelfCheckIn", "The record could\nnot be saved."),
    }
    return words.get(why, _check_registration())


def _check_registration() -> str:
    return translate("SelfCheckIn", "We need to\ncheck your registration.")


def _confirm_who() -> str:
    return translate("SelfCheckIn", "We need to\nconfirm who you are.")
