"""IPP printers against a printer of the tests' own: states, papers, fates, and every bad line."""

from __future__ import annotations

import hashlib
import itertools
import socket
import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from ipp_answers import AnsweringPrinter, printer_with
from PIL import Image

from kiosk.devices.printers import ipp_media, ipp_state, open_printer
from kiosk.devices.printers.ipp import IppPrinter
from kiosk.devices.printers.ipp_link import Address, Operation
from kiosk.devices.printers.ipp_message import Tag, attribute
from kiosk.devices.printers.printer import Progress
from kiosk.domain.errors import KioskError
from kiosk.domain.printer import Fate, PrinterState

CARD = Image.new("L", (118, 83), 255)


@pytest.fixture
def machine() -> Iterator[AnsweringPrinter]:
    made = AnsweringPrinter()
    yield made
    made.close()


def opened(machine: AnsweringPrinter) -> IppPrinter:
    return IppPrinter(Address.of(machine.address), "label")


def send(printer: IppPrinter, job: str = "j1", size: tuple[float, float] = (100, 70)) -> Progress:
    return printer.print_badge(CARD, *size, job)


def refusal(printer: IppPrinter, size: tuple[float, float] = (100, 70)) -> KioskError:
    with pytest.raises(KioskError) as caught:
        send(printer, size=size)
    return caught.value


class TestStates:
    @pytest.mark.parametrize(
        ("number", "reasons", "state"),
        [
            (3, ["none"], "ready"),
            (4, ["none"], "busy"),
            (3, ["media-low-warning"], "low"),
            (3, ["media-empty-report"], "no-paper"),
            (5, ["media-empty"], "no-paper"),
            (5, ["media-needed-error", "paused"], "no-paper"),
            (5, ["media-jam-error", "cover-open-error"], "jam"),
            (4, ["media-jam-warning"], "jam"),
            (3, ["door-open-report"], "ready"),
            (3, ["door-open-error"], "open"),
            (4, ["offline-report"], "offline"),
            (4, ["connecting-to-device"], "offline"),
            (5, ["none"], "fault"),
            (5, ["paused"], "paused"),
            (3, ["moving-to-paused"], "paused"),
            (3, ["marker-supply-low-warning"], "ready"),
            (3, ["marker-supply-empty-error"], "fault"),
            (3, ["fuser-over-temp"], "fault"),
            (3, [], "ready"),
        ],
    )
    def test_what_a_printer_reports_is_one_state(
        self, number: int, reasons: list[str], state: str
    ) -> None:
        told = {"printer-state": [number], "printer-state-reasons": reasons}
        assert ipp_state.state_of(told) == state

    def test_an_empty_second_tray_stops_nothing(self) -> None:
        told = {
            "printer-state": [3],
            "printer-state-reasons": ["media-empty-report"],
            "media-ready": ["iso_a4_210x297mm", "om_badge_100x70mm"],
        }
        assert ipp_state.state_of(told) is PrinterState.READY

    def test_a_queue_that_takes_no_jobs_is_paused(self) -> None:
        told = {"printer-state": [3], "printer-is-accepting-jobs": [False]}
        assert ipp_state.state_of(told) is PrinterState.PAUSED

    @pytest.mark.parametrize(
        ("state", "reasons", "sheets", "fate"),
        [
            (3, [], 0, Fate.PRINTING),
            (4, [], 0, Fate.PRINTING),
            (5, [], 0, Fate.PRINTING),
            (6, ["printer-stopped"], 0, Fate.PRINTING),
            (7, [], 0, Fate.FAILED),
            (8, ["document-format-error"], 0, Fate.FAILED),
            (8, [], 1, Fate.UNSURE),
            (9, ["job-completed-successfully"], 1, Fate.DONE),
            (9, ["job-completed-with-errors"], 1, Fate.UNSURE),
            (0, [], 0, Fate.PRINTING),
        ],
    )
    def test_a_job_that_has_not_ended_is_no_success(
        self, state: int, reasons: list[str], sheets: int, fate: Fate
    ) -> None:
        job = {
            "job-state": [state],
            "job-state-reasons": reasons,
            "job-impressions-completed": [sheets],
        }
        assert ipp_state.fate_of(job) is fate


