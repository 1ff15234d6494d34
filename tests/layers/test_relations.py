"""Tables, relations and their forms in a project, which do not delay opening a survey."""

from __future__ import annotations

from typing import Any

import pytest

from yalu_plugin.core.schema import REFERENCES, TABLE


@pytest.fixture
def survey(new_survey: Any, tmp_path: Any) -> Any:
    added = new_survey(tmp_path / "survey.gpkg", "Relations")
    added.change("test", {
        "sites": [{"id": "site", "name": "Ford", "kind": "vehicle_ford", "geom": "POINT (127.6 41.45)"},
                  {"id": "next", "name": "New ford", "replaces_site_id": "site", "geom": "POINT (127.61 41.45)"}],
        "images": [{"id": "image", "uri": "a.tif"}], "sources": [{"id": "source", "title": "Notes"}],
        "observations": [{"id": f"o{day}", "site_id": "site", "image_id": "image", "source_id": "source",
                          "state": "present", "seen_to": f"2025-08-0{day}"} for day in (1, 2)]
        + [{"id": "other", "site_id": "next", "state": "absent", "seen_to": "2025-08-01"}],
        "areas": [{"id": "area", "name": "Lot", "site_id": "site"}],
        "counts": [{"id": "count", "area_id": "area", "image_id": "image"}],
        "marks": [{"id": "mark", "count_id": "count", "image_id": "image", "label": "car"}]})
    return added


@pytest.fixture
def project(survey: Any) -> Any:
    from qgis.core import QgsProject

    from yalu_plugin.layers.project import add_survey, complete_survey

    added = QgsProject.instance()
    added.clear()
    add_survey(added, survey)
    assert list(complete_survey(added, survey)) == [None] * 6
    yield added
    added.clear()


def layer_of(project: Any, role: str) -> Any:
    from yalu_plugin.layers.project import layer_with_role

    return layer_with_role(project, role)


def row_of(project: Any, role: str, row_id: str) -> Any:
    return next(feature for feature in layer_of(project, role).getFeatures() if feature["id"] == row_id)


def test_every_column_with_an_id_is_a_relation(project: Any) -> None:
    relations = project.relationManager().relations()
    columns = {f"yalu_{table.name}_{column.name}" for table in TABLE.values() for column in table.columns
               if column.name in REFERENCES}
    assert set(relations) == columns and all(one.isValid() for one in relations.values())


@pytest.mark.parametrize(("relation", "role", "row", "found"), [
    ("observations_site_id", "sites", "site", {"o1", "o2"}), ("observations_image_id", "images", "image", {"o1", "o2"}),
    ("observations_source_id", "sources", "source", {"o1", "o2"}),
    ("sites_replaces_site_id", "sites", "site", {"next"}),
    ("marks_image_id", "images", "image", {"mark"}), ("counts_area_id", "areas", "area", {"count"}),
    ("marks_count_id", "counts", "count", {"mark"}), ("areas_site_id", "sites", "site", {"area"})])
def test_related_rows(project: Any, relation: str, role: str, row: str, found: set[str]) -> None:
    one = project.relationManager().relation(f"yalu_{relation}")
    assert {feature["id"] for feature in one.getRelatedFeatures(row_of(project, role, row))} == found


def test_forms_have_a_page_for_related_rows(project: Any) -> None:
    pages = {role: [tab.name() for tab in layer_of(project, role).editFormConfig().tabs()]
             for role in ("sites", "images", "areas", "counts", "sources", "observations")}
    assert pages == {
        "sites": ["Site", "Observations", "Rebuilt as"], "images": ["Image", "Observations", "Counted objects"],
        "areas": ["Area of counting", "Counts"], "counts": ["Count", "Counted objects"],
        "sources": ["Source", "Observations"], "observations": ["Observation"]}


def test_a_form_chooses_the_site_by_its_name_and_reads_no_more_than_a_hundred(project: Any) -> None:
    layer = layer_of(project, "observations")
    setup = layer.editorWidgetSetup(layer.fields().indexOf("site_id"))
    config = setup.config()
    assert (setup.type(), config["AllowNULL"], config["FetchLimitActive"], config["FetchLimitNumber"]) == (
        "RelationReference", False, True, 100)
    assert layer.editorWidgetSetup(layer.fields().indexOf("image_id")).config()["AllowNULL"] is True


def test_tables_are_in_a_collapsed_group_at_the_end(project: Any) -> None:
    (group,) = project.layerTreeRoot().children()
    tables = group.children()[-1]
    assert (tables.name(), tables.isExpanded()) == ("Tables", False)
    assert [node.name() for node in tables.children()] == [
        "Observations", "Sources", "Counts", "Stretches searched", "Published claims", "Value lists"]
    assert not any(node.itemVisibilityChecked() for node in tables.children())


