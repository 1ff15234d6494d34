"""Actions that edit sites: rename, change the kind, move, and delete sites that were added by mistake."""

from __future__ import annotations

from functools import partial

from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtGui import QCursor
from qgis.PyQt.QtWidgets import QAction, QMenu

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row
from yalu_plugin.gui.actions import Actions
from yalu_plugin.gui.amounts import observations_text, sites_text
from yalu_plugin.gui.crossings.letter_keys import LetterKeys
from yalu_plugin.gui.crossings.move_site_tool import MoveSiteTool
from yalu_plugin.gui.crossings.sites_list import SitesList
from yalu_plugin.gui.kind_display import every_kind, kind_icon, kind_name
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.write_actions import enable_write_actions
from yalu_plugin.i18n import tr
from yalu_plugin.layers.display_names import site_name
from yalu_plugin.layers.survey.survey_sites import wgs84_measure
from yalu_plugin.workbench import Workbench
from yalu_plugin.workbench.editing import Deletion


class EditActions(QObject):
    """Act on the selected sites: F2 in the list and on the map, Delete in the list, the others from menus."""

    def __init__(self, workbench: Workbench, messages: Messages, actions: Actions, sites: SitesList,
                 canvas: QgsMapCanvas) -> None:
        super().__init__(sites)
        self._workbench, self._messages, self._sites, self._canvas = workbench, messages, sites, canvas
        self.tool = MoveSiteTool(canvas, self._move, messages)
        self._moving_id, self._actions_by_name = "", actions.by_name
        rename = actions.add("rename_site", tr("Rename"), tr("Give the selected site another name (F2)"), "rename_site",
                             self._rename)
        kind = actions.add("kind_of_site", tr("Change kind"), tr("Change the kind of the selected sites"),
                           "kind_of_site", self._show_kinds, "Alt+Shift+K")
        self._kinds = QMenu(sites)
        self._kinds.aboutToShow.connect(self._list_kinds)
        self._list_kinds()  # QGIS does not show an empty menu
        kind.setMenu(self._kinds)
        move = actions.add("move_site", tr("Move…"), tr("Click where the selected site lies: the record keeps where it "
                                                        "was, and Undo puts it back"), "move_site", self._start_moving,
                           "Alt+Shift+V")
        delete = actions.add("delete_site", tr("Delete"), tr("Take the selected sites out of the survey, if they were "
                                                             "clicked here (Delete)"), "delete_site", self._delete)
        self.actions: list[QAction] = [rename, kind, move, delete]
        LetterKeys({Qt.Key.Key_F2: rename}, self._has_selection, self).listen(sites, canvas)
        LetterKeys({Qt.Key.Key_Delete: delete}, self._has_selection, self).listen(sites)
        sites.delegates.renamed.connect(self._on_renamed)
        workbench.session.survey_changed.connect(self._show_survey)
        self._show_survey()

    def _show_kinds(self) -> None:
        """Show the kinds where the pointer is, as a menu, when the action is triggered by its key."""
        with self._messages.reporting():
            if not self._workbench.sites.selected():
                self._workbench.sites.need_one()
            self._kinds.popup(QCursor.pos())

    def _list_kinds(self) -> None:
        self._kinds.clear()
        for one in every_kind():
            self._kinds.addAction(kind_icon(one), kind_name(one).replace("&", "&&"), partial(self._set_kind, one))

    def _has_selection(self) -> bool:
        return self.actions[0].isEnabled() and bool(self._workbench.sites.selected())

    def _show_survey(self) -> None:
        survey = self._workbench.session.survey
        enable_write_actions(self.actions, survey, survey is not None)

    # actions

    def _rename(self) -> None:
        with self._messages.reporting():
            site_id = self._workbench.sites.need_one()
            if not self._sites.edit_name(site_id):
                self._messages.warn(tr("This site is not in the list as it is filtered now. List it, then rename it."))

    def _on_renamed(self, site_id: str, name: str) -> None:
        with self._messages.reporting():
            self._report_change(self._workbench.editing.rename(site_id, name))

    def _set_kind(self, kind: str, *_: object) -> None:
        with self._messages.reporting():
            self._report_change(self._workbench.editing.set_kind(self._workbench.sites.selected(), kind))

    def _start_moving(self) -> None:
        with self._messages.reporting():
            site_id = self._workbench.sites.need_one()
            self._moving_id = site_id
            self.tool.start_from(self._workbench.sites.place(site_id), tr(
                "Click where {site} lies. Esc leaves it where it is.").format(site=self._name_of(site_id)))

    def _move(self, point: QgsPointXY) -> None:
        before = self._workbench.sites.place(self._moving_id)
        self._workbench.editing.move(self._moving_id, point)
        name = self._name_of(self._moving_id)
        if before is None:
            self._messages.done(tr("{site} has a place now").format(site=name))
        else:
            self._messages.done(tr("{site} moved by {metres:.0f} m").format(
                site=name, metres=wgs84_measure().measureLine(before, point)))

    def _delete(self) -> None:
        with self._messages.reporting():
            ids = self._workbench.sites.selected() or [self._workbench.sites.need_one()]
            to_delete = self._workbench.editing.deletion(ids)
            if len(ids) > 1 or to_delete.substantial:
                self._ask_to_delete(ids, to_delete)
            else:
                self._delete_these(ids)

    def _ask_to_delete(self, ids: list[str], to_delete: Deletion) -> None:
        what, seen = self._names(to_delete.sites), len(to_delete.observations)
        text = tr("Delete {what}? No observation goes with it.").format(what=what) if not seen else tr(
            "Delete {what}, and {observations} with it? More than the click: {more}. To retire keeps all.").format(
            what=what, observations=observations_text(seen), more=to_delete.substantial)
        answers = {tr("Delete"): partial(self._delete_confirmed, ids, to_delete)}
        if to_delete.substantial:
            answers[tr("Retire…")] = partial(self._retire_instead, ids)
        self._messages.ask(text, {**answers, tr("Keep"): lambda: None})

    def _delete_confirmed(self, ids: list[str], confirmed: Deletion) -> None:
        """Delete the sites the user confirmed; ask again if more observations would now be deleted."""
        with self._messages.reporting():
            to_delete = self._workbench.editing.deletion(ids)
            if _observation_ids(to_delete) <= _observation_ids(confirmed):
                self._delete_these(ids)
            else:
                self._ask_to_delete(ids, to_delete)

    def _delete_these(self, ids: list[str]) -> None:
        with self._messages.reporting():
            to_delete = self._workbench.editing.deletion(ids)
            self._workbench.editing.delete(ids)
            what, seen = self._names(to_delete.sites), len(to_delete.observations)
            text = tr("Deleted: {what}. Undo brings it back.") if not seen else tr(
                "Deleted: {what}, with observations: {n}. Undo brings all back.")
            self._messages.show_message(text.format(what=what, n=seen))

    def _retire_instead(self, ids: list[str]) -> None:
        self._workbench.sites.select(ids)
        self._actions_by_name["retire_site"].trigger()

    def _report_change(self, changed: bool) -> None:
        """Show what was done, and to how many sites."""
        if changed:
            self._messages.done(self._workbench.history.done[0])

    def _names(self, sites: list[Row]) -> str:
        return one_line(site_name(sites[0])) if len(sites) == 1 else sites_text(len(sites))

    def _name_of(self, site_id: str) -> str:
        return self._names(self._workbench.editing.rows([site_id]))


def _observation_ids(deletion: Deletion) -> set[str]:
    return {row["id"] for row in deletion.observations}
