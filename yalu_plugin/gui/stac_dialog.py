"""What to search a STAC for: where, when, how clear the sky."""

from __future__ import annotations

from datetime import date, datetime, timezone

from qgis.core import QgsMapSettings
from qgis.gui import QgsDateEdit, QgsGui
from qgis.PyQt.QtCore import QDate, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.query import Box, SceneQuery
from yalu_plugin.gui.labels import wrapping_label
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers.sources.extent import query_box
from yalu_plugin.layers.sources.presets import EARTH_SEARCH, PLANETARY_COMPUTER
from yalu_plugin.layers.sources.stac import StacSource, collection_ids
from yalu_plugin.settings import TextSetting

ADDRESS = TextSetting("stac_address", EARTH_SEARCH)
COLLECTIONS = TextSetting("stac_collections", "sentinel-2-l2a")  # the name of Sentinel-2 L2A at both presets


class StacDialog(QDialog):
    """Asks for a search of what the map shows; `asked` brings the source and the query."""

    asked = pyqtSignal(object, object)

    def __init__(self, view: QgsMapSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("YaluStacDialog")
        self.setWindowTitle(tr("Search STAC imagery"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        QgsGui.enableAutoGeometryRestore(self)
        self._make_widgets()
        self._extent = self._extent_of(view)
        self._lay_out()
        self._check()

    def accept(self) -> None:
        """Remember what was entered, and ask."""
        ADDRESS.set(self._entered())
        COLLECTIONS.set(self._collections.text())
        cloud = self._cloud.value()
        query = SceneQuery(self._extent, _day(self._start), _day(self._end), cloud if cloud < 100 else None)
        source = StacSource(self._entered(), collection_ids(self._collections.text()))
        super().accept()
        self.asked.emit(source, query)

    def _extent_of(self, view: QgsMapSettings) -> Box | None:
        """The area searched, told; without one there is nothing to search."""
        try:
            extent = query_box(view.visibleExtent(), view.destinationCrs(), view.transformContext())
        except YaluError as error:
            self._area.setText(error_text(error))
            return None
        west, south, east, north = extent
        self._area.setText(tr("the map's view: {west:.3f}° to {east:.3f}° E, {south:.3f}° to {north:.3f}° N").format(
            west=west, south=south, east=east, north=north))
        return extent

    def _entered(self) -> str:
        """The address of the preset chosen, or what was typed."""
        row = self._address.findText(self._address.currentText())
        return str(self._address.itemData(row)) if row >= 0 else self._address.currentText().strip()

    def _check(self) -> None:
        start, end = _day(self._start), _day(self._end)
        swapped = start is not None and end is not None and start > end
        self._notice.setText(tr("The first day is after the last one.") if swapped else "")
        self._notice.setVisible(swapped)
        self._search.setEnabled(bool(self._entered()) and self._extent is not None and not swapped)

    def _browse(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, tr("STAC catalog"), "", tr("STAC catalogs (*.json *.geojson)"))
        if chosen:
            self._address.setEditText(chosen)

    def _make_widgets(self) -> None:
        self._address = QComboBox()
        self._address.setEditable(True)
        self._address.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._address.setMinimumContentsLength(30)
        self._address.addItem(tr("Earth Search"), EARTH_SEARCH)
        self._address.addItem(tr("Planetary Computer"), PLANETARY_COMPUTER)
        kept = self._address.findData(ADDRESS.get())
        self._address.setCurrentIndex(kept)
        if kept < 0:
            self._address.setEditText(ADDRESS.get())
        self._address.editTextChanged.connect(self._check)
        _name(self._address, "yalu_stac_address", tr("STAC address"),
              tr("A STAC API, or the address or file of a static catalog, collection or item"))
        self._browse_button = QPushButton("…")
        self._browse_button.clicked.connect(self._browse)
        _name(self._browse_button, "yalu_stac_browse", tr("Choose a catalog file"), tr("Choose a catalog file"))
        self._collections = QLineEdit(COLLECTIONS.get())
        self._collections.setPlaceholderText(tr("all"))
        _name(self._collections, "yalu_stac_collections", tr("Collections"),
              tr("Ids of collections, with commas between them; empty: all that there are"))
        today = datetime.now(timezone.utc).date()
        self._start, self._end = QgsDateEdit(), QgsDateEdit()
        for edit in (self._start, self._end):
            edit.setDisplayFormat("yyyy-MM-dd")
            edit.setNullRepresentation(tr("any"))
            edit.setAllowNull(True)
        self._start.setDate(QDate(today.year, today.month, today.day).addYears(-1))
        self._end.clear()
        for edit in (self._start, self._end):
            edit.dateChanged.connect(self._check)
        _name(self._start, "yalu_stac_start", tr("First day (UTC)"), tr("Images of this UTC day or later"))
        _name(self._end, "yalu_stac_end", tr("Last day (UTC)"), tr("Images of this UTC day or earlier"))
        self._cloud = QSpinBox()
        self._cloud.setRange(0, 100)
        self._cloud.setValue(100)
        self._cloud.setSuffix(" %")
        _name(self._cloud, "yalu_stac_cloud", tr("Cloud cover up to"),
              tr("Images with more cloud are left out; those that do not tell are not"))
        self._area, self._notice = wrapping_label("yalu_stac_area"), wrapping_label("yalu_stac_notice")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._search = self._buttons.addButton(tr("Search"), QDialogButtonBox.ButtonRole.AcceptRole)
        _name(self._search, "yalu_stac_search", tr("Search"), tr("Search in the background; scenes go to the survey"))
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        form = QFormLayout()
        where, days = QHBoxLayout(), QHBoxLayout()
        where.addWidget(self._address, 1)
        where.addWidget(self._browse_button)
        days.addWidget(self._start, 1)
        to = QLabel(tr("t&o"))
        to.setBuddy(self._end)
        days.addWidget(to)
        days.addWidget(self._end, 1)
        for text, field, buddy in ((tr("&Address"), where, self._address),
                                   (tr("&Collections"), self._collections, self._collections),
                                   (tr("&Days (UTC)"), days, self._start),
                                   (tr("C&loud up to"), self._cloud, self._cloud),
                                   (tr("Area"), self._area, None)):
            label = QLabel(text)
            if buddy is not None:
                label.setBuddy(buddy)
            form.addRow(label, field)
        rows = QVBoxLayout(self)
        rows.addLayout(form)
        rows.addWidget(self._notice)
        rows.addWidget(self._buttons)


def _name(widget: QWidget, name: str, spoken: str, tooltip: str) -> None:
    widget.setObjectName(name)
    widget.setAccessibleName(spoken)
    widget.setToolTip(tooltip)


def _day(edit: QgsDateEdit) -> date | None:
    chosen = edit.date()
    return None if edit.isNull() else date(chosen.year(), chosen.month(), chosen.day())
