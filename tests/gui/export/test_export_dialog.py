"""The export dialog: exports, reports errors, opens layouts in the designer."""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("qgis")

from qgis.gui import QgsFileWidget, QgsMessageBar  # noqa: E402
from qgis.PyQt.QtCore import Qt  # noqa: E402
from qgis.PyQt.QtGui import QImage  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QSpinBox  # noqa: E402


@pytest.fixture
def opened() -> list[Any]:
    """Layouts given to the designer."""
    return []


@pytest.fixture
def dialog(bench, messages, window, opened) -> Any:
    from yalu_plugin import settings
    from yalu_plugin.gui.export.export_dialog import ExportDialog

    for one in (settings.EXPORT_FOLDER, settings.OVERVIEW_TEMPLATE, settings.EXPORT_DOCUMENT, settings.EXPORT_PAGE,
                settings.EXPORT_LANGUAGE):
        one.setValue("")
    settings.EXPORT_FORMAT.setValue("pdf")
    dialog = ExportDialog(bench, messages, opened.append, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    dialog.show()
    return dialog


def field(dialog: Any, name: str) -> Any:
    kinds = {"title": QLineEdit, "format": QComboBox, "export": QPushButton, "design": QPushButton,
             "document": QComboBox, "preview": QPushButton}
    return dialog.findChild(kinds.get(name, QgsFileWidget), f"yalu_export_{name}")


def press(dialog: Any, name: str) -> None:
    QTest.mouseClick(field(dialog, name), Qt.MouseButton.LeftButton)


def error(dialog: Any) -> str:
    item = dialog.findChild(QgsMessageBar).currentItem()
    return item.text() if item else ""


def answer(dialog: Any, label: str) -> None:
    asked = dialog.findChild(QgsMessageBar).currentItem()
    (button,) = [one for one in asked.findChildren(QPushButton) if one.text() == label]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_export_writes_the_format_chosen_and_remembers_the_folder(dialog, bar, tmp_path: Path) -> None:
    from yalu_plugin.settings import EXPORT_FOLDER

    field(dialog, "output").setFilePath(str(tmp_path / "map.pdf"))
    field(dialog, "format").setCurrentIndex(field(dialog, "format").findData("png"))
    assert field(dialog, "output").filePath() == str(tmp_path / "map.png")
    press(dialog, "export")
    assert error(dialog) == ""
    assert QImage(str(tmp_path / "map.png")).width() > 1000
    assert bar.currentItem().text() == f"Overview map written to {tmp_path / 'map.png'}"
    assert EXPORT_FOLDER.value() == str(tmp_path)
    assert not dialog.isVisible()


def test_the_format_follows_the_file_and_the_title_is_on_the_map(dialog, tmp_path: Path) -> None:
    field(dialog, "title").setText("Crossings for the minister")
    field(dialog, "output").setFilePath(str(tmp_path / "map.svg"))
    assert field(dialog, "format").currentData() == "svg"
    press(dialog, "export")
    assert "Crossings for the minister" in (tmp_path / "map.svg").read_text(encoding="utf-8")


def test_the_title_is_the_report_s_and_the_choices_are_kept(dialog, bench, messages, window, tmp_path: Path) -> None:
    from qgis.core import QgsFeedback

    from yalu_plugin.gui.export.export_dialog import ExportDialog

    document = field(dialog, "document")
    document.setCurrentIndex(document.findText("Report"))
    field(dialog, "title").setText("For the minister")
    with dialog._project() as project:
        layouts = dialog._layouts(project, QgsFeedback())
        assert [layout.itemById("title").text() for layout in layouts].count("For the minister") == 3
    page = dialog.findChild(QComboBox, "yalu_export_page")
    page.setCurrentIndex(page.findData("A4"))
    field(dialog, "format").setCurrentIndex(field(dialog, "format").findData("png"))
    document.setCurrentIndex(document.findText("Strip map"))
    field(dialog, "output").setFilePath(str(tmp_path / "strip.png"))
    press(dialog, "export")
    again = ExportDialog(bench, messages, print, window)
    assert field(again, "document").currentText() == "Strip map" and field(again, "format").currentData() == "png"
    assert again.findChild(QComboBox, "yalu_export_page").currentData() == "A4"
    assert Path(field(again, "output").filePath()).name == "strip_map.png"


def test_the_words_of_the_pages_are_remembered_in_the_survey_and_nowhere_else(
        dialog, bench, messages, window, tmp_path: Path) -> None:
    import shutil

    from yalu_plugin.gui.export.export_dialog import ExportDialog
    from yalu_plugin.layers.survey.open import open_survey

    survey, head = bench.session.survey, bench.session.survey.head()
    given = {"title": "Fords of the river", "subtitle": "for [% 1 + 1 %] readers", "credits": "Drawn by A. Nalyst"}
    for name, text in given.items():
        dialog.findChild(QLineEdit, f"yalu_export_{name}").setText(text)
    dialog._texts._legend_labels = {"vehicle_ford": "Ford", "river": "Amnok"}
    field(dialog, "output").setFilePath(str(tmp_path / "map.svg"))
    press(dialog, "export")
    svg = (tmp_path / "map.svg").read_text(encoding="utf-8")
    for text in (*given.values(), "Ford (", "Amnok", "ODbL"):
        assert text in svg
    again = ExportDialog(bench, messages, print, window)
    assert {name: again.findChild(QLineEdit, f"yalu_export_{name}").text() for name in given} == given
    assert again._texts.page_texts().legend == {"vehicle_ford": "Ford", "river": "Amnok"}
    assert survey.head() == head  # no fact
    copy = open_survey(Path(shutil.copy(survey.path, tmp_path / "copy.gpkg")))
    assert "Fords of the river" in copy.stored_text("page_words") and copy.notices == ()


def test_the_legend_s_words_are_written_in_a_table(dialog) -> None:
    from qgis.PyQt.QtWidgets import QTableWidget

    from yalu_plugin.gui.export.legend_dialog import LegendDialog

    shown = LegendDialog({"present": "Seen"}, dialog)
    table = shown.findChild(QTableWidget, "yalu_export_legend_words")
    rows = {table.item(row, 0).text(): row for row in range(table.rowCount())}
    assert table.item(rows["Present"], 1).text() == "Seen"
    table.item(rows["Barge crossing"], 1).setText(" Dock ")
    table.item(rows["Present"], 1).setText("")
    assert shown.labels() == {"barge_dock": "Dock"}


def test_a_survey_that_cannot_be_written_makes_pages_all_the_same(dialog, bench, bar, tmp_path: Path) -> None:
    from osgeo import gdal

    other = gdal.OpenEx(str(bench.session.survey.path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    other.ExecuteSQL("BEGIN IMMEDIATE")
    dialog.findChild(QLineEdit, "yalu_export_title").setText("Not kept")
    field(dialog, "output").setFilePath(str(tmp_path / "map.svg"))
    press(dialog, "export")
    other.ExecuteSQL("ROLLBACK")
    assert "Not kept" in (tmp_path / "map.svg").read_text(encoding="utf-8")
    assert bar.currentItem() is not None and bench.session.survey.stored_text("page_words") == ""


def test_a_poster_is_one_page_and_a_booklet_has_an_index(dialog) -> None:
    field(dialog, "document").setCurrentIndex(1)
    form = dialog.findChild(QComboBox, "yalu_export_form")
    totals = {}
    for kind in ("pages", "poster", "booklet"):
        form.setCurrentIndex(form.findData(kind))
        press(dialog, "preview")
        totals[kind] = dialog._preview._total
    assert error(dialog) == "" and totals["poster"] == 1 and totals["booklet"] > 2


def test_a_file_gets_the_ending_of_its_format(dialog, tmp_path: Path) -> None:
    field(dialog, "output").setFilePath(str(tmp_path / "map.xyz"))
    press(dialog, "export")
    assert [path.name for path in tmp_path.glob("map*")] == ["map.xyz.pdf"]


def test_a_file_that_is_there_is_replaced_only_when_asked(dialog, tmp_path: Path) -> None:
    kept = tmp_path / "map.pdf"
    kept.write_text("precious")
    field(dialog, "output").setFilePath(str(tmp_path / "map"))  # the suffix is added
    for _ in range(2):
        press(dialog, "export")
        assert error(dialog) == f"{kept} already exists." and len(dialog.findChild(QgsMessageBar).items()) == 1
    answer(dialog, "Keep it")
    assert error(dialog) == "" and kept.read_text() == "precious" and dialog.isVisible()
    press(dialog, "export")
    other = tmp_path / "other.pdf"
    other.write_text("precious, too")
    field(dialog, "output").setFilePath(str(other))
    answer(dialog, "Replace it")  # the question was about the file before
    assert error(dialog) == f"{other} already exists."
    assert (kept.read_text(), other.read_text()) == ("precious", "precious, too")
    answer(dialog, "Replace it")
    assert other.read_bytes().startswith(b"%PDF") and kept.read_text() == "precious" and not dialog.isVisible()


def test_the_file_dialog_leaves_that_question_to_the_export(dialog) -> None:
    assert not field(dialog, "output").confirmOverwrite()


@pytest.mark.parametrize("entered", ["", "/", "  "])
def test_no_file_is_no_traceback(dialog, tmp_path: Path, entered: str) -> None:
    from yalu_plugin.settings import EXPORT_FOLDER

    EXPORT_FOLDER.setValue(str(tmp_path))
    field(dialog, "output").setFilePath(entered)
    field(dialog, "format").setCurrentIndex(1)
    press(dialog, "export")
    assert error(dialog) == "No file is chosen. Choose where to write the map."
    field(dialog, "document").setCurrentIndex(1)
    assert field(dialog, "output").filePath() == str(tmp_path / "strip_map.png")


def test_the_day_follows_the_scene(dialog, bench) -> None:
    bench.imagery.show_day(date(2024, 5, 1))
    assert dialog._day.text() == "2024-05-01, the day on screen (UTC)"


def test_what_is_wrong_is_told_in_the_dialog(dialog, tmp_path: Path) -> None:
    field(dialog, "output").setFilePath("")
    press(dialog, "export")
    assert error(dialog) == "No file is chosen. Choose where to write the map."
    field(dialog, "output").setFilePath(str(tmp_path / "nowhere" / "map.pdf"))
    press(dialog, "export")
    assert error(dialog) == "There is no folder nowhere. Choose another."
    (tmp_path / "bad.qpt").write_text("no template")
    field(dialog, "template").setFilePath(str(tmp_path / "bad.qpt"))
    press(dialog, "design")
    assert "is not a layout template" in error(dialog)
    assert dialog.isVisible()


def test_what_the_designer_cannot_open_says_why(dialog) -> None:
    documents, button = field(dialog, "document"), field(dialog, "design")
    documents.setCurrentIndex(documents.findText("Report"))
    assert not button.isEnabled() and "many layouts" in button.toolTip()
    documents.setCurrentIndex(documents.findText("Strip map"))
    assert button.isEnabled() and "layout window" in button.toolTip()


def test_the_designer_gets_a_layout_that_the_project_keeps(dialog, bench, bar, opened, tmp_path: Path) -> None:
    field(dialog, "title").setText("Draft")
    press(dialog, "design")
    assert "does not save the layers" in bar.currentItem().text()
    dialog.show()
    press(dialog, "design")
    names = [layout.name() for layout in opened]
    assert len(set(names)) == 2
    assert [bench.project.layoutManager().layoutByName(name) for name in names] == opened
    assert opened[0].itemById("title").text() == "Draft"


def test_the_day_on_screen_is_named(bench, messages, window) -> None:
    from yalu_plugin.gui.export.export_dialog import ExportDialog

    bench.imagery.show_day(date(2025, 7, 30))
    dialog = ExportDialog(bench, messages, print, window)
    assert dialog._day.text() == "2025-07-30, the day on screen (UTC)"


def test_each_document_is_previewed_and_written(dialog, bench, tmp_path: Path) -> None:
    from yalu_plugin.layers.layouts.documents import DOCUMENTS

    picture = dialog._preview._picture
    for number, document in enumerate(DOCUMENTS):
        field(dialog, "document").setCurrentIndex(number)
        assert picture.pixmap() is None or picture.pixmap().isNull()
        assert Path(field(dialog, "output").filePath()).name == f"{document.file_name}.pdf"
        press(dialog, "preview")
        assert error(dialog) == "" and not picture.pixmap().isNull()
        field(dialog, "output").setFilePath(str(tmp_path / f"{document.file_name}.pdf"))
        press(dialog, "export")
        assert (tmp_path / f"{document.file_name}.pdf").read_bytes().startswith(b"%PDF")
        dialog.show()
    press(dialog, "preview")
    assert picture.parent().findChild(QPushButton, "yalu_export_preview_on").isEnabled()
    assert not field(dialog, "design").isEnabled()


def test_looks_are_on_the_page_and_remembered(dialog, tmp_path: Path) -> None:
    from yalu_plugin.settings import CLASSIFICATION

    dialog.findChild(QLineEdit, "yalu_export_classification").setText("FOR TESTS ONLY")
    page = dialog.findChild(QComboBox, "yalu_export_page")
    page.setCurrentIndex(page.findData("A3"))
    field(dialog, "output").setFilePath(str(tmp_path / "map.svg"))
    press(dialog, "export")
    svg = (tmp_path / "map.svg").read_text(encoding="utf-8")
    assert svg.count("FOR TESTS ONLY") == 2
    width = re.search(r'<svg[^>]* width="([\d.]+)mm', svg)
    assert width is not None and float(width[1]) == pytest.approx(420, abs=0.5)
    assert CLASSIFICATION.value() == "FOR TESTS ONLY"
    CLASSIFICATION.setValue("")


def test_cancelled_in_the_bar_leaves_nothing(dialog, tmp_path: Path, monkeypatch: Any) -> None:
    from qgis.PyQt.QtWidgets import QProgressDialog

    monkeypatch.setattr(QProgressDialog, "setValue", lambda bar, done: bar.canceled.emit() if done > 30 else None)
    field(dialog, "document").setCurrentIndex(2)
    field(dialog, "output").setFilePath(str(tmp_path / "sheets.pdf"))
    press(dialog, "export")
    assert "cancelled" in error(dialog) and not (tmp_path / "sheets.pdf").exists() and dialog.isVisible()


def test_the_strip_map_takes_pages_or_a_scale(dialog) -> None:
    pages, scale = dialog._strip.findChild(QSpinBox, "yalu_export_pages"), dialog._strip.findChild(
        QComboBox, "yalu_export_scale")
    assert not pages.isEnabled()
    field(dialog, "document").setCurrentIndex(1)
    pages.setValue(2)
    press(dialog, "preview")
    assert dialog._preview._total == 2
    scale.setCurrentIndex(scale.findData(100_000))
    assert not pages.isEnabled()
    press(dialog, "preview")
    assert error(dialog) == "" and dialog._preview._total > 2


def test_the_dialog_says_what_becomes_a_folder(dialog) -> None:
    kinds, files = field(dialog, "format"), dialog.findChild(QLabel, "yalu_export_files")
    kinds.setCurrentIndex(kinds.findData("geopdf"))
    assert files.text() == "Several pages become files in a folder"
    kinds.setCurrentIndex(kinds.findData("pdf"))
    assert files.text() == ""


def test_what_the_pages_need_is_loaded_while_the_user_chooses(dialog) -> None:
    assert dialog._preparing.waitForFinished(20_000)
    assert {"geopandas", "matplotlib.figure"} <= sys.modules.keys()


@pytest.mark.parametrize("document", ["overview", "strip_map"])
def test_the_window_lives_while_pages_are_made_and_can_cancel_them(dialog, document) -> None:
    from qgis.PyQt.QtCore import QTimer
    from qgis.PyQt.QtWidgets import QProgressDialog

    from yalu_plugin.layers.layouts.documents import DOCUMENTS

    field(dialog, "document").setCurrentIndex([one.file_name for one in DOCUMENTS].index(document))
    beats = []
    heart = QTimer()
    heart.timeout.connect(lambda: beats.append(1))
    heart.start(1)
    press(dialog, "preview")
    assert len(beats) >= 4 and error(dialog) == ""
    assert dialog._preview._pictures

    def cancel() -> None:
        for bar in dialog.findChildren(QProgressDialog):
            if bar.isVisible():
                bar.findChild(QPushButton).click()

    heart.timeout.connect(cancel)
    press(dialog, "preview")
    heart.stop()
    assert error(dialog) == "The export was cancelled. Nothing was written."


def test_a_template_is_warned_of_once_for_each_content(dialog, bar, tmp_path: Path) -> None:
    from yalu_plugin.paths import resource
    from yalu_plugin.settings import TEMPLATES_USED

    TEMPLATES_USED.setValue("")
    own, out = tmp_path / "own.qpt", tmp_path / "map.pdf"
    design = resource("layouts", "overview.qpt").read_text(encoding="utf-8")
    own.write_text(design, encoding="utf-8")
    field(dialog, "template").setFilePath(str(own))
    field(dialog, "output").setFilePath(str(out))
    notices = dialog.findChild(QgsMessageBar)

    for name in ("export", "preview", "export"):
        press(dialog, name)
        assert "A template contains code" in error(dialog) and "own.qpt" in error(dialog) and len(notices.items()) == 1
    answer(dialog, "Do not use it")
    assert not out.exists() and dialog.isVisible() and TEMPLATES_USED.value() == ""
    press(dialog, "export")
    answer(dialog, "Use it")
    assert out.exists() and not dialog.isVisible()
    dialog.show()
    out.unlink()
    press(dialog, "export")
    assert out.exists()
    dialog.show()
    out.unlink()
    own.write_text(design + "\n", encoding="utf-8")
    press(dialog, "export")
    assert not out.exists() and "A template contains code" in error(dialog)
    TEMPLATES_USED.setValue("")


def test_the_sheet_of_one_site(dialog, bench, tmp_path: Path) -> None:
    from qgis.PyQt.QtWidgets import QCheckBox

    sites = bench.session.facts.rows("sites")
    ford = next(row for row in sites if row["name"] == "Phungyang fording site")
    only = dialog.findChild(QCheckBox, "yalu_export_only")
    assert not only.isVisible()
    dialog.select_site_sheet(ford["id"])
    assert (only.isVisible(), only.isChecked(), only.text()) == (True, True, "Only Phungyang fording site")
    assert field(dialog, "document").currentText() == "Site sheets"
    names = []
    for _ in range(3):
        names.append(Path(field(dialog, "output").filePath()).name)
        only.click()
    assert names == ["Phungyang_fording_site.pdf", "site_sheets.pdf", "Phungyang_fording_site.pdf"]
    only.setChecked(True)
    field(dialog, "output").setFilePath(str(tmp_path / "sheet.pdf"))
    press(dialog, "export")
    assert error(dialog) == ""
    text = text_of(tmp_path / "sheet.pdf")
    assert "Phungyang fording site" in text and "1/1" in text.replace(" ", "")
    assert "No. 3" in text  # its number on maps of all sites


def test_chapters_of_the_report_are_chosen_and_remembered(dialog, bench, messages, window, tmp_path: Path) -> None:
    from qgis.PyQt.QtWidgets import QToolButton

    from yalu_plugin.gui.export.export_dialog import ExportDialog

    def widgets(shown: Any) -> tuple[Any, Any]:
        return shown.findChild(QToolButton, "yalu_export_chapters"), shown.findChild(QComboBox, "yalu_export_sheets")

    ford = next(row for row in bench.session.facts.rows("sites") if row["name"] == "Phungyang fording site")
    bench.sites.select([ford["id"]])
    button, sheets = widgets(dialog)
    assert (button.isEnabled(), button.text()) == (False, "All chapters")
    field(dialog, "document").setCurrentText("Report")
    assert button.isEnabled() and sheets.isEnabled()
    for action in button.menu().actions()[:-1]:
        button.menu().popup(dialog.pos())
        where = button.menu().actionGeometry(action).center()
        QTest.mouseMove(button.menu(), where)
        QTest.mouseClick(button.menu(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
        assert button.menu().isVisible()  # it stays open for the next one
    button.menu().close()
    assert button.text() == "1 of 7 chapters"
    sheets.setCurrentIndex(2)
    field(dialog, "output").setFilePath(str(tmp_path / "report.pdf"))
    press(dialog, "export")
    assert error(dialog) == ""
    text = text_of(tmp_path / "report.pdf")
    assert text.count("\f") == 2 and "Phungyang fording site" in text and "Strip map" not in text
    assert '"sheets": "selected"' in bench.session.survey.stored_text("report_chapters")
    again = ExportDialog(bench, messages, lambda _: None, window)
    button, sheets = widgets(again)
    assert (button.text(), sheets.currentText()) == ("1 of 7 chapters", "Of selected sites (1)")
    button.menu().actions()[-1].setChecked(False)
    field(again, "document").setCurrentText("Report")
    field(again, "output").setFilePath(str(tmp_path / "none.pdf"))
    press(again, "export")
    assert "none of its chapters is chosen" in error(again) and not (tmp_path / "none.pdf").exists()
    again.reject()
    assert bench.session.survey.stored_text("report_chapters") != ""


def text_of(pdf: Path) -> str:
    import subprocess

    return subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
