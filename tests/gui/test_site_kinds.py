"""Custom kinds: in the survey and its record, on the map, in forms, and wherever a kind is selected."""

from __future__ import annotations

from typing import Any

import pytest

from yalu_plugin.core.custom_kinds import CustomKind
from yalu_plugin.core.kinds import SITE_KINDS

CABLE = CustomKind("Cable car", "C", "star", "#ff8800")


@pytest.fixture
def with_kind(bench: Any) -> Any:
    bench.site_kinds.add(CABLE)
    return bench


def site_of(bench: Any, kind: str, site_id: str = "own") -> None:
    bench.session.change("add", added={"sites": [{"id": site_id, "kind": kind, "geom": "POINT (127.6 41.45)"}]})


def layer_of(bench: Any, role: str) -> Any:
    from yalu_plugin.layers.project import layer_with_role

    return layer_with_role(bench.project, role)


def drawn(bench: Any) -> dict[str, tuple[str, str]]:
    """The shape and colour of each kind's symbol on the map."""
    found = {}
    for category in layer_of(bench, "sites").renderer().categories():
        top = category.symbol().symbolLayers()[-1]
        found[category.value()] = top.properties()["name"], top.fillColor().name()
    return found


def offered(bench: Any, role: str = "sites") -> list[str]:
    layer = layer_of(bench, role)
    setup = layer.editorWidgetSetup(layer.fields().indexOf("kind"))
    return [value for pair in setup.config()["map"] for value in pair.values()]


def test_a_kind_is_a_row_of_the_survey_and_its_record(with_kind: Any) -> None:
    (row,) = with_kind.session.survey.rows("value_lists")
    assert {name: row[name] for name in ("list", "value", "key", "shape", "colour")} == {
        "list": "site_kind", "value": "Cable car", "key": "C", "shape": "star", "colour": "#ff8800"}
    last = with_kind.session.survey.rows("audit")[-1]
    assert (last["action"], last["table_name"], last["row_id"], last["origin"]) == (
        "edit", "value_lists", row["id"], "plugin")
    assert with_kind.site_kinds.custom == [CABLE] and with_kind.site_kinds.all() == [*SITE_KINDS, "Cable car"]


def test_a_custom_kind_has_a_symbol_and_is_in_the_forms(with_kind: Any) -> None:
    assert drawn(with_kind)["Cable car"] == ("star", "#ff8800") and set(drawn(with_kind)) == {*SITE_KINDS, "Cable car"}
    assert "Cable car" in offered(with_kind) and "Cable car" in offered(with_kind, "site_states")
    rule = layer_of(with_kind, "sites").fields().field("kind").constraints()
    assert "'Cable car'" in rule.constraintExpression()


def test_undo_removes_a_kind_everywhere_and_redo_restores_it(with_kind: Any) -> None:
    assert with_kind.history.undo()
    assert with_kind.site_kinds.custom == [] and "Cable car" not in drawn(with_kind)
    assert "Cable car" not in offered(with_kind)
    assert with_kind.history.redo()
    assert with_kind.site_kinds.custom == [CABLE] and drawn(with_kind)["Cable car"] == ("star", "#ff8800")


def test_a_kind_that_another_program_adds_shows_at_once(bench: Any) -> None:
    from yalu_plugin.layers.survey.write import change

    change(bench.session.survey.path, "script", {"value_lists": [
        {"id": "v", "list": "site_kind", "value": "Rope ferry", "shape": "hexagon", "colour": "#00aa00"}]})
    bench.session.refresh()
    assert drawn(bench)["Rope ferry"] == ("hexagon", "#00aa00") and "Rope ferry" in offered(bench)


def test_another_word_is_that_of_its_sites_in_one_change(with_kind: Any) -> None:
    site_of(with_kind, "Cable car")
    seq = with_kind.session.survey.head().seq
    with_kind.site_kinds.change("Cable car", CABLE._replace(value="Cableway", colour="#0000ff"))
    assert with_kind.session.facts.row("sites", "own")["kind"] == "Cableway"
    assert drawn(with_kind)["Cableway"] == ("star", "#0000ff") and "Cable car" not in drawn(with_kind)
    assert with_kind.session.survey.head().seq == seq + 2
    assert with_kind.history.undo() and with_kind.session.facts.row("sites", "own")["kind"] == "Cable car"
    assert drawn(with_kind)["Cable car"] == ("star", "#ff8800")