class TestPaper:
    @pytest.mark.parametrize(
        ("told", "fits"),
        [
            ({"media-ready": ["om_badge_100x70mm"]}, True),
            ({"media-ready": ["om_badge_70x100mm"]}, True),
            ({"media-ready": ["iso_a4_210x297mm"]}, False),
            ({"media-ready": ["oe_badge_3.94x2.76in"]}, True),
            ({"media-ready": ["custom_min_25x25mm", "custom_max_104x990mm"]}, True),
            ({"media-ready": ["custom_min_25x25mm", "custom_max_62x990mm"]}, False),
            ({"media-ready": ["roll_max_4x40in", "roll_min_1x1in"]}, True),
            ({"media-supported": ["iso_a4_210x297mm", "om_b_100x70mm"]}, True),
            ({"media-ready": ["iso_a4_210x297mm"], "media-supported": ["om_b_100x70mm"]}, False),
            ({"media-ready": ["nonsense", "a_1.2.3x4mm", "a_.x.mm"]}, True),
            ({}, True),
        ],
    )
    def test_what_lies_in_it_is_compared_with_what_is_asked(
        self, told: dict[str, list[str]], fits: bool
    ) -> None:
        papers = ipp_media.loaded(told) or ipp_media.supported(told)
        assert (not papers or any(one.takes(10_000, 7_000) for one in papers)) is fits

    def test_the_wrong_paper_is_a_fault_before_anything_is_sent(
        self, machine: AnsweringPrinter
    ) -> None:
        error = refusal(opened(machine), size=(86, 54))
        assert error.code == "PRINTER_WRONG_PAPER"
        assert error.facts["asked"] == "86 × 54 mm"
        assert error.facts["loaded"] == ["100 × 70 mm"]
        assert Operation.PRINT_JOB not in machine.calls

    def test_a_queue_s_own_idea_of_the_paper_counts_less_than_what_it_takes(
        self, machine: AnsweringPrinter
    ) -> None:
        machine.attributes = printer_with(
            attribute("media-supported", Tag.KEYWORD, "om_badge_86x54mm")
        )
        queue = IppPrinter(Address.of(machine.address), "label", is_queue=True)
        assert send(queue, size=(86, 54)).fate is Fate.DONE
        assert refusal(queue).code == "PRINTER_WRONG_PAPER"


