"""What the journeys start from: a roster as an office keeps it, an event, the real program."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from fakes import event_text, session_text

FAMILY = "가나다라마바사아자차"
GIVEN = ("온유", "하람", "별", "새봄", "누리", "보라")


@dataclass(frozen=True, slots=True)
class Person:
    """One line of the roster; ``phone`` as it should be kept, ``typed`` as the file has it."""

    name: str
    organisation: str
    phone: str
    typed: str


def invented_people() -> list[Person]:
    """Return 60 people; the last two are namesakes of the first two, in other organisations."""
    people = []
    for number in range(60):
        name = FAMILY[number % 10] + GIVEN[number // 10]
        if number >= 58:
            name = FAMILY[number - 58] + GIVEN[0]
        line = f"{1000 + number * 7:04d}"
        phone = f"010-0000-{line}"
        # Excel takes the zero away; people use blanks, dots and hyphens.
        typed = (f"100000{line}", f"010-0000-{line}", f"010.0000.{line}", f"010 0000 {line}")
        people.append(Person(name, f"예시기관{number // 6}", phone, typed[number % 4]))
    return people


def office_csv(people: Sequence[Person]) -> bytes:
    """Return the roster as a Korean office keeps it: title, running numbers, footer, CP949."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(["예시 기술 세미나 참석자 명단", *[""] * 6])
    writer.writerow(["(예시시청 시민홀)", *[""] * 6])
    writer.writerow([""] * 7)
    writer.writerow(["연번", "소속", "직위", "성명", "연락처", "구분", "비고"])
    for number, one in enumerate(people, 1):
        writer.writerow([number, one.organisation, "연구원", one.name, one.typed, "참석자", ""])
    writer.writerow([f"합계: {len(people)}명", *[""] * 6])
    return text.getvalue().encode("cp949")


class Kiosk:
    """The real program on one data folder, each command a process of its own."""

    def __init__(self, data: Path) -> None:
        self.data = data

    def command(self, *arguments: str | Path) -> list[str]:
        """Return the command line of one command."""
        return [sys.executable, "-m", "kiosk", *map(str, arguments), "--data", str(self.data)]

    def ask(self, *arguments: str | Path) -> Any:
        """Run a command with ``--json`` and return its document; it must succeed in silence."""
        done = subprocess.run(
            self.command(*arguments, "--json"), capture_output=True, check=False, timeout=120
        )
        told = done.stdout.decode("utf-8")
        assert (done.returncode, done.stderr) == (0, b""), told
        assert told.count("\n") == 1, "exactly one document is promised"
        return json.loads(told)

    def scanning(self) -> subprocess.Popen[str]:
        """Start a gate that answers line by line."""
        return subprocess.Popen(
            self.command("scan", "--json"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONUTF8": "0", "LC_ALL": "C"},
        )


@pytest.fixture
def people() -> list[Person]:
    return invented_people()


@pytest.fixture
def roster_file(tmp_path: Path, people: list[Person]) -> Path:
    path = tmp_path / "참석자 명단.csv"
    path.write_bytes(office_csv(people))
    return path


@pytest.fixture
def event_file(tmp_path: Path) -> Path:
    """Write an event whose doors stand open whenever the tests run."""
    day = {"starts_at": "2020-01-01T00:00:00", "ends_at": "2099-01-01T00:00:00"}
    path = tmp_path / "event.toml"
    path.write_text(event_text(session_text(**day), event=day), encoding="utf-8")
    return path


@pytest.fixture
def kiosk(tmp_path: Path) -> Kiosk:
    return Kiosk(tmp_path / "자료 폴더")
