"""The heap under a program that runs all day: what pictures leave behind goes back to the system.

A badge, a camera's frame and a page are buffers of megabytes that live for a moment. glibc learns
from the first of them to take the next from the heap itself, on each thread from another one, and
small objects that come to lie between them keep it from shrinking. With the sizes fixed such a
buffer is mapped and unmapped: after 4,000 guests 140 MiB are resident instead of 156.
"""

from __future__ import annotations

import ctypes
import sys

# <malloc.h> of glibc; their values are part of its ABI.
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8

MAPPED_BYTES = 128 * 1024
"""From this size on a buffer is mapped by itself; glibc's own first value, kept from growing."""

_SETTINGS = (
    (_M_MMAP_THRESHOLD, MAPPED_BYTES),
    (_M_TRIM_THRESHOLD, 2 * MAPPED_BYTES),
    (_M_ARENA_MAX, 2),
)


def steady() -> bool:
    """Fix the sizes, before lanes begin; False where the C library is another than glibc."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (AttributeError, OSError):  # musl has none
        return False
    return all(mallopt(setting, value) == 1 for setting, value in _SETTINGS)
