"""The page that shows, copies and saves the charts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtGui import QGuiApplication, QShowEvent
from qgis.PyQt.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from yalu_plugin.core.charts.chart import Sheet
from yalu_plugin.core.charts.chart_export import save
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.worker import in_worker
from yalu_plugin.gui.actions import Actions
from yalu_plugin.gui.combo_boxes import ElidedBox
from yalu_plugin.gui.corridor.chart_view import ChartView, image_of
from yalu_plugin.gui.corridor.corridor_figures import CorridorFigures
from yalu_plugin.gui.corridor.status_line import StatusLine
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.packages import PackageInstaller
from yalu_plugin.gui.save_file import ask_where_to_save
from yalu_plugin.i18n import tr
from yalu_plugin.layers.background import Background
from yalu_plugin.layers.corridor.chart_data import ChartData, chart_data, draw_chart, prepare_charts
from yalu_plugin.settings import EXPORT_FOLDER
from yalu_plugin.workbench import Workbench

if TYPE_CHECKING:
    from matplotlib.figure import Figure

COPY_DPI = 200
PAUSE_MS = 150  # stepping through the days does not draw a chart for every day
ON_PAPER = Sheet(translate=tr)  # for copies and files: dark on white, as wide as a page's text


class ChartsPage(QWidget):
    """One chart of the measured crossings, with their states on the day on screen."""

    def __init__(self, workbench: Workbench, messages: Messages, actions: Actions, figures: CorridorFigures,
                 installer: PackageInstaller) -> None:
        super().__init__()
        self.setObjectName("yalu_charts_page")
        self._workbench, self._messages, self._figures = workbench, messages, figures
        self._data: ChartData | None = None
        self._preparing: Background | None = None
        self._ready = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._refresh)
        self._create_widgets(actions, installer)
        self._lay_out()
        for changed in (figures.changed, workbench.imagery.day_changed):
            changed.connect(self._timer.start)
        workbench.session.changed.connect(lambda _delta: self._timer.start())
        workbench.session.survey_changed.connect(self._reset)
        installer.installed.connect(self._prepare)
        self._enable(False)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802, D102 - Qt override
        self._prepare()
        self._timer.start()

    def save_chart(self, path: Path) -> None:
        """Save the chart as SVG, PNG or PDF, depending on the suffix of `path`."""
        if self._data is None:
            return
        with self._messages.reporting():
            save(draw_chart(self._which.currentData(), self._data, ON_PAPER), path)
            self._messages.show_message(tr("The chart was saved to {path}").format(path=path))

    def _prepare(self) -> None:
        """Import the drawing packages in the background; the first time takes seconds."""
        if self._preparing is None and not self._ready:
            self._status.set_text(tr("preparing…"))
            self._preparing = Background(tr("Preparing the charts"), lambda task: in_worker(prepare_charts))
            self._preparing.done.connect(self._prepared)
            self._preparing.failed.connect(self._prepare_failed)
            self._preparing.cancelled.connect(self._cancelled)
            self._preparing.start()

    def _prepared(self) -> None:
        self._preparing, self._ready = None, True
        self._status.set_text("")
        self._refresh()

    def _cancelled(self) -> None:
        self._preparing = None
        self._status.set_text(tr("stopped; open this page again to draw"))

    def _prepare_failed(self, error: YaluError) -> None:
        self._preparing = None
        self._status.set_text("", error)

    def _refresh(self) -> None:
        """Reload the data of the charts, if the page is visible. The dock reports why there are no figures."""
        if not self.isVisible():
            return
        measured, survey = self._figures.measured, self._workbench.session.survey
        self._data = None
        if self._ready and measured is not None and survey is not None:
            self._data = chart_data(survey, measured, self._workbench.imagery.day)
        self._enable(self._data is not None)
        self._chart.setAccessibleName(self._which.currentText())
        self._chart.redraw()

    def _reset(self) -> None:
        """Drop the data of the previous survey."""
        self._data = None
        self._enable(False)
        self._chart.redraw()
        self._timer.start()

    def _enable(self, available: bool) -> None:
        self._copy.setEnabled(available)
        self._save.setEnabled(available)

    def _draw(self, sheet: Sheet) -> Figure | None:
        return draw_chart(self._which.currentData(), self._data, sheet) if self._data is not None else None

    def _copy_chart(self) -> None:
        figure = self._draw(ON_PAPER)
        if figure is None:
            return
        QGuiApplication.clipboard().setImage(image_of(figure, COPY_DPI))
        self._messages.show_message(tr("The chart was copied."))

    def _ask_for_path(self) -> None:
        name = str(Path(EXPORT_FOLDER.value() or Path.home()) / f"{self._which.currentData()}.svg")
        kinds = {tr("SVG (*.svg)"): ".svg", tr("PNG (*.png)"): ".png", tr("PDF (*.pdf)"): ".pdf"}
        path = ask_where_to_save(self, tr("Save the chart"), name, kinds)
        if path is not None:
            EXPORT_FOLDER.setValue(str(path.parent))
            self.save_chart(path)

    def _create_widgets(self, actions: Actions, installer: PackageInstaller) -> None:
        self._which = ElidedBox()
        self._which.setObjectName("yalu_which_chart")
        self._which.setToolTip(tr("The chart to show"))
        for key, title in (("strip", tr("Crossings along the river")), ("time", tr("Crossings over time")),
                           ("gaps", tr("Gaps between neighbouring crossings"))):
            self._which.addItem(title, key)
        self._which.currentIndexChanged.connect(self._refresh)
        self._copy = actions.add("copy_chart", tr("Copy chart"), tr("Copy the chart as a picture"), "copy",
                                 self._copy_chart)
        self._save = actions.add("save_chart", tr("Save chart…"), tr("Save the chart as SVG, PNG or PDF"), "save_chart",
                                 self._ask_for_path)
        self.export_actions = self._copy, self._save
        self._chart = ChartView(self._draw)
        self._status = StatusLine(installer, "yalu_charts")

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(2, 4, 2, 2)
        rows.setSpacing(2)
        rows.addWidget(self._which)
        rows.addWidget(self._status)
        small = QScrollArea()  # a panel lower than the chart's minimum shows a part of it
        small.setFrameShape(QFrame.Shape.NoFrame)
        small.setWidgetResizable(True)
        small.setWidget(self._chart)
        small.setMinimumHeight(60)
        rows.addWidget(small, 1)
