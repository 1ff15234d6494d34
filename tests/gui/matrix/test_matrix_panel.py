"""The Matrix panel by clicks and keys: showing a cell's site and scene, recording into it, and following changes."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsRectangle
from qgis.PyQt.QtCore import QEvent, QPoint, Qt
from qgis.PyQt.QtGui import QHelpEvent, QImage
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QPushButton, QToolTip

from yalu_plugin.core.states import NOT_OBSERVABLE
from yalu_plugin.core.survey.matrix.matrix_cells import EMPTY_CELL, Cell

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
DAYS = ("2016-10-14", "2017-06-06", "2018-04-27")


@pytest.fixture
def crossings(window: Any, bench: Any, messages: Any, actions: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    from yalu_plugin.gui.crossings.crossings_dock import CrossingsDock
    from yalu_plugin.gui.crossings.resolution_question import RECORD, ResolutionQuestion

    monkeypatch.setattr(ResolutionQuestion, "_ask", lambda *_: RECORD)  # the scenes are of 10 m: it would wait for ever

    return CrossingsDock(bench, messages, actions, window.canvas, window)


@pytest.fixture
def scenes(bench: Any, data: Path, tmp_path: Path) -> list[Any]:
    """Three of the Sentinel-2 scenes, and two sites on them: "two" upstream of "one" in the file's order alone."""
    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster

    folder = tmp_path / "scenes"
    folder.mkdir()
    for path in sorted((data / "s2_romania").glob("*.tif*")):
        if any(day.replace("-", "") in path.name or day in path.name for day in DAYS) and ".aux" not in path.name:
            shutil.copy(path, folder / path.name)
    bench.scenes.add(list(catalogue(folder, read_raster).scenes))
    found = list(bench.scenes.timeline.scenes)
    west, south, east, north = found[0].box
    at = [(west + east) / 2, (south + north) / 2]
    bench.session.change("test", {"sites": [
        {"id": name, "name": name, "kind": "vehicle_ford", "geom": f"POINT ({at[0] + by} {at[1]})"}
        for name, by in (("one", 0.0), ("two", 0.001))]})
    return found


@pytest.fixture
def dock(window: Any, bench: Any, messages: Any, actions: Any, crossings: Any, scenes: Any, qgis_app: Any,
         wait_for: Any) -> Any:
    from yalu_plugin.gui.matrix.matrix_dock import MatrixDock

    created = MatrixDock(bench, messages, actions, window.canvas, crossings.go_to, crossings.letter_actions, window)
    window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, created)
    created.resize(880, 300)
    window.canvas.setExtent(QgsRectangle(13_000_000, 4_800_000, 14_500_000, 5_200_000))  # the Yalu
    wait_for(lambda: created.widget() is not None and created.widget().view.model().rowCount())
    return created


@pytest.fixture
def view(dock: Any, wait_for: Any, bench: Any) -> Any:
    wait_for(lambda: bench.river.chainages)
    return dock.widget().view


def spot(view: Any, row: int, column: int) -> QPoint:
    index = view.model().index(row, column)
    view.scrollTo(index)
    return view.visualRect(index).center()


def click(view: Any, row: int, column: int) -> None:
    QTest.mouseClick(view.viewport(), LEFT, NONE, spot(view, row, column))


def row_of(view: Any, site_id: str) -> int:
    return int(view.matrix_model.row_of(site_id))


def column_of(view: Any, scene: Any) -> int:
    return int(view.matrix_model.matrix.axis.of_scene(scene.id, 0))


def hints(dock: Any) -> str:
    from qgis.PyQt.QtWidgets import QLabel

    return str(dock.findChild(QLabel, "yalu_matrix_hints").text())


def label(dock: Any) -> str:
    from qgis.PyQt.QtWidgets import QLabel

    return str(dock.findChild(QLabel, "yalu_matrix_cell").text())


def test_a_click_goes_to_the_cells_site_and_scene(view: Any, dock: Any, bench: Any, scenes: Any, window: Any,
                                                  wait_for: Any) -> None:
    click(view, row_of(view, "two"), column_of(view, scenes[1]))
    wait_for(lambda: bench.imagery.scene == scenes[1])
    assert bench.sites.selected() == ["two"]
    from yalu_plugin.gui.map_coordinates import is_in_view

    assert is_in_view(window.canvas, bench.sites.place("two"))
    assert label(dock).startswith("two · 2017-06-06 UTC · date of acquisition")
    assert label(dock).endswith("Not inspected")
    assert "Letters record" in hints(dock)


