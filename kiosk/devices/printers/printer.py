"""What every badge printer does, whatever is behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from kiosk.domain.printer import Fate, PrinterState

if TYPE_CHECKING:
    from PIL.Image import Image


class Progress(NamedTuple):
    """How far a job has come, and how its printer is meanwhile."""

    fate: Fate
    state: PrinterState = PrinterState.READY


class BadgePrinter(Protocol):
    """Bring badges to paper; no call lasts much longer than five seconds.

    Every method may raise a KioskError of the printer's.
    """

    name: str

    @property
    def dpi(self) -> int:
        """Return the dots an inch at which a badge is best drawn for this printer."""

    @property
    def has_colour(self) -> bool:
        """Tell whether more than black dots come out."""

    def look(self) -> PrinterState:
        """Return how the printer is now."""

    def print_badge(
        self,
        image: Image,
        width_mm: float,
        height_mm: float,
        job_id: str,
        back: Image | None = None,
    ) -> Progress:
        """Hand one badge over, named after its job; ``back`` is for the other side of its page.

        An error of ``badges.NEVER_SENT`` says that nothing has left this machine.
        """

    def follow(self, job_id: str) -> Progress:
        """Return how far a job has come that this printer was handed since the program began."""

    def give_up(self, job_id: str) -> Fate:
        """Take a job back that does not come out; FAILED where certainly nothing did."""

    def find(self, job_id: str, age_s: float) -> Fate:
        """Return what became of a job of an earlier run, claimed ``age_s`` seconds ago."""
