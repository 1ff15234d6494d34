"""Counting by real clicks and keys: in the file at once, undone, refused with one clear line, blind, measured."""

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


def totals(counted: Any) -> dict[str, list[str]]:
    table = counted.find("yalu_count_totals")
    return {table.verticalHeaderItem(row).text(): [table.item(row, column).text()
                                                  for column in range(table.columnCount())]
            for row in range(table.rowCount())}


def test_clicks_count_and_keys_choose_the_class(begun: Any) -> None:
    begun.click(30, 30)
    begun.key("T")
    begun.click(60, 30)
    begun.key("S")
    begun.click(90, 30)
    assert begun.labels() == ["car", "truck", "bus"] and not begun.told()
    (count,) = begun.bench.session.survey.rows("counts")
    rows = begun.bench.session.survey.rows("marks")
    assert {(row["count_id"], row["image_id"], row["created_by"]) for row in rows} == {(count["id"], "a", "Kim")}
    assert count["share_shown"] == pytest.approx(1) and count["created_by"] == "Kim"
    from tests.gui.counting.conftest import lonlat
    assert place_of(rows[0]) == pytest.approx(lonlat(30, 30), abs=5e-6)
    assert totals(begun) == {"This count": list("111003"), "Lot 1 (in progress)": list("111003")}
    assert begun.find("yalu_count_status").text() == (
        "The image shows 100 % of the area. In progress: Finish count makes it a figure")


def test_each_mark_is_one_change_that_is_undone(begun: Any) -> None:
    begun.click(30, 30)
    seq = begun.bench.session.facts.seq
    begun.click(60, 30)
    assert begun.bench.session.facts.seq == seq + 1 and begun.bench.history.done[:3] == ["Car", "Car", "Begin count"]
    begun.bench.history.undo()
    begun.events()
    assert begun.labels() == ["car"] and totals(begun)["This count"][-1] == "1"
    begun.bench.history.redo()
    assert begun.labels() == ["car", "car"]


def test_backspace_takes_the_last_and_delete_the_one_at_the_pointer(begun: Any) -> None:
    for key, east in (("C", 30), ("T", 60), ("S", 90)):
        begun.key(key)
        begun.click(east, 30)
    begun.qt.QTest.mouseMove(begun.view, begun.pixel(31, 31))
    begun.key("Delete")
    assert begun.labels() == ["truck", "bus"]
    begun.key("Backspace")
    assert begun.labels() == ["truck"]
    begun.qt.QTest.mouseMove(begun.view, begun.pixel(110, 110))
    begun.key("Delete")
    assert begun.labels() == ["truck"] and begun.told() == ["No mark of this count is there."]
    begun.key("Backspace")
    begun.key("Backspace")
    assert begun.labels() == [] and begun.told() == ["No mark of this count is there."]
    for _ in range(3):
        begun.bench.history.undo()
    assert sorted(begun.labels()) == ["bus", "car", "truck"]


def test_a_mark_is_moved_by_drag_and_by_key(begun: Any) -> None:
    from tests.gui.counting.conftest import lonlat

    begun.click(30, 30)
    begun.drag((30, 30), (70, 50))
    (row,) = begun.bench.session.survey.rows("marks")
    assert place_of(row) == pytest.approx(lonlat(70, 50), abs=5e-6)
    begun.qt.QTest.mouseMove(begun.view, begun.pixel(74, 50))
    begun.key("X")
    (row,) = begun.bench.session.survey.rows("marks")
    assert place_of(row) == pytest.approx(lonlat(74, 50), abs=5e-6)
    begun.drag((74, 50), (150, 50))  # out of the area: it stays
    assert "lies outside Lot 1" in begun.told()[0]
    assert begun.bench.session.survey.rows("marks") == [row]
    begun.bench.history.undo()
    begun.bench.history.undo()
    (row,) = begun.bench.session.survey.rows("marks")
    assert place_of(row) == pytest.approx(lonlat(30, 30), abs=5e-6)


