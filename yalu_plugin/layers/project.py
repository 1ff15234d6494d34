"""The survey's layers in a QGIS project, and the plugin's settings that the project stores.

Layers are found by the custom property `yalu/role`, never by name: users rename layers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from yalu_plugin.core.custom_kinds import LIST, custom_kinds
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.schema import TABLE
from yalu_plugin.i18n import tr
from yalu_plugin.layers.layouts.extents import utm_crs
from yalu_plugin.layers.map_tips import identify_by_card, show_card_tips, show_plain_tips
from yalu_plugin.layers.relations import relate
from yalu_plugin.layers.survey.form_update import update_form
from yalu_plugin.layers.survey.forms import FORM_PROPERTY
from yalu_plugin.layers.survey.kind_symbols import ROLES, apply_kinds
from yalu_plugin.layers.survey.styles import update_labels
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.layers.survey.survey_errors import EditsNotSaved
from yalu_plugin.layers.temporal import days_known, make_states_temporal
from yalu_plugin.paths import resource

ROLE = "yalu/role"
GROUP = "yalu/group"
SCOPE = "yalu_plugin"
PLACES = "places"
COUNTING = ("marks", "areas")
TABLES = ("observations", "sources", "counts", "searches", "claims", "value_lists")  # in a collapsed group
TABLES_GROUP = "tables"
COMPLETED = "completed"  # key of the id of the survey whose tables and relations were added to the project
TIPS = {"corridors": "name", "images": "uri", "marks": "label", "areas": "name", "searches": "note"}  # fields, by role
CARDS = {"site_states": "site_id", "sites": "id"}  # fields with the id of a site, by role
COMPARED = "compared"  # role of layers computed from the survey, which are removed with it
# QGIS' own selection colour is the yellow of a barge crossing: a selected vehicle crossing must not look like one
QGIS_SELECTION, SELECTION = QColor(255, 255, 0), QColor(255, 0, 200)


def layer_with_role(project: QgsProject, role: str) -> QgsMapLayer | None:
    """Return the plugin's layer of this role (a table, site_states, places, scene) in the project, None without one."""
    return next((layer for layer in project.mapLayers().values() if layer.customProperty(ROLE) == role), None)


def add_survey(project: QgsProject, survey: Survey) -> None:
    """Add the survey's map layers, styled, in a group at the top of the layer tree; remove those of another survey.

    `complete_survey` adds the other layers: opening them takes as long again.
    """
    for _ in survey_layers(project, survey):
        pass


def survey_layers(project: QgsProject, survey: Survey) -> Iterator[None]:
    """Do as `add_survey`, one layer at each step."""
    remove_survey(project)
    if project.selectionColor() == QGIS_SELECTION:
        project.setSelectionColor(SELECTION)
    group = project.layerTreeRoot().insertGroup(0, one_line(survey.title))
    group.setCustomProperty(GROUP, "survey")
    for role in _roles(survey):
        if role not in TABLES:
            _add_layer(project, survey, role, group)
            yield
    identify_by_card(layer_with_role(project, "sites"), layer_with_role(project, "site_states"))
    _add_places(project, group)
    remember(project, COMPLETED, "")


def complete_survey(project: QgsProject, survey: Survey) -> Iterator[None]:
    """Add the tables that are not on the map, one layer at each step, and finally the relations.

    This is done once: layers that the user removes later are not added again. A project of an older version of the
    plugin gets its forms, too.
    """
    if recall(project, COMPLETED):
        return
    for role in _roles(survey):
        layer = layer_with_role(project, role)
        if layer is None and role in TABLES:
            _add_layer(project, survey, role, _group_of_tables(project))
            yield
        elif layer is not None and not layer.customProperty(FORM_PROPERTY):
            update_form(layer, role, tr)
    found = {role: layer_with_role(project, role) for role in _roles(survey) if role in TABLE}
    relate(project, {role: layer for role, layer in found.items() if layer is not None})
    remember(project, COMPLETED, survey.id)


def _group_of_tables(project: QgsProject) -> QgsLayerTreeGroup:
    """Return the collapsed group of tables in the survey's group; create it if missing: the user may remove it."""
    parent = _group_of_survey(project)
    found = next((child for child in parent.children() if child.customProperty(GROUP) == TABLES_GROUP), None)
    if found is None:
        found = parent.addGroup(tr("Tables"))
        found.setCustomProperty(GROUP, TABLES_GROUP)
        found.setExpanded(False)
    return found


def _roles(survey: Survey) -> list[str]:
    return [role for role in _titles() if role not in TABLE or TABLE[role].since <= survey.version]


def _group_of_survey(project: QgsProject) -> QgsLayerTreeGroup:
    """Return the survey's group in the layer tree, or the root of the tree if the user has removed the group."""
    root = project.layerTreeRoot()
    return next((child for child in root.children() if child.customProperty(GROUP) == "survey"), root)


