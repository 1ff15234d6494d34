"""What can be done with the selected site: in a right click on it, in the list and on the map, and in the Yalu menu."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from qgis.core import QgsFeature, QgsVectorLayer
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent
from qgis.PyQt.QtCore import QObject, QPoint, Qt
from qgis.PyQt.QtWidgets import QAction, QApplication, QMenu

from yalu_plugin.core.published import Row
from yalu_plugin.gui.actions import Actions
from yalu_plugin.gui.crossings.menu_sense import Selected, makes_sense
from yalu_plugin.gui.crossings.site_cells import SITE_ID
from yalu_plugin.gui.crossings.site_form import open_whole
from yalu_plugin.gui.crossings.sites_list import SitesList
from yalu_plugin.gui.map_place import OutsideTheWorld, lonlat_at
from yalu_plugin.gui.menu_by_key import MenuByKey
from yalu_plugin.gui.menu_keys import show_letters
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.layers.survey.survey_sites import wgs84_measure
from yalu_plugin.workbench import Workbench

REACH = 8  # pixels a click on the map may miss by
NEXT, PREVIOUS = "Alt+Down", "Alt+Up"
DIGITS = 6  # of a degree: about 0.1 m


class SiteMenu(QObject):
    """`go_to` brings a site, given its id, to the middle of the map; `open_form` shows QGIS' form of a feature;
    `make_sheet` opens what makes pages of one site, given its id; `others` are more actions on the selected site, and
    `groups` those that go into a menu of their own, by its title. A right click offers what makes sense for what is
    selected; `chosen` gives the observations that are chosen in the card.
    """

    def __init__(self, workbench: Workbench, messages: Messages, actions: Actions, sites: SitesList,
                 canvas: QgsMapCanvas, go_to: Callable[[str], None],
                 open_form: Callable[[QgsVectorLayer, QgsFeature], object], make_sheet: Callable[[str], object],
                 others: list[QAction], groups: Mapping[str, Sequence[QAction]],
                 chosen: Callable[[], Sequence[Row]] = list) -> None:
        super().__init__(sites)
        self._workbench, self._messages, self._sites, self._canvas = workbench, messages, sites, canvas
        self._go_to, self._open_form, self._make_sheet = go_to, open_form, make_sheet
        self._groups, self._chosen = groups, chosen
        go = actions.add("go_to_site", tr("Go to site"), tr("Bring the selected site to the middle of the map"),
                         "go_to_site", self._look)
        actions.add("next_site", tr("Next site"), tr("Go to the next site of the list"), "next_site",
                    partial(self._walk, sites.choice.site_after), NEXT)
        actions.add("previous_site", tr("Previous site"), tr("Go to the previous site of the list"), "previous_site",
                    partial(self._walk, sites.choice.site_before), PREVIOUS)
        self._actions = [
            [go, *others],
            [actions.add("copy_coordinates", tr("Copy coordinates"),
                         tr("Copy latitude and longitude of the selected site, WGS 84"), "copy", self._copy),
             actions.add("site_form", tr("Open form…"), tr("Show every field of the selected site in QGIS' form"),
                         "site_form", self._show_form),
             actions.add("site_sheet", tr("Site sheet of this crossing…"),
                         tr("Make a page about the selected site: map, images, observations, sources"), "site_sheet",
                         self._show_sheet)]]
        sites.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        sites.customContextMenuRequested.connect(self._in_list)
        MenuByKey.of_cells(sites)
        canvas.contextMenuAboutToShow.connect(self._on_map)

    # what the user asks for

    def _look(self) -> None:
        with self._messages.reporting():
            self._go_to(self._workbench.sites.need_one())

    def _walk(self, neighbour: Callable[[], str]) -> None:
        with self._messages.reporting():
            self._workbench.session.need_survey()
            site_id = neighbour()
            if site_id:
                self._go_to(site_id)
            else:
                self._messages.show_message(tr("The list has no further site there."))

    def _copy(self) -> None:
        with self._messages.reporting():
            place = self._workbench.sites.place(self._workbench.sites.need_one())
            if place is None:
                self._messages.warn(tr("Where this site lies is not known."))
                return
            text = f"{place.y():.{DIGITS}f}, {place.x():.{DIGITS}f}"
            QApplication.clipboard().setText(text)
            self._messages.show_message(tr("Copied: {text} (latitude, longitude, WGS 84)").format(text=text))

    def _show_form(self) -> None:
        with self._messages.reporting():
            layer, row = self._workbench.sites.layer(), self._workbench.session.facts.row(
                "sites", self._workbench.sites.need_one())
            if layer is not None and row is not None:
                open_whole(self._open_form, layer, layer.getFeature(row["fid"]))

    def _show_sheet(self) -> None:
        with self._messages.reporting():
            site_id = self._workbench.sites.need_one()
            if self._workbench.sites.place(site_id) is None:
                self._messages.warn(tr("Where this site lies is not known."))
            else:
                self._make_sheet(site_id)

    # where it is asked

    def _in_list(self, spot: QPoint) -> None:
        index = self._sites.indexAt(spot)
        site_id = index.siblingAtColumn(0).data(SITE_ID) if index.isValid() else None
        if site_id:
            self._mean(site_id)
            self._sites.choice.leave_out_unlisted()
            self.popup(site_id, self._sites.viewport().mapToGlobal(spot))

    def popup(self, site_id: str, spot: QPoint) -> None:
        """Open the menu of a site, which is selected, at a place on the screen."""
        self._mean(site_id)
        self._menu(self._sites).popup(spot)

    def _on_map(self, menu: QMenu, event: QgsMapMouseEvent) -> None:
        site_id = self._site_at(event.pos())
        if site_id:
            self._mean(site_id)
            first = menu.actions()[0] if menu.actions() else None
            self._fill(menu, first)
            menu.insertSeparator(first)

    def _mean(self, site_id: str) -> None:
        """A click on one of several that are selected means all of them."""
        if site_id not in self._workbench.sites.selected():
            self._workbench.sites.select([site_id])

    def _menu(self, parent: SitesList) -> QMenu:
        menu = QMenu(parent)
        menu.setObjectName("yalu_site_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(menu, None)
        return menu

    def _fill(self, menu: QMenu, before: QAction | None) -> None:
        """Put in what makes sense for the selected sites, in front of an action or at the end."""
        selected = self._selected()
        for at, group in enumerate(self._actions):
            if at:
                menu.insertSeparator(before)
            menu.insertActions(before, _sensible(group, selected))
        menu.insertSeparator(before)
        for title, group in self._groups.items():
            found = _sensible(group, selected)
            if found:
                inner = QMenu(title, menu)
                inner.addActions(found)
                menu.insertMenu(before, inner)
                show_letters(inner)

    def _selected(self) -> Selected:
        facts = self._workbench.session.facts
        rows = [row for row in (facts.row("sites", one) for one in self._workbench.sites.selected())
                if row is not None] if facts is not None else []
        return Selected(rows, len(rows) == 1 and bool(facts.observations_of(rows[0]["id"])), bool(self._chosen()))

    def _site_at(self, spot: QPoint) -> str:
        """The id of the site nearest to a pixel of the map, empty where none is within REACH."""
        if self._workbench.session.survey is None:
            return ""
        to_map = self._canvas.getCoordinateTransform()
        try:
            clicked = lonlat_at(self._canvas, to_map.toMapCoordinates(spot))
            edge = lonlat_at(self._canvas, to_map.toMapCoordinates(spot + QPoint(REACH, 0)))
        except OutsideTheWorld:
            return ""
        found = self._workbench.sites.known_near(clicked, within_m=wgs84_measure().measureLine(clicked, edge))
        return found[0] if found else ""


def _sensible(group: Sequence[QAction], selected: Selected) -> list[QAction]:
    return [one for one in group if makes_sense(one.objectName().replace("yalu_", "", 1), selected)]
