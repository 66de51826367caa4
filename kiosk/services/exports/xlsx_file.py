"""Tables as XLSX: every cell typed as text, headings frozen, columns as wide as their kind."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.services.exports.tables import Table


def write(table: Table, path: Path) -> None:
    """Write one sheet; no cell can become a formula, a link or a number.

    The rows pass through a folder of their own, which goes away whatever happens: they hold names.
    """
    import xlsxwriter  # noqa: PLC0415 - 76 ms that only an XLSX export pays

    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    made = BytesIO()
    with (
        TemporaryDirectory(prefix="haemaji-") as folder,
        xlsxwriter.Workbook(made, {**options, "constant_memory": True, "tmpdir": folder}) as book,
    ):
        head = book.add_format({"bold": True, "bg_color": "#EFE8D8", "bottom": 1})
        text = book.add_format({"num_format": "@"})
        sheet = book.add_worksheet(table.title)
        for column, width in enumerate(table.widths):
            sheet.set_column(column, column, width, text)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(table.rows), len(table.headings) - 1)
        for column, heading in enumerate(table.headings):
            sheet.write_string(0, column, heading, head)
        for number, row in enumerate(table.rows, 1):
            for column, cell in enumerate(row):
                if cell:
                    sheet.write_string(number, column, cell)
    path.write_bytes(made.getbuffer())
