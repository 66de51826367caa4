"""Where the program keeps its data and finds its own resources."""

from __future__ import annotations

import os
import sys
from pathlib import Path

DATA_VARIABLE = "KIOSK_DATA"
STORE_NAME = "kiosk.db"


def data_folder(chosen: str | os.PathLike[str] | None = None) -> Path:
    """Return one desk's data folder: the one chosen, else ``KIOSK_DATA``, else the user's."""
    named = chosen or os.environ.get(DATA_VARIABLE)
    if named:
        return Path(named).expanduser()
    import platformdirs  # noqa: PLC0415 - only where nothing was chosen, and it costs 10 ms

    return Path(platformdirs.user_data_dir("haemaji", appauthor=False))


def store_file(folder: Path) -> Path:
    """Return the SQLite file inside a data folder."""
    return folder / STORE_NAME


def own_command(word: str) -> list[str]:
    """Return the command line of this very program, from a source tree, a wheel or a bundle."""
    return [sys.executable, *([] if getattr(sys, "frozen", False) else ["-m", "kiosk"]), word]


def resource(*parts: str) -> Path:
    """Return a file of ``resources/`` in a source tree, an installed wheel or a frozen bundle.

    Raises FileNotFoundError, naming the file, where the installation lacks it.
    """
    here = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    roots = [here.parent / "resources", here / "resources"]
    if frozen:
        roots.insert(0, Path(frozen) / "resources")
    for root in roots:
        found = root.joinpath(*parts)
        if found.exists():
            return found
    raise FileNotFoundError(
        f"This installation lacks its resource {'/'.join(parts)}. Reinstall it."
    )
