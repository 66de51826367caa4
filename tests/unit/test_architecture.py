"""What holds of the source itself: floors, sizes, a sentence a code, words for translation."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kiosk.ui import messages

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "kiosk").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
MOST_LINES, MOST_FUNCTION_LINES, MOST_PARAMETERS = 400, 50, 6
TRANSLATED = {"tr", "translate", "QT_TRANSLATE_NOOP"}
# They take one parameter an option or a look, each by its name.
MANY_PARAMETERS = {"badge", "export", "__init__"}


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), filename=str(path))


def called(node: ast.Call) -> str:
    match node.func:
        case ast.Name(id=told) | ast.Attribute(attr=told):
            return told
    return ""


def calls(path: Path, names: set[str]) -> Iterator[ast.Call]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and called(node) in names:
            yield node


def imported(path: Path) -> set[str]:
    """Return every module that a file imports anywhere, lazily too."""
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{one.name}" for one in node.names)}
    return found


def raised_codes(path: Path) -> set[str]:
    """Return the codes of every KioskError that a file makes, however the code is chosen."""
    texts: set[str] = set()
    for node in calls(path, {"KioskError"}):
        if node.args:
            parts = ast.walk(node.args[0])
            texts |= {one.value for one in parts if isinstance(one, ast.Constant)}  # type: ignore[misc]
    return {one for one in texts if isinstance(one, str)}


def test_there_is_something_to_look_at() -> None:
    assert len(SOURCES) > 100
    assert len(TESTS) > 50


def test_every_code_that_is_raised_has_its_sentence() -> None:
    raised = {code for path in SOURCES for code in raised_codes(path)}
    assert len(raised) > 50
    assert sorted(raised - messages.codes()) == []


def test_the_codes_of_a_store_have_theirs() -> None:
    # Chosen from a table by what SQLite says, so that no call names them.
    constants = {
        node.value
        for node in ast.walk(tree(ROOT / "kiosk" / "storage" / "store.py"))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    codes = {one for one in constants if one.startswith("STORE_")}
    assert len(codes) >= 6
    assert codes <= messages.codes()


def test_every_sentence_is_used() -> None:
    written = "\n".join(
        path.read_text("utf-8") for path in SOURCES if not path.name.endswith("messages.py")
    )
    assert [code for code in sorted(messages.codes()) if f'"{code}"' not in written] == []


def is_readable(node: ast.Call) -> bool:
    """Tell whether lupdate can read a call's words: no f-string, no sum, no ``format``."""
    for argument in node.args:
        parts = list(ast.walk(argument))
        has_words = any(
            isinstance(one, ast.Constant) and isinstance(one.value, str) for one in parts
        )
        made = isinstance(argument, ast.BinOp | ast.Call)
        if any(isinstance(one, ast.JoinedStr) for one in parts) or (has_words and made):
            return False
    return True


def test_words_for_translation_are_plain_texts() -> None:
    found = [(name(path), node) for path in SOURCES for node in calls(path, TRANSLATED)]
    assert len(found) > 200
    assert [f"{path}:{node.lineno}" for path, node in found if not is_readable(node)] == []


def test_no_file_is_too_long() -> None:
    long = {name(one): len(one.read_text("utf-8").splitlines()) for one in SOURCES}
    assert {path: lines for path, lines in long.items() if lines > MOST_LINES} == {}


def test_no_function_is_too_long_or_asks_too_much() -> None:
    wrong = []
    for path in SOURCES:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef):
                lines = (node.end_lineno or 0) - node.lineno + 1
                asked = [one.arg for one in node.args.args if one.arg not in ("self", "cls")]
                is_wide = len(asked) > MOST_PARAMETERS and node.name not in MANY_PARAMETERS
                if lines > MOST_FUNCTION_LINES or is_wide:
                    wrong.append(f"{name(path)}:{node.lineno} {node.name}")
    assert wrong == []


def test_nothing_is_left_to_be_done() -> None:
    marks = ("TODO", "FIXME", "raise NotImplementedError", "breakpoint(")
    texts = {name(path): path.read_text("utf-8") for path in SOURCES}
    assert [path for path, text in texts.items() if any(mark in text for mark in marks)] == []


def forbidden(folders: set[str], floors: tuple[str, ...]) -> list[str]:
    """Return who in the folders imports what lies on the floors, lazily too."""
    return [
        f"{name(path)} imports {one}"
        for path in SOURCES
        if folders & set(path.relative_to(ROOT).parts)
        for one in sorted(imported(path))
        if any(one == floor or one.startswith(f"{floor}.") for floor in floors)
    ]


def test_devices_know_no_widgets_and_no_store() -> None:
    floors = ("PySide6.QtWidgets", "kiosk.ui", "kiosk.services", "kiosk.storage", "sqlite3")
    assert forbidden({"devices"}, floors) == []
    assert forbidden({"devices"}, ("PySide6.QtGui",)), "the search finds what is there"


def test_what_lies_below_the_windows_knows_no_qt() -> None:
    assert forbidden({"domain", "services", "storage"}, ("PySide6", "shiboken6")) == []


def test_no_committed_file_names_a_folder_of_somebody_s_machine() -> None:
    homes = (*(f"/{one}/" for one in ("home", "root", "work")), "C:\\\\Users")
    for path in (*SOURCES, *TESTS):
        if path != Path(__file__):
            text = path.read_text("utf-8")
            assert not [one for one in homes if one in text], name(path)


def test_every_package_says_what_it_is() -> None:
    for path in SOURCES:
        text = path.read_text("utf-8")
        assert path.name == "__init__.py" or ast.get_docstring(ast.parse(text)), name(path)
