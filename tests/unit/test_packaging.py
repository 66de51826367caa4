"""What is shipped: the declared dependencies, the wheel's files, and what the bundle leaves out."""

from __future__ import annotations

import ast
import importlib
import importlib.metadata
import re
import runpy
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

import kiosk
from kiosk import paths
from kiosk.services import doctor

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

# Declared for their data: read through a path or by the standard library, never imported.
DATA_ONLY = {"qtawesome", "tzdata"}


def plain(requirement: str) -> str:
    """Return a requirement's project name, normalised as package indexes do."""
    name = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert name is not None, requirement
    return re.sub(r"[-_.]+", "-", name[0]).lower()


def imported() -> Iterator[str]:
    """Yield the top-level name of every import in the package, lazy ones counted."""
    for file in (ROOT / "kiosk").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module.partition(".")[0]


def foreign() -> set[str]:
    """Return the projects that the package imports and that are not ours or Python's."""
    known = importlib.metadata.packages_distributions()
    names = set(imported()) - sys.stdlib_module_names - {"kiosk"}
    # PySide6 is one project of three; the one declared brings the others.
    return {
        "pyside6" if name in ("PySide6", "shiboken6") else plain(known.get(name, [name])[0])
        for name in names
    }


def test_every_imported_project_is_declared_and_every_declared_one_is_used() -> None:
    declared = {plain(one) for one in PROJECT["project"]["dependencies"]}
    assert foreign() | DATA_ONLY == declared


def test_qt_stays_below_the_release_that_aborts() -> None:
    qt = [one for one in PROJECT["project"]["dependencies"] if plain(one) == "pyside6"]
    assert qt == ["PySide6>=6.11.3,<6.12"]


def test_the_version_is_the_same_in_both_places() -> None:
    assert PROJECT["project"]["version"] == kiosk.__version__


def test_the_command_leads_to_a_function() -> None:
    module, _, name = PROJECT["project"]["scripts"]["kiosk"].partition(":")
    assert callable(getattr(importlib.import_module(module), name))


def test_the_files_that_the_metadata_names_are_there() -> None:
    project = PROJECT["project"]
    for name in (project["readme"], *project["license-files"]):
        assert (ROOT / name).is_file(), name


# --- resources -------------------------------------------------------------------------------


def test_resources_are_found_in_the_source_tree() -> None:
    assert paths.resource("sample", "event.toml").is_file()


def test_resources_are_found_where_the_wheel_puts_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (target,) = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"].values()
    shutil.copytree(ROOT / "resources", tmp_path / target)
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "kiosk" / "paths.py"))
    found = paths.resource("sample", "event.toml")
    assert found == (tmp_path / target / "sample" / "event.toml").resolve()


def test_resources_of_a_bundle_come_before_all_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "resources", tmp_path / "resources")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resource("badges") == tmp_path / "resources" / "badges"


def test_a_missing_resource_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"sample/nothing\.toml"):
        paths.resource("sample", "nothing.toml")


# --- the doctor, where a part was left out of what was shipped -------------------------------


def finding(checks: list[doctor.Check], name: str) -> doctor.Check:
    (one,) = [check for check in checks if check["check"] == name]
    return one


@pytest.fixture
def without_qt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the child that asks Qt fail at once: these tests are about files."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(subprocess, "run", refuse)


@pytest.mark.usefixtures("without_qt")
def test_the_doctor_finds_fonts_and_resources(tmp_path: Path) -> None:
    checks = doctor.examine(tmp_path)
    assert finding(checks, "font")["state"] == "ok"
    assert finding(checks, "resources")["state"] == "ok"


@pytest.mark.usefixtures("without_qt")
@pytest.mark.parametrize("package", ["pylopdf_fonts_ko", "qtawesome"])
def test_the_doctor_misses_a_font_whose_package_is_there(
    package: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / package).mkdir()
    (tmp_path / package / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, package, raising=False)
    check = finding(doctor.examine(tmp_path), "font")
    assert check["state"] == "fail"
    assert package in check["message"]


@pytest.mark.usefixtures("without_qt")
def test_the_doctor_needs_no_package_metadata(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none_here(name: str) -> str:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "version", none_here)
    assert finding(doctor.examine(tmp_path), "font")["state"] == "ok"


@pytest.mark.usefixtures("without_qt")
def test_the_doctor_names_a_missing_resource(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "kiosk" / "paths.py"))
    check = finding(doctor.examine(tmp_path), "resources")
    assert check["state"] == "fail"
    assert "badges" in check["message"]


