"""An IPP printer of the tests' own, for what no real one does on demand: it answers by a script."""

from __future__ import annotations

import socket
import ssl
import struct
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from kiosk.devices.printers import ipp_message as ipp
from kiosk.devices.printers.ipp_link import Operation
from kiosk.devices.printers.ipp_message import Sent, Tag, attribute

SIZE = (
    attribute("x-dimension", Tag.INTEGER, 10_000),
    attribute("y-dimension", Tag.INTEGER, 7_000),
)
COLUMN = (attribute("media-size", Tag.COLLECTION, SIZE),)
WELL = (
    attribute("printer-state", Tag.ENUM, 3),
    attribute("printer-state-reasons", Tag.KEYWORD, "none"),
    attribute("printer-is-accepting-jobs", Tag.BOOLEAN, True),
    attribute("printer-up-time", Tag.INTEGER, 3_600),
    attribute("document-format-supported", Tag.MIME_TYPE, "image/urf", "application/pdf"),
    attribute("media-col-ready", Tag.COLLECTION, COLUMN),
)
"""A printer in good order with a roll of 100 × 70 mm in it."""


def printer_with(*changed: Sent) -> tuple[Sent, ...]:
    """Return the good printer's attributes, some of them others."""
    names = {one.name for one in changed}
    return (*(one for one in WELL if one.name not in names), *changed)


@dataclass
class Job:
    """One job as the printer keeps it."""

    name: str
    document: bytes
    state: int = 9
    reasons: tuple[str, ...] = ("none",)
    impressions: int = 0


@dataclass
class AnsweringPrinter:
    """Keep jobs and answer; ``spoil`` may turn an answer's bytes into anything, or cut it.

    ``before`` is run with the operation before each answer; what it raises ends the connection.
    """

    attributes: tuple[Sent, ...] = WELL
    ends_as: int = 9
    status: int = 0
    jobs: dict[int, Job] = field(default_factory=dict)
    calls: list[int] = field(default_factory=list)
    spoil: Callable[[bytes], bytes] = lambda answer: answer
    before: Callable[[int], None] = lambda operation: None
    head: str = (
        "HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nContent-Length: {length}\r\n\r\n"
    )
    tls: ssl.SSLContext | None = None

    def __post_init__(self) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._server.getsockname()[1])
        self._talks: list[socket.socket] = []
        self._main = threading.Thread(target=self._accept, daemon=True)
        self._main.start()

    @property
    def address(self) -> str:
        return f"{'ipps' if self.tls else 'ipp'}://127.0.0.1:{self.port}/ipp/print"

    def close(self) -> None:
        """Switch it off."""
        with suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        for talk in self._talks:
            with suppress(OSError):
                talk.shutdown(socket.SHUT_RDWR)
        self._main.join(10)

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                talk = self._server.accept()[0]
                self._talks.append(talk)
                with suppress(OSError, struct.error):
                    self._serve(self.tls.wrap_socket(talk, server_side=True) if self.tls else talk)
                talk.close()

    def _serve(self, talk: socket.socket) -> None:
        with talk, talk.makefile("rb") as came:
            length = 0
            while line := came.readline().strip():
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            operation = struct.unpack(">H", came.peek(4)[2:4])[0]
            self.calls.append(operation)
            self.before(operation)
            body = came.read(length)
            answer = self.spoil(self._answer(operation, body))
            talk.sendall(self.head.format(length=len(answer)).encode() + answer)

    def _answer(self, operation: int, body: bytes) -> bytes:
        asked = ipp.answer(body)  # a request has the same shape, its operation in the status' place
        told = asked.group(ipp.OPERATION_GROUP)
        groups: list[tuple[int, tuple[Sent, ...]]] = [(ipp.OPERATION_GROUP, ())]
        match operation:
            case Operation.GET_PRINTER_ATTRIBUTES:
                groups.append((ipp.PRINTER_GROUP, self.attributes))
            case Operation.PRINT_JOB if not self.status:
                number = len(self.jobs) + 1
                begins = next(one for one in (b"%PDF", b"\xff\xd8\xff") if one in body)
                document = body[body.index(begins) :]
                self.jobs[number] = Job(ipp.text(told, "job-name"), document, self.ends_as)
                groups.append((ipp.JOB_GROUP, self._job(number)))
            case Operation.GET_JOB_ATTRIBUTES:
                groups.append((ipp.JOB_GROUP, self._job(ipp.number(told, "job-id"))))
            case Operation.CANCEL_JOB:
                job = self.jobs[ipp.number(told, "job-id")]
                job.state = 7 if job.state < 7 else job.state
            case Operation.GET_JOBS:
                is_ended = ipp.text(told, "which-jobs") == "completed"
                for number, job in self.jobs.items():
                    if (job.state >= 7) == is_ended:
                        groups.append((ipp.JOB_GROUP, self._job(number)))
        return ipp.request(self.status, asked.request_id, groups)

    def _job(self, number: int) -> tuple[Sent, ...]:
        job = self.jobs[number]
        return (
            attribute("job-id", Tag.INTEGER, number),
            attribute("job-name", Tag.NAME, job.name),
            attribute("job-state", Tag.ENUM, job.state),
            attribute("job-state-reasons", Tag.KEYWORD, *job.reasons),
            attribute("job-impressions-completed", Tag.INTEGER, job.impressions),
        )
