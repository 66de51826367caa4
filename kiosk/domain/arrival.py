"""What a person at the door would be answered, and what to ask them first."""

from __future__ import annotations

from typing import NamedTuple

from kiosk.domain.verdict import Verdict


class Needs(NamedTuple):
    """What is still to be asked of somebody who comes in; nothing of anybody else.

    ``required`` and ``optional`` are ids of questions that no earlier scan answered, in the event
    file's order; without the required ones nobody is admitted.
    """

    consent: bool = False
    signature: bool = False
    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()

    @property
    def questions(self) -> tuple[str, ...]:
        """Return every question that is open, the required ones first."""
        return self.required + self.optional


class Arrival(NamedTuple):
    """The verdict that a scan would have now, without an entry, and what it needs."""

    verdict: Verdict
    needs: Needs = Needs()
