"""Consenting: what a guest agrees to, the notice first and each optional one by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.domain.event import MAIN_CONSENT
from kiosk.ui.self_check_in.desk_words import Cause
from kiosk.ui.self_check_in.flow import State, Trigger

if TYPE_CHECKING:
    from kiosk.ui.self_check_in.door import Door
    from kiosk.ui.self_check_in.registering import Registering
    from kiosk.ui.self_check_in.steps import Steps


class Consenting:
    """Take ticks and the answer; they belong to a walk-in, else to the guest at the door."""

    def __init__(self, steps: Steps, door: Door) -> None:
        self._steps, self._door = steps, door
        self.registering: Registering | None = None
        self.ticked: set[str] = set()

    def begin(self) -> None:
        """Begin with nothing ticked."""
        self.ticked.clear()

    def tick(self, option: str) -> None:
        """Tick an optional consent, or take the tick away."""
        self.ticked ^= {option}
        self._steps.changed.emit()

    def agree(self, saw_options: object) -> None:
        """Take the yes; optional consents that were not on the same screen are asked next."""
        if self._steps.desk.event_served.consents and not saw_options:
            self._steps.fire(Trigger.NEEDS_OPTIONS)
        else:
            self.finish()

    def finish(self) -> None:
        """Go on with everything answered: what is not ticked is refused."""
        answers = {one.id: one.id in self.ticked for one in self._steps.desk.event_served.consents}
        answers[MAIN_CONSENT] = True
        self.ticked.clear()
        if self.registering is not None and self.registering.is_begun:
            self.registering.consents.update(answers)
            self.registering.agree()
        else:
            self._door.take_consent(answers)

    def refuse(self) -> None:
        """Take the no, which is as good an answer: the desk lets the guest in without a badge."""
        self.ticked.clear()
        if self.registering is not None and self.registering.is_begun:
            self._steps.refuse(Cause.NO_CONSENT)
        elif self._steps.state in (State.CONSENT, State.CONSENT_TEXT, State.OPTIONS):
            self._door.take_consent({MAIN_CONSENT: False})
