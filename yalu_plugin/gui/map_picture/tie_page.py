"""The page of the tie points: their residuals, the CRS and transformation, and the picture on the map."""

from __future__ import annotations

from qgis.gui import QgsOpacityWidget, QgsProjectionSelectionWidget
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHeaderView,
    QShortcut,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from yalu_plugin.core.map_picture.tie_points import TRANSFORMATIONS, spread_m
from yalu_plugin.gui.labels import wrapping_label
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.workbench.picture_tying import PictureTying

OPACITY = 0.6


class TiePage(QWidget):
    """Shows the tie points of `tying`; Delete removes the selected ones."""

    overlay_changed = pyqtSignal(bool, float)  # whether the picture is on the map, and its opacity

    def __init__(self, tying: PictureTying) -> None:
        super().__init__()
        self._tying = tying
        self._create_widgets()
        self._lay_out()
        tying.changed.connect(self._show)
        self._transformation.currentIndexChanged.connect(self._drawn_in_selected)
        self._crs.crsChanged.connect(self._drawn_in_selected)
        self._overlay.toggled.connect(self.announce_overlay)
        self._opacity.opacityChanged.connect(self.announce_overlay)
        self._show()

    def _create_widgets(self) -> None:
        self._table = QTableWidget(0, 3)
        self._table.setObjectName("yalu_tie_points")
        self._table.setAccessibleName(tr("Tie points"))
        self._table.setHorizontalHeaderLabels([tr("Pixel"), tr("Latitude, longitude"), tr("Residual, m")])
        self._table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self._table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self._table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self._table.setToolTip(tr("Delete removes the selected tie points"))
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self._table, self._remove)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._crs = QgsProjectionSelectionWidget()
        self._crs.setObjectName("yalu_picture_crs")
        self._crs.setCrs(self._tying.crs)
        self._crs.setToolTip(tr("The CRS in which the picture is drawn. If you do not know it, choose the one with the "
                                "smallest residuals; web maps are in EPSG:3857"))
        self._transformation = QComboBox()
        self._transformation.setObjectName("yalu_picture_transformation")
        for one in TRANSFORMATIONS:
            self._transformation.addItem(tr(one.label))
        self._transformation.setToolTip(tr("Affine suits most maps: its residuals show a wrong tie point best"))
        self._quality = wrapping_label("yalu_picture_quality")
        self._overlay = QCheckBox(tr("Show the picture on the map"))
        self._overlay.setObjectName("yalu_picture_overlay")
        self._opacity = QgsOpacityWidget()
        self._opacity.setOpacity(OPACITY)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(tr("Drawn in"), self._crs)
        form.addRow(tr("Transformation"), self._transformation)
        form.addRow(self._overlay)
        form.addRow(tr("Opacity"), self._opacity)
        column = QVBoxLayout(self)
        column.addWidget(wrapping_label("yalu_tie_help"))
        self.findChild(QWidget, "yalu_tie_help").setText(
            tr("Click a place on the picture, then the same place on the map: three places or more, far apart. A place "
               "near a line or a point of the map is snapped to it, unless Shift is held."))
        column.addWidget(self._table, 1)
        column.addWidget(self._quality)
        column.addLayout(form)

    def _show(self) -> None:
        points, fit = self._tying.points, self._tying.fit
        self._table.setRowCount(len(points))
        for at, point in enumerate(points):
            texts = (f"{point.column:.1f}, {point.row:.1f}", f"{point.lat:.5f}, {point.lon:.5f}",
                     f"{fit.residuals_m[at]:,.0f}" if fit is not None else "")
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if column == 2:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self._table.setItem(at, column, item)
        self._table.resizeColumnToContents(0)
        self._quality.setText(self._quality_text())

    def _quality_text(self) -> str:
        fit = self._tying.fit
        if fit is None:
            return error_text(self._tying.fit_error) if self._tying.fit_error is not None else ""
        if spread_m(fit.residuals_m, fit.transformation) is None:
            return tr("The picture is placed, but no tie point is left over to check the others: the accuracy is not "
                      "known. Add one more.")
        return tr("Residuals: {rms:,.0f} m (RMS), {most:,.0f} m at most.").format(
            rms=fit.rms_m, most=max(fit.residuals_m))

    def _remove(self) -> None:
        self._tying.remove_points({index.row() for index in self._table.selectionModel().selectedRows()})

    def _drawn_in_selected(self, *_: object) -> None:
        self._tying.set_drawn_in(self._crs.crs(), TRANSFORMATIONS[self._transformation.currentIndex()])

    def announce_overlay(self, *_: object) -> None:
        """Emit `overlay_changed` with what is selected."""
        self.overlay_changed.emit(self._overlay.isChecked(), self._opacity.opacity())
