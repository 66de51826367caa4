"""How the windows call a service on a lane, and what they make of its failure."""

from __future__ import annotations

import logging
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from kiosk.domain.errors import KioskError

if TYPE_CHECKING:
    from kiosk.services.open_desk import OpenDesk

log = logging.getLogger(__name__)


def call(module: str, service: str, desk: OpenDesk, *arguments: object) -> object:
    """Run one service of a module of ``kiosk.services``, on a lane.

    It is imported there too: the windows do not wait for it.
    """
    function: Callable[..., object] = getattr(import_module(f"kiosk.services.{module}"), service)
    return function(desk, *arguments)


def worded(error: Exception) -> KioskError:
    """Return a failure as one that has words; what nobody expected is logged."""
    if isinstance(error, KioskError):
        return error
    log.error("the desk failed unexpectedly", exc_info=error)
    return KioskError("UNEXPECTED", kind=type(error).__name__)
