"""The import dialog, used as a user does: real files, real clicks, and the survey's content afterwards."""

from __future__ import annotations

import csv
import shutil
import threading
import time
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("qgis")

from qgis.core import QgsPointXY  # noqa: E402
from qgis.gui import QgsFileWidget, QgsMessageBar, QgsProjectionSelectionWidget  # noqa: E402
from qgis.PyQt.QtCore import QItemSelectionModel, QMimeData, QPoint, QPointF, Qt, QUrl  # noqa: E402
from qgis.PyQt.QtGui import QDropEvent  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402
from qgis.PyQt.QtWidgets import (  # noqa: E402
    QApplication,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QTableView,
    QToolButton,
    QWidget,
)

HYESAN = (41.421114, 128.186804)
ROWS = (
    ("혜산 도하지점", "차량", "41.421114", "128.186804", "2023-08"),
    ("풍양", "차량", "41.441189", "127.885265", ""),
    ("바지선 부두", "바지선", "41.529380", "127.221360", ""),
    ("울타리문", "차량", "41.403617", "128.051521", ""),
    ("SYNTHETIC swapped", "차량", "128.190804", "41.421214", ""),
    ("SYNTHETIC nowhere", "차량", "0", "0", ""),
    ("SYNTHETIC impossible", "차량", "141.4", "228.1", ""),
    ("SYNTHETIC empty", "차량", "", "", ""),
)