class TestJobs:
    def test_a_badge_is_one_job_under_its_own_name(self, machine: AnsweringPrinter) -> None:
        assert send(opened(machine)).fate is Fate.DONE
        assert [(job.name, job.document[:5]) for job in machine.jobs.values()] == [
            ("badge j1", b"%PDF-")
        ]

    def test_both_sides_are_one_job(self, machine: AnsweringPrinter) -> None:
        machine.attributes = printer_with(
            attribute("sides-supported", Tag.KEYWORD, "one-sided", "two-sided-long-edge")
        )
        assert opened(machine).print_badge(CARD, 100, 70, "j1", CARD).fate is Fate.DONE
        (job,) = machine.jobs.values()
        assert b"/Count 2" in job.document

    def test_a_printer_of_one_side_is_sent_no_second_label(self, machine: AnsweringPrinter) -> None:
        with pytest.raises(KioskError, match="PRINTER_REFUSED"):
            opened(machine).print_badge(CARD, 100, 70, "j1", CARD)
        assert machine.jobs == {}

    def test_a_printer_of_pictures_alone_prints_one_side(self, machine: AnsweringPrinter) -> None:
        machine.attributes = printer_with(
            attribute("document-format-supported", Tag.MIME_TYPE, "image/jpeg")
        )
        assert send(opened(machine)).fate is Fate.DONE
        with pytest.raises(KioskError, match="PRINTER_REFUSED"):
            opened(machine).print_badge(CARD, 100, 70, "j2", CARD)
        assert len(machine.jobs) == 1

    def test_a_job_under_way_is_followed_to_its_end(self, machine: AnsweringPrinter) -> None:
        machine.ends_as = 4
        printer = opened(machine)
        assert send(printer).fate is Fate.PRINTING
        machine.attributes = printer_with(
            attribute("printer-state", Tag.ENUM, 5),
            attribute("printer-state-reasons", Tag.KEYWORD, "media-jam-error"),
        )
        assert printer.follow("j1") == Progress(Fate.PRINTING, PrinterState.JAM)
        machine.jobs[1].state = 9
        assert printer.follow("j1").fate is Fate.DONE

    def test_a_printer_out_of_reach_may_still_be_printing(self, machine: AnsweringPrinter) -> None:
        machine.ends_as = 4
        printer = opened(machine)
        send(printer)
        machine.close()
        assert printer.follow("j1") == Progress(Fate.PRINTING, PrinterState.OFFLINE)

    @pytest.mark.parametrize(("impressions", "fate"), [(0, Fate.FAILED), (1, Fate.UNSURE)])
    def test_a_job_given_up_has_failed_only_where_no_sheet_went_through(
        self, machine: AnsweringPrinter, impressions: int, fate: Fate
    ) -> None:
        machine.ends_as = 4
        printer = opened(machine)
        send(printer)
        machine.jobs[1].impressions = impressions
        assert printer.give_up("j1") is fate

    @pytest.mark.parametrize(("state", "fate"), [(9, "done"), (8, "failed"), (4, "printing")])
    def test_a_job_of_an_earlier_run_is_found_by_its_name(
        self, machine: AnsweringPrinter, state: int, fate: str
    ) -> None:
        machine.ends_as = state
        send(opened(machine), "lost")
        assert opened(machine).find("lost", 60) == fate

    @pytest.mark.parametrize(("age_s", "fate"), [(60, Fate.NEVER), (7_200, Fate.UNSURE)])
    def test_an_unknown_job_never_came_unless_the_printer_was_off_since(
        self, machine: AnsweringPrinter, age_s: float, fate: Fate
    ) -> None:
        send(opened(machine), "another")
        assert opened(machine).find("lost", age_s) is fate

    @pytest.mark.parametrize("status", [0x0400, 0x0503, 0x0507])
    def test_a_job_that_is_not_taken_is_refused(
        self, machine: AnsweringPrinter, status: int
    ) -> None:
        printer = opened(machine)
        assert printer.dpi == 300
        machine.before = lambda operation: setattr(
            machine, "status", status if operation == Operation.PRINT_JOB else 0
        )
        assert refusal(printer).facts["detail"] == f"IPP {status:#06x}"

    def test_a_printer_that_reads_nothing_of_ours_is_refused(
        self, machine: AnsweringPrinter
    ) -> None:
        machine.attributes = printer_with(
            attribute("document-format-supported", Tag.MIME_TYPE, "image/urf")
        )
        assert refusal(opened(machine)).facts["detail"] == "document format"


