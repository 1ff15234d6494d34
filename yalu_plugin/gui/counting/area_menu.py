"""The context menu of a counting area, on the map and in the panel."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsGeometry
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent
from qgis.PyQt.QtCore import QObject, QPoint, Qt
from qgis.PyQt.QtWidgets import QAction, QMenu, QWidget

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.gui.counting.counting_panel import CountingPanel
from yalu_plugin.gui.map_coordinates import NoLonLat, lonlat_at
from yalu_plugin.gui.menu_by_key import MenuByKey
from yalu_plugin.i18n import tr
from yalu_plugin.workbench import Workbench

MAX_NAME = 40  # characters of a name


class AreaMenu(QObject):
    """Shows `actions`, which apply to the current area; a right click selects the area under the pointer."""

    def __init__(self, workbench: Workbench, canvas: QgsMapCanvas, panel: CountingPanel, actions: Sequence[QAction]
                 ) -> None:
        super().__init__(panel)
        self._workbench, self._canvas, self._panel, self._actions = workbench, canvas, panel, list(actions)
        canvas.contextMenuAboutToShow.connect(self._add_to_map_menu)
        for widget in (panel.areas, panel.counts):
            widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            widget.customContextMenuRequested.connect(
                lambda spot, box=widget: self._popup(box, box.mapToGlobal(spot)))
        MenuByKey.of_cells(panel.totals)
        rows = panel.totals.verticalHeader()
        for table, row_at in ((panel.totals, panel.totals.rowAt), (rows, rows.logicalIndexAt)):
            table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            table.customContextMenuRequested.connect(
                lambda spot, at=row_at, over=table: self._show_in_table(over, at(spot.y()), spot))

    def release(self) -> None:
        """Disconnect from the map (on unload)."""
        self._canvas.contextMenuAboutToShow.disconnect(self._add_to_map_menu)

    def _add_to_map_menu(self, menu: QMenu, event: QgsMapMouseEvent) -> None:
        area_id = self._area_at(event.pos())
        if area_id and self._select_area(area_id):
            name = one_line((self._workbench.counts.area or {}).get("name") or "?", MAX_NAME)
            ours = QMenu(tr("Area {name}").format(name=name).replace("&", "&&"), menu)
            ours.setObjectName("yalu_area_menu")
            ours.addActions(self._actions)
            menu.insertMenu(menu.actions()[0] if menu.actions() else None, ours)

    def _show_in_table(self, over: QWidget, row: int, spot: QPoint) -> None:
        area_ids = self._panel.totals.area_ids
        if 0 <= row < len(area_ids) and self._select_area(area_ids[row]):
            self._popup(over, over.mapToGlobal(spot))

    def _popup(self, over: QWidget, at: QPoint) -> None:
        if self._workbench.counts.area is None:
            return
        menu = QMenu(over)
        menu.setObjectName("yalu_area_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._actions)
        menu.popup(at)

    def _select_area(self, area_id: str) -> bool:
        """Select this area; returns False for another area during a blind count, which would show other marks."""
        if area_id != self._workbench.counts.area_id:
            if self._workbench.blind.on:
                return False
            self._workbench.counting.select_area(area_id)
        return True

    def _area_at(self, spot: QPoint) -> str:
        """The id of the smallest area at a pixel of the map, empty if there is none."""
        facts = self._workbench.session.facts
        if facts is None or not facts.count("areas"):
            return ""
        self._workbench.counts.activate()
        try:
            place = lonlat_at(self._canvas, self._canvas.getCoordinateTransform().toMapCoordinates(spot))
        except NoLonLat:
            return ""
        shapes = ((QgsGeometry.fromWkt(row.get("geom") or ""), row["id"]) for row in self._workbench.counts.areas)
        return min(((shape.area(), area_id) for shape, area_id in shapes if shape.contains(place)),
                   default=(0.0, ""))[1]