@pytest.fixture
def korean(tmp_path: Path) -> Path:
    """A spreadsheet saved in Korea: cp949, semicolons, one row swapped, three without a place."""
    path = tmp_path / "도하지점.csv"
    with path.open("w", encoding="cp949", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(("이름", "종류", "위도", "경도", "날짜"))
        writer.writerows(ROWS)
    return path


class Driver:
    """An open import dialog, with what a user sees and does in it."""

    def __init__(self, workbench: Any, messages: Any, window: Any) -> None:
        from yalu_plugin.gui.importing.import_dialog import ImportDialog

        self.dialog = ImportDialog(workbench, messages, window)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self.dialog.show()

    def find(self, kind: type, name: str) -> Any:
        found = self.dialog.findChild(kind, name)
        assert found is not None, name
        return found

    def box(self, name: str) -> QComboBox:
        return self.find(QComboBox, name)

    @property
    def button(self) -> QPushButton:
        return self.find(QPushButton, "yalu_import_write")

    @property
    def counts(self) -> str:
        return next(label.text() for label in self.dialog.findChildren(QLabel) if "refused" in label.text())

    @property
    def error(self) -> str:
        item = self.dialog.findChild(QgsMessageBar).currentItem()
        return item.text() if item else ""

    def choose(self, path: Path) -> Driver:
        self.find(QgsFileWidget, "yalu_import_file").setFilePath(str(path))
        return self.wait()

    def wait(self) -> Driver:
        until = time.monotonic() + 60
        while (self.dialog._typing.isActive() or self._is_busy) and time.monotonic() < until:
            QApplication.processEvents()
            time.sleep(0.002)
        assert not self._is_busy
        return self

    @property
    def _is_busy(self) -> bool:
        return self.dialog._task is not None or self.dialog._writer is not None

    def pick(self, box: str, value: object) -> Driver:
        self.box(box).setCurrentIndex(self.box(box).findData(value))
        return self.wait()

    def cells(self, column: int) -> list[str]:
        model = self.find(QTableView, "yalu_import_rows").model()
        return [model.index(row, column).data() for row in range(model.rowCount())]

    def answer(self, rows: list[int], answer: str) -> Driver:
        """Select these rows of the table and press the answer's button."""
        table = self.find(QTableView, "yalu_import_rows")
        table.clearSelection()
        whole = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for row in rows:
            table.selectionModel().select(table.model().index(row, 0), whole)
        QTest.mouseClick(self.find(QPushButton, f"yalu_import_{answer}"), Qt.MouseButton.LeftButton)
        return self.wait()

    def press(self) -> None:
        QTest.mouseClick(self.button, Qt.MouseButton.LeftButton)
        self.wait()


@pytest.fixture
def driver(bench: Any, messages: Any, window: Any) -> Driver:
    return Driver(bench, messages, window)


def rows_of(workbench: Any, table: str) -> list[dict[str, Any]]:
    return list(workbench.session.need_survey().rows(table))


def test_every_row_shows_its_status_before_anything_is_written(driver, bench, korean) -> None:
    sites = rows_of(bench, "sites")
    driver.choose(korean)
    assert driver.box("yalu_import_encoding").currentData() == "cp949"
    assert driver.box("yalu_import_delimiter").currentData() == ";"
    assert driver.find(QgsProjectionSelectionWidget, "yalu_import_crs").crs().authid() == "EPSG:4326"
    assert driver.counts == "4 good, 1 repaired, 3 refused"
    assert driver.button.text() == "Import 5 sites"
    assert driver.cells(0) == ["2", "3", "4", "5", "6", "7", "8", "9"]
    assert driver.cells(1) == ["Good"] * 4 + ["Repaired"] + ["Refused"] * 3
    assert driver.cells(2)[:5] == ["", "", "", "", "latitude and longitude were swapped"]
    assert driver.cells(2)[5] == "0,0 is an empty coordinate. Write the site's position."
    assert driver.cells(3)[:2] == ["혜산 도하지점", "풍양"]
    assert driver.cells(5)[4:6] == ["41.421214", ""]
    assert driver.cells(9 + 2)[4] == "128.190804"  # as in the file
    assert rows_of(bench, "sites") == sites


def test_pressing_import_writes_the_good_rows_and_reports_the_others(driver, bench, korean, bar) -> None:
    before = {site["id"] for site in rows_of(bench, "sites")}
    driver.choose(korean).press()
    new = {site["name"]: site for site in rows_of(bench, "sites") if site["id"] not in before}
    assert set(new) == {row[0] for row in ROWS[:5]}
    assert new["바지선 부두"]["kind"] == "barge_dock"
    assert new["SYNTHETIC swapped"]["kind"] == "vehicle_ford"
    source = next(row for row in rows_of(bench, "sources") if row["id"] == new["풍양"]["source_id"])
    assert source["title"] == korean.name
    seen = [row for row in rows_of(bench, "observations") if row["site_id"] == new["혜산 도하지점"]["id"]]
    assert [str(seen[0][end]) for end in ("seen_from", "seen_to")] == ["2023-08-01", "2023-08-31"]
    points = {feature["name"]: feature.geometry().asPoint() for feature in bench.sites.layer().getFeatures()}
    assert (points["SYNTHETIC swapped"].y(), points["SYNTHETIC swapped"].x()) == (41.421214, 128.190804)
    assert bar.currentItem().text() == "5 sites imported, 1 observation, 3 refused"
    assert not driver.dialog.isVisible()


def test_the_refused_rows_are_in_the_details(driver, korean, monkeypatch) -> None:
    warnings: list[tuple[str, str]] = []
    monkeypatch.setattr(driver.dialog._messages, "warn", lambda text, detail="": warnings.append((text, detail)))
    driver.choose(korean).press()
    lines = warnings[0][1].splitlines()
    assert [line.split(":")[0] for line in lines] == [
        "Row 7 (SYNTHETIC nowhere)", "Row 8 (SYNTHETIC impossible)", "Row 9 (SYNTHETIC empty)"]
    assert "0,0" in lines[0]


def test_cancel_and_escape_write_nothing(driver, bench, korean) -> None:
    sites = rows_of(bench, "sites")
    driver.choose(korean)
    cancel = driver.dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Cancel)
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert not driver.dialog.isVisible()
    driver.dialog.show()
    QTest.keyClick(driver.dialog, Qt.Key.Key_Escape)
    assert not driver.dialog.isVisible()
    assert rows_of(bench, "sites") == sites