@pytest.mark.parametrize(("key", "state"), [("P", "present"), ("A", "absent"), ("W", "washed_out"),
                                            ("U", "under_construction"), ("N", NOT_OBSERVABLE)])
def test_a_letter_records_into_the_cell(view: Any, bench: Any, scenes: Any, wait_for: Any, key: str, state: str
                                        ) -> None:
    row, column = row_of(view, "one"), column_of(view, scenes[2])
    click(view, row, column)
    wait_for(lambda: bench.imagery.scene == scenes[2])
    QTest.keyClick(view, getattr(Qt.Key, f"Key_{key}"))
    assert view.matrix_model.cell(row, column) == (Cell(blind=True) if state == NOT_OBSERVABLE else Cell((state,)))
    (seen,) = bench.session.facts.observations_of("one")
    assert (seen["state"], seen["image_id"], seen["seen_to"]) == (state, scenes[2].id, "2018-04-27")


@pytest.mark.parametrize("by_key", [True, False])
def test_the_menu_of_the_current_cells_site_is_asked_for(view: Any, dock: Any, bench: Any, scenes: Any, by_key: bool
                                                         ) -> None:
    asked: list[tuple[str, QPoint]] = []
    dock.menu_requested.connect(lambda site_id, at: asked.append((site_id, at)))
    at = spot(view, row_of(view, "two"), column_of(view, scenes[1]))
    if by_key:
        view.setCurrentIndex(view.indexAt(at))
        QTest.keyClick(view, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    else:
        view.customContextMenuRequested.emit(at)
    assert asked == [("two", view.viewport().mapToGlobal(at))]
    view.customContextMenuRequested.emit(QPoint(view.viewport().width() - 2, 5))  # right of the last column
    assert len(asked) == 1


def test_a_right_click_on_a_name_asks_for_the_menu_of_its_site(view: Any, dock: Any) -> None:
    asked: list[str] = []
    dock.menu_requested.connect(lambda site_id, _: asked.append(site_id))
    names = view.verticalHeader()
    for row in (row_of(view, "two"), row_of(view, "one")):
        names.customContextMenuRequested.emit(QPoint(5, view.rowViewportPosition(row) + 3))
    assert asked == ["two", "one"] and names.contextMenuPolicy() == Qt.ContextMenuPolicy.CustomContextMenu


def test_a_column_is_as_wide_as_its_heading_and_no_wider(view: Any) -> None:
    header = view.horizontalHeader()
    lines = {line for at in range(header.count()) for line in view.model().headerData(
        at, Qt.Orientation.Horizontal).split("\n")}
    assert 1 <= header.sectionSize(0) - max(map(header.fontMetrics().horizontalAdvance, lines)) <= 3


def test_arrow_keys_move_and_the_letter_goes_to_the_last_cell(view: Any, bench: Any, scenes: Any, wait_for: Any
                                                              ) -> None:
    first, column = sorted((row_of(view, "one"), row_of(view, "two")))[0], column_of(view, scenes[0])
    click(view, first, column)
    wait_for(lambda: bench.imagery.scene == scenes[0])
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left):
        QTest.keyClick(view, key)
    below = view.matrix_model.site_at(first + 1)
    QTest.keyClick(view, Qt.Key.Key_P)  # at once, without waiting for the map
    (seen,) = bench.session.facts.observations_of(below)
    assert seen["image_id"] == scenes[1].id and bench.imagery.scene == scenes[1]
    assert bench.sites.selected() == [below]


def test_a_letter_in_a_cell_that_was_not_on_screen_records_nothing(view: Any, bench: Any, scenes: Any, bar_texts: Any,
                                                                   wait_for: Any) -> None:
    click(view, row_of(view, "one"), column_of(view, scenes[0]))
    wait_for(lambda: bench.imagery.scene == scenes[0])
    bench.sites.select([])
    QTest.keyClick(view, Qt.Key.Key_P)
    assert bench.session.facts.observations_of("one") == [] and "press the key again" in bar_texts()[0]
    QTest.keyClick(view, Qt.Key.Key_P)
    assert [row["state"] for row in bench.session.facts.observations_of("one")] == ["present"]


