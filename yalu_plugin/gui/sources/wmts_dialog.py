"""The dialog to add a layer of a WMTS or WMS with times."""

from __future__ import annotations

from qgis.core import QgsMapSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPushButton, QWidget

from yalu_plugin.core.errors import YaluError
from yalu_plugin.gui.escaped_text import plain_tooltip
from yalu_plugin.gui.sources.address_box import AddressBox
from yalu_plugin.gui.sources.source_dialog import SourceDialog
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers.background import Background
from yalu_plugin.layers.sources.service_presets import GIBS, GIBS_LAYERS
from yalu_plugin.layers.sources.timed_layer import TimedLayer
from yalu_plugin.layers.sources.wmts_source import WmtsSource, fetch_layers
from yalu_plugin.settings import WMTS_ADDRESS, WMTS_LAYER

ARROW_PIXELS = 36  # of a combo box, with the margins of its text


class WmtsDialog(SourceDialog):
    """Requests the times of a layer."""

    def __init__(self, view: QgsMapSettings, parent: QWidget) -> None:
        super().__init__(view, parent, "wmts", tr("WMTS or WMS with times"), years=1)
        self._listing: Background | None = None
        self.finished.connect(self._stop_listing)

    def source(self) -> WmtsSource:
        """Return the entered layer, and save it for the next time. Raises KeyInAddress."""
        source = WmtsSource(self._address.address, self._layer.currentText().strip(), self._kind.currentData(),
                            self._auth.configId(), self._pictures.isChecked())
        WMTS_ADDRESS.setValue(self._address.address)
        WMTS_LAYER.setValue(self._layer.currentText().strip())
        return source

    def is_entered(self) -> bool:
        """Return whether there are an address and a layer."""
        self._list.setEnabled(bool(self._address.address))
        return bool(self._address.address and self._layer.currentText().strip())

    def _address_changed(self) -> None:
        self._offer_known_layers()
        self.check()

    def _offer_known_layers(self) -> None:
        """Offer GIBS' layers in natural colour, whose times are days of acquisition; none at another service."""
        at_gibs = self._address.address == GIBS
        self._kind.setCurrentIndex(self._kind.findData("acquired" if at_gibs else "at_or_before"))
        self._offer(GIBS_LAYERS if at_gibs else ())

    def _offer(self, names: tuple[str, ...]) -> None:
        self._layer.clear()
        self._layer.addItems(names)
        self._layer.lineEdit().setCursorPosition(0)  # the beginning of a long name is more telling than its end

    def _list_layers(self) -> None:
        self._stop_listing()
        address, authcfg = self._address.address, self._auth.configId()
        self._listing = Background(tr("Listing layers"), lambda task: fetch_layers(address, authcfg, task.feedback))
        self._listing.done.connect(self._listed)
        self._listing.failed.connect(self._not_listed)
        self._listing.cancelled.connect(self._listing_cancelled)
        self.show_notice(tr("Asking for the layers…"))
        self._listing.start()

    def _listed(self, layers: dict[str, TimedLayer]) -> None:
        self._listing = None
        self._offer(tuple(layers))
        for row, layer in enumerate(layers.values()):
            self._layer.setItemData(row, plain_tooltip(layer.title), Qt.ItemDataRole.ToolTipRole)
        self.check()
        self.show_notice(tr("{n} layers with times, in web mercator").format(n=len(layers)))

    def _not_listed(self, error: YaluError) -> None:
        self._listing = None
        self.show_notice(error_text(error))

    def _listing_cancelled(self) -> None:
        self._listing = None
        self.show_notice("")

    def _stop_listing(self, *_: object) -> None:
        if self._listing is not None:
            self._listing.abandon()
            self._listing = None

    def add_rows(self) -> None:
        """Add address, layer, meaning of its dates, and authentication."""
        self._address = AddressBox({tr("NASA GIBS"): GIBS}, WMTS_ADDRESS.value() or GIBS)
        self._layer = QComboBox()
        self._layer.setEditable(True)
        self._layer.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for box in (self._address, self._layer):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(22)
        longest = max(map(self.fontMetrics().horizontalAdvance, GIBS_LAYERS))
        self._layer.setMinimumWidth(longest + ARROW_PIXELS)
        self.describe(self._address, "address", tr("Address"), tr("The address of the capabilities of a WMTS or WMS"))
        self.describe(self._layer, "layer", tr("Layer"), tr("The identifier of a layer that has a time"))
        self._list = QPushButton(tr("L&ist"))
        self._list.clicked.connect(self._list_layers)
        self.describe(self._list, "list", tr("List layers"), tr("Ask the service for its layers with times"))
        self._kind, self._auth = self.date_kind_box("acquired"), self.auth_box()
        self._offer_known_layers()
        self._layer.setEditText(WMTS_LAYER.value() or GIBS_LAYERS[0])
        self._layer.lineEdit().setCursorPosition(0)
        self._address.editTextChanged.connect(self._address_changed)
        self._layer.editTextChanged.connect(self.check)
        which = QHBoxLayout()
        which.addWidget(self._layer, 1)
        which.addWidget(self._list)
        self.add_row(tr("&Address"), self._address, self._address)
        self.add_row(tr("&Layer"), which, self._layer)
        self.add_row(tr("The da&te is"), self._kind, self._kind)
        self.add_row(tr("A&uthentication"), self._auth, self._auth)
        self._pictures = QCheckBox(tr("Only &with a picture here"))
        self._pictures.setChecked(True)
        self.describe(self._pictures, "pictures", tr("Only with a picture here"),
                      tr("Leave out times whose tile in the middle of the view is blank; one tile is fetched for each"))
        self.form.addRow(self._pictures)
