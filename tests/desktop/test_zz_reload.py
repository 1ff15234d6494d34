"""Unloading leaves nothing behind, however often. Runs last, because it unloads the plugin."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProject, QgsSettings
from qgis.gui import QgisInterface, QgsGui
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QComboBox, QDockWidget, QMenu, QToolBar
from qgis.utils import loadPlugin, plugins, startPlugin, unloadPlugin

from tests.gui.compare.synthetic_scenes import made_scene

NAME = "yalu_plugin"
TIMES = 20


def inventory(iface: QgisInterface) -> Counter[str]:
    """Return the numbers of objects that a plugin may leave behind."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QTest.qWait(20)
    window, canvas = iface.mainWindow(), iface.mapCanvas()
    found = Counter({kind.__name__: len(window.findChildren(kind)) for kind in (QDockWidget, QAction, QToolBar, QMenu)})
    found["canvas items"] = len(canvas.scene().items())
    found["providers"] = len(QgsApplication.processingRegistry().providers())
    found["shortcuts"] = len(QgsGui.shortcutsManager().listActions())
    found["tasks"] = QgsApplication.taskManager().count()
    found["of ours"] = len([one for one in window.findChildren(QObject) if one.objectName().lower().startswith("yalu")])
    found["project listeners"] = QgsProject.instance().receivers(QgsProject.instance().readProject)
    found["canvas listeners"] = canvas.receivers(canvas.extentsChanged)
    return found


def compare_items(iface: QgisInterface) -> list[object]:
    return [item for item in iface.mapCanvas().scene().items() if type(item).__name__ == "CompareItem"]


def second_views(iface: QgisInterface) -> list[QObject]:
    return [dock for dock in iface.mainWindow().findChildren(QDockWidget, "YaluSecondView") if dock.isVisible()]


def start() -> None:
    assert loadPlugin(NAME)
    assert startPlugin(NAME)


@pytest.fixture
def stopped(iface: QgisInterface) -> None:
    """A window without the plugin, after it was loaded once."""
    QgsProject.instance().clear()
    if NAME not in plugins:
        start()
    assert unloadPlugin(NAME)


def test_unload_and_reload_20_times(iface: QgisInterface, stopped: None, tmp_path: Path) -> None:
    before = inventory(iface)
    assert before["of ours"] == 0
    for turn in range(TIMES):
        start()
        plugin = plugins[NAME]
        plugin.workbench.new_survey(tmp_path / f"{turn}.gpkg", "Turn", published=True)
        plugin._crossings.add_crossings(True)
        plugin.workbench.scenes.add([made_scene(tmp_path, day, (90, 120, 60)) for day in ("2023-06-10", "2023-09-14")])
        plugin.workbench.imagery.step("last")
        modes = plugin._imagery.findChild(QComboBox, "yalu_compare_mode")
        modes.activated.emit(turn % 4 + 1)  # swipe, swipe, blink, second view
        assert len(compare_items(iface)) + len(second_views(iface)) == 1
        QTest.qWait(20)
        assert unloadPlugin(NAME)
        QgsProject.instance().clear()
    assert inventory(iface) - before == Counter()


def test_the_translator_is_removed_too(iface: QgisInterface, stopped: None) -> None:
    settings = QgsSettings()
    settings.setValue("locale/userLocale", "ko")
    try:
        start()
        assert QCoreApplication.translate("Yalu", "Crossings") != "Crossings"
        assert unloadPlugin(NAME)
        assert QCoreApplication.translate("Yalu", "Crossings") == "Crossings"
    finally:
        settings.setValue("locale/userLocale", "en_US")