def test_an_early_key_is_reported_until_the_column_is_recorded(
    view: Any, bench: Any, scenes: Any, bar_texts: Any, wait_for: Any, window: Any
) -> None:
    row = row_of(view, "one")
    for scene in scenes[:2]:
        click(view, row, column_of(view, scene))
        wait_for(lambda scene=scene: bench.imagery.scene == scene)
        bench.sites.select([])
        QTest.keyClick(view, Qt.Key.Key_P)
    QTest.keyClick(view, Qt.Key.Key_A)  # in the second one, which is on screen now
    (early,) = bar_texts()
    assert "one" in early and DAYS[0] in early and bench.session.facts.observations_of("one")[0]["state"] == "absent"
    next(one for one in window.bar.findChildren(QPushButton) if one.text() == "Go there").click()
    assert bench.imagery.scene == scenes[0] and view.currentIndex().column() == column_of(view, scenes[0])
    QTest.keyClick(view, Qt.Key.Key_P)
    assert bar_texts() == []
    bench.history.undo()
    bench.sites.select([])
    QTest.keyClick(view, Qt.Key.Key_P)
    assert len(bar_texts()) >= 1
    bench.session.change("gone", removed={"sites": bench.session.survey.rows("sites", id="one")})
    assert not any("press the key again" in line for line in bar_texts())


def test_a_letter_in_a_column_without_a_scene_is_refused(view: Any, dock: Any, bench: Any, bar_texts: Any,
                                                         wait_for: Any) -> None:
    bench.session.change("test", {"observations": [{"id": "r", "site_id": "one", "state": "present",
                                                    "seen_from": "2016-01-01", "seen_to": "2016-01-31"}]})
    column = next(at for at, one in enumerate(view.matrix_model.matrix.columns) if one.first == 20160101)
    assert view.matrix_model.cell(row_of(view, "one"), column) == Cell(("present",))
    click(view, row_of(view, "two"), column)
    wait_for(lambda: str(bench.imagery.day) == "2016-01-31")
    assert bench.sites.selected() == ["two"] and bench.imagery.scene is None
    assert "no scene here" in hints(dock) and "2016-01-01 to 2016-01-31 UTC: recorded without a scene" in label(dock)
    QTest.keyClick(view, Qt.Key.Key_P)
    assert bench.session.facts.observations_of("two") == []
    assert bar_texts()[0].startswith("two: The survey has no scene of 2016-01-01 to 2016-01-31")


def test_a_column_of_a_day_that_has_a_scene_stays_the_one_that_was_clicked(view: Any, bench: Any, scenes: Any,
                                                                           bar_texts: Any, wait_for: Any) -> None:
    bench.session.change("test", {"observations": [{"id": "r", "site_id": "one", "state": "present",
                                                    "seen_from": DAYS[1], "seen_to": DAYS[1]}]})
    column = next(at for at, one in enumerate(view.matrix_model.matrix.columns)
                  if one.last == 20170606 and not one.scenes)
    click(view, row_of(view, "one"), column)
    wait_for(lambda: bench.imagery.scene == scenes[1])  # the sites as of that day, over its scene
    assert view.currentIndex().column() == column
    QTest.keyClick(view, Qt.Key.Key_A)  # it would not be in this column
    assert len(bench.session.facts.observations_of("one")) == 1 and "no scene of 2017-06-06" in bar_texts()[0]
    bench.sites.select(["two"])  # on the map
    assert (view.currentIndex().row(), view.currentIndex().column()) == (row_of(view, "two"), column)


def test_the_cell_follows_scene_and_site(view: Any, bench: Any, scenes: Any) -> None:
    bench.sites.select(["two"])
    bench.imagery.show(scenes[2])
    index = view.currentIndex()
    assert (view.matrix_model.site_at(index.row()), index.column()) == ("two", column_of(view, scenes[2]))
    bench.imagery.step("previous")
    assert view.currentIndex().column() == column_of(view, scenes[1])


def test_one_observation_updates_its_cell_without_a_reset(view: Any, bench: Any, scenes: Any, qgis_app: Any
                                                          ) -> None:
    model, resets, changed = view.matrix_model, [], []
    model.modelReset.connect(lambda: resets.append(1))
    model.columnsInserted.connect(lambda *_: resets.append(2))
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    matrix = model.matrix
    other = matrix.cells("two")
    bench.session.change("test", {"observations": [{
        "id": "x", "site_id": "one", "image_id": scenes[0].id, "state": "absent", "seen_from": DAYS[0],
        "seen_to": DAYS[0]}]})
    row = row_of(view, "one")
    assert resets == [] and changed == [(row, row)] and model.matrix is matrix and matrix.cells("two") is other
    assert model.cell(row, column_of(view, scenes[0])) == Cell(("absent",))
    bench.session.change("test", removed={"observations": [{"id": "x"}]})
    assert resets == [] and model.cell(row, column_of(view, scenes[0])) == EMPTY_CELL


