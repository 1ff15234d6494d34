"""The card of the selected site as a window: observations, place, fields and changes."""

from __future__ import annotations

from collections.abc import Callable

from qgis.gui import QgsMapCanvas, QgsMapTool
from qgis.PyQt.QtGui import QHideEvent, QShowEvent
from qgis.PyQt.QtWidgets import QDialog, QTabWidget, QVBoxLayout, QWidget

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row
from yalu_plugin.gui.crossings.fields_page import FieldsPage
from yalu_plugin.gui.crossings.lineage_actions import LineageActions
from yalu_plugin.gui.crossings.move_site_tool import MoveSiteTool
from yalu_plugin.gui.crossings.observation_actions import ObservationActions
from yalu_plugin.gui.crossings.observation_texts import SiteObservations, site_observations
from yalu_plugin.gui.crossings.observations_page import ObservationsPage
from yalu_plugin.gui.crossings.place_page import PlacePage
from yalu_plugin.gui.crossings.site_record_page import SiteRecordPage
from yalu_plugin.gui.crossings.site_texts import SiteContext, tooltip
from yalu_plugin.gui.labels import wrapping_label
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.undo_actions import UndoKeys
from yalu_plugin.i18n import tr
from yalu_plugin.workbench import Workbench

SIZE = 820, 480  # pixels
NO_OBSERVATIONS = SiteObservations([], {}, {})


class SiteDialog(QDialog):
    """Shows the selected site while it is open. `go_to` selects a site and centres the map on it."""

    def __init__(self, workbench: Workbench, messages: Messages, observing: ObservationActions,
                 lineage: LineageActions, canvas: QgsMapCanvas, go_to: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("yalu_site_dialog")
        self.setWindowTitle(tr("Card of the site"))
        self._workbench = workbench
        self._about = wrapping_label("yalu_site_about")
        self.observations = ObservationsPage(workbench, [*observing.actions, lineage.split])
        self.place = PlacePage(workbench, messages, go_to)
        self.fields = FieldsPage(workbench, messages)
        self.record = SiteRecordPage(workbench)
        self.pages = QTabWidget()
        self.pages.setObjectName("yalu_site_pages")
        self.pages.addTab(self.observations, tr("Observations"))
        self.pages.addTab(self.place, tr("Place"))
        self.pages.addTab(self.fields, tr("Site"))
        self.pages.addTab(self.record, tr("What was changed"))
        column = QVBoxLayout(self)
        column.addWidget(self._about)
        column.addWidget(self.pages, 1)
        self.resize(*SIZE)
        UndoKeys(self, workbench.history)
        observing.selected_observation = self._selected_observation
        lineage.selected_observations = self._selected_observations
        self._is_aside = False
        canvas.mapToolSet.connect(self._step_aside)
        self.pages.currentChanged.connect(self._show)
        session = workbench.session
        for changed in (session.survey_changed, session.facts_ready, session.changed,
                        workbench.sites.selection_changed, workbench.imagery.day_changed,
                        workbench.river.chainages_changed):
            changed.connect(self._show)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802, D102 - Qt's own
        super().showEvent(event)
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802, D102 - Qt's own
        super().hideEvent(event)
        self.record.reset()
        self.observations.chips.stop_drawing()

    def _step_aside(self, tool: QgsMapTool | None) -> None:
        """Hide while a place is to be clicked: on a small screen the card covers the map."""
        if isinstance(tool, MoveSiteTool):
            self._is_aside = self._is_aside or self.isVisible()
            self.hide()
        elif self._is_aside:
            self._is_aside = False
            self.show()

    def _selected_observation(self) -> Row | None:
        """Return the selected observation if exactly one is selected and the card is open."""
        rows = self._selected_observations()
        return rows[0] if len(rows) == 1 else None

    def _selected_observations(self) -> list[Row]:
        return self.observations.selected_rows() if self.isVisible() else []

    def _show(self, *_: object) -> None:
        if not self.isVisible():
            return
        facts, selected = self._workbench.session.facts, self._workbench.sites.selected()
        site = facts.row("sites", selected[0]) if facts is not None and len(selected) == 1 else None
        self._about.setText(self._heading_text(site, len(selected)))
        site_id = site["id"] if site is not None else ""
        seen = site_observations(facts, site_id) if facts is not None and site is not None else NO_OBSERVATIONS
        self.observations.show_observations(seen, self._workbench.sites.place(site_id) if site is not None else None)
        if site_id != self.record.site_id:
            self.record.reset()
        if self.pages.currentWidget() is self.record:
            self.record.show_site(site_id)
        elif self.pages.currentWidget() is self.place:
            self.place.show_site(site)
        elif self.pages.currentWidget() is self.fields:
            self.fields.show_sites(selected)

    def _heading_text(self, site: Row | None, selected: int) -> str:
        bench = self._workbench
        if bench.session.survey is None:
            return tr("No survey open")
        if bench.session.facts is None:
            return tr("Reading the survey…")
        if site is None:
            return tr("{n} sites are selected. The page Site changes all of them; select one to see what was seen of "
                      "it.").format(n=selected) if selected else tr("Select a site.")
        lines = tooltip(SiteContext(bench.session.facts, bench.imagery.day, bench.river.positions), site).split("\n")
        return "\n".join((lines[0], one_line(" · ".join(lines[1:]), 400)))
