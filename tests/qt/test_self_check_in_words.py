"""The Korean of the self check-in: whole, and in step with the sources."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from kiosk.paths import resource
from kiosk.ui import self_check_in

CONTEXT = "SelfCheckIn"


def spoken() -> Iterator[tuple[str, str]]:
    """Yield each English source string and its note, as they stand in the modules."""
    for module in Path(self_check_in.__path__[0]).glob("*.py"):
        for call in ast.walk(ast.parse(module.read_text("utf-8"))):
            if not isinstance(call, ast.Call) or getattr(call.func, "id", "") != "translate":
                continue
            context, source, *note = (ast.literal_eval(one) for one in call.args)
            assert context == CONTEXT
            yield source, note[0] if note else ""


SPOKEN = sorted(set(spoken()))


@pytest.fixture(scope="module")
def korean() -> QTranslator:
    translator = QTranslator()
    assert translator.load(str(resource("i18n", "self_check_in_ko.qm")))
    return translator


def test_there_is_something_to_say() -> None:
    assert len(SPOKEN) > 80


@pytest.mark.parametrize(("source", "note"), SPOKEN)
def test_every_string_has_its_korean_with_the_same_places(
    korean: QTranslator, source: str, note: str
) -> None:
    said = korean.translate(CONTEXT, source, note)
    assert said
    assert re.search("[가-힣]", said)
    assert sorted(re.findall(r"\{\w+\}", said)) == sorted(re.findall(r"\{\w+\}", source))


def test_the_source_of_the_korean_is_finished_and_has_nothing_left_over() -> None:
    tree = ET.parse(resource("i18n", "self_check_in_ko.ts"))
    kept = {message.findtext("source") for message in tree.iter("message")}
    assert kept == {source for source, _ in SPOKEN}
    for message in tree.iter("message"):
        translation = message.find("translation")
        assert translation is not None
        assert translation.text
        assert "type" not in translation.attrib
