"""The errors' sentences in Korean: all there, with the same facts, and compiled."""

from __future__ import annotations

import string
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from pytestqt.qtbot import QtBot

from kiosk.domain.errors import KioskError
from kiosk.paths import resource
from kiosk.ui.messages import _SENTENCES, error_text

KOREAN = {
    message.findtext("source", ""): message.findtext("translation", "")
    for message in ET.parse(resource("i18n", "errors_ko.ts")).iter("message")
}


def facts(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.fixture
def korean(qtbot: QtBot) -> Iterator[QTranslator]:
    translator = QTranslator()
    assert translator.load(str(resource("i18n", "errors_ko.qm")))
    QCoreApplication.installTranslator(translator)
    yield translator
    QCoreApplication.removeTranslator(translator)


@pytest.mark.parametrize("code", sorted(_SENTENCES))
def test_every_error_has_a_korean_sentence_with_the_same_facts(code: str) -> None:
    source = _SENTENCES[code]
    assert facts(KOREAN[source]) == facts(source)
    assert any("가" <= letter <= "힣" for letter in KOREAN[source])


def test_no_sentence_is_left_over() -> None:
    assert set(KOREAN) == set(_SENTENCES.values())


@pytest.mark.parametrize("code", sorted(_SENTENCES))
def test_the_compiled_file_says_what_the_source_says(korean: QTranslator, code: str) -> None:
    assert korean.translate("Errors", _SENTENCES[code]) == KOREAN[_SENTENCES[code]]


def test_an_error_is_told_in_korean_with_its_facts(korean: QTranslator) -> None:
    error = KioskError("STORE_FULL", path="/예시/kiosk.db")
    told = error_text(error, lambda source: QCoreApplication.translate("Errors", source))
    assert told == KOREAN[_SENTENCES["STORE_FULL"]].format(path="/예시/kiosk.db")
    assert Path(resource("i18n", "errors_ko.ts")).exists()
