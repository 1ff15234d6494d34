"""A sheet of one site alone, where that was asked for."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QCheckBox, QWidget

from yalu_plugin.core.file_name import file_name
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row
from yalu_plugin.i18n import tr
from yalu_plugin.layers.site_name import site_name

NAME = 60  # characters of a site's


class OnlySite(QCheckBox):
    """Hidden until a site is chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._id = self._file_name = ""
        self.setObjectName("yalu_export_only")
        self.setToolTip(tr("A sheet of this site alone; off: of every site that has a place"))
        self.setAccessibleName(self.toolTip())
        self.hide()

    @property
    def site_id(self) -> str:
        """The id of the one site that has a sheet, empty for all."""
        return self._id if self.isChecked() else ""

    @property
    def file_name(self) -> str:
        """What a file of the one site is called, empty for all."""
        return self._file_name if self.isChecked() else ""

    def set_site(self, site: Row) -> None:
        """Make the sheet of this site, unless the user chooses otherwise."""
        self._id, self._file_name = str(site["id"]), file_name(site_name(site), "site")
        self.setText(tr("Only {site}").format(site=one_line(site_name(site), NAME)))
        self.setChecked(True)
        self.show()
