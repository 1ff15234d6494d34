"""A measured stretch on the map: the piece of the river, the straight line, and a label with both distances."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtGui import QColor, QGuiApplication, QIcon
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QToolButton

from yalu_plugin.gui.corridor.measure_along_tool import COLOUR
from yalu_plugin.gui.labels import wrapping_label
from yalu_plugin.gui.map_coordinates import WGS84
from yalu_plugin.i18n import tr
from yalu_plugin.paths import resource

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.stretch import Stretch

MARGIN, WIDEST = 8, 420


class StretchOnMap:
    """Draws one stretch at a time; `clear` removes it."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._bands: list[QgsRubberBand] = []
        self._figures: FiguresOnMap | None = None

    def show(self, stretch: Stretch, text: str) -> None:
        """Draw the stretch of the line and the straight line between its ends, with `text` in the map's corner."""
        self.clear()
        places = [QgsPointXY(lon, lat) for lon, lat in stretch.lonlat.tolist()]
        self._draw(places, 5, Qt.PenStyle.SolidLine)
        self._draw([places[0], places[-1]], 2, Qt.PenStyle.DashLine)
        self._figures = FiguresOnMap(self._canvas, text)

    def clear(self) -> None:
        """Remove everything from the map."""
        for band in self._bands:
            self._canvas.scene().removeItem(band)
        self._bands.clear()
        if self._figures is not None:
            self._figures.hide()
            self._figures.deleteLater()
            self._figures = None

    def _draw(self, places: list[QgsPointXY], width: int, style: Qt.PenStyle) -> None:
        band = QgsRubberBand(self._canvas, Qgis.GeometryType.Line)
        band.setColor(COLOUR)
        band.setSecondaryStrokeColor(QColor("white"))
        band.setWidth(width)
        band.setLineStyle(style)
        band.setToGeometry(QgsGeometry.fromPolylineXY(places), QgsCoordinateReferenceSystem(WGS84))
        self._bands.append(band)


class FiguresOnMap(QFrame):
    """A selectable text with a copy button in the lower left corner of the map, where no message covers it."""

    def __init__(self, canvas: QgsMapCanvas, text: str) -> None:
        super().__init__(canvas)
        self.setObjectName("yalu_stretch")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        label = wrapping_label("yalu_stretch_figures")
        label.setText(text)
        copy = QToolButton()
        copy.setObjectName("yalu_copy_stretch")
        copy.setAutoRaise(True)
        copy.setIcon(QIcon(str(resource("icons", "copy.svg"))))
        copy.setToolTip(tr("Copy the distances"))
        copy.setAccessibleName(copy.toolTip())
        copy.clicked.connect(self._copy)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 4, 4)
        row.addWidget(label, 1)
        row.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)
        self._text = text
        self.show()  # it has its final font, on which its height depends, only after this
        self._place()
        canvas.installEventFilter(self)

    def eventFilter(self, canvas: QObject, event: QEvent) -> bool:  # noqa: N802, D102 - Qt override
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(canvas, event)

    def _place(self) -> None:
        canvas, frame = self.parentWidget(), 2 * self.frameWidth()
        width = min(WIDEST, canvas.width() - 2 * MARGIN)
        height = self.layout().heightForWidth(width - frame) + frame
        self.setGeometry(MARGIN, canvas.height() - height - MARGIN, width, height)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
