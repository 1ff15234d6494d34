"""Counting by real clicks and keys: written at once, undone, refused with one message, blind, measured."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.gui.counting.conftest import a_scene, made_image
from yalu_plugin.settings import ANALYST_NAME


@pytest.fixture(autouse=True)
def analyst(qgis_app: Any) -> Any:
    ANALYST_NAME.setValue("Kim")
    yield
    ANALYST_NAME.setValue("")


def place_of(row: Any) -> tuple[float, float]:
    from yalu_plugin.core.survey.geopackage_wkt import lonlat_of

    return lonlat_of(row["geom"])


def totals(counter: Any) -> dict[str, list[str]]:
    table = counter.find("yalu_count_totals")
    return {table.verticalHeaderItem(row).text(): [table.item(row, column).text()
                                                  for column in range(table.columnCount())]
            for row in range(table.rowCount())}


def test_clicks_count_and_keys_choose_the_class(started: Any) -> None:
    started.click(30, 30)
    started.key("T")
    started.click(60, 30)
    started.key("S")
    started.click(90, 30)
    assert started.labels() == ["car", "truck", "bus"] and not started.bar_texts()
    (count,) = started.bench.session.survey.rows("counts")
    rows = started.bench.session.survey.rows("marks")
    assert {(row["count_id"], row["image_id"], row["created_by"]) for row in rows} == {(count["id"], "a", "Kim")}
    assert count["share_shown"] == pytest.approx(1) and count["created_by"] == "Kim"
    from tests.gui.counting.conftest import lonlat
    assert place_of(rows[0]) == pytest.approx(lonlat(30, 30), abs=5e-6)
    assert totals(started) == {"This count": list("111003"), "Lot 1 (in progress)": list("111003")}
    assert started.find("yalu_count_status").text() == (
        "The image shows 100 % of the area. In progress: Finish count makes it a figure")


def test_each_mark_is_one_change_that_is_undone(started: Any) -> None:
    started.click(30, 30)
    seq = started.bench.session.facts.seq
    started.click(60, 30)
    assert started.bench.session.facts.seq == seq + 1
    assert started.bench.history.done[:3] == ["Car", "Car", "Begin count"]
    started.bench.history.undo()
    started.events()
    assert started.labels() == ["car"] and totals(started)["This count"][-1] == "1"
    started.bench.history.redo()
    assert started.labels() == ["car", "car"]


def test_backspace_removes_the_last_mark_and_delete_the_one_at_the_pointer(started: Any) -> None:
    for key, east in (("C", 30), ("T", 60), ("S", 90)):
        started.key(key)
        started.click(east, 30)
    started.qt.QTest.mouseMove(started.view, started.pixel(31, 31))
    started.key("Delete")
    assert started.labels() == ["truck", "bus"]
    started.key("Backspace")
    assert started.labels() == ["truck"]
    started.qt.QTest.mouseMove(started.view, started.pixel(110, 110))
    started.key("Delete")
    assert started.labels() == ["truck"] and started.bar_texts() == ["No mark of this count is there."]
    started.key("Backspace")
    started.key("Backspace")
    assert started.labels() == [] and started.bar_texts() == ["No mark of this count is there."]
    for _ in range(3):
        started.bench.history.undo()
    assert sorted(started.labels()) == ["bus", "car", "truck"]


def test_a_mark_is_moved_by_drag_and_by_key(started: Any) -> None:
    from tests.gui.counting.conftest import lonlat

    started.click(30, 30)
    started.drag((30, 30), (70, 50))
    (row,) = started.bench.session.survey.rows("marks")
    assert place_of(row) == pytest.approx(lonlat(70, 50), abs=5e-6)
    started.qt.QTest.mouseMove(started.view, started.pixel(74, 50))
    started.key("X")
    (row,) = started.bench.session.survey.rows("marks")
    assert place_of(row) == pytest.approx(lonlat(74, 50), abs=5e-6)
    started.drag((74, 50), (150, 50))  # out of the area: it stays
    assert "lies outside Lot 1" in started.bar_texts()[0]
    assert started.bench.session.survey.rows("marks") == [row]
    started.bench.history.undo()
    started.bench.history.undo()
    (row,) = started.bench.session.survey.rows("marks")
    assert place_of(row) == pytest.approx(lonlat(30, 30), abs=5e-6)


def test_a_hand_that_trembles_loses_no_click_and_two_fast_ones_are_one(started: Any) -> None:
    started.drag((50, 50), (53, 50))
    assert started.labels() == ["car"]
    started.click(51, 50)  # next to a mark, as near as one would grab it
    assert started.labels() == ["car", "car"]
    started.bench.history.undo()
    started.qt.QTest.mouseDClick(started.view, started.qt.Qt.MouseButton.LeftButton,
                                 started.qt.Qt.KeyboardModifier.NoModifier, started.pixel(80, 80))
    assert len(started.labels()) == 1  # no press of its own came before it in this test
    started.click(80, 80)
    started.qt.QTest.mouseDClick(started.view, started.qt.Qt.MouseButton.LeftButton,
                                 started.qt.Qt.KeyboardModifier.NoModifier, started.pixel(80, 80))
    assert len(started.labels()) == 2


def test_an_area_by_clicks(counter: Any) -> None:
    counter.draw((20, 20), (120, 20), (200, 200))
    assert "Enter or double click ends" in counter.find("yalu_count_hints").text()
    counter.key("Backspace")
    counter.click(120, 120)
    counter.qt.QTest.mouseDClick(counter.view, counter.qt.Qt.MouseButton.LeftButton,
                                 counter.qt.Qt.KeyboardModifier.NoModifier, counter.pixel(120, 120))
    (area,) = counter.bench.session.survey.rows("areas")
    from qgis.core import QgsDistanceArea, QgsGeometry

    measure = QgsDistanceArea()
    measure.setEllipsoid("WGS84")
    assert measure.measureArea(QgsGeometry.fromWkt(area["geom"])) == pytest.approx(5000, rel=0.03)
    assert area["name"] == "Lot 1" and area["created_by"] == "Kim" and area["site_id"] is None
    assert counter.window.canvas.mapTool() is not counter.dock.tools[0]
    counter.bench.history.undo()
    assert counter.bench.session.survey.rows("areas") == []


@pytest.mark.parametrize("corners", [[], [(20, 20)], [(20, 20), (60, 60)], [(20, 20), (60, 60), (100, 100)],
                                     [(20, 20), (100, 100), (100, 20), (20, 100)]])
def test_corners_that_enclose_nothing_are_refused_and_stay(counter: Any, corners: Any) -> None:
    counter.draw(*corners)
    counter.key("Return")
    assert counter.bench.session.survey.rows("areas") == []
    assert counter.bar_texts() == [f"These {len(corners)} corners enclose no area, or its edges cross. Click at least "
                                   "three corners in turn around it."]
    assert counter.window.canvas.mapTool() is counter.dock.tools[0]  # nothing is lost: go on
    counter.key("Escape")
    assert counter.window.canvas.mapTool() is not counter.dock.tools[0]


def test_a_count_needs_an_area_and_a_dated_scene(counter: Any) -> None:
    counter.actions["begin_count"].trigger()
    assert counter.bar_texts() == ["No area is chosen. Choose one in the Counting panel, or draw one there."]
    counter.draw((20, 20), (120, 20), (120, 120))
    counter.key("Return")
    counter.bench.imagery.scene, counter.bench.imagery.drawn = None, ()
    counter.actions["count_objects"].trigger()
    assert "No dated scene is on screen" in counter.bar_texts()[0] and not counter.actions["count_objects"].isChecked()
    assert counter.bench.session.survey.rows("counts") == []


@pytest.mark.parametrize(("more", "message"), [
    ({"date_kind": "released"}, "is dated by its release"),
    ({"acquired_from": None, "acquired_to": None, "date_kind": "", "date_source": ""}, "No dated scene is on screen"),
    ({"footprint_wkt": "POLYGON ((1 1, 2 1, 2 2, 1 2, 1 1))"}, "shows nothing of Lot 1")])
def test_images_without_date_or_view_of_the_area_are_refused(counter: Any, tmp_path: Any, more: Any, message: str
                                                             ) -> None:
    from tests.gui.counting.conftest import a_scene

    counter.draw((20, 20), (120, 20), (120, 120))
    counter.key("Return")
    scene = a_scene(tmp_path / "SYNTHETIC_20250730.tif", "b", **more)
    counter.bench.imagery.scene, counter.bench.imagery.drawn = scene, (scene,)
    counter.actions["begin_count"].trigger()
    assert message in counter.bar_texts()[0] and counter.bench.session.survey.rows("counts") == []


def test_clicks_that_cannot_count_report_the_reason(started: Any) -> None:
    started.click(180, 180)
    assert started.labels() == [] and started.bar_texts() == [
        "This place lies outside Lot 1: nothing was counted. Click within it, or choose another area."]
    scene = started.bench.imagery.scene
    started.bench.imagery.drawn = ()
    started.click(50, 50)
    assert "which is not on screen" in started.bar_texts()[0] and started.labels() == []
    started.bench.imagery.drawn = (scene,)
    ANALYST_NAME.setValue("Lee")
    started.click(50, 50)
    assert started.labels() == [] and started.bar_texts()[0].startswith("This count is by Kim.")
    ANALYST_NAME.setValue("Kim")
    started.click(50, 50)
    assert started.labels() == ["car"]


def test_the_users_own_count_is_continued(started: Any) -> None:
    started.click(50, 50)
    started.bench.counting.stop()
    started.events()
    assert started.bench.counts.count_id == "" and started.window.canvas.mapTool() is not started.dock.count_tool
    started.actions["count_objects"].trigger()
    started.click(60, 50)
    assert len(started.bench.session.survey.rows("counts")) == 1 and started.labels() == ["car", "car"]


def test_a_selected_count_is_continued(started: Any) -> None:
    started.click(50, 50)
    started.bench.counting.stop()
    started.events()
    assert started.find("yalu_count_hints").text().startswith("Choose or draw an area")
    started.bench.imagery.show_day(date(2024, 1, 1))
    started.actions["begin_count"].trigger()
    assert "No dated scene is on screen" in started.bar_texts()[0]
    box = started.find("yalu_count")
    box.setCurrentIndex(0)
    box.activated.emit(0)
    started.events()
    assert started.bench.imagery.scene.id == "a" and started.window.canvas.mapTool() is started.dock.count_tool
    started.key("Escape")
    assert started.find("yalu_count_hints").text().startswith("Ctrl+Alt+N goes on counting")
    assert not started.actions["count_objects"].isChecked()
    started.actions["count_objects"].trigger()
    started.click(60, 60)
    assert len(started.bench.session.survey.rows("counts")) == 1 and started.labels() == ["car", "car"]


def test_a_blind_recount_and_its_agreement(started: Any) -> None:
    for east in (30, 50, 70):
        started.click(east, 40)
    started.key("Return")
    first = started.bench.counts.count_id
    ANALYST_NAME.setValue("Lee")
    started.actions["recount"].trigger()
    started.events()
    from yalu_plugin.layers.project import layer_with_role

    layer = layer_with_role(started.bench.project, "marks")
    assert layer.featureCount() == 0 and list(totals(started)) == ["This count"]
    assert started.find("yalu_count_status").text().endswith("other marks are hidden until Finish count")
    box = started.find("yalu_count")
    assert sorted(box.itemText(at).split(" · begun ", 1)[0] for at in range(box.count())) == [
        "2025-07-30 · Kim", "2025-07-30 · Lee · 0 · in progress"]
    started.click(31, 40)
    started.key("T")
    started.click(51, 40)
    started.click(100, 100)
    assert len(list(layer.getFeatures())) == 3 and started.bench.blind.on
    assert not started.find("yalu_count_compare").isEnabled()
    second = started.bench.counts.count_id
    started.key("Return")
    assert layer.subsetString() == "" and not started.bench.blind.on
    assert started.bench.counts.count_id == second  # to be compared at once
    started.find("yalu_count_compare").click()
    assert started.find("yalu_count_agreement").text() == (
        "Seen in both counts: 2. Only Lee: 1. Only Kim: 1. Agreement 50 %. Of another class: 1 (Truck / Car 1); "
        "agreement on class too 25 %.")
    found = {one.image_count.id: one.exclusion_reason for one in started.bench.counts.counts_of_area()}
    assert found[first] is None
    assert str(found[second]) == (
        "Kim counted it on this image first: a recount checks that count, and changes no figure.")


def test_two_counts_of_one_analyst_have_different_texts(started: Any) -> None:
    started.click(30, 40)
    started.key("Return")
    first = started.bench.counts.count_id
    started.actions["recount"].trigger()
    started.events()
    started.click(80, 80)
    started.key("Return")
    rows = started.bench.session.survey.rows("counts")
    (before,), (after,) = [row for row in rows if row["id"] == first], [row for row in rows if row["id"] != first]
    started.bench.session.change("test", replaced={"counts": [{**before, "created_at": "2025-01-01T05:06:07Z"}]})
    started.events()
    at = after["created_at"][:19].replace("T", " ")
    box = started.find("yalu_count")
    assert sorted(box.itemText(n)[13:53] for n in range(2)) == sorted(
        f"Kim · 1 · begun {time} · 2025" [:40] for time in ("2025-01-01 05:06:07", at))
    started.find("yalu_count_compare").click()
    assert started.find("yalu_count_agreement").text() == (
        f"Seen in both counts: 0. Only Kim, begun {at}: 1. Only Kim, begun 2025-01-01 05:06:07: 1. Agreement 0 %.")


def test_the_buttons_of_the_classes_do_not_move(started: Any) -> None:
    """The status may wrap: the buttons stay under the pointer."""
    started.dock.show()
    button, status = started.find("yalu_class_truck"), started.find("yalu_count_status")
    started.events()
    before = button.mapTo(started.dock, button.rect().topLeft())
    started.key("Return")
    started.answer("Finish with 0")
    status.setText("A line. " * 60)
    started.events()
    assert button.mapTo(started.dock, button.rect().topLeft()) == before


@pytest.mark.parametrize("name", ["yalu_count", "yalu_count_area"])
def test_choosing_a_count_or_area_brings_it_into_view(started: Any, name: str) -> None:
    from qgis.core import QgsRectangle

    canvas, box = started.window.canvas, started.find(name)
    there, scale = started.bench.counts.area["geom"], canvas.scale()
    inside = canvas.extent()
    box.activated.emit(0)
    assert canvas.extent() == inside  # it is
    west = canvas.extent().xMinimum() - 5_000
    canvas.setExtent(QgsRectangle(west, inside.yMinimum(), west + inside.width(), inside.yMaximum()))
    box.activated.emit(0)
    from qgis.core import QgsGeometry

    from yalu_plugin.gui.map_coordinates import from_lonlat

    shown = from_lonlat(canvas).transformBoundingBox(QgsGeometry.fromWkt(there).boundingBox())
    assert canvas.extent().contains(shown) and round(canvas.scale()) == round(scale)
    canvas.zoomScale(100)
    box.activated.emit(0)
    assert canvas.extent().contains(shown) and canvas.scale() > 100


@pytest.mark.parametrize("when", ["before", "while it goes on"])
def test_no_second_layer_form_or_table_shows_the_marks_of_others(started: Any, when: str) -> None:
    """QGIS' Identify, tables and forms read the layer: they cannot show what its filter excludes."""
    from qgis.core import QgsVectorLayerCache
    from qgis.gui import QgsAttributeTableModel

    from yalu_plugin.layers.project import layer_with_role

    def added() -> Any:
        mine = started.bench.session.survey.layer("marks")
        started.bench.project.addMapLayer(mine)
        return mine

    started.click(30, 40)
    started.key("Return")
    mine = added() if when == "before" else None
    cache = QgsVectorLayerCache(layer_with_role(started.bench.project, "marks"), 100)
    table = QgsAttributeTableModel(cache)  # as an attribute table has it that is open already
    table.loadLayer()
    assert table.rowCount() == 1
    started.actions["recount"].trigger()
    started.events()
    mine = mine or added()
    for layer in (layer_with_role(started.bench.project, "marks"), mine):
        assert list(layer.getFeatures()) == []
    assert table.rowCount() == 0
    started.click(60, 60)
    started.key("Return")
    for layer in (layer_with_role(started.bench.project, "marks"), mine):
        assert len(list(layer.getFeatures())) == 2 and layer.subsetString() == ""


