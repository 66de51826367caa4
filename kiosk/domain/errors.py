"""The one exception that reaches people: a code and the facts its sentence needs."""

from __future__ import annotations


class KioskError(Exception):
    """Carry a failure as a code and facts; the words for it live in ``ui.messages``.

    An expected refusal at the door is a Verdict and never this.
    """

    def __init__(self, code: str, /, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        told = ", ".join(f"{key}={value!r}" for key, value in self.facts.items())
        return f"{self.code}({told})"
