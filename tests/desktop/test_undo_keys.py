"""Ctrl+Z and Ctrl+Shift+Z in a real QGIS: the survey's while QGIS has nothing to undo, and QGIS' own while it has."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsSettings, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QLineEdit, QMenu, QTableView, QToolBar, QToolButton
from qgis.utils import loadPlugin, plugins, startPlugin, unloadPlugin

from tools.desk import Desk

PICTURES = Path(__file__).resolve().parents[2] / "build" / "desktop"
NAME = "yalu_plugin"


@pytest.fixture(scope="module")
def desk(iface: QgisInterface, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A pair of hands, with a published survey; the window is left as it was found."""
    enabled_here = NAME not in plugins
    if enabled_here:
        assert loadPlugin(NAME) and startPlugin(NAME)
    desk = Desk(iface, PICTURES)
    desk.show_panel("crossings")
    desk.new_survey(tmp_path_factory.mktemp("undo") / "undo.gpkg")
    desk.look_at(127.605, 41.45, 30000)
    desk.clear_messages()
    yield desk
    desk.clear_messages()
    iface.newProject()
    if enabled_here:
        assert unloadPlugin(NAME)
        QgsSettings().remove("yalu_plugin/docks_arranged")


@pytest.fixture
def two(desk: Desk) -> Iterator[int]:
    """Two crossings were clicked on to the map; the number of sites."""
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
def test_keys_undo_and_redo_in_the_survey(desk: Desk, iface: QgisInterface, two: int, where: str, layer: str) -> None:
    bench = plugins[NAME].workbench
    iface.setActiveLayer({"sites": bench.sites.layer(), "river": bench.river.survey_line(), "none": None}[layer])
    focus(desk, where)
    counts = []
    for keys in ("Ctrl+Z", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Shift+Z", "Ctrl+Z"):
        desk.press(keys)
        counts.append(sites())
    assert counts == [two - 1, two - 2, two - 1, two, two - 1]
    names = [desk.find("yalu_sites", QTableView).model().rowCount(), bench.sites.layer().featureCount()]
    assert names == [two - 1, two - 1]


def test_keys_in_a_line_of_text_undo_the_typing_alone(desk: Desk, two: int) -> None:
    line = desk.find("yalu_find", QLineEdit)
    line.setFocus()
    QTest.keyClicks(line, "ford")
    desk.press("Ctrl+Z")
    assert (line.text(), sites()) == ("", two)
    line.clear()


@pytest.mark.parametrize("ours", [True, False])
@pytest.mark.parametrize("where", ["map", "list"])
def test_what_qgis_has_to_undo_in_the_active_layer_goes_first(desk: Desk, iface: QgisInterface, two: int, where: str,
                                                              ours: bool) -> None:
    bench = plugins[NAME].workbench
    layer = bench.sites.layer()
    if not ours:
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
    assert counts == [(0, two), (1, two), (0, two)]
    desk.press("Ctrl+Z")  # QGIS has nothing more to undo
    assert sites() == two - 1
    assert desk.find_action("mActionRedo").isEnabled()  # QGIS can do its own again, and has the key
    desk.press("Ctrl+Shift+Z")
    assert (len(layer.editBuffer().addedFeatures()), sites()) == (1, two - 1)
    layer.rollBack()
    QTest.qWait(100)
    desk.press("Ctrl+Shift+Z")
    assert sites() == two
    if not ours:
        bench.project.removeMapLayer(layer)


def test_buttons_say_what_they_undo_and_offer_the_last_actions(desk: Desk, two: int) -> None:
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
    assert sites() == two - 2 and "Redo: Add crossing" in redo.toolTip()
    desk.click(redo)
    assert sites() == two - 1


def test_the_menu_of_the_plugin_undoes_by_one_click(desk: Desk, two: int) -> None:
    menu = desk.find("yalu_menu", QMenu)
    menu.popup(desk.window.mapToGlobal(QPoint(600, 40)))
    desk.picture("37-yalu-menu")
    undo = desk.find_action("yalu_undo")
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
                     menu.actionGeometry(undo).center())
    QTest.qWait(100)
    assert sites() == two - 1 and not menu.isVisible()


def test_no_key_is_taken_twice(desk: Desk) -> None:
    taken = [key for action in desk.window.findChildren(QAction) for key in action.shortcuts()]
    for keys in ("Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Alt+Z", "Ctrl+Alt+Shift+Z"):
        assert taken.count(QKeySequence(keys)) == 1