def test_a_hand_that_trembles_loses_no_click_and_two_fast_ones_are_one(begun: Any) -> None:
    begun.drag((50, 50), (53, 50))
    assert begun.labels() == ["car"]
    begun.click(51, 50)  # beside a mark, as near as one would grab it
    assert begun.labels() == ["car", "car"]
    begun.bench.history.undo()
    begun.qt.QTest.mouseDClick(begun.view, begun.qt.Qt.MouseButton.LeftButton, begun.qt.Qt.KeyboardModifier.NoModifier,
                               begun.pixel(80, 80))
    assert len(begun.labels()) == 1  # no press of its own came before it in this test
    begun.click(80, 80)
    begun.qt.QTest.mouseDClick(begun.view, begun.qt.Qt.MouseButton.LeftButton, begun.qt.Qt.KeyboardModifier.NoModifier,
                               begun.pixel(80, 80))
    assert len(begun.labels()) == 2


def test_an_area_by_clicks(counted: Any) -> None:
    counted.draw((20, 20), (120, 20), (200, 200))
    assert "Enter or double click ends" in counted.find("yalu_count_hints").text()
    counted.key("Backspace")
    counted.click(120, 120)
    counted.qt.QTest.mouseDClick(counted.view, counted.qt.Qt.MouseButton.LeftButton,
                                 counted.qt.Qt.KeyboardModifier.NoModifier, counted.pixel(120, 120))
    (area,) = counted.bench.session.survey.rows("areas")
    from qgis.core import QgsDistanceArea, QgsGeometry

    measure = QgsDistanceArea()
    measure.setEllipsoid("WGS84")
    assert measure.measureArea(QgsGeometry.fromWkt(area["geom"])) == pytest.approx(5000, rel=0.03)
    assert area["name"] == "Lot 1" and area["created_by"] == "Kim" and area["site_id"] is None
    assert counted.window.canvas.mapTool() is not counted.dock.tools[0]
    counted.bench.history.undo()
    assert counted.bench.session.survey.rows("areas") == []


@pytest.mark.parametrize("corners", [[], [(20, 20)], [(20, 20), (60, 60)], [(20, 20), (60, 60), (100, 100)],
                                     [(20, 20), (100, 100), (100, 20), (20, 100)]])
def test_corners_that_enclose_nothing_are_refused_and_stay(counted: Any, corners: Any) -> None:
    counted.draw(*corners)
    counted.key("Return")
    assert counted.bench.session.survey.rows("areas") == []
    assert counted.told() == [f"These {len(corners)} corners enclose no area, or its edges cross. Click at least three "
                              "corners in turn around it."]
    assert counted.window.canvas.mapTool() is counted.dock.tools[0]  # nothing is lost: go on
    counted.key("Escape")
    assert counted.window.canvas.mapTool() is not counted.dock.tools[0]


def test_a_count_needs_an_area_and_a_dated_scene(counted: Any) -> None:
    counted.made["begin_count"].trigger()
    assert counted.told() == ["No area is chosen. Choose one in the Counting panel, or draw one there."]
    counted.draw((20, 20), (120, 20), (120, 120))
    counted.key("Return")
    counted.bench.imagery.scene, counted.bench.imagery.drawn = None, ()
    counted.made["count_objects"].trigger()
    assert "No dated scene is on screen" in counted.told()[0] and not counted.made["count_objects"].isChecked()
    assert counted.bench.session.survey.rows("counts") == []


@pytest.mark.parametrize(("more", "why"), [
    ({"date_kind": "released"}, "is dated by its release"),
    ({"acquired_from": None, "acquired_to": None, "date_kind": "", "date_source": ""}, "No dated scene is on screen"),
    ({"footprint_wkt": "POLYGON ((1 1, 2 1, 2 2, 1 2, 1 1))"}, "shows nothing of Lot 1")])
