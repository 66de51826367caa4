"""Registering: a guest without a registration, from the consent to the roster."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain import phone
from kiosk.domain.composer import Composer
from kiosk.domain.errors import KioskError
from kiosk.domain.event import MAIN_CONSENT
from kiosk.domain.text import FIELD_LENGTH, NAME_LENGTH
from kiosk.domain.walk_in import Registered, WalkInForm
from kiosk.ui.self_check_in.desk_words import Cause
from kiosk.ui.self_check_in.flow import State, Trigger
from kiosk.ui.self_check_in.steps import Steps

PHONE_BEGINS = "010"
_PHONE_LENGTH = 18
"""Two zeros for abroad, the most digits that a number has (ITU-T E.164: fifteen), and one more."""


class Registering:
    """Hold what a guest types, and nothing once they are gone; ``done`` takes who it became."""

    def __init__(self, steps: Steps, done: Callable[[Registered], None]) -> None:
        self._steps, self._done = steps, done
        self.name, self.organisation = Composer(NAME_LENGTH), Composer(FIELD_LENGTH)
        self.phone = Composer(_PHONE_LENGTH)
        self.consents: dict[str, bool] = {}
        self.suggestions: tuple[str, ...] = ()
        self.problem = ""
        self.is_begun = False

    def forget(self) -> None:
        """Forget everything typed and agreed to."""
        for typed in (self.name, self.organisation, self.phone):
            typed.clear()
        self.consents.clear()
        self.suggestions, self.problem, self.is_begun = (), "", False

    def begin(self) -> None:
        """Begin with the consent, where the event needs one."""
        self.forget()
        self.is_begun = True
        for digit in PHONE_BEGINS:
            self.phone.type(digit)
        asks = self._steps.desk.event_served.privacy.basis == "consent"
        self._steps.fire(Trigger.NEEDS_CONSENT if asks else Trigger.NEEDS_NAME)

    @property
    def typed(self) -> Composer:
        """Return what the keys of the state on show type into."""
        held = {State.ORGANISATION: self.organisation, State.PHONE: self.phone}
        return held.get(self._steps.state, self.name)

    def agree(self) -> None:
        """Go on to the name, once everything was answered."""
        self.consents[MAIN_CONSENT] = True
        self._steps.fire(Trigger.NEEDS_NAME)

    def type(self, sent: str) -> None:
        """Take a key's text."""
        self.typed.type(sent)
        self._look_up()

    def delete(self) -> None:
        """Take one key back."""
        self.typed.delete()
        self._look_up()

    def clear(self) -> None:
        """Empty the field."""
        self.typed.clear()
        self._look_up()

    def pick(self, organisation: str) -> None:
        """Take an organisation of the roster and go on."""
        if self._steps.state is State.ORGANISATION:
            self.organisation.put(organisation)
            self._finish_organisation()

    def skip(self) -> None:
        """Go on without an organisation."""
        if self._steps.state is State.ORGANISATION:
            self.organisation.clear()
            self._finish_organisation()

    def next(self) -> None:
        """Go on from what was typed, or say what is wrong with it."""
        state = self._steps.state
        if state is State.NAME:
            self._finish_name()
        elif state is State.ORGANISATION:
            self._finish_organisation()
        elif state is State.PHONE:
            self._finish_phone()

    def _finish_name(self) -> None:
        if not self._is_well(WalkInForm(self.name.text)):
            return
        if self._keeps("organisation"):
            self._steps.fire(Trigger.NEEDS_ORGANISATION)
            self._look_up()
        else:
            self._finish_organisation()

    def _finish_organisation(self) -> None:
        if not self._is_well(WalkInForm(self.name.text, organisation=self.organisation.text)):
            return
        self.suggestions, self.problem = (), ""
        if self._keeps("phone"):
            self._steps.fire(Trigger.NEEDS_PHONE)
        else:
            self._register("")

    def _finish_phone(self) -> None:
        """Take a number, or the empty field of somebody who has none."""
        number = phone.normalise(self.phone.text)
        if number is None:
            self._complain("PHONE_WRONG")
        else:
            self._register(number)

    def _keeps(self, item: str) -> bool:
        """Tell whether the event's privacy notice names an item; what it does not, is not asked."""
        return item in self._steps.desk.event_served.privacy.items

    def _is_well(self, form: WalkInForm) -> bool:
        """Say here what the roster would not take: no later screen could ask for it again."""
        try:
            form.checked()
        except KioskError as error:
            self._complain(error.code)
            return False
        return True

    def _complain(self, problem: str) -> None:
        self.problem = problem
        self._steps.changed.emit()

    def _look_up(self) -> None:
        self.problem = ""
        typed = self.organisation.text
        if self._steps.state is not State.ORGANISATION or not typed.strip():
            self.suggestions = ()
            self._steps.changed.emit()
            return
        errand = self._steps.next_errand()

        def found(organisations: list[str]) -> None:
            if self._steps.is_current(errand, State.ORGANISATION):
                self.suggestions = tuple(organisations)
                self._steps.changed.emit()

        self._steps.changed.emit()
        self._steps.desk.find_organisations(typed, found)

    def _register(self, number: str) -> None:
        steps, state = self._steps, self._steps.state
        form = WalkInForm(
            name=self.name.text, phone=number, organisation=self.organisation.text.strip()
        )
        errand = steps.next_errand()
        steps.wait(Cause.NOT_SAVED)

        def registered(who: Registered) -> None:
            if steps.is_current(errand, state):
                self._done(who)

        def failed(error: KioskError) -> None:
            if not steps.is_current(errand, state):
                return
            if error.code in _TYPED_WRONG:
                steps.answered()
                self._complain(error.code)
            else:
                # Still waiting: only a failure that is waited for concerns the guest.
                steps.desk.failed.emit(error)

        steps.desk.register(form, dict(self.consents), registered, failed)


_TYPED_WRONG = frozenset({"NAME_SHORT", "NAME_LONG", "PHONE_WRONG", "RRN_IN_TEXT", "FIELD_LONG"})