def test_one_layer_that_is_edited_leaves_all_as_they_were(started: Any) -> None:
    started.click(30, 40)
    started.key("Return")
    mine = started.bench.session.survey.layer("marks")
    started.bench.project.addMapLayer(mine)
    assert mine.startEditing()
    started.actions["recount"].trigger()
    started.events()
    assert not started.bench.blind.on and len(started.bench.session.survey.rows("counts")) == 1
    from yalu_plugin.layers.project import layer_with_role

    assert layer_with_role(started.bench.project, "marks").subsetString() == "" == mine.subsetString()
    mine.rollBack()


def test_a_filter_of_the_users_comes_back(started: Any) -> None:
    from yalu_plugin.layers.project import layer_with_role

    layer = layer_with_role(started.bench.project, "marks")
    layer.setSubsetString("\"label\" = 'car'")
    started.actions["recount"].trigger()
    assert "count_id" in layer.subsetString()
    started.actions["recount"].trigger()
    started.bench.history.undo()
    started.bench.history.undo()  # the started counts are removed: nothing is blind any more
    started.events()
    assert layer.subsetString() == "\"label\" = 'car'" and not started.bench.blind.on


def test_a_blind_count_stays_blind_when_it_is_continued(started: Any, tmp_path: Any) -> None:
    """After a restart, however the count is continued, and until it is finished."""
    from yalu_plugin.layers.project import layer_with_role

    started.click(50, 50)
    started.key("Return")
    first = started.bench.counts.count_id
    ANALYST_NAME.setValue("Lee")
    started.actions["recount"].trigger()
    started.click(60, 50)
    second = started.bench.counts.count_id
    assert started.bench.project.write(str(tmp_path / "saved.qgz"))
    assert started.bench.project.read(str(tmp_path / "saved.qgz"))
    started.events()
    layer = layer_with_role(started.bench.project, "marks")
    assert started.bench.blind.on and started.bench.counts.count_id == second
    assert second in layer.subsetString() and list(totals(started)) == ["This count"]
    started.bench.counting.stop()
    assert started.bench.blind.on and started.bench.counts.count_id == second
    box = started.find("yalu_count")
    box.activated.emit(started.dock.panel._count_ids.index(first))
    assert started.bar_texts() == ["This count is blind until it is finished. Press Finish count first."]
    assert started.bench.blind.on and box.currentIndex() == started.dock.panel._count_ids.index(second)
    started.bench.counting.finish()
    assert layer.subsetString() == "" and not started.bench.blind.on
    started.bench.counting.select_count(first)
    started.bench.counting.select_count(second)
    assert not started.bench.blind.on


