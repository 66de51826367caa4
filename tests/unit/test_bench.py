"""The benchmarks: they measure what they name, both sides, and refuse to measure anything else."""

from __future__ import annotations

import pytest
from PIL import ImageDraw

from kiosk import bench
from kiosk.bench import (
    badge_bench,
    badge_pdf_bench,
    check_in_bench,
    decode_bench,
    import_bench,
    lookup_bench,
    start_bench,
    timing,
    verdict_bench,
)
from kiosk.domain.errors import KioskError
from kiosk.domain.verdict import Reason, refuse
from kiosk.services import check_in

WITH_QT = ("decode", "start", "verdict")


def test_both_sides_run_in_turn_and_equally_often() -> None:
    did: list[str] = []
    row = timing.side_by_side(
        "name", lambda: did.append("ours"), lambda: did.append("floor"), n=4, warm_up=1
    )
    assert did == [
        "ours", "floor",
        "ours", "floor", "floor", "ours", "ours", "floor", "floor", "ours",
    ]  # fmt: skip
    assert (row["name"], row["n"]) == ("name", 4)


def test_a_row_is_the_medians_and_their_ratio() -> None:
    row = timing.row("name", [3.0, 1.0, 100.0], [2.0, 2.0, 8.0])
    assert (row["ours_ms"], row["floor_ms"], row["ratio"]) == (3.0, 2.0, 1.5)
    assert (row["p99_ms"], row["n"]) == (100.0, 3)


def test_a_benchmark_that_is_not_known_is_refused_before_any_runs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bench.importlib, "import_module", lambda _: pytest.fail("one ran"))
    with pytest.raises(KioskError) as refusal:
        bench.run(["check-in", "nothing"])
    assert refusal.value.facts == {"names": ["nothing"], "known": list(bench.NAMES)}


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every benchmark small: that they run is the matter here, not their figures."""
    monkeypatch.setattr(check_in_bench, "_N", 4)
    monkeypatch.setattr(check_in_bench, "_WARM_UP", 2)
    monkeypatch.setattr(lookup_bench, "PEOPLE", 300)
    monkeypatch.setattr(lookup_bench, "_ROUNDS", 20)
    monkeypatch.setattr(import_bench, "PEOPLE", 50)
    monkeypatch.setattr(import_bench, "_N", 2)
    monkeypatch.setattr(decode_bench, "_N", 2)
    monkeypatch.setattr(verdict_bench, "_N", 3)
    monkeypatch.setattr(verdict_bench, "_WARM_UP", 1)
    monkeypatch.setattr(badge_bench, "_N", 2)
    monkeypatch.setattr(badge_pdf_bench, "_N", 1)
    monkeypatch.setattr(badge_pdf_bench, "_BADGES", 3)
    monkeypatch.setattr(start_bench, "_N", 1)
    monkeypatch.setattr(start_bench, "_PEOPLE", 20)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("name", [one for one in bench.NAMES if one not in WITH_QT])
def test_each_benchmark_runs_and_measures_both_sides(name: str) -> None:
    rows = bench.run([name])
    assert [row["name"].split()[0] for row in rows] == [name] * len(rows)
    for row in rows:
        assert min(row["ours_ms"], row["floor_ms"], row["ratio"], row["p99_ms"], row["n"]) > 0


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("name", WITH_QT)
def test_those_with_qt_run_too(name: str) -> None:
    pytest.importorskip("PySide6.QtMultimedia", exc_type=ImportError)
    rows = bench.run([name])
    assert rows
    assert all(row["ours_ms"] > 0 and row["floor_ms"] > 0 for row in rows)


@pytest.mark.usefixtures("small")
def test_a_refused_scan_is_not_measured_as_a_check_in(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_desk: object, _session: object, _text: str, seen: object) -> object:
        return refuse(Reason.CLOSED, seen.direction)  # type: ignore[attr-defined]

    monkeypatch.setattr(check_in, "scan", refused)
    with pytest.raises(RuntimeError, match="CLOSED"):
        bench.run(["check-in"])


@pytest.mark.usefixtures("small")
def test_a_verdict_that_is_not_ok_is_not_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("PySide6.QtMultimedia", exc_type=ImportError)

    def refused(_desk: object, _session: object, _text: str, seen: object) -> object:
        return refuse(Reason.CLOSED, seen.direction)  # type: ignore[attr-defined]

    monkeypatch.setattr(verdict_bench, "PATIENCE_MS", 500)
    monkeypatch.setattr(check_in, "scan", refused)
    with pytest.raises(RuntimeError, match="in vain"):
        bench.run(["verdict"])


def test_lines_tell_how_much_ours_is_over_the_floor() -> None:
    (line,) = bench.lines([timing.row("name", [3.5], [2.0])])
    assert "over    1.500 ms" in line


def test_the_badges_floor_paints_the_same_texts_as_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    painted: dict[str, list[tuple[object, ...]]] = {"ours": [], "floor": []}
    text = ImageDraw.ImageDraw.text
    side = "ours"

    def seen(self: object, at: object, words: str, **how: object) -> None:
        painted[side].append((words, how["font"].size, how["anchor"], how["stroke_width"]))
        text(self, at, words, **how)  # type: ignore[arg-type]

    ours, floor = badge_bench._sides(203, colour=False)
    ours()  # the ground that all badges of the role share is painted once
    monkeypatch.setattr(ImageDraw.ImageDraw, "text", seen)
    for _ in badge_bench.PEOPLE:
        ours()
    side = "floor"
    for _ in badge_bench.PEOPLE:
        floor()
    assert sorted(painted["ours"], key=str) == sorted(painted["floor"], key=str)
    assert len(painted["ours"]) == 4 * len(badge_bench.PEOPLE)