def test_pictures_that_tell_nothing_are_refused(counted: Any, tmp_path: Any, more: Any, why: str) -> None:
    from tests.gui.counting.conftest import a_scene

    counted.draw((20, 20), (120, 20), (120, 120))
    counted.key("Return")
    scene = a_scene(tmp_path / "SYNTHETIC_20250730.tif", "b", **more)
    counted.bench.imagery.scene, counted.bench.imagery.drawn = scene, (scene,)
    counted.made["begin_count"].trigger()
    assert why in counted.told()[0] and counted.bench.session.survey.rows("counts") == []


def test_clicks_that_cannot_count_say_why(begun: Any) -> None:
    begun.click(180, 180)
    assert begun.labels() == [] and begun.told() == [
        "This place lies outside Lot 1: nothing was counted. Click within it, or choose another area."]
    scene = begun.bench.imagery.scene
    begun.bench.imagery.drawn = ()
    begun.click(50, 50)
    assert "which is not on screen" in begun.told()[0] and begun.labels() == []
    begun.bench.imagery.drawn = (scene,)
    ANALYST_NAME.setValue("Lee")
    begun.click(50, 50)
    assert begun.labels() == [] and begun.told()[0].startswith("This count is by Kim.")
    ANALYST_NAME.setValue("Kim")
    begun.click(50, 50)
    assert begun.labels() == ["car"]


def test_ones_own_count_is_gone_on_with(begun: Any) -> None:
    begun.click(50, 50)
    begun.bench.counting.stop()
    begun.events()
    assert begun.bench.counts.count_id == "" and begun.window.canvas.mapTool() is not begun.dock.count_tool
    begun.made["count_objects"].trigger()
    begun.click(60, 50)
    assert len(begun.bench.session.survey.rows("counts")) == 1 and begun.labels() == ["car", "car"]


def test_a_count_that_is_chosen_is_gone_on_with(begun: Any) -> None:
    begun.click(50, 50)
    begun.bench.counting.stop()
    begun.events()
    assert begun.find("yalu_count_hints").text().startswith("Choose or draw an area")
    begun.bench.imagery.show_day(date(2024, 1, 1))
    begun.made["begin_count"].trigger()
    assert "No dated scene is on screen" in begun.told()[0]
    box = begun.find("yalu_count")
    box.setCurrentIndex(0)
    box.activated.emit(0)
    begun.events()
    assert begun.bench.imagery.scene.id == "a" and begun.window.canvas.mapTool() is begun.dock.count_tool
    begun.key("Escape")
    assert begun.find("yalu_count_hints").text().startswith("Ctrl+Alt+N goes on counting")
    assert not begun.made["count_objects"].isChecked()
    begun.made["count_objects"].trigger()
    begun.click(60, 60)
    assert len(begun.bench.session.survey.rows("counts")) == 1 and begun.labels() == ["car", "car"]


def test_a_blind_recount_and_its_agreement(begun: Any) -> None:
    for east in (30, 50, 70):
        begun.click(east, 40)
    begun.key("Return")
    first = begun.bench.counts.count_id
    ANALYST_NAME.setValue("Lee")
    begun.made["recount"].trigger()
    begun.events()
    from yalu_plugin.layers.project import layer_with_role

    layer = layer_with_role(begun.bench.project, "marks")
    assert layer.featureCount() == 0 and list(totals(begun)) == ["This count"]
    assert begun.find("yalu_count_status").text().endswith("other marks are hidden until Finish count")
    box = begun.find("yalu_count")
    assert sorted(box.itemText(at).split(" · begun ", 1)[0] for at in range(box.count())) == [
        "Kim", "Lee · 0 · in progress"]
    begun.click(31, 40)
    begun.key("T")
    begun.click(51, 40)
    begun.click(100, 100)
    assert len(list(layer.getFeatures())) == 3 and begun.bench.blind.on
    assert not begun.find("yalu_count_compare").isEnabled()
    second = begun.bench.counts.count_id
    begun.key("Return")
    assert layer.subsetString() == "" and not begun.bench.blind.on
    assert begun.bench.counts.count_id == second  # to be compared at once
    begun.find("yalu_count_compare").click()
    assert begun.find("yalu_count_agreement").text() == (
        "Seen in both counts: 2. Only Lee: 1. Only Kim: 1. Agreement 50 %. Of another class: 1 (Truck / Car 1); "
        "agreement on class too 25 %.")
    found = {one.image_count.id: one.exclusion_reason for one in begun.bench.counts.counts_of_area()}
    assert found[first] is None
    assert str(found[second]) == (
        "Kim counted it on this image first: a recount checks that count, and changes no figure.")


