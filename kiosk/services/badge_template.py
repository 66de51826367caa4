"""Badge templates: the files of ``resources/badges`` read and checked."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from functools import lru_cache
from typing import NoReturn

from kiosk import paths
from kiosk.domain.badge import BadgeTemplate, TextBox
from kiosk.domain.errors import KioskError

_FOLDER = "badges"
_MOST_LINES = 2
_LENGTHS = tuple(one.name for one in fields(BadgeTemplate) if one.name.endswith("_mm"))
_BOXES = tuple(one.name for one in fields(BadgeTemplate) if one.name not in (*_LENGTHS, "name"))
_BOX_LENGTHS = tuple(one.name for one in fields(TextBox) if one.name.endswith("_mm"))

_Table = dict[str, object]


def template_names() -> list[str]:
    """Return the names that ``load_template`` knows, in order."""
    return sorted(file.stem for file in paths.resource(_FOLDER).glob("*.toml"))


@lru_cache(maxsize=8)
def load_template(name: str) -> BadgeTemplate:
    """Return a template by its name, which is never taken for a path.

    Raises KioskError TEMPLATE_UNKNOWN, or TEMPLATE_WRONG naming the key.
    """
    if name not in template_names():
        raise KioskError("TEMPLATE_UNKNOWN", template=name, known=", ".join(template_names()))
    return read_template(name, paths.resource(_FOLDER, f"{name}.toml").read_text(encoding="utf-8"))


def read_template(name: str, text: str) -> BadgeTemplate:
    """Return the template that a TOML text describes; raises KioskError TEMPLATE_WRONG."""
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        _refuse(name, "", str(error))
    _check_keys(name, "", values, (*_LENGTHS, *_BOXES))
    lengths = {key: _length(name, key, values.get(key)) for key in _LENGTHS}
    boxes = {key: _box(name, key, values.get(key)) for key in _BOXES}
    template = BadgeTemplate(name, **lengths, **boxes)  # type: ignore[arg-type]
    if fault := template.fault():
        _refuse(name, *fault)
    return template


def _box(name: str, key: str, table: object) -> TextBox:
    if not isinstance(table, dict):
        _refuse(name, key, "must be a table of lengths")
    _check_keys(name, f"{key}.", table, (*_BOX_LENGTHS, "lines"))
    lengths = {part: _length(name, f"{key}.{part}", table.get(part)) for part in _BOX_LENGTHS}
    lines = table.get("lines", 1)
    if isinstance(lines, bool) or not isinstance(lines, int) or not 1 <= lines <= _MOST_LINES:
        _refuse(name, f"{key}.lines", f"must be a whole number from 1 to {_MOST_LINES}")
    return TextBox(**lengths, lines=lines)


def _length(name: str, key: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= 1000:
        _refuse(name, key, "must be a length in millimetres, above 0")
    return float(value)


def _check_keys(name: str, path: str, table: _Table, known: tuple[str, ...]) -> None:
    for key in table:
        if key not in known:
            _refuse(name, f"{path}{key}", "is no key of a badge template")


def _refuse(name: str, key: str, problem: str) -> NoReturn:
    raise KioskError("TEMPLATE_WRONG", template=name, key=key, problem=problem)
