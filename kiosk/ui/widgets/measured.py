"""Measures of a widget's words, kept until the words or the dress change.

A layout asks each widget for the same few numbers many times over, and each costs the widths of its
words; a key that is pressed must not wait for that.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

_Given = ParamSpec("_Given")
_Owner = TypeVar("_Owner", bound="Measured")


class Measured:
    """A widget that keeps what it was measured as; ``forget_measures`` when its words change.

    Words are never part of what is kept, so that nothing of a guest outlives them.
    """

    _measures: dict[tuple[object, ...], float]
    _measured_in: tuple[object, ...]

    def dress_stamp(self) -> tuple[object, ...]:
        """Return everything beside the words that the measures depend on."""
        return ()

    def forget_measures(self) -> None:
        """Measure anew from now on."""
        self._measures = {}
        self._measured_in = ()


def kept(
    measure: Callable[Concatenate[_Owner, _Given], float],
) -> Callable[Concatenate[_Owner, _Given], float]:
    """Keep what a measure returns for the same arguments."""

    @wraps(measure)
    def keeping(self: _Owner, *given: _Given.args, **named: _Given.kwargs) -> float:
        stamp = self.dress_stamp()
        if self._measured_in != stamp:
            self._measures, self._measured_in = {}, stamp
        key: tuple[Any, ...] = (measure.__qualname__, *given)
        if key not in self._measures:
            self._measures[key] = measure(self, *given, **named)
        return self._measures[key]

    return cast(Callable[Concatenate[_Owner, _Given], float], keeping)
