"""Exporting sites in the background, from the dialog to the message with the files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtWidgets import QWidget

from yalu_plugin.core.exporting.export_files import FOLDERS_BY
from yalu_plugin.core.file_name import file_name
from yalu_plugin.gui.actions import Actions
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import phrase_text, tr
from yalu_plugin.layers.background import Background
from yalu_plugin.workbench import Workbench

if TYPE_CHECKING:
    from yalu_plugin.layers.exporting.site_files import Exported, SiteChoice


class ExportSitesAction:
    """The action `export_sites`; `listed` returns the ids of the sites that the list shows."""

    def __init__(self, workbench: Workbench, messages: Messages, actions: Actions, window: QWidget,
                 listed: Callable[[], Sequence[str]]) -> None:
        self._workbench, self._messages, self._window, self._listed = workbench, messages, window, listed
        self.action = actions.add("export_sites", tr("Export sites…"), tr(
            "Export sites for Google Earth, as a table, for another GIS or a GPS device"), "export_sites", self._ask)

    def _ask(self) -> None:
        from yalu_plugin.gui.crossings.export_sites_dialog import ExportSitesDialog, SiteSets
        from yalu_plugin.layers.exporting.site_files import SiteChoice

        with self._messages.reporting():
            bench = self._workbench
            survey, facts = bench.session.need_survey(), bench.session.need_facts()
            sets = SiteSets(facts.count("sites"), bench.sites.selected(), self._listed())
            dialog = ExportSitesDialog(self._window, file_name(survey.title, "sites"), sets, bench.imagery.day)
            if dialog.exec():
                self.export(dialog.path, dialog.form, SiteChoice(only=dialog.only, day=dialog.day),
                            dialog.folders_by)

    def export(self, path: Path, form: str, choice: SiteChoice, folders_by: str = FOLDERS_BY[0]) -> Background:
        """Export sites of the survey's file in the background, see `export_sites`. Raises NoSurveyOpen."""
        from yalu_plugin.layers.exporting.site_files import export_sites

        survey, river = self._workbench.session.need_survey(), self._workbench.river
        corridor, datum = (river.line(), river.datum()) if river.chainages else (None, None)  # else nothing is measured

        def work(task: Background) -> Exported:
            return export_sites(survey, path, form, choice, corridor, datum, folders_by, task.feedback)

        task = Background(tr("Exporting sites"), work)
        task.done.connect(self._show_result)
        task.failed.connect(self._messages.error)
        task.cancelled.connect(lambda: self._messages.show_message(tr(
            "The export was cancelled: nothing was written.")))
        task.start()
        return task

    def _show_result(self, written: Exported) -> None:
        one, many = tr("1 site was exported to {path}"), tr("{n} sites were exported to {path}")
        text = (one if written.sites == 1 else many).format(n=f"{written.sites:,}", path=written.files[0])
        if not written.notices:
            self._messages.show_message(text)
            return
        notices = [phrase_text(notice) for notice in written.notices]
        self._messages.warn(f"{text}. {notices[0]}", "\n".join([text, *notices]))