def test_enter_in_a_field_writes_nothing(driver, bench, korean) -> None:
    sites = rows_of(bench, "sites")
    driver.choose(korean)
    QTest.keyClick(driver.dialog._title, Qt.Key.Key_Return)
    QTest.keyClick(driver.find(QgsFileWidget, "yalu_import_file").lineEdit(), Qt.Key.Key_Return)
    assert driver.dialog.isVisible()
    assert rows_of(bench, "sites") == sites


def test_the_table_filters_by_status(driver, korean) -> None:
    driver.choose(korean).pick("yalu_import_filter", "refused")
    assert driver.cells(0) == ["7", "8", "9"]
    assert driver.button.text() == "Import 5 sites"
    driver.pick("yalu_import_filter", "")
    assert len(driver.cells(0)) == 8


def test_a_wrong_encoding_is_reported_in_one_line_and_can_be_corrected(driver, korean) -> None:
    driver.choose(korean).pick("yalu_import_encoding", "utf-8")
    assert driver.error == f"{korean.name} is not written in utf-8. Choose another encoding."
    assert not driver.button.isEnabled()
    driver.pick("yalu_column_kind", None)  # no preparation: the dialog does not show an earlier reading
    assert driver.cells(3) == []
    driver.pick("yalu_import_encoding", "cp949")
    assert driver.error == ""
    assert driver.cells(3)[1] == "풍양"


def test_columns_without_a_known_header_can_be_selected(driver, tmp_path) -> None:
    path = tmp_path / "plain.csv"
    path.write_text("a,b,c\nHyesan,41,128\nBarge,41,127\n", encoding="utf-8")
    driver.choose(path)
    assert driver.error.startswith(f"{path.name} shows no coordinates.")
    assert not driver.button.isEnabled()
    driver.pick("yalu_column_latitude", "b")
    driver.pick("yalu_column_longitude", "c").pick("yalu_column_name", "a")
    assert driver.cells(3) == ["Hyesan", "Barge"]
    assert driver.button.text() == "Import 2 sites"
    driver.pick("yalu_column_latitude", None)
    driver.pick("yalu_column_longitude", None)
    driver.pick("yalu_column_pair", "b")
    assert driver.cells(1) == ["Refused", "Refused"]


def test_coordinate_columns_in_another_crs(driver, bench, tmp_path) -> None:
    from qgis.core import QgsCoordinateReferenceSystem

    path = tmp_path / "utm.csv"
    path.write_text("name,x,y\nHyesan,432050.7,4585750.8\n", encoding="utf-8")
    driver.choose(path)
    assert driver.cells(1) == ["Refused"]
    driver.find(QgsProjectionSelectionWidget, "yalu_import_crs").setCrs(QgsCoordinateReferenceSystem("EPSG:32652"))
    driver.wait()
    assert driver.cells(1) == ["Good"]
    assert float(driver.cells(5)[0]) == pytest.approx(HYESAN[0], abs=0.01)
    assert float(driver.cells(6)[0]) == pytest.approx(HYESAN[1], abs=0.01)


@pytest.mark.filterwarnings("ignore:.crs. was not provided")
def test_a_file_without_crs_asks_for_it(driver, tmp_path) -> None:
    geopandas = pytest.importorskip("geopandas")
    from qgis.core import QgsCoordinateReferenceSystem

    points = geopandas.GeoSeries.from_wkt([f"POINT ({HYESAN[1]} {HYESAN[0]})"])
    path = tmp_path / "no_crs.shp"
    geopandas.GeoDataFrame({"name": ["Hyesan"]}, geometry=points).to_file(path)
    driver.choose(path)
    assert "does not state its coordinate reference system" in driver.error
    crs = driver.find(QgsProjectionSelectionWidget, "yalu_import_crs")
    assert crs.isEnabled()
    crs.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    driver.wait()
    assert driver.cells(5) == ["41.421114"]


@pytest.fixture
def on_main_thread(monkeypatch) -> list[bool]:
    """For each piece of work run in a task: whether it ran on the main thread."""
    from yalu_plugin.layers.background import Background

    done, run = [], Background.run

    def noted(task: Background) -> bool:
        done.append(threading.current_thread() is threading.main_thread())
        return run(task)

    monkeypatch.setattr(Background, "run", noted)
    return done