def test_a_project_of_an_older_plugin_gets_the_layers(counter: Any) -> None:
    from yalu_plugin.layers.project import COUNTING, layer_with_role

    project = counter.bench.project
    project.removeMapLayers([layer_with_role(project, role).id() for role in COUNTING])
    counter.draw((20, 20), (120, 20), (120, 120))
    counter.key("Return")
    marks, areas = (layer_with_role(project, role) for role in COUNTING)
    assert areas.featureCount() == 1 and [one.value() for one in marks.renderer().categories()][:2] == ["car", "truck"]


def test_marks_being_edited_are_not_hidden_and_nothing_is_written(started: Any) -> None:
    from yalu_plugin.layers.project import layer_with_role

    layer = layer_with_role(started.bench.project, "marks")
    assert layer.startEditing()
    started.actions["recount"].trigger()
    assert "being edited" in started.bar_texts()[0] and len(started.bench.session.survey.rows("counts")) == 1
    layer.rollBack()


def test_a_truck_is_measured(started: Any) -> None:
    started.key("T")
    started.click(56, 50)
    started.key("M")
    assert started.find("yalu_count_hints").text().startswith("Click one end")
    started.click(50, 50)
    started.click(62, 50)
    started.click(55, 53)
    (row,) = started.bench.session.survey.rows("marks")
    assert row["length_m"] == pytest.approx(12, abs=0.6) and row["width_m"] == pytest.approx(3, abs=0.6)
    assert row["error_m"] == pytest.approx(0.408, abs=0.001) and row["label"] == "truck"
    assert started.find("yalu_count_measured").text().endswith("± 0.4 m")
    started.key("M")
    started.click(80, 80)
    started.click(100, 80)
    started.key("Return")  # without a width: a mark of its own
    new = started.bench.session.survey.rows("marks")[1]
    assert new["length_m"] == pytest.approx(20, abs=0.6) and new["width_m"] is None and new["label"] == "truck"
    started.bench.history.undo()
    assert len(started.labels()) == 1
    assert not started.find("yalu_count_measured").isHidden()
    started.bench.counting.stop()
    started.events()
    assert started.find("yalu_count_measured").isHidden()  # it was of that count


