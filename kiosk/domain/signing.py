"""A signature at the door: strokes of a finger, or the mark that staff will confirm instead."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

STROKES_BYTES = 65_536
"""Twenty times what a long signature takes; more is a screen that ran away."""


class SignedBy(StrEnum):
    """How a signature came about."""

    FINGER = "finger"
    STAFF = "staff"  # 서명이 어렵습니다: the sheet says 직원 확인


class Signing(NamedTuple):
    """What belongs to a check-in that asks for a signature; the strokes are opaque here."""

    strokes: bytes = b""
    means: SignedBy = SignedBy.FINGER


CONFIRMED_BY_STAFF = Signing(means=SignedBy.STAFF)