class TestLine:
    @pytest.mark.parametrize(
        ("spoil", "head", "code"),
        [
            (lambda _: b"<html>", None, "PRINTER_UNCLEAR"),
            (lambda answer: answer[:-3], None, "PRINTER_UNCLEAR"),
            (None, "HTTP/1.1 404 Not Found\r\nContent-Length: {length}\r\n\r\n", "PRINTER_MISSING"),
            (None, "HTTP/1.1 401 No\r\nContent-Length: {length}\r\n\r\n", "PRINTER_UNCLEAR"),
            (None, "SSH-2.0-OpenSSH\r\n", "PRINTER_OFFLINE"),
        ],
    )
    def test_what_answers_otherwise_is_no_printer(
        self, machine: AnsweringPrinter, spoil: object, head: str | None, code: str
    ) -> None:
        machine.spoil = spoil or machine.spoil  # type: ignore[assignment]
        machine.head = head or machine.head
        with pytest.raises(KioskError, match=code):
            opened(machine).look()

    def test_an_answer_in_chunks_after_a_continue_is_read(self, machine: AnsweringPrinter) -> None:
        machine.head = (
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        )
        machine.spoil = lambda answer: b"%x\r\n%s\r\n0\r\n\r\n" % (len(answer), answer)
        assert opened(machine).look() is PrinterState.READY

    def test_a_line_that_breaks_under_a_document_leaves_the_badge_unsure(
        self, machine: AnsweringPrinter
    ) -> None:
        def break_off(operation: int) -> None:
            if operation == Operation.PRINT_JOB:
                raise ConnectionResetError

        machine.before = break_off
        assert refusal(opened(machine)).code == "PRINTER_CUT"

    def test_a_printer_that_never_answers_is_given_up_in_time(self) -> None:
        """The clock is near the deadline at once: begin, connect, send, receive."""
        with socket.create_server(("127.0.0.1", 0)) as silent:
            ticks = itertools.cycle((0.0, 4.9, 4.9, 4.9))
            address = Address("127.0.0.1", silent.getsockname()[1], "/ipp/print")
            printer = IppPrinter(address, "label", clock_s=lambda: next(ticks))
            with pytest.raises(KioskError, match="PRINTER_OFFLINE"):
                printer.look()


class TestCertificate:
    @pytest.fixture
    def secret(self, tmp_path: Path) -> Iterator[tuple[AnsweringPrinter, str]]:
        """Return a printer that signs for itself, as they do, and its fingerprint."""
        made = subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
             "-nodes", "-subj", "/CN=printer", "-days", "2", "-keyout", tmp_path / "key.pem",
             "-out", tmp_path / "cert.pem"],
            capture_output=True, check=False,
        )  # fmt: skip
        if made.returncode:
            pytest.skip("openssl cannot make a certificate here")
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
        der = ssl.PEM_cert_to_DER_cert((tmp_path / "cert.pem").read_text())
        machine = AnsweringPrinter(tls=context)
        yield machine, hashlib.sha256(der).hexdigest()
        machine.close()

    def test_nobody_vouches_for_it(self, secret: tuple[AnsweringPrinter, str]) -> None:
        assert refusal(opened(secret[0])).code == "PRINTER_CERTIFICATE"

    def test_its_fingerprint_says_which_one_it_is(
        self, secret: tuple[AnsweringPrinter, str]
    ) -> None:
        machine, pin = secret
        printer = open_printer(f"{machine.address}?sha256={pin.upper()}")
        assert isinstance(printer, IppPrinter)
        assert printer.look() is PrinterState.READY

    def test_another_fingerprint_is_another_printer(
        self, secret: tuple[AnsweringPrinter, str]
    ) -> None:
        machine, pin = secret
        printer = open_printer(f"{machine.address}?sha256={'0' * 64}")
        assert isinstance(printer, IppPrinter)
        error = refusal(printer)
        assert (error.code, error.facts["detail"]) == ("PRINTER_CERTIFICATE", f"sha256={pin}")


@pytest.mark.parametrize(
    ("address", "uri"),
    [
        ("ipp://10.0.0.5", "ipp://10.0.0.5:631/ipp/print"),
        ("ipps://printer.example:443/ipp/label", "ipps://printer.example:443/ipp/label"),
        ("ipp://[::1]:8631/", "ipp://[::1]:8631/ipp/print"),
    ],
)
def test_an_address_names_host_port_and_path(address: str, uri: str) -> None:
    assert Address.of(address).uri == uri


@pytest.mark.parametrize(
    "address",
    ["ipp://", "ipp://a:port/", "ipp:///ipp/print", "ipps://a?sha256=12", "ipp://a:99999"],
)
def test_a_wrong_address_is_refused(address: str) -> None:
    with pytest.raises(KioskError, match="PRINTER_ADDRESS_WRONG"):
        open_printer(address)
