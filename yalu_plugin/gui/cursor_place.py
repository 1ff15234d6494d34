"""The line in QGIS' status bar that states where the cursor is along the river."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QSize, QTimer

from yalu_plugin.core.decimals import decimals, metres_or_km
from yalu_plugin.core.value_labels import SIDE_LABELS
from yalu_plugin.gui.labels import ElidedLabel
from yalu_plugin.gui.map_coordinates import NoLonLat, lonlat_at
from yalu_plugin.i18n import tr
from yalu_plugin.layers.bundled import marked_county
from yalu_plugin.settings import CURSOR_PLACE
from yalu_plugin.workbench.river_places import RiverPlaces

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.measured_line import MeasuredPlace

EVERY_MS = 50  # while the mouse moves
LINE_ERROR_M = 150.0  # by which the bundled line, the border, may be beside the stream


class CursorPlace(ElidedLabel):
    """Shows km, offset and county of the cursor; hidden without a river line, and if it is off in the options."""

    def __init__(self, canvas: QgsMapCanvas, places: RiverPlaces) -> None:
        super().__init__("yalu_cursor_place", bold=False)
        font = self.font()
        font.setPointSize(max(font.pointSize() - 2, 6))  # as QGIS does in its status bar
        self.setFont(font)
        self._canvas, self._places = canvas, places
        self._cursor: QgsPointXY | None = None  # in the map's CRS
        self._widest = 0  # pixels: the other parts of the status bar must not move with every text
        self._moved = QTimer(self)
        self._moved.setSingleShot(True)
        self._moved.setInterval(EVERY_MS)
        self._moved.timeout.connect(self._show_place)
        canvas.xyCoordinates.connect(self._follow)
        places.changed.connect(self._show_place)
        self.hide()

    def sizeHint(self) -> QSize:  # noqa: N802, D102 - Qt's own
        hint = super().sizeHint()
        self._widest = max(self._widest, hint.width())
        return QSize(self._widest, hint.height())

    def _follow(self, cursor: QgsPointXY) -> None:
        self._cursor = cursor
        if not self._moved.isActive():
            self._moved.start()

    def _show_place(self) -> None:
        line = self._places.line
        shown = line is not None and self._cursor is not None and CURSOR_PLACE.value()
        if shown:
            self.show_text(self._text(), tr(
                "The cursor along the river line: kilometres downstream of the datum; distance from the line, and its "
                "side looking downstream; county of the Korean bank, with ? within 2 km of its end. "
                "Off in Settings > Options > Yalu"))
        self.setVisible(shown)

    def _text(self) -> str:
        if self._places.line is None or self._cursor is None:
            return ""
        try:
            point = lonlat_at(self._canvas, self._cursor)
        except NoLonLat:
            return ""
        return place_text(self._places.line.place(point.x(), point.y()))


def place_text(place: MeasuredPlace | None) -> str:
    """Return "km 58.69 · 57 m, left of the line · Kimjongsuk", without a county where none is known.

    The counties are those of the left bank; what is surely on the right bank is opposite.
    """
    if place is None:
        return tr("farther than 5 km from the river line")
    side = tr(SIDE_LABELS[place.side])
    offset = side if place.side == "on_line" else f"{metres_or_km(place.offset_m)}, {side}"
    county = marked_county(place.county, place.county_certain)
    if county and place.side == "right" and place.offset_m > LINE_ERROR_M:
        county = tr("opposite {county}").format(county=county)
    return " · ".join(part for part in (f"km {decimals(place.km, 2)}", offset, county) if part)
