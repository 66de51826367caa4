"""The words for what goes wrong with deeds at the desk; joined to ``ui.messages`` there."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name that lupdate looks for
    """Mark a text for translation and return it as it is."""
    assert context  # noqa: S101 - for lupdate alone
    return text


SENTENCES: dict[str, str] = {
    "REASON_LONG": QT_TRANSLATE_NOOP(
        "Errors", "This text has more than {limit} characters. Shorten it."
    ),
    "OVERRIDE_FORBIDDEN": QT_TRANSLATE_NOOP(
        "Errors",
        "Nobody may be let past this rule here ({rules}). Ask the organiser, who can change the"
        " event file.",
    ),
    "CHANGED_MEANWHILE": QT_TRANSLATE_NOOP(
        "Errors",
        "Somebody else has just changed the same fields ({fields}). Nothing was saved; close this"
        " and open the person again.",
    ),
    "NOTE_EMPTY": QT_TRANSLATE_NOOP("Errors", "The note is empty. Write something, or close it."),
    "NOT_IN": QT_TRANSLATE_NOOP(
        "Errors", "This person has not come in, so there is nothing to sign. Check them in first."
    ),
}