def test_sites_come_and_go_and_columns_too_without_a_reset(view: Any, bench: Any, scenes: Any) -> None:
    model, resets, columns_told = view.matrix_model, [], []
    model.modelReset.connect(lambda: resets.append(1))
    model.columnsInserted.connect(lambda _, first, last: columns_told.append(("in", first, last, model.columnCount())))
    model.columnsRemoved.connect(lambda _, first, last: columns_told.append(("out", first, last, model.columnCount())))
    rows, columns = model.rowCount(), model.columnCount()
    bench.session.change("test", {
        "sites": [{"id": "three", "name": "three", "kind": "barge_dock", "geom": "POINT (128.19 41.411)"}],
        "observations": [{"id": "y", "site_id": "three", "state": "present", "seen_from": None,
                          "seen_to": "2020-01-01"}]})
    assert (model.rowCount(), model.columnCount()) == (rows + 1, columns + 1)
    km, shown = bench.river.chainages, [model.site_at(row) for row in range(rows + 1)]
    assert "three" in km and shown[:len(km)] == sorted(km, key=km.get)  # downstream, those elsewhere after them
    bench.session.change("test", removed={"sites": [{"id": "three"}], "observations": [{"id": "y"}]})
    assert (model.rowCount(), model.columnCount(), resets) == (rows, columns, [])
    at = columns_told[0][1]
    assert columns_told == [("in", at, at, columns + 1), ("out", at, at, columns)]


@pytest.mark.parametrize("width", [200, 300, 500, 700, 1000, 2000])
def test_the_legend_explains_every_letter(qgis_app: Any, width: int) -> None:
    from yalu_plugin.core.states import STATE_KEYS
    from yalu_plugin.gui.matrix.matrix_legend import BETWEEN, MARK, MatrixLegend

    legend = MatrixLegend(STATE_KEYS)
    assert legend.minimumSizeHint().width() < 400  # or a laptop's window would grow beyond its screen
    legend.resize(max(width, legend.minimumSizeHint().width()), 20)
    shown = [words for _, words in legend.shown()]
    assert [words[0] for words in shown[:5]] == list("PAWUN")
    taken = sum(MARK.width() + sum(BETWEEN) + legend.fontMetrics().horizontalAdvance(words) for words in shown)
    assert taken <= legend.width()
    if width == 2000:
        assert len(shown) == 9 and shown[3] == "U Under construction"


def test_only_visible_cells_are_computed_and_painted(view: Any, qgis_app: Any, bench: Any) -> None:
    bench.session.change("test", {"sites": [
        {"id": f"s{n}", "name": f"s{n}", "kind": "vehicle_ford", "geom": "POINT (10 50)"} for n in range(2000)]})
    bench.session.change("test", {"observations": [
        {"id": f"o{n}", "site_id": "s1", "state": "present", "seen_from": f"20{n}-01-01", "seen_to": f"20{n}-01-01"}
        for n in range(20, 99)]})
    view.verticalScrollBar().setValue(0)
    qgis_app.processEvents()
    across = view.viewport().width() // view.columnWidth(0) + 2
    assert across < view.model().columnCount()
    seen = view.viewport().height() // view.rowHeight(0) + 2
    view.painted = 0
    view.viewport().repaint()
    assert 0 < view.painted <= seen * across
    assert len(view.matrix_model.matrix._cells) < 100
    QTest.qWait(50)
    view.painted = 0
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + view.rowHeight(0))
    qgis_app.processEvents()
    assert view.painted <= 4 * across  # the row that came into view


def test_cells_not_inspected_are_white_and_not_observable_ones_grey(view: Any, bench: Any, scenes: Any,
                                                                    qgis_app: Any) -> None:
    row, column = row_of(view, "one"), column_of(view, scenes[0])
    bench.session.change("test", {"observations": [
        {"id": "n", "site_id": "one", "image_id": scenes[0].id, "state": NOT_OBSERVABLE, "seen_from": DAYS[0],
         "seen_to": DAYS[0]},
        {"id": "p", "site_id": "one", "image_id": scenes[1].id, "state": "present", "seen_from": DAYS[1],
         "seen_to": DAYS[1]}]})
    view.scrollTo(view.model().index(row, column))
    picture = view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)

    def grey(at: int) -> int:
        box = view.visualRect(view.model().index(row, at))
        return int(picture.pixelColor(box.topLeft() + QPoint(3, 4)).lightness())

    blind, present, unseen = (grey(column_of(view, one)) for one in scenes)
    assert unseen == 255 and 190 < blind < 225 and present < 110


