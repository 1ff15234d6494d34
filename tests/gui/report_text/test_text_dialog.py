"""The dialog for reports, used as a user does. The texts are SYNTHETIC."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("qgis")

from qgis.gui import QgsFileWidget, QgsMessageBar  # noqa: E402
from qgis.PyQt.QtCore import QMimeData, QPointF, Qt, QUrl  # noqa: E402
from qgis.PyQt.QtGui import QDropEvent, QGuiApplication  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402
from qgis.PyQt.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QPushButton, QTableView, QTabWidget  # noqa: E402

TEXT = """By A. Writer
SYNTHETIC \U0001f6a2 report: prices are $1.3 Million.
Fording site B (41.440189° 127.880265°).
It is 2 km west of 41.410114, 128.186804, they say.
Satellite imagery of July 30, 2025 shows a barge at 41.530380, 127.221360.
"""


class Driver:
    """An open dialog, with what a user sees and does in it."""

    def __init__(self, dialog: Any, wait_for: Any) -> None:
        self.dialog, self._wait_for = dialog, wait_for

    def find(self, kind: type, name: str) -> Any:
        found = self.dialog.findChild(kind, name)
        assert found is not None, name
        return found

    def wait(self) -> Driver:
        busy = self.dialog
        self._wait_for(lambda: not (busy._typing.isActive() or busy._naming.isActive() or busy._task or busy._writer))
        return self

    def paste(self, text: str) -> Driver:
        QGuiApplication.clipboard().setText(text)
        self.text.selectAll()
        self.text.setFocus()
        QTest.keyClick(self.text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        return self.wait()

    def open(self, path: Path) -> Driver:
        self.find(QgsFileWidget, "yalu_text_file").setFilePath(str(path))
        return self.wait()

    @property
    def text(self) -> Any:
        return self.find(QPlainTextEdit, "yalu_text_pane")

    @property
    def button(self) -> Any:
        return self.find(QPushButton, "yalu_text_write")

    @property
    def table(self) -> Any:
        return self.find(QTableView, "yalu_import_rows")

    @property
    def error(self) -> str:
        item = self.dialog.findChild(QgsMessageBar).currentItem()
        return item.text() if item else ""

    def cells(self, column: int) -> list[str]:
        return [self.table.model().index(row, column).data() for row in range(self.table.model().rowCount())]

    def field(self, name: str) -> Any:
        return self.find(QLineEdit, f"yalu_text_{name}")

    def marked(self) -> list[str]:
        return [mark.cursor.selectedText() for mark in self.text.extraSelections()]


@pytest.fixture
def open_dialog(bench: Any, messages: Any, window: Any, wait_for: Any) -> Iterator[Callable[[], Driver]]:
    from yalu_plugin.gui.report_text.text_dialog import TextDialog

    dialogs: list[TextDialog] = []

    def open_one() -> Driver:
        dialog = TextDialog(bench, messages, window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        dialog.show()
        dialogs.append(dialog)
        return Driver(dialog, wait_for)

    yield open_one
    for dialog in dialogs:
        dialog.close()


@pytest.fixture
def driver(open_dialog: Callable[[], Driver]) -> Driver:
    return open_dialog()


def survey_rows(bench: Any, table: str) -> list[dict[str, Any]]:
    return list(bench.session.need_survey().rows(table))


def test_pasted_text_is_shown_as_rows_with_its_places_marked(driver, bench) -> None:
    before = survey_rows(bench, "sites")
    driver.paste(TEXT)
    assert driver.cells(1) == ["Good", "Refused", "To check"]
    assert driver.cells(3) == ["Fording site B", "", ""] and driver.cells(5) == ["41.440189", "", "41.530380"]
    assert driver.button.text() == "Import 2 sites" and driver.field("author").text() == "A. Writer"
    assert driver.marked()[:2] == ["Fording site B (41.440189° 127.880265°).", "41.440189° 127.880265°"]
    assert driver.marked()[-1] == "41.530380, 127.221360" and len(driver.marked()) == 6
    assert driver.find(QTabWidget, "yalu_text_pages").tabText(1) == "Words (1 to confirm)"
    assert survey_rows(bench, "sites") == before


def test_a_row_shows_its_sentence_and_a_click_on_a_sentence_its_row(driver) -> None:
    driver.paste(TEXT)
    driver.table.selectRow(2)
    position = driver.text.textCursor().position()
    assert driver.text.toPlainText().encode("utf-16-le")[2 * position:].decode("utf-16-le").startswith("41.530380")
    cursor = driver.text.document().find("Fording")
    place = driver.text.cursorRect(cursor).center()
    QTest.mouseClick(driver.text.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert driver.table.currentIndex().row() == 0
    place = driver.text.cursorRect(driver.text.document().find("prices")).center()
    QTest.mouseClick(driver.text.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert driver.table.currentIndex().row() == 0  # a sentence without a place


def test_import_writes_sites_and_the_whole_source_in_one_change_that_is_undone(driver, bench) -> None:
    before = {table: survey_rows(bench, table) for table in ("sites", "observations", "sources")}
    driver.paste(TEXT)
    for name, text in (("title", "SYNTHETIC report"), ("day", "2026-02-09"), ("address", "https://example.org/a")):
        driver.field(name).selectAll()
        QTest.keyClicks(driver.field(name), text)
    driver.wait()
    QTest.mouseClick(driver.find(QPushButton, "yalu_import_confirm"), Qt.MouseButton.LeftButton)
    driver.wait()
    QTest.mouseClick(driver.button, Qt.MouseButton.LeftButton)
    driver.wait()
    source = survey_rows(bench, "sources")[-1]
    assert [source[name] for name in ("title", "author", "published_on", "url")] == [
        "SYNTHETIC report", "A. Writer", "2026-02-09", "https://example.org/a"]
    new = [row for row in survey_rows(bench, "sites") if row["source_id"] == source["id"]]
    assert [(row["name"] or "", row["kind"]) for row in new] == [("Fording site B", "vehicle_ford"), ("", "barge_dock")]
    assert "Satellite imagery of July 30, 2025" in new[1]["note"]
    (seen,) = [row for row in survey_rows(bench, "observations") if row["source_id"] == source["id"]]
    assert (seen["state"], seen["seen_from"], seen["seen_to"]) == ("present", "2025-07-30", "2025-07-30")
    bench.history.undo()
    assert {table: survey_rows(bench, table) for table in before} == before


def test_a_corrected_report_changes_its_site_only_if_its_word_is_taken(driver, open_dialog, bench) -> None:
    text = "Fording site B (41.440189° 127.880265°)."
    driver.paste(text)
    QTest.keyClicks(driver.field("title"), " of SYNTHETIC places")
    QTest.mouseClick(driver.wait().button, Qt.MouseButton.LeftButton)
    driver.wait()
    again = open_dialog().paste(text.replace("440189", "440389"))
    QTest.keyClicks(again.field("title"), " of SYNTHETIC places")
    again.wait()
    assert again.cells(8) == ["Moved"] and not again.button.isEnabled()
    again.find(QCheckBox, "yalu_import_take_place").click()
    assert again.wait().button.text() == "Change 1 site"
    QTest.mouseClick(again.button, Qt.MouseButton.LeftButton)
    again.wait()
    (site,) = [row for row in survey_rows(bench, "sites") if row["name"] == "Fording site B"]
    assert site["geom"].upper().replace(" ", "").startswith("POINT(127.88026541.440389")


def test_a_site_of_the_survey_is_asked_about(driver) -> None:
    driver.paste("The ford at Hyesan is at 41.411114, 128.186804.")
    assert driver.cells(1) == ["Asked"] and "same site?" in driver.cells(2)[0] and not driver.button.isEnabled()


def test_a_file_fills_text_and_source_and_its_text_can_be_corrected(driver, tmp_path) -> None:
    path = tmp_path / "page.html"
    path.write_text('<html><head><title>SYNTHETIC page</title><meta name="author" content="B. Other"></head><body>'
                    "<p>Ford C (41.450189° 127.880265°).</p></body></html>", encoding="utf-8")
    driver.paste(TEXT)
    driver.open(path)
    assert driver.text.toPlainText() == "Ford C (41.450189° 127.880265°)."
    assert (driver.field("title").text(), driver.field("author").text()) == ("SYNTHETIC page", "B. Other")
    assert driver.cells(3) == ["Ford C"]
    driver.paste("Ford D (41.460189° 127.880265°).")
    assert driver.cells(3) == ["Ford D"] and driver.field("title").text() == "SYNTHETIC page"


def test_what_has_no_places_and_what_cannot_be_read_is_said_in_one_line(driver, tmp_path) -> None:
    driver.paste("Prices are 15,000 won.")
    assert driver.error.startswith("No coordinates in this text.") and driver.cells(0) == []
    assert not driver.button.isEnabled()
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.4 nothing")
    driver.open(tmp_path / "x.pdf")
    assert "damaged" in driver.error and driver.text.toPlainText() == "Prices are 15,000 won."
    driver.text.clear()
    driver.wait()
    assert driver.error == "" and driver.marked() == []


def test_author_and_day_of_another_text_do_not_stay(driver) -> None:
    driver.paste("By A. Writer\nTuesday, December 16, 2025\nFord C (41.450189° 127.880265°).")
    assert (driver.field("author").text(), driver.field("day").text()) == ("A. Writer", "2025-12-16")
    driver.paste("Ford D (41.460189° 127.880265°).")
    assert (driver.field("author").text(), driver.field("day").text()) == ("", "")
    QTest.keyClicks(driver.field("author"), "B. Other")
    driver.paste("By A. Writer\nFord E (41.470189° 127.880265°).")
    assert driver.field("author").text() == "B. Other"


def test_coordinates_of_a_chinese_map_are_converted_by_the_button_alone(driver) -> None:
    driver.paste("The coordinates are in GCJ-02.\nFord C (41.450189° 127.880265°).")
    assert driver.cells(5) == ["41.450189"] and "said to be GCJ-02" in driver.error
    bar = driver.dialog.findChild(QgsMessageBar)
    buttons = {button.text(): button for button in bar.currentItem().findChildren(QPushButton)}
    QTest.mouseClick(buttons["Convert from GCJ-02"], Qt.MouseButton.LeftButton)
    driver.wait()
    assert driver.cells(5) == ["41.448075"] and driver.error == ""
    driver.paste("BD-09\nFord D (41.460189° 127.880265°).")
    buttons = {button.text(): button for button in bar.currentItem().findChildren(QPushButton)}
    QTest.mouseClick(buttons["Leave as written"], Qt.MouseButton.LeftButton)
    driver.wait()
    assert driver.cells(5) == ["41.460189"] and driver.error == ""


def test_a_file_dropped_on_the_dialog_is_opened(driver, tmp_path) -> None:
    path = tmp_path / "보고.txt"
    path.write_text("Ford C (41.450189° 127.880265°).", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    driver.dialog.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                                       Qt.KeyboardModifier.NoModifier))
    driver.wait()
    assert driver.cells(3) == ["Ford C"] and driver.field("title").text() == "보고.txt"


def test_of_a_very_long_text_the_sentences_with_places_are_shown(driver, tmp_path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("Words without a place. " * 20_000 + "\nFord C (41.450189° 127.880265°).\n", encoding="utf-8")
    driver.open(path)
    assert driver.text.isReadOnly() and driver.text.toPlainText() == "Ford C (41.450189° 127.880265°).\n…\n"
    driver.table.selectRow(0)
    assert driver.marked()[1] == "41.450189° 127.880265°"