def test_kml_reads_in_the_background(driver, data, on_main_thread) -> None:
    pytest.importorskip("geopandas")
    driver.choose(data / "import" / "fords.kml")
    assert driver.cells(1)
    assert set(driver.cells(1)) == {"Good", "Asked", "Refused"}  # the published sites are in the survey already
    assert not driver.find(QgsProjectionSelectionWidget, "yalu_import_crs").isEnabled()
    assert len(on_main_thread) >= 2 and not any(on_main_thread)  # at least the reading and the assessment


def test_a_dropped_file_is_read(driver, korean) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(korean))])
    driver.dialog.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
                                       Qt.KeyboardModifier.NoModifier))
    assert driver.wait().counts == "4 good, 1 repaired, 3 refused"


@pytest.mark.parametrize(("name", "content", "message"), [
    ("empty.csv", b"", "is empty"), ("header.csv", b"name,lat,lon\n", "no rows"),
    ("image.csv", b"\0\1\2" * 50, "not a text"),
    ("sites.docx", b"x", "cannot be imported"), ("missing.csv", None, "does not exist")])
def test_bad_files_are_reported_in_one_line(driver, tmp_path, name, content, message) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    driver.choose(tmp_path / name)
    assert message in driver.error
    assert "\n" not in driver.error
    assert not driver.button.isEnabled()


@pytest.mark.parametrize(("name", "package"), [("points.fgb", "geopandas"), ("fords.kml", "defusedxml")])
def test_install_is_offered_for_a_missing_package(driver, data, tmp_path, monkeypatch, name, package) -> None:
    import geopandas

    from yalu_plugin.core import requirements
    from yalu_plugin.gui import packages

    shutil.copy(data / "import" / "fords.kml", tmp_path)
    points = geopandas.GeoSeries.from_wkt(["POINT (127.5 41.5)"], crs=4326)
    geopandas.GeoDataFrame({"name": ["x"]}, geometry=points).to_file(tmp_path / "points.fgb", driver="FlatGeobuf")
    monkeypatch.setattr(requirements, "_importable", lambda name: name != package)
    monkeypatch.setattr(packages, "python_executable", lambda: None)
    driver.choose(tmp_path / name)
    assert package in driver.error
    install = next(button for button in driver.dialog.findChildren(QPushButton) if button.text() == "Install")
    QTest.mouseClick(install, Qt.MouseButton.LeftButton)
    assert driver.error.startswith("Python's program was not found")


def test_the_ids_of_the_survey_are_not_imported_twice(driver, bench, messages, window, data) -> None:
    driver.choose(data / "import" / "sites.csv")
    driver.answer([0, 1, 2, 3], "separate")
    driver.press()
    again = Driver(bench, messages, window).choose(data / "import" / "sites.csv")
    assert set(again.cells(1)) == {"Good"}
    assert not again.button.isEnabled()


def test_closing_while_reading_stops_the_task(driver, korean) -> None:
    driver.find(QgsFileWidget, "yalu_import_file").setFilePath(str(korean))
    driver.dialog._read()
    driver.dialog.reject()
    QTest.qWait(300)
    assert driver.dialog._task is None
    assert driver.cells(0) == []


def test_a_long_file_does_not_block_the_window(driver, tmp_path, on_main_thread) -> None:
    path = tmp_path / "long.csv"
    lines = (f"SYNTHETIC {at},vehicle,{41.2 + at % 50 / 200:.5f},{127 + at // 50 / 100:.5f}" for at in range(3000))
    path.write_text("name,kind,lat,lon\n" + "\n".join(lines), encoding="utf-8")
    driver.choose(path)
    assert driver.button.text() == "Import 3000 sites"
    assert len(on_main_thread) >= 2 and not any(on_main_thread)


def many(folder: Path) -> Path:
    path = folder / "many.csv"
    lines = (f"SYNTHETIC {n},{41.2 + n % 50 / 200},{127.001 + n // 50 / 100}" for n in range(5000))
    path.write_text("name,lat,lon\n" + "\n".join(lines))
    return path


