"""Text rosters: which encoding, which separator, and rows that one bad quote cannot swallow."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, islice
from operator import itemgetter

from kiosk.domain.errors import KioskError
from kiosk.services.roster_headings import HEADING_ROWS, known_fields
from kiosk.services.roster_shape import COLUMN_LIMIT, ROW_LIMIT, RowError, Table

SEPARATORS = (",", "\t", ";", "|")
CELL_LINES = 50
"""Line ends inside one row; more mean a quote that was never closed."""

_SAMPLE_BYTES = 65_536
_NARROW_LINE = 4_096
_QUOTED_LIMIT = 10_000
# A decoder's mark for bytes that are no text: surrogateescape's (PEP 383), or a lone UTF-16 half.
_BROKEN = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1f\x7f]")
_FEW_CONTROLS = 32
_MOST_CONTROLS = 0.05
_LEAST_UTF16_BLANKS = 0.03
_LINE_ENDS = frozenset({(10, 0), (13, 0)})

_Rows = list[tuple[int, list[str]]]


@dataclass(frozen=True, slots=True)
class _Source:
    """A text file's bytes without their mark, and how they are read."""

    data: bytes
    encoding: str
    errors: str
    is_whole: bool

    def lines(self) -> Iterator[str]:
        """Yield lines with their ends, whichever of CR, LF and CRLF the file uses."""
        stream = io.BytesIO(self.data)
        return io.TextIOWrapper(stream, encoding=self.encoding, errors=self.errors, newline="")


def read_text(data: bytes) -> Table:
    """Return the table in the bytes of a CSV file of any usual encoding and separator.

    Raises KioskError: FILE_EMPTY, NOT_A_ROSTER, TOO_MANY_COLUMNS, FILE_TOO_LARGE.
    """
    name, source = _open(data)
    head = _head(source)
    separator = _separator(head)
    _refuse_wide(source, separator)
    rows, errors = _parse(source, separator)
    if not source.is_whole:
        rows, broken = _part_broken(rows)
        errors = sorted(errors + broken, key=lambda error: error.line)
    return Table(name, separator, rows, errors)


def _open(data: bytes) -> tuple[str, _Source]:
    """Return an encoding's name for people and the source: a mark, else UTF-8, UTF-16, CP949."""
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8-sig", _eight_bit(data.removeprefix(codecs.BOM_UTF8), "utf-8")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        little = data.startswith(codecs.BOM_UTF16_LE)
        return "utf-16", _sixteen_bit(data[2:], "utf-16-le" if little else "utf-16-be")
    if shape := _utf16_shape(data[:_SAMPLE_BYTES]):
        return shape, _sixteen_bit(data, shape)
    if _decodes(data, "utf-8"):
        return "utf-8", _Source(data, "utf-8", "strict", is_whole=True)
    if _decodes(data, "utf-8", "surrogatepass"):
        # Halves of characters, as careless programs write them: text, but for those halves.
        return "utf-8", _Source(data, "utf-8", "surrogatepass", is_whole=True)
    total = sum(not line.isascii() for line in data.splitlines())
    if 2 * _whole_lines(data, "utf-8") >= total:
        return "utf-8", _eight_bit(data, "utf-8")
    source = _eight_bit(data, "cp949")
    if not source.is_whole and 2 * _whole_lines(data, "cp949") < total:
        raise KioskError("NOT_A_ROSTER", kind="binary")
    return "cp949", source


def _eight_bit(data: bytes, encoding: str) -> _Source:
    whole = _decodes(data, encoding)
    return _Source(data, encoding, "strict" if whole else "surrogateescape", is_whole=whole)


