"""The package around a workbook: refused before any library opens it, if it could do harm.

Sources: ECMA-376 part 2 (a workbook is a ZIP of XML parts that declare no document type) and the
ZIP application note, sections 4.3.7 (local header) and 4.4.5 (methods).
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable
from xml.parsers import expat

from kiosk.domain.errors import KioskError
from kiosk.services.roster_shape import COLUMN_LIMIT, ROW_LIMIT

UNPACKED_LIMIT_BYTES = 50 * 1024 * 1024
RATIO_LIMIT = 100
MEMBER_LIMIT = 1_000
AREA_LIMIT = 4_000_000
"""Cells between the corners of a sheet; the reader reserves 32 bytes for each, filled or not."""

Marks = dict[tuple[int, int], str]

_SMALL_MEMBER_BYTES = 1024 * 1024
_LOCAL_HEADER_BYTES = 30
_IS_ENCRYPTED = 1
_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_REFERENCE = re.compile(r"([A-Za-z]{1,7})([0-9]{1,9})")


class Package:
    """A checked workbook file; ``marks`` reads the structure of one sheet of it."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._members = _checked_members(data)
        self._parts = self._find_parts()

    def marks(self, sheet: str) -> Marks:
        """Return a sheet's formula and error cells as (row from 1, column from 0) to their kind.

        Raises KioskError: XLSX_TOO_LARGE, XLSX_UNSAFE, XLSX_BROKEN.
        """
        part = self._members.get(self._parts.get(sheet, ""))
        if part is None:
            raise KioskError("XLSX_BROKEN")
        scan = _SheetScan()
        _parse(unpack(self._data, part), scan.start)
        return scan.marks

    def _find_parts(self) -> dict[str, str]:
        """Return each sheet's part, as the workbook and its relations name it."""
        book, relations = self._members.get(_WORKBOOK), self._members.get(_RELATIONS)
        if book is None or relations is None:
            kind = "xlsb" if "xl/workbook.bin" in self._members else "zip"
            raise KioskError("NOT_A_ROSTER", kind=kind)
        targets = {
            attributes.get("Id", ""): attributes.get("Target", "")
            for attributes in _elements(unpack(self._data, relations), "Relationship")
        }
        sheets = {}
        for attributes in _elements(unpack(self._data, book), "sheet"):
            key = next((value for name, value in attributes.items() if name.endswith(":id")), "")
            target = posixpath.normpath(posixpath.join("/xl", targets.get(key, "")))
            sheets[attributes.get("name", "")] = target.lstrip("/").lower()
        return sheets


class _SheetScan:
    """What one pass over a sheet's XML finds: how far its filled cells reach, and the marks."""

    def __init__(self) -> None:
        self.marks: Marks = {}
        self._row = self._column = self._last_row = self._last_column = 0
        self._is_error = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the start of one element."""
        if name == "c":
            self._is_error = attributes.get("t") == "e"
            self._place(attributes.get("r"))
        elif name in ("v", "is", "f"):
            self._fill(name)
        elif name == "row":
            self._row = int(attributes.get("r", self._row + 1))
            self._column = 0

    def _place(self, reference: str | None) -> None:
        """Move to a cell: where its reference says, else one to the right."""
        if reference is None:
            self._column += 1
            return
        found = _REFERENCE.fullmatch(reference)
        if not found:
            raise KioskError("XLSX_BROKEN")
        self._row, self._column = int(found[2]), _column_number(found[1])

    def _fill(self, kind: str) -> None:
        if self._row > self._last_row or self._column > self._last_column:
            self._reach()
        if self._is_error:
            self.marks[self._row, self._column - 1] = "CELL_ERROR"
        elif kind == "f":
            self.marks[self._row, self._column - 1] = "FORMULA"

    def _reach(self) -> None:
        self._last_row = max(self._last_row, self._row)
        self._last_column = max(self._last_column, self._column)
        is_large = self._last_row > ROW_LIMIT or self._last_column > COLUMN_LIMIT
        if is_large or self._last_row * self._last_column > AREA_LIMIT:
            raise KioskError("XLSX_TOO_LARGE", rows=self._last_row, columns=self._last_column)


def _column_number(letters: str) -> int:
    """Return a column's number from 1 (``A``, ``AA`` is 27)."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _checked_members(data: bytes) -> dict[str, zipfile.ZipInfo]:
    """Return the members by lower-case name; none is ever written to disk, whatever its name."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, RuntimeError, ValueError) as error:
        raise KioskError("XLSX_BROKEN") from error
    by_name = {member.filename.lower(): member for member in members}
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if (
        len(members) > MEMBER_LIMIT
        or len(by_name) < len(members)
        or unpacked > UNPACKED_LIMIT_BYTES
        or packed > len(data)
    ):
        raise KioskError("XLSX_UNSAFE", members=len(members), bytes=unpacked)
    for member in members:
        _check_member(data, member)
    return by_name


def _check_member(data: bytes, member: zipfile.ZipInfo) -> None:
    """Raise for a member that unpacks to far too much, or an XML part that declares entities."""
    if member.flag_bits & _IS_ENCRYPTED:
        raise KioskError("FILE_ENCRYPTED")
    is_bomb = member.file_size > RATIO_LIMIT * max(1, member.compress_size)
    if is_bomb and member.file_size > _SMALL_MEMBER_BYTES:
        raise KioskError("XLSX_UNSAFE", bytes=member.file_size)
    if member.filename.lower().endswith((".xml", ".rels", ".vml")):
        part = unpack(data, member)
        # A part in UTF-16 would hide its declarations from this search; no office writes one.
        if b"<!DOCTYPE" in part or b"<!ENTITY" in part or b"\x00" in part[:4]:
            raise KioskError("XLSX_UNSAFE", part=posixpath.basename(member.filename))


def unpack(data: bytes, member: zipfile.ZipInfo) -> bytes:
    """Return a member's bytes, and never more of them than its directory entry admits.

    The sizes of a directory are only a claim, which the workbook library would not hold it to.
    """
    header = data[member.header_offset : member.header_offset + _LOCAL_HEADER_BYTES]
    if len(header) < _LOCAL_HEADER_BYTES:
        raise KioskError("XLSX_BROKEN")
    names = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    start = member.header_offset + _LOCAL_HEADER_BYTES + names
    packed = data[start : start + member.compress_size]
    if member.compress_type == zipfile.ZIP_STORED:
        return packed
    if member.compress_type != zipfile.ZIP_DEFLATED:
        raise KioskError("XLSX_BROKEN")
    try:
        part = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, member.file_size + 1)
    except zlib.error as error:
        raise KioskError("XLSX_BROKEN") from error
    if len(part) > member.file_size:
        raise KioskError("XLSX_UNSAFE", bytes=member.file_size)
    return part


def _parse(part: bytes, start: Callable[[str, dict[str, str]], None]) -> None:
    """Tell ``start`` the elements of an XML part by their local names; refuse a document type."""

    def element(name: str, attributes: dict[str, str]) -> None:
        start(name.rpartition(":")[2] if ":" in name else name, attributes)

    def doctype(*_: object) -> None:
        raise KioskError("XLSX_UNSAFE")

    parser = expat.ParserCreate()
    parser.StartElementHandler = element
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(part, True)
    except (expat.ExpatError, ValueError) as error:
        raise KioskError("XLSX_BROKEN") from error


def _elements(part: bytes, wanted: str) -> list[dict[str, str]]:
    """Return the attributes of every element of one local name."""
    found: list[dict[str, str]] = []
    _parse(part, lambda name, attributes: found.append(attributes) if name == wanted else None)
    return found
