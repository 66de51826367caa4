"""A label printer on port 9100 of the tests' own: it decodes each label back to dots.

It is told how to misbehave; what came out of it is in ``labels``.
"""

from __future__ import annotations

import re
import socket
import struct
import threading
from contextlib import suppress
from dataclasses import dataclass, field

from PIL import Image

_LABEL = re.compile(
    rb"\^XA\^PW(\d+)\^LL(\d+)\^LH0,0\^LS0\^PON\^FO0,0"
    rb"\^GFA,(\d+),(\d+),(\d+),([0-9A-F]*)\^FS\^PQ1\^XZ\r\n"
)


@dataclass
class LabelPrinter:
    """A Zebra in a thread.

    ``polls_per_label`` is how often it is asked before a label is out; ``cut_after`` bytes it hangs
    up for good; ``lies`` swallows labels; ``half_open`` takes connections and says nothing.
    """

    paper_out: bool = False
    head_open: bool = False
    paused: bool = False
    full: bool = False
    half_open: bool = False
    lies: bool = False
    garbage: bytes = b""
    polls_per_label: int = 0
    cut_after: int | None = None
    labels: list[Image.Image] = field(default_factory=list)
    commands: list[bytes] = field(default_factory=list)
    held: int = 0
    got_bytes: int = 0
    open_now: int = 0

    def __post_init__(self) -> None:
        self._lock = threading.Lock()
        self._polls = 0
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._server.getsockname()[1])
        self._talks: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._main = self._run(self._accept)

    def _run(self, work: object, *args: object) -> threading.Thread:
        made = threading.Thread(target=work, args=args, daemon=True)  # type: ignore[arg-type]
        made.start()
        return made

    @property
    def address(self) -> str:
        return f"zebra://127.0.0.1:{self.port}"

    def close(self) -> None:
        """Switch it off: every connection ends, and nobody listens any more."""
        with suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        for talk in self._talks:
            with suppress(OSError):
                talk.shutdown(socket.SHUT_RDWR)
            talk.close()
        for thread in (self._main, *self._threads):
            thread.join(10)

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                talk = self._server.accept()[0]
                self._talks.append(talk)
                self._threads.append(self._run(self._serve, talk))

    def _serve(self, talk: socket.socket) -> None:
        data = b""
        with suppress(OSError):
            while piece := talk.recv(65536):
                self.got_bytes += len(piece)
                data += piece
                if self.cut_after is not None and self.got_bytes > self.cut_after:
                    # A reset, as a cable that is pulled and a printer that is rebooted.
                    talk.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    break
                if not self.half_open:
                    data = self._take(talk, data)
        talk.close()

    def _take(self, talk: socket.socket, data: bytes) -> bytes:
        """Do what came, in its order; return what is not whole yet."""
        while True:
            if data.startswith(b"~HS\r\n"):
                talk.sendall(self.garbage or self._status())
                data = data[5:]
            elif label := _LABEL.match(data):
                self._print(label)
                data = data[label.end() :]
            elif data and not (b"~HS\r\n".startswith(data) or data.startswith(b"^XA")):
                self.commands.append(data)  # nothing of ours: a test looks for it
                return b""
            else:
                return data

    def _print(self, label: re.Match[bytes]) -> None:
        width, height, total, again, row_bytes = (int(label[at]) for at in range(1, 6))
        rows = bytes.fromhex(label[6].decode())
        assert total == again == len(rows) == row_bytes * height
        flipped = bytes(one ^ 0xFF for one in rows)
        dots = Image.frombytes("1", (row_bytes * 8, height), flipped).crop((0, 0, width, height))
        with self._lock:
            self.held += 1
            self._polls = 0
            if not self.lies:
                self.labels.append(dots)

    def _status(self) -> bytes:
        with self._lock:
            self._polls += 1
            stands = self.paper_out or self.head_open or self.paused
            if self.held and not stands and self._polls > self.polls_per_label:
                self.held = 0
            first = (
                f"030,{self.paper_out:d},{self.paused:d},0560,{self.held:03d},{self.full:d},"
                "0,0,000,0,0,0"
            )
            second = f"000,0,{self.head_open:d},0,1,2,6,0,{self.held:08d},1,000"
        return b"".join(b"\x02%s\x03\r\n" % one.encode() for one in (first, second, "1234,0"))
