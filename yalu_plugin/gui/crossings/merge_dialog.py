"""Which of several sites is the one that is kept."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row
from yalu_plugin.gui.kinds import kind_icon
from yalu_plugin.gui.labels import wrapping_label
from yalu_plugin.i18n import tr
from yalu_plugin.layers.site_name import site_name

SIZE = 460, 280  # pixels
ID = Qt.ItemDataRole.UserRole


class MergeDialog(QDialog):
    """The first that came with a source is proposed, else the first."""

    def __init__(self, parent: QWidget, sites: Sequence[Row]) -> None:
        super().__init__(parent)
        self.setObjectName("yalu_merge_dialog")
        self.setWindowTitle(tr("Merge sites"))
        text = wrapping_label("yalu_merge_about")
        text.setText(tr("Choose the site that is kept. What was seen of the others goes to it, they are taken out, and "
                        "its note keeps their names and sources."))
        self._list = QListWidget()
        self._list.setObjectName("yalu_merge_sites")
        self._list.setAccessibleName(tr("Sites to merge"))
        for site in sites:
            item = QListWidgetItem(kind_icon(site["kind"]), one_line(site_name(site)))
            item.setData(ID, site["id"])
            self._list.addItem(item)
        first = next((at for at, site in enumerate(sites) if site["source_id"]), 0)
        self._list.setCurrentRow(first)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (text, self._list, buttons):
            column.addWidget(widget)
        self.resize(*SIZE)

    def kept(self) -> str:
        """The id of the site that is kept."""
        return str(self._list.currentItem().data(ID))
