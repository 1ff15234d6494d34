"""The settings about coordinates and the cursor, a part of the page in QGIS' options."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QFormLayout, QGroupBox

from yalu_plugin.i18n import tr
from yalu_plugin.layers.coordinates import notation_titles
from yalu_plugin.settings import COPY_NOTATION, CURSOR_PLACE


class PlaceOptions(QGroupBox):
    """Shows the settings; `save` stores them."""

    def __init__(self) -> None:
        super().__init__(tr("Places"))
        self._notation = QComboBox()
        self._notation.setObjectName("yalu_copy_notation")
        self._notation.setToolTip(tr("The notation of Copy coordinates; its menus have the others, too. WGS 84"))
        for key, title in notation_titles().items():
            self._notation.addItem(title, key)
        self._notation.setCurrentIndex(max(0, self._notation.findData(COPY_NOTATION.value())))
        self._cursor_place = QCheckBox(tr("Show km, offset and county of the cursor in the status bar"))
        self._cursor_place.setObjectName("yalu_show_cursor_place")
        self._cursor_place.setChecked(CURSOR_PLACE.value())
        rows = QFormLayout(self)
        rows.addRow(tr("&Copy coordinates in"), self._notation)
        rows.addRow(self._cursor_place)

    def save(self) -> None:
        """Store the settings; they are used from the next click or move of the mouse on."""
        COPY_NOTATION.setValue(self._notation.currentData())
        CURSOR_PLACE.setValue(self._cursor_place.isChecked())
