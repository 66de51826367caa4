"""Requests: what the touchscreen asks of the desk for the guest before it, and its reference."""

from __future__ import annotations

from kiosk.domain.request import DeskRequest, RequestKind, RequestState
from kiosk.ui.self_check_in.steps import Steps

_ENDED_BY_A_VERDICT = (RequestKind.HELP, RequestKind.CALL)
"""A badge waits at the desk whatever else its owner is told."""

_TAKEN = (RequestState.ACCEPTED, RequestState.CLOSED)


class Requests:
    """Hold the one request of the guest before the screen."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._held: DeskRequest | None = None
        self._asked = 0
        self._unwanted: set[int] = set()
        self._is_another_likely = False

    @property
    def reference(self) -> str:
        """Return what the guest shows at the desk, "" until the desk has it too."""
        return self._held.reference if self._held else ""

    @property
    def is_accepted(self) -> bool:
        """Tell whether somebody at the desk has said they come, be it that they ended it since."""
        return self._held is not None and self._held.state in _TAKEN

    def raise_request(self, kind: RequestKind, why: str, registration_id: str = "") -> None:
        """Ask the desk for something; the reference follows once it is on disk."""
        self._asked += 1
        asked = self._asked
        self._is_another_likely = False
        if kind is RequestKind.CALL:
            # A call on its way that was taken back is this one: the desk makes no second of it.
            self._unwanted.clear()

        def raised(request: DeskRequest) -> None:
            if asked in self._unwanted:
                self._unwanted.remove(asked)
                self._steps.desk.withdraw_request(request.id)
            elif asked == self._asked:
                self._held = request
                self._steps.changed.emit()

        self._steps.desk.raise_request(kind, why, registration_id, raised)

    def withdraw(self) -> None:
        """Take the request back: the guest needs it no more, be it on its way still."""
        if self._held is not None:
            self._steps.desk.withdraw_request(self._held.id)
        else:
            self._unwanted.add(self._asked)
        self.clear()

    def expect_another(self) -> None:
        """Take it that the next verdict may be another guest's: a code was shown after the last."""
        self._is_another_likely = True

    def settle(self, registration_id: str) -> None:
        """Take the request back where its guest has got in, and leave anybody else's at the desk.

        Somebody who was sent to the desk is on the way there while the next one shows a code.
        """
        held = self._held
        is_ended = held is not None and held.kind in _ENDED_BY_A_VERDICT
        is_own = not self._is_another_likely or (
            held is not None and held.registration == registration_id
        )
        if is_ended and is_own:
            self.withdraw()
        else:
            self.clear()

    def clear(self) -> None:
        """Forget the request, which stays open at the desk."""
        self._asked += 1
        self._held, self._is_another_likely = None, False

    def look(self) -> None:
        """See whether the desk has moved the request on."""
        held = self._held
        if held is None:
            return

        def seen(request: DeskRequest) -> None:
            if self._held is held and request != held:
                self._held = request
                self._steps.changed.emit()

        self._steps.desk.find_request(held.id, seen)
