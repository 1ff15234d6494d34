"""QGIS' tools follow the survey's rules, in a real window: its add tool, its form, its table, a script's edits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsProject, QgsSettings, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QTabWidget,
    QWidget,
)
from qgis.utils import loadPlugin, plugins, startPlugin, unloadPlugin

from tools.desk import Desk

PICTURES = Path(__file__).resolve().parents[2] / "build" / "desktop"
NAME = "yalu_plugin"
PLACE = 127.62, 41.46
DAY = "2025-08-02"


@pytest.fixture(scope="module")
def desk(iface: QgisInterface, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    enabled_here = NAME not in plugins
    if enabled_here:
        assert loadPlugin(NAME) and startPlugin(NAME)
    desk = Desk(iface, PICTURES)
    desk.show_panel("crossings")
    desk.new_survey(tmp_path_factory.mktemp("forms") / "forms.gpkg")
    desk.clear_messages()
    yield desk
    desk.clear_messages()
    for layer in QgsProject.instance().mapLayers().values():
        if isinstance(layer, QgsVectorLayer) and layer.isEditable():
            layer.rollBack()
    iface.newProject()
    if enabled_here:
        assert unloadPlugin(NAME)
        QgsSettings().remove("plugins/yalu_plugin/docks_arranged")


def layer_of(role: str) -> QgsVectorLayer:
    return next(layer for layer in QgsProject.instance().mapLayers().values()
                if layer.customProperty("yalu/role") == role)


def rows(table: str, **equal: str) -> list[dict[str, Any]]:
    return plugins[NAME].workbench.session.survey.rows(table, **equal)


def field(dialog: QDialog, kind: type, column: str) -> Any:
    """Return the widget that edits this column in the form."""
    return next(widget for widget in dialog.findChildren(kind) if widget.objectName() == column)


def shown_forms() -> list[QDialog]:
    """Return QGIS' visible forms, by class name: in Python they are plain QDialogs."""
    return [one for one in QApplication.topLevelWidgets() if one.inherits("QgsAttributeDialog") and one.isVisible()]


def messages_in(dialog: QDialog) -> str:
    """Return the messages of a form about its fields, which are in tooltips."""
    return "\n".join(widget.toolTip() for widget in dialog.findChildren(QWidget))


def save_edits(desk: Desk, layer: QgsVectorLayer) -> None:
    desk.iface.setActiveLayer(layer)
    desk.find_action("mActionSaveLayerEdits").trigger()
    desk.settle()


def test_1_a_site_digitized_by_qgis_is_in_the_survey(desk: Desk) -> None:
    layer = layer_of("sites")
    desk.iface.setActiveLayer(layer)
    desk.zoom_to(*PLACE, 20_000)
    desk.settle()
    desk.find_action("mActionToggleEditing").trigger()
    desk.find_action("mActionAddFeature").trigger()

    desk.click_map(*PLACE)
    desk.wait(shown_forms, "the form")
    (dialog,) = shown_forms()
    accuracy, kind = field(dialog, QLineEdit, "location_accuracy_m"), field(dialog, QComboBox, "kind")
    field(dialog, QLineEdit, "name").setText("By QGIS' own tool")
    kind.setCurrentIndex(kind.findText("Barge crossing"))
    accuracy.setText("-5")
    desk.picture("80-form-refuses")
    ok = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
    assert not ok.isEnabled() and "This must be a number not less than 0." in messages_in(dialog)
    accuracy.setText("10")
    desk.picture("81-form-of-a-site")
    desk.click(ok)
    assert not shown_forms()
    save_edits(desk, layer)
    (site,) = rows("sites", name="By QGIS' own tool")
    assert (site["kind"], site["location_accuracy_m"], site["at_fence_gate"]) == ("barge_dock", 10.0, "unknown")
    assert (len(site["id"]), site["created_by"], bool(site["created_at"])) == (36, "Test", True)
    facts = plugins[NAME].workbench.session.facts
    assert facts.row("sites", site["id"])["name"] == "By QGIS' own tool"
    last = rows("audit")[-1]
    assert (last["action"], last["table_name"], last["row_id"]) == ("insert", "sites", site["id"])


