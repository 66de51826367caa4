"""The words for what is wrong with badge templates and their files; see ``messages``."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name that lupdate looks for
    """Mark a text for translation and return it as it is."""
    assert context  # noqa: S101 - for lupdate alone
    return text


SENTENCES: dict[str, str] = {
    "TEMPLATE_NAME": QT_TRANSLATE_NOOP(
        "Errors",
        "A badge template cannot be called {template}. Use up to 60 letters, digits, blanks, '.',"
        " '-' and '_'.",
    ),
    "BADGE_TOO_LARGE": QT_TRANSLATE_NOOP(
        "Errors",
        "A badge of {template} at {dpi} dots an inch is too large to be drawn. Choose a lower"
        " resolution.",
    ),
    "SHEET_START": QT_TRANSLATE_NOOP(
        "Errors",
        "A page of {template} has no label {start}. Begin with one from 1 to {labels}.",
    ),
}