def until(condition) -> None:
    end = time.monotonic() + 60
    while not condition() and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.002)
    assert condition()


def test_the_dialog_stays_until_the_rows_are_written(driver, bench, tmp_path, bar) -> None:
    before = len(rows_of(bench, "sites"))
    driver.choose(many(tmp_path))
    steps = []
    driver.find(QProgressBar, "yalu_import_progress").valueChanged.connect(steps.append)
    QTest.mouseClick(driver.button, Qt.MouseButton.LeftButton)
    assert not driver.button.isEnabled() and len(rows_of(bench, "sites")) == before
    driver.wait()
    assert not driver.dialog.isVisible() and len(rows_of(bench, "sites")) == before + 5000
    assert len(steps) > 2 and steps == sorted(steps)
    assert bar.currentItem().text().startswith("5000 sites imported, ")
    bench.history.undo()
    assert len(rows_of(bench, "sites")) == before


def test_cancel_during_writing_frees_the_dialog_and_writes_nothing(
        driver, bench, tmp_path, bar, monkeypatch) -> None:
    from yalu_plugin.core import work_progress

    monkeypatch.setattr(work_progress, "_PAUSE_S", 0.0)
    survey = bench.session.need_survey()
    before, head = rows_of(bench, "sites"), survey.head()
    driver.choose(many(tmp_path))
    QTest.mouseClick(driver.button, Qt.MouseButton.LeftButton)
    until(lambda: driver.find(QProgressBar, "yalu_import_progress").value() > 0)
    cancel = driver.dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Cancel)
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert not driver.dialog.isVisible()
    until(lambda: bar.currentItem() is not None)
    assert bar.currentItem().text() == "The import was cancelled. Nothing was written."
    assert rows_of(bench, "sites") == before and survey.head() == head
    assert not list(tmp_path.glob("*-journal"))
    assert bench.history.done == []
    bench.annotation.add_site(QgsPointXY(127.5, 41.5), "vehicle_ford")
    assert len(rows_of(bench, "sites")) == len(before) + 1


def test_a_late_cancel_is_reported_and_the_import_can_be_undone(
        driver, bench, korean, bar, monkeypatch) -> None:
    from yalu_plugin.layers.survey import import_job

    written, cancelled, write = threading.Event(), threading.Event(), import_job.import_rows

    def slow(*arguments: Any) -> Any:
        delta = write(*arguments)
        written.set()
        assert cancelled.wait(60)
        return delta

    monkeypatch.setattr(import_job, "import_rows", slow)
    before = len(rows_of(bench, "sites"))
    driver.choose(korean)
    QTest.mouseClick(driver.button, Qt.MouseButton.LeftButton)
    until(written.is_set)
    QTest.keyClick(driver.dialog, Qt.Key.Key_Escape)
    cancelled.set()
    assert not driver.dialog.isVisible()
    until(lambda: bar.currentItem() is not None)
    assert bar.currentItem().text().startswith("Cancel came too late: 5 sites imported, ")
    assert bench.sites.layer().featureCount() == len(rows_of(bench, "sites")) == before + 5
    bench.history.undo()
    assert len(rows_of(bench, "sites")) == before


def test_nothing_is_imported_under_a_source_being_typed(driver, korean) -> None:
    driver.choose(korean)
    assert driver.button.isEnabled()
    QTest.keyClicks(driver.find(QLineEdit, "yalu_import_source"), "x")
    assert not driver.button.isEnabled()
    QTest.qWait(300)
    assert driver.wait().button.isEnabled()