def test_a_symbol_that_the_user_has_changed_in_qgis_stays_until_the_kind_is_changed(with_kind: Any) -> None:
    from yalu_plugin.layers.survey.kind_symbols import symbol_of

    renderer = layer_of(with_kind, "sites").renderer()
    place = [one.value() for one in renderer.categories()].index("Cable car")
    renderer.updateCategorySymbol(place, symbol_of(CABLE._replace(shape="shield")))
    with_kind.site_kinds.add(CustomKind("Rope ferry"))
    assert drawn(with_kind)["Cable car"][0] == "shield"
    with_kind.site_kinds.change("Cable car", CABLE._replace(shape="heart"))
    assert drawn(with_kind)["Cable car"][0] == "heart"


@pytest.mark.parametrize(("kind", "error"), [
    (CustomKind(""), "KindNeedsWord"), (CustomKind(" \n\u200b"), "KindNeedsWord"),
    (CustomKind("cable CAR"), "KindExists"), (CustomKind("vehicle_ford"), "KindExists"),
    (CustomKind("Barge crossing"), "KindExists"), (CustomKind("Ferry", "V"), "KeyTaken"),
    (CustomKind("Ferry", "c"), "KeyTaken"), (CustomKind("Ferry", "?"), "KeyTaken"),
    (CustomKind("Ferry", "é"), "KeyTaken")])
def test_invalid_kinds_cannot_be_added(with_kind: Any, kind: CustomKind, error: str) -> None:
    from yalu_plugin.core.errors import YaluError

    with pytest.raises(YaluError) as raised:
        with_kind.site_kinds.add(kind)
    assert type(raised.value).__name__ == error
    assert with_kind.site_kinds.custom == [CABLE]


def test_a_kind_that_sites_have_is_not_removed(with_kind: Any) -> None:
    from yalu_plugin.workbench.site_kinds import KindInUse

    site_of(with_kind, "Cable car")
    with pytest.raises(KindInUse, match="1 site is of the kind Cable car"):
        with_kind.site_kinds.remove("Cable car")
    with_kind.editing.set_kind(["own"], "other")
    with_kind.site_kinds.remove("Cable car")
    assert with_kind.site_kinds.custom == [] and "Cable car" not in drawn(with_kind)


def test_opening_gives_the_kinds_again(with_kind: Any) -> None:
    with_kind.open_survey(with_kind.session.survey.path)
    assert with_kind.site_kinds.custom == [CABLE] and drawn(with_kind)["Cable car"] == ("star", "#ff8800")


def test_another_survey_has_its_own_kinds(with_kind: Any, new_survey: Any, tmp_path: Any) -> None:
    with_kind.open_survey(new_survey(tmp_path / "other.gpkg", "Other").path)
    assert with_kind.site_kinds.custom == [] and "Cable car" not in offered(with_kind)


def test_an_edit_with_a_kind_of_no_list_is_refused_and_with_an_own_one_saved(with_kind: Any, qgis_app: Any) -> None:
    layer = layer_of(with_kind, "sites")
    errors: list[str] = []
    with_kind.error_occurred.connect(lambda error: errors.append(str(error)))
    fid, kind = next(layer.getFeatures()).id(), layer.fields().indexOf("kind")
    assert layer.startEditing() and layer.changeAttributeValue(fid, kind, "helipad")
    assert not layer.commitChanges(False)
    qgis_app.processEvents()
    assert errors == ["Nothing of Crossings and sites was saved. Kind is “(helipad)”: This must be a value of its "
                      "list. Correct it, then save again."]
    assert layer.changeAttributeValue(fid, kind, "Cable car") and layer.commitChanges(), layer.commitErrors()
    assert "Cable car" in {row["kind"] for row in with_kind.session.survey.rows("sites")}


# where a kind is chosen or called by its word


@pytest.fixture
def dock(with_kind: Any, messages: Any, window: Any) -> Any:
    from yalu_plugin.gui.actions import Actions
    from yalu_plugin.gui.crossings.crossings_dock import CrossingsDock
    from yalu_plugin.gui.kind_display import set_custom_kinds

    created = CrossingsDock(with_kind, messages, Actions(window), window.canvas, window)
    with_kind.open_survey(with_kind.session.survey.path)
    yield created
    set_custom_kinds(())


def test_a_key_and_a_menu_select_the_kind_that_clicks_place(dock: Any) -> None:
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest
    from qgis.PyQt.QtWidgets import QToolButton

    dock._canvas.setMapTool(dock.tool)
    QTest.keyClick(dock._canvas, Qt.Key.Key_C)
    assert dock.tool.kind == "Cable car"
    other = dock.findChild(QToolButton, "yalu_kind_other")
    assert other.isChecked() and other.toolTip() == "Clicks place: Cable car"
    other.menu().aboutToShow.emit()
    assert [action.text() for action in other.menu().actions()] == [
        "Staging area", "Fuel station", "Other site", "Cable car  (C)"]
    other.menu().actions()[0].trigger()
    assert dock.tool.kind == "staging_area"
    QTest.keyClick(dock._canvas, Qt.Key.Key_V)
    assert dock.tool.kind == "vehicle_ford" and not other.isChecked()


