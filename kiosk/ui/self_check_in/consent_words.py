"""The words of a consent notice: its four facts, the law, and the whole text."""

from __future__ import annotations

from kiosk.domain.consent import ConsentNotice
from kiosk.ui.self_check_in.screen import translate


def _items(notice: ConsentNotice) -> str:
    names = {
        "name": translate("SelfCheckIn", "Name", "item of a consent notice"),
        "name_latin": translate("SelfCheckIn", "Name in Latin letters"),
        "organisation": translate("SelfCheckIn", "Organisation", "item of a consent notice"),
        "job_title": translate("SelfCheckIn", "Title", "item of a consent notice"),
        "phone": translate("SelfCheckIn", "Phone", "item of a consent notice"),
        "email": translate("SelfCheckIn", "E-mail"),
        "signature": translate("SelfCheckIn", "Signature", "item of a consent notice"),
        "entry_time": translate("SelfCheckIn", "Entry time"),
    }
    return ", ".join(names.get(one, one) for one in notice.items)


def facts(notice: ConsentNotice, language: str) -> list[tuple[str, str]]:
    """Return the four facts of art. 15 (2), each with its heading."""
    keep = translate("SelfCheckIn", "{n} days after the event, then destroyed")
    return [
        (translate("SelfCheckIn", "Purpose"), notice.purpose.text(language)),
        (translate("SelfCheckIn", "What we collect"), _items(notice)),
        (translate("SelfCheckIn", "How long"), keep.format(n=notice.retention_days)),
        (translate("SelfCheckIn", "You may refuse"), notice.refusal.text(language)),
    ]


def law(notice: ConsentNotice) -> str:
    """Return who answers for the data, and under which law."""
    said = translate(
        "SelfCheckIn", "Controller: {who} · Personal Information Protection Act, Art. 15"
    )
    return said.format(who=notice.controller)


def whole_text(notice: ConsentNotice, language: str) -> str:
    """Return the whole notice as paragraphs, the optional consents at its end."""
    parts = [f"{heading}: {words}" for heading, words in facts(notice, language)]
    parts.append(law(notice))
    named = translate("SelfCheckIn", "{text} (optional)")
    for one in notice.optional:
        words = named.format(text=one.text.text(language))
        detail = one.detail.text(language)
        parts.append(f"{words}: {detail}" if detail else words)
    return "\n".join(parts)