def test_two_counts_of_one_analyst_are_told_apart(begun: Any) -> None:
    begun.click(30, 40)
    begun.key("Return")
    first = begun.bench.counts.count_id
    begun.made["recount"].trigger()
    begun.events()
    begun.click(80, 80)
    begun.key("Return")
    rows = begun.bench.session.survey.rows("counts")
    (before,), (after,) = [row for row in rows if row["id"] == first], [row for row in rows if row["id"] != first]
    begun.bench.session.change("test", replaced={"counts": [{**before, "created_at": "2025-01-01T05:06:07Z"}]})
    begun.events()
    at = after["created_at"][:19].replace("T", " ")
    box = begun.find("yalu_count")
    assert sorted(box.itemText(n)[:40] for n in range(2)) == sorted(
        f"Kim · 1 · begun {time} · 2025" [:40] for time in ("2025-01-01 05:06:07", at))
    begun.find("yalu_count_compare").click()
    assert begun.find("yalu_count_agreement").text() == (
        f"Seen in both counts: 0. Only Kim, begun {at}: 1. Only Kim, begun 2025-01-01 05:06:07: 1. Agreement 0 %.")


def test_the_buttons_of_the_classes_do_not_move(begun: Any) -> None:
    """What a status says may wrap: they stay under the pointer."""
    begun.dock.show()
    button, status = begun.find("yalu_class_truck"), begun.find("yalu_count_status")
    begun.events()
    before = button.mapTo(begun.dock, button.rect().topLeft())
    begun.key("Return")
    begun.answer("Finish with 0")
    status.setText("A line. " * 60)
    begun.events()
    assert button.mapTo(begun.dock, button.rect().topLeft()) == before


@pytest.mark.parametrize("name", ["yalu_count", "yalu_count_area"])
def test_choosing_a_count_or_area_brings_it_into_view(begun: Any, name: str) -> None:
    from qgis.core import QgsRectangle

    canvas, box = begun.window.canvas, begun.find(name)
    there, scale = begun.bench.counts.area["geom"], canvas.scale()
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
def test_no_second_layer_form_or_table_shows_the_marks_of_others(begun: Any, when: str) -> None:
    """QGIS' Identify, tables and forms read the layer: what its filter leaves out they cannot show."""
    from qgis.core import QgsVectorLayerCache
    from qgis.gui import QgsAttributeTableModel

    from yalu_plugin.layers.project import layer_with_role

    def added() -> Any:
        mine = begun.bench.session.survey.layer("marks")
        begun.bench.project.addMapLayer(mine)
        return mine

    begun.click(30, 40)
    begun.key("Return")
    mine = added() if when == "before" else None
    cache = QgsVectorLayerCache(layer_with_role(begun.bench.project, "marks"), 100)
    table = QgsAttributeTableModel(cache)  # as an attribute table has it that is open already
    table.loadLayer()
    assert table.rowCount() == 1
    begun.made["recount"].trigger()
    begun.events()
    mine = mine or added()
    for layer in (layer_with_role(begun.bench.project, "marks"), mine):
        assert list(layer.getFeatures()) == []
    assert table.rowCount() == 0
    begun.click(60, 60)
    begun.key("Return")
    for layer in (layer_with_role(begun.bench.project, "marks"), mine):
        assert len(list(layer.getFeatures())) == 2 and layer.subsetString() == ""


