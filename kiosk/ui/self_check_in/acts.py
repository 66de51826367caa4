"""What a guest can do on the touchscreen; every press is one of these, with what it carries."""

from __future__ import annotations

from enum import StrEnum

TAKE_BACK, TAKE_ALL = "\b", "\x7f"
"""What Act.KEY carries for the keys that take letters back."""


class Act(StrEnum):
    """A press; the comment says what it carries, where it carries something."""

    FIND = "find"
    REGISTER = "register"
    HOME = "home"
    BACK = "back"
    NEXT = "next"
    FINISH = "finish"
    KEEP_GOING = "keep-going"
    CALL = "call"
    CANCEL_CALL = "cancel-call"
    SCAN_AGAIN = "scan-again"
    LETTER = "letter"  # what a key of the finder's letters sends
    DIGIT = "digit"  # what a key of the finder's digits sends
    CARD = "card"  # a registration's id
    NOT_LISTED = "not-listed"
    NUMBER_UNKNOWN = "number-unknown"
    REPRINT = "reprint"
    NOT_ME = "not-me"
    NO_BADGE = "no-badge"
    READ_ON = "read-on"
    OPTION = "option"  # the id of an optional consent, to be ticked or not
    AGREE = "agree"
    REFUSE = "refuse"
    KEY = "key"  # what a key of a keyboard sends
    PICK = "pick"  # an organisation, or one of a question's choices
    SKIP = "skip"
    ANSWER = "answer"  # the answer to a question
    SIGN = "sign"  # a Signature
    CANNOT_SIGN = "cannot-sign"
    STAY = "stay"
    LEAVE = "leave"
    PIN_KEY = "pin-key"  # a digit, or what the keys of the digits send
    ADJUST = "adjust"  # (name of a setting, its new value)
    LEAVE_KIOSK = "leave-kiosk"
    CLOSE_PROGRAM = "close-program"
