"""What the matrix of the touchscreen's screens finds and cannot have yet, exactly.

``SMALLER``: where words are smaller than the guest asked for, and how large they are beside 100 %:
the least of all states and languages of the screen. ``LOW_LETTERS``: where the ink of
ㅎ on a key is lower than 12 mm, and how high it is. ``PANEL_FAULTS``: the screens whose letters or
keys are smaller than their millimetres on a panel: on 15.6 inches ink of 10.2 mm and more, on 10.1
inches lying keys of 10.5 mm and more.

A test fails when it gets worse, and when an entry is no longer needed.
"""

from __future__ import annotations

SMALLER: dict[str, dict[tuple[str, float], float]] = {
    "welcome": {
        ("landscape", 2.0): 1.94,
        ("low portrait", 2.0): 1.48,
        ("low landscape", 2.0): 1.5,
    },
    "letters": {
        ("portrait", 2.0): 1.59,
        ("landscape", 1.5): 1.17,
        ("landscape", 2.0): 1.19,
        ("low portrait", 2.0): 1.59,
        ("low landscape", 1.5): 1.45,
        ("low landscape", 2.0): 1.45,
    },
    "digits": {
        ("landscape", 1.5): 1.47,
        ("landscape", 2.0): 1.47,
        ("low landscape", 2.0): 1.82,
    },
    "consent": {
        ("portrait", 2.0): 1.75,
        ("landscape", 2.0): 1.5,
        ("low portrait", 2.0): 1.75,
        ("low landscape", 2.0): 1.75,
    },
    "consent-text": {
        ("portrait", 1.5): 1.48,
    },
    "options": {
        ("portrait", 2.0): 1.5,
        ("landscape", 2.0): 1.5,
        ("low portrait", 2.0): 1.5,
        ("low landscape", 2.0): 1.5,
    },
    "name": {
        ("landscape", 2.0): 1.75,
        ("low landscape", 1.5): 1.0,
        ("low landscape", 2.0): 1.0,
    },
    "organisation": {
        ("landscape", 2.0): 1.63,
        ("low landscape", 1.5): 1.0,
        ("low landscape", 2.0): 1.0,
    },
    "phone": {
        ("landscape", 2.0): 1.75,
        ("low landscape", 1.5): 1.25,
        ("low landscape", 2.0): 1.25,
    },
    "question": {
        ("portrait", 2.0): 1.94,
        ("landscape", 2.0): 1.75,
        ("low portrait", 2.0): 1.94,
        ("low landscape", 1.5): 1.0,
        ("low landscape", 2.0): 1.0,
    },
    "signature": {
        ("low landscape", 1.5): 1.0,
        ("low landscape", 2.0): 1.0,
    },
    "ok": {
        ("landscape", 2.0): 1.63,
        ("low landscape", 2.0): 1.63,
    },
    "left": {
        ("portrait", 2.0): 1.94,
        ("landscape", 1.5): 1.2,
        ("landscape", 2.0): 1.75,
        ("low portrait", 2.0): 1.94,
        ("low landscape", 1.5): 1.2,
        ("low landscape", 2.0): 1.75,
    },
    "print-fault": {
        ("portrait", 2.0): 1.77,
        ("landscape", 2.0): 1.61,
        ("low portrait", 2.0): 1.77,
        ("low landscape", 2.0): 1.61,
    },
    "already": {
        ("landscape", 2.0): 1.75,
        ("low landscape", 2.0): 1.75,
    },
    "desk": {
        ("portrait", 2.0): 1.77,
        ("landscape", 2.0): 1.93,
        ("low portrait", 2.0): 1.77,
        ("low landscape", 2.0): 1.73,
    },
    "goodbye": {
        ("low portrait", 1.5): 1.0,
        ("low portrait", 2.0): 1.13,
        ("low landscape", 1.5): 1.0,
        ("low landscape", 2.0): 1.0,
    },
    "still-there": {
        ("portrait", 1.5): 1.16,
        ("portrait", 2.0): 1.32,
        ("landscape", 2.0): 1.75,
        ("low portrait", 1.5): 1.13,
        ("low portrait", 2.0): 1.13,
        ("low landscape", 1.5): 1.0,
        ("low landscape", 2.0): 1.21,
    },
    "called": {
        ("landscape", 2.0): 1.94,
    },
    "voice": {
        ("portrait", 2.0): 1.94,
        ("low portrait", 2.0): 1.94,
    },
    "pin": {
        ("portrait", 2.0): 1.94,
        ("landscape", 2.0): 1.51,
        ("low portrait", 2.0): 1.94,
        ("low landscape", 1.5): 1.45,
        ("low landscape", 2.0): 1.75,
    },
}

LOW_LETTERS: dict[str, dict[tuple[str, float], float]] = {
    "name": {
        ("landscape", 1.0): 11.3,
        ("low portrait", 1.0): 10.4,
        ("low landscape", 1.0): 10.4,
        ("low landscape", 1.5): 10.4,
        ("low landscape", 2.0): 10.4,
    },
    "organisation": {
        ("low portrait", 1.0): 10.4,
        ("low landscape", 1.0): 10.4,
        ("low landscape", 1.5): 10.4,
        ("low landscape", 2.0): 10.4,
    },
    "question": {
        ("low portrait", 1.0): 10.4,
        ("low landscape", 1.0): 10.4,
        ("low landscape", 1.5): 10.4,
        ("low landscape", 2.0): 10.4,
    },
}

PANEL_FAULTS: dict[str, frozenset[str]] = {
    "10.1 lying": frozenset({"consent", "letters", "name", "organisation", "phone", "print-fault"}),
    "15.6 standing": frozenset({"consent", "name", "organisation"}),
    "15.6 lying": frozenset(
        {"already", "consent", "desk", "digits", "left", "letters"}
        | {"name", "organisation", "phone", "print-fault", "signature"}
    ),
}