def test_one_layer_that_is_edited_leaves_all_as_they_were(begun: Any) -> None:
    begun.click(30, 40)
    begun.key("Return")
    mine = begun.bench.session.survey.layer("marks")
    begun.bench.project.addMapLayer(mine)
    assert mine.startEditing()
    begun.made["recount"].trigger()
    begun.events()
    assert not begun.bench.blind.on and len(begun.bench.session.survey.rows("counts")) == 1
    from yalu_plugin.layers.project import layer_with_role

    assert layer_with_role(begun.bench.project, "marks").subsetString() == "" == mine.subsetString()
    mine.rollBack()


def test_a_filter_of_the_users_comes_back(begun: Any) -> None:
    from yalu_plugin.layers.project import layer_with_role

    layer = layer_with_role(begun.bench.project, "marks")
    layer.setSubsetString("\"label\" = 'car'")
    begun.made["recount"].trigger()
    assert "count_id" in layer.subsetString()
    begun.made["recount"].trigger()
    begun.bench.history.undo()
    begun.bench.history.undo()  # the counts that were begun are gone: nothing is blind any more
    begun.events()
    assert layer.subsetString() == "\"label\" = 'car'" and not begun.bench.blind.on


def test_a_blind_count_stays_blind_when_it_is_taken_up_again(begun: Any, tmp_path: Any) -> None:
    """After a restart, by another way than the one it was left by, and until it is finished."""
    from yalu_plugin.layers.project import layer_with_role

    begun.click(50, 50)
    begun.key("Return")
    first = begun.bench.counts.count_id
    ANALYST_NAME.setValue("Lee")
    begun.made["recount"].trigger()
    begun.click(60, 50)
    second = begun.bench.counts.count_id
    assert begun.bench.project.write(str(tmp_path / "saved.qgz"))
    assert begun.bench.project.read(str(tmp_path / "saved.qgz"))
    begun.events()
    layer = layer_with_role(begun.bench.project, "marks")
    assert begun.bench.blind.on and begun.bench.counts.count_id == second
    assert second in layer.subsetString() and list(totals(begun)) == ["This count"]
    begun.bench.counting.stop()
    assert begun.bench.blind.on and begun.bench.counts.count_id == second
    box = begun.find("yalu_count")
    box.activated.emit(begun.dock.panel._count_ids.index(first))
    assert begun.told() == ["This count is blind until it is finished. Press Finish count first."]
    assert begun.bench.blind.on and box.currentIndex() == begun.dock.panel._count_ids.index(second)
    begun.bench.counting.finish()
    assert layer.subsetString() == "" and not begun.bench.blind.on
    begun.bench.counting.select_count(first)
    begun.bench.counting.select_count(second)
    assert not begun.bench.blind.on


def test_a_project_of_an_older_plugin_gets_the_layers(counted: Any) -> None:
    from yalu_plugin.layers.project import COUNTING, layer_with_role

    project = counted.bench.project
    project.removeMapLayers([layer_with_role(project, role).id() for role in COUNTING])
    counted.draw((20, 20), (120, 20), (120, 120))
    counted.key("Return")
    marks, areas = (layer_with_role(project, role) for role in COUNTING)
    assert areas.featureCount() == 1 and [one.value() for one in marks.renderer().categories()][:2] == ["car", "truck"]


def test_marks_being_edited_are_not_hidden_and_nothing_is_written(begun: Any) -> None:
    from yalu_plugin.layers.project import layer_with_role

    layer = layer_with_role(begun.bench.project, "marks")
    assert layer.startEditing()
    begun.made["recount"].trigger()
    assert "being edited" in begun.told()[0] and len(begun.bench.session.survey.rows("counts")) == 1
    layer.rollBack()


