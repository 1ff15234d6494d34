"""The context menu of sites, in the list and on the map, and its actions, which are in the Yalu menu, too."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from qgis.core import QgsFeature, QgsVectorLayer
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent
from qgis.PyQt.QtCore import QObject, QPoint, QSize, Qt, QTimer
from qgis.PyQt.QtWidgets import QAction, QApplication, QMenu, QScrollArea

from yalu_plugin.core.published import Row
from yalu_plugin.gui.actions import Actions
from yalu_plugin.gui.coordinate_copy import CoordinateCopy
from yalu_plugin.gui.crossings.site_cells import SITE_ID
from yalu_plugin.gui.crossings.sites_list import SitesList
from yalu_plugin.gui.map_coordinates import NoLonLat, lonlat_at
from yalu_plugin.gui.menu import show_plain_keys
from yalu_plugin.gui.menu_by_key import MenuByKey
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.layers.survey.survey_sites import wgs84_measure
from yalu_plugin.workbench import Workbench

CLICK_TOLERANCE = 8  # pixels
NEXT, PREVIOUS = "Alt+Down", "Alt+Up"
FORM_WIDTH = 520  # pixels, at least: names and notes are long
FOR_ONE_SITE = frozenset({
    "go_to_site", "copy_coordinates", "evidence", "site_form", "site_sheet", "rename_site", "move_site",
    "successor_site", "successor_along", "split_site", "correct_observation", "withdraw_observation",
    "note_observation", "report_observation"})
FOR_OBSERVED_SITE = frozenset({
    "evidence", "correct_observation", "withdraw_observation", "note_observation", "split_site"})


class MenuContext(NamedTuple):
    """The selected sites, and whether the only one has observations and any of them are selected in its card."""

    sites: Sequence[Row]
    has_observations: bool = False
    has_selected_observations: bool = False


class SiteMenu(QObject):
    """Adds the actions and opens the menu of the selected sites, which has only the applicable ones."""

    def __init__(self, workbench: Workbench, messages: Messages, actions: Actions, sites: SitesList,
                 canvas: QgsMapCanvas, go_to: Callable[[str], None],
                 open_form: Callable[[QgsVectorLayer, QgsFeature], object], make_sheet: Callable[[str], object],
                 others: list[QAction], groups: Mapping[str, Sequence[QAction]],
                 selected_observations: Callable[[], Sequence[Row]] = list) -> None:
        """Create the actions.

        Args:
            workbench: the open survey and the selection.
            messages: where results and errors are shown.
            actions: where the actions are added.
            sites: the list of sites.
            canvas: the map.
            go_to: centres the map on a site by its id.
            open_form: shows QGIS' form of a feature.
            make_sheet: opens the export of a site sheet by the site's id.
            others: more actions on the selected site.
            groups: actions for submenus, by title.
            selected_observations: returns the observations selected in the card.
        """
        super().__init__(sites)
        self._workbench, self._messages, self._sites, self._canvas = workbench, messages, sites, canvas
        self._go_to, self._open_form, self._make_sheet = go_to, open_form, make_sheet
        self._groups, self._selected_observations = groups, selected_observations
        self._coordinates = CoordinateCopy(messages)
        go = actions.add("go_to_site", tr("Go to site"), tr("Bring the selected site to the middle of the map"),
                         "go_to_site", self._zoom_to_selected, "Alt+Shift+O")
        actions.add("next_site", tr("Next site"), tr("Go to the next site of the list"), "next_site",
                    partial(self._go_to_neighbour, sites.list_selection.site_after), NEXT)
        actions.add("previous_site", tr("Previous site"), tr("Go to the previous site of the list"), "previous_site",
                    partial(self._go_to_neighbour, sites.list_selection.site_before), PREVIOUS)
        self._copy_action = actions.add(
            "copy_coordinates", tr("Copy coordinates"),
            tr("Copy the place of the selected site, WGS 84, in the notation set in the options"), "copy", self._copy,
            "Alt+Shift+Y")
        self._actions = [
            [go, *others],
            [self._copy_action,
             actions.add("site_form", tr("Open form…"), tr("Show every field of the selected site in QGIS' form"),
                         "site_form", self._show_form, "Alt+Shift+F"),
             actions.add("site_sheet", tr("Site sheet of this crossing…"),
                         tr("Make a page about the selected site: map, images, observations, sources"), "site_sheet",
                         self._show_sheet, "Alt+Shift+H")]]
        sites.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        sites.customContextMenuRequested.connect(self._show_list_menu)
        MenuByKey.of_cells(sites)
        canvas.contextMenuAboutToShow.connect(self._extend_map_menu)

    # actions

    def _zoom_to_selected(self) -> None:
        with self._messages.reporting():
            self._go_to(self._workbench.sites.need_one())

    def _go_to_neighbour(self, neighbour: Callable[[], str]) -> None:
        with self._messages.reporting():
            self._workbench.session.need_survey()
            site_id = neighbour()
            if site_id:
                self._go_to(site_id)
            else:
                self._messages.show_message(tr("There is no further site in the list."))

    def _copy(self) -> None:
        with self._messages.reporting():
            place = self._workbench.sites.place(self._workbench.sites.need_one())
            if place is None:
                self._messages.warn(tr("Where this site lies is not known."))
                return
            self._coordinates.copy(place)

    def _show_form(self) -> None:
        with self._messages.reporting():
            layer = self._workbench.sites.layer()
            row = self._workbench.session.need_facts().row("sites", self._workbench.sites.need_one())
            if layer is not None and row is not None:
                open_full_form(self._open_form, layer, layer.getFeature(row["fid"]))

    def _show_sheet(self) -> None:
        with self._messages.reporting():
            site_id = self._workbench.sites.need_one()
            if self._workbench.sites.place(site_id) is None:
                self._messages.warn(tr("Where this site lies is not known."))
            else:
                self._make_sheet(site_id)

    # menus

    def _show_list_menu(self, position: QPoint) -> None:
        index = self._sites.indexAt(position)
        site_id = index.siblingAtColumn(0).data(SITE_ID) if index.isValid() else None
        if site_id:
            self._select_clicked(site_id)
            self._sites.list_selection.deselect_unlisted()
            self.popup(site_id, self._sites.viewport().mapToGlobal(position))

    def popup(self, site_id: str, position: QPoint) -> None:
        """Select a site, unless it is, and open its menu at a position on the screen."""
        self._select_clicked(site_id)
        self._menu(self._sites).popup(position)

    def _extend_map_menu(self, menu: QMenu, event: QgsMapMouseEvent) -> None:
        site_id = self._site_at(event.pos())
        if site_id:
            self._select_clicked(site_id)
            first = menu.actions()[0] if menu.actions() else None
            self._fill(menu, first)
            menu.insertSeparator(first)

    def _select_clicked(self, site_id: str) -> None:
        """Select the clicked site, unless it is one of several that are selected."""
        if site_id not in self._workbench.sites.selected():
            self._workbench.sites.select([site_id])

    def _menu(self, parent: SitesList) -> QMenu:
        menu = QMenu(parent)
        menu.setObjectName("yalu_site_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(menu, None)
        return menu

    def _fill(self, menu: QMenu, before: QAction | None) -> None:
        """Insert the applicable actions before an action, or at the end for None."""
        context = self._menu_context()
        for at, group in enumerate(self._actions):
            if at:
                menu.insertSeparator(before)
            menu.insertActions(before, _applicable(group, context))
        self._insert_notations(menu, context)
        menu.insertSeparator(before)
        for title, actions in self._groups.items():
            found = _applicable(actions, context)
            if found:
                inner = QMenu(title, menu)
                inner.addActions(found)
                menu.insertMenu(before, inner)
                show_plain_keys(inner)

    def _insert_notations(self, menu: QMenu, context: MenuContext) -> None:
        """Insert the notations of the only site's place after the action that copies it."""
        place = self._workbench.sites.place(context.sites[0]["id"]) if len(context.sites) == 1 else None
        if place is not None:
            after = menu.actions()[menu.actions().index(self._copy_action) + 1]
            menu.insertMenu(after, self._coordinates.menu(tr("Copy coordinates as"), place, menu))

    def _menu_context(self) -> MenuContext:
        facts = self._workbench.session.facts
        rows = [row for row in (facts.row("sites", one) for one in self._workbench.sites.selected())
                if row is not None] if facts is not None else []
        has_observations = facts is not None and len(rows) == 1 and bool(facts.observations_of(rows[0]["id"]))
        return MenuContext(rows, has_observations, bool(self._selected_observations()))

    def _site_at(self, position: QPoint) -> str:
        """Return the id of the site nearest to a pixel of the map, empty if none is within CLICK_TOLERANCE."""
        if self._workbench.session.survey is None:
            return ""
        to_map = self._canvas.getCoordinateTransform()
        try:
            clicked = lonlat_at(self._canvas, to_map.toMapCoordinates(position))
            edge = lonlat_at(self._canvas, to_map.toMapCoordinates(position + QPoint(CLICK_TOLERANCE, 0)))
        except NoLonLat:
            return ""
        found = self._workbench.sites.nearest_known(clicked, within_m=wgs84_measure().measureLine(clicked, edge))
        return found[0] if found else ""


