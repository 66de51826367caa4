"""Calling a printer by IPP: HTTP around the messages (RFC 8010, 4), with a deadline a call."""

from __future__ import annotations

import hashlib
import hmac
import http.client
import itertools
import socket
import ssl
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from kiosk.devices.printers import ipp_message as ipp
from kiosk.devices.printers.deadline import CALL_S, Conversation, Deadline, connect, reason
from kiosk.devices.printers.ipp_message import Answer, Sent, Tag, attribute
from kiosk.domain.errors import KioskError

PORT = 631
ANSWER_BYTES_MOST = 4 * 1024 * 1024
USER = "haemaji"
"""The requesting-user-name of every call: a job is asked for by whoever sent it."""


class Operation:
    """The operations in use (RFC 8011, 5.4.15)."""

    PRINT_JOB = 0x0002
    CANCEL_JOB = 0x0008
    GET_JOB_ATTRIBUTES = 0x0009
    GET_JOBS = 0x000A
    GET_PRINTER_ATTRIBUTES = 0x000B


@dataclass(frozen=True, slots=True)
class Address:
    """Where a printer listens; ``pin`` is its certificate's SHA-256 in hex, "" for an authority's.

    Source of the parts: RFC 3510 for ipp, RFC 7472 for ipps.
    """

    host: str
    port: int
    path: str
    is_encrypted: bool = False
    pin: str = ""

    @classmethod
    def of(cls, url: str) -> Address:
        """Return the parts of an ``ipp://`` or ``ipps://`` address; raises ValueError."""
        parts = urlsplit(url)
        if parts.scheme not in ("ipp", "ipps") or not parts.hostname:
            raise ValueError("must be ipp://HOST[:PORT]/PATH")
        pin = parse_qs(parts.query).get("sha256", [""])[0].replace(":", "").lower()
        if pin and (len(pin) != 64 or pin.strip("0123456789abcdef")):
            raise ValueError("must have a sha256 of 64 hexadecimal digits")
        path = parts.path if parts.path not in ("", "/") else "/ipp/print"
        return cls(parts.hostname, parts.port or PORT, path, parts.scheme == "ipps", pin)

    @property
    def uri(self) -> str:
        """Return the printer's URI as it goes into a request."""
        scheme = "ipps" if self.is_encrypted else "ipp"
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{scheme}://{host}:{self.port}{self.path}"


class IppLink:
    """Ask one printer; every call is a connection of its own, and none lasts over five seconds."""

    def __init__(
        self, address: Address, name: str, clock_s: Callable[[], float] = time.monotonic
    ) -> None:
        self.address, self.name = address, name
        self._clock_s = clock_s
        self._ids = itertools.count(1)

    def ask(
        self,
        operation: int,
        attributes: Sequence[Sent] = (),
        *,
        job: Sequence[Sent] = (),
        document: bytes = b"",
    ) -> Answer:
        """Return the printer's answer, whatever its status.

        Raises KioskError: PRINTER_OFFLINE where nobody answers in time, PRINTER_CUT where the
        connection broke after a document had begun to leave, PRINTER_UNCLEAR where the answer is no
        IPP, PRINTER_CERTIFICATE where nobody vouches for it.
        """
        head = (
            attribute("attributes-charset", Tag.CHARSET, "utf-8"),
            attribute("attributes-natural-language", Tag.LANGUAGE, "en"),
            attribute("printer-uri", Tag.URI, self.address.uri),
            attribute("requesting-user-name", Tag.NAME, USER),
        )
        groups: list[tuple[int, Sequence[Sent]]] = [(ipp.OPERATION_GROUP, (*head, *attributes))]
        if job:
            groups.append((ipp.JOB_GROUP, job))
        message = ipp.request(operation, next(self._ids), groups) + document
        status, body = self._exchange(message, has_document=bool(document))
        return self._answer(status, body, has_document=bool(document))

    def _exchange(self, message: bytes, *, has_document: bool) -> tuple[int, bytes]:
        """Return the HTTP status and the body."""
        deadline = Deadline(CALL_S, self._clock_s)
        talk = self._open(deadline)
        try:
            talk.send(self._head(len(message)) + message)
            answer = http.client.HTTPResponse(talk, method="POST")  # type: ignore[arg-type]
            answer.begin()
            return answer.status, answer.read(ANSWER_BYTES_MOST)
        except (OSError, http.client.HTTPException) as error:
            # The printer may have all of the document by now: nobody can say that it has not.
            code = "PRINTER_CUT" if has_document else "PRINTER_OFFLINE"
            raise KioskError(code, printer=self.name, detail=_reason(error)) from error
        finally:
            talk.close()

    def _head(self, length: int) -> bytes:
        where = self.address
        host = f"[{where.host}]" if ":" in where.host else where.host
        lines = (
            f"POST {where.path} HTTP/1.1",
            f"Host: {host}:{where.port}",
            "Content-Type: application/ipp",
            f"Content-Length: {length}",
            "Connection: close",
        )
        return ("\r\n".join(lines) + "\r\n\r\n").encode("ascii", "replace")

    def _answer(self, status: int, body: bytes, *, has_document: bool) -> Answer:
        # What fails behind a document says nothing of the document; a refusal does.
        unclear = "PRINTER_CUT" if has_document else "PRINTER_UNCLEAR"
        if status == http.client.NOT_FOUND:
            raise KioskError("PRINTER_MISSING", printer=self.name)
        if status != http.client.OK:
            code = unclear if status >= http.client.INTERNAL_SERVER_ERROR else "PRINTER_UNCLEAR"
            raise KioskError(code, printer=self.name, detail=f"HTTP {status}")
        try:
            return ipp.answer(body)
        except ipp.MalformedAnswerError as error:
            raise KioskError(unclear, printer=self.name, detail=str(error)) from error

    def _open(self, deadline: Deadline) -> Conversation:
        where = self.address
        try:
            plain = connect(where.host, where.port, deadline)
        except (OSError, UnicodeError) as error:
            raise KioskError("PRINTER_OFFLINE", printer=self.name, detail=_reason(error)) from error
        if not where.is_encrypted:
            return Conversation(plain, deadline)
        return Conversation(self._encrypted(plain, deadline), deadline)

    def _encrypted(self, plain: socket.socket, deadline: Deadline) -> ssl.SSLSocket:
        """Return the socket under TLS, with a certificate of an authority or the pinned one."""
        context = ssl.create_default_context()
        if self.address.pin:
            # Printers sign for themselves: then the fingerprint alone says which one this is.
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE
        try:
            plain.settimeout(deadline.left_s())
            secret = context.wrap_socket(plain, server_hostname=self.address.host)
        except OSError as error:
            plain.close()
            code = "PRINTER_CERTIFICATE" if isinstance(error, ssl.SSLError) else "PRINTER_OFFLINE"
            raise KioskError(code, printer=self.name, detail=_reason(error)) from error
        if self.address.pin:
            found = hashlib.sha256(secret.getpeercert(binary_form=True) or b"").hexdigest()
            if not hmac.compare_digest(found, self.address.pin):
                secret.close()
                raise KioskError("PRINTER_CERTIFICATE", printer=self.name, detail=f"sha256={found}")
        return secret


def _reason(error: Exception) -> str:
    """Return what went wrong; of a certificate, what is wrong with it."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return error.verify_message
    return reason(error)