def test_a_truck_is_measured(begun: Any) -> None:
    begun.key("T")
    begun.click(56, 50)
    begun.key("M")
    assert begun.find("yalu_count_hints").text().startswith("Click one end")
    begun.click(50, 50)
    begun.click(62, 50)
    begun.click(55, 53)
    (row,) = begun.bench.session.survey.rows("marks")
    assert row["length_m"] == pytest.approx(12, abs=0.6) and row["width_m"] == pytest.approx(3, abs=0.6)
    assert row["error_m"] == pytest.approx(0.408, abs=0.001) and row["label"] == "truck"
    assert begun.find("yalu_count_measured").text().endswith("± 0.4 m")
    begun.key("M")
    begun.click(80, 80)
    begun.click(100, 80)
    begun.key("Return")  # without a width: a mark of its own
    new = begun.bench.session.survey.rows("marks")[1]
    assert new["length_m"] == pytest.approx(20, abs=0.6) and new["width_m"] is None and new["label"] == "truck"
    begun.bench.history.undo()
    assert len(begun.labels()) == 1
    assert not begun.find("yalu_count_measured").isHidden()
    begun.bench.counting.stop()
    begun.events()
    assert begun.find("yalu_count_measured").isHidden()  # it was of that count


def test_measuring_is_left_by_escape_and_a_click_taken_back(begun: Any) -> None:
    begun.key("M")
    begun.click(50, 50)
    begun.key("Backspace")
    begun.click(50, 50)
    begun.key("Escape")
    begun.click(70, 70)
    assert begun.labels() == ["car"]


def test_a_class_of_the_users_own(begun: Any) -> None:
    begun.bench.session.change("add", {"value_lists": [
        {"id": "v", "list": "mark_class", "value": "crane", "label": "Crane", "key": "k"}]})
    begun.events()
    assert begun.find("yalu_class_crane").text() == "K Crane"
    begun.key("K")
    begun.click(40, 40)
    assert begun.labels() == ["crane"] and totals(begun)["This count"] == ["0"] * 5 + ["1", "1"]


def test_what_was_counted_stays_when_its_site_is_deleted(counted: Any) -> None:
    from qgis.core import QgsPointXY

    from tests.gui.counting.conftest import lonlat

    site = counted.bench.annotation.add_site(QgsPointXY(*lonlat(70, 70)), "staging_area")
    counted.bench.sites.select([site])
    counted.draw((20, 20), (120, 20), (120, 120), (20, 120))
    counted.key("Return")
    counted.made["begin_count"].trigger()
    counted.click(50, 50)
    (mark,) = counted.bench.session.survey.rows("marks")
    assert mark["site_id"] == site and counted.bench.session.survey.rows("areas")[0]["site_id"] == site
    counted.bench.editing.delete([site])
    counted.events()
    assert counted.labels() == ["car"] and totals(counted)["Lot 1 (in progress)"][-1] == "1"


def test_the_name_of_an_area(begun: Any) -> None:
    name = begun.find("yalu_area_name")
    name.selectAll()
    begun.qt.QTest.keyClicks(name, "North lot")
    begun.qt.key(name, begun.qt.Qt.Key.Key_Return)
    (area,) = begun.bench.session.survey.rows("areas")
    assert area["name"] == "North lot" and begun.find("yalu_count_area").currentText() == "North lot"
    name.selectAll()
    begun.qt.QTest.keyClicks(name, "   ")
    begun.qt.key(name, begun.qt.Qt.Key.Key_Return)
    assert begun.bench.session.survey.rows("areas") == [area] and name.text() == "North lot"


