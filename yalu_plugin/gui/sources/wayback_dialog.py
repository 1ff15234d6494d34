"""The dialog to search Esri's World Imagery Wayback."""

from __future__ import annotations

from qgis.core import QgsMapSettings
from qgis.PyQt.QtWidgets import QCheckBox, QWidget

from yalu_plugin.gui.labels import wrapping_label
from yalu_plugin.gui.sources.source_dialog import SourceDialog
from yalu_plugin.i18n import tr
from yalu_plugin.layers.sources.service_presets import WAYBACK
from yalu_plugin.layers.sources.wayback_source import WaybackSource


class WaybackDialog(SourceDialog):
    """Requests the releases that show the map's view."""

    def __init__(self, view: QgsMapSettings, parent: QWidget) -> None:
        super().__init__(view, parent, "wayback", tr("World Imagery Wayback"))

    def source(self) -> WaybackSource:
        """Return Esri's service."""
        return WaybackSource(self._changed.isChecked(), WAYBACK)

    def add_rows(self) -> None:
        """Add the meaning of the dates, and which releases."""
        about = wrapping_label("yalu_wayback_about")
        about.setText(tr("Esri keeps every release of its World Imagery. A release is younger than its pictures, often "
                         "by years: a scene gets the day of acquisition that Esri states for the middle of the view, "
                         "and is marked as released where none is stated."))
        self._changed = QCheckBox(tr("Only &where it changed here"))
        self._changed.setChecked(True)
        self.describe(self._changed, "changed", tr("Only where it changed here"),
                      tr("Leave out releases that show the same picture here as the one before"))
        self.form.addRow(about)
        self.form.addRow(self._changed)
