"""What ``kiosk templates`` does: list the badge templates, and say what is wrong with one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kiosk import answers
from kiosk.options import data_folder, data_option, json_option
from kiosk.ui.messages import error_text

if TYPE_CHECKING:
    from kiosk.services.badge_template import Listed


@click.command()
@data_option
@json_option
def templates(*, json_wanted: bool) -> None:
    """List the badge templates: those that come along, and your own in the data folder."""
    from kiosk.services.badge_template import list_templates  # noqa: PLC0415 - Pillow, for pictures

    rows = [_row(one) for one in list_templates(data_folder())]
    answers.answer(rows, json_wanted=json_wanted, lines=[_line(row) for row in rows])


def _row(one: Listed) -> dict[str, object]:
    template = one.template
    row: dict[str, object] = {
        "name": one.name,
        "from": "own" if one.is_own else "shipped",
        "hides_shipped": one.hides,
        "problem": error_text(one.problem) if one.problem else None,
    }
    if template is not None:
        sheet = template.sheet.labels if template.sheet else 1
        size = {"width_mm": template.width_mm, "height_mm": template.height_mm}
        row |= {**size, "sides": str(template.sides), "labels": sheet}
        row["least_height_mm"] = template.least_mm or template.height_mm
    return row


def _line(row: dict[str, object]) -> str:
    if row["problem"]:
        return f"{row['name']:20} {row['problem']}"
    high = f"{row['height_mm']:g}"
    if row["least_height_mm"] != row["height_mm"]:
        high = f"{row['least_height_mm']:g}-{high}"
    size = f"{row['width_mm']:g} x {high} mm"
    source = "yours" if row["from"] == "own" else "comes along"
    hides = ", in place of the one that comes along" if row["hides_shipped"] else ""
    sheet = f", {row['labels']} a sheet" if row["labels"] != 1 else ""
    sides = {"one": "", "two": ", two sides", "folded": ", folded"}[str(row["sides"])]
    return f"{row['name']:20} {size}{sides}{sheet} ({source}{hides})"
