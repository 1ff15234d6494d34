"""The dialog to search a STAC: place, days, cloud cover."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import QgsMapSettings
from qgis.PyQt.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QSpinBox, QWidget

from yalu_plugin.core.imagery.scene_query import SceneQuery
from yalu_plugin.gui.sources.address_box import AddressBox
from yalu_plugin.gui.sources.source_dialog import SourceDialog
from yalu_plugin.i18n import tr
from yalu_plugin.layers.sources.service_presets import EARTH_SEARCH, PLANETARY_COMPUTER
from yalu_plugin.layers.sources.stac_source import StacSource, collection_ids
from yalu_plugin.settings import STAC_ADDRESS, STAC_COLLECTIONS

SENTINEL = STAC_COLLECTIONS.defaultValue()  # at both presets


class StacDialog(SourceDialog):
    """Requests a search of a STAC."""

    def __init__(self, view: QgsMapSettings, parent: QWidget) -> None:
        super().__init__(view, parent, "stac", tr("Search STAC imagery"))
        self._suggest()

    def source(self) -> StacSource:
        """Return the entered STAC, and save it for the next time. Raises KeyInAddress."""
        source = StacSource(self._address.address, collection_ids(self._collections.text()))
        STAC_ADDRESS.setValue(self._address.address)
        STAC_COLLECTIONS.setValue(self._collections.text())
        return source

    def query(self) -> SceneQuery:
        """Return the query with its limit of cloud."""
        cloud = self._cloud.value()
        return replace(super().query(), max_cloud=cloud if cloud < 100 else None)

    def is_entered(self) -> bool:
        """Return whether there is an address."""
        return bool(self._address.address)

    def _suggest(self, *_: object) -> None:
        """Suggest a year of Sentinel-2 at a preset and everything at any other STAC; keep what the user wrote."""
        preset = self._address.is_known
        self.suggest_days(1 if preset else 0)
        if self._collections.text() == ("" if preset else SENTINEL):
            self._collections.setText(SENTINEL if preset else "")

    def _browse(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, tr("STAC catalog"), "", tr("STAC catalogs (*.json *.geojson)"))
        if chosen:
            self._address.setEditText(chosen)

    def add_rows(self) -> None:
        """Add address, collections and cloud."""
        self._address = AddressBox({tr("Earth Search"): EARTH_SEARCH, tr("Planetary Computer"): PLANETARY_COMPUTER},
                                   STAC_ADDRESS.value() or EARTH_SEARCH)
        self._address.setMinimumContentsLength(30)
        self._address.editTextChanged.connect(self._suggest)
        self._address.editTextChanged.connect(self.check)
        self.describe(self._address, "address", tr("STAC address"),
                      tr("A STAC API, or the address or file of a static catalog, collection or item"))
        browse = QPushButton("…")
        browse.clicked.connect(self._browse)
        self.describe(browse, "browse", tr("Choose a catalog file"), tr("Choose a catalog file"))
        self._collections = QLineEdit(STAC_COLLECTIONS.value())
        self._collections.setPlaceholderText(tr("All"))
        self.describe(self._collections, "collections", tr("Collections"),
                      tr("Ids of collections, separated by commas; empty: all"))
        self._cloud = QSpinBox()
        self._cloud.setRange(0, 100)
        self._cloud.setValue(100)
        self._cloud.setSuffix(" %")
        self.describe(self._cloud, "cloud", tr("Cloud cover up to"),
                      tr("Images with more cloud are left out; those of unknown cloud cover are not"))
        where = QHBoxLayout()
        where.addWidget(self._address, 1)
        where.addWidget(browse)
        self.add_row(tr("&Address"), where, self._address)
        self.add_row(tr("&Collections"), self._collections, self._collections)
        self.add_row(tr("C&loud up to"), self._cloud, self._cloud)
