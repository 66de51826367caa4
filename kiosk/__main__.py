"""``python -m kiosk`` and the ``kiosk`` command."""

from __future__ import annotations

from kiosk.cli import run_command


def main() -> None:
    """Run the command line."""
    run_command()


if __name__ == "__main__":
    main()
