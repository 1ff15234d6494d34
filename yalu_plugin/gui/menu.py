"""The Yalu menu: every action of the plugin, those used first at the top."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from qgis.PyQt.QtWidgets import QAction, QMenu

from yalu_plugin.core.states import STATE_KEYS
from yalu_plugin.gui.sources.source_menu import MENU_SOURCES
from yalu_plugin.i18n import tr

SURVEY = ("new_survey", "new_empty_survey", "open_survey", "import_sites", "sites_from_text", "map_picture",
          "export_sites", "share_project")
SITES = ("add_crossing", *(f"observe_{state}" for state in STATE_KEYS))
SITE = ("go_to_site", "next_site", "previous_site", "find_site", "copy_coordinates", "evidence", "site_card",
        "site_form", "site_sheet")
OBSERVATION = ("correct_observation", "withdraw_observation", "note_observation", "report_observation")
EDIT = ("rename_site", "kind_of_site", "move_site", "retire_site", "bring_back_site", "successor_site",
        "successor_along", "merge_sites", "split_site", "delete_site")
COUNT = ("draw_area", "begin_count", "recount", "count_objects", "measure_object", "finish_count", "reopen_count",
         "delete_count", "all_marks")
AREA = ("rename_area", "reshape_area", "delete_area")
ADD = ("add_folder", "add_list", *(source.action for source in MENU_SOURCES))
PATROL = ("patrol", "patrol_nothing", "patrol_could_not_tell", "patrol_back", "show_searched")
STEPS = ("first_scene", "previous_scene", "next_scene", "last_scene", "play_scenes", "zoom_to_scene")
COMPARE = ("compare_blink", "compare_back", "compare_on")
IMAGES = ("choose_picture", "give_crs", "export_frames", "imagery_more")
CORRIDOR = ("measure_along", "second_line", "trace_line", "osm_rivers")
RECORD = ("overview_map", "save_matrix", "undo", "redo", "adopt_changes", "site_kinds")
PANELS = ("crossings_dock", "imagery_dock", "corridor_dock", "matrix_dock", "counting_dock")
# plain keys that only list, map and matrix handle, not shortcuts of QGIS
KEYS = {**{f"observe_{state}": key for state, key in STATE_KEYS.items()}, "note_observation": "M",
        "rename_site": "F2", "delete_site": "Delete"}


def fill_menu(menu: QMenu, actions: Mapping[str, QAction]) -> None:
    """Add `actions`, given by name, to the menu; an action that is in none of the groups above comes last."""
    named = [_add_group(menu, group, actions) for group in (SURVEY, SITES)]
    site = menu.addMenu(tr("&Selected site"))
    for with_keys in (menu, site):
        show_plain_keys(with_keys)
    named.extend(_add_group(site, group, actions) for group in (SITE, OBSERVATION, EDIT))
    imagery, corridor, counting = (menu.addMenu(actions[f"{panel}_dock"].text())
                                   for panel in ("imagery", "corridor", "counting"))
    named.append(_add_group(imagery.addMenu(tr("&Add…")), ADD, actions))
    named.extend(_add_group(imagery, group, actions) for group in (STEPS, PATROL, COMPARE, IMAGES))
    named.append(_add_group(corridor, CORRIDOR, actions))
    named.extend(_add_group(counting, group, actions) for group in (COUNT, AREA))
    menu.addSeparator()
    named.extend(_add_group(menu, group, actions) for group in (RECORD, PANELS))
    known = {name for group in named for name in group}
    menu.addActions([action for name, action in actions.items() if name not in known])


def _add_group(menu: QMenu, names: tuple[str, ...], actions: Mapping[str, QAction]) -> tuple[str, ...]:
    menu.addActions([actions[name] for name in names])
    menu.addSeparator()
    return names


def show_plain_keys(menu: QMenu) -> None:
    """Show the plain keys of actions while the menu is open; QGIS' list of shortcuts does not have them."""
    menu.aboutToShow.connect(partial(_show, menu))
    menu.aboutToHide.connect(partial(_hide, menu))


def _show(menu: QMenu) -> None:
    for action in menu.actions():
        key = KEYS.get(action.objectName()[len("yalu_"):])
        if key and "\t" not in action.text():
            action.setText(f"{action.text()}\t{key}")


def _hide(menu: QMenu) -> None:
    for action in menu.actions():
        if "\t" in action.text():
            action.setText(action.text().split("\t")[0])
