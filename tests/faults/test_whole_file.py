"""Files that appear whole or stay as they were, wherever the writing fails."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fakes import count, open_test_desk, person

from kiosk.domain.errors import KioskError
from kiosk.services.exports.export import export
from kiosk.services.whole_file import sha256_of, whole_file

NO_SPACE = OSError(errno.ENOSPC, "No space left on device")


def fail(*_args: object, **_keys: object) -> None:
    raise NO_SPACE


def write(path: Path, text: str = "new") -> None:
    with whole_file(path) as temporary, temporary.open("w", encoding="utf-8") as file:
        file.write(text)


def test_a_file_takes_its_place(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    write(path, "old")
    write(path)
    assert path.read_text() == "new"
    assert [one.name for one in tmp_path.iterdir()] == ["list.csv"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_what_is_no_plain_file_is_never_replaced(tmp_path: Path) -> None:
    pipe, folder = tmp_path / "pipe", tmp_path / "folder"
    os.mkfifo(pipe)
    folder.mkdir()
    for path in (pipe, folder):
        with pytest.raises(KioskError, match="FILE_NOT_WRITTEN"):
            write(path)
    assert pipe.is_fifo()
    assert folder.is_dir()
    assert len(list(tmp_path.iterdir())) == 2


def test_nothing_is_there_before_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    with whole_file(path) as temporary:
        temporary.write_text("half")
        assert not path.exists()
        assert temporary.parent == path.parent
    assert path.read_text() == "half"


def in_fsync(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(os, "fsync", fail)


def in_rename(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Path, "replace", fail)


def in_open(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Path, "open", fail)


@pytest.mark.parametrize("fault", [in_fsync, in_rename, in_open])
def test_the_old_file_stays_where_the_new_one_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Callable[[pytest.MonkeyPatch], None]
) -> None:
    path = tmp_path / "list.csv"
    write(path, "old")
    with monkeypatch.context() as patch:
        fault(patch)
        with pytest.raises(KioskError, match="FILE_NOT_WRITTEN") as caught:
            write(path)
    assert "No space left" in str(caught.value.facts["detail"])
    assert path.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["list.csv"]


@pytest.mark.parametrize("step", ["write", "flush"])
def test_the_old_file_stays_where_the_writing_itself_fails(tmp_path: Path, step: str) -> None:
    path = tmp_path / "list.csv"
    write(path, "old")

    class Full:
        def __init__(self, file: Any) -> None:
            self._file = file

        def __getattr__(self, name: str) -> Any:
            return fail if name == step else getattr(self._file, name)

    def write_full() -> None:
        with whole_file(path) as temporary, temporary.open("w") as real:
            file = Full(real)
            file.write("new")
            file.flush()

    with pytest.raises(KioskError, match="FILE_NOT_WRITTEN"):
        write_full()
    assert path.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["list.csv"]


def test_the_old_file_stays_where_the_program_fails(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    write(path, "old")

    def write_half() -> None:
        with whole_file(path) as temporary:
            temporary.write_text("half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_half()
    assert path.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["list.csv"]


@pytest.mark.parametrize(
    "place", ["missing/list.csv", "file/list.csv", "folder", ".", "..", "x" * 300, "a\x00b"]
)
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("in the way")
    (tmp_path / "folder").mkdir()
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(KioskError, match="FILE_NOT_WRITTEN"):
        write(tmp_path / place)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_root_cannot_be_written() -> None:
    with pytest.raises(KioskError, match="FILE_NOT_WRITTEN"):
        write(Path("/"))


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("place", ["missing/list", "file/list", "folder"])
def test_an_export_that_cannot_be_written_is_told_and_not_logged(
    tmp_path: Path, form: str, place: str
) -> None:
    (tmp_path / "file").write_text("in the way")
    (tmp_path / "folder").mkdir()
    desk = open_test_desk(tmp_path, [person(1)])
    with pytest.raises(KioskError, match="FILE_NOT_WRITTEN"):
        export(desk, "attendance", form, tmp_path / place)
    assert count(desk, "access") == 0
    desk.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux's /dev/full")
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_an_export_onto_a_full_disk_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    """Every file that is opened beside the export leads to the device that is always full."""
    full = tmp_path / "full"
    full.symlink_to("/dev/full")
    desk = open_test_desk(tmp_path, [person(1)])
    path = tmp_path / f"list.{form}"
    path.write_text("old")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "with_name", lambda _self, _name: full)
        patch.setattr(Path, "unlink", lambda _self, missing_ok=False: None)
        with pytest.raises(KioskError, match="FILE_NOT_WRITTEN"):
            export(desk, "attendance", form, path)
    assert path.read_text() == "old"
    desk.close()


def test_a_hash_is_of_the_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"abc")
    assert sha256_of(path).startswith("ba7816bf8f01cfea")
