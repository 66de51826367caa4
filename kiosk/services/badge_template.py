"""Badge templates: those that come along, and the organiser's own in the data folder."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kiosk import paths
from kiosk.domain.badge import BadgeTemplate
from kiosk.domain.errors import KioskError
from kiosk.services.badge_template_file import FILE_BYTES, WHOLE_FILE, read_template, template_text
from kiosk.services.whole_file import whole_file

__all__ = [
    "Listed", "list_templates", "load_template", "own_folder", "read_template", "save_template",
    "template_names",
]  # fmt: skip

_FOLDER = "badges"
_NAME = re.compile(r"\w[\w .+-]{0,59}")


@dataclass(frozen=True, slots=True)
class Listed:
    """A template as it stands in the list.

    ``is_own`` tells the organiser's from those that come along, ``hides`` that it takes the place
    of one of the same name. A file that cannot be used has its ``problem`` and no ``template``.
    """

    name: str
    is_own: bool
    hides: bool
    template: BadgeTemplate | None
    problem: KioskError | None = None


def own_folder(data: Path) -> Path:
    """Return where the organiser's templates and pictures lie in a data folder."""
    return data / _FOLDER


def template_names(data: Path | None = None) -> list[str]:
    """Return the names that ``load_template`` knows, in order."""
    return sorted({*_shipped(), *_own(data)})


def list_templates(data: Path | None = None) -> list[Listed]:
    """Return every template with where it is from; one that is wrong hides nothing silently."""
    shipped, own = _shipped(), _own(data)
    listed = []
    for name in template_names(data):
        try:
            template, problem = load_template(name, data), None
        except KioskError as error:
            template, problem = None, error
        listed.append(Listed(name, name in own, name in own and name in shipped, template, problem))
    return listed


def load_template(name: str, data: Path | None = None) -> BadgeTemplate:
    """Return a template by its name, which is never taken for a path; the organiser's comes first.

    Raises KioskError TEMPLATE_UNKNOWN, or TEMPLATE_WRONG naming the key.
    """
    if file := _own(data).get(name):
        return read_template(name, _text(name, file), file.parent)
    if file := _shipped().get(name):
        return _load_shipped(name, file)
    raise KioskError("TEMPLATE_UNKNOWN", template=name, known=", ".join(template_names(data)))


def save_template(template: BadgeTemplate, data: Path) -> Path:
    """Write a template into the data folder under its name, whole or not at all.

    It is read back first, so that nothing is saved that could not be loaded. Raises KioskError
    TEMPLATE_NAME, TEMPLATE_WRONG, FILE_NOT_WRITTEN.
    """
    if not _NAME.fullmatch(template.name) or template.name != template.name.strip(" ."):
        raise KioskError("TEMPLATE_NAME", template=template.name)
    folder = own_folder(data)
    text = template_text(template)
    path = folder / f"{template.name}.toml"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KioskError("FILE_NOT_WRITTEN", file=str(path), detail=error.strerror) from error
    read_template(template.name, text, folder)
    with whole_file(path) as temporary:
        temporary.write_text(text, encoding="utf-8")
    return path


@lru_cache(maxsize=1)
def _shipped() -> dict[str, Path]:
    return {file.stem: file for file in paths.resource(_FOLDER).glob("*.toml")}


@lru_cache(maxsize=16)
def _load_shipped(name: str, file: Path) -> BadgeTemplate:
    return read_template(name, _text(name, file))


def _own(data: Path | None) -> dict[str, Path]:
    """Return the organiser's files by name; a link that leads out of the folder is none."""
    if data is None:
        return {}
    folder = own_folder(data)
    try:
        found = [file for file in folder.iterdir() if file.suffix == ".toml" and file.is_file()]
    except OSError:
        return {}
    home = folder.resolve()
    return {
        file.stem: file
        for file in found
        if _NAME.fullmatch(file.stem) and file.resolve().is_relative_to(home)
    }


def _text(name: str, file: Path) -> str:
    try:
        with file.open("rb") as opened:
            data = opened.read(FILE_BYTES + 1)
        return data.decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise KioskError(
            "TEMPLATE_WRONG", template=name, key=WHOLE_FILE, problem=f"cannot be read ({error})"
        ) from error
