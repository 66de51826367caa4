"""The badge editor: by mouse, keys and numbers, from opening to saving and a test print."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fakes import open_test_desk, person
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLineEdit, QWidget

from kiosk import organiser
from kiosk.app import Program
from kiosk.domain.errors import KioskError
from kiosk.lanes import Lanes
from kiosk.organiser import Office
from kiosk.paths import resource
from kiosk.services.badge_template import load_template, own_folder, save_template
from kiosk.ui.organiser import gallery
from kiosk.ui.organiser.badge_editor import BadgeEditor
from kiosk.ui.organiser.badge_shelf import BadgeShelf
from kiosk.ui.organiser.window import OrganiserWindow

PX_PER_MM = 4.0


def png() -> bytes:
    held = io.BytesIO()
    Image.new("RGB", (40, 20), "red").save(held, "PNG")
    return held.getvalue()


@pytest.fixture
def window(tmp_path: Path, qtbot) -> Iterator[OrganiserWindow]:
    lanes = Lanes()
    editor = BadgeEditor(lanes, BadgeShelf(lanes, tmp_path), PX_PER_MM)
    made = OrganiserWindow(editor, "en")
    qtbot.addWidget(made)
    made.resize(1600, 900)
    made.show_event("Seminar", "Hall")
    editor.show_printers(["label"])
    made.show()
    qtbot.waitUntil(lambda: editor.is_idle, timeout=15_000)
    yield made
    lanes.close()


@pytest.fixture
def editor(window: OrganiserWindow) -> BadgeEditor:
    return window.badges


def wait(qtbot, editor: BadgeEditor) -> None:
    qtbot.waitUntil(lambda: editor.is_idle, timeout=15_000)


def box_of(editor: BadgeEditor, key: str) -> tuple[float, float, float, float]:
    assert editor.draft is not None
    box = editor.draft.box(key)
    assert box is not None
    return box.left_mm, box.top_mm, box.width_mm, box.height_mm


def spin(editor: BadgeEditor, key: str) -> QDoubleSpinBox:
    made = editor.form.properties.inputs[key]
    assert isinstance(made, QDoubleSpinBox)
    return made


def at(editor: BadgeEditor, x_mm: float, y_mm: float) -> QPoint:
    stage = editor.form.stage
    card, px = stage.card_rect, stage._px_per_mm
    return QPointF(card.x() + x_mm * px, card.y() + y_mm * px).toPoint()


def test_it_opens_with_the_usual_badge_its_pictures_and_its_check(editor: BadgeEditor) -> None:
    form = editor.form
    assert editor.draft is not None
    assert editor.draft.template == load_template("100x70")
    assert form.templates.count() == 7
    assert not form.templates.item(0).icon().isNull()
    assert form.stage._picture is not None
    assert all(not one.pixmap().isNull() for one in form.samples.pictures)
    assert any("read test passed" in line for line in form.findings.words())
    assert not form.undo.isEnabled()


def test_the_mouse_takes_an_element_and_moves_it(editor: BadgeEditor, qtbot) -> None:
    stage = editor.form.stage
    QTest.mousePress(stage, Qt.MouseButton.LeftButton, pos=at(editor, 30, 42))
    assert editor.draft is not None
    assert editor.draft.selected == "name_latin"
    before = box_of(editor, "name_latin")
    for step in range(1, 6):
        QTest.mouseMove(stage, at(editor, 30 - step / 2, 42 + step / 5))
    QTest.mouseRelease(stage, Qt.MouseButton.LeftButton, pos=at(editor, 27.5, 43))
    left, top, *_ = box_of(editor, "name_latin")
    assert left == pytest.approx(before[0] - 2.5, abs=0.4)
    assert top == pytest.approx(before[1] + 1, abs=0.4)
    assert spin(editor, "left_mm").value() == pytest.approx(left)
    editor.form.undo.click()
    assert box_of(editor, "name_latin") == before
    wait(qtbot, editor)


def test_its_corner_makes_it_larger(editor: BadgeEditor, qtbot) -> None:
    editor.select("event")
    stage, (left, top, width, high) = editor.form.stage, box_of(editor, "event")
    QTest.mousePress(stage, Qt.MouseButton.LeftButton, pos=at(editor, left + width, top + high))
    QTest.mouseMove(stage, at(editor, left + width + 5, top + high + 1))
    QTest.mouseRelease(stage, Qt.MouseButton.LeftButton)
    *place, wider, higher = box_of(editor, "event")
    assert place == [left, top]
    assert (wider, higher) == (pytest.approx(width + 5, abs=0.4), pytest.approx(high + 1, abs=0.4))
    wait(qtbot, editor)


def test_keys_do_what_the_mouse_does(editor: BadgeEditor, qtbot) -> None:
    stage = editor.form.stage
    editor.select("name")
    left, top, width, high = box_of(editor, "name")
    QTest.keyClick(stage, Qt.Key.Key_Left)
    QTest.keyClick(stage, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(stage, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert box_of(editor, "name") == pytest.approx((left - 1, top + 0.1, width, high - 1))
    QTest.keyClick(stage, Qt.Key.Key_PageDown)
    assert editor.draft is not None
    assert editor.draft.selected == "name_latin"
    QTest.keyClick(stage, Qt.Key.Key_PageUp)
    for _ in range(3):
        editor.undo()
    assert box_of(editor, "name") == (left, top, width, high)
    wait(qtbot, editor)


def test_numbers_and_words_are_taken_and_what_does_not_fit_is_said(
    editor: BadgeEditor, qtbot
) -> None:
    editor.select("name")
    spin(editor, "top_mm").setValue(13)
    assert box_of(editor, "name")[1] == 13
    spin(editor, "width_mm").setValue(200)
    assert box_of(editor, "name")[2] == 78.5
    assert "does not fit" in editor.form.said.text()
    assert spin(editor, "width_mm").value() == 78.5
    text = editor.form.properties.inputs["text"]
    assert isinstance(text, QLineEdit)
    text.setText("$name · ")
    insert = editor.form.properties.inputs["insert"]
    assert isinstance(insert, QComboBox)
    insert.setCurrentIndex(insert.findData("$seat"))
    insert.activated.emit(insert.currentIndex())
    assert editor.draft is not None
    assert editor.draft.side.field("name").text == "$name · $seat"
    text.setText("{name.__class__}")
    text.editingFinished.emit()
    assert editor.draft.side.field("name").text == "$name · $seat"
    assert "not taken" in editor.form.said.text()
    wait(qtbot, editor)


def test_a_tick_switches_an_element_off_and_on(editor: BadgeEditor, qtbot) -> None:
    elements = editor.form.elements
    row = next(one for one in range(elements.count()) if elements.item(one).text() == "QR")
    elements.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert editor.draft is not None
    assert editor.draft.template.front.code is None
    wait(qtbot, editor)
    assert not any("QR" in line for line in editor.form.findings.words())
    elements.item(row).setCheckState(Qt.CheckState.Checked)
    assert editor.draft.template.front.code == load_template("100x70").front.code
    wait(qtbot, editor)


def test_an_overlap_is_told_at_once(editor: BadgeEditor, qtbot) -> None:
    editor.select("name_latin")
    editor.form.stage.moved.emit(0, -12, "")
    wait(qtbot, editor)
    assert any("over one another" in line for line in editor.form.findings.words())


def test_another_role_is_another_picture(editor: BadgeEditor, qtbot) -> None:
    before = editor.form.stage._picture
    next(button for one, button in editor.form.roles.items() if one == "staff").click()
    wait(qtbot, editor)
    assert editor.form.stage._picture != before


def test_true_size_is_the_calibrated_millimetre(editor: BadgeEditor, qtbot) -> None:
    zoom = editor.form.zoom
    zoom.setCurrentIndex(zoom.findData(1.0))
    zoom.activated.emit(zoom.currentIndex())
    assert editor.form.stage.card_rect.width() == pytest.approx(100 * PX_PER_MM)
    assert "True size" in editor.form.true_size.text()
    wait(qtbot, editor)


def test_both_sides_of_a_badge_are_worked_on(editor: BadgeEditor, qtbot) -> None:
    assert editor.form.back.isHidden()
    editor.open("100x70-two-sided")
    editor.form.back.click()
    assert editor.draft is not None
    assert editor.draft.is_back
    assert [key for key, _ in editor.draft.elements()][:3] == ["event", "name", "when"]
    wait(qtbot, editor)


def test_it_is_saved_under_another_name_and_stands_in_the_list(
    editor: BadgeEditor, qtbot, tmp_path: Path
) -> None:
    editor.select("name")
    spin(editor, "top_mm").setValue(13)
    editor.form.name.setText("우리 행사")
    editor.save()
    wait(qtbot, editor)
    saved = load_template("우리 행사", tmp_path)
    assert saved.front.field("name").box.top_mm == 13
    assert editor.draft is not None
    assert not editor.draft.is_changed
    assert editor.form.templates.count() == 8
    spin(editor, "top_mm").setValue(14)
    editor.save()  # one's own is written again without a question
    wait(qtbot, editor)
    assert load_template("우리 행사", tmp_path).front.field("name").box.top_mm == 14


def test_a_name_that_is_taken_asks_once(editor: BadgeEditor, qtbot, tmp_path: Path) -> None:
    editor.save()
    assert "Press Save again" in editor.form.said.text()
    assert not own_folder(tmp_path).exists()
    editor.save()
    wait(qtbot, editor)
    assert load_template("100x70", tmp_path) == load_template("100x70")
    assert own_folder(tmp_path).exists()


def test_what_cannot_be_saved_is_said(editor: BadgeEditor, qtbot, tmp_path: Path) -> None:
    editor.form.name.setText("../up")
    editor.save()
    wait(qtbot, editor)
    assert "cannot be called" in editor.form.said.text()
    assert [*tmp_path.iterdir()] == []


def test_a_logo_is_taken_from_the_badges_folder(editor: BadgeEditor, qtbot, tmp_path: Path) -> None:
    editor._switch("logo", True)
    assert ".png" in editor.form.said.text()
    own_folder(tmp_path).mkdir()
    (own_folder(tmp_path) / "city.png").write_bytes(png())
    (own_folder(tmp_path) / "broken.png").write_bytes(b"no picture")
    editor._shelf.look()
    wait(qtbot, editor)
    editor._read_logo("broken.png")
    wait(qtbot, editor)
    assert "logo.file" in editor.form.said.text()
    editor._read_logo("city.png")
    wait(qtbot, editor)
    assert editor.draft is not None
    assert editor.draft.template.front.logo is not None
    assert editor.draft.template.front.logo.file == "city.png"


def test_a_broken_template_of_ones_own_is_listed_and_not_offered(
    editor: BadgeEditor, qtbot, tmp_path: Path
) -> None:
    own_folder(tmp_path).mkdir()
    (own_folder(tmp_path) / "wrong.toml").write_text("width_mm = 0")
    save_template(replace(load_template("86x54"), name="100x70"), tmp_path)
    editor._shelf.look()
    wait(qtbot, editor)
    words = [editor.form.templates.item(row).text() for row in range(8)]
    assert [one for one in words if "cannot be used" in one] == ["wrong\ncannot be used"]
    assert any("in place of ours" in one for one in words)


def test_everything_is_reached_by_tab_and_has_a_name(window: OrganiserWindow) -> None:
    seen: list[QWidget] = []
    widget = window.badges.form.undo.nextInFocusChain()
    while widget is not window.badges.form.undo and len(seen) < 500:
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            seen.append(widget)
        widget = widget.nextInFocusChain()
    form = window.badges.form
    for wanted in (form.templates, form.elements, form.stage, form.name, form.printers, form.save):
        assert wanted in seen
    for one in seen:
        if one.metaObject().className() != "QLineEdit" or one.parent() is window.badges:
            assert one.accessibleName() or getattr(one, "text", str)(), one


@pytest.mark.parametrize("language", ["en", "ko"])
def test_no_word_is_missing_and_none_is_clipped(
    window: OrganiserWindow, qtbot, language: str
) -> None:
    form = window.badges.form
    window.set_language(language)
    save = {"en": "Save", "ko": "저장"}[language]
    qtbot.waitUntil(lambda: form.save.text() == save)
    wait(qtbot, window.badges)
    for button in (form.undo, form.redo, form.print, form.save, *form.roles.values()):
        wide = button.fontMetrics().horizontalAdvance(button.text())
        assert 0 < wide <= button.width() - 16, button.text()
    window.set_language("en")


def test_every_word_is_translated() -> None:
    for message in ET.parse(resource("i18n", "organiser_ko.ts")).iter("message"):
        translation = message.find("translation")
        assert translation is not None
        assert translation.get("type") is None, message.findtext("source")
        assert translation.text
        source = message.findtext("source", "")
        for fact in ("{name}", "{mm}", "{elements}", "{n}", "{percent}"):
            assert (fact in source) == (fact in translation.text), source


def test_the_gallery_draws_every_state(qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gallery, "_STATES", {"overlap": gallery._overlap, "back": gallery._back})
    from PySide6.QtCore import QSize  # noqa: PLC0415

    states = [(state, window.badges.is_idle) for _, state, window in
              gallery.screens(size=QSize(1600, 900), language="ko")]  # fmt: skip
    assert states == [("overlap", True), ("back", True)]


class TestOffice:
    """The window wired to a desk, a folder as printer, and a printer that is away."""

    @pytest.fixture
    def office(self, tmp_path: Path, qtbot, monkeypatch) -> Iterator[Office]:
        monkeypatch.setattr(organiser, "printer_names", lambda: ["Label"])
        desk = open_test_desk(tmp_path, [person(1)])
        (tmp_path / "paper").mkdir()
        printer = f"folder:{tmp_path / 'paper'}"
        desk.settings = replace(desk.settings, printer=printer, language="en")
        lanes = Lanes()
        made = Office(lanes, desk)
        qtbot.addWidget(made.window)
        qtbot.waitUntil(lambda: made.window.badges.form.printers.count() == 2, timeout=15_000)
        qtbot.waitUntil(lambda: made.window.badges.is_idle, timeout=15_000)
        yield made
        lanes.close()
        desk.close()

    def test_the_desks_own_printer_comes_first(self, office: Office, tmp_path: Path) -> None:
        printers = office.window.badges.form.printers
        assert [printers.itemText(at) for at in (0, 1)] == [f"folder:{tmp_path / 'paper'}", "Label"]

    def test_a_test_badge_is_one_page_and_nothing_is_queued(
        self, office: Office, qtbot, tmp_path: Path
    ) -> None:
        editor = office.window.badges
        editor.form.print.click()
        qtbot.waitUntil(lambda: bool(editor.form.said.text()), timeout=15_000)
        assert "was sent" in editor.form.said.text()
        assert [one.name for one in (tmp_path / "paper").iterdir()] == ["test-badge.pdf"]

    def test_a_printer_that_is_away_is_said(self, office: Office, qtbot, tmp_path: Path) -> None:
        (tmp_path / "paper").rmdir()
        editor = office.window.badges
        editor.form.print.click()
        qtbot.waitUntil(lambda: bool(editor.form.said.text()), timeout=15_000)
        assert "not there" in editor.form.said.text()

    def test_a_sample_needs_a_printer(self) -> None:
        with pytest.raises(KioskError) as refusal:
            organiser.print_sample("", load_template("100x70"), gallery_person())
        assert refusal.value.code == "PRINTER_NONE"


def test_the_program_opens_the_organisers_window_alone(tmp_path: Path, qtbot) -> None:
    open_test_desk(tmp_path, [person(1)]).close()
    program = Program(tmp_path / "data", None, ["organiser"])
    with qtbot.waitSignal(program.opened, timeout=15_000):
        program.start()
    assert program.office is not None
    window = program.office.window
    assert window.isVisible()
    assert not window.windowIcon().isNull()
    assert (program.windows, program.camera, program.queue) == ([], None, None)
    qtbot.waitUntil(lambda: window.badges.is_idle, timeout=15_000)
    program.close()


@pytest.mark.logs_errors
def test_an_installation_without_its_words_refuses_to_open(
    tmp_path: Path, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(*_: object) -> None:
        raise FileNotFoundError("organiser_ko.qm")

    open_test_desk(tmp_path, [person(1)]).close()
    monkeypatch.setattr(OrganiserWindow, "set_language", lost)
    program = Program(tmp_path / "data", None, ["organiser"])
    with qtbot.waitSignal(program.refused, timeout=15_000):
        program.start()
    program.close()


def gallery_person():
    from kiosk.ui.organiser.badge_samples import USUAL  # noqa: PLC0415

    return USUAL


@pytest.mark.usefixtures("qapp")
def test_a_measured_screen_tells_its_millimetre() -> None:
    assert organiser.px_per_mm(0) == pytest.approx(96 / 25.4, rel=0.3)
    assert organiser.px_per_mm(20) == pytest.approx(2 * organiser.px_per_mm(40))
