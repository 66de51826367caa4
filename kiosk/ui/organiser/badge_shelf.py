"""BadgeShelf: the templates on disk, reached on a lane; every answer arrives as a signal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from kiosk.domain.badge import BadgeTemplate, BadgeText, Box, Logo
from kiosk.lanes import Lanes
from kiosk.ui.organiser.badge_preview import draw_small

if TYPE_CHECKING:
    from kiosk.services.badge_template import Listed

_LANE, _DRAWING = "office", "draw"


@dataclass(frozen=True, slots=True)
class Shelf:
    """What lies in the data folder and comes along: templates, and pictures for logos."""

    listed: tuple[Listed, ...]
    pictures: tuple[str, ...]


class BadgeShelf(QObject):
    """List, load, save and picture the templates of a data folder.

    ``listed`` carries a Shelf, ``saved`` the template that is on disk now, ``drawn`` QImages by
    name, ``logo_read`` a Logo, and ``failed`` what went wrong: nothing was half-written then.
    """

    listed = Signal(object)
    saved = Signal(object)
    drawn = Signal(object)
    logo_read = Signal(object)
    failed = Signal(object)

    def __init__(self, lanes: Lanes, data: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes, self._data = lanes, data
        self._waiting = 0

    @property
    def is_idle(self) -> bool:
        """Tell whether every answer has come."""
        return not self._waiting

    def look(self) -> None:
        """List what there is."""
        self._run(_LANE, _look, self.listed.emit, self._data)

    def save(self, template: BadgeTemplate) -> None:
        """Write a template under its name; the list follows."""

        def done(_: Path) -> None:
            self.saved.emit(template)
            self.look()

        self._run(_LANE, _save, done, template, self._data)

    def picture(self, listed: tuple[Listed, ...], person: BadgeText, width_px: int) -> None:
        """Draw each template that can be used, for a list."""
        templates = [one.template for one in listed if one.template is not None]
        self._run(_DRAWING, _pictures, self.drawn.emit, templates, person, width_px)

    def read_logo(self, file: str, box: Box) -> None:
        """Read a picture of the badges folder for a place."""
        self._run(_LANE, _logo, self.logo_read.emit, self._data, file, box)

    def _run(
        self, lane: str, work: Callable[..., Any], done: Callable[[Any], None], *given: object
    ) -> None:
        def answer(told: Callable[[Any], None], value: object) -> None:
            self._waiting -= 1
            told(value)

        self._waiting += 1
        self._lanes.run(
            lane, work, *given, done=partial(answer, done),
            failed=partial(answer, self.failed.emit), owner=self,
        )  # fmt: skip


def _look(data: Path) -> Shelf:
    from kiosk.services import badge_template  # noqa: PLC0415 - Pillow, after the first paint

    folder = badge_template.own_folder(data)
    pictures = sorted(one.name for one in folder.glob("*.png")) if folder.is_dir() else []
    return Shelf(tuple(badge_template.list_templates(data)), tuple(pictures))


def _save(template: BadgeTemplate, data: Path) -> Path:
    from kiosk.services import badge_template  # noqa: PLC0415 - see _look

    return badge_template.save_template(template, data)


def _pictures(
    templates: list[BadgeTemplate], person: BadgeText, width_px: int
) -> dict[str, QImage]:
    return {one.name: draw_small(one, person, width_px) for one in templates}


def _logo(data: Path, file: str, box: Box) -> Logo:
    from kiosk.domain.errors import KioskError  # noqa: PLC0415 - see _look
    from kiosk.services import badge_logo, badge_template  # noqa: PLC0415

    try:
        return Logo(file, box, badge_logo.read_logo(badge_template.own_folder(data), file))
    except badge_logo.LogoError as error:
        raise KioskError(
            "TEMPLATE_WRONG", template=file, key="logo.file", problem=str(error)
        ) from error