def test_escape_ends_measuring_and_backspace_removes_a_click(started: Any) -> None:
    started.key("M")
    started.click(50, 50)
    started.key("Backspace")
    started.click(50, 50)
    started.key("Escape")
    started.click(70, 70)
    assert started.labels() == ["car"]


def test_a_class_of_the_users_own(started: Any) -> None:
    started.bench.session.change("add", {"value_lists": [
        {"id": "v", "list": "mark_class", "value": "crane", "label": "Crane", "key": "k"}]})
    started.events()
    assert started.find("yalu_class_crane").text() == "K Crane"
    started.key("K")
    started.click(40, 40)
    assert started.labels() == ["crane"] and totals(started)["This count"] == ["0"] * 5 + ["1", "1"]


def test_what_was_counted_stays_when_its_site_is_deleted(counter: Any) -> None:
    from qgis.core import QgsPointXY

    from tests.gui.counting.conftest import lonlat

    site = counter.bench.annotation.add_site(QgsPointXY(*lonlat(70, 70)), "staging_area")
    counter.bench.sites.select([site])
    counter.draw((20, 20), (120, 20), (120, 120), (20, 120))
    counter.key("Return")
    counter.actions["begin_count"].trigger()
    counter.click(50, 50)
    (mark,) = counter.bench.session.survey.rows("marks")
    assert mark["site_id"] == site and counter.bench.session.survey.rows("areas")[0]["site_id"] == site
    counter.bench.editing.delete([site])
    counter.events()
    assert counter.labels() == ["car"] and totals(counter)["Lot 1 (in progress)"][-1] == "1"


