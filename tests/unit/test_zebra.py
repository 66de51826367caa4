"""Zebra printers: dots and nothing else, true states, and no label that is told wrongly."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from label_printer import LabelPrinter
from PIL import Image, ImageChops, ImageDraw

from kiosk.devices.printers import open_printer, zpl
from kiosk.devices.printers.printer import Progress
from kiosk.devices.printers.zebra import ZebraPrinter
from kiosk.domain.errors import KioskError
from kiosk.domain.printer import Fate, PrinterState


@pytest.fixture
def machine() -> Iterator[LabelPrinter]:
    made = LabelPrinter()
    yield made
    made.close()


def opened(machine: LabelPrinter) -> ZebraPrinter:
    return ZebraPrinter("127.0.0.1", machine.port)


def impatient(machine: LabelPrinter) -> ZebraPrinter:
    """Return a printer whose clock is near the deadline as soon as a call has begun.

    It is read four times a call: at the beginning, to connect, to send, to receive.
    """
    ticks = itertools.cycle((0.0, 4.9, 4.9, 4.9))
    return ZebraPrinter("127.0.0.1", machine.port, clock_s=lambda: next(ticks))


def badge(mode: str = "1", size: tuple[int, int] = (803, 560)) -> Image.Image:
    picture = Image.new("L", size, 255)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, 40, size[1]), fill=0)
    draw.ellipse((300, 100, 500, 300), outline=0, width=3)
    draw.point((size[0] - 1, size[1] - 1), fill=0)
    return picture.convert(mode)


def refusal(printer: ZebraPrinter) -> str:
    with pytest.raises(KioskError) as caught:
        printer.print_badge(badge(), 100, 70, "job")
    return caught.value.code


@pytest.mark.parametrize("mode", ["1", "L", "RGB"])
def test_every_dot_arrives_where_it_was_drawn(machine: LabelPrinter, mode: str) -> None:
    assert opened(machine).print_badge(badge(mode), 100, 70, "job").fate is Fate.DONE
    (label,) = machine.labels
    assert label.size == (803, 560)
    assert ImageChops.difference(label.convert("L"), badge("L")).getbbox() is None
    assert machine.commands == []


@given(st.integers(1, 41), st.integers(1, 5), st.binary(min_size=205, max_size=205))
def test_a_label_holds_its_dots_and_no_command(width: int, height: int, dots: bytes) -> None:
    grey = Image.frombytes("L", (width, height), dots[: width * height])
    text = zpl.label(grey).decode("ascii")
    head, data = text.split("^GFA,")[0], text.split("^GFA,")[1].split(",", 3)[3]
    assert head == f"^XA^PW{width}^LL{height}^LH0,0^LS0^PON^FO0,0"
    rows, end = data.split("^", 1)
    assert end == "FS^PQ1^XZ\r\n"
    bits = "".join(f"{int(one, 16):04b}" for one in rows)
    across = len(bits) // height
    told = [bits[at * across : (at + 1) * across] for at in range(height)]
    wanted = [
        "".join("01"[grey.getpixel((x, y)) < 128] for x in range(width)) for y in range(height)
    ]
    assert [one[:width] for one in told] == wanted
    assert {one[width:] for one in told} == {"0" * (across - width)}


@pytest.mark.parametrize(
    ("fault", "code", "state"),
    [
        ("paper_out", "PRINTER_NO_PAPER", PrinterState.NO_PAPER),
        ("head_open", "PRINTER_OPEN", PrinterState.OPEN),
        ("paused", "PRINTER_PAUSED", PrinterState.PAUSED),
    ],
)
def test_a_printer_that_cannot_print_is_sent_nothing(
    machine: LabelPrinter, fault: str, code: str, state: PrinterState
) -> None:
    setattr(machine, fault, True)
    printer = opened(machine)
    assert printer.look() is state
    assert refusal(printer) == code
    assert (machine.labels, machine.held) == ([], 0)


def test_a_label_with_another_side_is_refused_before_anything_is_sent(
    machine: LabelPrinter,
) -> None:
    with pytest.raises(KioskError, match="PRINTER_REFUSED"):
        opened(machine).print_badge(badge(), 100, 70, "job", badge())
    assert machine.labels == []


def test_a_full_buffer_is_tried_again_later(machine: LabelPrinter) -> None:
    machine.full = True
    assert refusal(opened(machine)) == "PRINTER_BUSY"
    assert machine.labels == []


def test_a_slow_label_is_followed_until_it_is_out(machine: LabelPrinter) -> None:
    machine.polls_per_label = 3
    printer = opened(machine)
    assert printer.print_badge(badge(), 100, 70, "job").fate is Fate.PRINTING
    fates = [printer.follow("job").fate for _ in range(3)]
    assert fates == [Fate.PRINTING, Fate.PRINTING, Fate.DONE]


def test_paper_that_ends_under_a_label_is_told_and_the_label_comes_later(
    machine: LabelPrinter,
) -> None:
    machine.polls_per_label = 3
    printer = opened(machine)
    printer.print_badge(badge(), 100, 70, "job")
    machine.paper_out = True
    assert printer.follow("job") == Progress(Fate.PRINTING, PrinterState.NO_PAPER)
    machine.paper_out = False
    assert [printer.follow("job").fate for _ in range(2)][-1] is Fate.DONE
    assert len(machine.labels) == 1


@pytest.mark.parametrize("after", [0, 6, 40_000])
def test_a_connection_cut_under_a_label_leaves_it_unsure(machine: LabelPrinter, after: int) -> None:
    machine.cut_after = after
    assert refusal(opened(machine)) == ("PRINTER_OFFLINE" if after < 5 else "PRINTER_CUT")


def test_a_printer_that_accepts_and_never_answers_is_given_up_in_time(
    machine: LabelPrinter,
) -> None:
    machine.half_open = True
    printer = impatient(machine)
    assert refusal(printer) == "PRINTER_OFFLINE"
    with pytest.raises(KioskError, match="PRINTER_OFFLINE"):
        printer.look()
    assert printer.follow("job") == Progress(Fate.UNSURE, PrinterState.OFFLINE)


def test_a_printer_that_is_switched_off_is_offline(machine: LabelPrinter) -> None:
    printer = opened(machine)
    machine.close()
    assert refusal(printer) == "PRINTER_OFFLINE"


@pytest.mark.parametrize(
    "garbage",
    [
        b"\x021\x03\x022\x03\x023\x03",
        b"\x02a,b,c,d,e,f,g,h,i,j,k,l\x03" * 3,
        "\x02칠\x03".encode() * 3,
        b"HTTP/1.1 400 Bad Request\r\n\r\n" * 300,
    ],
)
def test_what_talks_otherwise_is_no_printer(machine: LabelPrinter, garbage: bytes) -> None:
    machine.garbage = garbage
    assert refusal(opened(machine)) == "PRINTER_UNCLEAR"
    assert machine.labels == []


@pytest.mark.parametrize(
    ("first", "second", "state"),
    [
        ("030,0,0,0560,000,0,0,0,000,1,0,0", "000,0,0,0,1,2,6,0,00000000,1,000", "fault"),
        ("030,0,0,0560,000,0,0,0,000,0,1,0", "000,0,0,0,1,2,6,0,00000000,1,000", "fault"),
        ("030,0,0,0560,000,0,0,0,000,0,0,0", "000,0,0,1,1,2,6,0,00000000,1,000", "fault"),
        ("030,0,0,0560,001,0,0,0,000,0,0,0", "000,0,0,0,1,2,6,0,00000000,1,000", "busy"),
        ("030,1,1,0560,000,0,0,0,000,0,0,0", "000,0,1,0,1,2,6,0,00000000,1,000", "open"),
    ],
)
def test_every_flag_has_its_state(first: str, second: str, state: str) -> None:
    lines = "".join(f"\x02{one}\x03\r\n" for one in (first, second, "1234,0"))
    assert zpl.status(lines.encode()).state == state


def test_a_label_that_a_stopped_printer_no_longer_holds_is_unsure(machine: LabelPrinter) -> None:
    printer = opened(machine)
    machine.paused = True
    assert printer.follow("job") == Progress(Fate.UNSURE, PrinterState.PAUSED)


@pytest.mark.parametrize(
    ("address", "port", "dpi"),
    [
        ("zebra://10.0.0.5", 9100, 203),
        ("zebra://labels.example:9101?dpi=300", 9101, 300),
        ("zebra://[::1]/", 9100, 203),
    ],
)
def test_an_address_names_port_and_dots(address: str, port: int, dpi: int) -> None:
    printer = open_printer(address)
    assert isinstance(printer, ZebraPrinter)
    assert (printer._port, printer.dpi) == (port, dpi)


@pytest.mark.parametrize(
    "address", ["zebra://", "zebra://a/b", "zebra://a?dpi=600", "zebra://a:99999", "zebra://a:b"]
)
def test_a_wrong_address_is_refused(address: str) -> None:
    with pytest.raises(KioskError, match="PRINTER_ADDRESS_WRONG"):
        open_printer(address)