def _applicable(group: Sequence[QAction], context: MenuContext) -> list[QAction]:
    return [one for one in group if is_applicable(one.objectName().replace("yalu_", "", 1), context)]


def is_applicable(name: str, context: MenuContext) -> bool:
    """Whether the action of this name applies to the selection."""
    sites = context.sites
    if name in FOR_ONE_SITE and len(sites) != 1 or name in FOR_OBSERVED_SITE and not context.has_observations:
        return False
    if name == "merge_sites":
        return len(sites) > 1
    if name == "split_site":
        return context.has_selected_observations
    if name in ("retire_site", "bring_back_site"):
        return any(bool(site.get("retired_on")) == (name == "bring_back_site") for site in sites)
    return True


def open_full_form(open_form: Callable[[QgsVectorLayer, QgsFeature], object], layer: QgsVectorLayer,
                   feature: QgsFeature) -> None:
    """Show the form by `open_form` and enlarge it so that all fields are visible, as QGIS opens it small."""
    open_form(layer, feature)
    QTimer.singleShot(0, _enlarge_form)  # after it is laid out


def _enlarge_form() -> None:
    for dialog in QApplication.topLevelWidgets():
        # by class name, as Python sees the dialog that QGIS creates as a QDialog
        if dialog.inherits("QgsAttributeDialog") and dialog.isVisible():
            area = dialog.findChild(QScrollArea)
            available = dialog.screen().availableSize()
            needed = dialog.size() - area.viewport().size() + area.widget().sizeHint()
            dialog.resize(needed.expandedTo(QSize(FORM_WIDTH, dialog.height())).boundedTo(available * 0.9))