def test_tooltip_and_accessible_text_have_site_column_state_day_and_kind_of_date(view: Any, bench: Any, scenes: Any,
                                                                                 qgis_app: Any) -> None:
    bench.session.change("test", {"observations": [
        {"id": "p", "site_id": "one", "image_id": scenes[1].id, "state": "present", "seen_from": DAYS[1],
         "seen_to": DAYS[1], "created_by": "Kim <b>"}]})
    index = view.model().index(row_of(view, "one"), column_of(view, scenes[1]))
    spoken = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken.splitlines()[0].startswith("one · 2017-06-06 UTC · date of acquisition")
    assert spoken.splitlines()[1] == "Present · 2017-06-06 UTC · date of acquisition · Kim <b>"
    at = spot(view, index.row(), index.column())
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at)))
    assert "Kim &lt;b&gt;" in QToolTip.text()
    QToolTip.hideText()
    head = view.model().headerData(index.column(), Qt.Orientation.Horizontal)
    assert head == "2017\n06\n06"


def test_observations_without_a_day_are_listed_with_the_site(view: Any, bench: Any, scenes: Any) -> None:
    columns = view.model().columnCount()
    bench.session.change("test", {"observations": [{"id": "u", "site_id": "one", "state": "present"}]})
    tip = view.model().headerData(row_of(view, "one"), Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole)
    assert tip.splitlines()[-1] == "Observations without a day, in no column: 1"
    assert view.model().columnCount() == columns


def test_months_and_quarters(view: Any, dock: Any, bench: Any, scenes: Any, wait_for: Any) -> None:
    from qgis.PyQt.QtWidgets import QComboBox

    from yalu_plugin.settings import MATRIX_COLUMNS

    box = dock.findChild(QComboBox, "yalu_matrix_columns")
    try:
        QTest.keyClick(box, Qt.Key.Key_Down)
        assert view.matrix_model.matrix.unit == "month"
        column = view.matrix_model.matrix.axis.of_scene("", 20170606)
        click(view, row_of(view, "one"), column)
        wait_for(lambda: bench.imagery.scene == scenes[1])
        QTest.keyClick(view, Qt.Key.Key_A)
        assert view.matrix_model.cell(row_of(view, "one"), column) == Cell(("absent",))
        QTest.keyClick(box, Qt.Key.Key_Down)
        assert view.matrix_model.headerData(0, Qt.Orientation.Horizontal).split("\n")[1].startswith("Q")
        assert MATRIX_COLUMNS.value() == "quarter"
    finally:
        MATRIX_COLUMNS.setValue("scene")


@pytest.mark.parametrize("shown_last", [False, True])
def test_other_columns_stand_at_the_scene_on_screen(view: Any, dock: Any, bench: Any, scenes: Any, wait_for: Any,
                                                    shown_last: bool) -> None:
    from qgis.PyQt.QtWidgets import QComboBox

    from yalu_plugin.settings import MATRIX_COLUMNS

    box = dock.findChild(QComboBox, "yalu_matrix_columns")
    click(view, row_of(view, "one"), column_of(view, scenes[1]))
    wait_for(lambda: bench.imagery.scene == scenes[1])
    if shown_last:  # by the imagery, not by a cell
        bench.imagery.show(scenes[2])
    day = 20180427 if shown_last else 20170606
    try:
        for _ in range(2):
            QTest.keyClick(box, Qt.Key.Key_Down)
            assert view.model().columnCount() > 6
            column = view.matrix_model.column_at(view.currentIndex().column())
            assert column.first <= day <= column.last and view.currentIndex().row() == row_of(view, "one")
        for _ in range(2):
            QTest.keyClick(box, Qt.Key.Key_Up)
        assert view.currentIndex().column() == column_of(view, scenes[2 if shown_last else 1])
        assert bench.imagery.scene == scenes[2 if shown_last else 1]
    finally:
        MATRIX_COLUMNS.setValue("scene")


