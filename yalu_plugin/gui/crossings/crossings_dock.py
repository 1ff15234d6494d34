"""The Crossings panel: the open survey, its sites as a list, and adding one by clicking on the map."""

from __future__ import annotations

from qgis.core import QgsPointXY
from qgis.gui import QgsDockWidget, QgsMapCanvas
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAction, QHBoxLayout, QVBoxLayout, QWidget

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.kinds import VEHICLE
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.gui.actions import Actions, menu_button, tool_button
from yalu_plugin.gui.compact_panel import CompactPanel
from yalu_plugin.gui.crossings.add_crossing_tool import AddCrossingTool
from yalu_plugin.gui.crossings.filter_bar import FilterBar
from yalu_plugin.gui.crossings.kind_buttons import KindButtons
from yalu_plugin.gui.crossings.letter_keys import LetterKeys
from yalu_plugin.gui.crossings.list_summary import summary_text
from yalu_plugin.gui.crossings.observation_bar import ObservationBar
from yalu_plugin.gui.crossings.observation_texts import recorded_text
from yalu_plugin.gui.crossings.refused_actions import RefusedActions
from yalu_plugin.gui.crossings.site_zoom import SiteZoom
from yalu_plugin.gui.crossings.sites_list import SitesList
from yalu_plugin.gui.crossings.survey_files import SurveyFiles
from yalu_plugin.gui.kind_display import every_kind, set_custom_kinds
from yalu_plugin.gui.labels import ElidedLabel, wrapping_label
from yalu_plugin.gui.map_tools import deactivate_tool
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.patrol.searched_row import SearchedRow
from yalu_plugin.gui.search.found_list import FoundList
from yalu_plugin.gui.search.go_to_found import GoToFound
from yalu_plugin.gui.site_question import SiteQuestion
from yalu_plugin.gui.write_actions import enable_write_actions
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers.survey.survey_errors import SurveyReadOnly
from yalu_plugin.workbench import Workbench