def test_the_name_of_an_area(started: Any) -> None:
    name = started.find("yalu_area_name")
    name.selectAll()
    started.qt.QTest.keyClicks(name, "North lot")
    started.qt.key(name, started.qt.Qt.Key.Key_Return)
    (area,) = started.bench.session.survey.rows("areas")
    assert area["name"] == "North lot" and started.find("yalu_count_area").currentText() == "North lot"
    name.selectAll()
    started.qt.QTest.keyClicks(name, "   ")
    started.qt.key(name, started.qt.Qt.Key.Key_Return)
    assert started.bench.session.survey.rows("areas") == [area] and name.text() == "North lot"


def test_two_days_are_compared_or_the_reason_why_not_is_shown(started: Any, tmp_path: Any) -> None:
    from datetime import datetime, timezone

    from tests.gui.counting.conftest import a_scene

    started.click(50, 50)
    started.key("Return")
    late = datetime(2025, 9, 13, 2, tzinfo=timezone.utc)
    path = tmp_path / "SYNTHETIC_20250730.tif"
    other = tmp_path / "SYNTHETIC_20250913.tif"
    other.write_bytes(path.read_bytes())
    started.bench.scenes.add([a_scene(other, "b", acquired_from=late, acquired_to=late)])
    started.bench.imagery.show(started.bench.scenes.by_id["b"])
    started.actions["begin_count"].trigger()
    started.click(50, 50)
    started.click(60, 50)
    started.find("yalu_count_compare").click()
    assert started.find("yalu_count_agreement").text() == (
        "Not comparable: In progress: it is no figure until it is finished.")
    started.key("Return")
    started.find("yalu_count_compare").click()
    assert started.find("yalu_count_agreement").text() == "Here, less there: Car +1"
    assert totals(started)["Lot 1"][-1] == "2"  # of the day on screen alone
    started.bench.imagery.show(started.bench.scenes.by_id["a"])
    started.events()
    assert totals(started)["Lot 1"][-1] == "1"


