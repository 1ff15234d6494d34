"""The row of the Counting panel that compares the current count with another one of its area."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import Qgis, QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QDoubleSpinBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from yalu_plugin.core.counting.agreement import WITHIN_M, Mark
from yalu_plugin.core.counting.count_assessment import ImageCount
from yalu_plugin.gui.combo_boxes import ElidedBox
from yalu_plugin.gui.counting.counting_texts import agreement_text, count_text, difference_text
from yalu_plugin.gui.labels import wrapping_label
from yalu_plugin.gui.map_coordinates import from_lonlat
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.workbench import Workbench

COLOURS, ICONS = (QColor(255, 0, 200), QColor(0, 150, 255)), (QgsRubberBand.IconType.ICON_CIRCLE,
                                                              QgsRubberBand.IconType.ICON_BOX)
SIZE = 22  # pixels of what rings a mark that only one analyst made


class CountComparison(QWidget):
    """Selects the other count and how near two marks must be; rings marks of only one count on the map."""

    def __init__(self, workbench: Workbench, messages: Messages, canvas: QgsMapCanvas) -> None:
        super().__init__()
        self._workbench, self._messages, self._canvas = workbench, messages, canvas
        self._others: list[ImageCount] = []
        self._bands = [self._band(colour, icon) for colour, icon in zip(COLOURS, ICONS)]
        self._box = ElidedBox()
        self._box.setObjectName("yalu_count_other")
        self._box.setToolTip(tr("Another count of this area"))
        self._box.setAccessibleName(self._box.toolTip())
        self._within = QDoubleSpinBox()
        self._within.setObjectName("yalu_count_within")
        self._within.setRange(0.1, 50.0)
        self._within.setSuffix(" m")
        self._within.setDecimals(1)
        self._within.setValue(WITHIN_M)
        self._within.setToolTip(tr("Marks of two analysts are one object if they are no farther apart"))
        self._within.setAccessibleName(self._within.toolTip())
        self._button = QPushButton(tr("Compare"))
        self._button.setObjectName("yalu_count_compare")
        self._button.clicked.connect(self._compare)
        self._text = wrapping_label("yalu_count_agreement")
        row = QHBoxLayout()
        for widget, stretch in ((self._box, 1), (self._within, 0), (self._button, 0)):
            row.addWidget(widget, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._text)

    def show_counts(self) -> None:
        """Offer the other counts of the current area; clear the comparison if they are other counts than before."""
        counts, blind = self._workbench.counts, self._workbench.blind.on
        others = [one.image_count for one in counts.counts_of_area() if one.image_count.id != counts.count_id]
        texts = [count_text(one, self._workbench.blind.number_of(one.id)) for one in others]
        if [one.id for one in others] != [one.id for one in self._others]:
            chosen = self._others[self._box.currentIndex()].id if self._box.currentIndex() >= 0 else ""
            self._box.clear()
            self._box.addItems(texts)
            self._box.setCurrentIndex(next((at for at, one in enumerate(others) if one.id == chosen),
                                           0 if others else -1))
            self.clear()
        for at, text in enumerate(texts):
            self._box.setItemText(at, text)
        self._others = others
        self._button.setEnabled(bool(others) and bool(counts.count_id) and not blind)
        self._text.setVisible(bool(self._text.text()))

    def clear(self) -> None:
        """Clear the comparison."""
        self._text.setText("")
        self._text.hide()
        for band in self._bands:
            band.reset(Qgis.GeometryType.Point)

    def release(self) -> None:
        """Remove the rings from the map (on unload)."""
        for band in self._bands:
            self._canvas.scene().removeItem(band)

    def _compare(self) -> None:
        counts = self._workbench.counts
        one = next((found.image_count for found in counts.counts_of_area()
                    if found.image_count.id == counts.count_id), None)
        if one is None or self._box.currentIndex() < 0:
            return
        other = self._others[self._box.currentIndex()]
        self.clear()
        with self._messages.reporting():
            if one.image_id == other.image_id:
                found = self._workbench.counting.agreement(one.id, other.id, self._within.value())
                self._text.setText(agreement_text(found, one, other, counts.classes))
                for band, marks in zip(self._bands, (found.only_a, found.only_b)):
                    self._ring(band, marks)
            else:
                self._workbench.blind.check_shown(one.id, other.id)
                self._text.setText(difference_text(one, other, counts.tally, counts.classes))
        self._text.setVisible(bool(self._text.text()))

    def _ring(self, band: QgsRubberBand, marks: Sequence[Mark]) -> None:
        if marks:
            places = QgsGeometry.fromMultiPointXY([QgsPointXY(mark.lon, mark.lat) for mark in marks])
            places.transform(from_lonlat(self._canvas))
            band.setToGeometry(places)

    def _band(self, colour: QColor, icon: QgsRubberBand.IconType) -> QgsRubberBand:
        made = QgsRubberBand(self._canvas, Qgis.GeometryType.Point)
        made.setIcon(icon)
        made.setIconSize(SIZE)
        made.setStrokeColor(colour)
        made.setFillColor(QColor(Qt.GlobalColor.transparent))
        made.setWidth(2)
        return made