def test_the_same_site_gets_the_observation_and_another_is_a_new_one(driver, bench, tmp_path) -> None:
    before = {site["id"]: site for site in rows_of(bench, "sites")}
    hyesan = next(site for site in before.values() if "Hyesan" in site["name"])
    path = tmp_path / "near.csv"
    path.write_text("name,lat,lon,date,state\nA,41.4112,128.1869,2025-09-01,washed out\n"
                    "B,41.4113,128.1869,2025-09-02,present\n", encoding="utf-8")
    driver.choose(path)
    assert driver.cells(1) == ["Asked"] * 2 and not driver.button.isEnabled()
    assert "Hyesan" in driver.cells(2)[0] and " m " in driver.cells(2)[0]
    driver.answer([0], "same")
    assert driver.cells(7)[0] == "Washed out 2025-09-01"
    driver.answer([1], "separate").press()
    new = [site for site in rows_of(bench, "sites") if site["id"] not in before]
    assert [site["name"] for site in new] == ["B"]
    seen = {(row["site_id"], row["state"], row["seen_from"]) for row in rows_of(bench, "observations")}
    assert {(hyesan["id"], "washed_out", "2025-09-01"), (new[0]["id"], "present", "2025-09-02")} <= seen


def test_an_answer_can_be_removed_and_rows_left_out(driver, tmp_path) -> None:
    path = tmp_path / "two.csv"
    path.write_text("name,lat,lon\nA,41.45,128.05\nB,41.47,128.01\n", encoding="utf-8")
    driver.choose(path).answer([0], "leave_out")
    assert driver.button.text() == "Import 1 site"
    driver.answer([0], "as_proposed")
    assert driver.button.text() == "Import 2 sites"


def test_a_word_is_asked_about_confirmed_and_changed(driver, bench, tmp_path) -> None:
    from yalu_plugin.gui.importing.words_model import READING_COLUMN

    path = tmp_path / "colours.csv"
    path.write_text("name,lat,lon,type,date\nA,41.40,128.05,black,2025-07-30\nB,41.41,128.01,yellow,45868\n",
                    encoding="utf-8")
    driver.choose(path)
    words = driver.find(QTableView, "yalu_import_words").model()

    def reading(text: str) -> Any:
        """Return the cell of a text's reading; unanswered readings are first, so it moves once it is answered."""
        row = next(row for row in range(words.rowCount()) if words.index(row, 1).data() == text)
        return words.index(row, READING_COLUMN)

    assert reading("black").data() == "Vehicle crossing ?"
    assert driver.dialog._pages.tabText(2) == "Words (3 to confirm)"
    assert set(driver.cells(4)) == {"Other site"}
    assert words.setData(reading("black"), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    driver.wait()
    assert driver.cells(4) == ["Vehicle crossing", "Other site"]
    assert not words.setData(reading("45868"), "no day", Qt.ItemDataRole.EditRole)
    assert words.setData(reading("45868"), "1 Aug 2025", Qt.ItemDataRole.EditRole)
    driver.wait()
    assert driver.cells(7)[1] == "Present 2025-08-01"
    QTest.mouseClick(driver.find(QPushButton, "yalu_import_confirm"), Qt.MouseButton.LeftButton)
    assert driver.wait().cells(4) == ["Vehicle crossing", "Barge crossing"]
    driver.press()
    kinds = {site["name"]: site["kind"] for site in rows_of(bench, "sites")}
    assert (kinds["A"], kinds["B"]) == ("vehicle_ford", "barge_dock")


def test_a_survey_is_imported_whole_and_undone_in_one_step(driver, bench, tmp_path) -> None:
    from yalu_plugin.layers.survey.create import create_survey
    from yalu_plugin.layers.survey.write import change

    other = create_survey(tmp_path / "other.gpkg", "A colleague's", False)
    change(other.path, "test", added={
        "sites": [{"id": "x", "name": "X", "kind": "barge_dock", "geom": "POINT (127.5 41.6)"}],
        "observations": [{"id": "o", "site_id": "x", "state": "absent", "seen_from": "2025-07-01",
                          "seen_to": "2025-07-01"}]})
    driver.choose(other.path)
    assert driver.find(QLineEdit, "yalu_import_source").text() == "A colleague's"
    assert driver.cells(3) == ["X"] and not driver.dialog._mapping.isEnabled()
    driver.press()
    assert "x" in {site["id"] for site in rows_of(bench, "sites")}
    assert ("x", "absent") in {(row["site_id"], row["state"]) for row in rows_of(bench, "observations")}
    bench.history.undo()
    assert "x" not in {site["id"] for site in rows_of(bench, "sites")}


def test_a_mistake_in_the_plugin_ends_the_work_and_frees_the_dialog(driver, korean, monkeypatch) -> None:
    from yalu_plugin.core.importing import assess_rows

    reported: list[type] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, error, trace: reported.append(kind))
    monkeypatch.setattr(assess_rows, "AssessedList", lambda *_, **__: 1 / 0)
    driver.choose(korean)
    assert "an error in the plugin ended this" in driver.error and reported == [ZeroDivisionError]
    monkeypatch.undo()
    assert driver.choose(korean.with_name("missing.csv")).error.startswith("missing.csv does not exist")
    driver.dialog.reject()
    assert not driver.dialog.isVisible()