@pytest.mark.parametrize("what", [
    {"areas": {"geom": None}}, {"areas": {"name": None}}, {"areas": {"name": "<b>a</b>\n" * 90}},
    {"counts": {"area_id": None}}, {"counts": {"image_id": None}}, {"counts": {"share_shown": 5.0}},
    {"counts": {"created_by": None}}, {"marks": {"geom": None}}, {"marks": {"label": None}},
    {"marks": {"label": "<i>tank</i>"}}, {"value_lists": {"value": None}}, {"value_lists": {"value": "x" * 400}}])
def test_values_of_other_programs_stop_nothing(started: Any, what: Any) -> None:
    from yalu_plugin.core.errors import YaluError
    from yalu_plugin.layers.survey.survey_counts import summary_of

    started.click(50, 50)
    bench = started.bench
    bench.session.change("add", {"value_lists": [{"id": "v", "list": "mark_class", "value": "crane", "key": "K"}]})
    ((table, values),) = what.items()
    (row,) = bench.session.survey.rows(table)
    count_id, area_id = bench.counts.count_id, bench.counts.area_id
    bench.session.change("outside", replaced={table: [{**row, **values}]})
    started.events()
    bench.counting.select_count(count_id)
    for act in (lambda: bench.counting.start(), lambda: bench.counting.start(blind=True), bench.marking.remove,
                bench.areas.corners,
                lambda: bench.areas.contents(bench.counting.need_area()["id"]), bench.counting.finish,
                bench.counting.reopen,
                lambda: bench.counting.agreement(count_id, bench.counts.count_id, 2.0)):
        try:
            act()
        except YaluError as error:
            assert "\n" not in str(error).replace("<b>a</b>\n", "")
    started.click(60, 60)
    bench.counting.stop()
    bench.counting.select_area(area_id)
    started.events()
    assert sum(row.number for row in summary_of(bench.session.survey).rows) >= len(started.labels()) - 1


