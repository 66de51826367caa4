"""The words of deeds: reasons to choose from, rules that are passed, fields that are corrected."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kiosk.domain.deed import REASONS, DeedKind
from kiosk.domain.errors import KioskError
from kiosk.domain.verdict import Reason
from kiosk.ui.messages import error_text

_CONTEXT = "DeedWords"

_REASONS: dict[str, object] = {
    "wrong-person": QT_TRANSLATE_NOOP("DeedWords", "Somebody else was meant"),
    "by-mistake": QT_TRANSLATE_NOOP("DeedWords", "Pressed by mistake"),
    "wrong-session": QT_TRANSLATE_NOOP("DeedWords", "Another session was meant"),
    "organiser-agreed": QT_TRANSLATE_NOOP("DeedWords", "The organiser agreed"),
    "list-wrong": QT_TRANSLATE_NOOP("DeedWords", "The list is wrong"),
    "guest-of-honour": QT_TRANSLATE_NOOP("DeedWords", "A guest of honour"),
    "lost": QT_TRANSLATE_NOOP("DeedWords", "Lost"),
    "misprint": QT_TRANSLATE_NOOP("DeedWords", "Misprinted"),
    "wrong-details": QT_TRANSLATE_NOOP("DeedWords", "Wrong name or organisation"),
    "other": QT_TRANSLATE_NOOP("DeedWords", "Something else"),
}

_RULES: dict[Reason, object] = {
    Reason.WRONG_CATEGORY: QT_TRANSLATE_NOOP("DeedWords", "Not for this category"),
    Reason.NOT_BOOKED: QT_TRANSLATE_NOOP("DeedWords", "Not signed up for this session"),
    Reason.PENDING: QT_TRANSLATE_NOOP("DeedWords", "Registration pending"),
    Reason.NOT_YET_OPEN: QT_TRANSLATE_NOOP("DeedWords", "Check-in not open yet"),
    Reason.CLOSED: QT_TRANSLATE_NOOP("DeedWords", "Check-in is closed"),
    Reason.FULL: QT_TRANSLATE_NOOP("DeedWords", "The session is full"),
    Reason.ENTRY_LIMIT: QT_TRANSLATE_NOOP("DeedWords", "No entries left"),
    Reason.TOO_SOON: QT_TRANSLATE_NOOP("DeedWords", "Came in just now"),
    Reason.ALREADY_IN: QT_TRANSLATE_NOOP("DeedWords", "Came before and left"),
}

_FIELDS: dict[str, object] = {
    "name": QT_TRANSLATE_NOOP("DeedWords", "Name"),
    "name_latin": QT_TRANSLATE_NOOP("DeedWords", "Name in English"),
    "organisation": QT_TRANSLATE_NOOP("DeedWords", "Organisation"),
    "job_title": QT_TRANSLATE_NOOP("DeedWords", "Title"),
    "phone": QT_TRANSLATE_NOOP("DeedWords", "Mobile"),
    "email": QT_TRANSLATE_NOOP("DeedWords", "E-mail"),
    "category": QT_TRANSLATE_NOOP("DeedWords", "Role"),
    "seat": QT_TRANSLATE_NOOP("DeedWords", "Seat"),
    "flag": QT_TRANSLATE_NOOP("DeedWords", "Flag"),
    "reason": QT_TRANSLATE_NOOP("DeedWords", "Reason"),
}


def say(text: object) -> str:
    """Return a text of this module in the language installed now."""
    return QCoreApplication.translate(_CONTEXT, str(text)) if text else ""


def reasons(kind: DeedKind) -> list[tuple[str, str]]:
    """Return the reasons to choose from for a deed, with their words."""
    return [(code, say(_REASONS[code])) for code in REASONS[kind]]


def rule(reason: Reason) -> str:
    """Return what a rule that is passed is called."""
    return say(_RULES[reason])


def field(name: str) -> str:
    """Return what a field is called; one nobody here knows is told by its name."""
    return say(_FIELDS.get(name)) or name


def problem(error: KioskError) -> str:
    """Return an error's sentence in the language installed now, its fields by their words."""
    facts = dict(error.facts)
    if "field" in facts:
        facts["field"] = field(str(facts["field"]))
    held = facts.get("fields")
    if isinstance(held, list | tuple):
        facts["fields"] = [field(str(one)) for one in held]
    rules = facts.get("rules")
    if isinstance(rules, list | tuple):
        facts["rules"] = [_rule_named(str(one)) for one in rules]
    told = KioskError(error.code, **facts)
    return error_text(told, lambda source: QCoreApplication.translate("Errors", source))


def _rule_named(name: str) -> str:
    known = next((one for one in _RULES if one.value == name), None)
    return rule(known) if known else name
