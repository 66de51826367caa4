"""What the set-up says of a scanner: what it saw, and what to change in it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from kiosk.domain.scanner_check import End, Finding, Found, Reading, reads
from kiosk.ui.messages import QT_TRANSLATE_NOOP
from kiosk.ui.theme import LIGHT

_WORDS: dict[Finding, tuple[str, str]] = {
    Finding.NOTHING: (
        QT_TRANSLATE_NOOP("Scanner", "Nothing was seen"),
        QT_TRANSLATE_NOOP(
            "Scanner",
            "Check the plug and hear whether it beeps. Scan the setting code “USB keyboard"
            " (HID)”, or look for it under serial scanners.",
        ),
    ),
    Finding.OTHER: (
        QT_TRANSLATE_NOOP("Scanner", "This was not the test code"),
        QT_TRANSLATE_NOOP("Scanner", "Scan the code on the left once more."),
    ),
    Finding.TWICE: (
        QT_TRANSLATE_NOOP("Scanner", "Two scans came as one"),
        QT_TRANSLATE_NOOP(
            "Scanner",
            "Scan the setting codes “suffix CR (Enter)” and “delay for the same code: 1 s”"
            " or longer.",
        ),
    ),
    Finding.LOST: (
        QT_TRANSLATE_NOOP("Scanner", "{fact} characters were lost"),
        QT_TRANSLATE_NOOP(
            "Scanner",
            "Scan the setting code “delay between characters: 5 ms”, or plug the scanner"
            " into the machine itself instead of a hub.",
        ),
    ),
    Finding.LAYOUT: (
        QT_TRANSLATE_NOOP("Scanner", "Another country's keyboard: {fact}"),
        QT_TRANSLATE_NOOP(
            "Scanner",
            "Scan the setting code “keyboard: USA (QWERTY)”, or give the machine the"
            " scanner's keyboard layout.",
        ),
    ),
    Finding.CONTROL: (
        QT_TRANSLATE_NOOP("Scanner", "Control characters came along: {fact}"),
        QT_TRANSLATE_NOOP("Scanner", "Scan the setting code “do not send control characters”."),
    ),
    Finding.PREFIX: (
        QT_TRANSLATE_NOOP("Scanner", "Characters before the code: {fact}"),
        QT_TRANSLATE_NOOP("Scanner", "Scan the setting code “no prefix”."),
    ),
    Finding.TRAILING: (
        QT_TRANSLATE_NOOP("Scanner", "Characters after the code: {fact}"),
        QT_TRANSLATE_NOOP("Scanner", "Scan the setting code “suffix CR (Enter)”."),
    ),
    Finding.SLOW: (
        QT_TRANSLATE_NOOP("Scanner", "Too slow: {fact} ms between two characters"),
        QT_TRANSLATE_NOOP("Scanner", "Scan the setting code “delay between characters: none”."),
    ),
    Finding.PACED: (
        QT_TRANSLATE_NOOP("Scanner", "Slow: {fact} ms between two characters"),
        QT_TRANSLATE_NOOP(
            "Scanner", "This desk waits longer for it from now on. Faster is better."
        ),
    ),
    Finding.KNOWN_PREFIX: (
        QT_TRANSLATE_NOOP("Scanner", "Marks the kind of code: {fact}"),
        QT_TRANSLATE_NOOP("Scanner", "The mark is taken off."),
    ),
    Finding.CAPITALS: (
        QT_TRANSLATE_NOOP("Scanner", "Small and capital letters are one"),
        QT_TRANSLATE_NOOP("Scanner", "Tickets are found in either."),
    ),
    Finding.CAPS_LOCK: (
        QT_TRANSLATE_NOOP("Scanner", "Caps Lock is on"),
        QT_TRANSLATE_NOOP("Scanner", "Tickets are found all the same. For names, turn it off."),
    ),
    Finding.INPUT_METHOD: (
        QT_TRANSLATE_NOOP("Scanner", "Korean typing is on"),
        QT_TRANSLATE_NOOP("Scanner", "Its letters are turned back. It may stay on for names."),
    ),
    Finding.TAB: (
        QT_TRANSLATE_NOOP("Scanner", "Ends with Tab"),
        QT_TRANSLATE_NOOP("Scanner", "Tab ends a scan here as Enter does."),
    ),
    Finding.NO_SUFFIX: (
        QT_TRANSLATE_NOOP("Scanner", "Nothing ends the code"),
        QT_TRANSLATE_NOOP(
            "Scanner",
            "Silence ends it, a tenth of a second later. Quicker: the setting code “suffix"
            " CR (Enter)”.",
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class Advice:
    """A finding in a headline, and what to do about it."""

    head: str
    remedy: str
    icon: str
    ink: str


def verdict(found: tuple[Found, ...]) -> Advice:
    """Return what all findings come to."""
    if not found:
        return Advice(
            QCoreApplication.translate("Scanner", "Reads as it should"),
            QCoreApplication.translate("Scanner", "Nothing is to be changed."),
            "check-circle-fill",
            LIGHT.ok_ink,
        )
    if reads(found):
        return Advice(
            QCoreApplication.translate("Scanner", "Works as it is"),
            QCoreApplication.translate("Scanner", "The desk sees to the following by itself."),
            "check-circle-fill",
            LIGHT.ok_ink,
        )
    return Advice(
        QCoreApplication.translate("Scanner", "Change the scanner's settings"),
        QCoreApplication.translate("Scanner", "The setting codes are in the scanner's manual."),
        "warning-circle-bold",
        LIGHT.stop_ink,
    )


def advice(one: Found) -> Advice:
    """Return the words for a finding; its fact is shown as it came."""
    head, remedy = (QCoreApplication.translate("Scanner", each) for each in _WORDS[one.finding])
    icon, ink = (
        ("warning-bold", LIGHT.stop_ink) if one.is_to_change else ("check-bold", LIGHT.ok_ink)
    )
    shown = "".join(char if char.isprintable() else "·" for char in one.fact)
    return Advice(head.replace("{fact}", shown), remedy.replace("{fact}", shown), icon, ink)


def seen(reading: Reading) -> str:
    """Return what came, in one line: the text, what ended it, and the longest gap."""
    ends = {End.NONE: "", End.ENTER: " ⏎", End.TAB: " ⇥"}
    text = "".join(char if char.isprintable() else "·" for char in reading.text)
    return f"{text}{ends[reading.end]}  ({reading.gap_ms} ms)"
