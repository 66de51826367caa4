"""Files that appear whole or not at all."""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kiosk.domain.errors import KioskError


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give a temporary path beside ``path``; once written it takes its place, on disk.

    Where the writing fails, ``path`` stays as it was and nothing is left beside it. Raises
    KioskError FILE_NOT_WRITTEN for what the operating system refuses.
    """
    if not path.name or "\0" in str(path):
        raise KioskError("FILE_NOT_WRITTEN", file=str(path), detail="this is no file's name")
    # A rename would put a file where a device or a pipe is; an administrator may do that.
    if os.path.exists(path) and not path.is_file():  # noqa: PTH110 - Path.exists raises for some
        raise KioskError("FILE_NOT_WRITTEN", file=str(path), detail="this is no plain file")
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        try:
            yield temporary
            with temporary.open("rb+") as file:
                os.fsync(file.fileno())
            temporary.replace(path)
            _sync_folder(path.parent)
        except OSError as error:
            raise KioskError(
                "FILE_NOT_WRITTEN", file=str(path), detail=error.strerror or str(error)
            ) from error
    finally:
        # Where the place itself is impossible, there is nothing to take away either.
        with suppress(OSError):
            temporary.unlink()


def _sync_folder(folder: Path) -> None:
    """Put a folder's new entry on disk; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sha256_of(path: Path) -> str:
    """Return a file's SHA-256 in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