@pytest.mark.parametrize(("frozen", "between"), [(False, ["-m", "kiosk"]), (True, [])])
def test_the_doctor_asks_the_program_itself_about_qt(
    frozen: bool, between: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []

    def answer(command: list[str], **_: object) -> SimpleNamespace:
        asked.append(command)
        seen = '{"qt": "6", "platform": "offscreen", "screens": [], "cameras": [], "printers": []}'
        return SimpleNamespace(stdout=seen)

    monkeypatch.setattr(sys, "frozen", frozen, raising=False)
    monkeypatch.setattr(subprocess, "run", answer)
    assert finding(doctor.examine(tmp_path), "qt")["state"] == "ok"
    probes = [["probe-qt"], ["probe-qt", "sound"], ["probe-qt", "speech"]]
    assert asked == [[sys.executable, *between, *probe] for probe in probes]


# --- the bundle's spec, run with a PyInstaller that only listens -----------------------------

Entry = tuple[str, str, str]

SHIPPED = (
    "PySide6/Qt/lib/libQt6Quick.so.6",  # the camera's plug-in is linked to it and to Qml
    "PySide6/Qt/lib/libQt6Qml.so.6",
    "PySide6/Qt/lib/libQt6WaylandClient.so.6",
    "PySide6/Qt/plugins/multimedia/libffmpegmediaplugin.so",
    "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
    "PySide6/Qt/translations/qtbase_ko.qm",
    "pylopdf_fonts_ko/NotoSansKR-Regular.otf",
    "qtawesome/fonts/phosphor-1.3.0.ttf",
    "qtawesome/fonts/phosphor-charmap-1.3.0.json",
    "resources/sample/event.toml",
)
LEFT_OUT = (
    "PySide6/Qt/lib/libQt6VirtualKeyboard.so.6",
    "libQt6VirtualKeyboardQml.so.6",
    "PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
    "PySide6\\plugins\\platforminputcontexts\\qtvirtualkeyboardplugin.dll",
    "PySide6/Qt/lib/libQt6Charts.so.6",
    "PySide6/QtCharts.abi3.so",
    "PySide6/Qt/lib/libQt6DataVisualization.so.6",
    "PySide6/Qt/lib/libQt6Graphs.so.6",
    "PySide6/QtGraphs.abi3.so",
    "PySide6/Qt/lib/libQt6NetworkAuth.so.6",
    "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
    "PySide6/Qt/translations/qtbase_de.qm",
    "pylopdf_fonts_ko/NotoSerifKR-Regular.otf",
    "qtawesome/fonts/remixicon-2.5.0.ttf",
)


def hooks(asked: list[str]) -> ModuleType:
    """Return the part of PyInstaller that the spec imports; it notes whose submodules it wants."""
    module = ModuleType("PyInstaller.utils.hooks")

    def collect_submodules(package: str) -> list[str]:
        asked.append(package)
        return [f"{package}.everything"]

    vars(module).update(
        collect_submodules=collect_submodules,
        collect_data_files=lambda *_, **__: [],
        copy_metadata=lambda *_: [],
    )
    return module


class Spec:
    """What kiosk.spec makes of files that an analysis found."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, names: tuple[str, ...]) -> None:
        self.submodules_of: list[str] = []
        self.analysed: dict[str, Any] = {}
        self.shipped: set[str] = set()
        self.run_first: list[str] = []
        self._found: list[Entry] = [(name, f"/from/{name}", "BINARY") for name in names]
        for name in ("PyInstaller", "PyInstaller.utils"):
            monkeypatch.setitem(sys.modules, name, ModuleType(name))
        monkeypatch.setitem(sys.modules, "PyInstaller.utils.hooks", hooks(self.submodules_of))
        here = {
            "Analysis": self._analyse,
            "PYZ": _nothing,
            "EXE": self._start,
            "COLLECT": self._ship,
        }
        runpy.run_path(str(ROOT / "kiosk.spec"), init_globals=here)

    def _analyse(self, scripts: list[str], **options: Any) -> SimpleNamespace:
        self.analysed = {"scripts": scripts, **options}
        found = list(self._found)
        run = [(name, f"/{name}.py", "PYSOURCE") for name in ("pyi_rth_pyside6", "__main__")]
        return SimpleNamespace(pure=[], scripts=run, binaries=found, datas=found)

    def _start(self, _modules: object, scripts: list[Entry], **_: object) -> None:
        self.run_first = [entry[0] for entry in scripts]

    def _ship(self, _program: object, *tables: list[Entry], name: str) -> None:
        # What either table holds is shipped: the same library is collected as one or the other.
        self.shipped = {entry[0] for table in tables for entry in table}


def _nothing(*_: object, **__: object) -> None:
    return None


def test_the_bundle_ships_what_is_read_and_leaves_the_rest_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert Spec(monkeypatch, SHIPPED + LEFT_OUT).shipped == set(SHIPPED)


def test_the_bundle_holds_every_module_that_is_imported_late(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    spec = Spec(monkeypatch, ())
    assert spec.submodules_of == ["kiosk"]
    assert {"kiosk.everything", *DATA_ONLY} <= set(spec.analysed["hiddenimports"])
    assert ("resources", "resources") in spec.analysed["datas"]


@pytest.mark.parametrize(
    ("platform", "run"),
    [("linux", ["__main__"]), ("win32", ["pyi_rth_pyside6", "__main__"])],
)
def test_nothing_imports_qt_before_the_command_on_linux(
    platform: str, run: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert Spec(monkeypatch, ()).run_first == run


def test_the_bundle_excludes_nothing_that_we_import(monkeypatch: pytest.MonkeyPatch) -> None:
    spec = Spec(monkeypatch, ())
    assert not set(spec.analysed["excludes"]) & set(imported())


def test_the_scripts_of_the_spec_are_there(monkeypatch: pytest.MonkeyPatch) -> None:
    spec = Spec(monkeypatch, ())
    files = [*spec.analysed["scripts"], "resources"]
    assert [name for name in files if not (ROOT / PurePosixPath(name)).exists()] == []