def test_another_survey_ends_it(started: Any, new_survey: Any, tmp_path: Any) -> None:
    started.click(50, 50)
    started.bench.open_survey(new_survey(tmp_path / "other.gpkg", "Other").path)
    started.events()
    assert started.window.canvas.mapTool() is not started.dock.count_tool
    assert started.find("yalu_count_area").count() == 0 and totals(started) == {}


def test_without_a_survey_nothing_is_on(window: Any, empty_bench: Any, messages: Any, actions: Any) -> None:
    from yalu_plugin.gui.counting.counting_dock import CountingDock

    dock = CountingDock(empty_bench, messages, actions, window.canvas, window)
    names = ("draw_area", "begin_count", "recount", "count_objects", "measure_object", "finish_count", "reopen_count",
             "rename_area", "reshape_area", "delete_area")
    assert not any(actions.by_name[name].isEnabled() for name in names)
    dock.release()


@pytest.mark.parametrize("name", ["yalu_count_within", "yalu_count", "yalu_count_area", "yalu_count_compare",
                                  "yalu_class_bus", "yalu_begin_count_button"])
def test_a_class_key_works_wherever_the_focus_is_after_a_click(started: Any, name: str) -> None:
    widget, window = started.find(name), started.window
    started.dock.show()
    ANALYST_NAME.setValue("Lee")
    started.actions["begin_count"].trigger()  # next to Kim's, to compare with
    started.events()
    started.qt.click(widget)
    widget.setFocus()
    started.events()
    heard = window.focusWidget()
    assert heard is widget or heard.parent() is widget
    boxes = started.find("yalu_count"), started.find("yalu_count_area")
    before = [(box.currentIndex(), box.count()) for box in boxes]
    started.qt.key(heard, started.qt.Qt.Key.Key_T)
    started.events()
    assert started.bench.marking.label == "truck"
    assert before == [(box.currentIndex(), box.count()) for box in (started.find("yalu_count"),
                                                                    started.find("yalu_count_area"))]
    started.click(60, 60)
    assert started.labels() == ["truck"]