class CrossingsDock(QgsDockWidget):
    """Shows the workbench's survey. Each click of the tool on the map adds a site to it at once."""

    def __init__(self, workbench: Workbench, messages: Messages, actions: Actions, canvas: QgsMapCanvas,
                 parent: QWidget) -> None:
        super().__init__(tr("Crossings"), parent)
        self.setObjectName("YaluCrossingsDock")
        self._workbench, self._messages, self._canvas, self._actions = workbench, messages, canvas, actions
        set_custom_kinds(workbench.site_kinds.custom)
        self.tool = AddCrossingTool(canvas, self._add_site, messages)
        self.sites = SitesList(workbench)
        zoom = SiteZoom(workbench, canvas)
        self.go_to = zoom.go_to  # selects a site by its id and centres the map on it
        self.go_to_found = GoToFound(workbench, messages, canvas, zoom.go_to)
        self.sites.site_activated.connect(zoom.zoom_to)
        self._add_actions(actions)
        self._refused = RefusedActions(workbench, messages, self)
        self._create_widgets()
        self._lay_out()
        workbench.site_kinds.changed.connect(self._on_kinds_changed)
        workbench.session.survey_changed.connect(self._show_survey)
        # queued, because QGIS sets the CRS of a project from its first layer only once events are processed
        workbench.survey_opened.connect(zoom.zoom_to_survey, Qt.ConnectionType.QueuedConnection)
        workbench.session.facts_ready.connect(self._show_sites)
        workbench.session.changed.connect(self._apply_delta)
        workbench.imagery.day_changed.connect(self._show_day)
        workbench.river.chainages_changed.connect(self._show_sites)
        self.sites.sites_model.shown_changed.connect(self._show_summary)
        self._show_survey()

    def _add_actions(self, actions: Actions) -> None:
        self._custom_kinds = actions.add("site_kinds", tr("Kinds of site…"),
                                         tr("Add kinds of your own, with a word, a key and a symbol"), "site_kinds",
                                         self._show_kinds, "Ctrl+Alt+Y")
        self._files = SurveyFiles(self._workbench, self._messages, actions, self, self.sites.fitting_ids)
        self._add = actions.add("add_crossing", tr("Add crossing"),
                                tr("Add a crossing: one click places it (V vehicle, B barge)"), "add_crossing",
                                self.add_crossings, "Ctrl+Alt+C", checkable=True)
        actions.add("find_site", tr("Find…"),
                    tr("Type a site, place, km, coordinates, a date or an image; Return goes there, Down continues in "
                       "the list"), "find_site", self._find, "Ctrl+Alt+F")
        self.site_after = self.sites.list_selection.site_after  # replaced by the plugin, for the matrix
        self._observations = ObservationBar(self._workbench, self._messages, actions, self._canvas,
                                            lambda: self.site_after(), self.go_to)
        self.letter_actions = self._observations.letter_actions()

    def _create_widgets(self) -> None:
        self._title = ElidedLabel("yalu_survey_title")
        self._summary = wrapping_label("yalu_located")
        self._searched = SearchedRow(self._workbench, self._actions, self._canvas)
        self._searched.changed.connect(self._show_summary)
        self._filter = FilterBar(self.sites, FoundList(self._workbench.finder, self.go_to_found))
        self.keys = LetterKeys(self.letter_actions, self._add.isEnabled, self)
        self.keys.listen(self.sites, self._canvas)
        to_list = QAction(self)
        to_list.triggered.connect(self.sites.focus_list)
        LetterKeys({Qt.Key.Key_Tab: to_list}, self.sites.isVisible, self).listen(self._canvas)
        self._kinds = KindButtons(self.tool)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        files = self._files
        for button in (menu_button(files.new, files.new_empty), tool_button(files.open),
                       menu_button(files.import_sites, files.from_text), tool_button(files.exporting.action)):
            top.addWidget(button)
        bottom = QHBoxLayout()
        bottom.addWidget(tool_button(self._add, with_text=True))
        bottom.addWidget(self._kinds)
        bottom.addStretch()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self._filter)
        column.addWidget(self.sites, 1)
        column.addWidget(self._summary)
        column.addWidget(self._searched)
        column.addWidget(self._observations)
        column.addLayout(bottom)
        self.setWidget(CompactPanel(self, body, self._summary, self._searched))
        self.keys.listen_within(body)

    def _on_kinds_changed(self) -> None:
        """Apply changed custom kinds to the tool, the filter and the list."""
        set_custom_kinds(self._workbench.site_kinds.custom)
        self.tool.set_kind(self.tool.kind if self.tool.kind in every_kind() else VEHICLE)
        self.sites.sites_model.listing.filter.drop_kinds()
        self._filter.show_chips()
        self._show_sites()

    # actions

    def _show_kinds(self) -> None:
        from yalu_plugin.gui.crossings.kinds_dialog import KindsDialog

        KindsDialog(self._workbench, self.window()).exec()

    def add_crossings(self, on: bool) -> None:
        """Start or stop placing crossings by clicking."""
        if not on:
            deactivate_tool(self._canvas, self.tool)
            return
        try:
            self._workbench.session.need_survey()
        except YaluError as error:
            self._add.setChecked(False)
            self._messages.error(error)
            return
        self.tool.setAction(self._add)
        self._canvas.setMapTool(self.tool)
        self._canvas.setFocus()

    def release(self) -> None:
        """Remove the tool and what is drawn from the map (on unload)."""
        self._canvas.unsetMapTool(self.tool)
        self._searched.release()

    def _find(self) -> None:
        self.setUserVisible(True)
        self._filter.find()

    def _add_site(self, point: QgsPointXY, kind: str) -> None:
        # before reading, which waits while another program locks the file
        site_id = self._workbench.annotation.add_site(point, kind)
        known = self._workbench.sites.nearest_known(point, exclude=site_id)
        self._workbench.sites.select([site_id])
        self._report_sighting_error(point, asked_about_known=known is not None)
        if known:
            known_id, name, distance = known
            text = tr("{name} is {distance:.0f} m away. Is this the same site?").format(
                name=one_line(name), distance=distance)
            SiteQuestion(site_id, self._workbench.session, self._messages, text, {
                tr("Same site"): lambda: self._same_site(site_id, known_id, name), tr("Another site"): lambda: None})

    def _report_sighting_error(self, point: QgsPointXY, asked_about_known: bool) -> None:
        """Report why the click recorded no observation; while a question is shown, not that no scene is shown."""
        error = self._workbench.annotation.sighting_error(point)
        if self._workbench.imagery.scene is not None and error is not None:
            self._messages.warn(tr("Added without an observation: {why}").format(why=error_text(error)))
        elif error is not None and not asked_about_known:
            self._messages.show_message(tr("Added without a date: no scene is on screen."))

    def _same_site(self, new_id: str, known_id: str, name: str) -> None:
        with self._messages.reporting():
            seen, replaced = self._workbench.annotation.same_site(new_id, known_id)
            self._workbench.sites.select([known_id])
            if replaced:  # the user may have pressed the wrong button
                self._messages.show_message(recorded_text(one_line(name), seen[0]["state"], replaced))

    # display

    def _show_survey(self) -> None:
        survey = self._workbench.session.survey
        self._add.setChecked(False)  # clicks were intended for the survey that was open before
        if survey is None:
            self._title.show_text(tr("No survey open"))
        else:
            self._title.show_text(survey.title, survey.location)
        changing = (self._files.import_sites, self._files.from_text, self._files.adopt, self._custom_kinds, self._add)
        enable_write_actions(changing, survey, survey is not None)
        self._kinds.setEnabled(self._add.isEnabled())
        if survey is not None and isinstance(survey.read_only_reason, SurveyReadOnly):  # otherwise a notice shows it
            self._messages.warn(
                tr("{path} is read-only: it can be viewed, but nothing can be added.").format(path=survey.location))
        self._show_sites()

    def _show_sites(self) -> None:
        bench = self._workbench
        self.sites.show_facts(bench.session.facts, bench.imagery.day, bench.river.positions)

    def _apply_delta(self, delta: Delta) -> None:
        self.sites.apply(delta, self._workbench.river.positions)
        self._show_summary()

    def _show_day(self) -> None:
        self.sites.show_day(self._workbench.imagery.day)
        self._show_summary()

    def _show_summary(self) -> None:
        session = self._workbench.session
        if session.survey is None:
            self._summary.setText(tr("Make a new survey or open one."))
        elif session.facts is None:
            self._summary.setText(tr("Reading the survey…"))
        else:
            listing = self.sites.sites_model.listing
            self._summary.setText(summary_text(session.facts, listing.shown, self._workbench.imagery.day,
                                               self._searched.text(), len(listing.kept)))