def test_two_days_are_compared_or_it_says_why_not(begun: Any, tmp_path: Any) -> None:
    from datetime import datetime, timezone

    from tests.gui.counting.conftest import a_scene

    begun.click(50, 50)
    begun.key("Return")
    late = datetime(2025, 9, 13, 2, tzinfo=timezone.utc)
    path = tmp_path / "SYNTHETIC_20250730.tif"
    other = tmp_path / "SYNTHETIC_20250913.tif"
    other.write_bytes(path.read_bytes())
    begun.bench.scenes.add([a_scene(other, "b", acquired_from=late, acquired_to=late)])
    begun.bench.imagery.show(begun.bench.scenes.by_id["b"])
    begun.made["begin_count"].trigger()
    begun.click(50, 50)
    begun.click(60, 50)
    begun.find("yalu_count_compare").click()
    assert begun.find("yalu_count_agreement").text() == (
        "Not comparable: In progress: it is no figure until it is finished.")
    begun.key("Return")
    begun.find("yalu_count_compare").click()
    assert begun.find("yalu_count_agreement").text() == "Here, less there: Car +1"
    assert totals(begun)["Lot 1"][-1] == "2"  # of the day on screen alone
    begun.bench.imagery.show(begun.bench.scenes.by_id["a"])
    begun.events()
    assert totals(begun)["Lot 1"][-1] == "1"


@pytest.mark.parametrize("what", [
    {"areas": {"geom": None}}, {"areas": {"name": None}}, {"areas": {"name": "<b>a</b>\n" * 90}},
    {"counts": {"area_id": None}}, {"counts": {"image_id": None}}, {"counts": {"share_shown": 5.0}},
    {"counts": {"created_by": None}}, {"marks": {"geom": None}}, {"marks": {"label": None}},
    {"marks": {"label": "<i>tank</i>"}}, {"value_lists": {"value": None}}, {"value_lists": {"value": "x" * 400}}])
def test_what_other_programs_wrote_stops_nothing(begun: Any, what: Any) -> None:
    from yalu_plugin.core.errors import YaluError
    from yalu_plugin.layers.survey.survey_counts import summary_of

    begun.click(50, 50)
    bench = begun.bench
    bench.session.change("add", {"value_lists": [{"id": "v", "list": "mark_class", "value": "crane", "key": "K"}]})
    ((table, values),) = what.items()
    (row,) = bench.session.survey.rows(table)
    count_id, area_id = bench.counts.count_id, bench.counts.area_id
    bench.session.change("outside", replaced={table: [{**row, **values}]})
    begun.events()
    bench.counting.select_count(count_id)
    for act in (lambda: bench.counting.start(), lambda: bench.counting.start(blind=True), bench.marking.remove,
                bench.areas.corners,
                lambda: bench.areas.hanging(bench.counting.need_area()["id"]), bench.counting.finish,
                bench.counting.reopen,
                lambda: bench.counting.agreement(count_id, bench.counts.count_id, 2.0)):
        try:
            act()
        except YaluError as error:
            assert "\n" not in str(error).replace("<b>a</b>\n", "")
    begun.click(60, 60)
    bench.counting.stop()
    bench.counting.select_area(area_id)
    begun.events()
    assert sum(row.number for row in summary_of(bench.session.survey).rows) >= len(begun.labels()) - 1


def test_another_survey_ends_it(begun: Any, new_survey: Any, tmp_path: Any) -> None:
    begun.click(50, 50)
    begun.bench.open_survey(new_survey(tmp_path / "other.gpkg", "Other").path)
    begun.events()
    assert begun.window.canvas.mapTool() is not begun.dock.count_tool
    assert begun.find("yalu_count_area").count() == 0 and totals(begun) == {}


def test_without_a_survey_nothing_is_on(window: Any, empty_bench: Any, messages: Any, actions: Any) -> None:
    from yalu_plugin.gui.counting.counting_dock import CountingDock

    dock = CountingDock(empty_bench, messages, actions, window.canvas, window)
    names = ("draw_area", "begin_count", "recount", "count_objects", "measure_object", "finish_count", "reopen_count",
             "rename_area", "reshape_area", "delete_area")
    assert not any(actions.by_name[name].isEnabled() for name in names)
    dock.release()