def test_2_an_observation_is_added_in_the_form_of_its_site(desk: Desk) -> None:
    """As with Add in the relation editor: the new row refers to its site, and the list shows the state."""
    from qgis.core import QgsVectorLayerUtils

    (site,) = rows("sites", name="By QGIS' own tool")
    layer = layer_of("observations")
    assert layer.startEditing()
    index = layer.fields().indexOf
    new = QgsVectorLayerUtils.createFeature(layer, attributes={
        index("site_id"): site["id"], index("state"): "present", index("seen_to"): DAY})
    assert layer.addFeature(new)
    save_edits(desk, layer)
    assert desk.messages() == []
    assert plugins[NAME].workbench.session.facts.state_on(site["id"], None)["state"] == "present"
    form = desk.iface.getFeatureForm(layer_of("sites"), layer_of("sites").getFeature(site["fid"]))
    form.show()
    pages = form.findChild(QTabWidget)
    assert [pages.tabText(number) for number in range(pages.count())] == ["Site", "Observations", "Rebuilt as"]
    pages.setCurrentIndex(1)
    QTest.qWait(500)
    desk.picture("82-observations-of-a-site")
    assert any(box.objectName() == "state" and box.currentText() == "Present" for box in form.findChildren(QComboBox))
    form.reject()


@pytest.mark.parametrize(("table", "values", "message"), [
    ("sites", {"confidence": "certain"}, "This must be a value of its list."),
    ("observations", {"seen_to": "2999-01-01"}, "nor still to come (UTC)"),
    ("observations", {"site_id": None}, "This must not be empty."),
    ("sites", {"kind": "helipad"}, "This must be a value of its list.")])
def test_3_values_of_a_calculator_are_checked_against_the_rules(
        desk: Desk, table: str, values: dict[str, Any], message: str) -> None:
    layer = layer_of(table)
    before = rows(table)
    assert layer.isEditable() or layer.startEditing()
    fid = next(layer.getFeatures()).id()
    layer.beginEditCommand("field calculator")
    for name, value in values.items():
        layer.changeAttributeValue(fid, layer.fields().indexOf(name), value)
    layer.endEditCommand()
    save_edits(desk, layer)
    assert any(message in text for text in desk.messages()), desk.messages()
    assert rows(table) == before and layer.isModified()
    desk.picture(f"83-refused-{table}-{next(iter(values))}")
    layer.undoStack().undo()
    desk.clear_messages()
    save_edits(desk, layer)
    assert desk.messages() == [] and rows(table) == before


def test_4_processing_in_place_moves_sites_into_the_record(desk: Desk) -> None:
    from processing.core.Processing import Processing  # noqa: F401 - a core plugin of QGIS
    from processing.gui.AlgorithmExecutor import execute_in_place
    from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback

    from yalu_plugin.layers.survey.analyst import analyst

    layer = layer_of("sites")
    (site,) = rows("sites", name="By QGIS' own tool")
    assert layer.isEditable() or layer.startEditing()
    layer.selectByIds([site["fid"]])
    desk.iface.setActiveLayer(layer)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("native:translategeometry", {"IN_PLACE": True})
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    done, _ = execute_in_place(algorithm, {"DELTA_X": 0.01, "DELTA_Y": 0.0}, context, QgsProcessingFeedback())
    assert done
    save_edits(desk, layer)
    (moved,) = rows("sites", id=site["id"])
    changed = ("geom", "modified_by", "modified_at")
    assert {name for name in site if moved[name] != site[name]} == set(changed) and moved["modified_by"] == analyst()
    last = rows("audit")[-1]
    assert (last["action"], last["row_id"]) == ("update", site["id"])
    assert plugins[NAME].workbench.session.facts.row("sites", site["id"])["geom"] == moved["geom"]
