"""The file of a badge template: TOML in millimetres, read strictly and written back."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields
from enum import StrEnum
from pathlib import Path
from typing import NoReturn, TypeVar

from kiosk.domain import badge_words
from kiosk.domain.badge import (
    ROLE_COLOURS,
    Align,
    BadgeTemplate,
    Box,
    Code,
    Edge,
    Field,
    Ink,
    Logo,
    Side,
    Sides,
    Stripe,
    TextBox,
    Weight,
)  # fmt: skip
from kiosk.domain.badge_sheet import MOST_LABELS, Sheet
from kiosk.domain.errors import KioskError
from kiosk.domain.registration import Category
from kiosk.services.badge_logo import LogoError, read_logo

FILE_BYTES = 64 * 1024
MOST_FIELDS = 24
WHOLE_FILE = "file"
"""The key of what is wrong with a file as a whole."""
MOST_LINES = 3
_FIELD_KEY = re.compile(r"[a-z][a-z0-9_]{0,31}")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_NO_FIELDS = ("qr", "logo")
_MOST_MM = 1_000

E = TypeVar("E", bound=StrEnum)


def read_template(name: str, text: str, folder: Path | None = None) -> BadgeTemplate:
    """Return the template that a TOML text describes, its picture taken from ``folder``.

    Raises KioskError TEMPLATE_WRONG, naming the key and what it must be.
    """
    if len(text.encode("utf-8", "replace")) > FILE_BYTES:
        _refuse(name, WHOLE_FILE, f"is larger than {FILE_BYTES // 1024} KiB")
    try:
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        _refuse(name, WHOLE_FILE, str(error))
    table = _Table(name, "", values)
    back, sheet = table.table("back"), table.table("sheet")
    template = BadgeTemplate(
        name=name,
        width_mm=table.length("width_mm"),
        height_mm=table.length("height_mm"),
        front=_side(table, folder),
        sides=table.choice("sides", Sides, Sides.ONE),
        back=_closed_side(back, folder) if back else None,
        least_mm=table.length("least_height_mm", 0.0),
        sheet=_sheet(sheet) if sheet else None,
    )
    table.close()
    if back and template.sides is Sides.ONE:
        _refuse(name, "back", 'needs sides = "two" or "folded"')
    if fault := template.fault():
        _refuse(name, *fault)
    return template


def _refuse(name: str, key: str, problem: str) -> NoReturn:
    raise KioskError("TEMPLATE_WRONG", template=name, key=key, problem=problem)


class _Table:
    """One table of the file and where it stands; what nobody asked for is refused by ``close``."""

    def __init__(self, name: str, path: str, values: Mapping[str, object]) -> None:
        self._name, self._path, self._values = name, path, values
        self._asked: set[str] = set()

    def refuse(self, key: str, problem: str) -> NoReturn:
        _refuse(self._name, f"{self._path}{key}" if key else self._path.rstrip("."), problem)

    def close(self) -> None:
        for key in self._values:
            if key not in self._asked:
                self.refuse(key, "is no key of a badge template")

    def get(self, key: str) -> object:
        self._asked.add(key)
        return self._values.get(key)

    def table(self, key: str) -> _Table | None:
        held = self.get(key)
        if held is None:
            return None
        if not isinstance(held, dict):
            self.refuse(key, "must be a table")
        return _Table(self._name, f"{self._path}{key}.", held)

    def tables(self) -> Iterator[tuple[str, _Table]]:
        for key in self._values:
            if not _FIELD_KEY.fullmatch(key) or key in _NO_FIELDS:
                self.refuse(key, "must be a name of small letters, digits and _, not qr or logo")
            if (found := self.table(key)) is not None:
                yield key, found

    def length(self, key: str, default: float | None = None, *, least: float = 1e-3) -> float:
        held = self.get(key)
        if held is None and default is not None:
            return default
        if isinstance(held, bool) or not isinstance(held, int | float):
            self.refuse(key, "must be a length in millimetres")
        if not least <= held <= _MOST_MM:
            self.refuse(key, f"must be a length from {least:g} to {_MOST_MM} mm")
        return float(held)

    def whole(self, key: str, default: int, most: int) -> int:
        held = self.get(key)
        if held is None:
            return default
        if isinstance(held, bool) or not isinstance(held, int) or not 1 <= held <= most:
            self.refuse(key, f"must be a whole number from 1 to {most}")
        return held

    def choice(self, key: str, kinds: type[E], default: E) -> E:
        held = self.get(key)
        if held is None:
            return default
        if not isinstance(held, str) or held not in {one.value for one in kinds}:
            self.refuse(key, f"must be one of: {', '.join(kinds)}")
        return kinds(held)

    def text(self, key: str) -> str:
        held = self.get(key)
        if not isinstance(held, str):
            self.refuse(key, "must be a text")
        return held

    def words(self, key: str) -> str:
        held = self.text(key)
        try:
            badge_words.parts(held)
        except badge_words.WordsError as error:
            self.refuse(key, str(error))
        return held

    def colour(self, key: str, default: str) -> str:
        held = self.get(key)
        if held is None:
            return default
        if not isinstance(held, str) or not _COLOUR.fullmatch(held):
            self.refuse(key, "must be a colour as #RRGGBB")
        return held.upper()

    def box(self) -> tuple[float, float, float, float]:
        return (
            self.length("left_mm", least=0),
            self.length("top_mm", least=0),
            self.length("width_mm"),
            self.length("height_mm"),
        )


def _closed_side(table: _Table, folder: Path | None) -> Side:
    side = _side(table, folder)
    table.close()
    return side


def _side(table: _Table, folder: Path | None) -> Side:
    stripe, code, logo = (table.table(key) for key in ("stripe", "qr", "logo"))
    texts = table.table("field")
    found = tuple(_field(key, one) for key, one in texts.tables()) if texts else ()
    if len(found) > MOST_FIELDS:
        table.refuse("field", f"must be at most {MOST_FIELDS} tables")
    return Side(
        fields=found,
        stripe=_stripe(stripe) if stripe else None,
        code=_code(code) if code else None,
        logo=_logo(logo, folder) if logo else None,
        sun_mm=table.length("sun_mm", 0.0),
    )


def _field(key: str, table: _Table) -> Field:
    left, top, width, height = table.box()
    size = table.length("size_mm")
    small = table.length("small_mm", size)
    box = TextBox(
        left, top, width, height, size, small,
        table.length("least_mm", small), table.whole("lines", 1, MOST_LINES),
    )  # fmt: skip
    field = Field(
        key,
        table.words("text"),
        box,
        table.choice("weight", Weight, Weight.REGULAR),
        table.choice("align", Align, Align.LEFT),
        table.choice("ink", Ink, Ink.MAIN),
    )
    table.close()
    return field


def _stripe(table: _Table) -> Stripe:
    colours = table.table("colours")
    given = {one: colours.colour(one, ROLE_COLOURS[one]) for one in Category} if colours else None
    if colours:
        colours.close()
    stripe = Stripe(
        table.length("width_mm"),
        table.length("role_mm"),
        table.choice("edge", Edge, Edge.LEFT),
        tuple((given or ROLE_COLOURS).items()),
    )
    table.close()
    return stripe


def _code(table: _Table) -> Code:
    size = table.length("size_mm")
    left, top = (table.length(key, least=0) for key in ("left_mm", "top_mm"))
    code = Code(left, top, size, table.length("most_mm", size))
    table.close()
    return code


def _logo(table: _Table, folder: Path | None) -> Logo:
    file = table.text("file")
    try:
        data = read_logo(folder, file)
    except LogoError as error:
        table.refuse("file", str(error))
    logo = Logo(file, Box(*table.box()), data)
    table.close()
    return logo


def _sheet(table: _Table) -> Sheet:
    page = (table.length("page_width_mm"), table.length("page_height_mm"))
    margins = (table.length("left_mm", least=0), table.length("top_mm", least=0))
    labels = (table.whole("columns", 1, MOST_LABELS), table.whole("rows", 1, MOST_LABELS))
    gaps = (table.length("gap_x_mm", 0.0, least=0), table.length("gap_y_mm", 0.0, least=0))
    sheet = Sheet(*page, *margins, *labels, *gaps)
    table.close()
    return sheet


def template_text(template: BadgeTemplate) -> str:
    """Return the TOML text of a template, from which ``read_template`` makes the same again."""
    lines = [
        f"width_mm = {template.width_mm:g}",
        f"height_mm = {template.height_mm:g}",
        f'sides = "{template.sides}"',
    ]
    if template.least_mm:
        lines.append(f"least_height_mm = {template.least_mm:g}")
    tables = [*_side_lines("", template.front)]
    if template.back:
        tables += ["[back]", *_side_lines("back.", template.back)]
    if template.sheet:
        tables += _measures("sheet", template.sheet)
    if template.front.sun_mm:
        lines.append(f"sun_mm = {template.front.sun_mm:g}")
    return "\n".join([*lines, *tables]) + "\n"


def _side_lines(path: str, side: Side) -> Iterator[str]:
    if path and side.sun_mm:
        yield f"sun_mm = {side.sun_mm:g}"
    if stripe := side.stripe:
        yield from ("", f"[{path}stripe]", f"width_mm = {stripe.width_mm:g}")
        yield from (f"role_mm = {stripe.role_mm:g}", f'edge = "{stripe.edge}"')
        yield from ("", f"[{path}stripe.colours]")
        yield from (f'{category} = "{colour}"' for category, colour in stripe.colours)
    if code := side.code:
        yield from _measures(f"{path}qr", code)
    if logo := side.logo:
        yield from (*_measures(f"{path}logo", logo.box), f"file = {_quoted(logo.file)}")
    for field in side.fields:
        yield from _measures(f"{path}field.{field.key}", field.box)
        yield f"text = {_quoted(field.text)}"
        yield f'weight = "{field.weight}"'
        yield f'align = "{field.align}"'
        yield f'ink = "{field.ink}"'


def _measures(path: str, held: Box | Code | Sheet) -> Iterator[str]:
    yield from ("", f"[{path}]")
    yield from (f"{one.name} = {getattr(held, one.name):g}" for one in fields(held))


def _quoted(text: str) -> str:
    """Return a text as a TOML string; control characters never get here."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