def add_counting_layers(project: QgsProject, survey: Survey) -> None:
    """Add the layers of areas and marks if they are missing, as in a project of an older version of the plugin."""
    for role in COUNTING:
        if layer_with_role(project, role) is None:
            _add_layer(project, survey, role, _group_of_survey(project), 0)


def _add_layer(project: QgsProject, survey: Survey, role: str, group: QgsLayerTreeGroup, at: int = -1) -> None:
    layer = survey.layer(role)
    update_labels(layer)
    _translate_legend(layer)
    update_form(layer, role, tr)
    if role in ROLES:
        apply_kinds(layer, custom_kinds(survey.rows("value_lists", list=LIST)))
    layer.setName(_titles()[role])
    layer.setCustomProperty(ROLE, role)
    _show_tips(layer, role)
    if role == "site_states":
        make_states_temporal(layer)  # a layer created by code lacks the temporal properties of its stored style
        with days_known(layer, survey.days()):
            project.addMapLayer(layer, False)
    else:
        project.addMapLayer(layer, False)
    group.insertLayer(at, layer).setItemVisibilityChecked(role not in ("images", *TABLES))


def _translate_legend(layer: QgsVectorLayer) -> None:
    """Translate the labels of kinds and states in the stored style, which is in English; labels of the user stay."""
    renderer = layer.renderer()
    if isinstance(renderer, QgsCategorizedSymbolRenderer):
        for index, label in enumerate([category.label() for category in renderer.categories()]):
            renderer.updateCategoryLabel(index, tr(label))


def _show_tips(layer: QgsVectorLayer, role: str) -> None:
    if role in CARDS:
        show_card_tips(layer, CARDS[role])
    elif role in TIPS:
        show_plain_tips(layer, TIPS[role])


def use_local_crs(project: QgsProject) -> None:
    """Set the UTM zone of the river as CRS of a project that has only the survey: true shapes and scale on screen."""
    river = layer_with_role(project, "corridors")
    if river is None or any(layer.customProperty(ROLE) is None for layer in project.mapLayers().values()):
        return
    box = river.extent()
    project.setCrs(utm_crs([QgsPointXY(box.xMinimum(), box.yMinimum()), QgsPointXY(box.xMaximum(), box.yMaximum())]))


def remove_survey(project: QgsProject) -> None:
    """Save pending edits, and remove the survey's layers and their groups from the project.

    Raises:
        EditsNotSaved: edits cannot be saved; the layers stay.
    """
    _save_edits(project)
    roles = (*_titles(), PLACES, COMPARED)
    project.removeMapLayers([layer_id for layer_id, layer in project.mapLayers().items()
                             if layer.customProperty(ROLE) in roles])
    for group in [child for child in project.layerTreeRoot().children() if child.customProperty(GROUP) == "survey"]:
        project.layerTreeRoot().removeChildNode(group)


def _save_edits(project: QgsProject) -> None:
    for role in _titles():
        layer = layer_with_role(project, role)
        if layer is not None and layer.isModified() and not layer.commitChanges():
            raise EditsNotSaved("; ".join(layer.commitErrors()), layer=layer.name())


def roles_of(tables: Collection[str]) -> list[str]:
    """Return the roles of the layers that show these tables of the survey, from the top of the layer tree down."""
    derived = {"site_states"} if {"sites", "observations"} & set(tables) else set()
    return [role for role in _titles() if role in derived | set(tables)]


def remember(project: QgsProject, key: str, value: str) -> None:
    """Store `value` in the project file, under the plugin's own scope."""
    if recall(project, key) != value:
        project.writeEntry(SCOPE, key, value)


def recall(project: QgsProject, key: str) -> str:
    """Return the value that the project stores under `key`, or an empty text."""
    return project.readEntry(SCOPE, key, "")[0]


def remember_path(project: QgsProject, key: str, path: Path) -> None:
    """Store a path as the project stores its own paths: relative to the project file if it is set so."""
    remember(project, key, project.writePath(str(path)))


def recall_path(project: QgsProject, key: str) -> Path | None:
    """Return the path that the project stores under `key`, or None."""
    stored = recall(project, key)
    return Path(project.readPath(stored)) if stored else None


def _titles() -> dict[str, str]:
    """Return the names of the survey's layers by role, from the top of the layer tree down."""
    return {"site_states": tr("State on the date"), "sites": tr("Crossings and sites"),
            "marks": tr("Counted objects"), "areas": tr("Areas of counting"), "corridors": tr("River line"),
            "images": tr("Image footprints"), "observations": tr("Observations"), "sources": tr("Sources"),
            "counts": tr("Counts"), "searches": tr("Stretches searched"), "claims": tr("Published claims"),
            "value_lists": tr("Value lists")}


def _add_places(project: QgsProject, group: QgsLayerTreeGroup) -> None:
    layer = QgsVectorLayer(str(resource("data", "places.geojson")), tr("Places (GeoNames)"), "ogr")
    layer.setCustomProperty(ROLE, PLACES)
    layer.loadNamedStyle(str(resource("styles", "places.qml")))
    project.addMapLayer(layer, False)
    group.addLayer(layer)
