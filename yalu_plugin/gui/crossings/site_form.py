"""QGIS' form of a site, large enough for all of its fields."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsFeature, QgsVectorLayer
from qgis.PyQt.QtCore import QSize, QTimer
from qgis.PyQt.QtWidgets import QApplication, QScrollArea

LEAST_WIDTH = 520  # pixels: names and notes are long


def open_whole(open_form: Callable[[QgsVectorLayer, QgsFeature], object], layer: QgsVectorLayer,
               feature: QgsFeature) -> None:
    """Show the form, as `open_form` does, and make it larger where fields are out of sight: QGIS opens it small."""
    open_form(layer, feature)
    QTimer.singleShot(0, _make_whole)  # once it has been laid out


def _make_whole() -> None:
    for dialog in QApplication.topLevelWidgets():
        # by the name of its class: what QGIS has made comes to Python as a plain QDialog
        if dialog.inherits("QgsAttributeDialog") and dialog.isVisible():
            area = dialog.findChild(QScrollArea)
            room = dialog.screen().availableSize()
            needed = dialog.size() - area.viewport().size() + area.widget().sizeHint()
            dialog.resize(needed.expandedTo(QSize(LEAST_WIDTH, dialog.height())).boundedTo(room * 0.9))
