"""Ctrl+Z and Ctrl+Shift+Z in a real QGIS: they act on the survey unless QGIS itself has something to undo."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QLineEdit, QMenu, QTableView, QToolBar, QToolButton
from qgis.utils import plugins

from tools.desk import Desk

NAME = "yalu_plugin"


@pytest.fixture(scope="module")
def desk(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A `Desk` with a published survey."""
    desk.new_survey(tmp_path_factory.mktemp("undo") / "undo.gpkg")
    desk.zoom_to(127.605, 41.45, 30000)
    desk.clear_messages()
    return desk


@pytest.fixture
def site_count(desk: Desk) -> Iterator[int]:
    """Add two crossings by clicks on the map; yields the number of sites."""
    desk.find_action("yalu_add_crossing").trigger()
    before = sites()
    for lon in (127.603, 127.608):
        desk.click_map(lon, 41.45)
    desk.find_action("yalu_add_crossing").trigger()
    desk.clear_messages()
    assert sites() == before + 2
    yield before + 2
    while plugins[NAME].workbench.history.done:
        assert plugins[NAME].workbench.history.undo()


def sites() -> int:
    return len(plugins[NAME].workbench.session.survey.rows("sites"))


def focus(desk: Desk, where: str) -> None:
    {"map": desk.canvas, "list": desk.find("yalu_sites", QTableView)}[where].setFocus()
    QTest.qWait(50)


@pytest.mark.parametrize("where", ["map", "list"])
@pytest.mark.parametrize("layer", ["sites", "river", "none"])
def test_keys_undo_and_redo_in_the_survey(desk: Desk, iface: QgisInterface, site_count: int, where: str, layer: str
                                          ) -> None:
    bench = plugins[NAME].workbench
    iface.setActiveLayer({"sites": bench.sites.layer(), "river": bench.river.survey_line(), "none": None}[layer])
    focus(desk, where)
    counts = []
    for keys in ("Ctrl+Z", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Shift+Z", "Ctrl+Z"):
        desk.press(keys)
        counts.append(sites())
    assert counts == [site_count - 1, site_count - 2, site_count - 1, site_count, site_count - 1]
    names = [desk.find("yalu_sites", QTableView).model().rowCount(), bench.sites.layer().featureCount()]
    assert names == [site_count - 1, site_count - 1]


def test_keys_in_a_text_field_undo_only_the_typing(desk: Desk, site_count: int) -> None:
    line = desk.find("yalu_find", QLineEdit)
    line.setFocus()
    QTest.keyClicks(line, "ford")
    desk.press("Ctrl+Z")
    assert (line.text(), sites()) == ("", site_count)
    line.clear()


@pytest.mark.parametrize("in_survey", [True, False])
@pytest.mark.parametrize("where", ["map", "list"])
def test_edits_in_the_active_layer_are_undone_first(desk: Desk, iface: QgisInterface, site_count: int, where: str,
                                                    in_survey: bool) -> None:
    bench = plugins[NAME].workbench
    layer = bench.sites.layer()
    if not in_survey:
        layer = QgsVectorLayer("Point?crs=EPSG:4326&field=name:string", "Of the user", "memory")
        bench.project.addMapLayer(layer)
    iface.setActiveLayer(layer)
    assert layer.startEditing()
    layer.beginEditCommand("by hand")
    feature = QgsFeature(layer.fields())
    feature["name"] = "by hand"
    feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(127.61, 41.45)))
    assert layer.addFeature(feature)
    layer.endEditCommand()
    QTest.qWait(100)
    counts = []
    focus(desk, where)
    for keys in ("Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Z"):
        desk.press(keys)
        counts.append((len(layer.editBuffer().addedFeatures()), sites()))
    assert counts == [(0, site_count), (1, site_count), (0, site_count)]
    desk.press("Ctrl+Z")  # QGIS has nothing more to undo
    assert sites() == site_count - 1
    assert desk.find_action("mActionRedo").isEnabled()  # QGIS can redo its edit, and has the shortcut
    desk.press("Ctrl+Shift+Z")
    assert (len(layer.editBuffer().addedFeatures()), sites()) == (1, site_count - 1)
    layer.rollBack()
    QTest.qWait(100)
    desk.press("Ctrl+Shift+Z")
    assert sites() == site_count
    if not in_survey:
        bench.project.removeMapLayer(layer)


def test_buttons_name_what_they_undo_and_offer_the_last_actions(desk: Desk, site_count: int) -> None:
    bar = desk.find("yalu_toolbar", QToolBar)
    undo, redo = (bar.widgetForAction(desk.find_action(name)) for name in ("yalu_undo", "yalu_redo"))
    assert isinstance(undo, QToolButton) and undo.isVisible() and undo.isEnabled() and not redo.isEnabled()
    assert undo.popupMode() == QToolButton.ToolButtonPopupMode.MenuButtonPopup
    assert "Undo: Add crossing" in undo.toolTip() and redo.toolTip() == "Nothing to redo in the survey"
    menu = undo.menu()
    menu.popup(undo.mapToGlobal(undo.rect().bottomLeft()))
    desk.picture("36-undo-menu")
    assert all(action.text().startswith("Add crossing (Vehicle crossing #") for action in menu.actions())
    assert len(menu.actions()) == len(plugins[NAME].workbench.history.done) >= 2
    menu.actions()[1].trigger()
    menu.close()
    assert sites() == site_count - 2 and "Redo: Add crossing" in redo.toolTip()
    desk.click(redo)
    assert sites() == site_count - 1


def test_the_menu_of_the_plugin_undoes_by_one_click(desk: Desk, site_count: int) -> None:
    menu = desk.find("yalu_menu", QMenu)
    menu.popup(desk.window.mapToGlobal(QPoint(600, 40)))
    desk.picture("37-yalu-menu")
    undo = desk.find_action("yalu_undo")
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
                     menu.actionGeometry(undo).center())
    QTest.qWait(100)
    assert sites() == site_count - 1 and not menu.isVisible()


def test_no_shortcut_is_used_twice(desk: Desk) -> None:
    used_keys = [key for action in desk.window.findChildren(QAction) for key in action.shortcuts()]
    for keys in ("Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Alt+Z", "Ctrl+Alt+Shift+Z"):
        assert used_keys.count(QKeySequence(keys)) == 1
