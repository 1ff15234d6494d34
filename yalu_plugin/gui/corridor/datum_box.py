"""The combo box for the crossing from which chainage is counted."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QStringListModel

from yalu_plugin.core.kinds import CROSSING_KINDS
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row
from yalu_plugin.core.site_name import name_shown
from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.gui.combo_boxes import ElidedBox
from yalu_plugin.i18n import tr
from yalu_plugin.layers.display_names import unnamed_sites
from yalu_plugin.workbench import Workbench

INTERACTIONS = (QEvent.Type.FocusIn, QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)


class DatumBox(ElidedBox):
    """Holds only the selected crossing until the user turns to the box; then it lists all crossings by name.

    Its model is a QStringListModel: opening the list calls a model in Python a million times for 100,000 crossings.
    """

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self.setObjectName("yalu_datum")
        self.setToolTip(tr("The crossing from which chainage is counted, growing downstream"))
        self.setAccessibleName(self.toolTip())
        self._workbench = workbench
        self._names = QStringListModel([tr("Default: Hyesan ford")], self)
        self._ids = [""]
        self._listed = False
        self.setModel(self._names)
        self.view().setUniformItemSizes(True)  # otherwise Qt measures each item
        for changed in (workbench.session.survey_changed, workbench.session.facts_ready):
            changed.connect(self._show_others)
        workbench.river.changed.connect(self._show_selected)
        workbench.session.changed.connect(self._apply_changes)
        self._show_selected()

    def chosen(self) -> str:
        """Return the id of the selected crossing, empty for the default."""
        return self._ids[self.currentIndex()]

    def list_all(self) -> None:
        """List all crossings, unless the list is up to date."""
        facts = self._workbench.session.facts
        if not self._listed and facts is not None:
            self._listed = True
            sites = facts.snapshot("sites", "fid", "id", "name", "kind")
            self._set_rows([row for row in sites() if row["kind"] in CROSSING_KINDS])

    def set_default_text(self, name: str) -> None:
        """Set the text of the default entry."""
        self._names.setData(self._names.index(0), name)

    def event(self, event: QEvent) -> bool:  # noqa: D102 - Qt override
        if event.type() in INTERACTIONS:
            self.list_all()
        return super().event(event)

    def showPopup(self) -> None:  # noqa: N802, D102 - Qt override
        self.list_all()
        super().showPopup()

    def _apply_changes(self, delta: Delta) -> None:
        touched = {row["id"] for rows in delta.changes("sites") for row in rows if row}
        if touched:
            self._listed = False
        if self._workbench.river.datum_id in touched:
            self._show_selected()

    def _show_others(self) -> None:
        self._listed = False
        self._show_selected()

    def _show_selected(self) -> None:
        facts, datum_id = self._workbench.session.facts, self._workbench.river.datum_id
        if self._listed:
            self._select(datum_id)
        else:
            chosen = facts.row("sites", datum_id) if facts is not None and datum_id else None
            self._set_rows([chosen] if chosen else [])

    def _set_rows(self, rows: list[Row]) -> None:
        unnamed = unnamed_sites()
        named = sorted(((one_line(name_shown(row, unnamed)), row["id"]) for row in rows),
                       key=lambda pair: pair[0].casefold())
        self._ids = ["", *(site_id for _, site_id in named)]
        self._names.setStringList([self.itemText(0), *(name for name, _ in named)])
        self._select(self._workbench.river.datum_id)

    def _select(self, site_id: str) -> None:
        self.setCurrentIndex(self._ids.index(site_id) if site_id in self._ids else 0)
