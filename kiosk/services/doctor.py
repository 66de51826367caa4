"""What this machine has and lacks, each finding with its remedy."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypedDict

from kiosk import paths, pre_flight
from kiosk.domain.errors import KioskError
from kiosk.services import pin, serial_ports
from kiosk.storage import settings
from kiosk.storage.store import VERSION, Store

_QT_DEADLINE_S = 20
_PART_DEADLINE_S = 6
"""For sound and speech, whose servers hang on some machines: nobody waits longer to be told."""
_LOW_DISK_BYTES = 500_000_000
# The WAL-reset bug: two connections that checkpoint at once may damage a file before this version.
_SAFE_SQLITE = (3, 51, 3)
_YEAR_BUILT = 2026
# Each package that a font is read from, and the font.
_FONTS = {"pylopdf_fonts_ko": "NotoSansKR-Regular.otf", "qtawesome": "fonts/phosphor-*.ttf"}
_LANGUAGES = {"ko": "Korean", "en": "English"}
# Debian 12's packages of a speech server and its voices; Qt loads the first one's library.
_SPEECH = ["libspeechd2", "speech-dispatcher", "speech-dispatcher-espeak-ng"]
_RESOURCES = ("badges", "i18n", "sample", "sounds")


class Check(TypedDict):
    """One finding; ``state`` is ok, warn or fail."""

    check: str
    state: str
    message: str
    remedy: str


def _found(check: str, state: str, message: str, remedy: str = "") -> Check:
    return {"check": check, "state": state, "message": message, "remedy": remedy}


def examine(folder: Path) -> list[Check]:
    """Return every finding about this machine and a data folder; a failed probe is a finding."""
    checks = [_python(), _libraries(), _sqlite(), _store(folder), _disk(folder), _clock()]
    checks += [_font(), _resources(), *_touchscreen(folder)]
    seen = _seen_by_qt()
    if seen is None:
        return [*checks, _found("qt", "fail", "Qt does not start.", _qt_remedy())]
    serial = _found(*serial_ports.examine(seen.get("serial_ports"), _scanner_setting(folder)))
    return [*checks, *_qt_checks(seen), serial, _sound(_found_by_qt("sound")), _speech()]


def _python() -> Check:
    version = ".".join(map(str, sys.version_info[:3]))
    return _found("python", "ok", f"Python {version}.")


def _libraries() -> Check:
    missing = pre_flight.missing_packages(window=True)
    if not missing:
        return _found("libraries", "ok", "Every shared library that the windows need is there.")
    state = "fail" if pre_flight.missing_packages(window=False) else "warn"
    message = f"Missing for the windows: {', '.join(missing)}."
    return _found("libraries", state, message, pre_flight.remedy(missing))


def _sqlite() -> Check:
    version = VERSION
    if tuple(map(int, version.split("."))) >= _SAFE_SQLITE:
        return _found("sqlite", "ok", f"SQLite {version}.")
    return _found(
        "sqlite", "warn", f"SQLite {version}: two programs must not write one file at once.",
        "Run one kiosk program a data folder, or update SQLite to 3.51.3.",
    )  # fmt: skip


def _store(folder: Path) -> Check:
    path = paths.store_file(folder)
    if not os.path.exists(path):  # noqa: PTH110 - see _disk
        return _found("store", "ok", f"No event data yet at {path}.")
    try:
        store = Store.open(path, create=False)
    except KioskError as error:
        return _found("store", "fail", f"{path}: {error.code}.", "Restore the newest backup.")
    try:
        sound = store.quick_check()
    finally:
        store.close()
    if sound:
        return _found("store", "ok", f"{path} is sound, and records are kept durably.")
    return _found("store", "fail", f"{path} is damaged.", "Restore the newest backup.")


def _touchscreen(folder: Path) -> list[Check]:
    """Say what a touchscreen still has to be told; what cannot be read was not told."""
    path = paths.store_file(folder)
    if not os.path.exists(path):  # noqa: PTH110 - see _disk
        return [_pin(is_kept=False), _panel(0.0)]
    try:
        store = Store.open(path, create=False)
    except KioskError:
        return [_pin(is_kept=False), _panel(0.0)]
    try:
        return [_pin(is_kept=pin.is_kept(store)), _panel(store.read(settings.load).panel_inch)]
    except KioskError:
        return [_pin(is_kept=False), _panel(0.0)]
    finally:
        store.close()


def _scanner_setting(folder: Path) -> str:
    """Return which scanners this desk listens to; what cannot be read was not told."""
    path = paths.store_file(folder)
    if not os.path.exists(path):  # noqa: PTH110 - see _disk
        return ""
    try:
        store = Store.open(path, create=False)
    except KioskError:
        return ""
    try:
        return store.read(settings.load).scanner
    except KioskError:
        return ""
    finally:
        store.close()


def _pin(*, is_kept: bool) -> Check:
    if is_kept:
        return _found("administration PIN", "ok", "A PIN leads out of the touchscreen.")
    return _found(
        "administration PIN", "warn", "No PIN is set that leads out of the touchscreen.",
        "Set one: kiosk pin",
    )  # fmt: skip


def _panel(inches: float) -> Check:
    if inches:
        return _found("panel", "ok", f"The touchscreen measures {inches:g} inches.")
    return _found(
        "panel", "warn", "The touchscreen's size is unknown, and its millimetres are guesses.",
        "Measure its diagonal: kiosk run --face self --panel-inch INCHES",
    )  # fmt: skip


def _disk(folder: Path) -> Check:
    # os.path: a parent that may not be entered is no failure here, only not there to us.
    there = next((one for one in (folder, *folder.parents) if os.path.exists(one)), folder)  # noqa: PTH110
    try:
        free = shutil.disk_usage(there).free
    except OSError as error:
        message = f"{folder} cannot be reached ({error.strerror})."
        return _found("disk", "fail", message, "Choose another --data.")
    message = f"{free // 1_000_000:,} MB free for {folder}."
    if not os.access(there, os.W_OK):
        return _found("disk", "fail", f"{there} cannot be written.", "Choose another --data.")
    if free < _LOW_DISK_BYTES:
        return _found("disk", "warn", message, "Free some space before the event.")
    return _found("disk", "ok", message)


def _clock() -> Check:
    now = time.localtime()
    told = time.strftime("%Y-%m-%d %H:%M:%S %Z", now)
    if now.tm_year < _YEAR_BUILT or now.tm_year > _YEAR_BUILT + 30:
        return _found("clock", "fail", f"The clock says {told}.", "Set the machine's clock.")
    return _found("clock", "ok", f"The clock says {told}.")


def _font() -> Check:
    lacking = [package for package, file in _FONTS.items() if not _has(package, file)]
    if lacking:
        message = f"Fonts are missing: {', '.join(lacking)}."
        return _found("font", "fail", message, "Install the program again.")
    return _found("font", "ok", "Noto Sans KR and the icons are there.")


def _has(package: str, file: str) -> bool:
    """Look for the file itself: a bundle can hold a package without its data."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        return False
    return any(Path(spec.origin).parent.glob(file))