@pytest.mark.parametrize("name", ["yalu_count_within", "yalu_count", "yalu_count_area", "yalu_count_compare",
                                  "yalu_class_bus", "yalu_begin_count_button"])
def test_a_class_key_is_heard_wherever_a_click_has_left_the_keys(begun: Any, name: str) -> None:
    widget, window = begun.find(name), begun.window
    begun.dock.show()
    ANALYST_NAME.setValue("Lee")
    begun.made["begin_count"].trigger()  # beside Kim's: there is something to compare
    begun.events()
    begun.qt.click(widget)
    widget.setFocus()
    begun.events()
    heard = window.focusWidget()
    assert heard is widget or heard.parent() is widget
    before = [(box.currentIndex(), box.count()) for box in (begun.find("yalu_count"), begun.find("yalu_count_area"))]
    begun.qt.key(heard, begun.qt.Qt.Key.Key_T)
    begun.events()
    assert begun.bench.marking.label == "truck"
    assert before == [(box.currentIndex(), box.count()) for box in (begun.find("yalu_count"),
                                                                    begun.find("yalu_count_area"))]
    begun.click(60, 60)
    assert begun.labels() == ["truck"]


def test_what_is_typed_into_a_box_is_no_class_key(begun: Any) -> None:
    name, within = begun.find("yalu_area_name"), begun.find("yalu_count_within")
    begun.dock.show()
    name.setFocus()
    name.selectAll()
    begun.qt.QTest.keyClicks(name, "Tbos")
    assert name.text() == "Tbos" and begun.bench.marking.label == "car"
    begun.bench.session.change("add", added={"value_lists": [
        {"id": "five", "list": "mark_class", "value": "cart", "key": "5"}]})
    begun.events()
    within.setFocus()
    within.selectAll()
    begun.qt.QTest.keyClicks(within, "5")
    assert within.value() == 5.0 and begun.bench.marking.label == "car"
    begun.key("5")
    assert begun.bench.marking.label == "cart"  # on the map it is


def test_class_keys_are_no_keys_of_the_panel_once_nobody_counts(begun: Any) -> None:
    begun.key("Escape")
    box = begun.find("yalu_count")
    begun.dock.show()
    box.setFocus()
    begun.qt.key(box, begun.qt.Qt.Key.Key_T)
    assert begun.bench.marking.label == "car"


def test_a_screen_reader_is_told_lot_class_and_number(begun: Any) -> None:
    role = begun.qt.Qt.ItemDataRole.AccessibleTextRole
    begun.click(50, 50)
    begun.key("T")
    begun.click(60, 50)
    begun.click(70, 50)
    table = begun.find("yalu_count_totals")
    assert [table.item(1, column).data(role) for column in (0, 1, 5)] == [
        "Lot 1 (in progress), Car: 1", "Lot 1 (in progress), Truck: 2", "Lot 1 (in progress), All: 3"]
    assert table.accessibleName() == "Counted, by lot and class"


def test_several_images_of_a_day_are_called_by_their_names(begun: Any, tmp_path: Path) -> None:
    """As in the list of scenes; the only one of its day is called by the day alone."""
    box = begun.find("yalu_count")
    assert box.itemText(0).endswith("2025-07-30 UTC made acquired SYNTHETIC")
    begun.bench.scenes.add([a_scene(made_image(tmp_path / "SYNTHETIC_east.tif"), "b")])
    begun.events()
    assert box.itemText(0).endswith("2025-07-30 UTC made acquired SYNTHETIC SYNTHETIC_20250730.tif")
    begun.bench.scenes.add([a_scene(tmp_path / "SYNTHETIC_east.tif", "b", platform="else")])
    begun.events()
    assert box.itemText(0).endswith("2025-07-30 UTC made acquired SYNTHETIC")
