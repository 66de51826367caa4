"""A real Korean input method, a real X server, the real program: names composed, scans caught."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from korean_desktop import KoreanDesktop, lacking

from kiosk.domain.hangul import initials, to_keys
from kiosk.domain.registration import Registration, Status
from kiosk.services import desk_settings
from kiosk.services.demo_event import make_demo
from kiosk.services.open_desk import open_desk
from kiosk.storage import journal, roster

if lacking():
    pytest.skip(f"not on this machine: {', '.join(lacking())}", allow_module_level=True)

# xdotool waits half of it between a key's press and the next one's.
TYPING_MS, SCANNING_MS = 300, 4
TRIES = 4


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    make_demo(folder, 60, 1, with_tickets=False)
    # The widest gap that a desk allows: on a busy machine keys take their time through the bus.
    desk_settings.change(folder, {"printer": "", "scanner_gap_ms": 80})
    return folder


def entries(data: Path) -> list[str]:
    desk = open_desk(data)
    try:
        return [
            one.registration for one in journal.everything(desk.store.connection, desk.event_number)
        ]
    finally:
        desk.close()


def guests(data: Path) -> list[Registration]:
    """Return people whom nothing keeps out, with initials of their own."""
    desk = open_desk(data)
    try:
        everybody = list(roster.everyone(desk.store.connection, desk.event_number))
    finally:
        desk.close()
    shared = Counter(initials(one.name) for one in everybody)
    return [
        one
        for one in everybody
        if one.status is Status.CONFIRMED and shared[initials(one.name)] == 1 and len(one.name) == 3
    ]


@pytest.fixture
def desktop(tmp_path: Path, data: Path) -> Iterator[KoreanDesktop]:
    made = KoreanDesktop(tmp_path)
    try:
        made.start()
        program = made.run(
            sys.executable, "-m", "kiosk", "run", "--face", "desk", "--window", "--data", str(data)
        )
        made.focus(program)
        yield made
        assert program.poll() is None, "the program is still at work"
    finally:
        made.stop()


def again_until_in(data: Path, guest: Registration, do: Callable[[], None]) -> None:
    """Do something until a guest is in: a busy machine may break a burst, as a hand may slip."""
    for _ in range(TRIES):
        do()
        deadline = time.monotonic() + 4
        while time.monotonic() < deadline:
            if guest.id in entries(data):
                return
            time.sleep(0.1)
    raise AssertionError(f"{guest.id} is not in after {TRIES} tries")


def begin_anew(desktop: KoreanDesktop) -> None:
    """Press Escape, and rest as a hand does: within milliseconds of letters it is a code's."""
    desktop.press("Escape")
    time.sleep(0.4)


def test_names_are_composed_and_scans_are_caught_between_them(
    desktop: KoreanDesktop, data: Path
) -> None:
    by_name, by_scan, by_scan_too = guests(data)[:3]

    def find() -> None:
        begin_anew(desktop)
        desktop.type(to_keys(initials(by_name.name)), gap_ms=TYPING_MS)
        time.sleep(0.5)  # a person looks at who was found before pressing Enter
        desktop.press("Return")

    again_until_in(data, by_name, find)

    def scan_without_suffix() -> None:
        begin_anew(desktop)
        desktop.type(to_keys(initials(by_name.name)[:2]), gap_ms=TYPING_MS)
        time.sleep(0.5)
        # Nothing ends the code: typed into the search box, it would come to nothing.
        desktop.type(by_scan.ticket, gap_ms=SCANNING_MS)

    again_until_in(data, by_scan, scan_without_suffix)

    def scan_with_tab() -> None:
        desktop.type(f"{by_scan_too.ticket}\t", gap_ms=SCANNING_MS)

    again_until_in(data, by_scan_too, scan_with_tab)
    assert sorted(entries(data)) == sorted(one.id for one in (by_name, by_scan, by_scan_too))
