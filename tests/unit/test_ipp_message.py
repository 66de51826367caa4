"""IPP in bytes: what is sent reads back, and no bytes at all make the reader fail otherwise."""

from __future__ import annotations

import contextlib
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.devices.printers import ipp_message as ipp
from kiosk.devices.printers.ipp_message import Range, Resolution, Sent, Tag, attribute

NAMES = st.text("abcdefghij-", min_size=1, max_size=20)


def sent(depth: int = 2) -> st.SearchStrategy[Sent]:
    """Return attributes with one to three values of one kind."""
    numbers = st.integers(-(2**31), 2**31 - 1)
    kinds = [
        st.tuples(st.just(Tag.INTEGER), numbers),
        st.tuples(st.just(Tag.ENUM), numbers),
        st.tuples(st.just(Tag.BOOLEAN), st.booleans()),
        st.tuples(st.sampled_from([Tag.NAME, Tag.KEYWORD, Tag.URI]), st.text(max_size=30)),
    ]
    if depth:
        inner = st.lists(sent(depth - 1), max_size=3, unique_by=lambda one: one.name)
        kinds.append(st.tuples(st.just(Tag.COLLECTION), inner.map(tuple)))
    return st.one_of(kinds).flatmap(
        lambda kind: st.builds(
            lambda name, times: Sent(name, kind[0], (kind[1],) * times), NAMES, st.integers(1, 3)
        )
    )


def plain(one: Sent) -> list[object]:
    """Return the values as they are read back."""
    if one.tag == Tag.COLLECTION:
        return [{inner.name: plain(inner) for inner in value} for value in one.values]  # type: ignore[attr-defined]
    return list(one.values)


@settings(max_examples=40)
@given(st.lists(sent(), max_size=4, unique_by=lambda one: one.name), st.integers(0, 2**31 - 1))
def test_what_is_sent_reads_back(attributes: list[Sent], number: int) -> None:
    read = ipp.answer(ipp.request(0x0B, number, [(ipp.PRINTER_GROUP, attributes)]))
    assert (read.status, read.request_id) == (0x0B, number)
    assert read.group(ipp.PRINTER_GROUP) == {one.name: plain(one) for one in attributes}


@given(st.binary(max_size=200))
def test_any_bytes_are_an_answer_or_malformed(data: bytes) -> None:
    with contextlib.suppress(ipp.MalformedAnswerError):
        ipp.answer(data)


@given(st.data())
def test_a_cut_answer_is_malformed(data: st.DataObject) -> None:
    column = (attribute("media-size", Tag.COLLECTION, (attribute("x", Tag.INTEGER, 1),)),)
    groups = [(ipp.PRINTER_GROUP, (attribute("media-col-ready", Tag.COLLECTION, column),))]
    whole = ipp.request(0, 1, groups)
    with pytest.raises(ipp.MalformedAnswerError):
        ipp.answer(whole[: data.draw(st.integers(0, len(whole) - 1))])


def field(tag: int, name: bytes, data: bytes) -> bytes:
    return struct.pack(">BH", tag, len(name)) + name + struct.pack(">H", len(data)) + data


@pytest.mark.parametrize(
    ("tag", "data", "value"),
    [
        (0x33, struct.pack(">ii", 1, 9), Range(1, 9)),
        (0x32, struct.pack(">iib", 300, 600, 3), Resolution(300, 600, 3)),
        (0x35, b"\0\2ko\0\6\xed\x95\x9c\xea\xb8\x80", "한글"),
        (0x31, b"\x07\xea\x03\x1a" + bytes(7), b"\x07\xea\x03\x1a" + bytes(7)),
        (0x41, b"\xff", "\N{REPLACEMENT CHARACTER}"),
    ],
)
def test_values_of_other_kinds(tag: int, data: bytes, value: object) -> None:
    head = struct.pack(">BBHI", 2, 0, 0, 1) + b"\x04"
    read = ipp.answer(head + field(tag, b"a", data) + b"\x03")
    assert read.group(ipp.PRINTER_GROUP) == {"a": [value]}


def test_an_attribute_without_a_value_is_there_and_empty() -> None:
    head = struct.pack(">BBHI", 2, 0, 0, 1) + b"\x04"
    read = ipp.answer(head + field(0x13, b"media-ready", b"") + b"\x03")
    assert read.group(ipp.PRINTER_GROUP) == {"media-ready": []}
    assert ipp.number(read.group(ipp.PRINTER_GROUP), "media-ready", 7) == 7


@pytest.mark.parametrize(
    "bad", [field(0x21, b"a", b"\0"), field(0x33, b"a", b""), field(0x34, b"a", b"") * 9]
)
def test_values_of_a_wrong_length_are_malformed(bad: bytes) -> None:
    with pytest.raises(ipp.MalformedAnswerError):
        ipp.answer(struct.pack(">BBHI", 2, 0, 0, 1) + b"\x04" + bad + b"\x03")


def test_collections_without_end_are_malformed() -> None:
    deep = (field(0x34, b"a", b"") + field(0x4A, b"", b"m")) * 50
    with pytest.raises(ipp.MalformedAnswerError, match="without end"):
        ipp.answer(struct.pack(">BBHI", 2, 0, 0, 1) + b"\x04" + deep + b"\x03")
