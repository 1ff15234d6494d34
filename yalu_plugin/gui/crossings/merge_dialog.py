"""The dialog that selects which of several sites to keep when they are merged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.core import QgsPointXY
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row
from yalu_plugin.core.rival_states import rival_states
from yalu_plugin.core.survey.geopackage_wkt import lonlat_of
from yalu_plugin.gui.amounts import observations_text
from yalu_plugin.gui.kind_display import kind_icon, kind_name
from yalu_plugin.gui.labels import wrapping_label
from yalu_plugin.i18n import tr
from yalu_plugin.layers.display_names import site_name
from yalu_plugin.layers.survey.survey_sites import wgs84_measure

SIZE = 460, 280  # pixels
ID = Qt.ItemDataRole.UserRole


class MergeDialog(QDialog):
    """Proposes the first site with a source, else the first. `seen` has the observations by site id."""

    def __init__(self, parent: QWidget, sites: Sequence[Row], seen: Mapping[str, Sequence[Row]]) -> None:
        super().__init__(parent)
        self.setObjectName("yalu_merge_dialog")
        self.setWindowTitle(tr("Merge sites"))
        text = wrapping_label("yalu_merge_about")
        text.setText(tr("Choose the site that is kept. What was seen of the others goes to it, they are taken out, and "
                        "its note keeps their names and sources."))
        self._list = QListWidget()
        self._list.setObjectName("yalu_merge_sites")
        self._list.setAccessibleName(tr("Sites to merge"))
        self._list.setWordWrap(True)
        self._sites, self._seen = {site["id"]: site for site in sites}, seen
        for site in sites:
            item = QListWidgetItem(kind_icon(site["kind"]), "")
            item.setData(ID, site["id"])
            self._list.addItem(item)
        conflicts = wrapping_label("yalu_merge_conflicts")
        conflicts.setText(conflicts_text(seen))
        conflicts.setVisible(bool(conflicts.text()))
        self._list.currentItemChanged.connect(self._describe)
        first = next((at for at, site in enumerate(sites) if site["source_id"]), 0)
        self._list.setCurrentRow(first)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (text, self._list, conflicts, buttons):
            column.addWidget(widget)
        self.resize(*SIZE)

    def _describe(self, *_: object) -> None:
        """Describe each site: name, kind, number of observations, and distance to the one that is kept."""
        kept_site = self._sites[self.kept_id()]
        for item in map(self._list.item, range(self._list.count())):
            site = self._sites[item.data(ID)]
            parts = [one_line(site_name(site)), kind_name(site["kind"]),
                     observations_text(len(self._seen[site["id"]])),
                     tr("is kept") if site is kept_site else _distance_text(site, kept_site)]
            item.setText(" · ".join(parts))

    def kept_id(self) -> str:
        """Return the id of the site to keep."""
        return str(self._list.currentItem().data(ID))


def conflicts_text(seen: Mapping[str, Sequence[Row]]) -> str:
    """Return a warning about observations that contradict each other once the sites are merged, or an empty text.

    `seen` has the observations by site id.
    """
    known = {name for rows in seen.values() for name in rival_states(rows)}
    as_one = [{**row, "site_id": ""} for rows in seen.values() for row in rows]
    found = rival_states(as_one).keys() - known
    days = sorted({row["seen_to"] for row in as_one if row["id"] in found})
    if not found:
        return ""
    return tr("They were seen in different states on days that overlap: {n} observations, the last by {day}. Merged, "
              "which state came last will not be known.").format(n=len(found), day=days[-1])


def _distance_text(site: Row, kept_site: Row) -> str:
    if not (site.get("geom") and kept_site.get("geom")):
        return tr("where it lies is not known")
    metres = wgs84_measure().measureLine(*(QgsPointXY(*lonlat_of(row["geom"])) for row in (site, kept_site)))
    return tr("{metres:,.0f} m away").format(metres=metres)
