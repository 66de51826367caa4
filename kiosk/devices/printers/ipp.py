"""A printer, or a CUPS queue, spoken to by IPP: it says itself what became of each badge."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.devices.printers import ipp_media, page
from kiosk.devices.printers import ipp_message as ipp
from kiosk.devices.printers.ipp_link import Address, IppLink, Operation
from kiosk.devices.printers.ipp_message import Answer, Attributes, Sent, Tag, attribute
from kiosk.devices.printers.ipp_state import fate_of, state_of
from kiosk.devices.printers.printer import Progress
from kiosk.devices.printers.resolution import best_dpi
from kiosk.domain.errors import KioskError
from kiosk.domain.printer import TROUBLES, Fate, PrinterState

if TYPE_CHECKING:
    from PIL.Image import Image

_OK_BELOW = 0x0100
"""Statuses of success (RFC 8011, appendix B)."""
_NOT_FOUND, _BUSY = 0x0406, 0x0507
_Document = Callable[["Image", float, float, "Image | None"], bytes]
_JPEG = "image/jpeg"
_FORMATS: tuple[tuple[str, _Document], ...] = (
    ("application/pdf", page.pdf),
    ("image/pwg-raster", page.pwg_raster),
    (_JPEG, page.jpeg),
)
_BOTH_SIDES = "two-sided-long-edge"
_ASKED_OF_PRINTER = (
    "printer-state", "printer-state-reasons", "printer-is-accepting-jobs", "printer-up-time",
    "document-format-supported", "media-ready", "media-col-ready", "media-supported",
    "media-size-supported", "media-col-supported", "printer-resolution-supported",
    "pwg-raster-document-resolution-supported", "print-scaling-supported", "sides-supported",
)  # fmt: skip
_ASKED_OF_JOB = (
    "job-id", "job-name", "job-state", "job-state-reasons", "job-impressions-completed",
    "job-media-sheets-completed",
)  # fmt: skip
_DOTS_PER_CM = 4
_JOBS_MOST = 500


class IppPrinter:
    """Print badges by IPP, each as one job that bears its own name.

    ``is_queue`` says that a spooler answers: what lies in the printer behind it, it only assumes.
    """

    has_colour = True

    def __init__(
        self,
        address: Address,
        name: str,
        *,
        is_queue: bool = False,
        clock_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self.name, self._is_queue = name, is_queue
        self._link = IppLink(address, name, clock_s)
        self._numbers: dict[str, int] = {}
        self._known: Attributes = {}

    @property
    def dpi(self) -> int:
        """Return the dots an inch that suit it best; asked of the printer once."""
        told = self._known or self._describe()
        found = [
            *told.get("printer-resolution-supported", ()),
            *told.get("pwg-raster-document-resolution-supported", ()),
        ]
        dots = [one for one in found if isinstance(one, ipp.Resolution)]
        return best_dpi(
            [round(one.across * (2.54 if one.units == _DOTS_PER_CM else 1)) for one in dots]
        )

    def look(self) -> PrinterState:
        """Return how the printer says it is."""
        return state_of(self._describe())

    def print_badge(
        self,
        image: Image,
        width_mm: float,
        height_mm: float,
        job_id: str,
        back: Image | None = None,
    ) -> Progress:
        """Send one badge, after the printer was found well and with the right paper in it.

        Raises KioskError: those of ``IppLink.ask``, the code of a trouble, PRINTER_WRONG_PAPER,
        PRINTER_REFUSED.
        """
        told = self._describe()
        state = state_of(told)
        if not state.is_well:
            raise KioskError(TROUBLES[state], printer=self.name)
        self._check_paper(told, width_mm, height_mm)
        if back is not None and _BOTH_SIDES not in ipp.texts(told, "sides-supported"):
            # Two pages would be two labels of one badge.
            raise KioskError("PRINTER_REFUSED", printer=self.name, detail="one side only")
        mime, make = self._format(told, is_two_sided=back is not None)
        answer = self._link.ask(
            Operation.PRINT_JOB,
            (
                attribute("job-name", Tag.NAME, _title(job_id)),
                attribute("document-format", Tag.MIME_TYPE, mime),
            ),
            job=_job_attributes(told, width_mm, height_mm, is_two_sided=back is not None),
            document=make(image, width_mm, height_mm, back),
        )
        if answer.status >= _OK_BELOW:
            raise KioskError(
                "PRINTER_REFUSED", printer=self.name, detail=f"IPP {answer.status:#06x}"
            )
        job = answer.group(ipp.JOB_GROUP)
        self._numbers[job_id] = ipp.number(job, "job-id")
        return Progress(fate_of(job), state)

    def follow(self, job_id: str) -> Progress:
        """Return how far a badge has come; while nobody answers it may still be printed."""
        try:
            fate = self._fate(job_id)
            return Progress(fate, self.look() if fate is Fate.PRINTING else PrinterState.READY)
        except KioskError as error:
            if error.code != "PRINTER_OFFLINE":
                raise
            return Progress(Fate.PRINTING, PrinterState.OFFLINE)

    def give_up(self, job_id: str) -> Fate:
        """Cancel a badge's job; it has failed only where the printer says that nothing came out."""
        number = self._numbers.get(job_id) or self._number_of(job_id)
        if not number:
            return Fate.UNSURE
        self._link.ask(Operation.CANCEL_JOB, (attribute("job-id", Tag.INTEGER, number),))
        fate = self._fate(job_id)
        return Fate.UNSURE if fate is Fate.PRINTING else fate

    def find(self, job_id: str, age_s: float) -> Fate:
        """Ask for a job by its name; NEVER only where the printer has run since before it was made.

        One that was switched off in between has forgotten what it printed.
        """
        number = self._number_of(job_id)
        if number:
            self._numbers[job_id] = number
            return self._fate(job_id)
        awake_s = ipp.number(self._describe(), "printer-up-time")
        return Fate.NEVER if awake_s > age_s else Fate.UNSURE

    def _describe(self) -> Attributes:
        answer = self._link.ask(
            Operation.GET_PRINTER_ATTRIBUTES,
            (attribute("requested-attributes", Tag.KEYWORD, *_ASKED_OF_PRINTER),),
        )
        if answer.status == _NOT_FOUND:
            raise KioskError("PRINTER_MISSING", printer=self.name)
        if answer.status >= _OK_BELOW:
            raise KioskError(
                "PRINTER_UNCLEAR", printer=self.name, detail=f"IPP {answer.status:#06x}"
            )
        self._known = answer.group(ipp.PRINTER_GROUP)
        return self._known

    def _fate(self, job_id: str) -> Fate:
        number = self._numbers.get(job_id, 0)
        answer = self._link.ask(
            Operation.GET_JOB_ATTRIBUTES,
            (
                attribute("job-id", Tag.INTEGER, number),
                attribute("requested-attributes", Tag.KEYWORD, *_ASKED_OF_JOB),
            ),
        )
        if answer.status >= _OK_BELOW:  # forgotten, or it was somebody else's printer all along
            return Fate.UNSURE
        return fate_of(answer.group(ipp.JOB_GROUP))

    def _number_of(self, job_id: str) -> int:
        """Return the printer's own number of a job, 0 where it knows none of that name."""
        for which in ("not-completed", "completed"):
            for job in self._jobs(which).every(ipp.JOB_GROUP):
                if ipp.text(job, "job-name") == _title(job_id):
                    return ipp.number(job, "job-id")
        return 0

    def _jobs(self, which: str) -> Answer:
        answer = self._link.ask(
            Operation.GET_JOBS,
            (
                attribute("which-jobs", Tag.KEYWORD, which),
                attribute("limit", Tag.INTEGER, _JOBS_MOST),
                attribute("requested-attributes", Tag.KEYWORD, "job-id", "job-name"),
            ),
        )
        if answer.status >= _OK_BELOW:
            raise KioskError(
                "PRINTER_UNCLEAR", printer=self.name, detail=f"IPP {answer.status:#06x}"
            )
        return answer

    def _check_paper(self, told: Attributes, width_mm: float, height_mm: float) -> None:
        papers = [] if self._is_queue else ipp_media.loaded(told)
        papers = papers or ipp_media.supported(told)
        size = ipp_media.hundredths(width_mm), ipp_media.hundredths(height_mm)
        if papers and not any(one.takes(*size) for one in papers):
            raise KioskError(
                "PRINTER_WRONG_PAPER",
                printer=self.name,
                asked=f"{width_mm:g} × {height_mm:g} mm",
                loaded=[str(one) for one in papers[:3]],
            )

    def _format(self, told: Attributes, *, is_two_sided: bool) -> tuple[str, _Document]:
        known = set(ipp.texts(told, "document-format-supported"))
        for mime, make in _FORMATS:
            if mime in known and not (is_two_sided and mime == _JPEG):
                return mime, make
        raise KioskError("PRINTER_REFUSED", printer=self.name, detail="document format")


def _title(job_id: str) -> str:
    """Return a job's name, by which it is found again; the id alone, and no person's name."""
    return f"badge {job_id}"


def _job_attributes(
    told: Attributes, width_mm: float, height_mm: float, *, is_two_sided: bool
) -> tuple[Sent, ...]:
    """Return the page's exact size, its sides and that it is not scaled, where a printer can."""
    size = (
        attribute("x-dimension", Tag.INTEGER, ipp_media.hundredths(width_mm)),
        attribute("y-dimension", Tag.INTEGER, ipp_media.hundredths(height_mm)),
    )
    sent: list[Sent] = []
    if "media-size" in ipp.texts(told, "media-col-supported"):
        column = (attribute("media-size", Tag.COLLECTION, size),)
        sent.append(attribute("media-col", Tag.COLLECTION, column))
    if "none" in ipp.texts(told, "print-scaling-supported"):
        sent.append(attribute("print-scaling", Tag.KEYWORD, "none"))
    if is_two_sided:
        sent.append(attribute("sides", Tag.KEYWORD, _BOTH_SIDES))
    return tuple(sent)
