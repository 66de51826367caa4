"""IPP messages in bytes: RFC 8010's encoding, as much of it as a badge printer needs."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

VERSION = (2, 0)

OPERATION_GROUP, JOB_GROUP, END_OF_ATTRIBUTES, PRINTER_GROUP = 0x01, 0x02, 0x03, 0x04
_BEGIN_COLLECTION, _END_COLLECTION, _MEMBER_NAME = 0x34, 0x37, 0x4A
_INTEGER, _BOOLEAN, _ENUM = 0x21, 0x22, 0x23
_RESOLUTION, _RANGE = 0x32, 0x33
_TEXT_WITH_LANGUAGE, _NAME_WITH_LANGUAGE = 0x35, 0x36
_NO_VALUE_BELOW = 0x20
"""Tags of "out-of-band" values (unknown, no-value …) end below it; delimiters below 0x10."""
_DELIMITERS_BELOW = 0x10
_DEPTH_MOST = 8
"""Collections within collections; media-col needs two."""


class Tag:
    """The value tags that are sent (RFC 8010, 3.5.2)."""

    INTEGER = _INTEGER
    BOOLEAN = _BOOLEAN
    ENUM = _ENUM
    COLLECTION = _BEGIN_COLLECTION
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48
    MIME_TYPE = 0x49


class Range(NamedTuple):
    """A range of whole numbers, both ends within."""

    lower: int
    upper: int


class Resolution(NamedTuple):
    """Dots across and along the feed; an inch where ``units`` is 3, a centimetre where it is 4."""

    across: int
    along: int
    units: int


Value = int | bool | str | bytes | Range | Resolution | Mapping[str, "Sequence[Value]"]
Attributes = Mapping[str, Sequence[Value]]


@dataclass(frozen=True, slots=True)
class Sent:
    """One attribute to be sent: its name, its tag and its values."""

    name: str
    tag: int
    values: tuple[object, ...]


def attribute(name: str, tag: int, *values: object) -> Sent:
    """Return an attribute; a COLLECTION's value is a tuple of attributes."""
    return Sent(name, tag, values)


@dataclass(frozen=True, slots=True)
class Answer:
    """A printer's answer: its status, and its groups in the order they came."""

    status: int
    request_id: int
    groups: tuple[tuple[int, Attributes], ...] = ()

    def group(self, tag: int) -> Attributes:
        """Return the first group of a kind; empty where there is none."""
        return next((found for kind, found in self.groups if kind == tag), {})

    def every(self, tag: int) -> list[Attributes]:
        """Return all groups of a kind."""
        return [found for kind, found in self.groups if kind == tag]


def request(operation: int, request_id: int, groups: Sequence[tuple[int, Sequence[Sent]]]) -> bytes:
    """Return a request's bytes; a document, if any, follows them."""
    parts = [struct.pack(">BBHI", *VERSION, operation, request_id)]
    for tag, attributes in groups:
        parts.append(bytes([tag]))
        parts.extend(_encoded(one) for one in attributes)
    return b"".join([*parts, bytes([END_OF_ATTRIBUTES])])


def _encoded(one: Sent) -> bytes:
    name, parts = one.name.encode("ascii"), []
    for value in one.values:
        parts.append(_value(one.tag, name, value))
        name = b""  # further values of an attribute come without its name
    return b"".join(parts)


def _value(tag: int, name: bytes, value: object) -> bytes:
    if tag == _BEGIN_COLLECTION:
        return _collection(name, value)
    match value:
        case bool():
            data = bytes([value])
        case int():
            data = struct.pack(">i", value)
        case _:
            data = str(value).encode("utf-8")
    return _field(tag, name, data)


def _field(tag: int, name: bytes, data: bytes) -> bytes:
    return struct.pack(">BH", tag, len(name)) + name + struct.pack(">H", len(data)) + data


def _collection(name: bytes, members: object) -> bytes:
    parts = [_field(_BEGIN_COLLECTION, name, b"")]
    for one in members if isinstance(members, tuple) else ():
        parts.append(_field(_MEMBER_NAME, b"", one.name.encode("ascii")))
        parts.extend(_value(one.tag, b"", value) for value in one.values)
    return b"".join([*parts, _field(_END_COLLECTION, b"", b"")])


class MalformedAnswerError(ValueError):
    """Bytes that are no IPP message."""


