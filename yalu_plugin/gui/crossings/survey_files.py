"""The actions on survey files (New, Open, Import, Changes made outside) and their questions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from qgis.core import QgsTask
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from yalu_plugin.gui.actions import Actions
from yalu_plugin.gui.crossings.export_sites_action import ExportSitesAction
from yalu_plugin.gui.crossings.share_project import ShareProject
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.layers.background import Background, unless_deleted
from yalu_plugin.layers.survey.analyst import analyst
from yalu_plugin.layers.survey.side_file_handling import APPLY, ASK, SET_ASIDE
from yalu_plugin.layers.survey.survey_errors import SideFileUnsure, SurveyOlder
from yalu_plugin.layers.survey.upgrade import UpgradeResult, upgrade
from yalu_plugin.settings import SURVEY_FOLDER
from yalu_plugin.workbench import Workbench


class SurveyFiles(QObject):
    """Asks for files and opens or creates surveys with the workbench."""

    def __init__(self, workbench: Workbench, messages: Messages, actions: Actions, window: QWidget,
                 listed: Callable[[], Sequence[str]]) -> None:
        """`listed` returns the ids of the sites that the list shows."""
        super().__init__(window)
        self._workbench, self._messages, self._window = workbench, messages, window
        self.new = actions.add("new_survey", tr("New survey…"), tr("New survey with the published sites"),
                               "new_survey", self._new_published)
        self.new_empty = actions.add("new_empty_survey", tr("New empty survey…"),
                                     tr("New survey with the river line and no sites"), "new_survey", self._new_empty)
        self.open = actions.add("open_survey", tr("Open survey…"), tr("Open a survey file"), "open_survey", self._open)
        self.import_sites = actions.add("import_sites", tr("Import…"),
                                        tr("Import sites from CSV, KML, GeoJSON, GeoPackage or Shapefile"), "import",
                                        self._import)
        self.from_text = actions.add("sites_from_text", tr("Sites from text…"),
                                     tr("Import the coordinates in a report: paste its text, or open a TXT, HTML, DOCX "
                                        "or PDF file"), "sites_from_text", self._import_text)
        self.exporting = ExportSitesAction(workbench, messages, actions, window, listed)
        self.sharing = ShareProject(workbench, messages, actions, window)
        self.adopt = actions.add("adopt_changes", tr("Changes made outside…"),
                                 tr("Look at changes that QGIS' own tools or other programs made, and adopt them"),
                                 "adopt_changes", self._adopt)

    def _new_published(self) -> None:
        self._create(published=True)

    def _new_empty(self) -> None:
        self._create(published=False)

    def _create(self, published: bool) -> None:
        # no overwrite question: an existing file is refused with a message and never overwritten
        path, _ = QFileDialog.getSaveFileName(
            self._window, tr("New survey"), str(self._folder() / "yalu.gpkg"), tr("Surveys (*.gpkg)"),
            options=QFileDialog.Option.DontConfirmOverwrite)
        if path:
            target = self._remember_folder(path if path.lower().endswith(".gpkg") else f"{path}.gpkg")
            with self._messages.reporting():
                self._workbench.new_survey(target, target.stem, published)

    def _open(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self._window, tr("Open survey"), str(self._folder()),
                                              tr("Surveys (*.gpkg);;All files (*)"))
        if path:
            self._open_file(self._remember_folder(path))

    def _open_file(self, path: Path, side_file: str = ASK, reading: bool = False) -> None:
        with self._messages.reporting():
            try:
                self._workbench.open_survey(path, side_file, reading)
            except SideFileUnsure as error:
                self._ask_about_side_file(path, error)
            except SurveyOlder:
                self._ask_to_upgrade(path)

    def _ask_about_side_file(self, path: Path, error: SideFileUnsure) -> None:
        """Ask whether changes in a side file belong to this survey, as the user may have restored a copy."""
        self._messages.ask(
            tr("{side} beside {path} holds changes that a program left when it was ended. Apply them, if it was this "
               "file that was open then; ignore them, if you have put back another copy since. Either way a copy "
               "of what there is now is kept.").format(side=error.values["side"], path=path.name),
            {tr("Apply them"): partial(self._open_file, path, APPLY),
             tr("Ignore them"): partial(self._open_file, path, SET_ASIDE)})

    def _ask_to_upgrade(self, path: Path) -> None:
        self._messages.ask(
            tr("{path} was made by an older plugin. Upgraded, it has room for what this one records, and every change "
               "of it is recorded, also by QGIS' own tools.").format(path=path.name),
            {tr("Upgrade (a backup copy is kept beside it)"): partial(self._upgrade, path),
             tr("Open for reading only"): partial(self._open_file, path, reading=True)})

    def _upgrade(self, path: Path) -> None:
        task = Background(tr("Upgrading {path}").format(path=path.name), lambda _task: upgrade(path, analyst()),
                          QgsTask.Flag.Silent)
        task.done.connect(unless_deleted(self._upgraded, path))
        task.failed.connect(self._messages.error)
        task.start()

    def _upgraded(self, path: Path, done: UpgradeResult) -> None:
        self._open_file(path)
        text = tr("{path} was upgraded. The original is kept as {backup}.")
        if done.differences:
            text += " " + tr("Rows that had been changed without an entry in the record: {n}. They have one now.")
        backup = done.backup.name if done.backup else ""
        self._messages.show_message(text.format(path=path.name, backup=backup, n=done.differences))

    def _import(self) -> None:
        from yalu_plugin.gui.importing.import_dialog import ImportDialog

        with self._messages.reporting():
            self._workbench.session.need_survey()
            ImportDialog(self._workbench, self._messages, self._window).exec()

    def _import_text(self) -> None:
        from yalu_plugin.gui.report_text.text_dialog import TextDialog

        with self._messages.reporting():
            self._workbench.session.need_survey()
            TextDialog(self._workbench, self._messages, self._window).exec()

    def _adopt(self) -> None:
        from yalu_plugin.gui.record.adopt_dialog import AdoptDialog

        with self._messages.reporting():
            dialog = AdoptDialog(self._workbench, self._messages, self._window)
            if dialog.count:
                dialog.exec()
            else:
                self._messages.show_message(tr("There are no changes made outside the plugin to adopt."))

    def _folder(self) -> Path:
        return Path(SURVEY_FOLDER.value() or Path.home())

    def _remember_folder(self, path: str) -> Path:
        SURVEY_FOLDER.setValue(str(Path(path).parent))
        return Path(path)
