"""A printer of the tests' own behind the same calls as a real one: it does what the test wants."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.devices.printers.printer import Progress
from kiosk.domain.errors import KioskError
from kiosk.domain.printer import TROUBLES, Fate, PrinterState


@dataclass
class FakePrinter:
    """Note the jobs handed over in ``jobs``, and what came out in ``labels``.

    ``act`` is done as each is handed over. ``state`` is how the printer is; OFFLINE answers nobody.
    With ``is_slow`` a job stays under way until ``finish``. ``find_as`` is what an earlier run's
    job came to.
    """

    name: str = "fake"
    dpi: int = 100
    has_colour: bool = True
    jobs: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    held: list[str] = field(default_factory=list)
    state: PrinterState = PrinterState.READY
    is_slow: bool = False
    gives_up_as: Fate = Fate.UNSURE
    find_as: Fate = Fate.UNSURE
    act: Callable[[str], None] = lambda job_id: None
    found: list[str] = field(default_factory=list)

    def look(self) -> PrinterState:
        if self.state is PrinterState.OFFLINE:
            raise KioskError("PRINTER_OFFLINE", printer=self.name, detail="no route")
        return self.state

    def print_badge(
        self, image: object, width_mm: float, height_mm: float, job_id: str, back: object = None
    ) -> Progress:
        if not self.state.is_well:
            raise KioskError(TROUBLES[self.state], printer=self.name)
        self.act(job_id)
        self.jobs.append(job_id)
        if self.is_slow:
            self.held.append(job_id)
            return Progress(Fate.PRINTING, PrinterState.BUSY)
        self.labels.append(job_id)
        return Progress(Fate.DONE)

    def finish(self) -> None:
        """Bring out what is held."""
        self.labels += self.held
        self.held.clear()

    def follow(self, job_id: str) -> Progress:
        if self.state is PrinterState.OFFLINE:
            return Progress(Fate.PRINTING, PrinterState.OFFLINE)
        if job_id in self.labels:
            return Progress(Fate.DONE)
        return Progress(Fate.PRINTING if job_id in self.held else Fate.UNSURE, self.state)

    def give_up(self, job_id: str) -> Fate:
        if self.state is PrinterState.OFFLINE:
            raise KioskError("PRINTER_OFFLINE", printer=self.name, detail="no route")
        self.held = [one for one in self.held if one != job_id]
        return self.gives_up_as

    def find(self, job_id: str, age_s: float) -> Fate:
        self.found.append(job_id)
        return self.find_as
