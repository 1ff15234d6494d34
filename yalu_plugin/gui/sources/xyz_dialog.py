"""The dialog for a tile address with a date in it."""

from __future__ import annotations

from qgis.core import QgsMapSettings
from qgis.PyQt.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from yalu_plugin.core.imagery.address_dates import DAILY, LISTED, MONTHLY, QUARTERLY
from yalu_plugin.core.imagery.tile_grid import MAX_ZOOM, TileAddress
from yalu_plugin.gui.sources.source_dialog import SourceDialog
from yalu_plugin.i18n import tr
from yalu_plugin.layers.sources.xyz_source import TileCredits, XyzSource
from yalu_plugin.settings import XYZ_ADDRESS

EXAMPLE = "https://example.org/{yyyy}_{mm}/{z}/{x}/{y}"


class XyzDialog(SourceDialog):
    """Requests a scene for each month, quarter, day or date of a list."""

    def __init__(self, view: QgsMapSettings, parent: QWidget) -> None:
        super().__init__(view, parent, "xyz", tr("Tile address with a date"), years=1)

    def source(self) -> XyzSource:
        """Return the entered address, and save it for later. Raises NotATileAddress, NotADate and KeyInAddress."""
        address = TileAddress(self._address.text().strip(), 0, self._zoom.value(), self._auth.configId())
        credit_fields = (self._name, self._attribution, self._licence)
        tile_credits = TileCredits(*(field.text().strip() for field in credit_fields))
        source = XyzSource(address, self._step.currentData(), self._dates.toPlainText(), self._kind.currentData(),
                           tile_credits)
        XYZ_ADDRESS.setValue(address.template)
        return source

    def is_entered(self) -> bool:
        """Return whether there are an address and a first day, or the dates of a list."""
        listed = self._step.currentData() == LISTED
        self.enable_days(not listed)
        self._dates.setVisible(listed)
        self.form.labelForField(self._dates).setVisible(listed)
        dates = self._dates.toPlainText().strip() if listed else self.query().start
        return bool(self._address.text().strip() and dates)

    def add_rows(self) -> None:
        """Add address, dates, their meaning, zoom, authentication, and credits."""
        self._address = QLineEdit(XYZ_ADDRESS.value())
        self._address.setPlaceholderText(EXAMPLE)
        self._address.setMinimumWidth(400)
        self._address.textChanged.connect(self.check)
        self.describe(self._address, "address", tr("Address"),
                   tr("The tiles' address with {x}, {y} or {-y}, {z}, and the date: {yyyy}, {yy}, {mm}, {dd}, {q} for "
                      "the quarter, or {date} for 2024-05-31"))
        self._step = QComboBox()
        for step, text in ((MONTHLY, tr("Every month")), (QUARTERLY, tr("Every quarter")), (DAILY, tr("Every day")),
                           (LISTED, tr("The dates of a list"))):
            self._step.addItem(text, step)
        self._step.currentIndexChanged.connect(self.check)
        self.describe(self._step, "step", tr("Scenes"), tr("For which dates there are tiles"))
        self._dates = QPlainTextEdit()
        self._dates.setPlaceholderText("2024-05-31, 2024-06, 2024-Q3")
        self._dates.setTabChangesFocus(True)
        self._dates.setMaximumHeight(70)
        self._dates.textChanged.connect(self.check)
        self.describe(self._dates, "dates", tr("Dates"), tr("Days, months or quarters: 2024-05-31, 2024-06, 2024-Q3"))
        self._kind, self._auth = self.date_kind_box("at_or_before"), self.auth_box()
        self._zoom = QSpinBox()
        self._zoom.setRange(0, MAX_ZOOM)
        self._zoom.setValue(18)
        self.describe(self._zoom, "zoom", tr("Deepest zoom"), tr("The deepest zoom for which there are tiles"))
        self._name, self._attribution, self._licence = QLineEdit(), QLineEdit(), QLineEdit()
        self.describe(self._name, "name", tr("Name"), tr("What the scenes are called: a satellite or a mosaic"))
        self.describe(self._attribution, "attribution", tr("Attribution"),
                      tr("Whose images they are; maps will say it"))
        self.describe(self._licence, "licence", tr("Licence"), tr("Under which terms they may be used"))
        for text, field in ((tr("&Address"), self._address), (tr("Scene&s"), self._step), (tr("Da&tes"), self._dates),
                            (tr("T&he date is"), self._kind), (tr("Deepest &zoom"), self._zoom),
                            (tr("A&uthentication"), self._auth), (tr("&Name"), self._name),
                            (tr("Att&ribution"), self._attribution), (tr("&Licence"), self._licence)):
            self.add_row(text, field, field)