def test_the_key_of_the_panel_gives_it_the_keys(view: Any, dock: Any, crossings: Any, actions: Any, qgis_app: Any,
                                                window: Any) -> None:
    action = actions.add("matrix_dock", "Matrix", "", "matrix", checkable=True)
    dock.setToggleVisibilityAction(action)
    action.triggered.connect(dock.request_focus)
    action.trigger()
    qgis_app.processEvents()
    assert not dock.isVisible()
    window.canvas.setFocus()
    action.trigger()
    for _ in range(3):
        qgis_app.processEvents()
    assert dock.isVisible() and view.hasFocus()


def test_after_recording_one_goes_on_to_the_site_below(view: Any, dock: Any, bench: Any, crossings: Any, scenes: Any,
                                                       wait_for: Any) -> None:
    from yalu_plugin.settings import AFTER_OBSERVING

    crossings.site_after = lambda: dock.site_after()
    AFTER_OBSERVING.setValue("site")
    try:
        first = min(row_of(view, "one"), row_of(view, "two"))
        click(view, first, column_of(view, scenes[0]))
        wait_for(lambda: bench.imagery.scene == scenes[0])
        for key in ("P", "W"):
            QTest.keyClick(view, getattr(Qt.Key, f"Key_{key}"))
        column = column_of(view, scenes[0])
        assert [view.matrix_model.cell(first + n, column).states for n in (0, 1)] == [("present",), ("washed_out",)]
    finally:
        AFTER_OBSERVING.setValue("stay")


def test_a_hidden_panel_follows_no_changes(view: Any, dock: Any, bench: Any, scenes: Any, qgis_app: Any,
                                           wait_for: Any) -> None:
    dock.hide()
    QTest.qWait(20)
    before = view.matrix_model.matrix
    rows = view.model().rowCount()
    bench.session.change("test", {"sites": [{"id": "z", "name": "z", "kind": "other", "geom": "POINT (10 50)"}]})
    assert view.matrix_model.matrix is before and view.model().rowCount() == rows
    dock.show()
    wait_for(lambda: view.model().rowCount() == rows + 1)


def test_where_nothing_can_be_recorded_a_letter_does_nothing(view: Any, bench: Any, crossings: Any, scenes: Any,
                                                             wait_for: Any) -> None:
    click(view, row_of(view, "one"), column_of(view, scenes[0]))
    wait_for(lambda: bench.imagery.scene == scenes[0])
    for action in crossings.letter_actions.values():
        action.setEnabled(False)
    QTest.keyClick(view, Qt.Key.Key_P)
    assert bench.session.facts.observations_of("one") == []


def test_without_a_survey_it_is_empty(view: Any, dock: Any, bench: Any) -> None:
    from qgis.core import QgsProject

    QgsProject.instance().clear()
    assert view.model().rowCount() == view.model().columnCount() == 0 and label(dock) == "No survey open"
    QTest.keyClick(view, Qt.Key.Key_P)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.mouseClick(view.viewport(), LEFT, NONE, QPoint(5, 5))
    assert view.currentIndex().isValid() is False


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".png", ".svg"])
def test_saving_what_is_shown(view: Any, dock: Any, bench: Any, scenes: Any, tmp_path: Path, wait_for: Any,
                              bar_texts: Any,
                              ending: str) -> None:
    path = tmp_path / f"matrix{ending}"
    dock._save_matrix.save(path)
    wait_for(path.exists)
    wait_for(lambda: bar_texts() and "was written to" in bar_texts()[0])
    if ending == ".csv":
        lines = path.read_text(encoding="utf-8-sig").splitlines()
        assert len(lines) == view.model().rowCount() + 1 and "2017-06-06" in lines[0]


def test_after_columns_were_chosen_the_table_has_the_keys(view: Any, dock: Any, window: Any) -> None:
    from yalu_plugin.gui.crossings.field_box import FieldBox

    columns = dock.widget().findChild(FieldBox, "yalu_matrix_columns")
    columns.setFocus()
    QTest.keyClick(columns, Qt.Key.Key_Down)
    QTest.keyClick(columns, Qt.Key.Key_Down)
    assert columns.currentIndex() == 2 and columns.hasFocus()  # walking through them
    QTest.keyClick(columns, Qt.Key.Key_Return)
    assert view.hasFocus()
    columns.setFocus()
    columns.showPopup()
    chosen = columns.view()
    QTest.mouseClick(chosen.viewport(), LEFT, NONE, chosen.visualRect(chosen.model().index(0, 0)).center())
    assert columns.currentIndex() == 0 and view.hasFocus()
    columns.setFocus()
    QTest.keyClick(columns, Qt.Key.Key_Down)
    window.canvas.setFocus()
    assert window.canvas.hasFocus() and columns.currentIndex() == 1