@dataclass(slots=True)
class _Bytes:
    """Bytes read from the front."""

    data: bytes
    at: int = 0

    def take(self, count: int) -> bytes:
        """Return the next bytes; raises MalformedAnswerError where there are fewer."""
        end = self.at + count
        if end > len(self.data):
            raise MalformedAnswerError(f"it ends {end - len(self.data)} bytes too early")
        taken, self.at = self.data[self.at : end], end
        return taken

    def number(self, size: int) -> int:
        """Return the next bytes as an unsigned number."""
        return int.from_bytes(self.take(size), "big")

    def value(self, tag: int) -> tuple[int, str, bytes]:
        """Return a field behind its tag: the tag, the name and the data."""
        name = self.take(self.number(2)).decode("utf-8", "replace")
        return tag, name, self.take(self.number(2))


def answer(data: bytes) -> Answer:
    """Return what a printer said; raises MalformedAnswerError."""
    source = _Bytes(data)
    source.take(2)  # the version: every one has this shape
    status, request_id = source.number(2), source.number(4)
    groups: list[tuple[int, Attributes]] = []
    tag = source.number(1)
    while tag != END_OF_ATTRIBUTES:
        if tag >= _DELIMITERS_BELOW:
            raise MalformedAnswerError("a value stands outside of a group")
        group = _Group()
        following = _fill(group, source)
        groups.append((tag, group.attributes))
        tag = following
    return Answer(status, request_id, tuple(groups))


@dataclass(slots=True)
class _Group:
    attributes: dict[str, list[Value]] = field(default_factory=dict)
    name: str = ""

    def put(self, name: str, value: Value | None) -> None:
        """Keep a value; one without a name belongs to the attribute before."""
        self.name = name or self.name
        held = self.attributes.setdefault(self.name, [])
        if value is not None:
            held.append(value)


def _fill(group: _Group, source: _Bytes) -> int:
    """Read a group's attributes; return the delimiter behind them."""
    while (tag := source.number(1)) >= _DELIMITERS_BELOW:
        _, name, data = source.value(tag)
        if tag == _BEGIN_COLLECTION:
            group.put(name, _members(source, 1))
        else:
            group.put(name, _decoded(tag, data))
    return tag


def _members(source: _Bytes, depth: int) -> dict[str, list[Value]]:
    """Read a collection up to its end."""
    if depth > _DEPTH_MOST:
        raise MalformedAnswerError("collections within collections without end")
    held = _Group()
    for tag, _, data in iter(lambda: source.value(source.number(1)), None):
        if tag == _END_COLLECTION:
            break
        if tag == _MEMBER_NAME:
            held.put(data.decode("utf-8", "replace"), None)
        elif tag == _BEGIN_COLLECTION:
            held.put("", _members(source, depth + 1))
        else:
            held.put("", _decoded(tag, data))
    return held.attributes


def _decoded(tag: int, data: bytes) -> Value | None:
    """Return a value; None for "no-value" and its like."""
    if tag < _NO_VALUE_BELOW:
        return None
    try:
        match tag:
            case 0x21 | 0x23:
                return int(struct.unpack(">i", data)[0])
            case 0x22:
                return data != b"\0"
            case 0x32:
                return Resolution(*struct.unpack(">iib", data))
            case 0x33:
                return Range(*struct.unpack(">ii", data))
            case 0x35 | 0x36:
                return _without_language(data)
            case 0x30 | 0x31:
                return data
    except struct.error as error:
        raise MalformedAnswerError(f"a value of {len(data)} bytes for tag {tag:#x}") from error
    return data.decode("utf-8", "replace")


def _without_language(data: bytes) -> str:
    source = _Bytes(data)
    source.take(source.number(2))
    return source.take(source.number(2)).decode("utf-8", "replace")


def texts(attributes: Attributes, name: str) -> Iterator[str]:
    """Yield an attribute's values that are texts."""
    return (one for one in attributes.get(name, ()) if isinstance(one, str))


def number(attributes: Attributes, name: str, default: int = 0) -> int:
    """Return an attribute's first value where it is a number."""
    first = next(iter(attributes.get(name, ())), default)
    return first if isinstance(first, int) else default


def text(attributes: Attributes, name: str) -> str:
    """Return an attribute's first text, or ""."""
    return next(texts(attributes, name), "")
