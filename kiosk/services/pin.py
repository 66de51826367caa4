"""The administration PIN: six digits behind scrypt, five tries, then a lock that doubles."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets as randomness
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from kiosk.domain import pin as rules
from kiosk.domain.errors import KioskError
from kiosk.domain.pin import Lock, PinCheck
from kiosk.storage import journal, secrets
from kiosk.storage.clock import to_ms
from kiosk.storage.store import Connection, Store

if TYPE_CHECKING:
    from kiosk.services.open_desk import OpenDesk

_NAME = "pin"
_KIND = "scrypt"
# RFC 7914: 2**14 blocks of 8 take 16 MiB and about 50 ms here; see findings, "PIN".
_N, _R, _P = 2**14, 8, 1
_SALT_BYTES, _KEY_BYTES = 16, 32
_SPACE = 10**rules.LENGTH
_MEMORY = "pin"
_UNCOUNTED = frozenset({"STORE_FULL", "STORE_NOT_WRITABLE", "STORE_LOCKED", "STORE_DAMAGED"})
"""What keeps a try from being counted on disk, and may still let the PIN be read."""


def is_set(desk: OpenDesk) -> bool:
    """Tell whether this desk has a PIN."""
    return is_kept(desk.store)


def is_kept(store: Store) -> bool:
    """Tell the same of a store that serves no event yet."""
    return store.read(lambda connection: secrets.find(connection, _NAME)) is not None


def set_pin(desk: OpenDesk, pin: str) -> None:
    """Set this desk's PIN, and forget the tries at the old one.

    Raises KioskError: PIN_SHAPE, PIN_WEAK, and those of the store.
    """
    keep(desk.store, pin)


def keep(store: Store, pin: str) -> None:
    """Do the same to a store that serves no event yet."""
    if not rules.is_shaped(pin):
        raise KioskError("PIN_SHAPE", length=rules.LENGTH)
    if rules.is_weak(pin):
        raise KioskError("PIN_WEAK")
    value = _hashed(pin)
    store.write(lambda connection: secrets.put(connection, _NAME, value))


def draw(desk: OpenDesk) -> str | None:
    """Set a random strong PIN where there is none, and return it this once; else None."""
    pin = _random()
    value = _hashed(pin)

    def work(connection: Connection) -> bool:
        held = secrets.find(connection, _NAME)
        if held is None:
            secrets.put(connection, _NAME, value)
        # Its own trace: the commit of the attempt before raised, and was on disk.
        return held is None or held.value == value

    return pin if desk.store.write(work) else None


def _random() -> str:
    while True:
        pin = f"{randomness.randbelow(_SPACE):0{rules.LENGTH}d}"
        if not rules.is_weak(pin):
            return pin


def check(desk: OpenDesk, pin: str, now: datetime) -> PinCheck:
    """Try a PIN at a moment (aware), and say how many tries are left or how long it is locked.

    A try is counted as wrong on disk before it is looked at, so that ending the program takes none
    back; the right PIN takes them all back. While it is locked nothing is looked at. Where the disk
    takes no count, on a full one perhaps, it is kept in memory: staff must be able to leave a
    touchscreen whose store is broken. Raises KioskError: PIN_NOT_SET, and those of a store that
    cannot even be read, where nobody is let in.
    """
    count = _Count(desk, to_ms(now))
    try:
        value, lock, is_open = desk.store.write(count.on_disk)
    except KioskError as error:
        if error.code not in _UNCOUNTED:
            raise
        value, lock, is_open = count.in_memory(desk.store.read(_held))
    if is_open and _matches(pin, value):
        _forgive(desk, value)
        return PinCheck(ok=True, tries_left=rules.TRIES)
    until = now + timedelta(milliseconds=lock.left_ms) if lock.left_ms else None
    return PinCheck(ok=False, tries_left=lock.tries_left, locked_until=until)


class _Count:
    """One try, counted before anybody knows whether it is right."""

    def __init__(self, desk: OpenDesk, now_ms: int) -> None:
        self._desk, self._now_ms = desk, now_ms
        self._attempt = journal.new_entry_id()

    def on_disk(self, connection: Connection) -> tuple[str, Lock, bool]:
        """Count it in a transaction; return the PIN's hash, its lock, and whether it was open."""
        held = _held(connection)
        if held.attempt == self._attempt:
            return held.value, held.lock, True
        lock, is_open = self._counted(held)
        secrets.count(connection, _NAME, self._attempt if is_open else held.attempt, lock)
        return held.value, lock, is_open

    def in_memory(self, held: secrets.Secret) -> tuple[str, Lock, bool]:
        """Count it where the disk does not take it, on top of what the disk knows."""
        lock, is_open = self._counted(held)
        self._desk.memory[_MEMORY] = held.value, lock
        return held.value, lock, is_open

    def _counted(self, held: secrets.Secret) -> tuple[Lock, bool]:
        lock = held.lock.at(self._now_ms)
        kept = self._desk.memory.get(_MEMORY)
        # A PIN that was set anew has no tries against it, here as little as on disk.
        if isinstance(kept, tuple) and kept[0] == held.value:
            lock = max(lock, kept[1].at(self._now_ms))
        is_open = not lock.left_ms
        return (lock.after_a_try() if is_open else lock), is_open


def _held(connection: Connection) -> secrets.Secret:
    held = secrets.find(connection, _NAME)
    if held is None:
        raise KioskError("PIN_NOT_SET")
    return held


def _forgive(desk: OpenDesk, value: str) -> None:
    """Take the tries back, unless the PIN was set anew meanwhile."""

    def work(connection: Connection) -> None:
        held = secrets.find(connection, _NAME)
        if held is not None and held.value == value:
            secrets.count(connection, _NAME, held.attempt, Lock())

    desk.memory.pop(_MEMORY, None)
    try:
        desk.store.write(work)
    except KioskError as error:
        if error.code not in _UNCOUNTED:
            raise


def _hashed(pin: str) -> str:
    salt = os.urandom(_SALT_BYTES)
    cost = (_N, _R, _P)
    return "$".join([_KIND, *map(str, cost), salt.hex(), _key(pin, salt, cost).hex()])


def _key(pin: str, salt: bytes, cost: tuple[int, ...]) -> bytes:
    n, r, p = cost
    text = pin.encode("utf-8", "surrogatepass")
    return hashlib.scrypt(text, salt=salt, n=n, r=r, p=p, dklen=_KEY_BYTES)


def _matches(pin: str, value: str) -> bool:
    """Compare in constant time, by the cost that the PIN was kept at."""
    _, *cost, salt, key = value.split("$")
    made = _key(pin, bytes.fromhex(salt), tuple(map(int, cost)))
    return hmac.compare_digest(made, bytes.fromhex(key))
