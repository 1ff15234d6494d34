"""Import of anybody's list of sites: choose a file, see every row's fate, then write."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsTask
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtWidgets import QWidget

from yalu_plugin.core.errors import MissingPackages, YaluError
from yalu_plugin.gui.importing.import_form import FATES, ImportForm
from yalu_plugin.gui.importing.import_model import REASON_COLUMN, reason_text
from yalu_plugin.gui.importing.import_work import judge_rows, read_and_guess
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.packages import PackageInstaller
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers.background import Background
from yalu_plugin.settings import IMPORT_FOLDER
from yalu_plugin.workbench import Workbench

if TYPE_CHECKING:
    from yalu_plugin.core.importing.column_map import ColumnMap
    from yalu_plugin.core.importing.judged import ImportRow, Judged, KnownSite
    from yalu_plugin.core.importing.source import Source
    from yalu_plugin.core.published import Rows

_TYPING_PAUSE_MS = 250


class ImportDialog(ImportForm):
    """Nothing is written before the user presses Import; reading and preparing never hold up the window."""

    def __init__(self, workbench: Workbench, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench, self._messages = workbench, messages
        self._source: Source | None = None
        self._task: Background | None = None
        self._writing = False
        self._installer = PackageInstaller(self._notices, self)
        self._installer.installed.connect(self._read)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_PAUSE_MS)
        self._typing.timeout.connect(self._read)
        self._naming = QTimer(self, singleShot=True, interval=_TYPING_PAUSE_MS)
        self._naming.timeout.connect(self._prepare)
        self._connect()
        self._show_counts()

    def _connect(self) -> None:
        self._file.fileChanged.connect(self._file_chosen)
        self._options.changed.connect(self._read)
        self._options.crs_changed.connect(self._prepare)
        self._mapping.changed.connect(self._prepare)
        self._title.textEdited.connect(self._title_edited)
        self._filter.currentIndexChanged.connect(self._filter_chosen)
        self._import.clicked.connect(self._write)
        self._buttons.rejected.connect(self.reject)

    # reading

    def _file_chosen(self, path: str) -> None:
        self._options.forget()
        self._title.setText(Path(path).name)
        self._import.setEnabled(False)  # the rows are not this file's
        self._typing.start()

    def _title_edited(self) -> None:
        self._import.setEnabled(False)  # which ids are known depends on the source
        self._naming.start()

    def _read(self) -> None:
        """Read the chosen file anew, in the background."""
        path, options = Path(self._file.filePath()), self._options.options()
        self._source = None
        self._mapping.setEnabled(False)
        if self._file.filePath():
            self._in_background(tr("Reading {name}").format(name=path.name),
                                lambda _task: read_and_guess(path, options), self._show_source)

    def _prepare(self) -> None:
        """The columns or their CRS were chosen anew: what becomes of the rows now?"""
        source, known = self._source, self._known()
        column_map = self._mapping.column_map(self._options.columns_crs())
        if source is not None:
            self._in_background(tr("Checking {name}").format(name=source.path.name),
                                lambda _task: judge_rows(source, column_map, known), self._show_rows)

    def _known(self) -> tuple[KnownSite, ...]:
        """The survey's sites: what tells that a row is among them."""
        survey = self._workbench.survey
        return survey.known_sites(self._source_title()) if survey else ()

    def _source_title(self) -> str:
        return self._title.text().strip() or Path(self._file.filePath()).name

    def _in_background(self, description: str, work: Callable[[Background], object],
                       show: Callable[[object], None], flags: QgsTask.Flag = QgsTask.Flag.CanCancel) -> None:
        """Do `work` as a task, then `show` its result; what was going on before is given up."""
        self._give_up()
        self._bar.clearWidgets()
        self._import.setEnabled(False)
        self._progress.setFormat(description)
        self._progress.setVisible(True)
        self._task = Background(description, work, flags)
        self._task.done.connect(show)
        self._task.failed.connect(self._show_error)
        self._task.cancelled.connect(self._show_nothing)
        self._task.start()

    def _give_up(self) -> None:
        """Take no notice any more of the task going on."""
        if self._task is not None:
            self._task.give_up()
            self._task = None

    # showing

    def _show_source(self, result: tuple[Source, ColumnMap]) -> None:
        source, column_map = result
        self._source = source
        self._options.show_source(source)
        self._mapping.show_map(source, column_map)
        self._mapping.setEnabled(True)
        IMPORT_FOLDER.set(str(source.path.parent))
        self._prepare()

    def _show_rows(self, judged: Judged) -> None:
        self._task_ended()
        self._model.set_rows(self._source, judged.rows)
        self._table.resizeColumnsToContents()
        widest = self.width() // 3
        if self._table.columnWidth(REASON_COLUMN) > widest:
            self._table.setColumnWidth(REASON_COLUMN, widest)
        self._show_counts()

    def _show_error(self, error: YaluError) -> None:
        from yalu_plugin.core.importing.source import MissingCrs

        self._show_nothing()
        if isinstance(error, MissingPackages):
            self._notices.ask(error_text(error), {tr("Install"): self._installer.install})
            return
        self._notices.error(error)
        if isinstance(error, MissingCrs):
            self._options.ask_crs()

    def _show_nothing(self) -> None:
        self._task_ended()
        self._model.clear()
        self._show_counts()

    def _task_ended(self) -> None:
        self._task = None
        self._progress.setVisible(False)

    def _show_counts(self) -> None:
        counts = {fate: self._model.count(fate) for fate in FATES}
        to_write = sum(row.included for row in self._model.rows)
        self._counts.setText(
            tr("{good} good, {repaired} repaired, {refused} refused").format(**counts) if self._model.rows
            else tr("Choose a file, or drop it here. Nothing is written before you press Import."))
        self._import.setText(tr("Import {sites}").format(sites=_sites(to_write)) if to_write else tr("Import"))
        self._import.setEnabled(to_write > 0)
        self._filter.setEnabled(bool(self._model.rows))

    def _filter_chosen(self) -> None:
        self._shown.setFilterFixedString(self._filter.currentData())

    # writing

    def _write(self) -> None:
        """Write in the background; the dialog stays until that is done, one way or the other."""
        from yalu_plugin.layers.survey.importing import import_rows

        rows, title = self._model.rows, self._source_title()
        with self._notices.reporting():
            survey = self._workbench.need_survey()
            # not to be cancelled: the rows would be in the file all the same, and nothing would show or undo them
            self._in_background(tr("Importing"), lambda task: import_rows(survey, rows, title),
                                partial(self._written, title), QgsTask.Flag.Silent)
            self._task.failed.disconnect(self._show_error)
            self._task.failed.connect(self._not_written)
            self._hold(True)

    def _hold(self, held: bool) -> None:
        """Nothing can be changed, nor the dialog be closed, while the rows are written."""
        self._writing = held
        self.setAcceptDrops(not held)
        for widget in (self._buttons, self._file, self._title, self._options, self._mapping):
            widget.setEnabled(not held)

    def _not_written(self, error: YaluError) -> None:
        self._task_ended()
        self._hold(False)
        self._show_counts()
        self._notices.error(error)

    def _written(self, title: str, written: Rows) -> None:
        self._task_ended()
        self._hold(False)
        self._workbench.take_import(title, written)
        self._tell(len(written["sites"]), [row for row in self._model.rows if row.fate == "refused"])
        self.accept()

    def _tell(self, written: int, refused: list[ImportRow]) -> None:
        if not refused:
            self._messages.say(tr("{sites} imported").format(sites=_sites(written)))
            return
        detail = "\n".join(tr("Row {number}: {reason}").format(number=row.number, reason=reason_text(row))
                           for row in refused)
        self._messages.warn(tr("{sites} imported, {refused} refused").format(
            sites=_sites(written), refused=len(refused)), detail)

    def done(self, result: int) -> None:  # noqa: D102 - Qt's own: the dialog closes, either way
        if self._writing:
            return
        self._typing.stop()
        self._naming.stop()
        self._give_up()
        self._installer.stop()
        super().done(result)

    # dropping a file

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802, D102 - Qt's own
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802, D102 - Qt's own
        self._file.setFilePath(event.mimeData().urls()[0].toLocalFile())


def _sites(number: int) -> str:
    return tr("1 site") if number == 1 else tr("{n} sites").format(n=number)
