"""Actions on observations: correct, withdraw and note one, and record what a source reports."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtWidgets import QAction, QDialog, QWidget

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row
from yalu_plugin.core.text import translatable
from yalu_plugin.gui.actions import Actions
from yalu_plugin.gui.crossings.letter_keys import LetterKeys
from yalu_plugin.gui.crossings.lineage_actions import LineageActions
from yalu_plugin.gui.crossings.observation_texts import days_text, state_text
from yalu_plugin.gui.crossings.sites_list import SitesList
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.write_actions import enable_write_actions
from yalu_plugin.i18n import tr
from yalu_plugin.layers.display_names import site_name
from yalu_plugin.workbench import Workbench
from yalu_plugin.workbench.observing import SiteMissing

if TYPE_CHECKING:
    from yalu_plugin.gui.crossings.site_dialog import SiteDialog


class NothingSeenYet(YaluError):
    """The site has no observation to edit."""

    template = translatable("Nothing was recorded of this site yet. Show a scene and press P, A, W, U or N first.")


class ObservationActions(QObject):
    """Act on the observation selected in the card of the selected site, else on the likely one (`likely_observation`).

    `selected_observation` returns the row selected in the card, or None. M in the list and on the map writes a note.
    """

    def __init__(self, workbench: Workbench, messages: Messages, actions: Actions, sites: SitesList,
                 canvas: QgsMapCanvas, window: QWidget, lineage: LineageActions) -> None:
        super().__init__(sites)
        self._workbench, self._messages, self._canvas, self._window = workbench, messages, canvas, window
        self._lineage, self._sites = lineage, sites
        self.selected_observation: Callable[[], Row | None] = lambda: None
        self.correct = actions.add(
            "correct_observation", tr("Correct observation…"),
            tr("Correct the last observation of the selected site, or the one chosen in its card, with the reason"),
            "correct_observation", self._correct, "Alt+Shift+C")
        self.withdraw = actions.add(
            "withdraw_observation", tr("Withdraw observation…"),
            tr("Take the last observation of the selected site, or the one chosen in its card, out of the survey, with "
               "the reason"), "withdraw_observation", self._withdraw, "Alt+Shift+X")
        self.note = actions.add(
            "note_observation", tr("Note…"), tr("Write a note to the last observation of the selected site, or the one "
                                                "chosen in its card (M in the list or on the map)"),
            "note_observation", self._note, "Alt+Shift+M")
        self.report = actions.add(
            "report_observation", tr("Report of a day or span…"),
            tr("Record what a source, and no image, reports of the selected site"), "report_observation", self._report,
            "Alt+Shift+R")
        self.actions: list[QAction] = [self.correct, self.withdraw, self.note, self.report]
        for action, short in zip(self.actions, (tr("Correct…"), tr("Withdraw…"), tr("Note…"), tr("Report…"))):
            action.setIconText(short)
        self.card = actions.add(
            "site_card", tr("Card of the site…"),
            tr("Show what was seen of the selected site, when its state changed, and what was changed"), "site_card",
            self._show_card, "Alt+Shift+I")
        self._dialog: SiteDialog | None = None
        LetterKeys({Qt.Key.Key_M: self.note}, self._can_note, self).listen(sites, canvas)
        workbench.session.survey_changed.connect(self._show_survey)
        self._show_survey()

    def _can_note(self) -> bool:
        return self.note.isEnabled() and bool(self._workbench.sites.selected())

    def _show_survey(self) -> None:
        survey = self._workbench.session.survey
        enable_write_actions(self.actions, survey, survey is not None)

    # actions

    def _show_card(self) -> None:
        from yalu_plugin.gui.crossings.site_dialog import SiteDialog  # lazy, to keep startup fast

        with self._messages.reporting():
            self._workbench.session.need_survey()
            if self._dialog is None:
                self._dialog = SiteDialog(self._workbench, self._messages, self, self._lineage, self._canvas,
                                          self._go_to, self._window)
            self._dialog.show()
            self._dialog.raise_()
            self._dialog.activateWindow()

    def _go_to(self, site_id: str) -> None:
        self._workbench.sites.select([site_id])
        self._sites.site_activated.emit(site_id)

    def release(self) -> None:
        """Close the card (on unload)."""
        if self._dialog is not None:
            self._dialog.close()
            self._dialog.deleteLater()
            self._dialog = None
            self.selected_observation, self._lineage.selected_observations = (lambda: None), list

    def _correct(self) -> None:
        from yalu_plugin.gui.crossings.correct_dialog import CorrectDialog  # lazy, to keep startup fast

        with self._messages.reporting():
            row = self._row()
            self._run(CorrectDialog(self._workbench, self._messages, self._parent(), row, self._about(row)))

    def _withdraw(self) -> None:
        from yalu_plugin.gui.crossings.line_dialog import LineDialog  # lazy, to keep startup fast

        with self._messages.reporting():
            row = self._row()
            dialog = LineDialog(self._parent(), "withdraw", tr("Withdraw observation"), tr(
                "{observation}. Why is it withdrawn? The record keeps it, with the reason.").format(
                    observation=self._about(row)), needed=True)
            if self._run(dialog):
                self._workbench.observing.withdraw([row], dialog.text())
                self._messages.show_message(tr("Withdrawn: {observation}. Undo brings it back.").format(
                    observation=self._about(row)))

    def _note(self) -> None:
        from yalu_plugin.gui.crossings.line_dialog import LineDialog  # lazy, to keep startup fast

        with self._messages.reporting():
            row = self._row()
            dialog = LineDialog(self._parent(), "note", tr("Note"), self._about(row), row["note"] or "")
            if self._run(dialog):
                self._workbench.observing.note(row, dialog.text())

    def _report(self) -> None:
        from yalu_plugin.gui.crossings.report_dialog import ReportDialog  # lazy, to keep startup fast

        with self._messages.reporting():
            site_id = self._workbench.sites.need_one()
            self._run(ReportDialog(self._workbench, self._messages, self._parent(), site_id, self._name_of(site_id)))

    def _parent(self) -> QWidget:
        """Return the parent of dialogs, which gets the focus back: the card if it is open.

        Otherwise the next letter key would record in the list behind the card.
        """
        return self._dialog if self._dialog is not None and self._dialog.isVisible() else self._window

    def _run(self, dialog: QDialog) -> bool:
        """Run a dialog and return whether it was accepted. It is deleted later, when events are processed."""
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return accepted

    def _row(self) -> Row:
        """Return the observation to act on, as it is shown now. Raises NothingSeenYet."""
        self._workbench.session.need_survey()
        site_id = self._workbench.sites.need_one()
        scene = self._workbench.annotation.scene_over(self._workbench.sites.place(site_id))
        scene_id = scene.id if scene is not None else ""
        row = self.selected_observation() or self._workbench.observing.likely_observation(site_id, scene_id)
        if row is None:
            raise NothingSeenYet()
        return row

    def _about(self, row: Row) -> str:
        return tr("{site}: {state}, {days}").format(site=self._name_of(row["site_id"]), state=state_text(row),
                                                    days=days_text(row))

    def _name_of(self, site_id: str) -> str:
        site = self._workbench.session.need_facts().row("sites", site_id)
        if site is None:
            raise SiteMissing()
        return one_line(site_name(site))