def test_list_and_filter_know_it(dock: Any, with_kind: Any) -> None:
    from yalu_plugin.gui.crossings.site_filter import filters
    from yalu_plugin.layers.display_names import site_name

    site_of(with_kind, "Cable car")
    site_of(with_kind, "helipad", "unlisted")
    assert site_name(with_kind.session.facts.row("sites", "own")).startswith("Cable car #")
    kinds = filters()["kind"].options
    assert kinds["Cable car"] == "Cable car"
    model = dock.sites.sites_model
    dock.sites.toggle(("kind", "Cable car"))
    assert model.rowCount() == 1 and model.index(0, 0).data().startswith("Cable car #")
    dock.sites.toggle(("kind", "Cable car"))
    dock.sites.toggle(("kind", "other"))
    assert [model.index(row, 0).data().partition(" #")[0] for row in range(model.rowCount())] == ["helipad"]


def test_a_filter_by_a_removed_kind_ends(dock: Any, with_kind: Any) -> None:
    dock.sites.toggle(("kind", "Cable car"))
    assert dock.sites.sites_model.rowCount() == 0
    with_kind.site_kinds.remove("Cable car")
    assert dock.sites.sites_model.rowCount() == 6 and dock.sites.sites_model.listing.filter.chips == {}


def test_the_icon_is_the_symbol_of_the_map(dock: Any) -> None:
    from yalu_plugin.gui.kind_display import kind_icon

    image = kind_icon("Cable car").pixmap(32, 32).toImage()
    assert image.pixelColor(16, 16).name() == "#ff8800"


def test_the_dialog_adds_changes_and_removes(dock: Any, with_kind: Any, window: Any) -> None:
    from qgis.PyQt.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton

    from yalu_plugin.gui.crossings.kinds_dialog import KindsDialog

    dialog = KindsDialog(with_kind, window)
    kinds = dialog.findChild(QListWidget, "yalu_kinds")
    word, error = dialog.findChild(QLineEdit, "yalu_kind_word"), dialog.findChild(QLabel, "yalu_kinds_error")
    add, save, out = (dialog.findChild(QPushButton, f"yalu_kinds_{name}") for name in ("add", "save", "remove"))
    assert [kinds.item(row).text() for row in range(kinds.count())][-2:] == ["Other site", "Cable car"]
    assert not save.isEnabled() and not out.isEnabled()
    word.setText("Rope & ferry")
    add.click()
    assert [kind.value for kind in with_kind.site_kinds.custom] == ["Cable car", "Rope & ferry"] and error.text() == ""
    assert kinds.currentItem().text() == "Rope & ferry" and save.isEnabled()
    add.click()
    assert error.text() == "There is a kind of site called Rope & ferry. Choose another word."
    word.setText("<b>Rope</b>")
    save.click()
    assert [kind.value for kind in with_kind.site_kinds.custom] == ["Cable car", "<b>Rope</b>"] and error.text() == ""
    out.click()
    assert with_kind.site_kinds.custom == [CABLE]
    dialog.deleteLater()


UGLY = ["'Cable'' OR 1=1 --'", "X'00FF'", "5", "1.5", "NULL", "''", "'  '", "'a' || char(10) || 'b'",
        "char(8238) || 'evil'", "replace(hex(zeroblob(3000)), '0', 'k')", "'<img src=x>'", "'{kind} {number} {x}'",
        "'%1 %n'", "'[% 1 %]'", "'@map_scale'", "'vehicle_ford'", "'Other site'", "'other'", "'\\n\\'", "'\"quoted\"'",
        "'나루 터'"]