def _sixteen_bit(data: bytes, encoding: str) -> _Source:
    """Return UTF-16, where an odd last byte makes its row a broken one (a lone surrogate)."""
    if _decodes(data, encoding):
        return _Source(data, encoding, "strict", is_whole=True)
    even = data[: len(data) // 2 * 2]
    cut = "\udc80".encode(encoding, "surrogatepass") if len(data) % 2 else b""
    return _Source(even + cut, encoding, "surrogatepass", is_whole=False)


def _decodes(data: bytes, encoding: str, errors: str = "strict") -> bool:
    try:
        data.decode(encoding, errors)
    except UnicodeDecodeError:
        return False
    return True


def _whole_lines(data: bytes, encoding: str) -> int:
    """Return how many lines with more than ASCII are text in an encoding."""
    source = _Source(data, encoding, "surrogateescape", is_whole=False)
    return sum(not line.isascii() and not _BROKEN.search(line) for line in source.lines())


def _utf16_shape(sample: bytes) -> str:
    """Return the UTF-16 variant whose zero bytes these are, "" for none.

    Separators, digits and line ends have a zero half, always on the same side. The other side
    tells nothing: 가 and 관 are among the syllables with a zero there.
    """
    first, second = sample[0::2], sample[1::2]
    for low, high, encoding in ((first, second, "utf-16-le"), (second, first, "utf-16-be")):
        ends_lines = not _LINE_ENDS.isdisjoint(zip(low, high, strict=False))
        if ends_lines and high.count(0) > _LEAST_UTF16_BLANKS * len(high):
            return encoding
    return ""


def _head(source: _Source) -> list[str]:
    """Return the first lines that hold something; raise where none does, or it is no text."""
    filled = (line[:_NARROW_LINE] for line in source.lines() if line.strip("\x00 \t\r\n"))
    head = list(islice(filled, HEADING_ROWS))
    if not head:
        raise KioskError("FILE_EMPTY")
    text = "".join(head)[:_SAMPLE_BYTES]
    if len(_CONTROLS.findall(text)) > max(_FEW_CONTROLS, _MOST_CONTROLS * len(text)):
        raise KioskError("NOT_A_ROSTER", kind="binary")
    return head


def _separator(head: list[str]) -> str:
    """Return the separator that makes the headings readable, else the one with the evenest rows."""

    def worth(separator: str) -> tuple[int, int, int]:
        rows = list(csv.reader(head, delimiter=separator))
        widths = Counter(len(row) for row in rows if len(row) > 1)
        width, even = max(widths.items(), key=lambda item: item[1], default=(0, 0))
        return max((len(known_fields(row)) for row in rows), default=0), even, width

    return max(SEPARATORS, key=worth)


def _refuse_wide(source: _Source, separator: str) -> None:
    """Raise for a line of very many cells before its cells are made."""
    if max(map(len, io.BytesIO(source.data))) <= _NARROW_LINE:
        return
    for line in source.lines():
        if len(line) > _NARROW_LINE:
            cells = line.count(separator) + 1
            if cells > (_QUOTED_LIMIT if '"' in line else COLUMN_LIMIT):
                raise KioskError("TOO_MANY_COLUMNS", columns=cells, limit=COLUMN_LIMIT)


def _parse(source: _Source, separator: str) -> tuple[_Rows, list[RowError]]:
    """Return the rows that hold something, with the line each begins on.

    The careful way costs twice as much and is only taken where the quick one cannot number lines.
    """
    reader = csv.reader(source.lines(), delimiter=separator, strict=True)
    numbers = count(1)
    try:
        rows = list(islice(zip(numbers, reader, strict=False), ROW_LIMIT + 1))
    except csv.Error:
        return _parse_carefully(source, separator)
    _refuse_long(rows)
    records = next(numbers) - 2  # zip drew one more number before it met the end
    if records != reader.line_num:
        return _parse_carefully(source, separator)
    if all(map(any, map(itemgetter(1), rows))):
        return rows, []
    return [row for row in rows if any(row[1])], []


def _parse_carefully(source: _Source, separator: str) -> tuple[_Rows, list[RowError]]:
    """Return the rows of a file with cells over several lines, or with a wrong quote.

    A quote that is wrong within its line costs that row. One left open makes everything after it
    doubtful, so reading ends there and no later row is taken as part of a cell.
    """
    length = 0

    def lines() -> Iterator[str]:
        nonlocal length
        for line in source.lines():
            length = len(line)
            yield line

    reader = csv.reader(lines(), delimiter=separator, strict=True)
    rows: _Rows = []
    errors: list[RowError] = []
    while len(rows) <= ROW_LIMIT:
        start = reader.line_num
        try:
            cells = next(reader, None)
        except csv.Error:
            if reader.line_num > start + 1:
                errors.append(RowError(start + 1, "", "QUOTE_OPEN", {}))
                break
            is_long = length > csv.field_size_limit()
            code = "FIELD_TOO_LONG" if is_long else "QUOTE_STRAY"
            errors.append(RowError(start + 1, "", code, {}))
            continue
        if cells is None:
            break
        if reader.line_num - start > CELL_LINES:
            errors.append(RowError(start + 1, "", "QUOTE_OPEN", {}))
            break
        if any(cells):
            rows.append((start + 1, cells))
    _refuse_long(rows)
    return rows, errors


def _refuse_long(rows: _Rows) -> None:
    if len(rows) > ROW_LIMIT:
        raise KioskError("FILE_TOO_LARGE", rows=len(rows), limit=ROW_LIMIT)


def _part_broken(rows: _Rows) -> tuple[_Rows, list[RowError]]:
    """Part rows of text from rows with bytes that are no text in the file's encoding."""
    whole, errors = [], []
    for line, cells in rows:
        if any(_BROKEN.search(cell) for cell in cells):
            errors.append(RowError(line, "", "BYTES_BROKEN", {}))
        else:
            whole.append((line, cells))
    return whole, errors
