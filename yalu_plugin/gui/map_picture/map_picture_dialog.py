"""The window that reads sites off a picture of a map: tie it to the map, find its dots, add them as sites."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEvent, QPoint, QRect
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtWidgets import QWidget

from yalu_plugin.core.errors import MissingPackages, YaluError
from yalu_plugin.core.map_picture.tie_points import TiePoint
from yalu_plugin.gui.amounts import sites_text
from yalu_plugin.gui.map_picture.map_picture_form import AREA, DOT, SAMPLE, TIE, MapPictureForm
from yalu_plugin.gui.map_picture.marks_on_map import MarksOnMap
from yalu_plugin.gui.map_picture.tie_tool import TieTool
from yalu_plugin.gui.map_tools import deactivate_tool
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.packages import PackageInstaller
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers.background import Background
from yalu_plugin.settings import PICTURE_FOLDER
from yalu_plugin.workbench import Workbench
from yalu_plugin.workbench.picture_overlay_switch import PictureOverlaySwitch
from yalu_plugin.workbench.single_task import SingleTask


class MapPictureDialog(MapPictureForm):
    """Stays open next to the map, which takes the second click of a tie point. Closing it only hides it: picture, tie
    points and dots are kept until QGIS ends or another picture is opened.
    """

    def __init__(self, workbench: Workbench, messages: Messages, canvas: QgsMapCanvas, parent: QWidget) -> None:
        super().__init__(workbench, parent)
        self._workbench, self._messages, self._canvas = workbench, messages, canvas
        self._pending: tuple[float, float] | None = None  # the pixel of a tie point that is not clicked on the map yet
        self._is_aside = False  # hidden while the place is clicked on the map
        self._overlay = PictureOverlaySwitch(workbench.project, self.tying, self)
        self._marks = MarksOnMap(canvas)
        self._tool = TieTool(canvas, self._tie, messages)
        self._installer = PackageInstaller(self._notices, self)
        self._connect()

    def _connect(self) -> None:
        self._file.fileChanged.connect(lambda path: self._open(path))
        self._page.valueChanged.connect(lambda page: self._open(self._file.filePath(), page))
        self._view.clicked.connect(self._picture_clicked)
        self._view.area_drawn.connect(self._area_drawn)
        self._modes.idToggled.connect(self._mode_changed)
        self._ties.overlay_changed.connect(self._overlay.show)
        self._tool.deactivated.connect(self._drop_pending)
        self._stop.clicked.connect(self.dots.finding.cancel)
        for part in (self.tying, self.dots, self._overlay):
            part.error_occurred.connect(self._show_error)
        for task in (self.tying.task, self.dots.finding, self._overlay.task):
            task.started.connect(self._show_progress)
            task.ended.connect(self._progress_ended)
        self.tying.picture_changed.connect(self._show_picture)
        for changed in (self.tying.changed, self.dots.sites_changed, self.dots.samples_changed,
                        self._dots_page.selection_changed):
            changed.connect(self._show_marks)
        self._dots_page.selection_changed.connect(self._bring_into_view)
        self._dots_page.find_requested.connect(self._find)
        self._dots_page.whole_requested.connect(lambda: self.dots.set_area(None))
        self._dots_page.write_requested.connect(self._write)
        for changed in (self._workbench.session.survey_changed, self._workbench.session.facts_ready):
            changed.connect(self._dots_page.show_reports)

    def release(self) -> None:
        """Remove everything of the picture from the map, and stop what is running (on unload)."""
        self._is_aside = False
        self.dots.release()
        self.tying.task.release()
        self._overlay.release()
        self._installer.stop()
        self._marks.release()
        self._canvas.unsetMapTool(self._tool)
        self._tool.deleteLater()

    # the picture

    def _open(self, text: str, page: int = 1) -> None:
        if text:
            self._bar.clearWidgets()
            PICTURE_FOLDER.setValue(str(Path(text).parent))
            self.tying.open(Path(text), page)

    def _show_picture(self) -> None:
        picture = self.tying.need_picture()
        self._page.blockSignals(True)
        self._page.setMaximum(picture.pages)
        self._page.setValue(picture.page)
        self._page.blockSignals(False)
        self._page.setVisible(picture.pages > 1)
        self._view.show_picture(picture)
        self._set_mode(TIE)

    def _picture_clicked(self, column: float, row: float) -> None:
        with self._notices.reporting():
            self.tying.need_picture()
            try:
                self._click(column, row)
            except MissingPackages as error:
                self._notices.ask(error_text(error), {tr("Install"): self._installer.install})

    def _click(self, column: float, row: float) -> None:
        if self.mode == TIE:
            self._tool.start(tr("Click the place on the map that you have just clicked on the picture. Esc ends it."))
            self._pending = column, row
            self._show_marks()
            self._step_aside()
        elif self.mode == SAMPLE:
            self.dots.add_sample(self._dots_page.kind, column, row)
        elif self.mode == DOT:
            self.dots.add_dot(self._dots_page.kind, column, row)

    def _tie(self, place: QgsPointXY) -> None:
        if self._pending is None:
            return
        (column, row), self._pending = self._pending, None
        with self._notices.reporting():
            self.tying.add_point(TiePoint(column, row, place.x(), place.y()))
        self.activateWindow()

    def _step_aside(self) -> None:
        """Hide the window until the place is clicked on the map, if it covers most of the map."""
        canvas = QRect(self._canvas.mapToGlobal(QPoint(0, 0)), self._canvas.size())
        covered = canvas & self.frameGeometry()
        self._is_aside = 2 * covered.width() * covered.height() > canvas.width() * canvas.height()
        if self._is_aside:
            self.hide()

    def _drop_pending(self) -> None:
        """The tool was deactivated without a click on the map, or after it."""
        self._pending = None
        if self._is_aside:
            self._is_aside = False
            self.show()
            self.activateWindow()
        self._show_marks()

    def _mode_changed(self, _mode: int, on: bool) -> None:
        if on:
            self._view.draws_area = self.mode == AREA
            if self.mode in (SAMPLE, DOT, AREA):
                self._pages.setCurrentWidget(self._dots_page)
            else:
                self._pages.setCurrentWidget(self._ties)

    def _area_drawn(self, area: tuple[float, float, float, float]) -> None:
        self.dots.set_area(area)
        self._set_mode(SAMPLE)

    # dots

    def _find(self) -> None:
        with self._notices.reporting():
            self.dots.find()

    def _write(self) -> None:
        with self._notices.reporting():
            ids = self.dots.write()
            self._workbench.sites.select(ids)
            self._messages.done(tr("{sites} read off {file} were added").format(
                sites=sites_text(len(ids)), file=self.tying.need_picture().path.name))

    # showing

    def _show_marks(self, *_: object) -> None:
        selected = self._dots_page.selected_rows()
        self._view.show_ties(self.tying.points, self._pending)
        self._view.show_sites(self.dots.sites, selected)
        self._view.show_area(self.dots.area)
        if self.isVisible() or self._is_aside:
            self._marks.show(self.tying, self.dots, selected)

    def _bring_into_view(self, rows: list[int]) -> None:
        if rows and rows[-1] < len(self.dots.sites):
            self._view.bring_into_view(self.dots.sites[rows[-1]].dot.column, self.dots.sites[rows[-1]].dot.row)

    def _show_error(self, error: YaluError) -> None:
        self._notices.error(error)

    def _show_progress(self, task: Background) -> None:
        self._progress.setFormat(f"{task.description()} %p%")
        self._progress.setValue(0)
        task.progressChanged.connect(lambda percent: self._progress.setValue(round(percent)))
        self._progress.setVisible(True)
        self._stop.setVisible(self.dots.finding.is_running)

    def _progress_ended(self) -> None:
        tasks: tuple[SingleTask, ...] = (self.tying.task, self.dots.finding, self._overlay.task)
        self._progress.setVisible(any(task.is_running for task in tasks))
        self._stop.setVisible(self.dots.finding.is_running)

    # the window

    def showEvent(self, event: QEvent) -> None:  # noqa: N802, D102 - Qt's own
        super().showEvent(event)
        self._show_marks()
        self._ties.announce_overlay()

    def done(self, result: int) -> None:  # noqa: D102 - Qt's own: the window is hidden
        self._is_aside = False
        deactivate_tool(self._canvas, self._tool)
        self._overlay.show(False, 1.0)
        self._marks.clear()
        super().done(result)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802, D102 - Qt's own
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802, D102 - Qt's own
        self._file.setFilePath(event.mimeData().urls()[0].toLocalFile())