def test_shifted_coordinates_are_offered_and_converted_by_the_button(driver, bench, data) -> None:
    before = {site["id"] for site in rows_of(bench, "sites")}
    driver.choose(data / "import" / "cases" / "c32_gcj.csv")
    assert driver.box("yalu_import_datum").currentData() == ""
    assert driver.cells(5) == ["41.412500", "41.420000"]
    assert "said to be GCJ-02" in driver.error
    item = driver.dialog.findChild(QgsMessageBar).currentItem()
    convert = next(button for button in item.findChildren(QPushButton) if button.text() == "Convert from GCJ-02")
    QTest.mouseClick(convert, Qt.MouseButton.LeftButton)
    driver.wait()
    assert driver.box("yalu_import_datum").currentData() == "GCJ-02"
    assert driver.cells(5) == ["41.410161", "41.417671"]
    assert driver.cells(1) == ["Asked", "Repaired"]  # the first is near a published site now
    driver.press()
    notes = {site["name"]: site["note"] for site in rows_of(bench, "sites") if site["id"] not in before}
    assert "Place converted from GCJ-02; as written: 41.4200000, 128.2000000" in notes["B"]


def test_an_offer_that_was_declined_does_not_come_back(driver, data) -> None:
    driver.choose(data / "import" / "cases" / "c32_gcj.csv")
    bar = driver.dialog.findChild(QgsMessageBar)
    decline = next(button for button in bar.currentItem().findChildren(QPushButton)
                   if button.text() == "Leave as written")
    QTest.mouseClick(decline, Qt.MouseButton.LeftButton)
    driver.answer([0], "leave_out")
    assert bar.currentItem() is None and driver.cells(5) == ["", "41.420000"]
    driver.choose(data / "import" / "cases" / "e01_gcj_kml_note.kml")
    assert "said to be GCJ-02" in driver.error


NEWER = ("id,name,lat,lon,type\n1,SYNTHETIC A,41.4003,128.1,ford\n2,SYNTHETIC renamed,41.5,128.2,barge\n"
         "3,SYNTHETIC C,41.6,128.3,barge\n5,SYNTHETIC new,41.8,128.5,ford\n")


@pytest.fixture
def newer(bench, messages, window, tmp_path: Path) -> Driver:
    """The dialog with a newer edition of a list of four that was imported before: one moved, renamed, new and gone."""
    path = tmp_path / "SYNTHETIC.csv"
    path.write_text("id,name,lat,lon,type\n1,SYNTHETIC A,41.4,128.1,ford\n2,SYNTHETIC B,41.5,128.2,barge\n"
                    "3,SYNTHETIC C,41.6,128.3,barge\n4,SYNTHETIC D,41.7,128.4,ford\n")
    Driver(bench, messages, window).choose(path).press()
    path.write_text(NEWER)
    return Driver(bench, messages, window).choose(path)


def of_list(bench: Any) -> dict[str, Any]:
    return {row["source_ref"]: row for row in rows_of(bench, "sites") if "SYNTHETIC" in (row["name"] or "")}


def click(driver: Driver, kind: type, name: str) -> None:
    widget = driver.find(kind, f"yalu_import_{name}")
    point = QPoint(8, widget.height() // 2)
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=point)
    driver.wait()