def test_whatever_a_program_writes_is_shown_or_passed_over(dock: Any, bench: Any) -> None:
    from osgeo import gdal
    from qgis.core import QgsExpression

    from yalu_plugin.core.site_name import name_shown
    from yalu_plugin.gui.crossings.site_texts import SiteContext, tooltip
    from yalu_plugin.gui.kind_display import every_kind, kind_icon, kind_name
    from yalu_plugin.layers.display_names import site_name, unnamed_sites

    dataset = gdal.OpenEx(str(bench.session.survey.path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    for ugly in UGLY:
        dataset.ExecuteSQL("INSERT INTO value_lists (list, value, key, shape, colour) "
                           f"VALUES ('site_kind', {', '.join([ugly] * 4)})")
        dataset.ExecuteSQL(f"INSERT INTO sites (kind, geom) SELECT {ugly}, geom FROM sites WHERE fid = 1")
    dataset = None
    bench.session.refresh()
    assert len(every_kind()) == len(SITE_KINDS) + 1 + 15
    assert all(kind_name(kind) and not kind_icon(kind).isNull() for kind in every_kind())
    rule = layer_of(bench, "sites").fields().field("kind").constraints().constraintExpression()
    assert not QgsExpression(rule).hasParserError()
    rows, unnamed = bench.session.facts.rows("sites"), unnamed_sites()
    assert all(site_name(row) == name_shown(row, unnamed) for row in rows)
    assert all(tooltip(SiteContext(bench.session.facts, None, bench.river.positions), row) for row in rows)
    assert dock.sites.sites_model.rowCount() == 6 + len(UGLY)
    assert len(layer_of(bench, "sites").renderer().categories()) == len(every_kind())


def drawn_without_plugin(bench: Any) -> dict[str, tuple[str, str]]:
    """As `drawn`, for a layer that QGIS opens from the file."""
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(f"{bench.session.survey.path}|layername=sites", "sites", "ogr")
    found = {}
    for category in layer.renderer().categories():
        top = category.symbol().symbolLayers()[-1]
        found[category.value()] = top.properties()["name"], top.fillColor().name()
    return found


def test_the_file_itself_draws_it_in_a_qgis_without_the_plugin(bench: Any) -> None:
    before = drawn_without_plugin(bench)
    assert set(before) == set(SITE_KINDS)
    bench.site_kinds.add(CABLE)
    assert drawn_without_plugin(bench) == {**before, "Cable car": ("star", "#ff8800")}
    bench.site_kinds.change("Cable car", CABLE._replace(value="Ropeway", shape="hexagon", colour="#112233"))
    assert drawn_without_plugin(bench) == {**before, "Ropeway": ("hexagon", "#112233")}
    bench.history.undo()
    assert drawn_without_plugin(bench) == {**before, "Cable car": ("star", "#ff8800")}
    bench.site_kinds.remove("Cable car")
    assert drawn_without_plugin(bench) == before


def test_the_sld_of_other_programs_has_the_kinds_of_today(bench: Any) -> None:
    def has(*words: str) -> list[bool]:
        sld = stored(bench, "sites", "styleSLD")
        assert "vehicle_ford" in sld
        return [word in sld for word in words]

    bench.site_kinds.add(CABLE)
    assert has("Cable car", CABLE.colour, "#0000fe") == [True, True, False]
    bench.site_kinds.change("Cable car", CABLE._replace(value="Rope", colour="#0000fe"))
    assert has("Cable car", "Rope", "#0000fe") == [False, True, True]
    bench.history.undo()
    assert has("Cable car", "Rope", "#0000fe") == [True, False, False]
    bench.site_kinds.remove("Cable car")
    assert has("Cable car") == [False]


def test_words_forms_and_time_of_the_stored_styles_stay(with_kind: Any) -> None:
    from qgis.core import QgsVectorLayer

    def opened(table: str) -> Any:
        return QgsVectorLayer(f"{with_kind.session.survey.path}|layername={table}", table, "ogr")

    sites, states = opened("sites"), opened("site_states")
    labels = {one.value(): one.label() for one in sites.renderer().categories()}
    assert labels["vehicle_ford"] == "Vehicle crossing" and sites.labelsEnabled()
    setup = sites.editorWidgetSetup(sites.fields().indexOf("kind")).config()["map"]
    assert {"Cable car": "Cable car"} in setup and {"Vehicle crossing": "vehicle_ford"} in setup
    assert {one.value() for one in states.renderer().categories()} >= {"present", "absent"}
    assert 'startField="valid_from"' in stored(with_kind, "site_states")  # when a state is drawn


def stored(bench: Any, table: str, column: str = "styleQML") -> str:
    from yalu_plugin.layers.survey.geopackage import opened, rows_of

    with opened(bench.session.survey.path) as dataset:
        ((text,),) = rows_of(dataset, f'SELECT "{column}" FROM layer_styles WHERE f_table_name = \'{table}\'')
    return str(text)


def test_a_style_that_cannot_be_stored_is_reported(bench: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from yalu_plugin.layers.survey.geopackage_survey import GeoPackageSurvey
    from yalu_plugin.layers.survey.survey_errors import SurveyLocked

    def locked(*_: object) -> None:
        raise SurveyLocked(path="x")

    monkeypatch.setattr(GeoPackageSurvey, "store_style", locked)
    reported: list[Exception] = []
    bench.session.error_occurred.connect(reported.append)
    bench.site_kinds.add(CABLE)
    assert [type(one) for one in reported] == [SurveyLocked] and bench.site_kinds.custom == [CABLE]
