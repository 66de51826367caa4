"""The words for errors: what happened, and what to do next.

Importing this imports no Qt: the command line speaks the English source, the windows translate it
(context "Errors").
"""

from __future__ import annotations

import string
from collections.abc import Callable

from kiosk.domain.errors import KioskError
from kiosk.ui import badge_messages, desk_messages, printer_messages


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name that lupdate looks for
    """Mark a text for translation and return it as it is."""
    assert context  # noqa: S101 - for lupdate alone
    return text


_SENTENCES: dict[str, str] = {
    **printer_messages.SENTENCES,
    "UNEXPECTED": QT_TRANSLATE_NOOP(
        "Errors",
        "Something went wrong that the program did not expect ({kind}). Nothing was half-written;"
        " try again, and send the log to support if it comes back.",
    ),
    "NO_DISPLAY": QT_TRANSLATE_NOOP(
        "Errors",
        "No display was found, so no window can open. Start it on a desktop; `kiosk demo` takes"
        " --no-gui, too.",
    ),
    "QT_LIBRARIES_MISSING": QT_TRANSLATE_NOOP(
        "Errors", "Libraries that the windows need are missing. Install them with: {remedy}"
    ),
    "STORE_MISSING": QT_TRANSLATE_NOOP(
        "Errors",
        "There is no event data at {path}. Apply an event file first, or choose another --data.",
    ),
    "STORE_NOT_WRITABLE": QT_TRANSLATE_NOOP(
        "Errors",
        "The data at {path} cannot be written. Check the folder's permissions and the disk.",
    ),
    "STORE_FULL": QT_TRANSLATE_NOOP(
        "Errors", "No space is left on this device for {path}. Free some, then try again."
    ),
    "STORE_LOCKED": QT_TRANSLATE_NOOP(
        "Errors",
        "Another program is holding the data at {path}. Close it (a backup or a virus scan may"
        " hold it), then try again.",
    ),
    "STORE_DAMAGED": QT_TRANSLATE_NOOP(
        "Errors",
        "The data at {path} is damaged or no store of this program. Keep the file, and restore the"
        " newest backup.",
    ),
    "STORE_NEWER": QT_TRANSLATE_NOOP(
        "Errors",
        "The data at {path} was written by a newer version. Update the program; the file is"
        " untouched.",
    ),
    "STORE_NOT_DURABLE": QT_TRANSLATE_NOOP(
        "Errors",
        "The disk at {path} does not keep records safely ({pragma} is {value}). Choose a folder on"
        " this machine's own disk.",
    ),
    "NO_EVENT": QT_TRANSLATE_NOOP(
        "Errors", "There is no event here yet. Apply an event file: kiosk event apply FILE.toml"
    ),
    "EVENT_UNKNOWN": QT_TRANSLATE_NOOP(
        "Errors", "There is no event {event} here. Known are: {events}."
    ),
    "EVENT_NOT_CHOSEN": QT_TRANSLATE_NOOP(
        "Errors", "Several events are here: {events}. Choose one with --event."
    ),
    "EVENT_FILE_SYNTAX": QT_TRANSLATE_NOOP(
        "Errors", "{file}, line {line}: this is no valid TOML ({detail}). Correct it and try again."
    ),
    "EVENT_FILE_WRONG": QT_TRANSLATE_NOOP(
        "Errors", "Event file, line {line}: {key} {problem}. Nothing was changed."
    ),
    "SESSION_IN_USE": QT_TRANSLATE_NOOP(
        "Errors",
        "The file leaves out the session {session}, which people have entered. Put it back; its"
        " attendance would be lost.",
    ),
    "SESSION_UNKNOWN": QT_TRANSLATE_NOOP(
        "Errors", "The event has no session {session}. Known are: {sessions}."
    ),
    "SCAN_LINE_WRONG": QT_TRANSLATE_NOOP(
        "Errors", "This scan line cannot be used: {key} {problem}. The next line is read."
    ),
    "REGISTRATION_UNKNOWN": QT_TRANSLATE_NOOP(
        "Errors", "Nobody on this event's roster has the number {registration}. Find it by name."
    ),
    "ENTRY_UNKNOWN": QT_TRANSLATE_NOOP(
        "Errors", "This event's journal has no entry {entry}. Export the journal to look it up."
    ),
    "ENTRY_IS_VOID": QT_TRANSLATE_NOOP(
        "Errors", "Entry {entry} undoes another one and cannot be undone. Scan the person again."
    ),
    "ALREADY_VOID": QT_TRANSLATE_NOOP(
        "Errors", "Entry {entry} was undone before. Nothing is to do."
    ),
    "REASON_MISSING": QT_TRANSLATE_NOOP("Errors", "A reason is needed. Give one and try again."),
    "CONSENT_UNKNOWN": QT_TRANSLATE_NOOP(
        "Errors",
        "This event asks for no consent {consent}. Known are: {known}.",
    ),
    "SIGNATURE_EMPTY": QT_TRANSLATE_NOOP(
        "Errors",
        "The signature has no strokes. Sign once more, or have staff confirm it.",
    ),
    "SIGNATURE_LARGE": QT_TRANSLATE_NOOP(
        "Errors",
        "The signature takes {bytes} bytes, and {limit} are kept at most. Sign once more, shorter.",
    ),
    "REQUEST_UNKNOWN": QT_TRANSLATE_NOOP(
        "Errors",
        "The desk has no request {request}. Look at the list again.",
    ),
    "NAME_SHORT": QT_TRANSLATE_NOOP(
        "Errors",
        "A name needs at least {least} letters. Type the whole name.",
    ),
    "NAME_LONG": QT_TRANSLATE_NOOP(
        "Errors",
        "The name is longer than {limit} characters. Shorten it.",
    ),
    "PHONE_WRONG": QT_TRANSLATE_NOOP(
        "Errors",
        "There is no such telephone number. Check its digits, the area code included.",
    ),
    "RRN_IN_TEXT": QT_TRANSLATE_NOOP(
        "Errors",
        "The field {field} holds a resident registration number, which must not be collected."
        " Delete it.",
    ),
    "FIELD_LONG": QT_TRANSLATE_NOOP(
        "Errors",
        "The field {field} is longer than {limit} characters. Shorten it.",
    ),
    "CONSENT_MISSING": QT_TRANSLATE_NOOP(
        "Errors",
        "Nothing is kept of a person who does not consent. Ask again, or let them in at the"
        " desk without a badge.",
    ),
    "EMAIL_WRONG": QT_TRANSLATE_NOOP(
        "Errors",
        "This is no e-mail address. Check it, or leave it empty.",
    ),
    "SETTING_WRONG": QT_TRANSLATE_NOOP(
        "Errors",
        "The setting {setting} {problem}. Nothing was changed.",
    ),
    "PIN_SHAPE": QT_TRANSLATE_NOOP("Errors", "A PIN is exactly {length} digits. Choose another."),
    "PIN_WEAK": QT_TRANSLATE_NOOP(
        "Errors",
        "This PIN is among the first that anybody tries (a run, one digit, a repeat). Choose"
        " another.",
    ),
    "PIN_NOT_SET": QT_TRANSLATE_NOOP(
        "Errors",
        "No administration PIN is set on this desk. Set one with: kiosk pin",
    ),
    "BENCH_UNKNOWN": QT_TRANSLATE_NOOP(
        "Errors", "There is no benchmark {names}. Choose from: {known}."
    ),
    "BENCH_NEEDS_PYTHON": QT_TRANSLATE_NOOP(
        "Errors",
        "The benchmark {name} starts Python programs, which the bundle cannot. Run it from an"
        " installation with pip.",
    ),
    "EXPORT_UNKNOWN": QT_TRANSLATE_NOOP(
        "Errors", "There is no export {kind}. Choose one of: {kinds}."
    ),
    "FORMAT_UNKNOWN": QT_TRANSLATE_NOOP(
        "Errors", "This export has no format {format}. Choose one of: {formats}."
    ),
    "FILE_NOT_WRITTEN": QT_TRANSLATE_NOOP(
        "Errors", "{file} could not be written ({detail}). What was there before is unchanged."
    ),
    "FILE_MISSING": QT_TRANSLATE_NOOP(
        "Errors", "There is no file {file}. Check its name and place."
    ),
    "FILE_UNREADABLE": QT_TRANSLATE_NOOP(
        "Errors", "{file} cannot be read ({detail}). Close it elsewhere or check its permissions."
    ),
    "FILE_EMPTY": QT_TRANSLATE_NOOP("Errors", "The file holds nothing. Choose another one."),
    "FILE_TOO_LARGE": QT_TRANSLATE_NOOP(
        "Errors", "The file is too large (50 MiB and 200,000 rows at most). Split it."
    ),
    "FILE_KIND": QT_TRANSLATE_NOOP(
        "Errors", "{kind} files are not read. Save it as .xlsx or .csv and try again."
    ),
    "FILE_ENCRYPTED": QT_TRANSLATE_NOOP(
        "Errors", "The file has a password. Remove it and save again."
    ),
    "NOT_A_ROSTER": QT_TRANSLATE_NOOP(
        "Errors", "This file is no roster ({kind}). Choose a CSV or XLSX file."
    ),
    "TOO_MANY_COLUMNS": QT_TRANSLATE_NOOP(
        "Errors",
        "The file has {columns} columns; {limit} are read at most. Delete those not needed.",
    ),
    "NO_ROWS": QT_TRANSLATE_NOOP(
        "Errors", "Nobody stands below the headings. Add people and import again."
    ),
    "NO_NAME_COLUMN": QT_TRANSLATE_NOOP(
        "Errors",
        "No column of names was found. Give it the heading 성명 or Name, or name it with --map.",
    ),
    "HEADING_TWICE": QT_TRANSLATE_NOOP(
        "Errors", "The heading {heading} stands over two columns (line {line}). Rename one of them."
    ),
    "MAP_UNKNOWN_FIELD": QT_TRANSLATE_NOOP(
        "Errors", "There is no field {field}. Use one of: {fields}."
    ),
    "MAP_UNKNOWN_HEADING": QT_TRANSLATE_NOOP(
        "Errors", "The file has no heading {heading}. Check its spelling."
    ),
    "RRN_COLUMN": QT_TRANSLATE_NOOP(
        "Errors",
        "The column {heading} holds resident registration numbers, which must not be collected."
        " Delete it from the file.",
    ),
    "XLSX_UNSAFE": QT_TRANSLATE_NOOP(
        "Errors",
        "The workbook is built in an unsafe way and was not opened. Save it anew in Excel.",
    ),
    "XLSX_TOO_LARGE": QT_TRANSLATE_NOOP(
        "Errors",
        "The sheet reaches {rows} rows and {columns} columns. Delete the far-off cells.",
    ),
    "XLSX_BROKEN": QT_TRANSLATE_NOOP(
        "Errors", "The workbook is damaged. Open it in Excel and save it again."
    ),
    "IMAGE_MISSING": QT_TRANSLATE_NOOP(
        "Errors", "There is no picture {file}. Check the name and the folder."
    ),
    "IMAGE_UNREADABLE": QT_TRANSLATE_NOOP(
        "Errors",
        "{file} is damaged or no picture. Use a PNG, JPEG, WebP, BMP, GIF or TIFF file.",
    ),
    "IMAGE_TOO_LARGE": QT_TRANSLATE_NOOP(
        "Errors", "{file} has more than {limit_mp} megapixels. Make it smaller and try again."
    ),
    "TEMPLATE_UNKNOWN": QT_TRANSLATE_NOOP(
        "Errors", "There is no badge template {template}. Choose one of: {known}."
    ),
    "TEMPLATE_WRONG": QT_TRANSLATE_NOOP(
        "Errors",
        "Badge template {template} is wrong at {key}: {problem}. Correct it and try again.",
    ),
    "QR_TOO_LONG": QT_TRANSLATE_NOOP(
        "Errors",
        "A ticket's text of {length} characters does not fit a QR code. Give this person a shorter"
        " one.",
    ),
    "FOLDER_NOT_WRITTEN": QT_TRANSLATE_NOOP(
        "Errors",
        "The folder {folder} cannot be written ({detail}). Choose another or free some space.",
    ),
    "BADGE_FORMAT": QT_TRANSLATE_NOOP(
        "Errors", "A badge is not written as {suffix}. Use a file name that ends in .png or .pdf."
    ),
    "THEME_UNKNOWN": QT_TRANSLATE_NOOP(
        "Errors", "There is no theme {theme}. Choose one of: {known}."
    ),
    "SCREEN_SIZE": QT_TRANSLATE_NOOP(
        "Errors", "{size} is no size. Write width x height in pixels: 1080x1920"
    ),
    "SIGNATURE_DAMAGED": QT_TRANSLATE_NOOP(
        "Errors", "A kept signature is damaged and cannot be shown. Ask the person to sign again."
    ),
    **desk_messages.SENTENCES,
    **badge_messages.SENTENCES,
}


class _Facts(string.Formatter):
    """Fill named facts and nothing else: no attributes, no indices, no missing-key failure."""

    def get_field(self, field_name: str, _args: object, kwargs: object) -> tuple[object, str]:
        """Return a fact as text, "?" where there is none."""
        facts = kwargs if isinstance(kwargs, dict) else {}
        fact = facts.get(field_name, "?")
        text = ", ".join(map(str, fact)) if isinstance(fact, list | tuple) else str(fact)
        return text, field_name


def error_text(error: KioskError, translate: Callable[[str], str] = str) -> str:
    """Return an error's sentence with its facts; a code without one is told as itself."""
    sentence = _SENTENCES.get(error.code)
    if sentence is None:
        return f"{error.code}."
    return _Facts().format(translate(sentence), **error.facts)


def codes() -> frozenset[str]:
    """Return every code that has a sentence."""
    return frozenset(_SENTENCES)
