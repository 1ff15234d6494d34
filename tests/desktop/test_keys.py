"""Shortcuts in a running QGIS: Qt silently runs neither of two actions with the same shortcut."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.gui import QgisInterface, QgsGui
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QAction, QShortcut, QWidget
from qgis.utils import active_plugins, loadPlugin, plugins, startPlugin, unloadPlugin

from tools.desk import Desk

PICTURES = Path(__file__).resolve().parents[2] / "build" / "desktop"
NAME = "yalu_plugin"
CORE_PLUGINS = {"processing", "db_manager", "MetaSearch", "grassprovider"}


@pytest.fixture(scope="module", autouse=True)
def enabled(iface: QgisInterface) -> Iterator[None]:
    """Enable the plugin and the core plugins of QGIS."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # actions of an instance unloaded before
    missing = [name for name in (NAME, *CORE_PLUGINS) if name not in plugins]
    for name in missing:
        assert loadPlugin(name) and startPlugin(name), name
    assert set(active_plugins) >= CORE_PLUGINS
    yield
    for name in reversed(missing):
        unloadPlugin(name)


def owners(window: QWidget) -> dict[str, set[str]]:
    """Return the names of actions by their default shortcut; of a key sequence only by its first key.

    A shortcut with that first key alone would never be triggered.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    manager = QgsGui.shortcutsManager()
    for action in {*window.findChildren(QAction), *manager.listActions()}:
        default = manager.defaultKeySequence(action)
        for keys in [QKeySequence(default)] if default else action.shortcuts():
            found[_first(keys)].add(action.objectName() or action.text())
    for shortcut in {*window.findChildren(QShortcut), *manager.listShortcuts()}:
        found[_first(shortcut.key())].add(shortcut.objectName() or "shortcut")
    found.pop("", None)
    return found


def _first(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.PortableText).split(", ")[0]


def test_none_of_our_shortcuts_has_another_owner(iface: QgisInterface) -> None:
    by_key = owners(iface.mainWindow())
    ours = {key: who for key, who in by_key.items() if any(one.startswith("yalu_") for one in who)}
    assert "modelerAction" in by_key["Ctrl+Alt+G"] and "mActionOpenProject" in by_key["Ctrl+O"]  # QGIS' are among them
    assert len(ours) > 20
    assert {key: who for key, who in ours.items() if len(who) > 1} == {}


def test_the_key_of_a_patrol_works(iface: QgisInterface) -> None:
    desk = Desk(iface, PICTURES)
    patrol = desk.find_action("yalu_patrol")
    was_enabled = patrol.isEnabled()
    desk.clear_messages()
    patrol.setEnabled(True)
    desk.canvas.setFocus()
    desk.press(patrol.shortcut().toString())
    patrol.setEnabled(was_enabled)
    assert ["No survey is open" in line for line in desk.messages()] == [True]
    desk.clear_messages()


def test_without_a_survey_its_actions_are_disabled(iface: QgisInterface, tmp_path: Path) -> None:
    desk = Desk(iface, PICTURES)
    iface.newProject()
    actions_by_name = plugins[NAME]._actions.by_name
    independent = {"add_folder", "add_list", "add_wayback", "add_wmts", "add_xyz", "search_stac", "imagery_more"}
    always = {"new_survey", "new_empty_survey", "open_survey", "measure_along", "second_line", "trace_line",
              "show_searched", *(name for name in actions_by_name if name.endswith("_dock"))}
    assert {name for name, action in actions_by_name.items() if action.isEnabled()} == independent | always
    kinds = [desk.find(f"yalu_kind_{kind}") for kind in ("vehicle_ford", "barge_dock")]
    assert not any(button.isEnabled() for button in kinds)
    desk.new_survey(tmp_path / "keys.gpkg")
    dependent = {"overview_map", "save_matrix", "next_site", "site_card", "add_crossing"}
    assert {name for name in dependent if not actions_by_name[name].isEnabled()} == set()
    assert all(button.isEnabled() for button in kinds)
    iface.newProject()
    assert not any(actions_by_name[name].isEnabled() for name in dependent)
