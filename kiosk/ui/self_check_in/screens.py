"""Screens: which screen shows a state, made when it is first needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from kiosk.ui.self_check_in.flow import State
from kiosk.ui.self_check_in.screen import Screen
from kiosk.ui.widgets.dress import Dress

# State: module and class; a start imports the welcome alone, the others follow after the first
# paint.
_CLASSES: dict[State, tuple[str, str]] = {
    State.WELCOME: ("welcome", "WelcomeScreen"),
    State.LETTERS: ("letters", "LettersScreen"),
    State.DIGITS: ("digits", "DigitsScreen"),
    State.TWINS: ("twins", "TwinsScreen"),
    State.CONSENT: ("consent", "ConsentScreen"),
    State.CONSENT_TEXT: ("consent_text", "ConsentTextScreen"),
    State.OPTIONS: ("options", "OptionsScreen"),
    State.NAME: ("typing_screen", "TypingScreen"),
    State.ORGANISATION: ("typing_screen", "TypingScreen"),
    State.PHONE: ("typing_screen", "TypingScreen"),
    State.QUESTION: ("question", "QuestionScreen"),
    State.SIGNATURE: ("signature", "SignatureScreen"),
    State.LEAVING: ("leaving", "LeavingScreen"),
    State.OK: ("verdict_ok", "OkScreen"),
    State.LEFT: ("verdict_left", "LeftScreen"),
    State.PRINT_FAULT: ("print_fault", "PrintFaultScreen"),
    State.ALREADY: ("verdict_already", "AlreadyScreen"),
    State.TO_DESK: ("verdict_desk", "DeskScreen"),
    State.GOODBYE: ("goodbye", "GoodbyeScreen"),
    State.STILL_THERE: ("still_there", "StillThereScreen"),
    State.CALLED: ("called", "CalledScreen"),
    State.VOICE: ("voice", "VoiceScreen"),
    State.PIN: ("pin", "PinScreen"),
    State.ADMINISTRATION: ("administration", "AdministrationScreen"),
    State.OUT_OF_SERVICE: ("out_of_service", "OutOfServiceScreen"),
}

_IN_BETWEEN = frozenset({State.STILL_THERE, State.CALLED, State.VOICE})
"""What leads back to the screen that was left."""


class Screens:
    """Hold the screens made so far; ``made`` is called with each new one and its state."""

    def __init__(self, dress: Dress, made: Callable[[State, Screen], None]) -> None:
        self._dress, self._tell = dress, made
        self._held: dict[State, Screen] = {}

    def __getitem__(self, state: State) -> Screen:
        if state not in self._held:
            self._held[state] = self._make(state)
            self._tell(state, self._held[state])
        return self._held[state]

    def _make(self, state: State) -> Screen:
        module, name = _CLASSES[state]
        maker = getattr(import_module(f"kiosk.ui.self_check_in.{module}"), name)
        asked = (state.value,) if name == "TypingScreen" else ()
        screen: Screen = maker(self._dress, *asked)
        return screen

    def clear(self, left: Screen, entered: State) -> None:
        """Leave nothing of a guest on the screen that was left; at the welcome, on none.

        A signature is kept while the guest is only asked something else in between.
        """
        if entered is State.WELCOME:
            for screen in self:
                screen.clear()
        elif left is not self._held.get(State.SIGNATURE) or entered not in _IN_BETWEEN:
            left.clear()

    def __iter__(self) -> Iterator[Screen]:
        """Yield the screens made so far."""
        return iter(list(self._held.values()))

    def missing(self) -> State | None:
        """Return a state whose screen is still to be made, or None."""
        return next((one for one in _CLASSES if one not in self._held), None)