def _resources() -> Check:
    try:
        for folder in _RESOURCES:
            paths.resource(folder)
    except FileNotFoundError as error:
        return _found("resources", "fail", str(error), "Install the program again.")
    return _found("resources", "ok", "The program's own files are complete.")


def _qt_remedy() -> str:
    missing = pre_flight.missing_packages(window=True)
    return pre_flight.remedy(missing) if missing else "Install the program again."


def _seen_by_qt() -> dict[str, object] | None:
    told = _asked_of_qt()
    return told if "qt" in told else None


def _asked_of_qt(*words: str) -> dict[str, object]:
    """Ask a child process what Qt sees; empty where it dies or does not answer in time."""
    command = [*paths.own_command("probe-qt"), *words]
    deadline_s = _PART_DEADLINE_S if words else _QT_DEADLINE_S
    try:
        done = subprocess.run(command, capture_output=True, timeout=deadline_s, check=False)
        told = json.loads(done.stdout)
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return {}
    return told if isinstance(told, dict) else {}


def _found_by_qt(part: str) -> object:
    """Return what a child found of sound or speech: names, None without Qt's part, "" if it hung.

    Each is a child of its own: their servers can hang, and Qt, screen and camera are well then.
    """
    return _asked_of_qt(part).get("found", "")


def _qt_checks(seen: dict[str, object]) -> list[Check]:
    return [
        _found("qt", "ok", f"Qt {seen['qt']} starts."),
        _screen(seen),
        _devices(
            seen["cameras"], "camera", "Plug one in, or use a hand scanner.",
            lambda: pre_flight.remedy(["libpulse0", "libxrandr2"]),
        ),
        _devices(
            seen["printers"], "printer", "Add a queue to the system to print badges.",
            lambda: pre_flight.remedy(["libcups2"]),
        ),
    ]  # fmt: skip


def _screen(seen: dict[str, object]) -> Check:
    if seen["platform"] == "offscreen":
        return _found("screen", "warn", "No display was found.", "Start it on a desktop.")
    sizes = seen["screens"]
    shown = ", ".join(map(str, sizes)) if isinstance(sizes, list) else "unknown"
    return _found("screen", "ok", f"Screens: {shown}.")


def _sound(names: object) -> Check:
    if names == "":
        message = "The sound server does not answer."
        return _found("sound", "warn", message, "Restart the machine's sound, or the machine.")
    return _devices(
        names, "sound output", "Plug in a loudspeaker; everything is shown as well.",
        lambda: pre_flight.remedy(["libpulse0"]),
    ) | {"check": "sound"}  # fmt: skip


def _speech() -> Check:
    """Look for a voice in each of the kiosk's languages."""
    spoken = _found_by_qt("speech")
    if spoken is None:
        message = "Libraries for speech are missing."
        return _found("speech", "warn", message, pre_flight.remedy(["libpulse0", *_SPEECH]))
    if not isinstance(spoken, list):
        message = "The speech server does not answer."
        return _found("speech", "warn", message, "Restart the machine.")
    lacking = [name for code, name in _LANGUAGES.items() if code not in spoken]
    if not lacking:
        return _found("speech", "ok", "Voice guidance speaks Korean and English.")
    message = f"No voice speaks {' or '.join(lacking)}: guidance is given in writing."
    if sys.platform.startswith("linux"):
        return _found("speech", "warn", message, pre_flight.remedy(_SPEECH))
    return _found("speech", "warn", message, "Add the voice in the system's language settings.")


def _devices(names: object, kind: str, absent: str, missing: Callable[[], str]) -> Check:
    if not isinstance(names, list):
        return _found(kind, "warn", f"Libraries for the {kind} are missing.", missing())
    if not names:
        return _found(kind, "warn", f"No {kind} was found.", absent)
    return _found(kind, "ok", f"Found: {', '.join(map(str, names))}.")