def test_a_second_time_nothing_is_added_and_removed_layers_stay_removed(project: Any, survey: Any) -> None:
    from yalu_plugin.layers.project import complete_survey

    project.removeMapLayer(layer_of(project, "claims").id())
    before = set(project.mapLayers())
    assert list(complete_survey(project, survey)) == []
    assert set(project.mapLayers()) == before and "yalu_claims_source_id" not in project.relationManager().relations()


def test_another_survey_takes_their_place(project: Any, new_survey: Any, tmp_path: Any) -> None:
    from yalu_plugin.layers.project import add_survey, complete_survey

    other = new_survey(tmp_path / "other.gpkg", "Other")
    add_survey(project, other)
    assert project.relationManager().relations() == {} and layer_of(project, "observations") is None
    list(complete_survey(project, other))
    assert len(project.relationManager().relations()) == 14
    assert {other.table_of(layer) for layer in project.mapLayers().values()} >= {"observations", "sources", "claims"}
    assert layer_of(project, "observations").featureCount() == 0


def test_a_saved_project_has_them_without_the_plugin(project: Any, tmp_path: Any) -> None:
    from qgis.core import QgsProject

    assert project.write(str(tmp_path / "work.qgz"))
    read = QgsProject()
    assert read.read(str(tmp_path / "work.qgz"))
    assert all(one.isValid() for one in read.relationManager().relations().values())
    assert len(read.relationManager().relations()) == 14
    form = layer_of(read, "sites").editFormConfig()
    assert [tab.name() for tab in form.tabs()] == ["Site", "Observations", "Rebuilt as"]
    one = read.relationManager().relation("yalu_observations_site_id")
    assert one.getRelatedFeatures(row_of(read, "sites", "site")).isValid()
    read.clear()


def test_a_project_of_an_older_plugin_gets_tables_forms_and_relations(survey: Any) -> None:
    from qgis.core import Qgis, QgsEditFormConfig, QgsProject

    from yalu_plugin.layers.project import add_survey, complete_survey
    from yalu_plugin.layers.survey.forms import FORM_PROPERTY

    project = QgsProject()
    add_survey(project, survey)
    for layer in project.mapLayers().values():
        layer.removeCustomProperty(FORM_PROPERTY)
        if hasattr(layer, "setEditFormConfig"):
            layer.setEditFormConfig(QgsEditFormConfig())
    list(complete_survey(project, survey))
    sites = layer_of(project, "sites")
    assert sites.editFormConfig().layout() == Qgis.AttributeFormLayout.DragAndDrop
    assert [tab.name() for tab in sites.editFormConfig().tabs()] == ["Site", "Observations", "Rebuilt as"]
    assert sites.displayExpression().startswith("coalesce(nullif(trim(\"name\")")
    assert len(project.relationManager().relations()) == 14
    project.clear()


def test_a_survey_of_version_2_has_what_it_has(qgis_app: Any, data: Any, tmp_path: Any) -> None:
    import gzip

    from qgis.core import QgsProject

    from yalu_plugin.layers.project import add_survey, complete_survey
    from yalu_plugin.layers.survey.open import open_survey

    path = tmp_path / "version2.gpkg"
    path.write_bytes(gzip.decompress((data / "surveys" / "version2.gpkg.gz").read_bytes()))
    survey, project = open_survey(path, reading=True), QgsProject()
    add_survey(project, survey)
    list(complete_survey(project, survey))
    relations = project.relationManager().relations()
    assert "yalu_observations_site_id" in relations and "yalu_counts_area_id" not in relations
    assert all(one.isValid() for one in relations.values())
    assert layer_of(project, "counts") is None and layer_of(project, "observations").readOnly()
    project.clear()


def test_opening_adds_only_the_map_layers(survey: Any) -> None:
    """The other tables are added once the window responds: as many layers again would double the time."""
    from qgis.core import QgsProject

    from yalu_plugin.layers.project import add_survey

    project = QgsProject()
    add_survey(project, survey)
    assert len(project.mapLayers()) == 7
    project.clear()


def test_a_group_removed_meanwhile_is_created_again(survey: Any) -> None:
    from qgis.core import QgsProject

    from yalu_plugin.layers.project import add_survey, complete_survey

    project = QgsProject()
    add_survey(project, survey)
    steps = complete_survey(project, survey)
    next(steps)
    next(steps)
    project.layerTreeRoot().removeAllChildren()
    list(steps)
    assert len(project.relationManager().relations()) >= 9
    assert [node.name() for node in project.layerTreeRoot().children()] == ["Tables"]
    project.clear()
