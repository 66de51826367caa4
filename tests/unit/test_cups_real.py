"""A real CUPS and its queue, asked by IPP: what Qt would call printed is known for what it is.

Skipped where CUPS is not installed, or may not start.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest
from cups_server import CupsServer, cups_server, lacking
from PIL import Image

from kiosk.devices.printers import open_printer
from kiosk.devices.printers.cups import cups_queue, server
from kiosk.devices.printers.ipp import IppPrinter
from kiosk.domain.errors import KioskError
from kiosk.domain.printer import Fate, PrinterState

real = pytest.mark.skipif(bool(lacking()), reason=lacking() or "there")
CARD = Image.new("L", (1181, 827), 255)


@pytest.fixture(scope="module")
def cups(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CupsServer]:
    with cups_server(tmp_path_factory.mktemp("cups")) as made, pytest.MonkeyPatch.context() as env:
        env.setenv("CUPS_SERVER", made.host)
        yield made


@pytest.fixture
def queue(cups: CupsServer) -> IppPrinter:
    cups.behave(":")
    for page in cups.printed():
        page.unlink()
    opened = open_printer(cups.queue)
    assert isinstance(opened, IppPrinter)
    return opened


def until(ask: Callable[[], object], wanted: object) -> None:
    """Ask until the answer is the wanted one; fails with the last."""
    end = time.monotonic() + 10
    while (told := ask()) != wanted:
        assert time.monotonic() < end, told
        time.sleep(0.05)


@real
def test_a_badge_goes_through_the_queue_and_is_known_to_be_out(
    cups: CupsServer, queue: IppPrinter
) -> None:
    assert (queue.look(), queue.dpi) == (PrinterState.READY, 300)
    queue.print_badge(CARD, 100, 70, "out")
    until(lambda: queue.follow("out").fate, Fate.DONE)
    (page,) = cups.printed()
    assert b"/MediaBox [ 0 0 283.4" in page.read_bytes()
    again = cups_queue(cups.queue)
    assert again is not None
    assert (again.find("out", 60), again.find("never sent", 60)) == (Fate.DONE, Fate.NEVER)


@real
@pytest.mark.parametrize(("stop", "go"), [("cupsdisable", "cupsenable"),
                                          ("cupsreject", "cupsaccept")])  # fmt: skip
def test_a_queue_that_is_stopped_or_refuses_is_sent_nothing(
    cups: CupsServer, queue: IppPrinter, stop: str, go: str
) -> None:
    cups.run(stop, cups.queue)
    assert queue.look() is PrinterState.PAUSED
    with pytest.raises(KioskError, match="PRINTER_PAUSED"):
        queue.print_badge(CARD, 100, 70, stop)
    cups.run(go, cups.queue)
    assert queue.look() is PrinterState.READY
    assert queue.find(stop, 60) is Fate.NEVER


@real
def test_a_job_that_the_queue_silently_cancels_is_no_success(
    cups: CupsServer, queue: IppPrinter
) -> None:
    cups.behave("exit 5")  # CUPS_BACKEND_CANCEL
    queue.print_badge(CARD, 100, 70, "cancelled")
    until(lambda: queue.follow("cancelled").fate, Fate.FAILED)
    assert cups.printed() == []


@real
def test_paper_that_ends_is_told_while_the_job_waits(cups: CupsServer, queue: IppPrinter) -> None:
    go_on = cups.folder / "go-on"
    cups.behave(
        'echo "STATE: +media-empty-error" >&2\n'
        f'while [ ! -e "{go_on}" ]; do sleep 0.05; done\n'
        'echo "STATE: -media-empty-error" >&2'
    )
    queue.print_badge(CARD, 100, 70, "empty")
    until(lambda: queue.follow("empty").state, PrinterState.NO_PAPER)
    assert queue.follow("empty").fate is Fate.PRINTING
    go_on.touch()
    until(lambda: queue.follow("empty").fate, Fate.DONE)
    assert len(cups.printed()) == 1


@real
def test_a_job_that_never_ends_is_taken_back(cups: CupsServer, queue: IppPrinter) -> None:
    cups.behave("sleep 60")
    queue.print_badge(CARD, 100, 70, "hangs")
    until(lambda: queue.follow("hangs").state, PrinterState.BUSY)
    assert queue.give_up("hangs") is Fate.FAILED
    assert cups.printed() == []


@real
def test_a_queue_nobody_made_is_none_of_cups(cups: CupsServer) -> None:
    assert cups_queue("none") is None


@pytest.mark.parametrize(
    ("told", "where"),
    [
        ("", ("localhost", 631)),
        ("/run/cups/cups.sock", ("localhost", 631)),
        ("printhost", ("printhost", 631)),
        ("printhost:8631", ("printhost", 8631)),
        ("printhost/version=1.1", ("printhost", 631)),
    ],
)
def test_cups_is_where_its_own_programs_look(
    monkeypatch: pytest.MonkeyPatch, told: str, where: tuple[str, int]
) -> None:
    monkeypatch.setenv("CUPS_SERVER", told)
    assert server() == where


def test_without_cups_there_is_no_queue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUPS_SERVER", "127.0.0.1:1")
    assert cups_queue("Label") is None
