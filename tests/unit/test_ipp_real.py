"""A real IPP printer, Debian's ``ippeveprinter``, through our own client; no Qt is needed.

Skipped where it is not installed, or may not start.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from ipp_printers import RealPrinter, bus, lacking, real_printer
from PIL import Image

from kiosk.devices.printers.ipp import _FORMATS as FORMATS
from kiosk.devices.printers.ipp import IppPrinter
from kiosk.devices.printers.ipp_link import Address
from kiosk.domain.errors import KioskError
from kiosk.domain.printer import Fate, PrinterState

pytestmark = pytest.mark.skipif(bool(lacking()), reason=lacking() or "there")

CONF = Path(__file__).parents[1] / "data" / "label_printer.conf"
CARD = Image.new("L", (1181, 827), 255)


@pytest.fixture(scope="module")
def house() -> Iterator[dict[str, str]]:
    with bus() as env:
        yield env


@pytest.fixture
def machine(house: dict[str, str], tmp_path: Path) -> Iterator[RealPrinter]:
    with real_printer(tmp_path / "printer", house, "-a", str(CONF)) as made:
        yield made


def opened(machine: RealPrinter) -> IppPrinter:
    return IppPrinter(Address.of(machine.address), "label")


def until(ask: Callable[[], object], wanted: object) -> None:
    """Ask until the answer is the wanted one; fails with the last."""
    end = time.monotonic() + 10
    while (told := ask()) != wanted:
        assert time.monotonic() < end, told
        time.sleep(0.05)


def test_a_badge_comes_out_as_the_page_it_is(machine: RealPrinter) -> None:
    printer = opened(machine)
    assert (printer.look(), printer.dpi) == (PrinterState.READY, 300)
    printer.print_badge(CARD, 100, 70, "j1")
    until(lambda: printer.follow("j1").fate, Fate.DONE)
    (sheet,) = machine.printed()
    assert sheet.read_bytes().startswith(b"%PDF-")
    assert opened(machine).find("j1", 5) is Fate.DONE


def test_paper_of_another_size_or_none_is_told_before_anything_is_sent(
    machine: RealPrinter,
) -> None:
    machine.load("iso_a4_210x297mm")
    with pytest.raises(KioskError, match="PRINTER_WRONG_PAPER"):
        opened(machine).print_badge(CARD, 100, 70, "j1")
    machine.load(sheets=0)
    assert opened(machine).look() is PrinterState.NO_PAPER
    with pytest.raises(KioskError, match="PRINTER_NO_PAPER"):
        opened(machine).print_badge(CARD, 100, 70, "j1")
    assert machine.printed() == []
    machine.load()
    assert opened(machine).look() is PrinterState.READY


def test_a_jam_under_a_badge_is_told_while_it_is_being_printed(machine: RealPrinter) -> None:
    go_on = machine.spool / "go-on"
    machine.behave(
        'echo "STATE: +media-jam" >&2\n'
        f'while [ ! -e "{go_on}" ]; do sleep 0.05; done\n'
        'echo "STATE: -media-jam" >&2'
    )
    printer = opened(machine)
    printer.print_badge(CARD, 100, 70, "j1")
    until(lambda: printer.follow("j1").state, PrinterState.JAM)
    assert printer.follow("j1").fate is Fate.PRINTING
    go_on.touch()
    until(lambda: printer.follow("j1").fate, Fate.DONE)


def test_a_badge_that_never_ends_is_taken_back_and_no_success(machine: RealPrinter) -> None:
    machine.behave("sleep 3")
    printer = opened(machine)
    printer.print_badge(CARD, 100, 70, "j1")
    assert printer.follow("j1").fate is Fate.PRINTING
    assert printer.give_up("j1") in (Fate.FAILED, Fate.UNSURE)


def test_a_printer_that_gives_a_badge_up_is_told_of(machine: RealPrinter) -> None:
    machine.behave("exit 1")
    printer = opened(machine)
    printer.print_badge(CARD, 100, 70, "j1")
    until(lambda: printer.follow("j1").fate in (Fate.FAILED, Fate.UNSURE), wanted=True)


def test_a_printer_that_is_unplugged_and_back_knows_nothing_of_its_job(
    machine: RealPrinter,
) -> None:
    machine.behave("sleep 3")
    printer = opened(machine)
    printer.print_badge(CARD, 100, 70, "j1")
    machine.stop()
    assert printer.follow("j1").state is PrinterState.OFFLINE
    with pytest.raises(KioskError, match="PRINTER_OFFLINE"):
        printer.look()


def test_raster_and_jpeg_are_taken_too(machine: RealPrinter, monkeypatch) -> None:
    for mime, start in (("image/pwg-raster", b"RaS2"), ("image/jpeg", b"\xff\xd8")):
        monkeypatch.setattr(
            "kiosk.devices.printers.ipp._FORMATS",
            tuple(one for one in FORMATS if one[0] == mime),
        )
        printer = opened(machine)
        printer.print_badge(CARD, 100, 70, mime)
        until(lambda printer=printer, mime=mime: printer.follow(mime).fate, Fate.DONE)
        assert machine.printed()[-1].read_bytes().startswith(start)