def test_a_letter_typed_into_a_box_is_no_class_key(started: Any) -> None:
    name, within = started.find("yalu_area_name"), started.find("yalu_count_within")
    started.dock.show()
    name.setFocus()
    name.selectAll()
    started.qt.QTest.keyClicks(name, "Tbos")
    assert name.text() == "Tbos" and started.bench.marking.label == "car"
    started.bench.session.change("add", added={"value_lists": [
        {"id": "five", "list": "mark_class", "value": "cart", "key": "5"}]})
    started.events()
    within.setFocus()
    within.selectAll()
    started.qt.QTest.keyClicks(within, "5")
    assert within.value() == 5.0 and started.bench.marking.label == "car"
    started.key("5")
    assert started.bench.marking.label == "cart"  # on the map it is


def test_the_panel_ignores_class_keys_after_counting(started: Any) -> None:
    started.key("Escape")
    box = started.find("yalu_count")
    started.dock.show()
    box.setFocus()
    started.qt.key(box, started.qt.Qt.Key.Key_T)
    assert started.bench.marking.label == "car"


def test_a_screen_reader_reads_lot_class_and_number(started: Any) -> None:
    role = started.qt.Qt.ItemDataRole.AccessibleTextRole
    started.click(50, 50)
    started.key("T")
    started.click(60, 50)
    started.click(70, 50)
    table = started.find("yalu_count_totals")
    assert [table.item(1, column).data(role) for column in (0, 1, 5)] == [
        "Lot 1 (in progress), Car: 1", "Lot 1 (in progress), Truck: 2", "Lot 1 (in progress), All: 3"]
    assert table.accessibleName() == "Counted, by lot and class"


def test_several_images_of_a_day_are_called_by_their_names(started: Any, tmp_path: Path) -> None:
    """As in the list of scenes; the only scene of its day is named by the day alone."""
    box = started.find("yalu_count")
    assert box.itemText(0).endswith("2025-07-30 UTC made acquired SYNTHETIC")
    started.bench.scenes.add([a_scene(made_image(tmp_path / "SYNTHETIC_east.tif"), "b")])
    started.events()
    assert box.itemText(0).endswith("2025-07-30 UTC made acquired SYNTHETIC SYNTHETIC_20250730.tif")
    started.bench.scenes.add([a_scene(tmp_path / "SYNTHETIC_east.tif", "b", platform="else")])
    started.events()
    assert box.itemText(0).endswith("2025-07-30 UTC made acquired SYNTHETIC")
