"""The table of the dots of a picture: kind, places, accuracy, what is near, and which of them are to be written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.gui.kind_display import kind_icon, kind_name
from yalu_plugin.i18n import tr
from yalu_plugin.workbench.picture_dots import BY_HAND, PictureDots

if TYPE_CHECKING:
    from yalu_plugin.layers.map_picture.picture_sites import PictureSite

KIND, ACCURACY, RIVER, REMARK, PLACE, PIXEL = range(6)
UNCLEAR = 0.6  # less of its outline is visible: the user should look at the dot


class PictureSitesModel(QAbstractTableModel):
    """The rows are `dots.sites`."""

    def __init__(self, dots: PictureDots, parent: QObject) -> None:
        super().__init__(parent)
        self._dots = dots
        self._sites: list[PictureSite] = []
        dots.sites_changed.connect(self._show)
        self._headings = (tr("Kind"), tr("Accuracy, m"), tr("River, m"), tr("Remark"), tr("Latitude, longitude"),
                          tr("Pixel"))
        self._tips = {KIND: tr("Ticked: it is added to the survey"),
                      RIVER: tr("The distance to the river line. Ticked: the site is put on the line, a suggestion"),
                      ACCURACY: tr("From the size of the dot and the residuals of the tie points")}

    def _show(self) -> None:
        sites = self._dots.sites
        if len(sites) == len(self._sites):  # selection and scroll position stay
            self._sites = sites
            self.dataChanged.emit(self.index(0, 0), self.index(len(sites) - 1, PIXEL))
            return
        self.beginResetModel()
        self._sites = sites
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | None = None) -> int:  # noqa: N802, D102 - Qt's own
        return 0 if parent is not None and parent.isValid() else len(self._sites)

    def columnCount(self, _parent: QModelIndex | None = None) -> int:  # noqa: N802, D102
        return len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole,  # noqa: N802, D102
                   ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tips.get(section)
        return self._headings[section] if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:  # noqa: D102
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == KIND or (index.column() == RIVER and self._sites[index.row()].on_river is not None):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: D102
        site, column = self._sites[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _text(site, column)
        if role == Qt.ItemDataRole.DecorationRole and column == KIND:
            return kind_icon(site.dot.kind)
        if role == Qt.ItemDataRole.CheckStateRole and self.flags(index) & Qt.ItemFlag.ItemIsUserCheckable:
            is_ticked = site.included if column == KIND else site.to_river
            return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.TextAlignmentRole and column in (ACCURACY, RIVER):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def setData(self, index: QModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802, D102
        if role != Qt.ItemDataRole.CheckStateRole or index.column() not in (KIND, RIVER):
            return False
        change = self._dots.include if index.column() == KIND else self._dots.put_on_river
        change(index.row(), Qt.CheckState(value) == Qt.CheckState.Checked)
        return True


def _text(site: PictureSite, column: int) -> str:
    if column == KIND:
        return kind_name(site.dot.kind)
    if column == PIXEL:
        return f"{site.dot.column:.1f}, {site.dot.row:.1f}"
    if column == PLACE:
        place = site.written_place
        return f"{place.y():.5f}, {place.x():.5f}" if place is not None else ""
    if column == ACCURACY:
        accuracy_m = site.written_accuracy_m
        return f"{accuracy_m:,.0f}" if accuracy_m is not None else ""
    if column == RIVER:
        return f"{site.on_river[1]:,.0f}" if site.on_river is not None else ""
    return _remark(site)


def _remark(site: PictureSite) -> str:
    remarks = []
    if site.near is not None:
        remarks.append(tr("{metres:.0f} m from {name}").format(metres=site.near[1], name=one_line(site.near[0])))
    if site.touching > 1:
        remarks.append(tr("{n} dots touch here").format(n=site.touching))
    if site.dot.seen == BY_HAND:
        remarks.append(tr("clicked by hand"))
    elif site.dot.seen < UNCLEAR:
        remarks.append(tr("{percent:.0f} % of its outline visible").format(percent=100 * site.dot.seen))
    return "; ".join(remarks)
