"""A TCP connection whose whole conversation has one deadline, however slowly the far end talks."""

from __future__ import annotations

import io
import socket
import time
from collections.abc import Callable
from typing import Protocol

CONNECT_S = 2.0
CALL_S = 5.0
"""The house's deadlines of a network call; a label of 300 kB passes in a fraction of it."""
_PIECE_BYTES = 64 * 1024


class Deadline:
    """A moment, told as the seconds that are left."""

    def __init__(self, seconds: float, clock_s: Callable[[], float] = time.monotonic) -> None:
        self._clock_s, self._until_s = clock_s, clock_s() + seconds

    def left_s(self) -> float:
        """Return the seconds left; raises TimeoutError where there are none."""
        left = self._until_s - self._clock_s()
        if left <= 0:
            raise TimeoutError("the deadline has passed")
        return left


class _Socket(Protocol):
    """What a plain and an encrypted socket have in common here."""

    def settimeout(self, value: float | None, /) -> None: ...
    def send(self, data: memoryview, /) -> int: ...
    def recv_into(self, buffer: memoryview, /) -> int: ...
    def close(self) -> None: ...


class _Reader(io.RawIOBase):
    """Read from a socket under a deadline; each piece gets what is left of it."""

    def __init__(self, plain: _Socket, deadline: Deadline) -> None:
        self._socket, self._deadline = plain, deadline

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        """Read what has come; raises OSError, TimeoutError among them."""
        self._socket.settimeout(self._deadline.left_s())
        return self._socket.recv_into(memoryview(buffer))


class Conversation:
    """Bytes out and in over one socket, all of it under one deadline.

    Every method raises OSError; TimeoutError is one.
    """

    def __init__(self, plain: _Socket, deadline: Deadline) -> None:
        self._socket, self._deadline = plain, deadline

    def send(self, data: bytes) -> None:
        """Send everything."""
        rest = memoryview(data)
        while rest:
            self._socket.settimeout(self._deadline.left_s())
            rest = rest[self._socket.send(rest[:_PIECE_BYTES]) :]

    def makefile(self, *_: object) -> io.BufferedReader:
        """Return what comes in as a file; ``http.client`` reads answers from it."""
        return io.BufferedReader(_Reader(self._socket, self._deadline))

    def close(self) -> None:
        """Close the socket."""
        self._socket.close()


def connect(host: str, port: int, deadline: Deadline) -> socket.socket:
    """Connect within two seconds and the deadline; raises OSError."""
    return socket.create_connection((host, port), min(CONNECT_S, deadline.left_s()))


def reason(error: Exception) -> str:
    """Return what went wrong with a connection in a few words, without addresses or names."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error) or type(error).__name__
