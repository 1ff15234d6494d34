"""The checkbox that restricts site sheets to one site."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QCheckBox, QWidget

from yalu_plugin.core.file_name import file_name
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row
from yalu_plugin.i18n import tr
from yalu_plugin.layers.display_names import site_name

NAME = 60  # characters of a site's name


class SingleSiteBox(QCheckBox):
    """Hidden until a site is set."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._id = self._file_name = ""
        self.setObjectName("yalu_export_only")
        self.setToolTip(tr("A sheet of this site only; off: of every site that has a place"))
        self.setAccessibleName(self.toolTip())
        self.hide()

    @property
    def site_id(self) -> str:
        """The id of the only site that gets a sheet, empty for all sites."""
        return self._id if self.isChecked() else ""

    @property
    def file_name(self) -> str:
        """The file name for the sheet of the one site, empty for all sites."""
        return self._file_name if self.isChecked() else ""

    def set_site(self, site: Row) -> None:
        """Restrict the sheets to this site; the user may uncheck it."""
        self._id, self._file_name = str(site["id"]), file_name(site_name(site), "site")
        self.setText(tr("Only {site}").format(site=one_line(site_name(site), NAME)))
        self.setChecked(True)
        self.show()