def test_an_update_shows_changes_first(newer) -> None:
    assert newer.cells(8) == ["Moved", "Changed", "Not in the list", "New", "Same"]
    assert newer.cells(0) == ["2", "3", "", "5", "4"] and newer.cells(3)[3] == "SYNTHETIC new"
    assert newer.cells(2) == ["moved 33 m", "Name: “SYNTHETIC B” in the survey, “SYNTHETIC renamed” in the list",
                              "not in the list any more: kept as it is", "lies 25 km from the river line", ""]
    assert newer.cells(9 + 1)[:4] == ["SYNTHETIC A", "SYNTHETIC renamed", "", "SYNTHETIC new"]  # as in the file
    chips = {chip.text() for chip in newer.find(QWidget, "yalu_import_update").findChildren(QToolButton)}
    assert chips == {"Moved 1", "Changed 1", "Not in the list 1", "New 1", "Same 1"}
    click(newer, QToolButton, "change_gone")
    assert newer.cells(3) == ["SYNTHETIC D"]
    click(newer, QToolButton, "change_gone")
    assert len(newer.cells(3)) == 5


def test_nothing_is_taken_from_a_newer_list_unasked(newer, bench) -> None:
    assert newer.button.text() == "Import 1 site"
    newer.press()
    found = of_list(bench)
    assert set(found) == {"1", "2", "3", "4", "5"} and found["2"]["name"] == "SYNTHETIC B"
    assert found["1"]["geom"] == "Point (128.1 41.4)" and not found["4"]["retired_on"]


def test_the_word_of_the_list_is_taken_by_field_and_undone(newer, bench) -> None:
    before = of_list(bench)
    click(newer, QCheckBox, "take_name")
    assert newer.cells(2)[1].endswith("in the list (taken)") and newer.button.text() == "Import 1 site, change 1"
    newer.press()
    assert of_list(bench)["2"]["name"] == "SYNTHETIC renamed" and of_list(bench)["1"]["geom"] == "Point (128.1 41.4)"
    bench.history.undo()
    assert of_list(bench) == before


def test_the_word_of_the_list_is_taken_by_row(newer, bench) -> None:
    newer.answer([0, 1], "list").answer([1], "survey").answer([2], "retire")
    assert newer.cells(2)[0] == "moved 33 m (taken)" and not newer.cells(2)[1].endswith("(taken)")
    assert newer.button.text() == "Import 1 site, change 2"
    newer.press()
    found = of_list(bench)
    assert found["1"]["geom"] == "Point (128.1 41.4003)" and found["2"]["name"] == "SYNTHETIC B"
    assert found["4"]["retired_on"] and not found["3"]["retired_on"]


def test_a_field_of_a_row_is_taken_in_its_menu(newer) -> None:
    from yalu_plugin.gui.importing.update_bar import differences_menu

    page = newer.dialog._rows
    menu = differences_menu(page.model.rows[0], page.update_bar.take, page)
    (action,) = [action for action in menu.actions() if action.isCheckable()]
    assert action.text() == "moved 33 m" and not action.isChecked()
    action.trigger()
    newer.wait()
    assert newer.cells(2)[0] == "moved 33 m (taken)"


def test_a_site_with_a_source_is_not_deleted(newer, bench) -> None:
    newer.answer([2], "delete").press()
    assert "came with a source" in newer.error and "4" in of_list(bench) and "5" not in of_list(bench)


def test_what_only_differs_can_be_done_with_a_row(newer) -> None:
    table = newer.find(QTableView, "yalu_import_rows")
    for row, enabled in ((0, {"list", "survey"}), (2, {"retire", "delete", "keep"}), (4, set())):
        table.selectRow(row)
        names = ("list", "survey", "retire", "delete", "keep")
        assert {name for name in names if newer.find(QPushButton, f"yalu_import_{name}").isEnabled()} == enabled


def test_a_list_of_another_source_shows_no_changes(driver, korean) -> None:
    driver.choose(korean)
    assert not driver.find(QWidget, "yalu_import_update").isVisible()
    assert driver.find(QTableView, "yalu_import_rows").isColumnHidden(8)
