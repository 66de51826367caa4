"""Requests: what the touchscreen asks of the desk for the guest before it, and its reference."""

from __future__ import annotations

from kiosk.domain.request import DeskRequest, RequestKind, RequestState
from kiosk.ui.self_check_in.steps import Steps

_TAKEN = (RequestState.ACCEPTED, RequestState.CLOSED)


class Requests:
    """Hold the one request of the guest before the screen."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._held: DeskRequest | None = None
        self._asked = 0

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

        def raised(request: DeskRequest) -> None:
            if asked == self._asked:
                self._held = request
                self._steps.changed.emit()

        self._steps.desk.raise_request(kind, why, registration_id, raised)

    def withdraw(self) -> None:
        """Take the request back: the guest needs it no more."""
        if self._held is not None:
            self._steps.desk.withdraw_request(self._held.id)
        self.clear()

    def clear(self) -> None:
        """Forget the request, which stays open at the desk."""
        self._asked += 1
        self._held = None

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
