"""The Yalu menu: every action once, in the order of the work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest


@pytest.fixture
def names(qgis_app: Any, actions: Any) -> Any:
    """A function that fills a menu and returns the actions' names in order, those of submenus in lists."""
    from qgis.PyQt.QtWidgets import QMenu

    from yalu_plugin.gui.menu import fill_menu

    def listed(menu: Any) -> Iterator[Any]:
        for action in menu.actions():
            if action.menu() is not None and not action.objectName():
                yield list(listed(action.menu()))
            elif not action.isSeparator():
                yield action.objectName().removeprefix("yalu_")

    def fill(made: dict[str, Any]) -> list[Any]:
        menu = QMenu()
        fill_menu(menu, made)
        return list(listed(menu))

    return fill


@pytest.fixture
def made(window: Any, bench: Any, messages: Any, actions: Any) -> Iterator[dict[str, Any]]:
    """All actions of the plugin, by name."""
    from yalu_plugin.gui.corridor.corridor_dock import CorridorDock
    from yalu_plugin.gui.counting.counting_dock import CountingDock
    from yalu_plugin.gui.crossings.crossings_dock import CrossingsDock
    from yalu_plugin.gui.crossings.edit_actions import EditActions
    from yalu_plugin.gui.crossings.lineage_actions import LineageActions
    from yalu_plugin.gui.crossings.observation_actions import ObservationActions
    from yalu_plugin.gui.crossings.site_menu import SiteMenu
    from yalu_plugin.gui.imagery.imagery_dock import ImageryDock
    from yalu_plugin.gui.map_picture.map_picture_action import MapPictureAction
    from yalu_plugin.gui.matrix.matrix_dock import MatrixDock

    given = (bench, messages, actions)
    crossings = CrossingsDock(*given, window.canvas, window)
    edits = EditActions(*given, crossings.sites, window.canvas)
    lineage = LineageActions(*given, crossings.sites, window.canvas, window)
    ObservationActions(*given, crossings.sites, window.canvas, window, lineage)
    SiteMenu(*given, crossings.sites, window.canvas, crossings.go_to, lambda *_: None, lambda *_: None,
             [actions.by_name["evidence"]], {"Change": edits.actions})
    ImageryDock(*given, window.canvas, window)
    CorridorDock(*given, window.canvas, None, window)
    MatrixDock(*given, window.canvas, crossings.go_to, crossings.letter_actions, window)
    counting = CountingDock(*given, window.canvas, window)
    MapPictureAction(*given, window.canvas, window)
    for name in ("overview_map", "undo", "redo", "crossings_dock", "imagery_dock", "corridor_dock", "matrix_dock",
                 "counting_dock"):
        actions.add(name, name, name, "plugin")
    yield dict(actions.by_name)
    counting.release()


def flat(names: list[Any]) -> list[str]:
    return [one for name in names for one in (flat(name) if isinstance(name, list) else [name])]


def test_every_action_is_in_it_once(names: Any, made: dict[str, Any]) -> None:
    assert sorted(flat(names(made))) == sorted(made)


def test_what_is_used_first_stands_first(names: Any, made: dict[str, Any]) -> None:
    found = names(made)
    assert found[:10] == ["new_survey", "new_empty_survey", "open_survey", "import_sites", "sites_from_text",
                         "map_picture", "export_sites", "share_project", "add_crossing",
                         "observe_present"]
    site, imagery, corridor, counting = (one for one in found if isinstance(one, list))
    assert site[0] == "go_to_site" and site[-1] == "delete_site"
    assert imagery[0][0] == "add_folder" and imagery[1:6] == [
        "first_scene", "previous_scene", "next_scene", "last_scene", "play_scenes"]
    assert corridor[0] == "measure_along" and counting[:2] == ["draw_area", "begin_count"]
    assert found[-5:] == ["crossings_dock", "imagery_dock", "corridor_dock", "matrix_dock", "counting_dock"]


def test_an_action_that_has_no_place_yet_comes_last(names: Any, made: dict[str, Any], actions: Any) -> None:
    actions.add("new_one", "new one", "new one", "plugin")
    assert names(dict(actions.by_name))[-1] == "new_one"


def test_no_two_actions_have_one_shortcut(made: dict[str, Any]) -> None:
    used = [keys.toString() for action in made.values() for keys in action.shortcuts()]
    assert used and sorted(keys for keys in set(used) if used.count(keys) > 1) == []
